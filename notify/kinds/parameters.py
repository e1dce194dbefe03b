"""The policy parameters: what waits for a reviewer, what came into force. Section 14, R13.1."""

from notify.kinds.kind import About, Audience, Words, because, kind
from rules.events.register import ParametersDecided, ParametersProposed
from rules.parameters import BY_NAME


def _what(about: About) -> str:
    names = [str(name) for name in about.data.get("names", ())]
    labels = [BY_NAME[name].label if name in BY_NAME else name for name in names]
    what = "、".join(labels[:3]) + (f"等{len(labels)}项" if len(labels) > 3 else "")
    whose = f"{about.place}小区议事规则对" if about.data.get("community_id") else "政策参数"
    return f"{whose}“{what}”"


@kind(ParametersProposed, to=Audience.REVIEWERS)
def parameters_wait(about: About) -> Words:
    return Words("参数改动待复核", f"{_what(about)}的改动已录入，请对照依据文件复核。")


@kind(ParametersDecided, to=(Audience.CLERKS, Audience.REVIEWERS))
def parameters_decided(about: About) -> Words:
    if about.data.get("decision") == "dropped":
        text = f"{_what(about)}的改动已退回，参数不变。{because(about.why)}"
        return Words("参数改动已退回", text)
    text = f"{_what(about)}的改动已复核生效，用于此后受理的办件；已受理的不变。"
    return Words("参数改动已生效", text)
