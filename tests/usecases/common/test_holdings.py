"""Walking the registry meets all that is held about a person, in every cycle and programme."""

from __future__ import annotations

from itertools import chain

from mentoring.domain.enrolment import Enrolment
from mentoring.domain.tandem import Tandem
from mentoring.ports.rows import Containing, Row, UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.holdings import Holding, Naming, about, naming_them
from tests.usecases.held import OTHER, SHE, everything, people


def test_walking_it_meets_every_row_in_which_somebodys_id_stands(everywhere: SqlStore) -> None:
    def unit(uow: UnitOfWork) -> dict[str, set[tuple[type, str]]]:
        written = [((type(row), row.id), repr(row)) for _, row in everything(uow)]
        named = {who: {key for key, row in written if who in row} for who in people(uow)}
        assert all(named.values()), "everybody is at least a person"
        return {who: missed for who in named if (missed := named[who] - _walked(uow, who))}

    assert everywhere.read_now(unit) == {}


def _walked(uow: UnitOfWork, person: str) -> set[tuple[type, str]]:
    found: chain[tuple[Holding | Naming, Row]] = chain(about(uow, person), naming_them(uow, person))
    return {(each.entity, row.id) for each, row in found}


def test_it_sees_all_programmes_whoever_walks(everywhere: SqlStore) -> None:
    """The unit of an owner is bound to a cycle; what is held about a person does not end there."""

    def unit(uow: UnitOfWork) -> set[str]:
        uow.bind("p1c1", "p1")
        return {
            row.cycle_id for each, row in about(uow, SHE) if isinstance(row, Enrolment | Tandem)
        }

    assert everywhere.read_now(unit) == {"p1c1", "p2c1"}


def test_rows_that_name_somebody_are_not_their_own(everywhere: SqlStore) -> None:
    def unit(uow: UnitOfWork) -> list[str]:
        return [row.person_id for _, row in naming_them(uow, SHE) if isinstance(row, Enrolment)]

    assert everywhere.read_now(unit) == [OTHER]


def test_what_lies_encrypted_is_not_found_by_its_text(everywhere: SqlStore) -> None:
    assert not everywhere.read_now(
        lambda uow: uow.everywhere.enrolments.all(answers=Containing(SHE))
    )
