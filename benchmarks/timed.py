"""Runs a command and tells what it took, as JSON: wall time, CPU of it and all its children, and memory.

    python -S timed.py RESULT.json COMMAND ...

A program of its own that imports little: Linux counts the memory of whoever starts a process as that of the process. So
`largest` is the peak of the largest process. `together` is the most that all had at one time, each shared page counted
once (PSS); it is looked at a few times a second, on Linux only.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time

PAUSE = 0.1
KIB = 1024


def of_session(session: int) -> list[int]:
    """The processes of a session: all that a command has started and that has not gone its own way."""
    found = []
    for name in os.listdir("/proc") if os.path.isdir("/proc") else ():  # noqa: PTH112, PTH208 - pathlib is not small
        if name.isdigit():
            try:
                if os.getsid(int(name)) == session:
                    found.append(int(name))
            except OSError:
                continue
    return found


def shared_fairly(process: int) -> int:
    """KiB of a process, what it shares with others divided among them."""
    try:
        with open(f"/proc/{process}/smaps_rollup", encoding="ascii") as lines:  # noqa: PTH123 - pathlib is not small
            return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    except OSError:
        return 0


def main() -> None:
    result, *command = sys.argv[1:]
    peak, done = [0], threading.Event()
    started = time.monotonic()
    child = os.fork()
    if not child:
        os.setsid()
        os.execvp(command[0], command)  # noqa: S606 - the command is the benchmark's own

    def watch() -> None:
        while not done.wait(PAUSE):
            peak[0] = max(peak[0], sum(map(shared_fairly, of_session(child))))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    _, status, used = os.wait4(child, 0)
    wall = time.monotonic() - started
    done.set()
    watcher.join()
    told = {
        "status": os.waitstatus_to_exitcode(status),
        "wall": wall,
        "cpu": used.ru_utime + used.ru_stime,
        "largest": used.ru_maxrss * KIB,
        "together": peak[0] * KIB,
    }
    with open(result, "w", encoding="ascii") as file:  # noqa: PTH123 - as above
        json.dump(told, file)


if __name__ == "__main__":
    main()
