"""What matching and offers hold about people: who was proposed to whom, why, by whose decision."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from mentoring.domain.match_run import MatchRun, OwnerDecision
from mentoring.domain.pair import Pair
from mentoring.domain.proposal import Proposal
from mentoring.domain.tandem import Tandem
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.holdings import (
    DATES,
    NOBODY,
    TOGETHER,
    Part,
    Reader,
    holds,
    naming,
    naming_inside,
)
from mentoring.usecases.common.people import as_known

OWNERS = frozenset({Reader.OWNERS})
ACTING = frozenset({Reader.PERSON, Reader.OWNERS})
BOTH = frozenset({Reader.PERSON, Reader.PARTNER})


@holds(MatchRun, Part("owners-acts", ("started_by", "started_at"), kept=TOGETHER, seen_by=ACTING))
def runs_by(uow: UnitOfWork, person_id: str) -> Iterable[MatchRun]:
    """The runs that the person has started as an owner."""
    return uow.runs.all(started_by=person_id)


@holds(
    MatchRun,
    # It may rest on what others said in confidence: owners see it merged, the person not at all.
    Part("left-over", ("unmatched",), kept=TOGETHER, seen_by=OWNERS),
    Part("tried-out", ("settings", "figures", "preview"), kept=TOGETHER, seen_by=OWNERS),
    quick=False,
)
def runs_naming(uow: UnitOfWork, person_id: str) -> Iterable[MatchRun]:
    """The runs that left the person over, or on which owners tried out something about them."""
    return naming_inside(uow.runs, person_id, "unmatched", "settings", "figures", "preview")


@holds(
    OwnerDecision,
    Part(
        "decided",
        ("kind", "mentee_id", "mentor_id", "reason", "settings"),
        kept=TOGETHER,
        seen_by=OWNERS,
    ),
    quick=False,
)
def decisions_about(uow: UnitOfWork, person_id: str) -> Iterable[OwnerDecision]:
    """What owners have decided about the person."""
    return naming(uow.decisions, person_id, "mentee_id", "mentor_id", "settings")


@holds(
    OwnerDecision,
    Part("owners-acts", ("by", "at", "undone_by"), kept=TOGETHER, seen_by=ACTING),
    quick=False,
)
def decisions_by(uow: UnitOfWork, person_id: str) -> Iterable[OwnerDecision]:
    """What the person has decided, or taken back, as an owner."""
    return naming(uow.decisions, person_id, "by", "undone_by")


@holds(
    Proposal,
    Part(
        "proposed",
        ("mentor_id", "mentee_id", "state", "score", "checks", "trio"),
        kept=TOGETHER,
        seen_by=OWNERS,
    ),
    # The two read them on the offer, which has its own; before that nobody but owners does.
    Part("proposed-why", ("reasons",), kept=TOGETHER, seen_by=OWNERS),
)
def proposals(uow: UnitOfWork, person_id: str) -> Iterable[Proposal]:
    """The proposals of the person with somebody."""
    return chain(uow.proposals.all(mentor_id=person_id), uow.proposals.all(mentee_id=person_id))


@holds(
    Proposal,
    Part("next-best", ("alternatives", "lock"), kept=TOGETHER, seen_by=OWNERS),
    quick=False,
)
def next_best(uow: UnitOfWork, person_id: str) -> Iterable[Proposal]:
    """The proposals in which the person is a next-best partner, or that somebody settled by
    hand.
    """
    return naming_inside(uow.proposals, person_id, "alternatives", "lock")


@holds(Proposal, Part("owners-acts", ("decided_by", "decided_at"), kept=TOGETHER, seen_by=ACTING))
def proposals_decided_by(uow: UnitOfWork, person_id: str) -> Iterable[Proposal]:
    """The proposals that the person has decided about as an owner."""
    return uow.proposals.all(decided_by=person_id)


@holds(
    Tandem,
    Part(
        "tandem",
        ("mentor_id", "mentee_id", "state", "ended_at", "told_left_over", "as_planned"),
        kept=TOGETHER,
        seen_by={*BOTH, Reader.OWNERS_AS_STATE},
        emptied={"mentor_id": "", "mentee_id": ""},
    ),
    Part("reasons", ("reasons",), kept=TOGETHER, seen_by={*BOTH, Reader.OWNERS}),
    Part("tandem-topic", ("topic",), kept=TOGETHER, seen_by=BOTH),
    Part(
        "offer-open",
        ("due_at", "round_ends_at"),
        kept=TOGETHER,
        seen_by={*BOTH, Reader.OWNERS_AS_STATE},
        emptied={},
    ),
    Part("offer-yes", ("mentor_agreed",), kept=DATES, seen_by={Reader.PERSON}),
    told=as_known,
)
def tandems(uow: UnitOfWork, person_id: str) -> Iterable[Tandem]:
    """The tandems and offers of the person."""
    return chain(uow.tandems.all(mentor_id=person_id), uow.tandems.all(mentee_id=person_id))


@holds(
    Pair,
    Part(
        "past-pair",
        ("id", "mentor_id", "mentee_id", "kind", "noted_at"),
        kept=TOGETHER,
        seen_by=NOBODY,
    ),
)
def pairs(uow: UnitOfWork, person_id: str) -> Iterable[Pair]:
    """With whom the person is not put together again."""
    return chain(uow.pairs.all(mentor_id=person_id), uow.pairs.all(mentee_id=person_id))
