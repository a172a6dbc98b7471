"""Nothing can be forgotten: each registry has what belongs to it, and a gap says what to write."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot.app  # noqa: F401 - everything registers itself
from bot.commands.registry import COMMANDS
from bot.handlers.registry import HANDLERS
from cards.enrolment.steps import STEP_CARDS
from cards.enrolment.summary import SUMMED_UP
from cards.kit.actions import ACTIONS
from cards.kit.originals import TEXTS, places
from cards.kit.render import CARDS
from cards.kit.words import Words
from mentoring.domain.language import LANGUAGES
from mentoring.domain.questionnaire import STEPS
from mentoring.notices import VIEWS, Correctable, Notice, Portrayed, PortrayedTogether
from mentoring.usecases.common.effects import EFFECTS
from mentoring.usecases.common.timers import TIMERS

ROOT = Path(__file__).parents[2]


def test_every_button_has_a_handler() -> None:
    missing = [verb for verb, action in ACTIONS.items() if action not in HANDLERS]
    assert not missing, f"write @handles({missing}) in bot/handlers"


OF_OWNERS = frozenset(
    {
        *("invite", "matching", "launch", "closing", "kickoff", "handover"),
        *("intervention", "one_tandem", "tandems"),
    }
)
"""What the verbs on owners' cards begin with."""


def test_owners_buttons_are_for_owners_only() -> None:
    """Every button on a card for owners refuses everybody else, by its handler and not only by its
    card.
    """
    shared = {"kickoff.seat"}
    owners = {verb for verb in ACTIONS if verb not in shared and verb.split(".")[0] in OF_OWNERS}
    open_to_all = sorted(verb for verb in owners if not HANDLERS[ACTIONS[verb]].owners_only)
    assert not open_to_all, f"say owners_only=True for {open_to_all}"


def test_every_command_has_its_line_of_help_in_both_languages() -> None:
    missing = [
        f"command-{name} ({lang})"
        for name in COMMANDS
        for lang in LANGUAGES
        if not Words(lang).has(f"command-{name}")
    ]
    assert not missing, f"write {missing} in cards/texts/*/common/said.ftl"


def test_every_notice_has_a_card() -> None:
    bases: set[type[Notice]] = {Portrayed, PortrayedTogether, Correctable}
    above: set[type[Notice]] = {Notice, *bases}
    kinds = {kind for base in above for kind in base.__subclasses__()} - bases
    missing = sorted(notice.__name__ for notice in kinds if notice not in CARDS)
    assert not missing, f"write a card with @renders for {missing}"


def test_every_step_of_the_questionnaire_has_a_card_a_line_of_the_summary_and_a_title() -> None:
    assert set(STEPS.values()) == set(STEP_CARDS), (
        "write a function with @step_card in cards/enrolment/steps.py"
    )
    assert set(STEPS.values()) == set(SUMMED_UP), (
        "write a function with @sums_up in cards/enrolment/summary.py"
    )
    titles = [f"step-{name.replace('_', '-')}-title" for name in STEPS]
    assert not [t for t in titles for lang in LANGUAGES if not Words(lang).has(t)]


EVER_STORED = {
    "postings": (
        *(
            "absence",
            "closed",
            "closing",
            "deputy",
            "enrolment",
            "invitation_to_read",
            "invite",
            "settings_card",
            "successor_card",
            "settings_file",
            "texts_card",
            "texts_document",
            "kickoff",
            "kickoff_missed",
            "kickoff_seat",
        ),
        *(
            "launch",
            "left_over",
            "matching",
            "needs_help",
            "next_cycle",
            "offer",
            "partner_away",
            "poll",
            "session",
        ),
        *("session_late", "tandem", "receipt", "partner_back_card", "handover_card"),
        *(
            "file",
            "file_link",
            "my_data",
            "erasure",
            "finding_card",
            "unwatched_card",
            "help_offer_card",
        ),
        *("ended_card", "free_place_card", "intervention_card", "one_tandem_card"),
        *("tandems_card", "question_box", "undoing_card", "launch_undone_card"),
        *("given_up_card", "last_owner_card"),
        *("status_card", "people_card", "history_card"),
        "session_kit_card",
        "agreement_card",
        "road_map_card",
        "retrospective_card",
        "follow_up_card",
        "measure_card",
        "going_card",
        "key_figures_card",
        "result_card",
        "fit_card",
        "wish_card",
        "further_card",
        "what_waited_card",
        *("sponsor_thanks_card", "sponsor_words_card"),
        "circle_card",
        *("certificate_card", "certificate_file"),
        "lessons_card",
        "correction_card",
        "entry_card",
        "remind_card",
        *("trial_card", "trial_course"),
        *("applications_card", "clearance_card", "open_call_card"),
    ),
    "effects": (
        *(
            "book_slot",
            "end_replaced",
            "end_tandem",
            "fill_team",
            "fill",
            "find_slots",
            "find_dates_of",
            "date_again",
            "hand_over",
            "invite",
            "kickoff",
            "kickoff_invite",
            "launch",
        ),
        *(
            "cancel_dates",
            "move_date",
            "launch_the_rest",
            "launch_tandem",
            "look",
            "match",
            "price",
            "post",
            "remind",
            "skip_session",
            "watch",
        ),
        *("forget_answers", "forget_records", "upload", "erase_person", "look_at_people"),
        *("forget_old_records", "forget_cards"),
        "ask_who_waits",
        "plan_follow_ups",
        "count_up",
        *("launch_again", "look_ahead", "update_again", "tell_of_questions"),
        *("end_one", "offer_pair", "take_back"),
        "open_team",
        "bring_kit",
        "bring_card",
        "bring_what_waits",
        *("seek_sponsor", "thank_all"),
        "bring_lessons",
        "erase_trial",
        "tell_deputy",
        "fire_after_all",
        *("look_at_accounts", "look_at_owners"),
        "unsend",
        *("open_circle", "let_in", "let_out", "archive_circle", "leave_circles_team"),
        "obey_after_all",
        "leave_earlier_team",
    ),
    "timers": (
        *(
            "age_unsaid",
            "allowed_again",
            "enrolment-end",
            "ends_soon",
            "forget_let_go",
            "silence_due",
            "may_be_late",
            "kickoff-over",
            "kickoff_begun",
            "no_look_back",
            "look",
            "offer-due",
            "offer-reminder",
            "pause-over",
            "poll-due",
            "poll_again",
            "request_over",
            "round-end",
        ),
        *(
            "preview-over",
            "session-over",
            "session_day",
            "session-reminder",
            "session-silence",
            "tandem-over",
            "watch-renewal",
        ),
        *("answers-due", "cycle-due", "records-due", "fact-over", "erasing-due", "people-watch"),
        *("cards_due", "records_age", "waits_long", "forget_taken_out", "owners_forget"),
        "start_inviting",
        "cycle_begins",
        *(
            "accompany_anew",
            "session_ahead",
            "session_near",
            "bring_later",
            "day_begins",
            "told_later",
            "kit_later",
            "kit_over",
            "lessons_later",
            "starting_point",
            "no_certificate",
            "sponsor_due",
            "sponsor_words_over",
            "figures_due",
            "results_due",
            "follow_up_again",
            "follow_up_due",
            "follow_up_over",
        ),
        "agreement_later",
        "trial_over",
        *("circle_forgotten", "community_over"),
        "unsent_over",
    ),
}
"""Every name under which rows of a kind have ever stood in a database: they may stand there
still.
"""


@pytest.mark.parametrize(
    ("kind", "registered"),
    [("postings", set(VIEWS)), ("effects", set(EFFECTS)), ("timers", set(TIMERS))],
)
def test_whatever_was_ever_stored_is_still_understood(kind: str, registered: set[str]) -> None:
    """Functions are renamed, rows are not: `stored_as` keeps the old name.

    A new name is added here, none is ever taken out.
    """
    assert registered - set(EVER_STORED[kind]) == set(), "add the new name to EVER_STORED"
    assert set(EVER_STORED[kind]) - registered == set(), (
        "say stored_as=… where the function was renamed"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_exists_in_both_languages(language: str) -> None:
    keys = {lang: set(places(lang)) for lang in LANGUAGES}
    missing = set.union(*keys.values()) - keys[language]
    assert not missing, f"write {sorted(missing)} in cards/texts/{language}"


THEIRS = re.compile(r"\bihr(e|en|er|em|es)?\b(?=\s+[A-ZÄÖÜ])|\bihre[nmrs]?\b")
"""*Ihr* of others, not of whoever reads it."""
WHAT_PEOPLE_SAY = re.compile(r"\n    \.(said|also) = .*")


def test_german_texts_that_address_the_person_exist_in_both_tones() -> None:
    informal = re.compile(r"\b(du|dich|dir|dein\w*|ihr|euch|euer|eure?\w*)\b", re.IGNORECASE)
    texts = [text for path in (TEXTS / "de").rglob("*.ftl") for text in _german(path)]
    assert len(texts) > 500
    said = [each for each in texts if not each[0].startswith("typed-")]  # people say those
    for name, du, sie in said:
        addressed = informal.search(THEIRS.sub("", re.sub(r"\$\w+", "", du)))
        assert not addressed or sie, f"{name} says du; write .sie"
        assert not informal.search(re.sub(r"\bihr\b", "", sie, flags=re.IGNORECASE)), (
            f"{name}.sie says du"
        )


BEGINS_WITH_SIE = re.compile(r"(?:^|[.!?:]\s+|\]\s+|\n\s*)(Sie\b(?!$)[^.!?]*)")


def test_no_german_sentence_begins_with_a_sie_that_means_somebody_else() -> None:
    """Whoever is addressed as *Sie* read *Sie stehen schon im Kalender*, of the dates."""
    texts = [text for path in (TEXTS / "de").rglob("*.ftl") for text in _german(path)]
    said = {name: du for name, du, _ in texts if not name.startswith("typed-")}
    assert {
        name: found for name, du in said.items() if (found := BEGINS_WITH_SIE.findall(du))
    } == {}


def _german(path: Path) -> list[tuple[str, str, str]]:
    blocks = re.split(r"\n(?=[a-z])", path.read_text(encoding="utf-8"))
    found = []
    for block in blocks:
        head = re.match(r"([a-z][\w-]*) = ", block)
        if head:
            du, _, sie = block.partition("\n    .sie = ")
            found.append((head[1], WHAT_PEOPLE_SAY.sub("", du[head.end() :]), sie))
    return found


def test_every_text_key_used_by_a_card_exists() -> None:
    """Keys written out in the code; composed ones are covered by the cards' own tests."""
    used = set()
    for path in (ROOT / "cards").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "attr", "") == "text"
                and node.args
            ):
                key = node.args[0]
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    used.add(key.value)
    assert len(used) > 100
    missing = sorted(key for key in used if not Words("de").has(key))
    assert not missing, f"write {missing} in cards/texts"


def test_every_sentence_and_refusal_has_its_words() -> None:
    """Codes written out in the code: ``Said.of("code")`` and ``Refusal("code")``."""
    said = {"Refusal": "refusal", "of": "said"}
    keys = {f"{said[name]}-{code}" for name, code in _codes() if name in said}
    assert len(keys) > 60
    missing = sorted(key for key in keys if not Words("de").has(key))
    assert not missing, f"write {missing} in cards/texts/*/common/said.ftl"


def _codes() -> Iterator[tuple[str, str]]:
    """Each call with a text as its first argument: the name called, and the text."""
    rooms = ("bot", "mentoring")
    for path in (path for room in rooms for path in (ROOT / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
                yield name, str(node.args[0].value)
