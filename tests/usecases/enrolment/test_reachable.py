"""Somebody whom nothing reaches: owners see it with its cause, attempts end, and it heals.

Page: "Messages in bot conversations" (status codes from bot conversational APIs): after a 403 about
a chat nothing is to be sent until its person starts it again, or the app is added.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.errors import NotThere, NotYet, OutsideError, Rejected, Undeliverable
from mentoring.domain.people import UNSAID, Role
from mentoring.domain.posting import Posting
from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.effects import ask
from mentoring.usecases.common.people import heard, meet
from mentoring.usecases.common.reaching import shut_out, with_hindrance
from mentoring.usecases.common.sending import send
from mentoring.usecases.common.until_seen import UNTIL_SEEN
from mentoring.usecases.common.updating import show_anew
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.enrolment.entrance import invite
from mentoring.usecases.enrolment.reach import UNTIL_LISTED, reach, stamp_of
from mentoring.usecases.enrolment.reachable import TRIED_FOR, allowed_again, reached_again
from mentoring.usecases.sessions.reminders import session_card
from tests.usecases.company import (
    FIRST,
    NOW,
    SECOND,
    Company,
    all_of,
    asked_for,
    change,
    one,
    person,
    profile,
    put,
)
from tests.usecases.overview import listed, where_people_are
from tests.usecases.ports import chat_of

EVA = f"{FIRST}:mentee:eva"
INVITATION = f"enrolment:{EVA}:{NOW:%Y%m%d%H%M%S}"
BLOCKED = Undeliverable("403 ConversationBlockedByUser", "blocked")


@pytest.fixture
async def invited(programmes: Company) -> Company:
    """Eva has the app; her invitation has yet to be sent."""
    await put(programmes.first, "people", person("eva", conversation="", service_url=""))
    await programmes.first.run(invite, profile("eva"), Role.MENTEE)
    await reach(programmes.first, EVA)
    return programmes


async def the_invitation(company: Company) -> Posting:
    (posting,) = await all_of(company.first, "postings", kind=enrolment_card.name)
    found: Posting = posting
    return found


async def sent(company: Company, why: Exception | None = None) -> None:
    """Her invitation is sent, or refused for this reason."""
    company.chats.refuses = {"post": why} if why else {}  # type: ignore[dict-item]
    await send(company.first, (await the_invitation(company)).id)
    await catch_up(company.first)


async def state(company: Company) -> EnrolmentState:
    found: EnrolmentState = (await one(company.first, "enrolments", EVA)).state
    return found


async def hindrance(company: Company) -> str:
    return str((await one(company.first, "people", "eva")).profile.hindrance)


async def writes(company: Company) -> None:
    """She writes to the bot, as the router sees it."""

    def unit(uow: UnitOfWork, moment: Moment) -> None:
        known = uow.people.need("eva")
        heard(uow, "eva", UNSAID, chat_of("eva"), moment.programme)
        if known.is_shut_out:
            reached_again(uow, moment, "eva")

    await company.first.run(unit)


async def causes(company: Company) -> dict[str, str]:
    """Why nothing reaches whom, as owners read it."""
    return {each.name: each.cause for each in (await listed(company.first)).people}


class TestBlocked:
    """H1: each message to Eva's chat is answered with 403."""

    async def test_owners_see_her_as_unreachable_with_the_cause(self, invited: Company) -> None:
        await sent(invited, BLOCKED)
        assert (await state(invited), await hindrance(invited)) == (
            EnrolmentState.UNREACHABLE,
            "blocked",
        )
        assert await causes(invited) == {"Eva": "blocked"}
        assert await where_people_are(invited.first) == {"unreachable": ("Eva",)}

    async def test_nothing_is_tried_any_more(self, invited: Company) -> None:
        await sent(invited, BLOCKED)
        await sent(invited)
        assert invited.chats.messages == []

    async def test_once_she_writes_she_gets_her_invitation(self, invited: Company) -> None:
        await sent(invited, BLOCKED)
        await writes(invited)
        assert (await state(invited), await hindrance(invited)) == (EnrolmentState.INVITED, "")
        assert (await asked_for(invited.first, "post"))[-1] == INVITATION
        await sent(invited)
        assert [each.id for each in invited.chats.messages] == [INVITATION]

    async def test_a_preview_of_another_list_does_not_make_her_reachable(
        self, invited: Company
    ) -> None:
        await sent(invited, BLOCKED)
        await invited.first.run(lambda uow, moment: meet(uow, profile("eva"), moment.programme))
        assert await hindrance(invited) == "blocked"

    async def test_invited_again_by_an_owner_she_is_tried_again(self, invited: Company) -> None:
        await sent(invited, BLOCKED)
        invited.clock.moment = NOW + timedelta(days=1)
        await invited.first.run(invite, profile("eva"), Role.MENTEE)
        await reach(invited.first, EVA)
        assert await hindrance(invited) == ""

    async def test_who_has_read_the_invitation_stays_where_they_are(self, invited: Company) -> None:
        await sent(invited)
        await invited.first.run(lambda uow, _: shut_out(uow, "eva", "blocked"))
        await catch_up(invited.first)
        assert await state(invited) is EnrolmentState.INVITED
        assert await causes(invited) == {"Eva": "blocked"}

    async def test_so_it_is_in_each_programme(self, invited: Company) -> None:
        await invited.second.run(invite, profile("eva"), Role.MENTEE)
        await sent(invited, BLOCKED)
        other = await one(invited.second, "enrolments", f"{SECOND}:mentee:eva")
        assert other.state is EnrolmentState.UNREACHABLE


class TestWhatStands:
    """Messages that stand in a chat into which nothing can be written."""

    async def test_they_are_brought_up_to_date_once_she_can_be_reached(
        self, invited: Company
    ) -> None:
        await sent(invited)
        await change(invited.first, "postings", INVITATION, wanted=5)
        invited.chats.refuses = {"update": BLOCKED}
        assert await show_anew(invited.first, await the_invitation(invited)) == 0
        standing = await the_invitation(invited)
        assert (standing.activity_id, standing.is_behind) == ("message-1", False)
        await writes(invited)
        assert (await the_invitation(invited)).is_behind

    async def test_meanwhile_nothing_is_tried(self, invited: Company) -> None:
        await sent(invited)
        await invited.first.run(lambda uow, _: shut_out(uow, "eva", "blocked"))
        await change(invited.first, "postings", INVITATION, wanted=5)
        await show_anew(invited.first, await the_invitation(invited))
        assert invited.chats.updates == []

    async def test_what_is_worth_nothing_later_is_not_sent_later(self, invited: Company) -> None:
        await sent(invited)
        await invited.first.run(lambda uow, _: shut_out(uow, "eva", "blocked"))
        await put(invited.first, "postings", Posting("late", session_card.name, "s", "eva"))
        await writes(invited)
        assert [each.id for each in await all_of(invited.first, "postings")] == [INVITATION]


class TestForbidden:
    """Nobody tells the bot that an administrator allows it again."""

    FORBIDDEN = Undeliverable("403 BotDisabledByAdmin", "blocked-by-admin")

    async def timer(self, company: Company) -> Timer:
        (found,) = await all_of(company.unbound, "timers", kind=allowed_again.name)
        timer: Timer = found
        return timer

    async def test_it_tries_once_a_day(self, invited: Company) -> None:
        await sent(invited, self.FORBIDDEN)
        timer = await self.timer(invited)
        assert timer.due_at == NOW + timedelta(days=1)
        await invited.first.run(allowed_again, timer)
        await sent(invited)
        assert len(invited.chats.messages) == 1

    async def test_for_two_weeks(self, invited: Company) -> None:
        await sent(invited, self.FORBIDDEN)
        invited.clock.moment = NOW + TRIED_FOR + timedelta(days=1)
        await invited.first.run(allowed_again, await self.timer(invited))
        assert await hindrance(invited) == "blocked-by-admin"

    async def test_who_may_not_even_have_the_app_gets_it_once_they_may(
        self, programmes: Company
    ) -> None:
        """The policy refuses the installation itself, so that there is no chat to write into."""
        await programmes.first.run(invite, profile("eva"), Role.MENTEE)
        await change(programmes.first, "people", "eva", conversation="", service_url="")
        programmes.chats.refuses = {"install": self.FORBIDDEN}
        await reach(programmes.first, EVA)
        await catch_up(programmes.unbound)
        assert await hindrance(programmes) == "blocked-by-admin"
        programmes.chats.refuses = {}
        programmes.clock.moment += timedelta(days=1)
        await programmes.first.run(allowed_again, await self.timer(programmes))
        assert await asked_for(programmes.unbound, reach.name) == [EVA]
        await reach(programmes.first, EVA)
        assert programmes.chats.installed == ["eva"]
        assert await state(programmes) is EnrolmentState.INVITED


class TestTheApp:
    """The app in her Teams: not visible at once, taken away, put back."""

    async def test_a_chat_that_is_not_there_yet_is_looked_for_with_growing_pauses(
        self, programmes: Company
    ) -> None:
        """H2: the list of installations was empty for three seconds, and she was unreachable."""
        await programmes.first.run(invite, profile("eva"), Role.MENTEE)
        programmes.chats.refuses = {"install": NotYet("not listed yet")}
        pauses = []
        await programmes.first.run(lambda uow, _: _ask_first(uow))
        for _ in UNTIL_LISTED:
            await reach(programmes.first, EVA)
            assert await state(programmes) is EnrolmentState.INVITED
            effects = await all_of(programmes.first, "effects", kind=reach.name)
            pauses.append(max(each.not_before for each in effects if each.not_before))
            programmes.clock.moment = pauses[-1]
        assert pauses == sorted(set(pauses))
        assert pauses[-1] - NOW >= timedelta(minutes=3)
        await reach(programmes.first, EVA)
        assert (await state(programmes), await hindrance(programmes)) == (
            EnrolmentState.UNREACHABLE,
            "not-listed",
        )

    async def test_whoever_has_removed_it_does_not_get_it_again(self, programmes: Company) -> None:
        """Invited once more, in another cycle say, she stays unreachable with what helps."""
        gone = with_hindrance(person("eva"), "app-removed")
        await put(programmes.first, "people", gone)
        await programmes.first.run(invite, profile("eva"), Role.MENTEE)
        await reach(programmes.first, EVA)
        assert programmes.chats.installed == []
        assert await state(programmes) is EnrolmentState.UNREACHABLE
        assert await hindrance(programmes) == "app-removed"

    async def test_once_it_is_there_she_is_invited(self, programmes: Company) -> None:
        await programmes.first.run(invite, profile("eva"), Role.MENTEE)
        await programmes.first.run(lambda uow, _: _ask_first(uow))
        programmes.chats.refuses = {"install": NotYet("not listed yet")}
        await reach(programmes.first, EVA)
        programmes.chats.refuses = {}
        await reach(programmes.first, EVA)
        assert (await the_invitation(programmes)).person_id == "eva"

    async def test_until_it_is_there_the_directory_is_not_asked_for_her(
        self, programmes: Company
    ) -> None:
        """Most people are looked for twice: two of nine calls for each were for nothing."""
        await programmes.first.run(invite, profile("eva"), Role.MENTEE)
        await programmes.first.run(lambda uow, _: _ask_first(uow))
        programmes.chats.refuses = {"install": NotYet("not listed yet")}
        programmes.people.refuses = {"profile": Rejected("asked for nothing")}
        await reach(programmes.first, EVA)
        assert await state(programmes) is EnrolmentState.INVITED

    async def test_a_chat_that_does_not_know_the_app_yet_is_tried_a_few_times(
        self, invited: Company
    ) -> None:
        removed = Undeliverable("403 BotNotInConversationRoster", "app-removed")
        for _ in range(3):
            await sent(invited, removed)
            assert await hindrance(invited) == ""
        await sent(invited, removed)
        assert await hindrance(invited) == "app-removed"

    @pytest.mark.parametrize(
        "gone", [NotThere("404"), Undeliverable("404 ConversationNotFound", "chat-gone")]
    )
    async def test_one_passing_404_makes_nobody_unreachable(
        self, invited: Company, gone: OutsideError
    ) -> None:
        """Her launch card came from then on only once she wrote by herself."""
        for _ in UNTIL_SEEN:
            await sent(invited, gone)
            assert await hindrance(invited) == ""
        await sent(invited)
        assert len(invited.chats.messages) == 1

    async def test_a_chat_that_is_gone_makes_her_unreachable_in_the_end(
        self, invited: Company
    ) -> None:
        for _ in [*UNTIL_SEEN, "the last time"]:
            await sent(invited, NotThere("404"))
        assert await hindrance(invited) == "chat-gone"

    async def test_each_time_it_is_tried_again_after_a_longer_pause(self, invited: Company) -> None:
        for _ in UNTIL_SEEN:
            await sent(invited, NotThere("404"))
        effects = await all_of(invited.first, "effects", kind=send.name)
        dues = sorted(each.not_before for each in effects if each.not_before)
        assert dues == [NOW + pause for pause in UNTIL_SEEN]

    async def test_a_card_that_teams_will_never_take_does_not_end_in_the_log(
        self, invited: Company
    ) -> None:
        """It is tried for as long as anything is, and then owners hear of it."""
        with pytest.raises(Rejected, match="413"):
            await sent(invited, Rejected("413", code="MessageSizeTooBig"))
        assert (await state(invited), await hindrance(invited)) == (EnrolmentState.INVITED, "")


def _ask_first(uow: UnitOfWork) -> None:
    """As confirming the list asks for her to be reached."""
    ask(uow, reach, EVA, once=stamp_of(uow.enrolments.need(EVA)))
