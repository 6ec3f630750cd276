"""Shares work out to forked processes, each with a copy of all that this one knows."""

from __future__ import annotations

import gc
import json
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from itertools import chain
from tempfile import TemporaryFile
from typing import IO, Any

LEAST = 8
"""Pieces of work for a worker, below which it costs more than it brings."""

Work = Callable[[Any], Iterable[Any]]


def cores() -> int:
    """How many processes can work at a time; one where forking is not safe: beside other threads, or at all."""
    if not hasattr(os, "fork") or sys.platform == "darwin" or _threads() > 1:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _threads() -> int:
    """Of this process, those that a library has started behind Python's back included, where the system tells."""
    try:
        return len(os.listdir("/proc/self/task"))  # noqa: PTH208 - only how many
    except OSError:
        return threading.active_count()


def shares(pieces: Sequence[Any], size: Callable[[Any], int], number: int) -> list[list[Any]]:
    """The pieces in at most `number` shares of about the same size."""
    number = max(1, min(number, len(pieces) // LEAST))
    found: list[list[Any]] = [[] for _ in range(number)]
    loads = [0] * number
    for piece in sorted(pieces, key=size, reverse=True):
        least = loads.index(min(loads))
        found[least].append(piece)
        loads[least] += size(piece) + 1
    return found


class Worker:
    """A forked process that does a share of the work; its results come out of JSON when it has ended."""

    def __init__(self, share: list[Any], work: Work) -> None:
        self._result: IO[bytes] = TemporaryFile()  # noqa: SIM115 - a pipe would have it wait for this process
        self._child = _start(share, work, self._result)
        self._status: int | None = None

    def succeeds(self) -> bool:
        """Waits for its end."""
        if self._status is None:
            self._status = os.waitpid(self._child, 0)[1]
        return not self._status

    def results(self) -> Iterator[Any]:
        with self._result:
            self._result.seek(0)
            yield from map(json.loads, self._result)

    def close(self) -> None:
        if self._status is None:
            os.kill(self._child, signal.SIGKILL)
            self.succeeds()
        self._result.close()


def in_workers(shared: Sequence[list[Any]], work: Work) -> Iterator[Any] | None:
    """What `work` gives for each share, one after the other, as it comes out of JSON; None where a worker failed."""
    gc.freeze()  # so that the workers' memory stays shared with this process
    try:
        with ExitStack() as running:
            workers = [running.enter_context(closing(Worker(share, work))) for share in shared]
            if not all(worker.succeeds() for worker in workers):
                return None
            running.pop_all()
    except OSError:
        return None
    finally:
        gc.unfreeze()
    return chain.from_iterable(worker.results() for worker in workers)


@contextmanager
def aside(work: Work, share: list[Any]) -> Iterator[Callable[[], Iterable[Any]]]:
    """Has the work done by another process meanwhile, where there is a core for it.

    Yields what gives the results once they are there; where there is no such process, or it failed, that does the work.
    """
    with ExitStack() as running:
        worker = None
        if cores() > 1:
            with suppress(OSError):
                worker = running.enter_context(closing(Worker(share, work)))
        yield lambda: worker.results() if worker and worker.succeeds() else work(share)


def _start(share: list[Any], work: Work, result: IO[bytes]) -> int:
    child = os.fork()
    if child:
        return child
    failed = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        gc.set_threshold(50_000, 20, 100)  # trees of pages come and go; looking for rings among them takes time
        _hush()
        for each in work(share):
            result.write(json.dumps(each).encode() + b"\n")
        result.flush()
        failed = 0
    finally:
        os._exit(failed)  # whatever happened: only the first process may go on from here


def _hush() -> None:
    """What a worker has to tell is told by the first process."""
    for name in ("", "mkdocs"):
        logger = logging.getLogger(name)
        for handler in list(logger.handlers):
            logger.removeHandler(handler)
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
