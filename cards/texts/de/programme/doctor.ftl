# What `tandem doctor` says: each line, and below it who has to do what.
doctor-state-ok = in Ordnung
doctor-state-missing = FEHLT
doctor-state-unseen = UNGEPRÜFT
doctor-state-open = offen
doctor-check-database = die Datenbank
doctor-check-clock = die Uhr
doctor-check-keys = die Schlüssel, mit denen Teams unterschreibt
doctor-check-sign-in = die Anmeldung der App
doctor-check-people = die Programmverantwortlichen und alle, die genannt sind
doctor-check-permission = Berechtigungen
doctor-check-mailbox = Postfächer
doctor-check-app = die App im Katalog der Organisation
doctor-check-app-allowed = ob Menschen die App haben dürfen
doctor-check-capacity = der Platz in den Teams der Teilnehmenden
doctor-check-teams = ob Teams geöffnet werden dürfen
doctor-check-channels = private Kanäle
doctor-check-meetings = ob Termine einen Teams-Link bekommen
doctor-check-address = die öffentliche Adresse
doctor-who-operator = Betrieb des Bots
doctor-who-entra = Entra-Administration
doctor-who-teams = Teams-Administration
doctor-who-exchange = Exchange-Administration
doctor-sum = { $missing ->
    [0] { $unseen ->
        [0] { $open ->
            [0] Alles ist in Ordnung.
           *[other] Es fehlt nichts. Offen geblieben: { $open }.
         }
       *[other] Was geprüft wurde, ist in Ordnung, aber nicht alles ließ sich prüfen. Nicht geprüft: { $unseen }. Offen geblieben: { $open }. In Ordnung: { $ok }.
     }
   *[other] Es fehlt: { $missing }. Nicht geprüft: { $unseen }. Offen geblieben: { $open }. In Ordnung: { $ok }.
 }
doctor-probe-leaves =
    Die Probe hinterlässt etwas:
    - die App bei allen, die genannt sind, und bei den Programmverantwortlichen, so wie es später die Einladung tut;
    - einen privaten Kanal „Tandem check …“ im ersten Team der Teilnehmenden, gleich archiviert; er zählt, auch gelöscht, noch dreißig Tage mit;
    - als Mitglied dieses Teams, weil ein Kanal jemanden braucht, dem er gehört, die erste geprüfte Person; nur, wenn noch keine von ihnen darin ist;
    - das Team der Teilnehmenden, das ein Start als Nächstes öffnen würde, leer, mit den Programmverantwortlichen als Mitgliedern; dieser Start nutzt es. Steht es schon, wird kein weiteres geöffnet;
    - nichts in Kalendern: Bei ihnen allen wird ein Termin ohne Gäste gebucht und gleich wieder gelöscht.
doctor-probe-go-on = Weiter?
doctor-database = Die Datenbank antwortet und hat das Schema dieser Version.
doctor-database-away = Die Datenbank antwortet nicht.
doctor-database-away-todo = Läuft sie, und stimmt TANDEM_DATABASE_URL?
doctor-database-schema = Die Datenbank hat nicht das Schema dieser Version.
doctor-database-schema-todo = „tandem migrate“ ausführen.
doctor-encryption = Die Schlüssel in TANDEM_ENCRYPTION_KEYS öffnen, was verschlüsselt gespeichert ist.
doctor-encryption-wrong = Was verschlüsselt gespeichert ist, lässt sich mit keinem Schlüssel aus TANDEM_ENCRYPTION_KEYS öffnen.
doctor-encryption-wrong-todo = Den Schlüssel wieder eintragen, mit dem geschrieben wurde; ein neuer kommt davor, der alte bleibt dahinter stehen.
doctor-clock = Die Uhr dieses Rechners geht wie die von Microsoft.
doctor-clock-off = Die Uhr dieses Rechners geht { $seconds } Sekunden anders als die von Microsoft. Ab fünf Minuten weist jede Seite die andere ab.
doctor-clock-off-todo = Die Zeit mit einem Zeitserver (NTP) abgleichen.
doctor-clock-away = { $url } ist von hier nicht zu erreichen.
doctor-clock-away-todo = Netz, Proxy und Firewall prüfen: Von hier aus muss https zu Microsoft Graph möglich sein.
doctor-clock-unread = Was unter { $url } antwortet, nennt keine Zeit; die Uhr lässt sich nicht vergleichen.
doctor-clock-unread-todo = Den Proxy prüfen: Antwortet er an Microsofts Stelle?
doctor-keys = Die Schlüssel, mit denen Teams unterschreibt, lassen sich abrufen.
doctor-keys-away = Die Schlüssel, mit denen Teams unterschreibt, lassen sich nicht abrufen. Ohne sie wird niemand eingelassen.
doctor-keys-away-todo = Netz, Proxy und Firewall prüfen: { $url } muss von hier zu erreichen sein.
doctor-sign-in = Die App meldet sich bei Microsoft Graph und beim Bot Connector an.
doctor-sign-in-away = { $host } ist von hier nicht zu erreichen.
doctor-sign-in-away-todo = Netz, Proxy und Firewall prüfen.
doctor-sign-in-refused = Die Anmeldung der App wird abgelehnt ({ $code }).
doctor-sign-in-refused-todo = { $code ->
    [AADSTS7000215] Das Geheimnis stimmt nicht: unter „Certificates & secrets“ ein neues anlegen und seinen Wert (nicht seine Id) in TANDEM_BOT_APP_SECRET eintragen.
    [AADSTS7000222] Das Geheimnis ist abgelaufen: unter „Certificates & secrets“ ein neues anlegen und in TANDEM_BOT_APP_SECRET eintragen.
    [AADSTS700016] Diese App gibt es im Verzeichnis nicht: TANDEM_BOT_APP_ID mit der App-Registrierung vergleichen.
    [AADSTS90002] Dieses Verzeichnis gibt es nicht: TANDEM_TENANT_ID mit der Übersicht in Entra vergleichen.
   *[other] { $way ->
        [identity] Die Identität, deren Client-Id TANDEM_MANAGED_IDENTITY_CLIENT_ID ist, dem Rechner oder Dienst zuweisen, auf dem der Bot läuft: Azure-Portal, „Identity“, „User assigned“.
       *[registration] App-Registrierung, TANDEM_TENANT_ID, TANDEM_BOT_APP_ID und das Geheimnis vergleichen.
     }
 }
doctor-unseen = { $what }.
doctor-unseen-todo = Zuerst Anmeldung und Netz richten (siehe oben), dann noch einmal prüfen.
doctor-owners = { $count ->
    [one] Das Team { $team } der Programmverantwortlichen hat ein Mitglied.
   *[other] Das Team { $team } der Programmverantwortlichen hat { $count } Mitglieder.
 }
doctor-owners-unknown = Ein Team { $team } der Programmverantwortlichen gibt es nicht.
doctor-owners-unknown-todo = TANDEM_OWNERS_TEAM_IDS vergleichen: Die Id steht im Link des Teams hinter „groupId=“.
doctor-owners-nobody = Im Team { $team } der Programmverantwortlichen ist niemand.
doctor-owners-nobody-todo = Die Programmverantwortlichen in das Team aufnehmen.
doctor-person-unknown = Im Verzeichnis ist niemand und keine Gruppe eindeutig „{ $name }“.
doctor-person-unknown-todo = Mit der E-Mail-Adresse nennen.
doctor-person-hindered = { $cause ->
    [disabled] { $name }: Das Konto ist gesperrt.
    [guest] { $name } ist Gast; Gäste können nicht teilnehmen.
   *[other] { $name } hat keine Lizenz für Microsoft 365.
 }
doctor-person-hindered-todo = { $cause ->
    [disabled] Das Konto freigeben, oder diese Person nicht einladen.
    [guest] Diese Person nicht einladen.
   *[other] Eine Lizenz mit Teams und Exchange Online zuweisen, oder diese Person nicht einladen.
 }
doctor-permission = Berechtigung { $permission } ist erteilt.
doctor-permission-missing = Berechtigung { $permission } ist nicht erteilt.
doctor-permission-missing-todo = { $way ->
    [identity] Der verwalteten Identität erteilen; eine Seite im Portal gibt es dafür nicht, die Befehle stehen in docs/tenant.md, „With a managed identity“. Es gilt für neue Token, spätestens nach einem Tag.
   *[registration] In der App-Registrierung unter „API permissions“ als Anwendungsberechtigung von Microsoft Graph hinzufügen und mit „Grant admin consent“ bestätigen.
 }
doctor-permission-circles = Berechtigung { $permission } ist nicht erteilt. Gebraucht wird sie nur, wenn das Programm Kreise anbietet.
doctor-permission-circles-todo = { $way ->
    [identity] Nur wer Kreise einschaltet: der verwalteten Identität erteilen; die Befehle stehen in docs/tenant.md, „With a managed identity“.
   *[registration] Nur wer Kreise einschaltet: als Anwendungsberechtigung von Microsoft Graph hinzufügen und mit „Grant admin consent“ bestätigen.
 }
doctor-permission-mailbox = Berechtigung { $permission } gilt für kein einziges der geprüften Postfächer.
doctor-permission-mailbox-todo = Entweder in Exchange Online die Rolle „Application { $permission }“ für die Postfächer der Teilnehmenden zuweisen (RBAC for Applications), oder die Berechtigung in Entra für alle Postfächer erteilen. Eine Zuweisung in Exchange wirkt erst nach bis zu zwei Stunden.
doctor-permission-unknown = Ob die Berechtigung { $permission } erteilt ist, lässt sich ohne Postfach nicht sagen.
doctor-permission-unknown-todo = Noch einmal prüfen und jemanden mit Postfach nennen.
doctor-mailboxes = { $count ->
    [one] Ein Postfach ist das einer Person und darf gelesen und beschrieben werden.
   *[other] { $count } Postfächer sind die von Personen und dürfen gelesen und beschrieben werden.
 }
doctor-mailbox-none = { $name } hat kein Postfach in Exchange Online.
doctor-mailbox-none-todo = Das Postfach umziehen oder freischalten (ein Postfach auf eigenen Servern erreicht Graph nicht), oder diese Person nicht einladen.
doctor-mailbox-scope = Das Postfach von { $name } liegt außerhalb dessen, was der App in Exchange erlaubt ist ({ $permissions }).
doctor-mailbox-scope-todo = Soll die Person teilnehmen, das Postfach in den Bereich der Rollenzuweisung aufnehmen; „Test-ServicePrincipalAuthorization“ zeigt, was gilt.
doctor-mailbox-kind = Das Postfach von { $name } ist keines einer Person, sondern: { $kind }.
doctor-mailbox-kind-todo = Die Person mit ihrem eigenen Konto nennen; Räume, Geräte und geteilte Postfächer können nicht teilnehmen.
doctor-app = Die App steht im Katalog der Organisation.
doctor-app-missing = Eine App mit der Manifest-Id { $app } steht nicht im Katalog der Organisation.
doctor-app-missing-todo = Das Paket aus „tandem package“ im Teams Admin Center hochladen; TANDEM_TEAMS_APP_ID muss dabei dieselbe sein.
doctor-app-allowed = { $count ->
    [one] Eine Person hat die App.
   *[other] { $count } Personen haben die App.
 }
doctor-app-forbidden = Bei { $name } lässt sich die App nicht einrichten.
doctor-app-forbidden-todo = Im Teams Admin Center die App für diese Person verfügbar machen („Manage apps“, und die Berechtigungsrichtlinie der Person).
doctor-app-untried = { $count ->
    [one] Ob eine Person die App haben darf, zeigt erst der Versuch.
   *[other] Ob { $count } Personen die App haben dürfen, zeigt erst der Versuch.
 }
doctor-app-untried-todo = Mit --probe prüfen, oder es der ersten Einladung überlassen; die sagt, wer nicht erreichbar ist.
doctor-capacity = Nach TANDEM_CHANNELS_PER_TEAM ({ $most }) ist im Team { $team } Platz für { $left ->
    [one] einen weiteren privaten Kanal.
   *[other] { $left } weitere private Kanäle.
 }
doctor-capacity-unknown = Ob ein Team mehr als 30 private Kanäle aufnimmt, erfährt eine App nicht (TANDEM_CHANNELS_PER_TEAM ist { $most }).
doctor-capacity-unknown-todo = „Get-TenantPrivateChannelMigrationStatus“ ausführen (die Befehle stehen in docs/tenant.md, „What a policy may still forbid“); solange dort nicht „Completed“ steht, TANDEM_CHANNELS_PER_TEAM auf 30 setzen.
doctor-team-unknown = Ein Team { $team } der Teilnehmenden gibt es nicht.
doctor-team-unknown-todo = TANDEM_PROGRAMME_TEAM_IDS vergleichen, oder leer lassen: Dann öffnet der erste Start ein Team.
doctor-team-unread = Wie viel Platz im Team { $team } ist, lässt sich ohne die Berechtigung nicht lesen.
doctor-team-unread-todo = Channel.ReadBasic.All erteilen, dann noch einmal prüfen.
doctor-channels = Im Team { $team } lässt sich ein privater Kanal öffnen und archivieren.
doctor-channels-joined = Im Team { $team } lässt sich ein privater Kanal öffnen und archivieren. { $name } ist dafür Mitglied des Teams geworden.
doctor-channels-standing = Im Team { $team } ließ sich der Kanal „{ $name }“ öffnen, aber nicht archivieren.
doctor-channels-standing-todo = Diesen Kanal in Teams löschen. Fehlt oben ChannelSettings.ReadWrite.All, die Berechtigung erteilen; dann noch einmal prüfen.
doctor-channels-untried = Ob private Kanäle erlaubt sind, zeigt erst der Versuch.
doctor-channels-untried-todo = Mit --probe prüfen; was das hinterlässt, wird vorher gesagt.
doctor-channels-later = Ein Kanal lässt sich erst versuchen, wenn es ein Team und jemanden darin gibt.
doctor-channels-later-todo = „tandem serve“ einmal starten und jemanden mit gültigem Konto nennen, dann noch einmal prüfen.
doctor-channels-forbidden = Im Team { $team } dürfen keine privaten Kanäle geöffnet werden.
doctor-channels-forbidden-todo = Im Teams Admin Center unter „Teams policies“ private Kanäle erlauben, und in den Einstellungen des Teams.
doctor-channels-full = Das Team { $team } nimmt keinen weiteren privaten Kanal auf: Der Tenant erlaubt noch höchstens 30 je Team.
doctor-channels-full-todo = TANDEM_CHANNELS_PER_TEAM auf 30 setzen und ein weiteres Team nennen; „Get-TenantPrivateChannelMigrationStatus“ zeigt, wann mehr geht.
doctor-channels-no-room = Das Team { $team } hat so viele Kanäle, wie ein Team haben kann; gelöschte zählen dreißig Tage mit.
doctor-channels-no-room-todo = Ein weiteres Team nennen, oder TANDEM_PROGRAMME_TEAM_IDS leer lassen: Dann öffnet der erste Start eines.
doctor-teams-untried = Ob die App weitere Teams öffnen darf, zeigt erst der Versuch.
doctor-teams-untried-todo = Mit --probe prüfen; was das hinterlässt, wird vorher gesagt.
doctor-teams-later = Ob die App Teams öffnen darf, lässt sich erst versuchen, wenn das Produkt einmal gestartet wurde und im Team der Programmverantwortlichen jemand ist.
doctor-teams-later-todo = „tandem serve“ einmal starten (die Datenbank muss in Ordnung sein), dann noch einmal prüfen.
doctor-channels-refused = Im Team { $team } ließ sich kein privater Kanal öffnen: { $said }
doctor-channels-refused-todo = Ist das Team voll, ein weiteres nennen oder TANDEM_CHANNELS_PER_TEAM senken; sonst mit dieser Meldung bei Microsoft nachfragen.
doctor-teams-forbidden = Es darf kein Team für die Teilnehmenden geöffnet werden.
doctor-teams-forbidden-todo = Der App das Öffnen von Teams erlauben (Team.Create, und die Richtlinien für Gruppen), oder ein Team von Hand anlegen und in TANDEM_PROGRAMME_TEAM_IDS nennen.
doctor-teams-no-more = Die App darf kein weiteres Team für die Teilnehmenden öffnen; die genannten müssen reichen.
doctor-teams-no-more-todo = In TANDEM_PROGRAMME_TEAM_IDS so viele nennen, dass sie für alle Tandems reichen, oder der App das Öffnen von Teams erlauben (Team.Create, und die Richtlinien für Gruppen).
doctor-team-opened = Die App darf Teams öffnen: Das nächste für die Teilnehmenden, { $team }, steht leer bereit; ein Start nutzt es.
doctor-meetings = { $count ->
    [one] Ein Termin der geprüften Person bekommt einen Teams-Link.
   *[other] Termine der { $count } geprüften Personen bekommen einen Teams-Link.
 }
doctor-meetings-untried = Ob Termine einen Teams-Link bekommen, zeigt erst der Versuch.
doctor-meetings-untried-todo = Mit --probe prüfen, und mindestens eine Person nennen, in deren Kalender Treffen stehen werden.
doctor-meetings-forbidden = Termine von { $name } bekommen keinen Teams-Link.
doctor-meetings-forbidden-todo = In der Besprechungsrichtlinie der Person das Planen von Besprechungen erlauben, und die Teams-Lizenz prüfen.
doctor-address = Microsoft Graph erreicht { $url }.
doctor-address-missing = TANDEM_PUBLIC_URL ist leer: Was sich in Outlook ändert, wird nur einmal am Tag bemerkt.
doctor-address-missing-todo = Die https-Adresse eintragen, unter der Microsoft den Bot erreicht.
doctor-address-refused = Microsoft Graph erreicht { $url } nicht: { $said }
doctor-address-refused-todo = Läuft „tandem serve“? Dann Name, Zertifikat, Proxy und Firewall prüfen: POST auf /api/notifications muss von außen ohne Anmeldung ankommen und binnen zehn Sekunden beantwortet werden.
doctor-address-untried = Die Adresse ließ sich nicht erproben: Kein geprüftes Postfach darf beobachtet werden.
doctor-address-untried-todo = Zuerst Calendars.Read richten, dann noch einmal prüfen.
doctor-nobody = { $what }: Es gibt niemanden mit Postfach und gültigem Konto.
doctor-nobody-todo = Jemanden nennen, der teilnehmen soll.
doctor-unfinished = { $what }: Dafür fehlt eine Berechtigung.
doctor-unfinished-todo = Die fehlenden Berechtigungen erteilen, dann noch einmal prüfen.
doctor-away = { $what }, jedenfalls nicht ganz: Microsoft gab keine brauchbare Antwort ({ $error }).
doctor-away-todo = In einer Viertelstunde noch einmal prüfen. Bleibt es so: Antwortet ein Proxy an Microsofts Stelle?
doctor-away-of = { $what } ({ $name }): Microsoft gab keine brauchbare Antwort ({ $error }).
doctor-away-of-todo = In einer Viertelstunde noch einmal prüfen. Bleibt es so: Antwortet ein Proxy an Microsofts Stelle?
