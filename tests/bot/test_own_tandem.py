"""Mia is a programme owner and a mentee. Whatever she presses, says or composes by hand, she learns
nothing of her own tandem and changes nothing about it (issue 12, P12).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import pytest

from bot.commands.registry import COMMANDS
from bot.handlers.registry import HANDLERS
from bot.owners import Owners
from bot.router import Router
from bot.turn import Inbound, Turn
from cards.examples.matching import DIFFERENCE
from cards.kit.actions import read_action
from mentoring.domain.closing import Closing, ClosingState
from mentoring.domain.finding import Finding, FindingKind
from mentoring.domain.intervention import Intervention, InterventionKind
from mentoring.domain.launch import Launch, LaunchState, Totals
from mentoring.domain.match_run import DecisionKind, OwnerDecision, Preview, Tried
from mentoring.domain.matching.compare import Change
from mentoring.domain.matching.figures import Bar, Weakest
from mentoring.domain.matching.results import Alternative, Alternatives, Reason, Unmatched
from mentoring.domain.people import Person, Role
from mentoring.domain.posting import Posting
from mentoring.domain.proposal import Proposal
from mentoring.domain.tandem import TandemState
from mentoring.notices import audience
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from tests.cards.desk import desk_over
from tests.cards.furnished import (
    CHANNEL,
    NOW,
    OWNER,
    OWNERS_TEAM,
    RUN,
    SECOND_OWNER,
    SERVICE,
    SHARED,
    TRIED,
    furnished,
    guid,
)
from tests.cards.kept_payloads import Kept, kept
from tests.people import berliner

MIA, PARTNER = OWNER, guid("xaver")
SECRETS = ("Xaver", "7313", "7314")
"""Her partner's name, and scores of pairs with her."""
LISTED = {"people_card"}
"""Where everybody is named who takes part, whoever their partner is, but none of the owners."""
ABOUT_ONE = {"entry_card", "successor_card"}
"""About one person whom she names herself, whoever that is; they tell of no tandem."""
OWN, LOCK, TANDEM = f"{RUN}:own", "p1c1.decision-000007", "p1c1.tandem-1-00c0ffee"
FOUND = f"{TANDEM}:same_department"
INTERVENED = "p1c1.intervention-900"
HANDED = f"{TANDEM}@{NOW:%Y%m%d%H%M%S}"
BULK = {"launch.confirm", "closing.confirm", "cycle.open", "kickoff.confirm", "invite.confirm"}
"""What is done for everybody at once concerns her as it does all others."""
OWNERS = [
    press for press in kept() if HANDLERS[type(read_action(press.verb, press.sent))].owners_only
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path, _mia_takes_part)
    yield found
    found.close()


def _mia_takes_part(uow: UnitOfWork) -> None:
    uow.bind("p1c1", "p1")
    profile = berliner(PARTNER, "Xaver", "xaver@firma.example", "Abteilung X")
    uow.people.put(Person(PARTNER, profile, "de", conversation="a:xaver", service_url=SERVICE))
    for role, person in ((Role.MENTEE, MIA), (Role.MENTOR, PARTNER)):
        like = uow.enrolments.need(f"p1c1:{role}:{guid(f'{role}1')}")
        uow.enrolments.put(replace(like, id=f"p1c1:{role}:{person}", person_id=person))
    for part in (_proposed, _tried, _decided, _in_a_tandem):
        part(uow)
    theirs = Posting("theirs", "matching", RUN, SECOND_OWNER, "a:otto", SERVICE, "9", shown=1)
    uow.postings.put(replace(theirs, view=f"proposal:{OWN}"))
    help_wanted = Posting("help", "needs_help", TANDEM, "", CHANNEL.conversation, SERVICE, "8")
    uow.postings.put(help_wanted)
    _told_of(uow)


def _told_of(uow: UnitOfWork) -> None:
    """Cards in the channel whose subject has to do with her tandem."""
    totals = Totals(0, troubled=((1, "series-rejected-mentor"),))
    uow.launches.put(Launch("gone", SECOND_OWNER, NOW.date(), LaunchState.DONE, 1, totals))
    uow.closings.put(Closing("ended", SECOND_OWNER, ClosingState.DONE, 1, 1, (1,)))
    uow.findings.put(Finding(FOUND, TANDEM, FindingKind.SAME_DEPARTMENT, "", NOW))
    for kind, subject in (("launch", "gone"), ("closing", "ended"), *ABOUT_HERS):
        there = CHANNEL.conversation, SERVICE, f"7-{kind}"
        uow.postings.put(Posting(f"channel:{kind}", kind, subject, SECOND_OWNER, *there))


ABOUT_HERS = (
    ("finding_card", FOUND),
    ("handover_card", HANDED),
    ("intervention_card", INTERVENED),
    ("one_tandem_card", TANDEM),
    ("free_place_card", TANDEM),
    *((kind, "p1c1") for kind in ("tandems_card", "status_card", "people_card")),
)


def _proposed(uow: UnitOfWork) -> None:
    for run in (RUN, SHARED):
        uow.proposals.put(Proposal(f"{run}:own", run, PARTNER, MIA, 7313))
        other = uow.proposals.all(run_id=run)[0]
        best = Alternatives(for_mentor=(Alternative(MIA, 7314),))
        uow.proposals.put(replace(other, alternatives=best))
        found = uow.runs.need(run)
        left = Unmatched(MIA, Role.MENTEE, Reason("ruled_out", {"count": 7313}))
        figures = replace(
            found.figures, weakest=Weakest(MIA, PARTNER, 7313), scores=(Bar(7300, 7313, 1),)
        )
        uow.runs.put(replace(found, unmatched=(left,), figures=figures, total_score=7313))


def _tried(uow: UnitOfWork) -> None:
    changes = (Change(MIA, Role.MENTEE, (PARTNER,), ()), Change(PARTNER, Role.MENTOR, (MIA,), ()))
    tried = Tried(DecisionKind.LOCK, MIA, PARTNER)
    preview = Preview(tried, replace(DIFFERENCE, changes=changes), "7")
    uow.runs.put(replace(uow.runs.need(TRIED), preview=preview))
    settings = uow.runs.need(RUN).settings
    apart = settings.model_copy(update={"blocked_pairs": ((MIA, PARTNER),)})
    uow.runs.put(replace(uow.runs.need(SHARED), settings=apart))


def _decided(uow: UnitOfWork) -> None:
    kept_by = SECOND_OWNER, NOW
    uow.decisions.put(OwnerDecision(LOCK, DecisionKind.LOCK, *kept_by, MIA, PARTNER, "Weil Xaver"))


def _in_a_tandem(uow: UnitOfWork) -> None:
    running = uow.tandems.need(TANDEM)
    uow.tandems.put(replace(running, mentor_id=PARTNER, mentee_id=MIA))
    end = InterventionKind.END
    uow.interventions.put(
        Intervention(INTERVENED, end, SECOND_OWNER, tandem_id=TANDEM, prepared_at=NOW)
    )


def turn_of(raw: Mapping[str, Any]) -> Turn:
    said = {
        "channelId": "msteams",
        "serviceUrl": SERVICE,
        "from": {"id": "29:mia", "aadObjectId": MIA},
        "recipient": {"id": "28:bot"},
    }
    return Turn(Inbound.model_validate({**said, **raw}))


def pressed(verb: str, data: Mapping[str, Any]) -> Turn:
    action = {"type": "Action.Execute", "verb": verb, "data": data}
    invoke = {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": action}}
    return turn_of({**invoke, "conversation": {"id": "a:mia"}})


def composed(press: Kept) -> list[dict[str, Any]]:
    """What the press sends, as it is and with everything that could mean her own pair, from each
    card that she could name; nothing twice.
    """
    every, different = list(_composed(press)), list[dict[str, Any]]()
    for data in every:
        if data not in different:
            different.append(data)
    return different


def _composed(press: Kept) -> Iterator[dict[str, Any]]:
    own = {
        "proposal": OWN,
        "view": f"proposal:{OWN}",
        "mentee": MIA,
        "mentor": PARTNER,
        "people": [MIA, PARTNER],
        "decision": LOCK,
        "token": "7",
        "subject": HANDED,
        "tandem": TANDEM,
        "intervention": INTERVENED,
    }
    sent, named = press.sent, {key: own[key] for key in own.keys() & press.sent.keys()}
    by_name = {"mentee": "mia", "mentor": "xaver", "people": "mia, xaver"}
    by_name["leaving"] = PARTNER
    typed = {key: by_name[key] for key in by_name.keys() & {*press.typed}}
    shared = f"matching:{SHARED}:{MIA}"
    for posting in (sent["posting"], "theirs", shared, "channel:handover_card"):
        for run in {sent.get("run", RUN), RUN, SHARED, TRIED}:
            here = {"run": run} if "run" in sent else {}
            for more in ({}, named, typed, {**named, **typed}):
                yield {**sent, **here, **more, "posting": posting}


def hers(store: SqlStore) -> dict[str, Any]:
    """All that is stored about her pair and her tandem."""

    def unit(uow: UnitOfWork) -> dict[str, Any]:
        rows: list[Any] = [
            *uow.proposals.all(mentee_id=MIA),
            *uow.tandems.all(mentee_id=MIA),
            *uow.decisions.all(mentee_id=MIA),
            *uow.pairs.all(),
            *uow.absences.all(),
            *uow.effects.all(kind=("hand_over", "end_one"), subject_id=TANDEM),
            *uow.interventions.all(tandem_id=TANDEM),
        ]
        return {each.id: each for each in rows}

    found: dict[str, Any] = store.run_now(lambda uow: unit(uow.everywhere))
    return found


async def said_to_her(store: SqlStore, turn: Turn, teams: Sequence[str] = (OWNERS_TEAM,)) -> str:
    """All that the bot answers where these owners' teams run a programme."""
    said: list[Any] = []

    async def reply(message: Mapping[str, Any]) -> str:
        said.append(message)
        return "1"

    said.append(await router_over(store, tuple(teams))(turn, reply))
    return json.dumps(said, ensure_ascii=False)


@lru_cache(maxsize=1)
def router_over(store: SqlStore, teams: tuple[str, ...]) -> Router:
    """One for all that a test says: a server has one for all that it hears."""
    desk = desk_over(store)
    owners = Owners(desk.world.channels, teams, cast("Any", None))
    return Router(replace(desk, owners=owners), lambda _: None)


@pytest.mark.parametrize("press", OWNERS, ids=str)
async def test_no_button_shows_or_changes_her_own_tandem(press: Kept, store: SqlStore) -> None:
    before = hers(store)
    answers = [await said_to_her(store, pressed(press.verb, data)) for data in composed(press)]
    assert told_of_hers(press.card, "".join(answers)) == []
    assert hers(store) == before or press.verb in BULK


def told_of_hers(kind: str, told: str) -> list[str]:
    """What a card of this kind tells of hers that it must not."""
    if kind in ABOUT_ONE:
        secrets: Sequence[str] = SECRETS[1:]
    else:
        secrets = [*SECRETS[1:], "Mia"] if kind in LISTED else SECRETS
    return [each for each in secrets if each in told]


async def test_no_refresh_of_any_owners_card_shows_it(store: SqlStore) -> None:
    cards = owners_cards(store)
    assert {"theirs", "help"} <= {each.id for each in cards}
    for each in cards:
        answer = await said_to_her(store, pressed("refresh", {"posting": each.id}))
        assert told_of_hers(each.kind, answer) == []


async def test_no_card_in_the_channel_is_written_with_it(store: SqlStore) -> None:
    postings: Sequence[Posting] = store.run_now(lambda uow: uow.everywhere.postings.all())
    there = [each for each in postings if each.conversation == CHANNEL.conversation]
    assert {each.kind for each in there} >= {"matching", "launch", "closing", "handover_card"}
    for each in there:
        assert told_of_hers(each.kind, await written(store, each)) == []


ANEW = {"match", "launch", "close"}
"""What is done for everybody at once: proposals are computed anew, say."""
WITH_REST = {
    "handover": ("1", "Xaver", "Mia"),
    "tandems": ("",),
    "show-tandem": ("1", "Xaver", "Mia"),
    "end-tandem": ("1", "Xaver"),
    "extend": ("1 um 3", "Xaver"),
    "replace": ("Xaver", "Xaver durch mentor2@firma.example"),
    "add-tandem": ("xaver@firma.example, mia@firma.example",),
    "pause": ("Xaver bis 20.12.2026", "xaver@firma.example until 2026-12-20"),
    "past-pairs": ("mia; xaver", "Mia, Xaver"),
    "undo-past-pairs": ("mia; xaver", "Mia, Xaver"),
    "approve": ("",),
    "match": ("",),
    "status": ("",),
    "remind": ("",),
}


@pytest.mark.parametrize("where", ["personal", "channel"])
@pytest.mark.parametrize("name", sorted(each.name for each in COMMANDS.values()))
async def test_no_command_shows_or_changes_it(name: str, where: str, store: SqlStore) -> None:
    before, places = hers(store), {"personal": "a:mia", "channel": CHANNEL.conversation}
    stood = {each.id for each in owners_cards(store)}
    team, answers = {"team": {"aadGroupId": OWNERS_TEAM}}, []
    for rest in WITH_REST.get(name, ("", "1", "Xaver", "2026-12-20")):
        said = f"{COMMANDS[name].said('de')[0]} {rest}"
        spoken = {
            "type": "message",
            "text": said,
            "conversation": {"id": places[where], "conversationType": where},
            **({"channelData": team} if where == "channel" else {}),
        }
        answers.append(await said_to_her(store, turn_of(spoken)))
    told = "".join(answers)
    assert [each for each in ("7313", "mehreren Programmen") if each in told] == []
    assert name != "status" or not re.search(r"\bMia\b", told)
    assert hers(store) == before or name in ANEW
    for each in owners_cards(store):
        if each.id not in stood:
            assert told_of_hers(each.kind, await written(store, each)) == []


def owners_cards(store: SqlStore) -> list[Posting]:
    """The cards for owners, those included that are still to be sent."""
    every: Sequence[Posting] = store.run_now(lambda uow: uow.everywhere.postings.all())
    return [each for each in every if audience(each.kind) == "owners"]


async def written(store: SqlStore, posting: Posting) -> str:
    """What stands on the card in Teams."""
    card = await desk_over(store).screen.card(posting)
    return json.dumps(card.content, ensure_ascii=False) + card.summary


def test_mia_is_an_owner_whose_tandem_runs(store: SqlStore) -> None:
    """Otherwise nothing here would prove anything."""
    tandem = store.run_now(lambda uow: uow.everywhere.tandems.need(TANDEM))
    assert (tandem.state, tandem.mentee_id) == (TandemState.LAUNCHED, MIA)
    assert len(OWNERS) > 20


async def test_who_joins_the_owners_team_reads_along_from_that_moment(store: SqlStore) -> None:
    joined = {
        "type": "conversationUpdate",
        "conversation": {"id": CHANNEL.conversation, "conversationType": "channel"},
        "channelData": {"team": {"aadGroupId": OWNERS_TEAM}, "eventType": "teamMemberAdded"},
        "membersAdded": [{"id": "29:new", "aadObjectId": guid("mentee2")}],
    }
    await said_to_her(store, turn_of(joined))
    home = store.run_now(lambda uow: uow.programmes.need("p1"))
    assert guid("mentee2") in home.owners
