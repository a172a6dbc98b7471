"""The effect with which it is tried how effects are carried out."""

from __future__ import annotations

import pytest

from mentoring.usecases.common.effects import EFFECTS, DurableEffect
from mentoring.workflows import carrying
from tests.workflows.probing import Probe


@pytest.fixture
def probe(monkeypatch: pytest.MonkeyPatch) -> Probe:
    made = Probe()
    found = DurableEffect("probe", made, "work", together=10, attempts=3, given_up=made.give_up)
    monkeypatch.setitem(EFFECTS, "probe", found)
    monkeypatch.setattr(carrying, "PAUSES_SECONDS", (0.01, 0.01))
    return made
