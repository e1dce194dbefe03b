"""The TypeScript client of the mini-program: one typed method for each operation."""

import json
import re
from typing import Any

HEAD = """\
// 由 python -m server spec 生成，请勿手工修改。
// 用法：const api = new Api({ baseUrl: 'https://lift.example.gov.cn', token: () => saved })
// 写操作自动带 Idempotency-Key；断网重发时请传入同一个 key。

export interface Options {
  baseUrl: string
  token?: () => string | undefined
  /** 默认用 wx.request；测试时可替换。 */
  send?: (request: Wire) => Promise<Reply>
  newKey?: () => string
}

export interface Wire {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  headers: Record<string, string>
  body?: unknown
  file?: string
}

export interface Reply {
  status: number
  headers: Record<string, string>
  body: unknown
}

export interface Call {
  key?: string
  etag?: string
}

export class Refused extends Error {
  constructor(readonly status: number, readonly problem: Problem) {
    super(problem.detail || problem.title)
  }
}

declare const wx: any

function sendByWx(request: Wire): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const done = (answer: any) =>
      resolve({
        status: answer.statusCode,
        headers: answer.header || {},
        body: typeof answer.data === 'string' && answer.data ? parsed(answer.data) : answer.data,
      })
    if (request.file !== undefined) {
      wx.uploadFile({
        url: request.url, filePath: request.file, name: 'file', header: request.headers,
        success: done, fail: reject,
      })
    } else {
      wx.request({
        url: request.url, method: request.method, header: request.headers,
        data: request.body === undefined ? undefined : JSON.stringify(request.body),
        success: done, fail: reject,
      })
    }
  })
}

function parsed(text: string): unknown {
  try { return JSON.parse(text) } catch { return text }
}

function randomKey(): string {
  let key = ''
  while (key.length < 32) key += Math.floor(Math.random() * 16).toString(16)
  return key
}

function queryOf(query: object | undefined): string {
  const parts: string[] = []
  for (const [name, value] of Object.entries(query || {})) {
    if (value !== undefined && value !== null && value !== '') {
      parts.push(`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    }
  }
  return parts.length ? '?' + parts.join('&') : ''
}
"""

API = """\
export class Api {
  constructor(private readonly options: Options) {}

  /** 图片、PDF 等文件的地址，供 wx.downloadFile 或 image 组件使用。 */
  address(path: string): string {
    return this.options.baseUrl + path
  }

  private async ask<T>(
    method: Wire['method'], path: string, keyed: boolean, call: Call,
    body?: unknown, file?: string,
  ): Promise<T> {
    const headers: Record<string, string> = {}
    const token = this.options.token && this.options.token()
    if (token) headers['Authorization'] = `Bearer ${token}`
    if (file === undefined && body !== undefined) headers['Content-Type'] = 'application/json'
    if (keyed) headers['Idempotency-Key'] = call.key || (this.options.newKey || randomKey)()
    if (call.etag) headers['If-None-Match'] = call.etag
    const send = this.options.send || sendByWx
    const reply = await send({ method, url: this.options.baseUrl + path, headers, body, file })
    if (reply.status >= 400) throw new Refused(reply.status, reply.body as Problem)
    return reply.body as T
  }
"""

_NAME = re.compile(r"^[A-Za-z_$][\w$]*$")


def client(document: dict[str, Any]) -> str:
    """The whole file."""
    parts = [HEAD]
    for name, schema in document["components"]["schemas"].items():
        parts.append(_type(name, schema))
    parts.append(API)
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            parts.append(_method(path, method.upper(), operation))
    return "\n".join(parts) + "}\n"


def _type(name: str, schema: dict[str, Any]) -> str:
    words = f"/** {_comment(schema['description'])} */\n" if "description" in schema else ""
    if "properties" not in schema:
        return f"{words}export type {name} = {ts(schema)}\n"
    required = set(schema.get("required", []))
    lines = [
        f"  {_key(field)}{'' if field in required else '?'}: {ts(inner)}"
        for field, inner in schema["properties"].items()
    ]
    return f"{words}export interface {name} {{\n" + "\n".join(lines) + "\n}\n"


def ts(schema: dict[str, Any]) -> str:
    """A schema as a TypeScript type."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "enum" in schema:
        return " | ".join(json.dumps(one, ensure_ascii=False) for one in schema["enum"])
    if "const" in schema:
        return json.dumps(schema["const"], ensure_ascii=False)
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return " | ".join(dict.fromkeys(ts(one) for one in schema[several]))
    kind = schema.get("type")
    if kind == "array":
        return f"({ts(schema['items'])})[]" if "items" in schema else "unknown[]"
    if kind == "object":
        return _object(schema)
    simple = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean"}
    return simple.get(str(kind), "null" if kind == "null" else "unknown")


def _object(schema: dict[str, Any]) -> str:
    if "properties" in schema:
        required = set(schema.get("required", []))
        fields = [
            f"{_key(field)}{'' if field in required else '?'}: {ts(inner)}"
            for field, inner in schema["properties"].items()
        ]
        return "{ " + "; ".join(fields) + " }"
    inner = schema.get("additionalProperties")
    return f"Record<string, {ts(inner)}>" if isinstance(inner, dict) else "Record<string, unknown>"


def _method(path: str, method: str, operation: dict[str, Any]) -> str:
    parameters = operation.get("parameters", [])
    names = [one["name"] for one in parameters if one["in"] == "path"]
    arguments = [f"{name}: string" for name in names]
    address = re.sub(r"\{(\w+)\}", r"${encodeURIComponent(\1)}", path)
    query = [one for one in parameters if one["in"] == "query"]
    if query:
        fields = [
            f"{one['name']}{'' if one['required'] else '?'}: {ts(one['schema'])}" for one in query
        ]
        needed = any(one["required"] for one in query)
        arguments.append(f"query: {{ {'; '.join(fields)} }}" + ("" if needed else " = {}"))
        address += "${queryOf(query)}"
    content, extra = operation.get("requestBody", {}).get("content", {}), ""
    if "application/json" in content:
        arguments.append(f"body: {ts(content['application/json']['schema'])}")
        extra = ", body"
    elif content:
        arguments.append("filePath: string")
        extra = ", undefined, filePath"
    keyed = any(one["name"] == "Idempotency-Key" for one in parameters)
    answer = _answer(operation)
    words = f"  /** {_comment(operation['summary'])} */\n"
    name = _camel(operation["operationId"])
    if answer is None:
        head = f"  {name}Address({', '.join(arguments)}): string {{\n"
        return f"{words}{head}    return this.address(`{address}`)\n  }}\n"
    arguments.append("call: Call = {}")
    ask = f"this.ask<{answer}>('{method}', `{address}`, {str(keyed).lower()}, call{extra})"
    head = f"  {name}({', '.join(arguments)}): Promise<{answer}> {{\n"
    return f"{words}{head}    return {ask}\n  }}\n"


def _answer(operation: dict[str, Any]) -> str | None:
    """The type of the answer; None for a file, which is fetched by its address."""
    for status, answer in operation["responses"].items():
        if status.startswith("2"):
            content = answer.get("content")
            if content is None:
                return "void"
            if "application/json" in content:
                return ts(content["application/json"]["schema"])
    return None


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def _key(name: str) -> str:
    return name if _NAME.match(name) else json.dumps(name, ensure_ascii=False)


def _comment(text: str) -> str:
    return " ".join(text.split()).replace("*/", "* /")
