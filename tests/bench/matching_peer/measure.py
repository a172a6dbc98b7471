"""How long ``mentor-match`` takes for scores that are given.

Run by ``tests/bench/matching.py`` in an environment of its own.

Takes a JSON file with a table of scores (null: forbidden); prints the seconds of the assignment
alone and of everything.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

from matching.mentee import Mentee
from matching.mentor import Mentor
from matching.process import generate_match_matrix, match_and_assign_participants
from matching.rules.rule import Disqualify, Rule


class Written(Rule):
    """The score that is written for the pair."""

    def __init__(self, scores: list[list[int | None]]) -> None:
        super().__init__()
        self.scores = scores

    def apply(self, match_object: Any) -> int:
        return self.scores[match_object.mentee.number][match_object.mentor.number] or 0


def person(kind: type, number: int) -> Any:
    found = kind(grade=1, email=f"{kind.__name__}{number}")
    found.number = number
    return found


def main() -> None:
    scores = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    mentees = [person(Mentee, number) for number in range(len(scores))]
    mentors = [person(Mentor, number) for number in range(len(scores[0]))]
    forbidden = Disqualify(lambda match: scores[match.mentee.number][match.mentor.number] is None)
    start = perf_counter()
    matrix = generate_match_matrix(mentors, mentees, [forbidden, Written(scores)])
    built = perf_counter()
    match_and_assign_participants(matrix)
    end = perf_counter()
    tandems = sum(bool(mentee.mentors) for mentee in mentees)
    print(json.dumps({"assignment": end - built, "seconds": end - start, "tandems": tandems}))  # noqa: T201  # its answer


if __name__ == "__main__":
    main()
