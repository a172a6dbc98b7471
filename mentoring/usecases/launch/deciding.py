"""What owners decide about a tandem that a launch could not set up: another attempt, to leave it
out, or that they have arranged by hand what failed.

Each decision is a row that stays, so that the receipt says by whom it was.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from mentoring.domain.errors import Refusal
from mentoring.domain.launch import Choice, Launch, LaunchDecision, LaunchState, decision_id
from mentoring.domain.tandem import LEFT_OUT, Tandem, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.effects import ask
from mentoring.usecases.common.own_tandem import Readers, leave_to_others, of_others
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.postings import post
from mentoring.usecases.launch.again import launch_again
from mentoring.usecases.launch.card import launch_card
from mentoring.usecases.launch.earlier_dates import left_to_them
from mentoring.usecases.launch.leaving import leave_for_others
from mentoring.usecases.launch.one_at_a_time import one_at_a_time
from mentoring.usecases.launch.opening import have_teams_opened
from mentoring.usecases.launch.seats import in_team, needs_place, seats_of, without_full_or_gone
from mentoring.usecases.launch.troubles import open_troubles, would_be_by_hand
from mentoring.usecases.programme.cycles import require_still_running


@dataclass(frozen=True)
class Problem:
    """What an owner has before them: a tandem of a launch, and how much was decided about it."""

    launch_id: str
    tandem_id: str
    decided: int


def decide(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    problem: Problem,
    choice: Choice,
    *,
    readers: Readers = frozenset(),
) -> None:
    """Decide about one tandem; the same decision pressed twice is one.

    Raises:
        Refusal: ``decide-own``, ``decide-elsewhere``; ``problem-decided`` if somebody has decided
            otherwise; ``problem-over`` if it is in no trouble any more; ``cycle-over``.
    """
    one_at_a_time(uow)
    launch = uow.launches.need(problem.launch_id)
    tandem = uow.tandems.need(problem.tandem_id)
    leave_to_others(owner, (tandem.mentor_id, tandem.mentee_id), readers=readers)
    before = uow.launch_decisions.get(decision_id(launch.id, tandem.id, problem.decided))
    if before and before.choice is choice:
        return
    if before:
        raise Refusal("problem-decided", name=name_of(uow, before.by))
    if tandem not in open_troubles(uow, launch) or problem.decided != _decided(uow, launch, tandem):
        raise Refusal("problem-over")
    _carry_out(uow, moment, owner, launch, [tandem], choice)


def retry_all(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    launch_id: str,
    *,
    readers: Readers = frozenset(),
) -> None:
    """Another attempt at every tandem in trouble that the card may show; where there is none any
    more, nothing happens.

    Raises:
        Refusal: ``cycle-over``.
    """
    one_at_a_time(uow)
    launch = uow.launches.need(launch_id)
    troubled = of_others(open_troubles(uow, launch), readers | {owner})
    if troubled:
        _carry_out(uow, moment, owner, launch, troubled, Choice.RETRY)


def show_in_own_chat(uow: UnitOfWork, _moment: Moment, owner: str, launch_id: str) -> None:
    """Put the launch before the owner in their own chat, where no other owner reads along.

    Raises:
        Refusal: ``no-own-chat`` if the bot has never heard them there.
    """
    person = uow.people.get(owner)
    if person is None or not person.conversation:
        raise Refusal("no-own-chat")
    launch = uow.launches.need(launch_id)
    post(uow, launch_card, launch.id, owner, key=f"{launch_card.name}:{launch.id}:{owner}:own")


def _decided(uow: UnitOfWork, launch: Launch, tandem: Tandem) -> int:
    """How much has been decided about the tandem in this launch."""
    return uow.launch_decisions.count(launch_id=launch.id, tandem_id=tandem.id)


def _carry_out(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    launch: Launch,
    troubled: Sequence[Tandem],
    choice: Choice,
) -> None:
    require_still_running(uow, moment)
    decision = partial(_decide, uow, moment, owner, launch, choice)
    if choice is Choice.LEAVE_OUT:
        decision(troubled)
        left = without_full_or_gone(troubled)
        leave_for_others(uow, troubled, {each.id: each.team_id for each in left})
        uow.tandems.put_all(replace(tandem, trouble=LEFT_OUT) for tandem in left)
    else:
        _try_again(uow, moment, launch, [_by_hand(each, choice) for each in troubled], decision)
    if launch.state is LaunchState.DONE:
        uow.launches.put(replace(launch, state=LaunchState.MENDING))


def _decide(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    launch: Launch,
    choice: Choice,
    troubled: Iterable[Tandem],
) -> str:
    """Write down what was decided; the batch in which it is carried out."""
    batch = f"{launch.id}:{secrets.token_hex(4)}"
    for tandem in troubled:
        key = decision_id(launch.id, tandem.id, _decided(uow, launch, tandem))
        facts = launch.id, tandem.id, choice, tandem.trouble, batch, owner, moment.now
        uow.launch_decisions.put(LaunchDecision(key, *facts))
    return batch


def _try_again(
    uow: UnitOfWork,
    moment: Moment,
    launch: Launch,
    troubled: Sequence[Tandem],
    decision: Callable[[Iterable[Tandem]], str],
) -> None:
    """Those who have a place begin at once, the others as soon as a team was opened for them."""
    seats = seats_of(uow, moment, troubled)
    leave_for_others(uow, troubled, seats)
    seated = [in_team(tandem, seats[tandem.id]) for tandem in troubled]
    waiting = [tandem for tandem in seated if needs_place(tandem)]
    placed = [tandem for tandem in seated if not needs_place(tandem)]
    if placed:
        ask(uow, launch_again, decision(placed))
    if waiting:
        decision(waiting)
    uow.tandems.put_all(_fresh(uow, tandem) for tandem in seated)
    have_teams_opened(uow, moment, launch.id)


def _by_hand(tandem: Tandem, choice: Choice) -> Tandem:
    """The tandem, with what owners have arranged themselves."""
    if choice is not Choice.BY_HAND:
        return tandem
    return replace(tandem, by_hand=would_be_by_hand(tandem))


def _fresh(uow: UnitOfWork, tandem: Tandem) -> Tandem:
    """The tandem as it begins once more."""
    return left_to_them(uow, replace(tandem, state=TandemState.LAUNCHING, trouble=""))
