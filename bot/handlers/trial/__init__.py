"""Buttons: a try."""
