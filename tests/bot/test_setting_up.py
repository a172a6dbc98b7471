"""The bot comes into an owners' team and is set up there by card; nobody else can set anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from tests.bot.test_own_tandem import pressed, said_to_her, turn_of
from tests.cards.furnished import CHANNEL, OWNERS_TEAM, furnished, guid


def shown_there(uow: UnitOfWork, card: Posting) -> None:
    uow.bind("p1c1", "p1")
    uow.postings.put(card)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    card = Posting("mine", "settings_card", "p1", guid("mia"), "a:mia", activity_id="7", shown=1)
    found.run_now(lambda uow: shown_there(uow, card))
    yield found
    found.close()


def counts(store: SqlStore) -> Programme:
    def read(uow: Any) -> Programme:
        home = uow.programmes.need("p1")
        found: Programme = uow.settings_versions.need(f"p1:{home.version:05d}").settings
        return found

    return store.read_now(read)


async def press(store: SqlStore, verb: str, by: str = "", **data: Any) -> str:
    turn = pressed(verb, {"posting": "mine", **data})
    if by:
        sender = turn.inbound.sender.model_copy(update={"aad": guid(by)})
        turn = type(turn)(turn.inbound.model_copy(update={"sender": sender}))
    return await said_to_her(store, turn)


def joined(team: str) -> dict[str, Any]:
    return {
        "type": "conversationUpdate",
        "id": "f:1",
        "conversation": {"id": CHANNEL.conversation, "conversationType": "channel"},
        "channelData": {"team": {"aadGroupId": team}, "eventType": "teamMemberAdded"},
        "membersAdded": [{"id": "28:bot"}],
    }


def set_up_cards(store: SqlStore) -> list[Posting]:
    def read(uow: Any) -> list[Posting]:
        found = uow.everywhere.postings.all(kind="settings_card")
        here = [each for each in found if each.conversation == CHANNEL.conversation]
        return [each for each in here if each.id.endswith(":f:1")]

    return store.read_now(read)


async def test_joining_the_owners_team_it_posts_what_is_to_be_set_up(store: SqlStore) -> None:
    for _ in range(2):
        await said_to_her(store, turn_of(joined(OWNERS_TEAM)))
    assert [each.subject_id for each in set_up_cards(store)] == ["p1"], "once, however often told"


@pytest.mark.parametrize(("by", "spoken"), [("mia", "en"), ("mentee1", "de")])
async def test_it_greets_in_the_language_of_the_owner_who_added_it(
    store: SqlStore, by: str, spoken: str
) -> None:
    """Anybody else is not known by it, so it speaks the programme's language."""
    raw = {**joined(OWNERS_TEAM), "from": {"id": f"29:{by}", "aadObjectId": guid(by)}}
    said = await said_to_her(store, turn_of({**raw, "locale": "en-GB"}))
    assert ("I am the bot" in said) == (spoken == "en")
    (card,) = set_up_cards(store)
    assert card.person_id == (guid("mia") if spoken == "en" else "")


async def test_joining_any_other_team_it_posts_nothing_of_the_kind(store: SqlStore) -> None:
    await said_to_her(store, turn_of(joined("9a7b1c7e-0000-4000-8000-00000000cccc")))
    assert set_up_cards(store) == []


async def test_an_owner_saves_a_part_and_comes_to_the_next(store: SqlStore) -> None:
    await press(store, "settings.look", part="basics")
    named = {"name": "Blickwechsel", "tone": "sie", "language": "de", "cycles": "fixed"}
    shown = await press(store, "settings.save", part="basics", then="sponsor", **named)
    assert (counts(store).tone, "sponsor.title" in shown) == ("sie", True)


async def test_the_card_that_answers_a_press_shows_what_it_has_saved(store: SqlStore) -> None:
    """Not what counted before; an owner would take it for not saved, and save it again."""
    await press(store, "settings.look", part="basics")
    named = {"name": "Rückenwind", "tone": "sie", "language": "de", "cycles": "fixed"}
    shown = await press(store, "settings.save", part="basics", **named)
    assert "„Rückenwind“ einrichten" in shown
    assert "Rückenwind · Sie · Deutsch" in shown
    await press(store, "settings.look", part="history")
    shown = await press(store, "settings.undo", version=2)
    assert "3 · " in shown, "what has just been taken back stands in the history"


async def test_what_is_wrong_is_marked_and_nothing_typed_is_lost(store: SqlStore) -> None:
    await press(store, "settings.look", part="contacts")
    typed = {"contact.name": "Mia", "boundary.email": "Betriebsrat"}
    shown = await press(store, "settings.save", part="contacts", **typed)
    assert "Das ist keine E-Mail-Adresse" in shown
    assert '"value": "Betriebsrat"' in shown
    assert counts(store).contact.name == ""


@pytest.mark.parametrize("who", ["mia", "otto"])
async def test_whoever_owns_it_is_not_there_for_crossed_boundaries(
    who: str, store: SqlStore
) -> None:
    """Otto owns it, too, and has never written to the bot; the file goes the same way."""
    before = counts(store)
    await press(store, "settings.look", part="contacts")
    named = {"boundary.name": "Rat", "boundary.email": f"{who}@firma.example"}
    shown = await press(store, "settings.save", part="contacts", **named)
    await press(store, "settings.look", part="file")
    file = f'name = "Tandem"\n[boundary]\nemail = "{who}@firma.example"'
    taken = await press(store, "settings.import", part="file", file=file)
    said = "gehört jemandem, der das Programm verantwortet"
    assert (said in shown, said in taken, counts(store)) == (True, True, before)


async def test_the_last_day_is_a_step_like_every_other(store: SqlStore) -> None:
    """It leads to the next part, keeps what was typed if it is refused, and may be left empty."""
    await press(store, "settings.look", part="dates")
    shown = await press(
        store, "settings.dates", part="dates", then="sessions", shown="", date="2020-01-01"
    )
    assert '"value": "2020-01-01"' in shown
    assert "sessions.months" not in shown
    shown = await press(store, "settings.dates", part="dates", then="sessions", shown="", date="")
    assert "sessions.months" in shown


async def test_days_and_times_are_read_as_they_are_written(store: SqlStore) -> None:
    """What is stored as a file has it (08:30:00, 2027-12-24) is nothing an owner would type."""
    await press(store, "settings.look", part="times")
    typed = {"sessions.earliest": "8 Uhr", "sessions.closing_days": "24.12.2027"}
    await press(store, "settings.save", part="times", **typed)
    form = await press(store, "settings.look", part="times")
    assert ('"value": "08:00"' in form, '"value": "24.12.2027"' in form) == (True, True)
    version = await press(store, "settings.look", part="version:2")
    assert "→ 08:00" in version
    assert "→ 24.12.2027" in version


@pytest.mark.parametrize("verb", ["settings.export", "texts.export"])
async def test_a_file_that_is_asked_for_in_the_channel_says_where_it_is(
    verb: str, store: SqlStore
) -> None:
    """The card in the channel stays as it was; nobody would look in another chat."""
    await press(store, "settings.look", part="file")
    alone = await press(store, verb, part="file", voice="de")
    data = {"posting": "mine", "part": "file", "voice": "de"}
    action = {"type": "Action.Execute", "verb": verb, "data": data}
    invoke = {"name": "adaptiveCard/action", "value": {"action": action}}
    there = turn_of({**joined(OWNERS_TEAM), **invoke, "type": "invoke", "membersAdded": []})
    assert "in deinem Chat mit mir" in await said_to_her(store, there)
    assert "in deinem Chat mit mir" not in alone


async def test_without_a_text_no_file_is_taken_over(store: SqlStore) -> None:
    """One that is too long for a card leaves the input empty; that is no wish for the defaults."""
    before = counts(store)
    await press(store, "settings.look", part="file")
    shown = await press(store, "settings.import", part="file", file=" ")
    assert "noch kein Text" in shown
    assert counts(store) == before


async def test_an_age_limit_is_marked_where_everything_is_in_sight(store: SqlStore) -> None:
    await press(store, "settings.look", part="condition")
    asked = {"mentor_condition.text_de": "Ich bin höchstens 28 Jahre alt."}
    assert "⚠ klingt nach" in await press(store, "settings.save", part="condition", **asked)


async def test_nobody_but_an_owner_sets_anything(store: SqlStore) -> None:
    await press(store, "settings.look", part="basics")
    before = counts(store)
    for verb, data in (
        ("settings.save", {"part": "basics", "name": "Gekapert"}),
        ("settings.import", {"file": 'name = "Gekapert"'}),
        ("settings.undo", {"version": 2}),
        ("settings.remove_topic", {"topic": "ai"}),
    ):
        await press(store, verb, "mentee1", **data)
    assert counts(store) == before


@pytest.mark.parametrize("part", ["basics:", "version:x", "topic:../x", "nowhere"])
async def test_a_part_that_there_is_not_is_refused(part: str, store: SqlStore) -> None:
    assert "settings.look" in await press(store, "settings.look", part=part)
    assert store.read_now(lambda uow: uow.postings.need("mine")).view == ""


async def test_another_programmes_card_is_never_turned(store: SqlStore) -> None:
    theirs = f"settings_card:p2:{guid('mia')}:"
    await press(store, "settings.look", posting=theirs, part="file")
    assert store.read_now(lambda uow: uow.everywhere.postings.need(theirs)).view == ""


async def test_a_file_is_taken_over_and_its_errors_name_their_lines(store: SqlStore) -> None:
    await press(store, "settings.look", part="file")
    shown = await press(store, "settings.import", part="file", file='name = "X"\ntone = "ihr"')
    assert "Zeile 2" in shown
    await press(store, "settings.import", part="file", file='name = "Aus der Datei"')
    assert counts(store).name == "Aus der Datei"
