"""Buttons: a new time, agreed by both."""
