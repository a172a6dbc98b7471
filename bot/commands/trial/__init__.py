"""Commands: a try."""
