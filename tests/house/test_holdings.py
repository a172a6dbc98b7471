"""Whatever is stored says whom it is about, what for, until when and who sees it: no column, no
field is forgotten.
"""

from __future__ import annotations

import dataclasses
import types
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest

import bot.app  # noqa: F401 - everything registers itself
from cards.kit.words import Words
from mentoring.domain.act import Act
from mentoring.domain.agreement import Agreement
from mentoring.domain.circle import Circle, CircleMember
from mentoring.domain.closing import Closing
from mentoring.domain.cycle import Cycle, RegisteredProgramme, SettingsVersion
from mentoring.domain.enrolment import Enrolment
from mentoring.domain.farewell import Farewell
from mentoring.domain.file import FileOffer
from mentoring.domain.fit import Fit
from mentoring.domain.further import FurtherWish
from mentoring.domain.intervention import Intervention
from mentoring.domain.invitation import Invite
from mentoring.domain.kickoff import Kickoff
from mentoring.domain.kit_choice import KitChoice
from mentoring.domain.launch import Launch, LaunchDecision, LaunchTeam
from mentoring.domain.match_run import MatchRun, OwnerDecision
from mentoring.domain.measurement.figures import Figures
from mentoring.domain.measurement.follow_up import FollowUp
from mentoring.domain.measurement.items import Measure
from mentoring.domain.measurement.key_figures import KeyFigures
from mentoring.domain.measurement.results import ReportedResult, Result
from mentoring.domain.pair import Pair
from mentoring.domain.poll import Poll
from mentoring.domain.posting import Change, Posting
from mentoring.domain.proposal import Proposal
from mentoring.domain.question import Question
from mentoring.domain.questionnaire import STEPS
from mentoring.domain.retrospective import Retrospective
from mentoring.domain.road_map import RoadMap
from mentoring.domain.session import Session
from mentoring.domain.sponsor_thanks import SponsorThanks
from mentoring.domain.succession import Succession
from mentoring.domain.tandem import Tandem
from mentoring.domain.undoing import TakenBack, Undoing
from mentoring.domain.upkeep import Effect, Heartbeat, Lane, Timer
from mentoring.storage.tables import metadata
from mentoring.storage.unit import ENTITIES
from mentoring.usecases.common.holdings import HOLDINGS, NAMINGS, Part, Reader, Until, holds

TECHNICAL = "ids that the product has made, and counters and states of its own work"
CYCLE = "which cycle or programme it is, and how it stands as a whole"
WHEN = ("prepared_at", "started_at", "done_at")
PSEUDONYMS = "pseudonyms under a key that nobody has kept"
NOT_ABOUT_A_PERSON: tuple[tuple[type, str, tuple[str, ...]], ...] = (
    (RegisteredProgramme, CYCLE, ("id", "team_id", "cycle_id", "version", "teams")),
    (RegisteredProgramme, "the owners' channel", ("channel", "service_url")),
    (RegisteredProgramme, "when owners were told to find a second", ("alone_since",)),
    (SettingsVersion, CYCLE, ("id", "programme_id", "number")),
    (Result, TECHNICAL, ("id",)),
    (ReportedResult, TECHNICAL, ("id", "cycle_id")),
    (KeyFigures, CYCLE, ("id", "number", "cycle_id")),
    (KeyFigures, "figures of the house, of nobody", ("figures",)),
    (Cycle, CYCLE, ("id", "programme_id", "number", "began_at", "kind", "state")),
    (Cycle, CYCLE, ("enrolment_end", "closed_at", "tried_in")),
    (Act, TECHNICAL, ("id", "card", "cycle_id")),
    (Act, "a tandem's number, and keys that are no one's id", ("tandem", "concerns")),
    (Succession, TECHNICAL, ("id", "programme_id")),
    (Enrolment, CYCLE, ("cycle_id",)),
    (Invite, TECHNICAL, ("id", "role", "state", "cycle_id", "starts_at")),
    (Invite, "how many people, by then", ("stayed",)),
    (
        MatchRun,
        CYCLE,
        ("id", "state", "tandems", "total_score", "version", "automatic", "cycle_id"),
    ),
    (MatchRun, PSEUDONYMS, ("record",)),
    (Proposal, TECHNICAL, ("id", "run_id", "cycle_id")),
    (OwnerDecision, TECHNICAL, ("id", "cycle_id")),
    (
        Tandem,
        TECHNICAL,
        (
            "id",
            "number",
            "proposal_id",
            "launch_id",
            "closing_id",
            "team_id",
            "dates_for",
            "added_by",
            "cycle_id",
        ),
    ),
    (Session, TECHNICAL, ("id",)),
    (Question, TECHNICAL, ("id",)),
    (KitChoice, TECHNICAL, ("id",)),
    (Agreement, TECHNICAL, ("id",)),
    (Retrospective, TECHNICAL, ("id",)),
    (FollowUp, TECHNICAL, ("id", "cycle_id")),
    (Measure, TECHNICAL, ("id", "cycle_id")),
    (Farewell, TECHNICAL, ("id",)),
    (FurtherWish, TECHNICAL, ("id",)),
    (SponsorThanks, TECHNICAL, ("id", "cycle_id")),
    (CircleMember, TECHNICAL, ("id", "cycle_id")),
    (
        Circle,
        "a channel of many, without its members",
        (
            *("id", "kind", "state", "name", "team_id", "channel_id", "channel_url", "earlier"),
            "topic",
            "cycle_id",
        ),
    ),
    (Fit, TECHNICAL, ("id",)),
    (
        Figures,
        "what groups say, never a person",
        ("id", "shares", "progress", "compared", "lasting", "cycle_id"),
    ),
    (RoadMap, TECHNICAL, ("id",)),
    (Pair, CYCLE, ("programme_id",)),
    (
        Launch,
        CYCLE,
        ("id", "start", "state", "tandems", "totals", *WHEN, "looked_at", "cycle_id"),
    ),
    (
        LaunchDecision,
        CYCLE,
        ("id", "launch_id", "tandem_id", "choice", "code", "batch", "at", "cycle_id"),
    ),
    (LaunchTeam, CYCLE, ("id", "launch_id", "team_id", "filled_to", "cycle_id")),
    (Poll, TECHNICAL, ("id", "created_at", "state", "round", "taken", "due_at")),
    (
        Intervention,
        TECHNICAL,
        ("id", "kind", "state", "tandem_id", "sessions", "made_id", "receipt", *WHEN, "cycle_id"),
    ),
    (Undoing, CYCLE, ("id", "launch_id", "state", "tandems", "done", *WHEN, "cycle_id")),
    (
        TakenBack,
        TECHNICAL,
        (
            *("id", "undoing_id", "made_id", "met", "cancelled", "left_team", "archived", "clear"),
            *("done_at", "cycle_id"),
        ),
    ),
    (
        Closing,
        CYCLE,
        ("id", "state", "tandems", "ended", "troubled", *WHEN, "cycle_id"),
    ),
    (
        Kickoff,
        "dates and places for everybody",
        ("id", "dates", "state", "prepared_at", "cycle_id"),
    ),
    (FileOffer, TECHNICAL, ("cycle_id",)),
    (Posting, TECHNICAL, ("wanted", "shown", "cycle_id")),
    (Change, TECHNICAL, ("id", "kind", "cycle_id")),
    (Effect, TECHNICAL, ("kind", "done", "attempt", "not_before", "flow", "failed", "cycle_id")),
    (Timer, TECHNICAL, ("kind", "cycle_id")),
    (Heartbeat, "a replica's", ("id", "beat_at")),
    (Lane, "a digest, and moments an hour ago at most", ("id", "free_at", "noted_at", "held_by")),
)
"""Columns that say nothing of a person, and why; everything else is registered with ``@holds``."""
WHAT_TO_WRITE = (
    "say whom it is about, what for, until when and who sees it: a Part of @holds in held.py of "
    "the "
    "room in mentoring/usecases (docs/add-a-thing.md), or in NOT_ABOUT_A_PERSON why it is about "
    "nobody"
)


def parts_of(entity: type) -> list[Part]:
    return [part for each in HOLDINGS if each.entity is entity for part in each.parts]


def held(entity: type) -> Counter[str]:
    """How often each column or nested field stands in a part of the entity, or in the list
    above.
    """
    meant = (names for kind, _, names in NOT_ABOUT_A_PERSON if kind is entity)
    said = (part.fields for part in parts_of(entity))
    return Counter(name for names in (*said, *meant) for name in names)


def encrypted(table: str) -> set[str]:
    return {
        column.name for column in metadata.tables[table].columns if column.info.get("encrypted")
    }


def paths(table: str) -> Iterator[str]:
    """What has to be said: each column, or its fields where one of them is named, or it lies
    encrypted.
    """
    entity = ENTITIES[table]
    for name, kind in get_type_hints(entity, include_extras=True).items():
        if name in metadata.tables[table].c:
            yield from nested(name, kind, held(entity).keys(), to_the_end=name in encrypted(table))


def nested(path: str, kind: Any, named: Collection[str], *, to_the_end: bool) -> Iterator[str]:
    inside = shape(kind)
    if inside and (to_the_end or any(each.startswith(f"{path}.") for each in named)):
        for name, field in get_type_hints(inside, include_extras=True).items():
            if name in {each.name for each in dataclasses.fields(inside)}:
                yield from nested(f"{path}.{name}", field, named, to_the_end=to_the_end)
    else:
        yield path


def shape(kind: Any) -> type | None:
    """The dataclass of which the field has one, several or none."""
    if dataclasses.is_dataclass(kind):
        return kind if isinstance(kind, type) else None
    if get_origin(kind) in {Annotated, Union, types.UnionType, tuple, list}:
        return next(filter(None, map(shape, get_args(kind))), None)
    return None


@pytest.mark.parametrize("table", sorted(ENTITIES))
def test_every_column_and_field_says_what_it_holds_about_whom(table: str) -> None:
    entity, said = ENTITIES[table], held(ENTITIES[table])
    silent = sorted(set(paths(table)) - said.keys())
    assert not silent, f"{entity.__name__}: {', '.join(silent)}: {WHAT_TO_WRITE}"
    strange = sorted(said.keys() - set(paths(table)))
    assert not strange, (
        f"{entity.__name__} has no {', '.join(strange)}: nothing of that name is stored"
    )
    twice = sorted(name for name, times in said.items() if times > 1)
    assert not twice, f"{entity.__name__}: {', '.join(twice)} stand in two parts: keep one"


def test_every_table_has_an_entity_and_each_column_a_field() -> None:
    assert set(metadata.tables) == set(ENTITIES)
    for table, entity in ENTITIES.items():
        columns = {column.name for column in metadata.tables[table].columns}
        assert columns == {each.name for each in dataclasses.fields(entity)}


def test_the_questionnaire_is_walked_down_to_each_answer() -> None:
    """What somebody says of themself and of others has different readers, although it lies in one
    column.
    """
    walked = {path for path in paths("enrolments") if path.startswith("answers.")}
    walked = {path for path in walked if not path.startswith("answers.drafts.")}
    assert len(walked) == sum(len(dataclasses.fields(step)) for step in STEPS.values())


def test_what_lies_encrypted_is_read_by_its_author_first_and_nothing_else_is() -> None:
    wrong = [
        part.purpose
        for entity, part in registered()
        if is_author(part) != lies_encrypted(entity, part)
    ]
    assert not wrong, f"{wrong}: Reader.AUTHOR reads what is _secret in tables.py, and that alone"


def test_no_part_is_half_encrypted() -> None:
    columns = [(part, secret(entity, part)) for entity, part in registered()]
    assert not [part.purpose for part, found in columns if len(found) > 1], "make two parts of it"


def registered() -> list[tuple[type, Part]]:
    return [(each.entity, part) for each in HOLDINGS for part in each.parts]


def is_author(part: Part) -> bool:
    return Reader.AUTHOR in part.seen_by


def lies_encrypted(entity: type, part: Part) -> bool:
    """Encrypted, and there for people: what protects the product itself has no reader at all."""
    return bool(part.seen_by) and secret(entity, part) == {True}


def secret(entity: type, part: Part) -> set[bool]:
    """Whether the part's columns lie encrypted."""
    [table] = [name for name, each in ENTITIES.items() if each is entity]
    return {name.partition(".")[0] in encrypted(table) for name in part.fields}


def test_the_owners_see_no_answer_of_anybody() -> None:
    told = {Reader.OWNERS, Reader.OWNERS_AS_STATE}
    answers = [part for part in parts_of(Enrolment) if part.fields[0].startswith("answers.")]
    assert len(answers) > 5
    assert not [part.purpose for part in answers if part.seen_by & told]


def test_what_is_confidential_has_no_reader_but_its_author() -> None:
    confidential = {
        name
        for part in parts_of(Enrolment)
        if part.seen_by == {Reader.AUTHOR}
        for name in part.fields
    }
    assert {
        f"answers.not_with.{name}" for name in ("not_with", "kpi_people", "names")
    } <= confidential


def test_where_others_are_named_stands_in_a_part_too() -> None:
    assert NAMINGS
    assert not [name for each in NAMINGS for name in each.fields if name not in held(each.entity)]


@pytest.mark.parametrize(
    "purpose", sorted({part.purpose for each in HOLDINGS for part in each.parts})
)
def test_every_purpose_has_one_plain_sentence_in_each_voice(purpose: str) -> None:
    key = f"held-{purpose}"
    for words in (Words("de"), Words("de", formal=True), Words("en")):
        assert words.has(key), f"write {key} in cards/texts/{words.language}/<room>/held.ftl"
        text = words.text(key)
        assert text.endswith(".")
        assert ". " not in text


def test_nobody_is_promised_a_time_that_does_not_add_up() -> None:
    """Days or months, beyond an event; what has served goes at once, and a person's erasure waits
    for nothing.
    """
    kept = {part.kept for _, part in registered()}
    waiting = {each for each in kept if each.days or each.months}
    assert waiting == {each for each in kept if each.until in {Until.LAST_TANDEM, Until.CLOSING}}
    assert not [each for each in kept if each.days and each.months]


def test_a_field_that_the_dataclass_does_not_have_is_refused() -> None:
    part = Part("nothing", ("nowhere",), kept=HOLDINGS[0].parts[0].kept, seen_by=set())
    with pytest.raises(ValueError, match="Enrolment has no field nowhere"):
        holds(Enrolment, part)
