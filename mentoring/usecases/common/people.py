"""People and the language spoken with them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from mentoring.domain.errors import OutsideError, Refusal
from mentoring.domain.language import Language, language_of
from mentoring.domain.pasted import names_in
from mentoring.domain.people import ID, Person, Profile, Spoken, one_spelling
from mentoring.domain.programme import Contact, Programme
from mentoring.domain.tandem import Tandem, as_known_to
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World

NAMES_SECONDS = 1.5
"""For so long an answer waits for names that it can do without."""
MOST_NAMED = 20


def name_of(uow: UnitOfWork, person_id: str) -> str:
    """The person's name; empty if nobody is known by this id."""
    person = uow.people.get(person_id)
    return person.profile.name if person else ""


def contact_for(uow: UnitOfWork, moment: Moment, person_id: str) -> Contact:
    """Whom the person may ask; nobody, if it is they who are asked."""
    person = uow.people.get(person_id)
    programme = moment.programme
    return programme.as_read_by(person.profile).contact if person else programme.contact


def chat_of(uow: UnitOfWork, person_id: str) -> Chat | None:
    """Where the person is answered; None if the bot knows no chat with them."""
    person = uow.people.get(person_id)
    if person is None or not person.conversation:
        return None
    return Chat(person.conversation, person.service_url, is_own=True)


def meet(uow: UnitOfWork, profile: Profile, programme: Programme) -> Person:
    """The person of this profile; a known one keeps language, chat, what keeps messages from
    reaching them, and a clock that only their Teams tells; an unknown one is addressed in the
    profile's locale.
    """
    known = uow.people.get(profile.id)
    profile = with_clock(profile, known)
    if known and known.is_shut_out and not profile.hindrance:
        profile = replace(profile, hindrance=known.profile.hindrance)
    theirs = language_of(profile.locale, programme.language)
    person = replace(known, profile=profile) if known else Person(profile.id, profile, theirs)
    if known and not known.chose_language and not known.conversation:
        person = replace(person, language=theirs)
    return uow.people.put(person)


def meet_in_list(
    uow: UnitOfWork, profile: Profile, programme: Programme, *, is_placed: bool
) -> Person:
    """The person of a profile that was read with many others: without mailbox, and without managers
    unless ``is_placed``. What is known of them there stays.
    """
    if known := uow.people.get(profile.id):
        theirs = known.profile
        zone = theirs if theirs.zone_known else profile
        profile = replace(
            profile,
            managers=profile.managers if is_placed else theirs.managers,
            locale=profile.locale or theirs.locale,
            zone=zone.zone,
            zone_known=zone.zone_known,
            working_days=theirs.working_days,
            working_hours=theirs.working_hours,
        )
    return meet(uow, profile, programme)


def with_clock(profile: Profile, known: Person | None) -> Profile:
    """The profile with the clock that is known of the person already, where it tells none."""
    if known is None or profile.zone_known or not known.profile.zone_known:
        return profile
    return replace(profile, zone=known.profile.zone, zone_known=True)


def heard(
    uow: UnitOfWork, person_id: str, spoken: Spoken, chat: Chat | None, programme: Programme
) -> Person | None:
    """Somebody wrote or clicked: their Teams locale counts from now on, unless they chose; the chat
    is kept, and, where nobody else tells it, their clock.
    """
    person = uow.people.get(person_id)
    if person is None:
        return None
    changed = as_heard(person, spoken, chat, programme)
    return changed if changed == person else uow.people.put(changed)


def as_heard(person: Person, spoken: Spoken, chat: Chat | None, programme: Programme) -> Person:
    """The person after a message or click was heard, which also shows that they can be reached;
    unchanged if it told us nothing new.
    """
    language = (
        person.language
        if person.chose_language or not spoken.locale
        else language_of(spoken.locale, programme.language)
    )
    changed = replace(person, language=language)
    if spoken.zone and not person.profile.zone_known:
        told = replace(person.profile, zone=spoken.zone, zone_known=True)
        changed = replace(changed, profile=told)
    if person.is_shut_out:
        changed = replace(changed, profile=replace(changed.profile, hindrance=""))
    return (
        replace(changed, conversation=chat.conversation, service_url=chat.service_url)
        if chat
        else changed
    )


def choose_language(uow: UnitOfWork, person_id: str, language: Language) -> Person:
    """The person's own choice, which no locale overrides; their cards are shown anew in it."""
    return uow.people.put(
        replace(uow.people.need(person_id), language=language, chose_language=True)
    )


async def people_named(
    world: World,
    field: str,
    text: str,
    known: Mapping[str, tuple[Profile, ...]] = MappingProxyType({}),
) -> dict[str, str]:
    """The names of the people whom an input means, by id. A picker sends ids, joined by commas; a
    text input has names or e-mails, of which those that are ``known`` are not asked for again.

    Raises:
        Refusal: ``person-unknown``, ``person-alike`` or ``person-ambiguous`` with those who may be
            meant, or ``person-too-many``, with the field and the name.
    """
    wanted = text.split(",") if is_ids(text) else list(names_in(text))
    if len(wanted) > MOST_NAMED:
        raise Refusal("person-too-many", field=field, most=MOST_NAMED)
    ids = [one_spelling(part.strip()) for part in wanted if ID.fullmatch(part.strip())]
    found = dict(await world.directory.names(ids)) if ids else {}
    for words in wanted:
        if ID.fullmatch(words.strip()):
            if one_spelling(words.strip()) not in found:
                raise Refusal("person-unknown", field=field, name=words.strip())
            continue
        profiles = known[words] if words in known else await world.directory.find(words)
        found |= await _named(world, field, words, profiles)
    return found


async def people_picked(world: World, field: str, text: str) -> dict[str, str]:
    """The same of a picker that must not stay empty. What is typed there and meets nobody in its
    list is not sent at all.

    Raises:
        Refusal: ``nobody-picked`` with the field, and as :func:`people_named`.
    """
    found = await people_named(world, field, text) if text.strip() else {}
    if not found:
        raise Refusal("nobody-picked", field=field)
    return found


async def picked_in(world: World, inputs: Iterable[object]) -> Mapping[str, str]:
    """The names of whoever was picked in any of these inputs, by id, to show them once more; nobody
    while the directory does not answer, or not within ``NAMES_SECONDS``.
    """
    sent = [each for each in inputs if isinstance(each, str) and is_ids(each)]
    ids = list(
        dict.fromkeys(one_spelling(part.strip()) for each in sent for part in each.split(","))
    )
    if not ids:
        return {}
    try:
        async with asyncio.timeout(NAMES_SECONDS):
            return await world.directory.names(ids[:MOST_NAMED])
    except (OutsideError, TimeoutError):
        return {}


def is_ids(text: str) -> bool:
    """Whether an input for people holds ids, as a picker sends them."""
    return all(ID.fullmatch(part.strip()) for part in text.split(","))


async def _named(
    world: World, field: str, words: str, profiles: tuple[Profile, ...]
) -> dict[str, str]:
    if len(profiles) > 1:
        who = "; ".join(each.email for each in profiles)
        raise Refusal("person-ambiguous", field=field, name=words, who=who)
    if not profiles:
        raise await _unknown(world, field, words)
    return {profiles[0].id: profiles[0].name}


async def _unknown(world: World, field: str, words: str) -> Refusal:
    """Nobody is called so; whoever has it as a first or last name may be meant."""
    alike = await world.directory.like(words)
    if not alike:
        return Refusal("person-unknown", field=field, name=words)
    who = "; ".join(f"{each.name} ({each.email})" if each.email else each.name for each in alike)
    return Refusal("person-alike", field=field, name=words, who=who)


def as_known(_uow: UnitOfWork, tandem: Tandem, person_id: str) -> Tandem | None:
    """The tandem as somebody may know it whom *my data* tells of it; None if they may not."""
    return as_known_to(tandem, person_id)


def tandems_with(uow: UnitOfWork, person_id: str) -> list[str]:
    """The ids of the tandems that somebody is in, in all programmes."""
    tandems = uow.everywhere.tandems
    both = (
        *tandems.columns("id", mentor_id=person_id),
        *tandems.columns("id", mentee_id=person_id),
    )
    return [key for (key,) in both]
