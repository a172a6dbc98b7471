"""Every use case has unit tests of its own, room by room as the code."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ROOT / "mentoring/usecases"


def test_every_use_case_has_a_file_of_tests() -> None:
    modules = [
        path.relative_to(ROOMS) for path in ROOMS.glob("*/*.py") if path.name != "__init__.py"
    ]
    assert len(modules) > 35
    tests = ROOT / "tests/usecases"
    missing = [
        str(each) for each in modules if not (tests / each.parent / f"test_{each.name}").is_file()
    ]
    assert not missing, "write tests/usecases/<room>/test_<module>.py"
