"""How uvicorn runs the service: bounded connections, nothing said of what runs here, problems in a log."""

from __future__ import annotations

import copy
from ipaddress import ip_network
from typing import Any

import uvicorn
from fastapi import FastAPI
from uvicorn.config import LOGGING_CONFIG

from api.edge.connections import Bounds, guarded
from api.settings import Settings

IDLE_S = 15  # how long a connection may wait for its next request
GOODBYE_S = 5  # how long answers may take when the service stops


def server_config(app: FastAPI, settings: Settings) -> uvicorn.Config:
    """Return uvicorn's configuration.

    Only the proxies that the settings name are believed about the client's address and scheme.
    """
    proxies = settings.trusted_proxies
    bounds = Bounds(
        connections=settings.connections,
        per_peer=settings.connections_per_client,
        exempt=tuple(ip_network(proxy) for proxy in proxies),
    )
    return uvicorn.Config(
        app,
        http=guarded(bounds),
        ws="none",
        proxy_headers=bool(proxies),
        forwarded_allow_ips=list(proxies),
        root_path=settings.root_path,
        server_header=False,
        access_log=False,
        timeout_keep_alive=IDLE_S,
        timeout_graceful_shutdown=GOODBYE_S,
        log_level="warning",
        log_config=log_config(),
    )


def log_config() -> dict[str, Any]:
    """Return the logging of the service: to standard error, problems by their ids, with the time."""
    config: dict[str, Any] = copy.deepcopy(LOGGING_CONFIG)
    config["formatters"]["service"] = {"format": "%(asctime)s %(levelname)s %(message)s"}
    config["handlers"]["service"] = {"class": "logging.StreamHandler", "formatter": "service"}
    config["loggers"]["sagsgraf"] = {"handlers": ["service"], "level": "INFO", "propagate": False}
    return config
