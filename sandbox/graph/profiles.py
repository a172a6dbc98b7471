"""What else belongs to a person: mailbox settings, licences.

Source: the pages of these resources.
"""

from typing import Any

from sandbox.directory import Person
from sandbox.graph.errors import GraphRefusal, access_denied
from sandbox.graph.operations import GRAPH_ROOT, PAGED, Answer, Call, operation
from sandbox.graph.query import page, selection, shaped
from sandbox.graph.request_costs import directory, outlook
from sandbox.graph.users import SKU_ID
from sandbox.graph.zone_rules import CUSTOM, rules
from sandbox.graph.zones import stamp, windows_name

LANGUAGES = {
    "de-DE": "German (Germany)",
    "en-GB": "English (United Kingdom)",
    "fr-CH": "French (Switzerland)",
}


def readable_mailbox(person: Person) -> Person:
    """The person, if there is a mailbox in Microsoft 365 that the app may read. Raises GraphRefusal
    (404, 403).

    Without one, and for one on the company's own servers, Graph gives the same answer ("REST API
    is not yet supported for this mailbox", KB 4462988; microsoft-graph-docs-contrib issue 717).
    """
    if not person.has_mailbox:
        text = "The mailbox is either inactive, soft-deleted, or is hosted on-premise."
        raise GraphRefusal(404, "MailboxNotEnabledForRESTAPI", text)
    if not person.mailbox_readable:
        raise access_denied()
    return person


@operation(
    "GET /users/{user_id}/mailboxSettings", outlook(), "MailboxSettings.Read", options=("$select",)
)
def get_mailbox_settings(call: Call) -> Answer:
    """Zone, working hours, language and formats of a mailbox."""
    person = readable_mailbox(call.person())
    row = {
        "timeZone": windows_name(person.zone),
        "dateFormat": "dd.MM.yyyy",
        "timeFormat": "HH:mm",
        "userPurpose": person.mailbox_purpose,
        "language": {
            "locale": person.mailbox_language,
            "displayName": LANGUAGES.get(person.mailbox_language, person.mailbox_language),
        },
        "workingHours": working_hours(person),
        "automaticRepliesSetting": _automatic_replies(person),
    }
    context = f"{GRAPH_ROOT}/$metadata#users('{person.id}')/mailboxSettings"
    return Answer(body={"@odata.context": context} | _selected(call, row))


def _automatic_replies(person: Person) -> dict[str, Any]:
    reply = person.automatic_reply
    if reply is None:
        return {
            "status": "disabled",
            "externalAudience": "all",
            "internalReplyMessage": "",
            "externalReplyMessage": "",
        }
    row: dict[str, Any] = {"status": "alwaysEnabled", "externalAudience": "all"}
    row |= dict.fromkeys(("internalReplyMessage", "externalReplyMessage"), reply.message)
    if reply.start is None or reply.end is None:
        return row
    start, end = (stamp(moment, "UTC", "UTC") for moment in (reply.start, reply.end))
    return row | {
        "status": "scheduled",
        "scheduledStartDateTime": start,
        "scheduledEndDateTime": end,
    }


def _selected(call: Call, row: dict[str, Any]) -> dict[str, Any]:
    return shaped(row, selection(call, "mailboxSettings"))


def working_hours(person: Person) -> dict[str, Any]:
    """A person's working hours in Graph's shape, with the Windows name of the zone, or a custom
    zone with its rules (calendar: getSchedule, whose example has both in one answer; the sign of
    the bias as there, whatever the page of `customTimeZone` says).
    """
    hours = person.working_hours
    zone: dict[str, Any] = {"name": windows_name(person.zone)}
    if hours.bias is not None:
        zone = CUSTOM | {"bias": hours.bias}
    elif person.custom_zone:
        zone = CUSTOM | rules(person.zone)
    return {
        "daysOfWeek": list(hours.days),
        "startTime": hours.start.strftime("%H:%M:%S.0000000"),
        "endTime": hours.end.strftime("%H:%M:%S.0000000"),
        "timeZone": zone,
    }


@operation(
    "GET /users/{user_id}/licenseDetails",
    directory(2),
    "LicenseAssignment.Read.All",
    "User.Read.All",
    options=PAGED,
)
def list_license_details(call: Call) -> Answer:
    """A person's licences: one with Exchange and Teams, or none."""
    person = call.person()
    plans = [
        ("TEAMS1", "57ff2da0-773e-42df-b2af-ffb7a2317929"),
        ("EXCHANGE_S_ENTERPRISE", EXCHANGE_PLAN),
    ]
    detail = {
        "id": f"license-{person.id}",
        "skuId": SKU_ID,
        "skuPartNumber": "ENTERPRISEPREMIUM",
        "servicePlans": [
            {
                "servicePlanId": key,
                "servicePlanName": name,
                "provisioningStatus": "Success",
                "appliesTo": "User",
            }
            for name, key in plans
        ],
    }
    return page(call, [detail] if person.licensed else [], f"users('{person.id}')/licenseDetails")


EXCHANGE_PLAN = "efb87545-963c-4e0d-99df-69c6916d9eb0"
