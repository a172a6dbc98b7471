"""Whom nothing reaches, and why."""

from __future__ import annotations

from cards.kit.words import Words


def with_cause(name: str, cause: str, words: Words) -> str:
    """Somebody's name, and why nothing reaches them, if so (a code of ``Profile.hindrance``)."""
    return f"{name} ({words.text(f'unreachable-{cause}')})" if cause else name
