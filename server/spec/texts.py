"""What the document says that no struct and no operation says: words for people, in Chinese."""

from typing import Any

INTRODUCTION = """\
住宅电梯安全责任保险统筹账户接口，供业主、物业服务企业、业主委员会的小程序和各方工作人员使用。

- 单位：金额为整数“分”，面积为平方厘米，利率（以 `_e4` 结尾）15000 即 1.5%，
  比例（以 `_bps` 结尾）10000 即 100%。
- 时刻为东八区 RFC 3339，日期为 `2026-03-10` 这样的文字，标识为字符串。
- 登录：`POST /login` 用 `wx.login` 的 `code` 换取令牌，其后以 `Authorization: Bearer …` 发送；
  工作人员用 `POST /staff/login`。各接口的 `x-roles` 列出可以使用的身份。
- 写操作（POST、PUT、DELETE）须带 `Idempotency-Key`：同键同请求得到同一答复
  （带 `Idempotent-Replay`），同键不同请求为 409；断网后可放心重发。
- 列表以 `next` 给出下一页的游标，原样放入 `after`；为空即无下一页。
- 拒绝一律为 RFC 9457 文档，`code` 稳定，见 `errors.json`；`title`、`detail` 可直接显示。
  429 和 503 带 `Retry-After`，过后可以原样重试。
- `type` 指向 `/errors` 页面中该错误码的说明；各码的说明另见 `errors.json`。
- 微信消息打开的小程序页面和消息 `link` 的含义见 `x-pages`；小程序把页面放在别处（如分包）时，
  由后端设置 `WECHAT_PAGES` 改路径。
- 带 `ETag` 的读取可用 `If-None-Match`，未变时答 304。
"""

BEARER: dict[str, Any] = {
    "type": "http",
    "scheme": "bearer",
    "description": "登录所得的令牌：业主等用 `POST /login`，工作人员用 `POST /staff/login`。",
}

HEADERS: dict[str, dict[str, Any]] = {
    "ETag": {
        "description": "内容的标记，下次读取时放入 `If-None-Match`。",
        "schema": {"type": "string"},
    },
    "Idempotent-Replay": {
        "description": "为 `true` 时，这是此前同一个键的答复，没有重复办理。",
        "schema": {"type": "string", "enum": ["true"]},
    },
    "Retry-After": {
        "description": "多少秒之后可以重试。",
        "schema": {"type": "integer", "minimum": 0},
    },
}

_FAULT: dict[str, Any] = {
    "type": "object",
    "description": "请求内容的一处错误。",
    "properties": {
        "pointer": {
            "type": "string",
            "title": "位置",
            "description": "请求体或查询参数中的 JSON 指针，如 `/state`；为空指整个请求。",
        },
        "detail": {"type": "string", "title": "原因", "description": "可直接显示。"},
        "title": {"type": "string", "title": "名称", "description": "这一项叫什么。"},
        "allowed": {
            "type": "array",
            "title": "可选的值",
            "items": {"type": ["string", "integer"]},
        },
    },
    "required": ["pointer", "detail"],
}

PROBLEM: dict[str, Any] = {
    "description": "拒绝的原因（RFC 9457）。另可附有与该错误码有关的事实，如期限、金额。",
    "type": "object",
    "properties": {
        "type": {"type": "string", "title": "说明的地址", "description": "该错误码的说明所在。"},
        "title": {"type": "string", "title": "标题", "description": "可直接显示。"},
        "status": {"type": "integer", "title": "HTTP 状态码", "minimum": 400, "maximum": 599},
        "code": {
            "type": "string",
            "title": "错误码",
            "description": "稳定，见 `errors.json`。",
        },
        "instance": {"type": "string", "title": "请求的路径"},
        "request_id": {
            "type": "string",
            "title": "请求编号",
            "description": "报告问题时请附上。",
        },
        "detail": {
            "type": "string",
            "title": "具体原因",
            "description": "这一次为什么不可以；可直接显示。",
        },
        "errors": {"type": "array", "title": "请求内容的错误", "items": _FAULT},
        "retry_after_seconds": {
            "type": "integer",
            "title": "多少秒后再试",
            "description": "与 `Retry-After` 相同；等也没有用的没有这一项。",
        },
    },
    "required": ["type", "title", "status", "code", "instance", "request_id"],
    "additionalProperties": True,
}
