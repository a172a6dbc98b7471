"""What happens to sessions while the programme runs, as durable workflows."""

from __future__ import annotations

from mentoring.domain.errors import NotAllowed, NotThere, Rejected
from mentoring.ports.world import World
from mentoring.usecases.changes import absence, calendar_watch, handover
from mentoring.usecases.polls import booking as poll_booking
from mentoring.usecases.polls import search as poll_search
from mentoring.usecases.sessions import reminders as session_reminder
from mentoring.workflows.registry import Step, workflow


@workflow("find_slots", queue="sessions")
async def find_slots(world: World, poll_id: str, step: Step) -> None:
    """Look for times and put them to both."""
    await step("find", lambda: poll_search.find(world, poll_id))


@workflow("book_slot", queue="sessions")
async def book_slot(world: World, poll_id: str, step: Step) -> None:
    """Book what both have agreed on, unless something has come in between."""
    try:
        if await step("free", lambda: poll_booking.still_free(world, poll_id)):
            await step("book", lambda: poll_booking.book(world, poll_id))
    except (NotAllowed, NotThere, Rejected):
        await step("give up", lambda: world.run(poll_booking.give_up, poll_id))


@workflow("watch", queue="sessions")
async def watch(world: World, organizer: str, step: Step) -> None:
    """Subscribe to an organizer's calendar, renew it, or end it."""
    await step("watch", lambda: calendar_watch.keep_watch(world, organizer))


@workflow("look", queue="sessions")
async def look(world: World, tandem_id: str, step: Step) -> None:
    """Read a tandem's events and take over what has changed."""
    await step("look", lambda: calendar_watch.look(world, tandem_id))


@workflow("remind", queue="talk")
async def remind(world: World, subject: str, step: Step) -> None:
    """Remind one person of one session, unless they or their partner are away."""
    await step("remind", lambda: session_reminder.remind(world, subject))


@workflow("skip_session", queue="sessions")
async def skip_session(world: World, session_id: str, step: Step) -> None:
    """Take a session out of both calendars, because one side waits for the other."""
    await step("skip", lambda: absence.skip(world, session_id))


@workflow("hand_over", queue="sessions")
async def hand_over(world: World, tandem_id: str, step: Step) -> None:
    """End a tandem's sessions in one calendar and book them in the other one's."""
    await step("let go", lambda: world.run(handover.let_go, tandem_id))
    await step("end", lambda: handover.end_old(world, tandem_id))
    await step("book", lambda: handover.book_new(world, tandem_id))
