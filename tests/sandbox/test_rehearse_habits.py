"""What people do in the life of a tandem as a rehearsal plays it: taps, lines that hold a word of
their own, what they share and take back.
"""

from __future__ import annotations

import pytest

from sandbox.cards import as_action
from sandbox.rehearse.habits import Answered, Habits, Words, Written
from tests.sandbox.pressed import form, tap
from tests.sandbox.recording_bot import card


def willing(skips: bool, *, wishes: bool = False, whims: frozenset[str] = frozenset()) -> Habits:
    """The habits of the first person who does, or does not, skip what they need not do, and has
    these whims.
    """
    found = (
        Habits(f"person-{number}", Words(1), Answered(), wishes=wishes) for number in range(400)
    )
    return next(each for each in found if each._skips is skips and whims <= each._whims)


class TestTaps:
    """One answer to each question, each question once."""

    CARD = card(
        "How was it?",
        actions=[
            tap("retrospective.tap", tap="first", answer="a"),
            tap("retrospective.tap", tap="first", answer="b"),
            tap("retrospective.tap", tap="second", answer="c"),
            {"type": "Action.Execute", "verb": "retrospective.write", "style": "positive"},
        ],
    )

    def test_each_question_once(self) -> None:
        habits, asked = willing(skips=False), []
        while own := habits.way("m", self.CARD):
            asked.append(own.spec["data"]["tap"])
            habits.pressed("m", own, self.CARD)
        assert asked == ["first", "second"]

    def test_on_another_message_the_same_question_is_another_one(self) -> None:
        habits = willing(skips=False)
        while own := habits.way("m", self.CARD):
            habits.pressed("m", own, self.CARD)
        assert habits.way("another", self.CARD) is not None

    def test_a_press_that_the_product_did_not_take_is_made_again(self) -> None:
        habits = willing(skips=False)
        habits.way("m", self.CARD)
        again = habits.way("m", self.CARD)
        assert again is not None
        assert again.spec["data"]["tap"] == "first"

    @pytest.mark.parametrize("skips", [True, False])
    def test_some_skip_a_kit(self, skips: bool) -> None:
        kit = card("A kit", actions=[tap("kits.take"), tap("kits.skip")])
        own = willing(skips).way("m", kit)
        assert (own.verb if own else "") == ("kits.skip" if skips else "")

    def test_others_have_a_look_at_what_the_end_offers_once(self) -> None:
        thanks = card("Thank you", actions=[tap("measure.open"), tap("certificate.open")])
        habits, opened = willing(skips=False), []
        while own := habits.way("m", thanks):
            opened.append(own.verb)
            habits.pressed("m", own, thanks)
        assert opened == ["measure.open", "certificate.open"]
        assert willing(skips=True).way("m", thanks) is None


class TestTheEnd:
    """What people would like next time, and what they release for the programme."""

    WISHES = card(
        "Thank you",
        actions=[tap("next_time.wish", enrolment="e", wish=each) for each in ("again", "not")],
    )
    RESULT = form("What it has brought", "line", tap("result.release", tandem="t"))

    def test_a_wish_is_said_once_where_no_other_cycle_follows(self) -> None:
        assert willing(skips=False).way("m", self.WISHES) is None
        habits = willing(skips=False, wishes=True)
        own = habits.way("m", self.WISHES)
        assert own is not None
        habits.pressed("m", own, self.WISHES)
        assert habits.way("m", self.WISHES) is None

    def test_most_release_a_line_that_is_for_others(self) -> None:
        habits = willing(skips=False, whims=frozenset({"result.release"}))
        own = habits.way("m", self.RESULT)
        assert own is not None
        assert own.verb == "result.release"
        habits.known("m", self.RESULT)
        assert {by.where for by in habits._words.written.values()} == {"result"}

    def test_a_line_to_the_mentor_is_one_for_both(self) -> None:
        thanks = form("Thank you", "line", tap("farewell.write", tandem="t"))
        habits = willing(skips=False, whims=frozenset({"farewell.write"}))
        own = habits.way("m", thanks)
        assert own is not None
        habits.known("m", thanks)
        [written] = habits._words.written.values()
        assert (written.where, written.is_for_oneself) == ("farewell", False)
        assert written.is_for_the_two

    LOOKED_BACK = form(
        "How was it?",
        "line",
        {"type": "Action.Execute", "verb": "retrospective.write", "style": "positive"},
        tap("retrospective.write") | {"data": {"session": "s", "share": True}},
        tap("retrospective.hide", session="s"),
    )

    def test_some_share_what_they_wrote_about_a_session_and_some_hide_it_again(self) -> None:
        habits = willing(
            skips=False, whims=frozenset({"retrospective.write", "retrospective.hide"})
        )
        pressed = []
        while own := habits.way("m", self.LOOKED_BACK):
            line = habits.known("m", self.LOOKED_BACK)["line"]
            shown = form(line, "line", *self.LOOKED_BACK["actions"])
            habits.presses("m", own, shown)
            habits.pressed("m", own, shown)
            pressed.append((own.verb, own.spec["data"].get("share", False)))
        assert pressed == [("retrospective.write", True), ("retrospective.hide", False)]
        words = habits._words
        assert words.shared == words.hidden == {*words.written}

    @pytest.mark.parametrize("is_shared", [True, False])
    def test_who_only_saves_a_line_shares_it_if_the_other_one_reads_it(
        self, is_shared: bool
    ) -> None:
        """What is saved over a line that is shown is shown as well; also where the product answers
        too late.
        """
        habits = willing(skips=False)
        save, show, hide = self.LOOKED_BACK["actions"]
        shown = form("How was it?", "line", save, hide if is_shared else show)
        habits.known("m", shown)
        habits.presses("m", as_action(save), shown)
        assert (habits._words.shared == {*habits._words.written}) is is_shared

    def test_owners_may_read_it_once_both_have_released_it_until_it_is_taken_back(self) -> None:
        words = Words(1)
        said = words.line(Written("anna", "result"), "m")
        for_herself = words.line(Written("anna", "line"), "m")
        words.release(f"Anna would like to release this: {said} {for_herself}")
        [released] = words.released
        assert released in said
        words.take_back("ben")
        assert words.released == {released}
        words.take_back("anna")
        assert words.released == set()


class TestTheAgreement:
    """Some change what they have agreed on: one of the items in which one writes."""

    TERMS = card(
        "Agreement",
        actions=[
            tap("agreement.look", item=each) for each in ("prepares", "goal", "not_about", "reach")
        ],
    )
    ITEM = form("Goal", "goal", tap("agreement.save", item="goal"))

    def test_one_of_them_is_opened_once(self) -> None:
        habits = willing(skips=False, whims=frozenset({"agreement.look"}))
        own = habits.way("m", self.TERMS)
        assert own is not None
        assert own.spec["data"]["item"] in {"goal", "not_about"}
        habits.pressed("m", own, self.TERMS)
        assert habits.way("m", self.TERMS) is None

    def test_what_is_written_there_is_another_line_than_in_the_questionnaire(self) -> None:
        habits = willing(skips=False)
        [there] = habits.known("m", self.ITEM).values()
        [asked] = habits.known("m", form("About you", "goal")).values()
        assert there != asked
        assert {by.where for by in habits._words.written.values()} == {"agreement", "goal"}

    def test_nothing_is_written_where_there_is_no_room_for_it(self) -> None:
        habits = willing(skips=False)
        assert habits.known("m", card("Press")) == {}
        assert habits._words.written == {}


class TestWords:
    """What people write holds a word that stands nowhere else."""

    def test_the_same_place_has_the_same_word(self) -> None:
        words = Words(1)
        by = Written("anna", "line")
        assert words.line(by, "m") == words.line(by, "m")
        assert words.line(by, "m") != words.line(by, "another message")
        assert len(words.written) == 2

    def test_each_word_is_in_the_line(self) -> None:
        words = Words(1)
        line = words.line(Written("anna", "line"))
        assert [word in line for word in words.written] == [True]


def test_a_message_counts_once_for_each_who_answered_it() -> None:
    answered = Answered()
    for person, message in (("a", "1"), ("a", "1"), ("b", "2")):
        answered.add("retrospective.tap", person, message)
    answered.add("retrospective.write", "a", "1")
    assert answered.count(("retrospective.tap", "retrospective.write")) == 2
