"""What changed in the roll of a scope in a span of time: which kind, when, in how many homes. R2.10

The roll is changed by lists, which note each row, and by papers that show another owner.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from models.base import sql

# What a home first paid in is money, and no change of the roll.
_CHANGED = """
WITH here AS (
  SELECT h.id FROM unit u JOIN home h ON h.unit_id = u.id WHERE u.scope_id = $1
), owned AS (
  SELECT o.id, o.home_id, o.owner_id, o.claim_id FROM here k JOIN ownership o ON o.home_id = k.id
), noted AS (
  SELECT 'ownership' AS kind, c.source_id, o.home_id
    FROM owned o JOIN roll_change c ON c.row_id = o.id AND c."table" = 'ownership'
   UNION ALL
  SELECT 'owner', c.source_id, o.home_id
    FROM owned o JOIN roll_change c ON c.row_id = o.owner_id AND c."table" = 'owner'
   WHERE c.before->>'name' <> c.after->>'name'
   UNION ALL
  SELECT 'home', c.source_id, k.id
    FROM here k JOIN roll_change c ON c.row_id = k.id AND c."table" = 'home'
   WHERE c.before - 'first_deposit_fen' IS DISTINCT FROM c.after - 'first_deposit_fen'
), changed AS (
  SELECT n.kind, i.finished_at AS at, n.home_id FROM noted n
    JOIN import i ON i.id = n.source_id AND i.state = 'applied'
   UNION ALL
  SELECT 'ownership', c.decided_at, o.home_id FROM owned o
    JOIN binding_claim c ON c.id = o.claim_id
)
SELECT kind, at, count(DISTINCT home_id)::int AS homes FROM changed
 WHERE at > $2 AND at <= $3 GROUP BY kind, at ORDER BY at DESC, kind LIMIT $4
"""


async def between(
    scope_id: UUID, since: datetime, until: datetime, most: int
) -> list[dict[str, Any]]:
    """The latest changes of the scope's roll after `since`, up to `until`: kind, at, homes."""
    return await sql(_CHANGED, scope_id, since, until, most)
