"""Runs, proposals, and the tandems that are offered."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from cards.examples.matching import DIFFERENCE, FIGURES
from cards.examples.people import ANSWERS
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.match_run import (
    DecisionKind,
    MatchRun,
    OwnerDecision,
    Preview,
    RunState,
    Tried,
)
from mentoring.domain.matching.results import Check
from mentoring.domain.matching.settings import (
    CorrectedLevel,
    ExclusionGroup,
    KpiGroup,
    MatchingSettings,
)
from mentoring.domain.people import Role
from mentoring.domain.proposal import Proposal
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.notices import VIEWS
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.postings import post
from tests.cards.furnished.basis import (
    CHANNEL,
    NOW,
    OWNER,
    REASONS,
    SECOND_OWNER,
    enrol,
    guid,
    show,
)

RUN, TRIED = "p1c1.run-1", "p1c1.run-2"


PROPOSAL = f"{RUN}:001:00001"


PARTS = (
    f"proposal:{PROPOSAL}",
    "decisions",
    "hand",
    "apart",
    "levels",
    "settings",
    "figures",
    "waiting",
)


def matching(uow: UnitOfWork) -> None:
    """A run of which an owner looks at each part, and one on which something is tried out."""
    for number in (1, 2):
        enrol(uow, f"mentee{number}", Role.MENTEE)
        enrol(uow, f"mentor{number}", Role.MENTOR)
    _runs(uow, guid("mentee1"), guid("mentor1"))
    forbidden = guid("mentee2"), guid("mentor2")
    decision = OwnerDecision("p1c1.decision-000001", DecisionKind.FORBID, OWNER, NOW, *forbidden)
    uow.decisions.put(decision)
    for run in (RUN, TRIED):
        show(uow, "matching", run, OWNER)
    for view in PARTS:
        show(uow, "matching", RUN, OWNER, view=view, copy=f":{view}")
    _an_owner_takes_part(uow)


SHARED = "p1c1.run-3"
"""A run in the owners' channel, with a pair of whom one is a programme owner, too."""


def _an_owner_takes_part(uow: UnitOfWork) -> None:
    home = uow.programmes.need("p1")
    uow.programmes.put(replace(home, owners=(OWNER, SECOND_OWNER)))
    enrol(uow, "otto", Role.MENTEE)
    run = uow.runs.put(replace(uow.runs.need(RUN), id=SHARED))
    pairs = ((SECOND_OWNER, guid("mentor1")), (guid("mentee2"), guid("mentor2")))
    uow.proposals.put_all(
        Proposal(f"{SHARED}:001:{number:05d}", SHARED, mentor, mentee, 145, reasons=REASONS)
        for number, (mentee, mentor) in enumerate(pairs, start=1)
    )
    post(uow, VIEWS["matching"], run.id, OWNER, chat=CHANNEL)


def _runs(uow: UnitOfWork, mentee: str, mentor: str) -> None:
    settings = MatchingSettings(
        blocked_pairs=((mentee, guid("mentor2")),),
        exclusion_groups=(
            ExclusionGroup(name="Revision", people=(mentee, guid("mentee2"), mentor)),
        ),
        kpi_groups=(KpiGroup(name="Nord", people=(guid("mentee2"), guid("mentor2"))),),
        levels=(CorrectedLevel(person=mentor, level=4),),
    )
    began = NOW - timedelta(hours=1)
    run = MatchRun(RUN, OWNER, began, RunState.PROPOSED, 1, 145, settings=settings, figures=FIGURES)
    uow.runs.put(run)
    uow.runs.put(
        replace(
            run,
            id=TRIED,
            preview=Preview(Tried(DecisionKind.LOCK, mentee, mentor), DIFFERENCE, "1"),
        )
    )
    checks = (Check("hierarchy", "passed"),)
    uow.proposals.put(Proposal(PROPOSAL, RUN, mentor, mentee, 145, reasons=REASONS, checks=checks))


def in_tandem(
    uow: UnitOfWork, number: int, state: TandemState, deputies: tuple[str, ...] = ()
) -> Tandem:
    names = dict.fromkeys(deputies, "Ute Still")
    for role in Role:
        kept: dict[str, Any] = (
            {"deputy": deputies, "names": names}
            if role is Role.MENTEE
            else {"deputy": (), "names": {}}
        )
        when = ANSWERS[role].when
        assert when
        when = replace(when, **kept)
        enrol(uow, f"{role}-{number}", role, EnrolmentState.DONE, "summary", when)
    made = Tandem(
        id=f"p1c1.tandem-{number}-00c0ffee",
        number=number,
        proposal_id=f"{RUN}:001:{number:05d}",
        mentor_id=guid(f"mentor-{number}"),
        mentee_id=guid(f"mentee-{number}"),
        state=state,
        due_at=NOW + timedelta(days=5),
        round_ends_at=NOW + timedelta(days=10),
        reasons=REASONS,
        mentor_agreed=state is not TandemState.ASKED_MENTOR,
        channel_url="https://teams.microsoft.com/l/channel/19%3a1",
    )
    return uow.tandems.put(made)


def offers(uow: UnitOfWork) -> None:
    asked = in_tandem(uow, 2, TandemState.ASKED_MENTOR)
    show(uow, "offer", asked.id, asked.mentor_id)
    agreed = in_tandem(uow, 3, TandemState.ASKED_MENTEE)
    show(uow, "offer", agreed.id, agreed.mentee_id)
