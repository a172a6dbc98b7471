"""A run as owners see it: what lies before them by pages, without any tandem that the reader is
in.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from cards.kit.words import Words
from cards.matching.runs import proposals as proposals_of
from mentoring.domain.enrolment import Application, accept
from mentoring.domain.match_run import DecisionKind
from mentoring.domain.matching.results import Alternatives
from mentoring.domain.matching.settings import (
    CorrectedLevel,
    ExclusionGroup,
    KpiGroup,
    MatchingSettings,
)
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.proposal import Proposal, ProposalState
from mentoring.notices import Scene
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.matching import decisions
from mentoring.usecases.matching import runs as matching
from mentoring.usecases.matching.notice import PAGE, ProposalsNotice, proposals_card
from tests.usecases.company import lives_in_auckland
from tests.usecases.enrolled import NOW, enrols, keep, pairs, proposed
from tests.worlds import HOME


async def seen(
    world: World, run: str, reader: str = "owner", *, view: str = "", page: int = 0
) -> ProposalsNotice:
    posting = Posting("card", proposals_card.name, run, reader, view=view, page=page)
    return await world.read(lambda uow, moment: proposals_card(uow, Scene(posting, moment)))


async def filled(world: World, run: str, number: int) -> None:
    """So many proposals lie before the owners."""
    made = [Proposal(f"{run}:{n:05d}", run, f"mentor{n}", f"mentee{n}", 10) for n in range(number)]
    await world.run(lambda uow, _: uow.proposals.put_all(made))


async def test_owners_see_all_that_is_proposed_and_the_names_of_everybody_in_it(
    world: World,
) -> None:
    run = await proposed(world)
    found = await seen(world, run)
    assert {(p.mentee_id, p.mentor_id) for p in found.proposals} == await pairs(world, run)
    assert {found.names[key] for pair in await pairs(world, run) for key in pair} >= {
        "Mentor1",
        "Mentor2",
        "Mentor3",
    }
    assert (found.total, found.approved, found.pages) == (3, 0, 1)


async def test_scores_that_an_earlier_version_has_kept_are_told_as_those_of_today(
    world: World,
) -> None:
    """Issue 14: they held levels, wishes and what is answered in confidence; who else would do was
    chosen by them, and of those no reasons were kept.
    """
    run = await proposed(world)
    today = await seen(world, run)
    await world.run(lambda uow, _: scored_by_everything(uow, run))
    found = await seen(world, run)
    assert [(p.id, p.score) for p in found.proposals] == [(p.id, p.score) for p in today.proposals]
    assert {p.alternatives for p in found.proposals} == {Alternatives()}
    assert (found.run.total_score, found.run.figures.scores, found.run.figures.weakest) == (
        0,
        (),
        None,
    )
    first = found.proposals[0]
    assert (await seen(world, run, view=f"proposal:{first.id}")).chosen == first
    assert Words("en").text("match-anew") in str(proposals_of(found, Words("en")).content)
    await world.run(matching.anew, run)
    await matching.match(world, run)
    again = await seen(world, run)
    assert [p.alternatives for p in again.proposals] == [p.alternatives for p in today.proposals]


def scored_by_everything(uow: UnitOfWork, run_id: str) -> None:
    """The run as an earlier version has kept it."""
    run = uow.runs.need(run_id)
    uow.runs.put(replace(run, total_score=999, figures=replace(run.figures, whole_scores=True)))
    uow.proposals.put_all(replace(p, score=333) for p in uow.proposals.all(run_id=run_id))


async def test_a_tandem_that_the_reader_is_in_is_not_shown_to_them(world: World) -> None:
    run = await proposed(world)
    mentee, mentor = min(await pairs(world, run))
    for own in (mentee, mentor):
        assert (mentee, mentor) not in {
            (p.mentee_id, p.mentor_id) for p in (await seen(world, run, own)).proposals
        }
    key = next(p.id for p in (await seen(world, run)).proposals if p.mentee_id == mentee)
    assert (await seen(world, run, mentee, view=f"proposal:{key}")).chosen is None
    assert (await seen(world, run, view=f"proposal:{key}")).chosen is not None


async def among_owners(world: World, *owners: str) -> World:
    """These are the programme's owners, who all read what stands in their channel."""
    home = replace(HOME, owners=owners)
    return replace(world, moments=lambda uow, cycle: replace(world.moments(uow, cycle), home=home))


async def test_a_card_in_the_channel_leaves_out_what_is_about_any_owner(world: World) -> None:
    """issue 12, P12: it left out the pairs of whoever had asked for it, and of nobody else."""
    run = await proposed(world)
    mentee, _ = min(await pairs(world, run))
    shared = await among_owners(world, "owner", mentee)
    found = await seen(shared, run)
    assert (found.left_out, found.total, found.private) == (1, 2, False)
    assert mentee not in {p.mentee_id for p in found.proposals}
    assert mentee not in {o.id for p in found.proposals for o in p.alternatives.for_mentor}
    assert (found.run.figures.scores, found.run.figures.weakest) == ((), None)


async def test_what_others_try_out_about_a_reader_is_not_shown_to_them(world: World) -> None:
    run = await proposed(world)
    mentee, mentor = min(await pairs(world, run))
    await decisions.try_pair(world, "owner", run, DecisionKind.FORBID, mentee, mentor)
    assert (await seen(world, run)).run.preview is not None
    assert (await seen(world, run, mentee)).run.preview is None


async def test_what_keeps_a_reader_apart_from_others_is_not_shown_to_them(world: World) -> None:
    """issue 12, P12: with whom somebody may not be is about a tandem of theirs."""
    run = await proposed(world)
    await world.run(lambda uow, _: kept_apart(uow, run))
    for reader, left in (("owner", 2), ("mentee1", 1)):
        told = (await seen(world, run, reader)).run.settings
        tables = told.blocked_pairs, told.exclusion_groups, told.kpi_groups, told.levels
        assert [len(each) for each in tables] == [left] * 4
        assert ("mentee1" in told.named) is (reader == "owner")


def kept_apart(uow: UnitOfWork, run_id: str) -> None:
    """Two of each: one with Mentee1, one without."""
    pairs = ("mentee1", "mentor1"), ("mentee2", "mentor2")
    apart = MatchingSettings(
        blocked_pairs=pairs,
        exclusion_groups=tuple(ExclusionGroup(name=each[0], people=each) for each in pairs),
        kpi_groups=tuple(KpiGroup(name=each[0], people=each) for each in pairs),
        levels=tuple(CorrectedLevel(person=each[0], level=3) for each in pairs),
    )
    uow.runs.put(replace(uow.runs.need(run_id), settings=apart))


async def test_of_another_decision_a_reader_does_not_learn_whom_they_would_get(
    world: World,
) -> None:
    run = await proposed(world)
    (own, _), (mentee, mentor), *_ = sorted(await pairs(world, run))
    await decisions.try_pair(world, "owner", run, DecisionKind.FORBID, mentee, mentor)
    await decisions.price(world, run)
    preview = (await seen(world, run, own)).run.preview
    assert preview is not None
    assert preview.difference is not None
    told = {(each.id, *each.before, *each.after) for each in preview.difference.changes}
    assert not [each for each in told if own in each]
    assert preview.difference.total_score is None


async def test_who_waits_is_not_told_so_before_the_others(world: World) -> None:
    run = await proposed(world)
    (left,) = (await seen(world, run)).run.unmatched
    assert (await seen(world, run, left.id)).run.unmatched == ()


async def test_many_are_shown_by_pages_and_a_page_too_far_is_the_last(world: World) -> None:
    run = await proposed(world)
    await filled(world, run, 2 * PAGE)
    shown = [await seen(world, run, page=page) for page in range(3)]
    assert [len(each.proposals) for each in shown] == [PAGE, PAGE, 3]
    assert (await seen(world, run, page=99)).page == 2
    assert len({p.id for each in shown for p in each.proposals}) == 2 * PAGE + 3


async def test_what_was_discarded_is_not_shown(world: World) -> None:
    run = await proposed(world)
    first = (await seen(world, run)).proposals[0]
    await world.run(lambda uow, _: uow.proposals.put(replace(first, state=ProposalState.DISCARDED)))
    assert first.id not in {p.id for p in (await seen(world, run)).proposals}


async def test_it_says_how_many_have_come_since(world: World) -> None:
    run = await proposed(world)
    assert (await seen(world, run)).joined_since == 0
    late = NOW.replace(hour=NOW.hour + 1)
    await world.run(lambda uow, _: enrols(uow, Role.MENTEE, "mentee9", "D9", done_at=late))
    assert (await seen(world, run)).joined_since == 1


async def test_whoever_was_accepted_since_has_come_since(world: World) -> None:
    """They had handed in before, and were in no matching until then."""
    await world.run(applies)
    run = await proposed(world)
    assert (await seen(world, run)).joined_since == 0
    await world.run(accepted)
    assert (await seen(world, run)).joined_since == 1


def applies(uow: UnitOfWork, _moment: Moment) -> None:
    made = enrols(uow, Role.MENTEE, "mentee9", "D9")
    uow.enrolments.put(replace(made, application=Application.OPEN))


def accepted(uow: UnitOfWork, _moment: Moment) -> None:
    for each in uow.enrolments.all(application=Application.OPEN):
        uow.enrolments.put(accept(each, NOW.replace(hour=NOW.hour + 1)))


async def test_who_has_approved_is_named(world: World) -> None:
    run = await proposed(world)
    await world.run(lambda uow, _: enrols(uow, Role.MENTOR, "mentor9", "X"))
    await world.run(matching.approve, "mentor9", run)
    found = await seen(world, run)
    assert (found.approved, found.decided_by) == (3, "Mentor9")


@pytest.mark.parametrize(
    ("view", "takes"), [("hand", True), ("settings", True), ("", False), ("waiting", False)]
)
async def test_only_a_form_takes_what_was_typed(world: World, view: str, takes: bool) -> None:
    run = await proposed(world)
    assert (await seen(world, run, view=view)).takes({"reason": "x"}) is takes


async def test_the_best_stand_first_and_the_last_is_marked(world: World) -> None:
    """issue 12, U14."""
    found = await seen(world, await proposed(world))
    scores = [each.score for each in found.proposals]
    assert scores == sorted(scores, reverse=True)
    assert found.weakest == found.proposals[-1].id
    assert {key for each in found.proposals for key in (each.mentor_id, each.mentee_id)} == {
        *found.profiles
    }


async def test_of_the_one_looked_at_it_is_told_who_else_would_fit(world: World) -> None:
    """issue 12, U14: a name alone tells nobody whom one would take instead."""
    run = await proposed(world)
    first = (await seen(world, run)).proposals[0]
    found = await seen(world, run, view=f"proposal:{first.id}")
    assert found.chosen is not None
    others = {each.id for role in Role for each in found.chosen.alternatives.of(role)}
    assert others
    assert others <= {*found.profiles}


async def test_two_of_one_name_are_told_apart_on_every_card_of_the_run(world: World) -> None:
    """issue 12, U14."""
    await world.run(lambda uow, _: called(uow, "Anna Berg", "mentor1", "mentor2"))
    run = await proposed(world)
    names = (await seen(world, run)).names
    assert (names["mentor1"], names["mentor2"]) == ("Anna Berg (E1)", "Anna Berg (E2)")
    assert names["mentor3"] == "Mentor3"


def called(uow: UnitOfWork, name: str, *people: str) -> None:
    for each in uow.people.all(id=people):
        uow.people.put(replace(each, profile=replace(each.profile, name=name)))


async def test_of_the_one_looked_at_both_are_pictured(world: World) -> None:
    run = await proposed(world)
    first = (await seen(world, run)).proposals[0]
    found = await seen(world, run, view=f"proposal:{first.id}")
    assert found.portray() == (first.mentor_id, first.mentee_id)
    assert (await seen(world, run)).portray() == ()


async def test_when_it_was_decided_is_told_by_the_clock_of_whoever_reads_it(world: World) -> None:
    run = await proposed(world)
    mentee, mentor = min(await pairs(world, run))
    await decisions.try_pair(world, "owner", run, DecisionKind.FORBID, mentee, mentor)
    await keep(world, run)
    await world.run(lambda uow, _: enrols(uow, Role.MENTOR, "mentor9", "X"))
    await lives_in_auckland(world, "mentor9")
    [decided] = (await seen(world, run, "mentor9", view="decisions")).decisions
    assert decided.at.isoformat() == "2026-11-02T22:00:00+13:00"
