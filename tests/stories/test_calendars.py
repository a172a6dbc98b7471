"""Calendars that hold: what people do in Outlook with the sessions of a launched tandem."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import aiohttp
import pytest

from sandbox import outlook
from sandbox.calendars import changed
from sandbox.demo.days import next_morning
from sandbox.diaries import busy
from sandbox.mailbox import living_days, occurrence_on
from tests.stories.stage import NOW, is_noted, until, words_of
from tests.stories.tandem import (
    PART_TIME,
    RESCUE,
    both_accept_the_first,
    fill_every_day,
    hours_on,
    is_rescued,
    running_tandem,
)


async def test_a_declined_session_is_rescued_by_two_taps(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        before = tandem.start(2)
        await tandem.in_outlook(outlook.decline, tandem.meeting(tandem.mentee, 2))
        await both_accept_the_first(tandem, RESCUE)
        for actor in tandem.people:
            await actor.reads("Gebucht:")
        assert tandem.start(2) != before
        assert tandem.day(2) not in tandem.series(tandem.mentee).declined, (
            "the one who had declined is asked anew"
        )
        assert not tandem.singles(tandem.mentor), (
            "the occurrence is moved, nothing is booked beside it"
        )


@pytest.mark.long
async def test_a_session_deleted_by_its_organizer_gets_an_event_of_its_own(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        await tandem.in_outlook(outlook.delete, tandem.meeting(tandem.mentor, 3))
        await both_accept_the_first(tandem, RESCUE)
        for actor in (tandem.mentor, tandem.mentee):
            await actor.reads("Gebucht:")
            single = tandem.singles(actor)
            assert len(single) == 1, (
                "a cancelled occurrence cannot be brought back, so there is one event in its place"
            )
            assert single[0].appointment.join_url


@pytest.mark.long
async def test_a_session_deleted_after_others_have_taken_place_is_rescued_all_the_same(
    tmp_path: Path,
) -> None:
    """The rehearsal of a cycle once took the past occurrence for the deleted one at a new time."""
    async with running_tandem(tmp_path) as tandem:
        now = tandem.stage.tenant.state.clock.now()
        tandem.stage.later(seconds=(tandem.start(1) + timedelta(hours=3) - now).total_seconds())
        await tandem.mentor.reads("Habt ihr euch getroffen")
        await tandem.in_outlook(outlook.delete, tandem.meeting(tandem.mentor, 2))
        await tandem.mentee.reads(RESCUE)


@pytest.mark.long
async def test_a_session_moved_in_outlook_is_the_new_truth(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        moved = tandem.meeting(tandem.mentor, 2)
        await tandem.in_outlook(outlook.move, moved, tandem.start(2) + timedelta(days=1, hours=1))
        local = tandem.start(2).strftime("%H:%M")
        await tandem.mentee.reads(f"{local}–")
        assert not is_rescued(tandem.mentee)
        assert len(living_days(tandem.series().appointment)) == 6


@pytest.mark.long
async def test_a_series_moved_as_a_whole_is_not_taken_for_lost(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        series, later = tandem.series(), tandem.start(1) + timedelta(hours=1)
        await tandem.in_outlook(outlook.move, outlook.Meeting(series), later)
        local = series.appointment.start.strftime("%H:%M")
        await tandem.mentee.reads(f"{local}–")
        assert "stehen nicht mehr im Kalender" not in tandem.mentee.screen()
        await tandem.in_outlook(outlook.decline, tandem.meeting(tandem.mentee, 4))
        await tandem.mentee.reads(RESCUE)
        assert "könnte Unterstützung" not in tandem.owner.screen(tandem.stage.owners_channel)


@pytest.mark.long
async def test_who_declines_everything_gets_one_card_with_a_new_series(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        await tandem.in_outlook(outlook.decline, outlook.Meeting(tandem.series(tandem.mentee)))
        await tandem.mentee.reads("So könnte es weitergehen")
        cards_about_it = [
            each
            for each in tandem.mentee.sees()
            if "So könnte es weitergehen" in words_of(each.card)
        ]
        assert len(cards_about_it) == 1


@pytest.mark.long
async def test_a_session_that_is_declined_twice_is_rescued_twice(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        await tandem.in_outlook(outlook.decline, tandem.meeting(tandem.mentee, 2))
        await tandem.mentor.reads(RESCUE)
        await tandem.in_outlook(
            outlook.move, tandem.meeting(tandem.mentor, 2), tandem.start(2) + timedelta(days=1)
        )
        await tandem.mentor.reads("Hier ist nichts mehr zu tun")
        await tandem.in_outlook(outlook.decline, tandem.meeting(tandem.mentee, 2))
        await until(
            lambda: tandem.mentor.screen().count(RESCUE) == 1,
            "a second rescue after the first was settled",
        )


@pytest.mark.long
async def test_nothing_is_booked_over_what_came_in_between(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        await tandem.in_outlook(outlook.decline, tandem.meeting(tandem.mentee, 2))
        first = await tandem.mentor.reads(RESCUE)
        await tandem.mentor.presses("positive", first)
        offered = await tandem.mentee.reads(RESCUE)
        fill_every_day(tandem, tandem.mentor)
        await tandem.mentee.presses("positive", offered)
        await tandem.mentee.reads("dazwischengekommen")
        assert tandem.start(2).hour < 23


@pytest.mark.long
async def test_two_lost_in_a_row_offer_a_shorter_session_and_owners_learn_of_it_only_if_asked(
    tmp_path: Path,
) -> None:
    async with running_tandem(tmp_path) as tandem:
        for number in (1, 2):
            await tandem.in_outlook(outlook.decline, tandem.meeting(tandem.mentee, number))
        card = await tandem.mentee.reads("Lieber nur 60 Minuten")
        offer = await tandem.mentor.reads("Wir hätten gern Unterstützung")
        assert "Unterstützung" not in tandem.owner.screen(tandem.stage.owners_channel)
        await tandem.mentor.presses("Wir hätten gern Unterstützung", offer)
        hint = await tandem.owner.reads("hätte gern Unterstützung", tandem.stage.owners_channel)
        told = words_of(hint.card)
        assert not hours_on(told), "which tandem it is, but nothing of what happened"
        await tandem.mentee.presses("Lieber nur 60 Minuten", card)
        await until(lambda: hours_on(tandem.mentee.screen()), "slots of one hour")


LOOKS = "effects WHERE kind IN ('watch', 'look') AND NOT done"
"""Whatever is still to be looked at in calendars."""


async def test_a_forged_notification_changes_nothing_and_foreign_events_are_not_read(
    tmp_path: Path,
) -> None:
    async with running_tandem(tmp_path) as tandem:
        state, asked = tandem.stage.tenant.state, list[str]()
        await until(lambda: not is_noted(tmp_path, LOOKS), "the first look is over")
        state.journal.observers.append(lambda exchange: asked.append(exchange.path))
        subscription = next(iter(state.subscriptions))
        series = tandem.series().id
        url = f"{state.product_urls[0]}/api/notifications"
        forged = [
            {
                "subscriptionId": subscription,
                "clientState": "guessed",
                "changeType": "updated",
                "resourceData": {"id": series},
            },
            {
                "subscriptionId": "unknown",
                "clientState": None,
                "changeType": "updated",
                "resourceData": {"id": series},
            },
            {
                "subscriptionId": subscription,
                "changeType": "updated",
                "resourceData": {"id": series},
            },
        ]
        async with aiohttp.ClientSession() as session:
            for body in forged:
                async with session.post(url, json={"value": [body]}) as answer:
                    assert answer.status == 202, "a forger learns nothing"
            for malformed in (b"", b"[1]", b'{"value": 1}', b'{"value": [{}]}', b"{" * 5000):
                async with session.post(url, data=malformed) as answer:
                    assert answer.status == 400
            async with session.post(f"{url}?validationToken=%3Cb%3E1%2B2", data=b"") as answer:
                assert (answer.status, answer.content_type, await answer.text()) == (
                    200,
                    "text/plain",
                    "<b>1+2",
                )
        told = state.outbox.counts["delivered"]
        foreign = busy(state, tandem.mentor.person, NOW, NOW + timedelta(hours=1))
        changed(state, foreign.appointment)
        await until(lambda: state.outbox.counts["delivered"] > told, "the foreign one is told")
        assert not is_noted(tmp_path, LOOKS), "nor will anybody look"
        assert not [path for path in asked if "/events/" in path], (
            "nothing was read, of ours or of anybody else's"
        )


@pytest.mark.long
async def test_what_happened_while_nobody_told_us_is_found_all_the_same(tmp_path: Path) -> None:
    """The subscription is gone, as after a long failure; the next renewal makes a new one and looks
    at our own events.
    """
    async with running_tandem(tmp_path) as tandem:
        tandem.stage.tenant.state.subscriptions.clear()
        outlook.decline(tandem.stage.tenant.state, tandem.meeting(tandem.mentee, 3))
        tandem.stage.later(days=5)
        await until(
            lambda: tandem.stage.tenant.state.subscriptions, "the calendar is watched again"
        )
        tandem.stage.tenant.state.clock.set(next_morning(tandem.stage.tenant.state))
        await tandem.mentor.reads(RESCUE)


@pytest.mark.long
async def test_a_proposal_made_in_outlook_is_put_to_the_other_one(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        wished = tandem.start(2) + timedelta(days=1)
        await tandem.in_outlook(outlook.propose, tandem.meeting(tandem.mentee, 2), wished)
        await tandem.mentor.reads("schlägt für das Treffen")


@pytest.mark.long
async def test_before_an_account_goes_the_sessions_move_into_the_other_calendar(
    tmp_path: Path,
) -> None:
    async with running_tandem(tmp_path) as tandem:
        old = tandem.series().appointment
        await tandem.in_outlook(
            outlook.move, tandem.meeting(tandem.mentor, 3), tandem.start(3) + timedelta(days=1)
        )
        await tandem.mentee.reads(tandem.start(3).strftime("%d. ").lstrip("0"))
        second, third = tandem.start(2), tandem.start(3)
        tandem.stage.later(
            seconds=(
                tandem.start(1) + timedelta(hours=3) - tandem.stage.tenant.state.clock.now()
            ).total_seconds()
        )
        await tandem.mentor.reads("Habt ihr euch getroffen")
        await tandem.owner.says("übergabe 1")
        preview = await tandem.owner.reads("Übergabe von Tandem 1")
        await tandem.owner.presses("Umziehen lassen", preview)
        new = await until(
            lambda: [e for e in tandem.entries(tandem.mentee) if e.is_organizer],
            "the mentee organizes",
        )
        await until(lambda: len(living_days(old)) == 1, "what was stays in the old calendar")
        booked = new[0].appointment

        def starts() -> list[datetime]:
            return [occurrence_on(booked, day).start for day in living_days(booked)]

        await until(lambda: starts()[:2] == [second, third], "at the same times, the moved one too")
        assert len(starts()) == 5
        await asyncio.sleep(2)  # as long as a look at the old events would take
        assert not is_rescued(tandem.mentee), "nothing is lost by it"


@pytest.mark.long
async def test_the_single_session_of_such_a_rhythm_may_be_moved_in_outlook(tmp_path: Path) -> None:
    async with running_tandem(tmp_path, programme=PART_TIME) as tandem:
        [first] = tandem.singles(tandem.mentor)
        start = occurrence_on(first.appointment, first.appointment.start.date()).start
        await tandem.in_outlook(
            outlook.move, outlook.Meeting(first), start + timedelta(days=1, minutes=15)
        )
        await tandem.mentee.reads(f"{first.appointment.start:%H:%M}–")
        assert not is_rescued(tandem.mentee)
        assert len(tandem.entries(tandem.mentor)) == 1


@pytest.mark.long
async def test_a_series_dragged_into_another_calendar_is_found_there(tmp_path: Path) -> None:
    """H5: the old id is gone, and nothing else has happened."""
    async with running_tandem(tmp_path) as tandem:
        series, booked = tandem.series(), tandem.start(2)
        before = series.id
        await tandem.in_outlook(outlook.into_other_calendar, outlook.Meeting(series))
        assert tandem.series().id != before
        await tandem.in_outlook(
            outlook.move, tandem.meeting(tandem.mentor, 2), booked + timedelta(days=1, hours=1)
        )
        await tandem.mentee.reads(f"{tandem.start(2):%H:%M}–")
        assert "stehen nicht mehr im Kalender" not in tandem.mentee.screen()
        assert not is_rescued(tandem.mentee)
        assert len(living_days(tandem.series().appointment)) == 6


@pytest.mark.parametrize("who", ["room", "organizer", "internal address", "forwarded"])
@pytest.mark.long
async def test_a_decline_is_seen_whoever_else_stands_in_the_list(tmp_path: Path, who: str) -> None:
    """H4."""
    async with running_tandem(tmp_path) as tandem:
        state, series = tandem.stage.tenant.state, outlook.Meeting(tandem.series())
        hers = tandem.meeting(tandem.mentee, 2)
        if who == "room":
            outlook.add_room(state, series, "Room 12")
        elif who == "organizer":
            outlook.list_organizer(state, series)
        elif who == "forwarded":
            outlook.forward(state, series, tandem.owner.person)
        internal = who == "internal address"
        await tandem.in_outlook(
            outlook.decline_by_internal_address if internal else outlook.decline, hers
        )
        await tandem.mentor.reads(RESCUE)


@pytest.mark.parametrize("keeps", [True, False])
@pytest.mark.long
async def test_this_and_all_following_events_at_another_time_are_not_lost(
    tmp_path: Path, *, keeps: bool
) -> None:
    """C5: Outlook ends the series and begins another one; it is known by our property, or by
    organizer, subject and who is asked.
    """
    async with running_tandem(tmp_path) as tandem:
        state, later = tandem.stage.tenant.state, tandem.start(4) + timedelta(hours=1)
        fourth = tandem.meeting(tandem.mentor, 4)
        outlook.move_following(state, fourth, later, keeps_properties=keeps)
        await tandem.stage.later_and_noticed(seconds=5)
        await tandem.mentee.reads(f"{later.astimezone(ZoneInfo('Europe/Berlin')):%H:%M}–")
        assert not is_rescued(tandem.mentee)
        assert "stehen nicht mehr im Kalender" not in tandem.mentee.screen()
