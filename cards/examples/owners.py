"""What programme owners see of invitations, and what the bot answers."""

from __future__ import annotations

from dataclasses import replace

from cards.common.said import NotAnsweredNotice
from cards.examples.people import NOW, PROGRAMME, WITH_CONDITION
from mentoring.domain.confirmed import Confirmed
from mentoring.domain.errors import Refusal
from mentoring.domain.invitation import TAKEN_BACK, Choice, Entry, Invite, InviteState
from mentoring.domain.people import Role
from mentoring.notices import Notice, Refused, Said
from mentoring.usecases.enrolment.applications import Applicant, ApplicationsNotice
from mentoring.usecases.enrolment.clearance import ClearanceNotice, Uncleared
from mentoring.usecases.enrolment.correcting import Correction, CorrectionNotice
from mentoring.usecases.enrolment.invitation import InviteNotice
from mentoring.usecases.enrolment.on_behalf import Entering, EntryNotice
from mentoring.usecases.enrolment.open_call import OpenCallNotice
from mentoring.usecases.enrolment.reminders import RemindNotice


def _long_list() -> Invite:
    """A list of so many people that there is time to stop it."""
    entries = [Entry(f"p{n}@firma.example", f"p{n}", f"Person {n}") for n in range(1, 35)]
    return Invite("invite-2", "o1", NOW, Role.MENTEE, entries=entries)


def _taken_back() -> Invite:
    """The same after it was taken back; four had begun."""
    entries = [
        replace(each, hindrance=TAKEN_BACK) if number > 4 else each
        for number, each in enumerate(_long_list().entries, 1)
    ]
    undone = replace(_long_list(), state=InviteState.UNDONE, starts_at=NOW, entries=entries)
    return replace(undone, undone_by="o1", undone_at=NOW, stayed=4)


def owners() -> dict[str, Notice]:
    """What programme owners see."""
    entries = [
        Entry("eva", "p1", "Eva Costa"),
        *(
            Entry(h, hindrance=h)
            for h in ("unknown", "ambiguous", "already", "disabled", "guest", "no-licence")
        ),
    ]
    evas = (
        Choice("p1", "Eva Costa", "Auditor · Finance · Berlin · eva.costa@firma.example"),
        Choice("p2", "Eva Berg", "eva.berg@firma.example"),
    )
    entries.append(Entry("Eva", hindrance="ambiguous", choices=evas))
    invite = Invite("invite-1", "o1", NOW, Role.MENTEE, entries=entries)
    found: dict[str, Notice] = {
        "invite-preview": InviteNotice(invite, {}, PROGRAMME),
        "invite-in-both": InviteNotice(
            replace(invite, entries=[replace(entries[0], in_both=True)]), {}, PROGRAMME
        ),
        "invite-role": InviteNotice(replace(invite, role=None), {}, PROGRAMME),
        "invite-nobody": InviteNotice(replace(invite, entries=entries[1:]), {}, PROGRAMME),
        "invite-done": InviteNotice(replace(invite, state=InviteState.CONFIRMED), {"invited": 3,
        "unreachable": 1}, PROGRAMME),
        "invite-long": InviteNotice(_long_list(), {}, PROGRAMME),
        "invite-soon": InviteNotice(
            replace(_long_list(), state=InviteState.SOON, starts_at=NOW), {}, PROGRAMME
        ),
        "invite-done-answered": InviteNotice(
            replace(_long_list(), state=InviteState.CONFIRMED, starts_at=NOW),
            {"invited": 18, "begun": 2, "done": 2},
            PROGRAMME,
            answered=4,
        ),
        "invite-undone": InviteNotice(
            _taken_back(), {}, PROGRAMME
        ),
        **corrections(),
        **on_behalf(),
        **applications(),
        "invite-stopped": InviteNotice(replace(invite, state=InviteState.STOPPED), {}, PROGRAMME),
        "not-answered": NotAnsweredNotice(PROGRAMME.contact),
        "refused": Refused(Refusal("owners-only")),
        "remind-preview": RemindNotice(4),
        "remind-sent": RemindNotice(0, sent=4),
        "remind-old": RemindNotice(4, is_old=True),
        "said": Said.of("language"),
        "said-past-pairs": Said.of("past-pairs", pairs=2),
        "refused-cycle-over": Refused(Refusal("cycle-over", cycle=1)),
        "refused-past-pairs": Refused(Refusal("pairs-none")),
    }  # fmt: skip
    return found


def applications() -> dict[str, Notice]:
    """The open call, and who has followed it."""
    bot = "28:3f2504e0-4f89-11d3-9a0c-0305e82c3301"
    eva = Applicant("p1c1:mentor:p1", "Eva Costa", Role.MENTOR, Confirmed.THIS)
    jan = Applicant("p1c1:mentee:p2", "Jan Kurz", Role.MENTEE)
    top = Applicant("p1c1:mentor:p5", "Anna Berg", Role.MENTOR, shut_out_by="hierarchy")
    tom = Applicant("p1c1:mentor:p3", "Tom Frei", Role.MENTOR, Confirmed.ANOTHER)
    ina = Applicant("p1c1:mentor:p4", "Ina Roth", Role.MENTOR)
    nia = Uncleared("p1c1:mentor:p6", "Nia Ober", Role.MENTOR)
    tim = Uncleared("p1c1:mentor:p7", "Tim Sand", Role.MENTOR)
    return {
        "open-call": OpenCallNotice(PROGRAMME, bot),
        "open-call-condition": OpenCallNotice(WITH_CONDITION, bot),
        "applications": ApplicationsNotice("p1c1", (eva, jan), PROGRAMME, 2, since=NOW.date()),
        "applications-shut-out": ApplicationsNotice("p1c1", (eva, top), PROGRAMME, 2),
        "applications-pages": ApplicationsNotice("p1c1", (eva, jan), PROGRAMME, 60, page=1),
        "applications-condition": ApplicationsNotice(
            "p1c1", (eva, jan, tom, ina), WITH_CONDITION, 4
        ),
        "clearance": ClearanceNotice("p1c1", (nia, tim), 2),
        "clearance-many": ClearanceNotice("p1c1", (nia, tim), 27),
        "clearance-none": ClearanceNotice("p1c1", (), 0),
        "applications-none": ApplicationsNotice("p1c1", (), PROGRAMME, 0),
    }


def on_behalf() -> dict[str, Notice]:
    """Something is entered on somebody's behalf."""

    def shown(role: Role, kind: Entering = Entering.FORM) -> EntryNotice:
        key = f"p1c1:{role}:p1"
        return EntryNotice(
            enrolment=key, name="Eva Costa", role=role, kind=kind, programme=PROGRAMME
        )

    wrong = replace(shown(Role.MENTEE), problem=Refusal("entry-nothing"))
    return {
        "entry-mentee": shown(Role.MENTEE),
        "entry-mentor": shown(Role.MENTOR),
        "entry-nothing": wrong,
        "entry-entered": shown(Role.MENTEE, Entering.ENTERED),
        "entry-taken-back": shown(Role.MENTEE, Entering.TAKEN_BACK),
        "entry-done": shown(Role.MENTEE, Entering.DONE),
        "entry-gone": replace(shown(Role.MENTEE), gone=True),
    }


def corrections() -> dict[str, Notice]:
    """A role is corrected, or somebody taken out, before there is a tandem."""

    def shown(what: Correction, role: Role = Role.MENTEE) -> CorrectionNotice:
        return CorrectionNotice(f"p1c1:{role}:p1", "Eva Costa", role, what, PROGRAMME)

    def done(what: Correction) -> CorrectionNotice:
        return shown(what)

    return {
        "correction-role": shown(Correction.ROLE),
        "correction-role-begun": replace(shown(Correction.ROLE, Role.MENTOR), has_begun=True),
        "correction-role-shut-out": replace(shown(Correction.ROLE), shut_out_by="hierarchy"),
        "correction-role-unread": replace(shown(Correction.ROLE), unread=True),
        "correction-role-done": done(Correction.ROLE_DONE),
        "correction-remove": shown(Correction.REMOVE),
        "correction-remove-begun": replace(shown(Correction.REMOVE), has_begun=True),
        "correction-removed": done(Correction.REMOVED),
        "correction-gone": replace(shown(Correction.REMOVE), gone=True),
    }
