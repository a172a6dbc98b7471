file-accepted = “{ $name }” is on its way into your OneDrive.
file-sent = “{ $name }” is in your OneDrive now. What lies there is yours: the bot can neither read nor delete it.
file-declined = All right, the file is not put anywhere.
file-failed = The file could not be put there, and nothing of it has stayed anywhere. You can ask for it again at any time.
file-sending = “{ $name }” is on its way into your OneDrive.
file-unsure = I could not see whether “{ $name }” has arrived. Please look into your OneDrive; if it is not there, just ask for it again.
