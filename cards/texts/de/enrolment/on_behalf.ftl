# What owners enter on somebody's behalf
entry-title = Für { $name } eintragen: { $role }
entry-what = { $name } sieht, was du einträgst, auf der eigenen Karte und kann alles ändern. Nichts davon gilt, bevor { $name } es bestätigt hat. Was { $name } schon selbst gesagt hat, bleibt.
    .sie = { $name } sieht, was Sie eintragen, auf der eigenen Karte und kann alles ändern. Nichts davon gilt, bevor { $name } es bestätigt hat. Was { $name } schon selbst gesagt hat, bleibt.
entry-seen = Danach liest es nur noch { $name }, auch du nicht mehr.
    .sie = Danach liest es nur noch { $name }, auch Sie nicht mehr.
entry-languages-part = Sprachen …
entry-topics-part = Themen …
entry-times-part = Zeiten …
entry-languages = Sprachen
entry-topics = Themen zum Weitergeben
entry-wish = { $place ->
        [1] Thema: am liebsten
        [2] Thema: auch gern
       *[other] Thema: und noch
    }
entry-weekdays = Tage, die gut passen
entry-times = Tageszeiten, die gut passen
entry-never = Geht nie (morgens: vor 11 Uhr, mittags: 11 bis 14 Uhr, nachmittags: ab 14 Uhr)
entry-enter = Eintragen
entry-entered = Für { $name } ({ $role }) eingetragen. Es zählt, sobald { $name } es bestätigt.
entry-taken-back = Zurückgenommen ({ $role }). Was { $name } schon bestätigt oder geändert hat, bleibt.
entry-take-back = Zurücknehmen
entry-gone = { $name } ist nicht mehr als { $role } eingeladen. Hier ist nichts mehr einzutragen.
entry-done = { $name } hat den Fragebogen als { $role } selbst ausgefüllt. Hier ist nichts mehr einzutragen.

# What the person reads of it
entered-invitation = Im Fragebogen ist schon etwas für dich eingetragen, von { $name }. Es zählt erst, wenn du es bestätigst; du kannst alles ändern.
    .sie = Im Fragebogen ist schon etwas für Sie eingetragen, von { $name }. Es zählt erst, wenn Sie es bestätigen; Sie können alles ändern.
entered-step = Hier ist schon etwas für dich eingetragen, von { $name }. Es zählt erst, wenn du auf „Weiter“ drückst; ändere gern, was nicht passt.
    .sie = Hier ist schon etwas für Sie eingetragen, von { $name }. Es zählt erst, wenn Sie auf „Weiter“ drücken; ändern Sie gern, was nicht passt.
entered-which = { $name }: { $what }
entered-later = Schon für dich eingetragen, von { $name }. Es zählt erst, wenn du es dir ansiehst und auf „Weiter“ drückst.
    .sie = Schon für Sie eingetragen, von { $name }. Es zählt erst, wenn Sie es sich ansehen und auf „Weiter“ drücken.
entered-by-owners = Programmverantwortlichen
