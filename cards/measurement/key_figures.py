"""The house's own figures, for owners: all of them, and each as a form."""

from __future__ import annotations

from typing import Annotated

from microsoft_teams.cards.core import CardElement
from pydantic import Field

from cards.kit.actions import CardAction
from cards.kit.dates import day_of_a_year_and_time
from cards.kit.elements import (
    Button,
    Rendered,
    asking,
    button,
    card,
    heading,
    para,
    quote,
    row,
    small,
    typed,
)
from cards.kit.inputs import day_input, line
from cards.kit.render import renders
from cards.kit.words import Words, topic_name
from cards.measurement.figures_in_words import at_a_glance, bare, changes
from cards.programme.pieces import corrected
from mentoring.domain.cycle import Source
from mentoring.domain.measurement.key_figures import (
    LONGEST_NAME,
    LONGEST_SOURCE,
    LONGEST_UNIT,
    MOST,
    KeyFigure,
    Reading,
)
from mentoring.usecases.measurement.key_figures import (
    FIGURE,
    RESULTS,
    VERSION,
    VERSIONS_SHOWN,
    FiguresSet,
    KeyFiguresNotice,
    ResultSeen,
)

LONGEST_NUMBER = 40
PART = r"^(history|results|figure:[0-9-]{0,20}|version:\d{1,6})?$"
Part = Annotated[str, Field(pattern=PART)]
"""A part of the card; empty for all of them."""


class LookAtFigures(CardAction, verb="figures.look"):
    """Another part; it changes nothing."""

    part: Part = ""
    page: Annotated[int, Field(ge=0, le=10_000)] = 0


class SaveFigure(CardAction, verb="figures.save"):
    """Let the figure be as it stands in the inputs; ``part`` names it, or is a new one's, ``shown``
    is the version that the card shows.
    """

    sends_inputs = True
    part: Part
    shown: Annotated[int, Field(ge=0, le=10_000_000)] = 0


class RemoveFigure(CardAction, verb="figures.remove"):
    """Name the figure no longer."""

    figure: Annotated[str, Field(pattern=r"^[0-9-]{1,20}$")]


class UndoFigures(CardAction, verb="figures.undo"):
    """Take back what this version has changed."""

    version: Annotated[int, Field(ge=1, le=10_000_000)]


class TakeFiguresOver(CardAction, verb="figures.take_over"):
    """Name those of the cycle before."""


@renders(KeyFiguresNotice)
def key_figures(notice: KeyFiguresNotice, words: Words) -> Rendered:
    """The part that is looked at, or all figures."""
    if notice.part.startswith(FIGURE):
        return _form(notice, words)
    if notice.part.startswith(VERSION):
        return _version(notice, words)
    own = {"history": _history, RESULTS: _results}
    return own.get(notice.part, _all)(notice, words)


def _all(notice: KeyFiguresNotice, words: Words) -> Rendered:
    title = words.text("figures-title", programme=notice.programme)
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("figures-intro", most=MOST)),
        *(_row(each, words) for each in notice.figures),
        None if notice.figures else para(words.text("figures-none")),
        small(words.text("figures-no-cause")) if notice.figures else None,
        _before(notice, words),
    ]
    return card(body, _all_buttons(notice, words), summary=title, live=True)


def _row(figure: KeyFigure, words: Words) -> CardElement:
    opens = words.text("settings-open", part=figure.name)
    look = LookAtFigures(part=f"{FIGURE}{figure.id}")
    return row(figure.name, typed(at_a_glance(figure, words)), opens, look)


def _before(notice: KeyFiguresNotice, words: Words) -> CardElement | None:
    names = words.listed([each.name for each in notice.before])
    return small(words.text("figures-before", figures=names)) if names else None


def _all_buttons(notice: KeyFiguresNotice, words: Words) -> list[Button]:
    buttons: list[Button] = []
    if len(notice.figures) < MOST:
        new = LookAtFigures(part=FIGURE)
        buttons.append(button(words.text("figures-new"), new, "positive"))
    if notice.before:
        buttons.append(button(words.text("figures-take-over"), TakeFiguresOver()))
    if notice.many_results:
        told = words.text("figures-results", results=notice.many_results)
        buttons.append(button(told, LookAtFigures(part=RESULTS)))
    if notice.number:
        history = LookAtFigures(part="history")
        buttons.append(button(words.text("settings-part-history"), history))
    return buttons


def _back(words: Words, part: str = "") -> Button:
    return button(words.text("settings-back"), LookAtFigures(part=part))


def _form(notice: KeyFiguresNotice, words: Words) -> Rendered:
    key = notice.part.removeprefix(FIGURE)
    known = next((each for each in notice.figures if each.id == key), None)
    title = words.text("figures-title", programme=notice.programme)
    body: list[CardElement | None] = [
        heading(known.name if known else words.text("figures-new")),
        para(words.text("figures-about-form")),
        *corrected(notice, _inputs(notice, known or KeyFigure("", ""), words), words),
    ]
    sent = SaveFigure(part=notice.part if known else FIGURE, shown=notice.number)
    save = button(words.text("settings-save"), sent, "positive")
    remove = _remove(known, words) if known else None
    return card(body, [save, remove, _back(words)], summary=title, live=True)


def _inputs(notice: KeyFiguresNotice, known: KeyFigure, words: Words) -> list[CardElement]:
    texts = (("name", LONGEST_NAME), ("unit", LONGEST_UNIT), ("source", LONGEST_SOURCE))
    return [
        *(_line(notice, name, getattr(known, name), most, words) for name, most in texts),
        *_reading(notice, "start", known.start, words),
        *_reading(notice, "end", known.end, words),
    ]


def _reading(
    notice: KeyFiguresNotice, when: str, known: Reading | None, words: Words
) -> list[CardElement]:
    """A value as it is written in the reader's language, and its day."""
    value = bare(known.value, words) if known else ""
    on = day_input(f"{when}_on", words.text(f"figure-{when}-on"), value=known.on if known else None)
    if notice.problem:
        on.value = str(notice.raw.get(f"{when}_on") or "") or None
    return [_line(notice, f"{when}_value", value, LONGEST_NUMBER, words), on]


def _line(
    notice: KeyFiguresNotice, name: str, value: str, longest: int, words: Words
) -> CardElement:
    said = notice.raw.get(name, value) if notice.problem else value
    label = words.text(f"figure-{name.replace('_', '-')}")
    return line(name, label, said, longest=longest)


def _remove(figure: KeyFigure, words: Words) -> Button:
    sent = RemoveFigure(figure=figure.id)
    sure = button(words.text("settings-remove-yes"), sent, "destructive")
    return asking(words.text("figures-remove"), words.text("figures-remove-sure"), sure)


def _history(notice: KeyFiguresNotice, words: Words) -> Rendered:
    title = words.text("settings-part-history")
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("settings-about-history")),
        *(_version_row(each, words) for each in notice.versions),
    ]
    return card(body, _turning(notice, notice.number, words), summary=title, live=True)


def _results(notice: KeyFiguresNotice, words: Words) -> Rendered:
    """What tandems have brought, without names."""
    title = words.text("results-title")
    body = [
        heading(title),
        para(words.text("results-intro")),
        *(part for each in notice.results for part in _result(each, words)),
        small(words.text("figures-no-cause-results")),
    ]
    return card(body, _turning(notice, notice.many_results, words), summary=title, live=True)


def _result(result: ResultSeen, words: Words) -> list[CardElement]:
    topic = topic_name(result.topic, words) if result.topic else ""
    told = {"topic": topic, "figure": result.figure}
    lines = [
        small(words.text(f"result-{what}", **{what: said})) for what, said in told.items() if said
    ]
    return [quote(result.text), *lines]


def _version_row(each: FiguresSet, words: Words) -> CardElement:
    title, look = _named(each, words), LookAtFigures(part=f"{VERSION}{each.number}")
    names = [(found.after or found.before) for found in each.changed]
    said = words.listed([figure.name for figure in names if figure])
    return row(title, typed(said), title, look, "›")


def _named(each: FiguresSet, words: Words) -> str:
    """When and by whom."""
    by = words.who(each.by)
    key = "settings-version-undo" if each.source is Source.UNDO else "settings-version-card"
    return words.text(key, by=by, number=each.number, day=day_of_a_year_and_time(each.at, words))


def _turning(notice: KeyFiguresNotice, many: int, words: Words) -> list[Button]:
    older = (notice.page + 1) * VERSIONS_SHOWN < many
    turns = (("settings-older", 1, older), ("settings-newer", -1, notice.page > 0))
    found = [
        button(words.text(key), LookAtFigures(part=notice.part, page=notice.page + by))
        for key, by, there in turns
        if there
    ]
    return [*found, _back(words)]


def _version(notice: KeyFiguresNotice, words: Words) -> Rendered:
    """What a version has changed, before and after."""
    (seen,) = notice.versions
    title = _named(seen, words)
    lines = [text for each in seen.changed for text in changes(each, words)]
    undo = button(words.text("settings-undo-yes"), UndoFigures(version=seen.number), "destructive")
    asked = asking(words.text("settings-undo"), words.text("settings-undo-sure"), undo)
    body = [heading(title), *(typed(text) for text in lines)]
    return card(body, [asked, _back(words, "history")], summary=title, live=True)
