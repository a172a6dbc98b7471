read-first-title = So lesen es { $role ->
    [mentor] Mentor:innen
   *[mentee] Mentees
}. Verschickt ist nichts.
read-first-mentor = Wie Mentor:innen es lesen
read-first-mentee = Wie Mentees es lesen
