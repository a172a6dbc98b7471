"""What each of the two sees of the retrospectives on a session."""

from __future__ import annotations

import pytest

from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.retrospective import Retrospective, Taken, retrospective_id
from mentoring.domain.tandem import TandemState
from mentoring.notices import still_matters
from mentoring.usecases.tandem.retrospective import NOTHING
from mentoring.usecases.tandem.wanted import WITHOUT_RETROSPECTIVES, switch
from tests.usecases.company import NOW, TANDEM, Company, change, hidden, put, session, shown

FIRST = session(1)
HERS = Retrospective(
    retrospective_id(FIRST, Role.MENTEE),
    TANDEM,
    FIRST,
    "eva",
    Role.MENTEE,
    NOW,
    Taken("tried", "not_yet", "Viel"),
)


@pytest.fixture
async def said(company: Company) -> Company:
    await put(company.first, "retrospectives", HERS)
    return company


async def test_each_reads_their_own_and_of_the_other_one_nothing(said: Company) -> None:
    eva = await shown(said.first, "retrospective_card", FIRST, "eva")
    jan = await shown(said.first, "retrospective_card", FIRST, "jan")
    assert (eva.said, eva.theirs) == (HERS.said, "")
    assert (jan.said, jan.theirs) == (NOTHING, "")


async def test_of_what_is_shown_the_other_one_reads_the_line_alone(said: Company) -> None:
    await change(said.first, "retrospectives", HERS.id, shared=True)
    jan = await shown(said.first, "retrospective_card", FIRST, "jan")
    assert (jan.said, jan.theirs) == (NOTHING, "Viel")


@pytest.mark.parametrize("who", ["dora", "otto"])
async def test_nobody_else_reads_it(said: Company, who: str) -> None:
    assert await hidden(said.first, "retrospective_card", FIRST, who) == "not-yours"


async def test_once_the_tandem_is_over_nothing_of_it_is_shown(said: Company) -> None:
    await change(said.first, "retrospectives", HERS.id, shared=True)
    await change(said.first, "tandems", TANDEM, state=TandemState.CLOSED)
    for who in ("eva", "jan"):
        notice = await shown(said.first, "retrospective_card", FIRST, who)
        assert (notice.is_over, notice.said, notice.theirs) == (True, NOTHING, "")


async def test_what_was_typed_stays_with_its_session(said: Company) -> None:
    notice = await shown(said.first, "retrospective_card", FIRST, "eva")
    assert notice.takes({"session": FIRST})
    assert not notice.takes({"session": session(2)})


async def test_one_that_has_waited_comes_only_while_something_is_shown(said: Company) -> None:
    async def matters() -> bool:
        posting = Posting("p", "retrospective_card", FIRST, "jan")
        return await said.first.read(lambda uow, now: still_matters(uow, posting, now.now))

    assert not await matters()
    await change(said.first, "retrospectives", HERS.id, shared=True)
    assert await matters()
    await change(said.first, "tandems", TANDEM, state=TandemState.CLOSED)
    assert not await matters()


async def test_what_one_says_and_no_longer_wants_makes_the_card_old(said: Company) -> None:
    card = Posting("c", "retrospective_card", FIRST, "eva", activity_id="eva", shown=1)

    async def behind() -> list[str]:
        return [each.id for each in await said.first.read(lambda uow, _: uow.behind(9))]

    await put(said.first, "postings", card)
    await change(said.first, "retrospectives", HERS.id, said=Taken("view"))
    assert await behind() == ["c"]
    await change(said.first, "postings", "c", shown=2, wanted=2)
    off = WITHOUT_RETROSPECTIVES
    await said.first.run(lambda uow, now: switch(uow, now, TANDEM, "eva", off, comes=False))
    assert await behind() == ["c"]
