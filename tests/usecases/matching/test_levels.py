"""Owners put right on which level somebody stands, and who is measured by the same targets: tried
out, kept and undone like the other settings of a matching.
"""

from __future__ import annotations

import base64
import zlib
from dataclasses import replace
from typing import Any, cast

import pytest

from mentoring.domain.errors import Refusal
from mentoring.domain.matching.settings import (
    CorrectedLevel,
    KpiGroup,
    MatchingSettings,
    SettingsWish,
)
from mentoring.domain.matching.shut_out import shut_out_by
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.ports.world import World
from mentoring.usecases.matching import decisions
from mentoring.usecases.matching import runs as matching
from mentoring.usecases.matching.inputs import inputs
from mentoring.usecases.matching.levels import try_level
from mentoring.usecases.matching.notice import for_readers
from tests.people import berliner
from tests.usecases.company import refused
from tests.usecases.enrolled import Names, keep, pairs, proposed, run_of
from tests.worlds import moments_of

NOBODY_HIGHER = "mentor3@firma.example"


@pytest.fixture
def named(world: World) -> World:
    """The same world, with a directory in which everybody's address is their id."""
    return replace(world, directory=cast("Any", Names()))


async def again(world: World, run: str) -> set[tuple[str, str]]:
    await matching.match(world, run)
    return await pairs(world, run)


async def mentors(world: World, run: str) -> set[str]:
    return {mentor for _, mentor in await pairs(world, run)}


async def priced(world: World, run: str) -> tuple[int, int]:
    """How many tandems there are and would be, by what the owner reads before they decide."""
    await decisions.price(world, run)
    preview = (await run_of(world, run)).preview
    assert preview
    assert preview.difference
    return preview.difference.tandems.before, preview.difference.tandems.after


async def kept_targets(world: World, run: str, name: str, people: str) -> tuple[KpiGroup, ...]:
    await decisions.try_apart(world, "owner", run, name, people, same_targets=True)
    await keep(world, run)
    await matching.match(world, run)
    return (await run_of(world, run)).settings.kpi_groups


class TestLevels:
    async def test_a_corrected_level_counts_once_it_is_kept_and_no_longer_once_it_is_undone(
        self, named: World
    ) -> None:
        """On the top level nobody is a mentor: nobody stands higher."""
        run = await proposed(named)
        await try_level(named, "owner", run, NOBODY_HIGHER, 1)
        assert "mentor3" in await mentors(named, run)
        await keep(named, run)
        await again(named, run)
        assert "mentor3" not in await mentors(named, run)
        [decision] = await named.store.run(lambda uow: uow.decisions.all())
        await named.run(decisions.undo, "owner", run, decision.id)
        await again(named, run)
        assert "mentor3" in await mentors(named, run)

    async def test_what_it_would_change_is_what_it_changes(self, named: World) -> None:
        """issue 14: tried out, everybody stood where they stood before, so nothing would change."""
        run = await proposed(named)
        before = await pairs(named, run)
        await try_level(named, "owner", run, NOBODY_HIGHER, 1)
        told = await priced(named, run)
        await keep(named, run)
        assert told == (len(before), len(await again(named, run)))
        assert told[0] != told[1]

    async def test_another_one_takes_its_place_and_none_leads_back_to_the_directory(
        self, named: World
    ) -> None:
        run = await proposed(named)
        for level, left in ((1, (1,)), (5, (5,)), (None, ())):
            await try_level(named, "owner", run, NOBODY_HIGHER, level)
            await keep(named, run)
            await matching.match(named, run)
            found = (await run_of(named, run)).settings.levels
            assert tuple(each.level for each in found) == left

    async def test_what_the_file_says_of_an_address_gives_way_to_it(self, named: World) -> None:
        settings = MatchingSettings(levels=(CorrectedLevel(person="gone@firma.example", level=2),))
        programme = Programme(matching=settings)
        named = replace(named, moments=moments_of(named.clock, programme))
        run = await proposed(named)
        await try_level(named, "owner", run, "gone@firma.example", 4)
        await keep(named, run)
        await matching.match(named, run)
        found = (await run_of(named, run)).settings.levels
        assert found == (CorrectedLevel(person="gone", level=4),)

    @pytest.mark.parametrize("level", [0, 31])
    async def test_there_is_no_level_above_the_top_nor_below_the_thirtieth(
        self, named: World, level: int
    ) -> None:
        run = await proposed(named)
        with refused("level-wrong", field="stands_on"):
            await try_level(named, "owner", run, NOBODY_HIGHER, level)

    async def test_what_it_is_already_is_said_at_the_input(self, named: World) -> None:
        """issue 14: the card came back without the person who was picked."""
        run = await proposed(named)
        await try_level(named, "owner", run, NOBODY_HIGHER, 5)
        await keep(named, run)
        await matching.match(named, run)
        with refused("settings-same", field="stands_on"):
            await try_level(named, "owner", run, NOBODY_HIGHER, 5)

    async def test_it_is_about_one_person(self, named: World) -> None:
        run = await proposed(named)
        both = "mentor1@firma.example; mentor2@firma.example"
        with pytest.raises(Refusal, match="level-one-person"):
            await try_level(named, "owner", run, both, 2)

    @pytest.mark.parametrize("said", ["", " "])
    async def test_a_name_that_the_picker_does_not_find_chooses_nobody(
        self, named: World, said: str
    ) -> None:
        """A client sends nothing of what was typed, so it is said how somebody is chosen."""
        run = await proposed(named)
        with refused("nobody-picked", field="person"):
            await try_level(named, "owner", run, said, 2)

    async def test_nobody_sets_or_takes_back_their_own(self, named: World) -> None:
        run = await proposed(named)
        with pytest.raises(Refusal, match="decide-own"):
            await try_level(named, "mentor3", run, NOBODY_HIGHER, 1)
        await try_level(named, "owner", run, NOBODY_HIGHER, 1)
        await decisions.price(named, run)
        preview = (await run_of(named, run)).preview
        with pytest.raises(Refusal, match="decide-own"):
            await named.run(decisions.keep, "mentor3", run, preview.token if preview else "")

    async def test_whoever_reads_along_sees_neither_theirs_nor_that_it_is_tried_out(
        self, named: World
    ) -> None:
        run = await proposed(named)
        await try_level(named, "owner", run, NOBODY_HIGHER, 5)
        found = await run_of(named, run)
        assert found.preview
        assert for_readers(found, frozenset({"mentor3"})).preview is None
        await keep(named, run)
        await matching.match(named, run)
        await try_level(named, "owner", run, "mentor1@firma.example", 6)
        seen = for_readers(await run_of(named, run), frozenset({"mentor3"}))
        assert seen.settings.levels == ()
        assert seen.preview
        assert seen.preview.tried.settings
        assert [each.person for each in seen.preview.tried.settings.levels] == ["mentor1"]

    def test_it_counts_in_the_preview_of_an_invitation_too(self) -> None:
        boss = berliner("boss", "Boss", "boss@firma.example")
        assert shut_out_by(boss, Role.MENTOR, MatchingSettings()) == "hierarchy"
        lower = MatchingSettings(levels=(CorrectedLevel(person="Boss@firma.example", level=3),))
        assert shut_out_by(boss, Role.MENTOR, lower) == ""

    async def test_the_programme_file_may_name_it_by_address_or_id(self, world: World) -> None:
        levels = (
            CorrectedLevel(person="Mentor1@firma.example", level=7),
            CorrectedLevel(person="mentor2", level=8),
        )
        programme = Programme(matching=MatchingSettings(levels=levels))
        world = replace(world, moments=moments_of(world.clock, programme))
        found = await world.read(lambda uow, moment: inputs(uow, moment.programme))
        stand = {each.id: each.level for each in found.candidates if each.role is Role.MENTOR}
        assert stand == {"mentor1": 7, "mentor2": 8, "mentor3": 4}

    def test_nobody_has_two(self) -> None:
        two = [{"person": "Eva", "level": 1}, {"person": "eva", "level": 2}]
        with pytest.raises(ValueError, match="stands twice"):
            MatchingSettings.model_validate({"levels": two})


@pytest.mark.parametrize("missing", ["mentee", "mentor"])
async def test_a_pair_by_hand_needs_somebody_chosen_on_either_side(
    named: World, missing: str
) -> None:
    run = await proposed(named)
    said = {"mentee": "mentee1@firma.example", "mentor": "mentor1@firma.example", missing: ""}
    with refused("nobody-picked", field=missing):
        await decisions.try_by_hand(named, "owner", run, said["mentee"], said["mentor"], "")


class TestTheSameTargets:
    async def test_a_group_is_kept_apart_until_it_is_taken_back(self, named: World) -> None:
        run = await proposed(named)
        pair = min(await pairs(named, run))
        people = "; ".join(f"{each}@firma.example" for each in pair)
        [group] = await kept_targets(named, run, "Nord", people)
        assert (group.name, set(group.people)) == ("Nord", {*pair})
        assert pair not in await pairs(named, run)
        await decisions.try_together(named, "owner", run, "kpi_groups", group.people)
        await keep(named, run)
        assert pair in await again(named, run)

    async def test_its_price_is_that_of_keeping_them_apart(self, named: World) -> None:
        """issue 14: it said that nobody would get anybody else, and then everybody did."""
        run = await proposed(named)
        mentee, mentor = min(await pairs(named, run))
        both = f"{mentee}@firma.example; {mentor}@firma.example"
        await decisions.try_apart(named, "owner", run, "Nord", both, same_targets=True)
        await priced(named, run)
        found = (await run_of(named, run)).preview
        assert found
        assert found.difference
        assert mentee in {each.id for each in found.difference.changes}

    async def test_more_people_come_into_it_under_its_name(self, named: World) -> None:
        run = await proposed(named)
        both = "mentee1@firma.example; mentor1@firma.example"
        await kept_targets(named, run, "Nord", both)
        [group] = await kept_targets(named, run, "nord", "mentor2@firma.example")
        assert (group.name, group.people) == ("Nord", ("mentee1", "mentor1", "mentor2"))
        changed = (await named.store.run(lambda uow: uow.decisions.all()))[-1].settings
        assert changed
        assert changed.kpi_groups == (group,)

    async def test_its_price_says_how_many_there_are(self, named: World) -> None:
        run = await proposed(named)
        both = "mentee1@firma.example; mentor1@firma.example"
        await decisions.try_apart(named, "owner", run, "", both, same_targets=True)
        preview = (await run_of(named, run)).preview
        assert preview
        assert preview.tried.changed == (("kpi_groups", 0, 2),)

    async def test_without_a_name_each_gets_a_number_of_its_own(self, named: World) -> None:
        run = await proposed(named)
        for number in (1, 2):
            both = f"mentee{number}@firma.example; mentor{number}@firma.example"
            groups = await kept_targets(named, run, "", both)
        assert [each.name for each in groups] == ["1", "2"]

    async def test_nobody_has_two_sets_of_targets(self, named: World) -> None:
        run = await proposed(named)
        await kept_targets(named, run, "Nord", "mentee1@firma.example; mentor1@firma.example")
        with pytest.raises(Refusal, match="in-other-group") as why:
            await kept_targets(named, run, "Süd", "mentee2@firma.example; mentor1@firma.example")
        assert why.value.facts["group"] == "Nord"

    @pytest.mark.parametrize(
        ("owner", "readers", "code"),
        [("mentee1", frozenset(), "decide-own"), ("owner", {"mentee1"}, "decide-elsewhere")],
    )
    async def test_the_name_of_a_group_that_an_owner_is_in_does_not_come_out(
        self, named: World, owner: str, readers: frozenset[str], code: str
    ) -> None:
        run = await proposed(named)
        await kept_targets(named, run, "Nord", "mentee1@firma.example; mentor1@firma.example")
        wanted = "Süd", "mentor1@firma.example; mentor2@firma.example"
        with pytest.raises(Refusal, match=code) as why:
            await decisions.try_apart(
                named, owner, run, *wanted, same_targets=True, readers=frozenset(readers)
            )
        assert "Nord" not in str(why.value.facts)

    @pytest.mark.parametrize("same_targets", [False, True])
    async def test_nobody_is_no_group_either(self, named: World, *, same_targets: bool) -> None:
        run = await proposed(named)
        with refused("nobody-picked", field="people"):
            await decisions.try_apart(named, "owner", run, "", "", same_targets=same_targets)

    async def test_one_person_is_no_group(self, named: World) -> None:
        run = await proposed(named)
        with pytest.raises(Refusal, match="apart-two"):
            await kept_targets(named, run, "Nord", "mentee1@firma.example")

    async def test_an_owner_changes_no_group_that_they_are_in(self, named: World) -> None:
        run = await proposed(named)
        groups = await kept_targets(
            named, run, "Nord", "mentee1@firma.example; mentor1@firma.example"
        )
        wanted = "mentor2@firma.example"
        with pytest.raises(Refusal, match="decide-own"):
            await decisions.try_apart(named, "mentee1", run, "Nord", wanted, same_targets=True)
        seen = for_readers(await run_of(named, run), frozenset({"mentee1"}))
        assert (seen.settings.kpi_groups, len(groups)) == ((), 1)


async def test_the_record_of_a_run_names_nobody_for_it(named: World) -> None:
    run = await proposed(named)
    await decisions.try_settings(
        named, run, SettingsWish(levels=(CorrectedLevel(person="mentor1", level=9),))
    )
    await keep(named, run)
    await matching.match(named, run)
    record = (await run_of(named, run)).record
    assert b"mentor1" not in zlib.decompress(base64.b64decode(record))
