"""Commands: what happens in Outlook, absence, handover."""
