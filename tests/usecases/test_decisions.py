"""Owners' decisions about a matching, against a real database: tried out, kept, undone; and who joins late."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest
from cryptography.fernet import Fernet, MultiFernet

from bot.export_run import write_record
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.match_run import DecisionKind, MatchRun, RunState
from mentoring.domain.people import Person, Profile, Role
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import ProposalState, TandemState
from mentoring.ports import Chat, UnitOfWork, World
from mentoring.storage.migrate import upgrade
from mentoring.storage.store import SqlStore
from mentoring.usecases import decisions, enrolment, launch, matching, offers
from mentoring.usecases.match_file import read_run

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
CHAT = Chat("19:owners", "https://service.example/")
OTHER_TOPIC = {
    "about": {"languages": ["de"]},
    "topics": {"topics": ["agile"]},
    "topic:agile": {"level": 1, "experience": "x"},
}
T = TypeVar("T")
Pairs = set[tuple[str, str]]


@dataclass
class Present:
    """A clock that stands until somebody moves it."""

    moment: datetime = NOW

    def now(self) -> datetime:
        return self.moment


class Names:
    """A directory in which everybody's address is their id at the company."""

    async def find(self, text: str) -> tuple[Profile, ...]:
        key = text.partition("@")[0]
        return (Profile(key, key.title(), text),)


class InThisProcess:
    """The matching without a process of its own."""

    async def match(self, call: Callable[[], T]) -> T:
        return call()


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """Four mentees and three mentors of different departments, all enrolled; nothing of the outside is needed here."""
    url = f"sqlite:///{tmp_path / 'tandem.sqlite'}"
    upgrade(url)
    store = SqlStore(url, MultiFernet([Fernet(Fernet.generate_key())]))
    nobody = cast("Any", None)
    made = World(store, Present(), nobody, nobody, nobody, nobody, InThisProcess(), nobody, Programme())
    for number in range(1, 5):
        await store.run(lambda uow, n=number: enrols(uow, Role.MENTEE, f"mentee{n}", f"D{n}"))  # type: ignore[misc]
    for number in range(1, 4):
        await store.run(lambda uow, n=number: enrols(uow, Role.MENTOR, f"mentor{n}", f"E{n}"))  # type: ignore[misc]
    yield made
    store.close()


def enrols(uow: UnitOfWork, role: Role, key: str, department: str, **more: Any) -> Enrolment:
    managers = ("top",) if role is Role.MENTEE else (f"head-{key}", "chief", "top")
    uow.people.put(Person(key, Profile(key, key.title(), f"{key}@firma.example", department, managers=managers), "de"))
    answers: dict[str, dict[str, Any]] = {"about": {"languages": ["de"]}, "not_with": {"not_with": more.get("not_with", [])}}
    if role is Role.MENTEE:
        answers["wishes"] = {"wish_1": "ai", "wish_2": None, "wish_3": None}
    else:
        answers |= {"topics": {"topics": ["ai"]}, "topic:ai": {"level": int(key[-1]), "experience": "x"}}
    return uow.enrolments.put(
        Enrolment(f"{role}:{key}", key, role, EnrolmentState.DONE, NOW, "summary", answers, done_at=more.get("done_at", NOW))
    )


async def proposed(world: World) -> str:
    run = await matching.start(world, "owner", CHAT)
    await matching.compute(world, run.id)
    return run.id


async def pairs(world: World, run_id: str) -> Pairs:
    found = await world.store.run(lambda uow: uow.proposals.all(run_id=run_id, state=ProposalState.PROPOSED))
    return {(p.mentee_id, p.mentor_id) for p in found}


async def run_of(world: World, run_id: str) -> MatchRun:
    return await world.store.run(lambda uow: uow.runs.need(run_id))


async def keep(world: World, run_id: str) -> None:
    """Keep what is tried out, as an owner who has just seen it."""
    token = (await run_of(world, run_id)).preview.get("token", "")
    await decisions.keep(world, "owner", run_id, token)


async def test_an_owner_keeps_only_what_they_have_seen(world: World) -> None:
    """Another owner may have tried out something else on the same card."""
    run = await proposed(world)
    mentee, mentor = min(await pairs(world, run))
    await decisions.try_pair(world, "owner", run, DecisionKind.FORBID, mentee, mentor)
    seen = (await run_of(world, run)).preview["token"]
    await decisions.try_settings(world, run, {"rules": {"hierarchy": False}})
    with pytest.raises(Refusal, match="stale"):
        await decisions.keep(world, "owner", run, seen)
    await keep(world, run)
    await matching.compute(world, run)
    with pytest.raises(Refusal, match="stale"):
        await decisions.undo(world, "owner", run, "decision-999999")


async def test_an_owner_neither_keeps_nor_undoes_what_is_about_themselves(world: World) -> None:
    run = await proposed(world)
    mentee, mentor = min(await pairs(world, run))
    await decisions.try_pair(world, "owner", run, DecisionKind.FORBID, mentee, mentor)
    token = (await run_of(world, run)).preview["token"]
    with pytest.raises(Refusal, match="decide-own"):
        await decisions.keep(world, mentee, run, token)


async def test_somebody_who_left_cannot_be_decided_about(world: World) -> None:
    run = await proposed(world)
    with pytest.raises(Refusal, match="unknown-person"):
        await decisions.try_pair(world, "owner", run, DecisionKind.FORBID, "nobody", "mentor1")


async def test_what_has_come_between_two_people_since_is_not_approved(world: World) -> None:
    """Somebody withdrew, or named the other: without this a person who left would be named to the other side."""
    run = await proposed(world)
    (left, _), (one, other), *_ = sorted(await pairs(world, run))
    await world.store.run(lambda uow: uow.enrolments.delete(f"mentee:{left}"))
    await world.store.run(lambda uow: enrols(uow, Role.MENTEE, one, "D9", not_with=[other]))
    approved = await matching.approve(world, "owner", run)
    tandems = await world.store.run(lambda uow: uow.tandems.all())
    assert approved == len(tandems)
    assert not {left, one} & {tandem.mentee_id for tandem in tandems}
    assert not await pairs(world, run)


async def test_a_newcomer_whom_nobody_fits_waits_with_a_reason_and_the_owners_card_stays(world: World) -> None:
    run = await proposed(world)
    await matching.approve(world, "owner", run)
    await world.store.run(lambda uow: enrols(uow, Role.MENTOR, "mentor9", "E9"))
    await world.store.run(lambda uow: uow.enrolments.put(replace(uow.enrolments.need("mentor:mentor9"), answers=OTHER_TOPIC)))
    await world.store.run(lambda uow: matching.fill(uow, world))
    for late in await world.store.run(lambda uow: uow.runs.all(state=RunState.RUNNING)):
        await matching.compute(world, late.id)
    standing = await run_of(world, run)
    assert standing.state is RunState.PROPOSED
    assert "mentor9" in {left["id"] for left in standing.unmatched}


async def test_two_rounds_end_each_in_its_own_time(world: World) -> None:
    """A second approval must not put off the first round's end, nor end it in one card and not in the other."""
    clock = cast("Present", world.clock)
    run = await proposed(world)
    first, second, *_ = await world.store.run(lambda uow: uow.proposals.all(run_id=run, state=ProposalState.PROPOSED))
    await matching.approve(world, "owner", run, first.id)
    clock.moment = NOW + timedelta(days=3)
    await matching.approve(world, "owner", run, second.id)
    clock.moment = NOW + timedelta(days=10)
    await world.store.run(lambda uow: offers.close_round(uow, clock.moment))
    told = {t.mentee_id: t.told_left_over for t in await world.store.run(lambda uow: uow.tandems.all())}
    assert told == {first.mentee_id: True, second.mentee_id: False}
    timer = (await world.store.run(lambda uow: uow.timers.all(kind="round-end")))[0]
    assert timer.due_at == NOW + timedelta(days=13)


async def test_withdrawing_tells_nobody_what_the_other_side_has_answered(world: World) -> None:
    run = await proposed(world)
    await matching.approve(world, "owner", run)
    one, other, *_ = await world.store.run(lambda uow: uow.tandems.all())
    with pytest.raises(Refusal, match="in-tandem"):
        await enrolment.withdraw(world, f"mentor:{one.mentor_id}", one.mentor_id)
    await offers.answer(world, one.id, one.mentor_id, yes=True)
    await offers.answer(world, one.id, one.mentee_id, yes=False)
    with pytest.raises(Refusal, match="in-tandem"):
        await enrolment.withdraw(world, f"mentor:{one.mentor_id}", one.mentor_id)
    await enrolment.withdraw(world, f"mentee:{other.mentee_id}", other.mentee_id)
    gone = await world.store.run(lambda uow: uow.tandems.need(other.id))
    assert gone.state is TandemState.RELEASED, "who was not asked yet may leave, and the offer ends without a word"


async def test_owners_count_offers_that_were_let_go_as_open_until_the_round_ends(world: World) -> None:
    run = await proposed(world)
    await matching.approve(world, "owner", run)
    tandems = await world.store.run(lambda uow: uow.tandems.all())
    await offers.answer(world, tandems[0].id, tandems[0].mentor_id, yes=False)
    with pytest.raises(Refusal, match="launch-nobody") as refused:
        await launch.prepare(world, "owner", (NOW + timedelta(days=20)).date(), CHAT)
    assert refused.value.facts["open"] == len(tandems)
    assert await world.store.run(lambda uow: offers.left_over(uow, NOW)) == ["mentee" + str(n) for n in unserved(tandems)]


def unserved(tandems: Any) -> list[int]:
    """The mentees without a proposal, by number."""
    served = {tandem.mentee_id for tandem in tandems}
    return [number for number in range(1, 5) if f"mentee{number}" not in served]


async def test_a_forbidden_pair_is_priced_before_it_is_decided_and_undo_leads_back(world: World) -> None:
    run = await proposed(world)
    before = await pairs(world, run)
    mentee, mentor = min(before)
    await decisions.try_pair(world, "owner", run, DecisionKind.FORBID, mentee, mentor)
    tried = (await run_of(world, run)).preview["difference"]
    assert await pairs(world, run) == before, "nothing is decided yet"
    assert mentee in {change["id"] for change in tried["changes"]}
    await keep(world, run)
    await matching.compute(world, run)
    after = await pairs(world, run)
    assert (mentee, mentor) not in after
    assert len(after) == tried["tandems"]["after"]
    kept = (await world.store.run(lambda uow: uow.decisions.all()))[0]
    assert (kept.by, kept.at, kept.mentee_id, kept.mentor_id) == ("owner", NOW, mentee, mentor)
    await decisions.undo(world, "second owner", run, kept.id)
    await matching.compute(world, run)
    assert await pairs(world, run) == before
    undone = (await world.store.run(lambda uow: uow.decisions.all()))[0]
    assert undone.undone_by == "second owner"


async def test_a_lock_stands_and_shows_in_the_proposal(world: World) -> None:
    run = await proposed(world)
    left = next(iter({f"mentee{n}" for n in range(1, 5)} - {mentee for mentee, _ in await pairs(world, run)}))
    await decisions.try_pair(world, "owner", run, DecisionKind.LOCK, left, "mentor3")
    await keep(world, run)
    await matching.compute(world, run)
    assert (left, "mentor3") in await pairs(world, run)
    locked = [p for p in await world.store.run(lambda uow: uow.proposals.all(run_id=run, state="proposed")) if p.lock]
    assert [(p.mentee_id, p.lock["by"]) for p in locked] == [(left, "owner")]


async def test_an_open_rule_needs_a_reason_and_a_confidential_one_cannot_be_broken(world: World) -> None:
    await world.store.run(lambda uow: enrols(uow, Role.MENTOR, "mentor3", "D1"))
    await world.store.run(lambda uow: enrols(uow, Role.MENTEE, "mentee2", "D2", not_with=["mentor2"]))
    run = await proposed(world)
    with pytest.raises(Refusal, match="reason-needed"):
        await decisions.try_pair(world, "owner", run, DecisionKind.LOCK, "mentee1", "mentor3")
    await decisions.try_pair(world, "owner", run, DecisionKind.LOCK, "mentee1", "mentor3", "Sie kennen sich nicht")
    with pytest.raises(Refusal, match="not-possible"):
        await decisions.try_pair(world, "owner", run, DecisionKind.LOCK, "mentee2", "mentor2", "Trotzdem")


async def test_an_owner_decides_nothing_about_a_tandem_they_are_in(world: World) -> None:
    run = await proposed(world)
    with pytest.raises(Refusal, match="decide-own"):
        await decisions.try_pair(world, "mentee1", run, DecisionKind.FORBID, "mentee1", "mentor1")


async def test_other_settings_are_compared_and_count_only_if_they_are_kept(world: World) -> None:
    run = await proposed(world)
    await decisions.try_settings(world, run, {"lowest_score": 90})
    tried = (await run_of(world, run)).preview
    assert tried["changed"] == [["lowest_score", 0, 90]]
    assert tried["difference"]["tandems"]["after"] < tried["difference"]["tandems"]["before"]
    await decisions.drop(world, run)
    assert (await run_of(world, run)).preview == {}
    await decisions.try_settings(world, run, {"lowest_score": 90})
    await keep(world, run)
    await matching.compute(world, run)
    assert (await run_of(world, run)).settings["lowest_score"] == 90
    with pytest.raises(Refusal, match="settings-same"):
        await decisions.try_settings(world, run, {"lowest_score": 90})
    with pytest.raises(Refusal, match="settings-wrong"):
        await decisions.try_settings(world, run, {"weights": {"function": -1}})


async def test_people_kept_apart_are_never_proposed_and_can_be_brought_together_again(world: World) -> None:
    run = await proposed(world)
    mentee, mentor = min(await pairs(world, run))
    world = replace(world, directory=cast("Any", Names()))
    with pytest.raises(Refusal, match="apart-two"):
        await decisions.try_apart(world, "owner", run, "", f"{mentee}@firma.example")
    await decisions.try_apart(world, "owner", run, "", f"{mentee}@firma.example; {mentor}@firma.example")
    await keep(world, run)
    await matching.compute(world, run)
    assert (mentee, mentor) not in await pairs(world, run)
    await decisions.try_together(world, run, "blocked_pairs", [mentee, mentor])
    assert (await run_of(world, run)).preview["changed"] == [["blocked_pairs", 1, 0]]
    with pytest.raises(Refusal, match="stale"):
        await decisions.try_together(world, run, "exclusion_groups", [mentee])


async def test_a_kept_lock_that_somebody_has_ruled_out_since_is_dropped_and_only_counted(world: World) -> None:
    run = await proposed(world)
    await decisions.try_pair(world, "owner", run, DecisionKind.LOCK, "mentee1", "mentor1")
    await keep(world, run)
    await world.store.run(lambda uow: enrols(uow, Role.MENTEE, "mentee1", "D1", not_with=["mentor1"]))
    await matching.compute(world, run)
    assert ("mentee1", "mentor1") not in await pairs(world, run)
    assert (await run_of(world, run)).figures["dropped"] == 1


async def test_the_record_of_a_run_gives_an_auditor_the_same_tandems(world: World, tmp_path: Path) -> None:
    run = await proposed(world)
    url, out = str(cast("SqlStore", world.store).engine.url), tmp_path / "run.json"
    assert write_record(url, MultiFernet([Fernet(Fernet.generate_key())]), None, out) == run
    with pytest.raises(LookupError, match=run):
        write_record(url, MultiFernet([Fernet(Fernet.generate_key())]), "run-99", out)
    file = out.read_bytes()
    _, again, _ = read_run(file)
    assert len(again.pairs) == len(await pairs(world, run))
    assert again.total_score == (await run_of(world, run)).total_score
    assert b"mentee1" not in file


async def test_who_joins_late_is_matched_at_once_where_owners_last_looked(world: World) -> None:
    run = await proposed(world)
    await matching.approve(world, "owner", run)
    await world.store.run(lambda uow: enrols(uow, Role.MENTOR, "mentor4", "E4") and matching.fill(uow, world))
    late = (await world.store.run(lambda uow: uow.runs.all(state=RunState.RUNNING)))[0]
    await matching.compute(world, late.id)
    assert late.automatic
    assert {mentor for _, mentor in await pairs(world, late.id)} == {"mentor4"}
    shown = await world.store.run(lambda uow: [p for p in uow.postings.all(kind="matching") if p.subject_id == late.id])
    assert [p.conversation for p in shown] == [CHAT.conversation]


async def test_nobody_is_disturbed_while_proposals_wait_for_a_decision(world: World) -> None:
    await proposed(world)
    await world.store.run(lambda uow: matching.fill(uow, world))
    assert not await world.store.run(lambda uow: uow.runs.all(state=RunState.RUNNING))


async def test_who_declined_cannot_be_told_from_new_proposals_before_the_round_ends(world: World) -> None:
    """Else owners would see the two free again at once, and know that one of them has said no."""
    run = await proposed(world)
    await matching.approve(world, "owner", run)
    tandem = (await world.store.run(lambda uow: uow.tandems.all(state=TandemState.ASKED_MENTOR)))[0]
    await offers.answer(world, tandem.id, tandem.mentor_id, yes=False)
    with pytest.raises(Refusal, match="match-nobody"):
        await matching.start(world, "owner", CHAT)
    clock = cast("Present", world.clock)
    clock.moment = NOW + timedelta(days=30)
    await world.store.run(lambda uow: offers.close_round(uow, clock.moment))
    again = await proposed(world)
    people = {person for pair in await pairs(world, again) for person in pair}
    assert tandem.mentor_id in people, "after the round the mentor may be proposed to somebody else"
    assert (tandem.mentee_id, tandem.mentor_id) not in await pairs(world, again)


async def test_a_card_of_an_older_run_decides_nothing(world: World) -> None:
    old = await proposed(world)
    await proposed(world)
    with pytest.raises(Refusal, match="stale"):
        await decisions.try_pair(world, "owner", old, DecisionKind.FORBID, "mentee1", "mentor1")
    with pytest.raises(Refusal, match="stale"):
        await decisions.keep(world, "owner", old, "1")


async def test_nothing_is_approved_while_it_is_computed_anew(world: World) -> None:
    run = await proposed(world)
    await matching.anew(world, run)
    with pytest.raises(Refusal, match="match-running"):
        await matching.approve(world, "owner", run)
    assert replace(await run_of(world, run), record="").state is RunState.RUNNING
