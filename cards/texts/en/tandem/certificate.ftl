certificate-title = Your certificate
certificate-intro = It confirms that you took part: your role, the topics and the hours. It does not say who else was in your tandem, and it rates nothing.
certificate-name = Name
certificate-role = Role
certificate-role-mentor = Mentor
certificate-role-mentee = Mentee
certificate-topics = Topics
certificate-hours = How many hours were there?
certificate-proposed = { $sessions ->
    [one] The number comes from your session in the calendar. Was it more or less? Then change it.
   *[other] The number comes from your { $sessions } sessions in the calendar. Were there more hours, or fewer? Then change it.
 }
certificate-hours-with = How many hours were there with { $partner }?
certificate-proposed-each = The numbers come from your sessions in the calendar. If one is not right, change it; with 0 a tandem is left out. Names are shown only here, not on the certificate.
certificate-make = Make the certificate
certificate-kept = It is made only when you want it, and kept nowhere else. You can get it here until two weeks after the end of your last tandem.
certificate-pdf = As a PDF
certificate-change = Change the hours
certificate-over = The certificate cannot be made any more: what it needs is erased two weeks after the end.
certificate-no-files = In this cloud bots cannot send files. Here is your certificate as a picture.
certificate-file-about = Your certificate from the programme “{ $programme }” as a PDF.
# What stands on the sheet, for others
certificate-sheet-title = Certificate
certificate-sheet-mentor = passed on knowledge as a mentor in the programme “{ $programme }”
certificate-sheet-mentee = took part as a mentee in the programme “{ $programme }”
certificate-sheet-when = { $first } to { $last }
certificate-sheet-topics = Topics: { $topics }
certificate-sheet-hours = { $hours ->
    [one] One hour
   *[other] { $hours } hours
 }
certificate-sheet-part = { $topics } ({ $hours })
certificate-sheet-own = as stated by the participant
certificate-sheet-issued = Issued on { $date }
