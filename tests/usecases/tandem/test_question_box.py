"""What each of the two reads in their question box."""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain.posting import Posting
from mentoring.domain.question import Question
from mentoring.domain.tandem import TandemState
from mentoring.notices import still_matters
from tests.usecases.company import NOW, TANDEM, Company, change, hidden, put, shown

HERS = Question(f"{TANDEM}:1", TANDEM, "eva", "Was ist neu?", NOW)
TOLD = replace(HERS, id=f"{TANDEM}:2", text="Und was bleibt?", told_at=NOW)
HIS = replace(TOLD, id=f"{TANDEM}:3", author_id="jan", text="Wer entscheidet?")


async def test_each_reads_their_own_and_what_was_told(company: Company) -> None:
    await put(company.first, "questions", HERS, TOLD, HIS)
    eva = await shown(company.first, "question_box", TANDEM, "eva")
    jan = await shown(company.first, "question_box", TANDEM, "jan")
    assert (eva.own, eva.theirs) == ((HERS, TOLD), (HIS,))
    assert (jan.own, jan.theirs) == ((HIS,), (TOLD,))


async def test_the_last_two_that_were_answered_still_stand(company: Company) -> None:
    done = [replace(TOLD, id=f"{TANDEM}:1{n}", answered_at=NOW.replace(hour=n)) for n in range(3)]
    await put(company.first, "questions", *reversed(done))
    assert (await shown(company.first, "question_box", TANDEM, "jan")).answered == tuple(done[1:])


async def test_nobody_else_reads_it(company: Company) -> None:
    await put(company.first, "questions", TOLD)
    for who in ("dora", "otto"):
        assert await hidden(company.first, "question_box", TANDEM, who) == "not-yours"


async def test_once_the_tandem_is_over_no_question_is_shown(company: Company) -> None:
    await put(company.first, "questions", HERS, TOLD, HIS)
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
    notice = await shown(company.first, "question_box", TANDEM, "eva")
    assert notice.is_over
    assert (notice.own, notice.theirs, notice.answered) == ((), (), ())


async def test_one_that_has_waited_comes_only_while_something_is_open(company: Company) -> None:
    posting = Posting("p", "question_box", TANDEM, "jan")

    async def matters() -> bool:
        return await company.first.read(lambda uow, now: still_matters(uow, posting, now.now))

    await put(company.first, "questions", HERS)
    assert not await matters()
    await put(company.first, "questions", TOLD)
    assert await matters()
    await change(company.first, "questions", TOLD.id, answered_at=NOW)
    assert not await matters()


async def test_a_new_question_makes_the_boxes_of_both_old(company: Company) -> None:
    boxes = [
        Posting(f"box-{who}", "question_box", TANDEM, who, activity_id=who, shown=1)
        for who in ("eva", "jan")
    ]
    await put(company.first, "postings", *boxes)
    await put(company.first, "questions", TOLD)
    behind = await company.first.read(lambda uow, _: uow.behind(9))
    assert [each.person_id for each in behind] == ["eva", "jan"]
