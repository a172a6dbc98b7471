"""Whatever has become of an owner's intervention, its card has words for it, and they are true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.cycle import CycleKind
from mentoring.domain.errors import NotAllowed
from mentoring.domain.intervention import (
    ENDING,
    Intervention,
    InterventionKind,
    InterventionState,
    Receipt,
)
from mentoring.domain.language import LANGUAGES
from mentoring.domain.poll import Cause, Poll, PollState
from mentoring.domain.tandem import TandemState
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.numbers import next_number
from mentoring.usecases.common.postings import post
from mentoring.usecases.launch import closing, interventions
from mentoring.usecases.launch.ending import end_one
from mentoring.usecases.launch.interventions import InterventionNotice, intervention_card
from mentoring.usecases.privacy.leaving import has_still_to_end
from tests.usecases.company import (
    FIRST,
    NOW,
    STARTS,
    TANDEM,
    Company,
    all_of,
    change,
    one,
    put,
    refused,
    shown,
    told,
)
from tests.usecases.launch.intervening import CHAT, DAY, confirm, ends, prepare_end, seen, the_one
from tests.usecases.launch.undone import confirmed, made_anew

KEY, MADE, POLL = f"{FIRST}.intervention-9", f"{FIRST}.tandem-9", "poll-9"
DONE = {
    InterventionKind.ADD: {InterventionState.FAILED},
    InterventionKind.REPLACE: {
        InterventionState.DONE,
        InterventionState.FAILED,
        InterventionState.OVERTAKEN,
    },
    InterventionKind.EXTEND: set[InterventionState](),
    InterventionKind.END: {InterventionState.DONE, InterventionState.OVERTAKEN},
}
"""How each kind is settled for good; an extension is as its poll is."""


@dataclass(frozen=True)
class Rows:
    """An intervention beside what it is about and what has come of it, as they may stand."""

    kind: InterventionKind
    state: InterventionState
    about: TandemState = TandemState.LAUNCHED
    ended: bool = False
    receipt: bool = False
    made: TandemState | None = None
    poll: PollState | None = None


def all_rows() -> Iterator[Rows]:
    running, preview = InterventionState.RUNNING, InterventionState.PREVIEW
    for kind in InterventionKind:
        yield Rows(kind, InterventionState.DISCARDED)
        yield from (Rows(kind, state) for state in DONE[kind])
        yield from (Rows(kind, preview, about) for about in TandemState)
    for kind, about, ended, receipt in product(ENDING, TandemState, (False, True), (False, True)):
        yield Rows(kind, running, about, ended, receipt)
    for kind, made in product((InterventionKind.ADD, InterventionKind.REPLACE), TandemState):
        yield Rows(kind, running, TandemState.CLOSED, True, True, made)
    yield Rows(InterventionKind.ADD, running)
    for about, poll in product(TandemState, (None, *PollState)):
        yield Rows(InterventionKind.EXTEND, running, about, poll=poll)


async def stored(company: Company, rows: Rows) -> InterventionNotice:
    """What owners see where the rows stand like this."""
    adds, extends = rows.kind is InterventionKind.ADD, rows.kind is InterventionKind.EXTEND
    tandem = await one(company.first, "tandems", TANDEM)
    about = replace(tandem, state=rows.about, ended_at=NOW if rows.ended else None)
    await put(company.first, "tandems", about)
    if rows.made:
        made = replace(about, id=MADE, number=9, state=rows.made, ended_at=None)
        await put(company.first, "tandems", made)
    if rows.poll:
        poll = Poll(POLL, TANDEM, "", Cause.EXTEND, 120, NOW, rows.poll, further=3)
        await put(company.first, "polls", poll)
    people = {} if rows.kind in {InterventionKind.END, InterventionKind.EXTEND} else NEW
    wanted = Intervention(
        KEY,
        rows.kind,
        "otto",
        rows.state,
        tandem_id="" if adds else TANDEM,
        sessions=3 if extends else 0,
        made_id=POLL if rows.poll else MADE if rows.made else "",
        prepared_at=NOW,
        done_at=NOW if rows.receipt else None,
        **people,
    )
    await put(company.first, "interventions", wanted)
    found = await shown(company.first, intervention_card.name, KEY, "otto")
    assert isinstance(found, InterventionNotice)
    return found


NEW: dict[str, Any] = {"mentor_id": "dora", "mentee_id": "eva"}


@pytest.mark.parametrize("kind", InterventionKind)
async def test_each_stage_that_it_can_have_has_its_texts(
    running: Company, kind: InterventionKind
) -> None:
    """An end that a closing had overtaken stood in one without any, so its card stayed as it was,
    and was tried again without end.
    """
    said = [
        render(await stored(running, rows), Words(language)).summary
        for rows in all_rows()
        if rows.kind is kind
        for language in LANGUAGES
    ]
    assert said
    assert all(said)


class TestOvertaken:
    """The tandem comes to its planned end before the one that owners have decided."""

    async def closed(self, company: Company) -> None:
        made = await company.first.run(closing.prepare, "otto", CHAT)
        await company.first.run(closing.confirm, made.id)
        await end_one(company.first, TANDEM)
        await closing.end_tandem(company.first, f"{made.id}:{TANDEM}")
        await catch_up(company.unbound)

    @pytest.mark.parametrize("kind", ["end", "replace", "replace, whoever comes"])
    async def test_by_the_closing_of_the_cycle(self, running: Company, kind: str) -> None:
        """It stayed *ends within three working days* for good."""
        if kind == "end":
            await prepare_end(running)
        else:
            coming = "dora" if kind == "replace" else ""
            await interventions.prepare_replacement(
                running.first, "otto", TANDEM, "jan", coming, CHAT
            )
        await confirm(running)
        await self.closed(running)
        found = await the_one(running)
        assert (await seen(running)).stage == "overtaken"
        assert (found.receipt, found.done_at) == (Receipt(6, archived=True), NOW)

    async def test_by_the_planned_end_of_a_rolling_tandem(self, running: Company) -> None:
        await self.over_as_planned(running)
        found = await the_one(running)
        assert (await seen(running)).stage == "overtaken"
        assert found.receipt == Receipt(archived=True)
        assert await told(running.first, "closed") == ["eva", "jan"]

    async def test_after_that_nobody_is_taken_out_of_the_team(self, running: Company) -> None:
        """Not even where something could not be cleared away, so that the end finds it."""
        running.teams.refuses["archive_channel"] = NotAllowed("no")
        await self.over_as_planned(running)
        assert running.teams.people["team"] == {"jan", "eva", "otto"}

    async def over_as_planned(self, company: Company) -> None:
        await change(company.unbound, "cycles", FIRST, kind=CycleKind.ROLLING)
        await company.at(STARTS[-1] + DAY)
        await prepare_end(company)
        await confirm(company)
        await closing.end_tandem(company.first, f":{TANDEM}")
        await end_one(company.first, TANDEM)

    async def test_not_by_somebody_who_is_forgotten_before_the_launch(
        self, running: Company
    ) -> None:
        """That end is the same, and comes no earlier than it was going to."""
        await change(running.first, "tandems", TANDEM, state=TandemState.ACCEPTED)
        await prepare_end(running)
        await confirm(running)
        await running.first.run(has_still_to_end, "eva")
        assert (await seen(running)).stage == "coming"
        await end_one(running.first, TANDEM)
        assert (await seen(running)).stage == "done"
        assert (await the_one(running)).done_at


async def test_with_the_cycle_nobody_waits_for_a_yes_any_more(running: Company) -> None:
    """Who was asked about another partner can say yes no longer."""
    await interventions.prepare_replacement(running.first, "otto", TANDEM, "jan", "dora", CHAT)
    await confirm(running)
    await ends(running)
    await put_another(running)
    before = await the_one(running)
    made = await running.first.run(closing.prepare, "otto", CHAT)
    await running.first.run(closing.confirm, made.id)
    found = await the_one(running)
    assert (found.state, found.done_at) == (InterventionState.FAILED, before.done_at)


@pytest.mark.parametrize("released", [False, True])
async def test_after_the_cycle_nobody_waits_for_its_next_matching(
    running: Company, released: bool
) -> None:
    """Nothing has come of it before, because it was impossible or the offer was not accepted; what
    stood there went on to speak of a matching that would not come.
    """
    made = TandemState.RELEASED if released else None
    state = InterventionState.RUNNING if released else InterventionState.FAILED
    await stored(running, Rows(InterventionKind.ADD, state, made=made))
    if released:
        await change(running.first, "tandems", MADE, told_left_over=True)
    await running.first.run(lambda uow, _: post(uow, intervention_card, KEY, "otto", chat=CHAT))
    await put_another(running, "another")
    assert "next matching" in await said(running)
    (before,) = await all_of(running.first, "postings", kind=intervention_card.name)
    ending = await running.first.run(closing.prepare, "otto", CHAT)
    await running.first.run(closing.confirm, ending.id)
    await catch_up(running.first)
    assert "next matching" not in await said(running)
    assert (await one(running.first, "postings", before.id)).wanted > before.wanted


async def said(company: Company) -> str:
    found = await shown(company.first, intervention_card.name, KEY, "otto")
    return str(render(found, Words("en")).content)


async def put_another(company: Company, key: str = MADE) -> None:
    """A tandem that still runs, so that there is something to close."""
    other = await one(company.first, "tandems", TANDEM)
    runs = replace(other, id=key, number=10, mentor_id="dora", mentee_id="ada", ended_at=None)
    await put(company.first, "tandems", replace(runs, state=TandemState.LAUNCHED))


class TestUndone:
    """The launch of the tandem is taken back: it has not ended, but goes on as another."""

    async def test_a_preview_says_as_which_tandem_the_two_go_on(self, running: Company) -> None:
        """It said that the tandem had ended, though it stood ready again."""
        await running.first.run(lambda uow, _: next_number(uow, "tandem"))
        await prepare_end(running)
        await confirmed(running)
        anew = await made_anew(running)
        found = await seen(running)
        assert (found.stage, found.number, found.now) == ("undone", 1, anew.number)
        assert str(anew.number) in str(render(found, Words("en")).content)
        with refused("stale"):
            await confirm(running)

    async def test_once_that_one_is_over_nothing_is_left_to_do(self, running: Company) -> None:
        await running.first.run(lambda uow, _: next_number(uow, "tandem"))
        await prepare_end(running)
        await confirmed(running)
        over = {"state": TandemState.CLOSED, "ended_at": NOW}
        await change(running.first, "tandems", (await made_anew(running)).id, **over)
        assert (await seen(running)).stage == "gone"

    async def test_further_sessions_are_not_those_of_the_other_tandem(
        self, running: Company
    ) -> None:
        await running.first.run(lambda uow, _: next_number(uow, "tandem"))
        await running.first.run(interventions.prepare_extension, "otto", TANDEM, 3, CHAT)
        await confirm(running)
        await confirmed(running)
        assert (await seen(running)).stage == "undone"
