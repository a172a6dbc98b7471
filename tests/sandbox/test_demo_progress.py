"""Each step of the tour ticks itself off when what it asks for has happened, and not before; and
whoever waits for the others sees how far they are (issue 12, U16). Whom the tour invites can be
read, so that its last picture shows something (U33).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from sandbox import company
from sandbox.apps import Installation
from sandbox.connector.clients import Clients
from sandbox.conversations import BOT, Message
from sandbox.demo.command import _new
from sandbox.demo.others import Others
from sandbox.demo.progress import Progress
from sandbox.demo.seats import MENTEES, MENTORS, Seats, members, pin, take_seats
from sandbox.diaries import busy
from sandbox.directory import Person
from sandbox.graph.apps import personal_chat
from sandbox.server import new_state
from sandbox.state import TenantState
from sandbox.teams import Channel, Member

FRIDAY = datetime(2026, 11, 6, 12, tzinfo=UTC)
WORDS = Path(__file__).parents[2] / "sandbox/page/static/words.js"


@dataclass
class Tour:
    """Somebody who follows the tour, without a product: cards come and are answered."""

    state: TenantState
    seats: Seats
    rounds: int = 0

    def __post_init__(self) -> None:
        self.progress = Progress(self.state, self.seats, lambda: self.rounds, set())
        self.colleague = next(
            each
            for each in self.state.people.values()
            if each.id not in {*self.seats.ids, self.seats.second.id}
        )

    @property
    def done(self) -> int:
        """How many steps are done; they are so in their order."""
        found = self.progress.done()
        assert found == list(range(len(found)))
        return len(found)

    def chat(self, person: Person) -> str:
        """The person's chat with the bot."""
        chat = personal_chat(self.state, person)
        if self.state.installation_of("user", person.id) is None:
            made = Installation(self.state.new_id(), "app", "user", person.id, chat.id)
            self.state.installations[made.id] = made
        return chat.conversation_id

    def gets(self, person: Person, verb: str, style: str = "positive") -> Message:
        """A card comes that waits for an answer, or one whose button waits for nobody."""
        return self.state.conversations.add(self.chat(person), BOT, card(verb, style), FRIDAY)

    def answers(self, message: Message) -> None:
        """What is asked on it is answered."""
        self.state.conversations.edit(message, card(), FRIDAY)


def card(verb: str = "", style: str = "default") -> dict[str, Any]:
    """A message with a card that has this button, or none."""
    action = {"type": "Action.Execute", "title": "x", "verb": verb, "style": style, "data": {}}
    content = {"type": "AdaptiveCard", "body": [], "actions": [action] if verb else []}
    kind = "application/vnd.microsoft.card.adaptive"
    return {"type": "message", "attachments": [{"contentType": kind, "content": content}]}


@pytest.fixture
def tour() -> Tour:
    state = new_state(now=FRIDAY)
    company.build(state, 44)
    return Tour(state, take_seats(state))


def test_every_step_that_the_page_shows_is_looked_at(tour: Tour) -> None:
    found = re.findall(r"steps: \[\n(.*?)\n    \],", WORDS.read_text("utf-8"), re.DOTALL)
    assert [len(steps.splitlines()) for steps in found] == [len(tour.progress._steps)] * 2


def test_each_step_is_done_when_it_has_happened_and_not_before(tour: Tour) -> None:
    mentee, mentor = tour.seats.mentee, tour.seats.mentor
    assert tour.done == 0
    hers = tour.gets(mentee, "enrolment.begin")
    assert tour.done == 0
    his = tour.gets(mentor, "enrolment.begin")
    other = tour.gets(tour.colleague, "enrolment.begin")
    assert tour.done == 1
    tour.answers(hers)
    assert tour.done == 2
    tour.answers(his)
    assert tour.done == 3
    tour.answers(other)
    assert tour.done == 4
    offered = tour.gets(mentor, "offer.answer")
    assert tour.done == 5
    _both_say_yes(tour, mentor, mentee, offered)
    _channel_with(tour, mentee)
    assert tour.done == 8
    _lives(tour, mentor, mentee)


def _both_say_yes(tour: Tour, mentor: Person, mentee: Person, offered: Message) -> None:
    """The others have to answer, too, after each of the two."""
    tour.answers(offered)
    assert tour.done == 5
    tour.rounds += 1
    assert tour.done == 6
    hers = tour.gets(mentee, "offer.answer")
    tour.rounds += 1
    assert tour.done == 6
    tour.answers(hers)
    assert tour.done == 7


def _channel_with(tour: Tour, person: Person) -> None:
    team = tour.state.teams[tour.state.programme_team_ids[0]]
    channel = Channel("19:new", team.id, "Tandem 001", None, "private", FRIDAY)
    team.channels[channel.id] = channel
    assert tour.done == 7
    channel.members[person.id] = Member(tour.state.new_id(), person.id, ["owner"])


def _lives(tour: Tour, mentor: Person, mentee: Person) -> None:
    """A session that the product has booked, the kit, the look back, the end, and once more."""
    start = FRIDAY + timedelta(days=14)
    own = busy(tour.state, mentee, start, start + timedelta(hours=2))
    tour.state.clock.set(start - timedelta(hours=1))
    assert tour.done == 8
    own.appointment.transaction_id = "tandem"
    assert tour.done == 9
    kit = tour.gets(mentor, "kits.take")
    assert tour.done == 9
    tour.answers(kit)
    assert tour.done == 10
    tour.gets(mentor, "retrospective.tap", "default")
    assert tour.done == 10, "it is hers that is looked at"
    tour.gets(mentee, "retrospective.tap", "default")
    assert tour.done == 11
    _ends(tour, mentee)


def _ends(tour: Tour, mentee: Person) -> None:
    """Issue 15: *close* was ticked although the owner had pressed nothing, once a switch had ended
    the mentee's tandem, whose card shows what has changed as well; and whoever had no tandem at the
    end, or would rather not be asked again, could not tick it off.
    """
    tour.gets(mentee, "measure.open", "default")
    assert tour.done == 11
    for verb, done in (("next_time.wish", 12), ("enrolment.again", 13)):
        tour.gets(tour.colleague, verb, "default")
        assert tour.done == done


def test_what_was_done_once_stays_done(tour: Tour) -> None:
    for person in (tour.seats.mentee, tour.seats.mentor):
        tour.gets(person, "enrolment.begin")
    assert tour.done == 1
    for told in tour.state.conversations.messages.values():
        for message in told:
            tour.state.conversations.delete(message)
    assert tour.done == 1


def test_a_launch_that_is_taken_back_is_the_next_step_again(tour: Tour) -> None:
    tour.progress._done.update(range(7))
    _channel_with(tour, tour.seats.mentee)
    assert tour.done == 8
    channel = tour.state.teams[tour.state.programme_team_ids[0]].channels["19:new"]
    for moment in (FRIDAY, None):
        channel.deleted = moment
        assert tour.done == (7 if moment else 8)
    channel.archived = True
    assert tour.done == 7
    channel.archived = False
    assert tour.done == 8
    tour.progress._done.add(8)
    channel.archived = True
    assert tour.done == 9, "what came after the launch stays done"


async def test_whoever_waits_for_the_others_sees_how_far_they_are(tour: Tour) -> None:
    seen, people = [], (tour.colleague, tour.seats.second)
    for person in people:
        tour.gets(person, "enrolment.begin")

    class Watched(Others):
        async def _through(self, *_: object, **__: object) -> bool:
            seen.append((self.done, self.asked, self.rounds))
            return True

    others = Watched(tour.state, cast("Clients", None), tour.seats)
    assert await others.answer() == len(people)
    assert seen == [(0, 2, 0), (1, 2, 0)]
    assert (others.done, others.asked, others.rounds) == (2, 2, 1)
    await others.answer()
    assert (others.done, others.asked, others.rounds) == (2, 2, 2)


def unreadable(state: TenantState) -> list[str]:
    """Whom the tour invites and nobody could show the calendar of."""
    invited = (*members(state, MENTEES), *members(state, MENTORS))
    return [each.id for each in invited if not each.mailbox_readable]


def test_whom_the_tour_invites_can_be_read(tour: Tour) -> None:
    invited = [*members(tour.state, MENTEES), *members(tour.state, MENTORS)]
    outside = next(one for one in tour.state.people.values() if one not in invited)
    for person in (*invited, outside):
        person.mailbox_readable = False
    assert len(unreadable(tour.state)) == len(invited)
    pin(tour.state)
    assert unreadable(tour.state) == []
    assert not outside.mailbox_readable, "who cannot be reached stays so among the others"


@pytest.mark.parametrize("seed", range(1, 9))
def test_the_demos_company_is_pinned_whatever_the_seed(seed: int) -> None:
    assert unreadable(_new(seed, 0).state) == []
