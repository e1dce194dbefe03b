"""What the settings say of the mini-program's templates and pages, checked before the start.

WeChat refuses a message whose template has other keys, or whose page the published mini-program
does not have; both would be found out only when the first owner hears nothing.
"""

from collections.abc import Mapping

import msgspec

from notify.pages import PAGES, PATH
from notify.templates import TEMPLATES, Approved, faults_of


class _Given(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    keys: dict[str, str] = {}


def read_templates(text: str) -> tuple[dict[str, Approved], list[str]]:
    """The templates of `WECHAT_TEMPLATES` by our names, and what is wrong with them.

    Each is WeChat's id, or `{"id": …, "keys": {our key: WeChat's}}`. DecodeError for other JSON.
    """
    given = msgspec.json.decode(text, type=dict[str, str | _Given])
    known = {one.name: one for one in TEMPLATES}
    found: dict[str, Approved] = {}
    faults: list[str] = []
    for name, one in given.items():
        if name not in known:
            faults.append(f"没有名为 {name} 的模板，应为 {'、'.join(known)}")
            continue
        told = _Given(one) if isinstance(one, str) else one
        if not told.id.strip():
            faults.append(f"{name} 缺少模板 id")
        faults += [f"{name}：{fault}" for fault in faults_of(known[name], told.keys)]
        found[name] = Approved(told.id.strip(), told.keys)
    ids = [one.id for one in found.values()]
    if len(set(ids)) < len(ids):
        faults.append("同一模板 id 用了两次")
    return found, faults


def read_pages(text: str) -> tuple[Mapping[str, str], list[str]]:
    """The pages of `WECHAT_PAGES` by our names, and what is wrong with them."""
    given = msgspec.json.decode(text, type=dict[str, str])
    faults = [
        f"没有名为 {name} 的页面，应为 {'、'.join(PAGES)}" for name in given if name not in PAGES
    ]
    faults += [
        f"{name} 的路径 {path} 不正确，应如 {PAGES[name].path}，不以 / 开头，不带参数"
        for name, path in given.items()
        if name in PAGES and PATH.fullmatch(path) is None
    ]
    return given, faults
