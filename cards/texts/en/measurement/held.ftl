# What the room holds about people, and what for: a sentence each
held-measure = So that you can see what has changed for you.
held-measure-asked = So that you are not asked for anything twice.
