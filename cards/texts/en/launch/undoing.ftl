# A launch is taken back.
undo-launch = Undo the launch
undo-title = Undo the launch from { $day }
undo-intro = This happens as soon as you confirm. Until then nothing changes.
undo-tandems-of = { $tandems ->
    [one] one, it stays agreed and can be launched again
   *[other] { $tandems }, they stay agreed and can be launched again
 }
undo-channels-of = { $channels ->
    [0] none
    [one] one is archived
   *[other] { $channels } are archived
 }
undo-members = In the participants’ team
undo-members-of = { $leaving ->
    [0] nobody leaves
    [one] one person is no longer in it afterwards
   *[other] { $leaving } people are no longer in it afterwards
 }{ $staying ->
    [0] {""}
    [one] , one stays because of another tandem
   *[other] , { $staying } stay because of another tandem
 }
undo-members-some = whoever is needed there for nothing else is no longer in it afterwards
undo-told = Message
undo-told-of = Whoever has read of the launch reads that it was undone and that the tandem stands
undo-met = The time of some sessions has passed. What was stays in both calendars.
undo-by-hand = { $tandems ->
    [one] In one tandem something was set up by hand. The app cannot undo that; it counts for the next launch, too.
   *[other] In { $tandems } tandems something was set up by hand. The app cannot undo that; it counts for the next launch, too.
 }
undo-waiting = { $offers ->
    [one] One offer is still open and goes on. If both say yes, the tandem waits for the next launch.
   *[other] { $offers } offers are still open and go on. Whoever says yes waits for the next launch.
 }
undo-then = { $tandems ->
    [one] The tandem then gets a new number at once, and at the next launch a new channel and a new series.
   *[other] Each tandem then gets a new number at once, and at the next launch a new channel and a new series.
 }
undo-sure = This cannot be taken back: coming sessions are cancelled, and Outlook sends the cancellations at once. { $tandems ->
    [one] Really undo the launch of the tandem?
   *[other] Really undo the launch? { $tandems } tandems stand ready again then.
 }
undo-yes = Yes, really undo it
undo-running = { $tandems ->
    [one] The launch of the tandem is being undone
   *[other] { $done ->
        [one] One of { $tandems } tandems is undone
       *[other] { $done } of { $tandems } tandems are undone
     }
 }
undo-done = { $tandems ->
    [one] The launch is undone, the tandem stands ready again
   *[other] The launch is undone, { $tandems } tandems stand ready again
 }
undo-archived = Archived channels
undo-left = Microsoft 365 did not let everything be cleared away here. If another attempt does not work either, IT finds the reason in the log under “ending.refused”.
undo-receipt = { $tandems ->
    [one] The tandem has a new number. The next launch includes it.
   *[other] Each has a new number. The next launch includes them.
 }
launch-undone = This launch was undone
launch-undone-text = Each of its tandems stands ready again, with a new number. The next launch includes it.

# What the two read of it.
undone-title = Your start was taken back
undone-text = { $name }, those responsible for the programme “{ $programme }” have taken the start back. Your tandem with { $partner } stands, and you need not do anything. Coming sessions are cancelled. When it starts anew, you get the new dates here.
undone-met = What you have had together already stays in both calendars.
undone-channel = The channel so far is archived; with the new start there is a new one.
