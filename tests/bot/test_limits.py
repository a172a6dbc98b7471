"""Microsoft's published limits are settings, each refused by its name where it makes no sense."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from bot.connector import APP, CONVERSATION, HOUR
from bot.limits import limits_of
from bot.settings import Settings
from graph.channel_calls import CHANNELS, CHANNELS_OF_A_TEAM, MEMBERSHIPS
from graph.client import OPERATIONS
from graph.mailbox import MAILBOX
from tests.bot.test_settings import settings

NAMES = sorted(name for name in Settings.model_fields if name.startswith("limit_"))


def test_by_default_they_are_the_published_ones() -> None:
    known = (MEMBERSHIPS, CHANNELS_OF_A_TEAM, CHANNELS, MAILBOX, APP, CONVERSATION, HOUR)
    assert limits_of(settings()) == {limit.key: limit for limit in known}


def test_each_is_a_limit_that_calls_keep() -> None:
    kept = {limit.key for each in OPERATIONS.values() for limit in each.lanes}
    assert limits_of(settings()).keys() <= kept | {APP.key, CONVERSATION.key, HOUR.key}


@pytest.mark.parametrize("name", NAMES)
def test_each_setting_changes_one(name: str) -> None:
    before, after = limits_of(settings()), limits_of(settings(**{name: 7}))
    changed = [key for key in before if before[key] != after[key]]
    assert len(changed) == 1


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", [0, 100_000])
def test_what_makes_no_sense_is_refused_by_its_name(name: str, value: int) -> None:
    with pytest.raises(ValidationError) as refused:
        settings(**{name: value})
    assert [each["loc"] for each in refused.value.errors()] == [(name,)]
