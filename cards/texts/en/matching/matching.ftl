# Why two people fit (reasons).
reason-topic = { $topic }: { $rank ->
    [1] first wish
    [2] second wish
    [3] third wish
   *[other] wish number { $rank }
 }, taught at level { $level } of 3
reason-function = Different functions
reason-location = Different locations
reason-background = Different professional backgrounds
reason-generation = Different generations
reason-hierarchy = { $levels ->
    [one] One level of hierarchy apart
    [3] Three or more levels of hierarchy apart
   *[other] { $levels } levels of hierarchy apart
 }
reason-gender = Different genders
reason-shared_format = The same preferred way of working
reason-shared_times = Times in common that suit both

# Exclusions: what has to hold.
rule-same_person = Two different people
rule-reporting_line = { $depth ->
    [0] No reporting line between the two
    [1] Neither is the other’s manager
    [2] No reporting line between the two, up to two levels
   *[other] No reporting line between the two, up to { $depth } levels
 }
rule-same_manager = Different managers
rule-same_department = Different departments
rule-kpi_group = Different targets
rule-kpi_dependency = No dependency through targets
rule-not_with = No personal exclusion
rule-not_again = Nothing from earlier offers stands against it
rule-past_pair = Not a tandem before
rule-hierarchy = The mentor stands lower in the hierarchy
rule-language = A language in common
rule-topic = A topic that is wished for
rule-role_eligibility = The conditions for the role are met
rule-exclusion_group = Not in the same exclusion group
rule-blocked_pair = Not blocked by programme owners
rule-forbidden = Not forbidden for this cycle
rule-capacity = Both have a place free
rule-lowest_score = Score as shown not below the lowest allowed

# What is wrong with those who are ruled out ("3 mentors, but all of them are …").
left-because-same_person = the same person
left-because-reporting_line = in the same reporting line
left-because-same_manager = under the same manager
left-because-same_department = in the same department
left-because-kpi_group = measured by the same targets
left-because-kpi_dependency = not possible
left-because-not_with = not possible
left-because-not_again = not possible
left-because-past_pair = from a tandem of an earlier cycle
left-because-hierarchy = not on a suitable level of the hierarchy
left-because-language = without a language in common
left-because-topic = without a topic that is wished for
left-because-role_eligibility = ruled out by the conditions for the role
left-because-exclusion_group = in the same exclusion group
left-because-blocked_pair = blocked by programme owners
left-because-forbidden = forbidden for this cycle
left-because-capacity = without a free place
left-because-lowest_score = below the lowest allowed score

check-passed = { $rule }
check-assumed = { $rule } (assumed: a fact is missing)
check-waived = { $rule } (waived by hand)

# Why somebody is left over. $other is the role of the other side.
left-others = { $other ->
    [mentor] { $count ->
        [one] 1 mentor
       *[other] { $count } mentors
     }
   *[mentee] { $count ->
        [one] 1 mentee
       *[other] { $count } mentees
     }
 }
left-others-for = { left-others } for { $topics }
left-nobody = Nobody takes part in the other role yet.
left-no_topic = { $other ->
    [mentor] Nobody teaches { $topics } yet.
   *[mentee] Nobody wishes { $topics } yet.
 }
left-no_topic-none = No topic is given.
left-ruled_out = { $count ->
    [one] Only { $people }, who is { $because }.
   *[other] { $people }, but all of them are { $because }.
 }
left-ruled_out-mixed = { $people }, but nobody is possible: { $parts }.
left-not_possible = Not possible.
left-taken = { $other ->
    [mentor] There are mentors who would fit{ $topics ->
        [none] {""}
       *[other] {" "}for { $topics }
     }, but all of them have a tandem already.
   *[mentee] There are mentees who would fit{ $topics ->
        [none] {""}
       *[other] {" "}for { $topics }
     }, but all of them are in a tandem already.
 }
taken = { $other ->
    [mentor] { $count ->
        [one] { $people } would be possible and already has a tandem.
       *[other] { $people } would be possible, but all of them already have a tandem.
     }
   *[mentee] { $count ->
        [one] { $people } would be possible and is already in a tandem with somebody else.
       *[other] { $people } would be possible, but all of them are already in a tandem with somebody else.
     }
 }
left-never_both = The only possible partners are already a tandem in the other direction.
left-short-nobody = nobody in the other role
left-short-no_topic = the topic does not occur on the other side
left-short-ruled_out = everybody possible is excluded
left-short-not_possible = not possible
left-short-taken = everybody possible is taken
left-short-never_both = already a tandem in the other direction

# What cannot be decided about single pairs.
refusal-twice-in-one-role = { $id } stands twice in the same role. Remove one of the two entries.

# tandem match: faults in a people file.
match-file-at-line = { $file }, line { $line }: { $fault }
match-file-at-cell = { $file }, line { $line }, column { $place } ({ $column }): { $fault }
match-file-ignored = Note: { $fault }
match-file-encoding = The line is not UTF-8. Save the file as “CSV UTF-8”.
match-file-empty = The file is empty. The header line with the names of the columns is missing.
match-file-delimiter = The columns are separated by { $found ->
    [semicolon] semicolons
    [tab] tabs
   *[other] bars
 }. Save the file with commas; semicolons separate lists within a cell only.
match-file-no_people = This is not a list of people: none of the column names is in this line. They are { $value }.
match-file-missing_column = The column “{ $column }” is missing. An empty column has to be in the header line too.
match-file-column_twice = The column “{ $column }” occurs more than once. Leave one of them out.
match-file-unknown_column = The column “{ $value }” is unknown and does not count.
match-file-fields = { $few ->
    [yes] { $found } fields instead of { $expected }: an empty field needs its comma, too.
   *[no] { $found } fields instead of { $expected }. Put texts with a comma into quotation marks.
 }
match-file-quotes = A quotation mark is not closed, or text follows it. From here on the file cannot be read.
match-file-id = The id is missing.
match-file-role = “{ $value }” is no role. Allowed are mentor and mentee.
match-file-twice = “{ $value }” is already in line { $first } in the same role.
match-file-level = “{ $value }” is no level. Allowed is a whole number from 1; 1 is the top of the company.
match-file-languages = At least one language has to be given.
match-file-capacity_mentor = “{ $value }” is not possible. A mentor has 1 or 2 places.
match-file-capacity_mentee = “{ $value }” is not possible. A mentee always has exactly 1 place.
match-file-topics_mentee = At least one wished topic has to be given.
match-file-topics_mentor = At least one topic with its level has to be given, for instance ai:3.
match-file-topic_level = “{ $value }” has no valid level. Allowed is topic:level with the level 1, 2 or 3, for instance ai:3.
match-file-topic_twice = The topic “{ $value }” is given more than once.
match-file-wish_level = “{ $value }”: wishes have no level; their order counts.
match-file-managers_differ = “{ $value }” has another manager in another line.
match-file-cycle = The reporting line runs in a circle: { $chain }
match-file-unknown_id = “{ $value }” is not in the file and does not count.
match-file-unknown_topic = “{ $value }” is no topic of the programme and counts as it stands.{ $nearest ->
    [none] {""}
   *[other] {" "}Did you mean “{ $nearest }”?
 }
match-file-nobody = Note: “{ $person }” of the programme file is not in the file of people.
match-file-run = “{ $column }” is missing or has another form. Is this a file of “tandem match --export”?
match-file-run_contradicts = The file contradicts itself: scores, reasons and exclusions do not agree. Export the run again.
match-file-versions = Note: the run was made with { $written }; here it is { $here }.

# tandem match: the tables.
match-table-tandems = { $tandems ->
    [0] No tandem is possible
    [one] 1 tandem
   *[other] { $tandems } tandems
 }, { $total ->
    [one] 1 point
   *[other] { $total } points
 } together ({ $seconds } s)
match-table-mentee = Mentee
match-table-mentor = Mentor
match-table-score = Score
match-table-reasons = Reasons
match-table-trio = Trio { $number }
match-table-left = Without a tandem: { $people }
match-table-id = Person
match-table-role = Role
match-table-why = Why
match-table-spread = How the scores are spread
match-table-from-to = from – to
match-table-number = Tandems
match-table-groups = Without a tandem, in groups (of { $smallest } people or more)
match-table-group = Group
match-table-people = People
match-table-without = without a tandem
match-table-small = smaller groups together

### The card of the proposals

match-title = { $tandems ->
    [0] No tandem possible yet
    [one] One proposal
   *[other] { $tandems } proposals
 }
match-running = The proposals are being computed. They will appear here in a moment.
match-replaced = These proposals are out of date: there is a newer run.
match-failed = The computation did not succeed. Please start it again.
match-page = Page { $page } of { $pages }
match-approved = { $approved } of { $total } approved by { $by }
match-pair = { $mentor } → { $mentee }
match-is-approved = approved
match-score = { $most ->
    [one] { $score } of at most one point
   *[other] { $score } of at most { $most } points
 }
match-rules = Rules as checked
match-left-over = { $people ->
    [one] One person stays without a tandem for now
   *[other] { $people } people stay without a tandem for now
 }
match-approve-all = { $tandems ->
    [one] Approve and ask
    [2] Approve and ask both
   *[other] Approve and ask all { $tandems }
 }
page-back = Previous page
page-next = Next page
role-mentor = Mentor
role-mentee = Mentee
match-nothing-sent = Nothing has been sent yet.
match-automatic = Somebody has joined or become free, hence these new proposals. Nothing has been sent yet.
match-joined-since = { $people ->
    [one] One more person has enrolled since this was computed.
   *[other] { $people } more people have enrolled since this was computed.
 }
match-dropped = { $decisions ->
    [one] An earlier decision is no longer possible and does not count any more.
   *[other] { $decisions } earlier decisions are no longer possible and do not count any more.
 }
match-unknown = The settings name somebody whom I do not know: { $who }. If the address is wrong, please correct it there; otherwise it counts as soon as they take part.
match-press = Tap a line: reasons, rules as checked, other possibilities.
match-look-at = Look at: { $pair }
match-is-locked = locked
match-is-trio = group of three { $number }
match-why = What speaks for the two
match-next = Also possible for { $name }
match-instead = With { $name } instead: what would that change?
match-approve = Approve
match-approve-sure = The offers go out and cannot be taken back. Whoever has had something else from me today gets theirs on their next working day. { $tandems ->
    [one] Approve this tandem now?
   *[other] Approve { $tandems } tandems now?
 }
match-approve-yes = Yes, approve
match-lock = Lock
match-forbid = Forbid
match-to-list = To the list
match-anew = Work out again
match-figures = Figures
match-figures-hint = Spread of the scores, the weakest tandem, who goes without.
match-waiting-hint = Who has no tandem yet, and why.
match-hand = Pair by hand
match-hand-hint = Name two people; you see first what it would change.
match-simulate = Try out
match-simulate-hint = Other weights or rules, compared side by side.
waiting-intro = Whoever waits comes first next time, as far as the rules allow. If somebody new fits before that, a proposal appears at once.
waiting-nobody = Nobody takes part in the other role yet.
waiting-no_topic = { $other ->
    [mentor] Nobody passes on yet what is wished for here.
   *[mentee] Nobody wishes yet for what is passed on here.
 }
waiting-ruled_out = Whoever fits the topics is { $because }.
waiting-not_possible = Not possible. There may be no language in common, or something confidential may stand against it; the bot never shows which.
waiting-taken = { $other ->
    [mentor] There are mentors who would fit, but all of them have a tandem already.
   *[mentee] There are mentees who would fit, but all of them are in a tandem already.
 }
waiting-never_both = The only possible partners are already a tandem in the other direction.
waiting-cycles = { $cycles ->
    [one] Has waited for one round.
   *[other] Has waited for { $cycles } rounds.
 }
figures-scores = Scores
figures-role = Without a tandem, by role
figures-department = Without a tandem, by department
figures-location = Without a tandem, by location
figures-small = smaller groups together
figures-share = { $without } of { $people }
figures-groups = Groups of fewer than { $smallest } people are never shown singly.
figures-number = Please enter a whole number from 0 to 1000.
setting-lowest-score = No tandem below this score (what people answer in confidence does not count for it)
setting-topic-ranks = Points for the wishes
setting-topic-1 = First wish
setting-topic-2 = Second wish
setting-topic-3 = Third wish
setting-function = Different departments
setting-location = Different locations
setting-background = Different professional backgrounds
setting-generation = Different generations
setting-hierarchy = For each level between the two
setting-gender = Different gender
setting-shared-format = Same way of working
setting-shared-times = Same times
setting-reporting-line-depth = Reporting line: up to this many levels (0 = all the way up)
setting-trios = Groups of three for those left over
simulate-intro = Change what you would like to try out. It counts only if you keep it afterwards.
simulate-weights = Points
simulate-depth = Please enter a whole number from 0 to 20.
simulate-rules = These rules count
hand-intro = Whom would you like to bring together?
hand-reason = Reason (needed if it breaks a rule)
hand-confidential = Confidential exclusions always count, with or without a reason.
hand-try = What would that change?
decide-lock = Lock { $mentor } → { $mentee }?
decide-forbid = Forbid { $mentor } → { $mentee }?
decide-settings = Keep this change?
decide-reason = Reason, kept with name and date:
decide-price = What it changes
decide-before = Before
decide-after = After
decide-tandems = Tandems
decide-total = Total score
decide-weakest = Weakest tandem
decide-left-over = Without a tandem
decide-sentence = { $tandems ->
    [0] As many mentees have a tandem,
    [1] One more person has a tandem,
    [-1] One person fewer has a tandem,
   *[other] The number of mentees with a tandem changes by { $served },
 } the total changes by { $points ->
    [1] one point
    [-1] −1 point
   *[other] { $change } points
 }, and { $people ->
    [0] nobody gets
    [one] one person gets
   *[other] { $people } people get
 } somebody else.
decide-who = Who gets somebody else
decide-nobody = nobody
decide-nothing-yet = Nothing is decided yet. Everything can be taken back as long as nothing is approved.
decide-keep = Apply
decide-drop = Discard
decide-try = Try out
decide-on = on
decide-off = off
match-apart = Keep apart
match-apart-hint = People who never come together in a tandem in this cycle.
apart-intro = In this cycle these people never come together in a tandem. What should apply to all cycles belongs in the programme file.
apart-people = Whom to keep apart?
apart-name = Name of the group (not needed for two people)
apart-pair = two people
apart-remove = No longer keep apart: { $name }
apart-why = Why?
apart-why-apart = They should not be paired
apart-why-targets = They are measured by the same targets
apart-targets = same targets
setting-kpi-groups = People with the same targets
match-levels = Correct levels
match-levels-hint = For people whose level in the directory is wrong.
levels-intro = Levels count down from the top of the company: 1 is the very top. They follow from the managers in the directory. Where that is wrong for somebody, the level given here counts in this cycle. What should apply to all cycles belongs in the programme file.
levels-person = For whom?
levels-level = Level (1 to { $most })
levels-is = level { $level }
levels-of = Level of { $name }
levels-directory = as in the directory
levels-remove = Back to the directory’s level: { $name }
setting-blocked-pairs = Pairs kept apart
setting-exclusion-groups = Groups kept apart
figures-export = For an audit: IT can write this run to a file without names with “tandem export { $run }”.
match-why-untold = Confidential answers are known to the matching alone; the score leaves them out.
match-why-topic = { $topic }: wished for and passed on
apart-group = Group
apart-more = { $entries ->
    [one] One more entry is not shown here.
   *[other] { $entries } more entries are not shown here.
 }
match-title-elsewhere = These proposals are about programme owners
match-left-out-channel = { $proposals ->
    [one] One proposal is about a programme owner and is
   *[other] { $proposals } proposals are about programme owners and are
 } therefore not shown here, where all of them read along. Whoever is not in it decides in their own chat with me. Sums are left out, so that nobody can work it out.
match-left-out-own = { $proposals ->
    [one] One proposal is about you and is
   *[other] { $proposals } proposals are about you and are
 } therefore not shown here. Other programme owners decide. Sums are left out, so that nothing follows from them.
match-in-own-chat = Look in my own chat
decide-sentence-people = { $tandems ->
    [0] As many mentees have a tandem,
    [1] One more person has a tandem,
    [-1] One person fewer has a tandem,
   *[other] The number of mentees with a tandem changes by { $served },
 } and { $people ->
    [0] nobody gets
    [one] one person gets
   *[other] { $people } people get
 } somebody else.
match-is-weakest = the weakest pair
match-decisions = { $decisions ->
    [one] One decision is in force
   *[other] { $decisions } decisions are in force
 }
match-decisions-hint = Who has decided what; each can be taken back.
decisions-intro = Tapping a line takes that decision back. The proposals are then worked out again.
decided-lock = 📌 { $mentor } → { $mentee } locked
decided-forbid = 🚫 { $mentor } → { $mentee } ruled out
decided-settings = ⚙ Other settings
decided-by = { $name }, { $day }
decided-newer-first = take the newer settings back first
decided-take-back = Take back: { $what }
decide-breaks = This breaks these rules:
decide-computing = What this changes is being computed. It will appear here in a moment.
decide-incomparable = By the new rules one of the present pairs would not be possible. So points cannot be compared, only people.
