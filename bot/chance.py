"""Chance that nobody outside can foresee, and nobody inside can try anew."""

from __future__ import annotations

import hashlib
import hmac

from mentoring.ports.moment import Chance


def keyed(secret: str) -> Chance:
    """Chance by HMAC-SHA256: whoever does not have the secret cannot tell what it will be, and
    asked again about the same it stays the same, on every replica.
    """

    def chance(about: str) -> float:
        digest = hmac.new(secret.encode(), f"chance {about}".encode(), hashlib.sha256).digest()
        return int.from_bytes(digest[:6]) / 2**48

    return chance
