"""What a posting shows whoever reads it, as one transaction saw it, in the words they are given."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from cards.kit.words import Words, programme_words
from mentoring.domain.errors import Refusal
from mentoring.domain.language import Language
from mentoring.domain.people import Person
from mentoring.domain.posting import Posting
from mentoring.notices import Notice, Refused, Said, Scene, audience, notice_of
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.programme.acts import Decided, last_decided
from mentoring.usecases.programme.roster import was_owner


@dataclass(frozen=True)
class Seen:
    """What a posting shows, as one transaction saw it, and the words of whoever reads it.

    ``said`` is what a press is answered besides; only its answer says it, and no message keeps it.
    ``decided`` is what owners have decided on an owners' card; ``settings`` the version by whose
    words and settings it was read. ``is_settled``: somebody only looks, and the message shows the
    same already, so that nobody is about to be sent it.
    """

    posting: Posting
    notice: Notice
    words: Words
    programme: str = ""
    said: Said | None = None
    decided: tuple[Decided, ...] = ()
    settings: int = 0
    is_settled: bool = False
    at: float = field(default_factory=time.monotonic, compare=False)


def words_of(moment: Moment, language: Language) -> Words:
    """The programme's words in a language."""
    return programme_words(moment.programme, language)


def seen_now(uow: UnitOfWork, moment: Moment, posting: Posting, *, several: bool) -> Seen:
    """What the posting shows now, with its programme's name where ``several`` are run."""
    person = uow.people.get(posting.person_id)
    language = person.language if person else moment.programme.language
    notice = _shown_to(uow, moment, posting)
    words = words_of(moment, language)
    version = moment.home.version
    if moment.cycle.tried_by:
        return Seen(posting, notice, words, _mark(moment, person, words), settings=version)
    apart = several and not notice.is_of_all and has_several(uow, posting)
    name = moment.programme.name if apart else ""
    decided = _decided_on(uow, moment, posting, notice)
    return Seen(posting, notice, words, name, decided=decided, settings=version)


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
