"""The programme's facts: its name, topics, people who stand for it, rhythm, rules.

``programme.toml`` holds the same facts as a file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar, Literal, LiteralString, Self, TypeVar

from pydantic import (
    AfterValidator,
    Field,
    SerializerFunctionWrapHandler,
    StringConstraints,
    model_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError

from mentoring.domain.condition import Condition
from mentoring.domain.kits.texts import Kit
from mentoring.domain.language import LANGUAGES, Language, by_language
from mentoring.domain.matching.settings import MatchingSettings, without_retired
from mentoring.domain.own_texts import OwnTexts
from mentoring.domain.people import Profile, Role
from mentoring.domain.questionnaire import Offered
from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.domain.tables import Table
from mentoring.domain.topics import TOPICS, Topic

FEWEST = 5
"""No group of fewer people is ever reported: somebody in it could be recognised."""
RETIRED: Mapping[str, str] = MappingProxyType(
    {
        "room": "retired-room",
        "matching.parameters.mentor_generations": "retired-generations",
        "matching.parameters.mentor_age_at_most": "retired-age",
        "matching.parameters.mentor_years_at_most": "retired-age",
    }
)
"""Settings that there are no more, and what a file that still names one is told
(``programme-file-<code>``); stored settings are read without them.
"""
ADDRESS = re.compile(r"[^\s@<>;,]+@[^\s@<>;,]+\.[^\s@<>;,.]+")
PICTURE = re.compile(r"https://\S+|data:image/(png|jpeg);base64,\S+")


def _address(text: str) -> str:
    if text and not ADDRESS.fullmatch(text):
        raise PydanticCustomError("address", "not an e-mail address")
    return text


def _picture(address: str) -> str:
    if address and not PICTURE.fullmatch(address):
        raise PydanticCustomError("picture", "neither an https address nor a small picture")
    return address


Address = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_address)]
"""An e-mail address, or empty."""
Said = Annotated[str, StringConstraints(strip_whitespace=True)]
"""What people read, or empty: nothing but spaces says nothing."""
LONGEST_NAME = 60
Named = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_NAME)
]
"""A name that stands above every card: a line of a phone or two."""


class Sponsor(Table):
    """The member of the top management who stands for the programme and opens the invitation.

    ``sentences``: what they say, by language; a file and a row hold each as ``sentence_<code>``.
    ``picture`` is an ``https`` address or a small ``data:`` image; without it the directory's photo
    of ``email`` is shown.
    """

    written_as: ClassVar[tuple[str, ...]] = (
        *("name", "title", "email", "picture"),
        *(f"sentence_{code}" for code in LANGUAGES),
    )
    name: Said = ""
    title: Said = ""
    email: Address = ""
    sentences: dict[Language, Said] = Field(default_factory=dict)
    picture: Annotated[str, Field(max_length=12_000), AfterValidator(_picture)] = ""

    @model_validator(mode="before")
    @classmethod
    def _quoted(cls, given: object) -> object:
        if not isinstance(given, Mapping):
            return given
        said = by_language(given, "sentence_")
        rest = {
            key: value for key, value in given.items() if key.removeprefix("sentence_") not in said
        }
        return {**rest, "sentences": {**said}} if said else rest

    @model_serializer(mode="wrap")
    def _flat(self, dump: SerializerFunctionWrapHandler) -> dict[str, object]:
        written: dict[str, object] = dump(self)
        written.pop("sentences", None)
        return {**written, **{f"sentence_{code}": said for code, said in self.sentences.items()}}


class Contact(Table):
    """Whom participants ask when something is unclear."""

    name: Said = ""
    email: Address = ""


NO_CONTACT = Contact()


class Boundary(Table):
    """Whom somebody may turn to when a boundary is crossed: the works council or the complaints
    office, never the sponsor, the contact person, an owner or a participant.
    """

    name: Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)] = ""
    email: Address = ""


class Offers(Table):
    """How offers are put to people: how many days they have to answer, and how many days before
    the deadline they are reminded.
    """

    days: Annotated[int, Field(ge=1, le=30)] = 5
    reminders: Annotated[tuple[int, ...], Field(max_length=2)] = (3, 1)

    @model_validator(mode="before")
    @classmethod
    def _in_time(cls, given: object) -> object:
        """Where only the days are named, the usual reminders are those that fit into them."""
        if not isinstance(given, Mapping) or "reminders" in given:
            return given
        days = given.get("days", 5)
        return {**given, "reminders": reminders_within(days) if isinstance(days, int) else ()}

    @model_validator(mode="after")
    def _before_the_end(self) -> Self:
        if self.reminders == reminders_within(self.days, self.reminders):
            return self
        facts = {"days": self.days, "most": self.days - 1, "at": "reminders"}
        kind: LiteralString = "reminders" if self.days > 1 else "no_reminders"
        raise PydanticCustomError(kind, "1 to {most} days before, each another day", facts)


class Retention(Table):
    """How many months after the end of a cycle is kept who was with whom, so that nobody is brought
    together twice. What people have said goes after fourteen days, and nobody can set that.
    """

    months: Annotated[int, Field(ge=1, le=120)] = 24


def reminders_within(days: int, reminders: tuple[int, ...] = (3, 1)) -> tuple[int, ...]:
    """Those of the reminders that come after the first day and before the last of ``days``, each
    once.
    """
    return tuple(dict.fromkeys(each for each in reminders if 0 < each < days))


Listed = TypeVar("Listed", Topic, Kit)


def _each_once(given: tuple[Listed, ...], kind: LiteralString) -> tuple[Listed, ...]:
    known: set[str] = set()
    for place, each in enumerate(given):
        if each.id in known:
            facts = {"id": each.id, "at": f"{place}.id"}
            raise PydanticCustomError(kind, "{id} stands twice", facts)
        known.add(each.id)
    return given


def _topics_once(topics: tuple[Topic, ...]) -> tuple[Topic, ...]:
    return _each_once(topics, "topic_twice")


def _kits_once(kits: tuple[Kit, ...]) -> tuple[Kit, ...]:
    return _each_once(kits, "kit_twice")


AT = "boundary.email"


class Programme(Table):
    """Everything that owners may set, with the defaults of a first cycle.

    ``apply_as`` are the roles in which somebody may apply who was not invited; who may choose
    between both is asked. ``mentor_condition`` and ``mentee_condition`` are what they have to say
    yes to. ``under_18``: people under 18 may be among those who are asked, so whoever takes part
    says whether they are of age. ``kits`` are the house's own session kits, beside those that come
    with the product; ``texts`` are texts of the product in the house's own words.
    ``mentors_circle``: mentors can exchange among themselves in a channel of their own,
    ``communities``: so can those whose tandem has come to its planned end, by topic.
    ``wish_to_stay``: mentors are asked, as in the rest of the measurement, whether they would like
    to stay with the company; what is asked about that the works council decides (BetrVG § 94).
    """

    name: Named = "Tandem"
    cycles: Literal["fixed", "rolling"] = "fixed"
    language: Language = "de"
    tone: Literal["du", "sie"] = "du"
    sponsor: Sponsor = Sponsor()
    contact: Contact = Contact()
    boundary: Boundary = Boundary()
    topics: Annotated[tuple[Topic, ...], Field(min_length=1), AfterValidator(_topics_once)] = TOPICS
    languages: Annotated[tuple[str, ...], Field(min_length=1)] = (
        *("de", "en", "fr", "es", "it", "pl", "nl", "pt", "zh", "ja"),
    )
    organizer: Literal["mentor", "mentee"] = "mentor"
    apply_as: tuple[Literal["mentor", "mentee"], ...] = ("mentor",)
    mentor_condition: Condition = Condition()
    mentee_condition: Condition = Condition()
    under_18: bool = False
    mentors_circle: bool = False
    communities: bool = False
    wish_to_stay: bool = False
    smallest_group: Annotated[int, Field(ge=FEWEST)] = FEWEST
    kits: Annotated[tuple[Kit, ...], Field(max_length=100), AfterValidator(_kits_once)] = ()
    offers: Offers = Offers()
    retention: Retention = Retention()
    sessions: SchedulingRules = SchedulingRules()
    matching: MatchingSettings = MatchingSettings()
    texts: OwnTexts = Field(default_factory=dict, validate_default=True)

    @model_validator(mode="after")
    def _boundary_stands_apart(self) -> Self:
        """Nobody who stands for the programme hears of a crossed boundary."""
        named = self.boundary.email.casefold()
        for each in ("sponsor", "contact"):
            if named and named == getattr(self, each).email.casefold():
                raise PydanticCustomError("boundary", "stands apart", {"who": each, "at": AT})
        return self

    @property
    def offered(self) -> Offered:
        """The lists from which answers may come."""
        return Offered(frozenset(topic.id for topic in self.topics), frozenset(self.languages))

    @property
    def hides_confidences(self) -> bool:
        """Whether *not possible* can have an open cause: two people may lack a topic in common, or
        a language where there are several. Else whoever tries pairs out learns whom somebody has
        named.
        """
        rules, several = self.matching, len(self.languages) > 1
        return rules.is_on("topic") or (rules.is_on("language") and several)

    def condition(self, role: Role) -> Condition:
        """What somebody has to say yes to who applies in this role."""
        return self.mentor_condition if role is Role.MENTOR else self.mentee_condition

    def as_read_by(self, reader: Profile) -> Self:
        """The same; to whoever answers participants' questions nobody is named to ask."""
        if not reader.is_meant_by(self.contact.email):
            return self
        return self.model_copy(update={"contact": Contact(email=self.contact.email)})

    def topic(self, topic_id: str) -> Topic:
        """The topic of this id; one that the programme does not know bears its id as its name."""
        known = {topic.id: topic for topic in self.topics}
        return known.get(topic_id) or Topic.model_construct(id=topic_id, names={})


def as_kept(stored: Mapping[str, object]) -> dict[str, object]:
    """Stored settings (not yet validated) as they count today: without what has been retired, and
    with no smaller group than ``FEWEST``.
    """
    kept = {key: value for key, value in stored.items() if key not in RETIRED}
    matching, group = stored.get("matching"), stored.get("smallest_group")
    if isinstance(matching, Mapping):
        kept["matching"] = without_retired(matching)
    if isinstance(group, int):
        kept["smallest_group"] = max(group, FEWEST)
    return kept
