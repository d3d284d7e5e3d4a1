"""Lists of people on a cluster: read, cleaned and compared where they stand, by the rules of the rest of `people`.

Spark joins and counts. What a cell means, how a name sounds and how alike two rows are is told batch by batch by the same code as
on one machine, so that both come to the same.
"""
