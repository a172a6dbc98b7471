"""Turns postings into cards: in their reader's words, with pictures, and not twice."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from dataclasses import dataclass, field, replace

from bot.correction import Correction, still_told
from bot.portraits import Portraits
from bot.seen import Seen, seen_now
from cards.common.decided import decided_line
from cards.common.said import sentence, spoken
from cards.kit.documents import Document, document_of
from cards.kit.elements import Rendered
from cards.showcase.catalogue import render
from mentoring.domain.cycle import is_try
from mentoring.domain.posting import Posting
from mentoring.notices import Correctable, Notice, Portrayed, PortrayedTogether, audience
from mentoring.ports.moment import Moment, Moments
from mentoring.ports.rows import Store, UnitOfWork

MOST_KEPT = 500
MOST_DRAWN, AGAIN_SECONDS = 150, 10.0
"""At most this many drawn cards are kept, for this long, so that they need not be drawn again."""
FRESH_SECONDS = 0.2


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
        return seen_now(uow, moment, posting, several=self.several)

    def look(self, uow: UnitOfWork, moment: Moment, posting: Posting) -> Seen:
        """The same for somebody who only looks: what was seen a moment ago, unless it has changed
        since; a unit.
        """
        before = self.unchanged(uow, moment, posting)
        return before or replace(self.read(uow, moment, posting), is_settled=not posting.is_behind)

    def has_just_drawn(self, key: str) -> bool:
        """Whether the card may be shown once more as it was drawn."""
        return key in self._drawn

    def unchanged(self, _uow: UnitOfWork, moment: Moment, posting: Posting) -> Seen | None:
        """What was seen a moment ago, unless it has changed since: the posting and its home, which
        are one question, tell that.
        """
        drawn = self._drawn.get(posting.id)
        if drawn and drawn.shows(posting) and drawn.seen.settings == moment.home.version:
            return replace(drawn.seen, posting=posting, said=None, at=time.monotonic())
        return None

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
        if seen.is_settled:
            return rendered  # it would only take the place of one that is about to be asked for
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
            now = uow.posting_at_home(posting.id) or posting
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
