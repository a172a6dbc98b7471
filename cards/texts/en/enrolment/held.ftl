# What the room holds about people, and what for: a sentence each
held-enrolment = This is whether you take part, and in which role.
held-enrolment-place = So the questionnaire goes on where you left it.
held-earlier-cycle = So you come first if you have waited, and need not write everything again.
held-answers-language = In these languages the two of you can talk.
held-answers-about-me = This is what you would like your tandem to know.
held-answers-differ = This only helps to bring different people together.
held-answers-topics = This is what the two of you will talk about.
held-answers-standing = With this you can see at the end what has changed for you.
held-answers-purpose = This is what you would like to achieve, and how you like to learn.
held-answers-when = So we look for dates that suit you.
held-answers-place = So the two of you meet in the way that suits you both.
held-answers-deputy = This person may handle dates for you.
held-answers-not-with = This only prevents proposals that you do not want.
held-answers-agreed = You have agreed to the rules of the protected space.
held-invited = You were on this list when programme owners invited people.
held-answers-begun = This you have begun and not sent yet; it does not count yet.
held-rests = So after the end of a tandem you are matched again only if you would like to be.
