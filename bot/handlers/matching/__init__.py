"""Buttons: runs, decisions, offers."""
