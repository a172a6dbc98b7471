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
match-score = Score: { $score }
match-rules = Checked:
match-next-mentee = Next best for the mentee
match-next-mentor = Next best for the mentor
match-left-over = { $people ->
    [one] One person stays without a tandem for now
   *[other] { $people } people stay without a tandem for now
 }
match-approve-all = { $tandems ->
    [one] Approve and ask
   *[other] Approve and ask all { $tandems }
 }
page-back = Previous page
page-next = Next page
role-mentor = Mentor
role-mentee = Mentee
