"""Quick calls give what Jinja's own give."""

from collections.abc import Sequence

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError, pass_context
from jinja2.runtime import Context

from generator import quick_context
from generator.quick_context import QuickContext, context_class


class Writer:
    def text(self, *words: str, **named: str) -> str:
        return f"{words} {sorted(named.items())}"

    def __call__(self, word: str) -> str:
        return f"called with {word}"


@pass_context
def asked(context: Context, name: str) -> str:
    return str(context[name])


TEMPLATE = """
{% macro twice(word, other="b") %}{{ w.text(word, other) }}{{ word.upper() }}{% endmacro %}
{% block one %}{{ w.text("a", name="ä") }}{% for word in words %}{{ twice(word) }}{{ w(word) }}
{{ loop.index }}{{ asked("z") }}{{ "{x}".format(x=word) }}{% set z = word %}{{ asked("z") }}{% endfor %}{% endblock %}
{{ range(3)|list }}{{ dict(a=1) }}
"""


def rendered(context: type[Context], template: str, words: Sequence[str] = ("eins", "zwei")) -> str:
    environment = Environment(undefined=StrictUndefined)  # noqa: S701 - no HTML
    environment.context_class = context
    environment.globals["asked"] = asked
    return environment.from_string(template).render(w=Writer(), words=words, z="außen")


def test_the_outcome_is_the_same() -> None:

    assert context_class() is QuickContext
    assert rendered(QuickContext, TEMPLATE) == rendered(Context, TEMPLATE)


def test_what_a_method_fails_with_is_told() -> None:
    for context in (QuickContext, Context):
        with pytest.raises(TypeError, match="unexpected keyword"):
            rendered(context, '{{ w("a", b=1) }}')
        with pytest.raises(UndefinedError):
            rendered(context, "{{ w.nothing() }}")


def test_another_jinja_keeps_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_context, "PASSED_ON", ("_block_vars", "_renamed"))
    assert context_class() is Context
