"""What an owner types on the card of one tandem."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bot.commands.launch.interventions import replace
from bot.handlers.common.numbers import whole_number
from bot.handlers.launch.interventions import replace as replace_somebody
from cards.kit.words import Words
from cards.launch.single_tandem import ReplaceSomebody
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role


@pytest.mark.parametrize(
    ("typed", "number"),
    [("3", 3), ("3.0", 3), (" 12 ", 12), (3, 3), ("3,5", 0), ("drei", 0), ("", 0), ("1e999", 0)],
)
def test_a_whole_number_is_read_as_clients_send_it(typed: object, number: int) -> None:
    """issue 13: a number's default left as it was came as ``3.0`` and was refused."""
    assert whole_number(typed) == number


@pytest.mark.parametrize("said", ["", "  ", "7", "Tandem 7", "7 durch Tom Frei"])
async def test_who_leaves_a_tandem_is_a_person_never_a_number(said: str) -> None:
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
