"""Deputies: whoever keeps somebody's calendar may see and answer dates for them, and nothing
else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from mentoring.domain.enrolment import Enrolment
from mentoring.domain.errors import NotAllowed, NotThere, Refusal, Rejected
from mentoring.domain.people import Person
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.session import Session
from mentoring.domain.tandem import TOGETHER, Tandem, TandemState
from mentoring.domain.watching import Absence
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.own_chat import found_chat
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.sending import deliver
from mentoring.usecases.common.showing import Subjects, all_tandems_of, depends, edited
from mentoring.usecases.common.undone import is_undone
from mentoring.usecases.sessions.calendars import wishes_of

END = ":end"
"""How the id of the card ends that tells a deputy of a tandem's end."""


@dataclass(frozen=True)
class DeputyNotice(Notice):
    """The sessions of somebody whose calendar the reader keeps; of the partner nothing but the
    name, as in the invitation. ``keeps``: they still do; otherwise they see no date any more.
    ``undone``: the tandem's launch was taken back, and the two stand ready as another one.
    """

    tandem: Tandem
    reader: Person
    side: Person
    partner: Person
    programme: Programme
    sessions: tuple[Session, ...]
    ahead: tuple[Session, ...]
    paused_until: date | None = None
    keeps: bool = True
    undone: bool = False


@shows(to="person", sides=True, stored_as="deputy")
def deputy_card(uow: UnitOfWork, scene: Scene) -> DeputyNotice:
    """What the deputy sees; ``view`` is the id of the person whose calendar it is."""
    tandem, side = uow.tandems.need(scene.posting.subject_id), uow.people.need(scene.posting.view)
    keeps = may_speak_for(uow, scene.posting.person_id, side.id) or _kept_to_the_end(uow, scene)
    if not keeps and not _kept_it(uow, scene.posting):
        raise Refusal("not-yours")
    sessions = _sessions(uow, tandem) if keeps else []
    return _seen(uow, scene, tandem, side, sessions, keeps=keeps)


def _kept_it(uow: UnitOfWork, posting: Posting) -> bool:
    """Whether it is the card of whoever looks, who was the deputy when it came."""
    own = uow.postings.get(posting.id)
    return own is not None and own.person_id == posting.person_id


def _kept_to_the_end(uow: UnitOfWork, scene: Scene) -> bool:
    """Whether they have heard of the tandem's end, as whoever kept the calendar by then."""
    key = scene.posting.id.removesuffix(END) + END
    end = uow.postings.get(key)
    return end is not None and end.person_id == scene.posting.person_id


def _sessions(uow: UnitOfWork, tandem: Tandem) -> list[Session]:
    return sorted(uow.sessions.all(tandem_id=tandem.id), key=lambda session: session.number)


def _seen(
    uow: UnitOfWork,
    scene: Scene,
    tandem: Tandem,
    side: Person,
    sessions: Sequence[Session],
    *,
    keeps: bool,
) -> DeputyNotice:
    absence = uow.absences.get(side.id)
    return DeputyNotice(
        tandem,
        uow.people.need(scene.posting.person_id),
        side,
        uow.people.need(tandem.partner_of(side.id)),
        scene.programme,
        tuple(sessions),
        tuple(
            s
            for s in sessions
            if (s.is_ahead(scene.now) or s.lacks_slot) and tandem.state is TandemState.LAUNCHED
        ),
        absence.until if absence and keeps else None,
        keeps,
        is_undone(uow, tandem.id),
    )


@depends(deputy_card, Tandem, Session, Absence, Enrolment)
def _tandems(_uow: UnitOfWork, change: Altered) -> Subjects:
    """The dates, who is away, and whether the reader still keeps the calendar."""
    match change.row:
        case Tandem(id=tandem_id) | Session(tandem_id=tandem_id):
            return [tandem_id]
        case Absence(id=person_id):
            return all_tandems_of(person_id)
    return all_tandems_of(change.row.person_id) if edited(change, "when") else ()


def deputy_of(uow: UnitOfWork, person_id: str) -> str:
    """The id of whoever keeps the person's calendar; empty for nobody.

    Nobody is their own deputy, and nobody their partner's: the two would answer for both sides.
    """
    named = [deputy for deputy in wishes_of(uow, person_id).deputy if deputy != person_id]
    return named[0] if named and not _are_partners(uow, person_id, named[0]) else ""


def _are_partners(uow: UnitOfWork, one: str, other: str) -> bool:
    tandems, states = uow.everywhere.tandems, tuple(TOGETHER)
    return tandems.any(mentor_id=one, mentee_id=other, state=states) or tandems.any(
        mentor_id=other, mentee_id=one, state=states
    )


def keeper_of(uow: UnitOfWork, person_id: str) -> str:
    """The id of whoever is asked about this person's dates: their deputy, if the bot has reached
    one, else the person.
    """
    deputy = deputy_of(uow, person_id)
    known = uow.people.get(deputy) if deputy else None
    return deputy if known and known.conversation else person_id


def may_speak_for(uow: UnitOfWork, speaker: str, person_id: str) -> bool:
    """Whether the speaker may answer dates for the person: the person themselves, or their
    deputy.
    """
    return speaker == person_id or (bool(speaker) and speaker == deputy_of(uow, person_id))


def tell_the_end(uow: UnitOfWork, tandem: Tandem) -> None:
    """Whoever keeps the calendar of one of the two hears that there is nothing to keep any more;
    whoever kept it before hears of nothing.
    """
    for posting in uow.postings.all(kind=deputy_card.name, subject_id=tandem.id):
        if may_speak_for(uow, posting.person_id, posting.view):
            key = f"{posting.id}{END}"
            post(uow, deputy_card, tandem.id, posting.person_id, key=key, view=posting.view)


async def tell(world: World, tandem_id: str) -> None:
    """Reach the deputies of both and show them the dates, before any invitation arrives.

    Raises:
        OutsideError: the directory or Teams is away. A deputy who cannot be reached at all is left
            out: then dates are put to the person themselves.
    """
    for person_id, deputy in await world.glance(lambda uow, _: _deputies(uow, tandem_id)):
        if await found_chat(world, deputy):
            posting = await world.run(_shown, tandem_id, person_id)
            # Sent here and now, not by an effect of its own, because the invitation follows right
            # behind.
            await _delivered(world, posting)


def _deputies(uow: UnitOfWork, tandem_id: str) -> list[tuple[str, str]]:
    """Whoever of the two has a deputy, and that one; nobody where the two keep their dates
    themselves, or where the launch has been taken back.
    """
    tandem = uow.tandems.need(tandem_id)
    if tandem.by_hand.has_dates or tandem.state is TandemState.CLOSED:
        return []
    pairs = [(each, deputy_of(uow, each)) for each in (tandem.mentor_id, tandem.mentee_id)]
    return [(person, deputy) for person, deputy in pairs if deputy]


async def _delivered(world: World, posting: str) -> None:
    """Send the card; a deputy who has removed the bot counts as none, and dates are put to the
    person themselves.
    """
    try:
        await deliver(world, posting)
    except (NotThere, NotAllowed, Rejected):
        await world.run(lambda uow, _: _lost(uow, posting))


def _lost(uow: UnitOfWork, posting_id: str) -> None:
    posting = uow.postings.need(posting_id)
    uow.people.put(replace(uow.people.need(posting.person_id), conversation="", service_url=""))
    uow.postings.delete(posting_id)


def _shown(uow: UnitOfWork, _moment: Moment, tandem_id: str, person_id: str) -> str:
    deputy = deputy_of(uow, person_id)
    key = f"{deputy_card.name}:{tandem_id}:{person_id}:{deputy}"
    posting = Posting(key, deputy_card.name, tandem_id, deputy, view=person_id)
    uow.postings.add(posting)
    return posting.id
