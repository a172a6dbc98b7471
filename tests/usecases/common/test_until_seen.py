"""What Teams may only not see yet is tried again after growing pauses, and not for ever."""

from __future__ import annotations

from mentoring.usecases.common.unsending import unsend
from mentoring.usecases.common.until_seen import UNTIL_SEEN, asked_again
from tests.usecases.company import NOW, Company, all_of


async def test_it_is_asked_for_once_more_after_each_pause_and_then_no_more(
    programmes: Company,
) -> None:
    asked = [await programmes.first.run(asked_again, unsend, "where") for _ in range(5)]
    assert asked == [True, True, True, False, False]
    effects = await all_of(programmes.first, "effects", kind=unsend.name, subject_id="where")
    assert [each.not_before for each in effects] == [NOW + pause for pause in UNTIL_SEEN]


async def test_each_message_has_pauses_of_its_own(programmes: Company) -> None:
    for where in ("one", "other"):
        assert await programmes.first.run(asked_again, unsend, where)
