"""Settings of which none comes from a file or stands in the way of another test."""

from __future__ import annotations

from pydantic_settings import SettingsConfigDict

from bot.settings import Settings


class BareSettings(Settings):
    """An installation's settings, as far as they are given by name or in the environment."""

    model_config = SettingsConfigDict(env_file=None)
