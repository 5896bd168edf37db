"""What the REST answers look like."""
