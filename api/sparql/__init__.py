"""SPARQL over HTTP: the protocol, the workers, the cache."""
