"""What people in a tandem do with its cards beyond what leads on: they tap one answer to each
question, and write a line where there is room for one. Some skip what they need not do.

Whatever they write holds a word that stands nowhere else (`Words`), so it can be looked for where
it must not be.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sandbox import cards
from sandbox.cards import Action, Card
from sandbox.rehearse.circles import JOIN, LEAVE, Taps

TAPPED: Mapping[str, str] = {
    "measure.tap": "item",
    "retrospective.tap": "tap",
    "fit.say": "tandem",
    "further.say": "tandem",
    "follow_up.answer": "follow_up",
    "measure.consent": "measure",
}
"""What the buttons send by which a question is answered with a tap, and what of it names the
question.
"""
OPENED = (
    *("measure.open", "certificate.open", "follow_up.agree", "result.open"),
    *("road_map.open", "road_map.look", "road_map.move", "road_map.before"),
    *("privacy.file", "certificate.file"),
)
"""What the buttons send that people press out of curiosity, once on each card."""
SKIPPED = ("kits.skip",)
SHARE = "retrospective.write"
HIDE = "retrospective.hide"
"""What the buttons send by which one lets the other one read one's line, or read it no more; the
first also saves it for oneself, then without its `share`.
"""
WHIMS: Mapping[str, float] = {
    "result.release": 0.9,
    "result.agree": 0.7,
    "result.take_back": 0.2,
    JOIN: 0.9,
    LEAVE: 0.1,
    "agreement.look": 0.4,
    "farewell.write": 0.8,
    "farewell.take_back": 0.2,
    SHARE: 0.6,
    HIDE: 0.2,
}
"""What the buttons send that some people press, once on each card, and how many do."""
WISH = "next_time.wish"
"""What the buttons send by which somebody says what they would like next time."""
WRITTEN = ("line", "text")
"""The inputs of what is written in a tandem's life, by id."""
FOR_OTHERS: Mapping[str, str] = {
    "result.release": "result",
    "sponsor.thank": "thanks",
    "farewell.write": "farewell",
}
"""What the buttons send with which a line goes to others, and what it is then."""
WITH_A_LINE = {SHARE, *FOR_OTHERS}
"""What the buttons send, beside those that lead on, for which one writes first."""
RESULT = "result"
SAVED = "agreement.save"
"""What the button sends by which an item of the agreement is changed."""
TERMS = ("goal", "not_about")
"""The items of it in which one writes, by input id."""
AGREEMENT = "agreement"
ANSWERED = ("about_me", "goal", "experience")
"""The same of the questionnaire."""
OF_ALL = ("about_me", "experience", "thanks")
"""What is written for whoever is offered this partner, or for everybody who takes part."""
ASKED = "question"
BOTH = 2
SKIPPING = 0.1
"""How many skip what they need not do."""
WRITING = "As we discussed, and for the two of us alone: {word}."
PLANTED = re.compile(r"plant[0-9a-f]{14}")


@dataclass(frozen=True)
class Written:
    """Who has written something, and in which input (`ASKED`: in a message) or for whom."""

    person: str
    where: str

    @property
    def is_for_oneself(self) -> bool:
        """Whether nobody else may read it, unless its author shares it (`Words.share`)."""
        return self.where == "line"

    @property
    def is_for_the_two(self) -> bool:
        """Whether nobody may read it but its author and who is in a tandem with them."""
        return self.where not in OF_ALL


@dataclass
class Words:
    """The words that people have written and that stand nowhere else."""

    seed: int
    written: dict[str, Written] = field(default_factory=dict)
    released: set[str] = field(default_factory=set)
    """Those of them that both of a tandem have released for the programme owners."""
    shared: set[str] = field(default_factory=set)
    """Those that were for their author alone and that the other one has been let read."""
    hidden: set[str] = field(default_factory=set)
    """Those of the shared ones that nobody else is to read any more."""

    def share(self, line: str) -> None:
        """The author lets the other one read this line."""
        self.shared.update(PLANTED.findall(line))
        self.hidden -= self.shared & {*PLANTED.findall(line)}

    def hide(self, said: str) -> None:
        """Of what stood on the card the other one is to read nothing any more."""
        self.hidden |= self.shared & {*PLANTED.findall(said)}

    def release(self, said: str) -> None:
        """What was said to them, both want owners to read."""
        self.released.update(
            word for word, by in self.written.items() if by.where == RESULT and word in said
        )

    def take_back(self, person: str) -> None:
        """The person wants nobody to read any more what they had released."""
        own = {word for word, by in self.written.items() if by == Written(person, RESULT)}
        self.released -= own

    def line(self, by: Written, when: str = "") -> str:
        """A line that holds a word for this place, the same each time; `when` tells apart what
        somebody writes there more than once.
        """
        place = f"{self.seed} {by.person} {by.where} {when}"
        word = "plant" + hashlib.sha256(place.encode()).hexdigest()[:14]
        self.written[word] = by
        return WRITING.format(word=word)


@dataclass
class Answered:
    """The messages that people have answered in their tandems' life, by what was answered."""

    messages: dict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    going_on: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Who would like further sessions, by their tandem's id."""
    gone_on: Counter[frozenset[str]] = field(default_factory=Counter)
    """How often two have agreed on further sessions."""
    circles: Taps = field(default_factory=Taps)
    """Who would like to be in which circle."""

    def add(self, verb: str, person: str, message: str) -> None:
        """The product has taken this person's press."""
        self.messages[verb].add((person, message))

    def of(self, verbs: Iterable[str]) -> set[tuple[str, str]]:
        """Who has answered which message by one of these."""
        return set().union(*(self.messages.get(verb, ()) for verb in verbs))

    def would_go_on(self, person: str, data: Mapping[str, object]) -> None:
        """What this person has said of further sessions; once both would like them they are asked
        no more, until these are over.
        """
        people = self.going_on[str(data.get("tandem"))]
        people.discard(person)
        people.update({person} if data.get("going_on") == "yes" else ())
        if len(people) == BOTH:
            self.gone_on[frozenset(people)] += 1
            people.clear()

    def count(self, verbs: Iterable[str]) -> int:
        """How many messages were answered by one of these."""
        return len(self.of(verbs))


class Habits:
    """One person's."""

    def __init__(
        self, person: str, words: Words, answered: Answered, *, wishes: bool = False
    ) -> None:
        self._person = person
        self._words = words
        self._answered = answered
        self._chance = random.Random(f"{words.seed} life {person}")  # noqa: S311 - a whim
        self._skips = self._chance.random() < SKIPPING
        self._whims = {verb for verb, share in WHIMS.items() if self._chance.random() < share}
        self._item = self._chance.choice(TERMS)
        self._wishes = wishes
        self._tapped: set[tuple[str, str, str]] = set()

    def known(self, message: str, card: Card) -> dict[str, str]:
        """What the person writes on this message's card, by input id."""
        verbs = [action.verb for action in cards.actions(card)]
        for_others = next(filter(None, map(FOR_OTHERS.get, verbs)), "")
        where = {one: for_others or one for one in WRITTEN} | {one: one for one in ANSWERED}
        where |= dict.fromkeys(TERMS, AGREEMENT) if SAVED in verbs else {}
        return {
            one: self._words.line(Written(self._person, place), _when(one, place, message))
            for one, place in where.items()
            if one in cards.inputs(card)
        }

    def way(self, message: str, card: Card) -> Action | None:
        """The button that the person presses on this card before one that leads on, or None."""
        open_ = [one for one in cards.actions(card) if self._question(message, one)]
        if open_:
            first = self._question(message, open_[0])
            return self._chance.choice([o for o in open_ if self._question(message, o) == first])
        wanted = (one for one in cards.actions(card) if self._wants(message, one))
        return next(wanted, None)

    def _wants(self, message: str, action: Action) -> bool:
        """Whether the person skips this, or has a look, as is their way."""
        is_new = (self._person, message) not in self._answered.of([action.verb])
        if action.verb == SHARE and not _shares(action):
            return False
        looks_at = {*OPENED, *self._whims}
        if action.verb == "agreement.look" and self._named(action, "item") != self._item:
            return False
        return action.verb in SKIPPED if self._skips else action.verb in looks_at and is_new

    def _question(self, message: str, action: Action) -> tuple[str, str, str] | None:
        """The question of a tap that the person has not answered yet, or None."""
        named = "enrolment" if self._wishes and action.verb == WISH else TAPPED.get(action.verb)
        if named is None:
            return None
        question = message, action.verb, self._named(action, named)
        return None if question in self._tapped else question

    @staticmethod
    def _named(action: Action, name: str) -> str:
        """What a press of this sends by a name."""
        return str(action.spec.get("data", {}).get(name))

    def presses(self, message: str, action: Action, card: Card) -> None:
        """The person presses this, whether or not the product hears of it, or answers in time: what
        they let the other one read may be read from now on.
        """
        self._tap(action, taken=False)
        if action.verb == SHARE and (_shares(action) or _is_shared(card)):
            self._words.share(self.known(message, card)["line"])

    def _tap(self, action: Action, *, taken: bool) -> None:
        data = action.spec.get("data", {})
        self._answered.circles.tapped(action.verb, self._person, data, taken=taken)

    def pressed(self, message: str, action: Action, card: Card) -> None:
        """The product has taken the press of this card's button."""
        self._answered.add(action.verb, self._person, message)
        self._tap(action, taken=True)
        if action.verb == "further.say":
            self._answered.would_go_on(self._person, action.spec.get("data", {}))
        elif action.verb == "result.agree":
            self._words.release(" ".join(cards.texts(card)))
        elif action.verb == "result.take_back":
            self._words.take_back(self._person)
        elif action.verb == HIDE:
            self._words.hide(" ".join([*cards.texts(card), *_filled_in(card)]))
        question = self._question(message, action)
        if question:
            self._tapped.add(question)


def _shares(action: Action) -> bool:
    """Whether the button lets the other one read the line."""
    return action.verb == SHARE and action.spec.get("data", {}).get("share") is True


def _is_shared(card: Card) -> bool:
    """Whether the other one reads the line that stands there; then also what is saved over it."""
    return any(action.verb == HIDE for action in cards.actions(card))


def _filled_in(card: Card) -> list[str]:
    return [one.value for one in cards.inputs(card).values()]


def _when(one: str, place: str, message: str) -> str:
    """What tells this input's line from another one for the same: nothing in the questionnaire,
    which is the same wherever it is answered.
    """
    return "" if place in ANSWERED else f"{message} {one}"
