"""The kick-off: the owners' card, the question which date suits, and the five-minute version."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from microsoft_teams.cards.core import CardElement
from pydantic import Field

from cards.common.said import sentence
from cards.kit.actions import CardAction
from cards.kit.dates import clock_name, session_time, short_slot
from cards.kit.elements import (
    NO,
    Button,
    Rendered,
    asking,
    button,
    card,
    heading,
    link,
    para,
    points,
    small,
    unfolding,
    wrong,
)
from cards.kit.inputs import day_input, line, marked, time_input
from cards.kit.inputs import number as number_input
from cards.kit.previews import closed_preview
from cards.kit.render import renders
from cards.kit.words import Words, called
from mentoring.domain.errors import Refusal
from mentoring.domain.kickoff import MINUTES, MOST_SEATS, Gathering, KickoffState
from mentoring.usecases.launch.kickoff_cards import (
    CALLED_OFF,
    SHOWN_FIRST,
    KickoffNotice,
    MissedNotice,
    SeatNotice,
)

PARTS = ("why", "roles", "space", "first", "dates")
CHANGEABLE = 5
"""So many dates can be changed at once: a card has six buttons at most."""
SIGNS = ("💡", "🤝", "🔒", "👋", "📅")


class ConfirmKickoff(CardAction, verb="kickoff.confirm"):
    """Ask everybody which date suits: as many as the preview says, which ``seen`` sums up."""

    kickoff: str
    seen: Annotated[str, Field(max_length=100)] = ""


class DiscardKickoff(CardAction, verb="kickoff.discard"):
    """Ask nobody."""

    kickoff: str


class CancelKickoff(CardAction, verb="kickoff.cancel"):
    """Call the kick-off off."""

    kickoff: str


class ChangeDate(CardAction, verb="kickoff.change"):
    """Let a date be at another time or site, or have other seats."""

    sends_inputs = True
    kickoff: str
    number: int


class TakeSeat(CardAction, verb="kickoff.seat"):
    """This date suits; -1: none of them."""

    kickoff: str
    number: int


def _when(each: Gathering, zone: str, words: Words) -> str:
    return session_time(each.start, each.start + timedelta(minutes=MINUTES), zone, words)


def _where(each: Gathering, words: Words) -> str:
    return words.text("kickoff-at", site=each.site) if each.site else words.text("kickoff-online")


@renders(KickoffNotice)
def kickoff(notice: KickoffNotice, words: Words) -> Rendered:
    """The dates, with how many have taken each."""
    state, asked = notice.kickoff.state, notice.asked
    if notice.is_old or state is KickoffState.DISCARDED:
        return closed_preview("old" if notice.is_old else "discarded", words)
    zone = notice.owner.profile.zone
    title = words.text("kickoff-title")
    rows = [
        ("📅", _when(d, zone, words), _seats(notice, n, d, words))
        for n, d in enumerate(notice.kickoff.dates)
    ]
    short = sum(d.seats for d in notice.kickoff.dates) < asked
    waiting, ended = state in SHOWN_FIRST, state in {KickoffState.OVER, *CALLED_OFF}
    body: list[CardElement | None] = [
        heading(title),
        para(words.text(f"kickoff-{state}", people=asked)),
        points(rows),
        small(words.text("kickoff-clock", place=clock_name(zone, words))) if not ended else None,
        small(f"⚠ {words.text('kickoff-short')}") if short and waiting else None,
        # The inputs are folded away, so it stands here as well as above its own.
        wrong(sentence(notice.problem, words)) if notice.problem else None,
    ]
    return card(body, _owners_buttons(notice, words), summary=title, live=not ended)


def _owners_buttons(notice: KickoffNotice, words: Words) -> list[Button]:
    kickoff, asked = notice.kickoff.id, notice.asked
    if notice.kickoff.state is KickoffState.OPEN:
        taken = sum(count for number, count in notice.taken.items() if number >= 0)
        cancel = CancelKickoff(kickoff=kickoff)
        sure = button(words.text("kickoff-cancel-yes"), cancel, "destructive")
        question = words.text("kickoff-cancel-sure", people=asked, taken=taken)
        changes = [_change(notice, number, words) for number in notice.to_come[:CHANGEABLE]]
        return [*changes, asking(words.text("kickoff-cancel"), question, sure)]
    if notice.kickoff.state not in SHOWN_FIRST:
        return []
    confirm = ConfirmKickoff(kickoff=kickoff, seen=notice.seen)
    return [
        button(words.text("kickoff-ask", people=asked), confirm, "positive"),
        button(words.text("discard"), DiscardKickoff(kickoff=kickoff)),
    ]


def _change(notice: KickoffNotice, number: int, words: Words) -> Button:
    """What may be changed of a date, with how many hear of it."""
    each, zone = notice.kickoff.dates[number], notice.owner.profile.zone
    local = each.start.astimezone(ZoneInfo(zone))
    needed = words.text("kickoff-change-needed")
    day_label, place = words.text("kickoff-change-day"), clock_name(zone, words)
    time_label = words.text("kickoff-change-time", place=place)
    seats = words.text("kickoff-change-seats")
    raw = notice.raw if notice.problem else {}
    typed = raw.get(f"site{number}", each.site), raw.get(f"seats{number}", each.seats)
    on = day_input(f"day{number}", day_label, required=needed, value=local.date())
    at = time_input(f"time{number}", time_label, required=needed, value=local.time())
    on.value = str(raw.get(f"day{number}", on.value))
    at.value = str(raw.get(f"time{number}", at.value))
    site = line(f"site{number}", words.text("kickoff-change-site"), typed[0], longest=100)
    places = number_input(f"seats{number}", seats, typed[1], 1, MOST_SEATS, required=needed)
    told = small(words.text("kickoff-change-told", taken=notice.taken.get(number, 0)))
    inputs = _marked_in([on, at, site, places, told], notice.problem, words)
    title = words.text("kickoff-change", day=short_slot(each.start, zone, words))
    do = ChangeDate(kickoff=notice.kickoff.id, number=number)
    return unfolding(title, inputs, [button(words.text("kickoff-change-do"), do)])


def _marked_in(
    inputs: list[CardElement], problem: Refusal | None, words: Words
) -> list[CardElement]:
    """The inputs, with what is wrong above the one that it is about, if it is among them."""
    ids = {getattr(each, "id", None) for each in inputs}
    if problem is None or not problem.field or problem.field not in ids:
        return inputs
    return [each for each in marked(inputs, problem.field, sentence(problem, words)) if each]


def _seats(notice: KickoffNotice, number: int, each: Gathering, words: Words) -> str:
    taken = notice.taken.get(number, 0)
    return f"{_where(each, words)} · {words.text('kickoff-seats', taken=taken, seats=each.seats)}"


@renders(SeatNotice)
def seat(notice: SeatNotice, words: Words) -> Rendered:
    """Which date suits; afterwards, which one was taken."""
    title = words.text("kickoff-invite", name=called(notice.person, words))
    if notice.kickoff.state is not KickoffState.OPEN:
        called_off = notice.kickoff.state in CALLED_OFF
        text = words.text(
            f"kickoff-{notice.kickoff.state}-for-you" if called_off else "kickoff-was"
        )
        return card([para(text)], summary=text)
    zone = notice.person.profile.zone
    rows = [
        ("📅", _when(d, zone, words), _free(notice, n, d, words))
        for n, d in enumerate(notice.kickoff.dates)
    ]
    answer = (
        "kickoff-question"
        if notice.mine is None
        else "kickoff-none"
        if notice.mine < 0
        else "kickoff-coming"
    )
    body = [
        heading(title),
        para(words.text("kickoff-what", programme=notice.programme.name)),
        points(rows),
    ]
    return card(
        [*body, small(words.text(answer))], _buttons(notice, zone, words), summary=title, live=True
    )


def _free(notice: SeatNotice, number: int, each: Gathering, words: Words) -> str:
    left = each.seats - notice.taken.get(number, 0)
    mark = f" · ✓ {words.text('kickoff-yours')}" if notice.mine == number else ""
    full = f" · {words.text('kickoff-full')}" if left <= 0 and notice.mine != number else ""
    return f"{_where(each, words)}{full}{mark}"


def _buttons(notice: SeatNotice, zone: str, words: Words) -> list[Button]:
    found: list[Button] = []
    for number, each in enumerate(notice.kickoff.dates):
        free = notice.taken.get(number, 0) < each.seats and each.start > notice.now
        if free and notice.mine != number:
            first = notice.mine is None and not found
            take = TakeSeat(kickoff=notice.kickoff.id, number=number)
            found.append(
                button(
                    short_slot(each.start, zone, words), take, "positive" if first else "default"
                )
            )
        if notice.mine == number and each.join_url:
            found.append(link(words.text("session-join"), each.join_url))
    if notice.mine is None or notice.mine >= 0:
        found.append(
            button(
                words.text("kickoff-no"), TakeSeat(kickoff=notice.kickoff.id, number=-1), says=NO
            )
        )
    return found


@renders(MissedNotice)
def missed(notice: MissedNotice, words: Words) -> Rendered:
    """The kick-off in five minutes."""
    title = words.text("kickoff-missed", name=called(notice.person, words))
    rows = [
        (sign, words.text(f"kickoff-part-{part}"), words.text(f"kickoff-part-{part}-text"))
        for sign, part in zip(SIGNS, PARTS, strict=True)
    ]
    return card([heading(title), points(rows)], summary=title)
