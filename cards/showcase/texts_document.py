"""All texts as one document, to be approved: a page that every browser opens and prints, with
nothing from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from cards.kit.documents import Document, writes
from cards.kit.elements import Rendered, card, heading, para
from cards.kit.originals import Original, originals
from cards.kit.promises import promises
from cards.kit.render import renders
from cards.kit.words import Words, programme_words
from cards.showcase.naming import voice_title
from cards.showcase.occurring import ROOMS, cards_saying, room_of
from mentoring.domain.language import LANGUAGES
from mentoring.usecases.programme.texts import TEXT, Place, TextsDocumentNotice, current

STYLE = (
    "body{font:15px/1.5 'Segoe UI',system-ui,sans-serif;max-width:52rem;margin:2rem auto;"
    "padding:0 1rem;color:#222}h1{font-size:1.6rem}h2{margin-top:2.4rem}h3{margin:1.6rem 0 .3rem;"
    "font-size:1.05rem}table{border-collapse:collapse;width:100%}td{border-top:1px solid #ccc;"
    "padding:.35rem .5rem;vertical-align:top;white-space:pre-line}td:first-child{width:9rem;"
    "color:#555}del{color:#777}.w{color:#a33}"
)


@writes(TextsDocumentNotice)
def texts_document(notice: TextsDocumentNotice, words: Words) -> Document:
    """Every text in the programme's tone, by language and by card, with what is replaced."""
    title = words.text("texts-document-title", name=notice.programme.name)
    parts = [
        f"<h1>{escape(title)}</h1><p>{escape(words.text('texts-document-about'))}</p>",
        *(part for code in LANGUAGES for part in _language(notice, code, words)),
    ]
    page = (
        f'<!doctype html><html lang="{words.language}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f"<body>{''.join(parts)}</body></html>\n"
    )
    about = words.text("texts-document-what")
    return Document(f"{words.text('texts-document-file')}.html", about, page.encode())


@renders(TextsDocumentNotice)
def texts_as_card(_notice: TextsDocumentNotice, words: Words) -> Rendered:
    """Where a cloud takes no files, the texts are read on their own card."""
    title = words.text("texts-document-what")
    return card([heading(title), para(words.text("texts-document-as-cards"))], summary=title)


def _language(notice: TextsDocumentNotice, code: str, words: Words) -> Iterator[str]:
    spoken = programme_words(notice.programme, code)
    known, by_card = originals(spoken.voice), cards_saying(code)
    yield f"<h2>{escape(voice_title(spoken.voice, words))}</h2>"
    rooms = {key: room_of(by_card[key]) for key in known if key in by_card}
    for room in ROOMS:
        rows = [_row(notice, known[key], spoken, words) for key in known if rooms.get(key) == room]
        yield f"<h3>{escape(words.text(f'room-{room}'))}</h3><table>{''.join(rows)}</table>"
    rest = [_row(notice, each, spoken, words) for key, each in known.items() if key not in rooms]
    yield f"<h3>{escape(words.text('texts-document-rest'))}</h3><table>{''.join(rest)}</table>"


def _row(notice: TextsDocumentNotice, original: Original, spoken: Words, words: Words) -> str:
    place = Place(spoken.voice, f"{TEXT}{original.key}")
    now = current(notice.programme, place, original.cases)
    replaced = now != original.cases
    marks = [
        words.text("texts-mark-own") if replaced else "",
        words.text("texts-mark-promise") if original.key in promises() else "",
    ]
    warned = ' class="w"' if all(marks) else ""
    said = "<br>".join(escape(text) for text in dict.fromkeys(now.values()))
    before = "<br>".join(escape(text) for text in dict.fromkeys(original.cases.values()))
    was = f"<br><del>{before}</del>" if replaced else ""
    return (
        f"<tr{warned}><td>{escape(' · '.join(filter(None, marks)))}</td><td>{said}{was}</td></tr>"
    )
