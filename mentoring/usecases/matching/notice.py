"""A run as owners see it: the list, one proposal, what they try out, the figures, who waits.

Which of these a card shows is the posting's ``view``: empty for the list, ``proposal:<id>``,
``preview``, ``hand``, ``apart``, ``settings``, ``figures`` or ``waiting``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.match_run import MatchRun, OwnerDecision, Preview
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import Proposal, ProposalState
from mentoring.notices import Correctable, Scene, shows
from mentoring.ports.rows import Above, Altered, Other, UnitOfWork
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.showing import EVERY, depends
from mentoring.usecases.matching.inputs import standing_decisions

PAGE = 8
FORMS = frozenset({"hand", "apart", "settings", "figures"})
NAMED = 40


@dataclass(frozen=True)
class ProposalsNotice(Correctable):
    """A run as owners see it. A tandem that the viewer is in is not shown to them.

    ``proposals`` are those of the page, ``chosen`` is the one looked at. ``joined_since`` counts
    people who came after the run was computed; ``last`` is the decision that *undo* would take
    back.
    """

    run: MatchRun
    proposals: tuple[Proposal, ...]
    names: Mapping[str, str]
    view: str
    page: int
    pages: int
    approved: int
    total: int
    decided_by: str
    programme: Programme
    chosen: Proposal | None = None
    joined_since: int = 0
    last: OwnerDecision | None = None

    def expects(self) -> Mapping[str, object] | None:
        """Inputs only while the form still stands there; another owner may have turned the card
        meanwhile.
        """
        return {} if self.view in FORMS and not self.run.preview else None


@shows(to="owners", stored_as="matching")
def proposals_card(uow: UnitOfWork, scene: Scene) -> ProposalsNotice:
    """What the owner sees of a run."""
    run, posting = uow.runs.need(scene.posting.subject_id), scene.posting
    standing: dict[str, object] = {"run_id": run.id, "state": Other(ProposalState.DISCARDED)}
    both = uow.proposals.columns("id", "mentor_id", "mentee_id", **standing)
    visible = [key for key, *pair in both if posting.person_id not in pair]
    pages = max(1, -(-len(visible) // PAGE))
    page = min(posting.page, pages - 1)
    shown = tuple(uow.proposals.all(id=visible[page * PAGE : (page + 1) * PAGE]))
    wanted = posting.view.removeprefix("proposal:")
    chosen = (
        uow.proposals.get(wanted)
        if posting.view.startswith("proposal:") and wanted in visible
        else None
    )
    decided = uow.proposals.first(
        run_id=run.id, state=Other(ProposalState.DISCARDED), decided_by=Other("")
    )
    decisions = standing_decisions(uow)
    return ProposalsNotice(
        run=run,
        proposals=shown,
        names=_names(uow, run, (*shown, *((chosen,) if chosen else ()))),
        view=posting.view if chosen or not posting.view.startswith("proposal:") else "",
        page=page,
        pages=pages,
        approved=uow.proposals.count(run_id=run.id, state=ProposalState.APPROVED),
        total=len(both),
        decided_by=name_of(uow, decided.decided_by) if decided else "",
        programme=scene.programme,
        chosen=chosen,
        joined_since=_joined_since(uow, run),
        last=decisions[-1] if decisions else None,
    )


@depends(proposals_card, MatchRun, Proposal, OwnerDecision, Enrolment)
def _runs(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """What owners see follows whatever is proposed and decided, and how many have joined since."""
    match change.row:
        case MatchRun(id=run_id) | Proposal(run_id=run_id):
            return [run_id]
        case OwnerDecision():
            return [EVERY]
    return [EVERY] if change.alters("state") else ()


def _joined_since(uow: UnitOfWork, run: MatchRun) -> int:
    return uow.enrolments.count(state=EnrolmentState.DONE, done_at=Above(run.started_at))


def _names(uow: UnitOfWork, run: MatchRun, proposals: Sequence[Proposal]) -> dict[str, str]:
    """The names of everybody who is spoken of."""
    named = {person for p in proposals for person in (p.mentor_id, p.mentee_id)}
    named |= {other.id for p in proposals for role in Role for other in p.alternatives.of(role)}
    named |= {left.id for left in run.unmatched[:NAMED]}
    named |= (
        {run.figures.weakest.mentee, run.figures.weakest.mentor} if run.figures.weakest else set()
    )
    named |= _named_in(run.preview) if run.preview else set()
    named |= {person for pair in run.settings.blocked_pairs[:NAMED] for person in pair}
    named |= {person for group in run.settings.exclusion_groups[:NAMED] for person in group.people}
    return (
        {person.id: person.profile.name for person in uow.people.all(id=named - {""})}
        if named - {""}
        else {}
    )


def _named_in(preview: Preview) -> set[str]:
    changes = preview.difference.changes[:NAMED]
    partners = {
        person for change in changes for person in (change.id, *change.before, *change.after)
    }
    return {preview.tried.mentee, preview.tried.mentor, *partners}
