"""Where the site is published: for feeds, exports and citations, which name whole addresses. Pages link relatively."""

from __future__ import annotations

import os
from pathlib import Path

import yaml

ADDRESS = "DOSSIER_SITE_URL"


def site_address(root: Path) -> str:
    """The address with a slash at its end; empty where neither the environment nor mkdocs.yml gives one.

    mkdocs.yml is read without MkDocs: of its tags only `!ENV [NAME, …, default]` is known, others are passed over.
    """
    try:
        text = (root / "mkdocs.yml").read_text(encoding="utf-8")
        settings = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader that makes nothing of unknown tags
    except (OSError, ValueError, yaml.YAMLError):  # a ValueError also of a date that does not exist
        settings = None  # MkDocs itself says what is wrong with it
    found = settings.get("site_url") if isinstance(settings, dict) else None
    address = str(os.environ.get(ADDRESS) or found or "")
    return f"{address.rstrip('/')}/" if address else ""


class _Loader(yaml.SafeLoader):
    pass


def _env(loader: _Loader, node: yaml.Node) -> object:
    if isinstance(node, yaml.SequenceNode):
        *names, default = loader.construct_sequence(node) or [None]
        return next((os.environ[str(name)] for name in names if os.environ.get(str(name))), default)
    return os.environ.get(str(loader.construct_scalar(node))) if isinstance(node, yaml.ScalarNode) else None


_Loader.add_constructor("!ENV", _env)
_Loader.add_multi_constructor("", lambda *_: None)
