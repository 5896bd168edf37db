"""The graph as files of other forms."""
