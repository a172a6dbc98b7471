"""Circles: people of a programme who exchange among themselves in a private channel."""
