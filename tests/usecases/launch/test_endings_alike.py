"""Whatever the cause of an end, nobody can tell it by what they see or by what is stored."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.intervention import Intervention, InterventionKind, InterventionState, Receipt
from mentoring.domain.people import Role
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.enrolment import enrolment
from mentoring.usecases.enrolment.entrance import ask_whether_to_leave
from mentoring.usecases.launch import interventions
from mentoring.usecases.launch.another_partner import ended_card
from mentoring.usecases.launch.free_place import free_place_card
from mentoring.usecases.privacy.leaving import has_still_to_end
from mentoring.usecases.sessions.deputies import deputy_card
from mentoring.usecases.tandem.switching import switch
from tests.storage.written import written
from tests.usecases.company import (
    SECOND_TUESDAY,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    furnished,
    nothing_yet,
    one,
    registered,
    run_tandem,
    shown,
    told,
)
from tests.usecases.launch.ended import EVA, JAN, ends
from tests.usecases.ports import chat_of


async def by_withdrawal(company: Company, key: str, person: str) -> None:
    await company.first.run(ask_whether_to_leave, person, chat_of(person), f"asked by {person}")
    await company.first.run(enrolment.withdraw, key, person)


async def by_owner(company: Company) -> None:
    chat = chat_of("otto")
    await company.first.run(interventions.prepare_end, "otto", TANDEM, chat)
    [wanted] = await all_of(company.first, "interventions")
    await company.first.run(interventions.confirm, "otto", wanted.id)


async def both_withdraw(company: Company) -> None:
    await by_withdrawal(company, JAN, "jan")
    await by_withdrawal(company, EVA, "eva")


Ask = Callable[[Company], Awaitable[object]]


async def by_switch(company: Company, *people: str) -> None:
    for person in people:
        await company.first.run(switch, TANDEM, person)


CAUSES: dict[str, Ask] = {
    "the mentee switches": lambda company: by_switch(company, "eva"),
    "the mentor switches": lambda company: by_switch(company, "jan"),
    "both switch": lambda company: by_switch(company, "jan", "eva"),
    "the mentee withdraws": lambda company: by_withdrawal(company, EVA, "eva"),
    "the mentor withdraws": lambda company: by_withdrawal(company, JAN, "jan"),
    "both": both_withdraw,
    "an owner": by_owner,
    "forgotten": lambda company: company.first.run(has_still_to_end, "eva"),
}


async def seen(company: Company) -> dict[str, object]:
    """All that the two, their deputy, their calendars and their team can show of the end."""
    cards = {}
    for reader in ("jan", "eva"):
        for kind in (ended_card.name, "tandem", "enrolment"):
            subject = {"enrolment": {"eva": EVA, "jan": JAN}[reader]}.get(kind, TANDEM)
            notice = await shown(company.first, kind, subject, reader)
            for language in ("de", "en"):
                drawn = render(notice, Words(language))
                cards[f"{kind} {reader} {language}"] = (str(drawn.content), drawn.summary)
    deputy = await shown(company.first, deputy_card.name, TANDEM, "dora", view="eva")
    return {
        "at": company.clock.moment,
        "cards": cards,
        "deputy": render(deputy, Words("de")),
        "told": {
            kind: await told(company.first, kind) for kind in (ended_card.name, deputy_card.name)
        },
        "calendar": (company.outlook.of("jan"), company.outlook.cancelled),
        "channel": (company.teams.archived, company.teams.people),
        "tandem": await one(company.first, "tandems", TANDEM),
        "pairs": await all_of(company.first, "pairs"),
        "enrolments": await all_of(company.first, "enrolments"),
        "sessions": await all_of(company.first, "sessions"),
    }


async def after(
    paths: pytest.TempPathFactory, causes: Mapping[str, Ask], **before: object
) -> dict[str, dict[str, object]]:
    """What is seen after an end by each cause; the tandem had these facts ``before``."""
    found = {}
    for cause, ask in causes.items():
        company = furnished(paths.mktemp("cause"), registered(), nothing_yet())
        await run_tandem(company.first, TANDEM, "eva", SECOND_TUESDAY)
        await change(company.first, "tandems", TANDEM, **before)
        await enrol(company.first, Role.MENTOR, "jan")
        await enrol(company.first, Role.MENTEE, "eva")
        company.teams.people["team"] = {"jan", "eva"}
        await ask(company)
        await ends(company)
        found[cause] = await seen(company)
        company.store.close()
    return found


def differing(found: Mapping[str, object]) -> list[str]:
    """The causes after which something is not as after the first."""
    first = next(iter(found.values()))
    return [cause for cause, each in found.items() if each != first]


async def test_whatever_the_cause_nothing_that_they_see_differs(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Words, moment, cards, calendar and channel, byte for byte."""
    assert differing(await after(tmp_path_factory, CAUSES)) == []


async def test_nor_does_it_where_they_have_not_started(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Nobody switches then; whoever was forgotten had the other one wait in vain (issue 13)."""
    causes = {cause: ask for cause, ask in CAUSES.items() if "switch" not in cause}
    agreed = {"state": TandemState.ACCEPTED, "channel_id": "", "series_id": "", "team_id": ""}
    assert differing(await after(tmp_path_factory, causes, **agreed)) == []


@pytest.mark.parametrize(
    ("one_asks", "other_asks"),
    [
        ("the mentee withdraws", "the mentor withdraws"),
        ("the mentee switches", "the mentor switches"),
        ("the mentee switches", "both switch"),
    ],
)
async def test_no_row_tells_which_of_the_two_asked(
    tmp_path_factory: pytest.TempPathFactory, one_asks: str, other_asks: str
) -> None:
    """All that is stored is the same with the two exchanged, but for the copies of their own
    enrolment's card that they have asked for.
    """
    rows = []
    for cause in (one_asks, other_asks):
        company = furnished(tmp_path_factory.mktemp("row"), registered(), nothing_yet())
        await run_tandem(company.first, TANDEM, "eva", SECOND_TUESDAY)
        await enrol(company.first, Role.MENTOR, "jan")
        await enrol(company.first, Role.MENTEE, "eva")
        await CAUSES[cause](company)
        await catch_up(company.unbound)
        rows.append(await company.store.read(written))
        company.store.close()
    assert rows[0] == rows[1]


async def test_owners_get_the_receipt_of_their_own_decision_and_no_other_card(
    enrolled: Company,
) -> None:
    await by_owner(enrolled)
    await ends(enrolled)
    [found] = await all_of(enrolled.first, "interventions")
    assert (found.state, found.kind) == (InterventionState.DONE, InterventionKind.END)
    assert found.receipt == Receipt(cancelled=6, left_team=2, archived=True)
    assert await all_of(enrolled.first, "postings", kind=free_place_card.name) == []
    assert isinstance(found, Intervention)
    assert isinstance(await one(enrolled.first, "tandems", TANDEM), Tandem)
