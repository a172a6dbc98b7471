"""Whom the rules that count now will never let into a tandem, among people whom the bot knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.matching.shut_out import shut_out_by
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.matching.inputs import settings_now


def shut_out(
    uow: UnitOfWork, programme: Programme, people: Iterable[tuple[str, Role]]
) -> Mapping[tuple[str, Role], str]:
    """The rule for each of these people (by id, in a role) whom one shuts out in this cycle; nobody
    else.
    """
    return shut_out_under(uow, settings_now(uow, programme), people)


def shut_out_under(
    uow: UnitOfWork, settings: MatchingSettings, people: Iterable[tuple[str, Role]]
) -> Mapping[tuple[str, Role], str]:
    """The same under these settings."""
    wanted = set(people)
    known = {each.id: each.profile for each in uow.people.all(id={key for key, _ in wanted})}
    rules = {
        (key, role): shut_out_by(known[key], role, settings) for key, role in wanted if key in known
    }
    return {each: rule for each, rule in rules.items() if rule}
