"""The page of the log with invented heads and witnesses."""

from datetime import datetime

from console import links
from console.log_pages import log_page
from handlers.lists import Listed
from handlers.log import HeadWitness, LogHead
from handlers.witnesses import PublicWitness
from models.ids import new_id
from rules.days import BEIJING
from rules.log import head_text
from tests.signer import KEYS, SIGNER

NOW = datetime(2025, 5, 3, 10, 30, tzinfo=BEIJING)


def head(size: int, *witnesses: str) -> LogHead:
    """A head that is signed by us and by these."""
    root = bytes([size % 256]) * 32
    text = head_text(size, root, NOW)
    name, signature = SIGNER.sign(text)
    signed = [HeadWitness(one, KEYS["l0"].hex(), signature.hex(), NOW) for one in witnesses]
    return LogHead(size, root.hex(), NOW, name, signature.hex(), text.decode(), signed)


def log_pages() -> dict[str, str]:
    """The page with everything on it, and before anything is."""
    keys = {name: key.hex() for name, key in KEYS.items()}
    witnesses = [
        PublicWitness(new_id(), name, KEYS["l0"].hex(), NOW, ended, 123_456)
        for name, ended in (("示例街道办事处", None), ("示例审计局", NOW))
    ]
    heads = Listed(items=[head(123_456, "示例街道办事处", "示例审计局"), head(9)], next="Zk3vX9qL")
    return {
        links.LOG: log_page(head(123_456), keys, heads, Listed(items=witnesses)),
        f"{links.LOG}/none": log_page(None, {}, Listed(items=[]), Listed(items=[])),
    }
