# Which tandems there are, and where each stands.
tandems-title = { $tandems ->
    [0] Tandems
    [one] One tandem
   *[other] { $tandems } tandems
 }
tandems-none = There are no tandems here yet. They appear as soon as both have said yes.
tandems-all = All
tandems-troubled = Not started
tandems-agreed = Agreed
tandems-running = Running
tandems-ended = Ended
tandems-shown = { $pages ->
    [one] { $stage }:
   *[other] { $stage }, page { $page } of { $pages }:
 }
tandems-pair = { $number } · { $mentor } and { $mentee }
tandems-open = Open tandem { $number }
tandems-is-troubled = could not be started; the card of the launch says what to do
tandems-is-agreed = both have said yes
tandems-is-running = is running
tandems-is-ended = has ended
tandems-left-out-own-chat = Your own tandem is never listed here. The mentor is named first.
tandems-left-out-channel = Tandems of programme owners are never listed here in the channel. The mentor is named first.
