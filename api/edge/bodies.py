"""Bodies of requests that cannot fill the memory, whatever route they are for."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.sparql.request import ProtocolError

LARGEST = 1024**2


class BoundedBodies:
    """Ends a request whose body is larger than `largest` bytes, or is packed: who knows how large it is."""

    def __init__(self, app: ASGIApp, largest: int = LARGEST) -> None:
        self.app = app
        self.largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; count its body as it is read. The route raises ProtocolError 413 or 415."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        packing = next(
            (value for name, value in scope["headers"] if name == b"content-encoding"), b"identity"
        )
        read = 0

        async def receive_bounded() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self.largest:
                raise ProtocolError(413, f"the request is larger than {self.largest} bytes")
            if read and packing.lower() != b"identity":
                raise ProtocolError(415, "a packed request (Content-Encoding) is not read here")
            return message

        await self.app(scope, receive_bounded, send)
