"""The sponsor's thanks, as each of those who are thanked reads them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from mentoring.domain.people import Person
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme, Sponsor
from mentoring.domain.sponsor_thanks import SponsorThanks
from mentoring.notices import Portrayed, Scene, matters, shows
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.postings import came_before
from mentoring.usecases.common.showing import depends


@dataclass(frozen=True)
class SponsorWordsNotice(Portrayed):
    """What the sponsor says; ``text`` is empty once it is erased."""

    viewer: Person
    programme: Programme
    sponsor: Sponsor
    text: str

    def portrays(self) -> str:
        """The sponsor, unless the programme names a picture."""
        return "" if self.sponsor.picture else self.sponsor.email


@shows(to="person", shared=True, in_hours=True, outlasts=True)
def sponsor_words_card(uow: UnitOfWork, scene: Scene) -> SponsorWordsNotice:
    """What somebody reads who is thanked."""
    thanks = uow.sponsor_thanks.need(scene.posting.subject_id)
    viewer = uow.people.need(scene.posting.person_id)
    sponsor = _as_named(uow.people.need(thanks.author_id), scene.programme)
    return SponsorWordsNotice(viewer, scene.programme, sponsor, thanks.line)


def _as_named(author: Person, programme: Programme) -> Sponsor:
    """The author, as the programme names them if it still does."""
    if author.profile.is_meant_by(programme.sponsor.email) and programme.sponsor.name:
        return programme.sponsor
    return Sponsor(name=author.full_name, email=author.profile.email)


@depends(sponsor_words_card, SponsorThanks)
def _rounds(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """That the words are erased."""
    return [change.row.id]


@matters(sponsor_words_card)
def _is_to_be_read(uow: UnitOfWork, posting: Posting, _now: datetime) -> bool:
    """Whether there are words, and the person has not read them."""
    found = uow.sponsor_thanks.get(posting.subject_id)
    return found is not None and bool(found.line) and not came_before(uow, posting)
