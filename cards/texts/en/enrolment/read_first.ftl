read-first-title = How a { $role } reads it. Nothing has been sent.
read-first-mentor = How mentors read it
read-first-mentee = How mentees read it
