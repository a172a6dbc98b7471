remind-title = { $people ->
    [one] Ein Mensch ist noch nicht fertig
   *[other] { $people } Menschen sind noch nicht fertig
 }
remind-how = Wer noch nicht fertig ist, bekommt eine freundliche Erinnerung, höchstens eine am Tag.
remind-reads = Das lesen sie über der Einladung oder dem begonnenen Fragebogen:
remind-confirm = Jetzt erinnern
remind-sure = Erinnerungen lassen sich nicht zurückholen. Wirklich alle erinnern?
remind-yes = Ja, alle erinnern
remind-sent = Wer noch nicht fertig war ({ $people }), bekommt eine freundliche Erinnerung, höchstens eine am Tag.
