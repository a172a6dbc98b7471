"""``make permissions``: writes the table of permissions into the page for administrators."""

from __future__ import annotations

import re
from pathlib import Path

import bot.app  # noqa: F401 - every operation registers itself
from graph.client import OPERATIONS
from graph.permissions import PURPOSES, table

PAGE = Path(__file__).parents[2] / "docs/tenant.md"
PLACE = re.compile(r"(?<=<!-- permissions -->\n).*?(?=<!-- /permissions -->)", re.DOTALL)


def explained() -> None:
    """Fails with what to write if a call needs a permission whose purpose nobody has written."""
    missing = sorted({each.permission for each in OPERATIONS.values()} - set(PURPOSES))
    assert not missing, (
        f"write what {missing} is for in PURPOSES of graph/permissions.py, then `make permissions`"
    )


def written() -> str:
    """The page with the table as the calls want it today."""
    explained()
    made = f"{table()}\n"
    return PLACE.sub(lambda _: made, PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
