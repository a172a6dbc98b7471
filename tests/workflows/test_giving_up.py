"""What fails is tried with growing pauses, and given up in the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.logs import without_content
from mentoring.domain.errors import NotAllowed
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.usecases.common import effects
from mentoring.usecases.common.effects import EFFECTS
from mentoring.workflows import carrying
from mentoring.workflows.carrying import ANEW, Carrier, pause_after
from tests.workflows.probing import AWAY, FAULT, NOW, Clock, Probe, effect, stored
from tests.worlds import world_of


async def test_the_pauses_grow_and_end() -> None:
    assert [pause_after(AWAY, each) for each in (1, 2, 3)] == list(ANEW[:3])
    assert pause_after(AWAY, 100) == ANEW[-1]
    assert pause_after(FAULT, 1) == timedelta(minutes=2)
    assert pause_after(FAULT, 100) == ANEW[-1]


@pytest.mark.parametrize("error", [AWAY, FAULT])
async def test_after_its_last_attempt_it_is_given_up_with_its_cause(
    store: SqlStore, probe: Probe, error: Exception
) -> None:
    probe.fails = [error] * 3
    await Carrier(world_of(store, Clock())).carry_out(stored(store, attempt=3))
    left = effect(store)
    assert (left.done, left.done_at, left.failed) == (True, NOW, type(error).__name__)
    assert probe.given_up == ["of e"]


async def test_whoever_looks_for_the_reason_in_the_log_finds_it_in_the_line_that_owners_name(
    store: SqlStore, probe: Probe
) -> None:
    """The card says: IT finds the reason in the log under effect.given_up."""
    refused = NotAllowed("create channel needs Channel.Create; request-id 4a1f")
    probe.fails = [refused]
    with capture_logs() as logs:
        await Carrier(world_of(store, Clock())).carry_out(stored(store, attempt=3))
    [line] = [each for each in logs if each["event"] == "effect.given_up"]
    told = without_content(None, "error", dict(line))
    assert told["exception"][0]["text"] == str(refused)


async def test_what_cannot_be_given_up_as_it_should_is_told_and_not_tried_for_ever(
    store: SqlStore, probe: Probe, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def fails(_uow: UnitOfWork, _moment: Moment, _subject: str) -> None:
        raise FAULT

    found = replace(EFFECTS["probe"], given_up=fails)
    monkeypatch.setitem(EFFECTS, "probe", found)
    monkeypatch.setattr(effects, "TOLD", [lambda _uow, _moment, subject: heard.append(subject)])
    probe.fails = [FAULT]
    await Carrier(world_of(store, Clock())).carry_out(stored(store, attempt=3))
    assert (effect(store).done, effect(store).failed, heard) == (True, "NotThere", ["of e"])


async def test_where_nobody_can_be_told_either_its_row_says_it(
    store: SqlStore, probe: Probe, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was tried as often again, and owners heard of it a day later, or never."""

    def fails(_uow: UnitOfWork, _moment: Moment, _subject: str) -> None:
        raise FAULT

    monkeypatch.setitem(EFFECTS, "probe", replace(EFFECTS["probe"], given_up=fails))
    monkeypatch.setattr(effects, "TOLD", [fails])
    probe.fails = [FAULT]
    await Carrier(world_of(store, Clock())).carry_out(stored(store, attempt=3))
    assert (effect(store).done, effect(store).failed, effect(store).attempt) == (
        True,
        "NotThere",
        3,
    )


@pytest.mark.parametrize(("attempt", "anew"), [(2, 3), (3, 3), (5, 6), (6, 6)])
async def test_after_a_last_attempt_that_was_lost_no_new_round_begins(
    store: SqlStore, probe: Probe, attempt: int, anew: int
) -> None:
    """The process died between the failure and the word that it was given up."""
    stored(store, attempt=attempt)
    await Carrier(world_of(store, Clock())).begin_anew(["e"], "f")
    left = effect(store)
    over = attempt == anew
    assert (left.attempt, left.done, left.failed) == (anew, over, carrying.LOST if over else "")
    assert probe.given_up == (["of e"] if over else [])


async def test_what_is_begun_anew_after_that_is_tried_as_often_as_at_first(
    store: SqlStore, probe: Probe
) -> None:
    """The count goes on, because each attempt has a workflow of its own; the pauses begin anew."""
    probe.fails = [FAULT]
    await Carrier(world_of(store, Clock())).carry_out(stored(store, attempt=4))
    left = effect(store)
    assert (left.done, left.attempt) == (False, 5)
    assert left.not_before == NOW + pause_after(FAULT, 1)
    assert probe.given_up == []
