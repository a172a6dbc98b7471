"""A file is offered, and put into somebody's OneDrive only once they have agreed."""

from __future__ import annotations

import pytest

from mentoring.domain.errors import NotAllowed, NotThere, Unavailable
from mentoring.domain.file import FileOffer, FileState, Place
from mentoring.usecases.common import files
from mentoring.usecases.privacy.my_data import MyDataNotice, my_data
from mentoring.usecases.programme.roster import keep
from mentoring.usecases.programme.settings import settings_file
from tests.usecases.company import (
    OTHER,
    SECOND,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    hidden,
    one,
    refused,
    shown,
    told,
)
from tests.usecases.ports import chat_of

ROOM = "https://firma-my.sharepoint.com/upload/1"
PLACE = Place("daten.html", ROOM, "https://firma-my.sharepoint.com/daten.html", "ABC", "html")


async def offered(company: Company) -> FileOffer:
    return await company.first.run(files.offer_file, my_data, "eva", "eva", chat_of("eva"))


async def taken(company: Company) -> FileOffer:
    offer = await offered(company)
    await company.first.run(files.accept, offer.id, "eva", PLACE)
    return offer


async def state(company: Company, offer: FileOffer) -> FileOffer:
    found: FileOffer = await one(company.first, "files", offer.id)
    return found


async def test_it_is_offered_in_the_persons_own_chat_and_nothing_is_sent(company: Company) -> None:
    await offered(company)
    [posting] = await all_of(company.first, "postings", kind="file")
    assert (posting.person_id, posting.conversation) == ("eva", chat_of("eva").conversation)
    assert company.chats.uploads == {}


async def test_what_it_says_is_what_its_view_shows(company: Company) -> None:
    offer = await offered(company)
    notice = await shown(company.first, "file", offer.id, "eva")
    assert isinstance(notice.content, MyDataNotice)


async def test_a_yes_puts_it_where_teams_has_made_room(company: Company) -> None:
    offer = await taken(company)
    assert await asked_for(company.first, "upload") == [offer.id]
    await files.upload(company.first, offer.id)
    assert [posting.kind for posting in company.chats.uploads.values()] == ["my_data"]
    assert list(company.chats.uploads) == [ROOM]


async def test_afterwards_the_chat_shows_the_file_and_its_room_is_forgotten(
    company: Company,
) -> None:
    offer = await taken(company)
    await files.upload(company.first, offer.id)
    sent = await state(company, offer)
    assert (sent.state, sent.upload_url, sent.content_url) == (
        FileState.SENT,
        "",
        PLACE.content_url,
    )
    assert await told(company.first, "file_link") == ["eva"]
    assert (await shown(company.first, "file_link", offer.id, "eva")).link


async def test_a_no_puts_it_nowhere(company: Company) -> None:
    offer = await offered(company)
    await company.first.run(files.decline, offer.id, "eva")
    assert (await state(company, offer)).state is FileState.DECLINED
    assert await asked_for(company.first, "upload") == []
    assert (await shown(company.first, "file", offer.id, "eva")).content is None


async def test_it_can_be_answered_once(company: Company) -> None:
    offer = await taken(company)
    with refused("stale"):
        await company.first.run(files.decline, offer.id, "eva")
    with refused("stale"):
        await company.first.run(files.accept, offer.id, "eva", PLACE)


async def test_nobody_answers_for_somebody_else(company: Company) -> None:
    offer = await offered(company)
    with refused("not-yours"):
        await company.first.run(files.accept, offer.id, "jan", PLACE)


async def test_a_place_that_is_no_onedrive_is_refused(company: Company) -> None:
    offer = await offered(company)
    await company.first.run(files.refuse, offer.id, "eva")
    assert (await state(company, offer)).state is FileState.FAILED
    assert await asked_for(company.first, "upload") == []


@pytest.mark.parametrize("error", [NotAllowed("no"), NotThere("gone")], ids=str)
async def test_what_is_refused_for_good_is_said_and_not_repeated(
    company: Company, error: Exception
) -> None:
    offer = await taken(company)
    company.chats.refuses["upload"] = error  # type: ignore[assignment]
    await files.upload(company.first, offer.id)
    failed = await state(company, offer)
    assert (failed.state, failed.upload_url) == (FileState.FAILED, "")


async def test_while_onedrive_is_away_it_waits(company: Company) -> None:
    offer = await taken(company)
    company.chats.refuses["upload"] = Unavailable("away")
    with pytest.raises(Unavailable, match="away"):
        await files.upload(company.first, offer.id)
    del company.chats.refuses["upload"]
    await files.upload(company.first, offer.id)
    assert (await state(company, offer)).state is FileState.SENT


async def test_a_finished_upload_that_was_not_noted_is_not_told_as_failed(company: Company) -> None:
    """issue 12: the process died in between; then the room is gone because the file is there."""
    offer = await taken(company)
    await change(company.first, "files", offer.id, state=FileState.SENDING)
    company.chats.refuses["upload"] = NotThere("gone")
    await files.upload(company.first, offer.id)
    found = await state(company, offer)
    assert (found.state, found.upload_url) == (FileState.UNSURE, "")


async def test_what_goes_on_after_a_restart_is_sent_all_the_same(company: Company) -> None:
    offer = await taken(company)
    await change(company.first, "files", offer.id, state=FileState.SENDING)
    await files.upload(company.first, offer.id)
    assert (await state(company, offer)).state is FileState.SENT


class TestOfOwners:
    """What owners may take along, nobody gets who is an owner no more."""

    @pytest.fixture
    async def offer(self, company: Company) -> FileOffer:
        await company.first.run(lambda uow, _: keep(uow, "owners-1", ["otto", "olga"]))
        return await company.first.run(
            files.offer_file, settings_file, "p1", "otto", chat_of("otto")
        )

    async def leaves(self, company: Company) -> None:
        await company.first.run(lambda uow, _: keep(uow, "owners-1", ["olga"]))

    async def test_who_has_left_before_they_take_it(
        self, company: Company, offer: FileOffer
    ) -> None:
        await self.leaves(company)
        await company.first.run(files.accept, offer.id, "otto", PLACE)
        assert (await state(company, offer)).state is FileState.FAILED
        assert await asked_for(company.first, "upload") == []

    async def test_who_has_left_before_it_is_there(
        self, company: Company, offer: FileOffer
    ) -> None:
        """It was tried for a day, and then told to the other owners as a file that failed."""
        await company.first.run(files.accept, offer.id, "otto", PLACE)
        await self.leaves(company)
        await files.upload(company.first, offer.id)
        assert (await state(company, offer)).state is FileState.FAILED
        assert company.chats.uploads == {}

    async def test_who_still_is_one(self, company: Company, offer: FileOffer) -> None:
        await company.first.run(files.accept, offer.id, "otto", PLACE)
        await files.upload(company.first, offer.id)
        assert list(company.chats.uploads) == [ROOM]


class TestOfTwoProgrammes:
    """Otto owns the first programme, Olga the second; Jan has a tandem in each."""

    @pytest.fixture
    async def hers(self, company: Company) -> FileOffer:
        """The settings of the second programme, as Olga has asked for them."""
        for team, owner in (("owners-1", "otto"), ("owners-2", "olga")):
            await company.unbound.run(lambda uow, _, t, o: keep(uow, t, [o]), team, owner)
        return await company.second.run(
            files.offer_file, settings_file, "p2", "olga", chat_of("olga")
        )

    async def test_an_owner_of_one_takes_no_file_of_the_other(
        self, company: Company, hers: FileOffer
    ) -> None:
        """Whoever composes the answer to its offer by hand is told nothing and given nothing."""
        with refused("not-yours"):
            await company.second.run(files.accept, hers.id, "otto", PLACE)
        with refused("gone"):
            await company.first.run(files.accept, hers.id, "otto", PLACE)
        assert await asked_for(company.unbound, "upload") == []

    async def test_what_was_offered_to_somebody_who_owns_the_other_alone_is_not_given(
        self, company: Company, hers: FileOffer
    ) -> None:
        found = await change(company.second, "files", hers.id, person_id="otto")
        await company.second.run(files.accept, found.id, "otto", PLACE)
        assert await asked_for(company.unbound, "upload") == []

    async def test_what_is_sent_is_made_of_the_programme_in_which_it_was_offered(
        self, company: Company, hers: FileOffer
    ) -> None:
        """Hers was made of the first one's settings, or not at all."""
        await company.second.run(files.accept, hers.id, "olga", PLACE)
        await files.upload(company.second, hers.id)
        assert [each.cycle_id for each in company.chats.uploads.values()] == [SECOND]

    @pytest.mark.usefixtures("hers")
    @pytest.mark.parametrize("kind", ["settings_file", "texts_document"])
    async def test_an_owners_file_is_made_of_its_own_programme(
        self, company: Company, kind: str
    ) -> None:
        """Whatever subject it is asked about."""
        for subject in ("p1", "p2"):
            notice = await shown(company.second, kind, subject, "olga")
            assert notice.programme.name == "Tandem Süd"

    async def test_a_certificate_knows_the_tandems_of_its_own_programme(
        self, company: Company
    ) -> None:
        """To Jan, too, who is in both; and to owners none at all."""
        for kind in ("certificate_card", "certificate_file"):
            assert await hidden(company.first, kind, OTHER, "jan") == "erased"
            assert await hidden(company.first, kind, TANDEM, "otto") in {"erased", "not-yours"}
            assert await hidden(company.second, kind, OTHER, "otto") in {"erased", "not-yours"}
