sponsor-title = A word of thanks from you?
sponsor-what = { $over ->
    [tandems] { $name }, some tandems of the programme “{ $programme }” have come to their end.
   *[cycle] { $name }, a cycle of “{ $programme }” has come to its end.
 } { $people ->
    [0] Those who took part gave their time and dared something new.
   *[other] { $people } people took part, gave their time and dared something new.
 } Thanks from you will mean something to them. Here is a proposal; change it as you like.
sponsor-label = Your thanks
sponsor-proposal = Thank you for taking each other on: with questions, with patience and with what you know. All of us learn from that.
sponsor-seen = Everybody whose tandem has begun reads this once, with your name below it, in their working hours. I do not tell you who they are. Once it is sent, it cannot be taken back; two weeks later the text is erased.
sponsor-thank = Thank them all
sponsor-leave = Not this time
sponsor-sent = Thank you, { $name }!
sponsor-sent-what = { $people ->
    [0] Your thanks are on their way and arrive as soon as it suits each of them.
   *[other] Your thanks are on their way to { $people } people and arrive as soon as it suits each of them.
 }
sponsor-left = All right, not this time. Nothing is sent.
sponsor-over = This question is settled. Nothing is sent.
sponsor-words-title = Thank you, { $name }!
sponsor-words-what = A word about your tandem in the programme “{ $programme }”:
sponsor-words-over = { $sponsor } has thanked you for your tandem. The text is no longer there, it was erased.
