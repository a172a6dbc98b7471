# What the room holds about people, and what for: a sentence each
held-measure = So that you can see what has changed for you.
held-follow-up = To see what lasts after the end; only because you have agreed.
held-follow-up-asked = So that you are asked at the time agreed, and only once.
held-measure-asked = So that you are not asked for anything twice.
held-owners-figures = So programme owners see who has set which key figure.
held-result = So that the programme learns what your tandem has brought, if both of you release it.
held-result-written = So that it is clear from which tandem a sentence comes and who wrote it.
held-result-agreed = So that only what both have released is read.
held-result-reported = So that programme owners read, without names, what both have released for that.
