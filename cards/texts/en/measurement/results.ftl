result-title = What your tandem has brought
result-intro = Would you like to put some of it on record for the programme? One sentence is enough; it can be tied to one of the company’s key figures.
result-line = Your sentence
result-figure-choice = This key figure goes with it
result-no-figure = None
result-release = Release
result-change = Release as changed
result-take-back = Take the sentence back
result-released = Released by you. Whether { $partner } releases it as well is not shown here: a no, silence and taking it back look the same. If you change anything, it has to be released again.
result-theirs = { $partner } would like to release this sentence
result-theirs-seen = Only if you release it as well do the programme owners read it from { $day } on. Otherwise nobody learns anything, nor does { $partner }.
result-agree = Release as well
result-agreed = Released by you as well. Until { $day } you can take that back without anybody learning of it.
result-disagree = Take my release back
result-seen = What you release is read by { $partner }. The programme owners read it from { $day } on, without names, and only if both of you have released exactly these words. Until then it can be taken back, after that it stays with them. In a small programme people may guess all the same whose it is.
result-topic-told = The topic “{ $topic }” is shown beside it.
result-topic = Topic: { $topic }
result-figure = Key figure: { $figure }
result-over = The time for this is over. This is what the programme owners read, without names:
result-over-none = The time for this is over. The programme owners read nothing of yours.
results-title = What tandems have achieved
results-intro = Both of a tandem have released each of these sentences exactly as it stands. There are no names beside them; please do not ask for any.
figures-no-cause-results = This is how the two see it. It is no proof that the programme has changed anything about a key figure.
figures-results = { $results ->
    [one] One sentence from a tandem
   *[other] { $results } sentences from tandems
 }
going-results = { $results ->
    [one] One sentence from a tandem is released; it is shown with the company’s key figures.
   *[other] { $results } sentences from tandems are released; they are shown with the company’s key figures.
 }
