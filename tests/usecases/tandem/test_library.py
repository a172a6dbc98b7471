"""The session kits that there are for a programme."""

from __future__ import annotations

from mentoring.domain.kits.texts import Kit
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.usecases.tandem.library import library_of, packaged
from tests.domain.kits.shelf import a_kit


def test_a_programme_without_kits_of_its_own_has_those_of_the_product() -> None:
    assert library_of(Programme()) == packaged()
    assert len(packaged().kits) == 36


def test_its_own_come_first() -> None:
    own = Kit.model_validate(a_kit("ai-house", "ai", "discover"))
    library = library_of(Programme(kits=(own,)))
    assert [kit.id for kit in library.of_topic("ai")] == [
        *("ai-house", "ai-discover", "ai-try", "ai-use"),
    ]


def test_each_role_has_its_lessons_in_the_order_of_reading() -> None:
    read = {role: [lesson.id for lesson in packaged().lessons_of(role)] for role in Role}
    assert read == {
        Role.MENTOR: [
            "how-a-session-is-built",
            "asking-instead-of-lecturing",
            "setting-limits-upwards",
        ],
        Role.MENTEE: ["what-to-bring-and-how-to-ask"],
    }
