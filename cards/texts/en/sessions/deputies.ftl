deputy-title = Dates for { $name }
deputy-intro = { $name } takes part in the programme “{ $programme }” and meets { $partner }. You keep the calendar and can arrange dates for { $name }.
deputy-dates = The sessions
deputy-no-dates = The dates are still being agreed on. You will get suggestions here.
deputy-may = You see and answer dates only. What { $name } says or asks in the programme stays with { $name }.
deputy-ended = The tandem of { $name } and { $partner } in the programme “{ $programme }” has come to its end. Coming dates are cancelled; there is nothing left to do here. Thank you for arranging them!
deputy-invitation = The invitation will arrive in Outlook once the dates are settled.
deputy-no-longer = You no longer keep the calendar of { $name } for the programme “{ $programme }”; there is nothing left to do here. Thank you for arranging the dates!
