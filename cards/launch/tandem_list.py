"""The tandems of a cycle before its owners, a page at a time."""

from __future__ import annotations

from typing import Annotated

from microsoft_teams.cards.core import CardElement
from pydantic import Field

from cards.kit.actions import CardAction
from cards.kit.elements import (
    Button,
    Rendered,
    bars,
    button,
    card,
    heading,
    para,
    row,
    small,
)
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.domain.tandem import Tandem
from mentoring.usecases.launch.tandem_list import Stage, TandemsNotice, stage_of


class TurnTandems(CardAction, verb="tandems.turn"):
    """Another page of the tandems, or those of another stage; it changes nothing."""

    stage: Stage = Stage.ALL
    page: Annotated[int, Field(ge=0, le=10_000)] = 0


class OpenTandem(CardAction, verb="tandems.open"):
    """Put one tandem with what may be done to it below the list."""

    tandem: str


@renders(TandemsNotice)
def tandems(notice: TandemsNotice, words: Words) -> Rendered:
    """How many are where, then a page of them, each to be opened."""
    everything = notice.totals[Stage.ALL]
    title = words.text("tandems-title", tandems=everything)
    body: list[CardElement | None] = [heading(title)]
    body += _counts(notice, words) if everything else [para(words.text("tandems-none"))]
    body += [_row(notice, each, words) for each in notice.tandems]
    own = "own-chat" if notice.private else "channel"
    body.append(small(f"🔒 {words.text(f'tandems-left-out-{own}')}"))
    return card(body, _buttons(notice, words), summary=title, live=True)


def _counts(notice: TandemsNotice, words: Words) -> list[CardElement | None]:
    found = [
        (words.text(f"tandems-{each}"), notice.totals[each])
        for each in Stage
        if each and notice.totals[each]
    ]
    shown = words.text(
        "tandems-shown",
        stage=words.text(f"tandems-{notice.stage or 'all'}"),
        page=notice.page + 1,
        pages=notice.pages,
    )
    return [bars(found), para(shown)]


def _row(notice: TandemsNotice, tandem: Tandem, words: Words) -> CardElement:
    mentor, mentee = (
        words.who(notice.names.get(person, "")) for person in (tandem.mentor_id, tandem.mentee_id)
    )
    title = words.text("tandems-pair", number=tandem.number, mentor=mentor, mentee=mentee)
    says = words.text("tandems-open", number=tandem.number)
    stage = stage_of(tandem)
    sign = "⚠ " if stage is Stage.TROUBLED else ""
    state = small(sign + words.text(f"tandems-is-{stage}"))
    return row(title, state, says, OpenTandem(tandem=tandem.id), "›")


def _buttons(notice: TandemsNotice, words: Words) -> list[Button]:
    """Turning the pages, then the other stages that have tandems."""
    stage, page = notice.stage, notice.page
    pages = [("page-back", page - 1, page > 0), ("page-next", page + 1, page + 1 < notice.pages)]
    turning = [
        button(words.text(key), TurnTandems(stage=stage, page=to))
        for key, to, there in pages
        if there
    ]
    other = [each for each in Stage if each != stage and notice.totals[each]]
    chosen = [
        button(words.text(f"tandems-{each or 'all'}"), TurnTandems(stage=each)) for each in other
    ]
    return [*turning, *chosen]
