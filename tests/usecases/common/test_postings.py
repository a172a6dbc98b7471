"""Cards are put before people once, give way to newer copies, and are called off."""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain.posting import OLDER, Posting
from mentoring.notices import Said, View
from mentoring.usecases.common.postings import call_off, post, post_to, show_part
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.sessions.tandem_card import tandem_card
from tests.usecases.common.posted import POSTING
from tests.usecases.company import (
    FIRST,
    TANDEM,
    Company,
    all_of,
    asked_for,
    one,
    put,
    refused,
    told,
)
from tests.usecases.ports import chat_of

HELP, ASKED = (
    View(name, lambda _uow, _scene: Said("hello"), "person", shared=False)
    for name in ("help", "asked")
)


class TestPuttingACardBeforeSomebody:
    """Asked twice, a card is posted once; a stamp makes it another one."""

    async def test_it_is_posted_once_however_often_it_is_asked_for(
        self, programmes: Company
    ) -> None:
        for _ in range(2):
            await programmes.first.run(lambda uow, _: post(uow, tandem_card, TANDEM, "eva"))
        (posting,) = await all_of(programmes.first, "postings")
        assert posting == Posting(f"tandem:{TANDEM}:eva", "tandem", TANDEM, "eva", cycle_id=FIRST)
        assert await asked_for(programmes.first, "post") == [posting.id]

    async def test_it_may_stand_elsewhere_than_in_the_persons_chat(
        self, programmes: Company
    ) -> None:
        there = chat_of("channel")
        await programmes.first.run(
            lambda uow, _: post(uow, HELP, "t", "", key="k", chat=there, view="v")
        )
        posting = await one(programmes.first, "postings", "k")
        assert (posting.conversation, posting.service_url) == (
            there.conversation,
            there.service_url,
        )
        assert (posting.page, posting.view) == (0, "v")

    async def test_many_get_it_each_once(self, programmes: Company) -> None:
        for people in (["eva", "jan"], ["jan", "ada"]):
            await programmes.first.run(lambda uow, _, to: post_to(uow, ASKED, "k", to), people)
        assert await told(programmes.first, "asked") == ["ada", "eva", "jan"]
        assert len(await asked_for(programmes.first, "post")) == 3

    async def test_a_stamp_makes_it_another_card(self, programmes: Company) -> None:
        for day in ("", "monday", "monday", "tuesday"):
            await programmes.first.run(
                lambda uow, _, stamp: post_to(uow, ASKED, "k", ["eva"], stamp=stamp), day
            )
        assert await told(programmes.first, "asked") == ["eva"] * 3

    async def test_a_programme_sees_its_own_cards_only(self, programmes: Company) -> None:
        await programmes.second.run(lambda uow, _: post(uow, tandem_card, TANDEM, "eva"))
        assert await told(programmes.first, "tandem") == []
        with refused("stale"):
            await programmes.first.run(
                lambda uow, _: show_part(uow, tandem_card, TANDEM, f"tandem:{TANDEM}:eva", "", 1)
            )

    async def test_only_the_card_of_this_view_and_subject_is_turned(
        self, programmes: Company
    ) -> None:
        """issue 12, D7: an owner could turn a card of their own of any kind to a part that it does
        not have.
        """
        await put(programmes.first, "postings", POSTING)
        for shown, subject in ((tandem_card, POSTING.subject_id), (enrolment_card, "mentee:p2")):
            with refused("stale"):
                await programmes.first.run(
                    lambda uow, _, view=shown, about=subject: show_part(
                        uow, view, about, POSTING.id, "hand", 1
                    )  # type: ignore[misc]
                )
        assert (await one(programmes.first, "postings", POSTING.id)).view == ""

    async def test_nor_the_other_ones_card_about_the_same_subject(
        self, programmes: Company
    ) -> None:
        await put(programmes.first, "postings", POSTING)
        about = (enrolment_card, POSTING.subject_id, POSTING.id, "hand", 1)
        with refused("stale"):
            await programmes.first.run(lambda uow, _: show_part(uow, *about, whose="somebody"))
        assert (await one(programmes.first, "postings", POSTING.id)).view == ""

    async def test_an_older_copy_is_not_opened_again(self, programmes: Company) -> None:
        """Whoever pressed it on a device that had slept had two live copies from then on."""
        await put(programmes.first, "postings", replace(POSTING, view=OLDER))
        about = (enrolment_card, POSTING.subject_id, POSTING.id, "hand", 1)
        with refused("stale"):
            await programmes.first.run(lambda uow, _: show_part(uow, *about))
        assert (await one(programmes.first, "postings", POSTING.id)).view == OLDER


async def test_a_card_that_stands_in_a_chat_is_not_called_off(programmes: Company) -> None:
    unsent = replace(POSTING, id="unsent", activity_id="")
    other = replace(unsent, id="another subject", subject_id="mentee:p2")
    await put(programmes.first, "postings", POSTING, unsent, other)
    await programmes.first.run(lambda uow, _: call_off(uow, enrolment_card, POSTING.subject_id))
    left = {posting.id for posting in await all_of(programmes.first, "postings")}
    assert left == {POSTING.id, other.id}


async def test_another_part_of_a_long_subject_is_shown_once_for_a_double_click(
    programmes: Company,
) -> None:
    await put(programmes.first, "postings", POSTING)
    for _ in range(2):
        await programmes.first.run(
            lambda uow, _: show_part(
                uow, enrolment_card, POSTING.subject_id, POSTING.id, "figures", 1
            )
        )
    posting = await one(programmes.first, "postings", POSTING.id)
    assert (posting.view, posting.page, posting.wanted) == ("figures", 1, 3)
