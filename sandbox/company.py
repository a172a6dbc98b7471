"""The invented company: people at several sites below one top, their calendars, groups, teams and
the app.

Reproducible from the tenant's seed. A share of the people can be reached by nobody: without
licence, disabled, a guest, or with a mailbox the app may not read. Those are never managers.
"""

import random
import re
import unicodedata
from collections.abc import Sequence
from datetime import timedelta

from sandbox import diaries
from sandbox.apps import CatalogueApp, Installation
from sandbox.directory import Group, Person
from sandbox.graph.teams import new_channel
from sandbox.names import DEPARTMENTS, FAMILY, GIVEN, SITES, TITLES, Site
from sandbox.state import TenantState
from sandbox.teams import Member, ProgrammeTeams, Team

DEFAULT_PEOPLE = 44
OWNERS = 3
MOST_PROGRAMMES = len(DEPARTMENTS)
"""Each is run by people of another department."""
APP_NAME = "Tandem"
FORMER_DOMAIN = "nordwind-werke.example"
SIGNED_IN_BY_NUMBER = 5
"""Every so many-th person signs in with a number."""
TWICE = "Ambassadors"
"""The name of two groups: display names are not unique, by design (graph-docs 14868, 21142)."""
SHARES = (0.07, 0.17, 0.26, 0.26, 0.16, 0.08)
"""How many of the people below the top stand on each level; the upper half ends about with the
fourth level.
"""
LEADERSHIP_LEVEL = 3
NATIVE_LEVEL = 6
GREY_AFTER = timedelta(days=365 * 14)
WITH_PHOTO = 0.82


def people_for(tandems: int) -> int:
    """How large a company is in which so many tandems can be found, with people left over."""
    return max(DEFAULT_PEOPLE, round(tandems * 2.9) + 16)


def build(
    state: TenantState, people: int = DEFAULT_PEOPLE, teams: int = 1, programmes: int = 1
) -> None:
    """Put an invented company of so many people into an empty tenant, with so many participants'
    teams a programme.

    The first programme is run by people of the first department, each further one by those of the
    next.
    """
    levels = _hire(state, people)
    _hinder(state)
    _fill_calendars(state, levels)
    furnish(state, [_of_department(state, name) for name in DEPARTMENTS[:programmes]], teams)
    _group_people(state, levels)


def furnish(state: TenantState, candidates: Sequence[Sequence[Person]], teams: int = 1) -> None:
    """Add the app, and a programme for each group of people who may own one.

    People must be there.
    """
    app = CatalogueApp(
        state.new_id(), state.identity.teams_app_id, APP_NAME, state.identity.bot_app_id
    )
    state.apps[app.id] = app
    other = CatalogueApp(state.new_id(), state.new_id(), "Travel", state.new_id())
    state.apps[other.id] = other
    for number, group in enumerate(candidates):
        names = [f"Tandem programme {number * teams + place + 1}" for place in range(teams)]
        programme = _programme(
            state,
            f"Tandem owners {number + 1}" if number else "Tandem owners",
            _owners(group),
            names,
        )
        state.programmes.append(programme)
        installation = Installation(state.new_id(), app.id, "team", programme.owners_team_id)
        state.installations[installation.id] = installation


def _programme(
    state: TenantState, name: str, owners: list[Person], names: list[str]
) -> ProgrammeTeams:
    home = new_team(state, name, owners)
    channel = new_channel(state, home, APP_NAME, "Programme owners and the bot")
    return ProgrammeTeams(home.id, channel.id, [new_team(state, own, owners).id for own in names])


def _of_department(state: TenantState, name: str) -> list[Person]:
    return [person for person in state.people.values() if person.department == name]


def _owners(candidates: Sequence[Person]) -> list[Person]:
    """The last of those whom one can reach, the department's head only if there is nobody else."""
    fit = [
        person
        for person in candidates
        if person.account_enabled and person.licensed and person.mailbox_readable
    ]
    return [person for person in fit if person.manager_id is not None][-OWNERS:] or fit[:OWNERS]


def new_team(state: TenantState, name: str, owners: list[Person]) -> Team:
    """A team with these owners as its only members, and a General channel."""
    team = Team(
        state.new_id(),
        name,
        None,
        state.clock.now() - timedelta(days=90),
        ready_monotonic=float("-inf"),
    )
    team.members = {person.id: Member(state.new_id(), person.id, ["owner"]) for person in owners}
    state.teams[team.id] = team
    new_channel(state, team, "General")
    return team


def _hire(state: TenantState, number: int) -> dict[str, int]:
    """Everybody, level by level; returns the level of each (1 = top)."""
    chance = random.Random(state.seed)  # noqa: S311 - an invented company
    taken: set[str] = set()
    top = _person(state, chance, taken, None, DEPARTMENTS[1], 1)
    levels, above = {top.id: 1}, [top]
    for depth, count in enumerate(_counts(number - 1), start=2):
        here = []
        for place in range(count):
            manager = above[place % len(above)] if depth > 2 else top
            department = DEPARTMENTS[place % len(DEPARTMENTS)] if depth == 2 else manager.department
            here.append(_person(state, chance, taken, manager, department, depth))
        levels |= dict.fromkeys((person.id for person in here), depth)
        above = here or above
    return levels


def _counts(number: int) -> list[int]:
    counts = [max(1, round(number * share)) for share in SHARES]
    counts[3] += number - sum(counts)
    return counts


def _person(
    state: TenantState,
    chance: random.Random,
    taken: set[str],
    manager: Person | None,
    department: str | None,
    level: int,
) -> Person:
    site = chance.choices(SITES, [site.weight for site in SITES])[0]
    given, family, mail = _name(state, chance, taken)
    hired = state.clock.now() - timedelta(
        days=chance.randrange(100, 900 + 1500 * max(1, 7 - level))
    )
    person = Person(state.new_id(), f"{given} {family}", given, family, mail, site.zone, department)
    # The company had another name once; what was written to the addresses of then still arrives.
    if len(state.people) % SIGNED_IN_BY_NUMBER == 1:
        person.sign_in_name = f"nw{len(state.people):05}@{state.identity.domain}"
    person.aliases = (f"{mail.partition('@')[0]}@{FORMER_DOMAIN}",)
    person.job_title = f"{TITLES[level]}, {department}" if level > 1 else TITLES[1]
    person.manager_id = manager.id if manager else None
    person.hired = person.created = hired
    person.grey = state.clock.now() - hired > GREY_AFTER
    person.photo_pixels = _photo_pixels(chance)
    _place(person, site, chance)
    state.add_person(person)
    return person


def _place(person: Person, site: Site, chance: random.Random) -> None:
    person.city, person.country, person.usage_location = site.city, site.country, site.code
    person.state = site.state or None
    person.office_location = f"{site.city} {chance.randint(1, 9)}.{chance.randint(1, 40):02}"
    # Some never chose a language in the directory; their mailbox still has one.
    person.preferred_language = site.language if chance.random() < 0.85 else None
    person.mailbox_language = site.language
    person.working_hours = site.hours


def _name(state: TenantState, chance: random.Random, taken: set[str]) -> tuple[str, str, str]:
    while True:
        given, family = chance.choice(GIVEN.split()), chance.choice(FAMILY.split())
        local = _plain(f"{given}.{family}")
        if local in taken and len(taken) > 4000:
            local = f"{local}{len(taken)}"
        if local not in taken:
            taken.add(local)
            return given, family, f"{local}@{state.identity.domain}"


def _plain(text: str) -> str:
    folded = (
        text.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    )
    return re.sub(r"[^a-z.]", "", unicodedata.normalize("NFKD", folded))


def _photo_pixels(chance: random.Random) -> int:
    """Most people have uploaded a large photo, some a small one, some none."""
    drawn = chance.random()
    if drawn >= 0.25:
        return 648 if drawn < WITH_PHOTO else 0
    # One draw above and four here, so that a seed still gives the company it always gave.
    size, *_ = (chance.randrange(256) for _ in range(3))
    return 240 if size < 192 else 648


def _hinder(state: TenantState) -> None:
    """Make some people without reports unreachable: two in every hundred, and at least one."""
    managers = {person.manager_id for person in state.people.values()}
    leaves = [person for person in state.people.values() if person.id not in managers]
    chance = random.Random(state.seed + 1)  # noqa: S311 - an invented company
    each = max(1, len(state.people) // 50)
    chosen = iter(chance.sample(leaves, k=min(len(leaves), 4 * each)))
    for person, fate in zip(
        chosen, ("unlicensed", "disabled", "unreadable", "guest") * each, strict=False
    ):
        person.licensed = fate not in {"unlicensed", "guest"}
        person.photo_pixels = person.photo_pixels if person.licensed else 0
        person.account_enabled = fate != "disabled"
        person.mailbox_readable = fate != "unreadable"
        person.user_type = "Guest" if fate == "guest" else "Member"


def _fill_calendars(state: TenantState, levels: dict[str, int]) -> None:
    reports: dict[str, list[Person]] = {}
    for person in state.people.values():
        if person.licensed:
            diaries.fill(state, person, max(4, 10 - levels[person.id]))
            reports.setdefault(person.manager_id or "", []).append(person)
    for manager_id, people in reports.items():
        manager = state.people.get(manager_id)
        if manager is not None and manager.licensed:
            near = [
                person
                for person in people
                if person.zone.partition("/")[0] == manager.zone.partition("/")[0]
            ]
            diaries.team_meeting(state, manager, near)


def _group_people(state: TenantState, levels: dict[str, int]) -> None:
    leaders = [key for key, level in levels.items() if level <= LEADERSHIP_LEVEL]
    natives = [key for key, level in levels.items() if level >= NATIVE_LEVEL]
    board = _group(state, "Board", "The top of the company", leaders[:5])
    _group(state, "Leadership", "Senior leaders, the board included", [board.id, *leaders[5:]])
    trainees = _group(state, "Trainees", "In their first years", natives[::3])
    others = [key for key in natives if key not in trainees.member_ids]
    _group(state, "Digital Natives", "Juniors who know the new things", [trainees.id, *others])
    for site, some in (("North", natives[:2]), ("South", natives[2:4])):
        group = _group(state, TWICE, f"Who shows new colleagues around, {site}", some)
        group.mail = f"ambassadors-{site.lower()}@{state.identity.domain}"
    _group(state, "Everybody", "All people of the company", list(state.people))


def _group(state: TenantState, name: str, description: str, member_ids: list[str]) -> Group:
    group = Group(state.new_id(), name, description, member_ids)
    state.groups[group.id] = group
    return group
