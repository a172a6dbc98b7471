"""Where a notice goes: rendered in its reader's words, sent or updated through the Connector."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.connector import Connector
from bot.portraits import Portraits
from bot.uploads import Uploads
from cards.common.decided import decided_line
from cards.common.said import sentence, spoken
from cards.kit.documents import Document, document_of
from cards.kit.elements import Rendered
from cards.kit.words import Words, programme_words
from cards.showcase.catalogue import render
from graph.apps import OwnApp
from mentoring.domain.cycle import is_try
from mentoring.domain.errors import NotAllowed, NotThere, Refusal
from mentoring.domain.language import Language
from mentoring.domain.people import Person
from mentoring.domain.posting import Posting
from mentoring.notices import (
    Correctable,
    Notice,
    Portrayed,
    PortrayedTogether,
    Refused,
    Said,
    Scene,
    audience,
    notice_of,
)
from mentoring.ports.messenger import Chat, Sent
from mentoring.ports.moment import Moment, Moments
from mentoring.ports.rows import Store, UnitOfWork
from mentoring.usecases.common.service import known_service
from mentoring.usecases.programme.acts import Decided, last_decided
from mentoring.usecases.programme.roster import was_owner

PUBLIC_SERVICE = "https://smba.trafficmanager.net/teams/"
MOST_KEPT = 500
MOST_DRAWN, AGAIN_SECONDS = 100, 10.0
"""At most this many drawn cards are kept, for this long, so that they need not be drawn again."""
FRESH_SECONDS = 0.2


def as_message(rendered: Rendered) -> dict[str, Any]:
    """A card as a message."""
    attachment: dict[str, Any] = {"contentType": rendered.kind, "content": rendered.content}
    if rendered.name:
        attachment["name"] = rendered.name
    if rendered.url:
        attachment["contentUrl"] = rendered.url
    return {"type": "message", "summary": rendered.summary, "attachments": [attachment]}


def words_of(moment: Moment, language: Language) -> Words:
    """The programme's words in a language."""
    return programme_words(moment.programme, language)


def has_several(uow: UnitOfWork, posting: Posting) -> bool:
    """Whether the card's reader may have to tell programmes apart; an owner always may."""
    if audience(posting.kind) == "owners" or not posting.person_id:
        return True
    everywhere = uow.everywhere
    own = everywhere.enrolments.columns("cycle_id", person_id=posting.person_id)
    cycles = {cycle_id for (cycle_id,) in own}
    return len({key for (key,) in everywhere.cycles.columns("programme_id", id=cycles)}) > 1


def _mark(moment: Moment, person: Person | None, words: Words) -> str:
    """What stands above each card of a try: whose card it would be."""
    if person is None or person.id == moment.cycle.tried_by:
        return words.text("trial-mark-owner")
    return words.text("trial-mark", name=person.full_name)


def _shown_to(uow: UnitOfWork, moment: Moment, posting: Posting) -> Notice:
    """What the card shows its reader now; nothing to an owner of yesterday."""
    if was_owner(uow, moment, posting):
        return Refused(Refusal("no-owner-any-more"))
    return notice_of(uow, Scene(posting, moment))


def _decided_on(
    uow: UnitOfWork, moment: Moment, posting: Posting, notice: Notice
) -> tuple[Decided, ...]:
    """Who has decided on an owners' card; nothing of what its reader may not see."""
    told = audience(posting.kind) == "owners" and not isinstance(notice, Refused)
    return last_decided(uow, moment, posting) if told and notice.tells_who_decided else ()


NOTHING_WRONG = frozenset({"outside", "takes-longer", "unexpected"})
"""What is refused whatever was filled in."""


@dataclass(frozen=True)
class Correction:
    """Why a press could not be obeyed, and everything that it sent; ``picked`` are the names of
    whoever was picked in it, by id. ``filled_in``: it sent inputs.
    """

    refusal: Refusal
    data: Mapping[str, Any]
    picked: Mapping[str, str] = field(default_factory=dict)
    filled_in: bool = False

    def comes_back(self, notice: Notice) -> bool:
        """Whether the card shows once more what was filled in: to put one input right, or to send
        it again, because nothing of it was wrong.
        """
        again = self.filled_in and self.refusal.code in NOTHING_WRONG
        if not isinstance(notice, Correctable) or not (self.refusal.field or again):
            return False
        return notice.takes(self.data)


def still_told(notice: Notice, refusal: Refusal, data: Mapping[str, Any]) -> Refusal:
    """The refusal to tell: what is wrong with an input only if the card still has that input;
    otherwise ``stale``, because the press came from an older card.
    """
    gone = refusal.field and isinstance(notice, Correctable) and not notice.takes(data)
    return Refusal("stale") if gone else refusal


@dataclass(frozen=True)
class Seen:
    """What a posting shows, as one transaction saw it, and the words of whoever reads it.

    ``said`` is what a press is answered besides; only its answer says it, and no message keeps it.
    ``decided`` is what owners have decided on an owners' card; ``settings`` the version by whose
    words and settings it was read.
    """

    posting: Posting
    notice: Notice
    words: Words
    programme: str = ""
    said: Said | None = None
    decided: tuple[Decided, ...] = ()
    settings: int = 0
    at: float = field(default_factory=time.monotonic, compare=False)


@dataclass(frozen=True)
class _Drawn:
    """A card that was drawn a moment ago: from what was seen, of what it was made, and itself."""

    seen: Seen
    made_of: tuple[object, ...]
    rendered: Rendered

    def shows(self, posting: Posting) -> bool:
        """Whether nothing has changed since of what the posting shows its person."""
        before = self.seen.posting
        same = (before.wanted, before.page, before.view) == (
            posting.wanted,
            posting.page,
            posting.view,
        )
        return same and audience(posting.kind) == "person"


@dataclass(frozen=True)
class Screen:
    """Turns postings into cards: reads the state, finds the reader's words.

    The card that answers a press is kept until the message gets the same one. What was just drawn
    is not drawn again for whoever looks at it, because Teams asks for each card anew that it has
    just been given. Where ``several`` programmes are run, the card of somebody who has more than
    one says which it belongs to.
    """

    store: Store
    moments: Moments
    portraits: Portraits
    several: bool = False
    _kept: OrderedDict[str, tuple[int, Rendered]] = field(default_factory=OrderedDict)
    _drawn: dict[str, _Drawn] = field(default_factory=dict)

    async def card(self, posting: Posting) -> Rendered:
        """The posting's card as it stands now."""
        return (await self.newest(posting))[1]

    def read(self, uow: UnitOfWork, moment: Moment, posting: Posting) -> Seen:
        """What the posting shows now; a unit."""
        person = uow.people.get(posting.person_id)
        language = person.language if person else moment.programme.language
        notice = _shown_to(uow, moment, posting)
        words = words_of(moment, language)
        if moment.cycle.tried_by:
            mark = _mark(moment, person, words)
            return Seen(posting, notice, words, mark, settings=moment.home.version)
        name = moment.programme.name if self.several and has_several(uow, posting) else ""
        decided = _decided_on(uow, moment, posting, notice)
        version = moment.home.version
        return Seen(posting, notice, words, name, decided=decided, settings=version)

    def look(self, uow: UnitOfWork, moment: Moment, posting: Posting) -> Seen:
        """The same for somebody who only looks: what was seen a moment ago, unless it has changed
        since; a unit.
        """
        drawn = self._drawn.get(posting.id)
        if drawn and drawn.shows(posting) and drawn.seen.settings == moment.home.version:
            return replace(drawn.seen, posting=posting, said=None, at=time.monotonic())
        return self.read(uow, moment, posting)

    async def draw(self, seen: Seen, correction: Correction | None = None) -> Rendered:
        """The card; what was refused is marked in it, or told above it."""
        return (await self._drawn_now(seen, correction))[1]

    async def _drawn_now(
        self, seen: Seen, correction: Correction | None = None
    ) -> tuple[int, Rendered]:
        """The card and its version.

        If drawing took a while (a picture was fetched, the machine was busy), the state is read
        again: otherwise a refresh that is answered late would put an old card over what its reader
        has pressed in the meantime.
        """
        rendered = await self._draw(seen, correction)
        while time.monotonic() - seen.at > FRESH_SECONDS:
            newer = await self._look(seen.posting)
            if newer.posting.wanted <= seen.posting.wanted:
                break
            seen = replace(newer, said=seen.said)
            rendered = await self._draw(seen, correction)
        return seen.posting.wanted, rendered

    async def _draw(self, seen: Seen, correction: Correction | None) -> Rendered:
        notice, words, posting = seen.notice, seen.words, seen.posting
        notice = await self._with_pictures(posting, notice)
        if correction is None and seen.said:
            return self._rendered(seen, notice, said=spoken(seen.said, words))
        if correction is None:
            return self._keep(posting, self._drawn_before(seen, notice))
        refusal, data = still_told(notice, correction.refusal, correction.data), correction.data
        if isinstance(notice, Correctable) and correction.comes_back(notice):
            notice = replace(notice, problem=refusal, raw=data, picked=correction.picked)
            return self._rendered(seen, notice)
        return self._rendered(seen, notice, sentence(refusal, words))

    async def _with_pictures(self, posting: Posting, notice: Notice) -> Notice:
        """The notice with its people's pictures; those of a try are invented and have none."""
        if is_try(posting.cycle_id):
            return notice
        if isinstance(notice, Portrayed):
            notice = replace(notice, photo=await self.portraits.of(notice.portrays()))
        if isinstance(notice, PortrayedTogether):
            photos = {key: await self.portraits.of(key) for key in notice.portray()}
            notice = replace(notice, photos=photos)
        return notice

    def _drawn_before(self, seen: Seen, notice: Notice) -> Rendered:
        """The card; if it was drawn a moment ago and would be the same now, that one."""
        key, words = seen.posting.id, seen.words
        made_of = (notice, words.voice, words.own, seen.programme, seen.decided)
        before = self._drawn.get(key)
        if before and before.made_of == made_of:
            self._drawn[key] = replace(before, seen=seen)
            return before.rendered
        rendered = self._rendered(seen, notice)
        self._drawn[key] = _Drawn(seen, made_of, rendered)
        asyncio.get_running_loop().call_later(AGAIN_SECONDS, self._drawn.pop, key, None)
        while len(self._drawn) > MOST_DRAWN:
            del self._drawn[next(iter(self._drawn))]
        return rendered

    def _rendered(
        self, seen: Seen, notice: Notice, problem: str = "", *, said: str = ""
    ) -> Rendered:
        key, words, name = seen.posting.id, seen.words, seen.programme
        below = [decided_line(each, words) for each in seen.decided]
        above = {"problem": problem, "said": said, "programme": name}
        return render(notice, words, posting=key, below=below, **above)

    async def document(self, content: Posting) -> Document:
        """What the posting shows, as a file."""
        seen = await self._look(content)
        return document_of(seen.notice, seen.words)

    async def due(self, posting: Posting) -> tuple[int, Rendered]:
        """The card that the message is to get and the version it shows: the card that was just
        shown, or a new one.
        """
        version, rendered = self._kept.pop(posting.id, (0, None))
        if rendered and version >= posting.wanted:
            return version, rendered
        made = await self.newest(posting)
        self._kept.pop(posting.id, None)
        return made

    async def newest(self, posting: Posting) -> tuple[int, Rendered]:
        """The posting's card as it stands now, and its version."""
        return await self._drawn_now(await self._look(posting))

    async def _look(self, posting: Posting) -> Seen:
        def read(uow: UnitOfWork) -> Seen:
            now = uow.postings.get(posting.id) or posting
            return self.read(uow, self.moments(uow, now.cycle_id), now)

        # What owners look at may count a whole programme.
        owners = audience(posting.kind) == "owners"
        return await (self.store.read(read) if owners else self.store.skim(read))

    def hold(self, seen: Seen, rendered: Rendered) -> None:
        """Let the message get this card next."""
        self._keep(seen.posting, rendered)

    def _keep(self, posting: Posting, rendered: Rendered) -> Rendered:
        """Keep the card for the message, if the message is behind and no newer card is kept."""
        if posting.is_behind and self._kept.get(posting.id, (0,))[0] <= posting.wanted:
            self._kept[posting.id] = (posting.wanted, rendered)
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return rendered


class TeamsMessenger:
    """The way to people's chats; see ``mentoring.ports.Messenger``."""

    def __init__(
        self, screen: Screen, connector: Connector, app: OwnApp, uploads: Uploads | None
    ) -> None:
        self._screen = screen
        self._connector = connector
        self._app = app
        self._uploads = uploads

    @property
    def hands_over_files(self) -> bool:
        """Whether this cloud has consent cards."""
        return self._uploads is not None

    def is_drive(self, url: str) -> bool:
        """Whether the address lies with SharePoint."""
        return self._uploads is not None and self._uploads.may_go_to(url)

    async def upload(self, content: Posting, url: str) -> None:
        """Put what the posting shows there, as a file."""
        if self._uploads is None:
            raise NotAllowed("bots can send no files in this cloud")
        await self._uploads.put(url, (await self._screen.document(content)).data)

    async def install(self, person_id: str) -> Chat:
        """Put the app into the person's Teams, if it is not there, and find the chat with them."""
        conversation = await self._app.install(person_id)
        service = await self._screen.store.read(known_service)
        return Chat(conversation, service or PUBLIC_SERVICE)

    async def post(self, posting: Posting) -> Sent:
        """Send the card as a new message, as it stands by then."""
        version, rendered = await self._screen.newest(posting)
        activity_id = await self._connector.say(
            Chat(posting.conversation, posting.service_url), as_message(rendered)
        )
        if not activity_id:
            raise NotThere(
                f"Teams gave no id for the message {posting.id}, so it could not be kept true"
            )
        return Sent(activity_id, version)

    async def remove(self, posting: Posting) -> None:
        """Delete the message."""
        chat = Chat(posting.conversation, posting.service_url)
        await self._connector.remove(chat, posting.activity_id)

    async def update(self, posting: Posting) -> int:
        """Make the message show the subject as it stands; return the version that it shows now."""
        version = 0

        async def made() -> dict[str, Any]:
            nonlocal version
            version, rendered = await self._screen.due(posting)
            return as_message(rendered)

        await self._connector.change(
            Chat(posting.conversation, posting.service_url), posting.activity_id, made
        )
        return version
