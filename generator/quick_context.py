"""Calls in templates without Jinja's question whether what is called wants a context: a fifth of a page's time.

Methods of ours want none. What Jinja's own context passes on to those that do (loop and block variables) is dropped
here; a Jinja that says so in other words keeps its own context.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MethodType
from typing import Any

from jinja2.runtime import Context

PASSED_ON = ("_block_vars", "_loop_vars")


class QuickContext(Context):
    """For templates that ask methods for nearly all they show."""

    def call(self, called: Callable[..., Any], /, *values: Any, **named: Any) -> Any:
        if type(called) is not MethodType:
            return super().call(called, *values, **named)
        for name in PASSED_ON:
            named.pop(name, None)
        return called(*values, **named)


def context_class() -> type[Context]:
    """The quick one where Jinja is as known."""
    return QuickContext if set(PASSED_ON) <= set(Context.call.__code__.co_consts) else Context
