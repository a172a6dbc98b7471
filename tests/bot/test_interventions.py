"""What an owner types on the card of one tandem."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.commands.launch.interventions import replace
from bot.desk import Desk
from bot.handlers.common.numbers import whole_number
from bot.handlers.launch.interventions import replace as replace_somebody
from cards.kit.words import Words
from cards.launch.single_tandem import ReplaceSomebody
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.tandem import Tandem, TandemState
from tests.usecases.company import FIRST, NOW, TANDEM, Company, all_of, put
from tests.usecases.launch.intervening import CHAT, running

__all__ = ["running"]


@pytest.mark.parametrize(
    ("typed", "number"),
    [("3", 3), ("3.0", 3), (" 12 ", 12), (3, 3), ("3,5", 0), ("drei", 0), ("", 0), ("1e999", 0)],
)
def test_a_whole_number_is_read_as_clients_send_it(typed: object, number: int) -> None:
    """issue 13: a number's default left as it was came as ``3.0`` and was refused."""
    assert whole_number(typed) == number


@pytest.mark.parametrize("said", ["", "  ", "7", "Tandem 7", "in tandem 7"])
async def test_a_number_alone_does_not_say_who_leaves(said: str) -> None:
    """issue 14: without a name it asked for a number, and then sought that in the directory."""

    async def words(_: object) -> Words:
        return Words("de")

    desk: Any = SimpleNamespace(words=words, world=None)
    turn: Any = SimpleNamespace()
    with pytest.raises(Refusal) as refused:
        await replace(desk, turn, said)
    assert refused.value.code == "correct-whom"
    assert "Jan Kurz" in str(refused.value.facts["example"])


async def test_nobody_is_replaced_whom_nobody_has_chosen() -> None:
    """The mentor was put there where the mentee had left."""
    desk: Any = SimpleNamespace(world=SimpleNamespace(read=_read))
    turn: Any = SimpleNamespace(person_id="otto", scope="personal")
    action = ReplaceSomebody(tandem="t7", chosen="")
    with pytest.raises(Refusal) as refused:
        await replace_somebody(desk, turn, action)
    assert (refused.value.code, refused.value.field) == ("replace-whom", "leaving")


async def _read(unit: Any, *args: object) -> object:
    return unit(None, None, *args)


def test_a_card_from_before_means_the_mentor_who_stood_in_its_choice() -> None:
    assert ReplaceSomebody(tandem="t7").chosen is Role.MENTOR


@pytest.fixture
async def of_two(running: Company) -> Desk:
    """The desk of an owner who finds Jan in the tandems 1, with Eva, and 2, with Ada."""
    second = Tandem(SECOND, 2, "", "jan", "ada", TandemState.LAUNCHED, NOW, NOW)
    await put(running.first, "tandems", second)

    async def words(_: object) -> Words:
        return Words("en")

    desk: Any = SimpleNamespace(words=words, world=running.first)
    return cast("Desk", desk)


async def replaced(desk: Desk, said: str) -> tuple[str, str, str]:
    """Which tandem is shown to be replaced in, and who is its mentor and its mentee then."""
    turn: Any = SimpleNamespace(person_id="otto", chat=CHAT, scope="personal")
    await replace(desk, turn, said)
    [found] = await all_of(desk.world, "interventions")
    return found.tandem_id, found.mentor_id, found.mentee_id


SECOND = f"{FIRST}.t2"


class TestWhoIsInSeveral:
    """Of a mentor with two tandems the number says which one is meant."""

    async def test_without_one_it_says_how_to_name_it(self, of_two: Desk) -> None:
        with pytest.raises(Refusal) as refused:
            await replaced(of_two, "Jan with Dora")
        assert refused.value.code == "replace-several"
        assert refused.value.facts["numbers"] == "1, 2"
        assert "in tandem 7" in str(refused.value.facts["example"])

    @pytest.mark.parametrize(
        "said",
        [
            "Jan in tandem 1 with Dora",
            "Jan 1 durch Dora",
            "Jan, 1 with Dora",
            "Jan (tandem 1) with Dora",
            "Jan with Dora in tandem 1",
            "1 with Dora",
            "Tandem #1 durch Dora",
        ],
    )
    async def test_with_it_however_it_is_said(self, of_two: Desk, said: str) -> None:
        """It asked for a number, and refused it."""
        assert await replaced(of_two, said) == (TANDEM, "dora", "eva")

    async def test_the_number_of_another_tandem_is_none_of_theirs(self, of_two: Desk) -> None:
        with pytest.raises(Refusal, match="tandem-unknown"):
            await replaced(of_two, "Jan in tandem 3 with Dora")

    async def test_who_could_come_for_either_says_nothing(self, of_two: Desk) -> None:
        with pytest.raises(Refusal, match="correct-whom"):
            await replaced(of_two, "1 with Otto")

    async def test_nobody_takes_their_own_place(self, of_two: Desk) -> None:
        """The card of that could not be drawn."""
        with pytest.raises(Refusal, match="correct-whom"):
            await replaced(of_two, "Jan with 1")
        for said in ("Jan in tandem 1 with Jan", "Jan in tandem 1 with Eva"):
            with pytest.raises(Refusal, match="replace-same"):
                await replaced(of_two, said)
