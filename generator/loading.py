"""Ctrl-C while modules are being loaded, when there is nothing to be put in order yet.

Python itself loses it now and then: its import system has callbacks that no exception comes out of.
"""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from signal import SIGINT, default_int_handler, getsignal, signal
from typing import NoReturn

STOPPED = 128 + SIGINT
"""The exit status."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Ctrl-C ends the process at once; where somebody else answers it, that is left to them."""
    if getsignal(SIGINT) is not default_int_handler or threading.current_thread() is not threading.main_thread():
        yield
        return
    signal(SIGINT, _stop)
    try:
        yield
    finally:
        signal(SIGINT, default_int_handler)


def _stop(*_: object) -> NoReturn:
    sys.stderr.write("stopped\n")
    sys.stderr.flush()
    os._exit(STOPPED)
