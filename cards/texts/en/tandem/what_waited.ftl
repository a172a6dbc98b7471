# What has waited for a day and comes together
waited-title = { $things ->
    [one] { $programme }: something for you
   *[other] { $programme }: { $things } things for you
 }
waited-intro = Hello { $name }, so that you do not get a message every day, these come together. Open them when it suits you; the card is then below.
waited-all = Open all
waited-open = Open: { $what }
waited-none = Everything here is opened or done.
waits-lessons = Short lessons
waits-lessons-what = Two minutes each, for good sessions
waits-agreement = Your agreement
waits-agreement-what = What the two of you want for your tandem
waits-question-box = Questions from your tandem
waits-question-box-what = Your tandem partner would like to know something
waits-retrospective = Looking back on your session
waits-retrospective-what = Two taps and one line
waits-fit = Does your tandem fit?
waits-fit-what = One question, one tap
waits-further = Go on?
waits-further-what = Whether you would like a few more sessions
waits-measure = Where you stand
waits-measure-what = A few taps
waits-result = A sentence for the programme
waits-result-what = What your tandem has brought
waits-follow-up = What has stayed
waits-follow-up-what = A short question, some months later
waits-circle = Talking with others
waits-circle-what = A channel of its own, if you like
waits-sponsor-thanks = Thanks to everybody
waits-sponsor-thanks-what = A proposal that you can change and send
waits-sponsor-words = Thanks
waits-sponsor-words-what = A few words from top management
waits-closed = A line for you
waits-closed-what = Your tandem partner has written to you at the end
