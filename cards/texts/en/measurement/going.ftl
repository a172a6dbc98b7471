going-title = How it is going: { $programme }
going-intro = Figures of groups, never of one person: a figure appears at { $group } and changes only when { $group } more have come. Each session is counted a week after it. What has been counted stays, even if somebody leaves.
going-agreement = Tandems with an agreement
going-retrospective = Sessions with a retrospective
going-fit = The answer “Well” after the first session
going-of-agreement = { $many ->
    [one] one tandem
   *[other] { $many } tandems
 }
going-of-retrospective = { $many ->
    [one] one session
   *[other] { $many } sessions
 }
going-of-fit = { $many ->
    [one] one answer
   *[other] { $many } answers
 }
going-exact = { $low } of { $of }
going-between = { $low } to { $high } of { $of }
going-few = few of { $of }
going-most = most of { $of }
going-too-few = Too few so far.
going-changed-mentee = What has changed for mentees
going-changed-mentor = What has changed for mentors
going-changed = What has changed
going-when-fixed = It is counted twice: when all tandems are a week past their half, and a week after the closing. After that nothing changes any more. Of fewer than { $group } people nothing is shown.
going-when-rolling = As each tandem begins by itself, { $group } people have to come together before anything shows here or changes. In a small programme it therefore says “too few” for a long time.
going-item-competence = Digital competence
going-item-usage = Using a topic of one’s own accord
going-item-advice = Asking younger colleagues for advice
going-item-together = Deciding with the team
going-item-network = Knowing people who can help
going-item-voice = Saying what one thinks to those above
going-item-presenting = Showing things in a way that helps others along
going-item-feedback = Giving feedback to people with more experience
going-item-stay = Wanting to stay with the company
going-middle = Halfway: { $change }
going-end = By the end: { $change }
going-change = { $people ->
    [one] { $by } ({ $low } to { $high }), one person
   *[other] { $by } ({ $low } to { $high }), { $people } people
 }
going-apart = { $people ->
    [one] Difference from one person who is waiting: { $by } ({ $low } to { $high })
   *[other] Difference from { $people } people who are waiting: { $by } ({ $low } to { $high })
 }
going-apart-note = Those who wait got no tandem in the same cycle and have answered the same questions at the same times of their own free will. Nobody was drawn by lot, so the difference proves nothing either.
going-lasting = Who still uses it later
going-lasting-after = After { $months } months: { $said }
going-lasting-later = is counted once everybody has had four weeks to answer.
going-lasting-silent = { $silent ->
    [0] Everybody has answered.
    [one] One person has not answered; that does not count as a no.
   *[other] { $silent } have not answered; that does not count as a no.
 }
going-of-lasting = { $many ->
    [one] one answer
   *[other] { $many } answers
 }
going-interval = The mean of how everybody rates themselves: digital competence from 1 to 10, all else from 1 to 5. In brackets: where the true change lies with 95 % confidence; if that reaches across zero, it may be chance. No figure proves that the programme is the cause.
going-seen = Programme owners are not in it, nor are those in a tandem with them. Of fewer than { $group } nothing is shown, and “few” means one at most in each group, “most” all or all but one: so no figure gives away what anybody has said.
