"""What owners see of a finding, and what they do about it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mentoring.domain.finding import FindingState
from mentoring.domain.people import Role
from mentoring.domain.tandem import ByHand, TandemState
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch import findings
from mentoring.usecases.launch.ending import end
from mentoring.usecases.launch.findings import finding_card
from mentoring.usecases.launch.single_tandem import one_tandem_card, show
from mentoring.usecases.programme.needs import waiting
from tests.usecases.company import (
    TANDEM,
    Company,
    all_of,
    change,
    hidden,
    one,
    put,
    refused,
    shown,
    told,
)
from tests.usecases.launch.intervening import confirm, prepare_end
from tests.usecases.launch.looked_up import are, look, only
from tests.usecases.ports import chat_of


class TestTheCard:
    async def test_owners_read_the_names_and_the_cause(self, watched: Company) -> None:
        are(watched, "eva", hindrance="disabled")
        await look(watched)
        notice = await shown(watched.first, finding_card.name, (await only(watched)).id, "otto")
        assert (notice.mentor, notice.mentee, notice.person) == ("Jan", "Eva", "Eva")
        assert (notice.state, notice.hands_over) == ("open", False)

    async def test_handing_over_first_is_offered_for_whoever_organizes(
        self, watched: Company
    ) -> None:
        """Jan's calendar holds the sessions; afterwards nobody could end them."""
        are(watched, "jan", hindrance="disabled")
        await look(watched)
        finding = (await only(watched)).id
        assert (await shown(watched.first, finding_card.name, finding, "otto")).hands_over
        chat = chat_of("otto")
        await watched.first.run(
            findings.hand_over_first, "otto", finding, chat, frozenset({"otto"})
        )
        assert await told(watched.first, "handover_card") == ["otto"]
        await change(watched.first, "tandems", TANDEM, organizer_id="eva")
        assert not (await shown(watched.first, finding_card.name, finding, "otto")).hands_over

    @pytest.mark.parametrize(
        "facts", [{"state": TandemState.ACCEPTED}, {"by_hand": ByHand.DATES}], ids=str
    )
    async def test_handing_over_is_not_offered_where_no_sessions_are_booked(
        self, watched: Company, facts: dict[str, Any]
    ) -> None:
        await change(watched.first, "tandems", TANDEM, **facts)
        are(watched, "jan", hindrance="disabled")
        await look(watched)
        finding = (await only(watched)).id
        notice = await shown(watched.first, finding_card.name, finding, "otto")
        assert (notice.state, notice.hands_over) == ("open", False)
        chat, readers = chat_of("otto"), frozenset({"otto"})
        with refused("stale"):
            await watched.first.run(findings.hand_over_first, "otto", finding, chat, readers)

    async def test_who_left_it_as_it_is_stands_on_it(self, watched: Company) -> None:
        are(watched, "eva", hindrance="disabled")
        await look(watched)
        finding = (await only(watched)).id
        await watched.first.run(findings.leave, "otto", finding)
        notice = await shown(watched.first, finding_card.name, finding, "otto")
        assert (notice.state, notice.decided_by) == ("left", "Otto")
        with refused("stale"):
            await watched.first.run(findings.leave, "otto", finding)

    async def test_what_was_left_can_be_decided_anew(self, watched: Company) -> None:
        are(watched, "eva", hindrance="disabled")
        await look(watched)
        finding = (await only(watched)).id
        with refused("stale"):
            await watched.first.run(findings.decide_anew, "otto", finding)
        await watched.first.run(findings.leave, "otto", finding)
        with refused("decide-own"):
            await watched.first.run(findings.decide_anew, "jan", finding)
        await watched.first.run(findings.decide_anew, "olga", finding)
        notice = await shown(watched.first, finding_card.name, finding, "otto")
        assert (notice.state, notice.decided_by) == ("open", "")
        await watched.first.run(findings.leave, "otto", finding)

    async def test_it_says_when_the_tandem_runs_no_more(self, watched: Company) -> None:
        are(watched, "eva", hindrance="disabled")
        await look(watched)
        await change(watched.first, "tandems", TANDEM, state=TandemState.CLOSED)
        finding = (await only(watched)).id
        notice = await shown(watched.first, finding_card.name, finding, "otto")
        assert notice.state == "ended"

    async def test_it_grows_old_with_what_it_shows(self, watched: Company) -> None:
        are(watched, "eva", hindrance="disabled")
        await look(watched)
        [card] = await all_of(watched.first, "postings", kind=finding_card.name)
        await put(watched.first, "postings", replace(card, activity_id="1", shown=card.wanted))
        await watched.first.run(findings.leave, "otto", (await only(watched)).id)
        await catch_up(watched.unbound)
        [card] = await all_of(watched.first, "postings", kind=finding_card.name)
        assert card.is_behind


class TestWhoIsReplaced:
    """*Replace somebody* begins with whoever it is about."""

    @pytest.mark.parametrize(("leaver", "role"), [("jan", Role.MENTOR), ("eva", Role.MENTEE)])
    async def test_the_one_who_leaves(self, watched: Company, leaver: str, role: Role) -> None:
        are(watched, leaver, hindrance="disabled")
        await look(watched)
        notice = await shown(watched.first, finding_card.name, (await only(watched)).id, "otto")
        assert notice.leaving == role
        await watched.first.run(show, "otto", TANDEM, chat_of("otto"), notice.leaving)
        [card] = await all_of(watched.first, "postings", kind=one_tandem_card.name)
        found = await shown(watched.first, card.kind, TANDEM, "otto", view=card.view)
        assert found.leaving == role

    async def test_neither_where_it_is_about_both(self, watched: Company) -> None:
        are(watched, "jan", managers=("eva",))
        await look(watched)
        notice = await shown(watched.first, finding_card.name, (await only(watched)).id, "otto")
        assert notice.leaving == ""
        assert (await shown(watched.first, one_tandem_card.name, TANDEM, "otto")).leaving == ""


class TestATandemThatEnds:
    """Owners have decided its end: nothing about it waits for them any more."""

    @pytest.fixture
    async def ending(self, watched: Company) -> str:
        """The id of what was found before its end was confirmed."""
        are(watched, "jan", hindrance="disabled")
        await look(watched)
        await prepare_end(watched)
        await confirm(watched)
        return str((await only(watched)).id)

    async def test_it_says_so_and_nothing_is_offered(self, watched: Company, ending: str) -> None:
        notice = await shown(watched.first, finding_card.name, ending, "otto")
        assert notice.state == "ending"
        assert (await shown(watched.first, one_tandem_card.name, TANDEM, "otto")).is_ending
        needs = await watched.first.read(lambda uow, now: waiting(uow, now, frozenset()))
        assert "found" not in {each.name for each in needs}
        with refused("stale"):
            await watched.first.run(findings.leave, "otto", ending)

    async def test_what_else_is_found_about_it_is_told_nobody(
        self, watched: Company, ending: str
    ) -> None:
        are(watched, "eva", hindrance="disabled")
        await look(watched)
        assert (await only(watched)).id == ending

    async def test_its_cards_follow(self, watched: Company) -> None:
        are(watched, "jan", hindrance="disabled")
        await look(watched)
        await watched.first.run(show, "otto", TANDEM, chat_of("otto"))
        for kind in (finding_card.name, one_tandem_card.name):
            [card] = await all_of(watched.first, "postings", kind=kind)
            await put(watched.first, "postings", replace(card, activity_id="1", shown=card.wanted))
        await prepare_end(watched)
        await confirm(watched)
        await catch_up(watched.unbound)
        for kind in (finding_card.name, one_tandem_card.name):
            [card] = await all_of(watched.first, "postings", kind=kind)
            assert card.is_behind

    async def test_an_end_that_one_of_the_two_wants_is_seen_by_no_owner(
        self, watched: Company
    ) -> None:
        are(watched, "jan", hindrance="disabled")
        await look(watched)
        await watched.first.run(end, TANDEM)
        notice = await shown(watched.first, finding_card.name, (await only(watched)).id, "otto")
        assert notice.state == "open"
        assert not (await shown(watched.first, one_tandem_card.name, TANDEM, "otto")).is_ending


class TestOnesOwnTandem:
    async def test_an_owner_in_it_is_not_told_and_decides_nothing(self, watched: Company) -> None:
        home = await one(watched.first, "programmes", "p1")
        await put(watched.first, "programmes", replace(home, owners=("jan", "otto")))
        are(watched, "eva", hindrance="disabled")
        await look(watched)
        finding = (await only(watched)).id
        assert await told(watched.first, finding_card.name) == ["otto"]
        assert await hidden(watched.first, finding_card.name, finding, "jan") == "decide-elsewhere"
        with refused("decide-own"):
            await watched.first.run(findings.leave, "jan", finding)
        with refused("decide-own"):
            await watched.first.run(
                findings.hand_over_first, "jan", finding, chat_of("jan"), frozenset({"jan"})
            )

    async def test_in_the_channel_nobody_reads_it_while_one_of_them_reads_along(
        self, watched: Company
    ) -> None:
        home = await one(watched.first, "programmes", "p1")
        reading = replace(home, owners=("otto",), channel="19:owners", service_url="https://smba")
        await put(watched.first, "programmes", reading)
        are(watched, "eva", hindrance="disabled")
        await look(watched)
        [card] = await all_of(watched.first, "postings", kind=finding_card.name)
        assert (card.person_id, card.conversation) == ("", "19:owners")
        await put(watched.first, "programmes", replace(reading, owners=("jan", "otto")))
        where = {"conversation": "19:owners"}
        finding = (await only(watched)).id
        code = await hidden(watched.first, finding_card.name, finding, "", **where)
        assert code == "decide-elsewhere"


async def test_a_left_finding_keeps_who_left_it(watched: Company) -> None:
    are(watched, "eva", hindrance="disabled")
    await look(watched)
    await watched.first.run(findings.leave, "otto", (await only(watched)).id)
    found = await only(watched)
    assert (found.state, found.decided_by) == (FindingState.LEFT, "otto")
