"""Owners hear that a place is free, once it is; not why, and nothing before."""

from __future__ import annotations

from mentoring.usecases.launch.free_place import FreePlaceNotice, free_place_card
from tests.usecases.company import (
    TANDEM,
    Company,
    all_of,
    change,
    hidden,
    one,
    shown,
)
from tests.usecases.launch.ended import asked, ends


class TestOwnersLearn:
    """That a place is free, once it is; not why, and nothing before."""

    async def test_in_their_channel(self, enrolled: Company) -> None:
        await asked(enrolled)
        assert await all_of(enrolled.first, "postings", kind=free_place_card.name) == []
        await ends(enrolled)
        [posting] = await all_of(enrolled.first, "postings", kind=free_place_card.name)
        assert (posting.conversation, posting.person_id) == ("19:owners", "")
        notice = await shown(enrolled.first, free_place_card.name, TANDEM, "otto")
        tandem = await one(enrolled.first, "tandems", TANDEM)
        assert notice == FreePlaceNotice(tandem, "Jan", "Eva")

    async def test_nobody_reads_it_of_their_own(self, enrolled: Company) -> None:
        await change(enrolled.unbound, "programmes", "p1", owners=("otto", "eva"))
        await asked(enrolled)
        await ends(enrolled)
        cards = await all_of(enrolled.first, "postings", kind=free_place_card.name)
        assert [each.person_id for each in cards] == ["otto"]
        assert (
            await hidden(enrolled.first, free_place_card.name, TANDEM, "eva") == "decide-elsewhere"
        )
