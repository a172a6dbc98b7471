"""A card that has been put before somebody, and what Teams says of a channel that is gone."""

from __future__ import annotations

from mentoring.domain.errors import (
    Undeliverable,
)
from mentoring.domain.posting import Posting

POSTING = Posting(
    "card", "enrolment", "mentee:p1", "p1", "chat", "https://s.example/", "a", wanted=2, shown=1
)

CHANNEL_GONE = Undeliverable("404 ConversationNotFound", "chat-gone")
