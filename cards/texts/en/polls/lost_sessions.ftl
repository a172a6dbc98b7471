needs-help-title = Tandem { $number } could do with some support: { $mentor } and { $mentee }
needs-help-text = A friendly, open “how is it going?” is often enough.
needs-help-seen = What happened stays between the two. Please do not ask about it.
