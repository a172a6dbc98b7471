file-accepted = „{ $name }“ ist auf dem Weg in dein OneDrive.
    .sie = „{ $name }“ ist auf dem Weg in Ihr OneDrive.
file-sent = „{ $name }“ liegt jetzt in deinem OneDrive. Was dort liegt, gehört dir: Der Bot kann es weder lesen noch löschen.
    .sie = „{ $name }“ liegt jetzt in Ihrem OneDrive. Was dort liegt, gehört Ihnen: Der Bot kann es weder lesen noch löschen.
file-declined = Gut, die Datei wird nicht abgelegt.
file-failed = Die Datei ließ sich nicht ablegen, und es ist nichts davon irgendwo geblieben. Du kannst sie jederzeit neu anfordern.
    .sie = Die Datei ließ sich nicht ablegen, und es ist nichts davon irgendwo geblieben. Sie können sie jederzeit neu anfordern.
