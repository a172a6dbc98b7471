"""Which locks are possible: owners may settle a pair, but not against what protects people."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from mentoring.domain.errors import Refusal
from mentoring.domain.matching.candidates import Pair
from mentoring.domain.matching.case import Case
from mentoring.domain.matching.decisions import Decision, Lock
from mentoring.domain.matching.rulebook import RULEBOOK
from mentoring.domain.matching.table import Table


def check_locks(table: Table) -> None:
    """Refuse the locks of the table's case if one is impossible, by itself or beside the others.

    Raises:
        Refusal: ``unknown-person``, ``not-possible`` (the same for every hidden cause),
            ``reason-needed`` (open rules are broken and nothing is written), ``mentee-settled``,
            ``mentor-full`` or ``never-both``.
    """
    for lock in table.case.locks:
        check_people(table.case, lock)
        _check_rules(table, lock)
    _check_together(table.case)


def check_decision(case: Case, decision: Decision) -> tuple[str, ...]:
    """Refuse a decision that is impossible, before anything is computed.

    Returns the open rules that a possible lock breaks.

    Raises:
        Refusal: as :func:`check_locks`; ``locked`` for a pair to be forbidden that is locked.
    """
    check_people(case, decision)
    if not isinstance(decision, Lock):
        if decision.pair in {lock.pair for lock in case.locks}:
            raise Refusal("locked", mentee=decision.mentee, mentor=decision.mentor)
        return ()
    _check_together(case.with_decision(decision))
    mentee = case.mentees[case.mentee_rows[decision.mentee]]
    mentor = case.mentors[case.mentor_columns[decision.mentor]]
    table = Table.of(replace(case, mentees=(mentee,), mentors=(mentor,), locks=(decision,)))
    _check_rules(table, decision)
    return table.broken(decision.pair)


def check_people(case: Case, decision: Decision) -> None:
    """Refuse a decision about somebody who is not to be matched in that role.

    Raises:
        Refusal: ``unknown-person``.
    """
    for role, person, known in (
        ("mentee", decision.mentee, case.mentee_rows),
        ("mentor", decision.mentor, case.mentor_columns),
    ):
        if person not in known:
            raise Refusal("unknown-person", id=person, role=role)


def _check_rules(table: Table, lock: Lock) -> None:
    broken = table.broken(lock.pair)
    if not all(name in RULEBOOK and RULEBOOK[name].waivable for name in broken):
        raise Refusal("not-possible", mentee=lock.mentee, mentor=lock.mentor)
    if broken and not lock.reason.strip():
        depth = table.case.settings.parameters.reporting_line_depth
        people = {"mentee": lock.mentee, "mentor": lock.mentor}
        raise Refusal("reason-needed", **people, rules=" ".join(broken), depth=depth)


def _check_together(case: Case) -> None:
    settled = case.settled
    for pair in settled:
        if Pair(pair.mentor, pair.mentee) in settled:
            raise Refusal("never-both", mentee=pair.mentee, mentor=pair.mentor)
    for mentee, times in Counter(pair.mentee for pair in settled).items():
        if times > 1:
            raise Refusal("mentee-settled", mentee=mentee)
    capacity = {mentor.id: mentor.capacity for mentor in case.mentors}
    for mentor, times in Counter(pair.mentor for pair in settled).items():
        if times > capacity.get(mentor, times):
            raise Refusal("mentor-full", mentor=mentor)
