"""Where messages go: standard error for people, standard output for answers."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

PLAIN_EVERY = 100  # without a terminal, one line of progress for so many files


# Characters that a terminal takes as commands: shown as what they are, signs that nobody can read.
CONTROLS = dict.fromkeys((*range(32), *range(127, 160), 8237, 8238, 8294, 8295, 8296), "�")


def one_line(text: str) -> str:
    r"""Return the text in one line, with a sign for each character that would command the terminal.

    >>> one_line("Fjord\x1b[2J\n by")
    'Fjord\ufffd[2J by'
    """
    return " ".join(text.split()).translate(CONTROLS)


class Progressing(Protocol):
    """Is told how far a long piece of work has come."""

    def __call__(self, done: int, total: int, name: str) -> None:
        """Hear that `done` of `total` are done, the last being `name`."""
        ...


class Terminal:
    """Speaks to the user: `say` and `progress` on standard error, `answer` on standard output."""

    def __init__(self, quiet: bool) -> None:
        self.quiet = quiet
        self.console = Console(stderr=True, highlight=False, soft_wrap=True)

    def say(self, message: str) -> None:
        """Print one message for people."""
        if not self.quiet:
            typer.echo(one_line(message), err=True)

    def answer(self, text: str) -> None:
        """Print an answer."""
        typer.echo(text, nl=not text.endswith("\n"))

    def answer_file(self, path: Path) -> None:
        """Print an answer that stands in a file."""
        with path.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()

    @contextmanager
    def progress(self, what: str) -> Iterator[Progressing]:
        """Show how far the work has come: a bar on a terminal, now and then a line elsewhere."""
        if self.quiet:
            yield _silent
        elif not self.console.is_terminal:
            yield self._plain
        else:
            with self._bar() as bar:
                task = bar.add_task(what, total=None)
                yield lambda done, total, name: bar.update(task, completed=done, total=total)

    def _bar(self) -> Progress:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        return Progress(*columns, console=self.console, transient=True)

    def _plain(self, done: int, total: int, name: str) -> None:
        if done == total or done % PLAIN_EVERY == 0:
            self.say(f"{done} of {total} files read")


def _silent(done: int, total: int, name: str) -> None:
    return None
