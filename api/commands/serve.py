"""`sagsgraf serve`: SPARQL and the pages."""

from __future__ import annotations

import socket
from typing import Annotated

import typer
import uvicorn

from api.app import create_app
from api.options import DataOption, QuietOption
from api.settings import Settings, read_settings
from api.terminal import Terminal
from extract.errors import SagsgrafError

HostOption = Annotated[str, typer.Option("--host", help="The address to listen on.")]
PortOption = Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to listen on.")]


class PortTakenError(SagsgrafError):
    """Something else listens there."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(f"cannot listen on {host}:{port}: {reason}; give another --port")
        self.host = host
        self.port = port


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve")(serve)


def serve(
    data: DataOption = None,
    host: HostOption = "127.0.0.1",
    port: PortOption = 8000,
    quiet: QuietOption = False,
) -> None:
    """Serve SPARQL at /sparql and the pages at /, until interrupted."""
    listen(read_settings(data=data), host, port, Terminal(quiet))


def listen(settings: Settings, host: str, port: int, terminal: Terminal) -> None:
    """Serve until interrupted, saying where to look.

    Raises: PortTakenError if something else listens there.
    """
    check_free(host, port)
    terminal.say(f"sagsgraf is at http://{host}:{port}/ (stop with Ctrl-C)")
    uvicorn.run(
        create_app(settings), host=host, port=port, log_level="warning", ws="none", server_header=False
    )


def check_free(host: str, port: int) -> None:
    """Make sure that nothing listens there yet.

    Raises: PortTakenError.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        raise PortTakenError(host, port, error.strerror or str(error)) from error
