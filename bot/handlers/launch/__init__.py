"""Buttons: launch, kick-off, closing."""
