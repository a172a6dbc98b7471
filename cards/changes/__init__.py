"""Cards: what happens in Outlook, absence, handover."""
