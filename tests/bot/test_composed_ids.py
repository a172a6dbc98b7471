"""Whoever composes a press by hand, with the id of another card, changes nothing of that card but
what its subject says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.handlers.registry import HANDLERS
from bot.router import Router
from bot.turn import Inbound, Turn
from cards.kit.actions import read_action
from mentoring.domain.posting import Posting
from mentoring.storage.store import SqlStore
from tests.cards.desk import desk_over
from tests.cards.furnished import OWNER, SERVICE, furnished
from tests.cards.kept_payloads import Kept, kept

KEPT = kept()
CARD = "application/vnd.microsoft.card.adaptive"
Shown = dict[str, tuple[str, ...]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


def pressed(press: Kept, posting: str, by: str) -> Turn:
    action = {**press.execute["action"], "data": {**press.sent, "posting": posting}}
    raw = {
        "type": "invoke",
        "name": "adaptiveCard/action",
        "value": {"action": action},
        "channelId": "msteams",
        "serviceUrl": SERVICE,
        "from": {"id": "29:x", "aadObjectId": by},
        "recipient": {"id": "28:bot"},
        "conversation": {"id": "a:chat"},
    }
    return Turn(Inbound.model_validate(raw))


async def nothing_said(message: Mapping[str, Any]) -> str:
    raise AssertionError(f"the card answers, not {message}")


def shown_by(store: SqlStore) -> Shown:
    """Of each card, what it shows and to whom."""
    postings: Sequence[Posting] = store.run_now(lambda uow: uow.everywhere.postings.all())
    return {
        each.id: (each.kind, each.subject_id, each.person_id, each.view, str(each.page))
        for each in postings
    }


def of_other_kinds(press: Kept, store: SqlStore) -> list[str]:
    """A card of each kind that is not the one on which the button stands."""
    kinds = {kind: key for key, (kind, *_) in shown_by(store).items() if kind != press.card}
    return sorted(kinds.values())


SHARE = 16
"""Each press is composed with every sixteenth kind of card, and each kind is named by every
sixteenth press; all with all in ``make soak``.
"""


@pytest.mark.parametrize(("number", "press"), [*enumerate(KEPT)], ids=str)
async def test_a_press_with_another_cards_id_turns_no_other_card(
    number: int, press: Kept, store: SqlStore
) -> None:
    """issue 12, D7: ``matching.look`` wrote its part into any card of the owner's, which failed
    every second from then on.

    Here whoever reads the other card composes the press, with the id of one of their own.
    """
    others = of_other_kinds(press, store)[number % SHARE :: SHARE]
    await turns_no_other_card(press, others, store, lambda reader: {reader})


@pytest.mark.long
@pytest.mark.parametrize("press", KEPT, ids=str)
async def test_whoever_composes_it(press: Kept, store: SqlStore) -> None:
    """The same with a card of each kind, by those who read one of the two, and by an owner."""
    others = of_other_kinds(press, store)
    await turns_no_other_card(press, others, store, lambda reader: {reader, press.by, OWNER})


async def turns_no_other_card(
    press: Kept, others: list[str], store: SqlStore, composed_by: Callable[[str], set[str]]
) -> None:
    """The press leaves these cards of other kinds as they are; ``composed_by`` says who presses, by
    the reader of the other card.
    """
    before, router = shown_by(store), Router(desk_over(store), lambda _: None)
    for other in others:
        for by in composed_by(before[other][2] or OWNER):
            answer = await router(pressed(press, other, by), nothing_said) or {}
            assert (answer["statusCode"], answer["type"]) == (200, CARD)
    after = shown_by(store)
    left = {key for key in before if key in after and not replaced(key, before, after)}
    assert {key: after[key] for key in left} == {key: before[key] for key in left}


def replaced(key: str, before: Shown, after: Shown) -> bool:
    """Whether its reader has just been given a newer copy of the card, to which it points or which
    says the same.
    """
    newer = {after[other][:4] for other in after if other not in before}
    kind, subject, person, view, _ = after[key]
    own = {copy[3] for copy in newer if copy[:3] == (kind, subject, person)}
    return bool(own) and view in {"older", *own}


def owners_buttons() -> list[Kept]:
    return [
        press for press in KEPT if HANDLERS[type(read_action(press.verb, press.sent))].owners_only
    ]


@pytest.mark.parametrize("press", owners_buttons(), ids=str)
async def test_an_owners_button_works_on_no_card_of_ones_own(press: Kept, store: SqlStore) -> None:
    """issue 12, D7: one rule for all of them."""
    postings: Sequence[Posting] = store.run_now(
        lambda uow: uow.everywhere.postings.all(kind="enrolment")
    )
    own = replace(postings[0], id="own", person_id=OWNER)
    store.run_now(lambda uow: uow.postings.put(own))
    answer = await Router(desk_over(store), lambda _: None)(
        pressed(press, "own", OWNER), nothing_said
    )
    assert "schon überholt" in str(answer)
