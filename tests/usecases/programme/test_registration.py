"""Registering programmes: each owners' team has one, and its settings are versions that never
change.
"""

from __future__ import annotations

from mentoring.domain.cycle import Source
from mentoring.domain.programme import Programme
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.programme.registration import register
from tests.usecases.company import NOW, Company, all_of, one

NORTH, SOUTH = Programme(name="Tandem Nord"), Programme(name="Tandem Süd")


async def start(company: Company, *teams: str, channel: str = "", **files: Programme) -> None:
    """Start again with these owners' teams, and files by team (``_`` is the one for all others)."""
    by_team = {key.replace("_", "-").strip("-"): each for key, each in files.items()}

    def unit(uow: UnitOfWork) -> None:
        register(uow, NOW, teams, by_team, channel)

    await company.store.run(unit)


async def test_each_team_has_a_programme_with_a_first_cycle(programmes: Company) -> None:
    found = await all_of(programmes.unbound, "programmes")
    assert [(each.id, each.team_id, each.cycle_id) for each in found] == [
        ("p1", "owners-1", "p1c1"),
        ("p2", "owners-2", "p2c1"),
    ]


async def test_started_again_everything_stays(programmes: Company) -> None:
    before = [
        await all_of(programmes.unbound, kind)
        for kind in ("programmes", "cycles", "settings_versions")
    ]
    await start(programmes, "owners-1", "owners-2", owners_1=NORTH, owners_2=SOUTH)
    assert [
        await all_of(programmes.unbound, kind)
        for kind in ("programmes", "cycles", "settings_versions")
    ] == before


async def test_a_changed_file_is_a_new_version_and_the_old_one_stays(programmes: Company) -> None:
    await start(programmes, "owners-1", owners_1=Programme(name="Nordlicht"))
    versions = await all_of(programmes.unbound, "settings_versions", programme_id="p1")
    assert [(each.number, each.source, each.settings.name) for each in versions] == [
        (1, Source.FILE, "Tandem Nord"),
        (2, Source.FILE, "Nordlicht"),
    ]
    assert (await programmes.first.moment()).programme.name == "Nordlicht"
    assert (await programmes.second.moment()).programme.name == "Tandem Süd"


async def test_a_further_team_gets_the_next_programme_with_the_file_for_all(
    programmes: Company,
) -> None:
    await start(programmes, "owners-1", "owners-3", owners_1=NORTH, _=Programme(name="Für alle"))
    made = await one(programmes.unbound, "programmes", "p3")
    assert (made.team_id, made.version) == ("owners-3", 1)
    (version,) = await all_of(programmes.unbound, "settings_versions", programme_id="p3")
    assert version.settings.name == "Für alle"


async def test_the_channel_that_the_operator_names_is_the_first_programmes(
    programmes: Company,
) -> None:
    await start(
        programmes, "owners-1", "owners-2", channel="19:named", owners_1=NORTH, owners_2=SOUTH
    )
    assert [each.channel for each in await all_of(programmes.unbound, "programmes")] == [
        "19:named",
        "",
    ]


async def test_a_channel_that_was_learnt_stays(programmes: Company) -> None:
    for channel in ("19:first", "19:second"):
        await start(programmes, "owners-1", channel=channel, owners_1=NORTH)
    assert (await one(programmes.unbound, "programmes", "p1")).channel == "19:first"
