"""What was tried for as long as it is worth ends in a card of the owners, and in *status*."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.cycle import CycleState
from mentoring.domain.language import Language
from mentoring.domain.upkeep import Effect
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.effects import EFFECTS, ask
from mentoring.usecases.common.own_tandem import Readers
from mentoring.usecases.programme import given_up
from mentoring.usecases.programme.given_up import given_up_card, told_kinds
from mentoring.usecases.programme.needs import Asking, Need, look_at, waiting
from tests.usecases.company import FIRST, NOW, Company, all_of, change, one, put, shown
from tests.usecases.ports import chat_of

NOBODY: Readers = frozenset()


@pytest.fixture
async def failed(company: Company) -> Company:
    """Two invitations were given up in the first programme; its owners have a channel."""
    where = {"channel": "19:owners", "service_url": "https://service.example/"}
    await change(company.unbound, "programmes", "p1", owners=("otto",), **where)
    rows = [
        Effect(
            f"invite:{name}", "invite", name, done=True, done_at=NOW, attempt=150, failed="Fault"
        )
        for name in ("jan", "eva")
    ]
    await put(company.first, "effects", *rows)
    return company


async def test_owners_read_how_much_of_what_and_never_whose(failed: Company) -> None:
    notice = await shown(failed.first, given_up_card.name, failed.first.cycle_id, "otto")
    text = str(render(notice, Words("en")).content)
    assert "Invite somebody (2 times)" in text
    assert not [name for name in ("jan", "eva", "Jan", "Eva", "Fault") if name in text]


async def test_they_get_one_card_a_day_in_their_channel(failed: Company) -> None:
    for days in (0, 0, 1):
        failed.clock.moment = NOW + timedelta(days=days)
        await failed.first.run(given_up.tell, "jan")
    told = await all_of(failed.first, "postings", kind=given_up_card.name)
    assert [each.conversation for each in told] == ["19:owners"] * 2


async def test_another_programme_hears_nothing_of_it(failed: Company) -> None:
    notice = await shown(failed.second, given_up_card.name, failed.second.cycle_id, "olga")
    assert notice.kinds == {}


async def test_it_waits_in_the_overview_though_no_card_could_tell(failed: Company) -> None:
    await change(failed.unbound, "programmes", "p1", channel="", owners=())
    await failed.first.run(given_up.tell, "jan")
    needs = await failed.first.read(lambda uow, moment: waiting(uow, moment, NOBODY))
    assert Need("given_up", 2) in needs


async def test_it_is_tried_again_once(failed: Company) -> None:
    for _ in range(2):
        await failed.first.run(given_up.again)
    found = await one(failed.first, "effects", "invite:jan")
    assert (found.done, found.failed, found.attempt, found.flow) == (False, "", 151, "")
    needs = await failed.first.read(lambda uow, moment: waiting(uow, moment, NOBODY))
    assert not [each for each in needs if each.name == "given_up"]


async def test_what_is_tried_again_is_tried_as_often_as_at_first(failed: Company) -> None:
    """One attempt would end at the first hiccup after an outage."""
    await failed.first.run(given_up.again)
    found = await one(failed.first, "effects", "invite:jan")
    assert EFFECTS["invite"].attempt_of_round(found.attempt) == 1
    assert EFFECTS["invite"].attempt_of_round(found.attempt + 149) == 150


async def test_what_was_given_up_is_begun_anew_by_whoever_asks_for_it_once_more(
    failed: Company,
) -> None:
    """It is kept for a month for owners, and must not stand in anybody's way meanwhile."""
    await failed.first.run(lambda uow, _: ask(uow, EFFECTS["invite"], "jan"))
    found = await one(failed.first, "effects", "invite:jan")
    assert (found.done, found.done_at, found.failed, found.attempt) == (False, None, "", 151)


async def test_what_was_done_is_not_done_again_for_that(failed: Company) -> None:
    done = Effect("invite:ada", "invite", "ada", done=True, done_at=NOW)
    await put(failed.first, "effects", done)
    await failed.first.run(lambda uow, _: ask(uow, EFFECTS["invite"], "ada"))
    assert (await one(failed.first, "effects", "invite:ada")).done


@pytest.mark.parametrize("state", [CycleState.CLOSING, CycleState.CLOSED])
async def test_of_a_cycle_that_is_over_owners_hear_as_well(
    failed: Company, state: CycleState
) -> None:
    """Answers that nobody erases, say, because that was given up."""
    await change(failed.unbound, "cycles", FIRST, state=state)
    await failed.first.run(given_up.tell, "jan")
    assert len(await all_of(failed.first, "postings", kind=given_up_card.name)) == 1


async def test_of_a_try_nobody_hears(failed: Company) -> None:
    await change(failed.unbound, "cycles", FIRST, tried_by="otto")
    await failed.first.run(given_up.tell, "jan")
    assert await all_of(failed.first, "postings", kind=given_up_card.name) == []


async def test_of_what_belongs_to_no_cycle_the_first_programmes_owners_hear(
    failed: Company,
) -> None:
    """A message that could not be taken out of a chat, say, whose try is over."""
    await failed.unbound.run(given_up.tell, "where")
    [card] = await all_of(failed.first, "postings", kind=given_up_card.name)
    assert (card.cycle_id, card.subject_id) == (FIRST, FIRST)


async def test_what_an_earlier_cycle_has_left_is_seen_and_tried_again_in_the_next(
    failed: Company,
) -> None:
    earlier = await one(failed.unbound, "cycles", FIRST)
    await put(failed.unbound, "cycles", replace(earlier, id="p1c2", number=2))
    later = failed.first.of("p1c2")
    notice = await shown(later, given_up_card.name, "p1c2", "otto")
    assert notice.kinds == {"invite": 2}
    needs = await later.read(lambda uow, moment: waiting(uow, moment, NOBODY))
    assert Need("given_up", 2) in needs
    await later.run(given_up.again)
    assert not (await one(failed.first, "effects", "invite:jan")).failed


async def test_the_next_cycles_card_stays_true_to_it(failed: Company) -> None:
    earlier = await one(failed.unbound, "cycles", FIRST)
    await put(failed.unbound, "cycles", replace(earlier, id="p1c2", number=2))
    later = failed.first.of("p1c2")
    await later.run(given_up.tell, "jan")
    [card] = await all_of(later, "postings", kind=given_up_card.name)
    await failed.first.run(lambda uow, _: ask(uow, EFFECTS["invite"], "jan"))
    await catch_up(failed.unbound)
    assert (await one(later, "postings", card.id)).wanted == card.wanted + 1


async def test_asked_for_again_in_the_same_chat_it_is_seen_once(failed: Company) -> None:
    """And in two chats within a second, in each."""
    for chat in (chat_of("otto"), chat_of("otto"), chat_of("olga")):
        await failed.first.run(look_at, "given_up", Asking("otto", chat, NOBODY))
    told = await all_of(failed.first, "postings", kind=given_up_card.name)
    assert len(told) == 2


async def test_what_has_its_own_place_is_not_named_twice(failed: Company) -> None:
    """A tandem that could not be launched stands on the launch's card, with its buttons."""
    row = Effect("launch_tandem:t", "launch_tandem", "t", done=True, done_at=NOW, failed="Away")
    await put(failed.first, "effects", row)
    notice = await shown(failed.first, given_up_card.name, failed.first.cycle_id, "otto")
    assert notice.kinds == {"invite": 2}


OWN_PLACE = {
    *("launch", "find_dates_of", "launch_again", "date_again", "launch_tandem"),
    *("open_team", "fill_team", "take_back"),
    "obey_after_all",
}
"""What could not be done of these stands on the launch's card, or on that of its undoing; whoever
has written something that nobody could obey for hours sees that no answer comes.
"""


def test_no_kind_ends_in_silence() -> None:
    heard = {kind for kind, effect in EFFECTS.items() if effect.is_heard_of}
    assert heard == set(told_kinds())
    assert set(EFFECTS) - heard == OWN_PLACE


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", sorted(set(EFFECTS) - OWN_PLACE))
def test_each_kind_is_named_in_plain_words(kind: str, language: Language) -> None:
    assert Words(language).has(f"given-up-{kind.replace('_', '-')}")
