"""The session kit before a session: for the mentor the whole of it, for the mentee a few lines."""

from __future__ import annotations

from collections.abc import Sequence

from microsoft_teams.cards.core import CardElement

from cards.common.contact import contact_line
from cards.kit.actions import CardAction
from cards.kit.dates import session_time
from cards.kit.elements import (
    Button,
    Rendered,
    bullets,
    button,
    card,
    heading,
    link,
    panel,
    para,
    quote,
    small,
    subheading,
    typed,
    unfolding,
)
from cards.kit.render import renders
from cards.kit.words import Words, called, topic_name
from cards.sessions.buttons import questions_button
from cards.tandem.over import over
from mentoring.domain.kit_choice import KitState
from mentoring.domain.kits.choice import Chosen
from mentoring.domain.kits.session import Part, SessionKit, length_of, session_kit
from mentoring.domain.kits.texts import said_in
from mentoring.domain.people import Role
from mentoring.usecases.tandem.session_kit import KitNotice


class TakeKit(CardAction, verb="kits.take"):
    """*Fits*."""

    session: str


class ChooseKit(CardAction, verb="kits.choose"):
    """Another one."""

    session: str
    kit: str


class SkipKit(CardAction, verb="kits.skip"):
    """*Without one*."""

    session: str


class SwitchKits(CardAction, verb="kits.switch"):
    """Kits come by themselves, or no more."""

    tandem: str
    comes: bool


@renders(KitNotice)
def kit(notice: KitNotice, words: Words) -> Rendered:
    """The kit; what has become of it; or that there is none."""
    if notice.ended_with_tandem:
        return over(notice, "kits", words)
    facts = {"partner": called(notice.partner, words), "number": notice.session.number}
    laid_out = _laid_out(notice, words)
    mentor, skipped = notice.role is Role.MENTOR, notice.is_skipped
    if laid_out is None or (skipped and not mentor):
        text = words.text("kit-none", **facts)
        return card([para(text), _contact(notice, words)], summary=text)
    if notice.is_over or skipped:
        return _closed(notice, laid_out, words)
    body = [
        small(when) if (when := _when(notice, words)) else None,
        heading(laid_out.title),
        para(laid_out.aim),
        quote(notice.about) if notice.about else None,
        *(_mentors(notice, laid_out, words) if mentor else _mentees(laid_out, words)),
        *_asked(notice, words),
        small(words.text(f"kit-free-{notice.role}", **facts)),
        small(words.text("kit-off")) if _may_come(notice) and not notice.comes else None,
        _contact(notice, words),
    ]
    title = words.text(f"kit-title-{notice.role}", title=laid_out.title, **facts)
    return card(body, _buttons(notice, laid_out, words), summary=title, live=True)


def _laid_out(notice: KitNotice, words: Words) -> SessionKit | None:
    if notice.kit is None or notice.choice is None:
        return None
    topic = notice.choice.topic
    house = notice.programme.topic(topic) if topic else None
    subject = notice.about or (topic_name(house, words) if house else "")
    length = length_of(notice.session.minutes)
    way = notice.choice.way
    return session_kit(notice.kit, words.language, length, way, subject=subject, house=house)


def _closed(notice: KitNotice, laid_out: SessionKit, words: Words) -> Rendered:
    """Afterwards the exercise is left; a kit that was skipped can be had all the same."""
    if not notice.is_over:
        text = words.text("kit-skipped", partner=called(notice.partner, words))
        back = button(words.text("kit-after-all"), TakeKit(session=notice.session.id))
        return card([para(text), _contact(notice, words)], [back], summary=text, live=True)
    text = words.text("kit-over", title=laid_out.title)
    exercise = [subheading(words.text("kit-exercise")), para(laid_out.exercise)]
    left = [] if notice.is_skipped else exercise
    return card([para(text), *left, _contact(notice, words)], summary=text)


def _mentors(notice: KitNotice, laid_out: SessionKit, words: Words) -> list[CardElement | None]:
    return [
        *(_part(each, words) for each in laid_out.parts),
        panel([subheading(words.text("kit-questions")), bullets(laid_out.questions)]),
        subheading(words.text("kit-exercise")),
        para(laid_out.exercise),
        subheading(words.text("kit-partner-reads", partner=called(notice.partner, words))),
        bullets(laid_out.bring),
        *_house(laid_out, words),
    ]


def _mentees(laid_out: SessionKit, words: Words) -> list[CardElement | None]:
    return [subheading(words.text("kit-bring")), bullets(laid_out.bring), *_house(laid_out, words)]


def _part(part: Part, words: Words) -> CardElement:
    """A part with its minutes; several steps as a list, what is spare or best below."""
    name = words.text(f"kit-part-{part.name.replace('_', '-')}")
    title = subheading(words.text("kit-part", name=name, minutes=part.minutes))
    text = para(part.lines[0]) if len(part.lines) == 1 else bullets(part.lines)
    spare = [small(words.text("kit-spare", text=each)) for each in part.spare]
    hint = [small(f"💡 {part.hint}")] if part.hint else []
    return panel([title, text, *spare, *hint])


def _house(laid_out: SessionKit, words: Words) -> list[CardElement | None]:
    """What the house says about the topic."""
    return [small(words.text("kit-rules", rules=laid_out.rules))] if laid_out.rules else []


def _asked(notice: KitNotice, words: Words) -> list[CardElement]:
    """What the other one would like to know; the one that the kit is about stands above."""
    asked = [each for each in notice.asked if each.text != notice.about]
    if not asked:
        return []
    title = subheading(words.text("kit-asked", partner=called(notice.partner, words)))
    return [title, *(typed(f"• {each.text}") for each in asked)]


def _when(notice: KitNotice, words: Words) -> str:
    session, zone = notice.session, notice.viewer.profile.zone
    if session.start is None or session.end is None:
        return ""
    time = session_time(session.start, session.end, zone, words)
    return words.text("kit-when", time=time, partner=called(notice.partner, words))


def _buttons(notice: KitNotice, laid_out: SessionKit, words: Words) -> Sequence[Button]:
    questions = questions_button(notice.tandem, words)
    links = [link(each.name, each.address) for each in laid_out.links]
    comes = SwitchKits(tandem=notice.tandem.id, comes=not notice.comes)
    switch = button(words.text(f"kit-{'on-again' if comes.comes else 'no-more'}"), comes)
    choosing = _choosing(notice, words) if notice.role is Role.MENTOR else []
    return [*choosing, questions, *links, *([switch] if _may_come(notice) else [])]


def _may_come(notice: KitNotice) -> bool:
    """Whether kits come by themselves at all: not where the two keep their own dates."""
    return not notice.session.is_by_hand


def _choosing(notice: KitNotice, words: Words) -> list[Button]:
    """*Fits*, another, or none; nothing of it has to be pressed."""
    session = notice.session.id
    open_ = notice.choice is not None and notice.choice.state is KitState.PROPOSED
    fits = button(words.text("kit-fits"), TakeKit(session=session), "positive")
    none = button(words.text("kit-skip"), SkipKit(session=session))
    instead = [
        button(_title(each, words), ChooseKit(session=session, kit=each.id))
        for each in notice.others
    ]
    other = unfolding(words.text("kit-other"), [small(words.text("kit-other-what"))], instead)
    return [*([fits] if open_ else []), *([other] if instead else []), none]


def _title(chosen: Chosen, words: Words) -> str:
    return said_in(chosen.texts, words.language).title


def _contact(notice: KitNotice, words: Words) -> CardElement | None:
    return contact_line(notice.programme.contact, words)
