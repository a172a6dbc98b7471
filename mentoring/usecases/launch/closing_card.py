"""What owners see of the end of a cycle: what would happen, how far it is, and the receipt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from mentoring.domain.circle import WITH_CHANNEL, Circle, CircleKind
from mentoring.domain.closing import Closing, ClosingState
from mentoring.domain.enrolment import HANDED_IN, Enrolment
from mentoring.domain.kickoff import Kickoff, KickoffState
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.sponsor_thanks import SponsorThanks, ThanksState
from mentoring.domain.tandem import NEVER_BEGAN, Tandem, TandemState, may_be_cleared
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.rows import Above, Altered, Among, Other, UnitOfWork
from mentoring.usecases.common.own_tandem import Readers, readers_of
from mentoring.usecases.common.previews import is_old
from mentoring.usecases.common.showing import EVERY, depends, seen_otherwise, still_open
from mentoring.usecases.enrolment.undecided import kept_waiting
from mentoring.usecases.launch.clearing_away import (
    LeftOver,
    named_as_left,
)
from mentoring.usecases.launch.further_sessions import further_ahead
from mentoring.usecases.matching.left_over import (
    left_over_card,
    would_be_told,
)
from mentoring.usecases.matching.offers import seemingly_open

ENDED_WITH_IT: tuple[Mapping[str, object], ...] = (
    {"state": TandemState.LAUNCHED},
    {"state": TandemState.ACCEPTED},
)
"""The tandems that a closing ends: those that run, and those to which both have said yes and which
were never launched, or whose launch was refused for good: of these a channel or a series may stand
all the same.
"""


@dataclass(frozen=True)
class ClosingNotice(Notice):
    """A closing before, while and after it is carried out.

    Before, ``running`` tandems will end, ``not_begun`` of which never began, ``ahead`` sessions be
    cancelled (``further`` of them agreed on behind those that were planned; None and 0 in groups
    too small to be counted), ``channels`` archived that both can go on reading,
    and ``offers`` to others than the card's readers, ``undecided`` applications
    and enrolments that are ``uncleared`` end; ``told`` people will read that there is no tandem for
    them, and ``kickoffs`` be called off; ``circles`` are the channels of circles that end with it,
    by their names; ``is_old``: it was shown too long ago. Afterwards ``left`` are the tandems, with
    both names, of which something could not be cleared away, ``left_out`` counts those of readers,
    ``may_try``: another attempt at one of these might help, and none is being made; ``not_begun``
    are those that never began; ``sponsor`` is the name of who is asked to thank all,
    ``is_reached``: the bot has a chat with them.
    """

    closing: Closing
    running: int = 0
    not_begun: int = 0
    ahead: int | None = 0
    channels: int = 0
    offers: int = 0
    undecided: int = 0
    uncleared: int = 0
    told: int = 0
    kickoffs: int = 0
    is_old: bool = False
    left: tuple[LeftOver, ...] = ()
    left_out: int = 0
    may_try: bool = False
    sponsor: str = ""
    is_reached: bool = True
    further: int = 0
    circles: tuple[str, ...] = ()

    @property
    def none_began(self) -> bool:
        """Whether not one of the tandems that end, or have ended, had begun."""
        before = self.closing.state is ClosingState.PREVIEW
        return self.not_begun == (self.running if before else self.closing.tandems) > 0

    @property
    def seen(self) -> str:
        """What a press says of what its owner has seen; of offers, those that the card tells."""
        waiting = self.undecided + self.uncleared
        ended = (self.running, self.not_begun, self.offers, waiting, self.kickoffs)
        return ".".join(str(many) for many in (*ended, self.told))


@shows(to="owners", stored_as="closing")
def closing_card(uow: UnitOfWork, scene: Scene) -> ClosingNotice:
    """What owners see of a closing."""
    closing = uow.closings.need(scene.posting.subject_id)
    if closing.state is not ClosingState.PREVIEW:
        ended = _ended(uow, closing, readers_of(uow, scene.moment, scene.posting))
        return _with_sponsor(uow, ended, scene.programme)
    would = would_end(uow, closing, scene.now, readers_of(uow, scene.moment, scene.posting))
    old = is_old(closing.prepared_at, scene.now)
    return replace(_as_told(would, scene.programme), is_old=old)


def _as_told(would: ClosingNotice, programme: Programme) -> ClosingNotice:
    """Of a few tandems not how many sessions are to come, nor how many two have added: that would
    tell whether they have met, or go on.
    """
    few = would.running < programme.smallest_group
    return replace(would, ahead=None, further=0) if few else would


def would_end(uow: UnitOfWork, closing: Closing, now: datetime, readers: Readers) -> ClosingNotice:
    """What it would do now, as the ``readers`` of its card may know it."""
    return ClosingNotice(
        closing,
        running=sum(uow.tandems.count(**each) for each in ENDED_WITH_IT),
        not_begun=uow.tandems.count(state=TandemState.ACCEPTED),
        ahead=uow.sessions.count(
            start=Above(now),
            tandem_id=Among(tuple(uow.tandems.those(**each) for each in ENDED_WITH_IT)),
        ),
        channels=uow.tandems.count(channel_id=Other(""), state=TandemState.LAUNCHED),
        offers=seemingly_open(uow, readers),
        undecided=uow.enrolments.count(**HANDED_IN),
        uncleared=len(kept_waiting(uow)),
        told=would_be_told(uow, everything=True),
        kickoffs=uow.kickoffs.count(state=KickoffState.OPEN),
        further=further_ahead(uow, [each.id for each in ended_with_it(uow)], now),
        circles=_circles(uow),
    )


def _circles(uow: UnitOfWork) -> tuple[str, ...]:
    """The channels of circles that end with the cycle; who wants one that has none is not said."""
    standing = uow.circles.all(kind=CircleKind.MENTORS, state=WITH_CHANNEL)
    return tuple(sorted(each.name for each in standing if each.name))


def _ended(uow: UnitOfWork, closing: Closing, readers: Readers) -> ClosingNotice:
    numbers = list(closing.troubled)
    tandems = uow.tandems.all(number=numbers) if numbers else []
    left, left_out = named_as_left(uow, tandems, readers)
    not_begun = uow.tandems.count(closing_id=closing.id, **NEVER_BEGAN)
    may_try = any(may_be_cleared(each) for each in tandems)
    notice = ClosingNotice(closing, not_begun=not_begun, left=left, left_out=left_out)
    return replace(notice, may_try=may_try)


def _with_sponsor(uow: UnitOfWork, notice: ClosingNotice, programme: Programme) -> ClosingNotice:
    """Owners read that the sponsor is asked to thank all, or cannot be; never what they say."""
    asked = uow.sponsor_thanks.all()
    if notice.closing.state is not ClosingState.DONE or not asked:
        return notice
    reached = any(each.state is not ThanksState.UNREACHABLE for each in asked)
    return replace(notice, sponsor=programme.sponsor.name, is_reached=reached)


SHOWN = ("ended_at", "trouble", "remains")


@depends(closing_card, Closing, Tandem, Enrolment, Posting, Kickoff, SponsorThanks, Circle)
def _closings(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """The closing, how far it is, and, before it, what it would end."""
    match change.row:
        case Closing(id=closing_id):
            return [closing_id]
        case Tandem(closing_id=closing_id):
            return [closing_id or EVERY] if seen_otherwise(change, *SHOWN) else ()
        case Enrolment():
            return [EVERY] if seen_otherwise(change, "application", "rests") else ()
        case Posting(kind=left_over_card.name):
            return [EVERY] if change.before is None else ()
        case SponsorThanks() | Kickoff():
            return [EVERY] if change.alters("state") else ()
        case Circle():
            return [EVERY] if change.alters("state", "name") else ()
    return ()


@still_open(closing_card)
def _not_discarded(uow: UnitOfWork) -> Mapping[str, object]:
    return {"subject_id": Among(others=(uow.closings.those(state=ClosingState.DISCARDED),))}


def ended_with_it(uow: UnitOfWork) -> list[Tandem]:
    """The tandems that a closing ends."""
    return [tandem for each in ENDED_WITH_IT for tandem in uow.tandems.all(**each)]
