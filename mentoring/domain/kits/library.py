"""All kits that a tandem can get: those that come with the product, and those of the house."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mentoring.domain.kits.texts import Depth, Form, Kit, Lesson
from mentoring.domain.people import Role
from mentoring.domain.tables import Table


class Shelf(Table):
    """What one file of ``mentoring/kits`` may hold."""

    kits: tuple[Kit, ...] = ()
    forms: tuple[Form, ...] = ()
    lessons: tuple[Lesson, ...] = ()


@dataclass(frozen=True)
class Library:
    """Kits in the order in which they are preferred; forms of kits that grow around a question or a
    topic; lessons in the order in which they are read.
    """

    kits: tuple[Kit, ...] = ()
    forms: tuple[Form, ...] = ()
    lessons: tuple[Lesson, ...] = ()

    def with_house(self, kits: Sequence[Kit]) -> Library:
        """The library with the house's own kits: they come first, and one of the same id takes the
        other's place.
        """
        own = {kit.id for kit in kits}
        return replace(self, kits=(*kits, *(kit for kit in self.kits if kit.id not in own)))

    def of_topic(self, topic: str) -> tuple[Kit, ...]:
        """The kits of a topic."""
        return tuple(kit for kit in self.kits if kit.topic == topic)

    @property
    def for_questions(self) -> tuple[Form, ...]:
        """The forms that grow around an open question."""
        return tuple(form for form in self.forms if form.depth is None)

    def for_topics(self, depth: Depth) -> tuple[Form, ...]:
        """The forms that grow, at this depth, around a topic without kits."""
        return tuple(form for form in self.forms if form.depth == depth)

    def lessons_of(self, role: Role) -> tuple[Lesson, ...]:
        """What somebody in this role reads before the first session."""
        return tuple(lesson for lesson in self.lessons if lesson.role is role)


def on_one_shelf(shelves: Sequence[Shelf]) -> Library:
    """Everything that several files hold."""
    return Library(
        tuple(kit for shelf in shelves for kit in shelf.kits),
        tuple(form for shelf in shelves for form in shelf.forms),
        tuple(lesson for shelf in shelves for lesson in shelf.lessons),
    )
