"""What an owner types on the card of one tandem."""

from __future__ import annotations

import pytest

from bot.handlers.common.numbers import whole_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [("3", 3), ("3.0", 3), (" 12 ", 12), (3, 3), ("3,5", 0), ("drei", 0), ("", 0), ("1e999", 0)],
)
def test_a_whole_number_is_read_as_clients_send_it(typed: object, number: int) -> None:
    """issue 13: a number's default left as it was came as ``3.0`` and was refused."""
    assert whole_number(typed) == number
