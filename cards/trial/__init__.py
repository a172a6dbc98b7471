"""Cards: a try."""
