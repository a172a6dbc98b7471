# In beiden Rollen dabei: Mentor:in bei einem Thema, Mentee bei einem anderen
both-also-mentor = Auch als Mentor:in, zu anderen Themen
both-also-mentee = Auch als Mentee, zu anderen Themen
both-this-mentor = Hier geht es um deine Anmeldung als Mentor:in.
    .sie = Hier geht es um Ihre Anmeldung als Mentor:in.
both-this-mentee = Hier geht es um deine Anmeldung als Mentee.
    .sie = Hier geht es um Ihre Anmeldung als Mentee.
both-stays-mentor = Deine Anmeldung als Mentor:in bleibt, wie sie ist.
    .sie = Ihre Anmeldung als Mentor:in bleibt, wie sie ist.
both-stays-mentee = Deine Anmeldung als Mentee bleibt, wie sie ist.
    .sie = Ihre Anmeldung als Mentee bleibt, wie sie ist.
both-taken-over = Was für beide Rollen gilt (Sprachen, Zeiten, wer deinen Kalender pflegt), steht schon da. Ändern kannst du es in der Zusammenfassung.
    .sie = Was für beide Rollen gilt (Sprachen, Zeiten, wer Ihren Kalender pflegt), steht schon da. Ändern können Sie es in der Zusammenfassung.
both-taken-mentor = Dazu möchtest du selbst etwas lernen, deshalb steht es hier nicht: { $topics }
    .sie = Dazu möchten Sie selbst etwas lernen, deshalb steht es hier nicht: { $topics }
both-taken-mentee = Das gibst du selbst weiter, deshalb steht es hier nicht: { $topics }
    .sie = Das geben Sie selbst weiter, deshalb steht es hier nicht: { $topics }
