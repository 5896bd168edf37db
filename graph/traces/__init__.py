"""The parts of a trace: the life of one entity across meetings."""
