# Under 18: only with the company’s clearance
age-title = Are you at least 18?
age-what = Please press the button below that is true. If you are not 18 yet, the programme owners first settle with the company that you may take part: with the training department, your parents or guardians, and the youth representation. You can fill in the questionnaire already.
age-kept = We neither ask nor store how old you are. Of “18 or over” nothing is kept; “under 18” is read by the programme owners.
age-yes = { $yes } (18 or over)
age-no = { $yes } (under 18)
age-since = This question is new, and we ask it of everybody who takes part already. If you are not 18 yet, the programme owners settle with the company that you may take part: with the training department, your parents or guardians, and the youth representation.
age-since-next = What you have answered already stays. You are proposed for a tandem as soon as you have said this.
age-since-tandem = Your tandem goes on as before.
age-is = Yes, 18 or over
age-is-not = No, under 18
clearance-title = { $people ->
    [0] Nobody is waiting for a clearance
    [one] One person needs the company’s clearance
   *[other] { $people } people need the company’s clearance
 }
clearance-what = { $people ->
    [one] This person has said that they are not 18 yet, and is proposed for
   *[other] These people have said that they are not 18 yet, and are proposed for
 } a tandem only once you confirm here that the company has cleared it: training department, parents or guardians, youth representation. The bot does not know how old anybody is.
clearance-law = The reason is the protection of young people at work (JArbSchG in Germany). What it requires here is for the company to judge.
clearance-in-tandem = in a tandem already
clearance-who = Who?
clearance-confirm = Clearance is given
clearance-confirm-what = Whoever is chosen then takes part like everybody else, and is told at once. This cannot be undone; “remove” with the name takes somebody out again.
clearance-confirm-yes = Yes, clearance is given
clearance-not-this-time = Not this time
clearance-not-this-time-what = Whoever is chosen will read: “{ $sentence }” This cannot be undone.
clearance-not-this-time-yes = Yes, not this time
