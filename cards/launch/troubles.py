"""The tandems that a launch could not set up at once: who, why, how it stands, and what owners may
decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from microsoft_teams.cards.core import Action, ActionSet, CardElement, ExecuteAction
from pydantic import Field

from cards.kit.actions import CardAction
from cards.kit.elements import Button, asking, bullets, button, panel, small, subheading
from cards.kit.words import Words
from mentoring.domain.launch import Choice
from mentoring.usecases.launch.card import LaunchNotice
from mentoring.usecases.launch.troubles import Foreseen, Trouble, Turn


class DecideTrouble(CardAction, verb="launch.decide"):
    """Decide about one tandem of a launch; ``decided`` is how much was decided about it before, so
    that a second press of the same card is known as such.
    """

    launch: str
    tandem: str
    choice: Choice
    decided: Annotated[int, Field(ge=0, le=10_000)] = 0


class RetryAll(CardAction, verb="launch.retry_all"):
    """Try all of them again."""

    launch: str


class TurnTroubles(CardAction, verb="launch.page"):
    """Another page of them, or of what a launch would meet. It changes nothing."""

    launch: str
    page: Annotated[int, Field(ge=0, le=10_000)] = 0


class ShowLaunchInOwnChat(CardAction, verb="launch.in_own_chat"):
    """The same launch where no other owner reads along."""

    launch: str


def foreseen(notice: LaunchNotice, words: Words) -> list[CardElement | None]:
    """What will fail, and what goes otherwise, each with its reason; or that this is being looked
    at, or that nothing was found.
    """
    if notice.launch.looked_at is None:
        return [small(words.text("launch-looking"))]
    if not notice.foreseen:
        return [small(f"✓ {words.text('launch-nothing-foreseen')}")]
    stops = [each for each in notice.foreseen if not each.is_note]
    notes = [each for each in notice.foreseen if each.is_note]
    return [
        *_listed("launch-will-fail", stops, words),
        *([small(words.text("launch-will-fail-then"))] if stops else []),
        *_listed("launch-goes-otherwise", notes, words),
    ]


def _listed(title: str, rows: Sequence[Foreseen], words: Words) -> list[CardElement]:
    lines = [_line(each, words) for each in rows]
    return [panel([subheading(words.text(title)), bullets(lines)])] if lines else []


def _line(each: Foreseen, words: Words) -> str:
    why = reason(Trouble(each.number, each.mentor, each.mentee, each.code), words)
    if each.tandems == 1:
        return words.text("launch-foreseen", number=each.number, why=why)
    return words.text("launch-foreseen-many", tandems=each.tandems, why=why)


def troubles(notice: LaunchNotice, words: Words) -> list[CardElement]:
    """Each in a panel of its own, those first on which owners have to decide."""
    shown = [_trouble(notice.launch.id, each, words) for each in notice.troubles]
    elsewhere = (
        small(words.text("launch-trouble-left-out", tandems=notice.left_out))
        if notice.left_out
        else None
    )
    if not shown and elsewhere is None:
        return []
    title = words.text("launch-troubles" if notice.open else "launch-troubles-decided")
    return [subheading(title), *shown, *([elsewhere] if elsewhere else [])]


def _trouble(launch: str, each: Trouble, words: Words) -> CardElement:
    """Who, and why; below it the buttons, or what has become of it."""
    who = words.text("launch-trouble", number=each.number, **_both(each, words))
    why = reason(each, words) if each.code else ""
    items: list[CardElement | None] = [subheading(who), small(why) if why else None]
    if each.turn is Turn.OPEN:
        items.append(_in_vain(each, words))
        items.append(ActionSet(actions=_choices(launch, each, words)))
    else:
        items.append(small(_turn(each, words)))
    return panel(items)


def _both(each: Trouble, words: Words) -> dict[str, str]:
    return {"mentor": words.who(each.mentor), "mentee": words.who(each.mentee)}


def _in_vain(each: Trouble, words: Words) -> CardElement | None:
    """That it has been tried again, if it has: else its line would look as before the press."""
    return small(words.text("launch-in-vain", by=_by(each, words))) if each.decided else None


def _turn(each: Trouble, words: Words) -> str:
    """What has become of it, and by whose decision."""
    facts_of = {"by": _by(each, words), "channel": _channel(each)}
    return words.text(f"launch-turn-{each.turn.replace('_', '-')}", **facts_of)


def _channel(each: Trouble) -> str:
    return "open" if each.in_channel else "none"


def _by(each: Trouble, words: Words) -> str:
    return each.by or words.text("launch-by-somebody")


def reason(each: Trouble, words: Words) -> str:
    """Whom it is about, why, and what can be done; codes of earlier versions name nobody."""
    code, _, role = each.code.lower().rpartition("-")
    people = _both(each, words)
    if role in {*people, "both"}:
        both, many = words.text("both-of", **people), 1 if role in people else len(people)
        return words.text(f"trouble-{code}", person=people.get(role, both), people=many)
    old = "member-somebody" if each.code == "member" else each.code.lower()
    return words.text(f"trouble-{old}")


def _choices(launch: str, each: Trouble, words: Words) -> list[Action]:
    people = _both(each, words)

    def deciding(title: str, choice: Choice) -> ExecuteAction:
        about = DecideTrouble(
            launch=launch, tandem=each.tandem_id, choice=choice, decided=each.decided
        )
        return button(words.text(title), about)

    def asked(title: str, question: str, choice: Choice) -> Action:
        sure = deciding(f"{title}-yes", choice)
        asks = words.text(question, **people, channel=_channel(each))
        return asking(words.text(title), asks, sure)

    return [
        deciding("launch-retry", Choice.RETRY),
        asked("launch-leave-out", "launch-leave-out-sure", Choice.LEAVE_OUT),
        asked("launch-by-hand-do", f"launch-by-hand-sure-{each.by_hand}", Choice.BY_HAND),
    ]


def buttons_of(notice: LaunchNotice, words: Words) -> list[Button]:
    """What concerns all of them."""
    launch, buttons = notice.launch.id, list[Button]()
    if notice.open > 1:
        title = words.text("launch-retry-all", tandems=notice.open)
        buttons.append(button(title, RetryAll(launch=launch)))
    buttons += turning(notice, words)
    if notice.left_out and not notice.private:
        chat = ShowLaunchInOwnChat(launch=launch)
        buttons.append(button(words.text("match-in-own-chat"), chat))
    return buttons


def turning(notice: LaunchNotice, words: Words) -> list[Button]:
    """To the page before, and to the next one."""
    page = notice.page
    pages = [("page-back", page - 1, page > 0), ("page-next", page + 1, page + 1 < notice.pages)]
    return [
        button(words.text(key), TurnTroubles(launch=notice.launch.id, page=to))
        for key, to, there in pages
        if there
    ]
