"""Graph's resources, imported here so that their operations register themselves."""

from sandbox.graph import (
    apps,
    channel_members,
    channels,
    chats,
    delta,
    event_changes,
    events,
    groups,
    mail_tips,
    photos,
    profiles,
    schedules,
    subscriptions,
    team_members,
    teams,
    users,
)

MODULES = (
    *(
        users,
        profiles,
        photos,
        mail_tips,
        groups,
        apps,
        chats,
        teams,
        team_members,
        channels,
        channel_members,
    ),
    *(events, delta, event_changes, schedules, subscriptions),
)
