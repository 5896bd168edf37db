"""The search index: names and sentences."""
