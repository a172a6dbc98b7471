"""A launch that is taken back: the owners' card, and what the two of each tandem read."""

from __future__ import annotations

from typing import Annotated

from microsoft_teams.cards.core import CardElement
from pydantic import Field

from cards.common.contact import contact_line
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
from cards.kit.words import Words, called
from cards.launch.left import cancelled, what_is_left
from mentoring.domain.undoing import UndoingState
from mentoring.usecases.launch.taking_back import LaunchUndoneNotice
from mentoring.usecases.launch.undoing import UndoingNotice


class UndoLaunch(CardAction, verb="undo.show"):
    """Show what taking the launch back would do."""

    launch: str


class ConfirmUndoing(CardAction, verb="undo.confirm"):
    """Take back everything that the preview says, which ``seen`` sums up."""

    undoing: str
    seen: Annotated[str, Field(max_length=100)] = ""


class DiscardUndoing(CardAction, verb="undo.discard"):
    """Take nothing back."""

    undoing: str


class ClearAgain(CardAction, verb="undo.again"):
    """Another attempt at what could not be cleared away."""

    undoing: str


@renders(UndoingNotice)
def undoing(notice: UndoingNotice, words: Words) -> Rendered:
    """The taking back as it stands."""
    shown = {
        UndoingState.PREVIEW: old if notice.is_old else _preview,
        UndoingState.DISCARDED: discarded,
        UndoingState.RUNNING: _progress,
        UndoingState.DONE: _receipt,
    }
    return shown[notice.undoing.state](notice, words)


def _preview(notice: UndoingNotice, words: Words) -> Rendered:
    title = words.text("undo-title", day=day(notice.launch.start, words))
    would = notice.undone
    body = [
        heading(title),
        para(words.text("undo-intro")),
        _since(notice, words),
        facts(_rows(notice, words)),
        _met(notice, words),
        small(words.text("undo-by-hand", tandems=would.by_hand)) if would.by_hand else None,
        small(words.text("undo-waiting", offers=would.waiting)) if would.waiting else None,
        small(words.text("undo-then", tandems=would.tandems)),
    ]
    return card(body, _buttons(notice, words), summary=title, live=True)


def _since(notice: UndoingNotice, words: Words) -> CardElement | None:
    """What has changed since the preview was made."""
    before, now = notice.undoing.tandems, notice.undone.tandems
    if before == now:
        return None
    return panel([para(words.text("launch-since", before=before, tandems=now))])


def _rows(notice: UndoingNotice, words: Words) -> list[tuple[str, str]]:
    would = notice.undone
    return [
        (words.text("launch-tandems"), words.text("undo-tandems-of", tandems=would.tandems)),
        (words.text("closing-sessions"), cancelled(would.cancelled, words)),
        (words.text("closing-channels"), words.text("undo-channels-of", channels=would.channels)),
        (words.text("undo-members"), _members(notice, words)),
        (words.text("undo-told"), words.text("undo-told-of")),
    ]


def _members(notice: UndoingNotice, words: Words) -> str:
    """How many leave the team and how many stay; where that is not counted, who does."""
    would = notice.undone
    if would.leaving is None or would.staying is None:
        return words.text("undo-members-some")
    return words.text("undo-members-of", leaving=would.leaving, staying=would.staying)


def _met(notice: UndoingNotice, words: Words) -> CardElement | None:
    """That the time of sessions has passed, if it has."""
    return panel([para(words.text("undo-met"))]) if notice.undone.met else None


def _buttons(notice: UndoingNotice, words: Words) -> list[Button]:
    key, would = notice.undoing.id, notice.undone
    title = words.text("undo-launch")
    sure = ConfirmUndoing(undoing=key, seen=would.seen)
    question = words.text("undo-sure", tandems=would.tandems)
    return [
        asking(title, question, button(words.text("undo-yes"), sure, "destructive")),
        button(words.text("discard"), DiscardUndoing(undoing=key)),
    ]


def _progress(notice: UndoingNotice, words: Words) -> Rendered:
    done, tandems = notice.undoing.done, notice.undoing.tandems
    title = words.text("undo-running", done=done, tandems=tandems)
    body = [
        heading(title),
        progress(words.text("launch-so-far"), done, tandems),
        small(words.text("launch-goes-on")),
    ]
    return card(body, summary=title, live=True)


def _receipt(notice: UndoingNotice, words: Words) -> Rendered:
    done = notice.undone
    title = words.text("undo-done", tandems=done.tandems)
    left = what_is_left(notice, words, "undo-left")
    body = [
        heading(title),
        facts(
            [
                (words.text("intervention-cancelled"), _cancelled(notice, words)),
                (words.text("undo-archived"), str(done.channels)),
                (words.text("intervention-left-team"), _left_team(notice, words)),
            ]
        ),
        _met(notice, words),
        *left,
        para(words.text("undo-receipt", tandems=done.tandems)),
    ]
    again = button(words.text("launch-retry"), ClearAgain(undoing=notice.undoing.id))
    return card(body, [again] if notice.may_try else [], summary=title, live=bool(left))


def _left_team(notice: UndoingNotice, words: Words) -> str:
    leaving = notice.undone.leaving
    return words.text("intervention-left-team-some") if leaving is None else str(leaving)


def _cancelled(notice: UndoingNotice, words: Words) -> str:
    """How many; of few tandems only whether all of them are."""
    sessions = notice.undone.cancelled
    if sessions is not None:
        return str(sessions)
    all_are = "cancelled-all" if not notice.sessions_left else "part-left"
    return words.text(f"intervention-{all_are}")


@renders(LaunchUndoneNotice)
def launch_undone(notice: LaunchUndoneNotice, words: Words) -> Rendered:
    """What one of the two reads: the tandem stays, its dates do not."""
    title = words.text("undone-title")
    facts_of = {
        "name": called(notice.viewer, words),
        "partner": called(notice.partner, words),
        "programme": notice.programme.name,
    }
    body = [
        heading(title),
        para(words.text("undone-text", **facts_of)),
        para(words.text("undone-met")) if notice.met else None,
        para(words.text("undone-channel")) if notice.tandem.channel_id else None,
        contact_line(notice.programme.contact, words),
    ]
    return card(body, summary=title)
