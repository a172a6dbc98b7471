# In both roles: mentor in one topic, mentee in another
both-also-mentor = Also as a mentor, for other topics
both-also-mentee = Also as a mentee, for other topics
both-this-mentor = This is about your enrolment as a mentor.
both-this-mentee = This is about your enrolment as a mentee.
both-stays-mentor = Your enrolment as a mentor stays as it is.
both-stays-mentee = Your enrolment as a mentee stays as it is.
both-taken-over = What holds for both roles (languages, times, who keeps your calendar) is there already. You can change it in the summary.
both-taken-mentor = You would like to learn about this yourself, so it is not in the list: { $topics }
both-taken-mentee = You pass this on yourself, so it is not in the list: { $topics }
