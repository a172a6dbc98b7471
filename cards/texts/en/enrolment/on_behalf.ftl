# What owners enter on somebody's behalf
entry-title = Enter for { $name }: { $role }
entry-what = { $name } sees what you enter on their own card and can change all of it. Nothing of it counts before { $name } has confirmed it. Whatever { $name } has already said stays.
entry-seen = From then on only { $name } can read it; you cannot any more.
entry-languages-part = Languages …
entry-topics-part = Topics …
entry-times-part = Times …
entry-languages = Languages
entry-topics = Topics to pass on
entry-wish = { $place ->
        [1] Topic: most of all
        [2] Topic: also
       *[other] Topic: and also
    }
entry-weekdays = Days that suit well
entry-times = Times of day that suit well
entry-never = Never possible (morning: before 11, midday: 11 to 14, afternoon: from 14 on)
entry-enter = Enter
entry-entered = Entered for { $name } ({ $role }). It counts once { $name } has confirmed it.
entry-taken-back = Taken back ({ $role }). Whatever { $name } has already confirmed or changed stays.
entry-take-back = Take back
entry-gone = { $name } is no longer invited as { $role }. There is nothing to enter any more.
entry-done = { $name } has filled in the questionnaire as { $role } in person. There is nothing to enter any more.

# What the person reads of it
entered-invitation = Something in the questionnaire has already been entered for you, by { $name }. It counts only once you have confirmed it, and you can change all of it.
entered-step = Something has already been entered for you here, by { $name }. It counts only once you press “Next”; change whatever does not fit.
entered-which = { $name }: { $what }
entered-later = Already entered for you, by { $name }. It counts only once you have looked at it and pressed “Next”.
entered-by-owners = programme owners
