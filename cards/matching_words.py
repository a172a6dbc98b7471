"""Reasons, rules and causes of the matching in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cards.words import Words
from mentoring.domain.programme import Programme


def reason_sentence(reason: Mapping[str, Any], programme: Programme, words: Words) -> str:
    """Why the two fit."""
    return str(reason["code"])


def check_sentence(check: Mapping[str, Any], words: Words) -> str:
    """A rule as it was checked."""
    return str(check["rule"])


def why_sentence(why: str, words: Words) -> str:
    """Why somebody is left over."""
    return why
