"""In others' rows a pseudonym stands for whoever was erased, and their lists name them no more."""

from __future__ import annotations

import pytest

from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.invitation import Entry, Invite
from mentoring.domain.match_run import DecisionKind, MatchRun, OwnerDecision
from mentoring.domain.matching.decisions import Lock
from mentoring.domain.matching.results import Alternative, Alternatives, Reason, Unmatched
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.pair import Pair, PairKind
from mentoring.domain.people import Role
from mentoring.domain.proposal import Proposal
from mentoring.domain.questionnaire import NotWith, When
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.storage.store import SqlStore
from mentoring.usecases.privacy.delete_me import SHARED
from mentoring.usecases.privacy.forgetting import Traces
from tests.answers import answers
from tests.usecases.company import NOW
from tests.usecases.held import SHE, everything

EVA = Traces(frozenset({"eva", "eva@firma.example"}), "erased-1")


def test_a_past_pair_stays_under_a_pseudonym_its_id_too() -> None:
    pair = Pair("p1:jan:eva", "jan", "eva", PairKind.PAST, NOW)
    assert EVA.forgotten(pair) == Pair("p1:jan:erased-1", "jan", "erased-1", PairKind.PAST, NOW)


def test_a_tandem_keeps_the_other_one() -> None:
    tandem = Tandem("t", 1, "", "jan", "eva", TandemState.CLOSED, NOW, NOW)
    left = EVA.forgotten(tandem)
    assert (left.mentor_id, left.mentee_id) == ("jan", "erased-1")


def test_what_others_have_answered_names_them_no_more() -> None:
    said = answers(
        When(deputy=("eva",), names={"eva": "Eva"}),
        NotWith(("eva", "dora"), ("eva",), {"eva": "Eva", "dora": "Dora"}),
    )
    other = Enrolment("e", "jan", Role.MENTOR, EnrolmentState.DONE, NOW, "summary", said)
    left = EVA.forgotten(other).answers
    assert left.when == When()
    assert left.not_with == NotWith(("dora",), (), {"dora": "Dora"})


def test_a_list_of_people_loses_their_line() -> None:
    both = [Entry("eva@firma.example", "eva", "Eva"), Entry("Jan", "jan", "Jan")]
    left = EVA.forgotten(Invite("i", "otto", NOW, Role.MENTEE, entries=both))
    assert left.entries == [Entry("Jan", "jan", "Jan")]


def test_a_run_still_has_its_numbers() -> None:
    settings = MatchingSettings(blocked_pairs=(("eva", "jan"), ("dora", "ada")))
    run = MatchRun(
        "r",
        "eva",
        NOW,
        tandems=7,
        unmatched=(Unmatched("eva", Role.MENTEE, Reason("no-place")),),
        settings=settings,
    )
    left = EVA.forgotten(run)
    assert (left.started_by, left.unmatched[0].id, left.tandems) == ("erased-1", "erased-1", 7)
    assert left.settings.blocked_pairs == (("erased-1", "jan"), ("dora", "ada"))


def test_an_address_of_theirs_goes_however_it_is_written() -> None:
    former = Traces(frozenset({"eva", "former.name@firma.example"}), "erased-1")
    settings = MatchingSettings(blocked_pairs=(("Former.Name@firma.example", "jan"),))
    left = former.forgotten(MatchRun("r", "otto", NOW, settings=settings))
    assert left.settings.blocked_pairs == (("erased-1", "jan"),)


def test_a_next_best_partner_has_no_name() -> None:
    best = Alternatives((Alternative("eva", 9),))
    left = EVA.forgotten(Proposal("p", "r", "jan", "ada", 9, alternatives=best))
    assert left.alternatives.for_mentee == (Alternative("erased-1", 9),)


WHY = "Eva has asked for Jan"


@pytest.mark.parametrize(
    ("mentee", "mentor", "reason", "left"),
    [
        ("eva", "jan", WHY, ""),
        ("ada", "eva", WHY, ""),
        ("ada", "jan", "EVA COSTA knows them both", ""),
        ("ada", "jan", "They have asked for each other", "They have asked for each other"),
    ],
)
def test_what_an_owner_has_written_about_them_goes(
    mentee: str, mentor: str, reason: str, left: str
) -> None:
    """A sentence about somebody tells who it was without a name, too."""
    eva = Traces(EVA.known_as, EVA.pseudonym, "Eva Costa")
    made = OwnerDecision("d", DecisionKind.LOCK, "otto", NOW, mentee, mentor, reason)
    assert eva.forgotten(made).reason == left
    proposal = Proposal("p", "r", mentor, mentee, 9, lock=Lock(mentee, mentor, reason))
    assert eva.forgotten(proposal).lock.reason == left
    assert eva.are_in(made) == (not left)


def test_whom_it_does_not_name_is_left_alone() -> None:
    assert not EVA.are_in(Pair("p1:jan:ada", "jan", "ada", PairKind.PAST, NOW))


@pytest.mark.parametrize("table", sorted(SHARED | {"enrolments", "people"}))
def test_nothing_of_anybody_is_left_in_any_shared_row(everywhere: SqlStore, table: str) -> None:
    """Issue 12, P1: somebody is in every row in which anybody could be."""
    traces = Traces(frozenset({SHE}), "erased-1")
    rows = everywhere.read_now(lambda uow: [row for name, row in everything(uow) if name == table])
    named = [row for row in rows if traces.are_in(row)]
    own = [row for row in named if getattr(row, "person_id", row.id) == SHE]
    left = [traces.forgotten(row) for row in named if row not in own]
    assert named
    assert not [row for row in left if SHE in repr(row)]
