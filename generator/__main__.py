"""The start of `dossier` (= `python -m generator`): so short that Ctrl-C is heard while all else is being loaded."""

import sys

from generator.loading import STOPPED, stoppable


def main() -> None:
    """Runs the command line and ends with its exit status."""
    try:
        with stoppable():
            from generator.command_line import run  # noqa: PLC0415 - see above

        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # terminals without umlauts
        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("stopped\n")
        status = STOPPED
    sys.exit(status)


if __name__ == "__main__":
    main()
