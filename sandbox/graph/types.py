"""The properties that Graph's types declare, and the check of request bodies against them.

OData refuses what the metadata does not declare, so a misspelt property is an error and never
silently dropped. The tables below are the sandbox's own copy of the metadata (Microsoft Graph v1.0,
CSDL) for the types it serves; a property is written `name` (a string) or `name:kind`, a list in
brackets. Kinds: `bool`, `int`, `float`, `when` (date and time), `date`, `time`, `any`, an
enumeration or another type.
"""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from sandbox.graph.errors import Family, GraphRefusal, bad_body

TYPES = {
    "user": "id deletedDateTime:when aboutMe accountEnabled:bool ageGroup assignedLicenses:[any] "
    "birthday:when "
    "businessPhones:[str] city companyName consentProvidedForMinor country createdDateTime:when "
    "creationType department "
    "displayName employeeHireDate:when employeeId employeeLeaveDateTime:when employeeOrgData:any "
    "employeeType "
    "externalUserState externalUserStateChangeDateTime:when faxNumber givenName hireDate:when "
    "identityParentId "
    "imAddresses:[str] interests:[str] isManagementRestricted:bool isResourceAccount:bool jobTitle "
    "lastPasswordChangeDateTime:when legalAgeGroupClassification licenseAssignmentStates:[any] "
    "mail "
    "mailboxSettings:any mailNickname mobilePhone mySite officeLocation "
    "onPremisesDistinguishedName "
    "onPremisesDomainName onPremisesImmutableId onPremisesLastSyncDateTime:when "
    "onPremisesSamAccountName "
    "onPremisesSecurityIdentifier onPremisesSyncEnabled:bool onPremisesUserPrincipalName "
    "otherMails:[str] "
    "passwordPolicies pastProjects:[str] postalCode preferredDataLocation preferredLanguage "
    "preferredName "
    "proxyAddresses:[str] responsibilities:[str] schools:[str] securityIdentifier "
    "showInAddressList:bool "
    "signInSessionsValidFromDateTime:when skills:[str] state streetAddress surname usageLocation "
    "userPrincipalName "
    "userType manager:any",
    "group": "id deletedDateTime:when createdDateTime:when description displayName "
    "groupTypes:[str] mail "
    "mailEnabled:bool mailNickname securityEnabled:bool visibility",
    "event": "id categories:[str] changeKey createdDateTime:when lastModifiedDateTime:when "
    "allowNewTimeProposals:bool "
    "attendees:[attendee] body:itemBody bodyPreview cancelledOccurrences:[str] "
    "end:dateTimeTimeZone hasAttachments:bool "
    "hideAttendees:bool iCalUId importance:importance isAllDay:bool isCancelled:bool isDraft:bool "
    "isOnlineMeeting:bool "
    "isOrganizer:bool isReminderOn:bool location:location locations:[location] onlineMeeting:any "
    "onlineMeetingProvider:onlineMeetingProviderType onlineMeetingUrl organizer:recipient "
    "originalEndTimeZone "
    "originalStart:when originalStartTimeZone recurrence:patternedRecurrence "
    "reminderMinutesBeforeStart:int "
    "responseRequested:bool responseStatus:responseStatus sensitivity:sensitivity seriesMasterId "
    "showAs:freeBusyStatus start:dateTimeTimeZone subject transactionId type:eventType webLink "
    "exceptionOccurrences:[any] instances:[any] "
    "singleValueExtendedProperties:[singleValueLegacyExtendedProperty]",
    "singleValueLegacyExtendedProperty": "id value",
    "itemBody": "content contentType:bodyType",
    "dateTimeTimeZone": "dateTime timeZone",
    "attendee": "emailAddress:emailAddress type:attendeeType proposedNewTime:timeSlot "
    "status:responseStatus",
    "emailAddress": "address name",
    "recipient": "emailAddress:emailAddress",
    "location": "address:physicalAddress coordinates:outlookGeoCoordinates displayName "
    "locationEmailAddress "
    "locationType:locationType locationUri uniqueId uniqueIdType:locationUniqueIdType",
    "physicalAddress": "city countryOrRegion postalCode state street",
    "outlookGeoCoordinates": "accuracy:float altitude:float altitudeAccuracy:float latitude:float "
    "longitude:float",
    "patternedRecurrence": "pattern:recurrencePattern range:recurrenceRange",
    "recurrencePattern": "dayOfMonth:int daysOfWeek:[dayOfWeek] firstDayOfWeek:dayOfWeek "
    "index:weekIndex interval:int "
    "month:int type:recurrencePatternType",
    "recurrenceRange": "endDate:date numberOfOccurrences:int recurrenceTimeZone startDate:date "
    "type:recurrenceRangeType",
    "responseStatus": "response:responseType time:when",
    "timeSlot": "end:dateTimeTimeZone start:dateTimeTimeZone",
    "team": "id classification createdDateTime:when description displayName firstChannelName "
    "funSettings:teamFunSettings guestSettings:teamGuestSettings internalId isArchived:bool "
    "memberSettings:teamMemberSettings messagingSettings:teamMessagingSettings "
    "specialization:teamSpecialization "
    "summary:any tenantId visibility:teamVisibilityType webUrl channels:[channel] "
    "members:[aadUserConversationMember] operations:[any] primaryChannel:channel "
    "template@odata.bind",
    "teamMemberSettings": "allowAddRemoveApps:bool allowCreatePrivateChannels:bool "
    "allowCreateUpdateChannels:bool "
    "allowCreateUpdateRemoveConnectors:bool allowCreateUpdateRemoveTabs:bool "
    "allowDeleteChannels:bool",
    "teamFunSettings": "allowCustomMemes:bool allowGiphy:bool allowStickersAndMemes:bool "
    "giphyContentRating:giphyRatingType",
    "teamGuestSettings": "allowCreateUpdateChannels:bool allowDeleteChannels:bool",
    "teamMessagingSettings": "allowChannelMentions:bool allowOwnerDeleteMessages:bool "
    "allowTeamMentions:bool "
    "allowUserDeleteMessages:bool allowUserEditMessages:bool",
    "channel": "id createdDateTime:when description displayName email isArchived:bool "
    "isFavoriteByDefault:bool "
    "layoutType:channelLayoutType membershipType:channelMembershipType migrationMode:any "
    "originalCreatedDateTime:when summary:any tenantId webUrl enabledApps:[any] "
    "members:[aadUserConversationMember] tabs:[any]",
    "aadUserConversationMember": "id displayName roles:[str] visibleHistoryStartDateTime:when "
    "email tenantId userId "
    "user@odata.bind",
    "chat": "id chatType:chatType createdDateTime:when isHiddenForAllMembers:bool "
    "lastUpdatedDateTime:when "
    "migrationMode:any onlineMeetingInfo:any originalCreatedDateTime:when tenantId topic "
    "viewpoint:any webUrl "
    "members:[aadUserConversationMember]",
    "subscription": "id applicationId changeType clientState creatorId encryptionCertificate "
    "encryptionCertificateId "
    "expirationDateTime:when includeResourceData:bool latestSupportedTlsVersion "
    "lifecycleNotificationUrl "
    "notificationQueryOptions notificationUrl notificationUrlAppId resource",
    "teamsApp": "id displayName distributionMethod externalId appDefinitions:[any]",
    "teamsAppInstallation": "id consentedPermissionSet:any teamsApp:any teamsAppDefinition:any "
    "chat:any teamsApp@odata.bind",
    "userScopeTeamsAppInstallation": "id consentedPermissionSet:any teamsApp:any "
    "teamsAppDefinition:any chat:any "
    "teamsApp@odata.bind",
    "mailboxSettings": "archiveFolder automaticRepliesSetting:any dateFormat "
    "delegateMeetingMessageDeliveryOptions:any language:any timeFormat timeZone userPurpose "
    "workingHours:any",
    "licenseDetails": "id servicePlans:[any] skuId skuPartNumber",
    "calendarPermission": "id allowedRoles:[str] emailAddress:emailAddress "
    "isInsideOrganization:bool isRemovable:bool role",
}
ACTIONS = {
    "getSchedule": "schedules:[str] startTime:dateTimeTimeZone endTime:dateTimeTimeZone "
    "availabilityViewInterval:int",
    "cancel": "comment",
    "getMailTips": "emailAddresses:[str] mailTipsOptions",
    "add": "values:[aadUserConversationMember]",
    "archive": "shouldSetSpoSiteReadOnlyForMembers:bool",
}
"""Parameters of actions; their names are not case-sensitive."""
ENUMS = {
    "importance": "low normal high",
    "sensitivity": "normal personal private confidential",
    "freeBusyStatus": "unknown free tentative busy oof workingElsewhere",
    "onlineMeetingProviderType": "unknown skypeForBusiness skypeForConsumer teamsForBusiness",
    "eventType": "singleInstance occurrence exception seriesMaster",
    "bodyType": "text html",
    "attendeeType": "required optional resource",
    "responseType": "none organizer tentativelyAccepted accepted declined notResponded",
    "locationType": "default conferenceRoom homeAddress businessAddress geoCoordinates "
    "streetAddress hotel restaurant "
    "localBusiness postalAddress",
    "locationUniqueIdType": "unknown locationStore directory private bing",
    "dayOfWeek": "sunday monday tuesday wednesday thursday friday saturday",
    "weekIndex": "first second third fourth last",
    "recurrencePatternType": "daily weekly absoluteMonthly relativeMonthly absoluteYearly "
    "relativeYearly",
    "recurrenceRangeType": "endDate noEnd numbered",
    "channelLayoutType": "post chat",
    "channelMembershipType": "standard private shared",
    "chatType": "oneOnOne group meeting",
    "teamSpecialization": "none educationStandard educationClass "
    "educationProfessionalLearningCommunity educationStaff "
    "healthcareStandard healthcareCareCoordination",
    "teamVisibilityType": "private public hiddenMembership",
    "giphyRatingType": "strict moderate",
}
BASES = {"conversationMember": "aadUserConversationMember"}
"""A base type in `@odata.type` position may be named by its derived type only."""
LARGEST = 2**31 - 1
"""Edm.Int32."""
PRIMITIVES: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "bool": (bool,),
    "int": (int,),
    "float": (int, float),
}
READERS: dict[str, Callable[[str], object]] = {
    "when": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}


@lru_cache(maxsize=128)
def properties(name: str) -> dict[str, str]:
    """The kinds of all properties of a type or parameters of an action, by property."""
    fields = (field.partition(":") for field in (TYPES | ACTIONS)[name].split())
    return {field: kind or "str" for field, _, kind in fields}


def checked(family: Family, name: str, body: object) -> dict[str, Any]:
    """The body, if it follows the type or action `name`, else GraphRefusal (400); action parameters
    match in any case, and are returned as spelt in the table.
    """
    if not isinstance(body, dict):
        raise bad_body(family, "A JSON object is expected in the request body.")
    named = {
        _parameter(name, key) if name in ACTIONS else key: value for key, value in body.items()
    }
    for key, value in named.items():
        _check_property(family, name, key, value)
    return named


def _parameter(name: str, key: str) -> str:
    return next((known for known in properties(name) if known.casefold() == key.casefold()), key)


def _check_property(family: Family, name: str, key: str, value: object) -> None:
    kind = properties(name).get(key)
    if kind is not None:
        _check_value(family, key, kind, value)
    elif key == "@odata.type":
        _check_type(family, name, value)
    elif not key.startswith("@odata."):
        raise _unknown(family, name, key)


def _unknown(family: Family, name: str, key: str) -> GraphRefusal:
    advice = "Make sure to only use property names that are defined by the type."
    return bad_body(
        family, f"The property '{key}' does not exist on type 'microsoft.graph.{name}'. {advice}"
    )


def _check_type(family: Family, name: str, value: object) -> None:
    if str(value).removeprefix("#").removeprefix("microsoft.graph.") != name:
        raise bad_body(
            family, f"A type named '{value}' could not be resolved to 'microsoft.graph.{name}'."
        )


def _check_value(family: Family, key: str, kind: str, value: object) -> None:
    if value is None or kind == "any":
        return
    if kind.startswith("["):
        _check_list(family, key, kind[1:-1], value)
    elif kind in PRIMITIVES:
        if not _fits(kind, value):
            raise _mistyped(family, key, kind)
    elif kind in READERS:
        _check_readable(family, key, kind, value)
    elif kind in ENUMS:
        if value not in ENUMS[kind].split():
            raise bad_body(
                family, f"Requested value '{value}' was not found. '{key}' takes {ENUMS[kind]}."
            )
    else:
        checked(family, kind, value)


def _fits(kind: str, value: object) -> bool:
    """Whether the value is of that primitive kind."""
    # JSON's true is an int for Python, but not for OData.
    if not isinstance(value, PRIMITIVES[kind]) or (isinstance(value, bool) and kind != "bool"):
        return False
    return kind != "int" or not isinstance(value, int) or abs(value) <= LARGEST


def _check_list(family: Family, key: str, kind: str, value: object) -> None:
    if not isinstance(value, list):
        raise _mistyped(family, key, "a collection")
    if None in value:
        raise _mistyped(family, key, kind)
    for one in value:
        _check_value(family, key, kind, one)


def _check_readable(family: Family, key: str, kind: str, value: object) -> None:
    try:
        READERS[kind](str(value))
    except ValueError:
        raise _mistyped(family, key, kind) from None


def _mistyped(family: Family, key: str, kind: str) -> GraphRefusal:
    return bad_body(family, f"Cannot convert the value of '{key}' to the expected type '{kind}'.")
