"""Owners' decisions about a matching, against a real database: tried out, kept, undone; and who
joins late.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from bot.offline.export import write_record
from bot.offline.matching.run_file import read_run
from cards.common.said import sentence
from cards.kit.words import Words
from mentoring.domain.errors import Refusal
from mentoring.domain.match_run import DecisionKind, Preview
from mentoring.domain.matching.settings import SettingsWish
from mentoring.domain.people import Role
from mentoring.ports.world import World
from mentoring.storage.store import SqlStore
from mentoring.usecases.matching import decisions
from mentoring.usecases.matching import runs as matching
from tests.usecases.enrolled import (
    NOW,
    Names,
    enrols,
    keep,
    pairs,
    proposed,
    run_of,
)


async def preview_of(world: World, run_id: str) -> Preview:
    """What is tried out on the run, with its price."""
    await decisions.price(world, run_id)
    found = (await run_of(world, run_id)).preview
    assert found is not None
    return found


async def test_an_owner_keeps_only_what_they_have_seen(world: World) -> None:
    """Another owner may have tried out something else on the same card."""
    run = await proposed(world)
    mentee, mentor = min(await pairs(world, run))
    await decisions.try_pair(world, "owner", run, DecisionKind.FORBID, mentee, mentor)
    seen = (await preview_of(world, run)).token
    await decisions.try_settings(world, run, SettingsWish(rules={"hierarchy": False}))
    with pytest.raises(Refusal, match="stale"):
        await world.run(decisions.keep, "owner", run, seen)
    await keep(world, run)
    await matching.match(world, run)
    with pytest.raises(Refusal, match="stale"):
        await world.run(decisions.undo, "owner", run, "decision-999999")


async def test_an_owner_neither_keeps_nor_undoes_what_is_about_themselves(world: World) -> None:
    run = await proposed(world)
    mentee, mentor = min(await pairs(world, run))
    await decisions.try_pair(world, "owner", run, DecisionKind.FORBID, mentee, mentor)
    token = (await preview_of(world, run)).token
    with pytest.raises(Refusal, match="decide-own"):
        await world.run(decisions.keep, mentee, run, token)
    await keep(world, run)
    await matching.match(world, run)
    (kept,) = await world.store.run(lambda uow: uow.decisions.all())
    for own in (mentee, mentor):
        with pytest.raises(Refusal, match="decide-own"):
            await world.run(decisions.undo, own, run, kept.id)


async def test_how_far_up_a_reporting_line_counts_is_tried_out_before_it_is_decided(
    world: World,
) -> None:
    """The chief executive is two managers above every mentor here, and comes in once only one of
    them counts.
    """
    await world.store.run(lambda uow: enrols(uow, Role.MENTEE, "chief", "D9"))
    run = await proposed(world)
    assert (await left_over(world, run))["chief"] == "ruled_out"
    await decisions.try_settings(world, run, depth(1))
    changed = (await preview_of(world, run)).tried.changed
    assert changed == (("parameters.reporting_line_depth", 2, 1),)
    with pytest.raises(Refusal, match="settings-wrong") as refused:
        await decisions.try_settings(world, run, depth(21))
    assert refused.value.field == "reporting_line_depth"
    await keep(world, run)
    await matching.match(world, run)
    assert (await left_over(world, run)).get("chief") != "ruled_out"


def depth(levels: int) -> SettingsWish:
    return SettingsWish(parameters={"reporting_line_depth": levels})


async def left_over(world: World, run_id: str) -> dict[str, str]:
    """Who is left over, and why."""
    return {left.id: left.why.code for left in (await run_of(world, run_id)).unmatched}


async def test_somebody_who_left_cannot_be_decided_about(world: World) -> None:
    run = await proposed(world)
    with pytest.raises(Refusal, match="not-enrolled"):
        await decisions.try_pair(world, "owner", run, DecisionKind.FORBID, "nobody", "mentor1")


async def test_a_forbidden_pair_is_priced_before_it_is_decided_and_undo_leads_back(
    world: World,
) -> None:
    run = await proposed(world)
    before = await pairs(world, run)
    mentee, mentor = min(before)
    await decisions.try_pair(world, "owner", run, DecisionKind.FORBID, mentee, mentor)
    tried = (await preview_of(world, run)).difference
    assert tried
    assert await pairs(world, run) == before, "nothing is decided yet"
    assert mentee in {change.id for change in tried.changes}
    await keep(world, run)
    await matching.match(world, run)
    after = await pairs(world, run)
    assert (mentee, mentor) not in after
    assert len(after) == tried.tandems.after
    kept = (await world.store.run(lambda uow: uow.decisions.all()))[0]
    assert (kept.by, kept.at, kept.mentee_id, kept.mentor_id) == ("owner", NOW, mentee, mentor)
    await world.run(decisions.undo, "second owner", run, kept.id)
    await matching.match(world, run)
    assert await pairs(world, run) == before
    undone = (await world.store.run(lambda uow: uow.decisions.all()))[0]
    assert undone.undone_by == "second owner"


async def test_a_lock_stands_and_shows_in_the_proposal(world: World) -> None:
    run = await proposed(world)
    left = next(
        iter(
            {f"mentee{n}" for n in range(1, 5)} - {mentee for mentee, _ in await pairs(world, run)}
        )
    )
    await decisions.try_pair(world, "owner", run, DecisionKind.LOCK, left, "mentor3")
    await keep(world, run)
    await matching.match(world, run)
    assert (left, "mentor3") in await pairs(world, run)
    found = await world.store.run(lambda uow: uow.proposals.all(run_id=run, state="proposed"))
    assert [(p.mentee_id, p.lock.by) for p in found if p.lock] == [(left, "owner")]


async def test_an_open_rule_needs_a_reason_and_a_confidential_one_cannot_be_broken(
    world: World,
) -> None:
    await world.store.run(lambda uow: enrols(uow, Role.MENTOR, "mentor3", "D1"))
    await world.store.run(
        lambda uow: enrols(uow, Role.MENTEE, "mentee2", "D2", not_with=["mentor2"])
    )
    run = await proposed(world)
    with pytest.raises(Refusal, match="reason-needed") as refused:
        await decisions.try_pair(world, "owner", run, DecisionKind.LOCK, "mentee1", "mentor3")
    assert "Verschiedene Abteilungen" in sentence(refused.value, Words("de"))
    await decisions.try_pair(
        world, "owner", run, DecisionKind.LOCK, "mentee1", "mentor3", "Sie kennen sich nicht"
    )
    with pytest.raises(Refusal, match="not-possible"):
        await decisions.try_pair(
            world, "owner", run, DecisionKind.LOCK, "mentee2", "mentor2", "Trotzdem"
        )


async def test_an_owner_decides_nothing_about_a_tandem_they_are_in(world: World) -> None:
    run = await proposed(world)
    with pytest.raises(Refusal, match="decide-own"):
        await decisions.try_pair(world, "mentee1", run, DecisionKind.FORBID, "mentee1", "mentor1")


async def test_other_settings_are_compared_and_count_only_if_they_are_kept(world: World) -> None:
    run = await proposed(world)
    await decisions.try_settings(world, run, SettingsWish(lowest_score=110))
    preview = await preview_of(world, run)
    assert preview.tried.changed == (("lowest_score", 0, 110),)
    assert preview.difference
    assert preview.difference.tandems.after < preview.difference.tandems.before
    await world.run(decisions.drop, "owner", run)
    assert (await run_of(world, run)).preview is None
    await decisions.try_settings(world, run, SettingsWish(lowest_score=110))
    await keep(world, run)
    await matching.match(world, run)
    assert (await run_of(world, run)).settings.lowest_score == 110
    with pytest.raises(Refusal, match="settings-same"):
        await decisions.try_settings(world, run, SettingsWish(lowest_score=110))
    with pytest.raises(Refusal, match="settings-wrong"):
        await decisions.try_settings(world, run, SettingsWish(weights={"function": -1}))


async def test_people_kept_apart_are_never_proposed_and_can_be_brought_together_again(
    world: World,
) -> None:
    run = await proposed(world)
    mentee, mentor = min(await pairs(world, run))
    world = replace(world, directory=cast("Any", Names()))
    with pytest.raises(Refusal, match="apart-two"):
        await decisions.try_apart(world, "owner", run, "", f"{mentee}@firma.example")
    await decisions.try_apart(
        world, "owner", run, "", f"{mentee}@firma.example; {mentor}@firma.example"
    )
    await keep(world, run)
    await matching.match(world, run)
    both = f"{mentor}@firma.example; {mentee}@firma.example"
    with pytest.raises(Refusal, match="settings-same") as same:
        await decisions.try_apart(world, "owner", run, "", both)
    assert same.value.field == "people"
    assert (mentee, mentor) not in await pairs(world, run)
    await decisions.try_together(world, "owner", run, "blocked_pairs", [mentee, mentor])
    assert (await preview_of(world, run)).tried.changed == (("blocked_pairs", 1, 0),)
    with pytest.raises(Refusal, match="stale"):
        await decisions.try_together(world, "owner", run, "exclusion_groups", [mentee])


async def test_an_owner_takes_back_no_settings_that_keep_them_apart_from_somebody(
    world: World,
) -> None:
    """issue 12, P12: whom settings are about is measured against those before them, not against
    themselves.
    """
    run = await proposed(world)
    mentee, mentor = min(await pairs(world, run))
    named = replace(world, directory=cast("Any", Names()))
    both = f"{mentee}@firma.example; {mentor}@firma.example"
    await decisions.try_apart(named, "owner", run, "", both)
    await keep(world, run)
    await matching.match(world, run)
    (kept,) = await world.store.run(lambda uow: uow.decisions.all())
    for own in (mentee, mentor):
        with pytest.raises(Refusal, match="decide-own"):
            await world.run(decisions.undo, own, run, kept.id)
    await world.run(decisions.undo, "owner", run, kept.id)


async def test_an_owner_brings_nobody_together_with_themselves(world: World) -> None:
    """Neither tried out by themselves, nor kept after another owner has tried it out."""
    run = await proposed(world)
    mentee, mentor = min(await pairs(world, run))
    named = replace(world, directory=cast("Any", Names()))
    await decisions.try_apart(
        named, "owner", run, "", f"{mentee}@firma.example; {mentor}@firma.example"
    )
    token = (await preview_of(world, run)).token
    with pytest.raises(Refusal, match="decide-own"):
        await world.run(decisions.keep, mentor, run, token)
    await keep(world, run)
    await matching.match(world, run)
    with pytest.raises(Refusal, match="decide-own"):
        await decisions.try_together(world, mentee, run, "blocked_pairs", [mentee, mentor])


async def test_a_kept_lock_that_somebody_has_ruled_out_since_is_dropped_and_only_counted(
    world: World,
) -> None:
    run = await proposed(world)
    await decisions.try_pair(world, "owner", run, DecisionKind.LOCK, "mentee1", "mentor1")
    await keep(world, run)
    await world.store.run(
        lambda uow: enrols(uow, Role.MENTEE, "mentee1", "D1", not_with=["mentor1"])
    )
    await matching.match(world, run)
    assert ("mentee1", "mentor1") not in await pairs(world, run)
    assert (await run_of(world, run)).figures.dropped == 1


async def test_the_record_of_a_run_gives_an_auditor_the_same_tandems(
    world: World, tmp_path: Path
) -> None:
    run = await proposed(world)
    store = cast("SqlStore", world.store)
    url, out, cipher = str(store.engine.url), tmp_path / "run.json", store._shapes["runs"].cipher
    assert write_record(url, cipher, None, out) == run
    with pytest.raises(LookupError, match=run):
        write_record(url, cipher, "run-99", out)
    file = out.read_bytes()
    _, again, _ = read_run(file)
    assert len(again.pairs) == len(await pairs(world, run))
    assert again.total_score == (await run_of(world, run)).total_score
    assert b"mentee1" not in file


async def test_a_card_of_an_older_run_decides_nothing(world: World) -> None:
    old = await proposed(world)
    await proposed(world)
    with pytest.raises(Refusal, match="stale"):
        await decisions.try_pair(world, "owner", old, DecisionKind.FORBID, "mentee1", "mentor1")
    with pytest.raises(Refusal, match="stale"):
        await world.run(decisions.keep, "owner", old, "1")


async def test_a_refusal_is_known_before_anything_is_computed(world: World) -> None:
    """issue 12, U22: it came after ten seconds, and nobody read it."""
    run = await proposed(world)
    idle = replace(world, matcher=cast("Any", None))
    with pytest.raises(Refusal, match="not-enrolled"):
        await decisions.try_pair(idle, "owner", run, DecisionKind.LOCK, "nobody", "mentor1")
    assert (await run_of(world, run)).preview is None


async def test_what_is_tried_out_says_so_at_once_and_its_price_follows(world: World) -> None:
    """issue 12, U6: the button waited for the process."""
    run = await proposed(world)
    mentee, mentor = min(await pairs(world, run))
    idle = replace(world, matcher=cast("Any", None))
    await decisions.try_pair(idle, "owner", run, DecisionKind.FORBID, mentee, mentor)
    first = (await run_of(world, run)).preview
    assert first is not None
    assert first.difference is None
    with pytest.raises(Refusal, match="preview-computing"):
        await world.run(decisions.keep, "owner", run, first.token)
    assert (await preview_of(world, run)).difference is not None


async def test_what_was_dropped_while_it_was_computed_stays_dropped(world: World) -> None:
    run = await proposed(world)
    mentee, mentor = min(await pairs(world, run))
    await decisions.try_pair(world, "owner", run, DecisionKind.FORBID, mentee, mentor)
    await world.run(decisions.drop, "owner", run)
    await decisions.price(world, run)
    assert (await run_of(world, run)).preview is None


async def test_a_pair_by_hand_says_which_rules_it_breaks(world: World) -> None:
    """issue 12, U20: the price did not tell."""
    await world.store.run(lambda uow: enrols(uow, Role.MENTOR, "mentor3", "D1"))
    run = await proposed(world)
    reason = "Beide wollen es"
    await decisions.try_pair(world, "owner", run, DecisionKind.LOCK, "mentee1", "mentor3", reason)
    assert (await preview_of(world, run)).tried.broken == ("same_department",)


async def test_any_decision_in_force_is_taken_back_by_itself(world: World) -> None:
    """issue 12, U32: only the last one could be, and nobody was told which that was."""
    run = await proposed(world)
    first, second, *_ = sorted(await pairs(world, run))
    for mentee, mentor in (first, second):
        await decisions.try_pair(world, "owner", run, DecisionKind.FORBID, mentee, mentor)
        await keep(world, run)
        await matching.match(world, run)
    (older, newer) = await world.store.run(lambda uow: uow.decisions.all())
    await world.run(decisions.undo, "owner", run, older.id)
    await matching.match(world, run)
    assert second not in await pairs(world, run)
    standing = await world.store.run(lambda uow: uow.decisions.all(undone_by=""))
    assert [each.id for each in standing] == [newer.id]


async def test_settings_that_newer_ones_build_on_go_after_those(world: World) -> None:
    run = await proposed(world)
    for lowest in (40, 90):
        await decisions.try_settings(world, run, SettingsWish(lowest_score=lowest))
        await keep(world, run)
        await matching.match(world, run)
    (older, newer) = await world.store.run(lambda uow: uow.decisions.all())
    with pytest.raises(Refusal, match="undo-newer-first"):
        await world.run(decisions.undo, "owner", run, older.id)
    await world.run(decisions.undo, "owner", run, newer.id)
    await matching.match(world, run)
    assert (await run_of(world, run)).settings.lowest_score == 40


async def test_other_weights_value_both_matchings(world: World) -> None:
    """issue 12, U28: sums of two different scales were compared."""
    run = await proposed(world)
    await decisions.try_settings(world, run, SettingsWish(weights={"function": 500}))
    told = (await preview_of(world, run)).difference
    assert told is not None
    assert told.total_score is not None
    assert told.total_score.before == told.total_score.after
    assert told.changes == ()
    assert told.figures_before is not None
    assert told.figures_before.scores == told.figures.scores


async def test_where_other_rules_forbid_a_pair_only_people_are_compared(world: World) -> None:
    run = await proposed(world)
    await decisions.try_settings(world, run, SettingsWish(lowest_score=110))
    told = (await preview_of(world, run)).difference
    assert told is not None
    assert (told.total_score, told.figures_before) == (None, None)
