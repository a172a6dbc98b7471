held-circle = Damit du in den Kreisen bist, die du gewählt hast, und jederzeit wieder hinauskommst.
    .sie = Damit Sie in den Kreisen sind, die Sie gewählt haben, und jederzeit wieder hinauskommen.
