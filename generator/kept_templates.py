"""Templates as Jinja has compiled them, kept for the next run: else each process that writes pages compiles them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from generator.kept import Kept

_PREFIX = "template-"


@contextmanager
def templates_kept(kept: Kept, environment: Environment) -> Iterator[None]:
    """Templates that are loaded meanwhile, here or in a process forked meanwhile, are looked for and kept there."""
    before, environment.bytecode_cache = environment.bytecode_cache, _KeptTemplates(kept)
    try:
        yield
    finally:
        environment.bytecode_cache = before


@dataclass(frozen=True)
class _KeptTemplates(BytecodeCache):
    """A file each; Jinja takes none that another source or another Python has made."""

    kept: Kept

    def load_bytecode(self, bucket: Bucket) -> None:
        if content := self.kept.read(_PREFIX + bucket.key):
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept.write(_PREFIX + bucket.key, bucket.bytecode_to_string())
