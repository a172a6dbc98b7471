"""Past pairs from before Tandem are entered by owners and never proposed again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

import pytest

from mentoring.domain.errors import Refusal
from mentoring.domain.pair import Pair, PairKind, pair_id
from mentoring.domain.people import Profile
from mentoring.ports.world import World
from mentoring.usecases.matching.inputs import inputs
from mentoring.usecases.matching.past_pairs import MOST, enter, take_back
from tests.usecases.company import Company, one, put
from tests.usecases.enrolled import Names


@pytest.fixture
def entering(world: World) -> World:
    return replace(world, directory=cast("Any", Names()))


def mail(person: str) -> str:
    return f"{person}@firma.example"


async def test_two_on_a_line_are_kept_apart_whoever_was_the_mentor(entering: World) -> None:
    text = f"{mail('mentee1')}; {mail('mentor1')}\n\n{mail('mentor2')}, {mail('mentee2')}"
    assert await enter(entering, "owner", text) == 2
    found = await entering.read(lambda uow, moment: inputs(uow, moment.programme))
    partners = {one.id: set(one.past_partners) for one in found.candidates if one.past_partners}
    assert partners == {
        "mentee1": {"mentor1"},
        "mentor1": {"mentee1"},
        "mentee2": {"mentor2"},
        "mentor2": {"mentee2"},
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "pairs-none"),
        (mail("mentee1"), "pairs-two"),
        ("\n".join([f"{mail('a')}; {mail('b')}"] * (MOST + 1)), "pairs-too-many"),
    ],
)
async def test_a_list_that_is_not_understood_keeps_nothing(
    entering: World, text: str, code: str
) -> None:
    with pytest.raises(Refusal, match=code):
        await enter(entering, "owner", f"{text}")
    assert await entering.read(lambda uow, _: uow.pairs.count()) == 0


async def test_the_line_with_an_unknown_person_is_named(entering: World) -> None:
    class Nobody:
        async def find_each(self, words: Sequence[str]) -> dict[str, tuple[Any, ...]]:
            return dict.fromkeys(words, ())

        async def like(self, _text: str) -> tuple[Any, ...]:
            return ()

    world = replace(entering, directory=cast("Any", Nobody()))
    with pytest.raises(Refusal, match="pairs-person") as refused:
        await enter(world, "owner", "Anna Berg; Jan Kurz")
    assert refused.value.facts == {"line": 1, "name": "Anna Berg"}


async def test_all_of_a_long_list_are_asked_for_at_once(entering: World) -> None:
    """Five hundred lines were a thousand questions to Graph, one after another."""

    class Asked(Names):
        lists = 0

        async def find_each(self, words: Sequence[str]) -> dict[str, tuple[Profile, ...]]:
            self.lists += 1
            return {each: await Names.find(self, each) for each in words}

        async def find(self, text: str) -> tuple[Profile, ...]:
            raise AssertionError(f"{text} was asked for singly")

    asked = Asked()
    world = replace(entering, directory=cast("Any", asked))
    lines = [f"{mail(f'a{each}')}; {mail(f'b{each}')}" for each in range(MOST)]
    assert (await enter(world, "owner", "\n".join(lines)), asked.lists) == (MOST, 1)


async def test_an_owner_enters_no_past_pair_with_themselves(entering: World) -> None:
    with pytest.raises(Refusal, match="decide-own"):
        await enter(entering, "mentee1", f"{mail('mentee1')}; {mail('mentor1')}")
    assert await entering.read(lambda uow, _: uow.pairs.count()) == 0


async def past(world: World) -> set[tuple[str, str]]:
    found = await world.read(lambda uow, _: uow.pairs.columns("mentor_id", "mentee_id"))
    return {(mentor, mentee) for mentor, mentee in found}


async def test_what_was_entered_by_mistake_is_taken_back_with_the_same_line(
    entering: World,
) -> None:
    mistaken, right = (f"{mail(f'mentee{n}')}; {mail(f'mentor{n}')}" for n in (1, 2))
    await enter(entering, "owner", f"{mistaken}\n{right}")
    assert await take_back(entering, "owner", mistaken) == 1
    assert await past(entering) == {("mentor2", "mentee2"), ("mentee2", "mentor2")}


async def test_two_who_were_put_to_each_other_here_stay_past(company: Company) -> None:
    jan, eva, ada = (company.people.profiles[each].email for each in ("jan", "eva", "ada"))
    lines = f"{jan}; {eva}\n{jan}; {ada}"
    await enter(company.first, "otto", lines)
    assert await take_back(company.first, "otto", lines) == 2
    assert await past(company.first) == {("jan", "eva"), ("eva", "jan")}, (
        "Jan and Ada are a tandem of another programme"
    )


async def test_two_who_were_asked_in_vain_stay_so_whatever_is_entered(entering: World) -> None:
    """As a past pair they could be brought together by a reason, which neither had wanted."""
    both = "mentor1", "mentee1"
    key = await entering.read(lambda uow, _: pair_id(uow.programme_id, *both))
    await put(entering, "pairs", Pair(key, *both, PairKind.NOT_AGAIN, None))
    await enter(entering, "owner", f"{mail('mentee1')}; {mail('mentor1')}")
    assert (await one(entering, "pairs", key)).kind is PairKind.NOT_AGAIN


async def test_an_owner_takes_back_no_past_pair_with_themselves(entering: World) -> None:
    with pytest.raises(Refusal, match="decide-own"):
        await take_back(entering, "mentee1", f"{mail('mentee1')}; {mail('mentor1')}")
