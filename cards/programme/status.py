"""How the programme stands, for owners: counts and names by state."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.common.unreached import with_cause
from cards.kit.dates import day
from cards.kit.elements import Rendered, bars, card, facts, heading, panel, para, small, subheading
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.domain.cycle import CycleKind
from mentoring.usecases.programme.status import ORDER, StatusNotice

NAMED = 25


@renders(StatusNotice)
def status(notice: StatusNotice, words: Words) -> Rendered:
    """Counts by role and state, then who is where."""
    title = words.text("status-title", programme=notice.programme)
    body: list[CardElement | None] = [heading(title), *_cycle(notice, words)]
    for role, counts in notice.counts.items():
        rows = [
            (words.text(f"state-{_key(state)}"), counts[state])
            for state in ORDER
            if counts.get(state)
        ]
        if rows:
            body += [
                subheading(words.text(f"status-{role}s", people=sum(counts.values()))),
                bars(rows),
            ]
    if notice.left_out:
        body.append(small(f"🔒 {words.text('status-left-out', people=notice.left_out)}"))
    if notice.people:
        body += [
            subheading(words.text("status-tandems")),
            facts([*_offers(notice, words), *_tandems(notice, words)]),
        ]
        body.append(
            panel(
                [
                    subheading(words.text("status-people")),
                    facts(_people(notice, words)),
                    small(_seen(words)),
                ]
            )
        )
    return card([*body, *_sites(notice, words)], summary=title)


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


def _cycle(notice: StatusNotice, words: Words) -> list[CardElement]:
    """Which cycle it is and what it waits for."""
    if notice.cycle.is_over:
        return [para(words.text("status-cycle-over", number=notice.cycle.number))]
    number = (
        []
        if notice.cycle.kind is CycleKind.ROLLING
        else [small(words.text("status-cycle", number=notice.cycle.number))]
    )
    nobody = [] if notice.people or notice.left_out else [para(words.text("status-nobody"))]
    return [*number, para(_enrolment(notice, words)), *nobody]


def _tandems(notice: StatusNotice, words: Words) -> list[tuple[str, str]]:
    """How many tandems are at which stage; closed ones are mentioned only once there are some."""
    found = {"closed": notice.closed}
    if not notice.cycle.is_over:
        found = {
            "accepted": notice.accepted,
            "launched": notice.launched,
            **(found if notice.closed else {}),
        }
    return [(words.text(f"status-{state}"), str(count)) for state, count in found.items()]


def _enrolment(notice: StatusNotice, words: Words) -> str:
    if notice.enrolment_end is None:
        return words.text("status-open")
    return words.text(
        "status-open-until" if notice.enrolment_open else "status-closed-since",
        day=day(notice.enrolment_end, words),
    )


def _offers(notice: StatusNotice, words: Words) -> list[tuple[str, str]]:
    if not notice.offers_open or notice.offers_until is None:
        return []
    text = words.text(
        "status-offers-until", offers=notice.offers_open, day=day(notice.offers_until, words)
    )
    return [(words.text("status-offers"), text)]


def _people(notice: StatusNotice, words: Words) -> list[tuple[str, str]]:
    rows = []
    for state, everybody in notice.people.items():
        names = [with_cause(name, notice.causes.get(name, ""), words) for name in everybody]
        more = len(names) - NAMED
        text = ", ".join(names[:NAMED]) + (
            f" {words.text('and-more', people=more)}" if more > 0 else ""
        )
        rows.append((words.text(f"state-{_key(state)}"), text))
    return rows


def _seen(words: Words) -> str:
    return f"🔒 {words.text('status-seen')}"


def _key(name: str) -> str:
    return name.replace("_", "-")
