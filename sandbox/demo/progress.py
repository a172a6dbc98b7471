"""How far the tour has come, as anybody could see it in the tenant: each step ticks itself off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from sandbox import cards
from sandbox.connector.places import personal_place
from sandbox.conversations import BOT
from sandbox.demo.days import begun
from sandbox.demo.seats import Seats
from sandbox.directory import Person
from sandbox.rehearse.answering import forward
from sandbox.state import TenantState

OFFERED, ASKED_ANEW = "offer.answer", "enrolment.again"
"""What the buttons send by which an offer, and an invitation to another cycle, are answered."""
KIT, RETROSPECTIVE, WISH = "kits.take", "retrospective.tap", "next_time.wish"
"""The same by which a session kit is taken, a session looked back on, and something wished for next
time, which comes with the thanks after a closing alone.
"""

LAUNCHED = 7
"""The number of the step that launches."""


class Progress:
    """Which steps of the tour are done; what was done once stays so, but for a launch that is taken
    back before the step after it was done. ``rounds`` counts how often
    all the others have answered; ``ticks``, those done before, gets what is done from now on.

    The steps stand in the order of ``sandbox/page/static/words.js``.
    """

    def __init__(
        self, state: TenantState, seats: Seats, rounds: Callable[[], int], ticks: set[int]
    ) -> None:
        self._rounds, self._since = rounds, 0
        self._state = state
        self._seats = seats
        self._pressable: dict[str, set[str]] = defaultdict(set)
        self._done = ticks
        self._steps: Sequence[Callable[[], bool]] = (
            lambda: all(map(self._written, (seats.mentee, seats.mentor))),
            lambda: self._answered(seats.mentee),
            lambda: self._answered(seats.mentor),
            self._others_answered,
            lambda: self._came(OFFERED),
            lambda: self._said(seats.mentor),
            lambda: self._said(seats.mentee),
            self._has_channel,
            lambda: begun(state, seats.mentee.id),
            lambda: self._taken(KIT, seats.mentor),
            lambda: RETROSPECTIVE in self._pressable[seats.mentee.id],
            lambda: self._came(WISH),
            lambda: self._came(ASKED_ANEW),
        )

    def done(self) -> list[int]:
        """The numbers of the steps that are done, from 0."""
        for person in self._state.people.values():
            verbs = (action.verb for card in self._cards(person) for action in cards.actions(card))
            self._pressable[person.id].update(verbs)
        self._take_back()
        for number, step in enumerate(self._steps):
            if number not in self._done and step():
                self._done.add(number)
                self._since = self._rounds()
        return sorted(self._done)

    def _take_back(self) -> None:
        """A launch that is taken back deletes its channels or archives them."""
        if max(self._done, default=0) == LAUNCHED and not self._has_channel():
            self._done.remove(LAUNCHED)

    def _cards(self, person: Person) -> list[cards.Card]:
        place = personal_place(self._state, person.id)
        if place is None:
            return []
        messages = self._state.conversations.in_conversation(place.id, person.id)
        return [each.card for each in messages if each.sender_id == BOT and each.card]

    def _came(self, verb: str) -> bool:
        """Whether a card with this button has come to anybody: where it is an owner's step, the
        seat's own tandem may have ended before.
        """
        return any(verb in verbs for verbs in self._pressable.values())

    def _written(self, person: Person) -> bool:
        return bool(self._cards(person))

    def _waits(self, person: Person) -> bool:
        return any(forward(card) for card in self._cards(person))

    def _answered(self, person: Person) -> bool:
        return self._written(person) and not self._waits(person)

    def _said(self, person: Person) -> bool:
        """Whether the person has answered their offer, and the others have been let answer, too,
        since the step before was done.
        """
        asked = OFFERED in self._pressable[person.id]
        waiting = (forward(card) for card in self._cards(person))
        open_still = any(action and action.verb == OFFERED for action in waiting)
        return asked and not open_still and self._rounds() > self._since

    def _taken(self, verb: str, person: Person) -> bool:
        """Whether a card with this button has come, and none waits any more."""
        sent = (action.verb for card in self._cards(person) for action in cards.actions(card))
        return verb in self._pressable[person.id] and verb not in sent

    def _others_answered(self) -> bool:
        others = [one for one in self._state.people.values() if one.id not in self._seats.ids]
        invited = [one for one in others if self._written(one)]
        return bool(invited) and not any(map(self._waits, invited))

    def _has_channel(self) -> bool:
        channels = (one for team in self._state.teams.values() for one in team.channels.values())
        private = (one for one in channels if one.membership_type == "private")
        there = (one for one in private if not one.archived and one.deleted is None)
        return any(self._seats.mentee.id in one.members for one in there)
