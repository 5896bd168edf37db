"""What is kept of the newest state of the graph."""
