"""*My data* as a file: a page that every browser opens and prints, without anything from elsewhere.

What people have typed stands in it as text, never as markup.
"""

from __future__ import annotations

from html import escape

from cards.kit.documents import Document, writes
from cards.kit.words import Words
from cards.privacy.telling import Told, about, intro, others, told
from mentoring.usecases.privacy.my_data import MyDataNotice

STYLE = (
    "body{font:16px/1.5 'Segoe UI',system-ui,sans-serif;max-width:46rem;margin:2rem auto;"
    "padding:0 1rem;color:#222}h1{font-size:1.6rem}h2{font-size:1.05rem;margin:1.6rem 0 .3rem}"
    "ul{margin:.2rem 0 .2rem 1.2rem;padding:0}small{color:#555}"
)


@writes(MyDataNotice)
def my_data(notice: MyDataNotice, words: Words) -> Document:
    """All of it."""
    title = words.text("my-data-title")
    parts = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(intro(notice, words))}</p>",
        *(_purpose(each) for each in told(notice, words)),
        f"<h2>{escape(words.text('my-data-others'))}</h2>",
        f"<p>{escape(words.text('my-data-others-why'))}</p>",
        _list([f"{each.purpose} {each.meta}" for each in others(notice, words)]),
        f"<p>{escape(words.text('my-data-ended'))}</p>",
        f"<p>{escape(words.text('my-data-outside'))}</p>",
    ]
    return Document(
        f"{words.text('my-data-file-name')}.html",
        about(notice, words),
        _page(title, parts, words).encode(),
    )


def _purpose(each: Told) -> str:
    lines = _list(each.lines)
    return f"<h2>{escape(each.purpose)}</h2>{lines}<small>{escape(each.meta)}</small>"


def _list(lines: list[str] | tuple[str, ...]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"


def _page(title: str, parts: list[str], words: Words) -> str:
    return (
        f'<!doctype html><html lang="{words.language}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f"<body>{''.join(parts)}</body></html>\n"
    )
