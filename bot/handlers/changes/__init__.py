"""Buttons: what happens in Outlook, absence, handover."""
