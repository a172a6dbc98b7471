"""Drop-downs on their way to a Playground: only their style changes, and only where the Playground
draws them wrongly.
"""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.playground.dropdowns import redrawn, redrawn_answer

CARD = "application/vnd.microsoft.card.adaptive"


def choice_set(**more: Any) -> dict[str, Any]:
    return {
        "type": "Input.ChoiceSet",
        "id": "wish",
        "choices": [{"title": "One", "value": "1"}],
    } | more


def card(*body: Any) -> dict[str, Any]:
    return {"type": "AdaptiveCard", "version": "1.5", "body": list(body)}


@pytest.mark.parametrize(
    "style", [{}, {"style": "compact"}, {"style": "compact", "isMultiSelect": False}]
)
def test_a_dropdown_is_one_in_which_one_may_type(style: dict[str, Any]) -> None:
    container = {"type": "Container", "items": [choice_set(**style)]}
    message = {
        "type": "message",
        "attachments": [{"contentType": CARD, "content": card(container)}],
    }
    wanted = card({"type": "Container", "items": [choice_set(**style) | {"style": "filtered"}]})
    assert redrawn(message) == {
        "type": "message",
        "attachments": [{"contentType": CARD, "content": wanted}],
    }


def test_the_card_that_answers_a_press_is_treated_alike() -> None:
    answer = {"statusCode": 200, "type": CARD, "value": card(choice_set())}
    assert redrawn_answer(answer) == {
        "statusCode": 200,
        "type": CARD,
        "value": card(choice_set(style="filtered")),
    }


@pytest.mark.parametrize(
    "part",
    [
        choice_set(style="expanded"),
        choice_set(isMultiSelect=True),
        choice_set(
            **{"choices.data": {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}}
        ),
        {"type": "Input.Text", "id": "wish", "style": "compact"},
    ],
)
def test_what_the_playground_draws_rightly_stays_as_it_is(part: dict[str, Any]) -> None:
    message = {"type": "message", "attachments": [{"contentType": CARD, "content": card(part)}]}
    assert redrawn(message) == message


@pytest.mark.parametrize(
    "other",
    [
        None,
        [],
        {"type": "message", "text": "Hello"},
        {"attachments": [{"contentType": "image/png", "content": {}}]},
        "text",
    ],
)
def test_what_carries_no_card_stays_as_it_is(other: object) -> None:
    assert redrawn(other) == other
    assert redrawn_answer(other) == other
    toast = {
        "statusCode": 200,
        "type": "application/vnd.microsoft.activity.message",
        "value": "Saved.",
    }
    assert redrawn_answer(toast) == toast
