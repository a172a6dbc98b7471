"""What Outlook allows for a mailbox: its events, its settings, its owner's picture."""

from __future__ import annotations

from graph.limits import Limit

MAILBOX = Limit("mailbox {user_id}", at_once=4)
"""Each mailbox on its own: what one refuses is none of the others' business (learn.microsoft.com,
graph/throttling-limits, Outlook service limits).
"""
