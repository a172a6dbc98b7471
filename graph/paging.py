"""Collections that come a page at a time, each of which names the next one
(learn.microsoft.com/graph/paging).
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any

from graph.client import Answer

Row = Mapping[str, Any]


async def rows(ask: Callable[[str], Awaitable[Answer]]) -> AsyncIterator[Row]:
    """Every row of a collection; ``ask`` gets the address of a page, the first time none."""
    page = ""
    while True:
        answer = (await ask(page)).json
        for row in answer["value"]:
            yield row
        page = answer.get("@odata.nextLink", "")
        if not page:
            return
