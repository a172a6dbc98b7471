"""A session is lost: its rescue begins, and after two in a row a shorter one is offered, and help.

Nobody else hears of it, unless one of the two asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mentoring.domain.errors import Refusal
from mentoring.domain.people import Person
from mentoring.domain.poll import Cause, WantedPoll
from mentoring.domain.posting import OLDER, Posting
from mentoring.domain.programme import NO_CONTACT, Contact
from mentoring.domain.session import Session, without_slot, without_time
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.notices import Notice, Scene, matters, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.own_tandem import leave_to_others, readers_of
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.postings import post, show_part
from mentoring.usecases.common.showing import depends
from mentoring.usecases.polls.living_polls import running
from mentoring.usecases.polls.opening import agree
from mentoring.usecases.programme.owners_channel import tell_owners
from mentoring.usecases.sessions.deputies import keeper_of

IN_A_ROW = 2
"""After this many lost sessions in a row programmes like this one die (reference/field.md), so a
shorter session is offered then, and help.
"""
ASKED = "asked"
"""The view of an offer of help that its reader has taken."""


@dataclass(frozen=True)
class HelpOfferNotice(Notice):
    """Help is offered to one of the two.

    ``asked``: this one has asked for it; the other one is not told. ``over``: the two have met
    since, or their tandem has ended.
    """

    tandem: Tandem
    viewer: Person
    partner: Person
    asked: bool = False
    over: bool = False
    contact: Contact = NO_CONTACT


@shows(to="person", fleeting=True, in_hours=True)
def help_offer_card(uow: UnitOfWork, scene: Scene) -> HelpOfferNotice:
    """What one of the two sees; whether the other one has asked, neither learns."""
    tandem, viewer = uow.tandems.need(scene.posting.subject_id), scene.posting.person_id
    partner = uow.people.need(tandem.partner_of(viewer))
    return HelpOfferNotice(
        tandem,
        uow.people.need(viewer),
        partner,
        asked=scene.posting.view == ASKED,
        over=not _goes_on(tandem),
        contact=scene.programme.contact,
    )


def _goes_on(tandem: Tandem) -> bool:
    return tandem.state is TandemState.LAUNCHED and tandem.lost_in_a_row >= IN_A_ROW


@matters(help_offer_card)
def _is_wanted(uow: UnitOfWork, posting: Posting, _now: datetime) -> bool:
    tandem = uow.tandems.get(posting.subject_id)
    return tandem is not None and _goes_on(tandem)


@depends(help_offer_card, Tandem)
def _offers(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """Whether the two have met since, or their tandem is over."""
    return [change.row.id] if change.alters("lost_in_a_row", "state") else ()


@dataclass(frozen=True)
class NeedsHelpNotice(Notice):
    """A tandem would like support; who asked for it, and what happened, stays between the two."""

    tandem: Tandem
    mentor: str
    mentee: str


@shows(to="owners", stored_as="needs_help")
def needs_help_card(uow: UnitOfWork, scene: Scene) -> NeedsHelpNotice:
    """What owners see: which tandem, nothing else; nobody reads it of their own."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    both = tandem.mentor_id, tandem.mentee_id
    leave_to_others("", both, readers=readers_of(uow, scene.moment, scene.posting))
    return NeedsHelpNotice(tandem, *(name_of(uow, person) for person in both))


def lose(
    uow: UnitOfWork,
    moment: Moment,
    tandem: Tandem,
    sessions: Sequence[Session],
    cause: Cause,
    by: str,
    now: datetime,
) -> None:
    """These sessions do not take place; both get new times.

    ``by`` is the id of whoever caused it, empty if nobody did.

    If all sessions to come are lost at once, a new series is looked for, otherwise a new slot for
    each. What a deputy declines is no lost session: it is rearranged.
    """
    rearranged, before = bool(by) and keeper_of(uow, by) != by, tandem.lost_in_a_row
    if not rearranged:
        tandem = uow.tandems.put(
            replace(tandem, lost_in_a_row=tandem.lost_in_a_row + len(sessions))
        )
    shorter = tandem.lost_in_a_row >= IN_A_ROW
    for session in sessions:
        uow.sessions.put(_given_up(session, cause))
    ahead = [
        s for s in uow.sessions.all(tandem_id=tandem.id) if s.is_ahead(now) and not s.is_declined
    ]
    if len(sessions) >= IN_A_ROW and not ahead:
        agree(
            uow,
            WantedPoll(
                tandem.id,
                "",
                cause,
                length_of(moment, tandem),
                now,
                rhythm=tandem.rhythm,
                shorter=shorter,
            ),
        )
    else:
        for session in sessions:
            agree(
                uow, WantedPoll(tandem.id, session.id, cause, session.minutes, now, shorter=shorter)
            )
    if before < IN_A_ROW <= tandem.lost_in_a_row:
        _offer_help(uow, tandem, sessions[-1])


def _given_up(session: Session, cause: Cause) -> Session:
    """The session once it is lost: a declined one still stands in its organizer's calendar, a
    missed one in the past; any other has no slot any more.
    """
    if cause is Cause.DECLINED:
        return replace(without_time(session), declined=session.start)
    return session if cause is Cause.MISSED else without_slot(session)


def length_of(moment: Moment, tandem: Tandem) -> int:
    """How many minutes the tandem's sessions last: their own choice, or the programme's."""
    return tandem.minutes or moment.programme.sessions.length_minutes


def met(uow: UnitOfWork, tandem: Tandem) -> None:
    """The two have met: nothing is lost in a row any more."""
    if tandem.lost_in_a_row:
        uow.tandems.put(replace(tandem, lost_in_a_row=0))


def _offer_help(uow: UnitOfWork, tandem: Tandem, last: Session) -> None:
    """Offer help to the two, once per streak of lost sessions; nobody else hears of it."""
    for person in (tandem.mentor_id, tandem.mentee_id):
        key = f"{help_offer_card.name}:{last.id}:{person}:{last.planned:%Y%m%d}"
        post(uow, help_offer_card, tandem.id, person, key=key)


def ask_for_support(
    uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, posting_id: str
) -> None:
    """One of the two would like support: the owners learn that their tandem would.

    Pressed by both, it is told once.

    Raises:
        Refusal: ``not-yours``; ``stale`` once the two have met, or for a tandem that is over;
            ``support-nobody`` while the bot knows no owner outside the tandem to tell it to.
    """
    tandem = running(uow, tandem_id)
    tandem.role_of(person_id)
    offer = uow.postings.get(posting_id)
    if not _goes_on(tandem) or offer is None or offer.view == OLDER:
        raise Refusal("stale")
    show_part(uow, help_offer_card, tandem.id, posting_id, ASKED, 0, whose=person_id)
    streak = posting_id.removeprefix(f"{help_offer_card.name}:").replace(f":{person_id}", "")
    both = {tandem.mentor_id, tandem.mentee_id}
    if not tell_owners(uow, moment, needs_help_card, tandem.id, both, stamp=streak):
        raise Refusal("support-nobody", contact=moment.programme.contact.name or "none")
