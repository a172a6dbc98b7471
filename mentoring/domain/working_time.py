"""When somebody may be written to: on their working days, in their working hours, by their own
clock.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mentoring.domain.errors import aware
from mentoring.domain.people import Profile
from mentoring.domain.scheduling.settings import WEEKDAYS, SchedulingRules
from mentoring.domain.site import days_off

REMINDED_AT = time(9)
"""The local time of a reminder, for whoever works then: most of that day is still ahead."""


def reminder_at(start: datetime, profile: Profile, rules: SchedulingRules) -> datetime:
    """When somebody is reminded of a session that begins at ``start`` (aware): the morning of their
    last working day before.

    At nine, or when their working hours begin, if nine o'clock does not lie in them. Days and hours
    are those of the person's own zone; the days off of their week, the public holidays of their
    site and the company's closing days are no working days.
    """
    zone = ZoneInfo(profile.zone)
    day = last_working_day_before(aware(start).astimezone(zone).date(), profile, rules)
    return _at_reminding_hour(day, profile)


def _at_reminding_hour(day: date, profile: Profile) -> datetime:
    begins, ends = profile.working_hours
    nine_fits = begins <= REMINDED_AT < ends or ends <= begins <= REMINDED_AT
    hour = REMINDED_AT if nine_fits else begins
    return datetime.combine(day, hour, ZoneInfo(profile.zone))


def prepared_at(start: datetime, profile: Profile, rules: SchedulingRules) -> datetime:
    """When somebody may begin to prepare for a session that begins at ``start`` (aware): two of
    their working days before, at the hour of a reminder.
    """
    return reminder_at(reminder_at(start, profile, rules), profile, rules)


def working_days_later(
    moment: datetime, days: int, profile: Profile, rules: SchedulingRules
) -> datetime:
    """When somebody is reminded of what has waited since ``moment`` (aware) for this many of their
    working days (at least one): on the last of them, at the hour of a reminder.

    Whoever has no working days for a month is reminded at the end of that.
    """
    day = aware(moment).astimezone(ZoneInfo(profile.zone)).date()
    for _ in range(days):
        ahead = [day + timedelta(days=each) for each in range(1, 32)]
        day = next((each for each in ahead if works_on(each, profile, rules)), ahead[-1])
    return _at_reminding_hour(day, profile)


def last_working_day_before(day: date, profile: Profile, rules: SchedulingRules) -> date:
    """The person's last working day before ``day`` (of their zone); the day before it if
    they have had none for 31 days.
    """
    free = days_off(profile, rules, day.year - 1, day.year)
    before = (day - timedelta(days=back) for back in range(1, 32))
    return next(
        (d for d in before if WEEKDAYS[d.weekday()] in profile.working_days and d not in free),
        day - timedelta(days=1),
    )


def works_at(moment: datetime, profile: Profile, rules: SchedulingRules) -> bool:
    """Whether the moment (aware) lies in the person's working hours, on a working day of theirs."""
    local = aware(moment).astimezone(ZoneInfo(profile.zone))
    begins, ends = profile.working_hours
    if ends > begins:
        return begins <= local.time() < ends and works_on(local.date(), profile, rules)
    if local.time() >= begins:
        return works_on(local.date(), profile, rules)
    return local.time() < ends and works_on(local.date() - timedelta(days=1), profile, rules)


def works_on(day: date, profile: Profile, rules: SchedulingRules) -> bool:
    """Whether the day (of their zone) is a working day of the person's."""
    working = WEEKDAYS[day.weekday()] in profile.working_days
    return working and day not in days_off(profile, rules, day.year, day.year)


def next_working_moment(now: datetime, profile: Profile, rules: SchedulingRules) -> datetime:
    """The first moment from ``now`` (aware) on in the person's working hours, on a working day of
    theirs; ``now`` if they have none for 31 days, or if nobody knows their clock.
    """
    if not profile.zone_known or works_at(now, profile, rules):
        return now
    zone = ZoneInfo(profile.zone)
    today = aware(now).astimezone(zone).date()
    days = (today + timedelta(days=ahead) for ahead in range(32))
    begins = (datetime.combine(day, profile.working_hours[0], zone) for day in days)
    return next((at for at in begins if at > now and works_on(at.date(), profile, rules)), now)
