"""What somebody wishes at the end of their tandem: to be there again, in the other role, or not to
be asked. They say so on the card of thanks; until the next cycle asks, a word to the bot brings
what they have said on a card of its own. It is a wish: the next cycle asks all the same, with that
role first, and nobody whom it would only bother. In a rolling cycle, which asks at once, it is the
answer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mentoring.domain.cycle import CycleKind
from mentoring.domain.enrolment import NextTime
from mentoring.domain.errors import Refusal
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.postings import post_anew
from mentoring.usecases.enrolment import coming_back
from mentoring.usecases.enrolment import enrolment as enrolling
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.enrolment.wishes import may_wish


@dataclass(frozen=True)
class Who:
    """Whose enrolment it is about, and the chat in which they have spoken."""

    enrolment_id: str
    person_id: str
    chat: Chat


def wish(uow: UnitOfWork, moment: Moment, who: Who, wanted: NextTime) -> None:
    """Say it, or something else, or nothing after all.

    Raises:
        Refusal: ``not-yours``; ``stale`` once it is asked; as ``again`` and ``change_role``.
    """
    enrolled = uow.enrolments.need(who.enrolment_id)
    if enrolled.person_id != who.person_id:
        raise Refusal("not-yours")
    if not may_wish(uow, moment.cycle, enrolled):
        raise Refusal("stale")
    if moment.cycle.kind is CycleKind.ROLLING:
        _answer(uow, moment, who, wanted)
    else:
        uow.enrolments.put(replace(enrolled, next_time=wanted))


def _answer(uow: UnitOfWork, moment: Moment, who: Who, wanted: NextTime) -> None:
    """They are asked already: the enrolment follows at once."""
    mine = who.enrolment_id, who.person_id
    if wanted is NextTime.AGAIN:
        coming_back.again(uow, moment, *mine)
        post_anew(uow, moment, enrolment_card, *mine, who.chat)
    elif wanted is NextTime.OTHER:
        coming_back.change_role(uow, moment, *mine)
    elif wanted is NextTime.NOT:
        enrolling.not_now(uow, moment, *mine)
