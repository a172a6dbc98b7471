"""Which modules hold operations: importing them registers these."""

from importlib import import_module

MODULES = (
    "users",
    "profiles",
    "photos",
    "mail_tips",
    "groups",
    "apps",
    "chats",
    "teams",
    "team_members",
    "channels",
    "channel_members",
    "events",
    "delta",
    "event_changes",
    "schedules",
    "subscriptions",
)


def load() -> None:
    """Import every module with operations; a repeat does nothing."""
    for name in MODULES:
        import_module(f"sandbox.graph.{name}")
