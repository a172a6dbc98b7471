"""What each of the two sees of a session's kit."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.kit_choice import KitChoice, KitState
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.question import Question
from mentoring.domain.questionnaire import Wishes
from mentoring.domain.tandem import TandemState
from mentoring.domain.undoing import TakenBack
from mentoring.notices import still_matters
from mentoring.usecases.tandem.library import packaged
from mentoring.usecases.tandem.session_kit import KitNotice
from tests.usecases.company import (
    NOW,
    STARTS,
    TANDEM,
    Company,
    change,
    enrol,
    hidden,
    one,
    put,
    shown,
)
from tests.usecases.company import session as session_of

FIRST = KitChoice(session_of(1), TANDEM, "ai-discover", topic="ai")
HERS = Question(f"{TANDEM}:1", TANDEM, "eva", "Wie fange ich an?", NOW, NOW)


async def sees(company: Company, who: str) -> KitNotice:
    found = await shown(company.first, "session_kit_card", session_of(1), who)
    assert isinstance(found, KitNotice)
    return found


async def test_only_the_mentor_may_take_another(company: Company) -> None:
    await enrol(company.first, Role.MENTEE, "eva", Wishes("ai", "data"))
    await put(company.first, "kit_choices", FIRST)
    eva, jan = await sees(company, "eva"), await sees(company, "jan")
    assert jan.kit
    assert eva.kit == jan.kit
    assert eva.others == ()
    assert [each.id for each in jan.others] == ["data-discover"]


async def test_each_reads_what_the_other_would_like_to_know(company: Company) -> None:
    his = replace(HERS, id=f"{TANDEM}:2", author_id="jan", text="Wer entscheidet?")
    waits = replace(HERS, id=f"{TANDEM}:3", told_at=None)
    done = replace(HERS, id=f"{TANDEM}:4", answered_at=NOW)
    await put(company.first, "questions", HERS, his, waits, done)
    assert (await sees(company, "jan")).asked == (HERS,)
    assert (await sees(company, "eva")).asked == (his,)


async def test_one_that_has_grown_from_a_question_names_it(company: Company) -> None:
    await put(company.first, "questions", HERS)
    form = "question:from-scratch:" + HERS.id
    await put(company.first, "kit_choices", replace(FIRST, kit_id=form, question=HERS.id))
    assert (await sees(company, "eva")).about == HERS.text


async def test_nobody_else_sees_it(company: Company) -> None:
    await put(company.first, "kit_choices", FIRST)
    for who in ("dora", "otto"):
        assert await hidden(company.first, "session_kit_card", session_of(1), who) == "not-yours"


async def test_after_the_session_it_is_over(company: Company) -> None:
    await put(company.first, "kit_choices", replace(FIRST, state=KitState.TAKEN))
    company.clock.moment = STARTS[0] + timedelta(hours=2)
    assert (await sees(company, "jan")).is_over


async def test_after_the_session_both_keep_what_there_is_to_try(company: Company) -> None:
    """And nothing else of the kit; the mentee did not read it before."""
    await put(company.first, "kit_choices", replace(FIRST, state=KitState.TAKEN))
    [kit] = [each for each in packaged().kits if each.id == FIRST.kit_id]
    texts = kit.texts["en"]
    before = await drawn(company, "eva")
    company.clock.moment = STARTS[0] + timedelta(hours=2)
    for who in ("eva", "jan"):
        after = await drawn(company, who)
        assert texts.exercise in after
        assert texts.title in after
        assert not {each for each in (texts.aim, texts.talk, *texts.bring) if each in after}
    assert texts.exercise not in before


async def drawn(company: Company, who: str) -> str:
    return json.dumps(render(await sees(company, who), Words("en")).content, ensure_ascii=False)


async def test_after_the_tandem_it_shows_no_question(company: Company) -> None:
    await put(company.first, "kit_choices", FIRST)
    await put(company.first, "questions", HERS)
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
    found = await sees(company, "jan")
    assert (found.is_over, found.asked, found.kit) == (True, (), None)


async def test_after_the_tandem_no_session_is_said_to_have_been_without_one(
    company: Company,
) -> None:
    """Nothing of it is shown any more; that there was none would be made up."""
    await put(company.first, "kit_choices", FIRST)
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
    for who, partner in (("eva", "Jan"), ("jan", "Eva")):
        said = render(await sees(company, who), Words("en")).summary
        assert said == (
            f"The tandem with {partner} has come to its end, and so has the session kit."
        )


async def test_where_the_launch_was_taken_back_the_tandem_has_not_come_to_its_end(
    company: Company,
) -> None:
    made = await one(company.first, "tandems", TANDEM)
    await put(company.first, "tandems", replace(made, id=f"{TANDEM}x", number=2))
    await put(company.first, "taken_back", TakenBack(TANDEM, "undoing", f"{TANDEM}x"))
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
    assert (await sees(company, "eva")).undone


async def test_it_matters_until_the_session_begins(company: Company) -> None:
    posting = Posting("p", "session_kit_card", session_of(1), "jan")

    async def matters() -> bool:
        return await company.first.read(lambda uow, now: still_matters(uow, posting, now.now))

    assert await matters()
    company.clock.moment = STARTS[0]
    assert not await matters()


async def test_a_kit_that_changes_makes_both_cards_old(company: Company) -> None:
    cards = [
        Posting(f"k-{who}", "session_kit_card", session_of(1), who, activity_id=who, shown=1)
        for who in ("eva", "jan")
    ]
    await put(company.first, "postings", *cards)
    await put(company.first, "kit_choices", FIRST)
    behind = await company.first.read(lambda uow, _: uow.behind(9))
    assert [each.person_id for each in behind] == ["eva", "jan"]
