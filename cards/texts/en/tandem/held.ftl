# What the room holds about people, and what for: a sentence each
held-question = This is what you would like to know from your tandem.
held-question-asked = So an open question comes back with the next session.
held-session-kit = So no session kit comes twice.
held-agreement = Your last proposal for an agreement.
held-agreement-valid = What the two of you have agreed on.
held-agreement-stands = So that an agreement counts only once both have agreed.
held-retrospective = What you take from your sessions.
held-retrospective-line = This is your sentence about it, which your tandem reads only if you show it.
held-retrospective-stands = So that your sentence can be read only if you show it.
held-fit = How your tandem suits you, as you said after your first session.
held-fit-asked = So that you see your answer and can change it.
held-farewell = This is what you wrote to your tandem at the end.
held-farewell-written = So that you can take it back.
held-road-map = What the two of you have changed about your road map.
held-road-map-stands = So that you see who has changed the road map last.
held-further = Whether you would like more sessions after the last one, as you have said.
held-further-asked = So that you see your answer and can change it.
