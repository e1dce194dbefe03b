"""Examples made from schemas: the same every time, valid, and such as people would see."""

import re
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from rules.city import CITY

Schemas = dict[str, dict[str, Any]]

MOMENT = "2025-09-15T10:00:00+08:00"
DAY = "2025-09-15"
DEEPEST = 8

# By the whole name of a field, then by its ending: what stands there in real life.
WORDS = {
    "name": "张*",
    "number": "示例2025000001",
    "code": "SLY-1-1-101",
    "title": "公示已开始",
    "text": "各位业主：本单元电梯安全责任保险方案自今日起公示七日。",
    "reason": "材料齐全，符合条件",
    "detail": "须为 1 到 200",
    "address": f"{CITY.name}示例路1号",
    "phone": "154****0000",
    "next": "",
    "after": "",
    "token": "k1.Zm9yLXRoZS1leGFtcGxlLW9ubHk",
    "public_token": "r4Wq8ZkPmT2xYb6N",
    "url": "https://lift.example.gov.cn/n/r4Wq8ZkPmT2xYb6N",
    "media_type": "image/jpeg",
    "state": "noticed",
    "state_title": "公示中",
    "scope_name": "石榴苑1栋",
    "community_name": "石榴苑",
    "insurer_name": "示例财产保险股份有限公司示例支公司",
    "body_name": "石榴苑业主委员会",
    "role": "owner",
    "kind": "notice_opened",
    "bank": "示例银行",
    "bank_account": "9999000011112222",
}
ENDINGS = (
    ("_name", "示例"),
    ("_title", "办理中"),
    ("_number", "示例2025000001"),
    ("_hash", "9f2c4b7e"),
    ("_token", "r4Wq8ZkPmT2xYb6N"),
    ("_on", DAY),
    ("_at", MOMENT),
    ("_id", "b5a1c6de-0000-5000-8000-000000000000"),
)
NUMBERS = (
    ("_fen", 123456),
    ("_cm2", 1000000),
    ("_bps", 10000),
    ("_seconds", 3600),
    ("_bytes", 20480),
    ("limit", 50),
    ("version", 1),
)


def example(schema: dict[str, Any], schemas: Schemas, name: str = "", depth: int = 0) -> Any:
    """A value that the schema admits; `name` is the field's, by which words are chosen."""
    if "$ref" in schema:
        target = schema["$ref"].rsplit("/", 1)[-1]
        return example(schemas[target], schemas, name or target, depth)
    if "examples" in schema:
        return schema["examples"][0]
    if "default" in schema and schema["default"] not in (None, "", []):
        return schema["default"]
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return _either(schema["anyOf"], schemas, name, depth)
    makers = {"object": _object, "array": _array}
    kind = schema.get("type")
    if kind in makers:
        return makers[kind](schema, schemas, name, depth)
    if kind == "string":
        return _text(schema, name)
    if kind in ("integer", "number"):
        return _number(schema, name)
    return {"boolean": True, "null": None}.get(str(kind), "示例")


def _either(options: list[dict[str, Any]], schemas: Schemas, name: str, depth: int) -> Any:
    """The first that is not null; null where going on would never end."""
    if depth >= DEEPEST:
        return None
    first = next((one for one in options if one.get("type") != "null"), options[0])
    return example(first, schemas, name, depth)


def _object(schema: dict[str, Any], schemas: Schemas, name: str, depth: int) -> dict[str, Any]:
    if "properties" not in schema:
        inner = schema.get("additionalProperties")
        named = (
            {"示例": example(inner, schemas, name, depth + 1)} if isinstance(inner, dict) else {}
        )
        return named
    required = set(schema.get("required", []))
    return {
        field: example(inner, schemas, field, depth + 1)
        for field, inner in schema["properties"].items()
        if field in required or depth < DEEPEST
    }


def _array(schema: dict[str, Any], schemas: Schemas, name: str, depth: int) -> list[Any]:
    if "prefixItems" in schema:
        return [example(inner, schemas, name, depth + 1) for inner in schema["prefixItems"]]
    if depth >= DEEPEST or "items" not in schema:
        return []
    singular = name[:-1] if name.endswith("s") else name
    return [example(schema["items"], schemas, singular, depth + 1)] * max(
        1, schema.get("minItems", 1)
    )


def _text(schema: dict[str, Any], name: str) -> str:
    shape = schema.get("format")
    if shape == "uuid":
        return str(uuid5(NAMESPACE_URL, f"example:{name}"))
    if shape == "date-time":
        return MOMENT
    if shape == "date":
        return DAY
    if "pattern" in schema or "contentEncoding" in schema:
        return _patterned(schema)
    text: str = WORDS.get(name) or next(
        (word for end, word in ENDINGS if name.endswith(end)), "示例"
    )
    cut = text[: int(schema.get("maxLength", len(text)))]
    return cut + "示" * (int(schema.get("minLength", 0)) - len(cut))


def _patterned(schema: dict[str, Any]) -> str:
    """The first of some usual texts that the pattern admits."""
    pattern = re.compile(schema.get("pattern", ""))
    least, most = schema.get("minLength", 0), schema.get("maxLength", 10_000)
    usual = ["a1b2c3d4" * 8, "0123456789abcdef" * 4, "123456", "101", "clerk01", "Zm9v", DAY, "A1"]
    usual += [DAY[:7]]
    for text in usual:
        for cut in (text, text[:64], text[:40], text[:32], text[:18], text[:6]):
            if pattern.search(cut) and least <= len(cut) <= most:
                return cut
    return ""


def _number(schema: dict[str, Any], name: str) -> int:
    number = next((value for end, value in NUMBERS if name.endswith(end)), 1)
    least = schema.get("minimum", schema.get("exclusiveMinimum", number - 1) + 1)
    most = schema.get("maximum", schema.get("exclusiveMaximum", number + 1) - 1)
    return int(min(max(number, least), most))
