read-first-title = So liest es { $role }. Verschickt ist nichts.
read-first-mentor = Wie Mentor:innen es lesen
read-first-mentee = Wie Mentees es lesen
