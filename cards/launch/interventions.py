"""What owners do to one tandem: shown first, then how far it is, then its receipt."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.kit.actions import CardAction
from cards.kit.dates import day
from cards.kit.elements import (
    Button,
    Rendered,
    asking,
    bullets,
    button,
    card,
    facts,
    heading,
    panel,
    para,
    small,
    subheading,
    typed,
)
from cards.kit.previews import closed_preview
from cards.kit.render import renders
from cards.kit.words import Words
from cards.launch.left import what_to_do
from mentoring.domain.intervention import (
    ENDING,
    SESSIONS_LEFT,
    InterventionKind,
    Part,
    may_be_tried,
)
from mentoring.usecases.launch.interventions import InterventionNotice

LASTING = frozenset({"done", "failed", "over", "overtaken", "started", "unbooked"})
"""How it stands for good."""
LABELS = {
    Part.SESSIONS: "intervention-cancelled",
    Part.CHANNEL: "intervention-channel",
    Part.TEAM: "intervention-left-team",
}


class ConfirmIntervention(CardAction, verb="intervention.confirm"):
    """Do what the preview says."""

    intervention: str


class DiscardIntervention(CardAction, verb="intervention.discard"):
    """Do nothing."""

    intervention: str


class ClearTandemAgain(CardAction, verb="intervention.again"):
    """Another attempt at what the end of the tandem could not clear away."""

    intervention: str


@renders(InterventionNotice)
def intervention(notice: InterventionNotice, words: Words) -> Rendered:
    """The intervention as it stands."""
    if notice.stage == "old":
        return closed_preview("old", words)
    if notice.stage == "discarded":
        return closed_preview("discarded", words)
    title = _text(notice, words, f"intervention-{notice.intervention.kind}-title")
    if notice.stage in {"gone", "undone"}:
        text = _text(notice, words, f"intervention-{notice.stage}")
        return card([heading(title), para(text)], summary=title)
    previewed = notice.stage == "preview"
    body = [heading(title), *(_preview if previewed else _progress)(notice, words)]
    buttons = _buttons(notice, words) if previewed else _again(notice, words)
    live = notice.stage not in LASTING or not notice.clear
    return card(body, buttons, summary=title, live=live)


def _text(notice: InterventionNotice, words: Words, key: str, **more: object) -> str:
    one, other = _brought_together(notice)
    return words.text(
        key,
        number=notice.number,
        made=notice.made,
        now=notice.now,
        mentor=words.who(notice.mentor),
        mentee=words.who(notice.mentee),
        leaving=words.who(notice.leaving),
        staying=words.who(notice.staying),
        coming=words.who(notice.coming),
        one=words.who(one),
        other=words.who(other),
        sessions=notice.intervention.sessions,
        **more,
    )


def _brought_together(notice: InterventionNotice) -> tuple[str, str]:
    if notice.intervention.kind is InterventionKind.REPLACE:
        return notice.coming, notice.staying
    return notice.mentor, notice.mentee


def _preview(notice: InterventionNotice, words: Words) -> list[CardElement | None]:
    kind = notice.intervention.kind
    return [
        para(_text(notice, words, f"intervention-{kind}-preview")),
        panel([bullets(_what_ends(notice, words))]) if kind in ENDING else None,
        _then(notice, words),
        *_reason(notice, words),
        small(words.text("intervention-no-way-back")) if kind in ENDING else None,
    ]


def _what_ends(notice: InterventionNotice, words: Words) -> list[str]:
    parts = ("sessions", "channel", "team", "asked")
    return [_text(notice, words, f"intervention-ends-{part}") for part in parts]


def _then(notice: InterventionNotice, words: Words) -> CardElement | None:
    """What follows for whoever stays."""
    if notice.intervention.kind is not InterventionKind.REPLACE:
        return None
    key = "intervention-replace-then" if notice.coming else "intervention-replace-then-nobody"
    return para(_text(notice, words, key))


def _reason(notice: InterventionNotice, words: Words) -> list[CardElement]:
    """Why open rules may be broken, in the owner's words."""
    reason = notice.intervention.reason
    return [subheading(words.text("intervention-reason")), typed(reason)] if reason else []


def _buttons(notice: InterventionNotice, words: Words) -> list[Button]:
    key, kind = notice.intervention.id, notice.intervention.kind
    sure = ConfirmIntervention(intervention=key)
    discard = button(words.text("discard"), DiscardIntervention(intervention=key))
    title = words.text(f"intervention-{kind}-confirm")
    if kind in ENDING:
        really = button(words.text("intervention-end-yes"), sure, "destructive")
        question = _text(notice, words, "intervention-end-sure")
    else:
        really = button(words.text("intervention-ask-yes"), sure, "positive")
        question = _text(notice, words, "intervention-ask-sure")
    return [asking(title, question, really), discard]


def _progress(notice: InterventionNotice, words: Words) -> list[CardElement | None]:
    until = day(notice.until, words) if notice.until else ""
    text = _text(notice, words, _stands(notice, words), day=until)
    return [para(text), *_receipt(notice, words)]


def _stands(notice: InterventionNotice, words: Words) -> str:
    """The text that says how far it is; once the cycle is over nobody waits for its matching."""
    own = f"intervention-{notice.intervention.kind}-{notice.stage}"
    if words.has(own):
        return own
    late = notice.is_over and notice.stage == "failed"
    return f"intervention-{notice.stage}{'-over' if late else ''}"


def _receipt(notice: InterventionNotice, words: Words) -> list[CardElement | None]:
    """What the end has done outside, once it has taken effect, and what it could not do."""
    if not _has_ended(notice):
        return []
    again = notice.intervention.receipt.again
    left = para(words.text("intervention-again" if again else what_to_do(notice.left)))
    return [facts(_rows(notice, words)), None if notice.clear else left]


def _has_ended(notice: InterventionNotice) -> bool:
    return notice.intervention.kind in ENDING and notice.intervention.done_at is not None


def _rows(notice: InterventionNotice, words: Words) -> list[tuple[str, str]]:
    """Part by part; a planned end takes nobody out of the team."""
    parts = [part for part in LABELS if part is not Part.TEAM or notice.stage != "overtaken"]
    return [(words.text(LABELS[part]), _done(part, notice, words)) for part in parts]


def _done(part: Part, notice: InterventionNotice, words: Words) -> str:
    """Not how many have left the team: that would tell whom a circle keeps there."""
    if part is Part.CHANNEL and notice.intervention.receipt.archived:
        return words.text("intervention-channel-archived")
    left = SESSIONS_LEFT if part is Part.SESSIONS else {part}
    if not left.isdisjoint(notice.left):
        return words.text("intervention-part-left")
    if part is Part.TEAM:
        return words.text("intervention-left-team-some")
    nothing = "cancelled-all" if part is Part.SESSIONS else "channel-none"
    return words.text(f"intervention-{nothing}")


def _again(notice: InterventionNotice, words: Words) -> list[Button]:
    done = notice.intervention.receipt
    if done.again or not (_has_ended(notice) and may_be_tried(notice.left)):
        return []
    again = ClearTandemAgain(intervention=notice.intervention.id)
    return [button(words.text("launch-retry"), again)]
