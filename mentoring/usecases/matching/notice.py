"""A run as owners see it: the list, one proposal, what they try out, the figures, who waits.

Which of these a card shows is the posting's ``view``: empty for the list, ``proposal:<id>``,
``decisions``, ``hand``, ``apart``, ``levels``, ``settings``, ``figures`` or ``waiting``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from mentoring.domain.enrolment import ENROLLED, Enrolment
from mentoring.domain.match_run import MatchRun, OwnerDecision, Preview, RunState, concerned
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.people import Profile, Role
from mentoring.domain.programme import Programme
from mentoring.domain.proposal import Proposal, ProposalState
from mentoring.notices import Correctable, PortrayedTogether, Scene, shows
from mentoring.ports.rows import Above, Altered, Among, Other, UnitOfWork
from mentoring.usecases.common.own_tandem import Readers, is_private, readers_of
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.showing import EVERY, depends, seen_otherwise, still_open
from mentoring.usecases.matching.inputs import in_force
from mentoring.usecases.matching.named import unknown
from mentoring.usecases.matching.told_later import told_later
from mentoring.usecases.programme.acts import clock_of

PAGE = 8
FORMS = frozenset({"hand", "apart", "levels", "settings", "figures"})
NAMED = 40


@dataclass(frozen=True)
class ProposalsNotice(Correctable, PortrayedTogether):
    """A run as owners see it, without what is about anybody who reads along: ``left_out`` counts
    the proposals of their own.

    ``proposals`` are those of the page, ``chosen`` is the one looked at. ``joined_since`` counts
    people who came after the run was computed; ``decisions`` are the owners' decisions in
    force. The best stand first, and ``weakest`` is the id of the last of them. ``profiles`` are
    those of the people who are proposed; ``unknown`` is what the settings name and belongs to
    nobody.
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
    decisions: tuple[OwnerDecision, ...] = ()
    left_out: int = 0
    private: bool = True
    weakest: str = ""
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()

    def portray(self) -> tuple[str, ...]:
        """The two of the proposal that is looked at."""
        return (self.chosen.mentor_id, self.chosen.mentee_id) if self.chosen else ()

    def expects(self) -> Mapping[str, object] | None:
        """Inputs only while the form still stands there; another owner may have turned the card
        meanwhile.
        """
        return {} if self.view in FORMS and not self.run.preview else None


@shows(to="owners", stored_as="matching")
def proposals_card(uow: UnitOfWork, scene: Scene) -> ProposalsNotice:
    """What the owner sees of a run."""
    posting = scene.posting
    readers = readers_of(uow, scene.moment, posting)
    run = for_readers(uow.runs.need(posting.subject_id), readers)
    standing: dict[str, object] = {"run_id": run.id, "state": Other(ProposalState.DISCARDED)}
    both = _scored(uow, run, standing)
    visible = _best_first(both, readers)
    run = without_sums(run) if run.figures.whole_scores or len(visible) < len(both) else run
    keys = list(visible)
    pages = max(1, -(-len(keys) // PAGE))
    page = min(posting.page, pages - 1)
    shown = _shown(uow, run, keys[page * PAGE : (page + 1) * PAGE], readers)
    wanted = posting.view.removeprefix("proposal:")
    one = posting.view.startswith("proposal:")
    (chosen,) = _shown(uow, run, [wanted], readers) if one and wanted in visible else (None,)
    decided = uow.proposals.first(
        run_id=run.id, state=Other(ProposalState.DISCARDED), decided_by=Other("")
    )
    decisions = tuple(each for each in in_force(uow) if is_for(each, readers))
    clock = clock_of(uow, scene.moment, posting.person_id)
    return ProposalsNotice(
        run=run,
        proposals=shown,
        names=_names(uow, run, (*shown, *((chosen,) if chosen else ())), decisions),
        view=posting.view if chosen or not one else "",
        page=page,
        pages=pages,
        approved=sum(state == ProposalState.APPROVED for state in visible.values()),
        total=len(visible),
        decided_by=name_of(uow, decided.decided_by) if decided else "",
        programme=scene.programme,
        chosen=chosen,
        joined_since=_joined_since(uow, run),
        decisions=tuple(replace(each, at=each.at.astimezone(clock)) for each in decisions),
        left_out=len(both) - len(visible),
        private=is_private(uow, posting),
        weakest=keys[-1] if len(keys) > 1 else "",
        profiles=_profiles(uow, shown, chosen),
        unknown=unknown(uow, run.settings),
    )


def _scored(
    uow: UnitOfWork, run: MatchRun, standing: Mapping[str, object]
) -> Sequence[tuple[Any, ...]]:
    """The proposals (id, state, score as owners read it, and the two)."""
    if not run.figures.whole_scores:
        return uow.proposals.columns("id", "state", "score", "mentor_id", "mentee_id", **standing)
    weights = run.settings.weights
    told = (told_later(each, weights) for each in uow.proposals.all(**standing))
    return [(p.id, p.state, p.score, p.mentor_id, p.mentee_id) for p in told]


def _best_first(rows: Iterable[tuple[Any, ...]], readers: Readers) -> dict[str, str]:
    """The proposals (id, state, score, and the two) that no reader is in, the best first: their ids
    and states.
    """
    others = [row for row in rows if readers.isdisjoint(row[3:])]
    return {key: state for key, state, *_ in sorted(others, key=lambda row: (-row[2], row[0]))}


def _profiles(
    uow: UnitOfWork, shown: Sequence[Proposal], chosen: Proposal | None
) -> dict[str, Profile]:
    """Of those who are proposed, and of who else would fit to the two looked at."""
    some = (*shown, chosen) if chosen else shown
    people = {person for p in some for person in (p.mentor_id, p.mentee_id)}
    if chosen:
        people |= {other.id for role in Role for other in chosen.alternatives.of(role)}
    return {each.id: each.profile for each in uow.people.all(id=people)} if people else {}


def _shown(
    uow: UnitOfWork, run: MatchRun, keys: Sequence[str], readers: Readers
) -> tuple[Proposal, ...]:
    """These proposals, without what they tell of a reader as somebody's next best."""
    found = sorted(uow.proposals.all(id=keys), key=lambda each: keys.index(each.id))
    if run.figures.whole_scores:
        found = [told_later(each, run.settings.weights) for each in found]
    return tuple(replace(each, alternatives=each.alternatives.without(readers)) for each in found)


def for_readers(run: MatchRun, readers: Readers) -> MatchRun:
    """The run without what tells of a reader's own tandem: with whom, why they wait, and what
    others try out about them.
    """
    return replace(
        run,
        unmatched=tuple(one for one in run.unmatched if one.id not in readers),
        preview=_preview_for(run, readers),
        settings=_settings_for(run.settings, readers),
    )


def _settings_for(settings: MatchingSettings, readers: Readers) -> MatchingSettings:
    """The settings without what they say of readers."""
    apart, targets = settings.exclusion_groups, settings.kpi_groups
    told = {
        "blocked_pairs": tuple(each for each in settings.blocked_pairs if readers.isdisjoint(each)),
        "exclusion_groups": tuple(each for each in apart if readers.isdisjoint(each.people)),
        "kpi_groups": tuple(each for each in targets if readers.isdisjoint(each.people)),
        "levels": tuple(each for each in settings.levels if each.person not in readers),
    }
    return settings.model_copy(update=told)


def _preview_for(run: MatchRun, readers: Readers) -> Preview | None:
    if run.preview is None or not readers.isdisjoint(concerned(run.preview.tried, run.settings)):
        return None
    tried = run.preview.tried
    if tried.settings:
        tried = replace(tried, settings=_settings_for(tried.settings, readers))
    preview, told = replace(run.preview, tried=tried), run.preview.difference
    if told is None:
        return preview
    changes = tuple(
        each for each in told.changes if readers.isdisjoint({each.id, *each.before, *each.after})
    )
    return replace(preview, difference=replace(told, changes=changes))


def without_sums(run: MatchRun) -> MatchRun:
    """The run without figures from which, beside all other scores, the one left out would
    follow.
    """
    shared = replace(run.figures, scores=(), weakest=None)
    preview = run.preview
    if preview and preview.difference:
        after = replace(preview.difference.figures, scores=(), weakest=None)
        told = replace(preview.difference, total_score=None, figures=after, figures_before=None)
        preview = replace(preview, difference=told)
    return replace(run, figures=shared, preview=preview, total_score=0)


def is_for(decision: OwnerDecision, readers: Readers) -> bool:
    """Whether a decision is about none of the readers."""
    return readers.isdisjoint({decision.mentee_id, decision.mentor_id})


@depends(proposals_card, MatchRun, Proposal, OwnerDecision, Enrolment)
def _runs(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """What owners see follows whatever is proposed and decided, and how many have joined since."""
    match change.row:
        case MatchRun(id=run_id) | Proposal(run_id=run_id):
            return [run_id]
        case OwnerDecision():
            return [EVERY]
    return [EVERY] if seen_otherwise(change, "application", "clearance") else ()


@still_open(proposals_card)
def _not_replaced(uow: UnitOfWork) -> Mapping[str, object]:
    over = (RunState.REPLACED, RunState.FAILED)
    return {"subject_id": Among(others=(uow.runs.those(state=over),))}


def _joined_since(uow: UnitOfWork, run: MatchRun) -> int:
    """Who has handed in since, or has done so before and was accepted or cleared only then."""
    began = run.started_at
    new = uow.enrolments.those(**ENROLLED, done_at=Above(began))
    let_in = uow.enrolments.those(**ENROLLED, accepted_at=Above(began))
    cleared = uow.enrolments.those(**ENROLLED, cleared_at=Above(began))
    return uow.enrolments.count(id=Among((new, let_in, cleared)))


def _names(
    uow: UnitOfWork,
    run: MatchRun,
    proposals: Sequence[Proposal],
    decisions: Sequence[OwnerDecision],
) -> dict[str, str]:
    """The names of everybody who is spoken of."""
    named = {person for p in proposals for person in (p.mentor_id, p.mentee_id)}
    named |= {other.id for p in proposals for role in Role for other in p.alternatives.of(role)}
    named |= {left.id for left in run.unmatched[:NAMED]}
    named |= {who for each in decisions for who in (each.by, each.mentee_id, each.mentor_id)}
    named |= (
        {run.figures.weakest.mentee, run.figures.weakest.mentor} if run.figures.weakest else set()
    )
    named |= _named_in(run.preview) if run.preview else set()
    named |= _named_by(run.settings)
    known = uow.people.all(id=named - {""}) if named - {""} else []
    return _told_apart([each.profile for each in known])


def _told_apart(profiles: Sequence[Profile]) -> dict[str, str]:
    """Their names; where several bear one, with title and department."""
    bear = Counter(each.name for each in profiles)
    return {
        each.id: f"{each.name} ({', '.join(each.position)})"
        if bear[each.name] > 1 and each.position
        else each.name
        for each in profiles
    }


def _named_in(preview: Preview) -> set[str]:
    changes = preview.difference.changes[:NAMED] if preview.difference else ()
    partners = {
        person for change in changes for person in (change.id, *change.before, *change.after)
    }
    settings = _named_by(preview.tried.settings) if preview.tried.settings else set()
    return {preview.tried.mentee, preview.tried.mentor, *partners, *settings}


def _named_by(settings: MatchingSettings) -> set[str]:
    """Who is kept apart from others, or whose level was corrected."""
    together = (
        *settings.blocked_pairs[-NAMED:],
        *(group.people for group in settings.exclusion_groups[-NAMED:]),
        *(group.people for group in settings.kpi_groups[-NAMED:]),
        *((each.person,) for each in settings.levels[-NAMED:]),
    )
    return {person for people in together for person in people}
