"""An invented person answers from the card alone: what they know of themselves, else what the input
suggests.
"""

from sandbox.cards import Card
from sandbox.rehearse.answering import fill_in, fingerprint, forward, is_question

CHOICES = [{"title": "AI", "value": "ai"}, {"title": "Data", "value": "data"}]


def card(*inputs: Card, **more: object) -> Card:
    return {"type": "AdaptiveCard", "version": "1.5", "body": list(inputs), **more}


def choice(**more: object) -> Card:
    return {"type": "Input.ChoiceSet", "id": "topics", "choices": CHOICES, **more}


def test_what_the_person_knows_is_answered_as_far_as_the_card_offers_it() -> None:
    assert fill_in(card(choice(isMultiSelect=True)), {"topics": "ai,agile,data"}) == {
        "topics": "ai,data"
    }
    assert fill_in(card(choice()), {"topics": "data"}) == {"topics": "data"}


def test_a_prefilled_value_is_kept() -> None:
    assert fill_in(card(choice(value="data", isRequired=True)), {}) == {}


def test_a_required_choice_gets_its_first_and_an_optional_one_stays_empty() -> None:
    assert fill_in(card(choice(isRequired=True)), {}) == {"topics": "ai"}
    assert fill_in(card(choice()), {}) == {}


def test_an_unknown_answer_of_a_required_choice_falls_back_to_the_first() -> None:
    assert fill_in(card(choice(isRequired=True)), {"topics": "agile"}) == {"topics": "ai"}


def test_a_text_is_cut_to_what_the_input_takes_and_a_required_one_is_never_empty() -> None:
    text = {"type": "Input.Text", "id": "goal", "maxLength": 5, "isRequired": True}
    assert fill_in(card(text), {"goal": "understand"}) == {"goal": "under"}
    assert fill_in(card(text | {"maxLength": 200}), {})["goal"]


def test_agreeing_is_switching_the_toggle_on_with_its_own_word() -> None:
    toggle = {
        "type": "Input.Toggle",
        "id": "agreed",
        "valueOn": "yes",
        "valueOff": "no",
        "title": "I agree",
    }
    assert fill_in(card(toggle), {"agreed": "true"}) == {"agreed": "yes"}
    assert fill_in(card(toggle | {"isRequired": True}), {}) == {"agreed": "yes"}
    assert fill_in(card(toggle), {}) == {}


def test_nothing_is_answered_that_the_card_does_not_ask() -> None:
    assert fill_in(card(), {"topics": "ai"}) == {}


def test_forward_is_the_positive_button_and_a_question_has_one_with_the_id_no_too() -> None:
    yes = {"type": "Action.Execute", "title": "Take part", "style": "positive"}
    no = {"type": "Action.Execute", "title": "Not now", "id": "no"}
    found = forward(card(actions=[no, yes]))
    assert found
    assert found.title == "Take part"
    assert forward(card(actions=[{"type": "Action.Execute", "title": "Help"}])) is None
    assert is_question(card(actions=[no, yes]))
    assert not is_question(card(actions=[yes]))


def test_a_card_is_the_same_whatever_its_refresh_says() -> None:
    assert fingerprint(card(choice(), refresh={"action": {"data": 1}})) == fingerprint(
        card(choice())
    )
    assert fingerprint(card(choice(value="ai"))) != fingerprint(card(choice()))
