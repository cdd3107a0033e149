"""The `grader` command: arguments go to a command, errors become one message.

Commands are imported when they are called, so that `grader --help` answers at once.
"""

from __future__ import annotations

import errno
import importlib
import sys
from pathlib import Path

import click

from grader.errors import GraderError

_COMMANDS = {
    "list": "student",
    "check": "student",
    "watch": "student",
    "hint": "student",
    "grade": "teacher",
    "report": "teacher",
    "demo": "teacher",
    "doctor": "teacher",
    "new": "author",
    "build": "author",
    "vet": "author",
    "release": "author",
}
_HELP = {
    "list": "Show the exercises.",
    "check": "Check your own work on an exercise.",
    "watch": "Check an exercise each time you save it.",
    "hint": "Get a hint; ask again for a stronger one.",
    "grade": "Grade a class's submissions.",
    "report": "Write the reports of a graded class anew.",
    "demo": "Grade a shipped class of made-up students.",
    "doctor": "Show what this machine gives: lock-down, device, versions.",
    "new": "Write a tiny exercise that vets, to start yours from.",
    "build": "Generate stubs, notebooks and the syllabus.",
    "vet": "Hold exercises to their promises.",
    "release": "Write the kit that students get.",
}


_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class _Lazy(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"grader.cli.{_COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        for title, module in (
            ("For students", "student"),
            ("For teachers", "teacher"),
            ("For authors of exercises", "author"),
        ):
            with formatter.section(title):
                names = [name for name, home in _COMMANDS.items() if home == module]
                formatter.write_dl([(name, _HELP[name]) for name in names])


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The kit: a folder with `exercises/`. Default: the one you are in.",
)
@click.version_option(package_name="tensorflow-kit-grader", prog_name="grader")
@click.pass_context
def cli(ctx: click.Context, root: Path | None) -> None:
    """Exercises in TensorFlow 2, checked and graded.

    \b
    As a student:    grader list
                     grader check layers/lazy_dense
    As a teacher:    grader demo
                     grader grade SUBMISSIONS --out REPORTS
    As an author:    grader new layers/linear
                     grader vet layers/linear

    Exit codes: 0 all is well, 1 a check did not pass, 2 something in your hands is
    wrong, 3 the lock-down is too weak, 4 the grader itself failed.
    """
    ctx.obj = root


def main() -> None:
    """Run the command; a `GraderError` is one message, without a traceback."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        cli(prog_name="grader")
    except GraderError as error:
        click.secho(f"Error: {error.problem}", fg="red", err=True)
        if error.remedy:
            click.echo(f"       {error.remedy}", err=True)
        sys.exit(error.exit_code)
    except OSError as error:
        # A full disk, a folder that may not be written: what is stored is whole.
        if error.filename is None and error.errno not in _FULL:
            raise
        what = f"`{error.filename}`" if error.filename else "The disk"
        click.secho(f"Error: {what}: {error.strerror}.", fg="red", err=True)
        click.echo(
            "       Free space, or name a folder that you may write in, and run the "
            "same command again: it goes on where it stopped.",
            err=True,
        )
        sys.exit(2)


if __name__ == "__main__":
    main()
