"""Use cases: what happens in Outlook, absence, handover."""
