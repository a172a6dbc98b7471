history-title = History
history-intro = What programme owners have done, the newest first. A ↶ leads to where it is taken back.
history-none = Nobody has decided anything here yet.
history-by = { $by }, { $at }
history-nobody = Name no longer known
history-take-back = Take back: { $what }
history-page = Page { $page } of { $pages }
history-older = Older
history-newer = Newer
history-left-out-own-chat = What concerns yourself or your own tandem is not listed here.
history-left-out-channel = What concerns programme owners themselves or their own tandems is not listed here in the channel.
status-show-history = History
done-matching-approve = Approved proposals
done-matching-keep = Made a decision that proposals follow
done-matching-undo = Took back a decision that proposals followed
done-matching-anew = Worked the proposals out again
done-match = Computed proposals
done-past-pairs = Entered past pairs
back-past-pairs = “undo past pairs” with the same lines takes it back.
done-undo-past-pairs = Took past pairs back
back-undo-past-pairs = “past pairs” with the same lines enters them again.
done-handover-confirm = { $number ->
    [0] Handed the sessions of a tandem over to the other calendar
   *[other] Handed the sessions of tandem { $number } over to the other calendar
 }
back-handover-confirm = “handover” gives them back in the same way.
done-texts-save = Changed a text
done-texts-reset = Reset a text
done-given-up-again = Tried again what had not worked
done-figures-save = Changed a key figure
done-figures-remove = Removed a key figure
done-figures-undo = Took back a change of the key figures
done-figures-take-over = Carried over key figures from the last cycle
done-settings-save = Changed settings
done-settings-topic = Changed a topic
done-settings-remove-topic = Removed a topic
done-settings-undo = Took back a change of the settings
done-settings-import = Took settings from a file
done-settings-undo-dates = Took the last day of enrolment back
done-settings-dates = Set the last day of enrolment
done-enrolment = Set the last day of enrolment
done-call-switch = Switched the open call
back-call-switch = “open call” switches it again.
done-applications-accept = Accepted applications
back-applications-accept = “remove” with the name takes somebody out again.
done-applications-decline = Kindly declined applications
done-clearance-confirm = Confirmed the company’s clearance
back-clearance-confirm = “remove” with the name takes somebody out again.
done-clearance-not-this-time = Without the company’s clearance: not this time
done-entry-enter = Entered something for somebody
back-entry-enter = “enter for” with the name shows where it is taken back.
done-entry-take-back = Took back what was entered for somebody
back-entry-take-back = “enter for” with the name enters it again.
done-invite-confirm = Invited people
done-invite-confirm-mentee = Invited mentees
done-invite-confirm-mentor = Invited mentors
done-invite-stop = Stopped an invitation before it was sent
done-invite-undo = Took an invitation back
done-cycle-open = Opened a new cycle
done-cycle-stop = Stopped a new cycle before anybody was asked
done-remind-confirm = Reminded people of the enrolment
done-correction-confirm = Corrected a role or took somebody out
back-correction-confirm = “invite” asks the person again.
done-intervention-confirm = { $number ->
    [0] Changed a tandem
   *[other] Changed tandem { $number }
 }
done-intervention-confirm-add = { $number ->
    [0] Paired two by hand
   *[other] Paired two by hand: tandem { $number }
 }
back-intervention-confirm-add = On the tandem’s card it can be ended.
done-intervention-confirm-replace = { $number ->
    [0] Replaced somebody in a tandem
   *[other] Replaced somebody in tandem { $number }
 }
back-intervention-confirm-replace = This cannot be taken back.
done-intervention-confirm-extend = { $number ->
    [0] Offered further sessions to a tandem
   *[other] Offered further sessions to tandem { $number }
 }
back-intervention-confirm-extend = The two agree themselves; without their yes nothing happens.
done-intervention-confirm-end = { $number ->
    [0] Ended a tandem
   *[other] Ended tandem { $number }
 }
back-intervention-confirm-end = This cannot be taken back.
done-free-place-again = { $number ->
    [0] Tried once more to clear away after an end
   *[other] Tried once more to clear away after the end of tandem { $number }
 }
done-intervention-again = { $number ->
    [0] Tried once more to clear away after an end
   *[other] Tried once more to clear away after the end of tandem { $number }
 }
done-launch-confirm = Started the launch
done-launch-decide = { $number ->
    [0] Decided what happens to a tandem in the launch
   *[other] Decided what happens to tandem { $number } in the launch
 }
done-launch-retry-all = Tried the launch again
done-kickoff-confirm = Invited to the kick-off
back-kickoff-confirm = On the card of the kick-off it can be cancelled.
done-kickoff-cancel = Cancelled the kick-off
done-kickoff-change = Changed the kick-off
back-kickoff-change = On the card of the kick-off it is changed again.
done-finding-leave = { $number ->
    [0] Left a tandem as it is
   *[other] Left tandem { $number } as it is
 }
back-finding-leave = On the card of the notice you can decide again.
done-finding-decide-anew = { $number ->
    [0] Reopened a notice on a tandem
   *[other] Reopened a notice on tandem { $number }
 }
back-finding-decide-anew = On the card of the notice it can be left as it is again.
done-undo-confirm = Took the launch back
done-undo-again = Tried once more to take the launch back
done-closing-again = Tried once more to clear away what the closing had left
done-closing-confirm = Closed the cycle
done-successor-confirm = Named a successor
done-successor-withdraw = Withdrew a successor
done-undo-successor = Withdrew a successor
done-successor-again = Named a successor again
done-pause = Entered a pause for somebody
