"""Nobody reads in the history of what concerns themselves or their own tandem, in whichever way an
owner has done it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from mentoring.domain.act import NOT_KNOWN, Act
from mentoring.domain.people import Role
from mentoring.domain.tandem import Tandem
from mentoring.ports.moment import Moment, unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.changes import handover
from mentoring.usecases.changes.handover_card import handover_card
from mentoring.usecases.programme.acts import Decision, decide, note_act
from mentoring.usecases.programme.concerned import concerned_key
from tests.usecases.company import NOW, TANDEM, Company, all_of, enrol, one, put
from tests.usecases.programme.test_history import CHAT, acted, read, told


async def test_of_their_own_tandem_an_owner_reads_nothing(company: Company) -> None:
    await acted(company, "intervention.confirm", tandem=TANDEM)
    assert [await told(company, each) for each in ("jan", "eva")] == [[], []]
    assert (await read(company, "eva")).many == 0
    assert await told(company, "otto") == ["intervention.confirm"]


async def test_in_the_channel_nothing_of_any_owners_own(company: Company) -> None:
    await acted(company, "intervention.confirm", tandem=TANDEM)
    home = await one(company.unbound, "programmes", "p1")
    await put(company.unbound, "programmes", replace(home, owners=("otto", "eva")))
    found = await read(company, "otto", conversation="19:owners")
    assert (found.done, found.private) == ((), False)


async def test_what_is_done_for_everybody_concerns_nobody_alone(company: Company) -> None:
    mine = await one(company.first, "tandems", TANDEM)
    other = replace(mine, id=f"{TANDEM}-2", number=2, mentor_id="dora", mentee_id="ada")

    def launched(uow: UnitOfWork, moment: Moment) -> None:
        for each in (mine, other):
            uow.tandems.put(replace(cast(Tandem, each), trouble="changed"))
        note_act(uow, moment, "olga", "launch.confirm")

    await company.first.run(launched)
    (done,) = (await read(company, "eva")).done
    assert (done.what, done.tandem) == ("launch.confirm", 0)


async def test_who_applied_does_not_read_who_answers_applications(company: Company) -> None:
    both = [await enrol(company.first, Role.MENTOR, each) for each in ("dora", "otto")]

    def answered(uow: UnitOfWork, moment: Moment) -> None:
        for each in both:
            uow.enrolments.put(replace(each, rests=True))
        note_act(uow, moment, "olga", "applications.decline")

    await company.first.run(answered)
    assert (await told(company), await told(company, "jan")) == ([], ["applications.decline"])


async def test_whom_an_earlier_act_concerned_nobody_knows(company: Company) -> None:
    known = Act("1", "", "intervention.confirm", "olga", NOW, concerns=(NOT_KNOWN,))
    await put(company.first, "acts", known)
    assert await told(company) == []


async def test_an_act_holds_nobodys_id(company: Company) -> None:
    await acted(company, "intervention.confirm", tandem=TANDEM)
    (act,) = await all_of(company.first, "acts")
    keys = await company.first.read(
        lambda uow, _: {concerned_key(uow, each) for each in ("jan", "eva")}
    )
    assert (set(act.concerns), "jan" in str(act), "eva" in str(act)) == (keys, False, False)


async def test_what_is_only_asked_for_concerns_the_two_as_well(company: Company) -> None:
    """A handover changes no row of the tandem before it is carried out."""
    await company.first.run(handover.prepare, "olga", TANDEM, CHAT)
    [posting] = await all_of(company.first, "postings", kind=handover_card.name)
    confirm = unit(handover.confirm, "olga", posting.subject_id, posting.id)
    pressed = Decision(posting, "olga", "handover.confirm")
    await company.first.run(decide, pressed, confirm)
    number = (await one(company.first, "tandems", TANDEM)).number
    assert [each.tandem for each in (await read(company)).done] == [number]
    assert [await told(company, each) for each in ("jan", "eva")] == [[], []]
