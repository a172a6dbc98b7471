"""A run of the matching in each of its states."""

from __future__ import annotations

from dataclasses import replace

from cards.examples.people import MENTEE, MENTOR, NOW, PROGRAMME, TANDEM, photo
from mentoring.domain.errors import Refusal
from mentoring.domain.match_run import (
    DecisionKind,
    MatchRun,
    OwnerDecision,
    Preview,
    RunState,
    Tried,
)
from mentoring.domain.matching.compare import BeforeAfter, Change, WhatIf
from mentoring.domain.matching.decisions import Lock
from mentoring.domain.matching.figures import Bar, Figures, Share, Weakest
from mentoring.domain.matching.results import Alternative, Alternatives, Check, Reason, Unmatched
from mentoring.domain.matching.settings import (
    LOWEST_LEVEL,
    CorrectedLevel,
    ExclusionGroup,
    KpiGroup,
    MatchingSettings,
    SettingChange,
)
from mentoring.domain.people import Role
from mentoring.domain.proposal import Proposal, ProposalState
from mentoring.notices import Notice
from mentoring.usecases.matching.notice import ProposalsNotice

APART = MatchingSettings(
    blocked_pairs=(("p1", "p2"),),
    exclusion_groups=(ExclusionGroup(name="Revision", people=("p1", "p2", "p9")),),
    kpi_groups=(KpiGroup(name="Nord", people=("p1", "p2")),),
    levels=(CorrectedLevel(person="p1", level=2), CorrectedLevel(person="p9", level=5)),
)


LEVEL_TRIED = Tried(DecisionKind.SETTINGS, settings=MatchingSettings(levels=APART.levels[:1]))
FIGURES = Figures(
    (Bar(90, 109, 2), Bar(110, 129, 3)),
    Weakest("p1", "p2", 95),
    (
        Share("role", "mentee", 12, 1),
        Share("department", "Vertrieb", 7, 1),
        Share("department", "", 5, 0),
    ),
    dropped=1,
)


DIFFERENCE = WhatIf(
    tandems=BeforeAfter(5, 4),
    total_score=BeforeAfter(560, 530),
    served=-1,
    changes=(Change("p1", Role.MENTEE, ("p2",), ()), Change("p2", Role.MENTOR, ("p1",), ())),
    left_over=2,
    figures=FIGURES,
    figures_before=FIGURES,
)


def proposals() -> dict[str, Notice]:
    """A run in each of its states, and each part of it that an owner may look at."""
    proposal = Proposal(
        "run-1:1", "run-1", "p2", "p1", 145, reasons=TANDEM.reasons,
        checks=(Check("hierarchy", "passed"), Check("kpi_group", "assumed"),
        Check("same_department", "waived")),
        alternatives=Alternatives((Alternative("p3", 90),), (Alternative("p4", 80),)),
    )  # fmt: skip
    names = {"p1": "Eva Costa", "p2": "Jan Kurz", "p3": "Tim Lang", "p4": "Ada Weber"}
    rules = Reason("ruled_out", {"rules": ("same_department", "reporting_line")})
    left = (
        Unmatched("p1", Role.MENTEE, Reason("taken"), 2),
        Unmatched("p2", Role.MENTOR, rules),
        Unmatched("p2", Role.MENTOR, Reason("not_possible")),
    )
    settings = PROGRAMME.matching
    run = MatchRun(
        "run-1", "o1", NOW, RunState.PROPOSED, 1, 145, left, settings=settings, figures=FIGURES
    )
    profiles = {who.id: who.profile for who in (MENTEE, MENTOR)}
    notice = ProposalsNotice(
        run, (proposal,), names, "", 0, 2, 0, 5, "", PROGRAMME, profiles=profiles
    )
    locked = replace(
        proposal, lock=Lock("p1", "p2", "Beide kennen sich aus dem Verein", "o1"), trio=1
    )
    lock = OwnerDecision("decision-000001", DecisionKind.LOCK, "o1", NOW, "p1", "p2")
    settled = tuple(
        OwnerDecision(f"decision-{number}", DecisionKind.SETTINGS, "p2", NOW, settings=settings)
        for number in (2, 3)
    )
    changed = (
        SettingChange("weights.function", 20, 40),
        SettingChange("rules.same_department", True, False),
        SettingChange("weights.topic_ranks", (3, 2), (9, 9)),
    )
    tried = (
        Tried(DecisionKind.LOCK, "p1", "p2", "Passt *so*", broken=("same_department",)),
        Tried(DecisionKind.FORBID, "p1", "p2"),
        Tried(DecisionKind.SETTINGS, settings=settings, changed=changed),
    )
    return {
        **{f"match-{s}": replace(notice, run=replace(run, state=s)) for s in RunState},
        "match-automatic": replace(
            notice, run=replace(run, automatic=True, figures=Figures()), total=1, pages=1
        ),
        "match-locked": replace(
            notice, proposals=(locked,), decisions=(lock,), joined_since=2, weakest="run-1:1"
        ),
        "match-unknown": replace(notice, unknown=("eva_csta@firma.example", "jan@firma.example")),
        "match-approved": replace(
            notice,
            proposals=(replace(proposal, state=ProposalState.APPROVED),),
            approved=5,
            decided_by="Mia Sommer",
            page=1,
        ),
        "match-hand-wrong": replace(
            notice,
            view="hand",
            problem=Refusal("person-unknown", field="mentor", name="Nemo Niemand"),
            raw={"mentee": "Eva Costa", "mentor": "Nemo Niemand", "reason": "Beide wollten es"},
        ),
        "match-left-out-channel": replace(notice, total=4, left_out=1, private=False),
        "match-left-out-own": replace(notice, total=4, left_out=1),
        "match-elsewhere": replace(
            notice, proposals=(), total=0, pages=1, left_out=2, private=False
        ),
        "match-try-left-out": replace(
            notice,
            left_out=1,
            run=replace(run, preview=Preview(tried[1], replace(DIFFERENCE, total_score=None), "")),
        ),
        "match-proposal": replace(
            notice,
            view="proposal:run-1:1",
            chosen=proposal,
            weakest="run-1:1",
            photos={"p1": photo("p1", woman=True), "p2": photo("p2", woman=False)},
        ),
        "match-proposal-locked": replace(notice, view="proposal:run-1:1", chosen=locked),
        "match-proposal-approved": replace(
            notice, chosen=replace(proposal, state=ProposalState.APPROVED)
        ),
        **{
            f"match-try-{each.kind}": replace(
                notice, run=replace(run, preview=Preview(each, DIFFERENCE, ""))
            )
            for each in tried
        },
        **{
            f"match-{view}": replace(notice, view=view)
            for view in ("figures", "waiting", "hand", "settings")
        },
        "match-decisions": replace(notice, view="decisions", decisions=(*settled, lock)),
        "match-try-computing": replace(
            notice, run=replace(run, preview=Preview(tried[0], None, ""))
        ),
        "match-try-refused": replace(
            notice, run=replace(run, preview=Preview(tried[1], None, "", "not-possible"))
        ),
        "match-try-incomparable": replace(
            notice,
            run=replace(run, preview=Preview(tried[2], replace(DIFFERENCE, total_score=None), "")),
        ),
        "match-apart": replace(notice, view="apart", run=replace(run, settings=APART)),
        "match-levels": replace(notice, view="levels", run=replace(run, settings=APART)),
        "match-levels-wrong": replace(
            notice,
            view="levels",
            run=run,
            raw={"person": "p1", "stands_on": "0"},
            problem=Refusal("level-wrong", field="stands_on", most=LOWEST_LEVEL),
        ),
        "match-try-level": replace(
            notice, run=replace(run, preview=Preview(LEVEL_TRIED, DIFFERENCE, ""))
        ),
    }
