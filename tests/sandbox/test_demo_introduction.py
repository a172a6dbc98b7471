"""The bot greets whoever looks at the demo first in their own language, once it runs."""

from __future__ import annotations

import asyncio

from sandbox.demo.introduction import Introduction
from sandbox.demo.seats import take_seats
from tests.sandbox.recording_bot import card, with_card
from tests.sandbox.stage import on_stage


async def test_it_is_added_once_it_runs_in_the_language_of_that_moment() -> None:
    async with on_stage() as stage:
        state = stage.tenant.state
        seats = take_seats(state)
        made = Introduction(state, stage.tenant.clients, seats)
        waiting = asyncio.create_task(made.make())
        await asyncio.sleep(0)
        assert stage.bot.activities == []
        seats.owner.preferred_language = "en-GB"
        made.ready.set()
        await waiting
        told = [(each["type"], each["locale"]) for each in stage.bot.activities]
        assert told == [("installationUpdate", "en-GB"), ("conversationUpdate", "en-GB")]


async def test_where_it_has_greeted_it_is_not_added_again() -> None:
    async with on_stage() as stage:
        state = stage.tenant.state
        made = Introduction(state, stage.tenant.clients, take_seats(state))
        made.ready.set()
        place = stage.owners
        await stage.post(place, with_card(card("hello")))
        await made.make()
        assert stage.bot.activities == []
