# The texts in the company's own words, by card
texts-title = Texts in your own words
texts-intro = You can replace every text that people read here with one of your own. Before it is used, you see it on its card. New cards then use it at once; open ones show it as soon as somebody looks at them. The history of the settings shows who replaced what and when; there you can take it back, too.
texts-voice = Language and form of address: { $voice }
texts-voice-du = { $language }, “du”
texts-voice-sie = { $language }, “Sie”
texts-query = Which words of it do you remember?
texts-find = Find the text
texts-found = Texts for “{ $query }”
texts-none = No text matches.
texts-by-card = By card
texts-by-card-about = First choose the card, then the text
texts-cards = { $cards ->
    [one] one card
   *[other] { $cards } cards
 }
texts-all = All texts
texts-own = Replaced texts
texts-own-many = { $texts ->
    [0] none yet
    [one] one
   *[other] { $texts }
 }
texts-export = All as a document
texts-open = Change: { $text }
texts-further = More
texts-nearer = Previous
texts-mark-own = replaced
texts-mark-promise = a promise
texts-mark-own-promise = replaced · a promise that nobody has checked in these words
texts-change = Change a text
texts-original = The original text
texts-yours = What it should say
texts-yours-case = What it should say: { $case }
texts-case-0 = for none
texts-case-1 = for one
texts-case-2 = for two
texts-case-3 = for three
texts-case-one = for one
texts-case-other = otherwise
texts-case-none = if there are none
texts-case-you = if it is the reader
texts-case-both = if it is both
texts-case-mentor = for mentors
texts-case-mentee = for mentees
texts-fillings = What is in curly brackets is filled in: { $names }. Everything else appears exactly as it is written.
texts-promise = This text promises somebody something: who sees what, how long it is kept, or what follows. That it is true has been checked for the wording that came with the product, not for another. Please change it only so that it is still true.
texts-replaced = Replaced by { $by } on { $day }
texts-set-back = Reset by { $by } on { $day }
texts-try = Preview
texts-reset = Reset
texts-reset-sure = Then the original text is used again.
texts-preview = How it would read
texts-missing = This would no longer be in the text: { $names }. People would not learn it here.
texts-on-card = On its card, with invented names
texts-save = Use this text
texts-edit = Go on editing
texts-document-title = All texts of “{ $name }”
texts-document-about = This is how the cards speak to people, in the programme’s form of address. What is in curly brackets is filled in. Replaced texts are marked, and the original is struck through below. “A promise” means that there are tests that show it to be true, as long as the text is not replaced.
texts-document-what = All texts of the programme, for approval
texts-document-file = Texts
texts-document-rest = Single sentences
texts-document-as-cards = No files can be handed over here. The card of the texts lists them all under “All texts”.
room-enrolment = Invitation and questionnaire
room-matching = Matching and offer
room-launch = Launch, tandems, closing
room-sessions = Tandem and sessions
room-measurement = What a tandem changes
room-circles = Circles
room-tandem = Life of a tandem
room-polls = Finding a new time
room-changes = Absence and handover
room-privacy = My data
room-programme = Programme
room-trial = Trying it out
room-common = General
