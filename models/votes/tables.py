"""The owners' vote: the frozen roll, the ballots, paper and proxies. Section 8.

A choice is stored encrypted from the moment it is cast: who reads the database reads no leaning
before the close, and no named owner's choice ever (R8.5).
"""

from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row
from models.entries import TwoPersonRow


class Vote(Row):
    """One round of one question. State: open, then counted, or void when its case ended first.

    `parameters` are the thresholds and policies it is counted by, frozen with the roll;
    `roll_root` is the published fingerprint of the roll, `record_root` that of the counted record.
    Ballots count when cast before `ends_at`; they are counted from `count_at` on, which is later
    when paper was handed out (vote.paper_days).
    """

    case: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Case", on_delete=fields.RESTRICT
    )
    case_id: UUID
    version = fields.IntField()
    round = fields.IntField()
    scope_id = fields.UUIDField(db_index=True)
    token = fields.CharField(40, unique=True)
    question = fields.TextField()
    documents: Any = fields.JSONField(default=list)
    threshold = fields.CharField(8)  # use, raise
    parameters: Any = fields.JSONField()
    state = fields.CharField(8, default="open")
    opened_by = fields.UUIDField()
    opened_at = fields.DatetimeField()
    ends_at = fields.DatetimeField()
    count_at = fields.DatetimeField()
    paper_at = fields.DatetimeField(null=True)
    counted_at = fields.DatetimeField(null=True)
    homes = fields.IntField()
    heads = fields.IntField()
    area_cm2 = fields.BigIntField()
    roll_root = fields.CharField(64)
    record_root = fields.CharField(64, default="")
    result: Any = fields.JSONField(null=True)
    reminded = fields.IntField(default=0)
    told_heads = fields.IntField(db_default=0)
    told_area = fields.BooleanField(db_default=False)
    told_at = fields.DatetimeField(null=True)

    class Meta:
        table = "vote"
        unique_together = (("case_id", "version", "round"),)


class VoteHome(Row):
    """A home as it stood in the roll when the vote opened; never changed but for `served_at`.

    `head` numbers the heads of the roll (R2.2); `pseudonym` stands for the home in the published
    record, `salt` keeps its line of the roll from being guessed. `served_at` is when service on
    its owners was proven, and goes with which entry did it (`service_id`) and when one of them
    last said that nothing came (`contested_at`). R8.2.
    """

    vote: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Vote", on_delete=fields.RESTRICT, related_name="roll"
    )
    vote_id: UUID
    home: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Home", on_delete=fields.RESTRICT
    )
    home_id: UUID
    nth = fields.IntField()
    head = fields.IntField()
    pseudonym = fields.CharField(16)
    salt = fields.CharField(32)
    area_cm2 = fields.BigIntField()
    developer_held = fields.BooleanField()
    representative_id = fields.UUIDField(null=True)
    paper_token = fields.CharField(40, unique=True)
    served_at = fields.DatetimeField(null=True)
    served_file_id = fields.UUIDField(null=True)
    service_id = fields.UUIDField(null=True)
    contested_at = fields.DatetimeField(null=True)

    class Meta:
        table = "vote_home"
        unique_together = (("vote_id", "home_id"), ("vote_id", "nth"), ("vote_id", "pseudonym"))


class VoteService(TwoPersonRow):
    """Service of a vote on some homes, proven, or that proof taken back; two people each. R8.2.

    `homes` are rows of the roll. A `proof` has its paper (`file_id`) and `how` it was served, a
    `withdrawal` its reason (`why`). `by_role` is in what capacity it was entered.
    """

    vote: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Vote", on_delete=fields.RESTRICT
    )
    vote_id: UUID
    kind = fields.CharField(10)
    homes: Any = fields.JSONField()
    how = fields.CharField(10, default="")
    file_id = fields.UUIDField(null=True)
    by_role = fields.CharField(10)
    why = fields.CharField(300, default="")

    class Meta:
        table = "vote_service"


class VoteOwner(Row):
    """An owner of a home of the frozen roll."""

    vote_home: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.VoteHome", on_delete=fields.RESTRICT, related_name="owners"
    )
    vote_home_id: UUID
    owner_id = fields.UUIDField(db_index=True)

    class Meta:
        table = "vote_owner"
        unique_together = (("vote_home_id", "owner_id"),)


class Ballot(Row):
    """What one owner said for one home, on one way; append-only but for its state.

    State: valid (the home's one ballot), concurring (a co-owner said the same), contested
    (co-owners differ and none is named: the home counts for neither side, R2.3), replaced
    (changed later), second (the other way was first, R8.3). `cast_at` is when it entered the
    Centre's system: the request's arrival, or the receipt of the paper. `receipt` is the leaf of
    the record's tree (R8.5); `nonce`, sealed as the choice is, keeps it from being guessed.
    """

    vote_id = fields.UUIDField()
    vote_home: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.VoteHome", on_delete=fields.RESTRICT, related_name="ballots"
    )
    vote_home_id: UUID
    owner_id = fields.UUIDField()
    person_id = fields.UUIDField(null=True)
    proxy_id = fields.UUIDField(null=True)
    channel = fields.CharField(8)  # phone, paper
    choice_cipher = fields.BinaryField()
    nonce = fields.BinaryField()
    receipt = fields.CharField(64)
    cast_at = fields.DatetimeField()
    entered_at = fields.DatetimeField()
    batch_id = fields.UUIDField(null=True)
    state = fields.CharField(12)

    class Meta:
        table = "ballot"


class BallotBatch(TwoPersonRow):
    """Paper ballots keyed twice: by who enters, and blind by who confirms. R8.3.

    State: draft, confirmed, dropped.
    """

    vote: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Vote", on_delete=fields.RESTRICT
    )
    vote_id: UUID
    number = fields.CharField(40, unique=True)
    files: Any = fields.JSONField(default=list)
    reason = fields.CharField(300, default="")

    class Meta:
        table = "ballot_batch"


class BallotLine(Row):
    """One paper ballot of a batch; `signers` are the owners who signed it.

    `live` while no other paper of the home is taken: it waits, or all who may sign have signed.
    """

    batch: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.BallotBatch", on_delete=fields.RESTRICT, related_name="lines"
    )
    batch_id: UUID
    nth = fields.IntField()
    vote_home: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.VoteHome", on_delete=fields.RESTRICT
    )
    vote_home_id: UUID
    signers: Any = fields.JSONField(default=list)
    received_at = fields.DatetimeField()
    choice_cipher = fields.BinaryField()
    outcome = fields.CharField(12, default="")
    live = fields.BooleanField(default=True)

    class Meta:
        table = "ballot_line"
        unique_together = (("batch_id", "nth"),)


class Proxy(Row):
    """A written proxy: its holder speaks for this owner's home in this vote. R2.6.

    State: draft until a second person confirmed it, live, ended.
    """

    vote: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Vote", on_delete=fields.RESTRICT
    )
    vote_id: UUID
    vote_home: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.VoteHome", on_delete=fields.RESTRICT
    )
    vote_home_id: UUID
    owner_id = fields.UUIDField()
    holder: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Person", on_delete=fields.RESTRICT
    )
    holder_id: UUID
    matter = fields.CharField(300)
    file_id = fields.UUIDField()
    state = fields.CharField(12)
    entered_by = fields.UUIDField()
    entered_at = fields.DatetimeField()
    confirmed_by = fields.UUIDField(null=True)
    ended_at = fields.DatetimeField(null=True)
    reason = fields.CharField(300, default="")

    class Meta:
        table = "proxy"
        indexes = (("holder_id",),)


class Representative(Row):
    """The co-owner who speaks for a home, named on paper by all owners. R2.3."""

    home: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Home", on_delete=fields.RESTRICT
    )
    home_id: UUID
    owner: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Owner", on_delete=fields.RESTRICT
    )
    owner_id: UUID
    file_id = fields.UUIDField()
    state = fields.CharField(12)  # draft, live, ended
    entered_by = fields.UUIDField()
    entered_at = fields.DatetimeField()
    confirmed_by = fields.UUIDField(null=True)
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "representative"
