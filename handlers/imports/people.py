"""Owners of a file made ready for the tables: numbers encrypted, spans compared. R2.4, R12.4."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from handlers.route import Secrets
from models.ids import new_id
from models.sealed import OWNER_ID, OWNER_PHONE
from rules.imports import OwnerRow
from rules.imports.succession import Held, Wanted, shares_in_bps, succeed
from rules.people import normalise_name


@dataclass(frozen=True, slots=True)
class Known:
    """An owner that the roll knows already, sealed as it is stored."""

    id: UUID
    id_cipher: bytes
    phone_cipher: bytes | None


def indexes(rows: Iterable[OwnerRow], secrets: Secrets) -> dict[str, list[str]]:
    """The blind indexes (hex) of every certificate's number in the file, the newest key's first."""
    numbers = {row.id_number for row in rows}
    return {n: [one.hex() for one in secrets.blind_indexes(n)] for n in numbers}


def chosen(index: Mapping[str, Sequence[str]], known: Container[str]) -> dict[str, str]:
    """Of each number the blind index under which the roll knows it, else the newest key's."""
    return {n: next((one for one in all_ if one in known), all_[0]) for n, all_ in index.items()}


def owner_rows(
    rows: Iterable[OwnerRow],
    index: Mapping[str, str],
    known: Mapping[str, Known],
    secrets: Secrets,
) -> list[dict[str, Any]]:
    """One row for each owner; what is sealed stays as it was unless what it says has changed.

    Sealing gives other bytes each time: without the comparison every import would change everybody.
    """
    last: dict[str, OwnerRow] = {}
    phones: dict[str, str] = {}
    for row in rows:
        last[row.id_number] = row
        if row.phone:
            phones[row.id_number] = row.phone
    made = []
    for number, row in last.items():
        old = known.get(index[number])
        owner_id = old.id if old else new_id()
        phone = old.phone_cipher if old else None
        said = phones.get(number, "")
        if said and (phone is None or _opened(phone, owner_id, secrets) != said):
            phone = secrets.encrypt(said, OWNER_PHONE.of(owner_id))
        sealed = old.id_cipher if old else secrets.encrypt(number, OWNER_ID.of(owner_id))
        made.append(
            {
                "id": str(owner_id),
                "name": row.name,
                "name_key": normalise_name(row.name),
                "id_kind": row.id_kind,
                "id_index": index[number],
                "id_cipher": sealed.hex(),
                "phone_cipher": phone.hex() if phone else None,
            }
        )
    return made


def _opened(cipher: bytes, owner_id: UUID, secrets: Secrets) -> str:
    try:
        return secrets.decrypt(cipher, OWNER_PHONE.of(owner_id))
    except LookupError:
        # Sealed under a key that was retired since: it is sealed anew.
        return ""


@dataclass(frozen=True, slots=True)
class Spans:
    """What the ownership table is told, and how many homes were left to what papers said."""

    rows: list[dict[str, Any]]
    by_papers: int


def span_rows(
    rows: Sequence[OwnerRow],
    index: Mapping[str, str],
    held: Iterable[Mapping[str, Any]],
    today: date,
) -> Spans:
    """The spans to be opened or changed so that each home's owners are those of the file. R2.4."""
    before: dict[str, list[Held[UUID]]] = defaultdict(list)
    for span in held:
        known = Wanted(
            span["owner"],
            span["from_on"],
            span["to_on"],
            span["share_bps"],
            span["representative"],
        )
        before[span["home"]].append(Held(span["id"], known, span["by_papers"]))
    made: list[dict[str, Any]] = []
    by_papers = 0
    for home, group in groupby(sorted(rows, key=lambda row: row.home), lambda row: row.home):
        owners = list(group)
        wanted = [
            Wanted(index[row.id_number], row.from_on, row.to_on, share, row.representative)
            for row, share in zip(owners, shares_in_bps(owners), strict=True)
        ]
        changes = succeed(before[home], wanted, today)
        by_papers += changes.papers_prevail
        made += [_span(home, new_id(), span) for span in changes.opened]
        made += [_span(home, span_id, span) for span_id, span in changes.amended]
    return Spans(made, by_papers)


def _span(home: str, span_id: UUID, span: Wanted) -> dict[str, Any]:
    return {
        "id": span_id,
        "home": home,
        "owner": span.owner,
        "share_bps": span.share_bps,
        "from_on": span.from_on,
        "to_on": span.to_on,
        "representative": span.representative,
    }
