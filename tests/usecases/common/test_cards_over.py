"""A card that is over is not edited whenever anything changes for all."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

import pytest

from mentoring.domain.closing import ClosingState
from mentoring.domain.finding import FindingState
from mentoring.domain.intervention import InterventionState
from mentoring.domain.invitation import InviteState
from mentoring.domain.kickoff import KickoffState
from mentoring.domain.launch import LaunchState
from mentoring.domain.match_run import RunState
from mentoring.domain.posting import Posting
from mentoring.domain.undoing import UndoingState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.usecases.changes import handover_card
from mentoring.usecases.common.changes import Topic, catch_up, changed
from mentoring.usecases.common.showing import DEPENDENCIES, EVERY, STILL_OPEN
from mentoring.usecases.enrolment.correcting import Correction
from tests.usecases.company import Company

ALWAYS_OPEN = {"status_card", "history_card", "people_card"}
"""Views of a programme as it stands: an older copy of such a card is closed by the newer one."""
WAITED_FOR = {KickoffState.PREVIEW, KickoffState.OPEN, KickoffState.TROUBLE}
OVER: dict[str, tuple[str, set[StrEnum]]] = {
    "matching": ("runs", {RunState.REPLACED, RunState.FAILED}),
    "invite": ("invites", {InviteState.STOPPED, InviteState.UNDONE}),
    "launch": ("launches", {LaunchState.DISCARDED, LaunchState.UNDONE}),
    "closing": ("closings", {ClosingState.DISCARDED}),
    "undoing_card": ("undoings", {UndoingState.DISCARDED}),
    "finding_card": ("findings", {FindingState.OVER}),
    "kickoff": ("kickoffs", {*KickoffState} - WAITED_FOR),
    "intervention_card": (
        "interventions",
        {
            InterventionState.DISCARDED,
            InterventionState.DONE,
            InterventionState.OVERTAKEN,
        },
    ),
}
"""In which states of its subject a card says for good what it says, and whose rows they are."""
OVER_BY_VIEW: dict[str, tuple[set[str], set[str]]] = {
    "handover_card": ({handover_card.DISCARDED}, {"", "mentor"}),
    "correction_card": (
        {Correction.ROLE_DONE, Correction.REMOVED, Correction.DISCARDED},
        {Correction.ROLE, Correction.REMOVE},
    ),
}
"""The same of cards whose own part says it, and the parts that go on changing."""
EACH_STATE = [(kind, state) for kind, (_, over) in OVER.items() for state in type(next(iter(over)))]
EACH_VIEW = [
    (kind, view) for kind, both in OVER_BY_VIEW.items() for view in sorted(set.union(*both))
]


def test_each_card_that_changes_with_all_says_when_it_is_over() -> None:
    """Otherwise each receipt of an owners' channel is edited whenever anything changes."""
    everywhere = {
        each.view.name
        for found in DEPENDENCIES.values()
        for each in found
        if "EVERY" in each.find.__code__.co_names
    }
    assert everywhere
    assert sorted(everywhere - STILL_OPEN.keys() - ALWAYS_OPEN) == []
    assert STILL_OPEN.keys() == OVER.keys() | OVER_BY_VIEW.keys()


async def is_edited(company: Company, store: SqlStore, card: Posting) -> bool:
    """Whether the card becomes old because something has changed for all of its kind."""
    world = replace(company.first, store=store).of(card.cycle_id)

    def note(uow: UnitOfWork, _moment: Moment) -> None:
        changed(uow, Topic(card.kind), EVERY)

    await catch_up(world)
    before = store.read_now(lambda uow: uow.everywhere.postings.need(card.id).wanted)
    await world.run(note)
    await catch_up(world)
    return store.read_now(lambda uow: uow.everywhere.postings.need(card.id).wanted) > before


def one_card(store: SqlStore, kind: str) -> Posting:
    found = store.read_now(lambda uow: uow.everywhere.postings.all(kind=kind, cycle_id="p1c1"))
    return found[0]


@pytest.mark.parametrize(("kind", "state"), EACH_STATE)
async def test_it_is_edited_until_its_subject_is_over(
    everywhere: SqlStore, company: Company, kind: str, state: StrEnum
) -> None:
    rows, over = OVER[kind]
    card = one_card(everywhere, kind)

    def put(uow: UnitOfWork) -> None:
        held = getattr(uow.everywhere, rows)
        held.put(replace(held.need(card.subject_id), state=state))

    everywhere.run_now(put)
    assert await is_edited(company, everywhere, card) == (state not in over)


@pytest.mark.parametrize(("kind", "view"), EACH_VIEW)
async def test_it_is_edited_until_it_says_itself_that_it_is_over(
    everywhere: SqlStore, company: Company, kind: str, view: str
) -> None:
    card = replace(one_card(everywhere, kind), view=view)
    everywhere.run_now(lambda uow: uow.everywhere.postings.put(card))
    over, _ = OVER_BY_VIEW[kind]
    assert await is_edited(company, everywhere, card) == (view not in over)
