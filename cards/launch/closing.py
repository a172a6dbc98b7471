"""The end of a cycle: the owners' card, and a word of thanks to both."""

from __future__ import annotations

from typing import Annotated

from microsoft_teams.cards import ActionSet
from microsoft_teams.cards.core import CardElement
from pydantic import Field

from cards.common.said import sentence
from cards.enrolment.next_time import next_time
from cards.enrolment.same_answers import same_answers
from cards.kit.actions import CardAction
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
    quote,
    seen,
    small,
    subheading,
)
from cards.kit.inputs import line, marked
from cards.kit.previews import discarded, old
from cards.kit.render import renders
from cards.kit.words import Words, called
from cards.launch.ending import looking_back
from cards.launch.left import cancelled, what_is_left
from cards.sessions.buttons import result_button
from mentoring.domain.closing import ClosingState
from mentoring.domain.farewell import LONGEST
from mentoring.domain.people import Role
from mentoring.domain.tandem import never_began
from mentoring.usecases.launch.closing_card import ClosingNotice
from mentoring.usecases.launch.thanks import ThanksNotice


class ConfirmClosing(CardAction, verb="closing.confirm"):
    """End everything that the preview says, which ``seen`` sums up."""

    closing: str
    seen: Annotated[str, Field(max_length=100)] = ""


class DiscardClosing(CardAction, verb="closing.discard"):
    """End nothing."""

    closing: str


class ClearClosingAgain(CardAction, verb="closing.again"):
    """Another attempt at all that the end of the cycle could not clear away."""

    closing: str


class WriteFarewell(CardAction, verb="farewell.write"):
    """Let the mentor read this line."""

    sends_inputs = True
    tandem: str


class TakeBackFarewell(CardAction, verb="farewell.take_back"):
    """Let nobody read it any more."""

    tandem: str


@renders(ClosingNotice)
def closing(notice: ClosingNotice, words: Words) -> Rendered:
    """The closing as it stands."""
    shown = {
        ClosingState.PREVIEW: old if notice.is_old else _preview,
        ClosingState.DISCARDED: discarded,
        ClosingState.RUNNING: _progress,
        ClosingState.DONE: _receipt,
    }
    return shown[notice.closing.state](notice, words)


def _preview(notice: ClosingNotice, words: Words) -> Rendered:
    title = words.text("closing-title")
    rows = [
        (words.text("closing-tandems"), str(notice.running)),
        *_not_begun(notice, words),
        *_begun(notice, words),
        *_circles(notice, words),
        *_ended(notice, words),
    ]
    body = [
        heading(title),
        para(words.text("closing-intro")),
        para(words.text("closing-none-runs")) if notice.none_began else None,
        _since(notice, words),
        facts(rows),
        None if notice.none_began else small(words.text("closing-kept")),
    ]
    return card(body, _buttons(notice, words), summary=title, live=True)


def _begun(notice: ClosingNotice, words: Words) -> list[tuple[str, str]]:
    """What stands of tandems that have begun, if any has."""
    if notice.none_began:
        return []
    archived = words.text("closing-channels-archived", channels=notice.channels)
    return [
        (words.text("closing-sessions"), cancelled(notice.ahead, words)),
        *_further(notice, words),
        (words.text("closing-channels"), archived),
    ]


def _further(notice: ClosingNotice, words: Words) -> list[tuple[str, str]]:
    """How many of them two have agreed on because they would go on; a number alone."""
    label = words.text("closing-further")
    return [(label, str(notice.further))] if notice.further else []


def _circles(notice: ClosingNotice, words: Words) -> list[tuple[str, str]]:
    """The channels of circles by the names that they bear in Teams."""
    said = words.text("closing-circles-archived", names=words.listed(notice.circles))
    return [(words.text("closing-circles"), said)] if notice.circles else []


def _not_begun(notice: ClosingNotice, words: Words) -> list[tuple[str, str]]:
    """What nothing will come of, if there is anything: tandems that were not launched, offers,
    kick-offs.
    """
    told = {
        "not-launched": notice.not_begun,
        "offers": notice.offers,
        "kickoffs": notice.kickoffs,
    }
    return [
        (words.text(f"closing-{what}"), words.text(f"closing-{what}-end", many=many))
        for what, many in told.items()
        if many
    ]


def _ended(notice: ClosingNotice, words: Words) -> list[tuple[str, str]]:
    """Who else reads of it, if anybody: those nobody has decided about, and whoever has no tandem
    then.
    """
    who = {"applications": notice.undecided, "uncleared": notice.uncleared, "told": notice.told}
    return [
        (words.text(f"closing-{what}"), words.text(f"closing-{what}-end", people=people))
        for what, people in who.items()
        if people
    ]


def _since(notice: ClosingNotice, words: Words) -> CardElement | None:
    """What has changed since the preview was made."""
    before, now = notice.closing.tandems, notice.running
    return (
        panel([para(words.text("closing-since", before=before, tandems=now))])
        if (before != now)
        else None
    )


def _buttons(notice: ClosingNotice, words: Words) -> list[Button]:
    closing, running = notice.closing.id, notice.running
    sure = button(
        words.text("closing-yes"), ConfirmClosing(closing=closing, seen=notice.seen), "positive"
    )
    which = "closing-sure-none-began" if notice.none_began else "closing-sure"
    question = words.text(which, tandems=running)
    return [
        asking(words.text("closing-confirm"), question, sure),
        button(words.text("discard"), DiscardClosing(closing=closing)),
    ]


def _progress(notice: ClosingNotice, words: Words) -> Rendered:
    done, tandems = notice.closing.ended, notice.closing.tandems
    title = words.text("closing-running", closed=done, tandems=tandems)
    return card(
        [heading(title), progress(words.text("closing-so-far"), done, tandems)],
        summary=title,
        live=True,
    )


def _receipt(notice: ClosingNotice, words: Words) -> Rendered:
    title = words.text("closing-done", tandems=notice.closing.tandems)
    left = what_is_left(notice, words, "closing-troubled")
    done = para(_become_of_them(notice, words))
    body = [heading(title), *left, done, _sponsor(notice, words)]
    again = button(words.text("launch-retry"), ClearClosingAgain(closing=notice.closing.id))
    return card(body, [again] if notice.may_try else [], summary=title, live=bool(left))


def _become_of_them(notice: ClosingNotice, words: Words) -> str:
    """What is true of all of them, or of those of which nothing is left."""
    troubled = len(notice.left) + notice.left_out
    if notice.none_began:
        return words.text("closing-receipt-none-began")
    if not troubled:
        return words.text("closing-receipt")
    return words.text("closing-receipt-troubled", others=notice.closing.tandems - troubled)


def _sponsor(notice: ClosingNotice, words: Words) -> CardElement | None:
    """Whether the sponsor is asked to thank all; what they say to that stays theirs."""
    if not notice.sponsor:
        return None
    key = "closing-sponsor" if notice.is_reached else "closing-sponsor-unreachable"
    return para(words.text(key, sponsor=notice.sponsor))


@renders(ThanksNotice)
def thanks(notice: ThanksNotice, words: Words) -> Rendered:
    """What one of the two reads at the end."""
    which = "not-begun" if never_began(notice.tandem) else "thanks"
    title = words.text(f"{which}-title", name=called(notice.viewer, words))
    text = words.text(
        f"{which}-text",
        partner=called(notice.partner, words),
        programme=notice.programme.name,
        channel="yes" if notice.tandem.channel_id else "no",
        sessions=notice.past,
    )
    said, answers = same_answers(notice.enrolment, words, rolls=notice.is_rolling)
    report = [result_button(notice.tandem, words)] if notice.may_report else []
    buttons = [*looking_back(notice, words), *report, *answers]
    body = [
        heading(title),
        para(text),
        _called_off(notice, words),
        *_line(notice, words),
        *_next_time(notice, words),
        *said,
    ]
    return card(body, buttons, summary=title, live=bool(buttons) or notice.may_wish)


def _called_off(notice: ThanksNotice, words: Words) -> CardElement | None:
    """That what they had agreed on beyond the plan has gone with the end."""
    many = notice.called_off
    return para(words.text("thanks-called-off", sessions=many)) if many else None


def _next_time(notice: ThanksNotice, words: Words) -> list[CardElement | None]:
    """What the viewer wishes for next time, as long as they can say it."""
    if notice.enrolment is None or not notice.may_wish:
        return []
    return next_time(notice.enrolment, words, at_once=notice.is_rolling)


def _line(notice: ThanksNotice, words: Words) -> list[CardElement | None]:
    """What the mentee has written to the mentor, or may write."""
    if notice.may_write:
        return _line_to_write(notice, words)
    if not notice.line:
        return []
    partner, role = called(notice.partner, words), notice.tandem.role_of(notice.viewer.id)
    title = subheading(words.text(f"farewell-read-{role}", partner=partner))
    back = button(words.text("farewell-take-back"), TakeBackFarewell(tandem=notice.tandem.id))
    own = [ActionSet(actions=[back])] if role is Role.MENTEE and notice.can_look_back else []
    return [title, quote(notice.line), *own]


def _line_to_write(notice: ThanksNotice, words: Words) -> list[CardElement | None]:
    partner, problem = called(notice.partner, words), notice.problem
    label = words.text("farewell-label", partner=partner)
    field = line("line", label, notice.raw.get("line"), longest=LONGEST, several_lines=True)
    send = button(words.text("farewell-send"), WriteFarewell(tandem=notice.tandem.id))
    return [
        *(marked([field], "line", sentence(problem, words)) if problem else [field]),
        seen(words.text("farewell-seen", partner=partner)),
        ActionSet(actions=[send]),
    ]
