"""Both of a tandem, and what they were asked."""

from __future__ import annotations

from collections.abc import Sequence

from mentoring.domain.measurement.items import Measure, Stage, measure_id
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Competence, Topics, TopicSkill, Wishes
from mentoring.usecases.tandem.when_it_fits import bring_card
from tests.usecases.company import FIRST, Company, all_of, change, enrol, one, told

HIS, HERS = f"{FIRST}:mentor:jan", f"{FIRST}:mentee:eva"


async def both_enrolled(company: Company) -> None:
    """Eva wishes for data and AI, of which Jan teaches AI; she stands at 3 of 10."""
    skill = TopicSkill("ai", 3, "Ich baue Modelle")
    await enrol(company.first, Role.MENTOR, "jan", Topics(("ai",)), skill)
    await enrol(company.first, Role.MENTEE, "eva", Wishes("data", "ai"), Competence(3))


async def stages(company: Company, enrolment: str = HERS) -> list[str]:
    """What somebody was asked."""
    found: Sequence[Measure] = await all_of(company.first, "measures")
    return sorted(each.stage for each in found if each.enrolment_id == enrolment)


async def measure(company: Company, stage: Stage, enrolment: str = HERS) -> Measure:
    found: Measure = await one(company.first, "measures", measure_id(enrolment, stage))
    return found


async def brought(company: Company) -> list[str]:
    """Who has been asked by card, after all cards that wait were brought."""
    for effect in await all_of(company.first, "effects", kind="bring_card", done=False):
        await bring_card(company.first, effect.subject_id)
        await change(company.first, "effects", effect.id, done=True)
    return await told(company.first, "measure_card")
