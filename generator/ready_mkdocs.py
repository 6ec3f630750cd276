"""MkDocs as `dossier build` starts it: while docs/ are still written it imports what it needs, and waits for a word.

It touches nothing before; where docs/ cannot be written, it ends without that word.
"""

from __future__ import annotations

import sys
from importlib import import_module

BEGIN = "begin\n"
_NEEDED = ("markdown", "mkdocs.commands.build", "mkdocs.config.defaults", "generator.kept_pages")


def main() -> None:
    """`mkdocs` with the arguments of this process."""
    for name in _NEEDED:
        import_module(name)
    from mkdocs.__main__ import cli  # noqa: PLC0415 - nobody else who knows the word needs it

    if sys.stdin.readline() == BEGIN:
        cli(prog_name="mkdocs")


if __name__ == "__main__":
    main()
