"""The circles that people join in a rehearsal: counted in the tenant, against what they have
tapped; none of them is a tandem's channel.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from sandbox.rehearse.circles import JOIN, LEAVE, Circles
from sandbox.rehearse.habits import Answered, Habits, Words
from tests.sandbox.conftest import GraphClient
from tests.sandbox.launching import Launch
from tests.sandbox.recording_bot import card

FIVE = range(5)
CIRCLE = "a circle:"


@pytest.fixture
async def launch(graph: GraphClient) -> Launch:
    launch = Launch(graph)
    await launch.members(*range(7))
    return launch


def tapped(
    launch: Launch, verb: str, numbers: Iterable[int], into: Circles | None = None
) -> Circles:
    """These people have, and the product has taken it."""
    circles = into or Circles(launch.state)
    for number in numbers:
        person = launch.people[number].id
        for taken in (False, True):
            circles.taps.tapped(verb, person, {"place": f"{CIRCLE}{person}"}, taken=taken)
    return circles


def found(circles: Circles) -> dict[str, int]:
    circles.look()
    return circles.figures()


class TestTallied:
    """A channel that was opened with five is a circle, whoever is left in it."""

    async def test_it_is_no_tandems_channel_and_none_too_many(self, launch: Launch) -> None:
        await launch.channel("Five", *FIVE)
        tally = launch.count()
        assert (tally.channels, tally.duplicates) == (0, 0)

    async def test_nor_once_two_are_left_in_it(self, launch: Launch) -> None:
        await launch.channel("Five", *FIVE)
        [circle] = Circles(launch.state).channels()
        circle.members = dict(list(circle.members.items())[:2])
        tally = launch.count()
        assert (tally.channels, tally.duplicates, tally.with_channel) == (0, 0, frozenset())

    @pytest.mark.parametrize("members", [3, 4])
    async def test_one_of_fewer_is_one_too_many(self, launch: Launch, members: int) -> None:
        await launch.channel("A few", *range(members))
        tally = launch.count()
        assert (tally.channels, tally.duplicates) == (1, 1)


class TestFound:
    """What stands against what was tapped."""

    async def test_all_who_joined_are_in_it_and_nobody_else(self, launch: Launch) -> None:
        await launch.channel("Five", *FIVE)
        assert found(tapped(launch, JOIN, FIVE)) == {
            "circles": 1,
            "joined": 5,
            "lost": 0,
            "duplicates": 0,
            "unasked": 0,
        }

    async def test_who_joined_and_is_not_in_it_is_lost_and_named(self, launch: Launch) -> None:
        await launch.channel("Five", *FIVE)
        circles = tapped(launch, JOIN, range(6))
        assert found(circles)["lost"] == 1
        assert circles.told() == [
            f"{launch.people[5].display_name} has joined a circle and is not in it."
        ]

    async def test_unless_their_tandem_has_ended(self, launch: Launch) -> None:
        await launch.channel("Five", *FIVE)
        circles = tapped(launch, JOIN, range(6))
        circles.look({launch.people[5].id})
        assert circles.figures()["lost"] == 0

    async def test_five_who_joined_and_have_no_circle_have_lost_it(self, launch: Launch) -> None:
        assert found(tapped(launch, JOIN, range(4)))["lost"] == 0
        assert found(tapped(launch, JOIN, FIVE))["lost"] == 1

    async def test_a_second_channel_is_one_too_many(self, launch: Launch) -> None:
        await launch.channel("Five", *FIVE)
        await launch.channel("Five again", *FIVE)
        assert found(tapped(launch, JOIN, FIVE))["duplicates"] == 1

    async def test_nobody_is_in_it_who_has_not_joined(self, launch: Launch) -> None:
        await launch.channel("Five and one", *range(6))
        circles = tapped(launch, JOIN, FIVE)
        assert found(circles)["unasked"] == 6, "nobody has wanted a circle of these"
        [circle] = circles.channels()
        circle.founders -= {launch.people[5].id}
        assert circles.told() == [f"{launch.people[5].display_name} is in Five and one unasked."]

    async def test_nor_who_has_left(self, launch: Launch) -> None:
        await launch.channel("Five", *FIVE)
        circles = tapped(launch, LEAVE, [0], tapped(launch, JOIN, FIVE))
        assert (found(circles)["unasked"], found(circles)["lost"]) == (1, 0)
        [circle] = circles.channels()
        del circle.members[launch.people[0].id]
        assert (found(circles)["unasked"], found(circles)["lost"]) == (0, 0)

    async def test_of_a_tap_whose_answer_was_lost_nothing_is_expected(self, launch: Launch) -> None:
        await launch.channel("Five", *FIVE)
        circles, sixth = tapped(launch, JOIN, FIVE), launch.people[5].id
        circles.taps.tapped(JOIN, sixth, {"place": f"{CIRCLE}{sixth}"}, taken=False)
        assert (found(circles)["lost"], found(circles)["unasked"]) == (0, 0)


def test_a_circle_is_joined_by_a_whim_and_left_by_another() -> None:
    place = {"place": f"{CIRCLE}anna"}
    offered, within = (
        card("A circle", actions=[{"type": "Action.Execute", "verb": verb, "data": place}])
        for verb in (JOIN, LEAVE)
    )
    habits, answered = _who(whims={JOIN}, no_whims={LEAVE})
    joins = habits.way("m", offered)
    assert joins is not None
    habits.presses("m", joins, offered)
    assert answered.circles.circles[CIRCLE].inside == set()
    habits.pressed("m", joins, offered)
    assert answered.circles.circles[CIRCLE].inside == {"anna"}
    assert habits.way("m", offered) is None, "it is joined once"
    assert habits.way("m", within) is None
    leaving, _ = _who(whims={JOIN, LEAVE}, no_whims=set())
    assert leaving.way("m", within) is not None


def _who(whims: set[str], no_whims: set[str]) -> tuple[Habits, Answered]:
    """The first who has these whims, and not those."""
    for seed in range(4000):
        answered = Answered()
        habits = Habits("anna", Words(seed), answered)
        if whims <= habits._whims and not no_whims & habits._whims and not habits._skips:
            return habits, answered
    raise AssertionError("nobody is like that")
