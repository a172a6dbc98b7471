"""The limits of Microsoft's services as this installation's settings have them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.connector import APP, CONVERSATION, in_an_hour
from bot.settings import Settings
from graph.channel_calls import CHANNELS, CHANNELS_OF_A_TEAM, MEMBERSHIPS
from graph.limits import Limit
from graph.mailbox import MAILBOX


def limits_of(settings: Settings) -> Mapping[str, Limit]:
    """The limits in force, by their keys."""
    in_force = (
        replace(MEMBERSHIPS, per_minute=settings.limit_memberships_per_minute),
        replace(CHANNELS_OF_A_TEAM, per_second=settings.limit_channels_per_second_and_team),
        replace(CHANNELS, per_second=settings.limit_channels_per_second),
        replace(MAILBOX, at_once=settings.limit_calls_at_once_per_mailbox),
        replace(APP, per_second=settings.limit_messages_per_second),
        replace(CONVERSATION, per_minute=settings.limit_messages_per_minute_and_chat),
        in_an_hour(settings.limit_messages_per_hour_and_chat),
    )
    return {limit.key: limit for limit in in_force}
