"""Personal information: what people are told, what they agree to, what is kept of them. R12.7."""

from datetime import datetime
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from handlers.lists import view_of
from handlers.route import Answer, Body, Context, route
from handlers.shown import at
from models import privacy
from models.people import persons
from models.sealed import PERSON_PHONE
from papers.blob import Blob
from rules.events.people import PrivacyAgreed
from rules.people import Role
from rules.privacy import CONSENTS, CONSEQUENCES, NOTICE, TO_SHOW_FACE, VERSION, Consent, lacking
from rules.refusals.people import NoticeChanged
from rules.words.word import titled

FILE = "application/octet-stream"
Subject = Annotated[Consent, titled(CONSENTS), Meta(title="同意的事项")]


class PrivacySubject(Answer, frozen=True):
    """请人同意的一件事项，和不同意或撤回的后果。"""

    kind: Subject
    title: Annotated[str, Meta(title="事项", description="可直接显示")]
    consequence: Annotated[str, Meta(title="不同意或撤回的后果")]


class PrivacyNotice(Answer, frozen=True):
    """个人信息处理规则：版本、逐条内容和请人同意的事项。"""

    version: Annotated[str, Meta(title="规则版本")]
    paragraphs: Annotated[list[str], Meta(title="逐条内容")]
    subjects: Annotated[list[PrivacySubject], Meta(title="请人同意的事项")]


@route("GET", "/public/privacy-notice", who=Role.PUBLIC, etag=True, limit="public")
async def get_privacy_notice(ctx: Context) -> PrivacyNotice:
    """个人信息处理规则现行版本。R12.7。"""
    subjects = [
        PrivacySubject(kind=kind, title=title, consequence=CONSEQUENCES[kind])
        for kind, title in CONSENTS.items()
    ]
    return PrivacyNotice(version=VERSION, paragraphs=list(NOTICE), subjects=subjects)


class PrivacyAgreement(Body, frozen=True):
    """对现行规则表示同意，或撤回。敏感的事项须单独同意。"""

    version: Annotated[str, Meta(max_length=12, title="规则版本")]
    consent: Subject
    agreed: Annotated[bool, Meta(title="同意", description="撤回的为否")]


class PrivacyConsentLine(Answer, frozen=True):
    """对一件事项的最后表示。"""

    kind: Subject
    version: Annotated[str, Meta(title="规则版本")]
    agreed: Annotated[bool, Meta(title="同意", description="撤回的为否")]
    at: datetime


class PrivacyConsents(Answer, frozen=True):
    """本人对各事项的最后表示，和规则的现行版本。"""

    version: Annotated[str, Meta(title="现行规则版本")]
    consents: Annotated[list[PrivacyConsentLine], Meta(title="各事项")]
    due: Annotated[list[Subject], Meta(title="对现行版本尚未同意的事项")]


@route("POST", "/me/privacy-consents", who=Role.PERSON, refuses=(NoticeChanged,), status=200)
async def set_privacy_consent(ctx: Context, body: PrivacyAgreement) -> PrivacyConsents:
    """对现行的个人信息处理规则表示同意或撤回，连同版本留存。R12.7。

    撤回以后不能再绑定房屋（人脸的为不能再核身），尚未办结的绑定、更换微信的申请随即撤回；已有的绑定仍然有效：
    以它提出反对意见、表决是法律给的权利，不因此丧失，不要的由本人解除或者删除。
    """
    if body.version != VERSION:
        raise NoticeChanged()
    await persons.lock(ctx.id)
    if not body.agreed:
        by_face = body.consent is Consent.FACE
        await privacy.withdraw_waiting(ctx.id, ctx.now, by_face=by_face)
    await privacy.said(ctx.id, body.version, body.consent.value, body.agreed, ctx.now)
    data = {"version": body.version, "consent": body.consent.value, "agreed": body.agreed}
    ctx.record(PrivacyAgreed(subject_id=str(ctx.id), at=ctx.now, data=data))
    return await _consents(ctx)


@route("GET", "/me/privacy-consents", who=Role.PERSON)
async def get_privacy_consents(ctx: Context) -> PrivacyConsents:
    """本人对个人信息处理规则的同意和撤回。R12.7。"""
    return await _consents(ctx)


async def _consents(ctx: Context) -> PrivacyConsents:
    rows = await privacy.standing(ctx.id)
    return PrivacyConsents(
        version=VERSION,
        consents=[view_of(PrivacyConsentLine, row) for row in rows],
        due=lacking(rows, TO_SHOW_FACE),
    )


@route("GET", "/me/data", who=Role.PERSON, blob=(FILE,), limit="upload")
async def download_own_data(ctx: Context) -> Blob:
    """下载系统保存的本人信息，JSON 文件。R12.7。

    含房屋、申请、授权、意见、选票（不含选择）、材料目录、消息、登录和同意。
    """
    row = await persons.profile(ctx.id)
    sealed = row["phone_cipher"] if row else None
    phone = ctx.world.secrets.decrypt(bytes(sealed), PERSON_PHONE.of(ctx.id)) if sealed else ""
    about: dict[str, Any] = {"手机号": phone, "姓名": row["name"] if row else ""}
    about |= await privacy.all_about(ctx.id)
    text = msgspec.json.format(msgspec.json.encode(about, enc_hook=str), indent=1)
    return Blob(text, FILE, f"个人信息-{at(ctx.now):%Y%m%d}.json")
