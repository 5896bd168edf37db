"""The edge: command line, HTTP and pages."""
