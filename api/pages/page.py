"""A page: a template in the reader's language, whose links keep that language and work behind any prefix.

Templates get `say(danish, …)`, `href(path, …)`, `link(iri)`, `asset(name)`, `date(iso)`, `number(value)`,
`lang`, and `story` (api.pages.story), which tells a trace in the page's language.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from jinja2.runtime import Context
from jinja2.utils import pass_context
from starlette.requests import Request
from starlette.responses import HTMLResponse

from api.pages import danish, english
from api.pages.languages import DANISH, LANGUAGES, chosen, say
from api.pages.static_files import FOLDER, Asset, assets
from api.pages.story import Story
from api.pages.templating import environment
from api.rest.snapshot_route import base_of
from api.settings import Settings
from graph.errors import NoGraphError


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands: its language, the prefix the service is reached under, the graph's base IRI.

    `path` is the page's own, below the prefix; `query` its parameters without `lang`.
    """

    language: str
    prefix: str
    base_iri: str
    path: str
    query: tuple[tuple[str, str], ...]

    def href(self, path: str, language: str | None = None, **parameters: object) -> str:
        """Return the address of a page of ours; parameters that are None or "" are left out."""
        given = [(name, str(value)) for name, value in parameters.items() if value not in (None, "")]
        return self._address(path, given, language or self.language)

    def link(self, iri: str, **parameters: object) -> str:
        """Return the address that an IRI of the graph answers at here; another as it is if it is http(s)."""
        if iri.startswith(self.base_iri):
            return self.href("/" + quote(self.short(iri), safe="/-._~"), **parameters)  # type: ignore[arg-type]
        return iri if urlsplit(iri).scheme in ("http", "https") else "#"

    def data(self, iri: str, suffix: str) -> str:
        """Return the address of an IRI of the graph as data, in the form that the suffix names ("ttl")."""
        return f"{self.prefix}/{quote(self.short(iri), safe='/-._~')}.{suffix}"

    def short(self, iri: str) -> str:
        """Return what an IRI of the graph ends in; another as it is."""
        return iri.removeprefix(self.base_iri)

    def in_language(self, language: str) -> str:
        """Return the address of this page in another language."""
        return self._address(self.path, list(self.query), language)

    def also(self, **parameters: object) -> str:
        """Return the address of this page with these parameters instead of those it has of the same names."""
        kept = [(name, value) for name, value in self.query if name not in parameters]
        given = [(name, str(value)) for name, value in parameters.items()]
        return self._address(self.path, [*kept, *given], self.language)

    def _address(self, path: str, parameters: list[tuple[str, str]], language: str) -> str:
        spoken = [] if language == DANISH else [("lang", language)]
        query = urlencode([*parameters, *spoken])
        return f"{self.prefix}{path}{'?' if query else ''}{query}"


def place_of(request: Request) -> Place:
    """Return where the page that is asked for stands."""
    prefix = str(request.scope.get("root_path", "")).rstrip("/")
    parameters = request.query_params
    return Place(
        language=chosen(parameters.get("lang")),
        prefix=prefix,
        base_iri=_base(request),
        path=request.url.path.removeprefix(prefix),
        query=tuple((name, value) for name, value in parameters.multi_items() if name != "lang"),
    )


def _base(request: Request) -> str:
    """Return what the IRIs of the newest graph begin with; before the first build, what they will."""
    settings: Settings = request.app.state.settings
    try:
        with request.app.state.current.open() as snapshot:
            return base_of(snapshot, settings)
    except NoGraphError:
        return settings.base_iri


def render(request: Request, template: str, status: int = 200, **values: object) -> HTMLResponse:
    """Return a page made of a template and its values, all of them escaped."""
    place = place_of(request)
    known = {"place": place, "lang": place.language, "story": Story(place.language)}
    text = environment().get_template(template).render(**known, **values)
    return HTMLResponse(text, status, {"Vary": "Accept", "Content-Language": place.language})


@pass_context
def _say(context: Context, words: str, **values: object) -> str:
    return say(words, context["lang"], **values)


@pass_context
def _href(context: Context, path: str, **parameters: object) -> str:
    found: Place = context["place"]
    return found.href(path, **parameters)  # type: ignore[arg-type]  # a parameter named language is a language


@pass_context
def _link(context: Context, iri: str, **parameters: object) -> str:
    found: Place = context["place"]
    return found.link(iri, **parameters)


@pass_context
def _asset(context: Context, name: str) -> dict[str, Any] | None:
    """Return the addresses of a built entry, or None where it was not built."""
    found: Asset | None = assets().of(name)
    if found is None:
        return None
    folder = f"{context['place'].prefix}/{FOLDER}"
    return {
        "file": f"{folder}/{found.file}",
        "style": f"{folder}/{found.style}" if found.style else None,
        "early": [f"{folder}/{each}" for each in found.early],
    }


@pass_context
def _date(context: Context, iso: str) -> str:
    return danish.date(iso) if context["lang"] == DANISH else english.date(iso)


@pass_context
def _number(context: Context, value: Decimal | float | str) -> str:
    write = danish.number if context["lang"] == DANISH else english.number
    return write(Decimal(str(value)))


GLOBALS = {
    "say": _say,
    "href": _href,
    "link": _link,
    "asset": _asset,
    "date": _date,
    "number": _number,
    "LANGUAGES": LANGUAGES,
}
environment().globals.update(GLOBALS)
