"""What is checked of a graph."""
