# What `tandem doctor` says: each line, and below it who has to do what.
doctor-state-ok = fine
doctor-state-missing = MISSING
doctor-state-unseen = NOT EXAMINED
doctor-state-open = open
doctor-check-database = the database
doctor-check-clock = the clock
doctor-check-keys = the keys that Teams signs with
doctor-check-sign-in = the app’s sign-in
doctor-check-people = the programme owners, and those who are named
doctor-check-permission = permissions
doctor-check-mailbox = mailboxes
doctor-check-app = the app in the organisation’s catalogue
doctor-check-app-allowed = whether people may have the app
doctor-check-capacity = the room in the participants’ teams
doctor-check-teams = whether teams may be opened
doctor-check-channels = private channels
doctor-check-meetings = whether events get a Teams link
doctor-check-address = the public address
doctor-who-operator = whoever runs the bot
doctor-who-entra = Entra administrator
doctor-who-teams = Teams administrator
doctor-who-exchange = Exchange administrator
doctor-sum = { $missing ->
    [0] { $unseen ->
        [0] { $open ->
            [0] Everything is in order.
           *[other] Nothing is missing. Left open: { $open }.
         }
       *[other] What was examined is in order, but not everything could be. Not examined: { $unseen }. Left open: { $open }. In order: { $ok }.
     }
   *[other] Missing: { $missing }. Not examined: { $unseen }. Left open: { $open }. In order: { $ok }.
 }
doctor-probe-leaves =
    The probe leaves something behind:
    - the app with everybody who is named and with the programme owners, as the invitation will later;
    - a private channel “Tandem check …” in the first participants’ team, archived at once; even deleted it counts for another thirty days;
    - as a member of that team, because a channel needs an owner, the first of those who are looked at; only if none of them is in it yet;
    - the participants’ team that a launch would open next, empty, with the programme owners as its members; that launch uses it. If it stands already, no other one is opened;
    - nothing in calendars: an event without guests is booked with all of them and deleted at once.
doctor-probe-go-on = Go on?
doctor-database = The database answers and has the schema of this version.
doctor-database-away = The database does not answer.
doctor-database-away-todo = Does it run, and is TANDEM_DATABASE_URL right?
doctor-database-schema = The database does not have the schema of this version.
doctor-database-schema-todo = Run `tandem migrate`.
doctor-encryption = The keys in TANDEM_ENCRYPTION_KEYS open what is stored encrypted.
doctor-encryption-wrong = No key in TANDEM_ENCRYPTION_KEYS opens what is stored encrypted.
doctor-encryption-wrong-todo = Put back the key that it was written with; a new one goes in front of it, and the old one stays behind.
doctor-clock = This machine’s clock agrees with Microsoft’s.
doctor-clock-off = This machine’s clock is { $seconds } seconds off Microsoft’s. From five minutes on each side turns the other away.
doctor-clock-off-todo = Keep the time with a time server (NTP).
doctor-clock-away = { $url } cannot be reached from here.
doctor-clock-away-todo = Check network, proxy and firewall: https to Microsoft Graph must be possible from here.
doctor-clock-unread = What answers at { $url } tells no time, so the clock cannot be compared.
doctor-clock-unread-todo = Check the proxy: does it answer in Microsoft’s place?
doctor-keys = The keys that Teams signs with can be fetched.
doctor-keys-away = The keys that Teams signs with cannot be fetched. Without them nobody is let in.
doctor-keys-away-todo = Check network, proxy and firewall: { $url } must be reachable from here.
doctor-sign-in = The app signs in to Microsoft Graph and the Bot Connector.
doctor-sign-in-away = { $host } cannot be reached from here.
doctor-sign-in-away-todo = Check network, proxy and firewall.
doctor-sign-in-refused = The app’s sign-in is refused ({ $code }).
doctor-sign-in-refused-todo = { $code ->
    [AADSTS7000215] The secret is wrong: make a new one under “Certificates & secrets” and put its value (not its id) into TANDEM_BOT_APP_SECRET.
    [AADSTS7000222] The secret has expired: make a new one under “Certificates & secrets” and put it into TANDEM_BOT_APP_SECRET.
    [AADSTS700016] There is no such app in the directory: compare TANDEM_BOT_APP_ID with the app registration.
    [AADSTS90002] There is no such directory: compare TANDEM_TENANT_ID with the overview in Entra.
   *[other] { $way ->
        [identity] Assign the identity whose client id is TANDEM_MANAGED_IDENTITY_CLIENT_ID to the machine or service that the bot runs on: Azure portal, “Identity”, “User assigned”.
       *[registration] Compare the app registration, TANDEM_TENANT_ID, TANDEM_BOT_APP_ID and the secret.
     }
 }
doctor-unseen = { $what }.
doctor-unseen-todo = Put sign-in and network right first (see above), then check again.
doctor-owners = { $count ->
    [one] The owners’ team { $team } has one member.
   *[other] The owners’ team { $team } has { $count } members.
 }
doctor-owners-unknown = There is no owners’ team { $team }.
doctor-owners-unknown-todo = Compare TANDEM_OWNERS_TEAM_IDS: the id stands in the team’s link after “groupId=”.
doctor-owners-nobody = There is nobody in the owners’ team { $team }.
doctor-owners-nobody-todo = Add the programme owners to the team.
doctor-person-unknown = Nobody in the directory, and no single group, is “{ $name }”.
doctor-person-unknown-todo = Use the e-mail address.
doctor-person-hindered = { $cause ->
    [disabled] { $name }: the account is disabled.
    [guest] { $name } is a guest; guests cannot take part.
   *[other] { $name } has no Microsoft 365 licence.
 }
doctor-person-hindered-todo = { $cause ->
    [disabled] Enable the account, or do not invite this person.
    [guest] Do not invite this person.
   *[other] Assign a licence with Teams and Exchange Online, or do not invite this person.
 }
doctor-permission = Permission { $permission } is granted.
doctor-permission-missing = Permission { $permission } is not granted.
doctor-permission-missing-todo = { $way ->
    [identity] Grant it to the managed identity; there is no screen for it, docs/tenant.md, “With a managed identity”, has the commands. It counts for new tokens, a day later at most.
   *[registration] Add it in the app registration under “API permissions” as an application permission of Microsoft Graph, and confirm it with “Grant admin consent”.
 }
doctor-permission-circles = Permission { $permission } is not granted. It is needed only if the programme offers circles.
doctor-permission-circles-todo = { $way ->
    [identity] Only if circles are switched on: grant it to the managed identity; docs/tenant.md, “With a managed identity”, has the commands.
   *[registration] Only if circles are switched on: add it as an application permission of Microsoft Graph, and confirm it with “Grant admin consent”.
 }
doctor-permission-mailbox = Permission { $permission } counts for none of the mailboxes that were looked at.
doctor-permission-mailbox-todo = Either assign the role “Application { $permission }” for the participants’ mailboxes in Exchange Online (RBAC for Applications), or grant the permission for all mailboxes in Entra. An assignment in Exchange takes up to two hours to work.
doctor-permission-unknown = Whether permission { $permission } is granted cannot be told without a mailbox.
doctor-permission-unknown-todo = Check again and name somebody with a mailbox.
doctor-mailboxes = { $count ->
    [one] One mailbox is a person’s and may be read and written.
   *[other] { $count } mailboxes are people’s and may be read and written.
 }
doctor-mailbox-none = { $name } has no mailbox in Exchange Online.
doctor-mailbox-none-todo = Move or enable the mailbox (Graph does not reach one on your own servers), or do not invite this person.
doctor-mailbox-scope = The mailbox of { $name } lies outside what the app may use in Exchange ({ $permissions }).
doctor-mailbox-scope-todo = If this person is to take part, put the mailbox into the scope of the role assignment; “Test-ServicePrincipalAuthorization” shows what counts.
doctor-mailbox-kind = The mailbox of { $name } is not a person’s but of this kind: { $kind }.
doctor-mailbox-kind-todo = Name the person by their own account; rooms, equipment and shared mailboxes cannot take part.
doctor-app = The app is in the organisation’s catalogue.
doctor-app-missing = There is no app with the manifest id { $app } in the organisation’s catalogue.
doctor-app-missing-todo = Upload the package that `tandem package` makes in the Teams admin center; TANDEM_TEAMS_APP_ID must be the same there.
doctor-app-allowed = { $count ->
    [one] One person has the app.
   *[other] { $count } people have the app.
 }
doctor-app-forbidden = The app cannot be set up for { $name }.
doctor-app-forbidden-todo = Make the app available to this person in the Teams admin center (“Manage apps”, and the person’s permission policy).
doctor-app-untried = { $count ->
    [one] Whether one person may have the app shows only when it is tried.
   *[other] Whether { $count } people may have the app shows only when it is tried.
 }
doctor-app-untried-todo = Check with --probe, or leave it to the first invitation: it says who cannot be reached.
doctor-capacity = By TANDEM_CHANNELS_PER_TEAM ({ $most }) there is room in the team { $team } for { $left ->
    [one] one more private channel.
   *[other] { $left } more private channels.
 }
doctor-capacity-unknown = Whether a team takes more than 30 private channels is not told to an app (TANDEM_CHANNELS_PER_TEAM is { $most }).
doctor-capacity-unknown-todo = Run “Get-TenantPrivateChannelMigrationStatus” (docs/tenant.md, “What a policy may still forbid”, has the commands); as long as it does not say “Completed”, set TANDEM_CHANNELS_PER_TEAM to 30.
doctor-team-unknown = There is no participants’ team { $team }.
doctor-team-unknown-todo = Compare TANDEM_PROGRAMME_TEAM_IDS, or leave it empty: then the first launch opens a team.
doctor-team-unread = How much room there is in the team { $team } cannot be read without the permission.
doctor-team-unread-todo = Grant Channel.ReadBasic.All, then check again.
doctor-channels = In the team { $team } a private channel can be opened and archived.
doctor-channels-joined = In the team { $team } a private channel can be opened and archived. For this { $name } has become a member of the team.
doctor-channels-standing = In the team { $team } the channel “{ $name }” could be opened, but not archived.
doctor-channels-standing-todo = Delete this channel in Teams. If ChannelSettings.ReadWrite.All is missing above, grant it; then check again.
doctor-channels-untried = Whether private channels are allowed shows only when one is tried.
doctor-channels-untried-todo = Check with --probe; it says beforehand what that leaves behind.
doctor-channels-later = A channel can be tried only once there is a team and somebody in it.
doctor-channels-later-todo = Start `tandem serve` once and name somebody with an account in order, then check again.
doctor-channels-forbidden = Private channels may not be opened in the team { $team }.
doctor-channels-forbidden-todo = Allow private channels in the Teams admin center under “Teams policies”, and in the team’s own settings.
doctor-channels-full = The team { $team } takes no further private channel: the tenant still allows 30 a team.
doctor-channels-full-todo = Set TANDEM_CHANNELS_PER_TEAM to 30 and name another team; “Get-TenantPrivateChannelMigrationStatus” shows when more is possible.
doctor-channels-no-room = The team { $team } has as many channels as a team can have; deleted ones count for thirty days.
doctor-channels-no-room-todo = Name another team, or leave TANDEM_PROGRAMME_TEAM_IDS empty: then the first launch opens one.
doctor-teams-untried = Whether the app may open further teams shows only when it opens one.
doctor-teams-untried-todo = Check with --probe; it says beforehand what that leaves behind.
doctor-teams-later = Whether the app may open teams can be tried only once the product has been started and somebody is in the owners’ team.
doctor-teams-later-todo = Start `tandem serve` once (its database must be in order), then check again.
doctor-channels-refused = No private channel could be opened in the team { $team }: { $said }
doctor-channels-refused-todo = If the team is full, name another one or lower TANDEM_CHANNELS_PER_TEAM; otherwise ask Microsoft about this message.
doctor-teams-forbidden = No team for the participants may be opened.
doctor-teams-forbidden-todo = Allow the app to open teams (Team.Create, and the policies for groups), or make a team by hand and name it in TANDEM_PROGRAMME_TEAM_IDS.
doctor-teams-no-more = The app may open no further team for the participants; those that are named have to do.
doctor-teams-no-more-todo = Name enough of them in TANDEM_PROGRAMME_TEAM_IDS for all tandems, or allow the app to open teams (Team.Create, and the policies for groups).
doctor-team-opened = The app may open teams: the next one for the participants, { $team }, stands empty; a launch uses it.
doctor-meetings = { $count ->
    [one] An event of the person who was looked at gets a Teams link.
   *[other] Events of the { $count } people who were looked at get a Teams link.
 }
doctor-meetings-untried = Whether events get a Teams link shows only when one is booked.
doctor-meetings-untried-todo = Check with --probe, and name at least one person in whose calendar sessions will stand.
doctor-meetings-forbidden = Events of { $name } get no Teams link.
doctor-meetings-forbidden-todo = Allow scheduling of meetings in the person’s meeting policy, and check the Teams licence.
doctor-address = Microsoft Graph reaches { $url }.
doctor-address-missing = TANDEM_PUBLIC_URL is empty: changes in Outlook are noticed only once a day.
doctor-address-missing-todo = Set the https address under which Microsoft reaches the bot.
doctor-address-refused = Microsoft Graph does not reach { $url }: { $said }
doctor-address-refused-todo = Does `tandem serve` run? Then check name, certificate, proxy and firewall: POST to /api/notifications must arrive from outside without a sign-in and be answered within ten seconds.
doctor-address-untried = The address could not be tried: none of the mailboxes that were looked at may be watched.
doctor-address-untried-todo = Put Calendars.Read right first, then check again.
doctor-nobody = { $what }: there is nobody with a mailbox and an account in order.
doctor-nobody-todo = Name somebody who is to take part.
doctor-unfinished = { $what }: a permission is missing for it.
doctor-unfinished-todo = Grant the permissions that are missing, then check again.
doctor-away = { $what }, at least not all of it: Microsoft gave no usable answer ({ $error }).
doctor-away-todo = Check again in a quarter of an hour. If it stays so, does a proxy answer in Microsoft’s place?
doctor-away-of = { $what } ({ $name }): Microsoft gave no usable answer ({ $error }).
doctor-away-of-todo = Check again in a quarter of an hour. If it stays so, does a proxy answer in Microsoft’s place?
