# What the room holds about people, and what for: a sentence each
held-measure = So that you can see what has changed for you.
held-follow-up = To see what lasts after the end; only because you have agreed.
held-follow-up-asked = So that you are asked at the time agreed, and only once.
held-measure-asked = So that you are not asked for anything twice.
held-owners-figures = So programme owners see who has set which key figure.
