"""``make permissions``: writes the permissions into the page for administrators."""

from __future__ import annotations

from pathlib import Path

import bot.app  # noqa: F401 - every operation registers itself
from graph.client import OPERATIONS
from graph.permissions import PURPOSES, grants, table

PAGE = Path(__file__).parents[2] / "docs/tenant.md"
PLACES = {"permissions": table, "grants": grants}
"""What is written between the marks of each name."""


def explained() -> None:
    """Fails with what to write if a call needs a permission whose purpose nobody has written."""
    missing = sorted({each.permission for each in OPERATIONS.values()} - set(PURPOSES))
    assert not missing, (
        f"write what {missing} is for in PURPOSES of graph/permissions.py, then `make permissions`"
    )


def written() -> str:
    """The page with the table and the names as the calls want them today."""
    explained()
    page = PAGE.read_text(encoding="utf-8")
    for name, write in PLACES.items():
        start, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        before, _, rest = page.partition(start)
        page = f"{before}{start}{write()}\n{end}{rest.partition(end)[2]}"
    return page


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
