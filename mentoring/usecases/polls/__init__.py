"""Use cases: a new time, agreed by both."""
