"""Settings and texts of a programme, and what is held about somebody."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

from mentoring.domain.act import Act
from mentoring.domain.cycle import Source
from mentoring.domain.file import FileOffer, FileState
from mentoring.domain.programme import Programme
from mentoring.domain.upkeep import Fact
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.cycles import for_cycle
from tests.cards.furnished.basis import NOW, OWNER, guid, show


def privacy(uow: UnitOfWork) -> None:
    """Somebody looks at what is held about them, and is offered it as a file."""
    reader = guid("mentor-1")
    show(uow, "my_data", reader, reader)
    uow.files.put(FileOffer("p1c1.file-1", reader, "my_data", reader, NOW, FileState.DECLINED))
    show(uow, "erasure", reader, reader)
    for kind in ("file", "file_link"):
        show(uow, kind, "p1c1.file-1", reader)


SETTINGS = (
    *("basics", "sponsor", "contacts", "dates", "sessions", "people", "topics", "times"),
    "condition",
    *("figures", "file", "history", "topic:ai", "topic:", "version:2"),
)


LAST = date(2026, 12, 20)
OWN_TEXTS = {"de": {"cycle-kept": "So."}}


def settings(uow: UnitOfWork) -> None:
    """An owner looks at each part of the settings of a programme that is being set up, and reads
    the invitation.
    """
    other = for_cycle(uow, "p2c1")
    home = other.programmes.put(replace(other.programmes.need("p2"), version=2))
    made = replace(
        other.settings_versions.need("p2:00001"),
        id="p2:00002",
        number=2,
        by=OWNER,
        source=Source.CARD,
        settings=Programme.model_validate(
            {"name": "Seitenwechsel", "texts": OWN_TEXTS, "under_18": True}
        ),
    )
    other.settings_versions.put(made)
    other.cycles.put(replace(other.cycles.need("p2c1"), enrolment_end=LAST))
    moved = Act(f"{NOW:%Y%m%d%H%M%S}", "", "enrolment", OWNER, NOW, after=LAST.isoformat())
    other.acts.put(replace(moved, before=(LAST - timedelta(days=5)).isoformat()))
    for view in ("", *SETTINGS):
        show(other, "settings_card", home.id, OWNER, view=view, copy=f":{view}")
    show(other, "invitation_to_read", home.id, OWNER)
    show(other, "open_call_card", home.id, OWNER, view="28:bot")
    show(other, "settings_file", home.id, OWNER)
    for number, view in enumerate(("", "text:cycle-kept@own", "seen:cycle-kept")):
        copy = f":{number}"
        show(other, "texts_card", home.id, OWNER, view=f"de {view}", copy=copy)
        draft = {"at": "de cycle-kept", "said": {"": "Gut."}, "before": "So."}
        key = f"text-draft:texts_card:{home.id}:{OWNER}{copy}"
        other.facts.put(Fact(key, json.dumps(draft)))
    show(other, "texts_document", home.id, OWNER)
