"""Cards: a new time, agreed by both."""
