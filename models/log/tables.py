"""The tables of the log; what guards them is in `constraints`. R12.3."""

from typing import Any

from tortoise import fields
from tortoise.models import Model


class EventRow(Model):
    """One event, never changed. `hash` covers its canonical text and `prev_hash`, the hash of the
    subject's event before; within a subject `seq` is the order in which they happened. `content`
    is the hash over what stands in `log_content` under its `unit`."""

    seq = fields.BigIntField(primary_key=True, generated=True)
    id = fields.UUIDField(unique=True)
    subject_kind = fields.CharField(40)
    subject_id = fields.UUIDField()
    kind = fields.CharField(80)
    body: Any = fields.JSONField()
    actor_kind = fields.CharField(40)
    actor_id = fields.UUIDField(null=True)
    role = fields.CharField(40)
    why = fields.TextField()
    request_id = fields.CharField(80)
    unit = fields.BigIntField(null=True)
    content = fields.BinaryField(null=True)
    at = fields.DatetimeField(db_index=True)
    prev_hash = fields.BinaryField()
    hash = fields.BinaryField()

    class Meta:
        table = "log_event"
        unique_together = (("subject_id", "prev_hash"),)
        indexes = (("subject_id", "seq"),)


class ChainRow(Model):
    """The end of one subject's chain; its row lock keeps the chain from forking."""

    subject_id = fields.UUIDField(primary_key=True)
    length = fields.IntField()
    hash = fields.BinaryField()

    class Meta:
        table = "log_chain"


class UnsealedRow(Model):
    """An event that is not a leaf yet."""

    seq = fields.BigIntField(primary_key=True, generated=False)

    class Meta:
        table = "log_unsealed"


class LeafRow(Model):
    """Which event stands at which place of the tree, counted from 0 without gaps."""

    index = fields.BigIntField(primary_key=True, generated=False)
    seq = fields.BigIntField(unique=True)

    class Meta:
        table = "log_leaf"


class NodeRow(Model):
    """The top of a complete subtree; `place` is its position x 64 + its level."""

    place = fields.BigIntField(primary_key=True, generated=False)
    hash = fields.BinaryField()

    class Meta:
        table = "log_node"


class SealRow(Model):
    """A tree head as it was published."""

    tree_size = fields.BigIntField(primary_key=True, generated=False)
    root_hash = fields.BinaryField()
    sealed_at = fields.DatetimeField()

    class Meta:
        table = "log_seal"


class SignatureRow(Model):
    """Our signature of a head, and the name of the key it was made with."""

    tree_size = fields.BigIntField(primary_key=True, generated=False)
    key_name = fields.CharField(40)
    signature = fields.BinaryField()

    class Meta:
        table = "log_signature"
