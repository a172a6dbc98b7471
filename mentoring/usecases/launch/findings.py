"""What owners see of a finding, and what they do about it.

A finding names the two and the rule or cause, never more. Nobody sees or decides one of their own
tandem.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from mentoring.domain.errors import Refusal
from mentoring.domain.finding import Finding, FindingState, concerns_organizer
from mentoring.domain.intervention import Intervention
from mentoring.domain.match_run import OwnerDecision
from mentoring.domain.people import Role
from mentoring.domain.tandem import TOGETHER, Tandem, TandemState
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, Among, UnitOfWork
from mentoring.usecases.changes import handover
from mentoring.usecases.common.own_tandem import Readers, leave_to_others, none_of, readers_of
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.postings import post_anew
from mentoring.usecases.common.showing import EVERY, depends, seen_otherwise, still_open
from mentoring.usecases.common.undone import goes_on
from mentoring.usecases.launch.ending import (
    decides_an_end,
    ended_by_owners,
    is_ended_by_owners,
)
from mentoring.usecases.matching.inputs import settings_now
from mentoring.usecases.programme.needs import Asking, needs_owners
from mentoring.usecases.sessions.calendars import organizer_of

ENDED, ENDING = "ended", "ending"
AT_ONCE = 3
"""So many are put before an owner at once, the oldest first."""


@dataclass(frozen=True)
class FindingNotice(Notice):
    """A finding as it stands.

    ``person`` is the name of whom it is about, empty where it is about both, ``leaving`` their
    role; ``state`` is that of the finding, or ``ended`` with the tandem, or ``ending`` where owners
    have decided that. ``hands_over``: the sessions stand in the calendar of
    whoever leaves. ``depth`` is how far up a reporting line counts (0: at any depth).
    """

    finding: Finding
    number: int
    mentor: str
    mentee: str
    person: str
    state: str
    decided_by: str = ""
    hands_over: bool = False
    depth: int = 0
    leaving: Role | Literal[""] = ""


@shows(to="owners")
def finding_card(uow: UnitOfWork, scene: Scene) -> FindingNotice:
    """What owners see; nobody reads it of their own tandem."""
    finding = uow.findings.need(scene.posting.subject_id)
    tandem = uow.tandems.need(finding.tandem_id)
    mentor, mentee = tandem.mentor_id, tandem.mentee_id
    readers = readers_of(uow, scene.moment, scene.posting)
    leave_to_others("", (mentor, mentee), readers=readers)
    return FindingNotice(
        finding,
        tandem.number,
        name_of(uow, mentor),
        name_of(uow, mentee),
        name_of(uow, finding.person_id),
        _state(uow, finding, tandem),
        decided_by=name_of(uow, finding.decided_by),
        hands_over=_hands_over(scene.moment, finding, tandem),
        depth=settings_now(uow, scene.programme).parameters.reporting_line_depth,
        leaving=_leaving(finding, tandem),
    )


def _state(uow: UnitOfWork, finding: Finding, tandem: Tandem) -> str:
    if tandem.state not in TOGETHER:
        return ENDED
    waits = finding.state is not FindingState.OVER
    return ENDING if waits and is_ended_by_owners(uow, tandem.id) else finding.state


def _leaving(finding: Finding, tandem: Tandem) -> Role | Literal[""]:
    """Who is to be replaced, if it is about one of the two."""
    found = (role for role in Role if tandem.person(role) == finding.person_id)
    return next(found, "")


def _hands_over(moment: Moment, finding: Finding, tandem: Tandem) -> bool:
    """Whether sessions stand in the calendar of whoever leaves, and are not being moved already."""
    is_booked = tandem.state is TandemState.LAUNCHED and not tandem.by_hand.has_dates
    leaves = concerns_organizer(finding, organizer_of(moment, tandem))
    return is_booked and leaves and tandem.plan.ending is None


@depends(finding_card, Finding, Tandem, Intervention, OwnerDecision)
def _findings(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """The finding, whether its tandem is over or owners have decided its end, in whose calendar its
    sessions stand, and which settings owners have kept for the matching.
    """
    match change.row:
        case Finding(id=finding_id):
            return [finding_id]
        case Intervention():
            return [EVERY] if decides_an_end(change) else ()
        case OwnerDecision():
            return [EVERY]
    return [EVERY] if seen_otherwise(change, "organizer_id", "plan", "by_hand") else ()


@goes_on
def _findings_go_on(uow: UnitOfWork, _moment: Moment, before: Tandem, made: Tandem) -> None:
    """What was found of the two waits for owners, or stays as they have left it."""
    found = uow.findings.all(tandem_id=before.id)
    uow.findings.put_all(replace(each, tandem_id=made.id) for each in found)


@still_open(finding_card)
def _not_past(uow: UnitOfWork) -> Mapping[str, object]:
    return {"subject_id": Among(others=(uow.findings.those(state=FindingState.OVER),))}


def _show_found(uow: UnitOfWork, moment: Moment, asking: Asking) -> None:
    """Put the oldest before the owner, each with what can be done about it."""
    for each in uow.findings.page("found_at", AT_ONCE, 0, **_open(uow, asking.readers)):
        post_anew(uow, moment, finding_card, each.id, asking.owner, asking.chat)


@needs_owners(_show_found)
def found(uow: UnitOfWork, _moment: Moment, readers: Readers) -> int:
    """What was found about tandems, and nobody has decided yet, waits for owners."""
    return uow.findings.count(**_open(uow, readers))


def _open(uow: UnitOfWork, readers: Readers) -> dict[str, object]:
    agreed = uow.tandems.those(state=TOGETHER, **none_of(readers))
    undecided = Among((agreed,), others=(ended_by_owners(uow),))
    return {"state": FindingState.OPEN, "tandem_id": undecided}


def leave(uow: UnitOfWork, _moment: Moment, owner: str, finding_id: str) -> None:
    """It stays as it is, and does not come again as long as it is so.

    Raises:
        Refusal: ``stale`` if it is over or was left already, ``decide-own``.
    """
    finding, _ = _standing(uow, owner, finding_id)
    uow.findings.put(replace(finding, state=FindingState.LEFT, decided_by=owner))


def decide_anew(uow: UnitOfWork, _moment: Moment, owner: str, finding_id: str) -> None:
    """What an owner has left as it is waits for a decision again.

    Raises:
        Refusal: ``stale`` if it was not left, or is over, ``decide-own``.
    """
    finding, _ = _standing(uow, owner, finding_id, FindingState.LEFT)
    uow.findings.put(replace(finding, state=FindingState.OPEN, decided_by=""))


def hand_over_first(
    uow: UnitOfWork, moment: Moment, owner: str, finding_id: str, chat: Chat, readers: Readers
) -> None:
    """Show how the sessions would move into the other one's calendar; the finding stays open.

    Raises:
        Refusal: ``stale``, also where no sessions of theirs are booked, ``decide-own``,
            ``decide-elsewhere``.
    """
    finding, tandem = _standing(uow, owner, finding_id)
    if not _hands_over(moment, finding, tandem):
        raise Refusal("stale")
    handover.prepare(uow, moment, owner, tandem.id, chat, readers=readers)


def _standing(
    uow: UnitOfWork, owner: str, finding_id: str, state: FindingState = FindingState.OPEN
) -> tuple[Finding, Tandem]:
    """The finding while it is in this state and its tandem goes on, with the tandem."""
    finding = uow.findings.need(finding_id)
    tandem = uow.tandems.need(finding.tandem_id)
    leave_to_others(owner, (tandem.mentor_id, tandem.mentee_id))
    if _state(uow, finding, tandem) != state:
        raise Refusal("stale")
    return finding, tandem
