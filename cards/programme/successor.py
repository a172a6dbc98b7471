"""Who is to become a programme owner: named in a preview, then waited for."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.kit.actions import CardAction
from cards.kit.dates import day
from cards.kit.elements import (
    Button,
    Rendered,
    asking,
    button,
    card,
    heading,
    panel,
    para,
    row,
    small,
    subheading,
    unfolding,
)
from cards.kit.inputs import people
from cards.kit.previews import closed_preview
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.domain.succession import SuccessionState
from mentoring.usecases.programme.successor import SuccessorNotice


class LookForSuccessor(CardAction, verb="successor.look"):
    """Show that whoever was picked would be named."""

    sends_inputs = True


class ChooseSuccessor(CardAction, verb="successor.choose"):
    """Say who is meant."""

    succession: str
    person: str


class NameSuccessor(CardAction, verb="successor.confirm"):
    """Name whoever is shown."""

    succession: str


class DiscardSuccessor(CardAction, verb="successor.discard"):
    """Name nobody."""

    succession: str


class WithdrawSuccessor(CardAction, verb="successor.withdraw"):
    """Name that person no longer."""

    succession: str


class NameAgain(CardAction, verb="successor.again"):
    """Name whoever was withdrawn once more."""

    succession: str


def naming(words: Words) -> Button:
    """A button that unfolds whom to name."""
    title, hint = words.text("successor-begin"), words.text("people-hint")
    picker = people("successor", words.text("successor-who"), None, {}, hint, many=False)
    return unfolding(title, [picker], [button(words.text("successor-look"), LookForSuccessor())])


@renders(SuccessorNotice)
def successor(notice: SuccessorNotice, words: Words) -> Rendered:
    """As it stands."""
    match notice.succession.state:
        case SuccessionState.DISCARDED:
            return closed_preview("discarded", words)
        case _ if notice.is_old:
            return closed_preview("old", words)
        case SuccessionState.CHOOSING:
            return _choosing(notice, words)
        case SuccessionState.PREVIEW:
            return _preview(notice, words)
        case SuccessionState.NAMED:
            return _waits(notice, words)
        case _:
            return _over(notice, words)


def _choosing(notice: SuccessorNotice, words: Words) -> Rendered:
    key, title = notice.succession.id, words.text("successor-choose")
    rows = [
        row(
            each.name,
            small(each.about),
            words.text("successor-choose-one", name=each.name),
            ChooseSuccessor(succession=key, person=each.person_id),
            "›",
        )
        for each in notice.succession.choices
    ]
    return card([heading(title), *rows], [_discard(key, words)], summary=title, live=True)


def _preview(notice: SuccessorNotice, words: Words) -> Rendered:
    key, name = notice.succession.id, notice.succession.name
    title = words.text("successor-title", name=name)
    body = [heading(title), *_who_does_what(name, words)]
    sure = button(words.text("successor-confirm"), NameSuccessor(succession=key), "positive")
    return card(body, [sure, _discard(key, words)], summary=title, live=True)


def _who_does_what(name: str, words: Words) -> list[CardElement]:
    """What the bot can do, and what is done in Teams."""
    return [
        panel(
            [
                subheading(words.text("successor-in-teams")),
                para(words.text("successor-add", name=name)),
            ]
        ),
        para(words.text("successor-i-do", name=name)),
        small(words.text("successor-then", name=name)),
    ]


def _discard(key: str, words: Words) -> Button:
    return button(words.text("discard"), DiscardSuccessor(succession=key))


def _waits(notice: SuccessorNotice, words: Words) -> Rendered:
    named = notice.succession
    title = words.text("successor-title", name=named.name)
    since = words.text("successor-named", by=words.who(notice.by), day=day(named.noted_at, words))
    sure = button(
        words.text("successor-withdraw-yes"), WithdrawSuccessor(succession=named.id), "destructive"
    )
    question = words.text("successor-withdraw-sure", name=named.name)
    body = [heading(title), para(since), *_who_does_what(named.name, words)]
    withdraw = asking(words.text("successor-withdraw"), question, sure)
    return card(body, [withdraw], summary=title, live=True)


def _over(notice: SuccessorNotice, words: Words) -> Rendered:
    """They are an owner by now, or were withdrawn; only that can be undone."""
    named = notice.succession
    withdrawn = named.state is SuccessionState.WITHDRAWN
    text = words.text(
        "successor-withdrawn" if withdrawn else "successor-joined",
        name=named.name,
        by=words.who(notice.by),
        day=day(named.noted_at, words),
    )
    if not withdrawn:
        return card([para(text)], summary=text)
    again = button(words.text("successor-again"), NameAgain(succession=named.id))
    return card([para(text)], [again], summary=text, live=True)
