"""Cards: runs, decisions, offers."""
