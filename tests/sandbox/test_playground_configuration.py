"""What a Playground is told of the tenant: six of its people, one team, and who one is."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from sandbox import company
from sandbox.casting import cast
from sandbox.personas import Ranks
from sandbox.playground.command import parts_in
from sandbox.playground.configuration import FILE, configuration, conversations, write
from sandbox.playground.people import PARTS, Part, Players, players
from sandbox.playground.stage import PAIRS, SEED, Options
from sandbox.server import new_state
from sandbox.state import TenantState


@pytest.fixture(scope="module")
def state() -> TenantState:
    found = new_state(seed=SEED)
    company.build(found)
    return found


@pytest.fixture(scope="module")
def who(state: TenantState) -> Players:
    return players(state, cast(state, PAIRS, SEED))


@pytest.mark.parametrize("part", PARTS)
def test_there_are_exactly_five_others_and_all_six_are_people_of_the_directory(
    state: TenantState, who: Players, part: Part
) -> None:
    found = configuration(state, who, part)
    everybody = [found["currentUser"], *found["users"]]
    assert len(found["users"]) == 5
    assert len({each["id"] for each in everybody}) == 6
    for each in everybody:
        person = state.people[each["aadObjectId"]]
        assert (each["id"], each["name"], each["email"]) == (
            person.id,
            person.display_name,
            person.mail,
        )


@pytest.mark.parametrize("part", PARTS)
def test_nothing_is_in_it_that_the_playground_does_not_know(
    state: TenantState, who: Players, part: Part
) -> None:
    found = configuration(state, who, part)
    assert set(found) == {
        "version",
        "tenantId",
        "bot",
        "currentUser",
        "users",
        "personalChat",
        "groupChat",
        "team",
    }
    user = {"id", "name", "userPrincipleName", "aadObjectId", "givenName", "surname", "email"}
    assert all(
        set(each) == user and all(each.values()) for each in (found["currentUser"], *found["users"])
    )
    assert set(found["team"]) == {"id", "name", "aadGroupId", "channels"}
    assert len(found["team"]["channels"]) <= 1


def test_the_owner_sits_in_the_owners_team_with_its_channel_and_is_one_of_its_members(
    state: TenantState, who: Players
) -> None:
    team = configuration(state, who, "owner")["team"]
    assert team["aadGroupId"] == state.owners_team_id
    assert [each["id"] for each in team["channels"]] == [state.owners_channel_id]
    assert who.owner.id in state.teams[state.owners_team_id].members


@pytest.mark.parametrize("part", ["mentee", "mentor"])
def test_nobody_else_sits_in_the_owners_team(state: TenantState, who: Players, part: Part) -> None:
    assert configuration(state, who, part)["team"]["aadGroupId"] in state.programme_team_ids
    assert who.who(part).id not in state.teams[state.owners_team_id].members


def test_no_conversation_is_shown_in_two_playgrounds(state: TenantState, who: Players) -> None:
    shown = [one for part in PARTS for one in conversations(configuration(state, who, part))]
    assert len(shown) == len(set(shown)) == 3 + 3 + 3 + 1


def test_mentee_and_mentor_may_become_a_tandem_and_can_be_reached(
    state: TenantState, who: Players
) -> None:
    assert Ranks(state).may_pair(who.mentee, who.mentor)
    assert all(
        person.account_enabled and person.licensed for person in (who.owner, *who.beside(who.owner))
    )


def test_it_is_written_where_the_playground_looks_for_it(
    state: TenantState, who: Players, tmp_path: Path
) -> None:
    found = configuration(state, who, "mentee")
    path = write(found, tmp_path)
    assert path == tmp_path / FILE
    assert json.loads(path.read_text(encoding="utf-8")) == found


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("owner", ("owner",)),
        ("mentor, owner", ("owner", "mentor")),
        ("all", PARTS),
        ("mentee,mentee", ("mentee",)),
    ],
)
def test_one_says_who_one_wants_to_be(said: str, parts: tuple[Part, ...]) -> None:
    assert parts_in(said) == parts


@pytest.mark.parametrize("said", ["", "boss", "owner,boss", "all,owner"])
def test_anybody_else_is_refused_with_those_there_are(said: str) -> None:
    with pytest.raises(click.BadParameter, match="say owner, mentee, mentor"):
        parts_in(said)


def test_everybody_has_a_port_of_their_own() -> None:
    assert Options(("owner", "mentor"), 7000).ports == {"owner": 7000, "mentor": 7001}


def test_directory_and_playground_say_the_same_language(who: Players) -> None:
    """issue 12, U17: it greeted in German, whatever the Playground's locale."""
    languages = {part: who.who(part).preferred_language for part in PARTS}
    assert languages == dict.fromkeys(PARTS, "en-US")
