"""Files for people: offered in the 1:1 chat, put into their OneDrive once they agree.

``offer_file(uow, moment, the_view, subject_id, person_id, chat)`` offers what a view shows as a
file; how its notice becomes one is registered with ``@writes`` beside the card that shows it. Where
the cloud knows no consent cards, the same view is shown as a card.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import structlog

from mentoring.domain import file as rules
from mentoring.domain.errors import NotAllowed, NotThere, Refusal, Rejected
from mentoring.domain.file import FileOffer, FileState, Place
from mentoring.domain.posting import Posting
from mentoring.notices import VIEWS, Notice, Scene, View, audience, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.numbers import of_cycle
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.showing import depends

log = structlog.get_logger()
ON_ITS_WAY = frozenset({FileState.ACCEPTED, FileState.SENDING})
OPEN = ON_ITS_WAY | {FileState.OFFERED}


@dataclass(frozen=True)
class FileNotice(Notice):
    """A file as its person sees it: offered, on its way, or what has become of it.

    ``content`` is what it says, as long as it can still be sent; ``link``: the file as it lies in
    OneDrive.
    """

    offer: FileOffer
    content: Notice | None = None
    link: bool = False


@shows(to="person", stored_as="file")
def file_card(uow: UnitOfWork, scene: Scene) -> FileNotice:
    """The offer, and its answer."""
    offer = uow.files.need(scene.posting.subject_id)
    return FileNotice(offer, _content(uow, scene.moment, offer) if offer.state in OPEN else None)


@shows(to="person", stored_as="file_link")
def link_card(uow: UnitOfWork, scene: Scene) -> FileNotice:
    """The file, to be opened."""
    return FileNotice(uow.files.need(scene.posting.subject_id), link=True)


@depends(file_card, FileOffer)
def _files(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """What became of the offer."""
    return [change.row.id]


def _content(uow: UnitOfWork, moment: Moment, offer: FileOffer) -> Notice:
    """What the file says now."""
    shown: Notice = VIEWS[offer.kind](uow, Scene(_posting(offer), moment))
    return shown


def _posting(offer: FileOffer) -> Posting:
    """What the file says, as if it stood on a card of the same cycle."""
    key, kind, about = f"content:{offer.id}", offer.kind, offer.subject_id
    return Posting(key, kind, about, offer.person_id, cycle_id=offer.cycle_id)


def offer_file(
    uow: UnitOfWork, moment: Moment, content: View[Any], subject_id: str, person_id: str, chat: Chat
) -> FileOffer:
    """Offer the person what the view shows as a file; nothing is sent before they agree."""
    key = of_cycle(uow, f"file-{secrets.token_hex(8)}")
    offer = uow.files.put(FileOffer(key, person_id, content.name, subject_id, moment.now))
    post(uow, file_card, offer.id, person_id, chat=chat)
    return offer


def accept(uow: UnitOfWork, moment: Moment, file_id: str, person_id: str, place: Place) -> None:
    """The person takes it: it is put there, unless it is for owners, and they are one no more.

    Raises:
        Refusal: ``not-yours``, ``gone``; ``stale`` if it was answered before.
    """
    taken = rules.accepted(_own(uow, file_id, person_id), place)
    if _is_for_others(moment, taken):
        uow.files.put(rules.ended(taken, FileState.FAILED))
        return
    uow.files.put(taken)
    ask(uow, upload, taken.id)


def _is_for_others(moment: Moment, offer: FileOffer) -> bool:
    """Whether owners alone may have it, and its person is one no more; while nobody knows who they
    are, all who have asked for it are.
    """
    owners = moment.home.owners
    return audience(offer.kind) == "owners" and bool(owners) and offer.person_id not in owners


def decline(uow: UnitOfWork, _moment: Moment, file_id: str, person_id: str) -> None:
    """The person does not want it.

    Raises:
        Refusal: as ``accept``.
    """
    uow.files.put(rules.declined(_own(uow, file_id, person_id)))


def refuse(uow: UnitOfWork, _moment: Moment, file_id: str, person_id: str) -> None:
    """The place that was named for it is no OneDrive of a company: nothing is sent there.

    Raises:
        Refusal: as ``accept``.
    """
    uow.files.put(rules.ended(_own(uow, file_id, person_id), FileState.FAILED))


def _own(uow: UnitOfWork, file_id: str, person_id: str) -> FileOffer:
    offer = uow.files.need(file_id)
    if offer.person_id != person_id:
        raise Refusal("not-yours")
    return offer


@one_step(queue="talk")
async def upload(world: World, file_id: str) -> None:
    """Put the file where its person has agreed to, as it is now; what is refused for good is said
    in the chat.

    Where an earlier attempt has begun and nobody noted its end, the room may be gone because the
    file lies there already: then that is said, and not that it failed.
    """
    offer = await world.read(lambda uow, _: uow.files.get(file_id))
    if offer is None or offer.state not in ON_ITS_WAY:
        return
    before = offer.state
    if not await world.run(_begins, file_id):
        return
    try:
        await world.messenger.upload(_posting(offer), offer.upload_url)
    except (NotAllowed, NotThere, Rejected) as refused:
        log.warning("file.refused", file=file_id, error=type(refused).__name__)
        gone = before is FileState.SENDING and isinstance(refused, NotThere)
        end = FileState.UNSURE if gone else FileState.FAILED
        await world.run(lambda uow, _: _failed(uow, file_id, end))
    else:
        await world.run(lambda uow, _: _sent(uow, file_id))


def _begins(uow: UnitOfWork, moment: Moment, file_id: str) -> bool:
    """Whether it may be put there; nothing is, where its person is no owner any more."""
    offer = uow.files.need(file_id)
    if _is_for_others(moment, offer):
        uow.files.put(rules.ended(offer, FileState.FAILED))
        return False
    uow.files.put(replace(offer, state=FileState.SENDING))
    return True


def _failed(uow: UnitOfWork, file_id: str, end: FileState) -> None:
    uow.files.put(rules.ended(uow.files.need(file_id), end))


def _sent(uow: UnitOfWork, file_id: str) -> None:
    """The chat shows the file itself, which can be opened there."""
    offer = uow.files.put(rules.ended(uow.files.need(file_id), FileState.SENT))
    post(uow, link_card, offer.id, offer.person_id)
