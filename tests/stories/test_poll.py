"""What the two, a deputy and owners do on cards with the sessions of a launched tandem."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from sandbox import outlook
from sandbox.mailbox import living_days, occurrence_on
from tests.stories.stage import Actor, on_stage, until
from tests.stories.tandem import (
    PART_TIME,
    RESCUE,
    Tandem,
    asked_about,
    both_accept_the_first,
    goes_to,
    is_rescued,
    running_tandem,
    sessions_on,
)
from tests.stories.test_road import TEXTS, offered


@pytest.mark.long
async def test_a_question_about_a_pause_ends_with_the_pause(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        await tandem.mentee.says(f"pause bis {tandem.start(1):%d.%m.%Y}")
        await asked_about(tandem, 1)
        await tandem.mentee.presses(
            "Ich bin wieder da", await tandem.mentee.reads("Du hast Pause bis")
        )
        await tandem.mentor.reads("Das hat sich erledigt")
        assert len(living_days(tandem.series().appointment)) == 6


async def test_one_session_is_moved_by_card_and_only_when_both_agree(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        before, card = tandem.start(2), await tandem.mentee.reads(TEXTS["de"]["tandem"])
        await tandem.mentee.presses("poll.session", card, session=sessions_on(card)[1])
        await tandem.mentor.presses(
            "positive", await tandem.mentor.reads("Eine Zeit für dein Treffen")
        )
        await tandem.mentor.reads("Sobald")
        assert tandem.start(2) == before, "one yes books nothing"
        mail = tandem.stage.tenant.state.mail
        sent = len(mail)
        await tandem.mentee.presses(
            "positive", await tandem.mentee.reads("Eine Zeit für dein Treffen")
        )
        await tandem.mentee.reads("Gebucht:")
        assert tandem.start(2) != before
        assert [each.kind for each in mail[sent:]] == ["update"], "one mail for one change"


@pytest.mark.long
async def test_from_now_on_shorter_sessions_are_agreed_on_and_booked_anew(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        old, card = tandem.series().appointment, await tandem.mentee.reads(TEXTS["de"]["tandem"])
        await tandem.mentee.presses("poll.series", card, minutes="60", rhythm="two_weeks")
        for actor in tandem.people:
            await actor.presses("Vorschlag 2 passt", await actor.reads(": bitte wähle"))
        await tandem.mentor.reads("Gebucht mit")
        await until(
            lambda: old.called_off, "of the old series nothing has taken place: it goes whole"
        )
        new = tandem.series(tandem.mentee).appointment
        assert new.end - new.start == timedelta(minutes=60)
        assert new.recurrence is not None
        assert (new.recurrence.kind, new.recurrence.interval) == ("weekly", 2)
        await tandem.mentee.reads("alle 2 Wochen")


@pytest.mark.long
async def test_the_other_one_is_asked_while_somebody_pauses_and_may_wait_or_move(
    tmp_path: Path,
) -> None:
    async with running_tandem(tmp_path) as tandem:
        second = tandem.start(2)
        await tandem.mentee.says(f"pause bis {second:%d.%m.%Y}")
        await tandem.mentee.reads("Du hast Pause bis")
        await tandem.mentor.presses(
            "Ich warte, dieses Treffen entfällt", await asked_about(tandem, 1)
        )
        await until(
            lambda: len(living_days(tandem.series().appointment)) == 5,
            "the first session is skipped",
        )
        await tandem.mentor.presses("Später treffen", await asked_about(tandem, 2))
        await tandem.mentor.reads("bekommt eine spätere Zeit")
        assert "bekommt eine spätere Zeit" not in tandem.mentee.screen(), "a pause is silent"
        await tandem.mentee.presses(
            "Ich bin wieder da", await tandem.mentee.reads("Du hast Pause bis")
        )
        tandem.stage.later(days=1)
        await tandem.mentor.reads("ist früher wieder da")
        await tandem.mentor.reads("kann nun doch stattfinden")
        await both_accept_the_first(tandem, "bekommt eine spätere Zeit")
        await tandem.mentor.reads("Gebucht:")
        assert tandem.start(2) > second
        assert not is_rescued(tandem.mentor), "what is skipped is not lost"


@pytest.mark.long
async def test_the_end_of_a_cycle_cancels_what_is_to_come_and_keeps_what_was(
    tmp_path: Path,
) -> None:
    async with running_tandem(tmp_path) as tandem:
        series = tandem.series().appointment
        await tandem.in_outlook(
            outlook.move, tandem.meeting(tandem.mentor, 1), tandem.start(1) + timedelta(days=1)
        )
        first, third = tandem.start(1), tandem.start(3)
        now = tandem.stage.tenant.state.clock.now()
        tandem.stage.later(seconds=(third - timedelta(days=1) - now).total_seconds())
        await tandem.mentor.reads("Habt ihr euch getroffen")
        await tandem.owner.says("abschließen")
        await tandem.owner.presses("positive", await tandem.owner.reads("Durchgang abschließen"))
        await tandem.owner.reads("Ein Tandem ist abgeschlossen")
        tandem.stage.tenant.state.clock.set(third)
        for actor in tandem.people:
            await actor.reads("Danke")
        assert len(living_days(series)) == 2, "the two that have taken place stay"
        assert tandem.start(1) == first, "where it had been moved to"
        assert series.recurrence is not None
        assert series.recurrence.end is not None
        assert series.recurrence.end < third.date()
        channels = [
            c for t in tandem.stage.tenant.state.teams.values() for c in t.channels.values()
        ]
        await until(
            lambda: all(c.archived for c in channels if c.membership_type == "private"),
            "the channel is archived",
        )


@pytest.mark.long
async def test_we_met_and_we_did_not(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        now = tandem.stage.tenant.state.clock.now()
        tandem.stage.later(seconds=(tandem.start(1) + timedelta(hours=3) - now).total_seconds())
        await tandem.mentor.presses("no", await tandem.mentor.reads("Habt ihr euch getroffen"))
        await both_accept_the_first(tandem, RESCUE)
        await tandem.mentor.reads("Gebucht:")


@pytest.mark.long
async def test_from_session_to_session_the_next_one_is_agreed_on_at_the_end(tmp_path: Path) -> None:
    async with running_tandem(tmp_path, programme=PART_TIME) as tandem:
        [first] = tandem.singles(tandem.mentor)
        end = occurrence_on(first.appointment, first.appointment.start.date()).end
        tandem.stage.later(
            seconds=(
                end + timedelta(minutes=10) - tandem.stage.tenant.state.clock.now()
            ).total_seconds()
        )
        await both_accept_the_first(tandem, "Wann trefft ihr euch als Nächstes?")
        await tandem.mentor.reads("Gebucht:")
        assert len(tandem.singles(tandem.mentee)) == 2


async def test_who_keeps_the_calendar_is_told_before_the_invitation_and_answers_for_the_executive(
    tmp_path: Path,
) -> None:
    async with on_stage(tmp_path) as stage:
        owner, mentor, mentee, offer = await offered(stage, TEXTS["de"], "de")
        named = {mentor.person.id, mentee.person.id, owner.person.id}
        deputy = Actor(
            stage,
            next(
                p for p in stage.people() if p.id not in named and p.preferred_language == "de-DE"
            ),
        )
        summary = (
            await mentee.reads("Wer pflegt")
            if "Wer pflegt" in mentee.screen()
            else await mentee.reads("du bist dabei")
        )
        await mentee.presses("enrolment.go", summary, data=goes_to(summary, "when"))
        await mentee.presses(
            "positive",
            await mentee.reads("Wer pflegt deinen Kalender?"),
            deputy=deputy.person.id,
            private="true",
        )
        await mentor.presses("positive", offer)
        await mentee.presses("positive", await mentee.reads(TEXTS["de"]["offer"]))
        await owner.says(TEXTS["de"]["launch"])
        await owner.presses("positive", await owner.reads(TEXTS["de"]["launch_preview"]))
        await deputy.reads("Termine für")
        told = min(
            m.created for m in stage.tenant.state.conversations.in_conversation(deputy.place.id)
        )
        tandem = Tandem(stage, owner, mentor, mentee)
        await owner.reads(TEXTS["de"]["receipt"])
        assert told <= tandem.series().appointment.created
        assert tandem.series().appointment.details["sensitivity"] == "private", (
            "as the mentee wished"
        )
        await until(lambda: stage.tenant.state.subscriptions, "the organizer's calendar is watched")
        outlook.decline(stage.tenant.state, tandem.meeting(mentee, 2))
        await deputy.presses("positive", await deputy.reads("Neue Zeit für"))
        await mentor.presses("positive", await mentor.reads(RESCUE))
        await deputy.reads("Gebucht:")
        assert RESCUE not in mentee.screen(), "the executive is left in peace"
        assert "Ich singe" not in deputy.screen(), "no answers"


@pytest.mark.long
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
        await mentor.reads("Gebucht mit")
        assert len(living_days(tandem.series().appointment)) == 6
