"""Commands: circles."""
