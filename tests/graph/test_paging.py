"""What comes in pages is read to its end, or bounded by what is asked for
(learn.microsoft.com/graph/paging: a page's size is the service's choice).
"""

from __future__ import annotations

import graph.calendar
import graph.channels
import graph.directory
import graph.free_busy
import graph.probes  # noqa: F401 - calls register themselves
from graph.client import OPERATIONS

TO_ITS_END = {"group_people", "team_members", "private_channels", "channel_members"}
BOUNDED = {
    "users_where": "ten ids or seven names at a time; a second page counts as many",
    "users_by_id": "fifteen are asked for, fifteen come",
    "groups_named": "so many groups of one name an owner is asked to tell apart anyway",
    "apps_in_catalogue": "asked for by the app's id",
    "installations": "asked for by the app's id, for one person",
    "events_with_key": "a series bears a key of its own",
    "events_named": "at most fifty of one tandem's subject",
    "instances": "two hundred of one series, of which none has more than 52 sessions",
}
SINGLE = {"mailbox_settings", "photo_of", "chat_of_installation"}


def test_every_collection_is_read_to_its_end_or_bounded() -> None:
    """Of a team's channels only the first hundred were looked at."""
    lists = {
        each.name
        for each in OPERATIONS.values()
        if each.method == "GET" and not each.path.endswith("}")
    }
    assert lists - SINGLE == TO_ITS_END | BOUNDED.keys()
