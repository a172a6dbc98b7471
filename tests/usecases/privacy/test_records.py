"""Who was with whom is kept for as many months as the programme sets; then numbers stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mentoring.domain.cycle import SettingsVersion, Source
from mentoring.domain.invitation import Entry, Invite
from mentoring.domain.launch import Launch, LaunchState, Totals
from mentoring.domain.match_run import DecisionKind, MatchRun, OwnerDecision
from mentoring.domain.pair import Pair, PairKind
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme, Retention
from mentoring.domain.proposal import Proposal
from mentoring.domain.sponsor_thanks import SponsorThanks, ThanksState
from mentoring.usecases.common.holdings import Until
from mentoring.usecases.privacy.erasing import expiring
from mentoring.usecases.privacy.records import belonging, months_later, records_until
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    one,
    put,
    told,
)
from tests.usecases.privacy.ending import CLOSED, both_enrolled, close, later

TWO_YEARS = 735


async def recorded(company: Company) -> None:
    """Everything that is recorded of a matching and a launch."""
    await both_enrolled(company)
    run = MatchRun(f"{FIRST}.run-1", "otto", NOW, tandems=1)
    await put(company.first, "runs", run)
    await put(company.first, "proposals", Proposal("run:1", run.id, "jan", "eva", 90))
    decision = OwnerDecision("d", DecisionKind.LOCK, "otto", NOW, "eva", "jan")
    await put(company.first, "decisions", decision)
    invite = Invite("i", "otto", NOW, Role.MENTEE, entries=[Entry("Eva", "eva", "Eva")])
    await put(company.first, "invites", invite)
    totals = Totals(launched=1, channels=1, sessions=6)
    launch = Launch("l", "otto", NOW.date(), LaunchState.DONE, 1, totals)
    await put(company.first, "launches", launch)
    await put(company.first, "pairs", Pair("p1:jan:eva", "jan", "eva", PairKind.PAST, NOW))


async def test_for_two_years_it_is_known_who_was_with_whom(company: Company) -> None:
    await recorded(company)
    await close(company)
    await later(company, 700)
    tandem = await one(company.first, "tandems", TANDEM)
    assert (tandem.mentor_id, tandem.mentee_id) == ("jan", "eva")
    assert await all_of(company.first, "pairs") != []


async def test_then_nobody_stands_in_anything_and_numbers_stay(company: Company) -> None:
    await recorded(company)
    await close(company)
    await later(company, TWO_YEARS)
    kinds = ("enrolments", "invites", "proposals", "decisions", "runs", "pairs")
    assert [kind for kind in kinds if await all_of(company.first, kind)] == []
    tandem = await one(company.first, "tandems", TANDEM)
    assert (tandem.mentor_id, tandem.mentee_id, tandem.number) == ("", "", 1)
    launch = await one(company.first, "launches", "l")
    assert (launch.by, launch.totals.sessions) == ("", 6)


async def test_whoever_is_in_nothing_else_is_no_longer_known(company: Company) -> None:
    """Jan has a tandem in the other programme."""
    await recorded(company)
    await close(company)
    await later(company, TWO_YEARS)
    await later(company, TWO_YEARS + 15)
    known = [person.id for person in await all_of(company.first, "people")]
    assert "jan" in known
    assert "eva" not in known


async def test_so_is_whoever_was_only_a_deputy_or_the_sponsor(company: Company) -> None:
    """They were asked for nothing, so nothing of theirs ended with the cycle."""
    await recorded(company)
    thanks = SponsorThanks("t", "dora", NOW, 2, ThanksState.SENT)
    await put(company.first, "sponsor_thanks", thanks)
    await close(company)
    await later(company, TWO_YEARS)
    known = {person.id for person in await all_of(company.first, "people")}
    assert "dora" not in known


async def test_whoever_owns_a_programme_stays_known(company: Company) -> None:
    """An owner who has taken part is in it as long as it is theirs."""
    await recorded(company)
    await change(company.unbound, "programmes", "p1", owners=("otto", "olga"))
    await enrol(company.first, Role.MENTEE, "otto")
    await close(company)
    await later(company, TWO_YEARS)
    assert {"otto", "olga"} <= {person.id for person in await all_of(company.first, "people")}


async def owners_cards(company: Company) -> None:
    """A card in the owners' channel, of this cycle; one of the other programme's."""
    for world, key in ((company.first, "here"), (company.second, "there")):
        card = Posting(key, "tandems_card", "", conversation="channel", activity_id="1")
        await put(world, "postings", card)


async def test_owners_cards_show_that_nobody_is_named_any_more_before_they_are_forgotten(
    company: Company,
) -> None:
    """What is forgotten is brought up to date no more: its names would stand there for good."""
    await recorded(company)
    await owners_cards(company)
    await close(company)
    before = (await one(company.first, "postings", "here")).wanted
    await later(company, TWO_YEARS)
    assert (await one(company.first, "postings", "here")).wanted > before
    assert (await one(company.second, "postings", "there")).wanted == before


async def test_two_weeks_later_they_are_forgotten(company: Company) -> None:
    await recorded(company)
    await owners_cards(company)
    await close(company)
    for days in (15, 30, TWO_YEARS, TWO_YEARS + 13):
        await later(company, days)
    assert await told(company.first, "tandems_card") != []
    await later(company, TWO_YEARS + 15)
    assert await told(company.first, "tandems_card") == []
    assert await told(company.second, "tandems_card") != []


async def test_owners_cards_about_whoever_is_known_by_their_own_cards_alone_show_their_end_too(
    company: Company,
) -> None:
    """Eva was sent something after her answers had gone: she is forgotten two weeks later."""
    await recorded(company)
    await owners_cards(company)
    await close(company)
    for days in (15, 30, 60):
        await later(company, days)
    await put(company.first, "postings", Posting("late", "tandem", TANDEM, "eva"))
    await later(company, TWO_YEARS)
    before = (await one(company.first, "postings", "here")).wanted
    await later(company, TWO_YEARS + 15)
    assert "eva" not in [person.id for person in await all_of(company.first, "people")]
    assert (await one(company.first, "postings", "here")).wanted > before
    await later(company, TWO_YEARS + 30)
    assert await all_of(company.first, "postings") == []


async def test_the_programme_sets_how_long(company: Company) -> None:
    await company.set_up(Programme(retention=Retention(months=6)))
    await recorded(company)
    await close(company)
    await later(company, 190)
    assert await all_of(company.first, "pairs") == []


async def test_a_longer_time_that_is_set_later_counts(company: Company) -> None:
    await company.set_up(Programme(retention=Retention(months=1)))
    await recorded(company)
    await close(company)
    await company.set_up(Programme(retention=Retention(months=12)))
    await later(company, 60)
    assert await all_of(company.first, "pairs") != []
    await later(company, 380)
    assert await all_of(company.first, "pairs") == []


async def test_a_pair_of_a_later_cycle_stays(company: Company) -> None:
    await recorded(company)
    await close(company)
    later_pair = Pair("p1:jan:dora", "jan", "dora", PairKind.PAST, CLOSED + timedelta(days=90))
    await put(company.first, "pairs", later_pair)
    await later(company, TWO_YEARS)
    assert [pair.mentee_id for pair in await all_of(company.first, "pairs")] == ["dora"]


async def test_who_set_something_long_ago_is_no_longer_said(company: Company) -> None:
    version = SettingsVersion("p1:00009", "p1", 9, "otto", NOW, Source.CARD, Programme())
    await recorded(company)
    await put(company.first, "settings_versions", version)
    await close(company)
    await later(company, TWO_YEARS)
    assert (await one(company.first, "settings_versions", version.id)).by == ""


@pytest.mark.parametrize(
    "entity",
    [each.holding.entity for each in expiring(Until.LAST_TANDEM, Until.CLOSING)],
    ids=lambda each: str(each.__name__),
)
async def test_of_whatever_ends_it_is_said_to_which_cycle_it_belongs(
    company: Company, entity: type
) -> None:
    """Issue 12, P1: an entity that nothing ties to a cycle would be kept for ever."""

    assert await company.first.read(belonging, entity)


def test_months_are_those_of_the_calendar() -> None:
    assert months_later(datetime(2027, 8, 31, tzinfo=UTC), 6) == datetime(2028, 2, 29, tzinfo=UTC)
    assert records_until(datetime(2027, 1, 15, tzinfo=UTC), Programme()) == datetime(
        2029, 1, 15, tzinfo=UTC
    )
