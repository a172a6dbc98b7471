"""The card of an offer says how the tandem stands that the offer has become, also after its launch
was taken back.
"""

from __future__ import annotations

from collections.abc import Sequence

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.posting import Posting
from mentoring.domain.tandem import TandemState
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.matching.offers import offer_card
from tests.usecases.company import TANDEM, Company, all_of, change, put, shown
from tests.usecases.launch.undone import confirmed, made_anew, relaunched, taken_back_again


async def reads(company: Company) -> str:
    """The state in which the card says that the offer is."""
    found = await shown(company.first, offer_card.name, TANDEM, "eva")
    state: str = found.state
    return state


async def test_the_tandem_stands_agreed_and_the_card_goes_on(started: Company) -> None:
    await confirmed(started)
    assert await reads(started) == "accepted"
    found = await shown(started.first, offer_card.name, TANDEM, "jan")
    card = render(found, Words("en"))
    assert card.content["refresh"]
    assert "end" not in str(card.content["body"])


async def test_it_follows_the_tandem_as_which_they_stand_now(started: Company) -> None:
    """Started again, taken back again, come to its end."""
    await confirmed(started)
    made = await made_anew(started)
    again = await taken_back_again(started, made)
    assert await reads(started) == "accepted"
    await change(started.first, "tandems", again.id, state=TandemState.LAUNCHED)
    assert await reads(started) == "started"
    await change(started.first, "tandems", again.id, state=TandemState.CLOSED)
    assert await reads(started) == "over"


async def test_what_becomes_of_it_is_shown_at_once(started: Company) -> None:
    key = f"{offer_card.name}:{TANDEM}:eva"
    await put(started.first, "postings", Posting(key, offer_card.name, TANDEM, "eva"))
    wanted = await wanted_by(started)
    await confirmed(started)
    made = await made_anew(started)
    after = await wanted_by(started)
    assert after > wanted
    await relaunched(started, made)
    assert await wanted_by(started) > after


async def wanted_by(company: Company) -> int:
    """How often the card was to be shown anew so far."""
    await catch_up(company.unbound)
    found: Sequence[Posting] = await all_of(company.first, "postings", kind=offer_card.name)
    return found[0].wanted
