"""The retrospective on a session, as its person sees it."""

from __future__ import annotations

from microsoft_teams.cards import ActionSet
from microsoft_teams.cards.core import CardElement

from cards.common.contact import contact_line
from cards.common.said import sentence
from cards.kit.actions import CardAction
from cards.kit.dates import day, short_day
from cards.kit.elements import (
    Button,
    Rendered,
    button,
    card,
    heading,
    para,
    quote,
    seen,
    small,
    subheading,
)
from cards.kit.inputs import line, marked
from cards.kit.render import renders
from cards.kit.words import Words, called
from cards.sessions.by_hand import next_kit_button
from cards.tandem.over import over
from mentoring.domain.retrospective import ANSWERS, LONGEST, Tap
from mentoring.usecases.tandem.retrospective import RetrospectiveNotice


class TapAnswer(CardAction, verb="retrospective.tap"):
    """One of the two questions that are answered with one press, or empty to take it back; what was
    typed meanwhile goes with it and is not lost.
    """

    sends_inputs = True
    session: str
    tap: Tap
    answer: str


class WriteLine(CardAction, verb="retrospective.write"):
    """Save the line; ``share``: and let the other one read it."""

    sends_inputs = True
    session: str
    share: bool = False


class HideLine(CardAction, verb="retrospective.hide"):
    """Let the other one read the line no more."""

    session: str


class SwitchRetrospectives(CardAction, verb="retrospective.switch"):
    """Be asked after each session, or no more."""

    tandem: str
    comes: bool


@renders(RetrospectiveNotice)
def retrospective(notice: RetrospectiveNotice, words: Words) -> Rendered:
    """Two questions to be tapped, and a line; once the tandem is over, nothing of it."""
    if notice.is_over:
        return over(notice, "retrospective", words)
    if notice.is_taken_back:
        return _taken_back(notice, words)
    partner, contact = called(notice.partner, words), contact_line(notice.programme.contact, words)
    title = _title(notice, words)
    body = [
        heading(title),
        *_day(notice, words),
        *_theirs(notice, words),
        *(part for tap in Tap for part in _question(notice, tap, words)),
        *_line(notice, words),
        *_shown(notice, words),
        seen(words.text("retrospective-seen", partner=partner)),
        contact,
    ]
    return card(body, _buttons(notice, words), summary=title, live=True)


def _taken_back(notice: RetrospectiveNotice, words: Words) -> Rendered:
    """There is nothing to look back on; what was said meanwhile is there again once they met."""
    text = words.text("retrospective-taken-back", partner=called(notice.partner, words))
    return card(
        [para(text), contact_line(notice.programme.contact, words)], summary=text, live=True
    )


def _day(notice: RetrospectiveNotice, words: Words) -> list[CardElement]:
    """Of which day, where it is known only from one of the two."""
    found = notice.session.day(notice.viewer.profile.zone)
    if not notice.session.is_by_hand or found is None:
        return []
    return [small(words.text("retrospective-day", date=day(found, words)))]


def _title(notice: RetrospectiveNotice, words: Words) -> str:
    """Of which session; by its day where another one of the two has its number now."""
    partner = called(notice.partner, words)
    found = notice.session.day(notice.viewer.profile.zone)
    if notice.is_earlier and found:
        date = short_day(found, words)
        return words.text("retrospective-title-earlier", date=date, partner=partner)
    return words.text("retrospective-title", number=notice.session.number, partner=partner)


def _theirs(notice: RetrospectiveNotice, words: Words) -> list[CardElement]:
    """What the other one has shown."""
    title = words.text("retrospective-theirs", partner=called(notice.partner, words))
    return [subheading(title), quote(notice.theirs)] if notice.theirs else []


def _question(notice: RetrospectiveNotice, tap: Tap, words: Words) -> list[CardElement]:
    """The question, and its answers; the one that was tapped has a tick."""
    chosen = notice.said.first if tap is Tap.FIRST else notice.said.second
    answers = []
    for answer in ANSWERS[notice.role][tap]:
        name = words.text(f"retrospective-{tap}-{answer.replace('_', '-')}")
        is_said = answer == chosen
        press = TapAnswer(session=notice.session.id, tap=tap, answer="" if is_said else answer)
        answers.append(button(f"✓ {name}" if is_said else name, press))
    title = subheading(words.text(f"retrospective-{tap}-{notice.role}"))
    return [title, ActionSet(actions=[*answers])]


def _line(notice: RetrospectiveNotice, words: Words) -> list[CardElement | None]:
    label = words.text(f"retrospective-line-{notice.role}")
    said = notice.raw.get("line", notice.said.draft or notice.said.line)
    field = line("line", label, said, longest=LONGEST, several_lines=True)
    problem = notice.problem
    return marked([field], "line", sentence(problem, words)) if problem else [field]


def _shown(notice: RetrospectiveNotice, words: Words) -> list[CardElement]:
    """That the line is saved, or that the other one reads it, and which one, where another has been
    typed since.
    """
    partner = called(notice.partner, words)
    if not notice.shared:
        is_saved = notice.said.line and not notice.problem
        return [small(words.text("retrospective-saved"))] if is_saved else []
    if not notice.said.draft:
        return [small(words.text("retrospective-shown", partner=partner))]
    earlier = words.text("retrospective-shown-earlier", partner=partner)
    return [small(earlier), quote(notice.said.line)]


def _buttons(notice: RetrospectiveNotice, words: Words) -> list[Button]:
    session = notice.session.id
    save = button(words.text("retrospective-save"), WriteLine(session=session), "positive")
    show = WriteLine(session=session, share=True)
    shown = button(words.text("retrospective-show"), show)
    hide = button(words.text("retrospective-hide"), HideLine(session=session))
    switch = SwitchRetrospectives(tandem=notice.tandem.id, comes=not notice.asks)
    comes = words.text(f"retrospective-{'on-again' if switch.comes else 'no-more'}")
    by_hand = notice.session.is_by_hand and not notice.is_earlier
    kit = [next_kit_button(notice.tandem, words)] if by_hand else []
    return [save, hide if notice.shared else shown, *kit, button(comes, switch)]
