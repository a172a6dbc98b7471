"""The launch in one card: what will happen, how far it is, what was done."""

from __future__ import annotations

from typing import Annotated

from microsoft_teams.cards.core import CardElement
from pydantic import Field

from cards.kit.actions import CardAction
from cards.kit.dates import day
from cards.kit.elements import (
    Button,
    Rendered,
    asking,
    button,
    card,
    facts,
    heading,
    panel,
    para,
    progress,
    small,
)
from cards.kit.previews import discarded, old
from cards.kit.render import renders
from cards.kit.words import Words
from cards.launch.troubles import buttons_of, foreseen, troubles, turning
from cards.launch.undoing import UndoLaunch
from mentoring.domain.launch import LaunchState
from mentoring.usecases.launch.card import LaunchNotice
from mentoring.usecases.launch.preview import Prospect
from mentoring.usecases.launch.undecided import Undecided


class ConfirmLaunch(CardAction, verb="launch.confirm"):
    """Launch everything that the preview says, which ``seen`` sums up; ``ending``: end the open
    offers as well.
    """

    launch: str
    seen: Annotated[str, Field(max_length=100)] = ""
    ending: bool = False


class DiscardLaunch(CardAction, verb="launch.discard"):
    """Launch nothing."""

    launch: str


@renders(LaunchNotice)
def launch(notice: LaunchNotice, words: Words) -> Rendered:
    """The launch as it stands."""
    shown = {
        LaunchState.PREVIEW: old if notice.is_old else _preview,
        LaunchState.DISCARDED: discarded,
        LaunchState.RUNNING: _progress,
        LaunchState.MENDING: _receipt,
        LaunchState.DONE: _receipt,
        LaunchState.UNDONE: _undone,
    }
    return shown[notice.launch.state](notice, words)


def _undone(_notice: LaunchNotice, words: Words) -> Rendered:
    title = words.text("launch-undone")
    return card([heading(title), para(words.text("launch-undone-text"))], summary=title)


def _preview(notice: LaunchNotice, words: Words) -> Rendered:
    title = words.text("launch-title", day=day(notice.launch.start, words))
    body = [
        heading(title),
        para(words.text("launch-intro")),
        _since(notice, words),
        facts(_rows(notice, words)),
        small(f"👀 {words.text('launch-visible')}"),
        _offers_go_on(notice.prospect, words),
        *_undecided(notice.undecided, words),
        *foreseen(notice, words),
    ]
    return card(body, _buttons(notice, words), summary=title, live=True)


def _since(notice: LaunchNotice, words: Words) -> CardElement | None:
    """What has changed since the preview was made."""
    before, now = notice.launch.tandems, notice.prospect.tandems
    if before == now:
        return None
    return panel([para(words.text("launch-since", before=before, tandems=now))])


def _rows(notice: LaunchNotice, words: Words) -> list[tuple[str, str]]:
    rules, told = notice.programme.sessions, notice.prospect
    facts_of = {"sessions": rules.session_count, "minutes": rules.length_minutes}
    return [
        (words.text("launch-tandems"), str(told.tandems)),
        (words.text("launch-rooms"), words.text("launch-rooms-private", rooms=told.tandems)),
        (words.text("launch-series"), words.text("launch-series-of", **facts_of)),
        (words.text("launch-mails"), words.text("launch-mails-of", mails=told.tandems)),
        (words.text("launch-cards"), _cards(told, words)),
    ]


def _cards(told: Prospect, words: Words) -> str:
    both = 2 * told.tandems
    if told.told is None:
        return words.text("launch-cards-at-least", both=both)
    return words.text("launch-cards-of", both=both, told=told.told)


def _offers_go_on(told: Prospect, words: Words) -> CardElement | None:
    if not told.open_offers or told.open_until is None:
        return None
    until = day(told.open_until, words)
    return para(words.text("launch-offers-go-on", offers=told.open_offers, day=until))


def _undecided(told: Undecided, words: Words) -> list[CardElement]:
    """How many proposals wait, and what it takes to decide those about owners."""
    about, stuck = told.about_owners, told.stuck
    decided = {0: "others", about: "nobody"}.get(stuck, "some")
    facts_of = {"proposals": about, "stuck": stuck, "decided": decided}
    return [
        *(
            [para(words.text("launch-undecided", proposals=told.proposals))]
            if told.proposals
            else []
        ),
        *([para(words.text("launch-undecided-owners", **facts_of))] if about else []),
    ]


def _buttons(notice: LaunchNotice, words: Words) -> list[Button]:
    told, key, seen = notice.prospect, notice.launch.id, notice.prospect.seen
    confirm = words.text("launch-confirm", tandems=told.tandems)
    sure = button(words.text("launch-yes"), ConfirmLaunch(launch=key, seen=seen), "positive")
    buttons: list[Button] = [asking(confirm, words.text("launch-sure", tandems=told.tandems), sure)]
    if told.open_offers and told.open_until:
        facts_of = {"people": told.told_if_ended, "day": day(told.open_until, words)}
        end = ConfirmLaunch(launch=key, seen=seen, ending=True)
        ends = button(words.text("launch-end-yes"), end, "destructive")
        question = words.text("launch-end-sure", **facts_of)
        buttons.append(asking(words.text("launch-end-offers"), question, ends))
    discard = button(words.text("discard"), DiscardLaunch(launch=notice.launch.id))
    return [*buttons, discard, *turning(notice, words)]


def _progress(notice: LaunchNotice, words: Words) -> Rendered:
    so_far, all_of_them = notice.launch.totals, notice.launch.tandems
    title = words.text("launch-running", launched=so_far.launched, tandems=all_of_them)
    body = [
        heading(title),
        progress(words.text("launch-so-far"), so_far.launched, all_of_them),
        facts(
            [
                (words.text("launch-rooms"), str(so_far.channels)),
                (words.text("launch-sessions"), str(so_far.sessions)),
            ]
        ),
        small(words.text("launch-goes-on")),
        *troubles(notice, words),
    ]
    return card(body, [*buttons_of(notice, words), _undo(notice, words)], summary=title, live=True)


def _receipt(notice: LaunchNotice, words: Words) -> Rendered:
    totals, all_of_them = notice.launch.totals, notice.launch.tandems
    how = "done" if totals.launched >= all_of_them else "partly"
    title = words.text(f"launch-{how}", launched=totals.launched, tandems=all_of_them)
    body = [
        heading(title),
        facts(
            [
                (words.text("launch-rooms"), str(totals.channels)),
                (words.text("launch-sessions"), str(totals.sessions)),
                (words.text("launch-moved"), str(totals.moved)),
                (words.text("launch-without-slot"), str(totals.without_slot)),
                *([(words.text("launch-by-hand"), str(totals.by_hand))] if totals.by_hand else []),
            ]
        ),
        small(words.text("launch-they-choose")) if totals.without_slot else None,
        _still_open(notice, words),
        *troubles(notice, words),
    ]
    live = bool(notice.waiting or notice.open) or notice.launch.state is LaunchState.MENDING
    buttons = [*buttons_of(notice, words), _undo(notice, words)]
    return card(body, buttons, summary=title, live=live)


def _undo(notice: LaunchNotice, words: Words) -> Button:
    return button(words.text("undo-launch"), UndoLaunch(launch=notice.launch.id))


def _still_open(notice: LaunchNotice, words: Words) -> CardElement | None:
    if not notice.waiting or notice.open_until is None:
        return None
    until = day(notice.open_until, words)
    return para(words.text("launch-offers-wait", offers=notice.waiting, day=until))
