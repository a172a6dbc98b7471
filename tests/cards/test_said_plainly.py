"""What a card says is so: one time is one, and what is over has no date to come."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from cards.launch.troubles import reason
from mentoring.domain.kits.texts import said_in
from mentoring.domain.language import Language
from mentoring.domain.people import Role
from mentoring.domain.poll import Cause
from mentoring.domain.programme import Programme
from mentoring.notices import Notice
from mentoring.usecases.launch.closing_card import ClosingNotice
from mentoring.usecases.launch.troubles import Trouble
from mentoring.usecases.polls.notice import PollNotice
from mentoring.usecases.tandem.library import library_of
from mentoring.usecases.tandem.road_map import RoadMapNotice
from tests.cards.drawn import SAMPLES, VOICES, drawn

NO_DATE = ("noch ohne Termin", "without a date yet")
ONE_BY_ONE = (Cause.DECLINED, Cause.CANCELLED, Cause.MISSED, Cause.NEXT, Cause.AWAY, Cause.BACK)
SEVERAL = ("Zeiten sind", "Diese sind", "auch mehrere", "mehrere sind", "neue Zeiten.")
SEVERAL_EN = ("times are", "These are", "several", "new times.", "another one")


def said(notice: Notice, voice: str = "de") -> str:
    return json.dumps(render(notice, VOICES[voice]).content, ensure_ascii=False)


def poll(name: str) -> PollNotice:
    notice = SAMPLES[name]
    assert isinstance(notice, PollNotice)
    return notice


def of_one_time(notice: PollNotice) -> PollNotice:
    asked = replace(notice.poll, options=notice.poll.options[:1], accepted={}, taken=True)
    return replace(notice, poll=asked, choices=notice.choices[:1])


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("cause", ONE_BY_ONE)
@pytest.mark.parametrize("deputy", [False, True])
def test_a_poll_of_one_time_speaks_of_one(cause: Cause, voice: str, deputy: bool) -> None:
    notice = of_one_time(poll(f"poll-mentee-{cause}"))
    if deputy:
        notice = replace(notice, reader=poll("poll-deputy").reader)
    text = said(notice, voice)
    assert [each for each in (*SEVERAL, *SEVERAL_EN) if each in text] == []


@pytest.mark.parametrize("voice", VOICES)
def test_whoever_has_taken_every_time_is_asked_for_no_other(voice: str) -> None:
    notice = of_one_time(poll("poll-mentee-declined"))
    taken = replace(notice, choices=tuple(replace(each, mine=True) for each in notice.choices))
    text = said(taken, voice)
    assert not any(each in text for each in ("noch eine andere", "another one"))


@pytest.mark.parametrize(
    ("voice", "title"),
    [
        ("de", "Neue Zeiten für deine Treffen mit Eva"),
        ("de-sie", "Neue Zeiten für Ihre Treffen mit"),
        ("en", "New times for your sessions with"),
    ],
)
def test_where_all_sessions_are_lost_the_title_means_all(voice: str, title: str) -> None:
    assert title in said(poll("poll-all-lost"), voice)


@pytest.mark.parametrize("voice", VOICES)
def test_no_session_of_what_is_over_waits_for_a_date(voice: str) -> None:
    over = [name for name in SAMPLES if name.endswith(("-closed", "-through"))]
    texts = {name: json.dumps(drawn(name, voice).content, ensure_ascii=False) for name in over}
    assert [name for name, text in texts.items() if any(each in text for each in NO_DATE)] == []


@pytest.mark.parametrize(("voice", "gone"), [("de", "Jemand"), ("en", "Somebody")])
def test_whoever_has_left_has_a_capital_where_a_sentence_begins(voice: str, gone: str) -> None:
    words = VOICES[voice]
    begins = words.text("decided-by", name=words.who(""), day="2. November")
    within = words.text("settings-version-card", number=2, day="2. November", by=words.who(""))
    assert begins.startswith(gone)
    assert gone.lower() in within


@pytest.mark.parametrize("voice", VOICES)
def test_a_version_of_whoever_has_left_is_somebodys(voice: str) -> None:
    text = json.dumps(drawn("figures-history", voice).content, ensure_ascii=False)
    assert VOICES[voice].who("") in text
    assert "· –" not in text


def test_owners_read_why_sessions_are_handed_over_first() -> None:
    """The button stood there alone: nothing said that the account holds the sessions of both."""
    why = "Their sessions stand in the calendar of Eva Costa"
    assert why in said(SAMPLES["finding-organizer"], "en")
    assert why not in said(SAMPLES["finding-disabled"], "en")


@pytest.mark.parametrize("side", [1, 2])
def test_a_handover_that_was_refused_says_how_to_try_again(side: int) -> None:
    assert "“handover 7”" in said(SAMPLES[f"handover-trouble-{side}"], "en")


@pytest.mark.parametrize("why", ["", "-disabled", "-guest", "-no-licence", "-gone"])
@pytest.mark.parametrize(
    ("voice", "single"),
    [("de", ("Konto ", "Gast ", "kann eine ")), ("en", ("account ", "A guest", "assign one."))],
)
def test_what_keeps_both_from_being_added_is_said_of_two(
    why: str, voice: str, single: tuple[str, ...]
) -> None:
    """*The account of Jan Kurz and Eva Costa is disabled.*"""
    text = reason(Trouble(7, "Jan Kurz", "Eva Costa", f"member{why}-both"), VOICES[voice])
    assert "Jan Kurz" in text
    assert "Eva Costa" in text
    assert [each for each in single if each in text] == []


@pytest.mark.parametrize(("troubled", "others"), [(1, "In the other tandem"), (2, "")])
def test_a_receipt_does_not_say_of_all_what_some_lack(troubled: int, others: str) -> None:
    """*Coming sessions are cancelled* stood below *may still be in the calendar*."""
    notice = SAMPLES["closing-troubled"]
    assert isinstance(notice, ClosingNotice)
    closing = replace(notice.closing, tandems=2)
    text = said(replace(notice, closing=closing, left_out=troubled - 1), "en")
    assert ("coming sessions are cancelled" in text, others in text) == (bool(others), True)
    assert "Coming sessions are cancelled" not in text


@pytest.mark.parametrize("language", ["de", "en"])
def test_less_has_a_minus_sign(language: Language) -> None:
    assert Words(language).whole(-30) == "−30"
    assert Words(language).whole(30) == "30"
    samples = (name for name in SAMPLES if name.startswith("match-"))
    told = "".join(json.dumps(drawn(n, language).content, ensure_ascii=False) for n in samples)
    assert " -30" not in told


@pytest.mark.parametrize("voice", ["de", "en"])
def test_whoever_is_asked_again_in_both_roles_reads_which_one_a_card_means(voice: str) -> None:
    words = VOICES[voice]
    text = said(SAMPLES["enrolment-again-both-roles"], voice)
    assert words.text(f"again-yes-{Role.MENTOR}") in text
    assert words.text("again-yes") not in text


@pytest.mark.parametrize(("voice", "hint"), [("de", "mit ✎ tippen"), ("en", "with a ✎")])
def test_a_road_map_on_which_nothing_can_be_changed_does_not_say_so(voice: str, hint: str) -> None:
    notice = SAMPLES["road-map-start"]
    assert isinstance(notice, RoadMapNotice)
    behind = tuple(replace(each, is_over=True) for each in notice.stops)
    assert hint in said(notice, voice)
    assert hint not in said(replace(notice, stops=behind), voice)


@pytest.mark.parametrize(("language", "where"), [("de", "wo es einen gibt"), ("en", "where there")])
def test_no_lesson_takes_a_works_council_for_granted(language: Language, where: str) -> None:
    lessons = library_of(Programme()).lessons_of(Role.MENTOR)
    told = " ".join(p for each in lessons for p in said_in(each.texts, language).paragraphs)
    assert where in told


@pytest.mark.parametrize(("voice", "ended"), [("de", "zu Ende"), ("en", "come to its end")])
def test_a_circle_that_has_ended_says_so(voice: str, ended: str) -> None:
    assert ended in said(SAMPLES["circle-over"], voice)
