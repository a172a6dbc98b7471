"""Sessions that stand in the mailbox of an organizer who has left the company can be cancelled by
nobody: receipts say so, with what can be done, and offer no attempt that cannot help.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.errors import NoMailbox, NotAllowed, NotThere
from mentoring.domain.intervention import Part
from mentoring.domain.people import Profile
from mentoring.domain.series import Ending, Plan
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.effects import plainly
from mentoring.usecases.launch import clearing_again, closing, ending
from mentoring.usecases.launch.clearing_away import clear_away
from mentoring.usecases.launch.closing_card import closing_card
from mentoring.usecases.launch.ending import end_one
from mentoring.usecases.launch.free_place import free_place_card
from mentoring.usecases.launch.taking_back import take_back
from mentoring.usecases.launch.undoing import undoing_card
from tests.usecases.company import TANDEM, Company, all_of, change, one, shown
from tests.usecases.launch.closings import CLOSING
from tests.usecases.launch.closings import confirmed as closed
from tests.usecases.launch.intervening import confirm, ends, prepare_end, seen
from tests.usecases.launch.undone import confirmed as undone

NO_HELP = "another attempt does not help"
BY_HAND = "delete the sessions from the other person"


def left_the_company(company: Company) -> Profile:
    """Jan's account is gone, and his mailbox with it."""
    company.outlook.refuses["end_series"] = NotThere("no such user", "Request_ResourceNotFound")
    return company.people.profiles.pop("jan")


async def remaining(company: Company) -> tuple[Part, ...]:
    return tuple((await one(company.first, "tandems", TANDEM)).remains.parts)


async def said(company: Company, card: str, subject: str) -> str:
    found = await shown(company.first, card, subject, "otto")
    return str(render(found, Words("en")).content)


async def test_owners_who_have_ended_it_read_what_can_be_done(running: Company) -> None:
    """It stood there as not cleared for ever, with a retry that never helped."""
    left_the_company(running)
    await prepare_end(running)
    await confirm(running)
    await ends(running)
    assert await remaining(running) == (Part.MAILBOX,)
    found = str(render(await seen(running), Words("en")).content)
    assert NO_HELP in found
    assert "all that were still to come" not in found
    assert "intervention.again" not in found


async def test_so_do_they_where_nobody_has_decided_it(running: Company) -> None:
    left_the_company(running)
    await running.first.run(ending.end, TANDEM)
    await ends(running)
    found = await said(running, free_place_card.name, TANDEM)
    assert (NO_HELP in found, BY_HAND in found, "free_place.again" in found) == (True, False, False)


async def test_so_does_the_receipt_of_a_closing(running: Company) -> None:
    left_the_company(running)
    await closing.end_tandem(running.first, f"{await closed(running)}:{TANDEM}")
    await catch_up(running.unbound)
    found = await said(running, closing_card.name, CLOSING)
    assert (NO_HELP in found, BY_HAND in found, "closing.again" in found) == (True, False, False)
    await running.first.run(clearing_again.all_again, CLOSING)
    assert len(await all_of(running.first, "effects", kind=closing.end_tandem.name)) == 1


async def test_so_does_that_of_a_launch_that_is_taken_back(started: Company) -> None:
    left_the_company(started)
    key = await undone(started)
    await take_back(started.first, TANDEM)
    await catch_up(started.unbound)
    found = await said(started, undoing_card.name, key)
    assert (NO_HELP in found, BY_HAND in found, "undo.again" in found) == (True, False, False)


async def test_what_else_is_left_can_be_tried_again(running: Company) -> None:
    left_the_company(running)
    running.teams.refuses["archive_channel"] = NotAllowed("no")
    await running.first.run(ending.end, TANDEM)
    await ends(running)
    found = await said(running, free_place_card.name, TANDEM)
    assert (BY_HAND in found, "free_place.again" in found) == (True, True)
    running.teams.refuses.clear()
    await running.first.run(clearing_again.after_end, "otto", TANDEM)
    await end_one(running.first, TANDEM)
    assert await remaining(running) == (Part.MAILBOX,)
    assert "free_place.again" not in await said(running, free_place_card.name, TANDEM)


class TestStillToBeTried:
    """As long as the mailbox may be there, another attempt may help."""

    async def left(self, company: Company) -> tuple[Part, ...]:
        await company.first.run(lambda uow, _: ending.close(uow, TANDEM))
        receipt, _ = await clear_away(company.first, TANDEM, plainly, "ended")
        return receipt.left

    async def test_of_a_disabled_account(self, running: Company) -> None:
        running.people.profiles["jan"] = replace(left_the_company(running), hindrance="disabled")
        assert await self.left(running) == (Part.SESSIONS,)

    async def test_where_the_directory_does_not_answer_that(self, running: Company) -> None:
        left_the_company(running)
        running.people.refuses["accounts"] = NotAllowed("no")
        assert await self.left(running) == (Part.SESSIONS,)

    @pytest.mark.parametrize(("series", "part"), [("series-1", "sessions"), ("", "mailbox")])
    async def test_of_a_handover_what_stands_with_the_other_one(
        self, running: Company, series: str, part: str
    ) -> None:
        left_the_company(running)
        old = Plan(ending=Ending("1", "jan", "series-1"))
        await change(running.first, "tandems", TANDEM, plan=old, organizer_id="eva")
        await change(running.first, "tandems", TANDEM, series_id=series)
        assert await self.left(running) == (Part(part),)


class TestOfAnAccountThatStands:
    """Its mailbox is missing (the licence, say): it read as if Microsoft 365 had failed, and nobody
    was told that the other one can delete the sessions.
    """

    @pytest.fixture
    async def unhoused(self, running: Company) -> Company:
        running.outlook.refuses["end_series"] = NoMailbox("no", "MailboxNotEnabledForRESTAPI")
        return running

    async def test_owners_read_what_can_be_done(self, unhoused: Company) -> None:
        await prepare_end(unhoused)
        await confirm(unhoused)
        await ends(unhoused)
        assert await remaining(unhoused) == (Part.NO_MAILBOX,)
        found = str(render(await seen(unhoused), Words("en")).content)
        told = "If IT can restore it", "the other person can delete", "intervention.again"
        assert [each in found for each in told] == [True, True, True]
        assert "all that were still to come" not in found

    async def test_once_it_is_there_again_a_retry_helps(self, unhoused: Company) -> None:
        await unhoused.first.run(ending.end, TANDEM)
        await ends(unhoused)
        assert "If IT can restore it" in await said(unhoused, free_place_card.name, TANDEM)
        unhoused.outlook.refuses.clear()
        await unhoused.first.run(clearing_again.after_end, "otto", TANDEM)
        await end_one(unhoused.first, TANDEM)
        assert await remaining(unhoused) == ()

    async def test_so_says_the_receipt_of_a_closing(self, unhoused: Company) -> None:
        await closing.end_tandem(unhoused.first, f"{await closed(unhoused)}:{TANDEM}")
        await catch_up(unhoused.unbound)
        found = await said(unhoused, closing_card.name, CLOSING)
        assert ("once IT has restored it" in found, "closing.again" in found) == (True, True)

    async def test_so_does_that_of_a_launch_that_is_taken_back(self, started: Company) -> None:
        started.outlook.refuses["end_series"] = NoMailbox("no", "MailboxNotEnabledForRESTAPI")
        key = await undone(started)
        await take_back(started.first, TANDEM)
        await catch_up(started.unbound)
        found = await said(started, undoing_card.name, key)
        assert ("once IT has restored it" in found, "undo.again" in found) == (True, True)
