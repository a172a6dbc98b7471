"""What people type in commands besides their names, in whichever language."""

from __future__ import annotations

import re

from cards.kit.words import typed


def either(key: str) -> str:
    """A pattern of everything that may be written for ``typed-<key>`` of the texts."""
    return "|".join(re.escape(word) for word in typed(key))


def says_more(rest: str) -> bool:
    """Whether anything is said behind a command that means something to it."""
    return bool({*rest.casefold().split()} - {*typed("light")})
