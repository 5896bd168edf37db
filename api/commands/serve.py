"""`sagsgraf serve`: the graph over HTTP."""

from __future__ import annotations

import os
import socket
from contextlib import closing
from typing import Annotated

import typer
import uvicorn

from api.app import create_app
from api.console.options import DataOption, QuietOption
from api.console.store_option import StoreOption, store_address
from api.console.terminal import Terminal
from api.edge.server import server_config
from api.settings import Settings, read_settings
from api.states.attached import attached
from api.states.warming import PATIENCE_S
from extract.errors import SagsgrafError

HostOption = Annotated[str, typer.Option("--host", help="The address to listen on.")]
PortOption = Annotated[
    int, typer.Option("--port", min=0, max=65535, help="The port to listen on; 0 takes any that is free.")
]


class ListenError(SagsgrafError):
    """The service cannot listen there."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(f"cannot listen on {host} port {port}: {reason}; choose another with --port")
        self.host = host
        self.port = port
        self.reason = reason


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve")(serve)


def serve(
    data: DataOption = None,
    host: HostOption = "127.0.0.1",
    port: PortOption = 8000,
    store: StoreOption = None,
    quiet: QuietOption = False,
) -> None:
    """Serve the graph: the explorer at /, SPARQL at /sparql. Ends with Ctrl-C."""
    settings = read_settings(data=data)
    with attached(settings, store_address(store)) as found, closing(listen(host, port)) as listener:
        run(found, listener, Terminal(quiet))


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that holds the port.

    Raises: ListenError if it is taken or the address is not this machine's.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise ListenError(host, port, _reason(error)) from error


def run(settings: Settings, listener: socket.socket, terminal: Terminal) -> None:
    """Serve on a socket until the process is told to stop, saying where to look."""
    host, port = listener.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    terminal.say(f"The explorer is at http://{shown}:{port}/ and SPARQL at /sparql. Stop with Ctrl-C.")
    app = create_app(settings, PATIENCE_S if settings.warm else 0.0)
    uvicorn.Server(server_config(app, settings)).run(sockets=[listener])


def _reason(error: OSError) -> str:
    """Return the system's own words; an address that is unknown has some of its own."""
    if error.errno is None or isinstance(error, socket.gaierror):
        return error.strerror or str(error)
    return os.strerror(error.errno)
