"""How the programme stands, for owners: where it is, what comes next, what waits for them."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.kit.actions import CardAction
from cards.kit.dates import day
from cards.kit.elements import (
    Button,
    Rendered,
    bars,
    button,
    card,
    facts,
    heading,
    panel,
    para,
    row,
    small,
    subheading,
)
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.domain.cycle import CycleKind, CycleState
from mentoring.usecases.programme.needs import Need
from mentoring.usecases.programme.status import StatusNotice
from mentoring.usecases.programme.whereabouts import JOURNEY


class OpenPeople(CardAction, verb="status.people"):
    """Put who stands where below the overview."""


class OpenTandems(CardAction, verb="status.tandems"):
    """Put the tandems below the overview."""


class OpenGoing(CardAction, verb="status.going"):
    """Put what shows in groups below the overview."""


class OpenHistory(CardAction, verb="status.history"):
    """Put what owners have done below the overview."""


class LookAtNeed(CardAction, verb="status.need"):
    """Put what waits for owners below the overview."""

    need: str


@renders(StatusNotice)
def status(notice: StatusNotice, words: Words) -> Rendered:
    """A sentence, the next step, what waits; then how many are where."""
    title = words.text("status-title", programme=notice.programme)
    body: list[CardElement | None] = [
        heading(title),
        _number(notice, words),
        para(_where(notice, words)),
        panel([subheading(words.text("status-next")), para(_next(notice, words))]),
        *_needs(notice, words),
        *_charts(notice, words),
        *_tandems(notice, words),
        small(_enrolment(notice, words)) if not notice.cycle.is_over else None,
        *_sites(notice, words),
        *_left_out(notice, words),
    ]
    return card(body, _buttons(notice, words), summary=title, live=True)


def _number(notice: StatusNotice, words: Words) -> CardElement | None:
    if notice.cycle.kind is CycleKind.ROLLING:
        return None
    return small(words.text("status-cycle", number=notice.cycle.number))


def _where(notice: StatusNotice, words: Words) -> str:
    """The sentence that says where the programme stands."""
    figures, kind = notice.figures, _phase(notice)
    return words.text(
        f"where-{kind}",
        asked=figures.asked,
        enrolled=figures.enrolled,
        offers=figures.offers,
        accepted=figures.accepted,
        launched=figures.launched,
        number=notice.cycle.number,
    )


def _phase(notice: StatusNotice) -> str:
    figures = notice.figures
    if notice.cycle.is_over:
        return "closed" if notice.cycle.state is CycleState.CLOSED else "closing"
    if figures.launched:
        return "running"
    if figures.offers or figures.accepted:
        return "offers"
    asked = figures.takes_part or figures.asked
    return "enrolling" if asked else "preparing"


def _next(notice: StatusNotice, words: Words) -> str:
    step = notice.next
    on = day(step.day, words) if step.day else ""
    dated = "yes" if step.day else "no"
    return words.text(f"next-{_key(step.step)}", many=step.many, day=on, dated=dated)


def _needs(notice: StatusNotice, words: Words) -> list[CardElement]:
    """What waits for owners, each line to be pressed."""
    if not notice.needs:
        return []
    return [subheading(words.text("status-needs")), *(_need(each, words) for each in notice.needs)]


def _need(need: Need, words: Words) -> CardElement:
    title = words.text(f"need-{_key(need.name)}", many=need.many)
    hint = small(words.text(f"need-{_key(need.name)}-hint"))
    if not need.is_shown:
        return panel([para(f"⚠ {title}"), hint])
    return row(f"⚠ {title}", hint, title, LookAtNeed(need=need.name), "›")


def _charts(notice: StatusNotice, words: Words) -> list[CardElement]:
    """How many of each role are where."""
    found: list[CardElement] = []
    for role, counts in notice.figures.people.items():
        rows = [
            (words.text(f"state-{_key(each)}"), counts[each])
            for each in JOURNEY
            if counts.get(each)
        ]
        if rows:
            people = sum(counts.values())
            found += [subheading(words.text(f"status-{role}s", people=people)), bars(rows)]
    return found


def _tandems(notice: StatusNotice, words: Words) -> list[CardElement]:
    """How many tandems and offers there are, those only of which there are some."""
    figures = notice.figures
    rows = [
        (words.text(f"status-{name}"), str(many))
        for name, many in (
            ("accepted", figures.accepted),
            ("launched", figures.launched),
            ("closed", figures.closed),
        )
        if many
    ]
    if figures.offers and figures.offers_until:
        until = day(figures.offers_until, words)
        text = words.text("status-offers-until", offers=figures.offers, day=until)
        rows.insert(0, (words.text("status-offers"), text))
    return [subheading(words.text("status-tandems")), facts(rows)] if rows else []


def _enrolment(notice: StatusNotice, words: Words) -> str:
    if notice.enrolment_end is None:
        return words.text("status-open")
    return words.text(
        "status-open-until" if notice.enrolment_open else "status-closed-since",
        day=day(notice.enrolment_end, words),
    )


def _sites(notice: StatusNotice, words: Words) -> list[CardElement]:
    """Where people work of whose public holidays nothing is known."""
    if not notice.sites:
        return []
    nowhere = words.text("status-no-site")
    told = [
        words.text("status-site", site=site or nowhere, people=people)
        for site, people in notice.sites.items()
    ]
    return [small(f"⚠ {words.text('status-sites', sites=words.listed(told))}")]


def _left_out(notice: StatusNotice, words: Words) -> list[CardElement]:
    """What owners never see, and what of themselves is not here."""
    told = [words.text("status-seen")]
    if notice.left_out:
        told.append(words.text("status-left-out", people=notice.left_out))
    return [small(f"🔒 {' '.join(told)}")]


def _buttons(notice: StatusNotice, words: Words) -> list[Button]:
    figures = notice.figures
    people, tandems = (
        button(words.text("status-people"), OpenPeople()),
        button(words.text("status-show-tandems"), OpenTandems()),
    )
    asked = figures.takes_part or figures.asked
    some = figures.accepted or figures.launched or figures.closed
    going = button(words.text("status-show-going"), OpenGoing())
    met = figures.launched or figures.closed
    history = button(words.text("status-show-history"), OpenHistory())
    return [
        *([people] if asked else []),
        *([tandems] if some else []),
        *([going] if met else []),
        history,
    ]


def _key(name: str) -> str:
    return name.replace("_", "-")
