"""Buttons: what any card may have."""
