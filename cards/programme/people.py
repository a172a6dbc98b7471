"""Who stands where, by name: a page of the list, and one person who was looked for."""

from __future__ import annotations

from typing import Annotated, Literal

from microsoft_teams.cards.core import CardElement
from pydantic import Field

from cards.common.unreached import with_cause
from cards.kit.actions import CardAction
from cards.kit.dates import day
from cards.kit.elements import (
    Button,
    Rendered,
    bullets,
    button,
    card,
    facts,
    heading,
    para,
    small,
)
from cards.kit.inputs import choice
from cards.kit.render import renders
from cards.kit.words import Words
from cards.programme.pieces import corrected
from mentoring.domain.people import Role
from mentoring.notices import Notice
from mentoring.usecases.programme.finding_people import (
    EachNotice,
    PersonNotice,
    SeveralNotice,
    UnaskedNotice,
)
from mentoring.usecases.programme.people_list import Listed, PeopleNotice
from mentoring.usecases.programme.whereabouts import JOURNEY, Whereabouts

EVERYBODY = "everybody"
NOT_YET_MATCHED = {
    *(Whereabouts.INVITED, Whereabouts.BEGUN, Whereabouts.APPLIED, Whereabouts.DONE),
}


class TurnPeople(CardAction, verb="people.turn"):
    """Another page of the people of this state (empty: of all); it changes nothing."""

    state: Whereabouts | Literal[""] = ""
    page: Annotated[int, Field(ge=0, le=10_000)] = 0


class ChoosePeople(CardAction, verb="people.choose"):
    """The people of the state that stands in the input."""

    sends_inputs = True


@renders(PeopleNotice)
def people(notice: PeopleNotice, words: Words) -> Rendered:
    """How many, which state, a page of names."""
    title = words.text("people-title", people=notice.many)
    shown = _state(notice.chosen, words) if notice.chosen else words.text("people-all")
    pages = {"page": notice.page + 1, "pages": notice.pages}
    own = "own-chat" if notice.private else "channel"
    body: list[CardElement | None] = [
        heading(title),
        *corrected(notice, [_choice(notice, words) if notice.totals else None], words),
        para(words.text("people-shown", state=shown, **pages)) if notice.people else None,
        bullets(_line(each, notice.chosen, words) for each in notice.people)
        if notice.people
        else para(words.text("people-none")),
        small(words.text("people-find")),
        small(f"🔒 {words.text('status-seen')} {words.text(f'people-left-out-{own}')}"),
    ]
    return card(body, _buttons(notice, words), summary=title, live=True)


def _choice(notice: PeopleNotice, words: Words) -> CardElement:
    options = [(words.text("people-all"), EVERYBODY)]
    options += [
        (words.text("people-state", state=_state(each, words), people=notice.totals[each]), each)
        for each in JOURNEY
        if each in notice.totals
    ]
    value = notice.chosen or EVERYBODY
    return choice("state", words.text("people-choose"), options, value)


def _line(person: Listed, chosen: Whereabouts | None, words: Words) -> str:
    """Name and role; where they stand only if the list does not say it already."""
    name = with_cause(person.name, person.cause, words)
    roles = [_role(person, role, chosen, words) for role in person.roles]
    return f"{name} · {', '.join(roles)}"


def _role(person: Listed, role: Role, chosen: Whereabouts | None, words: Words) -> str:
    """The role, where they stand in it, and whether they came by themselves."""
    name, state = words.text(f"role-{role}"), person.roles[role]
    told = [_state(state, words)] if state is not chosen else []
    if role in person.uninvited and state is not Whereabouts.APPLIED:
        told.append(words.text("people-uninvited"))
    return words.text("people-role", role=name, state=", ".join(told)) if told else name


def _state(state: Whereabouts, words: Words) -> str:
    return words.text(f"state-{state.replace('_', '-')}")


def _buttons(notice: PeopleNotice, words: Words) -> list[Button]:
    state, page = notice.chosen, notice.page
    pages = [("page-back", page - 1, page > 0), ("page-next", page + 1, page + 1 < notice.pages)]
    turning = [
        button(words.text(key), TurnPeople(state=state or "", page=to))
        for key, to, there in pages
        if there
    ]
    chosen = button(words.text("people-show"), ChoosePeople()) if notice.totals else None
    return [*([chosen] if chosen else []), *turning]


@renders(PersonNotice)
def person(notice: PersonNotice, words: Words) -> Rendered:
    """Where somebody stands, and what owners can do; nothing is pressed here, because nothing of it
    is kept.
    """
    seen = small(f"🔒 {words.text('status-seen')} {words.text('find-kept-nowhere')}")
    return card([*_person(notice, words), seen], summary=_title(notice, words))


@renders(EachNotice)
def each_of_them(notice: EachNotice, words: Words) -> Rendered:
    """What there is to say of each, one below the other."""
    more = small(words.text("find-first", people=len(notice.each))) if notice.more else None
    told = [element for each in notice.each for element in _told(each, words)]
    seen = small(f"🔒 {words.text('status-seen')} {words.text('find-kept-nowhere')}")
    return card([*told, more, seen], summary=words.text("find-each"))


def _told(notice: Notice, words: Words) -> list[CardElement | None]:
    match notice:
        case PersonNotice():
            return _person(notice, words)
        case SeveralNotice():
            return _several(notice, words)
        case UnaskedNotice():
            return [para(_unasked(notice, words))]
    raise TypeError(f"find answers with no {type(notice).__name__}")


def _title(notice: PersonNotice, words: Words) -> str:
    return words.text("find-title", name=notice.person.name)


def _person(notice: PersonNotice, words: Words) -> list[CardElement | None]:
    roles = notice.person.roles
    rows = [(words.text(f"role-{role}"), _stands(notice, role, words)) for role in roles]
    told = {Whereabouts.IN_TANDEM} if notice.tandems else set()
    untold = [(role, state) for role, state in roles.items() if state not in told]
    to_do = dict.fromkeys(_to_do(notice, role, state, words) for role, state in untold)
    return [
        heading(_title(notice, words)),
        facts(rows),
        *(para(each) for each in to_do),
        *(_in_tandem(number, partner, words) for number, partner in notice.tandems),
    ]


def _stands(notice: PersonNotice, role: Role, words: Words) -> str:
    state = notice.person.roles[role]
    if role not in notice.person.uninvited or state is Whereabouts.APPLIED:
        return _state(state, words)
    return f"{_state(state, words)}, {words.text('people-uninvited')}"


def _to_do(notice: PersonNotice, role: Role, state: Whereabouts, words: Words) -> str:
    if state is Whereabouts.UNREACHABLE:
        return words.text("find-unreachable", cause=_cause(notice.person.cause, words))
    if notice.is_over and state in NOT_YET_MATCHED:
        return words.text("find-over")
    if state is Whereabouts.DONE and role in notice.rests:
        return words.text("find-resting")
    until = day(notice.offers_until, words) if notice.offers_until else ""
    is_open = "yes" if notice.may_enrol else "no"
    return words.text(f"find-{state.replace('_', '-')}", day=until, open=is_open)


def _cause(code: str, words: Words) -> str:
    """Why somebody is not reached; of a cause that is not known nothing is made up."""
    return words.text(f"unreachable-{code or 'unsaid'}")


def _in_tandem(number: int, partner: str, words: Words) -> CardElement:
    return para(words.text("find-tandem", number=number, partner=words.who(partner)))


@renders(SeveralNotice)
def several(notice: SeveralNotice, words: Words) -> Rendered:
    """Who may be meant, each with what tells them apart."""
    return card(_several(notice, words), summary=words.text("find-several", name=notice.said))


def _several(notice: SeveralNotice, words: Words) -> list[CardElement | None]:
    text = words.text("find-several", name=notice.said)
    lines = [f"{name} · {about}" if about else name for name, about in notice.people]
    return [para(text), bullets(lines), small(words.text("find-more")) if notice.more else None]


@renders(UnaskedNotice)
def unasked(notice: UnaskedNotice, words: Words) -> Rendered:
    """Nobody of this name takes part here."""
    text = _unasked(notice, words)
    return card([para(text)], summary=text)


def _unasked(notice: UnaskedNotice, words: Words) -> str:
    key = "find-unasked" if notice.name else "find-nobody"
    return words.text(key, name=notice.name or notice.said)
