"""What is told of who took part while a vote runs: heads, by groups, and if the area is enough.

Homes differ in area, and neighbours know who is at home: a figure that moves with one ballot says
whose it was. So nothing moves but by a group that is large enough (publish.min_group), nor may the
rest, who have not voted, be a smaller one. R8.7, R12.2.
"""


def may_be_told(told_heads: int, heads: int, of_heads: int, group: int) -> bool:
    """Whether the new number of heads may be told: enough are new, and enough are left."""
    return heads - told_heads >= group and of_heads - heads >= group
