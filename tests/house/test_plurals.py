"""Whatever counts something is said as one where it is one: each placeholder of a text holds no
number, or a number that is no count, or has a wording for one, or can never be one.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from cards.catalogue import render
from cards.kit.originals import files, resource
from cards.kit.words import Words
from mentoring.domain.language import LANGUAGES
from mentoring.domain.measurement.items import Item, Stage, asked
from mentoring.domain.people import Role
from tests.cards.drawn import POSTING, SAMPLES

TEXTS = """
    _ after allowed app apply_as at because by case cases cause chain change code column coming
    command communities contact cost date day directory end error example expected fault file first
    found giving groups host id kept kind known language last leaving mentee mentor message
    mentors_circle name names nearest numbers one other owner pair part partner parts path
    permission permissions person place served
    programme programmes query question readers rhythm right role rule rules said sentence site
    sites
    sponsor stage start state staying table taking team text time times title to topic topics
    unknown url value voice way what when who why wish_to_stay yes zone
"""
SAYS_WHICH = (
    "number line page step cycle level competence then now made length max_length score here run"
)
NO_NUMBERS = frozenset(TEXTS.split())
"""What these names stand for is text."""
WHICH_ONE = frozenset(SAYS_WHICH.split())
"""These tell which one, or where on a scale: nothing is counted by them."""
CARD = "a limit of the product, which is far more than one"
NO_NOUN = "no noun follows that could be a plural"
SEVERAL = "said of several alone"
FIVE = "the smallest group has five at least"
TEXT = "a text, which other texts have made"
LENGTH = "sessions have 45 minutes at least"
SCALE = "a scale, said behind its noun"
LATER = "three or six (mentoring/domain/measurement/follow_up.py)"
MEASURED = "two questions at least (mentoring/domain/measurement/items.py)"
LIMITS = {
    *("refusal-agreement-long", "refusal-certificate-hours", "refusal-extend-number"),
    *("refusal-invite-too-many", "refusal-kickoff-seats", "refusal-kickoff-too-many"),
    *("refusal-level-wrong", "refusal-pairs-too-many", "refusal-person-too-many"),
    *("refusal-question-long", "refusal-question-many", "refusal-reason-too-long"),
    *("refusal-farewell-long", "refusal-retrospective-long"),
    *("questions-enough", "levels-level", "refusal-figure-too-long", "figures-intro"),
    "refusal-result-long",
}
NEVER_ONE: dict[str, dict[str, str]] = {
    **{key: {"most": CARD} for key in LIMITS},
    "and-more": {"people": "the words fit one as well"},
    "applications-page": {"pages": SCALE},
    "said-applications-some-gone": {"chosen": "some of them, and not all"},
    "certificate-sheet-part": {"hours": TEXT},
    "closing-since": {"before": NO_NOUN, "tandems": NO_NOUN},
    "doctor-capacity-unknown": {"most": NO_NOUN},
    "doctor-clock-off": {"seconds": "said from more seconds on (MOST_SECONDS_OFF)"},
    "doctor-sum": dict.fromkeys(("missing", "ok", "open", "unseen"), NO_NOUN),
    "doctor-capacity": {"most": NO_NOUN},
    "enrolment-progress": {"steps": SCALE},
    **{key: {"measured": TEXT} for key in ("figure-start", "figure-end")},
    "figure-from": {"source": TEXT},
    "find-first": {"people": CARD},
    "result-figure": {"figure": TEXT},
    "settings-idle": {"other": TEXT},
    "figures-before": {"figures": TEXT},
    "figures-groups": {"smallest": FIVE},
    "figures-share": {"people": NO_NOUN, "without": NO_NOUN},
    "further-question": {"sessions": "it is always the same number (MORE)"},
    "circle-offered-waiting": {"fewest": "it is always the same number (FEWEST)"},
    "circle-joining-waiting": {"fewest": "it is always the same number (FEWEST)"},
    "further-yes": {"sessions": "it is always the same number (MORE)"},
    "going-between": {"low": NO_NOUN, "high": NO_NOUN, "of": NO_NOUN},
    "history-page": {"pages": SCALE},
    "sponsor-sent-what": {"people": FIVE},
    "sponsor-what": {"people": FIVE},
    "follow-up-seen": {"group": FIVE},
    "follow-up-title": {"months": LATER},
    "going-lasting-after": {"months": LATER},
    "going-apart": {"low": SCALE, "high": SCALE},
    "going-change": {"low": SCALE, "high": SCALE},
    "going-exact": {"low": NO_NOUN, "of": NO_NOUN},
    "going-few": {"of": NO_NOUN},
    "going-most": {"of": NO_NOUN},
    "going-intro": {"group": FIVE},
    "going-seen": {"group": FIVE},
    "going-when-fixed": {"group": FIVE},
    "going-when-rolling": {"group": FIVE},
    "invitation-cost": {"minutes": LENGTH},
    "invitation-cost-number": {"minutes": LENGTH},
    "cycle-soon": {"people": "cycles of more than twenty alone wait"},
    "cycle-sure-long": {"people": "cycles of more than twenty alone wait"},
    "invite-soon": {"people": "lists of more than twenty alone wait"},
    "kept-last-tandem": {"days": "fourteen"},
    "kept-last-tandem-rolling": {"days": "fourteen"},
    "kickoff-cancel-sure": {"people": NO_NOUN},
    "kickoff-seats": {"taken": "the noun follows the seats"},
    "kit-part": {"minutes": "an abbreviation, which has no plural"},
    "programme-file-no-room": {"most": "an abbreviation, which has no plural"},
    "launch-cards-at-least": {"both": "a tandem has two"},
    "launch-cards-of": {"both": "a tandem has two"},
    "launch-foreseen-many": {"tandems": SEVERAL},
    "launch-retry-all": {"tandems": SEVERAL},
    "launch-series-of": {"minutes": LENGTH},
    "launch-since": {"before": NO_NOUN, "tandems": NO_NOUN},
    "left-ruled_out": {"people": TEXT},
    "left-ruled_out-mixed": {"people": TEXT},
    "lessons-where": {"lessons": SCALE},
    "match-approved": {"approved": NO_NOUN, "total": NO_NOUN},
    "match-file-versions": {"written": "a version"},
    "match-page": {"pages": SCALE},
    "match-table-groups": {"smallest": FIVE},
    "match-table-left": {"people": NO_NOUN},
    "match-table-tandems": {"seconds": "an abbreviation, which has no plural"},
    "measure-intro-end": {"questions": MEASURED},
    "measure-intro-middle": {"questions": MEASURED},
    "measure-intro-start": {"questions": MEASURED},
    "measure-intro-waiting": {"questions": MEASURED},
    "measure-seen": {"group": FIVE},
    "measure-seen-waiting": {"group": FIVE},
    "programme-file-in-two-groups": {"group": TEXT},
    "refusal-in-other-group": {"group": TEXT},
    "standing-seen": {"group": FIVE},
    "measure-where": {"questions": SCALE},
    "people-state": {"people": NO_NOUN},
    "poll-minutes": {"minutes": LENGTH},
    "poll-shorter": {"minutes": LENGTH},
    "programme-file-at-least": {"lowest": NO_NOUN},
    "programme-file-range": {"lowest": NO_NOUN, "highest": NO_NOUN},
    "programme-file-reminders": {"days": "with one day there is no reminder at all"},
    "programme-file-text-long": {"longest": CARD},
    "refusal-launch-nobody": {"open": NO_NOUN},
    "refusal-text-long": {"longest": CARD},
    "remind-sent": {"people": NO_NOUN},
    "scheduling-series-weeks": {"weeks": "two or six"},
    "scheduling-series-weeks-for": {"weeks": "two or six"},
    "setting-at-least": {"lowest": NO_NOUN},
    "setting-between": {"lowest": NO_NOUN, "highest": NO_NOUN},
    "settings-and-more": {"more": "the words fit one as well"},
    "settings-changed": {"before": TEXT},
    "settings-said-figures": {"smallest_group": FIVE},
    "settings-said-sessions": {"length_minutes": LENGTH},
    "status-mentees": {"people": NO_NOUN},
    "status-mentors": {"people": NO_NOUN},
    "status-offers-until": {"offers": NO_NOUN},
    "taken": {"people": TEXT},
    "tandem-how-far": {"done": "the noun follows the whole"},
    "trial-cast": {"people": "names"},
    "waiting-cycles": {"cycles": SEVERAL},
    "when-rhythm": {"minutes": LENGTH},
    "where-enrolling": {"enrolled": "the noun follows those asked"},
    "where-offers": {"offers": NO_NOUN, "accepted": NO_NOUN},
}
"""Why a count needs no wording for one."""


class _Uncounted(Visitor):
    """The placeholders of a pattern that are said without a wording for one."""

    def __init__(self) -> None:
        self.found: set[str] = set()
        self._told_apart: list[str] = []

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        keys = {_key(each) for each in node.variants}
        chosen = node.selector
        counts = isinstance(chosen, ast.VariableReference) and keys & {"one", "1"}
        self._told_apart.append(chosen.id.name if counts else "")  # type: ignore[union-attr]
        for each in node.variants:
            self.visit(each.value)
        self._told_apart.pop()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        if node.id.name not in self._told_apart:
            self.found.add(node.id.name)


def _key(variant: ast.Variant) -> str:
    key = variant.key
    return str(key.name if isinstance(key, ast.Identifier) else key.value)


@cache
def uncounted() -> frozenset[tuple[str, str]]:
    """Key and placeholder of whatever is said without a wording for one, in any language."""
    return frozenset(
        (entry.id.name, name)
        for language in LANGUAGES
        for file in files(language)
        for entry in resource(language, file).body
        if isinstance(entry, ast.Message)
        for name in _in_message(entry)
    )


def _in_message(message: ast.Message) -> set[str]:
    look = _Uncounted()
    for pattern in (message.value, *(each.value for each in message.attributes)):
        if pattern is not None:
            look.visit(pattern)
    return look.found


def test_every_count_has_a_wording_for_one() -> None:
    """Issue 12, U35: "1 werden beendet"."""
    known = NO_NUMBERS | WHICH_ONE
    found = sorted(
        f"{key}: {name}"
        for key, name in uncounted()
        if name not in known and name not in NEVER_ONE.get(key, {})
    )
    assert not found, "give them a wording for one, or say in NEVER_ONE why they are never one"


def test_what_is_never_one_is_still_said() -> None:
    said = {(key, name) for key, reasons in NEVER_ONE.items() for name in reasons}
    assert sorted(said - uncounted()) == []


def test_what_holds_no_number_holds_none_on_any_card(monkeypatch: pytest.MonkeyPatch) -> None:
    found: set[tuple[str, str]] = set()
    said = Words.text

    def heard(self: Words, key: str, **facts: Any) -> str:
        found.update((key, name) for name, fact in facts.items() if type(fact) in {int, float})
        return said(self, key, **facts)

    monkeypatch.setattr(Words, "text", heard)
    for notice in SAMPLES.values():
        render(notice, Words("de"), posting=POSTING)
    assert sorted(each for each in found & uncounted() if each[1] in NO_NUMBERS) == []
    assert ("invite-title", "people") in found, "nothing was heard"


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("stage", Stage)
def test_never_a_single_question_is_asked(role: Role, stage: Stage) -> None:
    assert len({*asked(role, stage)} - {Item.USAGE}) > 1
