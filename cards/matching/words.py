"""The matching's reasons, rules and causes, put into words.

The matching speaks in codes with facts; see ``mentoring/domain/matching/results.py``.
"""

from __future__ import annotations

from collections.abc import Sequence

from babel.lists import format_list
from microsoft_teams.cards import TextBlock

from cards.kit.elements import small
from cards.kit.words import Words, topic_name
from mentoring.domain.matching.results import Check, Reason
from mentoring.domain.matching.settings import Parameters
from mentoring.domain.people import Profile, Role
from mentoring.domain.programme import Programme
from mentoring.usecases.matching.notice import ProposalsNotice

OTHER = {Role.MENTEE: Role.MENTOR, Role.MENTOR: Role.MENTEE}


def score_of(score: int, notice: ProposalsNotice, words: Words) -> str:
    """A score beside the highest that a pair could have."""
    return words.text("match-score", score=score, most=notice.run.settings.weights.told().most)


def about(profile: Profile | None) -> str:
    """Title and department, as the directory has them."""
    return ", ".join(profile.position) if profile else ""


def left_out(notice: ProposalsNotice, words: Words) -> TextBlock | None:
    """That something is missing here, and who decides on it."""
    if not notice.left_out:
        return None
    where = "own" if notice.private else "channel"
    return small(f"🔒 {words.text(f'match-left-out-{where}', proposals=notice.left_out)}")


def rule_sentence(rule: str, parameters: Parameters, words: Words) -> str:
    """What a hard rule demands with these parameters."""
    return words.text(f"rule-{rule}", depth=parameters.reporting_line_depth)


def check_sentence(check: Check, parameters: Parameters, words: Words) -> str:
    """A rule as it was checked: passed, assumed because a fact was missing, or waived by owners."""
    return words.text(f"check-{check.state}", rule=rule_sentence(check.rule, parameters, words))


def why_sentence(why: str, words: Words) -> str:
    """Why somebody is left over, in a few words, where only the code is known."""
    return words.text(f"left-short-{why}")


def left_over_sentence(why: Reason, role: Role, programme: Programme, words: Words) -> str:
    """Why somebody is left over in this role, in full; see
    ``mentoring/domain/matching/left_over.py`` for the codes.
    """
    code, count = why.code, why.count
    topics = _topics(why.topics, programme, words)
    if code == "no_topic":
        return (
            words.text("left-no_topic", other=OTHER[role], topics=topics)
            if topics
            else words.text("left-no_topic-none")
        )
    if code == "taken":
        # No number here: next to the number of all mentors it would reveal how many are excluded in
        # confidence.
        return words.text("left-taken", other=OTHER[role], topics=topics or "none")
    if count is None:
        return words.text(f"left-{code}")
    people = words.text(
        "left-others-for" if topics else "left-others",
        other=OTHER[role],
        count=count,
        topics=topics,
    )
    if code == "ruled_out":
        return _ruled_out(why, people, words)
    return words.text(f"left-{code}", other=OTHER[role], count=count, people=people)


def waiting_sentence(why: Reason, role: Role, words: Words) -> str:
    """Why somebody waits, as owners read it: nothing of it tells what anybody has answered."""
    because = [words.text(f"left-because-{rule}") for rule in why.rules]
    return words.text(
        f"waiting-{why.code}",
        other=OTHER[role],
        because=format_list(because, style="or", locale=words.locale) if because else "",
    )


def _topics(topics: Sequence[str], programme: Programme, words: Words) -> str:
    return _listed([topic_name(programme.topic(topic), words) for topic in topics], words)


def _listed(parts: Sequence[str], words: Words) -> str:
    return str(format_list(list(parts), locale=words.locale)) if parts else ""


def _ruled_out(why: Reason, people: str, words: Words) -> str:
    """One rule for all of them, or how many each rule excludes."""
    because = [(number, words.text(f"left-because-{rule}")) for rule, number in why.excluded_by]
    if len(because) == 1:
        return words.text("left-ruled_out", count=why.count, people=people, because=because[0][1])
    parts = [f"{number} {cause}" for number, cause in because]
    return words.text("left-ruled_out-mixed", people=people, parts=_listed(parts, words))
