"""What is held about people whatever they do: who they are, their cards, what is still to be
done.
"""

from __future__ import annotations

from collections.abc import Iterable

from mentoring.domain.file import FileOffer
from mentoring.domain.people import Person
from mentoring.domain.posting import Change, Posting
from mentoring.domain.upkeep import Effect, Fact, Heard, Timer
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.holdings import (
    CARDS,
    KNOWN,
    NOBODY,
    SERVING,
    Part,
    Reader,
    holds,
    names_people,
    naming,
    within,
)
from mentoring.usecases.common.noting import noted_under_pseudonym


@holds(
    Person,
    Part(
        "directory",
        ("id", *within("profile", "id", "name", "email", "department", "job_title", "location")),
        kept=KNOWN,
        seen_by={Reader.PERSON, Reader.PARTNER, Reader.DEPUTY, Reader.OWNERS},
    ),
    Part("aliases", ("profile.aliases",), kept=KNOWN, seen_by={Reader.PERSON}),
    Part("managers", ("profile.managers",), kept=KNOWN, seen_by={Reader.PERSON}),
    Part(
        "working-hours",
        within(
            "profile", "country", "state", "zone", "zone_known", "working_days", "working_hours"
        ),
        kept=KNOWN,
        seen_by={Reader.PERSON},
    ),
    Part(
        "reachable",
        ("profile.hindrance",),
        kept=KNOWN,
        seen_by={Reader.PERSON, Reader.OWNERS_AS_STATE},
    ),
    Part(
        "language",
        ("profile.locale", "language", "chose_language"),
        kept=KNOWN,
        seen_by={Reader.PERSON},
    ),
    Part("chat", ("conversation", "service_url"), kept=KNOWN, seen_by=NOBODY),
)
def person(uow: UnitOfWork, person_id: str) -> Iterable[Person]:
    """The person's own row."""
    found = uow.people.get(person_id)
    return [found] if found else []


@names_people(Person, "profile.managers")
def reports(uow: UnitOfWork, person_id: str) -> Iterable[Person]:
    """Those who report to the person, directly or not."""
    found = naming(uow.people, person_id, "profile")
    return [each for each in found if person_id in each.profile.managers]


@holds(
    Posting,
    Part(
        "cards",
        (
            "id",
            "kind",
            "subject_id",
            "person_id",
            "conversation",
            "service_url",
            "activity_id",
            "page",
            "view",
            "is_own",
        ),
        kept=CARDS,
        seen_by=NOBODY,
    ),
)
def cards(uow: UnitOfWork, person_id: str) -> Iterable[Posting]:
    """The cards that speak to the person."""
    return uow.postings.all(person_id=person_id)


@holds(
    FileOffer,
    Part(
        "file",
        (
            *("id", "person_id", "kind", "subject_id", "offered_at", "state"),
            *("name", "content_url", "unique_id", "file_type"),
        ),
        kept=CARDS,
        seen_by={Reader.PERSON},
    ),
    Part("file-address", ("upload_url",), kept=SERVING, seen_by=NOBODY),
)
def files(uow: UnitOfWork, person_id: str) -> Iterable[FileOffer]:
    """The files that were offered to the person."""
    return uow.files.all(person_id=person_id)


@names_people(Posting, "id", "subject_id", "view")
def cards_about(uow: UnitOfWork, person_id: str) -> Iterable[Posting]:
    """Cards about the person, whoever reads them: a deputy's, say."""
    found = naming(uow.postings, person_id, "id", "subject_id", "view")
    return [each for each in found if each.person_id != person_id]


@holds(Change, Part("to-do", ("subject_id",), kept=SERVING, seen_by=NOBODY), quick=False)
def changes(uow: UnitOfWork, person_id: str) -> Iterable[Change]:
    """Changes that other cards have yet to catch up with."""
    return naming(uow.changes, person_id, "subject_id")


@holds(
    Effect,
    Part("to-do", ("id", "subject_id", "done_at"), kept=SERVING, seen_by=NOBODY),
    quick=False,
)
def effects(uow: UnitOfWork, person_id: str) -> Iterable[Effect]:
    """What is done outside for the person: a card sent, a reminder, a calendar watched."""
    return naming(uow.effects, person_id, "id", "subject_id")


@holds(
    Timer,
    Part("to-do", ("id", "subject_id", "due_at"), kept=SERVING, seen_by=NOBODY),
    quick=False,
)
def timers(uow: UnitOfWork, person_id: str) -> Iterable[Timer]:
    """What falls due for the person, also the end of what is noted under their pseudonym."""
    ends = uow.timers.all(subject_id=[each.id for each in noted_under_pseudonym(uow, person_id)])
    return [*naming(uow.timers, person_id, "id", "subject_id"), *ends]


@holds(
    Heard,
    Part("to-do", ("id", "person_id", "by", "at"), kept=SERVING, seen_by=NOBODY),
    Part("written", ("said",), kept=SERVING, seen_by=NOBODY),
    quick=False,
)
def heard(uow: UnitOfWork, person_id: str) -> Iterable[Heard]:
    """What the person has written and is being obeyed just now."""
    return uow.heard.all(person_id=person_id)


@holds(Fact, Part("noted", ("id", "value"), kept=SERVING, seen_by={Reader.PERSON}), quick=False)
def facts(uow: UnitOfWork, person_id: str) -> Iterable[Fact]:
    """When the person was told something, what they answered while the other one was away, and what
    is noted under their pseudonym.
    """
    return [*naming(uow.facts, person_id, "id"), *noted_under_pseudonym(uow, person_id)]
