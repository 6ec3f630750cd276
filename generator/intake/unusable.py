"""The one exception of the intake: a source that no article can be made of."""

from __future__ import annotations


class Unusable(Exception):
    """What is wrong with a source, and the way out (`hint`, without a full stop)."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}"
