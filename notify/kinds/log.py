"""The log: its witnesses are sent a head every day, the auditor hears who witnesses. R12.3."""

from notify.kinds.kind import About, Audience, Words, because, kind
from notify.pages import Target
from rules.events.log import HeadSent, WitnessEnded, WitnessNamed

_HEADS = Target("/public/log/heads")
_WITNESSES = Target("/public/log/witnesses")


@kind(HeadSent, to=Audience.WITNESSES, opens=_HEADS)
def head_to_witness(about: About) -> Words:
    size, root = about.data.get("tree_size", 0), str(about.data.get("root_hash", ""))
    text = (
        f"今日日志树首：第 {size} 条，根哈希 {root}。请与上一次留存的核对一致后用本单位的私钥"
        "共同签名，并在本单位留存这一条消息。核对不一致的不要签名，请告诉审计。"
    )
    return Words("日志树首请见证", text)


@kind(WitnessNamed, to=Audience.AUDITORS, opens=_WITNESSES)
def witness_named(about: About) -> Words:
    return Words("日志见证人已登记", "登记了一个日志见证人，请核对其名称和公钥是否属实。")


@kind(WitnessEnded, to=Audience.AUDITORS, opens=_WITNESSES)
def witness_ended(about: About) -> Words:
    return Words("日志见证人已终止", f"终止了一个日志见证人。{because(about.why)}请核对是否属实。")
