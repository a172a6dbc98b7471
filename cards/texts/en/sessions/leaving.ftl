# When a tandem is not the right one: ask for another, or turn to somebody outside the programme.
switch-open = Something not right?
switch-what = You can have another tandem, and nobody asks for a reason. This one then ends some time within the next three working days: for both of you at the same moment and in the same words as every end. Until then everything stays as it is. Nobody learns from us who wanted it.
switch-question = Would you really like to switch? It cannot be taken back.
switch-yes = Yes, I would like to switch
switch-boundary = Has a boundary been crossed? “{ $name }” is there for that, outside the programme. The bot does not learn whether you write to them.
switch-boundary-write = Email: { $name }
