"""Owners' receipts of an end say what was done and what was not, and a retry corrects them."""

from __future__ import annotations

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.cycle import CycleKind
from mentoring.domain.errors import NotAllowed
from mentoring.domain.intervention import TO_TRY, Part, Receipt
from mentoring.domain.tandem import NOT_CLEAR, TandemState
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch import clearing_again, closing, ending
from mentoring.usecases.launch.closing_card import closing_card
from mentoring.usecases.launch.ending import end_one
from mentoring.usecases.launch.free_place import free_place_card
from mentoring.usecases.launch.thanks import thanks_card
from tests.usecases.company import (
    FIRST,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    one,
    refused,
    shown,
    told,
)
from tests.usecases.launch.closings import CLOSING, confirmed
from tests.usecases.launch.intervening import (
    CHAT,
    DAY,
    confirm,
    ends,
    prepare_end,
    seen,
    the_one,
)


async def text(company: Company) -> str:
    return str(render(await seen(company), Words("en")).content)


async def again(company: Company, owner: str = "otto") -> None:
    await company.first.run(clearing_again.again, owner, (await the_one(company)).id)


@pytest.fixture
async def refusing(running: Company) -> Company:
    """An owner has ended the tandem; Teams has refused to let anybody go and to archive."""
    running.teams.refuses["archive_channel"] = NotAllowed("no")
    running.teams.refuses["remove_members"] = NotAllowed("no")
    await prepare_end(running)
    await confirm(running)
    await ends(running)
    return running


async def test_what_was_refused_does_not_stand_there_as_done(refusing: Company) -> None:
    """It said that there was no channel, above *not everything could be cleared away*."""
    found = await seen(refusing)
    assert found.intervention.receipt == Receipt(6, left=(Part.CHANNEL, Part.TEAM))
    assert found.left == (Part.CHANNEL, Part.TEAM)
    said = await text(refusing)
    assert ("there was none" in said, "all that were still to come" in said) == (False, True)


async def test_nor_do_sessions_that_still_stand_in_the_calendars(
    running: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuses(*_given: object) -> None:
        raise NotAllowed("no")

    monkeypatch.setattr(type(running.outlook), "end_series", refuses)
    await prepare_end(running)
    await confirm(running)
    await ends(running)
    assert (await seen(running)).left == (Part.SESSIONS,)
    assert "all that were still to come" not in await text(running)


async def test_where_microsoft_365_was_away_nothing_stands_there_as_done(running: Company) -> None:
    await prepare_end(running)
    await confirm(running)
    await running.first.run(end_one.given_up, TANDEM)
    assert (await seen(running)).left == TO_TRY


async def test_a_retry_clears_away_what_was_left_and_corrects_the_card(refusing: Company) -> None:
    assert "intervention.again" in await text(refusing)
    refusing.teams.refuses.clear()
    for _ in range(2):
        await again(refusing)
    assert len(await all_of(refusing.first, "effects", kind=end_one.name)) == 2
    assert "Another attempt" in await text(refusing)
    await end_one(refusing.first, TANDEM)
    found = await seen(refusing)
    assert (found.clear, found.intervention.receipt) == (True, Receipt(6, 1, archived=True))
    assert refusing.teams.archived == {("team", f"19:{TANDEM}")}
    assert "intervention.again" not in await text(refusing)


async def test_one_that_is_refused_again_can_be_repeated(refusing: Company) -> None:
    await again(refusing)
    await end_one(refusing.first, TANDEM)
    found = await seen(refusing)
    assert (found.clear, found.intervention.receipt.again) == (False, False)
    assert found.left == (Part.CHANNEL, Part.TEAM)
    refusing.clock.moment += DAY
    await again(refusing)
    assert (await the_one(refusing)).receipt.again


async def test_nobody_retries_what_is_their_own(refusing: Company) -> None:
    with refused("decide-own"):
        await again(refusing, "eva")


async def test_where_all_is_clear_there_is_nothing_to_retry(running: Company) -> None:
    await prepare_end(running)
    await confirm(running)
    await ends(running)
    await again(running)
    assert not (await the_one(running)).receipt.again
    assert len(await all_of(running.first, "effects", kind=end_one.name)) == 1


async def test_what_a_closing_has_left_is_cleared_away_by_the_closing(running: Company) -> None:
    """Nobody is taken out of the team by that."""
    running.teams.refuses["archive_channel"] = NotAllowed("no")
    await prepare_end(running)
    await confirm(running)
    made = await running.first.run(closing.prepare, "otto", CHAT)
    await running.first.run(closing.confirm, made.id)
    await closing.end_tandem(running.first, f"{made.id}:{TANDEM}")
    assert (await one(running.first, "tandems", TANDEM)).trouble == NOT_CLEAR
    assert (await seen(running)).left == (Part.CHANNEL,)
    running.teams.refuses.clear()
    await again(running)
    asked = await asked_for(running.first, closing.end_tandem.name)
    assert set(asked) == {f"{made.id}:{TANDEM}"}
    await closing.end_tandem(running.first, asked[0])
    found = await the_one(running)
    assert found.receipt == Receipt(6, archived=True)
    assert running.teams.people["team"] == {"jan", "eva", "otto"}


@pytest.fixture
async def closed(running: Company) -> Company:
    """The cycle is closed; Teams has refused to archive the channel."""
    running.teams.refuses["archive_channel"] = NotAllowed("no")
    await closing.end_tandem(running.first, f"{await confirmed(running)}:{TANDEM}")
    await catch_up(running.unbound)
    return running


async def receipt(company: Company, reader: str = "otto") -> str:
    found = await shown(company.first, closing_card.name, CLOSING, reader)
    return str(render(found, Words("en")).content)


async def all_again(company: Company) -> None:
    await company.first.run(clearing_again.all_again, CLOSING)
    await catch_up(company.unbound)


async def tried_again(company: Company) -> None:
    """What a retry has asked for is carried out."""
    await closing.end_tandem(company.first, f"{CLOSING}:{TANDEM}")
    await catch_up(company.unbound)


async def test_a_closing_says_what_it_has_left_of_which_tandem(closed: Company) -> None:
    """It said only that something might be."""
    said = await receipt(closed)
    assert "Tandem 1: Jan and Eva. Still to do: archive the channel" in said
    assert "Eva" not in await receipt(closed, "eva")


async def test_a_retry_clears_away_what_a_closing_has_left(closed: Company) -> None:
    """Owners were told to do it themselves, and the receipt said for good that it was left."""
    assert "closing.again" in await receipt(closed)
    closed.teams.refuses.clear()
    for _ in range(2):
        await all_again(closed)
    assert len(await all_of(closed.first, "effects", kind=closing.end_tandem.name)) == 2
    assert "Jan and Eva. Another attempt" in await receipt(closed)
    assert "closing.again" not in await receipt(closed)
    await tried_again(closed)
    assert closed.teams.archived == {("team", f"19:{TANDEM}")}
    said = await receipt(closed)
    assert ("Jan" in said, "closing.again" in said) == (False, False)
    assert "Coming sessions are cancelled" in said
    assert len(await told(closed.first, thanks_card.name)) == 2


@pytest.mark.parametrize("away", [False, True])
async def test_one_that_fails_again_can_be_repeated(closed: Company, away: bool) -> None:
    """Whether Microsoft 365 refuses it once more, or is away for too long."""
    await all_again(closed)
    if away:
        await closed.first.run(closing.end_tandem.given_up, f"{CLOSING}:{TANDEM}")
    else:
        await tried_again(closed)
    assert "closing.again" in await receipt(closed)
    closed.clock.moment += DAY
    closed.teams.refuses.clear()
    await all_again(closed)
    await tried_again(closed)
    assert "closing.again" not in await receipt(closed)


async def test_two_receipts_of_one_tandem_speak_of_the_same_attempt(running: Company) -> None:
    """Owners had ended it, and the closing came first."""
    await prepare_end(running)
    await confirm(running)
    running.teams.refuses["archive_channel"] = NotAllowed("no")
    await closing.end_tandem(running.first, f"{await confirmed(running)}:{TANDEM}")
    await catch_up(running.unbound)
    await all_again(running)
    await again(running)
    assert len(await all_of(running.first, "effects", kind=closing.end_tandem.name)) == 2
    assert "Another attempt" in await text(running)
    running.teams.refuses.clear()
    await tried_again(running)
    assert "Another attempt" not in await text(running) + await receipt(running)


async def test_whoever_never_began_leaves_the_team_at_a_retry(running: Company) -> None:
    """They came from a launch that was refused for good, of which nobody had told them."""
    stopped = {"state": TandemState.ACCEPTED, "trouble": "series-rejected"}
    await change(running.first, "tandems", TANDEM, team_id="team", **stopped)
    made = await confirmed(running)
    for _ in range(2):
        await running.first.run(closing.end_tandem.given_up, f"{made}:{TANDEM}")
        await catch_up(running.unbound)
        assert "take out of the team" in await receipt(running)
        await all_again(running)
    await tried_again(running)
    assert "eva" not in running.teams.people["team"]


async def test_nothing_is_tried_again_as_long_as_a_closing_runs(running: Company) -> None:
    await confirmed(running)
    await change(running.first, "tandems", TANDEM, trouble=NOT_CLEAR)
    await all_again(running)
    assert len(await all_of(running.first, "effects", kind=closing.end_tandem.name)) == 1


async def test_what_an_end_of_the_two_has_left_is_told_and_tried_again(running: Company) -> None:
    """It stood in the log alone, while both had read that their sessions were cancelled."""
    running.teams.refuses["archive_channel"] = NotAllowed("no")
    await running.first.run(ending.end, TANDEM)
    await ends(running)
    assert "Still to do: archive the channel" in await freed(running)
    assert "free_place.again" in await freed(running)
    with refused("decide-own"):
        await running.first.run(clearing_again.after_end, "eva", TANDEM)
    running.teams.refuses.clear()
    await running.first.run(clearing_again.after_end, "otto", TANDEM)
    assert "Another attempt" in await freed(running)
    await end_one(running.first, TANDEM)
    assert running.teams.archived == {("team", f"19:{TANDEM}")}
    assert "Still to do" not in await freed(running)


async def freed(company: Company) -> str:
    found = await shown(company.first, free_place_card.name, TANDEM, "otto")
    return str(render(found, Words("en")).content)


@pytest.fixture
async def planned(running: Company) -> Company:
    """A tandem without a common end has come to its own; Teams has refused to archive."""
    await change(running.unbound, "cycles", FIRST, kind=CycleKind.ROLLING)
    where = {"channel": "19:owners", "service_url": "https://service.example/"}
    await change(running.unbound, "programmes", "p1", owners=("otto",), **where)
    running.teams.refuses["archive_channel"] = NotAllowed("no")
    await closing.end_tandem(running.first, f":{TANDEM}")
    await catch_up(running.unbound)
    return running


async def test_what_a_planned_end_has_left_is_told_and_tried_again(planned: Company) -> None:
    """Without a closing there is no receipt, and it stood in the log alone."""
    assert await told(planned.first, free_place_card.name) == [""]
    said = await freed(planned)
    assert "Still to do: archive the channel" in said
    assert ("free_place.again" in said, "another tandem" in said) == (True, False)
    planned.teams.refuses.clear()
    await planned.first.run(clearing_again.after_end, "otto", TANDEM)
    assert "Another attempt" in await freed(planned)
    await closing.end_tandem(planned.first, f":{TANDEM}")
    assert planned.teams.archived == {("team", f"19:{TANDEM}")}
    assert "Still to do" not in await freed(planned)
    assert planned.teams.people["team"] == {"jan", "eva", "otto"}


async def test_a_planned_end_that_leaves_nothing_tells_owners_nothing(running: Company) -> None:
    await change(running.unbound, "cycles", FIRST, kind=CycleKind.ROLLING)
    await change(running.unbound, "programmes", "p1", owners=("otto",))
    await closing.end_tandem(running.first, f":{TANDEM}")
    await catch_up(running.unbound)
    assert await told(running.first, free_place_card.name) == []


async def test_who_has_the_receipt_of_a_planned_end_reads_of_what_is_left_there_alone(
    running: Company,
) -> None:
    """An owner had decided its end before, and it came to its planned one first."""
    await prepare_end(running)
    await confirm(running)
    await change(running.unbound, "cycles", FIRST, kind=CycleKind.ROLLING)
    running.teams.refuses["archive_channel"] = NotAllowed("no")
    await closing.end_tandem(running.first, f":{TANDEM}")
    await catch_up(running.unbound)
    assert (await seen(running)).left == (Part.CHANNEL,)
    assert await told(running.first, free_place_card.name) == []
