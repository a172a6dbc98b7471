"""What the daily watch has found about a tandem, and what owners may do about it."""

from __future__ import annotations

from cards.kit.actions import CardAction
from cards.kit.elements import Button, Rendered, button, card, heading, para, small
from cards.kit.render import renders
from cards.kit.words import Words
from cards.launch.single_tandem import EndTandem, ShowTandem
from mentoring.domain.finding import OF_THE_PAIR
from mentoring.usecases.launch.findings import FindingNotice


class HandOverFirst(CardAction, verb="finding.hand_over"):
    """Show how the sessions would move into the other one's calendar."""

    finding: str


class LeaveFinding(CardAction, verb="finding.leave"):
    """Everything stays as it is."""

    finding: str


class DecideAnew(CardAction, verb="finding.decide_anew"):
    """What was left as it is waits for a decision again."""

    finding: str


@renders(FindingNotice)
def finding(notice: FindingNotice, words: Words) -> Rendered:
    """The two, the rule or cause, and what has been decided or may be."""
    names = {"mentor": words.who(notice.mentor), "mentee": words.who(notice.mentee)}
    title = words.text("finding-title", number=notice.number, **names)
    body = [heading(title), para(_what(notice, words))]
    if notice.state != "open":
        said = words.text(f"finding-{notice.state}", owner=words.who(notice.decided_by))
        anew = button(words.text("finding-decide-anew"), DecideAnew(finding=notice.finding.id))
        buttons = [anew] if notice.state == "left" else []
        return card([*body, para(said)], buttons, summary=title, live=bool(buttons))
    if notice.hands_over:
        body.append(para(words.text("finding-hand-over-why", person=words.who(notice.person))))
    body += [para(words.text("finding-question")), small(f"🔒 {words.text('finding-seen')}")]
    return card(body, _buttons(notice, words), summary=title, live=True)


def _what(notice: FindingNotice, words: Words) -> str:
    kind = notice.finding.what
    if kind in OF_THE_PAIR:
        rule = words.text(f"rule-{kind}", depth=notice.depth)
        return words.text(f"finding-{kind}", rule=rule)
    return words.text(f"finding-{kind}", person=words.who(notice.person))


def _buttons(notice: FindingNotice, words: Words) -> list[Button]:
    key = notice.finding.id
    found: list[Button] = []
    if notice.hands_over:
        hand_over = words.text("finding-hand-over")
        found.append(button(hand_over, HandOverFirst(finding=key), "positive"))
    tandem = notice.finding.tandem_id
    return [
        *found,
        button(words.text("finding-replace"), ShowTandem(tandem=tandem, leaving=notice.leaving)),
        button(words.text("one-tandem-end"), EndTandem(tandem=tandem)),
        button(words.text("finding-leave"), LeaveFinding(finding=key)),
    ]
