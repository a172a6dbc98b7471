"""What the directory's rows say of people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.custom_zones import zone_of
from graph.working_hours import working_hours
from graph.zones import iana_zone, only_zone_of
from mentoring.domain.finding import Standing
from mentoring.domain.matching.settings import ANY_DEPTH
from mentoring.domain.people import NOBODY_KNOWS, Profile, one_spelling
from mentoring.domain.scheduling.places import country_code
from mentoring.ports.directory import Account


def id_of(row: Mapping[str, Any]) -> str:
    """The id, in the one spelling."""
    return one_spelling(str(row["id"]))


def name_of(user: Mapping[str, Any]) -> str:
    """The name that is shown; empty if there is none."""
    return user.get("displayName") or ""


def profile_of(user: Mapping[str, Any], settings: Mapping[str, Any] | None = None) -> Profile:
    """A profile from a user's row and the settings of their mailbox, where they were read."""
    settings = settings or {}
    locale = user.get("preferredLanguage") or (settings.get("language") or {}).get("locale") or ""
    country = user.get("country") or user.get("usageLocation") or ""
    zone = _zone(settings, country)
    return Profile(
        id=id_of(user),
        name=name_of(user),
        email=_email(user),
        department=user.get("department") or "",
        job_title=user.get("jobTitle") or "",
        location=user.get("city") or user.get("officeLocation") or "",
        country=country,
        state=user.get("state") or "",
        zone=zone or NOBODY_KNOWS,
        zone_known=bool(zone),
        locale=locale,
        managers=_chain(user),
        aliases=_aliases(user),
        hindrance=_hindrance(user),
        **_working_time(settings),
    )


def _aliases(user: Mapping[str, Any]) -> tuple[str, ...]:
    """The sign-in name and every e-mail address but the one that is shown.

    ``proxyAddresses`` come only if they are selected, with ``User.Read.All`` alone; `SMTP:` marks
    the primary address, `smtp:` the others, and other kinds (`X500:`, `SIP:`) are no addresses that
    anybody writes (learn.microsoft.com, resource user; mail and proxyAddresses properties).
    """
    kinds = (each.partition(":") for each in user.get("proxyAddresses") or ())
    mails = [address.strip() for kind, _, address in kinds if kind.casefold() == "smtp"]
    every = {each.casefold() for each in (user.get("userPrincipalName") or "", *mails)}
    return tuple(sorted(every - {_email(user).casefold(), ""}))


def _email(user: Mapping[str, Any]) -> str:
    return user.get("mail") or user.get("userPrincipalName") or ""


def _zone(settings: Mapping[str, Any], country: str) -> str:
    """The zone of the mailbox, else that of its working hours, else the only one of the country;
    empty if none of them tells one.
    """
    hours = settings.get("workingHours") or {}
    code = country_code(country)
    told = iana_zone(settings.get("timeZone") or "") or zone_of(hours.get("timeZone") or {}, code)
    return told or only_zone_of(code)


def _working_time(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Working days and hours of the mailbox, where it tells them."""
    found = working_hours(settings.get("workingHours") or {})
    if found is None:
        return {}
    days, first = tuple(shift.weekday for shift in found.shifts), found.shifts[0]
    return {"working_days": days, "working_hours": (first.start, first.end)}


def _chain(user: Mapping[str, Any]) -> tuple[str, ...]:
    chain = []
    above = user.get("manager")
    while above:
        chain.append(id_of(above))
        above = above.get("manager")
    return tuple(chain)


def _hindrance(user: Mapping[str, Any]) -> str:
    if user.get("accountEnabled") is False:
        return "disabled"
    if user.get("userType") == "Guest":
        return "guest"
    return "" if user.get("assignedLicenses") else "no-licence"


def manager_of(user: Mapping[str, Any]) -> str:
    """The id of the manager; empty if there is none."""
    above = user.get("manager")
    return id_of(above) if above else ""


def standing_of(
    person_id: str, read: Mapping[str, Mapping[str, Any]], depth: int | None
) -> Standing:
    """Somebody's standing, with the managers that were read or named on the way up."""
    user, managers = read[person_id], list[str]()
    above = manager_of(user) if depth is not None else ""
    while above and above not in managers and (depth == ANY_DEPTH or len(managers) < (depth or 0)):
        managers.append(above)
        above = manager_of(read.get(above, {}))
    enabled = user.get("accountEnabled") is not False
    return Standing(enabled, user.get("department") or "", tuple(managers))


def account_of(user: Mapping[str, Any]) -> Account:
    """Whether somebody can take part."""
    return Account(_hindrance(user), is_on_premises=bool(user.get("onPremisesSyncEnabled")))
