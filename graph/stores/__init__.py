"""The engines that hold the graph: embedded, or any SPARQL 1.1 server."""
