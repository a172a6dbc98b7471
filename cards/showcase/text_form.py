"""One text: what it says, what it is to say, and what people would see of it."""

from __future__ import annotations

from collections.abc import Mapping

from microsoft_teams.cards.core import CardElement

from cards.kit.dates import day_of_a_year_and_time
from cards.kit.elements import (
    Button,
    Rendered,
    asking,
    button,
    card,
    heading,
    panel,
    para,
    small,
    subheading,
    wrong,
)
from cards.kit.inputs import line
from cards.kit.originals import Original, originals
from cards.kit.own_words import missing_in
from cards.kit.promises import promises
from cards.kit.words import Words
from cards.programme.pieces import corrected
from cards.showcase.buttons import LookAtTexts, ResetText, SaveText, TryText
from cards.showcase.naming import other_voices, voice_title
from cards.showcase.occurring import ROOMS, cards_saying, drawn, of_room
from cards.showcase.shown import to_look_at
from mentoring.domain.language import voices
from mentoring.domain.own_texts import LONGEST_TEXT, as_written
from mentoring.usecases.programme.texts import (
    SEEN,
    TEXT,
    Place,
    TextsNotice,
    current,
)

ONE_LINE = 60
CASE = "case_"


def inputs_of(original: Original) -> Mapping[str, str]:
    """The ids of the inputs, each with the case that it holds."""
    return {f"{CASE}{number}": case for number, case in enumerate(original.cases, 1)}


def form(notice: TextsNotice, words: Words) -> Rendered:
    """What the text says, and inputs for what it is to say."""
    place, original = notice.place, originals(notice.place.voice)[notice.place.key]
    title = words.text("texts-change")
    body: list[CardElement | None] = [
        heading(title),
        small(voice_title(place.voice, words)),
        subheading(words.text("texts-original")),
        panel([para(text) for text in dict.fromkeys(original.cases.values())]),
        _who(notice, words),
        wrong(words.text("texts-promise")) if place.key in promises() else None,
        small(_fillings(original, words)) if original.placeholders else None,
        *corrected(notice, _inputs(notice, original, words), words),
    ]
    return card(body, _form_buttons(notice, words), summary=title, live=True)


def _who(notice: TextsNotice, words: Words) -> CardElement | None:
    """Who has replaced it, or set it back, and when."""
    if notice.changed is None:
        return None
    replaced = notice.place.key in notice.programme.texts[notice.place.voice]
    by = notice.changed.by or words.text("setting-empty")
    key = "texts-replaced" if replaced else "texts-set-back"
    return small(words.text(key, by=by, day=day_of_a_year_and_time(notice.changed.at, words)))


def _fillings(original: Original, words: Words) -> str:
    named = words.listed([f"{{{name}}}" for name in original.placeholders])
    return words.text("texts-fillings", names=named)


def _inputs(notice: TextsNotice, original: Original, words: Words) -> list[CardElement]:
    now = notice.draft or current(notice.programme, notice.place, original.cases)
    raw = notice.raw if notice.problem else {}
    longest = min(original.longest, LONGEST_TEXT)
    return [
        line(
            key,
            _label(case, words),
            raw.get(key, now.get(case, original.cases[case])),
            longest=longest,
            several_lines=len(original.text) > ONE_LINE,
        )
        for key, case in inputs_of(original).items()
    ]


def _label(case: str, words: Words) -> str:
    if not case:
        return words.text("texts-yours")
    parts = [
        words.text(f"texts-case-{part}") if words.has(f"texts-case-{part}") else part
        for part in case.split("_")
    ]
    return words.text("texts-yours-case", case=", ".join(parts))


def _form_buttons(notice: TextsNotice, words: Words) -> list[Button]:
    place = notice.place
    try_out = TryText(voice=place.voice, key=place.key, part=place.part)
    buttons: list[Button] = [button(words.text("texts-try"), try_out, "positive")]
    if place.key in notice.programme.texts[place.voice]:
        sure = button(
            words.text("texts-reset"), ResetText(voice=place.voice, part=place.part), "destructive"
        )
        buttons.append(asking(words.text("texts-reset"), words.text("texts-reset-sure"), sure))
    look = LookAtTexts(voice=place.voice, part=place.came_from)
    return [*buttons, button(words.text("settings-back"), look), *other_voices(place, words)]


def preview(notice: TextsNotice, words: Words) -> Rendered:
    """The text as people would see it, before it counts."""
    place, original = notice.place, originals(notice.place.voice)[notice.place.key]
    said, title = notice.draft, words.text("texts-preview")
    missing = missing_in(original, said.values())
    named = words.listed([f"{{{name}}}" for name in missing])
    body: list[CardElement | None] = [
        heading(title),
        wrong(words.text("texts-missing", names=named)) if missing else None,
        wrong(words.text("texts-promise")) if place.key in promises() else None,
        *(para(text) for text in dict.fromkeys(said.values())),
    ]
    edit = LookAtTexts(voice=place.voice, part=f"{TEXT}{place.part.removeprefix(SEEN)}")
    save = SaveText(voice=place.voice, part=place.part)
    buttons = [
        button(words.text("texts-save"), save, "positive") if said else None,
        button(words.text("texts-edit"), edit),
    ]
    made = card(body, buttons, summary=title, live=True)
    made.content["body"] += _on_its_card(notice, original, words) if said else []
    return made


def _on_its_card(notice: TextsNotice, original: Original, words: Words) -> list[dict[str, object]]:
    """The first card with the text, or that from which the owner came, with the new wording."""
    language, formal = voices()[notice.place.voice]
    name = _card_of(notice.place) or cards_saying(language).get(original.key)
    if name is None:
        return []
    texts = notice.programme.texts
    in_voice = {**texts[notice.place.voice], original.key: as_written(notice.draft)}
    own = {**texts, notice.place.voice: in_voice}
    example = drawn(name, Words(language, formal=formal, own=own))
    title = subheading(words.text("texts-on-card"))
    return [title.model_dump(by_alias=True, exclude_none=True), to_look_at(example)]


def _card_of(place: Place) -> str | None:
    name = place.came_from.removeprefix("card:")
    is_card = place.came_from.startswith("card:") and any(name in of_room(room) for room in ROOMS)
    return name if is_card else None
