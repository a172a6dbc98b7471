"""One language more is an entry and its texts: nothing else in the product knows which languages
there are.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from mentoring.domain.language import LANGUAGES

ROOT = Path(__file__).parents[2]


@pytest.mark.long
def test_a_third_language_is_an_entry_and_texts(tmp_path: Path) -> None:
    """It is spoken in a process of its own: every card, every command, dates, and what the matching
    says.
    """
    command = [sys.executable, "-m", "tests.house.invented", str(tmp_path / "texts")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_no_code_outside_the_entries_asks_which_language_it_is() -> None:
    codes = "|".join(LANGUAGES)
    asks = re.compile(
        rf"language\w*\s*(==|!=|in)\s*[\"'({{]+({codes})\b|Language = Literal"
        rf"|sentence_({codes})|\.({codes})\b"
    )
    rooms = ("bot", "cards", "graph", "mentoring")
    files = [path for room in rooms for path in (ROOT / room).rglob("*.py")]
    asking = [
        str(path.relative_to(ROOT))
        for path in files
        if asks.search(path.read_text(encoding="utf-8"))
    ]
    assert asking == [], "say it in cards/texts, or in the entry (mentoring/domain/language.py)"
