# programme.toml: what is wrong in a line
programme-file-at-key = { $file }, line { $line }: { $path }: { $fault }
programme-file-at-line = { $file }, line { $line }: { $fault }
programme-file-encoding = The line is not UTF-8. Please save the file as UTF-8.
programme-file-syntax = From column { $column } on, this is not TOML. Text goes in quotation marks, and each key appears only once.
programme-file-syntax-end = The file ends here in the middle of something.
programme-file-meant = { $nearest ->
    [none] {""}
   *[other] {" "}Did you mean “{ $nearest }”?
 }
programme-file-unknown = There is no “{ $value }” here.{ programme-file-meant } Allowed: { $allowed }.
programme-file-elsewhere = { $table ->
    [none] This belongs at the beginning of the file, before the first table.
   *[other] This belongs in the table [{ $table }].
 }
programme-file-choice = “{ $value }” is not allowed.{ programme-file-meant } Allowed: { $allowed }.
programme-file-language = The language “{ $value }” is unknown.{ programme-file-meant } Allowed are ISO 639 codes, for example de, en, fr.
programme-file-range = Allowed is a whole number from { $lowest } to { $highest }.
programme-file-at-least = Allowed is a whole number of { $lowest } or more.
programme-file-kind-number = “{ $value }” is not a whole number.
programme-file-kind-text = A text in quotation marks belongs here.
programme-file-kind-switch = “{ $value }” is not allowed. Allowed: true, false.
programme-file-kind-list = A list in square brackets belongs here.
programme-file-kind-table = A table belongs here.
programme-file-kind-day = “{ $value }” is not a day. Write it like this: YYYY-MM-DD
programme-file-kind-time = “{ $value }” is not a time of day. Write it like this: 09:30:00
programme-file-too-few = { $min_length ->
    [one] At least one entry is needed.
   *[other] At least { $min_length } entries are needed.
 }
programme-file-too-many = { $max_length ->
    [one] At most one entry is allowed.
   *[other] At most { $max_length } entries are allowed.
 }
programme-file-empty = The text must not be empty.
programme-file-text-too-long = This is { $length } characters long. At most { $max_length } are allowed, so that it fits on a card.
programme-file-missing = “{ $name }” is missing.
programme-file-topic-twice = The topic “{ $id }” already appears further up. Each topic appears only once.
programme-file-topic-name-twice = A topic further up is already called “{ $name }”. Each topic has a name of its own.
programme-file-topic-id = Allowed are small letters, digits and underscores, with a letter first.
programme-file-kit-id = Allowed are small letters, digits, hyphens and underscores, with a letter first.
programme-file-kit-twice = The session kit “{ $id }” already appears further up. Each has an id of its own.
programme-file-no-texts = The texts are missing: a table of one language at least. Allowed: { $allowed }.
programme-file-link = Allowed is an address that begins with https://.
programme-file-address = This is not an e-mail address. Allowed: an address such as anna.berg@company.example, or nothing.
programme-file-boundary = { $who ->
    [sponsor] This address is given twice: for the sponsor and for crossed boundaries.
   *[contact] This address is given twice: for questions and for crossed boundaries.
 } Whoever reports a crossed boundary has to be heard outside the programme: works council or complaints office.
programme-file-picture = Allowed: an address that begins with https://, or a small picture as data:image/png;base64,… or data:image/jpeg;base64,….
programme-file-reminders = With { $days } days to answer, { $most ->
    [one] one reminder comes, one day before
   *[other] reminders come 1 to { $most } days before, each on another day
 }.
programme-file-no-reminders = With one day to answer there is no time for reminders. Allowed: [].
programme-file-falling = A later wish never counts more than an earlier one. Write the points in falling order.
programme-file-not-switchable = This rule always counts. Please remove the line.
programme-file-no-open-cause = This rule stays on where “language” is off or there is only one language to choose from. Otherwise “not possible” would have none but confidential causes, and by trying one could find out whom somebody has named.
programme-file-people-twice = “{ $person }” appears here twice.
programme-file-in-two-groups = “{ $person }” is already in the KPI group “{ $group }”. Everybody is in one group at most.
programme-file-order = The end does not come after the beginning ({ $start }).
programme-file-region = That is no part of a country in ISO 3166-2, such as DE-BY or CH-ZH.
programme-file-region-twice = “{ $directory }” already appears further up. Each place has one entry.
programme-file-no-room = No day has room for a session: it lasts { $length } min, and at most { $most } min in a row are free.
programme-file-common-languages = { $most ->
    [one] There is only one language to choose from, so two people cannot share more.
   *[other] There are { $most } languages to choose from, so two people cannot share more.
 }
programme-file-months-or-number = Only one of the two is allowed: months or number.
programme-file-retired-age = This setting no longer exists: the company's directory knows neither people's age nor how long they have been there, so it never had any effect. Please remove the line.
programme-file-retired-room = This setting no longer exists: each tandem meets in a private channel of its own. Please remove the line.
programme-file-retired-generations = This setting no longer exists: who may take part never depends on an answer that is given freely. Please remove the line and invite those whom you mean; mentee_level_at_most and levels_between limit the level in the company.
programme-file-other = This does not work: { $message }
programme-file-text-unknown = “{ $value }” is no text that can be replaced.{ programme-file-meant }
programme-file-text-cases = { $cases ->
    [none] This text has only one wording.
   *[other] This text needs a wording for each case: { $cases }.
 }
programme-file-text-empty = The text is empty.
programme-file-text-long = That is too long for its place. { $longest } characters are allowed.
programme-file-text-braces = A curly bracket is not closed.
programme-file-text-placeholder = { $known ->
    [none] Nothing is filled into this text.
   *[other] Only this can be filled in: { $known }.
 }
