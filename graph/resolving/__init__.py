"""Mentions to entities, by recorded judgements."""
