farewell-label = A line for { $partner }, if you like
farewell-send = Send
farewell-seen = Only { $partner } reads this, on their own card of thanks. You can take it back; two weeks after the end of your last tandem it is erased.
farewell-read-mentor = { $partner } writes to you
farewell-read-mentee = { $partner } reads this
farewell-take-back = Take it back
