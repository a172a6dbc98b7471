"""Calendars that hold: what people do in Outlook and on their cards with the sessions of a launched tandem."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp

from sandbox import cards, outlook
from sandbox.connector.clients import Shown
from sandbox.diaries import busy
from sandbox.mailbox import Appointment, Entry, living_days, occurrence_on
from sandbox.recurrence import days_of
from tests.stories.stage import NOW, Actor, Stage, on_stage, until, words_of
from tests.stories.test_road import TEXTS, launched, offered

RESCUE = "Neue Zeit für euer Treffen"


@dataclass
class Tandem:
    """A launched tandem, its people and what stands in their calendars."""

    stage: Stage
    owner: Actor
    mentor: Actor
    mentee: Actor

    @property
    def people(self) -> tuple[Actor, Actor]:
        return self.mentor, self.mentee

    def entries(self, actor: Actor) -> list[Entry]:
        """What both are invited to, as it stands in the calendar of one."""
        state = self.stage.tenant.state
        pair = {self.mentor.person.mail, self.mentee.person.mail}
        found = state.mailboxes[actor.person.id].entries.values()
        return [e for e in found if _people(self, e.appointment) == pair and not e.appointment.called_off]

    def series(self, actor: Actor | None = None) -> Entry:
        """The series, by default as it stands at its organizer's."""
        return next(e for e in self.entries(actor or self.mentor) if e.appointment.recurrence)

    def singles(self, actor: Actor) -> list[Entry]:
        return [e for e in self.entries(actor) if not e.appointment.recurrence]

    def day(self, number: int) -> date:
        """The day on which the pattern puts a session, counted from 1."""
        recurrence = self.series().appointment.recurrence
        assert recurrence
        return days_of(recurrence)[number - 1]

    def start(self, number: int) -> datetime:
        """When the session takes place by the organizer's calendar."""
        return occurrence_on(self.series().appointment, self.day(number)).start

    def meeting(self, actor: Actor, number: int) -> outlook.Meeting:
        """The session as it stands in somebody's calendar."""
        return outlook.find(self.stage.tenant.state, actor.person, self.series(actor).id, number)


def _people(tandem: Tandem, appointment: Appointment) -> set[str]:
    organizer = tandem.stage.tenant.state.people[appointment.organizer_id]
    return {organizer.mail, *(attendee.address for attendee in appointment.attendees)}


@asynccontextmanager
async def running_tandem(folder: Path, *, programme: str = "") -> AsyncIterator[Tandem]:
    """A tandem just launched in German, its organizer's calendar watched."""
    async with on_stage(folder, programme=programme) as stage:
        owner, mentor, mentee = await launched(stage, TEXTS["de"], "de")
        await mentee.reads(TEXTS["de"]["tandem"])
        await until(lambda: stage.tenant.state.subscriptions, "the organizer's calendar is watched")
        yield Tandem(stage, owner, mentor, mentee)


async def both_accept_the_first(tandem: Tandem, phrase: str) -> None:
    for actor in tandem.people:
        await actor.presses("positive", await actor.reads(phrase))


async def test_a_declined_session_is_rescued_by_two_taps(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        before = tandem.start(2)
        outlook.decline(tandem.stage.tenant.state, tandem.meeting(tandem.mentee, 2))
        await both_accept_the_first(tandem, RESCUE)
        for actor in tandem.people:
            await actor.reads("Gebucht:")
        assert tandem.start(2) != before
        assert tandem.day(2) not in tandem.series(tandem.mentee).declined, "the one who had declined is asked anew"
        assert not tandem.singles(tandem.mentor), "the occurrence is moved, nothing is booked beside it"


async def test_a_session_deleted_by_its_organizer_gets_an_event_of_its_own(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        outlook.delete(tandem.stage.tenant.state, tandem.meeting(tandem.mentor, 3))
        await both_accept_the_first(tandem, RESCUE)
        for actor in tandem.people:
            await actor.reads("Gebucht:")
            single = tandem.singles(actor)
            assert len(single) == 1, "a cancelled occurrence cannot be brought back, so there is one event in its place"
            assert single[0].appointment.join_url


async def test_a_session_moved_in_outlook_is_the_new_truth(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        moved = tandem.meeting(tandem.mentor, 2)
        outlook.move(tandem.stage.tenant.state, moved, tandem.start(2) + timedelta(days=1, hours=1))
        local = tandem.start(2).strftime("%H:%M")
        await tandem.mentee.reads(f"{local}–")
        assert RESCUE not in tandem.mentee.screen()
        assert len(living_days(tandem.series().appointment)) == 6


async def test_one_session_is_moved_by_card_and_only_when_both_agree(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        before, card = tandem.start(2), await tandem.mentee.reads(TEXTS["de"]["tandem"])
        await tandem.mentee.presses("agreement.session", card, session=sessions_on(card)[1])
        await tandem.mentor.presses("positive", await tandem.mentor.reads("Eine Zeit für euer Treffen"))
        await tandem.mentor.reads("Sobald")
        assert tandem.start(2) == before, "one yes books nothing"
        await tandem.mentee.presses("positive", await tandem.mentee.reads("Eine Zeit für euer Treffen"))
        await tandem.mentee.reads("Gebucht:")
        assert tandem.start(2) != before


async def test_from_now_on_shorter_sessions_are_agreed_on_and_booked_anew(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        old, card = tandem.series().appointment, await tandem.mentee.reads(TEXTS["de"]["tandem"])
        await tandem.mentee.presses("agreement.series", card, minutes="60", rhythm="two_weeks")
        for actor in tandem.people:
            await actor.presses("Vorschlag 2 passt", await actor.reads("Eure Treffen: bitte wählt"))
        await tandem.mentor.reads("Gebucht.")
        assert old.called_off, "nothing of the old series had taken place, so it is cancelled as a whole"
        new = tandem.series(tandem.mentee).appointment
        assert new.end - new.start == timedelta(minutes=60)
        assert new.recurrence is not None
        assert (new.recurrence.kind, new.recurrence.interval) == ("weekly", 2)
        await tandem.mentee.reads("alle 2 Wochen")


async def test_nothing_is_booked_over_what_came_in_between(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        outlook.decline(tandem.stage.tenant.state, tandem.meeting(tandem.mentee, 2))
        first = await tandem.mentor.reads(RESCUE)
        await tandem.mentor.presses("positive", first)
        offered = await tandem.mentee.reads(RESCUE)
        _fill_every_day(tandem, tandem.mentor)
        await tandem.mentee.presses("positive", offered)
        await tandem.mentee.reads("dazwischengekommen")
        assert tandem.start(2).hour < 23


async def test_two_lost_in_a_row_offer_a_shorter_session_and_give_the_owners_a_quiet_hint(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        for number in (1, 2):
            outlook.decline(tandem.stage.tenant.state, tandem.meeting(tandem.mentee, number))
        card = await tandem.mentee.reads("Lieber nur 60 Minuten")
        hint = await tandem.owner.reads("könnte Unterstützung brauchen", tandem.stage.owners_channel)
        told = words_of(hint.card)
        assert not [actor for actor in tandem.people if actor.person.surname in told]
        await tandem.mentee.presses("Lieber nur 60 Minuten", card)
        await until(lambda: _hours_on(tandem.mentee.screen()), "slots of one hour")


async def test_a_forged_notification_changes_nothing_and_foreign_events_are_not_read(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        asked: list[str] = []
        tandem.stage.tenant.state.journal.observers.append(lambda exchange: asked.append(exchange.path))
        await until(lambda: [path for path in asked if "/instances" in path], "the first look that follows the subscription")
        asked.clear()
        subscription = next(iter(tandem.stage.tenant.state.subscriptions))
        series = tandem.series().id
        url = f"{tandem.stage.tenant.state.product_urls[0]}/api/notifications"
        forged = [
            {"subscriptionId": subscription, "clientState": "guessed", "changeType": "updated", "resourceData": {"id": series}},
            {"subscriptionId": "unknown", "clientState": None, "changeType": "updated", "resourceData": {"id": series}},
            {"subscriptionId": subscription, "changeType": "updated", "resourceData": {"id": series}},
        ]
        async with aiohttp.ClientSession() as session:
            for body in forged:
                async with session.post(url, json={"value": [body]}) as answer:
                    assert answer.status == 202, "a forger learns nothing"
            for malformed in (b"", b"[1]", b'{"value": 1}', b'{"value": [{}]}', b"{" * 5000):
                async with session.post(url, data=malformed) as answer:
                    assert answer.status == 400
            async with session.post(f"{url}?validationToken=%3Cb%3E1%2B2", data=b"") as answer:
                assert (answer.status, answer.content_type, await answer.text()) == (200, "text/plain", "<b>1+2")
        busy(tandem.stage.tenant.state, tandem.mentor.person, NOW, NOW + timedelta(hours=1), "busy", "Dentist")
        await asyncio.sleep(2)  # as long as a notification and a look at the events would take
        assert not [path for path in asked if "/events/" in path], "nothing was read, of ours or of anybody else's"


async def test_what_happened_while_nobody_told_us_is_found_all_the_same(tmp_path: Path) -> None:
    """The subscription is gone, as after a long failure; the next renewal makes a new one and looks at our own events."""
    async with running_tandem(tmp_path) as tandem:
        tandem.stage.tenant.state.subscriptions.clear()
        outlook.decline(tandem.stage.tenant.state, tandem.meeting(tandem.mentee, 3))
        tandem.stage.later(days=5)
        await tandem.mentor.reads(RESCUE)
        await until(lambda: tandem.stage.tenant.state.subscriptions, "the calendar is watched again")


async def test_the_other_one_is_asked_while_somebody_pauses_and_may_wait_or_move(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        second = tandem.start(2)
        await tandem.mentee.says(f"pause bis {second:%d.%m.%Y}")
        await tandem.mentee.reads("Du hast Pause bis")
        await tandem.mentor.presses("Ich warte, dieses Treffen entfällt", await _asked_about(tandem, 1))
        await until(lambda: len(living_days(tandem.series().appointment)) == 5, "the first session is skipped")
        await tandem.mentor.presses("Später treffen", await _asked_about(tandem, 2))
        await both_accept_the_first(tandem, "bekommt eine spätere Zeit")
        await tandem.mentor.reads("Gebucht:")
        assert tandem.start(2) > second
        assert RESCUE not in tandem.mentor.screen(), "what is skipped is not lost"


async def test_the_end_of_a_cycle_cancels_what_is_to_come_and_keeps_what_was(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        series = tandem.series().appointment
        outlook.move(tandem.stage.tenant.state, tandem.meeting(tandem.mentor, 1), tandem.start(1) + timedelta(days=1))
        first, third = tandem.start(1), tandem.start(3)
        now = tandem.stage.tenant.state.clock.now()
        tandem.stage.later(seconds=(third - timedelta(days=2) - now).total_seconds())
        await tandem.mentor.reads("Habt ihr euch getroffen")
        await tandem.owner.says("abschließen")
        await tandem.owner.presses("positive", await tandem.owner.reads("Durchgang abschließen"))
        await tandem.owner.reads("Ein Tandem ist abgeschlossen")
        for actor in tandem.people:
            await actor.reads("Danke")
        assert len(living_days(series)) == 2, "the two that have taken place stay"
        assert tandem.start(1) == first, "where it had been moved to"
        assert series.recurrence is not None
        assert series.recurrence.end is not None
        assert series.recurrence.end < third.date()
        channels = [c for t in tandem.stage.tenant.state.teams.values() for c in t.channels.values()]
        await until(lambda: all(c.archived for c in channels if c.membership_type == "private"), "the channel is archived")


async def test_a_proposal_made_in_outlook_is_put_to_the_other_one(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        wished = tandem.start(2) + timedelta(days=1)
        outlook.propose(tandem.stage.tenant.state, tandem.meeting(tandem.mentee, 2), wished)
        await tandem.mentor.reads("schlägt für das Treffen")


async def test_we_met_and_we_did_not(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        now = tandem.stage.tenant.state.clock.now()
        tandem.stage.later(seconds=(tandem.start(1) + timedelta(hours=3) - now).total_seconds())
        await tandem.mentor.presses("no", await tandem.mentor.reads("Habt ihr euch getroffen"))
        await both_accept_the_first(tandem, RESCUE)
        await tandem.mentor.reads("Gebucht:")


async def _asked_about(tandem: Tandem, number: int) -> Shown:
    """The question whether to wait or to move that is about this session."""

    def found() -> Shown | None:
        cards_of = [e for e in tandem.mentor.sees() if "ist bis" in words_of(e.card)]
        return next((e for e in cards_of if f":{number:03d}" in str(e.card)), None)

    shown: Shown = await until(found, f"a question about session {number}")
    return shown


def sessions_on(shown: Shown) -> list[str]:
    """The sessions that the card offers to move, by id."""
    return list(cards.inputs(shown.card or {})["session"].choices)


def _hours_on(screen: str) -> bool:
    """Whether some slot on the screen lasts an hour."""
    spans = re.findall(r"(\d\d):(\d\d)–(\d\d):(\d\d)", screen)
    return any((int(c) - int(a)) * 60 + int(d) - int(b) == 60 for a, b, c, d in spans)


def _fill_every_day(tandem: Tandem, actor: Actor) -> None:
    state = tandem.stage.tenant.state
    start = tandem.start(1).replace(hour=5)
    for day in range(45):
        busy(state, actor.person, start + timedelta(days=day), start + timedelta(days=day, hours=15), "busy", "Workshop")


PART_TIME = """
[sessions]
rhythm = "tandem"
"""


async def test_before_an_account_goes_the_sessions_move_into_the_other_calendar(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        old = tandem.series().appointment
        outlook.move(tandem.stage.tenant.state, tandem.meeting(tandem.mentor, 3), tandem.start(3) + timedelta(days=1))
        await tandem.mentee.reads(tandem.start(3).strftime("%d. ").lstrip("0"))
        second, third = tandem.start(2), tandem.start(3)
        tandem.stage.later(seconds=(tandem.start(1) + timedelta(hours=3) - tandem.stage.tenant.state.clock.now()).total_seconds())
        await tandem.mentor.reads("Habt ihr euch getroffen")
        await tandem.owner.says("übergabe 1")
        await tandem.owner.reads("ziehen in den anderen Kalender um")
        new = await until(lambda: [e for e in tandem.entries(tandem.mentee) if e.is_organizer], "the mentee organizes")
        await until(lambda: len(living_days(old)) == 1, "what was stays in the old calendar")
        booked = new[0].appointment

        def starts() -> list[datetime]:
            return [occurrence_on(booked, day).start for day in living_days(booked)]

        await until(lambda: starts()[:2] == [second, third], "at the same times, the moved one too")
        assert len(starts()) == 5
        await asyncio.sleep(2)  # as long as a look at the old events would take
        assert RESCUE not in tandem.mentee.screen(), "nothing is lost by it"


async def test_from_session_to_session_the_next_one_is_agreed_on_at_the_end(tmp_path: Path) -> None:
    async with running_tandem(tmp_path, programme=PART_TIME) as tandem:
        [first] = tandem.singles(tandem.mentor)
        end = occurrence_on(first.appointment, first.appointment.start.date()).end
        tandem.stage.later(seconds=(end + timedelta(minutes=10) - tandem.stage.tenant.state.clock.now()).total_seconds())
        await both_accept_the_first(tandem, "Wann trefft ihr euch als Nächstes?")
        await tandem.mentor.reads("Gebucht:")
        assert len(tandem.singles(tandem.mentee)) == 2


async def test_who_keeps_the_calendar_is_told_before_the_invitation_and_answers_for_the_executive(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        owner, mentor, mentee, offer = await offered(stage, TEXTS["de"], "de")
        named = {mentor.person.id, mentee.person.id, owner.person.id}
        deputy = Actor(stage, next(p for p in stage.people() if p.id not in named and p.preferred_language == "de-DE"))
        summary = await mentee.reads("Wer pflegt") if "Wer pflegt" in mentee.screen() else await mentee.reads("du bist dabei")
        await mentee.presses("enrolment.go", summary, data=_goes_to(summary, "when"))
        await mentee.presses(
            "positive", await mentee.reads("Wer pflegt deinen Kalender?"), deputy=deputy.person.id, private="true"
        )
        await mentor.presses("positive", offer)
        await mentee.presses("positive", await mentee.reads(TEXTS["de"]["offer"]))
        await owner.says(TEXTS["de"]["launch"])
        await owner.presses("positive", await owner.reads(TEXTS["de"]["launch_preview"]))
        await deputy.reads("Termine für")
        told = min(m.created for m in stage.tenant.state.conversations.in_conversation(deputy.place.id))
        tandem = Tandem(stage, owner, mentor, mentee)
        await owner.reads(TEXTS["de"]["receipt"])
        assert told <= tandem.series().appointment.created
        assert tandem.series().appointment.details["sensitivity"] == "private", "as the mentee wished"
        await until(lambda: stage.tenant.state.subscriptions, "the organizer's calendar is watched")
        outlook.decline(stage.tenant.state, tandem.meeting(mentee, 2))
        await deputy.presses("positive", await deputy.reads(RESCUE))
        await mentor.presses("positive", await mentor.reads(RESCUE))
        await deputy.reads("Gebucht:")
        assert RESCUE not in mentee.screen(), "the executive is left in peace"
        assert "Ich singe" not in deputy.screen(), "no answers"


async def test_where_a_calendar_cannot_be_read_the_two_choose(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        owner, mentor, mentee, offer = await offered(stage, TEXTS["de"], "de")
        mentee.person.mailbox_readable = False
        await mentor.presses("positive", offer)
        await mentee.presses("positive", await mentee.reads(TEXTS["de"]["offer"]))
        await owner.says(TEXTS["de"]["launch"])
        await owner.presses("positive", await owner.reads(TEXTS["de"]["launch_preview"]))
        tandem = Tandem(stage, owner, mentor, mentee)
        for actor in (mentee, mentor):
            card = await actor.reads("Einen der beiden Kalender kann ich nicht lesen")
            assert not tandem.entries(mentor), "nothing is booked before both have chosen"
            await actor.presses("Vorschlag 2 passt", card)
        await mentor.reads("Gebucht.")
        assert len(living_days(tandem.series().appointment)) == 6


def _goes_to(shown: Shown, step: str) -> dict[str, Any]:
    """The data of the button that leads to a step of the questionnaire."""
    specs = [a.spec for a in cards.actions(shown.card or {}) if a.spec.get("data", {}).get("position") == step]
    data: dict[str, Any] = specs[0]["data"]
    return data
