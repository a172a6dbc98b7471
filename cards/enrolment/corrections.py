"""What owners put right about one person: shown first, with the words that the person will read."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.enrolment.shut_out import shut_out_lines
from cards.kit.actions import CardAction
from cards.kit.elements import (
    Button,
    Rendered,
    asking,
    button,
    card,
    heading,
    para,
    quote,
    small,
)
from cards.kit.previews import closed_preview
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.usecases.enrolment.card import other_role
from mentoring.usecases.enrolment.correcting import Correction, CorrectionNotice

LASTING = frozenset({Correction.ROLE_DONE, Correction.REMOVED})


class ConfirmCorrection(CardAction, verb="correction.confirm"):
    """Do what the card shows."""

    enrolment: str
    begun: bool | None = None


class DiscardCorrection(CardAction, verb="correction.discard"):
    """Do nothing."""

    enrolment: str


@renders(CorrectionNotice)
def correction(notice: CorrectionNotice, words: Words) -> Rendered:
    """As it stands."""
    if notice.kind is Correction.DISCARDED:
        return closed_preview("discarded", words)
    if notice.is_old:
        return closed_preview("old", words)
    if notice.gone or notice.kind in LASTING:
        text = _text(notice, words, "gone" if notice.gone else "what")
        return card([para(text)], summary=text)
    return _preview(notice, words)


def _text(notice: CorrectionNotice, words: Words, part: str) -> str:
    """Each in the words for both roles."""
    key = "correction-gone" if part == "gone" else f"correction-{notice.kind}-{part}"
    right = other_role(notice.role)
    return words.text(
        key,
        name=notice.name,
        role=words.text(f"role-{notice.role}"),
        right=words.text(f"role-{right}"),
    )


def _preview(notice: CorrectionNotice, words: Words) -> Rendered:
    title = _text(notice, words, "title")
    told = [(notice.name, notice.shut_out_by)] if notice.shut_out_by else []
    body = [
        heading(title),
        para(_text(notice, words, "begun" if notice.has_begun else "invited")),
        *_read(notice, words),
        *shut_out_lines(told, words),
    ]
    return card(body, _buttons(notice, words), summary=title, live=True)


def _read(notice: CorrectionNotice, words: Words) -> list[CardElement]:
    """What the person will read, if there is anything before them yet."""
    if notice.unread and not (notice.has_begun and notice.kind is Correction.REMOVE):
        return [small(words.text("correction-unread", name=notice.name))]
    return [small(_text(notice, words, "reads")), quote(_reads(notice, words))]


def _reads(notice: CorrectionNotice, words: Words) -> str:
    if notice.kind is Correction.ROLE:
        return words.text(f"enrolment-corrected-{other_role(notice.role)}")
    return words.text("enrolment-removed" if notice.has_begun else "enrolment-taken-back")


def _buttons(notice: CorrectionNotice, words: Words) -> list[Button]:
    sure = ConfirmCorrection(enrolment=notice.enrolment, begun=notice.has_begun)
    discard = button(words.text("discard"), DiscardCorrection(enrolment=notice.enrolment))
    title = _text(notice, words, "confirm")
    if notice.kind is Correction.ROLE and not notice.has_begun:
        return [button(title, sure, "positive"), discard]
    really = button(words.text(f"correction-{notice.kind}-yes"), sure, "destructive")
    return [asking(title, _text(notice, words, "sure"), really), discard]
