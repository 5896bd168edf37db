"""The network, placed for drawing."""
