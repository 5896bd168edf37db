"""One command a module: each has `register(app)`, which adds it to the command line."""
