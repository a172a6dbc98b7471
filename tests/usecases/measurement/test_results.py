"""What a tandem has brought: a line that both release, that owners read without a name, and of
which nobody learns who did not want it.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.measurement.key_figures import KeyFigure, Reading
from mentoring.domain.measurement.results import LONGEST, OPEN_FOR, Result
from mentoring.domain.people import Role
from mentoring.domain.tandem import Tandem
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.effects import EFFECTS
from mentoring.usecases.common.holdings import Holding, about
from mentoring.usecases.common.sides import KEPT
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.ending import close
from mentoring.usecases.launch.thanks import ThanksNotice, thanks_card
from mentoring.usecases.measurement import key_figures, results
from mentoring.usecases.measurement.going import GoingNotice, going_card
from mentoring.usecases.measurement.key_figures import KeyFiguresNotice, key_figures_card
from mentoring.usecases.measurement.results import Answer, Line, ResultNotice, result_card
from mentoring.usecases.privacy import delete_me
from mentoring.usecases.privacy.retention import erase_in_cycle
from mentoring.usecases.tandem.when_it_fits import bring_card
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    asked_for,
    enrol,
    one,
    refused,
    send_all,
    shown,
)
from tests.usecases.ports import chat_of

LINE = "Papageientaucher beantworten jetzt zuerst die Maschinenfragen."
TURNOVER = KeyFigure("", "Fluktuation", "%", "", Reading(Decimal(12), NOW.date()))


@pytest.fixture
async def over(company: Company) -> Company:
    """The tandem of Eva and Jan has come to its planned end, and both have been thanked."""
    for role, who in ((Role.MENTEE, "eva"), (Role.MENTOR, "jan")):
        await enrol(company.first, role, who)
    await company.first.run(lambda uow, _: close(uow, TANDEM))
    await company.first.run(closing.ended, "", TANDEM, clear=True)
    await send_all(company.first)
    await company.first.run(key_figures.save, "otto", TURNOVER)
    return company


async def ended_at(company: Company) -> Tandem:
    found = await one(company.first, "tandems", TANDEM)
    assert isinstance(found, Tandem)
    return found


async def released(company: Company, text: str = LINE, figure: str = "", by: str = "eva") -> None:
    await company.first.run(results.release, TANDEM, by, Line(text, figure))


async def agreed(company: Company, *, yes: bool = True, by: str = "jan") -> None:
    theirs = (await look(company, by)).theirs
    assert theirs
    answer = Answer(theirs.at.isoformat(), yes)
    await company.first.run(results.agree, TANDEM, by, answer)


async def look(company: Company, who: str) -> ResultNotice:
    found = await shown(company.first, result_card.name, TANDEM, who)
    assert isinstance(found, ResultNotice)
    return found


async def once_it_is_over(company: Company) -> None:
    end = (await ended_at(company)).ended_at
    assert end
    await company.at(end + OPEN_FOR)


async def read_by_owners(company: Company) -> list[tuple[str, str]]:
    """The lines that owners read, with the key figure of each."""
    found = await shown(company.first, key_figures_card.name, FIRST, "otto", view="results")
    assert isinstance(found, KeyFiguresNotice)
    return [(each.text, each.figure) for each in found.results]


async def test_owners_read_it_only_once_both_have_released_it_and_the_time_is_over(
    over: Company,
) -> None:
    await released(over, figure="Fluktuation")
    await agreed(over)
    assert await read_by_owners(over) == []
    await once_it_is_over(over)
    assert await read_by_owners(over) == [(LINE, "Fluktuation")]
    assert (await look(over, "eva")).reported == (LINE,)
    going = await shown(over.first, going_card.name, FIRST, "otto")
    assert isinstance(going, GoingNotice)
    assert going.results == 1


async def test_owners_read_no_name(over: Company) -> None:
    await released(over)
    await agreed(over)
    await once_it_is_over(over)
    found = await shown(over.first, key_figures_card.name, FIRST, "otto", view="results")
    said = json.dumps(render(found, Words("de")).content, ensure_ascii=False)
    assert LINE in said
    assert not [name for name in ("Eva", "Jan", "eva", "jan", TANDEM) if name in said]


async def test_what_only_one_has_released_owners_never_read(over: Company) -> None:
    await released(over)
    await once_it_is_over(over)
    assert await read_by_owners(over) == []
    for who in ("eva", "jan"):
        found = await look(over, who)
        assert (found.is_over, found.reported) == (True, ())


async def test_of_other_words_nobody_has_released_anything(over: Company) -> None:
    await released(over)
    await agreed(over)
    await over.at(NOW + timedelta(hours=1))
    await released(over, f"{LINE}!")
    await once_it_is_over(over)
    assert await read_by_owners(over) == []


async def test_another_figure_is_another_wording(over: Company) -> None:
    await released(over)
    await agreed(over)
    await over.at(NOW + timedelta(hours=1))
    await released(over, figure="Fluktuation")
    await once_it_is_over(over)
    assert await read_by_owners(over) == []


async def test_the_same_words_once_more_take_nothing_back(over: Company) -> None:
    await released(over)
    await agreed(over)
    await over.at(NOW + timedelta(hours=1))
    await released(over, f" {LINE} ")
    await once_it_is_over(over)
    assert await read_by_owners(over) == [(LINE, "")]


async def test_nobody_releases_what_they_have_not_read(over: Company) -> None:
    await released(over)
    before = (await look(over, "jan")).theirs
    assert before
    await over.at(NOW + timedelta(hours=1))
    await released(over, f"{LINE}!")
    with refused("result-changed"):
        late = Answer(before.at.isoformat(), yes=True)
        await over.first.run(results.agree, TANDEM, "jan", late)


@pytest.mark.parametrize("who", ["eva", "jan"])
async def test_what_was_taken_back_in_time_owners_never_learn_of(over: Company, who: str) -> None:
    await released(over)
    await agreed(over)
    if who == "eva":
        await over.first.run(results.take_back, TANDEM, "eva")
    else:
        await agreed(over, yes=False)
    await once_it_is_over(over)
    assert await read_by_owners(over) == []


async def test_afterwards_it_stands(over: Company) -> None:
    await released(over)
    await agreed(over)
    await once_it_is_over(over)
    with refused("stale"):
        await over.first.run(results.take_back, TANDEM, "eva")
    with refused("stale"):
        await released(over, "Doch etwas anderes")


async def test_whether_the_other_one_agrees_the_author_is_not_told(over: Company) -> None:
    """A no, silence and what was taken back look alike, on the card and in *my data*."""
    await released(over)
    silent, kept = await look(over, "eva"), await her_data(over)
    for yes in (True, False):
        await agreed(over, yes=yes)
        assert (await look(over, "eva"), await her_data(over)) == (silent, kept)


async def her_data(company: Company) -> list[object]:
    """What *my data* tells Eva of lines that were released."""
    found = await company.first.read(lambda uow, _: about(uow, "eva"))
    lines = [(each, row) for each, row in found if isinstance(row, Result)]
    return [await company.first.read(partial(_as_told, each, row)) for each, row in lines]


def _as_told(each: Holding, row: Result, uow: UnitOfWork, _moment: Moment) -> object:
    return each.told(uow, row, "eva")


@pytest.mark.parametrize("who", ["eva", "jan"])
async def test_whoever_of_the_two_deletes_themselves_takes_it_out_of_the_report(
    over: Company, who: str
) -> None:
    await released(over)
    await agreed(over)
    await once_it_is_over(over)
    await over.first.run(delete_me.offer, who, chat_of(who))
    await over.first.run(delete_me.confirm, who)
    await over.at(over.clock.moment + delete_me.LONGEST + timedelta(days=1))
    for key in await asked_for(over.first, "erase_person"):
        await EFFECTS["erase_person"](over.first, key)
    assert await read_by_owners(over) == []


async def test_the_other_one_is_brought_the_line(over: Company) -> None:
    await over.at(NOW + timedelta(days=1))
    await released(over)
    for subject in await asked_for(over.first, bring_card.name):
        await bring_card(over.first, subject)
    cards = await all_of(over.first, "postings", kind=result_card.name)
    assert [each.person_id for each in cards] == ["jan"]


async def test_what_was_taken_back_is_brought_to_nobody(over: Company) -> None:
    await over.at(NOW + timedelta(days=1))
    await released(over)
    await over.first.run(results.take_back, TANDEM, "eva")
    for subject in await asked_for(over.first, bring_card.name):
        await bring_card(over.first, subject)
    assert await all_of(over.first, "postings", kind=result_card.name) == []


async def test_nobody_else_writes_reads_or_releases(over: Company) -> None:
    await released(over)
    for who in ("ada", "otto"):
        with refused("not-yours"):
            await released(over, by=who)
        with refused("not-yours"):
            await over.first.run(results.show, TANDEM, who, chat_of(who))


@pytest.mark.parametrize(
    ("typed", "code"), [("  ", "result-empty"), ("x" * (LONGEST + 1), "result-long")]
)
async def test_nothing_and_too_much_is_refused(over: Company, typed: str, code: str) -> None:
    with refused(code, field="line"):
        await released(over, typed)


async def test_a_figure_that_owners_have_not_named_ties_nothing(over: Company) -> None:
    with refused("stale"):
        await released(over, figure="Krankenstand")


async def test_before_the_end_there_is_nothing_to_release(company: Company) -> None:
    for role, who in ((Role.MENTEE, "eva"), (Role.MENTOR, "jan")):
        await enrol(company.first, role, who)
    with refused("stale"):
        await released(company)


async def test_whoever_reads_the_lines_writes_none(over: Company) -> None:
    """Of an owner's tandem neither writes."""
    assert (await thanked(over)).may_report
    await over.store.run(_jan_owns)
    assert not (await thanked(over)).may_report
    with refused("stale"):
        await released(over)


async def thanked(company: Company) -> ThanksNotice:
    found = await shown(company.first, thanks_card.name, TANDEM, "eva")
    assert isinstance(found, ThanksNotice)
    return found


async def test_who_becomes_an_owner_in_the_meantime_releases_nothing(over: Company) -> None:
    await released(over)
    await agreed(over)
    await over.store.run(_jan_owns)
    await once_it_is_over(over)
    assert await read_by_owners(over) == []


async def test_what_is_not_in_the_report_goes_with_what_they_have_said(over: Company) -> None:
    await released(over)
    await agreed(over)
    await once_it_is_over(over)
    over.clock.moment = NOW + KEPT
    for who in ("eva", "jan"):
        await over.first.run(erase_in_cycle, who, NOW)
    assert await all_of(over.first, "results") == []
    assert await read_by_owners(over) == [(LINE, "")]


async def test_a_renamed_figure_is_reported_by_the_name_that_both_have_read(over: Company) -> None:
    await released(over, figure="Fluktuation")
    await agreed(over)
    (named,) = (await shown_figures(over)).figures
    other = KeyFigure(named.id, "Gehälter gekürzt", "%")
    await over.first.run(key_figures.save, "otto", other, shown=1)
    await once_it_is_over(over)
    assert await read_by_owners(over) == [(LINE, "Fluktuation")]


async def shown_figures(company: Company) -> KeyFiguresNotice:
    found = await shown(company.first, key_figures_card.name, FIRST, "otto")
    assert isinstance(found, KeyFiguresNotice)
    return found


def _jan_owns(uow: UnitOfWork) -> None:
    home = uow.everywhere.programmes.need("p1")
    uow.everywhere.programmes.put(replace(home, owners=(*home.owners, "jan")))
