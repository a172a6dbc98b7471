"""Settings by card: each change is a version with its owner, and each can be taken back alone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from mentoring.domain.cycle import CycleKind, CycleState, Source
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.people import Role
from mentoring.domain.programme import Boundary, Programme
from mentoring.domain.questionnaire import Wishes
from mentoring.domain.setting import Changed
from mentoring.domain.tandem import TandemState
from mentoring.domain.topics import Topic
from mentoring.usecases.common.postings import show_part
from mentoring.usecases.programme import roster, settings
from mentoring.usecases.programme.settings import SettingsNotice, settings_card
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    lives_in_auckland,
    one,
    refused,
    shown,
    told,
)
from tests.usecases.ports import chat_of


async def save(company: Company, **values: object) -> Any:
    """Otto saves these values; a path's dots are written as ``__``."""
    by_path = {path.replace("__", "."): value for path, value in values.items()}
    return await company.first.run(settings.change, "otto", by_path)


async def now(company: Company) -> Programme:
    return (await company.first.moment()).programme


async def look(company: Company, part: str = "", page: int = 0) -> SettingsNotice:
    found = await shown(company.first, "settings_card", "p1", "otto", view=part, page=page)
    assert isinstance(found, SettingsNotice)
    return found


async def test_what_is_saved_counts_at_once_and_says_who_and_when(programmes: Company) -> None:
    await save(programmes, name="Blickwechsel", sessions__months=9)
    (made, first) = (await look(programmes, "history")).versions
    assert (await now(programmes)).sessions.months == 9
    assert (made.by, made.at, made.source) == ("Otto", NOW, Source.CARD)
    assert made.changed == (
        Changed("name", "Tandem Nord", "Blickwechsel"),
        Changed("sessions.months", 6, 9),
    )
    assert (first.by, first.source, first.changed) == ("", Source.FILE, ())
    assert (await programmes.second.moment()).programme.name == "Tandem Süd"


async def test_when_that_was_is_told_by_the_clock_of_whoever_reads_it(programmes: Company) -> None:
    await save(programmes, name="Blickwechsel")
    await lives_in_auckland(programmes.first, "otto")
    for part in ("history", "version:2"):
        made = (await look(programmes, part)).versions[0]
        assert made.at.isoformat() == "2027-02-01T21:00:00+13:00"


async def test_saving_what_counts_already_is_no_version(programmes: Company) -> None:
    assert await save(programmes, name="Tandem Nord") is None
    assert (await look(programmes, "history")).total == 1


async def test_a_version_is_taken_back_alone(programmes: Company) -> None:
    await save(programmes, name="Blickwechsel", sponsor__sentence_de="Ich lerne mit.")
    await save(programmes, tone="sie")
    await programmes.first.run(settings.undo, "olga", 2)
    counts = await now(programmes)
    assert (counts.name, counts.tone, counts.sponsor.sentences) == ("Tandem Nord", "sie", {})
    newest = (await look(programmes, "history")).versions[0]
    assert (newest.number, newest.by, newest.source) == (4, "Olga", Source.UNDO)
    await programmes.first.run(settings.undo, "otto", 4)
    assert (await now(programmes)).name == "Blickwechsel", "an undo is undone like any other"


async def test_what_was_changed_anew_since_is_taken_back_first(programmes: Company) -> None:
    await save(programmes, name="Blickwechsel")
    await save(programmes, name="Seitenwechsel")
    with refused("settings-changed-since"):
        await programmes.first.run(settings.undo, "otto", 2)
    with refused("settings-first"):
        await programmes.first.run(settings.undo, "otto", 1)
    assert (await now(programmes)).name == "Seitenwechsel"


async def test_what_another_owner_saved_elsewhere_meanwhile_stays(programmes: Company) -> None:
    old = await programmes.first.moment()
    await save(programmes, tone="sie")
    values = {"name": "Blickwechsel"}
    await programmes.first.run(lambda uow, _: settings.change(uow, old, "olga", values))
    counts = await now(programmes)
    assert (counts.name, counts.tone) == ("Blickwechsel", "sie")


async def test_what_does_not_fit_any_more_is_refused(programmes: Company) -> None:
    await save(programmes, offers__days=2, offers__reminders=[1])
    with refused("stale"):
        await save(programmes, offers__reminders=[5])


async def test_no_file_and_no_list_of_languages_lets_owners_try_out_confidences(
    programmes: Company,
) -> None:
    """*Not possible* may mean a topic that is missing, or one of several languages (issue 12,
    P13: with one language and no topics only what is confidential was left).
    """
    counts, topics_off = await now(programmes), {"topic": False}
    off = counts.model_copy(update={"matching": MatchingSettings(rules=topics_off)})
    both = MatchingSettings(rules={**topics_off, "language": False})
    neither = counts.model_copy(update={"matching": both})
    with refused("no-open-cause"):
        await programmes.first.run(settings.replace_all, "otto", neither)
    await programmes.first.run(settings.replace_all, "otto", off)
    with refused("no-open-cause"):
        await save(programmes, languages=["de"])
    await programmes.first.run(settings.undo, "otto", 2)
    await save(programmes, languages=["de"])
    with refused("no-open-cause"):
        await programmes.first.run(settings.undo, "otto", 3)


async def test_a_boundary_contact_is_never_an_owner(programmes: Company) -> None:
    await programmes.store.run(lambda uow: roster.keep(uow, "owners-1", ["otto"]))
    with refused("boundary-owner", field="boundary.email"):
        await save(programmes, boundary__email="otto@firma.example")
    await save(programmes, boundary__email="betriebsrat@firma.example")
    file = Programme(boundary=Boundary(email="OTTO@firma.example"))
    with refused("boundary-owner"):
        await programmes.first.run(settings.replace_all, "otto", file)


async def test_a_file_that_an_owner_hands_in_is_a_version_like_any_other(
    programmes: Company,
) -> None:
    await programmes.first.run(settings.replace_all, "otto", Programme(name="Aus der Datei"))
    await programmes.set_up(Programme(name="Tandem Nord"))
    assert (await now(programmes)).name == "Aus der Datei", "the file at the start has not changed"


async def test_setting_a_programme_up_invites_nobody(programmes: Company) -> None:
    chat = chat_of("19:owners")
    for stamp in ("1", "1", "2"):
        await programmes.first.run(settings.greet, "", chat, stamp)
    await save(programmes, name="Blickwechsel")
    cards = await all_of(programmes.first, "postings")
    assert {(each.kind, each.person_id) for each in cards} == {("settings_card", "")}
    assert len(cards) == 2
    assert await all_of(programmes.first, "enrolments") == []


async def test_an_owner_asks_for_it_anywhere_and_older_copies_stay_true(
    programmes: Company,
) -> None:
    await programmes.first.run(settings.show, "otto", chat_of("otto"))
    assert await told(programmes.first, "settings_card") == ["otto"]
    await save(programmes, name="Blickwechsel")
    assert (await look(programmes)).programme.name == "Blickwechsel"
    old = {(each.kind, each.subject_id) for each in await all_of(programmes.first, "changes")}
    shown = ("settings_card", "invitation_to_read", "texts_card", "open_call_card")
    assert old == {(kind, "p1") for kind in shown}


async def test_the_card_goes_on_where_it_was_left(programmes: Company) -> None:
    await programmes.first.run(settings.show, "otto", chat_of("otto"))
    (card,) = await all_of(programmes.first, "postings")
    await programmes.first.run(
        lambda uow, _: show_part(uow, settings_card, "p1", card.id, "contacts", 0)
    )
    assert (await one(programmes.first, "postings", card.id)).view == "contacts"
    assert (await look(programmes, "contacts")).expects() == {"part": "contacts"}
    assert (await look(programmes)).expects() is None


async def test_history_has_pages(programmes: Company) -> None:
    for months in range(7, 16):
        await save(programmes, sessions__months=months)
    numbers = [
        [each.number for each in (await look(programmes, "history", page)).versions]
        for page in (0, 1)
    ]
    assert numbers == [[10, 9, 8, 7, 6, 5, 4, 3], [2, 1]]
    (seen,) = (await look(programmes, "version:3")).versions
    assert seen.changed == (Changed("sessions.months", 7, 8),)


async def test_a_topic_of_the_house_is_added_and_changed(programmes: Company) -> None:
    lasers = Topic(id="lasers", names={"de": "Laser"})
    await programmes.first.run(settings.change_topic, "otto", lasers)
    ruled = lasers.model_copy(update={"rules": {"de": "Nur mit Brille."}})
    await programmes.first.run(settings.change_topic, "otto", ruled)
    topics = (await now(programmes)).topics
    assert (len(topics), topics[-1]) == (13, ruled)


async def test_a_removed_topic_stays_in_the_answers_and_comes_back(programmes: Company) -> None:
    made = await enrol(programmes.first, Role.MENTEE, "eva", Wishes("ai", "data"))
    await programmes.first.run(settings.remove_topic, "otto", "ai")
    assert "ai" not in (await now(programmes)).offered.topics
    wishes = (await one(programmes.first, "enrolments", made.id)).answers.wishes
    assert wishes.topics == ("ai", "data")
    await programmes.first.run(settings.undo, "otto", 2)
    assert "ai" in (await now(programmes)).offered.topics


async def test_one_topic_has_to_stay(programmes: Company) -> None:
    await programmes.first.run(settings.replace_all, "otto", Programme(topics=(Topic(id="ai"),)))
    with refused("last-topic"):
        await programmes.first.run(settings.remove_topic, "otto", "ai")


async def test_a_cycle_in_which_nobody_was_asked_is_of_the_kind_that_is_set(
    programmes: Company,
) -> None:
    await save(programmes, cycles="rolling")
    assert (await one(programmes.first, "cycles", FIRST)).kind is CycleKind.ROLLING


async def test_a_running_cycle_stays_of_the_kind_that_people_were_told(company: Company) -> None:
    await change(company.first, "cycles", FIRST, state=CycleState.RUNNING)
    await save(company, cycles="rolling")
    assert (await one(company.first, "cycles", FIRST)).kind is CycleKind.FIXED
    assert (await look(company)).is_running


async def test_what_runs_keeps_its_dates(company: Company) -> None:
    before = await all_of(company.first, "sessions", tandem_id=TANDEM)
    await save(company, sessions__length_minutes=60, sessions__earliest="10:00")
    await taken_back(company)
    assert await all_of(company.first, "sessions", tandem_id=TANDEM) == before


async def taken_back(company: Company) -> None:
    await company.first.run(settings.undo, "otto", (await look(company)).total)


async def test_who_is_enrolled_stays_enrolled_and_offers_keep_their_due_date(
    company: Company,
) -> None:
    made = await enrol(company.first, Role.MENTOR, "dora")
    due = NOW + timedelta(days=5)
    await change(company.first, "tandems", TANDEM, state=TandemState.ASKED_MENTOR, due_at=due)
    await save(company, apply_as=[], languages=["fr"], offers__days=1, offers__reminders=[])
    assert (await one(company.first, "enrolments", made.id)).state is EnrolmentState.DONE
    assert (await one(company.first, "tandems", TANDEM)).due_at == due


async def test_it_comes_as_a_file_in_the_owners_own_chat(programmes: Company) -> None:
    await programmes.first.run(settings.as_file, "otto")
    (offer,) = await all_of(programmes.first, "files")
    assert (offer.person_id, offer.kind, offer.subject_id) == ("otto", "settings_file", "p1")
    assert len(await asked_for(programmes.first, "post")) == 1
    await change(programmes.first, "people", "otto", conversation="")
    with refused("no-own-chat"):
        await programmes.first.run(settings.as_file, "otto")


class TestTwoOwners:
    """Two have the same part before them, and each saves all of it."""

    async def both(self, company: Company, **values: object) -> Any:
        by_path = {path.replace("__", "."): value for path, value in values.items()}
        return await company.first.run(settings.change, "olga", by_path, shown=1)

    async def test_what_the_second_has_left_alone_stays_as_the_first_set_it(
        self, programmes: Company
    ) -> None:
        await save(programmes, name="Blickwechsel")
        await self.both(programmes, name="Tandem Nord", tone="sie")
        counts = await now(programmes)
        assert (counts.name, counts.tone) == ("Blickwechsel", "sie")

    async def test_what_both_have_set_the_second_reads_by_whom_and_when(
        self, programmes: Company
    ) -> None:
        await save(programmes, name="Blickwechsel")
        with refused("settings-set-since", by="Otto", at="2027-02-01T09:00:00+01:00"):
            await self.both(programmes, name="Rollentausch", tone="sie")
        assert (await now(programmes)).name == "Blickwechsel"
        assert (await now(programmes)).tone == "du"

    async def test_both_may_wish_the_same(self, programmes: Company) -> None:
        await save(programmes, name="Blickwechsel")
        assert await self.both(programmes, name="Blickwechsel") is None

    async def test_nobody_stands_in_their_own_way(self, programmes: Company) -> None:
        await save(programmes, name="Blickwechsel")
        await programmes.first.run(settings.change, "otto", {"name": "Wechsel"}, shown=1)
        assert (await now(programmes)).name == "Wechsel"

    async def test_a_file_takes_nothing_back_unseen(self, programmes: Company) -> None:
        await save(programmes, name="Blickwechsel")
        file = Programme(name="Tandem Nord")
        with refused("settings-set-since", by="Otto", at="2027-02-01T09:00:00+01:00"):
            await programmes.first.run(settings.replace_all, "olga", file, shown=1)
        assert await programmes.first.run(settings.replace_all, "olga", file, shown=2)

    async def test_a_topic_that_another_has_changed_is_looked_at_again(
        self, programmes: Company
    ) -> None:
        topic, other = (await now(programmes)).topics[:2]
        changed = topic.model_copy(update={"rules": {"de": "Nur mit Freigabe."}})
        await programmes.first.run(settings.change_topic, "otto", changed)
        hers = topic.model_copy(update={"rules": {"de": "Nie."}})
        with refused("settings-set-since", by="Otto", at="2027-02-01T09:00:00+01:00"):
            await programmes.first.run(settings.change_topic, "olga", hers, shown=1)
        mine = other.model_copy(update={"rules": {"de": "Ohne Namen."}})
        assert await programmes.first.run(settings.change_topic, "olga", mine, shown=1)

    async def test_a_topic_that_was_left_alone_stays_as_another_has_set_it(
        self, programmes: Company
    ) -> None:
        topic = (await now(programmes)).topics[0]
        changed = topic.model_copy(update={"rules": {"de": "Nur mit Freigabe."}})
        await programmes.first.run(settings.change_topic, "otto", changed)
        assert await programmes.first.run(settings.change_topic, "olga", topic, shown=1) is None
        assert (await now(programmes)).topics[0] == changed
