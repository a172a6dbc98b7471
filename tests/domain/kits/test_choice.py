"""Which kit comes next in a tandem."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from mentoring.domain.kits.choice import (
    Pairing,
    Road,
    Step,
    candidates,
    deeper,
    kit_for,
    proposed,
    recalled,
)
from mentoring.domain.kits.library import Library
from mentoring.domain.kits.texts import DEPTHS, Kit
from mentoring.domain.topics import TOPICS
from mentoring.usecases.tandem.library import packaged
from tests.domain.kits.shelf import a_kit, a_library

IDS = [topic.id for topic in TOPICS]
EXPERT = dict.fromkeys(IDS, 3)
LONGEST = 26


def ids(
    sessions: int,
    pairing: Pairing,
    library: Library,
    come: Sequence[str] = (),
    questions: Sequence[str] = (),
) -> list[str]:
    road = Road(tuple(come), tuple(questions))
    return [each.id for each in proposed(sessions, pairing, library, road)]


class TestTheDepth:
    def test_follows_the_step(self) -> None:
        pairing = Pairing(wishes=("ai",), levels={"ai": 3})
        assert ids(3, pairing, a_library("ai")) == ["ai-discover", "ai-try", "ai-use"]

    def test_whoever_has_begun_deeper_is_not_led_back(self) -> None:
        pairing, library = Pairing(("ai",), levels={"ai": 3}), a_library("ai")
        assert ids(3, pairing, library, ["ai-use"]) == []
        assert ids(3, pairing, library, ["ai-try"]) == ["ai-use"]

    def test_the_same_topic_can_go_on_deeper_as_far_as_the_mentor_reaches(self) -> None:
        library, step = a_library("ai"), Step("ai")
        found = {}
        for level in (1, 2, 3):
            pairing = Pairing(("ai",), levels={"ai": level})
            [first] = proposed(1, pairing, library)
            found[level] = [each.id for each in deeper(first, pairing, library, ())]
        assert found == {1: [], 2: ["ai-try"], 3: ["ai-try", "ai-use"]}
        last = recalled("ai-use", step, library)
        assert last
        assert list(deeper(last, pairing, library, ())) == []

    def test_what_has_grown_around_a_question_goes_no_deeper(self) -> None:
        [asked] = proposed(1, Pairing(), a_library(), Road(questions=("q1",)))
        assert list(deeper(asked, Pairing(), a_library(), ())) == []

    def test_the_mentors_level_caps_it(self) -> None:
        library = a_library("ai")
        reached = [ids(3, Pairing(("ai",), levels={"ai": level}), library) for level in (1, 2)]
        assert reached == [["ai-discover"], ["ai-discover", "ai-try"]]

    def test_a_topic_that_the_mentor_has_not_named_stays_a_first_look(self) -> None:
        assert ids(3, Pairing(("ai",)), a_library("ai")) == ["ai-discover"]


class TestQuestions:
    def test_none_comes_twice_among_the_sessions_ahead(self) -> None:
        """Where nothing else is left either: it may well be answered by then."""
        library = a_library("ai", forms=3)
        found = ids(9, Pairing(("ai",), levels={"ai": 3}), library, questions=("q1",))
        assert len(found) == 4
        assert sum("q1" in each for each in found) == 1

    def test_one_that_a_session_was_about_and_that_is_open_still_comes_back(self) -> None:
        library, pairing = a_library("ai", forms=3), Pairing(("ai",), levels={"ai": 3})
        come = ["ai-discover", "question:form-0:q1", "ai-try", "ai-use"]
        assert ids(3, pairing, library, come, ("q1",)) == ["question:form-1:q1"]

    def test_neither_does_one_that_the_two_have_settled_twice(self) -> None:
        library, asked = a_library("ai", forms=3), Step(question="q1")
        road = Road(questions=("q1",), planned=(asked, asked))
        found = proposed(5, Pairing(("ai",), levels={"ai": 3}), library, road)
        assert [each.step for each in found].count(asked) == 1


class TestTheOrder:
    def test_the_wishes_come_first_and_in_their_order(self) -> None:
        library, pairing = a_library("ai", "data", "agile"), Pairing(("data", "ai"), levels=EXPERT)
        assert ids(4, pairing, library) == ["data-discover", "ai-discover", "data-try", "ai-try"]

    def test_what_is_open_comes_before_a_wish_comes_again(self) -> None:
        pairing = Pairing(("ai",), levels={"ai": 3})
        assert ids(4, pairing, a_library("ai"), questions=["q1", "q2"]) == [
            "ai-discover",
            "question:form-0:q1",
            "question:form-1:q2",
            "ai-try",
        ]

    def test_a_question_that_stays_open_comes_back_in_another_form(self) -> None:
        nothing = Pairing()
        come = ids(1, nothing, a_library(), questions=["q1"])
        assert ids(9, nothing, a_library(), come, ["q1"]) == ["question:form-1:q1"]

    def test_a_question_that_is_answered_does_not_come_back(self) -> None:
        assert ids(1, Pairing(), a_library(), ["question:form-0:q1"], []) == []

    def test_what_else_the_mentor_teaches_comes_last(self) -> None:
        pairing = Pairing(("ai",), levels={"agile": 2, "ai": 1})
        found = ids(9, pairing, a_library("ai", "agile", "data"))
        assert found == ["ai-discover", "agile-discover", "agile-try"]

    def test_it_goes_on_from_what_has_been(self) -> None:
        pairing, library = Pairing(("ai", "data"), levels=EXPERT), a_library("ai", "data")
        assert ids(2, pairing, library, ["ai-discover"]) == ["data-discover", "ai-try"]


class TestTheHouse:
    def test_its_kits_come_before_those_of_the_product(self) -> None:
        own = Kit.model_validate(a_kit("ai-house", "ai", "discover"))
        library = a_library("ai").with_house([own])
        pairing = Pairing(("ai",), levels={"ai": 1})
        assert ids(2, pairing, library) == ["ai-house", "ai-discover"]

    def test_a_kit_of_the_same_id_takes_the_others_place(self) -> None:
        own = Kit.model_validate(a_kit("ai-try", "ai", "use"))
        assert [kit.depth for kit in a_library("ai").with_house([own]).kits] == [
            *("use", "discover", "use"),
        ]

    def test_a_topic_without_kits_gets_those_that_grow_around_its_name(self) -> None:
        pairing = Pairing(("forklifts",), levels={"forklifts": 2})
        found = ids(9, pairing, a_library("ai"))
        assert found == ["topic:any-discover:forklifts", "topic:any-try:forklifts"]

    def test_a_kit_that_is_no_more_is_forgotten(self) -> None:
        pairing = Pairing(("ai",), levels={"ai": 3})
        assert ids(1, pairing, a_library("ai"), ["ai-gone"]) == ["ai-discover"]


def test_a_step_that_has_nothing_new_has_no_kit() -> None:
    assert kit_for(Step(topic="ai"), Pairing(), a_library("ai"), ["ai-discover"]) is None


PAIRINGS = st.builds(
    Pairing,
    st.lists(st.sampled_from([*IDS, "forklifts"]), max_size=3, unique=True).map(tuple),
    st.dictionaries(st.sampled_from([*IDS, "forklifts"]), st.integers(1, 3)),
)


@given(PAIRINGS, st.lists(st.uuids().map(str), max_size=LONGEST, unique=True))
def test_no_kit_comes_twice_and_none_is_deeper_than_the_mentor(
    pairing: Pairing, questions: list[str]
) -> None:
    road = Road(questions=tuple(questions))
    found = proposed(LONGEST, pairing, packaged(), road)
    assert len({each.id for each in found}) == len(found)
    for each in found:
        if each.depth:
            assert DEPTHS.index(each.depth) <= pairing.deepest(each.step.topic)


@given(PAIRINGS, st.integers(0, LONGEST))
def test_what_is_proposed_one_by_one_is_what_is_proposed_at_once(
    pairing: Pairing, sessions: int
) -> None:
    road = Road(questions=("q1", "q2"))
    at_once = proposed(sessions, pairing, packaged(), road)
    for each in at_once:
        assert proposed(1, pairing, packaged(), road) == (each,)
        road = road.then(each)


def test_a_tandem_of_26_sessions_that_asks_has_a_kit_for_each() -> None:
    """Three wishes, a mentor who knows the basics, and a question a session from the fourth on."""
    pairing = Pairing(("ai", "data", "agile"), levels={"ai": 1, "data": 1, "agile": 1})
    found = ids(LONGEST, pairing, packaged(), questions=[f"q{n}" for n in range(LONGEST - 3)])
    assert len(set(found)) == LONGEST


class TestCandidates:
    def test_are_the_best_first_and_each_once(self) -> None:
        pairing = Pairing(wishes=("ai", "data"), levels={"ai": 2, "data": 1, "agile": 1})
        library = a_library("ai", "data", "agile")
        found = [each.id for each in candidates(pairing, library, Road(("ai-discover",), ("q",)))]
        assert found == ["data-discover", "question:form-0:q", "ai-try", "agile-discover"]

    def test_a_kit_is_recalled_as_it_was_chosen(self) -> None:
        pairing = Pairing(wishes=("ai", "unknown"), levels={"ai": 1})
        library = a_library("ai")
        found = list(candidates(pairing, library, Road((), ("tandem:7",))))
        assert len(found) > 2
        assert [recalled(each.id, each.step, library) for each in found] == found

    def test_one_that_is_no_more_is_not(self) -> None:
        library = a_library("ai")
        for gone in ("of-the-house", "question:gone:q", "topic:gone:ai"):
            assert recalled(gone, Step("ai"), library) is None
