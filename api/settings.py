"""What can be set, read once at the edge and passed on."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

from extract.errors import SagsgrafError

PREFIX = "SAGSGRAF_"
RATE = re.compile(r"none|[1-9][0-9]{0,8}/(?:second|minute|hour|day)")
PREFIX_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)+")
YES, NO = frozenset({"1", "true", "yes", "ja"}), frozenset({"0", "false", "no", "nej", ""})


class SettingError(SagsgrafError):
    """A setting has a value it cannot have."""

    def __init__(self, name: str, value: str, reason: str) -> None:
        super().__init__(f"{name}={value}: {reason}")
        self.name = name
        self.value = value
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting. Each is read from the environment variable `SAGSGRAF_` and its name in capitals."""

    data: Path = field(
        default=Path("sagsgraf-data"), metadata={"help": "the folder the graph lives in (or --data)"}
    )
    base_iri: str = field(
        default="http://localhost:8000/",
        metadata={"help": "what the graph's IRIs begin with; fixed by a graph's first build"},
    )
    show_contacts: bool = field(
        default=False, metadata={"help": "put e-mail addresses and telephone numbers into the graph"}
    )
    term_lists: tuple[Path, ...] = field(
        default=(), metadata={"help": "own lists of organizations and places, separated by ':'"}
    )
    file_timeout_s: float = field(default=600.0, metadata={"help": "seconds one file may take to read"})
    file_memory_mb: int = field(default=4096, metadata={"help": "memory one file may take to read"})
    query_timeout_s: float = field(default=60.0, metadata={"help": "seconds one query may take"})
    query_memory_mb: int = field(default=4096, metadata={"help": "memory one query may take"})
    service_timeout_s: float = field(
        default=10.0, metadata={"help": "seconds one query to the service may take"}
    )
    service_memory_mb: int = field(
        default=1024, metadata={"help": "memory one query to the service may take"}
    )
    rate_limit: str = field(
        default="600/minute", metadata={"help": "requests a client elsewhere may send, or 'none'"}
    )
    rate_limit_loopback: str = field(
        default="600000/minute", metadata={"help": "requests a client on this machine may send, or 'none'"}
    )
    connections: int = field(default=512, metadata={"help": "connections the service holds at once"})
    connections_per_client: int = field(
        default=128, metadata={"help": "connections it holds for one address"}
    )
    trusted_proxies: tuple[str, ...] = field(
        default=(), metadata={"help": "addresses or networks that are believed about X-Forwarded-For"}
    )
    root_path: str = field(default="", metadata={"help": "the path a proxy serves this under: /sagsgraf"})
    warm: bool = field(
        default=True, metadata={"help": "read what pages need before it is asked for: yes or no"}
    )
    log_queries: bool = field(default=False, metadata={"help": "write queries into the log"})


def read_settings(environ: Mapping[str, str] = os.environ, data: Path | None = None) -> Settings:
    """Read the settings from the environment; `data`, where given, wins.

    Raises: SettingError naming the variable and what is wrong with it.

    >>> read_settings({"SAGSGRAF_BASE_IRI": "https://sag.example/"}).base_iri
    'https://sag.example/'
    """
    values: dict[str, object] = {}
    for each in fields(Settings):
        name = PREFIX + each.name.upper()
        if environ.get(name):
            values[each.name] = READERS[each.name](name, environ[name])
    if data is not None:
        values["data"] = data
    return Settings(**values)  # type: ignore[arg-type]  # each value was made by its field's reader


def _path(name: str, value: str) -> Path:
    return Path(value).expanduser()


def _paths(name: str, value: str) -> tuple[Path, ...]:
    return tuple(Path(part).expanduser() for part in value.split(os.pathsep) if part)


def _iri(name: str, value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc or not value.endswith("/"):
        raise SettingError(name, value, "an http or https address that ends in '/' is needed")
    return value


def _yes_or_no(name: str, value: str) -> bool:
    if value.casefold() not in YES | NO:
        raise SettingError(name, value, "yes or no is needed")
    return value.casefold() in YES


def _seconds(name: str, value: str) -> float:
    try:
        seconds = float(value)
    except ValueError as error:
        raise SettingError(name, value, "a number of seconds is needed") from error
    if not 0 < seconds < float("inf"):
        raise SettingError(name, value, "a number of seconds above 0 is needed")
    return seconds


def _megabytes(name: str, value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise SettingError(name, value, "a whole number of megabytes above 0 is needed")
    return int(value)


def _count(name: str, value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise SettingError(name, value, "a whole number above 0 is needed")
    return int(value)


def _rate(name: str, value: str) -> str:
    if not RATE.fullmatch(value):
        raise SettingError(name, value, "a rate such as 600/minute, or none, is needed")
    return value


def _networks(name: str, value: str) -> tuple[str, ...]:
    parts = tuple(part.strip() for part in value.split(",") if part.strip())
    for part in parts:
        try:
            ip_network(part)
        except ValueError as error:
            raise SettingError(name, value, f"{part} is no address and no network") from error
    return parts


def _prefix(name: str, value: str) -> str:
    if not PREFIX_PATH.fullmatch(value):
        raise SettingError(name, value, "a path that begins with / and does not end with it is needed")
    return value


READERS = {
    "data": _path,
    "base_iri": _iri,
    "show_contacts": _yes_or_no,
    "term_lists": _paths,
    "file_timeout_s": _seconds,
    "file_memory_mb": _megabytes,
    "query_timeout_s": _seconds,
    "query_memory_mb": _megabytes,
    "service_timeout_s": _seconds,
    "service_memory_mb": _megabytes,
    "rate_limit": _rate,
    "rate_limit_loopback": _rate,
    "connections": _count,
    "connections_per_client": _count,
    "trusted_proxies": _networks,
    "root_path": _prefix,
    "warm": _yes_or_no,
    "log_queries": _yes_or_no,
}
