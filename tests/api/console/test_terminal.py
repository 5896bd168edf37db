"""Messages go to people, answers to whoever reads the output."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.console.terminal import Terminal, one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bådlauget", "Bådlauget"),
        ("to\nlinjer\tog\r\nmere", "to linjer og mere"),
        ("\x1b[31mrød\x1b[0m", "�[31mrød�[0m"),
        ("a\u202eb\u2066c", "a�b�c"),
        ("\x9b2J", "�2J"),
        ("", ""),
    ],
)
def test_a_text_from_elsewhere_commands_nothing(text: str, shown: str) -> None:
    assert one_line(text) == shown


def test_messages_and_answers_are_apart(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Terminal(quiet=False)
    terminal.say("message")
    terminal.answer("answer")
    assert capsys.readouterr() == ("answer\n", "message\n")


def test_the_quiet_one_answers(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Terminal(quiet=True)
    terminal.say("message")
    terminal.answer("answer\n")
    with terminal.progress("Reading") as progress:
        progress(1, 1, "a")
    assert capsys.readouterr() == ("answer\n", "")


def test_a_file_is_printed_byte_for_byte(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "a").write_bytes(b"a\r\n\xff")
    Terminal(quiet=False).answer_file(tmp_path / "a")
    assert capfdbinary.readouterr().out == b"a\r\n\xff"


def test_without_a_terminal_progress_is_a_line_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    with Terminal(quiet=False).progress("Reading") as progress:
        for done in range(1, 251):
            progress(done, 250, "a")
    assert capsys.readouterr().err.splitlines() == [
        "100 of 250 files read",
        "200 of 250 files read",
        "250 of 250 files read",
    ]
