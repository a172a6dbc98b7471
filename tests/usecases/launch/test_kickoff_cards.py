"""What each card of the kick-off shows."""

from __future__ import annotations

from mentoring.domain.people import Role
from mentoring.usecases.launch import kickoff_seats
from mentoring.usecases.launch.kickoff_cards import (
    kickoff_card,
    seat_card,
)
from tests.usecases.company import (
    Company,
    enrol,
    hidden,
    shown,
)
from tests.usecases.launch.kickoffs import KICKOFF, asked


class TestTheCards:
    """Everybody reads how many seats are taken, nobody who has taken them."""

    async def test_one_who_is_asked_reads_ones_own_answer_and_the_others_number(
        self, audience: Company
    ) -> None:
        await asked(audience)
        for number, mine in ((None, None), (0, 0), (-1, -1)):
            if number is not None:
                await audience.first.run(kickoff_seats.take_seat, KICKOFF, "eva", number)
            found = await shown(audience.first, seat_card.name, KICKOFF, "eva")
            assert (found.mine, found.person.id) == (mine, "eva")
        await audience.first.run(kickoff_seats.take_seat, KICKOFF, "jan", 0)
        assert (await shown(audience.first, seat_card.name, KICKOFF, "eva")).taken == {-1: 1, 0: 1}

    async def test_owners_read_how_many_were_asked(self, audience: Company) -> None:
        await asked(audience)
        await enrol(audience.first, Role.MENTEE, "olga")
        assert (await shown(audience.first, kickoff_card.name, KICKOFF, "otto")).asked == 2

    async def test_another_programmes_owners_read_nothing(self, audience: Company) -> None:
        await asked(audience)
        assert await hidden(audience.second, kickoff_card.name, KICKOFF, "olga") == "erased"
