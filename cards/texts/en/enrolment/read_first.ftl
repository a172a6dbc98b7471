read-first-title = How { $role ->
    [mentor] mentors
   *[mentee] mentees
} read it. Nothing has been sent.
read-first-mentor = How mentors read it
read-first-mentee = How mentees read it
