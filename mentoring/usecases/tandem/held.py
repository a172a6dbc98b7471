"""What the life of a tandem holds about people: what they ask each other, which session kits they
have had, what they have agreed on, what they take from their sessions, whether
they would like more of them, what a mentee writes at the end, and how their sponsor thanks them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mentoring.domain.agreement import Agreement, without_other_goal
from mentoring.domain.farewell import Farewell
from mentoring.domain.fit import Fit
from mentoring.domain.further import FurtherWish
from mentoring.domain.kit_choice import KitChoice
from mentoring.domain.question import Question
from mentoring.domain.retrospective import Retrospective
from mentoring.domain.road_map import RoadMap
from mentoring.domain.sponsor_thanks import SponsorThanks
from mentoring.domain.tandem import is_known_over
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.holdings import (
    DATES,
    SERVING,
    TOGETHER,
    Part,
    Reader,
    holds,
    within,
)
from mentoring.usecases.common.people import tandems_with

BOTH = frozenset({Reader.PERSON, Reader.PARTNER})
AUTHORS = frozenset({Reader.AUTHOR, Reader.PARTNER})
TERMS = ("mentor_goal", "mentee_goal", "not_about", "prepares", "reach", "outside")


@holds(
    Question,
    Part("question", ("text",), kept=DATES, seen_by={Reader.AUTHOR, Reader.PARTNER}),
    Part(
        "question-asked",
        ("tandem_id", "author_id", "asked_at", "told_at", "answered_at"),
        kept=DATES,
        seen_by=BOTH,
    ),
    unseen=lambda question: question.waits,
)
def questions(uow: UnitOfWork, person_id: str) -> Iterable[Question]:
    """What the person has asked."""
    return uow.questions.all(author_id=person_id)


@holds(
    KitChoice,
    Part(
        "session-kit",
        ("tandem_id", "kit_id", "topic", "question", "way", "state"),
        kept=DATES,
        seen_by=BOTH,
    ),
)
def kits(uow: UnitOfWork, person_id: str) -> Iterable[KitChoice]:
    """The session kits of the person's tandems."""
    return uow.kit_choices.all(tandem_id=tandems_with(uow, person_id))


def _as_its_card_shows(uow: UnitOfWork, found: Agreement, person_id: str) -> Agreement | None:
    """The agreement without what is the other one's own; nothing of it once the tandem is over."""
    tandem = uow.tandems.get(found.tandem_id)
    if tandem is None or is_known_over(tandem):
        return None
    role = tandem.role_of(person_id)
    valid = found.valid and without_other_goal(found.valid, role)
    return replace(found, terms=without_other_goal(found.terms, role), valid=valid)


def _while_it_runs(uow: UnitOfWork, found: RoadMap, _person_id: str) -> RoadMap | None:
    """Nothing of it once the tandem is over, as on its card."""
    tandem = uow.tandems.get(found.tandem_id)
    return None if tandem is None or is_known_over(tandem) else found


@holds(
    Agreement,
    Part("agreement", within("terms", *TERMS), kept=DATES, seen_by=AUTHORS),
    Part("agreement-valid", within("valid", *TERMS), kept=DATES, seen_by=AUTHORS),
    Part(
        "agreement-stands",
        ("tandem_id", "version", "changed_by", "changed_at", "agreed", "valid_since"),
        kept=DATES,
        seen_by=BOTH,
    ),
    told=_as_its_card_shows,
)
def agreements(uow: UnitOfWork, person_id: str) -> Iterable[Agreement]:
    """What the two of the person's tandems agree on."""
    return uow.agreements.all(tandem_id=tandems_with(uow, person_id))


@holds(
    Retrospective,
    Part(
        "retrospective",
        within("said", "first", "second", "draft"),
        kept=DATES,
        seen_by={Reader.AUTHOR},
    ),
    Part("retrospective-line", within("said", "line"), kept=DATES, seen_by=AUTHORS),
    Part(
        "retrospective-stands",
        ("tandem_id", "session_id", "author_id", "role", "at", "shared"),
        kept=DATES,
        seen_by=BOTH,
    ),
    unseen=lambda retrospective: not retrospective.shared,
)
def retrospectives(uow: UnitOfWork, person_id: str) -> Iterable[Retrospective]:
    """What the person takes from their sessions."""
    return uow.retrospectives.all(author_id=person_id)


@holds(
    Fit,
    Part("fit", ("feeling",), kept=DATES, seen_by={Reader.AUTHOR}),
    Part("fit-asked", ("tandem_id", "author_id", "at"), kept=DATES, seen_by={Reader.PERSON}),
)
def fits(uow: UnitOfWork, person_id: str) -> Iterable[Fit]:
    """How a tandem fits the person, as they have said."""
    return uow.fits.all(author_id=person_id)


@holds(
    FurtherWish,
    Part("further", ("going_on",), kept=DATES, seen_by={Reader.AUTHOR}),
    Part("further-asked", ("tandem_id", "author_id", "at"), kept=DATES, seen_by={Reader.PERSON}),
)
def further_wishes(uow: UnitOfWork, person_id: str) -> Iterable[FurtherWish]:
    """Whether the person would like more sessions, as they have said."""
    return uow.further_wishes.all(author_id=person_id)


@holds(
    Farewell,
    Part("farewell", ("text",), kept=DATES, seen_by=AUTHORS),
    Part("farewell-written", ("tandem_id", "author_id", "at"), kept=DATES, seen_by=BOTH),
)
def farewells(uow: UnitOfWork, person_id: str) -> Iterable[Farewell]:
    """What the person has written to their mentor."""
    return uow.farewells.all(author_id=person_id)


@holds(
    RoadMap,
    Part("road-map", ("steps", "dropped"), kept=DATES, seen_by=AUTHORS),
    Part(
        "road-map-stands",
        ("tandem_id", "version", "changed_by", "changed_at"),
        kept=DATES,
        seen_by=BOTH,
    ),
    told=_while_it_runs,
)
def road_maps(uow: UnitOfWork, person_id: str) -> Iterable[RoadMap]:
    """What the two of the person's tandems have changed about their road map."""
    return uow.road_maps.all(tandem_id=tandems_with(uow, person_id))


@holds(
    SponsorThanks,
    Part("sponsor-thanks", ("line",), kept=SERVING, seen_by=AUTHORS),
    Part(
        "sponsor-thanked",
        ("author_id", "asked_at", "people", "state", "sent_at"),
        kept=TOGETHER,
        seen_by={Reader.PERSON},
        emptied={"author_id": ""},
    ),
)
def thanks_of_sponsor(uow: UnitOfWork, person_id: str) -> Iterable[SponsorThanks]:
    """How the person has thanked all, as their sponsor."""
    return uow.sponsor_thanks.all(author_id=person_id)
