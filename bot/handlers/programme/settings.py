"""The buttons of the settings."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.common.own_chat import told_where
from bot.handlers.registry import handles
from bot.programmes.typed_in import file_in, settings_in, topic_in
from bot.turn import Turn
from cards.kit.actions import CardAction
from cards.programme.buttons import (
    ExportSettings,
    ImportSettings,
    LookAtSettings,
    RemoveTopic,
    SaveSettings,
    SaveTopic,
    UndoSettings,
)
from mentoring.domain.errors import Refusal
from mentoring.domain.setting import SECTIONS
from mentoring.notices import Said
from mentoring.ports.moment import Moment, Unit, unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.postings import show_part
from mentoring.usecases.programme import settings
from mentoring.usecases.programme.boundary import Bearers, bearers
from mentoring.usecases.programme.settings import VERSION, settings_card


def _turn_to(uow: UnitOfWork, moment: Moment, action: CardAction, part: str, page: int = 0) -> None:
    show_part(uow, settings_card, moment.home.id, action.posting, part, page)


@handles(LookAtSettings, owners_only=True)
async def look(desk: Desk, turn: Turn, action: LookAtSettings) -> Unit[None]:
    """Another part."""
    return unit(_turn_to, action, action.part, action.page)


@handles(SaveSettings, owners_only=True, decides="form")
async def save(desk: Desk, turn: Turn, action: SaveSettings) -> Unit[None]:
    """What was filled in counts from now on."""
    if action.part not in SECTIONS:
        raise Refusal("stale")
    words, found = await desk.words(turn), await _for_boundaries(desk, action)

    def saved(uow: UnitOfWork, moment: Moment) -> None:
        values = settings_in(action.part, action.inputs, moment.programme, words)
        settings.change(uow, moment, turn.person_id, values, shown=action.shown, found=found)
        _turn_to(uow, moment, action, action.then)

    return saved


async def _for_boundaries(desk: Desk, action: SaveSettings) -> Bearers:
    """Whom the contact for crossed boundaries is, where this part may make them no stranger."""
    if action.part not in {"contacts", "sponsor"}:
        return ()
    typed = action.inputs.get("boundary.email")
    standing = (await desk.world.moment()).programme.boundary.email
    return await bearers(desk.world, standing if typed is None else str(typed))


@handles(SaveTopic, owners_only=True, decides="form")
async def save_topic(desk: Desk, turn: Turn, action: SaveTopic) -> Unit[None]:
    """The topic is like this from now on."""
    words = await desk.words(turn)

    def saved(uow: UnitOfWork, moment: Moment) -> None:
        topic = topic_in(action.part, action.inputs, moment.programme, words)
        settings.change_topic(uow, moment, turn.person_id, topic, shown=action.shown)
        _turn_to(uow, moment, action, "topics")

    return saved


@handles(RemoveTopic, owners_only=True, decides="everywhere")
async def remove_topic(desk: Desk, turn: Turn, action: RemoveTopic) -> Unit[None]:
    """The topic is offered no longer."""

    def removed(uow: UnitOfWork, moment: Moment) -> None:
        settings.remove_topic(uow, moment, turn.person_id, action.topic)
        _turn_to(uow, moment, action, "topics")

    return removed


@handles(UndoSettings, owners_only=True, decides="everywhere")
async def undo(desk: Desk, turn: Turn, action: UndoSettings) -> Unit[None]:
    """What the version has changed is as it was before."""
    email = await desk.world.read(settings.boundary_before, action.version)
    found = await bearers(desk.world, email)

    def undone(uow: UnitOfWork, moment: Moment) -> None:
        settings.undo(uow, moment, turn.person_id, action.version, found=found)
        _turn_to(uow, moment, action, "history")

    return undone


@handles(ImportSettings, owners_only=True, decides="form")
async def take_in(desk: Desk, turn: Turn, action: ImportSettings) -> Unit[None]:
    """The file counts from now on; the card shows what it has changed."""
    programme = file_in(str(action.inputs.get("file") or ""), await desk.words(turn))
    found = await bearers(desk.world, programme.boundary.email)

    def taken_in(uow: UnitOfWork, moment: Moment) -> None:
        owner, shown = turn.person_id, action.shown
        made = settings.replace_all(uow, moment, owner, programme, shown=shown, found=found)
        _turn_to(uow, moment, action, f"{VERSION}{made.number}" if made else "")

    return taken_in


@handles(ExportSettings, owners_only=True)
async def export(desk: Desk, turn: Turn, action: ExportSettings) -> Unit[Said | None]:
    """Offer them as a file in the owner's own chat."""
    if not desk.world.messenger.hands_over_files:
        raise Refusal("no-files-here")
    return told_where(turn, unit(settings.as_file, turn.person_id))
