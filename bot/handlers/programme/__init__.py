"""Buttons of the programme's settings."""
