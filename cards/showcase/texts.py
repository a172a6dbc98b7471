"""The owners' card of the texts: found by words, by card, or among those that are replaced."""

from __future__ import annotations

from collections.abc import Sequence

from microsoft_teams.cards.core import CardElement
from rapidfuzz import fuzz, process, utils

from cards.kit.elements import (
    Button,
    Rendered,
    button,
    card,
    heading,
    para,
    row,
    small,
)
from cards.kit.inputs import line
from cards.kit.originals import Original, original_of, originals
from cards.kit.promises import promises
from cards.kit.render import renders
from cards.kit.words import Words, programme_words
from cards.programme.pieces import corrected
from cards.showcase.buttons import ExportTexts, FindTexts, LookAtTexts
from cards.showcase.naming import other_voices, voice_title
from cards.showcase.occurring import ROOMS, cards_saying, drawn, of_room, room_of, said_on
from cards.showcase.shown import to_look_at
from cards.showcase.text_form import form, preview
from mentoring.domain.language import voices
from mentoring.usecases.programme.texts import (
    CARDS_OF_ALL,
    FROM,
    TEXT,
    Place,
    TextsNotice,
    current,
)

ON_A_PAGE = 8
LIKE_ENOUGH = 70
LONGEST_SHOWN = 140
FIND, ROOM, CARD = "find:", "room:", "card:"
OWN, ALL = "own", "all"


@renders(TextsNotice)
def texts(notice: TextsNotice, words: Words) -> Rendered:
    """The part that is looked at, or the beginning."""
    place = notice.place
    if original_of(place.voice, place.key):
        return (form if place.part.startswith(TEXT) else preview)(notice, words)
    kind, _, what = place.part.partition(":")
    if place.part == CARDS_OF_ALL:
        return _rooms(notice, words)
    if kind == "room" and what in ROOMS:
        return _cards_of(notice, what, words)
    found = _found(notice, kind, what)
    return _beginning(notice, words) if found is None else _list(notice, found, words)


def _found(notice: TextsNotice, kind: str, what: str) -> Sequence[str] | None:
    """The keys of the texts that a part lists; None if it lists none."""
    voice = notice.place.voice
    language, _ = voices()[voice]
    if kind == "find":
        return found_by(what, notice)
    if kind == "card" and any(what in of_room(room) for room in ROOMS):
        return [key for key in said_on(what, language) if key in originals(voice)]
    if notice.place.part == OWN:
        return sorted(notice.programme.texts[voice])
    return list(originals(voice)) if notice.place.part == ALL else None


def found_by(query: str, notice: TextsNotice) -> list[str]:
    """The texts in which the words stand, then those that are like them; at most as many as
    anybody reads.
    """
    said = {key: wording(notice, each) for key, each in originals(notice.place.voice).items()}
    asked = query.casefold()
    language, _ = voices()[notice.place.voice]
    found = [key for key, text in said.items() if asked in text.casefold()]
    exact = sorted(found, key=lambda key: key not in cards_saying(language))
    like = process.extract(
        query,
        {key: text for key, text in said.items() if key not in exact},
        scorer=fuzz.token_set_ratio,
        processor=utils.default_process,
        limit=2 * ON_A_PAGE,
        score_cutoff=LIKE_ENOUGH,
    )
    return [*exact, *(str(key) for _, _, key in like)]


def wording(notice: TextsNotice, original: Original) -> str:
    """What the text says now, in all its cases."""
    now = current(
        notice.programme, Place(notice.place.voice, f"{TEXT}{original.key}"), original.cases
    )
    return " / ".join(dict.fromkeys(now.values()))


def _beginning(notice: TextsNotice, words: Words) -> Rendered:
    voice, title = notice.place.voice, words.text("texts-title")
    replaced = len(notice.programme.texts[voice])
    query = line("query", words.text("texts-query"), "", longest=100)
    own = row(
        words.text("texts-own"),
        small(words.text("texts-own-many", texts=replaced)),
        words.text("texts-own"),
        LookAtTexts(voice=voice, part=OWN),
        "›",
    )
    by_card = row(
        words.text("texts-by-card"),
        small(words.text("texts-by-card-about")),
        words.text("texts-by-card"),
        LookAtTexts(voice=voice, part=CARDS_OF_ALL),
        "›",
    )
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("texts-intro")),
        small(words.text("texts-voice", voice=voice_title(voice, words))),
        *corrected(notice, [query], words),
        by_card,
        own,
    ]
    find = button(words.text("texts-find"), FindTexts(voice=voice), "positive")
    export = button(words.text("texts-export"), ExportTexts(voice=voice))
    others = other_voices(notice.place, words)
    return card(body, [find, export, *others], summary=title, live=True)


def _rooms(notice: TextsNotice, words: Words) -> Rendered:
    title, voice = words.text("texts-by-card"), notice.place.voice
    rows = [
        row(
            words.text(f"room-{room}"),
            small(words.text("texts-cards", cards=len(of_room(room)))),
            words.text(f"room-{room}"),
            LookAtTexts(voice=voice, part=f"{ROOM}{room}"),
            "›",
        )
        for room in ROOMS
        if of_room(room)
    ]
    everything = button(words.text("texts-all"), LookAtTexts(voice=voice, part=ALL))
    buttons = [everything, back(voice, "", words)]
    return card([heading(title), *rows], buttons, summary=title, live=True)


def _cards_of(notice: TextsNotice, room: str, words: Words) -> Rendered:
    """The cards of a room, by their titles in the voice that is looked at."""
    title, voice = words.text(f"room-{room}"), notice.place.voice
    language, _ = voices()[voice]
    spoken = programme_words(notice.programme, language)
    names = of_room(room)
    shown = names[notice.page * ON_A_PAGE : (notice.page + 1) * ON_A_PAGE]
    rows = [
        card_row(name, spoken, LookAtTexts(voice=voice, part=f"{CARD}{name}")) for name in shown
    ]
    turning = _turning(notice, len(names), words)
    buttons = [*turning, back(voice, CARDS_OF_ALL, words)]
    return card([heading(title), *rows], buttons, summary=title, live=True)


def card_row(name: str, spoken: Words, action: LookAtTexts) -> CardElement:
    """A card to choose: its title, and what it says below."""
    title, below = title_of(name, spoken)
    return row(title, small(below), title, action, "›")


def title_of(name: str, spoken: Words) -> tuple[str, str]:
    """What an example's card says first, and next."""
    made = drawn(name, spoken)
    said = [
        str(each["text"])
        for each in made.content.get("body", [])
        if each.get("type") == "TextBlock" and each["text"] != made.summary
    ]
    return short(made.summary), short(next(iter(said), ""))


def _list(notice: TextsNotice, keys: Sequence[str], words: Words) -> Rendered:
    """Texts to choose from."""
    place, title = notice.place, _list_title(notice, words)
    page = keys[notice.page * ON_A_PAGE : (notice.page + 1) * ON_A_PAGE]
    rows = [_row(notice, key, words) for key in page]
    none = None if rows else para(words.text("texts-none"))
    room = ROOM_OF_CARD.get(place.part.partition(":")[0], "")
    others = other_voices(place, words) if room else []
    buttons = [*_turning(notice, len(keys), words), *others, back(place.voice, room, words)]
    body = [heading(title), small(voice_title(place.voice, words)), *rows, none]
    summary = f"{words.text('texts-title')}: {title}"
    made = card(body, buttons, summary=summary, live=True)
    if place.part.startswith(CARD) and not notice.page:
        made.content["body"][2:2] = [_whole(notice, place.part.removeprefix(CARD))]
    return made


def _whole(notice: TextsNotice, name: str) -> dict[str, object]:
    """The card as its reader sees it, above what stands on it."""
    language, formal = voices()[notice.place.voice]
    spoken = Words(language, formal=formal, own=notice.programme.texts)
    return to_look_at(drawn(name, spoken))


ROOM_OF_CARD = {"card": CARDS_OF_ALL, ALL: CARDS_OF_ALL}


def _list_title(notice: TextsNotice, words: Words) -> str:
    kind, _, what = notice.place.part.partition(":")
    if kind == "find":
        return words.text("texts-found", query=what)
    if kind == "card":
        language, _ = voices()[notice.place.voice]
        return title_of(what, programme_words(notice.programme, language))[0]
    return words.text("texts-own" if notice.place.part == OWN else "texts-all")


def _row(notice: TextsNotice, key: str, words: Words) -> CardElement:
    place = notice.place
    original = original_of(place.voice, key)
    look = LookAtTexts(voice=place.voice, part=f"{TEXT}{key}{FROM}{place.part}")
    said = short(wording(notice, original)) if original else key
    below = " · ".join(filter(None, [_stands(notice, key, words), _mark(notice, key, words)]))
    return row(said, small(below), words.text("texts-open", text=said), look)


def _stands(notice: TextsNotice, key: str, words: Words) -> str:
    """Where the text stands."""
    language, _ = voices()[notice.place.voice]
    name = cards_saying(language).get(key)
    return words.text(f"room-{room_of(name)}" if name else "texts-document-rest")


def _mark(notice: TextsNotice, key: str, words: Words) -> str:
    """What is to be known of a text in a list."""
    replaced, promise = key in notice.programme.texts[notice.place.voice], key in promises()
    if not (replaced or promise):
        return ""
    ends = [end for end, holds in (("own", replaced), ("promise", promise)) if holds]
    return words.text(f"texts-mark-{'-'.join(ends)}")


def _turning(notice: TextsNotice, total: int, words: Words) -> list[Button]:
    place, page = notice.place, notice.page
    buttons: list[Button] = []
    if (page + 1) * ON_A_PAGE < total:
        further = LookAtTexts(voice=place.voice, part=place.part, page=page + 1)
        buttons.append(button(words.text("texts-further"), further))
    if page:
        nearer = LookAtTexts(voice=place.voice, part=place.part, page=page - 1)
        buttons.append(button(words.text("texts-nearer"), nearer))
    return buttons


def back(voice: str, part: str, words: Words) -> Button:
    """The way back."""
    return button(words.text("settings-back"), LookAtTexts(voice=voice, part=part))


def short(text: str) -> str:
    """A text in one line of a list."""
    line_of = " ".join(text.split())
    return f"{line_of[:LONGEST_SHOWN]}…" if len(line_of) > LONGEST_SHOWN else line_of
