"""Money that owners pay in for a case: what is owed, what came in, what goes back. Section 6.

`handlers` imports its modules: those that every step of a case needs (`funding`) come before
those that take steps themselves.
"""
