"""The owners' list of people to invite: preview, confirmation, and what has become of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from microsoft_teams.cards.core import CardElement

from cards.common.unreached import with_cause
from cards.enrolment.invitation import age_question, invitation_body
from cards.enrolment.mail_ahead import mail_ahead
from cards.enrolment.shut_out import shut_out_lines
from cards.kit.actions import CardAction
from cards.kit.elements import (
    STOP,
    Button,
    Rendered,
    asking,
    button,
    card,
    facts,
    heading,
    para,
    row,
    small,
    subheading,
    typed,
    unfolding,
)
from cards.kit.previews import closed_preview
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.invitation import TAKEN_BACK, Entry, Invite, InviteState
from mentoring.domain.people import Person, Profile, Role
from mentoring.usecases.enrolment.card import EnrolmentNotice
from mentoring.usecases.enrolment.invitation import InviteNotice

NAMED = 30
MOST_NAMED = 600
"""So many names are in sight, and so many at most where they are unfolded."""
MOST_ASKED = 5
"""So many unclear names are offered to choose from at once; a card has its limits."""

SAMPLE = "sample"
"""The id of nobody: for the invitation as owners may read it before they send it."""


class InviteAs(CardAction, verb="invite.as"):
    """The owner says in which role the people on the list are invited."""

    invite: str
    role: Role


class ChooseInvitee(CardAction, verb="invite.choose"):
    """The owner says who is meant by a name that several bear."""

    invite: str
    words: str
    person: str


class ConfirmInvite(CardAction, verb="invite.confirm"):
    """Invite everybody on the list who can be invited."""

    invite: str


class StopInvite(CardAction, verb="invite.stop"):
    """Take the list back."""

    invite: str


class TakeBack(CardAction, verb="invite.undo"):
    """Withdraw the invitations that nobody has answered."""

    invite: str


@renders(InviteNotice)
def invite_card(notice: InviteNotice, words: Words) -> Rendered:
    """The list as it stands."""
    invite = notice.invite
    if invite.state is InviteState.STOPPED:
        text = words.text("invite-stopped")
        return card([para(text)], summary=text)
    if notice.is_old:
        return closed_preview("old", words)
    if invite.state is InviteState.SOON:
        return _soon(notice, words)
    if invite.state is InviteState.UNDONE:
        return _undone(notice, words)
    sent = invite.state is InviteState.CONFIRMED
    return _confirmed(notice, words) if sent else _preview(notice, words)


def _soon(notice: InviteNotice, words: Words) -> Rendered:
    """Nobody has got anything yet."""
    invite = notice.invite
    title = words.text("invite-soon", people=len(invite.invitable()))
    body = [heading(title), para(words.text("invite-soon-stop"))]
    buttons = [
        button(words.text("invite-stop-now"), StopInvite(invite=invite.id), says=STOP),
        _text(notice, words),
    ]
    return card(body, buttons, summary=title, live=True)


def _preview(notice: InviteNotice, words: Words) -> Rendered:
    invite = notice.invite
    people = len(invite.invitable())
    title = words.text("invite-title", people=people)
    body: list[CardElement | None] = [
        heading(title),
        para(
            words.text(f"invite-as-{invite.role}", people=people)
            if invite.role
            else words.text("invite-as-what")
        )
        if people
        else None,
        typed(_named([entry.name for entry in invite.invitable()], words)) if people else None,
        *_asked_twice(invite, words),
        *_shut_out(notice, words),
        subheading(words.text("invite-hindered", people=len(invite.hindered())))
        if invite.hindered()
        else None,
        *_hindered(invite, words),
        para(words.text("invite-what-happens")) if people else None,
        small(words.text("invite-what-happens-long")) if invite.is_long else None,
    ]
    return card(body, _preview_buttons(notice, words), summary=title, live=True)


def _asked_twice(invite: Invite, words: Words) -> list[CardElement]:
    """Who has been asked in the other role: meant, or a slip that nobody notices afterwards."""
    names = [entry.name for entry in invite.invitable() if entry.in_both]
    if not names:
        return []
    text = words.text("invite-in-both", people=len(names), names=_named(names, words))
    told = typed(text)
    told.spacing = "Medium"
    return [told]


def _shut_out(notice: InviteNotice, words: Words) -> list[CardElement]:
    """Whom a rule will never let into a tandem: the owner reads it before they are invited."""
    entries = notice.invite.invitable()
    told = [(each.name, each.shut_out_by) for each in entries if each.shut_out_by]
    return shut_out_lines(told, words)


def _hindered(invite: Invite, words: Words) -> list[CardElement]:
    """Who cannot be invited, by cause: when a group is invited a second time, most of its people
    already are.
    """
    asked = [entry for entry in invite.hindered() if entry.choices][:MOST_ASKED]
    found = [element for entry in asked for element in _choices(invite, entry, words)]
    for cause, people in _by_cause(invite, [entry.text for entry in asked]).items():
        who = typed(_named(people, words))
        who.spacing = "Medium"
        found += [who, small(words.text(f"hindrance-{cause}"))]
    return found


def _by_cause(invite: Invite, asked: Collection[str]) -> dict[str, list[str]]:
    """The names of those who cannot be invited and are not asked about."""
    names: dict[str, list[str]] = {}
    for entry in invite.hindered():
        if entry.text not in asked:
            names.setdefault(entry.hindrance, []).append(entry.name or entry.text)
    return names


def _choices(invite: Invite, entry: Entry, words: Words) -> list[CardElement]:
    """Who may be meant by a name, each a line to press."""
    asked = typed(words.text("invite-who-is-meant", name=entry.text))
    asked.spacing = "Medium"
    return [
        asked,
        *(
            row(
                each.name,
                small(each.about),
                words.text("invite-choose", name=each.name),
                ChooseInvitee(invite=invite.id, words=entry.text, person=each.person_id),
                sign="+",
            )
            for each in entry.choices
        ),
    ]


def _all_names(invite: Invite, words: Words) -> Button | None:
    """Everybody, where the card does not name them all: one name too many, or one that is missing,
    is found nowhere else.
    """
    lists = [[entry.name for entry in invite.invitable()], *_by_cause(invite, ()).values()]
    if max(map(len, lists)) <= NAMED:
        return None
    shown = [typed(_named(sorted(names), words, MOST_NAMED)) for names in lists if names]
    for each in shown[1:]:
        each.spacing = "Medium"
    return unfolding(words.text("invite-all-names"), shown)


def _named(names: Sequence[str], words: Words, most: int = NAMED) -> str:
    more = len(names) - most
    return ", ".join(names[:most]) + (f" {words.text('and-more', people=more)}" if more > 0 else "")


def _text(notice: InviteNotice, words: Words) -> Button:
    """The invitation as people will read it, to unfold."""
    role, moment = notice.invite.role or Role.MENTEE, notice.invite.created_at
    somebody = Person(SAMPLE, Profile(SAMPLE, words.text("invite-sample-name"), ""), words.language)
    sample = Enrolment(SAMPLE, SAMPLE, role, EnrolmentState.INVITED, moment)
    shown = EnrolmentNotice(sample, somebody, notice.programme, notice.closes, closed=False)
    shown = replace(shown, rolls=notice.rolls, asks_age=notice.programme.under_18)
    body = [*invitation_body(shown, words), *age_question(shown, words)]
    return unfolding(words.text("invite-read"), body)


def _preview_buttons(notice: InviteNotice, words: Words) -> list[Button]:
    invite = notice.invite
    stop = button(words.text("invite-stop"), StopInvite(invite=invite.id))
    if invite.role is None:
        choices = [
            button(words.text(f"invite-choose-{role}"), InviteAs(invite=invite.id, role=role))
            for role in Role
        ]
        return [*choices, stop]
    if not invite.invitable():
        return [stop]
    buttons = (
        button(
            words.text("invite-confirm", people=len(invite.invitable())),
            ConfirmInvite(invite=invite.id),
            "positive",
        ),
        _all_names(invite, words),
        _text(notice, words),
        mail_ahead(notice.programme, invite.role, words),
        stop,
    )
    return [each for each in buttons if each]


def _undone(notice: InviteNotice, words: Words) -> Rendered:
    """What was taken back, and who did it when; how far the others come is shown elsewhere."""
    invite = notice.invite
    back = sum(each.hindrance == TAKEN_BACK for each in invite.entries)
    title = words.text("invite-undone", people=back)
    stayed = invite.stayed
    stay = words.text("invite-undone-stay", people=stayed) if stayed is not None else ""
    body = [heading(title), small(stay) if stay else None]
    return card(body, summary=title)


def _confirmed(notice: InviteNotice, words: Words) -> Rendered:
    """What has become of it."""
    invite = notice.invite
    title = words.text("invite-done", people=len(invite.invitable()))
    rows = [
        (words.text(f"state-{state}"), str(count)) for state, count in sorted(notice.states.items())
    ]
    unreached = [typed(with_cause(name, cause, words)) for name, cause in notice.unreached.items()]
    told = [subheading(words.text("invite-unreached")), *unreached] if unreached else []
    body = [heading(title), facts(rows) if rows else None, *told]
    return card(body, _way_back(notice, words), summary=title, live=True)


def _way_back(notice: InviteNotice, words: Words) -> list[Button]:
    """Taking it back, with what that does, as long as somebody has not answered."""
    invite, waiting = notice.invite, sum(notice.states.values()) - notice.answered
    if not waiting:
        return []
    question = words.text("invite-undo-what", people=waiting, answered=notice.answered)
    sure = button(
        words.text("invite-undo-yes", people=waiting), TakeBack(invite=invite.id), "destructive"
    )
    return [asking(words.text("invite-undo"), question, sure)]
