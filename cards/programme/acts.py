"""What owners have done: a line each, the newest first, with the way to take it back."""

from __future__ import annotations

from typing import Annotated

from microsoft_teams.cards import Container
from microsoft_teams.cards.core import CardElement
from pydantic import Field

from cards.kit.actions import CardAction
from cards.kit.dates import day_of_a_year_and_time
from cards.kit.elements import Button, Rendered, button, card, heading, para, row, small, subheading
from cards.kit.render import renders
from cards.kit.words import Words
from cards.programme.pieces import day_or_none
from mentoring.usecases.programme.end_set import SETS_END
from mentoring.usecases.programme.history import Done, HistoryNotice

BACK = {
    **dict.fromkeys(("settings.save", "settings.topic", "settings.remove_topic"), "settings"),
    **dict.fromkeys(("settings.import", "settings.undo"), "settings"),
    **dict.fromkeys(("texts.save", "texts.reset"), "settings"),
    **dict.fromkeys(SETS_END, "dates"),
    **dict.fromkeys(("figures.save", "figures.remove"), "figures"),
    **dict.fromkeys(("figures.undo", "figures.take_over"), "figures"),
    "invite.confirm": "invitation",
    "launch.confirm": "launch",
    **dict.fromkeys(("matching.keep", "matching.undo", "matching.anew"), "matching"),
    **dict.fromkeys(("successor.confirm", "successor.again"), "successor"),
    **dict.fromkeys(("successor.withdraw", "undo-successor"), "successor"),
}
"""Where an act is taken back, if a card leads there; of others ``back-<act>`` says it."""
WITH_CYCLE = {"dates", "figures", "invitation", "launch", "matching"}
OF_CYCLE = {what for what, where in BACK.items() if where in WITH_CYCLE}
"""What can be taken back only as long as its cycle runs."""


class TurnHistory(CardAction, verb="history.turn"):
    """Another page; it changes nothing."""

    page: Annotated[int, Field(ge=0, le=10_000)] = 0


class GoBack(CardAction, verb="history.back"):
    """Put the card below on which this is taken back; nothing is taken back yet."""

    where: Annotated[str, Field(pattern=r"^[a-z]{1,20}$")]


@renders(HistoryNotice)
def history(notice: HistoryNotice, words: Words) -> Rendered:
    """A page of acts."""
    title = words.text("history-title")
    pages = {"page": notice.page + 1, "pages": notice.pages}
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("history-intro" if notice.done else "history-none")),
        *(_line(each, words) for each in notice.done),
        small(words.text("history-page", **pages)) if notice.pages > 1 else None,
        small(f"🔒 {words.text(_left_out(notice))}"),
    ]
    return card(body, _turning(notice, words), summary=title, live=True)


def _left_out(notice: HistoryNotice) -> str:
    return "history-left-out-own-chat" if notice.private else "history-left-out-channel"


def _line(done: Done, words: Words) -> CardElement:
    key = _key(done, words)
    what = _with_days(words.text(f"done-{key}", number=done.tandem), done, words)
    by = done.by or words.text("history-nobody")
    said = words.text("history-by", by=by, at=day_of_a_year_and_time(done.at, words))
    where = BACK.get(done.what) if done.runs or done.what not in OF_CYCLE else None
    if where:
        label = words.text("history-take-back", what=what)
        return row(what, small(said), label, GoBack(where=where), "↶")
    back = small(words.text(f"back-{key}")) if words.has(f"back-{key}") else None
    told = small(said)
    told.spacing = "None"
    lines = [subheading(what), told, back]
    return Container(items=[each for each in lines if each], separator=True, spacing="Small")


def _with_days(what: str, done: Done, words: Words) -> str:
    """What was done, from which day to which, if it set one."""
    if done.before == done.after:
        return what
    days = {"before": day_or_none(done.before, words), "after": day_or_none(done.after, words)}
    return words.text("settings-changed", name=what, **days)


def _turning(notice: HistoryNotice, words: Words) -> list[Button]:
    older, newer = notice.page + 1 < notice.pages, notice.page > 0
    turns = [("history-newer", notice.page - 1, newer), ("history-older", notice.page + 1, older)]
    return [button(words.text(key), TurnHistory(page=page)) for key, page, there in turns if there]


def _key(done: Done, words: Words) -> str:
    key = done.what.replace(".", "-").replace("_", "-")
    return f"{key}-{done.how}" if words.has(f"done-{key}-{done.how}") else key
