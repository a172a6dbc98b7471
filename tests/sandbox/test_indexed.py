"""What is found by something else than its id."""

from dataclasses import dataclass

import pytest

from sandbox.indexed import Indexed


@dataclass(frozen=True)
class Coat:
    id: str
    hook: str


@pytest.fixture
def coats() -> Indexed[Coat]:
    found: Indexed[Coat] = Indexed(lambda coat: [coat.hook])
    found.update({"a": Coat("a", "left"), "b": Coat("b", "left"), "c": Coat("c", "right")})
    return found


def test_all_that_share_a_key_are_found_in_the_order_in_which_they_came(
    coats: Indexed[Coat],
) -> None:
    assert [each.id for each in coats.at("left")] == ["a", "b"]
    assert coats.at("nowhere") == []


def test_what_is_put_in_the_place_of_another_is_found_by_its_own_key_alone(
    coats: Indexed[Coat],
) -> None:
    coats["a"] = Coat("a", "right")
    assert [each.id for each in coats.at("left")] == ["b"]
    assert [each.id for each in coats.at("right")] == ["c", "a"]


def test_what_is_gone_is_not_found(coats: Indexed[Coat]) -> None:
    del coats["a"]
    assert [each.id for each in coats.at("left")] == ["b"]
    coats.clear()
    assert (coats.at("left"), coats.at("right"), dict(coats)) == ([], [], {})
    with pytest.raises(KeyError, match="a"):
        del coats["a"]
