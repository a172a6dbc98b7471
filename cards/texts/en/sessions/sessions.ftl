tandem-title = Your tandem with { $partner }
tandem-intro-mentor = Off you go, { $name }! You have a channel of your own that only the two of you see. Why not write { $partner } a few lines today?
tandem-intro-mentee = Off you go, { $name }! You have a channel of your own that only the two of you see. You can write to each other there before you first meet.
tandem-intro-running = You are well on your way, { $name }! Only the two of you see your channel.
tandem-intro-through = The sessions you had planned are behind you, { $name }. Your channel is still seen by the two of you alone.
tandem-intro-undone = The start was taken back, { $name }. When it starts anew, new dates come here.
tandem-intro-closed = Your tandem has come to its end, { $name }.
tandem-intro-by-hand = Off you go, { $name }! The programme owners have set up your room themselves. Why not get in touch with { $partner } today?
tandem-intro-running-by-hand = You are well on your way, { $name }!
tandem-dates-by-hand = You arrange your sessions yourselves, as it suits you. I book nothing here and do not ask. Say here when you have met: then the session counts, and both of you get the retrospective.
tandem-dates-by-hand-over = You arranged your sessions yourselves.
tandem-met = We have met
tandem-met-day = On which day? Left empty, it is today.
tandem-met-what = It is enough if one of you says so.
tandem-met-yes = Yes, we met
tandem-next-kit = Kit for the next session
tandem-not-met = Did not meet after all?
tandem-not-met-day = Which day should not count?
tandem-not-met-yes = Do not count it
tandem-met-seen = On which days you have met only the two of you see.
tandem-dates = Your sessions
tandem-goal = What { $partner } would like to achieve
tandem-place = { $place ->
    [in_person] { $partner } prefers to meet in person.
    [remote] { $partner } prefers to meet remotely.
   *[either] For { $partner } both are fine: in person and remote.
 }
tandem-no-dates = There is no time yet. You will get suggestions from which you choose together.
tandem-skipped-session = Session { $number }: skipped
tandem-agreeing-session = { $time } (a new time is being agreed on)
tandem-open-session = Session { $number }: without a date yet
tandem-deputy-is-partner = As your tandem, { $partner } cannot keep your calendar as well. I arrange dates with you yourself.
tandem-channel = To the tandem’s channel
tandem-draft = A suggestion for your first message
tandem-draft-message = Hello { $partner }, I am looking forward to our tandem! Which question would you like to begin with? Best wishes, { $name }
channel-description = Your protected space: what is written here stays between the two of you. No reports for others, no judgement. The bot does not read along.
agenda-intro = Time for your tandem. A suggestion for how to use it:
agenda-arrive = Arrive: what is going on, in your heads and in your diaries?
agenda-topic = The topic: questions, examples, experience
agenda-try = Try it yourself
agenda-look-back = Look back: what do we take away, how does it go on?
session-cancelled-no-slot = There was no common free time on this day; the session does not take place for now.
session-cancelled-away = This session is skipped. You go on with the next one.
session-cancelled-closing = The cycle has come to its end. Thank you for the time together!
session-cancelled-ended = This tandem has come to its end. Thank you for the time together!
session-cancelled-undone = This session is cancelled because your tandem starts anew. New dates will come with a new invitation.
session-cancelled-elsewhere = This one is no longer valid: the session stands elsewhere in the calendar, or does not take place.
session-cancelled-handed-over = The series is moving; there is a new invitation for it.
session-cancelled-kickoff = The kick-off is called off, sorry. If there is a new date, we ask again.
session-cancelled-kickoff-closing = The cycle has come to its end, so the kick-off does not take place any more.
tandem-questions = Question box
tandem-agreement = Agreement
tandem-road-map = Road map
tandem-how-far = { $of ->
    [one] { $done } of one session
   *[other] { $done } of { $of } sessions
 }
session-retrospective = Look back
session-kit = Session kit
