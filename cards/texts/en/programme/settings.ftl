# The owners' settings, by card
settings-title = Settings of “{ $name }”
settings-set-up = Set up “{ $name }”
settings-idle = Has no effect at the moment: “{ $name }”. It depends on “{ $other }”{ $where ->
    [card] .
   *[file] {" "}in the programme file.
 }
settings-set-up-intro = Set the programme up here, step by step. Each step is saved at once; you can stop at any time, go on later and change everything again. This invites nobody.
settings-intro = What you save takes effect at once. The history shows who changed what and when, and lets you take it back.
settings-begin = Let’s go
settings-read-invitation = Read the invitation
settings-texts = Change texts
setting-text = Text “{ $text }”
setting-texts = Replaced texts
settings-open = Open { $part }
settings-save = Save
settings-save-further = Save and go on
settings-back = Back
settings-part-basics = Name and tone
settings-part-sponsor = Who stands for it
settings-part-contacts = Contacts
settings-part-dates = Enrolment
settings-part-sessions = Sessions
settings-part-people = Who may take part
settings-part-condition = Condition for applications
settings-part-topics = Topics
settings-part-times = When sessions may be
settings-part-circles = Circles
settings-part-figures = Figures and retention
settings-part-file = As a file
settings-part-history = History
settings-about-sponsor = A member of top management opens the invitation with a sentence of their own. The picture comes from the directory. At the end I ask them in Teams whether to thank everybody; if they do not have me yet, I am installed for them.
settings-about-contacts = The first person answers questions and is named in every invitation. The second is there for a crossed boundary: works council or complaints office, nobody from the programme itself.
settings-about-dates = People can enrol until this day; without it, each invitation has a last day of its own. If the day is removed again, everybody still has at least a week. When the sessions begin, you say at the launch, for example “launch next Monday”.
settings-about-sessions = The number of sessions follows from the months. If you give a number, it replaces the months.
settings-about-people = You invite people by name. Here you set who may also apply by themselves, and how long an offer stays open.
settings-about-condition = A sentence that people who apply by themselves have to say yes to, such as “I have been with the company for at least a year”. Only the yes is stored. People you invite are not asked.
settings-about-times = This applies on top of the working hours in both calendars.
settings-about-circles = A circle is a private channel in which people of a cycle talk among themselves. The mentors’ circle is offered to all mentors as soon as five have a tandem; a community, about the tandem’s first topic, to both after its planned end, as soon as there are five people for it. Each opens as soon as five want it. Only those in it learn who else is. For this, IT has to have granted the permission ChannelMember.ReadWrite.All.
settings-about-topics = These are the topics mentees can wish for. Your company’s links and rules will appear in a topic’s session kits.
settings-about-file = All settings in force, as text. You can copy it, change it or replace it. Settings without an input are here too: session kits of your own, blocked times, holidays, the matching rules. Comments are not kept.
settings-about-history = The newest is at the top. Taking a version back undoes only what that version changed.
settings-touches-basics = The cycle is running: new cards read like this at once, open ones as soon as somebody looks at them. Channels and events keep their names. Whether all tandems end together takes effect with the next cycle.
settings-touches-sponsor = The cycle is running: open invitations show it as soon as somebody looks at them.
settings-touches-contacts = The cycle is running: open cards show it as soon as somebody looks at them.
settings-touches-sessions = The cycle is running: tandems that have their dates keep them. It applies to new ones.
settings-touches-times = The cycle is running: existing dates stay. It applies when a date is newly found, or moved.
settings-touches-circles = The cycle is running: switched on, the mentors’ circle is offered when a tandem starts, and otherwise after the next session; communities when a tandem comes to its planned end. Switched off, nobody comes in any more; whoever is in it stays, and may leave at any time.
settings-touches-people = The cycle is running: whoever has enrolled stays enrolled. Open offers keep their due date.
settings-touches-asked-too = If you switch “under 18” on, people already taking part are asked as well; until they have answered, they are not matched again. Existing tandems go on.
settings-touches-asked-no-more = If you switch “under 18” off, nobody is asked any more. Whoever is waiting for clearance goes on waiting.
settings-touches-figures = The cycle is running: it applies to everything shown, asked or closed from now on. Only those whose questions have not begun yet are asked about staying.
settings-touches-topic = The cycle is running: whoever has chosen the topic keeps it. Its name changes on cards as soon as somebody looks at them.
settings-said-sessions = { $length_minutes } minutes, { $rhythm }, { $number ->
    [0] for { $months ->
        [one] one month
       *[other] { $months } months
    }
    [one] one session
   *[other] { $number } sessions
 }
settings-said-people = By themselves: { $apply_as }; { $days ->
    [one] one day
   *[other] { $days } days
 } for an offer
settings-said-times = At least { $notice_days ->
    [one] one day
   *[other] { $notice_days } days
 } ahead, moved by at most { $move_days ->
    [one] one day
   *[other] { $move_days } days
 }
settings-said-circles = Mentors’ circle: { $mentors_circle }; communities: { $communities }
settings-said-figures = Figures for groups of { $smallest_group } or more; question about staying: { $wish_to_stay }; who was with whom is kept for { $months ->
    [one] one month
   *[other] { $months } months
 }
settings-no-contact = ⚠ nobody for questions yet
settings-no-boundary = ⚠ nobody for crossed boundaries yet
settings-age-limit = ⚠ sounds like an age limit
settings-until = until { $day }
settings-open-end = without a common last day: each invitation has its own
settings-date = Last day of enrolment (optional)
settings-topics = { $topics ->
    [one] One topic
   *[other] { $topics } topics
 }
settings-new-topic = New topic
settings-topic-house = { $links ->
    [0] No links
    [one] One link
   *[other] { $links } links
 }, { $rules ->
    [0] no rules
   *[other] with house rules
 }
settings-topic-name = Name ({ $language })
settings-topic-links = Company links
settings-link-name = Link { $number }: what it is called
settings-link-address = Link { $number }: address with https://
settings-topic-rules = House rules
settings-topic-rule = What applies ({ $language })
settings-remove = Remove the topic
settings-remove-yes = Yes, remove it
settings-remove-sure = Then nobody can choose the topic any more. Whoever has chosen it keeps it in their answers. The history lets you bring it back.
settings-versions = { $versions ->
    [one] One version
   *[other] { $versions } versions
 }
settings-version-file = { $number } · { $day } · from the file at the start
settings-version-card = { $number } · { $day } · { $by }
settings-version-undo = { $number } · { $day } · { $by } took an earlier version back
settings-began = The programme began with this.
settings-changed = { $name }: { $before } → { $after }
settings-and-more = and { $more } more
settings-older = Older
settings-newer = Newer
settings-undo = Take back
settings-undo-yes = Yes, take it back
settings-undo-sure = Then what applied before applies again. The history shows that, too.
settings-undo-sure-running = The cycle is running. Then what applied before applies again, to everything that happens from now on; existing dates stay. The history shows that, too.
settings-end-before = Before that: { $day }
settings-undo-end-sure = { $dated ->
    [yes] Then the last day of enrolment is { $day } again.
   *[no] Then each invitation has a last day of its own again, and nobody has less than a week.
 } The history shows that, too.
settings-file-text = Programme file
settings-file-too-long = The text is too long for a card. “Get it as a file” brings all of it.
settings-export = Get it as a file
settings-import = Use this text
settings-import-yes = Yes, use it
settings-import-sure = From then on exactly this text applies; whatever is not in it gets its default. The card shows what has changed, and lets you take it back.
settings-import-sure-running = The cycle is running. From then on exactly this text applies to everything that happens; whatever is not in it gets its default. Existing dates stay. The card shows what has changed, and lets you take it back.
settings-file-heading = { $name }: all settings of the programme
settings-file-what = The programme’s settings as a file

setting-empty = –
setting-on = yes
setting-off = no
setting-between = A whole number from { $lowest } to { $highest }, please.
setting-at-least = A whole number of { $lowest } or more, please.
setting-hint-list = separated by commas
setting-hint-numbers = separated by commas
setting-hint-days = YYYY-MM-DD, several separated by commas
setting-hint-time = for example 08:30
setting-wrong-kind-day = “{ $value }” is not a day. It is written like this: YYYY-MM-DD
setting-wrong-kind-time = “{ $value }” is not a time. It is written like this: 08:30
setting-wrong-no-reminders = With one day to answer there is no time for reminders. This field then stays empty.
setting-name = Name of the programme
setting-cycles = Cycles
setting-cycles-fixed = all tandems end together
setting-cycles-rolling = rolling, each tandem with its own start and end
setting-language = Language for people whose own is not known yet
setting-tone = Tone in German
setting-tone-sie = Sie
setting-sponsor-name = Name
setting-sponsor-title = Position
setting-sponsor-email = E-mail
setting-sponsor-sentence = A sentence ({ $language })
setting-condition = Condition for { $role ->
    [mentor] mentors
   *[mentee] mentees
 } who apply
setting-mentor-condition = For mentors ({ $language })
setting-mentee-condition = For mentees ({ $language })
setting-contact-name = For questions: name
setting-contact-email = For questions: e-mail
setting-boundary-name = For crossed boundaries: name or office
setting-boundary-email = For crossed boundaries: e-mail
setting-sessions-length-minutes = Length in minutes
setting-sessions-rhythm = Rhythm
setting-sessions-rhythm-monthly = once a month
setting-sessions-rhythm-two-weeks = every two weeks
setting-sessions-rhythm-six-weeks = every six weeks
setting-sessions-rhythm-tandem = agreed from session to session
setting-sessions-months = Months
setting-sessions-number = Number of sessions (instead of the months)
setting-organizer = Whose calendar the sessions are booked in
setting-organizer-mentor = mentor
setting-organizer-mentee = mentee
setting-sessions-lengths = Lengths that a tandem may choose
setting-sessions-rhythms = Rhythms that a tandem may choose
setting-sessions-rhythms-monthly = once a month
setting-sessions-rhythms-two-weeks = every two weeks
setting-sessions-rhythms-six-weeks = every six weeks
setting-sessions-rhythms-tandem = agreed from session to session
setting-sessions-earliest = Not before (time)
setting-sessions-latest = Not after (time)
setting-sessions-closing-days = Days on which nobody works
setting-sessions-notice-days = At least this many days ahead
setting-sessions-move-days = Moved by at most this many days
setting-sessions-pause-days = Days between sessions agreed one by one
setting-sessions-step-minutes = Beginning every … minutes
setting-apply-as = Who may apply by themselves
setting-apply-as-mentor = as mentor
setting-apply-as-mentee = as mentee
setting-under-18 = People under 18 may take part (everybody is asked)
setting-languages = Languages to choose from (names or codes)
setting-offers-days = Days to answer an offer
setting-offers-reminders = Remind this many days before
setting-wish-to-stay = Ask mentors whether they want to stay with the company (the works council has a say, § 94 BetrVG)
setting-smallest-group = Smallest group for which figures are shown
setting-retention-months = For how many months it is kept who was with whom
setting-mentors-circle = Offer the mentors’ circle
setting-communities = Offer communities by topic after the end
setting-topics = Topics
