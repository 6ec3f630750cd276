"""Ctrl-C while modules are being loaded is heard wherever it comes; a command that shall not hear it does not."""

import subprocess
import sys

import pytest
from workshop import ENVIRONMENT

IN_A_CALLBACK = """
import os, signal, weakref
from generator.loading import stoppable

class Thing: ...

def interrupted(_):
    os.kill(os.getpid(), signal.SIGINT)
    for _ in range(1000):
        pass

with stoppable():
    thing = Thing()
    kept = weakref.ref(thing, interrupted)
    del thing
    print("went on")
"""


@pytest.mark.parametrize(
    ("handler", "told"), [("default_int_handler", (130, "", "stopped\n")), ("SIG_IGN", (0, "went on\n", ""))]
)
def test_ctrl_c_where_no_exception_comes_out(handler: str, told: tuple[int, str, str]) -> None:
    code = f"import signal\nsignal.signal(signal.SIGINT, signal.{handler})\n{IN_A_CALLBACK}"
    done = subprocess.run([sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == told


def test_later_it_is_an_exception_again() -> None:
    code = "import os, signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
    code += "from generator.loading import stoppable\nwith stoppable(): pass\n"
    code += "try: os.kill(os.getpid(), signal.SIGINT)\nexcept KeyboardInterrupt: print('caught')"
    done = subprocess.run([sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "caught\n")
