"""One tandem's launch: its channel, its series, and the cards of the two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import structlog

from mentoring.domain.cycle import CycleKind
from mentoring.domain.errors import NotAllowed, NotThere, OutsideError, Rejected
from mentoring.domain.pair import Pair, PairKind, pair_id
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.changes import changed
from mentoring.usecases.common.effects import Step, effect, effect_of
from mentoring.usecases.common.postings import post_to
from mentoring.usecases.launch.earlier_dates import take_out_beside_theirs
from mentoring.usecases.launch.running import it_runs
from mentoring.usecases.launch.seats import note_if_no_place
from mentoring.usecases.launch.tandem_over import end_when_over
from mentoring.usecases.launch.trouble_codes import accounts_of, cause_in_calendar, code_of
from mentoring.usecases.polls.after_session import accompany
from mentoring.usecases.polls.left_open import agree_on_the_rest
from mentoring.usecases.sessions import booking as sessions
from mentoring.usecases.sessions import deputies
from mentoring.usecases.sessions.booking import CALENDARS, BookedSeries
from mentoring.usecases.sessions.calendars import organizer_of
from mentoring.usecases.sessions.tandem_card import tandem_card

TOGETHER = 5
"""How many tandems one workflow launches at a time."""
ATTEMPTS = 12
"""How often Microsoft 365 may be away, which takes more than an hour, until owners are told."""
log = structlog.get_logger()


def let_start(uow: UnitOfWork, round_id: str, tandem_ids: Iterable[str]) -> None:
    """Nothing keeps these tandems waiting any more; in a round (a launch, or another attempt) each
    starts once.
    """
    uow.effects.add_all(effect_of(launch_tandem, each, once=round_id) for each in tandem_ids)


def _nobody_answered(uow: UnitOfWork, _moment: Moment, tandem_id: str) -> None:
    """Microsoft 365 was away for longer than a launch waits."""
    trouble(uow, tandem_id, "away")


@effect(queue="launch", together=TOGETHER, attempts=ATTEMPTS, given_up=_nobody_answered)
async def launch_tandem(world: World, tandem_id: str, step: Step) -> None:
    """Open the channel, book the series and show the cards.

    What the service refuses for good is named in the receipt, and the tandem waits; what owners
    have arranged by hand is left to them.
    """
    doing = "channel"
    try:
        await step("channel", lambda: sessions.open_channel(world, tandem_id))
        await step("deputies", lambda: deputies.tell(world, tandem_id))
        doing = "series"
        await step("series", lambda: _book(world, tandem_id))
    except (NotThere, NotAllowed, Rejected) as refused:
        cause, error = refused, type(refused).__name__
        log.warning("launch.refused", tandem=tandem_id, doing=doing, error=error, text=str(refused))
        await step("trouble", lambda: _refused(world, tandem_id, doing, cause))


async def _book(world: World, tandem_id: str) -> None:
    """Book the series; with that the tandem is launched. Of one that has ended meanwhile nothing
    stays in the calendars.
    """
    made = await sessions.book(world, tandem_id)
    if made is None:
        await take_out_beside_theirs(world, tandem_id)
    if not await world.run(launched, tandem_id, made) and made:
        await sessions.take_out(world, made)


async def _refused(world: World, tandem_id: str, doing: str, refused: OutsideError) -> None:
    """Note what was refused, and why, as the directory knows it: only an organizer's calendar is
    written to, so it is their account that a refused series is about.
    """
    tandem, organizer = await world.read(_organizer, tandem_id)
    if doing == "channel":
        await note_if_no_place(world, tandem.team_id, refused)
        await world.run(lambda uow, _: trouble(uow, tandem_id, code_of(doing, refused)))
        return
    account = (await accounts_of(world, [organizer]))[organizer]
    code = f"series-{cause_in_calendar(refused, account)}-{tandem.role_of(organizer)}"
    await world.run(lambda uow, _: trouble(uow, tandem_id, code))


def _organizer(uow: UnitOfWork, moment: Moment, tandem_id: str) -> tuple[Tandem, str]:
    tandem = uow.tandems.need(tandem_id)
    return tandem, organizer_of(moment, tandem)


def trouble(uow: UnitOfWork, tandem_id: str, code: str) -> None:
    """The tandem could not be launched: it stays accepted, and the receipt says why."""
    tandem = uow.tandems.need(tandem_id)
    if tandem.state is TandemState.LAUNCHING:
        uow.tandems.put(replace(tandem, state=TandemState.ACCEPTED, trouble=code))


def launched(
    uow: UnitOfWork, moment: Moment, tandem_id: str, made: BookedSeries | None = None
) -> bool:
    """Channel and series (``made``) stand: both get their card, the launch's card counts on, and
    later cycles know that the two have met.

    From now on the organizer's calendar is watched, and dates that were not found are agreed on.
    Returns False if the tandem has ended meanwhile, so that nobody will look after the series.
    """
    tandem = uow.tandems.need(tandem_id)
    if tandem.state is not TandemState.LAUNCHING:
        return _kept(uow, tandem, made)
    if made:
        sessions.keep_series(uow, tandem_id, made)
    tandem = replace(uow.tandems.need(tandem_id), state=TandemState.LAUNCHED)
    tandem = uow.tandems.put(tandem)
    accompany(uow, tandem, moment)
    if tandem.organizer_id:
        changed(uow, CALENDARS, tandem.organizer_id)
    agree_on_the_rest(uow, moment, tandem)
    uow.pairs.add(noted_by_launch(uow, tandem))
    post_to(uow, tandem_card, tandem.id, (tandem.mentor_id, tandem.mentee_id))
    it_runs(uow, moment, tandem)
    if moment.cycle.kind is CycleKind.ROLLING:
        end_when_over(uow, moment, tandem)
    return True


def _kept(uow: UnitOfWork, tandem: Tandem, made: BookedSeries | None) -> bool:
    """Keep the series of a tandem that was set aside or taken back while it was booked: whoever
    tries again or clears away finds it.
    """
    if made and tandem.ended_at:
        return False
    if made and tandem.state is not TandemState.LAUNCHED:
        sessions.keep_series(uow, tandem.id, made)
    return True


def noted_by_launch(uow: UnitOfWork, tandem: Tandem) -> Pair:
    """That the two are a tandem, as of the moment at which their launch began: so what has kept
    them apart before, which stays as it is, is told from it if the launch is taken back.
    """
    key = pair_id(uow.programme_id, tandem.mentor_id, tandem.mentee_id)
    launch = uow.launches.get(tandem.launch_id)
    began = launch.started_at if launch else None
    both = tandem.mentor_id, tandem.mentee_id
    return Pair(key, *both, PairKind.PAST, began, uow.programme_id)
