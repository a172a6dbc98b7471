"""One tandem before its owners, with what they may do to it."""

from __future__ import annotations

from typing import Literal
from urllib.parse import quote

from microsoft_teams.cards.core import CardElement

from cards.common.said import sentence
from cards.kit.actions import CardAction
from cards.kit.elements import (
    Button,
    Rendered,
    button,
    card,
    heading,
    link,
    para,
    small,
    unfolding,
    wrong,
)
from cards.kit.inputs import choice, line, number, people
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.domain.intervention import MOST_FURTHER
from mentoring.domain.people import Role
from mentoring.domain.tandem import TandemState
from mentoring.usecases.launch.single_tandem import OneTandemNotice
from mentoring.usecases.matching.decisions import LONGEST_REASON

CHAT = "https://teams.microsoft.com/l/chat/0/0?users="
"""Opens a chat with people by their addresses (learn.microsoft.com, deep-link-teams, 2026)."""


class ShowTandem(CardAction, verb="one_tandem.show"):
    """Show it, with what may be done to it; ``leaving`` is the role of whoever is to be replaced,
    empty if that is still to be chosen.
    """

    tandem: str
    leaving: Role | Literal[""] = ""


class EndTandem(CardAction, verb="one_tandem.end"):
    """Show what ending it would do."""

    tandem: str


class ExtendTandem(CardAction, verb="one_tandem.extend"):
    """Show that the two would be asked about further sessions."""

    sends_inputs = True
    tandem: str


class HandOverTandem(CardAction, verb="one_tandem.hand_over"):
    """Show how its sessions would move into the other one's calendar."""

    tandem: str


class ReplaceSomebody(CardAction, verb="one_tandem.replace"):
    """Show that one of the two would leave, and who comes. ``chosen`` is the role of whoever stood
    in the choice, for clients that leave out what nobody touched; earlier cards had the mentor
    there, new ones may have nobody.
    """

    sends_inputs = True
    tandem: str
    chosen: Role | Literal[""] = Role.MENTOR


@renders(OneTandemNotice)
def one_tandem(notice: OneTandemNotice, words: Words) -> Rendered:
    """Number, both names, where it stands."""
    title = words.text("one-tandem-title", number=notice.tandem.number)
    facts = {
        "mentor": _name(notice, notice.tandem.mentor_id, words),
        "mentee": _name(notice, notice.tandem.mentee_id, words),
    }
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("one-tandem-who", **facts)),
        para(words.text(f"one-tandem-{_stage(notice)}", now=notice.became, **facts)),
    ]
    if notice.problem:
        # The inputs are folded away, so it stands above them all; what was typed is still in them.
        body.append(wrong(sentence(notice.problem, words)))
    return card(body, _buttons(notice, words) if notice.stands else [], summary=title, live=True)


def _stage(notice: OneTandemNotice) -> str:
    if notice.stands and notice.is_ending:
        return "ending"
    if notice.tandem.state in {TandemState.ACCEPTED, TandemState.LAUNCHING}:
        return "agreed"
    if notice.stands:
        return "runs"
    return "undone" if notice.became else "over"


def _name(notice: OneTandemNotice, person: str, words: Words) -> str:
    return words.who(notice.names[person])


def _buttons(notice: OneTandemNotice, words: Words) -> list[Button]:
    if notice.is_ending:
        return _contact(notice, words)
    key = notice.tandem.id
    extend = [_extend(notice, words)] if notice.tandem.state is TandemState.LAUNCHED else []
    return [
        *extend,
        _replace(notice, words),
        *_hand_over(notice, words),
        *_contact(notice, words),
        button(words.text("one-tandem-end"), EndTandem(tandem=key)),
    ]


def _hand_over(notice: OneTandemNotice, words: Words) -> list[Button]:
    """Where its sessions stand in a calendar by the product."""
    tandem = notice.tandem
    if tandem.state is not TandemState.LAUNCHED or tandem.by_hand.has_dates:
        return []
    return [button(words.text("one-tandem-hand-over"), HandOverTandem(tandem=tandem.id))]


def _contact(notice: OneTandemNotice, words: Words) -> list[Button]:
    """A chat with the two, which Teams opens; nothing is sent by that."""
    if not notice.addresses:
        return []
    return [link(words.text("one-tandem-contact"), f"{CHAT}{quote(','.join(notice.addresses))}")]


def _extend(notice: OneTandemNotice, words: Words) -> Button:
    label = words.text("one-tandem-sessions")
    raw = notice.raw.get("sessions") or 3
    items = [number("sessions", label, raw, 1, MOST_FURTHER, required=label)]
    shown = button(words.text("one-tandem-show"), ExtendTandem(tandem=notice.tandem.id))
    return unfolding(words.text("one-tandem-extend"), items, [shown])


def _replace(notice: OneTandemNotice, words: Words) -> Button:
    raw, names, hint = notice.raw, notice.names, words.text("people-hint")
    label, tandem = words.text("one-tandem-leaving"), notice.tandem
    leaving = raw.get("leaving") or (tandem.person(notice.leaving) if notice.leaving else "")
    needed = words.text("refusal-replace-whom")
    options = [(_name(notice, person, words), person) for person in names]
    items: list[CardElement] = [
        choice("leaving", label, options, leaving, required=needed, hint=needed),
        people(
            "coming",
            words.text("one-tandem-coming"),
            raw.get("coming"),
            notice.picked,
            hint,
            many=False,
        ),
        line("reason", words.text("hand-reason"), raw.get("reason"), longest=LONGEST_REASON),
        small(words.text("one-tandem-nobody")),
    ]
    replacing = ReplaceSomebody(tandem=tandem.id, chosen=notice.leaving)
    shown = button(words.text("one-tandem-show"), replacing)
    return unfolding(words.text("one-tandem-replace"), items, [shown])
