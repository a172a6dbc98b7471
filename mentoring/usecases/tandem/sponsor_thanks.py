"""The sponsor's thanks: once a cycle is closed they are asked whether they thank all whose tandem
had begun; what they say is brought to each once. In a rolling cycle they are asked once in four
weeks at most, for those whose tandem has ended since.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from mentoring.domain.cycle import CycleKind, is_try
from mentoring.domain.errors import Refusal
from mentoring.domain.farewell import few_words
from mentoring.domain.people import Person
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.sponsor_thanks import SponsorThanks, ThanksState
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Timer
from mentoring.notices import Correctable, Scene, matters, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork, UpTo
from mentoring.ports.world import World
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.effects import Step, ask, effect, one_step
from mentoring.usecases.common.numbers import next_id
from mentoring.usecases.common.own_chat import found_chat
from mentoring.usecases.common.own_tandem import Readers
from mentoring.usecases.common.postings import came_before
from mentoring.usecases.common.reaching import when_shut_out
from mentoring.usecases.common.showing import depends
from mentoring.usecases.common.sides import KEPT
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.launch.when_over import when_over
from mentoring.usecases.programme.needs import needs_owners
from mentoring.usecases.programme.with_the_cycle import when_closed
from mentoring.usecases.tandem.sponsor_words import sponsor_words_card
from mentoring.usecases.tandem.when_it_fits import bring_card, bring_when_it_fits

A_ROUND = timedelta(days=28)
"""How long those whose tandem ends in a rolling cycle are gathered for one round of thanks."""
UNREACHED = {"state": ThanksState.UNREACHABLE}
UNASKED = (ThanksState.SOUGHT, ThanksState.UNREACHABLE)
PORTION = 50
"""To how many people thanks are brought in one unit of work."""


@dataclass(frozen=True)
class SponsorThanksNotice(Correctable):
    """The question to the sponsor, and what has become of it; ``is_over``: the programme names
    somebody else by now.
    """

    thanks: SponsorThanks
    viewer: Person
    programme: Programme
    is_rolling: bool = False
    is_over: bool = False

    @property
    def people(self) -> int:
        """How many are thanked; 0 where they are too few to be counted."""
        enough = self.thanks.people >= self.programme.smallest_group
        return self.thanks.people if enough else 0

    def expects(self) -> dict[str, object] | None:
        """The words of this round, while they are asked for."""
        return {"thanks": self.thanks.id} if self.thanks.is_open and not self.is_over else None


@shows(to="person", in_hours=True)
def sponsor_thanks_card(uow: UnitOfWork, scene: Scene) -> SponsorThanksNotice:
    """What the sponsor sees."""
    thanks = uow.sponsor_thanks.need(scene.posting.subject_id)
    viewer = uow.people.need(scene.posting.person_id)
    rolling = scene.moment.cycle.kind is CycleKind.ROLLING
    over = not _is_sponsor(viewer, scene.programme)
    return SponsorThanksNotice(thanks, viewer, scene.programme, rolling, over)


@depends(sponsor_thanks_card, SponsorThanks)
def _rounds(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """What has become of the question."""
    return [change.row.id]


@matters(sponsor_thanks_card)
def _is_open(uow: UnitOfWork, posting: Posting, _now: datetime) -> bool:
    """Whether it is not answered, and was not put to them yet."""
    found = uow.sponsor_thanks.get(posting.subject_id)
    asked = found is not None and found.state is ThanksState.ASKED
    return asked and not came_before(uow, posting)


def _is_sponsor(person: Person, programme: Programme) -> bool:
    return bool(programme.sponsor.email) and person.profile.is_meant_by(programme.sponsor.email)


@when_closed
def ask_sponsor(uow: UnitOfWork, moment: Moment) -> None:
    """Ask the sponsor, if the programme names one, and there is somebody to be thanked."""
    sponsor = moment.programme.sponsor
    if is_try(uow.cycle_id) or not (sponsor.name or sponsor.email):
        return
    thanks = SponsorThanks(next_id(uow, "sponsor-thanks"), "", moment.now, 0, ThanksState.SOUGHT)
    if not to_thank(uow, thanks):
        return
    uow.sponsor_thanks.put(thanks)
    if found := _reached(uow, moment.programme):
        _ask(uow, moment, thanks, found.id)
    elif sponsor.email:
        ask(uow, seek_sponsor, thanks.id)
    else:
        _not_found(uow, moment, thanks.id)


def _ask(uow: UnitOfWork, moment: Moment, thanks: SponsorThanks, author: str) -> None:
    """Put the question to them, unless nobody but they themselves would be thanked."""
    asked = replace(thanks, author_id=author, state=ThanksState.ASKED)
    asked = replace(asked, people=len(to_thank(uow, asked)))
    if not asked.people:
        uow.sponsor_thanks.delete(thanks.id)
        return
    uow.sponsor_thanks.put(asked)
    bring_when_it_fits(uow, moment, sponsor_thanks_card, asked.id, author)


def _not_found(uow: UnitOfWork, _moment: Moment, thanks_id: str) -> None:
    """Owners read it in the receipt, or in a rolling cycle under *status*."""
    found = uow.sponsor_thanks.get(thanks_id)
    if found and found.state is ThanksState.SOUGHT:
        uow.sponsor_thanks.put(replace(found, state=ThanksState.UNREACHABLE))


@one_step(queue="talk")
async def seek_sponsor(world: World, thanks_id: str) -> None:
    """Whoever stands for a programme seldom takes part in it: look for them by their address, and
    have the app installed for them.
    """
    address = await world.read(_address, thanks_id)
    found = await world.directory.find(address) if address else ()
    if len(found) == 1 and await found_chat(world, found[0].id):
        await world.run(_found, thanks_id, found[0].id)
    else:
        await world.run(_not_found, thanks_id)


def _address(uow: UnitOfWork, moment: Moment, thanks_id: str) -> str:
    """The sponsor's, empty once the question is no longer open."""
    found = uow.sponsor_thanks.get(thanks_id)
    is_sought = found is not None and found.state is ThanksState.SOUGHT
    return moment.programme.sponsor.email if is_sought else ""


def _found(uow: UnitOfWork, moment: Moment, thanks_id: str, person_id: str) -> None:
    found = uow.sponsor_thanks.get(thanks_id)
    if found and found.state is ThanksState.SOUGHT:
        _ask(uow, moment, found, person_id)


def _reached(uow: UnitOfWork, programme: Programme) -> Person | None:
    """The sponsor, if the bot has a chat with them in which messages arrive."""
    known = (each for each in uow.people.all() if _is_sponsor(each, programme))
    return next((each for each in known if each.conversation and not each.is_shut_out), None)


@when_shut_out
def _no_longer_reached(uow: UnitOfWork, _moment: Moment, person_id: str) -> None:
    """Whoever has been asked, and has not answered, has blocked the bot since, say."""
    asked = uow.everywhere.sponsor_thanks.all(author_id=person_id, state=ThanksState.ASKED)
    for each in asked:
        here = for_cycle(uow, each.cycle_id)
        here.sponsor_thanks.put(replace(each, state=ThanksState.UNREACHABLE))


@needs_owners()
def sponsor(uow: UnitOfWork, moment: Moment, _readers: Readers) -> int:
    """Whether those whose tandem is over in a rolling cycle wait for thanks from somebody whom the
    bot does not reach; that of a closed one says so in its receipt.
    """
    if moment.cycle.kind is not CycleKind.ROLLING or not uow.sponsor_thanks.any(**UNREACHED):
        return 0
    rounds = sorted(uow.sponsor_thanks.all(), key=lambda each: each.asked_at)
    waits = rounds[-1].state is ThanksState.UNREACHABLE
    return int(waits and _reached(uow, moment.programme) is None)


@when_over
def _ask_in_time(uow: UnitOfWork, tandem: Tandem) -> None:
    """In a rolling cycle, which has no end, those are gathered whose tandem has ended."""
    cycle = uow.cycles.get(tandem.cycle_id)
    if cycle is None or cycle.kind is not CycleKind.ROLLING or not tandem.ended_at:
        return
    if uow.timers.get(sponsor_due.key(cycle.id)) is None:
        set_timer(uow, sponsor_due, cycle.id, tandem.ended_at + A_ROUND)


@when_due()
def sponsor_due(uow: UnitOfWork, moment: Moment, _timer: Timer) -> None:
    """Four weeks have passed; a question that stands open takes the others along, unless the
    programme names somebody else by now.
    """
    found = _reached(uow, moment.programme)
    for thanks in uow.sponsor_thanks.all(state=ThanksState.ASKED):
        if found is None or found.id != thanks.author_id:
            uow.sponsor_thanks.put(replace(thanks, state=ThanksState.UNREACHABLE))
            continue
        asked = replace(thanks, asked_at=moment.now)
        uow.sponsor_thanks.put(replace(asked, people=len(to_thank(uow, asked))))
        return
    ask_sponsor(uow, moment)


def to_thank(uow: UnitOfWork, thanks: SponsorThanks) -> list[str]:
    """The ids of those whose tandem had begun and was over when the sponsor was asked; nobody who
    belonged to an earlier round that reached the sponsor, nor the sponsor.
    """
    others = [each for each in uow.sponsor_thanks.all() if each.id != thanks.id]
    earlier = [each.asked_at for each in others if each.state not in UNASKED]
    before = [at for at in earlier if at < thanks.asked_at]
    had = _ended(uow, max(before)) if before else set()
    return sorted(_ended(uow, thanks.asked_at) - had - {thanks.author_id})


def _ended(uow: UnitOfWork, until: datetime) -> set[str]:
    """Who has had a tandem that was over by then."""
    over = {"state": TandemState.CLOSED, "told_left_over": False, "ended_at": UpTo(until)}
    return {each for two in uow.tandems.columns("mentor_id", "mentee_id", **over) for each in two}


def thank(uow: UnitOfWork, moment: Moment, thanks_id: str, person_id: str, typed: str) -> None:
    """Thank them all, in these words; pressed twice, sent once.

    Raises:
        Refusal: ``gone``, ``not-yours``; ``stale`` once the sponsor has left it, or if the
            programme names somebody else; as ``mentoring.domain.farewell.few_words``.
    """
    found = _own(uow, moment, thanks_id, person_id)
    if found.state is ThanksState.SENT:
        return
    if not found.is_open:
        raise Refusal("stale")
    sent = replace(found, state=ThanksState.SENT, line=few_words(typed), sent_at=moment.now)
    uow.sponsor_thanks.put(sent)
    ask(uow, thank_all, found.id)
    set_timer(uow, sponsor_words_over, found.id, moment.now + KEPT)


def leave(uow: UnitOfWork, moment: Moment, thanks_id: str, person_id: str) -> None:
    """*Not this time*: nobody reads anything.

    Raises:
        Refusal: ``gone``, ``not-yours``; ``stale`` once it was sent.
    """
    found = _own(uow, moment, thanks_id, person_id)
    if found.state is ThanksState.SENT:
        raise Refusal("stale")
    uow.sponsor_thanks.put(replace(found, state=ThanksState.LEFT))


def _own(uow: UnitOfWork, moment: Moment, thanks_id: str, person_id: str) -> SponsorThanks:
    found = uow.sponsor_thanks.need(thanks_id)
    if found.author_id != person_id:
        raise Refusal("not-yours")
    if not _is_sponsor(uow.people.need(person_id), moment.programme):
        raise Refusal("stale")
    return found


@effect(queue="talk")
async def thank_all(world: World, thanks_id: str, step: Step) -> None:
    """Have the sponsor's words brought to each, when it fits."""
    people = await step("people", lambda: world.read(_people, thanks_id))
    for first in range(0, len(people), PORTION):
        some = people[first : first + PORTION]
        await step(f"bring {first}", partial(world.run, _bring, thanks_id, some))


def _people(uow: UnitOfWork, _moment: Moment, thanks_id: str) -> list[str]:
    found = uow.sponsor_thanks.get(thanks_id)
    return to_thank(uow, found) if found else []


def _bring(uow: UnitOfWork, moment: Moment, thanks_id: str, people: list[str]) -> None:
    """Done again after a crash, it leaves out those to whom it is being brought already."""
    of = {f"{sponsor_words_card.name}:{thanks_id}:{each}": each for each in people}
    asked = uow.effects.columns("subject_id", kind=bring_card.name, subject_id=list(of))
    known = uow.people.columns("id", id=set(of.values()) - {of[subject] for (subject,) in asked})
    for (person_id,) in known:
        bring_when_it_fits(uow, moment, sponsor_words_card, thanks_id, person_id)


@when_due()
def sponsor_words_over(uow: UnitOfWork, _moment: Moment, timer: Timer) -> None:
    """What the sponsor has said has served, and is erased."""
    found = uow.sponsor_thanks.get(timer.subject_id)
    if found:
        uow.sponsor_thanks.put(replace(found, line=""))
