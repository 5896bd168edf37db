"""An error as a page, for people who follow links: what happened and what to do, with the id of the log."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse

from api.pages.page import render
from api.rest.negotiation import choose

HTML, PROBLEM = "text/html", "application/problem+json"
MACHINES = ("/api", "/static", "/openapi.json", "/healthz")
SAID = {
    400: ("Adressen kan ikke bruges, som den er", "Ret den, eller begynd forfra med søgefeltet."),
    404: (
        "Her er ikke noget",
        "Søg efter det, eller gå til forsiden. Grafen kan være indlæst på ny siden da.",
    ),
    429: ("For mange forespørgsler", "Vent et øjeblik, og prøv igen."),
    503: ("Tjenesten kan ikke svare lige nu", "Prøv igen om lidt."),
}
OTHERWISE = ("Tjenesten kunne ikke svare", "Prøv igen. Bliver det ved, så sig det med nummeret herunder.")


def wants_page(request: Request) -> bool:
    """Tell whether somebody reads this in a browser: a GET of a page by one who prefers HTML."""
    path = request.url.path.removeprefix(request.app.state.settings.root_path)
    is_machine = any(path == each or path.startswith(f"{each}/") for each in MACHINES)
    accept = request.headers.get("accept")
    if request.method not in ("GET", "HEAD") or is_machine or not accept or HTML not in accept:
        return False
    return choose(accept, [PROBLEM, HTML], {}) == HTML


def error_page(request: Request, status: int, identity: str, detail: str) -> HTMLResponse:
    """Return the page. `detail` is shown as it is to a machine, in English."""
    title, advice = SAID.get(status, OTHERWISE)
    values = {"title": title, "advice": advice, "identity": identity, "detail": detail}
    return render(request, "error.html", status, **values)
