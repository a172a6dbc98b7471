"""What one learns before writing to somebody: automatic replies. Source: user getMailTips.

Microsoft lets an application ask this with `Mail.Read` only, a permission on everybody's mail,
which the default tenant has not granted and an app of this kind should not want; `mailboxSettings`
tells the same with `MailboxSettings.Read`.
"""

from typing import Any

from sandbox.graph.errors import bad_request
from sandbox.graph.operations import GRAPH_ROOT, Answer, Call, operation
from sandbox.graph.profiles import readable_mailbox
from sandbox.graph.request_costs import outlook
from sandbox.graph.types import checked
from sandbox.graph.zones import stamp

OPTIONS = (
    "automaticReplies customMailTip deliveryRestriction externalMemberCount mailboxFullStatus "
    "maxMessageSize "
    "moderationStatus recipientScope recipientSuggestions totalMemberCount"
)


@operation("POST /users/{user_id}/getMailTips", outlook(), "Mail.Read", reads=True)
def get_mail_tips(call: Call) -> Answer:
    """The tips for each of the given addresses."""
    readable_mailbox(call.person())
    body = checked("outlook", "getMailTips", call.body)
    wanted = {one.strip() for one in str(body.get("mailTipsOptions") or "").split(",")}
    if not wanted <= set(OPTIONS.split()):
        raise bad_request("outlook", f"mailTipsOptions takes {OPTIONS}, separated by commas.")
    rows = [_tips(call, address, wanted) for address in body.get("emailAddresses") or []]
    return Answer(
        body={
            "@odata.context": f"{GRAPH_ROOT}/$metadata#Collection(microsoft.graph.mailTips)",
            "value": rows,
        }
    )


def _tips(call: Call, address: str, wanted: set[str]) -> dict[str, Any]:
    row: dict[str, Any] = {"emailAddress": {"name": "", "address": address}}
    person = call.state.person_at(address)
    if person is None or not person.licensed:
        return row | {
            "error": {"message": "The recipient is unknown.", "code": "ErrorMailTipsDisabled"}
        }
    reply = person.automatic_reply
    if "automaticReplies" in wanted:
        row["automaticReplies"] = {"message": ""}
    if "automaticReplies" in wanted and reply is not None and reply.active(call.state.clock.now()):
        row["automaticReplies"] = {
            "message": reply.message,
            "messageLanguage": {"locale": person.mailbox_language},
        }
        if reply.start is not None and reply.end is not None:
            times = {"scheduledStartTime": reply.start, "scheduledEndTime": reply.end}
            row["automaticReplies"] |= {
                name: stamp(moment, "UTC", "UTC") for name, moment in times.items()
            }
    return row | ({"mailboxFull": False} if "mailboxFullStatus" in wanted else {})
