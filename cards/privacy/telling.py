"""What is held about somebody in words: each purpose with what is there, how long, and for whom.

The card and the file say the same; the file says all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_datetime, get_day_names

from cards.common.reasons import reason_sentence
from cards.kit.dates import day
from cards.kit.spoken import language_name
from cards.kit.words import Words, called, topic_name
from mentoring.domain.circle import topic_of
from mentoring.domain.invitation import Entry
from mentoring.domain.matching.results import Reason
from mentoring.domain.people import ERASED, ID
from mentoring.domain.programme import Programme
from mentoring.domain.scheduling.places import country_code
from mentoring.domain.scheduling.settings import WEEKDAYS
from mentoring.usecases.common.holdings import Part, Reader, Until
from mentoring.usecases.privacy.my_data import Kept, MyDataNotice, Said

NAMED = {
    "weekdays": "weekday",
    "way": "format",
    "times": "time",
    **{each: each for each in ("role", "background", "generation", "gender", "format")},
    **{
        each: each
        for each in ("place", "hindrance", "rhythm", "application", "waiting", "clearance")
    },
    **dict.fromkeys(("state", "outcome", "what"), "value"),
    **dict.fromkeys(("changed_by", "agreed"), "role"),
    "value": "noted",
    "stage": "stage",
    "feeling": "fit",
    "going_on": "further-said",
    "next_time": "wished",
    **{each: f"retrospective-{each}" for each in ("first", "second")},
    **{each: f"agreement-{each}" for each in ("prepares", "reach", "outside")},
}
"""What the texts of a field's values begin with."""
LANGUAGES_OF = frozenset({"languages", "language", "locale"})
TOPICS = frozenset({"wish_1", "wish_2", "wish_3", "topics", "topic"})
STEPS = frozenset({"steps", "dropped"})
"""Fields with the steps of a road map."""
UNTOLD = {
    **dict.fromkeys(("id", "person_id", "tandem_id", "session_id", "kickoff_id"), "ids"),
    **dict.fromkeys(("subject_id", "kind", "kit_id", "question"), "ids"),
    **dict.fromkeys(("event_id", "series_id", "channel_id", "unique_id"), "ids at Microsoft"),
    **dict.fromkeys(("by", "started_by", "decided_by", "undone_by", "tried_by"), "oneself"),
    **dict.fromkeys(("author_id", "withdrawn_by"), "oneself"),
    **dict.fromkeys(("names", "value", "position", "earlier", "source"), "told beside it"),
    **dict.fromkeys(("met_condition", "filled", "how", "before", "after"), "told beside it"),
    **dict.fromkeys(("options", "accepted", "seen", "asked_by", "cause"), "a poll's own work"),
    **dict.fromkeys(("plan", "offer", "declined", "given_up", "shorter"), "why a date is as it is"),
    **dict.fromkeys(("content_url", "file_type", "round_ends_at", "told_left_over"), "states"),
    **dict.fromkeys(("version", "founder", "as_planned"), "states"),
}
"""Fields that say nothing more to a person than what is told beside them, and why."""


@dataclass(frozen=True)
class Told:
    """A purpose in words: what it is for, the lines of what is there, and how long for whom."""

    purpose: str
    lines: tuple[str, ...]
    meta: str


def told(notice: MyDataNotice, words: Words) -> list[Told]:
    """All purposes for which something is there, in the order of the registry."""
    found: dict[tuple[str, str], list[Kept]] = {}
    for each in notice.kept:
        found.setdefault((each.part.purpose, each.home), []).append(each)
    purposes = list(dict.fromkeys(purpose for purpose, _ in found))
    of_each = sorted(found, key=lambda of: purposes.index(of[0]))
    made = (_told(notice, of[1], found[of], words) for of in of_each)
    return [each for each in made if each.lines]


def intro(notice: MyDataNotice, words: Words) -> str:
    """What this is, and of which programmes, if there are several."""
    name = called(notice.person, words)
    if not notice.is_of_several:
        return words.text("my-data-intro", name=name)
    return words.text("my-data-intro-several", name=name, programmes=_programmes(notice, words))


def about(notice: MyDataNotice, words: Words) -> str:
    """What the file is, before somebody takes it."""
    key = "my-data-file-about-several" if notice.is_of_several else "my-data-file-about"
    programmes = _programmes(notice, words)
    return words.text(key, programme=programmes, programmes=programmes)


def _programmes(notice: MyDataNotice, words: Words) -> str:
    homes = [each.programme.name for each in notice.homes.values()]
    return words.listed(homes or [notice.programme.name])


def others(notice: MyDataNotice, words: Words) -> list[Told]:
    """What is kept without being shown; how long is told of each programme where they differ."""
    return [
        Told(words.text(f"held-{part.purpose}"), (), _of_each(part, notice, words))
        for part in notice.others
    ]


def _of_each(part: Part, notice: MyDataNotice, words: Words) -> str:
    kept = {home: meta(part, notice.of_home(home), words) for home in notice.homes or ("",)}
    if len({*kept.values()}) == 1:
        return next(iter(kept.values()))
    return " ".join(_held_by(notice, home, said, words) for home, said in kept.items())


def _held_by(notice: MyDataNotice, home: str, said: str, words: Words) -> str:
    """What is said of what a programme holds, with its name where there are several."""
    found = notice.homes.get(home)
    if found is None or not notice.is_of_several:
        return said
    return words.text("my-data-of", programme=found.programme.name, said=said)


def meta(part: Part, notice: MyDataNotice, words: Words) -> str:
    """How long it is kept, and who sees it."""
    return words.text(
        "my-data-meta",
        kept=_kept(part, notice, words),
        readers=_readers(part.seen_by, words),
    )


def _kept(part: Part, notice: MyDataNotice, words: Words) -> str:
    until, retention = part.kept.until, notice.programme.retention
    months = retention.months if until is Until.CLOSING else part.kept.months
    key = until.replace("_", "-")
    if notice.rolls and until in {Until.LAST_TANDEM, Until.CLOSING}:
        key += "-rolling"
    return words.text(f"kept-{key}", days=part.kept.days, months=months)


def _readers(seen_by: Set[Reader], words: Words) -> str:
    shown = [each for each in Reader if each in seen_by]
    if len(shown) > 1 and shown[0] is Reader.AUTHOR:
        shown[0] = Reader.PERSON
    names = [words.text(f"reader-{each.replace('_', '-')}") for each in shown]
    return "; ".join(names) or words.text("reader-nobody")


def _told(notice: MyDataNotice, home: str, several: list[Kept], words: Words) -> Told:
    part, own = several[0].part, notice.of_home(home)
    lines = dict.fromkeys(line for each in several for line in _lines(own, each, words))
    purpose = _held_by(notice, home, words.text(f"held-{part.purpose}"), words)
    return Told(purpose, tuple(lines), meta(part, own, words))


def _lines(notice: MyDataNotice, kept: Kept, words: Words) -> Iterator[str]:
    names = dict(notice.names)
    for said in kept.said:
        if isinstance(said.value, Mapping):
            names |= {str(key): str(name) for key, name in said.value.items()}
    told: dict[str, list[str]] = {}
    for said in kept.said:
        shown = _says_something(said, words) and _shown(notice, kept.part, said, names, words)
        if shown:
            told.setdefault(_label(kept.part, said.field, words), []).append(shown)
    if told:
        cycle = [words.text("my-data-cycle", number=kept.cycle)] if kept.cycle else []
        lines = (f"{label}: {'; '.join(dict.fromkeys(all_))}" for label, all_ in told.items())
        yield " · ".join([*cycle, *lines])


def _says_something(said: Said, words: Words) -> bool:
    """Whether the field is told; of what is noted, only what there is a text for, and no length of
    a tandem that is as long as the programme says.
    """
    if said.field == "minutes" and said.value == 0:
        return False
    return said.field not in UNTOLD or (said.field == "value" and words.has(f"noted-{said.value}"))


def _label(part: Part, field: str, words: Words) -> str:
    name = field.replace("_", "-")
    own = f"field-{part.purpose}-{name}"
    return words.text(own if words.has(own) else f"field-{name}")


def _shown(
    notice: MyDataNotice, part: Part, said: Said, names: Mapping[str, str], words: Words
) -> str:
    own = isinstance(said.value, str) and in_words(part.purpose, said.field, said.value, words)
    return own or _value(notice, said.field, said.value, names, words)


def in_words(purpose: str, field: str, value: str, words: Words) -> str:
    """A value of the code's own as people read it, of this purpose if it has a text of its own
    there; empty for what is none.
    """
    weekday, _, time_of_day = value.partition("-")
    if field == "never" and time_of_day:
        said = {"day": f"weekday-{weekday}", "time": f"time-{time_of_day}"}
        return words.text("when-part", **{each: words.text(key) for each, key in said.items()})
    text, named = value.replace("_", "-"), NAMED.get(field, "none")
    keys = (f"value-{purpose}-{text}", f"{named}-{value}", f"{named}-{text}")
    return next((words.text(key) for key in keys if words.has(key)), "")


def _value(
    notice: MyDataNotice, field: str, value: object, names: Mapping[str, str], words: Words
) -> str:
    match value:
        case bool():
            return words.text("value-yes" if value else "value-no")
        case date() | time():
            return _moment(notice, value, words)
        case list() | tuple():
            return _several(notice, field, value, names, words)
        case Mapping():
            return ", ".join(str(each) for each in value.values() if each)
        case Entry() | Reason() | Programme():
            return _whole(notice, value, words)
    return _text(notice, field, str(value), names, words)


def _whole(notice: MyDataNotice, value: Entry | Reason | Programme, words: Words) -> str:
    """What is more than a value, in words."""
    match value:
        case Entry():
            return value.text
        case Reason():
            return reason_sentence(value, notice.programme, words)
    return ", ".join(filter(None, (value.sponsor.name, value.contact.name)))


def _moment(notice: MyDataNotice, value: date | time, words: Words) -> str:
    """A moment in the reader's own zone, a day, or a time of day."""
    if isinstance(value, datetime):
        zone = ZoneInfo(notice.person.profile.zone)
        return str(format_datetime(value.astimezone(zone), "long", locale=words.locale))
    return f"{value:%H:%M}" if isinstance(value, time) else day(value, words)


def _several(
    notice: MyDataNotice,
    field: str,
    value: list[object] | tuple[object, ...],
    names: Mapping[str, str],
    words: Words,
) -> str:
    if field == "reasons":
        return str(len(value))
    if field == "managers":
        return ", ".join(filter(None, (names.get(str(each), "") for each in value))) or str(
            len(value)
        )
    parts = (_value(notice, field, each, names, words) for each in value)
    return ("–" if field == "working_hours" else ", ").join(parts)


def _text(
    notice: MyDataNotice, field: str, value: str, names: Mapping[str, str], words: Words
) -> str:
    if field in TOPICS:
        return topic_name(notice.programme.topic(value), words)
    if field in STEPS:
        topic = value.removeprefix("topic:")
        known = topic_name(notice.programme.topic(topic), words)
        return words.text("road-map-question") if topic == value else known
    if field == "circle_id":
        return _circle(notice.programme, value, words)
    if field == "country":
        return country_name(value, words)
    if value in WEEKDAYS:
        return str(get_day_names("wide", locale=words.locale)[WEEKDAYS.index(value)])
    if field in LANGUAGES_OF:
        return language_name(value.partition("-")[0], words)
    known = in_words("", field, value, words) or names.get(value, "")
    return known or (words.text("value-nameless") if _is_somebody(value) else value)


def country_name(spelt: str, words: Words) -> str:
    """The country in the reader's language; as the directory has it, if nobody knows which."""
    return str(Locale.parse(words.locale).territories.get(country_code(spelt), spelt))


def _circle(programme: Programme, circle_id: str, words: Words) -> str:
    """Which circle it is: a community by its topic."""
    topic = topic_of(circle_id)
    if not topic:
        return words.text("circle-mentors-name")
    return words.text("circle-topic-name", topic=topic_name(programme.topic(topic), words))


def _is_somebody(value: str) -> bool:
    """Whether it stands for a person, who is not known by name any more."""
    return value.startswith(ERASED) or ID.fullmatch(value) is not None
