"""The options every command shares."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DataOption = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="The folder the graph lives in.  [default: sagsgraf-data]"),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No messages, answers alone.")]
