"""One more case in a given state, by the operations that everybody uses.

`catalogue` names the states and what to do next, `places` chooses where, `pooled` and `household`
are the acts, `making` takes them, `upkeep` has the city's papers be of today, `rows` is what the
sandbox answers. `make run` makes its city of the same scenarios.
"""
