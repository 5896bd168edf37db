"""What pages and REST answers show of the graph."""
