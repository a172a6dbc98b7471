"""The certificate of somebody's part in their tandems that have ended: their role, the topics, and
the hours that they confirm for each; one for all tandems of the cycle in which they had that role.
It is made when they ask for it and kept nowhere; nobody else is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain, repeat
from zoneinfo import ZoneInfo

from mentoring.domain.enrolment import Enrolment, enrolment_id
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Person, Role
from mentoring.domain.programme import Programme
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState, never_began
from mentoring.domain.topics import Topic
from mentoring.domain.upkeep import Timer
from mentoring.notices import Correctable, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.files import offer_file
from mentoring.usecases.common.people import tandems_with
from mentoring.usecases.common.postings import post_anew, show_part
from mentoring.usecases.common.showing import Subjects, all_tandems_of, depends, time_has_come
from mentoring.usecases.common.sides import KEPT, can_be_opened
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.launch.when_over import when_over
from mentoring.usecases.tandem.kits import topics_taught

MOST_HOURS = 500
"""Far more than a tandem has, so that a slip of the finger is seen."""
ASKS, MADE = "hours", "made"
"""What a card shows after the first look: the hours to be corrected, or the certificate with the
hours that stand behind it.
"""
BETWEEN = "-"
"""What stands between the hours of several tandems."""


@dataclass(frozen=True)
class Part:
    """What one tandem adds: ``hours`` are confirmed, 0 before that; ``proposed`` follow from
    ``sessions``, those that have taken place between ``first`` and ``last`` (days, by the person's
    clock). ``partner`` tells the viewer alone which tandem is meant.
    """

    partner: Person
    topics: tuple[Topic, ...] = ()
    sessions: int = 0
    proposed: int = 0
    hours: int = 0
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class CertificateNotice(Correctable):
    """The certificate as its person sees it, with a part for each of their tandems, in the order of
    these. ``is_over``: it is not made any more; ``as_file``: it is what a file says.
    """

    tandem: Tandem
    viewer: Person
    programme: Programme
    issued: date
    parts: tuple[Part, ...] = ()
    is_over: bool = False
    as_file: bool = False

    @property
    def role(self) -> Role:
        """The viewer's."""
        return self.tandem.role_of(self.viewer.id)

    @property
    def hours(self) -> int:
        """All that are confirmed."""
        return sum(part.hours for part in self.parts)

    @property
    def told(self) -> tuple[Part, ...]:
        """The parts of which there is something to tell: that have hours."""
        return tuple(part for part in self.parts if part.hours)

    def expects(self) -> dict[str, object] | None:
        """The hours of these tandems, while they are asked for."""
        return None if self.hours or self.is_over else {"tandem": self.tandem.id}


@shows(to="person")
def certificate_card(uow: UnitOfWork, scene: Scene) -> CertificateNotice:
    """The question how many hours it were, then the certificate."""
    tandem, posting = uow.tandems.need(scene.posting.subject_id), scene.posting
    if not can_have(uow, scene.now, tandem, posting.person_id):
        viewer = uow.people.need(posting.person_id)
        return CertificateNotice(tandem, viewer, scene.programme, scene.now.date(), is_over=True)
    return _made(uow, scene, tandem, hours_of(posting.view), as_file=False)


@shows(to="person")
def certificate_file(uow: UnitOfWork, scene: Scene) -> CertificateNotice:
    """The certificate with the hours that stand in the subject, behind the tandem's id; without its
    topics once these are erased.
    """
    tandem_id, _, hours = scene.posting.subject_id.rpartition(":")
    tandem = uow.tandems.need(tandem_id)
    return _made(uow, scene, tandem, _hours(hours), as_file=True)


def _made(
    uow: UnitOfWork, scene: Scene, tandem: Tandem, hours: Sequence[int], *, as_file: bool
) -> CertificateNotice:
    viewer = uow.people.need(scene.posting.person_id)
    tandem.role_of(viewer.id)
    zone = ZoneInfo(viewer.profile.zone)
    parts = [_part(uow, scene, each, viewer.id) for each in together(uow, tandem, viewer.id)]
    said = chain(hours, repeat(0))
    confirmed = [replace(part, hours=each) for part, each in zip(parts, said, strict=False)]
    issued = scene.now.astimezone(zone).date()
    shown = CertificateNotice(tandem, viewer, scene.programme, issued, as_file=as_file)
    return replace(shown, parts=tuple(confirmed))


def _part(uow: UnitOfWork, scene: Scene, tandem: Tandem, person_id: str) -> Part:
    held = _held(uow, scene.now, tandem)
    zone = ZoneInfo(uow.people.need(person_id).profile.zone)
    days = [each.start.astimezone(zone).date() for each in held if each.start]
    return Part(
        uow.people.need(tandem.partner_of(person_id)),
        tuple(scene.programme.topic(each) for each in topics_had(uow, scene.now, tandem)),
        len(held),
        whole_hours(held),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def together(uow: UnitOfWork, tandem: Tandem, person_id: str) -> list[Tandem]:
    """The tandems of the cycle in which the person had the same role and that have ended, in the
    order of their ends; of an earlier one something must still be known.
    """
    side = "mentor_id" if tandem.role_of(person_id) is Role.MENTOR else "mentee_id"
    own = uow.tandems.all(**{side: person_id}, state=TandemState.CLOSED)
    ended = [each for each in own if each.ended_at and not never_began(each)]
    known = [each for each in ended if each.id == tandem.id or uow.sessions.any(tandem_id=each.id)]
    return sorted(known, key=lambda each: (each.ended_at, each.number))


def with_hours(hours: Sequence[int]) -> str:
    """The view of a card that shows the certificate with the hours of these tandems."""
    return f"{MADE} {BETWEEN.join(map(str, hours))}"


def hours_of(view: str) -> list[int]:
    """The hours that were confirmed on a card of this view; none if it asks for them, or if an
    earlier version kept them elsewhere: then they are asked for once more.
    """
    made, _, said = view.partition(" ")
    return _hours(said) if made == MADE and said else []


def _hours(said: str) -> list[int]:
    return [int(each) for each in said.split(BETWEEN)]


def whole_hours(held: Iterable[Session]) -> int:
    """How long these were together, the last half of an hour and more counted as a whole one."""
    return (sum(each.minutes for each in held) + 30) // 60


def _held(uow: UnitOfWork, now: datetime, tandem: Tandem) -> list[Session]:
    """The sessions that have taken place, in their order."""
    until = min(now, tandem.ended_at or now)
    found = (each for each in uow.sessions.all(tandem_id=tandem.id) if each.took_place(until))
    return sorted(found, key=lambda each: each.start or each.planned)


def topics_had(uow: UnitOfWork, now: datetime, tandem: Tandem) -> list[str]:
    """What the kits of its sessions were about, each once; where there were none, the wishes that
    the mentor teaches, which both know of.
    """
    about = {each.id: each.topic for each in uow.kit_choices.all(tandem_id=tandem.id)}
    had = [about.get(each.id, "") for each in _held(uow, now, tandem)]
    return list(dict.fromkeys(each for each in had if each)) or topics_taught(uow, tandem)


def can_have(uow: UnitOfWork, now: datetime, tandem: Tandem, person_id: str) -> bool:
    """Whether one of the two can have it: from the end of the tandem until what they have said is
    erased.

    Raises:
        Refusal: ``not-yours``.
    """
    key = enrolment_id(uow.cycle_id, tandem.role_of(person_id), person_id)
    enrolled = uow.enrolments.get(key)
    if tandem.state is not TandemState.CLOSED or never_began(tandem) or enrolled is None:
        return False
    return can_be_opened(uow, now, enrolled)


@depends(certificate_card, Enrolment, Tandem)
def _answered(uow: UnitOfWork, change: Altered) -> Subjects:
    """That one's answers are gone, and with them what it is made of; and that another tandem of one
    of the two has ended.
    """
    if isinstance(change.row, Tandem):
        told = change.alters("state") and change.is_or_was("state", TandemState.CLOSED)
        both = (change.row.mentor_id, change.row.mentee_id) if told else ()
        return [key for person_id in both for key in tandems_with(uow, person_id)]
    told = change.alters("answers", "state", "erased_at")
    return all_tandems_of(change.row.person_id) if told else ()


@when_over
def _until(uow: UnitOfWork, tandem: Tandem) -> None:
    if tandem.ended_at:
        set_timer(uow, no_certificate, tandem.id, tandem.ended_at + KEPT)


@when_due()
def no_certificate(uow: UnitOfWork, _moment: Moment, timer: Timer) -> None:
    """It is not made any more, for each of the two in none of their tandems."""
    tandem = uow.tandems.get(timer.subject_id)
    both = (tandem.mentor_id, tandem.mentee_id) if tandem else ()
    for key in {each for person_id in both for each in tandems_with(uow, person_id)}:
        time_has_come(uow, certificate_card, key)


def show(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, chat: Chat) -> None:
    """Put it before one of the two, who asks for it; from each of their tandems it is the same.

    Raises:
        Refusal: ``gone``, ``not-yours``; ``stale`` if they cannot have it.
    """
    _own(uow, moment, tandem_id, person_id)
    first, *_ = together(uow, uow.tandems.need(tandem_id), person_id)
    post_anew(uow, moment, certificate_card, first.id, person_id, chat)


@dataclass(frozen=True)
class Where:
    """On which card of whose, about which tandem, something was pressed."""

    tandem_id: str
    person_id: str
    posting_id: str


def confirm(uow: UnitOfWork, moment: Moment, where: Where, hours: Sequence[int]) -> None:
    """So many hours it were in each tandem: the card shows the certificate. Of several, one may
    have had none.

    Raises:
        Refusal: as ``show``; ``certificate-hours``; ``stale`` if the card is none of it, or if
            others are asked for by now.
    """
    _own(uow, moment, where.tandem_id, where.person_id)
    if len(hours) != len(together(uow, uow.tandems.need(where.tandem_id), where.person_id)):
        raise Refusal("stale")
    for place, each in enumerate(hours):
        least = 1 if sum(hours) < 1 else 0
        if not least <= each <= MOST_HOURS:
            raise Refusal("certificate-hours", field=input_of(place), most=MOST_HOURS)
    _turn(uow, moment, where, with_hours(hours))


def input_of(place: int) -> str:
    """The id of the input for the hours of the tandem at this place."""
    return f"hours_{place + 1}" if place else "hours"


def ask_again(uow: UnitOfWork, moment: Moment, where: Where) -> None:
    """Ask for the hours once more.

    Raises:
        Refusal: as ``show``; ``stale`` if the card is none of it.
    """
    _turn(uow, moment, where, ASKS)


def _turn(uow: UnitOfWork, moment: Moment, where: Where, view: str) -> None:
    _own(uow, moment, where.tandem_id, where.person_id)
    card = (certificate_card, where.tandem_id, where.posting_id)
    show_part(uow, *card, view, 0, whose=where.person_id)


def as_file(uow: UnitOfWork, moment: Moment, where: Where, chat: Chat, *, consents: bool) -> None:
    """Offer it as a file; where the cloud knows no consent cards, it comes as a card.

    Raises:
        Refusal: as ``show``; ``stale`` if the card shows no certificate.
    """
    _own(uow, moment, where.tandem_id, where.person_id)
    found = uow.postings.get(where.posting_id)
    about = (certificate_card.name, where.tandem_id, where.person_id)
    if not found or (found.kind, found.subject_id, found.person_id) != about:
        raise Refusal("stale")
    hours = hours_of(found.view)
    if not hours:
        raise Refusal("stale")
    subject = f"{where.tandem_id}:{BETWEEN.join(map(str, hours))}"
    if consents:
        offer_file(uow, moment, certificate_file, subject, where.person_id, chat)
    else:
        post_anew(uow, moment, certificate_file, subject, where.person_id, chat)


def _own(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str) -> None:
    if not can_have(uow, moment.now, uow.tandems.need(tandem_id), person_id):
        raise Refusal("stale")
