"""The buttons by which times are agreed on."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from bot.typed.dates import day_chosen
from cards.polls.lost_sessions import AskForSupport
from cards.polls.polls import AcceptTime, LeaveIt, OtherTimes
from cards.sessions.buttons import ChangeSeries, MoveSession
from cards.sessions.by_hand import SayWeMet, TakeBackMet
from mentoring.domain.errors import Refusal
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.polls import by_hand, lost_sessions
from mentoring.usecases.polls import polls as poll


@handles(AcceptTime)
async def accept(desk: Desk, turn: Turn, action: AcceptTime) -> Unit[object]:
    """This time suits."""
    return unit(poll.accept, action.poll, action.role, action.number, action.round, turn.person_id)


@handles(OtherTimes)
async def other_times(desk: Desk, turn: Turn, action: OtherTimes) -> Unit[object]:
    """Look for others, perhaps shorter ones."""
    role, round_, minutes = action.role, action.round, action.minutes
    return unit(poll.other_times, action.poll, role, round_, turn.person_id, minutes=minutes)


@handles(LeaveIt)
async def leave(desk: Desk, turn: Turn, action: LeaveIt) -> Unit[object]:
    """It is to stay where it is."""
    return unit(poll.leave, action.poll, action.role, turn.person_id)


@handles(MoveSession)
async def move_session(desk: Desk, turn: Turn, action: MoveSession) -> Unit[object]:
    """Look for another time for one session."""
    return unit(poll.ask, _session(action), turn.person_id)


@handles(ChangeSeries)
async def change_series(desk: Desk, turn: Turn, action: ChangeSeries) -> Unit[object]:
    """Look for other times for all sessions from now on."""
    minutes, rhythm = str(action.inputs.get("minutes", "")), str(action.inputs.get("rhythm", ""))
    if not minutes.isdecimal() or len(minutes) > 4:
        raise Refusal("length-not-allowed", field="minutes")
    return unit(poll.ask_for_all, action.tandem, turn.person_id, int(minutes), rhythm)


@handles(SayWeMet)
async def say_we_met(desk: Desk, turn: Turn, action: SayWeMet) -> Unit[object]:
    """*We have met*; no day is today."""
    day = day_chosen(action.inputs.get("met_on"), "met_on", await desk.today(turn))
    return unit(by_hand.say_met, action.tandem, turn.person_id, day)


@handles(TakeBackMet)
async def take_back_met(desk: Desk, turn: Turn, action: TakeBackMet) -> Unit[object]:
    """Not on that day after all."""
    return unit(by_hand.take_back, _session(action), turn.person_id)


@handles(AskForSupport)
async def ask_for_support(desk: Desk, turn: Turn, action: AskForSupport) -> Unit[object]:
    """The tandem would like support."""
    return unit(lost_sessions.ask_for_support, action.tandem, turn.person_id, action.posting)


def _session(action: MoveSession | TakeBackMet) -> str:
    """The one that is chosen on the card.

    Raises:
        Refusal: ``no-session``.
    """
    if chosen := str(action.inputs.get("session") or ""):
        return chosen
    raise Refusal("no-session", field="session")
