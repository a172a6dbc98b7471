"""Use cases: runs, decisions, offers."""
