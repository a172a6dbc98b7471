"""What a client reads out of a card, and what it would never send."""

from typing import Any

import pytest

from sandbox import cards

QUESTION = {
    "type": "AdaptiveCard",
    "version": "1.5",
    "body": [
        {"type": "TextBlock", "text": "About you"},
        {
            "type": "Container",
            "items": [
                {
                    "type": "Input.ChoiceSet",
                    "id": "languages",
                    "isMultiSelect": True,
                    "isRequired": True,
                    "value": "de",
                    "choices": [
                        {"title": "Deutsch", "value": "de"},
                        {"title": "English", "value": "en"},
                    ],
                },
                {"type": "Input.Text", "id": "about_me", "maxLength": 10},
            ],
        },
        {"type": "Input.Number", "id": "competence", "min": 1, "max": 10, "value": 5},
        {"type": "Input.Toggle", "id": "agreed", "title": "I agree", "isRequired": False},
        {"type": "Input.Text", "id": "hidden", "isVisible": False},
        {
            "type": "ActionSet",
            "actions": [
                {
                    "type": "Action.Execute",
                    "title": "Next",
                    "verb": "next",
                    "style": "positive",
                    "data": {"step": 2},
                    "fallback": {
                        "type": "Action.Submit",
                        "title": "Next",
                        "data": {"verb": "next", "step": 2},
                    },
                },
            ],
        },
    ],
    "actions": [
        {"type": "Action.Execute", "title": "Not now", "verb": "later", "style": "destructive"}
    ],
    "refresh": {"action": {"type": "Action.Execute", "verb": "look"}},
}


def test_inputs_are_found_wherever_they_stand_but_not_where_nobody_sees_them() -> None:
    assert list(cards.inputs(QUESTION)) == ["languages", "about_me", "competence", "agreed"]


def test_buttons_stand_in_the_card_or_in_an_action_set_and_a_refresh_or_fallback_is_none() -> None:
    assert [action.title for action in cards.actions(QUESTION)] == ["Next", "Not now"]
    assert cards.styled(QUESTION, "destructive") == cards.find_action(QUESTION, "later")


def test_a_press_sends_the_actions_data_and_all_values_the_touched_ones_and_the_prefilled() -> None:
    sent = cards.press(QUESTION, cards.find_action(QUESTION, "positive"), {"languages": "de,en"})
    assert sent == {"step": 2, "languages": "de,en", "competence": "5", "agreed": "false"}


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"age": "40"}, "no input age"),
        ({"languages": ""}, "languages is required"),
        ({"languages": "de,fr"}, "not fr"),
        ({"about_me": "much too long for it"}, "10 characters"),
        ({"competence": "11"}, "1 to 10"),
        ({"agreed": "perhaps"}, "true, false"),
    ],
)
def test_a_client_does_not_send_what_its_inputs_do_not_allow(
    answers: dict[str, str], reason: str
) -> None:
    with pytest.raises(cards.CardRefused, match=reason):
        cards.press(QUESTION, cards.find_action(QUESTION, "next"), answers)


def test_a_button_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(cards.CardRefused, match="'Next', 'Not now'"):
        cards.find_action(QUESTION, "Approve")


def test_an_action_without_associated_inputs_sends_its_data_alone() -> None:
    card = QUESTION | {
        "actions": [
            {"type": "Action.Execute", "title": "Skip", "data": {}, "associatedInputs": "none"}
        ]
    }
    assert cards.press(card, cards.find_action(card, "Skip"), {}) == {}


def test_a_press_sends_the_inputs_of_its_own_card_and_of_those_around_it_only() -> None:
    """learn.microsoft.com, Adaptive Cards, input validation: not those of a child or sibling
    card.
    """

    def unfolds(name: str) -> dict[str, Any]:
        inside = {
            "type": "AdaptiveCard",
            "body": [{"type": "Input.Date", "id": name, "isRequired": True}],
            "actions": [does(name)],
        }
        return {"type": "Action.ShowCard", "title": name, "card": inside}

    def does(title: str) -> dict[str, Any]:
        return {"type": "Action.Execute", "title": f"send {title}", "verb": title, "data": {}}

    body = [{"type": "Input.Text", "id": "outer", "value": "x"}]
    card = {
        "type": "AdaptiveCard",
        "body": body,
        "actions": [unfolds("one"), unfolds("two"), does("top")],
    }
    sent = cards.press(card, cards.find_action(card, "send one"), {"one": "2027-01-11"})
    assert sent == {"outer": "x", "one": "2027-01-11"}
    assert cards.press(card, cards.find_action(card, "send top"), {}) == {"outer": "x"}
    with pytest.raises(cards.CardRefused, match="two is required"):
        cards.press(card, cards.find_action(card, "send two"), {"one": "2027-01-11"})
