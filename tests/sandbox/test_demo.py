"""The demo's own parts: whose screens one sees, how others answer, how time goes on, and what is
kept.
"""

from __future__ import annotations

import asyncio
import json
import pickle
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from sandbox import company
from sandbox.apps import Installation
from sandbox.cards import inputs
from sandbox.demo.command import _found, programme_of
from sandbox.demo.control import DemoControl
from sandbox.demo.days import next_morning, next_session, on_the_way
from sandbox.demo.keeping import (
    FILE,
    FOUND_OTHERWISE,
    STATE,
    TALK,
    Elsewhere,
    Kept,
    NotReadable,
    Ports,
    keep,
    kept,
)
from sandbox.demo.others import ENGLISH, GERMAN, answers_of
from sandbox.demo.seats import take_seats
from sandbox.graph.apps import personal_chat
from sandbox.page.pulse import Pulse
from sandbox.page.routes import PageIncomplete, check
from sandbox.personas import Ranks
from sandbox.rehearse.answering import fill_in
from sandbox.rehearse.product import free_port
from sandbox.rehearse.stops import HOME
from sandbox.server import new_state
from sandbox.state import TenantState

FRIDAY = datetime(2026, 11, 6, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


@pytest.fixture
def state() -> TenantState:
    made = new_state(now=FRIDAY)
    company.build(made, 44)
    return made


@pytest.mark.parametrize("seed", range(1, 9))
def test_the_three_could_become_a_tandem_whatever_the_company(seed: int) -> None:
    made = new_state(seed=seed, now=FRIDAY)
    company.build(made, 44)
    seats = take_seats(made)
    assert len(seats.ids) == 3
    assert Ranks(made).may_pair(seats.mentee, seats.mentor)


def test_nobody_of_the_tour_owns_a_programme_but_its_owners() -> None:
    """Whoever takes part would find a channel of owners first, instead of their own chat."""
    made = new_state(seed=1, now=FRIDAY)
    company.build(made, 44, 1, 2)
    seats = take_seats(made)
    owning = {key for one in made.programmes for key in made.teams[one.owners_team_id].members}
    assert owning & seats.ids == {seats.owner.id}
    assert seats.second.id in made.teams[made.programmes[1].owners_team_id].members


def test_the_next_day_is_a_working_morning(state: TenantState) -> None:
    morning = next_morning(state).astimezone(HOME)
    assert (morning.strftime("%A %H:%M")) == "Monday 08:30"


class Scripted(Pulse):
    """So often something comes while it is waited for, without a clock."""

    def __init__(self, state: TenantState, comes: int) -> None:
        super().__init__(state)
        self.asked: list[float] = []
        self._comes = comes

    async def after(self, seen: int, seconds: float) -> int:
        self.asked.append(seconds)
        await asyncio.sleep(0)
        return seen + 1 if len(self.asked) <= self._comes else seen


async def test_a_morning_lasts_until_nothing_more_comes(state: TenantState) -> None:
    """After two seconds it was the next one: on a busy machine the kit, which has a day of its own,
    never came, and the tour could not be ended.
    """
    pulse = Scripted(state, comes=3)
    await pulse.still(2, at_most=60)
    assert pulse.asked == [2] * 4


async def test_where_something_comes_all_the_time_nobody_waits_for_its_end(
    state: TenantState,
) -> None:
    pulse = Scripted(state, comes=sys.maxsize)
    await pulse.still(2, at_most=0.01)
    assert pulse.asked


def test_without_a_booked_session_there_is_none_to_go_to(state: TenantState) -> None:
    assert next_session(state, take_seats(state).mentee.id) is None


def test_the_way_to_a_session_leads_over_the_working_day_before() -> None:
    """By the mornings on which people get something: nobody gets everything on one day."""
    now, monday = (datetime(2026, 11, day, 9, tzinfo=UTC) for day in (2, 16))
    mornings = on_the_way(now, monday)
    told = [each.astimezone(HOME).strftime("%a %d %H:%M") for each in mornings]
    assert told == ["Tue 03 08:30", "Wed 04 08:30", "Thu 12 09:30", "Fri 13 09:30"]


def test_on_the_day_of_a_session_there_is_time_for_what_comes_before_it() -> None:
    """The agreement is brought on the day itself, and never once the session has begun."""
    eve, session = (datetime(2026, 11, day, 9, tzinfo=UTC) for day in (13, 16))
    assert on_the_way(eve, session) == [session - timedelta(hours=1), session]
    assert on_the_way(session - timedelta(minutes=30), session) == [session]


def test_people_answer_only_what_a_card_asks_and_always_the_same(state: TenantState) -> None:
    person = take_seats(state).mentor
    choices = [{"title": "AI", "value": "ai"}, {"title": "Data", "value": "data"}]
    card = {
        "body": [
            {"type": "Input.ChoiceSet", "id": "wish_1", "choices": choices, "isRequired": True}
        ]
    }
    answered = fill_in(card, answers_of(person))
    assert set(answered) == set(inputs(card))
    assert fill_in(card, answers_of(person)) == answered


def test_people_write_in_their_own_language(state: TenantState) -> None:
    person = take_seats(state).mentor
    written = {}
    for language in ("de-DE", "en-GB"):
        person.preferred_language = language
        written[language] = {
            answers_of(person)[each] for each in ("about_me", "goal", "experience")
        }
    german, english = ({*each.about, each.goal, *each.experiences} for each in (GERMAN, ENGLISH))
    assert written["de-DE"] <= german
    assert written["en-GB"] <= english


def test_the_programme_of_the_demo_is_opened_by_the_companys_head(state: TenantState) -> None:
    seats = take_seats(state)
    sponsor = programme_of(state, "Blickwechsel", seats.owner)["sponsor"]
    assert isinstance(sponsor, dict)
    head = next(person for person in state.people.values() if person.manager_id is None)
    assert sponsor["name"] == head.display_name


def test_a_kept_tenant_comes_back_as_it_was(state: TenantState, tmp_path: Path) -> None:
    place = next(iter(state.teams.values())).thread_id
    state.conversations.add(place, "bot", {"text": "Hallo"}, state.clock.now())
    keep(Kept(state, take_seats(state)), tmp_path)
    found = kept(tmp_path)
    assert found is not None
    back = found.state
    assert back.identity == state.identity
    assert [message.text for message in back.conversations.in_conversation(place)] == ["Hallo"]
    assert abs(back.clock.now() - state.clock.now()) < timedelta(minutes=1)
    assert back.new_id() == state.new_id(), "ids go on where they stopped"
    assert kept(tmp_path / "elsewhere") is None


OF_THIS_START = {
    "seed", "clock", "limits", "faults", "journal", "delays", "wall_offset_seconds",
    "base_url", "login_url", "product_urls", "installed", "uninstalled", "joined_team", "left_team",
    "calendar_listeners", "lifecycle_listeners", "outbox", "closing", "conversations",
}  # fmt: skip
"""What belongs to one start, or is kept in another way."""


def test_all_that_a_tenant_holds_is_kept_unless_it_is_of_one_start(state: TenantState) -> None:
    """The addresses were forgotten: after the next start no calendar of theirs could be read."""
    assert {*vars(state)} == {*STATE, *FOUND_OTHERWISE} | OF_THIS_START
    worked_out = {"observers", "_on_screen", "_viewed", "_waiting"}
    assert {*vars(state.conversations)} == {*TALK} | worked_out


def test_everybody_is_reached_by_their_address_again(state: TenantState, tmp_path: Path) -> None:
    keep(Kept(state, take_seats(state)), tmp_path)
    found = kept(tmp_path)
    assert found is not None
    for person in state.people.values():
        for address in (person.mail, *person.aliases, person.user_principal_name):
            there = found.state.person_at(address)
            assert there is not None
            assert there.id == person.id


def test_apps_chats_and_open_screens_of_a_kept_tenant_are_found_again(
    state: TenantState, tmp_path: Path
) -> None:
    seats, talk = take_seats(state), state.conversations
    chat = personal_chat(state, seats.mentee)
    installation = Installation(state.new_id(), "app", "user", seats.mentee.id, chat.id)
    state.installations[installation.id] = installation
    phone = talk.device(seats.mentee.id, "phone")
    message = talk.add(chat.conversation_id, "bot", {"text": "Hallo"}, state.clock.now())
    talk.open(phone, chat.conversation_id)
    talk.show(phone, message, {"type": "AdaptiveCard"})
    keep(Kept(state, seats, {0, 3}), tmp_path)
    found = kept(tmp_path)
    assert found is not None
    back, then = found.state, found.state.conversations
    assert back.installation_of("user", seats.mentee.id) == installation
    assert back.chat_of(chat.conversation_id) == chat
    [device] = then.opened_on(chat.conversation_id)
    assert device.views == {message.id: {"type": "AdaptiveCard"}}
    then.edit(then.in_conversation(chat.conversation_id)[0], {"text": "Moin"}, back.clock.now())
    assert device.views == {}


def test_the_same_people_have_the_seats_whatever_language_was_spoken(
    state: TenantState, tmp_path: Path
) -> None:
    """Who has an English browser found others there, and the tour began anew."""
    seats = take_seats(state)
    for person in (seats.owner, seats.mentee, seats.mentor, seats.second):
        person.preferred_language = person.mailbox_language = "en-GB"
    assert take_seats(state) != seats, "they are chosen by their language"
    keep(Kept(state, seats, {0, 3}), tmp_path)
    found = kept(tmp_path)
    assert found is not None
    assert found.seats == seats
    assert found.seats.mentee is found.state.people[seats.mentee.id]
    assert found.ticks == {0, 3}, "what was done of the tour stays done"


def test_what_is_kept_goes_on_where_it_was(state: TenantState, tmp_path: Path) -> None:
    """At another port no card could be brought up to date: its conversation knows the old one."""
    keep(Kept(state, take_seats(state), ports=Ports(page=9000, bot=free_port())), tmp_path)
    begun = kept(tmp_path)
    assert begun is not None
    for asked in (None, 9000):
        found = _found(tmp_path, asked)
        assert found is not None
        assert found.ports == begun.ports
    with pytest.raises(Elsewhere, match="PORT=9000"):
        _found(tmp_path, 9001)
    assert _found(tmp_path / "nothing", 9001) is None


@pytest.mark.parametrize(
    "damaged", [b"", b"no pickle", pickle.dumps({"seed": 1}), pickle.dumps(["of another kind"])]
)
def test_a_kept_tenant_that_cannot_be_read_says_what_to_do(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / FILE).write_bytes(damaged)
    with pytest.raises(NotReadable, match="KEEP=1"):
        kept(tmp_path)
    assert (tmp_path / FILE).read_bytes() == damaged, "nothing of it is lost"


def test_a_page_without_its_libraries_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sandbox.page.routes.HERE", tmp_path)
    with pytest.raises(PageIncomplete, match="make setup-page"):
        check()


def test_a_taken_port_is_told_in_a_sentence() -> None:
    try:
        check()
    except PageIncomplete as missing:
        pytest.skip(str(missing))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "sandbox", "demo", "--port", str(port)]
        told = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
        )
    assert (told.returncode, told.stderr.strip()) == (
        2,
        f"Port {port} is taken. Stop what uses it, or choose another: make demo PORT={port + 1}",
    )


async def test_whoever_has_a_seat_is_named_although_their_account_is_disabled(
    state: TenantState,
) -> None:
    seats, nothing = take_seats(state), cast("Any", None)
    seats.mentor.account_enabled = seats.second.licensed = False
    here = cast("Kept", SimpleNamespace(state=state, seats=seats, ticks=set()))
    answer = await DemoControl(here, nothing, nothing, nothing).about(nothing)
    about = json.loads(answer.text or "")
    assert set(about["seats"].values()) <= {one["id"] for one in about["people"]}
