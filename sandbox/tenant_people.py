"""From a tenant file to a tenant: the people with their calendars, and the parts they play in a
rehearsal.

People of a tandem without a manager get one, so that no reporting line stands in the way: mentees
report to an invented chief, mentors to invented heads below that chief. The tandems of the file are
the only ones possible: each mentor teaches one topic a tandem, which the mentee wishes, and names
as *not with* all other mentees who wish it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from babel import Locale

from sandbox import company, diaries
from sandbox.directory import Person
from sandbox.graph.event_bodies import recurrence
from sandbox.graph.zones import windows_name
from sandbox.mailbox import Appointment
from sandbox.parts import ALL_TIMES, WEEK
from sandbox.personas import Cast, Persona
from sandbox.state import TenantState
from sandbox.tenant_file import Busy, FilePerson, FileTandem, TenantFile, person_id

EXPERIENCE = "I have used it at work for a year."
CHIEF = person_id("invented chief")
HEADS = 12
OWNERS = 3
COUNTRIES = Locale("en").territories
TOPICS = (
    "ai", "data", "automation", "collaboration", "social_media", "social_intranet",
    "digital_business",
    "customers_of_tomorrow", "new_work", "feedback_culture", "cyber_security", "agile",
)  # fmt: skip


def furnish(state: TenantState, file: TenantFile, teams: int = 1, programmes: int = 1) -> None:
    """Put the people of the file into an empty tenant, with owners, a chief and heads where the
    file has none.

    The owners of the file run the first programme; further ones have invented owners.
    """
    own = [person for person in file.people if person.owner] or _owners(0)
    owners = [own, *(_owners(number) for number in range(1, programmes))]
    for person in _with_managers(file, [owner for group in owners for owner in group]):
        state.add_person(_person(person))
        _fill(state, person)
    company.furnish(state, [[state.people[owner.id] for owner in group] for group in owners], teams)


def cast_of(state: TenantState, file: TenantFile) -> Cast:
    """The parts for the tandems of the file; nobody else takes part."""
    played = _Played(state, file.tandems, _topics(file))
    mentors = {tandem.mentor: played.mentor(tandem.mentor) for tandem in file.tandems}
    plays = [
        (played.mentee(number), mentors[tandem.mentor])
        for number, tandem in enumerate(file.tandems)
    ]
    return Cast.of_pairs(plays, [])


def _owners(programme: int) -> list[FilePerson]:
    """The invented owners of a programme, counted from 0."""
    return [_invented("owner", OWNERS * programme + number, CHIEF) for number in range(OWNERS)]


def _with_managers(file: TenantFile, owners: list[FilePerson]) -> list[FilePerson]:
    """The file's people and the invented ones, everybody with a manager but the top."""
    mentees = {tandem.mentee for tandem in file.tandems}
    mentors = [tandem.mentor for tandem in file.tandems]
    boss = {mentor: _invented_id("head", number % HEADS) for number, mentor in enumerate(mentors)}
    boss |= dict.fromkeys(mentees, CHIEF)
    people = [
        replace(person, manager=boss[person.id])
        if person.manager is None and person.id in boss
        else person
        for person in file.people
    ]
    invented = [owner for owner in owners if owner not in file.people]
    used = {person.manager for person in [*people, *invented]}
    heads = [_invented("head", n, CHIEF) for n in range(HEADS) if _invented_id("head", n) in used]
    chief = [_invented("chief", None, None)] if CHIEF in used or heads else []
    return [*chief, *heads, *invented, *people]


def _invented(part: str, number: int | None, manager: str | None) -> FilePerson:
    name = "Invented Chief" if number is None else f"Invented {part.title()} {number + 1}"
    return FilePerson(
        id=CHIEF if number is None else _invented_id(part, number),
        name=name,
        mail=f"{name.lower().replace(' ', '.')}@nordwind.example",
        zone="Europe/Berlin",
        manager=manager,
        department=None if part != "owner" else "People & Culture",
        title=name,
        owner=part == "owner",
    )


def _invented_id(part: str, number: int) -> str:
    return person_id(f"invented {part} {number}")


def _person(person: FilePerson) -> Person:
    given, _, surname = person.name.partition(" ")
    return Person(
        person.id,
        person.name,
        given,
        surname,
        person.mail,
        person.zone,
        department=person.department,
        job_title=person.title,
        country=COUNTRIES.get(person.country, person.country),
        state=person.state,
        usage_location=person.country,
        preferred_language=person.language,
        mailbox_language=person.language,
        manager_id=person.manager,
        account_enabled=person.enabled,
        licensed=person.licensed,
        mailbox_readable=person.readable,
        bot=person.bot,
        without_mailbox=person.mailbox == "none",
        on_premises=person.mailbox == "on_premises",
        user_type="Guest" if person.guest else "Member",
        aliases=person.aliases,
        sign_in_name=person.sign_in_name,
        working_hours=person.hours,
    )


def _fill(state: TenantState, person: FilePerson) -> None:
    for busy in person.busy:
        if busy.recurrence is None and not busy.all_day:
            diaries.busy(
                state, state.people[person.id], busy.start, busy.end, busy.status, busy.subject
            )
        else:
            state.mailboxes[person.id].put(_in_its_zone(state, person.id, busy))


def _in_its_zone(state: TenantState, owner_id: str, busy: Busy) -> Appointment:
    """What repeats or lasts all day, by the clock by which it was written down."""
    start, end = (moment.replace(tzinfo=None) for moment in (busy.start, busy.end))
    now, name = state.clock.now(), windows_name(busy.zone)
    return Appointment(
        state.new_id(),
        owner_id,
        start,
        end,
        busy.zone,
        now,
        now,
        name,
        name,
        busy.status,
        {"subject": busy.subject, "isAllDay": busy.all_day},
        recurrence(dict(busy.recurrence), start, end) if busy.recurrence else None,
    )


def _topics(file: TenantFile) -> tuple[str, ...]:
    own = file.programme.get("topics")
    return tuple(str(topic["id"]) for topic in own) if isinstance(own, list) and own else TOPICS


BOTH = {
    "weekdays": ",".join(WEEK),
    "times": ALL_TIMES,
    "place": "either",
    "languages": "en",
    "agreed": "true",
}


@dataclass(frozen=True)
class _Played:
    """Who answers what, so that the tandems of the file are the only possible ones."""

    state: TenantState
    tandems: tuple[FileTandem, ...]
    topics: tuple[str, ...]

    def _topic(self, number: int) -> str:
        return self.topics[number % len(self.topics)]

    def mentee(self, number: int) -> Persona:
        """She wishes what her mentor teaches."""
        answers = BOTH | {"wish_1": self._topic(number), "competence": "4"}
        return Persona(self.state.people[self.tandems[number].mentee], "mentee", answers)

    def mentor(self, person: str) -> Persona:
        """He teaches a topic for each of his tandems, and nobody else who wishes it."""
        own = [n for n, tandem in enumerate(self.tandems) if tandem.mentor == person]
        teaches = list(dict.fromkeys(self._topic(number) for number in own))
        shunned = [
            tandem.mentee
            for number, tandem in enumerate(self.tandems)
            if tandem.mentor != person and self._topic(number) in teaches
        ]
        answers = BOTH | {"topics": ",".join(teaches), "level": "3", "competence": "8"}
        answers |= {"capacity": str(len(own)), "experience": EXPERIENCE}
        answers |= {"not_with": ",".join(shunned)} if shunned else {}
        return Persona(self.state.people[person], "mentor", answers)
