"""The buttons of the texts."""

from __future__ import annotations

from collections.abc import Mapping

from bot.desk import Desk
from bot.handlers.common.own_chat import told_where
from bot.handlers.registry import handles
from bot.programmes.examples import examples_are_drawn
from bot.turn import Turn
from cards.kit.originals import Original, original_of
from cards.kit.own_words import amiss, unknown_in
from cards.kit.words import Words
from cards.programme.buttons import OpenTexts
from cards.showcase.buttons import (
    ExportTexts,
    FindTexts,
    LookAtTexts,
    ResetText,
    SaveText,
    TryText,
)
from cards.showcase.text_form import inputs_of
from cards.showcase.texts import ALL, FIND
from mentoring.domain.errors import Refusal
from mentoring.domain.language import voices
from mentoring.notices import Said
from mentoring.ports.moment import Moment, Unit, unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.programme import texts
from mentoring.usecases.programme.texts import Place

LONGEST_QUERY = 100


@handles(OpenTexts, owners_only=True)
async def open_texts(desk: Desk, turn: Turn, action: OpenTexts) -> Unit[None]:
    """Put the texts beside the settings."""
    await examples_are_drawn()
    return unit(texts.show, turn.person_id, turn.chat)


@handles(LookAtTexts, owners_only=True)
async def look(desk: Desk, turn: Turn, action: LookAtTexts) -> Unit[None]:
    """Another part, or another voice."""
    await examples_are_drawn()
    place = Place(_voice(action.voice), action.part)
    return unit(texts.turn_to, action.posting, place, action.page)


@handles(FindTexts, owners_only=True)
async def find(desk: Desk, turn: Turn, action: FindTexts) -> Unit[None]:
    """The texts in which somebody's words stand; all of them if there are none."""
    query = " ".join(str(action.inputs.get("query") or "").split())[:LONGEST_QUERY]
    await examples_are_drawn()
    part = f"{FIND}{query}" if query else ALL
    return unit(texts.turn_to, action.posting, Place(_voice(action.voice), part))


@handles(TryText, owners_only=True)
async def try_out(desk: Desk, turn: Turn, action: TryText) -> Unit[None]:
    """What stands in the inputs, as people would see it."""
    place = Place(_voice(action.voice), action.part)
    original = original_of(place.voice, action.key)
    if original is None or place.key != action.key:
        raise Refusal("stale")
    said = said_in(original, action.inputs, await desk.words(turn))
    await examples_are_drawn()
    return unit(texts.try_out, action.posting, place, said)


def said_in(original: Original, inputs: Mapping[str, object], words: Words) -> Mapping[str, str]:
    """The wordings that the inputs hold, by case.

    Raises:
        Refusal: ``text-empty``, ``text-long``, ``text-braces`` or ``text-placeholder``, at the
            input concerned; the last names what may stand in braces.
    """
    fields = inputs_of(original)
    said = {case: str(inputs.get(name) or "").strip() for name, case in fields.items()}
    for name, case in fields.items():
        code = amiss(original, said).get(case)
        if code:
            raise Refusal(f"text-{code}", field=name, **_facts(original, said[case], words))
    return said


def _facts(original: Original, text: str, words: Words) -> dict[str, str]:
    """What is told of a wording that cannot stand for the original."""
    known = words.listed([f"{{{name}}}" for name in original.placeholders])
    unknown = words.listed([f"{{{name}}}" for name in unknown_in(original, [text])])
    return {"known": known or "none", "unknown": unknown, "longest": str(original.longest)}


@handles(SaveText, owners_only=True, decides="everywhere")
async def save(desk: Desk, turn: Turn, action: SaveText) -> Unit[None]:
    """What was shown counts from now on."""
    place = _text_at(action.voice, action.part)

    def saved(uow: UnitOfWork, moment: Moment) -> None:
        texts.let_count(uow, moment, turn.person_id, action.posting, place)

    return saved


@handles(ResetText, owners_only=True, decides="everywhere")
async def reset(desk: Desk, turn: Turn, action: ResetText) -> Unit[None]:
    """The product's text counts again."""
    place = _text_at(action.voice, action.part)

    def set_back(uow: UnitOfWork, moment: Moment) -> None:
        texts.set_back(uow, moment, turn.person_id, action.posting, place)

    return set_back


@handles(ExportTexts, owners_only=True)
async def export(desk: Desk, turn: Turn, action: ExportTexts) -> Unit[Said | None]:
    """Offer them as a document in the owner's own chat; where no files can be sent, list them."""
    await examples_are_drawn()
    if not desk.world.messenger.hands_over_files:
        return unit(texts.turn_to, action.posting, Place(_voice(action.voice), ALL))
    return told_where(turn, unit(texts.as_file, turn.person_id))


def _voice(name: str) -> str:
    if name not in voices():
        raise Refusal("stale")
    return name


def _text_at(voice: str, part: str) -> Place:
    place = Place(_voice(voice), part)
    if not original_of(place.voice, place.key):
        raise Refusal("stale")
    return place
