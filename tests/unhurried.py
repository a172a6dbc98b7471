"""Presses in tests are waited for, however busy the machine is."""

from __future__ import annotations

import pytest

from bot import presses


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a press take as long as it takes: no answer says that it takes longer, unless a test is
    about that and sets the time itself.
    """
    monkeypatch.setattr(presses, "PATIENCE_SECONDS", 3600.0)
