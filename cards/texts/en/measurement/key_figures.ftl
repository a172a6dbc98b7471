figures-title = Company key figures: { $programme }
figures-intro = At most { $most } figures that the company collects anyway, such as staff turnover or the share of women among managers. “How it is going” shows them beside everything else. You type them in by hand; what is not known stays empty.
figures-none = There is no key figure yet.
figures-new = New key figure
figures-open = Company key figures
figures-of-house = Company key figures
figures-no-cause = Programme owners type these figures in themselves. They only appear beside the rest: they do not prove that the programme has changed them.
figures-before = In the last cycle: { $figures }. Name, unit and source are carried over, values are not.
figures-take-over = Carry over from the last cycle
figures-about-form = A value and its day belong together; both stay empty as long as they are not known. Numbers may be written 1,234.5 or 1.234,5. The card then shows how they were understood.
figures-remove = Remove the key figure
figures-remove-sure = Then “How it is going” no longer shows it. The history lets you bring it back.
figure-name = Name
figure-unit = Unit, such as %, days or €
figure-source = Source: where the figure comes from
figure-start-value = Value at the start
figure-start-on = Day of this value (start)
figure-end-value = Value at the end
figure-end-on = Day of this value (end)
figure-measured = { $value } ({ $day })
figure-start = At the start: { $measured }
figure-no-start = At the start: not known
figure-end = At the end: { $measured }
figure-no-end = At the end: not known yet
figure-difference = Difference: { $by }
figure-points = { $points ->
    [one] { $by } percentage point
   *[other] { $by } percentage points
 }
figure-from = Source: { $source }
