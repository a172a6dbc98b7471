"""The invitation: who stands behind the programme, what it costs, that it is voluntary, who sees
it, what is stored.
"""

from __future__ import annotations

from microsoft_teams.cards import TextBlock
from microsoft_teams.cards.core import CardElement

from cards.common.contact import contact_line
from cards.common.language import other_languages
from cards.enrolment.buttons import ChangeRole, NotNow, TakePart, TakePartAgain
from cards.enrolment.entered import on_invitation
from cards.kit.dates import day
from cards.kit.elements import (
    NO,
    Button,
    Rendered,
    button,
    card,
    heading,
    para,
    person,
    points,
    small,
    subheading,
    typed,
)
from cards.kit.neutral import unmarked
from cards.kit.words import Words, called
from mentoring.domain.confirmed import mark_of
from mentoring.domain.enrolment import Application, NextTime
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import Answers
from mentoring.usecases.enrolment.card import EnrolmentNotice, other_role


def invitation(notice: EnrolmentNotice, words: Words) -> Rendered:
    """The first thing that somebody sees of the programme."""
    title, text = _title(notice, words), _what(notice, words)
    reminder = small(words.text("enrolment-reminder-invitation")) if notice.reminder else None
    buttons = _again(notice, words) if notice.enrolment.earlier else _first_time(notice, words)
    applies = _applies(notice, words)
    body = [
        reminder,
        *_corrected(notice, words),
        *invitation_body(notice, words),
        on_invitation(notice, words),
        *applies,
        *age_question(notice, words),
    ]
    ended = title if title.endswith("?") else f"{title}."
    return card(body, [*buttons, *other_languages(words)], summary=f"{ended} {text}", live=True)


def _corrected(notice: EnrolmentNotice, words: Words) -> list[CardElement]:
    """Why it comes after one for the other role, or after an application for it, and what has
    become of the answers, if any.
    """
    if not notice.corrected:
        return []
    applied = notice.enrolment.application is not Application.NONE
    why = "wanted" if applied else "corrected"
    keys = [f"enrolment-{why}-{notice.enrolment.role}"]
    if notice.enrolment.answers.own != Answers():
        keys.append("enrolment-corrected-kept")
    return [para(words.text(key)) for key in keys]


def _applies(notice: EnrolmentNotice, words: Words) -> list[CardElement]:
    """For whoever comes by themselves: who decides, if it is not decided, and what is asked of
    them.
    """
    told: list[CardElement] = []
    if notice.enrolment.application is Application.OPEN:
        told.append(para(words.text("application-decided")))
    if notice.asks_condition:
        wanted = notice.programme.condition(notice.enrolment.role).said_in(words.language)
        told += [subheading(words.text("application-condition")), typed(wanted)]
    return told


def _read(notice: EnrolmentNotice) -> str:
    """The mark of what is asked of the person, if anything is."""
    asked = notice.programme.condition(notice.enrolment.role)
    return mark_of(asked) if notice.asks_condition else ""


def _yes(notice: EnrolmentNotice, usual: str, words: Words) -> str:
    """What is said by pressing: that it is so, where something is asked."""
    applies = notice.enrolment.application is Application.OPEN
    if notice.asks_condition:
        return words.text("application-yes" if applies else "application-yes-again")
    return words.text("application-begin" if applies else usual)


def age_question(notice: EnrolmentNotice, words: Words) -> list[CardElement]:
    """Whether the person is of age, which the buttons below answer, where the programme asks it."""
    if not notice.asks_age:
        return []
    said = para(words.text("age-what")), small(words.text("age-kept"))
    return [subheading(words.text("age-title")), *said]


def _yes_buttons(
    notice: EnrolmentNotice, title: str, yes: TakePart | TakePartAgain, words: Words
) -> list[Button]:
    """*Take part*; two of the same weight where it also says whether one is of age."""
    if not notice.asks_age:
        return [button(title, yes, "positive")]
    said = (("age-yes", True), ("age-no", False))
    return [
        button(words.text(key, yes=title), yes.model_copy(update={"of_age": so}), "positive")
        for key, so in said
    ]


def _first_time(notice: EnrolmentNotice, words: Words) -> list[Button]:
    key, other = notice.enrolment.id, other_role(notice.enrolment.role)
    yes = TakePart(enrolment=key, meets=notice.asks_condition, read=_read(notice))
    choice = (
        [button(words.text(f"invitation-as-{other}"), ChangeRole(enrolment=key))]
        if notice.may_change_role
        else []
    )
    return [
        *_yes_buttons(notice, _yes(notice, "invitation-yes", words), yes, words),
        *choice,
        button(words.text("invitation-no"), NotNow(enrolment=key), says=NO),
    ]


def _again(notice: EnrolmentNotice, words: Words) -> list[Button]:
    """For somebody who took part before."""
    key = notice.enrolment.id
    yes = TakePartAgain(enrolment=key, meets=notice.asks_condition, read=_read(notice))
    wished_other = notice.wished is NextTime.OTHER
    once_more = "again-yes" if notice.may_change_role else f"again-yes-{notice.enrolment.role}"
    usual = f"again-as-{notice.enrolment.role}" if wished_other else once_more
    buttons = _yes_buttons(notice, _yes(notice, usual, words), yes, words)
    if notice.may_change_role:
        other = words.text(f"again-as-{other_role(notice.enrolment.role)}")
        buttons.append(button(other, ChangeRole(enrolment=key)))
    return [*buttons, button(words.text("again-no"), NotNow(enrolment=key), says=NO)]


def invitation_body(notice: EnrolmentNotice, words: Words) -> list[CardElement]:
    """All that the invitation says, without its buttons."""
    body = [
        _sponsor(notice, words),
        heading(_title(notice, words)),
        para(_what(notice, words)),
        _wished(notice, words),
        _answers(notice, words),
        points(_points(notice, words)),
        contact_line(notice.programme.contact, words),
    ]
    return [element for element in body if element]


def _title(notice: EnrolmentNotice, words: Words) -> str:
    key = "again-title" if notice.enrolment.earlier else "invitation-title"
    key = "anew-title" if notice.asked_anew else key
    return words.text(key, programme=notice.programme.name)


def _what(notice: EnrolmentNotice, words: Words) -> str:
    anew = "anew" if notice.asked_anew else "again"
    kind = anew if notice.enrolment.earlier else "invitation"
    key = f"{kind}-{notice.enrolment.role}-what"
    return words.text(key, name=called(notice.person, words), programme=notice.programme.name)


def _wished(notice: EnrolmentNotice, words: Words) -> CardElement | None:
    """What they said at the end of last time; it is a wish, so they are asked all the same."""
    if notice.wished not in {NextTime.AGAIN, NextTime.OTHER}:
        return None
    other = f"-{notice.enrolment.role}" if notice.wished is NextTime.OTHER else ""
    return para(words.text(f"again-wished-{notice.wished}{other}"))


def _answers(notice: EnrolmentNotice, words: Words) -> CardElement | None:
    """What has become of last time's answers."""
    if not notice.enrolment.earlier:
        return None
    if notice.kept and notice.kept_until:
        return para(words.text("again-kept-until", day=day(notice.kept_until, words)))
    return para(words.text("again-kept" if notice.kept else "again-erased"))


def _sponsor(notice: EnrolmentNotice, words: Words) -> CardElement | None:
    sponsor = notice.programme.sponsor
    if not sponsor.name:
        return None
    said = sponsor.sentences.get(words.language)
    quoted = words.text("invitation-sponsor-said", sentence=said) if said else ""
    sentence = TextBlock(text=unmarked(quoted), wrap=True, size="Medium") if quoted else None
    name = small(", ".join(part for part in (sponsor.name, sponsor.title) if part))
    return person(sponsor.picture or notice.photo, sponsor.name, [sentence, name])


def cost(programme: Programme, words: Words) -> str:
    """What taking part costs in time."""
    rules = programme.sessions
    return words.text(
        "invitation-cost" if rules.number is None else "invitation-cost-number",
        minutes=rules.length_minutes,
        rhythm=words.text(f"rhythm-{rules.rhythm}"),
        months=rules.months,
        sessions=rules.number or 0,
    )


def _points(notice: EnrolmentNotice, words: Words) -> list[tuple[str, str, str]]:
    stored = words.text("invitation-stored-rolling" if notice.rolls else "invitation-stored")
    rows = [
        ("⏱", words.text("invitation-cost-label"), cost(notice.programme, words)),
        ("🙋", words.text("invitation-voluntary-label"), words.text("invitation-voluntary")),
        ("👀", words.text("invitation-seen-label"), words.text("invitation-seen")),
        ("🔒", words.text("invitation-stored-label"), stored),
    ]
    if until := notice.closes or notice.due:
        rows.append(("📅", words.text("invitation-until-label"), day(until, words)))
    return rows
