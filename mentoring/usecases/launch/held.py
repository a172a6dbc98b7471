"""What launch, kick-off, ends and closing hold about people: channels, seats, what owners set
going.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from mentoring.domain.closing import Closing
from mentoring.domain.finding import Finding
from mentoring.domain.intervention import Intervention
from mentoring.domain.kickoff import Kickoff, Seat
from mentoring.domain.launch import Launch, LaunchDecision
from mentoring.domain.tandem import Tandem
from mentoring.domain.undoing import Undoing
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.holdings import DATES, TOGETHER, Part, Reader, holds
from mentoring.usecases.common.people import as_known

ACTING = frozenset({Reader.PERSON, Reader.OWNERS})
BY = Part("owners-acts", ("by",), kept=TOGETHER, seen_by=ACTING, emptied={"by": ""})
"""What was launched or closed, and when, stays as a number; by whom does not."""


@holds(
    Tandem,
    Part(
        "channel",
        ("channel_id", "channel_url"),
        kept=DATES,
        seen_by={Reader.PERSON, Reader.PARTNER},
    ),
    Part(
        "trouble",
        ("trouble", "by_hand", "foreseen", "remains"),
        kept=DATES,
        seen_by={Reader.OWNERS_AS_STATE},
    ),
    told=as_known,
)
def channels(uow: UnitOfWork, person_id: str) -> Iterable[Tandem]:
    """The channels of the person's tandems."""
    return chain(uow.tandems.all(mentor_id=person_id), uow.tandems.all(mentee_id=person_id))


@holds(
    Seat,
    Part(
        "seat",
        ("id", "kickoff_id", "person_id", "number"),
        kept=DATES,
        seen_by={Reader.PERSON, Reader.OWNERS_IN_GROUPS},
    ),
)
def seats(uow: UnitOfWork, person_id: str) -> Iterable[Seat]:
    """The person's answers to invitations to a kick-off."""
    return uow.seats.all(person_id=person_id)


@holds(
    Finding,
    Part(
        "finding",
        ("id", "tandem_id", "what", "person_id", "found_at", "state"),
        kept=DATES,
        seen_by={Reader.PERSON, Reader.OWNERS_AS_STATE},
    ),
)
def findings(uow: UnitOfWork, person_id: str) -> Iterable[Finding]:
    """What was found about the person, and about the two of a tandem of theirs together; never
    what was found about the other one.
    """
    tandems = uow.tandems
    mine = ({"mentor_id": person_id}, {"mentee_id": person_id})
    own = [key for side in mine for (key,) in tandems.columns("id", **side)]
    together = uow.findings.all(tandem_id=own, person_id="") if own else ()
    return chain(uow.findings.all(person_id=person_id), together)


@holds(
    Finding,
    Part(
        "finding-decided",
        ("decided_by",),
        kept=TOGETHER,
        seen_by=ACTING,
        emptied={"decided_by": ""},
    ),
)
def findings_left_by(uow: UnitOfWork, person_id: str) -> Iterable[Finding]:
    """What the person, as an owner, has left as it is."""
    return uow.findings.all(decided_by=person_id)


@holds(Kickoff, BY)
def kickoffs_by(uow: UnitOfWork, person_id: str) -> Iterable[Kickoff]:
    """The kick-offs in the person's calendar, as an owner."""
    return uow.kickoffs.all(by=person_id)


@holds(Launch, BY)
def launches_by(uow: UnitOfWork, person_id: str) -> Iterable[Launch]:
    """The launches of the person, as an owner."""
    return uow.launches.all(by=person_id)


@holds(LaunchDecision, BY)
def launch_decisions_by(uow: UnitOfWork, person_id: str) -> Iterable[LaunchDecision]:
    """What the person has decided, as an owner, about tandems that could not be launched."""
    return uow.launch_decisions.all(by=person_id)


@holds(Intervention, replace(BY, emptied={"by": "", "reason": ""}))
def interventions_by(uow: UnitOfWork, person_id: str) -> Iterable[Intervention]:
    """What the person has done to single tandems, as an owner; why they have written is theirs."""
    return uow.interventions.all(by=person_id)


@holds(
    Intervention,
    Part(
        "intervened",
        ("mentor_id", "mentee_id", "reason"),
        kept=TOGETHER,
        seen_by={Reader.OWNERS},
    ),
)
def interventions_about(uow: UnitOfWork, person_id: str) -> Iterable[Intervention]:
    """The tandems in which owners wanted the person to be."""
    rows = uow.interventions
    return chain(rows.all(mentor_id=person_id), rows.all(mentee_id=person_id))


@holds(Undoing, BY)
def undoings_by(uow: UnitOfWork, person_id: str) -> Iterable[Undoing]:
    """The launches that the person, as an owner, has taken back."""
    return uow.undoings.all(by=person_id)


@holds(Closing, BY)
def closings_by(uow: UnitOfWork, person_id: str) -> Iterable[Closing]:
    """The closings of the person, as an owner."""
    return uow.closings.all(by=person_id)
