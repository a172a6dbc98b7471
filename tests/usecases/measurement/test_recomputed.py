"""A made-up cycle, told twice: by the owners' card, and reckoned here from what people answered,
with nothing of the product's and without SciPy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise, takewhile
from math import gamma, pi, sqrt
from statistics import fmean, variance

from bot.handlers.measurement.typed_figures import figure_in
from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import Enrolment, EnrolmentState, enrolment_id
from mentoring.domain.fit import Feeling
from mentoring.domain.measurement.follow_up import AFTER, OPEN_FOR, StillUses, agreed
from mentoring.domain.measurement.items import (
    OF_ROLE,
    Item,
    Marks,
    Measure,
    Stage,
    Waiting,
    marked,
    measure_id,
)
from mentoring.domain.measurement.key_figures import KeyFigure
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Competence
from mentoring.domain.tandem import TandemState
from mentoring.usecases.measurement import key_figures
from sandbox.cards import texts
from tests.answers import answers
from tests.usecases.company import FIRST, NOW, Company, change, put
from tests.usecases.measurement import groups
from tests.usecases.measurement.groups import MET, MONTH, counted, tandem_id, tandems
from tests.usecases.measurement.test_going import look

Said = tuple[int | None, ...]
MENTEES: dict[str, tuple[Said, Said]] = {
    "mentee-1": ((3, 1, 2, 1), (7, 3, 4, 1)),
    "mentee-2": ((5, 2, 2, 2), (6, 5, 3, 4)),
    "mentee-3": ((2, 1, 4, None), (6, 4, 4, 2)),
    "mentee-4": ((6, 3, 1, 2), (6, 3, 2, 3)),
    "mentee-5": ((4, 2, 3, 3), (9, None, 5, 3)),
    "mentee-6": ((8, 4, 2, 5), (7, 5, 4, 4)),
    "mentee-7": ((1, 1, None, 2), (3, 2, 5, None)),
    "mentee-8": ((1, 1, 1, 1), (10, 5, 5, 5)),
}
"""Digital competence, use, advice, together: at the start and at the end. The mentor of the last is
a programme owner: neither of the two counts.
"""
MENTORS: dict[str, tuple[Said, Said]] = {
    "mentor-1": ((1, 2, 3, 3), (4, 3, 4, 3)),
    "mentor-2": ((2, 2, 2, 3), (3, 4, 3, 3)),
    "mentor-3": ((3, 1, 4, 3), (3, 1, 5, 3)),
    "mentor-4": ((2, 3, 3, 3), (5, 2, 4, 3)),
    "mentor-5": ((4, 2, None, 3), (4, 4, 4, 3)),
    "mentor-6": ((1, 2, 3, 3), (2, 3, None, 3)),
}
"""Network, voice, presenting, feedback: of presenting four have said both, of feedback all are of
one mind.
"""
WAITING: dict[str, tuple[Said, Said]] = {
    "waits-1": ((3, 2, 2, 2), (3, 2, 3, 2)),
    "waits-2": ((5, 1, 3, 1), (6, 1, 3, 2)),
    "waits-3": ((2, 3, 1, 4), (2, 3, 1, 3)),
    "waits-4": ((7, 2, 4, 3), (7, 4, 4, 3)),
    "waits-5": ((4, 1, 2, 2), (5, None, 2, 4)),
}
"""Four of them have said twice how much they use: too few."""
STILL = {
    3: [True, True, False, True, None, False, True, True],
    6: [True, False, None, None, True, True],
}
"""What eight and six were asked after so many months, and said; the eighth does not count."""
BEGAN, ENDED = NOW.date() - timedelta(days=90), NOW.date()
HOUSE = {
    "Turnover": ("%", "12,5", "9,75", 1250, 975),
    "Ideas": ("€", "1.234.567,89", "1.300.000", 123_456_789, 130_000_000),
    "Mood": ("", "−3,5", "2", -350, 200),
}
"""The figures of the house as a German owner types them, and the same in hundredths."""
CLOSED = MET + 2 * MONTH
NAMES = {
    Item.COMPETENCE: "Digital competence",
    Item.USAGE: "Using a topic of one’s own accord",
    Item.ADVICE: "Asking younger colleagues for advice",
    Item.TOGETHER: "Deciding with the team",
    Item.NETWORK: "Knowing people who can help",
    Item.VOICE: "Saying what one thinks to those above",
}


def quantile(freedom: float) -> float:
    """Student's, of 97.5 %: bisected on the density, integrated by Simpson's rule."""
    scale = gamma((freedom + 1) / 2) / (sqrt(freedom * pi) * gamma(freedom / 2))

    def below(bound: float) -> float:
        step = bound / 2000
        ends = [
            scale * (1 + (n * step) ** 2 / freedom) ** (-(freedom + 1) / 2) for n in range(2001)
        ]
        odd, even = sum(ends[1:-1:2]), sum(ends[2:-1:2])
        return float(0.5 + step / 3 * (ends[0] + 4 * odd + 2 * even + ends[-1]))

    low, high = 0.0, 20.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) < 0.975 else (low, middle)
    return low


def signed(value: float) -> str:
    """As the card has it: to a tenth, zero without a sign."""
    return f"{value:+.1f}".replace("-", "−") if round(value, 1) else "0.0"


def in_brackets(mean: float, spread: float, freedom: float) -> str:
    half = quantile(freedom) * sqrt(spread)
    return f"{signed(mean)} ({signed(mean - half)} to {signed(mean + half)})"


def steps(said: dict[str, tuple[Said, Said]], number: int) -> list[int]:
    """By how much those have changed who said both, without whom owners know."""
    both = [(then[number], now[number]) for who, (then, now) in said.items() if "-8" not in who]
    return [now - then for then, now in both if then is not None and now is not None]


def changed(by: Sequence[int]) -> str:
    spread = variance(by) / len(by)
    return f"By the end: {in_brackets(fmean(by), spread, len(by) - 1)}, {len(by)} people"


def differs(ours: Sequence[int], theirs: Sequence[int]) -> str:
    """Welch's."""
    one, other = variance(ours) / len(ours), variance(theirs) / len(theirs)
    freedom = (one + other) ** 2 / (one**2 / (len(ours) - 1) + other**2 / (len(theirs) - 1))
    by = in_brackets(fmean(ours) - fmean(theirs), one + other, freedom)
    return f"Difference from {len(theirs)} people who are waiting: {by}"


async def a_cycle(company: Company) -> None:
    await tandems(company, 8)
    await change(company.first, "tandems", tandem_id(8), mentor_id="otto")
    await groups.agreed(company, 1, 2, 4, 7, 8)
    await groups.looked_back(company, 2, 5, 6, 8)
    good, bad = Feeling.GOOD, Feeling.NOT_SURE
    await groups.fits(company, m1=good, m2=good, m3=good, m4=bad, m5=good, m6=good, m8=bad)
    await groups.counted(company)
    for who, (then, now) in MENTEES.items():
        await answered(company, who, Role.MENTEE, then, now)
    for who, (then, now) in MENTORS.items():
        await answered(company, who, Role.MENTOR, then, now)
    for who, (then, now) in WAITING.items():
        await answered(company, who, Role.MENTEE, then, now, Waiting.AGREED)
    await closed(company)


async def closed(company: Company) -> None:
    over = {"state": TandemState.CLOSED, "ended_at": CLOSED}
    for number in range(1, 9):
        await change(company.first, "tandems", tandem_id(number), **over)
    await change(company.first, "cycles", FIRST, state=CycleState.CLOSED, closed_at=CLOSED)
    for months, said in STILL.items():
        for number, still in enumerate(said, start=1):
            who = f"mentee-{number}"
            planned = agreed(enrolment_id(FIRST, Role.MENTEE, who), who, "ai", CLOSED, NOW)
            [one] = [each for each in planned if each.months == months]
            asked = replace(one, asked_at=NOW, said=StillUses("ai", still))
            await put(company.first, "follow_ups", asked)


async def answered(
    company: Company,
    who: str,
    role: Role,
    then: Said,
    now: Said,
    waiting: Waiting = Waiting.NO,
) -> None:
    key = enrolment_id(FIRST, role, who)
    began = answers(Competence(then[0])) if role is Role.MENTEE and then[0] else answers()
    enrolled = Enrolment(key, who, role, EnrolmentState.DONE, NOW, "summary", began)
    await put(company.first, "enrolments", enrolled)
    for stage, said, at in ((Stage.START, then, MET), (Stage.END, now, CLOSED)):
        marks = Marks("ai")
        for item, mark in zip(OF_ROLE[role], said, strict=True):
            is_known = item is Item.COMPETENCE and stage is Stage.START
            marks = marked(marks, item, None if is_known else mark)
        made = Measure(measure_id(key, stage), who, role, stage, at, marks)
        await put(company.first, "measures", replace(made, waiting=waiting))


async def read(company: Company) -> list[str]:
    """The words of the owners' card, from top to bottom."""
    return texts(render(await look(company), Words("en")).content)


def below(said: Sequence[str], heading: str) -> str:
    return next(after for before, after in pairwise(said) if before == heading)


async def test_shares_of_tandems_sessions_and_people(company: Company) -> None:
    """Seven tandems count: four with an agreement, three whose session somebody has looked back on;
    of six who have answered five say that it fits: all but one.
    """
    await a_cycle(company)
    said = await read(company)
    assert below(said, "Tandems with an agreement") == "4 of 7 tandems"
    assert below(said, "Sessions with a retrospective") == "3 of 7 sessions"
    assert below(said, "The answer “Well” after the first session") == "most of 6 answers"


async def test_what_has_changed_by_the_end_and_beside_those_who_wait(company: Company) -> None:
    await a_cycle(company)
    await counted(company, CLOSED + timedelta(days=7))
    said = await read(company)
    for number, item in enumerate(OF_ROLE[Role.MENTEE]):
        ours, theirs = steps(MENTEES, number), steps(WAITING, number)
        assert below(said, NAMES[item]) == changed(ours)
        if len(theirs) >= 5:
            assert below(said, changed(ours)) == differs(ours, theirs)
    for number, item in enumerate((Item.NETWORK, Item.VOICE)):
        assert below(said, NAMES[item]) == changed(steps(MENTORS, number))
    told = [each for each in said if each.startswith(("By ", "Difference"))]
    assert len(told) == 4 + 3 + 2, "of too few, and of those of one mind, nothing is told"


async def test_how_many_still_use_it(company: Company) -> None:
    await a_cycle(company)
    await counted(company, CLOSED + AFTER[3] + OPEN_FOR)
    after = next(each for each in await read(company) if each.startswith("After 3 months"))
    silent = "One person has not answered; that does not count as a no."
    assert after == f"After 3 months: 4 of 6 answers. {silent}"
    await counted(company, CLOSED + AFTER[6] + OPEN_FOR)
    later = next(each for each in await read(company) if each.startswith("After 6 months"))
    assert later == "After 6 months: Too few so far."


def exactly(hundredths: int, unit: str, before: str = "") -> str:
    whole, rest = divmod(abs(hundredths), 100)
    said = f"{whole:,}.{rest:02}".rstrip("0").rstrip(".")
    return f"{'−' if hundredths < 0 else before}{said}{unit}"


async def test_the_figures_of_the_house(company: Company) -> None:
    """Both values as they were typed, and by how much the second is more; while one is missing, no
    difference.
    """
    units = {"%": "\xa0%", "€": "\xa0€", "": ""}
    for name in HOUSE:
        await owner_types(company, name)
    said = await read(company)
    for name, (unit, _, _, start, _) in HOUSE.items():
        after = f"At the start: {exactly(start, units[unit])} ({BEGAN:%-d %B %Y})"
        assert told_of(said, name) == [after, "At the end: not known yet"]
    assert not [each for each in said if each.startswith("Difference")]
    for number, name in enumerate(HOUSE, start=len(HOUSE)):
        await owner_types(company, name, number)
    said = await read(company)
    for name, (unit, _, _, start, end) in HOUSE.items():
        points = " percentage points" if unit == "%" else units[unit]
        by = f"Difference: {exactly(end - start, points, before='+')}"
        after = f"At the end: {exactly(end, units[unit])} ({ENDED:%-d %B %Y})"
        assert told_of(said, name)[1:] == [after, by]


def told_of(said: Sequence[str], name: str) -> list[str]:
    """What stands below the figure's name."""
    found = said[said.index(name) + 1 :]
    return [*takewhile(lambda each: each.startswith(("At the", "Difference")), found)]


async def owner_types(company: Company, name: str, version: int = 0) -> None:
    """The figure, later its end as well, as the version before them has it."""
    unit, start, end, _, _ = HOUSE[name]
    known = list(HOUSE).index(name) + 1
    fields = {"name": name, "unit": unit, "source": "", "start_value": start}
    fields |= {"start_on": f"{BEGAN}", "end_value": end if version else ""}
    fields |= {"end_on": f"{ENDED}" if version else ""}
    named = await look_at_figures(company)
    part = f"figure:{named[known - 1].id}" if version else "figure:"
    typed = figure_in(part, fields, Words("de"))
    await company.first.run(key_figures.save, "otto", typed, shown=version)


async def look_at_figures(company: Company) -> tuple[KeyFigure, ...]:
    return (await look(company)).of_house
