"""The offer to both sides in each state, and what follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cards.examples.people import (
    ANSWERS,
    CLOCK,
    MENTEE,
    MENTOR,
    MET,
    PROGRAMME,
    SESSIONS,
    TANDEM,
    WISHED,
    WITH_BOUNDARY,
    photo,
)
from mentoring.domain.course import Course
from mentoring.domain.people import Person, Role
from mentoring.domain.scheduling.plan import Explanation
from mentoring.domain.tandem import ByHand, TandemState
from mentoring.notices import Notice
from mentoring.usecases.matching.left_over import LeftOverNotice
from mentoring.usecases.matching.offers import OfferNotice
from mentoring.usecases.sessions.late import LateNotice
from mentoring.usecases.sessions.reminders import SessionNotice
from mentoring.usecases.sessions.tandem_card import TandemNotice


def offers() -> dict[str, Notice]:
    """The offer to both sides in each state, and what follows."""
    found: dict[str, Notice] = {
        "left-over": LeftOverNotice(MENTEE, PROGRAMME),
        "left-over-rolling": LeftOverNotice(MENTEE, PROGRAMME, rolls=True),
        "left-over-shut-out": LeftOverNotice(MENTEE, PROGRAMME, shut_out=True),
        **{f"left-over-as-{role}": LeftOverNotice(MENTEE, PROGRAMME, role=role) for role in Role},
    }
    for role, viewer, partner in ((Role.MENTOR, MENTOR, MENTEE), (Role.MENTEE, MENTEE, MENTOR)):
        other = Role.MENTEE if role is Role.MENTOR else Role.MENTOR
        for state in ("open", "waiting", "accepted", "follows", "started", "over", "closed"):
            found[f"offer-{role}-{state}"] = OfferNotice(
                TANDEM,
                role,
                viewer,
                partner,
                "Ich singe",
                WISHED[other],
                ANSWERS[other].skills,
                state,
                PROGRAMME,
                photo=photo(partner.id, woman=partner is MENTEE),
            )
        told = (Explanation("series-monthly", CLOCK),)
        found[f"tandem-{role}"] = TandemNotice(
            TANDEM,
            role,
            viewer,
            partner,
            PROGRAMME,
            SESSIONS,
            told,
            SESSIONS,
            course=Course(0, 6),
            circle="p1c1.circle-mentors:jan" if role is Role.MENTOR else "",
            partner_goal="Weniger Papier",
            partner_place="in_person",
        )
        found |= _session(role, viewer, partner)
        running = TandemNotice(
            TANDEM, role, viewer, partner, WITH_BOUNDARY, SESSIONS, told, SESSIONS[3:]
        )
        found[f"tandem-{role}-running"] = replace(
            running, agreeing=frozenset({SESSIONS[3].id}), course=Course(2, 6)
        )
        dated = tuple(each for each in SESSIONS if each.start)
        found[f"tandem-{role}-through"] = replace(
            running, sessions=dated, ahead=(), is_through=True, course=Course(5, 5)
        )
        closed = replace(TANDEM, state=TandemState.CLOSED)
        found[f"tandem-{role}-closed"] = replace(running, tandem=closed)
        found[f"tandem-{role}-no-dates"] = TandemNotice(
            TANDEM, role, viewer, partner, PROGRAMME, ()
        )
        found[f"tandem-{role}-closed-erased"] = TandemNotice(
            closed, role, viewer, partner, PROGRAMME, ()
        )
        found |= _by_hand(role, viewer, partner)
    return found


def _session(role: Role, viewer: Person, partner: Person) -> dict[str, Notice]:
    """A session: before it, on its day, after it, and when one of the two is late."""
    near = SessionNotice(
        SESSIONS[0], TANDEM, role, viewer, partner, PROGRAMME, date(2026, 12, 7), over=False
    )
    found: dict[str, Notice] = {
        f"session-{role}-tomorrow": replace(near, photo=photo(partner.id, woman=partner is MENTEE))
    }
    found[f"session-{role}-today"] = replace(near, today=date(2026, 12, 8))
    found[f"session-{role}-move-asked"] = replace(near, asked=True)
    found[f"session-{role}-over"] = replace(near, over=True)
    for outcome in ("met", "missed"):
        found[f"session-{role}-{outcome}"] = replace(near, over=True, said=outcome)
    found[f"session-{role}-rearranged"] = replace(near, rearranged=True)
    found[f"session-{role}-late"] = replace(near, today=date(2026, 12, 8), told_late=True)
    late = LateNotice(partner, PROGRAMME.contact)
    found[f"session-late-{role}"] = late
    found[f"session-late-{role}-over"] = replace(late, over=True)
    return found


def _by_hand(role: Role, viewer: Person, partner: Person) -> dict[str, Notice]:
    """Two who keep their own dates: before they have met, after two sessions, and at the end."""
    tandem = replace(TANDEM, by_hand=ByHand.BOTH, channel_url="")
    over = replace(tandem, state=TandemState.CLOSED)
    new = TandemNotice(tandem, role, viewer, partner, PROGRAMME, (), course=Course(0, 6))
    met = replace(new, sessions=MET, course=Course(2, 6), said=(MET[1].id,))
    return {
        f"tandem-{role}-by-hand": new,
        f"tandem-{role}-by-hand-closed": replace(new, tandem=over),
        f"tandem-{role}-by-hand-met": met,
        f"tandem-{role}-by-hand-met-closed": replace(met, tandem=over),
    }
