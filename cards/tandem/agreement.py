"""The mentoring agreement of a tandem, as one of the two sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from microsoft_teams.cards.core import CardElement, RichTextBlock, TextBlock

from cards.common.contact import contact_line
from cards.common.said import sentence
from cards.kit.actions import CardAction
from cards.kit.dates import day
from cards.kit.elements import (
    Button,
    Rendered,
    button,
    card,
    heading,
    para,
    row,
    seen,
    small,
    subheading,
    typed,
    unfolding,
)
from cards.kit.inputs import buttons_of, line, marked, several
from cards.kit.render import renders
from cards.kit.words import Words, called
from cards.tandem.over import over
from mentoring.domain.agreement import LONGEST, Item, Outside, Prepares, Reach, Terms
from mentoring.domain.people import Role
from mentoring.usecases.tandem.agreement import AgreementNotice


class LookAtItem(CardAction, verb="agreement.look"):
    """Change an item; without one, back to the whole."""

    tandem: str
    item: Item | None = None


class SaveItem(CardAction, verb="agreement.save"):
    """Propose what was filled in."""

    sends_inputs = True
    tandem: str
    item: Item
    version: int


class SwitchAgreement(CardAction, verb="agreement.switch"):
    """What the other one says to it is told, or no more."""

    tandem: str
    tells: bool


class Agree(CardAction, verb="agreement.agree"):
    """*Agreed*, to the version that is read."""

    tandem: str
    version: int


@renders(AgreementNotice)
def agreement(notice: AgreementNotice, words: Words) -> Rendered:
    """The whole, or the item that is being changed; once the tandem is over, nothing of it."""
    if notice.is_over:
        return over(notice, "agreement", words)
    partner, contact = called(notice.partner, words), contact_line(notice.programme.contact, words)
    title = words.text("agreement-title", partner=partner)
    if notice.item:
        return _item(notice, notice.item, title, words)
    body = [
        heading(title),
        para(words.text(f"agreement-{_stage(notice)}", partner=partner, day=_since(notice, words))),
        *_changed(notice, words),
        *_lines(notice, words),
        None if notice.tells else small(words.text("agreement-off", partner=partner)),
        seen(words.text("agreement-seen")),
        contact,
    ]
    return card(body, _buttons(notice, words), summary=title, live=True)


def _stage(notice: AgreementNotice) -> str:
    """Who has agreed to what is proposed."""
    if notice.agreement.is_valid:
        return "valid"
    if notice.agreement.has_agreed(notice.role):
        return "waits"
    if notice.agreement.agreed:
        return "asked"
    return "proposed" if notice.agreement.changed_by is None else "changed"


def _since(notice: AgreementNotice, words: Words) -> str:
    """Since when an agreement is valid, on the viewer's calendar."""
    since = notice.agreement.valid_since
    zone = ZoneInfo(notice.viewer.profile.zone)
    return day(since.astimezone(zone).date(), words) if since else ""


def _changed(notice: AgreementNotice, words: Words) -> list[CardElement]:
    """Who has changed what is not valid yet, and that until then the earlier one is."""
    found = notice.agreement
    if found.is_valid or found.changed_by is None:
        return []
    whose = "own" if found.changed_by is notice.role else "theirs"
    by = words.text(f"agreement-changed-{whose}", partner=called(notice.partner, words))
    until = words.text("agreement-until-then", day=_since(notice, words))
    return [small(by), *([small(until)] if found.valid else [])]


def _lines(notice: AgreementNotice, words: Words) -> list[CardElement]:
    """All items, with the other one's goal below one's own."""
    goal, *others = (_line(notice, item, words) for item in Item)
    return [goal, *_theirs(notice, notice.agreement.terms, words), *others]


def _theirs(notice: AgreementNotice, terms: Terms, words: Words) -> list[CardElement]:
    """The other one's goal."""
    title = subheading(words.text("agreement-their-goal", partner=called(notice.partner, words)))
    return [title, _said(terms.goal_of(_other(notice)), Item.GOAL, words)]


def _other(notice: AgreementNotice) -> Role:
    return Role.MENTEE if notice.role is Role.MENTOR else Role.MENTOR


def _line(notice: AgreementNotice, item: Item, words: Words) -> CardElement:
    """An item as it is proposed, to be pressed where it is to be changed; the goals are two."""
    change = LookAtItem(tandem=notice.tandem.id, item=item)
    title = words.text(_key(item))
    value = _value(notice, notice.agreement.terms, item, words)
    return row(title, value, words.text("agreement-change", what=title), change)


def _key(item: Item) -> str:
    return f"agreement-{item.replace('_', '-')}"


def _value(
    notice: AgreementNotice, terms: Terms, item: Item, words: Words
) -> TextBlock | RichTextBlock:
    chosen = _chosen(terms, item)
    if chosen:
        names = [words.text(f"{_key(item)}-{each.replace('_', '-')}") for each in chosen]
        return para(", ".join(names))
    own = terms.not_about if item is Item.NOT_ABOUT else terms.goal_of(notice.role)
    return _said(own, item, words)


def _said(text: str, item: Item, words: Words) -> TextBlock | RichTextBlock:
    return typed(text) if text else small(words.text(f"{_key(item)}-none"))


def _chosen(terms: Terms, item: Item) -> tuple[str, ...]:
    """What is chosen; empty where something is typed."""
    found: Mapping[Item, tuple[str, ...]] = {
        Item.PREPARES: (terms.prepares,),
        Item.REACH: terms.reach,
        Item.OUTSIDE: (terms.outside,),
    }
    return found.get(item, ())


def _buttons(notice: AgreementNotice, words: Words) -> list[Button]:
    """*Agreed*, what is valid meanwhile, and whether one is told of it."""
    found, tandem = notice.agreement, notice.tandem.id
    agree = Agree(tandem=tandem, version=found.version)
    yes = button(words.text("agreement-agree"), agree, "positive")
    valid = found.valid if not found.is_valid else None
    switch = SwitchAgreement(tandem=tandem, tells=not notice.tells)
    told = f"agreement-{'on-again' if switch.tells else 'no-more'}"
    return [
        *([] if found.has_agreed(notice.role) else [yes]),
        *([_valid(notice, valid, words)] if valid else []),
        button(words.text(told), switch),
    ]


def _valid(notice: AgreementNotice, terms: Terms, words: Words) -> Button:
    """The earlier terms, to be unfolded, both goals first."""
    told: list[CardElement] = []
    for item in Item:
        told += [subheading(words.text(_key(item))), _value(notice, terms, item, words)]
        told += _theirs(notice, terms, words) if item is Item.GOAL else []
    return unfolding(words.text("agreement-still-valid"), told)


def _item(notice: AgreementNotice, item: Item, title: str, words: Words) -> Rendered:
    """One item, to be changed; where the other one was quicker, with what stands there now."""
    said = notice.raw.get(item.value, _filled(notice, item))
    field = INPUTS[item](words.text(_key(item)), item, said, words)
    problem = notice.problem
    now = [small(words.text("agreement-now")), _value(notice, notice.agreement.terms, item, words)]
    quicker = problem is not None and problem.code == "agreement-changed"
    save = SaveItem(tandem=notice.tandem.id, item=item, version=notice.agreement.version)
    body = [
        heading(title),
        *(marked([field], item.value, sentence(problem, words)) if problem else [field]),
        *(now if quicker else []),
        small(words.text(f"{_key(item)}-hint", partner=called(notice.partner, words))),
        contact_line(notice.programme.contact, words),
    ]
    back = button(words.text("agreement-back"), LookAtItem(tandem=notice.tandem.id))
    buttons = [button(words.text("agreement-save"), save, "positive"), back]
    return card(body, buttons, summary=title, live=True)


def _filled(notice: AgreementNotice, item: Item) -> str:
    """What stands in the input at first."""
    terms = notice.agreement.terms
    said = terms.not_about if item is Item.NOT_ABOUT else terms.goal_of(notice.role)
    return ",".join(_chosen(terms, item)) or said


Input = Callable[[str, Item, object, Words], CardElement]


def _typed_in(label: str, item: Item, said: object, _words: Words) -> CardElement:
    return line(item.value, label, said, longest=LONGEST, several_lines=True)


def _one_of(kind: type[Prepares | Outside]) -> Input:
    def made(label: str, item: Item, said: object, words: Words) -> CardElement:
        return buttons_of(item.value, label, _options(kind, item, words), said)

    return made


def _reached(label: str, item: Item, said: object, words: Words) -> CardElement:
    return several(item.value, label, _options(Reach, item, words), said)


def _options(
    kind: type[Prepares | Outside | Reach], item: Item, words: Words
) -> list[tuple[str, str]]:
    return [(words.text(f"{_key(item)}-{each.replace('_', '-')}"), each.value) for each in kind]


INPUTS: Mapping[Item, Input] = {
    Item.GOAL: _typed_in,
    Item.NOT_ABOUT: _typed_in,
    Item.PREPARES: _one_of(Prepares),
    Item.REACH: _reached,
    Item.OUTSIDE: _one_of(Outside),
}
"""What each item is changed with."""
