"""The owners' buttons under the proposals."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.desk import Desk
from bot.handlers.common.own_chat import told_where
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.kit.actions import CardAction
from cards.matching.buttons import (
    Approve,
    DropDecision,
    KeepDecision,
    Look,
    MatchAnew,
    ShowInOwnChat,
    TryApart,
    TryByHand,
    TryLevel,
    TryOwnLevel,
    TryPair,
    TrySettings,
    TryTogether,
    UndoDecision,
)
from cards.matching.forms import PARAMETERS, TARGETS, WEIGHTS
from mentoring.domain.errors import Refusal
from mentoring.domain.matching.rulebook import SWITCHES
from mentoring.domain.matching.settings import SettingsWish
from mentoring.notices import Said
from mentoring.ports.moment import Moment, Unit, unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.own_tandem import Readers, readers_of
from mentoring.usecases.common.postings import show_part
from mentoring.usecases.matching import decisions, levels
from mentoring.usecases.matching import runs as matching
from mentoring.usecases.matching.notice import proposals_card


@handles(Approve, owners_only=True, decides="everywhere")
async def approve(desk: Desk, turn: Turn, action: Approve) -> Unit[object]:
    """Approve one proposal, or all that the card shows."""

    def approved(uow: UnitOfWork, moment: Moment) -> None:
        readers = _readers(uow, moment, action)
        owner, chosen = turn.person_id, (action.run, action.proposal)
        matching.approve(uow, moment, owner, *chosen, readers=readers)

    return approved


def _readers(uow: UnitOfWork, moment: Moment, action: CardAction) -> Readers:
    """Who reads the card that was pressed."""
    return readers_of(uow, moment, uow.postings.need(action.posting))


@handles(ShowInOwnChat, owners_only=True)
async def show_in_own_chat(desk: Desk, turn: Turn, action: ShowInOwnChat) -> Unit[Said | None]:
    """The same proposals where no other owner reads along."""
    return told_where(turn, unit(matching.show_in_own_chat, turn.person_id, action.run))


@handles(Look, owners_only=True)
async def look(desk: Desk, turn: Turn, action: Look) -> Unit[None]:
    """Another part of the run, from which something may be tried out next."""
    desk.world.matcher.warm()
    return lambda uow, _: _turn_to(uow, action, action.view, action.page)


def _turn_to(
    uow: UnitOfWork, action: Look | KeepDecision | DropDecision, view: str = "", page: int = 0
) -> None:
    show_part(uow, proposals_card, action.run, action.posting, view, page)


@handles(TryPair, owners_only=True, outside=True)
async def try_pair(desk: Desk, turn: Turn, action: TryPair) -> None:
    """Try what locking or forbidding a pair would cost."""
    owner, pair = turn.person_id, (action.mentee, action.mentor)
    readers = await desk.world.read(_readers, action)
    await decisions.try_pair(desk.world, owner, action.run, action.kind, *pair, readers=readers)


@handles(TryByHand, owners_only=True, outside=True)
async def try_by_hand(desk: Desk, turn: Turn, action: TryByHand) -> None:
    """Try what pairing two people by hand would cost."""
    said = {key: str(action.inputs.get(key) or "") for key in ("mentee", "mentor", "reason")}
    readers = await desk.world.read(_readers, action)
    await decisions.try_by_hand(desk.world, turn.person_id, action.run, **said, readers=readers)


@handles(TrySettings, owners_only=True, outside=True)
async def try_settings(desk: Desk, turn: Turn, action: TrySettings) -> None:
    """Try what other settings would change; a form need not contain them all."""
    await decisions.try_settings(desk.world, action.run, wanted_settings(action.inputs))


def wanted_settings(inputs: Mapping[str, object]) -> SettingsWish:
    """The settings that a form, or the part of it that was filled in, would change.

    Raises:
        Refusal: ``settings-wrong``, naming the field that holds no number.
    """
    lowest = _number(inputs, "lowest_score") if "lowest_score" in inputs else None
    weights = {name: _number(inputs, name) for name in WEIGHTS if name in inputs}
    parameters = {name: _number(inputs, name) for name in PARAMETERS if name in inputs}
    if "topic_1" not in inputs:
        return SettingsWish(weights=weights, parameters=parameters, lowest_score=lowest)
    ranks = tuple(_number(inputs, f"topic_{rank}") for rank in (1, 2, 3))
    chosen = str(inputs.get("rules") or "").split(",")
    return SettingsWish(
        weights={**weights, "topic_ranks": ranks},
        parameters=parameters,
        rules={name: name in chosen for name in SWITCHES},
        trios=inputs.get("trios") == "true",
        lowest_score=lowest,
    )


def _number(inputs: Mapping[str, object], name: str) -> int:
    try:
        return int(float(str(inputs.get(name))))
    except (ValueError, OverflowError) as error:
        raise Refusal("settings-wrong", field=name) from error


@handles(TryApart, owners_only=True, outside=True)
async def try_apart(desk: Desk, turn: Turn, action: TryApart) -> None:
    """Try what keeping people apart would change."""
    people, name = (str(action.inputs.get(key) or "") for key in ("people", "name"))
    readers = await desk.world.read(_readers, action)
    same_targets = action.inputs.get("why") == TARGETS
    said = action.run, name, people
    await decisions.try_apart(
        desk.world, turn.person_id, *said, same_targets=same_targets, readers=readers
    )


@handles(TryLevel, owners_only=True, outside=True)
async def try_level(desk: Desk, turn: Turn, action: TryLevel) -> None:
    """Try what another level of somebody would change."""
    level = level_said(str(action.inputs.get("stands_on") or ""))
    await _try_level(desk, turn, action, str(action.inputs.get("person") or ""), level)


def level_said(text: str) -> int:
    """The level that somebody has written, of at most two digits; 0, which is none, for anything
    else. A number input may send a whole number with a zero behind the point.
    """
    found = re.fullmatch(r"([0-9]{1,2})(\.0)?", text.strip())
    return int(found[1]) if found else 0


@handles(TryOwnLevel, owners_only=True, outside=True)
async def try_own_level(desk: Desk, turn: Turn, action: TryOwnLevel) -> None:
    """Try what the level of the directory would change."""
    await _try_level(desk, turn, action, action.person, None)


async def _try_level(
    desk: Desk, turn: Turn, action: TryLevel | TryOwnLevel, person: str, level: int | None
) -> None:
    readers = await desk.world.read(_readers, action)
    owner, about = turn.person_id, (person, level)
    await levels.try_level(desk.world, owner, action.run, *about, readers=readers)


@handles(TryTogether, owners_only=True, outside=True)
async def try_together(desk: Desk, turn: Turn, action: TryTogether) -> None:
    """Try what no longer keeping them apart would change."""
    readers = await desk.world.read(_readers, action)
    await decisions.try_together(
        desk.world, turn.person_id, action.run, action.table, action.people, readers=readers
    )


@handles(KeepDecision, owners_only=True, decides="everywhere")
async def keep(desk: Desk, turn: Turn, action: KeepDecision) -> Unit[None]:
    """Make the decision that was tried out."""

    def keep_and_turn_back(uow: UnitOfWork, moment: Moment) -> None:
        decisions.keep(uow, moment, turn.person_id, action.run, action.token)
        _turn_to(uow, action)

    return keep_and_turn_back


@handles(DropDecision, owners_only=True, decides="everywhere")
async def drop(desk: Desk, turn: Turn, action: DropDecision) -> Unit[None]:
    """Drop the decision that was tried out."""

    def drop_and_turn_back(uow: UnitOfWork, moment: Moment) -> None:
        decisions.drop(uow, moment, turn.person_id, action.run)
        _turn_to(uow, action)

    return drop_and_turn_back


@handles(UndoDecision, owners_only=True, decides="everywhere")
async def undo(desk: Desk, turn: Turn, action: UndoDecision) -> Unit[object]:
    """Take the last decision back."""
    return unit(decisions.undo, turn.person_id, action.run, action.decision)


@handles(MatchAnew, owners_only=True, decides="everywhere")
async def anew(desk: Desk, turn: Turn, action: MatchAnew) -> Unit[object]:
    """Compute new proposals where the old ones stood."""
    return unit(matching.anew, action.run)
