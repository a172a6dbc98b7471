"""Which cards a unit has made old: those of what it has really changed, and no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import partial

import pytest

from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.questionnaire import When
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.watching import Absence
from mentoring.notices import Said, View
from mentoring.ports.rows import Altered, Those, UnitOfWork
from mentoring.storage.conditions import Selected
from mentoring.storage.unit import SqlUnitOfWork
from mentoring.usecases.changes.absence import absence_card
from mentoring.usecases.common import showing
from mentoring.usecases.common.people import choose_language, tandems_with
from mentoring.usecases.common.showing import (
    all_tandems_of,
    cards_of,
    depends,
    edited,
    time_has_come,
)
from tests.usecases.company import FIRST, NOW, Company, all_of, change, enrol, one, put

UNTIL = date(2027, 1, 5)
TANDEM = Tandem(f"{FIRST}.t", 1, "", "jan", "eva", TandemState.LAUNCHED, NOW, NOW)


@pytest.fixture
async def away(programmes: Company) -> Company:
    """Eva and Jan are away, and each has a card that says so."""
    await put(programmes.first, "absences", *(Absence(key, NOW, UNTIL) for key in ("eva", "jan")))
    await put(
        programmes.first,
        "postings",
        *(Posting(key, absence_card.name, key, key) for key in ("eva", "jan")),
    )
    return programmes


async def old(company: Company) -> list[str]:
    return [each.id for each in await all_of(company.first, "postings") if each.wanted > 1]


async def test_the_cards_of_a_changed_row_are_old_and_no_others(away: Company) -> None:
    await change(away.first, "absences", "eva", until=date(2027, 1, 9))
    assert await old(away) == ["eva"]


async def test_a_row_that_is_put_as_it_was_has_not_changed(away: Company) -> None:
    await away.first.run(lambda uow, _: uow.absences.put(uow.absences.need("eva")))
    assert await old(away) == []


async def test_a_row_that_is_gone_has_changed(away: Company) -> None:
    await away.first.run(lambda uow, _: uow.absences.delete("eva"))
    assert await old(away) == ["eva"]


async def test_what_is_read_makes_nothing_old(away: Company) -> None:
    await one(away.first, "absences", "eva")
    await away.first.run(lambda uow, _: len(uow.absences.all()))
    assert await old(away) == []


async def test_however_often_a_unit_writes_a_row_its_card_is_old_once(away: Company) -> None:
    await away.first.run(
        lambda uow, _: [
            uow.absences.put(Absence("eva", NOW, date(2027, 2, day))) for day in (1, 2, 3)
        ]
    )
    assert (await one(away.first, "postings", "eva")).wanted == 2


async def test_another_language_is_spoken_on_all_ones_cards(away: Company) -> None:
    await away.first.run(lambda uow, _: choose_language(uow, "jan", "en"))
    assert await old(away) == ["jan"]


async def test_time_alone_makes_a_card_old_where_a_timer_says_so(away: Company) -> None:
    await away.first.run(lambda uow, _: time_has_come(uow, absence_card, "jan"))
    assert await old(away) == ["jan"]


async def test_a_shared_view_that_would_read_for_everybody_is_refused(
    away: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise its cards would silently stay as they are."""
    view = View("heap", lambda _uow, _scene: Said("hello"), "owners", shared=True)
    monkeypatch.setattr(showing, "DEPENDENCIES", defaultdict(list))
    depends(view, Absence)(lambda uow, _change: uow.tandems.those(number=1))
    with pytest.raises(TypeError, match="heap is shared"):
        await change(away.first, "absences", "eva", until=date(2027, 1, 9))


async def test_views_that_show_the_same_rows_are_made_old_by_one_question(
    away: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Mapping[str, object]] = []
    monkeypatch.setattr(showing, "DEPENDENCIES", defaultdict(list))
    monkeypatch.setattr(SqlUnitOfWork, "outdate", lambda _uow, **equals: asked.append(equals))
    for number, names in {1: ("dates", "road", "kit"), 2: ("fit",)}.items():
        for name in names:
            view = View(name, lambda _uow, _scene: Said("hello"), "person", shared=False)
            depends(view, Absence)(partial(_numbered, number))
    await change(away.first, "absences", "eva", until=date(2027, 1, 9))
    assert [each["kind"] for each in asked] == [["dates", "kit", "road"], ["fit"]]


async def test_what_a_unit_changes_is_not_compared_with_everything_else_that_it_changes(
    away: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[object] = []
    same = Selected.__eq__

    def noted(self: Selected, other: object) -> bool:
        compared.append(other)
        return same(self, other)

    monkeypatch.setattr(showing, "DEPENDENCIES", defaultdict(list))
    monkeypatch.setattr(Selected, "__eq__", noted)
    for name in ("dates", "kit"):
        view = View(name, lambda _uow, _scene: Said("hello"), "person", shared=False)
        depends(view, Absence)(lambda uow, row: uow.sessions.those(tandem_id=row.row.id))
    await put(away.first, "absences", *(Absence(f"p{n}", NOW, UNTIL) for n in range(100)))
    assert 100 <= len(compared) < 1000, "each with its own kind of the other view, at most"


def _numbered(number: int, uow: UnitOfWork, _change: Altered) -> Those:
    return uow.tandems.those(number=number)


async def test_only_answers_that_were_handed_in_can_be_edited(programmes: Company) -> None:
    before = await enrol(programmes.first, Role.MENTEE, "eva")
    after = await enrol(programmes.first, Role.MENTEE, "eva", When(deputy=("dora",)))
    begun = await change(programmes.first, "enrolments", after.id, state=EnrolmentState.BEGUN)
    assert [edited(Altered(before, each)) for each in (after, before, begun, None)] == [
        True,
        False,
        False,
        False,
    ]
    assert not edited(Altered(None, after)), "that is no edit"


class TestCardsAboutEveryTandemOfSomebody:
    """A step of the questionnaire shows in many views, and whoever takes it has no tandem yet."""

    @pytest.fixture
    def written(self, monkeypatch: pytest.MonkeyPatch) -> list[Mapping[str, object]]:
        """What is marked as old of views for both and for oneself."""
        monkeypatch.setattr(showing, "DEPENDENCIES", defaultdict(list))
        for name in ("dates", "road"):
            view = View(name, lambda _uow, _scene: Said("hello"), "person", shared=False)
            depends(view, Absence)(lambda _uow, change: all_tandems_of(change.row.id))
        for name in ("thanks", "ended"):
            view = View(name, lambda _uow, _scene: Said("hello"), "person", shared=False)
            depends(view, Absence)(lambda _uow, change: cards_of(change.row.id))
        marked: list[Mapping[str, object]] = []
        monkeypatch.setattr(SqlUnitOfWork, "outdate", lambda _uow, **own: marked.append(own))
        monkeypatch.setattr(SqlUnitOfWork, "outdate_all", lambda _uow, both: marked.append(both))
        return marked

    @pytest.fixture
    def asked(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """Whose tandems are read, each time."""
        people: list[str] = []

        def reads(uow: UnitOfWork, person_id: str) -> list[str]:
            people.append(person_id)
            return tandems_with(uow, person_id)

        monkeypatch.setattr(showing, "tandems_with", reads)
        return people

    @pytest.mark.usefixtures("written")
    async def test_their_tandems_are_read_once(self, away: Company, asked: list[str]) -> None:
        await change(away.first, "absences", "eva", until=date(2027, 1, 9))
        assert asked == ["eva"]

    async def test_those_of_their_own_are_marked_together(
        self, away: Company, written: list[Mapping[str, object]]
    ) -> None:
        await away.first.run(lambda uow, _: uow.tandems.put(TANDEM))
        await change(away.first, "absences", "eva", until=date(2027, 1, 9))
        own = {"kind": ["ended", "thanks"], "person_id": "eva", "subject_id": [TANDEM.id]}
        assert written[-2:] == [own, {"dates": {TANDEM.id}, "road": {TANDEM.id}}]

    async def test_without_a_tandem_nothing_is_written(
        self, away: Company, written: list[Mapping[str, object]]
    ) -> None:
        await change(away.first, "absences", "eva", until=date(2027, 1, 9))
        assert written == [{"dates": set(), "road": set()}]
