"""The tamper-evident log as remembered: events, their chains, the sealed tree. R12.3.

Events are written in the transaction of what they tell, chained per subject. A sealer later puts
committed events into the tree of `rules/log.py`, in an order of its own: identity values commit
out of order, so an event waits in `log_unsealed` until it is a leaf, and none is ever skipped.
"""

from models.log.append import EVENTS, HISTORY, Logged, append, logged
from models.log.constraints import LOG_CONSTRAINTS
from models.log.content import CONTENT_CONSTRAINTS, wrote
from models.log.findings import Finding
from models.log.proofs import Consistency, Inclusion, consistency, inclusion
from models.log.replay import replay
from models.log.seal import SEALS, Seal, Sign, head, head_by, seal, sealed, sign_earlier
from models.log.tables import (
    ChainRow,
    EventRow,
    LeafRow,
    NodeRow,
    SealRow,
    SignatureRow,
    UnsealedRow,
)
from models.log.verify import inspect, verify_log
from models.log.watching import watch, watched
from models.log.witnesses import Witness, Witnessing

__all__ = [
    "CONTENT_CONSTRAINTS",
    "EVENTS",
    "HISTORY",
    "LOG_CONSTRAINTS",
    "SEALS",
    "ChainRow",
    "Consistency",
    "EventRow",
    "Finding",
    "Inclusion",
    "LeafRow",
    "Logged",
    "NodeRow",
    "Seal",
    "SealRow",
    "Sign",
    "SignatureRow",
    "UnsealedRow",
    "Witness",
    "Witnessing",
    "append",
    "consistency",
    "head",
    "head_by",
    "inclusion",
    "inspect",
    "logged",
    "replay",
    "seal",
    "sealed",
    "sign_earlier",
    "verify_log",
    "watch",
    "watched",
    "wrote",
]
