"""The preview of a launch says by name what will fail, and why; nothing is changed for that."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from mentoring.domain.errors import NotAllowed, OutsideError, Rejected, Unavailable
from mentoring.domain.tandem import ByHand, TandemState
from mentoring.ports.teams import TeamLook
from mentoring.usecases.common.numbers import next_number
from mentoring.usecases.common.previews import GOOD_FOR
from mentoring.usecases.launch import confirming, foreseeing
from mentoring.usecases.launch.card import LaunchNotice, launch_card, turn_to
from mentoring.usecases.matching import offers
from tests.usecases.company import Company, all_of, asked_for, change, one, profile, shown
from tests.usecases.launch.ready import CHAT, START, key, ready, the_tandem, with_room
from tests.usecases.launch.undone import confirmed


async def prepared(company: Company, *numbers: int, **more: Any) -> str:
    """The id of a launch of these tandems that is being looked at; all is as it should be."""
    await change(company.unbound, "programmes", "p1", teams=("team",))
    await ready(company.first, *numbers, **more)
    for number in numbers:
        for each in (f"mentor{number}", f"mentee{number}"):
            company.people.profiles[each] = profile(each)
    made = await company.first.run(confirming.prepare, "otto", START, CHAT)
    return made.id


async def looked(company: Company, launch: str) -> LaunchNotice:
    await foreseeing.look_ahead(company.first, launch)
    found: LaunchNotice = await shown(company.first, launch_card.name, launch, "otto")
    return found


async def codes(company: Company, launch: str) -> list[str]:
    return [each.code for each in (await looked(company, launch)).foreseen]


async def test_until_then_it_says_that_it_is_being_checked(programmes: Company) -> None:
    made = await prepared(programmes, 1)
    before = await shown(programmes.first, launch_card.name, made, "otto")
    assert (before.launch.looked_at, before.foreseen) == (None, ())
    assert await asked_for(programmes.first, "look_ahead") == [made]


async def test_where_all_is_ready_nothing_is_said(programmes: Company) -> None:
    found = await looked(programmes, await prepared(programmes, 1, 2))
    assert (found.launch.looked_at, found.foreseen) == (programmes.clock.moment, ())


async def test_nothing_is_changed_outside(programmes: Company) -> None:
    await looked(programmes, await prepared(programmes, 1))
    assert (programmes.teams.people, programmes.teams.channels) == ({}, {})
    assert (programmes.outlook.events, programmes.chats.messages) == ({}, [])


@pytest.mark.parametrize("hindrance", ["disabled", "guest", "no-licence"])
async def test_an_account_that_cannot_take_part(programmes: Company, hindrance: str) -> None:
    made = await prepared(programmes, 1, 2)
    programmes.people.profiles["mentee2"] = profile("mentee2", hindrance=hindrance)
    (line,) = (await looked(programmes, made)).foreseen
    assert (line.code, line.number, line.mentee) == (f"member-{hindrance}-mentee", 2, "Mentee2")


async def test_an_account_that_is_gone(programmes: Company) -> None:
    made = await prepared(programmes, 1)
    del programmes.people.profiles["mentor1"]
    assert await codes(programmes, made) == ["member-gone-mentor"]


async def test_an_organizer_without_a_mailbox(programmes: Company) -> None:
    made = await prepared(programmes, 1)
    programmes.outlook.without_mailbox = {"mentor1", "mentee1"}
    assert await codes(programmes, made) == ["series-no-mailbox-mentor"]


async def test_an_organizer_whose_mailbox_is_on_premises(programmes: Company) -> None:
    made = await prepared(programmes, 1)
    programmes.outlook.without_mailbox = {"mentor1"}
    programmes.people.on_premises = {"mentor1"}
    assert await codes(programmes, made) == ["series-on-premises-mentor"]


async def test_an_organizer_whose_calendar_the_app_may_not_change(programmes: Company) -> None:
    made = await prepared(programmes, 1)
    programmes.outlook.locked = {"mentor1", "mentee1"}
    assert await codes(programmes, made) == ["series-notallowed-mentor"]


@pytest.mark.parametrize(
    ("look", "code"),
    [
        (TeamLook(exists=False), "team-notthere"),
        (TeamLook(takes_members=False), "team-notallowed"),
        (TeamLook(takes_channels=False), "channel-notallowed"),
        (TeamLook(channels=200), "channel-full"),
    ],
)
async def test_a_team_is_one_line_for_all_of_its_tandems(
    programmes: Company, look: TeamLook, code: str
) -> None:
    made = await prepared(programmes, 1, 2, 3)
    programmes.teams.looks["team"] = look
    (line,) = (await looked(programmes, made)).foreseen
    assert (line.code, line.tandems) == (code, 3)


async def test_a_team_takes_no_more_of_the_launch_than_it_has_room_for(programmes: Company) -> None:
    """Whoever made the other channels: those of the launch count as well."""
    made = await prepared(programmes, *range(1, 6))
    await change(programmes.first, "tandems", key(programmes.first, 2), channel_id="19:stands")
    await change(programmes.first, "tandems", key(programmes.first, 3), by_hand=ByHand.ROOM)
    programmes.teams.looks["team"] = TeamLook(channels=199)
    (line,) = (await looked(programmes, made)).foreseen
    assert (line.code, line.number, line.tandems) == ("channel-full", 4, 2)


@pytest.mark.parametrize(
    ("forbidden", "found"), [(True, [("team-create-notallowed", 2)]), (False, [])]
)
async def test_a_further_team_that_may_not_be_opened_is_a_line_for_those_without_a_place(
    programmes: Company, *, forbidden: bool, found: list[tuple[str, int]]
) -> None:
    made = await prepared(programmes, 1, 2, 3, 4)
    await change(programmes.first, "tandems", key(programmes.first, 4), by_hand=ByHand.ROOM)
    programmes.teams.opens_teams = not forbidden
    await foreseeing.look_ahead(with_room(programmes, 1), made)
    card = await shown(programmes.first, launch_card.name, made, "otto")
    assert [(line.code, line.tandems) for line in card.foreseen] == found
    assert programmes.teams.opened == {}


@pytest.mark.parametrize("refused", [NotAllowed("User.Read.All"), Rejected("no such id")])
async def test_where_nobody_may_be_looked_up_it_says_so(
    programmes: Company, refused: OutsideError
) -> None:
    """It said for a day that the result will appear in a moment."""
    made = await prepared(programmes, 1, 2)
    programmes.people.refuses["accounts"] = refused
    (line,) = (await looked(programmes, made)).foreseen
    assert (line.code, line.tandems, line.is_note) == ("note-unlooked", 2, True)


async def test_where_no_team_is_missing_nobody_asks_whether_one_may_be_opened(
    programmes: Company,
) -> None:
    made = await prepared(programmes, 1)
    programmes.teams.refuses["may_open_team"] = NotAllowed("was asked")
    assert await codes(programmes, made) == []


@pytest.mark.parametrize("role", ["mentor", "mentee"])
async def test_what_only_goes_otherwise_is_a_note(programmes: Company, role: str) -> None:
    """A calendar that cannot be read, a bot that is blocked: they start all the same."""
    made = await prepared(programmes, 1)
    programmes.outlook.closed = {f"{role}1"}
    blocked = profile(f"{role}1", hindrance="blocked")
    await change(programmes.unbound, "people", f"{role}1", profile=blocked)
    assert await codes(programmes, made) == [f"note-unreadable-{role}", f"note-blocked-{role}"]


async def test_what_was_arranged_by_hand_is_not_looked_at(programmes: Company) -> None:
    made = await prepared(programmes, 1, by_hand=ByHand.BOTH)
    programmes.people.profiles["mentor1"] = profile("mentor1", hindrance="guest")
    programmes.outlook.without_mailbox = {"mentor1"}
    assert await codes(programmes, made) == []


async def test_every_line_can_be_seen_page_by_page(programmes: Company) -> None:
    """Of a large launch twelve lines were shown, and how many more there were."""
    made = await prepared(programmes, *range(1, 15))
    programmes.outlook.closed = {"mentee1"}
    for number in range(1, 15):
        guest = profile(f"mentor{number}", hindrance="guest")
        programmes.people.profiles[f"mentor{number}"] = guest
    await change(programmes.first, "tandems", key(programmes.first, 1), by_hand=ByHand.ROOM)
    await foreseeing.look_ahead(programmes.first, made)
    seen = [await turned(programmes, made, number) for number in (0, 1)]
    assert [(len(each.foreseen), each.page, each.pages) for each in seen] == [(12, 0, 2), (2, 1, 2)]
    lines = [line for each in seen for line in each.foreseen]
    assert [line.number for line in lines] == [*range(2, 15), 1], "what stops comes first"


async def turned(company: Company, launch: str, page: int) -> LaunchNotice:
    """What the card shows, once it was turned to this page."""
    [card] = await all_of(company.first, "postings", kind=launch_card.name)
    await company.first.run(turn_to, launch, card.id, page)
    [card] = await all_of(company.first, "postings", kind=launch_card.name)
    where = {"view": card.view, "page": card.page}
    found: LaunchNotice = await shown(company.first, launch_card.name, launch, "otto", **where)
    return found


async def test_an_owners_own_tandem_is_not_told_to_them(programmes: Company) -> None:
    made = await prepared(programmes, 1)
    await change(programmes.first, "tandems", key(programmes.first, 1), mentee_id="otto")
    programmes.people.profiles["mentor1"] = profile("mentor1", hindrance="disabled")
    assert await codes(programmes, made) == []


async def test_what_was_found_ends_with_the_launch(programmes: Company) -> None:
    made = await prepared(programmes, 1)
    programmes.people.profiles["mentee1"] = profile("mentee1", hindrance="disabled")
    await looked(programmes, made)
    await programmes.first.run(confirming.confirm, made)
    assert (await the_tandem(programmes.first, 1)).foreseen == ()


async def test_a_look_that_comes_late_changes_nothing(programmes: Company) -> None:
    made = await prepared(programmes, 1)
    programmes.people.profiles["mentee1"] = profile("mentee1", hindrance="disabled")
    await programmes.first.run(confirming.confirm, made)
    await foreseeing.look_ahead(programmes.first, made)
    (tandem,) = await all_of(programmes.first, "tandems")
    assert (tandem.state, tandem.foreseen) == (TandemState.LAUNCHING, ())
    assert (await one(programmes.first, "launches", made)).looked_at is None


async def accepts(company: Company, number: int) -> str:
    """Both of this tandem say yes as well; what is looked at for it."""
    await ready(company.first, number, state=TandemState.ASKED_MENTEE, mentor_agreed=True)
    for each in (f"mentor{number}", f"mentee{number}"):
        company.people.profiles[each] = profile(each)
    tandem = key(company.first, number)
    await company.first.run(offers.answer, tandem, f"mentee{number}", yes=True)
    return next(each for each in await asked_for(company.first, "look_ahead") if tandem in each)


async def test_whoever_accepts_once_it_was_shown_is_looked_at_too(programmes: Company) -> None:
    """Of them it said that everything is ready."""
    made = await prepared(programmes, 1)
    await looked(programmes, made)
    since = await accepts(programmes, 2)
    programmes.people.profiles["mentee2"] = profile("mentee2", hindrance="disabled")
    await foreseeing.look_ahead(programmes.first, since)
    found = await shown(programmes.first, launch_card.name, made, "otto")
    assert [(each.code, each.number) for each in found.foreseen] == [("member-disabled-mentee", 2)]
    assert found.launch.looked_at == programmes.clock.moment


async def test_until_they_were_it_says_that_it_is_being_checked(programmes: Company) -> None:
    made = await prepared(programmes, 1)
    await looked(programmes, made)
    since = await accepts(programmes, 2)
    programmes.outlook.refuses["availability"] = Unavailable("nobody answers")
    with pytest.raises(Unavailable, match="nobody answers"):
        await foreseeing.look_ahead(programmes.first, since)
    assert (await one(programmes.first, "launches", made)).looked_at is None


async def test_of_the_others_nothing_is_asked_again(programmes: Company) -> None:
    made = await prepared(programmes, 1)
    await looked(programmes, made)
    since = await accepts(programmes, 2)
    programmes.people.profiles["mentor1"] = profile("mentor1", hindrance="guest")
    await foreseeing.look_ahead(programmes.first, since)
    assert (await the_tandem(programmes.first, 1)).foreseen == ()


async def test_for_whom_a_team_has_no_room_any_more_is_told_too(programmes: Company) -> None:
    """Those that stand ready before are only counted."""
    made = await prepared(programmes, 1, 2)
    await looked(programmes, made)
    since = await accepts(programmes, 3)
    programmes.teams.looks["team"] = TeamLook(channels=198)
    await foreseeing.look_ahead(programmes.first, since)
    card = await shown(programmes.first, launch_card.name, made, "otto")
    assert [(each.code, each.number) for each in card.foreseen] == [("channel-full", 3)]


async def test_once_a_preview_is_old_nobody_is_looked_at_for_it(programmes: Company) -> None:
    made = await prepared(programmes, 1)
    programmes.clock.moment += GOOD_FOR
    await ready(programmes.first, 2, state=TandemState.ASKED_MENTEE, mentor_agreed=True)
    await programmes.first.run(offers.answer, key(programmes.first, 2), "mentee2", yes=True)
    assert await asked_for(programmes.first, "look_ahead") == [made]


async def shown_beside(company: Company) -> str:
    """The id of a launch of another tandem that is shown, beside one that is done."""
    await company.first.run(lambda uow, _: next_number(uow, "launch"))
    made = await prepared(company, 8)
    await looked(company, made)
    return made


async def test_whoever_stands_ready_again_is_looked_at_too(started: Company) -> None:
    """Another launch was taken back while this one was shown: its preview told nothing of them."""
    made = await shown_beside(started)
    undoing = await confirmed(started)
    assert (await one(started.first, "launches", made)).looked_at is None
    before = await all_of(started.first, "effects", kind="look_ahead", subject_id=made)
    assert [each.id for each in before] == [f"look_ahead:{made}", f"look_ahead:{made}:{undoing}"]
    started.people.profiles["eva"] = profile("eva", hindrance="disabled")
    assert await codes(started, made) == ["member-disabled-mentee"]


async def test_a_preview_that_is_too_old_is_not_looked_at_again(started: Company) -> None:
    made = await shown_beside(started)
    started.clock.moment += timedelta(days=2)
    await confirmed(started)
    assert (await one(started.first, "launches", made)).looked_at is not None
