refusal-nothing-held = The bot has stored nothing about you.
refusal-only-noted = The bot no longer knows who you are. Only a note under a code is left, for example that an application was declined. It goes after half a year at the latest, and at once if you say “delete me”.
refusal-note-forgotten = Only a note under a code was left. Now it is deleted, too.
refusal-only-alone = This works only in the 1:1 chat with me, where nobody reads along.
command-my-data = shows what is stored about you, also as a file
    .said = my data, data, privacy, data protection, who sees this, who sees my data, what is stored, what is stored about me
command-delete-me = erases everything that is stored about you, and asks first
    .said = delete me, erase me, delete my data
