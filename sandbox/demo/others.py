"""The people of the demo whose screens one does not look at: they answer what waits for them, each
in their own way.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Container
from dataclasses import dataclass

from sandbox.cards import Card
from sandbox.connector.clients import Clients, Shown
from sandbox.connector.places import Place, personal_place
from sandbox.conversations import BOT
from sandbox.demo.seats import Seats, partner_of
from sandbox.directory import Person
from sandbox.parts import ALL_TIMES, BACKGROUNDS, WEEK
from sandbox.rehearse.answering import FORWARD, NO, fill_in, fingerprint, forward, is_question
from sandbox.state import TenantState

DEVICE = "laptop"
AT_ONCE = 6
MOST_PRESSES = 25
"""More cards in a row than any questionnaire has."""
ONES_OWN = {"questions.put", "retrospective.write"}
"""What the buttons send by which somebody writes what nobody has asked them for."""
DECLINING = 12
"""One of so many people says no to the invitation."""
TOPICS = ("ai", "data", "automation", "collaboration", "social_media", "new_work")
SHOWN, SPONSORED = TOPICS[:3], TOPICS[3:]


@dataclass(frozen=True)
class Sentences:
    """What people write in their own language."""

    about: tuple[str, ...]
    experiences: tuple[str, ...]
    goal: str


GERMAN = Sentences(
    about=(
        "Ich frage viel und mag kurze Wege.",
        "Ich probiere gern etwas aus, auch wenn es schiefgeht.",
        "Am besten denke ich beim Gehen.",
        "Ich höre gern zu und habe wenig Geduld mit Folien.",
    ),
    experiences=(
        "Zwei Jahre im Datenteam",
        "Drei Projekte mit Kundschaft",
        "Ein eigenes Werkzeug gebaut",
        "Schulungen im Team gehalten",
    ),
    goal="Ein Werkzeug, das ich jede Woche wirklich benutze.",
)
ENGLISH = Sentences(
    about=(
        "I ask a lot and like short distances.",
        "I like to try things out, even if they go wrong.",
        "I think best while walking.",
        "I like listening, and have little patience with slides.",
    ),
    experiences=(
        "Two years in the data team",
        "Three projects with customers",
        "Built a tool of my own",
        "Trained colleagues in my team",
    ),
    goal="One tool that I really use every week.",
)


class Others:
    """Everybody but the three."""

    def __init__(self, state: TenantState, clients: Clients, seats: Seats) -> None:
        self._state = state
        self._clients = clients
        self._seats = seats
        self._gate = asyncio.Semaphore(AT_ONCE)
        self._pinned = pinned(state, seats)
        self.asked = self.done = self.rounds = 0
        """How many are being waited for, how many of them are through, and how often all were."""

    async def answer(self) -> int:
        """Let everybody else answer everything that waits for them; how many pressed something."""
        others = [
            person for person in self._state.people.values() if person.id not in self._seats.ids
        ]
        waiting = [person for person in others if personal_place(self._state, person.id)]
        self.asked, self.done = len(waiting), 0
        answered = sum(await asyncio.gather(*map(self._counted, waiting)))
        self.rounds += 1
        return answered

    async def _counted(self, person: Person) -> bool:
        pressed = await self._through(person, may_decline=True)
        self.done += 1
        return pressed

    async def answer_for(self, person: Person) -> bool:
        """Answer what waits for one of the three; they never say no by themselves."""
        return await self._through(person, may_decline=False)

    async def _through(self, person: Person, *, may_decline: bool) -> bool:
        place = personal_place(self._state, person.id)
        if place is None:
            return False
        declines = may_decline and random.Random(f"no {person.id}").randrange(DECLINING) == 0  # noqa: S311 - a whim
        pressed: set[str] = set()
        async with self._gate:
            while len(pressed) < MOST_PRESSES and (
                waiting := self._waiting(person, place, pressed)
            ):
                pressed.add(fingerprint(waiting.card or {}))
                if not await self._press(person, place, waiting, declines=declines):
                    break
        return bool(pressed)

    async def _press(self, person: Person, place: Place, shown: Shown, *, declines: bool) -> bool:
        """Press the button that leads on; whether the bot took it."""
        if shown.card is None:
            return False
        says_no = declines and is_question(shown.card)
        answers = (
            {}
            if says_no
            else fill_in(shown.card, {**answers_of(person), **self._pinned.get(person.id, {})})
        )
        wanted = NO if says_no else FORWARD
        answered = await self._clients.click(
            person, place, DEVICE, shown.message.id, wanted, answers
        )
        return answered.acknowledged

    def _waiting(self, person: Person, place: Place, pressed: Container[str]) -> Shown | None:
        """The newest card that has a button that leads on, but for those that were ``pressed`` as
        they stand.
        """
        shown = reversed(self._clients.look(person, place, DEVICE))
        waiting = (one for one in shown if one.message.sender_id == BOT and _waits(one.card))
        return next((one for one in waiting if fingerprint(one.card or {}) not in pressed), None)


def _waits(card: Card | None) -> bool:
    """Whether the card waits for an answer."""
    leading = forward(card)
    return leading is not None and leading.verb not in ONES_OWN


def pinned(state: TenantState, seats: Seats) -> dict[str, dict[str, str]]:
    """What a few answer whatever the seed, by id: the two of the tour are made for each other, and
    whoever opens the invitations as sponsor finds somebody, too.
    """
    made = {seats.mentee.id: _wishing(SHOWN), seats.mentor.id: _teaching(SHOWN)}
    sponsor = next(one for one in state.people.values() if one.manager_id is None)
    partner = partner_of(state, sponsor, seats)
    if partner is not None:
        made |= {sponsor.id: _wishing(SPONSORED), partner.id: _teaching(SPONSORED)}
    return made


def _wishing(topics: tuple[str, ...]) -> dict[str, str]:
    return {f"wish_{rank}": topic for rank, topic in enumerate(topics, start=1)}


def _teaching(topics: tuple[str, ...]) -> dict[str, str]:
    return {"topics": ",".join(topics), "level": "3", "languages": "de,en"}


def answers_of(person: Person) -> dict[str, str]:
    """How somebody answers each question, as mentee or as mentor; always the same for the same
    person.
    """
    chance = random.Random(f"answers {person.id}")  # noqa: S311 - invented answers
    german = (person.preferred_language or "").startswith("de")
    said = GERMAN if german else ENGLISH
    wishes = chance.sample(TOPICS, 3)
    return {
        "languages": "de,en" if german else "en",
        "background": chance.choice(BACKGROUNDS),
        "about_me": chance.choice(said.about),
        "wish_1": wishes[0],
        "wish_2": wishes[1],
        "wish_3": wishes[2],
        "topics": ",".join(chance.sample(TOPICS, 3)),
        "level": str(chance.randint(1, 3)),
        "experience": chance.choice(said.experiences),
        "competence": str(chance.randint(2, 9)),
        "goal": said.goal,
        "format": chance.choice(("talk", "demo", "hands_on")),
        "weekdays": ",".join(sorted(chance.sample(WEEK, 4), key=WEEK.index)),
        "times": ALL_TIMES,
        "place": chance.choice(("remote", "either")),
        "capacity": "1",
    }
