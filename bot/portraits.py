"""People's pictures for cards: asked for when a card is shown, kept in memory for an hour, stored
nowhere.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict

import structlog

from mentoring.domain.errors import OutsideError
from mentoring.ports.directory import Directory

KEPT_SECONDS = 3600.0
MOST = 12_000
"""So many are kept, some three kilobytes each: with fewer than a launch has people (of 5,000
tandems 10,000), each card asks anew, because whoever was seen longest ago comes next.
"""
PATIENCE_SECONDS = 2.0
log = structlog.get_logger()


class Portraits:
    """Pictures by id or e-mail.

    A card never waits long for one, and never fails for want of one.
    """

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._kept: OrderedDict[str, tuple[float, str]] = OrderedDict()

    async def of(self, person: str) -> str:
        """The picture as a ``data:`` URI; empty where there is none, or none can be had in two
        seconds.
        """
        read_at, photo = self._kept.get(person, (float("-inf"), ""))
        if not person or time.monotonic() - read_at < KEPT_SECONDS:
            return photo
        try:
            photo = await asyncio.wait_for(self._directory.photo(person), PATIENCE_SECONDS)
        except (OutsideError, TimeoutError) as error:
            log.info("portrait.missing", error=type(error).__name__)
            return ""
        self._keep(person, photo)
        return photo

    def _keep(self, person: str, photo: str) -> None:
        self._kept[person] = (time.monotonic(), photo)
        self._kept.move_to_end(person)
        if len(self._kept) > MOST:
            self._kept.popitem(last=False)
