"""Of whom the daily watch cannot read everything: it hides nobody else, and what was found of them
before stays as it is until they can be read again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from mentoring.domain.errors import NotAllowed, OutsideError, Rejected, Throttled, Unavailable
from mentoring.domain.finding import FindingState
from mentoring.usecases.launch.people_watch import look_at_people
from mentoring.usecases.launch.unwatched import unwatched_card
from tests.usecases.company import FIRST, NOW, TANDEM, Company, all_of, change, one, put, told
from tests.usecases.launch.looked_up import are, kinds, look, only

AWAY = (NOW, NOW + timedelta(weeks=9))
OF_ONE = (Rejected("ErrorInvalidUser"), NotAllowed("no"), Unavailable("it is being moved"))


async def unread(company: Company) -> list[dict[str, Any]]:
    """Whom a look could not read, by the log."""
    with capture_logs() as lines:
        await look(company)
    return [dict(line) for line in lines if line["event"] == "people.unread"]


class TestAMailbox:
    """One mailbox is refused, or does not answer, for a cause of its own."""

    @pytest.mark.parametrize("refusal", OF_ONE)
    async def test_the_others_are_read_and_it_is_named(
        self, watched: Company, refusal: OutsideError
    ) -> None:
        """Nobody of seven tandems was looked at, and of those after them nobody either."""
        watched.outlook.odd["jan"] = refusal
        watched.outlook.replying["eva"] = AWAY
        lines = await unread(watched)
        assert [(each["person"], each["error"]) for each in lines] == [
            ("jan", type(refusal).__name__)
        ]
        assert await kinds(watched) == ["long_absence"]
        assert (await only(watched)).person_id == "eva"
        assert await told(watched.first, unwatched_card.name) == []

    async def test_the_directory_is_believed_about_them(self, watched: Company) -> None:
        watched.outlook.odd["jan"] = OF_ONE[0]
        are(watched, "jan", hindrance="disabled")
        await look(watched)
        assert await kinds(watched) == ["disabled"]

    async def test_what_was_found_before_is_not_over(self, watched: Company) -> None:
        """It was told anew, and an owner had to leave it as it is once more."""
        watched.outlook.replying["eva"] = AWAY
        await look(watched)
        await change(watched.first, "findings", (await only(watched)).id, state=FindingState.LEFT)
        watched.outlook.odd["eva"] = OF_ONE[0]
        await look(watched)
        assert (await only(watched)).state is FindingState.LEFT
        del watched.outlook.odd["eva"], watched.outlook.replying["eva"]
        await look(watched)
        assert (await only(watched)).state is FindingState.OVER

    @pytest.mark.parametrize("refusal", [Unavailable("away"), Throttled("later", 60)])
    async def test_where_no_mailbox_answers_the_look_is_had_again(
        self, watched: Company, refusal: OutsideError
    ) -> None:
        watched.outlook.odd |= {"jan": refusal, "eva": refusal}
        with pytest.raises(type(refusal), match=str(refusal)):
            await look(watched)


class TestTheDirectory:
    """A question about several is refused for the sake of one of them."""

    async def test_the_others_are_asked_for_singly(self, watched: Company) -> None:
        watched.people.odd.add("jan")
        are(watched, "eva", hindrance="disabled")
        assert [each["person"] for each in await unread(watched)] == ["jan"]
        assert await kinds(watched) == ["disabled"]
        assert (await only(watched)).person_id == "eva"

    async def test_who_cannot_be_read_has_not_gone(self, watched: Company) -> None:
        watched.people.odd.add("jan")
        await look(watched)
        assert await all_of(watched.first, "findings") == []

    async def test_that_one_cannot_be_read_is_no_directory_that_refuses(
        self, watched: Company
    ) -> None:
        """Owners read that the bot may not look anybody up, and IT looked for a permission."""
        watched.people.odd.add("jan")
        assert [each["person"] for each in await unread(watched)] == ["jan"]
        assert await told(watched.first, unwatched_card.name) == []
        watched.people.odd.add("eva")
        await look(watched)
        assert len(await told(watched.first, unwatched_card.name)) == 1

    async def test_what_was_found_of_them_and_of_the_pair_before_stays(
        self, watched: Company
    ) -> None:
        are(watched, "jan", hindrance="disabled", managers=("eva",))
        await look(watched)
        watched.people.odd.add("jan")
        are(watched, "jan", hindrance="", managers=())
        await look(watched)
        assert await kinds(watched) == ["disabled", "reporting_line"]
        watched.people.odd.clear()
        await look(watched)
        assert await kinds(watched) == []

    async def test_the_next_tandems_have_their_turn(self, watched: Company) -> None:
        tandem = await one(watched.first, "tandems", TANDEM)
        more = [replace(tandem, id=f"{FIRST}.tandem-00{n}", number=n) for n in range(2, 10)]
        await put(watched.first, "tandems", *more)
        watched.people.odd.add("jan")
        await look(watched)
        waiting = await all_of(watched.first, "effects", kind=look_at_people.name, done=False)
        assert len(waiting) == 1
