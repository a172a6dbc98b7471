"""Commands: runs, decisions, offers."""
