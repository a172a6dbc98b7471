call-title = Open call
call-what = Whoever follows the link, or scans the picture with a phone, gets to the chat with the bot and sends the sentence that is already filled in. That begins an application; you decide about it.
call-condition = What applicants have to say yes to:
call-no-condition = Without a condition. You can set one in the settings, under “Condition for applications”, such as “I have been with the company for at least a year”.
condition-age = ⚠️ This sounds like an age limit. German law wants an objective reason for one (AGG § 10). Please settle it beforehand with your legal department and the works council.
call-mentor = Mentors
call-mentee = Mentees
call-is-off = The call is closed: nobody can apply here by themselves.
call-link = Link to copy
call-picture = The same as a picture, for posters and the intranet:
call-alt = QR code: apply as a { $role }
call-open-mentor = Open for mentors
call-open-mentee = Open for mentees
call-close-mentor = Close for mentors
call-close-mentee = Close for mentees
applications-title = { $people ->
    [0] No application is waiting
    [one] One application is waiting
   *[other] { $people } applications are waiting
 }
applications-what = They have applied by themselves. They are proposed for a tandem only once you accept them.
applications-since = { $people ->
    [one] It has been waiting since { $day }.
   *[other] The first has been waiting since { $day }.
 }
applications-who = Who?
applications-accept = Accept
applications-decline = Decline kindly
applications-decline-what = Whoever is chosen will read: “{ $sentence }” This cannot be undone.
applications-decline-yes = Yes, decline
applications-page = Page { $page } of { $pages }. You choose on one page at a time.
applications-confirmed-this = condition confirmed
applications-confirmed-another = an earlier wording of the condition confirmed
applications-confirmed-nothing = not asked about a condition
application-decided = You are applying by yourself. After the questionnaire the programme owners decide whether you take part in this cycle; you will read it here.
application-condition = What we ask for
application-yes = I meet this, and apply
application-yes-again = I meet this, and take part
application-begin = Apply
