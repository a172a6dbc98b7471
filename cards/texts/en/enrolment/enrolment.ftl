# Invitation
invitation-title = { $programme }: learning from each other
invitation-mentee-what = Hello { $name }, in “{ $programme }” you learn from someone who grew up with digital topics. One to one, about your questions, without slides.
invitation-mentor-what = Hello { $name }, in “{ $programme }” you pass on what you know to a senior leader. As equals, in confidence, on topics that you choose.
invitation-cost-label = The time it takes
invitation-cost = { $minutes } minutes, { $rhythm }, for { $months ->
    [one] one month
   *[other] { $months } months
 }. We find the dates in both your calendars.
invitation-cost-number = { $minutes } minutes, { $rhythm }, { $sessions ->
    [one] one session
   *[other] { $sessions } sessions in all
 }. We find the dates in both your calendars.
invitation-voluntary-label = It is voluntary
invitation-voluntary = You decide. A no has no consequences, and nobody has to explain it. That holds later, too: whoever would like another tandem gives no reason.
invitation-seen-label = Who sees it
invitation-stored-label = What is stored
invitation-stored = Your answers, encrypted, until fourteen days after your tandem, at the latest fourteen days after the cycle ends. If you withdraw, they are erased at once.
invitation-stored-rolling = Your answers, encrypted, until fourteen days after your tandem. If you have none for half a year, we ask you again, and without your yes they are erased fourteen days later. If you withdraw, they are erased at once.
invitation-until-label = Enrol until
invitation-contact = Questions? { $contact } is glad to help.
invitation-yes = Count me in
invitation-as-mentor = Rather as a mentor
invitation-as-mentee = Rather as a mentee
invitation-no = Not now
rhythm-monthly = once a month
rhythm-two_weeks = every two weeks
rhythm-six_weeks = every six weeks
rhythm-tandem = as the two of you agree

# Questionnaire
enrolment-progress = Step { $step } of { $steps }
enrolment-later-step = Optional
enrolment-next = Next
enrolment-agree = I agree
enrolment-back = Back
enrolment-reminder = A small reminder: you can go on right here.
enrolment-closed = Enrolment is closed at the moment. You are welcome again when a new cycle begins.
enrolment-declined = All right, thank you for letting us know. If you change your mind, it goes on here.
enrolment-over = This cycle has ended, { $name }. Thank you for taking part!
enrolment-erased = This cycle is over, and your answers from it are erased.
enrolment-withdrawn = You have withdrawn, and your answers are erased.
enrolment-taken-back = The programme owners have taken this invitation back. There is nothing you need to do. Anything you had already answered here is erased.
enrolment-removed = Thank you for wanting to take part. The programme owners have ended your enrolment in this cycle, and your answers are erased. Do ask if you would like to know why.
enrolment-other-role = That was the wrong role, sorry. The right invitation will come here, in this chat.
enrolment-corrected-mentor = Sorry, you were invited as a mentee by mistake. We meant to invite you as a mentor.
enrolment-corrected-mentee = Sorry, you were invited as a mentor by mistake. We meant to invite you as a mentee.
enrolment-corrected-kept = What you have already answered is kept where it is asked here as well.
enrolment-not-accepted = Thank you for your interest! Unfortunately we cannot include you in this cycle. Your answers are erased; you are welcome again next time.
enrolment-undecided = Thank you for applying! This cycle ended before you got an answer, and we are sorry about that. Your answers are erased, and you are very welcome next time.
enrolment-not-cleared = Thank you for wanting to take part! It does not work out yet in this cycle, and that is not because of you. Your answers are erased, and you are very welcome another time.
enrolment-uncleared = Thank you for wanting to take part! This cycle ended before the clearance was there, and we are sorry about that. Your answers are erased, and you are very welcome next time.
enrolment-other-role-applied = Thank you for applying! The programme owners would like to have you in the other role. The invitation comes here in the chat.
enrolment-wanted-mentor = Thank you for applying! The programme owners would like to have you as a mentor.
enrolment-wanted-mentee = Thank you for applying! The programme owners would like to have you as a mentee.
enrolment-let-go = You must have had a lot to do, and that is quite all right: the invitation has run out. Would you still like to take part? One press is enough.
enrolment-let-go-begun = You must have had a lot to do, and that is quite all right: we do not wait for your questionnaire any more. Would you still like to take part? Your answers are there for you until { $date }, then they are erased.
enrolment-until = The questionnaire is open for you until { $date }.
summary-applied-until = You will have an answer by { $date }.
enrolment-unanswered = Thank you for applying! Unfortunately you have had no answer in the time that we named, and we are sorry about that. Your answers are erased. Would you like to try once more? Write “take part” to me; as long as applications are open, the invitation comes at once.
enrolment-take-part-after-all = Take part after all

step-about-title = About you
about-directory = This is what the company’s directory says:
about-department = Department
about-job-title = Job title
about-location = Location
about-zone = Time zone
about-languages = Which languages do you like to speak?
about-background = What is your professional background?
about-me = What should your tandem know about you?
about-me-seen = Only the person to whom you are proposed as a tandem reads this.
about-generation = Year of birth
about-gender = Gender
about-differ = Nobody sees year of birth and gender. They only help to bring different people together.

background-technology = Technology and IT
background-business = Business
background-law = Law
background-natural-science = Natural science
background-social = Social sciences and humanities
background-creative = Design and arts
background-craft = Craft
background-other = Something else
generation-before-1965 = before 1965
generation-1965-1980 = 1965 to 1980
generation-1981-1996 = 1981 to 1996
generation-after-1996 = after 1996
gender-female = female
gender-male = male
gender-diverse = non-binary

step-wishes-title = Your topics
wishes-intro = What would you most like to talk about?
wishes-first = Most of all
wishes-second = Also
wishes-third = And also
step-topics-title = Your topics
topics-which = What can you pass on?
step-topic-title = A topic
step-topic-of = Topic: { $topic }
topic-level = How well do you know it?
topic-experience = What experience from your work is behind it?
topic-seen = Only the person to whom you are proposed as a tandem reads this.
level = { $level ->
    [1] the basics
    [2] confident in practice
   *[3] very experienced
 }

step-standing-title = Where you stand
standing-intro = How familiar are you with digital tools and topics?
standing-competence = From 1 (just beginning) to 10 (very confident)
standing-seen = Only you see this. It records where you begin; the programme sees at most averages of { $group } or more people.
standing-of = { $competence } of 10

step-purpose-title = What for
purpose-goal-mentee = What would you like to do differently in half a year?
purpose-goal-mentor = What would you like to take away yourself?
purpose-seen = Only you and, once your tandem runs, your tandem partner read your goal.
format-talk = by talking
format-demo = by showing
format-hands-on = by trying things out

step-when-title = When
when-rhythm = The plan is { $minutes } minutes, { $rhythm }. We look for free times in both calendars.
when-weekdays = Which days suit you well?
when-times = Which time of day?
when-never = When are you never free? (morning: before 11, midday: 11 to 14, afternoon: from 14 on)
when-part = { $day } { $time }
when-place = In person or remote?
when-place-seen = Once your tandem runs, your tandem partner reads whether you prefer to meet in person or remotely.
when-capacity = How many tandems?
when-tandems = { $number ->
    [one] one tandem
   *[other] two tandems
 }
when-deputy = Who keeps your calendar?
when-private = Mark my sessions as private in the calendar
when-deputy-may = This person may handle dates for you and enter a break, nothing else.
weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday
time-morning = in the morning
time-midday = around midday
time-afternoon = in the afternoon
place-in-person = in person
place-remote = remote
place-either = either

step-not-with-title = Rather not with
not-with-intro = Are there people you would rather not be paired with? No reasons needed.
not-with-people = Rather not with
not-with-targets = Who decides on your targets or how they are measured?
not-with-seen = Confidential: nobody sees this, not even the programme owners. It only prevents proposals.

step-protected-space-title = The protected space
space-rules = What is said stays between the two of you. No notes or reports for others, no judgement. Either side may decline a topic without giving reasons.
space-it = That the channel and the dates exist and, by legally regulated ways, contents too.
space-agree = With “I agree” you promise to keep to it.

# Summary
summary-title = Is everything right, { $name }?
summary-done = Thank you, { $name }, you are in!
summary-applied = Thank you, { $name }, your application is here!
summary-applied-next = The programme owners decide about it, and you will read it here. Until then you can still change everything.
summary-clearing = Thank you, { $name }, your enrolment is here!
summary-clearing-tandem = The programme owners settle with the company that you may take part: with the training department, your parents or guardians, and the youth representation. Until then your tandem goes on; as soon as it is settled you will read it here.
summary-clearing-next = Before it starts, the programme owners settle with the company that you may take part: with the training department, your parents or guardians, and the youth representation. Nothing is lost: your answers stay, and as soon as it is settled you will read it here. Until then you can still change everything.
summary-next = As soon as the tandems are made, the bot will write to you here. Until then you can change everything.
summary-in-tandem = Your tandem is made. You can still change everything here.
summary-later = If you like, add:
summary-send = Enrol
summary-withdraw = Withdraw
summary-any-day = any day suits
summary-kept = { $people ->
    [0] nobody
    [one] one person, in confidence
   *[other] { $people } people, in confidence
 }
summary-agreed = Agreed
invitation-seen = The programme owners see that you take part and which topics bring a tandem together, but none of your other answers. Anyone who is later in the same team sees you in its member list.
enrolment-later = Later
enrolment-agree-and-send = I agree, enrol me
enrolment-reminder-invitation = A small reminder: this invitation is still waiting for you.
choose-or-not = optional
people-hint = Name or e-mail address
about-me-hint = For example: I ask a lot and like short answers.
wishes-hint = Choose a topic
wishes-hint-later = can wait
topics-intro = A few topics are enough. One short question follows for each.
topic-experience-hint = For example: two years in the data team
purpose-format-mentee = How do you like to learn?
purpose-format-mentor = How do you like to pass something on?
space-intro = So that both of you can speak openly:
space-between-label = Between the two of you
space-between = What is said stays with you.
space-records-label = Nothing gets out
space-records = No notes or reports for others, no judgement.
space-stop-label = Either side may say no
space-stop = To a topic or a question, without giving reasons.
space-it-label = What IT can technically see
space-bot-label = The bot
space-bot = It neither reads nor writes in your channel.
summary-check = Have one more look. Then it begins.
summary-press = Tap a line to change it.
summary-change = Change: { $title }
summary-withdraw-question = Your answers will be erased at once. You can start again later.
summary-withdraw-sure = Yes, withdraw and erase
summary-private = private in the calendar
summary-never = never: { $times }
summary-deputy = Calendar: { $name }
later-purpose = Helps your tandem to begin well.
later-when = Days, times, and who keeps your calendar.
later-not-with = Confidential.
leaving-title = Do you want to withdraw?
leaving-stay = If you want to stay, there is nothing to do.
summary-withdraw-tandem = Then your tandem ends first, some time within the next three working days: for both of you at the same moment and in the same words as every end. Nobody will learn from us that you wanted it. There is another tandem only if you say yes then; your answers are erased fourteen days later.
summary-withdraw-end = Yes, end my tandem
