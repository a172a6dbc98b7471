"""What was decided last about a tandem is what is carried out."""

from __future__ import annotations

from datetime import timedelta

from mentoring.domain.launch import Choice, LaunchDecision, decision_id
from mentoring.usecases.launch.decided import last_batches, undecided
from tests.usecases.company import NOW, Company, put

LAUNCH, TANDEM = "p1c1.launch-1", "p1c1.t1"


def decision(number: int, launch: str = LAUNCH, minutes: int = 0) -> LaunchDecision:
    key, at = decision_id(launch, TANDEM, number), NOW + timedelta(minutes=minutes)
    batch = f"{launch}:{number}"
    return LaunchDecision(key, launch, TANDEM, Choice.RETRY, "member-both", batch, "otto", at)


async def last(company: Company, *made: LaunchDecision) -> dict[str, str]:
    """The last batch of each tandem in the launch."""
    await put(company.first, "launch_decisions", *made)
    found = await company.first.read(lambda uow, _: last_batches(uow, LAUNCH, [TANDEM, "another"]))
    return dict(found)


async def test_the_last_of_more_than_ten_counts(programmes: Company) -> None:
    made = [decision(number) for number in range(11)]
    assert await last(programmes, *made) == {TANDEM: f"{LAUNCH}:10"}


async def test_by_whatever_clock_it_was_made(programmes: Company) -> None:
    """That of one server may be a minute behind that of another."""
    made = decision(0, minutes=1), decision(1)
    assert await last(programmes, *made) == {TANDEM: f"{LAUNCH}:1"}


async def test_what_was_decided_in_another_launch_is_its_own(programmes: Company) -> None:
    made = decision(0), decision(1, "p1c1.launch-2")
    assert await last(programmes, *made) == {TANDEM: f"{LAUNCH}:0"}
    about = [TANDEM, "another"]
    found = await programmes.first.read(lambda uow, _: undecided(uow, LAUNCH, about))
    elsewhere = await programmes.first.read(lambda uow, _: undecided(uow, "p1c1.launch-3", about))
    assert (found, elsewhere) == (["another"], about)
