"""Cases and all that is around them: who is let in. Sections 1, 5 to 9, 12."""

from collections.abc import Callable
from typing import Any

from tests.access.row import (
    BOUND,
    CENTRE,
    DESKS,
    EVERYBODY,
    HANDLE,
    HERE,
    LOGGED_IN,
    PAPERS,
    PAYEES,
    PEOPLE,
    PHOTO,
    REASON,
    ROLL,
    SEES,
    WHY,
    Row,
)

HANGS = "owner1 owner2 committee manager street clerk clerk2"
"""Who may hang the notice of the case: two of its signers, and what stands for the place."""

NOT_CLERKS = "reviewer finance finance2 auditor administrator bureau"


def _application(applicant: str) -> Callable[[Any], Any]:
    return lambda scene: {
        "scope_id": scene.ids["scope_id"],
        "elevator_ids": scene.ids["elevators"],
        "insurer_id": scene.ids["insurer_id"],
        "applicant": applicant,
        "authorisation_file_id": scene.paper() if applicant != "signers" else None,
    }


def _witness(scene: Any) -> dict[str, Any]:
    account = str(scene.city.roll.accounts["street"])
    return {"witness_name": "街道办", "account_id": account, "public_key": "0a" * 32}


ROWS: dict[str, Row | tuple[Row, ...]] = {
    # --- applying: owners of the scope, or the committee or manager with papers (R5.1)
    "POST /cases": (
        Row(BOUND, "free", _application("signers")),
        Row("committee", "free", _application("committee")),
        Row("manager", "free", _application("manager")),
    ),
    "POST /cases/{case_id}/signatures": Row(BOUND, "signing"),
    "DELETE /cases/{case_id}/signatures/mine": Row(HERE, "signing"),
    "POST /cases/{case_id}/acceptance": Row("clerk clerk2", "filed"),
    "POST /cases/{case_id}/return": Row(HANDLE, "filed", WHY),
    "POST /cases/{case_id}/rejection": Row(HANDLE, "filed", WHY),
    "POST /cases/{case_id}/withdrawal": Row("owner1", "filed", WHY),
    "POST /cases/{case_id}/correction": Row("owner1 owner2", "returned", {"note": "已补"}),
    # --- an emergency: told by who is here, with a photo; lifted by the Centre (section 6)
    "POST /cases/{case_id}/emergency": Row(
        f"{HERE} {HANDLE}",
        "filed",
        lambda scene: {"kind": "unsafe", "reason": "轿厢下坠", "file_ids": [scene.paper()]},
    ),
    "POST /cases/{case_id}/emergency/lifting": Row(HANDLE, "returned", WHY),
    # --- plan to policy: the insurer named, the applicants, finance by two (R9.3)
    "POST /cases/{case_id}/plan": Row("insurer", "accepted", lambda scene: scene.plan()),
    "POST /cases/{case_id}/notice": Row("clerk clerk2", "planned"),
    "POST /cases/{case_id}/registration": Row("clerk clerk2", "cleared"),
    "POST /cases/{case_id}/contract": Row(
        "owner1 owner2", "registered", lambda scene: scene.contract()
    ),
    "POST /cases/{case_id}/payout": Row(
        "owner1 owner2", "contracted", lambda scene: scene.payout()
    ),
    "POST /cases/{case_id}/payout/preparation": Row(
        "finance finance2", "requested", lambda scene: scene.sum()
    ),
    "POST /cases/{case_id}/payout/approval": Row("finance2 reviewer", "prepared"),
    "POST /cases/{case_id}/payout/return": Row(f"{HANDLE} finance finance2", "prepared", WHY),
    "POST /cases/{case_id}/policy": Row("insurer", "paid", lambda scene: scene.policy()),
    # --- reading a case
    "GET /cases": Row(f"{SEES} elsewhere other_manager other_insurer other_street", finds=SEES),
    "GET /cases/{case_id}": Row(SEES),
    "GET /cases/{case_id}/conditions": Row(SEES),
    "GET /cases/{case_id}/documents": Row(SEES),
    "GET /cases/{case_id}/timeline": Row(SEES),
    "GET /desk": Row(
        f"{DESKS} insurer other_insurer", "filed", finds="clerk clerk2 auditor", thing="case_id"
    ),
    "GET /desk/counts": Row(f"{DESKS} insurer other_insurer"),
    "GET /scopes/{scope_id}/elevators": Row(f"{HERE} insurer other_insurer {CENTRE}"),
    # --- notice and lobbies (R7.2); the photos are for those who judge them
    "GET /cases/{case_id}/lobbies": Row(SEES),
    "GET /cases/{case_id}/evidence": Row(f"manager street {CENTRE}"),
    "GET /evidence/{evidence_id}/photo": Row(f"manager street {CENTRE}"),
    "GET /cases/{case_id}/poster.png": Row(f"{HANGS} {NOT_CLERKS}", "posting", slow=True),
    "GET /cases/{case_id}/poster.pdf": Row(f"{HANGS} {NOT_CLERKS}", "posting", slow=True),
    "GET /me/postings": Row("manager other_manager", "posting"),
    "GET /me/home": Row(PEOPLE, "free"),
    "GET /lobbies/{token}": Row(HANGS, "posting", ids={"token": "lobby_token"}),
    "POST /lobbies/{token}/evidence": Row(HANGS, "posting", PHOTO, ids={"token": "lobby_token"}),
    "POST /lobbies/{token}/last-photo": Row(
        HANGS, "ending_soon", PHOTO, ids={"token": "lobby_token"}
    ),
    "POST /cases/{case_id}/lobbies/{unit_id}/acceptance": Row(
        HANDLE, "photographed", lambda scene: {"evidence_id": scene.ids["evidence_id"]}
    ),
    "POST /cases/{case_id}/lobbies/{unit_id}/refusal": Row(HANDLE, body=WHY),
    "POST /cases/{case_id}/lobbies/{unit_id}/reports": Row(BOUND, body={"note": "没有张贴"}),
    "GET /cases/{case_id}/lobby-reports": Row(
        f"{BOUND} {PAPERS}", "reported", finds=f"owner2 {PAPERS}", thing="report_id"
    ),
    "POST /lobby-reports/{report_id}/reply": Row(HANDLE, "reported", {"text": "张贴着"}),
    "GET /public/notices": Row(EVERYBODY, finds=EVERYBODY, thing="public_token"),
    "GET /public/notices/{token}": Row(EVERYBODY, ids={"token": "public_token"}),
    "GET /public/papers/{check_code}": Row(EVERYBODY),
    # --- objections (R7.4 to R7.9): the objector, and the Centre; nobody else sees any
    "POST /cases/{case_id}/objections": Row(BOUND, body={"text": "费用过高"}),
    "GET /cases/{case_id}/objections": Row(
        f"{HERE} {PAPERS}", "paused", finds=f"owner5 {PAPERS}", thing="objection_id"
    ),
    "GET /me/objections": Row(PEOPLE, "paused", finds="owner5", thing="objection_id"),
    "GET /objections": Row(PAPERS, "paused", finds=PAPERS, thing="objection_id"),
    "GET /objections/{objection_id}": Row(f"owner5 {PAPERS}", "paused"),
    "POST /objections/{objection_id}/unmasking": Row(HANDLE, "paused", REASON),
    "POST /objections/{objection_id}/withdrawal": Row("owner5", "paused"),
    "POST /objections/{objection_id}/proposal": Row(
        HANDLE, "paused", lambda scene: {"record_file_id": scene.paper()}
    ),
    "POST /objections/{objection_id}/settlement": Row(
        "owner5", "proposed", lambda scene: {"record_file_id": scene.ids["paper of clerk"]}
    ),
    "POST /objections/{objection_id}/endings": Row(
        "clerk2 reviewer",
        "paused",
        lambda scene: {"outcome": "settled", "record_file_id": scene.paper()},
    ),
    "POST /objection-endings/{ending_id}/confirmation": Row("reviewer", "ending"),
    "POST /objection-endings/{ending_id}/dropping": Row(HANDLE, "ending", REASON),
    "POST /objections/{objection_id}/dismissal": Row("reviewer", "paused", REASON),
    "POST /objections/{objection_id}/upholding": Row(
        "reviewer", "paused", {"then": "end", **REASON}
    ),
    "POST /objections/{objection_id}/review": Row("owner5", "dismissed", {"text": "不服"}),
    "POST /objections/{objection_id}/answer": Row(HANDLE, "cleared", {"text": "答复"}),
    "POST /cases/{case_id}/paper-objections": Row(
        "clerk clerk2", body=lambda scene: scene.paper_objection()
    ),
    "GET /paper-objections": Row(PAPERS, "paper", finds=PAPERS, thing="objection_id"),
    "POST /paper-objections/{objection_id}/confirmation": Row("clerk2 reviewer", "paper"),
    "POST /paper-objections/{objection_id}/dropping": Row("clerk2 reviewer", "paper", REASON),
    "POST /cases/{case_id}/hold": Row(HANDLE, body=WHY),
    "POST /cases/{case_id}/hold/release": Row("clerk2 reviewer", "held", WHY),
    # --- papers: whoever sent them, and who handles papers
    "POST /files": Row(LOGGED_IN, body=PHOTO),
    "GET /files/{file_id}": Row("owner1", ids={"file_id": "own_file"}),
    "POST /files/{file_id}/reading": Row("clerk", body=REASON, ids={"file_id": "clerks_file"}),
    # --- money (R3.8): the scope's people, its insurer, the Centre; the books: finance and audit
    "GET /scopes": Row(
        f"{SEES} elsewhere other_manager other_insurer other_street", finds=SEES, thing="scope_id"
    ),
    "GET /scopes/{scope_id}/balance": Row(SEES),
    "GET /scopes/{scope_id}/statement": Row(SEES),
    "GET /scopes/{scope_id}/holds": Row(SEES),
    "GET /ledger/accounts": Row("finance finance2 auditor"),
    "GET /ledger/accounts/{account_id}/statement": Row(
        "finance finance2 auditor", ids={"account_id": "pooled"}
    ),
    "GET /ledger/trial-balance": Row("finance finance2 auditor"),
    # --- in the open (R12.1, R12.3)
    "GET /public/payouts": Row(EVERYBODY),
    "GET /public/programme": Row(EVERYBODY),
    "GET /public/registrations": Row(EVERYBODY),
    "GET /public/scopes": Row(EVERYBODY),
    "GET /public/scopes/{scope_id}": Row(EVERYBODY),
    "GET /public/log/head": Row(EVERYBODY),
    "GET /public/log/heads": Row(EVERYBODY),
    "GET /public/log/keys": Row(EVERYBODY),
    "GET /public/log/witnesses": Row(EVERYBODY),
    "GET /log/witness-changes": Row(DESKS),
    "POST /log/witness-changes/{change_id}/confirmation": Row("", ids={"change_id": "scope_id"}),
    "POST /log/witness-changes/{change_id}/dropping": Row(
        "", body=REASON, ids={"change_id": "scope_id"}
    ),
    "POST /log/witnesses": Row("administrator", body=_witness),
    "POST /log/witnesses/{witness_id}/ending": Row("", body=REASON, ids={"witness_id": "scope_id"}),
    # A witness may, and none is named here: see tests.handlers.test_witnesses.
    "POST /log/heads/{tree_size}/witnessing": Row(
        "", body={"witness_signature": "0" * 128}, ids={"tree_size": "tree_size"}
    ),
    "GET /public/log/consistency": Row(EVERYBODY, query="?old=1"),
    "GET /public/log/inclusion/{event_id}": Row(EVERYBODY),
    "GET /log/events": Row("auditor"),
    # --- people: one's own sessions
    "POST /login": Row(EVERYBODY, body={"code": "unknown-code"}),
    "POST /login/refresh": Row(PEOPLE),
    "POST /logout": Row(LOGGED_IN),
    "GET /me": Row(PEOPLE),
    "GET /me/data": Row(PEOPLE),
    # Whose binding is named may ask; none waits here: see tests.handlers.people.test_corrections.
    "POST /me/corrections": Row(
        "",
        body=lambda s: {
            "binding_id": s.ids["scope_id"],
            "field": "name",
            "value": "某人",
            "reason": "有误",
            "file_ids": [s.ids["scope_id"]],
        },
    ),
    "GET /corrections": Row(f"{PEOPLE} clerk clerk2 auditor"),
    **{
        name: Row("", body=body, ids={"correction_id": "scope_id"})
        for name, body in {
            "DELETE /corrections/{correction_id}": None,
            "POST /corrections/{correction_id}/decision": {"approve": False, **REASON},
            "POST /corrections/{correction_id}/confirmation": None,
            "POST /corrections/{correction_id}/dropping": REASON,
        }.items()
    },
    "GET /me/erasure": Row(PEOPLE),
    "POST /me/erasure": Row(PEOPLE),
    "GET /me/privacy-consents": Row(PEOPLE),
    "POST /me/privacy-consents": Row(
        PEOPLE, body={"version": "2026-12", "consent": "notice", "agreed": True}
    ),
    "GET /public/privacy-notice": Row(EVERYBODY),
    "POST /me/phone": Row(PEOPLE, body={"code": "unknown-code"}),
    "GET /sessions": Row(LOGGED_IN, finds="owner1", thing="session_id"),
    "DELETE /sessions/{session_id}": Row("owner1"),
    # --- standing: claimed by the person, decided by a clerk, read by the auditor (R2.5, R5.1)
    "POST /bindings": Row(PEOPLE, body=lambda scene: scene.identity()),
    "GET /me/homes/offered": Row(PEOPLE),
    # Nobody here has proved who they are: see tests.handlers.people.test_offered_homes.
    "POST /me/homes/offered/{home_id}": Row("", ids={"home_id": "scope_id"}),
    "GET /bindings": Row(PEOPLE, finds="owner1", thing="binding_id"),
    "GET /bindings/{binding_id}/acts": Row(PAPERS),
    # Of one's own there is nothing to contest: see tests.handlers.people.test_identity.
    "POST /bindings/{binding_id}/contest": Row("", body=REASON),
    "DELETE /bindings/{binding_id}": Row("owner1"),
    "GET /homes/{home_id}/bindings": Row("owner1 clerk clerk2 auditor"),
    "GET /identity-failures": Row("clerk clerk2 auditor"),
    "POST /face-checks": Row(
        PEOPLE, body=lambda s: {key: s.identity()[key] for key in ("name", "id_number")}
    ),
    "POST /login-changes": Row(PEOPLE, body=lambda scene: scene.identity()),
    "GET /login-changes": Row(f"{PEOPLE} clerk clerk2 auditor"),
    # There is none to act on here: see tests.handlers.people.test_identity.
    **{
        name: Row("", body=REASON, ids={"login_change_id": "scope_id"})
        for name in (
            "POST /login-changes/{login_change_id}/contest",
            "POST /login-changes/{login_change_id}/refusal",
            "DELETE /login-changes/{login_change_id}",
        )
    },
    "GET /binding-contests": Row(f"{PEOPLE} clerk clerk2 auditor"),
    "POST /binding-contests/{contest_id}/dismissal": Row(
        "", body=REASON, ids={"contest_id": "scope_id"}
    ),
    "POST /binding-endings": Row("", body=lambda s: {**REASON, "binding_id": s.ids["scope_id"]}),
    "GET /binding-endings": Row(PAPERS),
    "POST /binding-endings/{binding_ending_id}/confirmation": Row(
        "", ids={"binding_ending_id": "scope_id"}
    ),
    "POST /binding-endings/{binding_ending_id}/dropping": Row(
        "", body=REASON, ids={"binding_ending_id": "scope_id"}
    ),
    "POST /binding-claims": Row(
        PEOPLE, body=lambda scene: {**scene.identity(), "file_ids": [scene.paper()]}
    ),
    "GET /binding-claims": Row(
        f"{PEOPLE} clerk clerk2 auditor", finds="stranger clerk clerk2 auditor", thing="claim_id"
    ),
    "GET /binding-claims/{claim_id}": Row("clerk clerk2 auditor"),
    "DELETE /binding-claims/{claim_id}": Row("stranger"),
    "POST /binding-claims/{claim_id}/decision": Row(
        "clerk clerk2", body={"approve": False, **REASON}
    ),
    # None of these waits for a second person: see tests.handlers.people.test_displaced.
    "POST /binding-claims/{claim_id}/confirmation": Row("", ids={"claim_id": "scope_id"}),
    "POST /binding-claims/{claim_id}/dropping": Row("", body=REASON, ids={"claim_id": "scope_id"}),
    "POST /binding-claims/{claim_id}/unmasking": Row("clerk clerk2", body=REASON),
    "POST /appointments": Row(PEOPLE, body=lambda scene: scene.authorisation()),
    "GET /appointments": Row(
        f"{PEOPLE} {PAPERS}",
        finds=f"stranger {PAPERS}",
        thing="appointment_id",
    ),
    "POST /appointments/{appointment_id}/confirmation": Row("", ids={"appointment_id": "scope_id"}),
    "POST /appointments/{appointment_id}/dropping": Row(
        "", body=REASON, ids={"appointment_id": "scope_id"}
    ),
    "POST /appointments/{appointment_id}/decision": Row(
        "clerk clerk2", body={"approve": False, **REASON}
    ),
    "POST /appointments/{appointment_id}/end": (
        Row("stranger clerk clerk2", body=REASON),
        Row("manager clerk clerk2", body=REASON, ids={"appointment_id": "held_appointment_id"}),
    ),
    "GET /communities": Row(LOGGED_IN),
    "GET /communities/{community_id}/buildings": Row(LOGGED_IN),
    "GET /buildings/{building_id}/homes": Row(LOGGED_IN),
    # --- the panel and the calendar are the administrator's
    "GET /insurers": Row(LOGGED_IN),
    "POST /insurers": Row(
        "administrator",
        body={
            "code": "NEW-1",
            "name": "示例保险",
            "admitted_from_on": "2025-01-01",
            "admitted_to_on": "2026-01-01",
        },
    ),
    "GET /insurer-admissions": Row("administrator finance finance2 auditor reviewer"),
    "POST /insurer-admissions/{admission_id}/confirmation": Row(
        "", ids={"admission_id": "scope_id"}
    ),
    "POST /insurer-admissions/{admission_id}/dropping": Row(
        "", body=REASON, ids={"admission_id": "scope_id"}
    ),
    "POST /insurers/{insurer_id}/payee-accounts": Row(
        "administrator finance finance2",
        body={"bank": "示例银行", "bank_account": "12345678", "source": "来函"},
    ),
    "GET /payee-accounts": Row(f"{PAYEES} other_insurer"),
    "GET /payee-accounts/{payee_account_id}": Row(PAYEES),
    "POST /payee-accounts/{payee_account_id}/unmasking": Row(PAYEES, body=REASON),
    "POST /payee-accounts/{payee_account_id}/confirmation": Row(
        "", ids={"payee_account_id": "scope_id"}
    ),
    "POST /payee-accounts/{payee_account_id}/dropping": Row(
        "", body=REASON, ids={"payee_account_id": "scope_id"}
    ),
    "POST /payee-accounts/{payee_account_id}/answer": Row(
        "", body={"agrees": True}, ids={"payee_account_id": "scope_id"}
    ),
    "GET /calendar/changes": Row(DESKS),
    "POST /calendar/changes/{change_id}/confirmation": Row("", ids={"change_id": "scope_id"}),
    "POST /calendar/changes/{change_id}/dropping": Row(
        "", body=REASON, ids={"change_id": "scope_id"}
    ),
    "POST /insurers/{insurer_id}/suspension": Row("administrator", body=REASON),
    "GET /calendar/days": Row(EVERYBODY, query="?year=2025"),
    "POST /calendar/days": Row(
        "administrator", body={"day": "2025-10-20", "working": False, "source": "州政府通知"}
    ),
    "POST /calendar/years": Row("administrator", body={"year": 2027, "source": "国办通知"}),
    # --- pages for browsers
    "GET /": Row(EVERYBODY),
    "GET /public": Row(EVERYBODY),
    "GET /robots.txt": Row(EVERYBODY),
    "GET /assets/icon.svg": Row(EVERYBODY),
    "GET /assets/site.css": Row(EVERYBODY),
    "GET /assets/counter.css": Row(EVERYBODY),
    "GET /check": Row(EVERYBODY),
    "GET /log": Row(EVERYBODY),
    "GET /assets/verify_log.js": Row(EVERYBODY),
    "GET /errors": Row(EVERYBODY),
    "GET /check/{code}": Row(EVERYBODY, ids={"code": "check_code"}),
    "GET /n/{token}": Row(EVERYBODY, ids={"token": "public_token"}),
    "GET /q/{token}": Row(EVERYBODY, ids={"token": "public_token"}),
    "GET /e/{token}": Row(EVERYBODY, ids={"token": "lobby_token"}),
    "GET /open/accounts": Row(EVERYBODY),
    "GET /open/accounts/{scope_id}": Row(EVERYBODY),
    "GET /open/notices": Row(EVERYBODY),
    "GET /open/payouts": Row(EVERYBODY),
    "GET /open/registrations": Row(EVERYBODY),
    # --- the roll's imports: a clerk's, seen by the Centre's desks (R2.7)
    "POST /imports": Row("clerk clerk2", body=ROLL),
    "GET /imports": Row(DESKS, finds=DESKS, thing="import_id"),
    "GET /imports/{import_id}": Row(DESKS),
    "GET /imports/{import_id}/changes": Row(DESKS),
    "GET /imports/{import_id}/errors": Row(DESKS),
    "POST /imports/{import_id}/confirmation": Row("clerk2 reviewer finance finance2"),
    "POST /imports/{import_id}/dropping": Row(
        "clerk clerk2 reviewer finance finance2", body=REASON
    ),
    "POST /imports/{import_id}/retry": Row("clerk clerk2", ids={"import_id": "failed_import"}),
    # --- messages: everybody's own; their delivery is watched by the Centre (R13)
    "GET /inbox": Row(LOGGED_IN, finds="owner1", thing="message_id"),
    "GET /inbox/count": Row(LOGGED_IN),
    "POST /inbox/{message_id}/read": Row("owner1"),
    "POST /inbox/read-all": Row(LOGGED_IN),
    "GET /consents": Row(PEOPLE),
    "POST /consents": Row(PEOPLE, body={"results": {}}),
    "GET /security-events": Row("administrator auditor"),
    "GET /deliveries": Row("clerk clerk2 administrator auditor"),
    "POST /deliveries/{delivery_id}/retry": Row("clerk clerk2 administrator"),
    "POST /objections/{objection_id}/text": Row(
        HANDLE, "paused", {"release": "withheld", **REASON}
    ),
    "GET /wechat/push": Row(""),
    "POST /wechat/push": Row("", body={"Encrypt": "示例"}),
}
