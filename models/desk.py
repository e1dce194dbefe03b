"""What waits for somebody at the Centre, of every kind, as one list. R1.2, R9.4, section 6.

Each kind is a select of a few open rows that a partial index finds; the desk puts those together
that are asked for, and no other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from models.base import sql
from models.listing import Filter, Key, Listing, Moment, Sort, contains


@dataclass(frozen=True)
class Waiting:
    """The rows of one kind that wait: each field an expression over `source`.

    `title` is one Chinese line that says what it is; `since_at` when it began to wait; `due_on`
    until when it has to be done; `amount_fen` what it is about; `place` for whom; `body` from
    whom, if not from an account of ours (an insurer, an applicant).
    """

    source: str
    where: str
    id: str
    title: str
    since_at: str
    state: str = "''"
    due_on: str = "NULL::date"
    amount_fen: str = "NULL::bigint"
    community_id: str = "NULL::uuid"
    place: str = "''"
    body: str = "''"
    insurer_id: str = "NULL::uuid"
    entered_by: str = "NULL::uuid"
    case_id: str = "NULL::uuid"
    flow: str = "''"
    urgent: str = "false"
    provisional: str = "false"

    def select(self, kind: str) -> str:
        """The rows under the columns that every kind has."""
        return (
            f"SELECT '{kind}' AS kind, {self.id} AS id, {self.title} AS title,"
            f" {self.state}::text AS state, {self.since_at} AS since_at, {self.due_on} AS due_on,"
            f" {self.amount_fen} AS amount_fen, {self.community_id} AS community_id,"
            f" {self.place} AS place, {self.body} AS body, {self.insurer_id} AS insurer_id,"
            f" {self.entered_by} AS entered_by, {self.case_id} AS case_id, {self.flow} AS flow,"
            f" {self.urgent} AS urgent, {self.provisional} AS provisional"
            f" FROM {self.source} WHERE {self.where}"
        )


_COLUMNS = (
    "w.kind, w.id, w.title, w.state, w.since_at, w.due_on, w.amount_fen, w.community_id, w.place,"
    " w.body, w.insurer_id, w.case_id, w.flow, w.urgent, w.provisional,"
    " coalesce(c.name, '') AS community, coalesce(a.name, '') AS entered_by_name,"
    " coalesce(w.due_on < {today}::date, false) AS overdue"
)
_JOINS = "LEFT JOIN community c ON c.id = w.community_id LEFT JOIN account a ON a.id = w.entered_by"
_SORTS = {
    "urgent": Sort(
        (
            Key("NOT w.urgent", bool),
            Key("coalesce(w.due_on, DATE '9999-12-31')", date),
            Key("w.since_at", Moment),
        ),
        down=False,
    ),
    "oldest": Sort((Key("w.since_at", Moment),), down=False),
    "newest": Sort((Key("w.since_at", Moment),)),
}
_FILTERS: Mapping[str, str | Filter] = {
    "community_id": "w.community_id = {community_id}",
    "insurer_id": "w.insurer_id = {insurer_id}",
    "overdue": "w.due_on < {today}::date",
    "from_on": "w.since_at >= {from_on}::date::timestamp AT TIME ZONE 'Asia/Shanghai'",
    "to_on": "w.since_at < ({to_on}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'",
    "not_by": "(w.entered_by = ANY({not_by}::uuid[])) IS NOT TRUE",
    "by": "w.entered_by = ANY({by}::uuid[])",
    "q": contains("q", "w.title", "w.place", "w.body", "c.name"),
}


def desk(kinds: Mapping[str, Waiting]) -> Listing:
    """The list of these kinds, by name."""
    union = " UNION ALL ".join(one.select(name) for name, one in kinds.items())
    source = f"({union}) w {_JOINS}"
    return Listing(_COLUMNS, source, "w.id", _SORTS, _FILTERS, needs=("today",))


def cases(*states: str) -> Waiting:
    """Cases in these states; once a payout was asked for, until when and how much."""
    listed = ", ".join(f"'{state}'" for state in states)
    return Waiting(
        source='"case" k JOIN scope s ON s.id = k.scope_id'
        " LEFT JOIN insurer i ON i.id = k.insurer_id"
        " LEFT JOIN payout p ON p.case_id = k.id AND p.state IN ('requested', 'prepared')"
        # The working days count only here: a case that went back has its old payout beside it.
        " AND k.state IN ('requested', 'prepared')",
        where=f"k.state IN ({listed})",
        id="k.id",
        title="k.number",
        state="k.state",
        since_at="k.changed_at",
        due_on="p.due_on",
        amount_fen="p.amount_fen",
        community_id="k.community_id",
        place="s.name",
        body="coalesce(i.name, '')",
        insurer_id="k.insurer_id",
        case_id="k.id",
        flow="k.flow",
        urgent="k.urgent",
        provisional="coalesce(p.provisional, false)",
    )


CLAIMS = Waiting(
    source="binding_claim b JOIN home h ON h.id = b.home_id JOIN unit u ON u.id = h.unit_id"
    " JOIN building g ON g.id = u.building_id",
    where="b.state = 'open'",
    id="b.id",
    title="h.code",
    state="b.state",
    since_at="b.created_at",
    community_id="g.community_id",
    place="h.code",
)
_AT_HOME = (
    " JOIN home h ON h.id = {home} JOIN unit u ON u.id = h.unit_id"
    " JOIN building g ON g.id = u.building_id"
)
CORRECTIONS = Waiting(
    source="roll_correction r" + _AT_HOME.format(home="r.home_id"),
    where="r.state = 'open'",
    id="r.id",
    title="h.code",
    state="r.state",
    since_at="r.made_at",
    community_id="g.community_id",
    place="h.code",
)
LOGIN_CHANGES = Waiting(
    source="login_change c" + _AT_HOME.format(home="c.home_id"),
    where="c.state = 'contested'",
    id="c.id",
    title="h.code",
    state="'open'",
    since_at="c.contested_at",
    community_id="g.community_id",
    place="h.code",
)
BINDING_CONTESTS = Waiting(
    source="binding_contest c JOIN binding b ON b.id = c.binding_id"
    + _AT_HOME.format(home="b.home_id"),
    where="c.state = 'open'",
    id="c.id",
    title="h.code",
    state="c.state",
    since_at="c.made_at",
    community_id="g.community_id",
    place="h.code",
)
APPOINTMENTS = Waiting(
    source="appointment p",
    where="p.state = 'open'",
    id="p.id",
    title="p.body_name",
    state="p.state",
    since_at="p.created_at",
    community_id="p.community_id",
    body="p.body_name",
)
TEXTS = Waiting(
    source='objection o JOIN "case" k ON k.id = o.case_id JOIN scope s ON s.id = k.scope_id',
    # A paper that nobody has confirmed is no objection yet; the machine has its say first.
    where="o.release = 'waiting' AND o.checked <> 'waiting'"
    " AND o.state NOT IN ('draft', 'dropped')",
    id="o.id",
    title="k.number",
    state="o.checked",
    since_at="o.entered_at",
    community_id="k.community_id",
    place="s.name",
    case_id="k.id",
    urgent="k.urgent",
)
PAPERS = Waiting(
    source='objection o JOIN "case" k ON k.id = o.case_id JOIN scope s ON s.id = k.scope_id',
    where="o.state = 'draft'",
    id="o.id",
    title="k.number",
    state="o.state",
    since_at="o.entered_at",
    community_id="k.community_id",
    place="s.name",
    entered_by="o.entered_by",
    case_id="k.id",
    urgent="k.urgent",
)
PHOTOS = Waiting(
    source='evidence e JOIN lobby l ON l.id = e.lobby_id JOIN "case" k ON k.id = l.case_id'
    " AND k.version = l.version JOIN scope s ON s.id = k.scope_id JOIN unit u ON u.id = l.unit_id",
    # One in which the lobby's own code was read has proved itself.
    where="k.state IN ('posting', 'paused') AND e.refused_at IS NULL AND e.accepted_at IS NULL",
    id="e.id",
    title="k.number || ' ' || u.name",
    state="k.state",
    since_at="e.taken_in_at",
    community_id="k.community_id",
    place="s.name",
    entered_by="e.account_id",
    case_id="k.id",
    urgent="k.urgent",
)
LOBBY_REPORTS = Waiting(
    source='lobby_report r JOIN lobby l ON l.id = r.lobby_id JOIN "case" k ON k.id = l.case_id'
    " JOIN scope s ON s.id = k.scope_id JOIN unit u ON u.id = l.unit_id",
    where="r.answered_at IS NULL",
    id="r.id",
    title="k.number || ' ' || u.name",
    since_at="r.reported_at",
    community_id="k.community_id",
    place="s.name",
    case_id="k.id",
    urgent="k.urgent",
)
BALLOT_BATCHES = Waiting(
    source='ballot_batch e JOIN vote v ON v.id = e.vote_id JOIN "case" k ON k.id = v.case_id'
    " JOIN scope s ON s.id = v.scope_id",
    where="e.state = 'draft'",
    id="e.id",
    title="e.number",
    state="e.state",
    since_at="e.entered_at",
    due_on="(v.count_at AT TIME ZONE 'Asia/Shanghai')::date",
    community_id="k.community_id",
    place="s.name",
    entered_by="e.entered_by",
    case_id="k.id",
)


async def counts(
    kinds: Mapping[str, Waiting],
    today: date,
    not_by: Sequence[UUID],
    insurer_id: UUID | None = None,
) -> Sequence[dict[str, Any]]:
    """Of each kind that waits, for an insurer its own: how many, how many overdue, and since when
    the first."""
    union = " UNION ALL ".join(one.select(name) for name, one in kinds.items())
    return await sql(
        "SELECT w.kind, count(*)::int AS waiting, min(w.since_at) AS since_at,"
        " (count(*) FILTER (WHERE w.due_on < $1))::int AS overdue"
        f" FROM ({union}) w WHERE (w.entered_by = ANY($2::uuid[])) IS NOT TRUE"
        " AND ($3::uuid IS NULL OR w.insurer_id = $3) GROUP BY w.kind",
        today,
        not_by,
        insurer_id,
    )
