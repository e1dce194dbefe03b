"""The TypeScript clients: a function for each operation, and the types of what it takes and gives.

client.ts is for everybody who comes through WeChat and for the public, staff.ts has the rest, so
that what is published with the mini-program does not show how the Centre works. A function that
no page calls is left out by whatever puts the program together. What all of them share is written
by hand beside them, in core.ts: it does not depend on the table.
"""

import re
from dataclasses import dataclass
from typing import Any

from rules.people import CASE_PARTIES, VISITORS
from server.problems import MEDIA_TYPE
from server.spec.typescript import comment, declared, literal, mentioned, named, reached, ts

Document = dict[str, Any]

PHONES = CASE_PARTIES | VISITORS
"""Whose operations are in client.ts."""

RENEWAL = "refresh_login"
"""Done by core.ts, whenever a token has become old."""

SECRETS = frozenset({"id_number", "code", "password", "totp"})
"""Fields of a body that a phone must not keep in its storage."""

TICKET = "FileReadingTicket"
"""The answer with which core.ts goes on and fetches the paper itself."""

UNREADABLE = "Unreadable"
"""The code that the client itself gives to an answer that is not the server's."""

HEAD = "// 由 python -m server spec 生成，请勿手工修改。用法见 docs/clients.md。\n"


@dataclass(frozen=True)
class Entry:
    """One operation where it stands in the document."""

    path: str
    method: str
    told: dict[str, Any]

    @property
    def roles(self) -> frozenset[str]:
        """Who may ask."""
        return frozenset(self.told["x-roles"])

    @property
    def body(self) -> dict[str, Any]:
        """What is sent, by media type."""
        content: dict[str, Any] = self.told.get("requestBody", {}).get("content", {})
        return content

    @property
    def answer(self) -> tuple[str, dict[str, Any]]:
        """The media type and the schema of what comes back; "" for nothing."""
        done = next(one for status, one in self.told["responses"].items() if status[0] == "2")
        for media, content in done.get("content", {}).items():
            return media, content["schema"]
        return "", {}

    @property
    def function(self) -> str:
        """What the function is called."""
        return _camel(self.told["operationId"])

    def parameters(self, place: str) -> list[dict[str, Any]]:
        """Those in the path or in the query."""
        return [one for one in self.told.get("parameters", []) if one["in"] == place]


def clients(document: Document, codes: list[str]) -> dict[str, str]:
    """Both files by name; `codes` is every code a problem may bear."""
    schemas = document["components"]["schemas"]
    phones, staff = divided(document)
    told = [one.told for one in staff]
    known = reached([one.told for one in phones], schemas) | {"Problem"}
    besides = reached(told, schemas) - known
    used = known & mentioned([told, [schemas[name] for name in besides]])
    return {
        "client.ts": _file(
            "业主、业委会、物业、独立产权人和公众的接口。",
            f"/** 见 errors.json；{UNREADABLE} 是客户端给的：答复不是服务器写的。 */\n"
            f"export type ErrorCode ={_lines([*codes, UNREADABLE])}\n",
            {name: schemas[name] for name in known},
            phones,
            document,
        ),
        "staff.ts": _file(
            "工作人员独有的接口：中心、保险机构、街道、主管部门和审计；其余在 client.ts。",
            f"import type {{ {', '.join(sorted(used))} }} from './client'\n",
            {name: schemas[name] for name in besides},
            staff,
            document,
        ),
    }


def _lines(codes: list[str]) -> str:
    return "".join(f"\n  | {literal(one)}" for one in codes)


def _file(
    title: str, more: str, schemas: Document, entries: list[Entry], document: Document
) -> str:
    parts = [
        f"{HEAD}// {title}\n",
        "import { part, queryOf } from './core'\nimport type { Api, Call } from './core'\n",
        more,
        *(_schema(name, schema) for name, schema in sorted(schemas.items())),
        *(_function(one, document["components"]["schemas"]) for one in entries),
        "/** 各接口可能的拒绝：isRefused<Refusals['函数名']>(error)。 */",
        *_refusals(entries, document),
    ]
    return "\n".join(parts)


def divided(document: Document) -> tuple[list[Entry], list[Entry]]:
    """Phones' operations and the rest, without those that no program of ours calls."""
    phones: list[Entry] = []
    staff: list[Entry] = []
    for path, operations in document["paths"].items():
        for method, told in operations.items():
            entry = Entry(path, method.upper(), told)
            if path.startswith("/wechat/") or told["operationId"] == RENEWAL:
                continue
            ours = entry.roles & PHONES and not path.startswith("/staff/")
            (phones if ours else staff).append(entry)
    return phones, staff


def _schema(name: str, schema: dict[str, Any]) -> str:
    made = declared(name, schema)
    return re.sub(r"(?m)^  code: .+$", "  code: ErrorCode", made) if name == "Problem" else made


def _refusals(entries: list[Entry], document: Document) -> list[str]:
    lines = [
        f"  {one.function}: {' | '.join(literal(code) for code in _codes(one, document))}"
        for one in entries
    ]
    return ["export interface Refusals {", *lines, "}\n"]


def _codes(entry: Entry, document: Document) -> list[str]:
    found: set[str] = set()
    for answer in entry.told["responses"].values():
        if "$ref" in answer:
            told = document["components"]["responses"][named(answer)]
            found.update(
                code
                for part in told["content"][MEDIA_TYPE]["schema"]["allOf"]
                for code in part.get("properties", {}).get("code", {}).get("enum", [])
            )
    return sorted(found)


def _function(entry: Entry, schemas: dict[str, Any]) -> str:
    address = re.sub(r"\{(\w+)\}", lambda one: f"${{part({_camel(one[1])})}}", entry.path)
    arguments = [
        "api: Api",
        *(f"{_camel(one['name'])}: string" for one in entry.parameters("path")),
    ]
    asked_for = ""
    if query := entry.parameters("query"):
        name = entry.function[0].upper() + entry.function[1:] + "Query"
        asked_for = declared(name, _as_schema(query)) + "\n"
        needed = any(one["required"] for one in query)
        arguments.append(f"query: {name}" + ("" if needed else " = {}"))
        address += "${queryOf(query)}"
    if "application/json" in entry.body:
        arguments.append(f"body: {ts(entry.body['application/json']['schema'])}")
    elif entry.body:
        arguments.append("filePath: string")
    media, schema = entry.answer
    answer = "void" if not media else ts(schema) if media == "application/json" else "string"
    answer = "string" if answer == TICKET else answer
    quote = "`" if "$" in address else "'"
    asked = _asked(entry, f"{quote}{address}{quote}", answer, _is_secret(entry, schemas))
    words = comment({"description": entry.told["summary"]})
    head = f"({', '.join([*arguments, 'call?: Call'])}): Promise<{answer}>"
    return f"{asked_for}{words}export const {entry.function} = {head} =>\n  {asked}\n"


def _as_schema(query: list[dict[str, Any]]) -> dict[str, Any]:
    """The parameters as one object, each with its own words."""
    return {
        "properties": {
            one["name"]: one["schema"] | {"title": "", "description": one["description"]}
            for one in query
        },
        "required": [one["name"] for one in query if one["required"]],
    }


def _is_secret(entry: Entry, schemas: dict[str, Any]) -> bool:
    """Whether what is sent must not be kept in the phone's storage."""
    if "application/json" not in entry.body:
        return False
    sent = schemas[named(entry.body["application/json"]["schema"])]
    return not SECRETS.isdisjoint(sent["properties"])


def _asked(entry: Entry, address: str, answer: str, secret: bool) -> str:
    """The call of core.ts that does it."""
    open_to_all = entry.roles == {"public"}
    media, _ = entry.answer
    if media not in ("", "application/json"):
        return f"api.download({address}, call{', true' if open_to_all else ''})"
    if media and named(entry.answer[1]) == TICKET:
        return f"api.downloadSealed({address.replace('/reading', '')}, body, call)"
    body = ", body" if "application/json" in entry.body else ""
    if open_to_all:
        return f"api.open<{answer}>('{entry.method}', {address}, call{body})"
    if entry.method == "GET":
        return f"api.get<{answer}>({address}, call)"
    if entry.body and not body:
        return f"api.upload<{answer}>({address}, filePath, call)"
    how = "secret" if secret else "write"
    return f"api.{how}<{answer}>('{entry.method}', {address}, call{body})"


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)
