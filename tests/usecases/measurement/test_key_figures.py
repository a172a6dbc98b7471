"""The house's own figures: owners name them, correct them, take them back; nothing counts them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from mentoring.domain.cycle import Cycle, CycleState, Source
from mentoring.domain.measurement.key_figures import KeyFigure, Reading
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.measurement import key_figures
from mentoring.usecases.measurement.going import GoingNotice, going_card
from mentoring.usecases.measurement.key_figures import KeyFiguresNotice, key_figures_card
from tests.usecases.company import FIRST, NOW, Company, lives_in_auckland, refused, shown, told
from tests.usecases.measurement.groups import agreed, counted, tandems
from tests.usecases.ports import chat_of

YESTERDAY = NOW.date() - timedelta(days=1)
TURNOVER = KeyFigure("", "Fluktuation", "%", "Personal", Reading(Decimal("12.5"), YESTERDAY))
NEXT = "p1c2"


async def save(company: Company, figure: KeyFigure, owner: str = "otto", shown: int = 0) -> bool:
    return await company.first.run(key_figures.save, owner, figure, shown=shown)


async def look(company: Company, part: str = "", cycle: str = FIRST) -> KeyFiguresNotice:
    world = company.first.of(cycle)
    found = await shown(world, key_figures_card.name, cycle, "otto", view=part)
    assert isinstance(found, KeyFiguresNotice)
    return found


async def named(company: Company, figure: KeyFigure = TURNOVER) -> KeyFigure:
    """The figure, once an owner has named it."""
    await save(company, figure)
    return (await look(company)).figures[-1]


async def test_what_owners_name_is_there_with_who_and_when(company: Company) -> None:
    figure = await named(company)
    (made,) = (await look(company, "history")).versions
    assert replace(figure, id="") == TURNOVER
    assert (made.by, made.at, made.source) == ("Otto", NOW, Source.CARD)
    assert [(each.before, each.after) for each in made.changed] == [(None, figure)]
    await lives_in_auckland(company.first, "otto")
    (made,) = (await look(company, "history")).versions
    assert made.at.isoformat() == "2027-02-01T21:00:00+13:00"


async def test_they_stand_beside_the_rest(company: Company) -> None:
    figure = await named(company)
    going = await shown(company.first, going_card.name, FIRST, "otto")
    assert isinstance(going, GoingNotice)
    assert going.of_house == (figure,)


async def test_a_changed_one_says_what_it_was_before(company: Company) -> None:
    figure = await named(company)
    corrected = replace(figure, start=Reading(Decimal(13), YESTERDAY))
    await save(company, corrected, shown=1)
    (made,) = (await look(company, "version:2")).versions
    assert [(each.before, each.after) for each in made.changed] == [(figure, corrected)]


async def test_what_is_saved_as_it_was_is_no_change(company: Company) -> None:
    figure = await named(company)
    assert not await save(company, figure, shown=1)
    assert (await look(company)).number == 1


async def test_a_change_can_be_taken_back(company: Company) -> None:
    figure = await named(company)
    await save(company, replace(figure, unit="Tage"), shown=1)
    await company.first.run(key_figures.undo, "otto", 2)
    assert (await look(company)).figures == (figure,)


async def test_even_the_first_one_can_be_taken_back(company: Company) -> None:
    await named(company)
    await company.first.run(key_figures.undo, "otto", 1)
    assert (await look(company)).figures == ()


async def test_what_is_removed_is_gone_and_comes_back_by_the_history(company: Company) -> None:
    figure = await named(company)
    await company.first.run(key_figures.remove, "otto", figure.id)
    assert (await look(company)).figures == ()
    await company.first.run(key_figures.undo, "otto", 2)
    assert (await look(company)).figures == (figure,)


async def test_there_are_three_at_most(company: Company) -> None:
    for number in range(3):
        await save(company, replace(TURNOVER, name=f"Zahl {number}"))
    with refused("figures-full"):
        await save(company, TURNOVER)


async def test_a_day_ahead_is_one_by_the_owners_clock(company: Company) -> None:
    """What will be tomorrow nobody can have read off."""
    tomorrow = replace(TURNOVER, end=Reading(Decimal(1), NOW.date() + timedelta(days=1)))
    with refused("figure-day-ahead", field="end_on"):
        await save(company, tomorrow)


async def test_nobody_undoes_unseen_what_another_owner_has_set(company: Company) -> None:
    figure = await named(company)
    await save(company, replace(figure, unit="Tage"), owner="olga", shown=1)
    with refused("figures-set-since", by="Olga"):
        await save(company, replace(figure, source="IT"), shown=1)


async def test_two_owners_who_fill_in_two_figures_do_not_disturb_each_other(
    company: Company,
) -> None:
    first = await named(company)
    second = await named(company, replace(TURNOVER, name="Krankenstand"))
    await save(company, replace(second, unit="Tage"), owner="olga", shown=2)
    await save(company, replace(first, unit="Stunden"), shown=2)
    assert [each.unit for each in (await look(company)).figures] == ["Stunden", "Tage"]


async def test_the_next_cycle_takes_over_what_is_measured_but_no_value(company: Company) -> None:
    await named(company)
    await company.store.run(_next_cycle)
    assert [each.name for each in (await look(company, cycle=NEXT)).before] == ["Fluktuation"]
    await company.first.of(NEXT).run(key_figures.take_over, "otto")
    (figure,) = (await look(company, cycle=NEXT)).figures
    assert (figure.name, figure.unit, figure.source) == ("Fluktuation", "%", "Personal")
    assert (figure.start, figure.end) == (None, None)
    assert len((await look(company)).figures) == 1


async def test_where_figures_are_named_already_none_are_taken_over(company: Company) -> None:
    await named(company)
    assert (await look(company)).before == ()
    with refused("stale"):
        await company.first.run(key_figures.take_over, "otto")


async def test_another_programme_sees_nothing_of_it(company: Company) -> None:
    await named(company)
    found = await shown(company.second, key_figures_card.name, "p2c1", "olga")
    assert isinstance(found, KeyFiguresNotice)
    assert (found.figures, found.before) == ((), ())


async def test_asked_for_again_it_takes_the_place_of_the_earlier_one(company: Company) -> None:
    for _ in range(2):
        await company.first.run(key_figures.show, "otto", chat_of("otto"))
    assert await told(company.first, key_figures_card.name) == ["otto"]


async def test_whatever_is_typed_changes_no_figure_of_people(company: Company) -> None:
    """Frozen is what was counted; beside it stands what was typed."""
    await tandems(company, 6)
    await agreed(company, 1, 2, 3)
    await counted(company)
    before = await company.first.read(_counted)
    await named(company)
    await counted(company)
    assert await company.first.read(_counted) == before


def _counted(uow: UnitOfWork, _moment: Moment) -> Any:
    return uow.figures.all()


def _next_cycle(uow: UnitOfWork) -> None:
    home = uow.everywhere.programmes.need("p1")
    uow.everywhere.cycles.put(Cycle(NEXT, "p1", 2, NOW, state=CycleState.PREPARING))
    uow.everywhere.programmes.put(replace(home, cycle_id=NEXT))
