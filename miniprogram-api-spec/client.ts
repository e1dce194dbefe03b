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

/** An invitation taken up, with a password of one's own. */
export interface Acceptance {
  token: string
  password: string
}

/** An account as the bank knows it; premiums are paid from the `main` one. */
export interface AccountBody {
  bank: string
  number: string
  title: string
  main?: boolean
}

/** What an account is kept for; `owner_ref` names the scope, home, insurer or bank account. */
export type AccountKind = "bank" | "collected" | "equity" | "household_fund" | "household_interest" | "insurer_payable" | "pooled" | "special" | "suspense" | "term_deposit" | "undistributed_income" | "undistributed_interest"

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface AccountList {
  items: (AccountView)[]
  next: string
  total?: number
}

/** A kind of account: balance before, both sides' turnover, balance after. */
export interface AccountOfYear {
  kind: AccountKind
  title: string
  opening_fen: number
  debit_fen: number
  credit_fen: number
  closing_fen: number
}

/** Accounts of a state or with a role; `q` a part of username or name. */
export interface AccountQueryFile {
  state?: "" | "active" | "disabled" | "invited"
  role?: Role | null
  q?: string
  sort?: "" | "newest" | "username"
}

/** An account as administrators and auditors see it. */
export interface AccountView {
  id: string
  username: string
  name: string
  roles: (Role)[]
  insurer_id: string | null
  community_id: string | null
  state: "active" | "disabled" | "invited"
  locked_until: string | null
  created_at: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface AccountingYearList {
  items: (AccountingYearView)[]
  next: string
  total?: number
}

/** Only the years in a state. */
export interface AccountingYearQuery {
  state?: "closed" | "closing" | "failed" | "previewed" | "previewing" | null
  after?: string
  limit?: number
  count?: boolean
}

/** Only the years in a state. */
export interface AccountingYearQueryFile {
  state?: "closed" | "closing" | "failed" | "previewed" | "previewing" | null
}

/** A year: where it stands, how far its present step is, its sums. What counts was recorded by `frozen_at`; `failure` says why a preview came to nothing. */
export interface AccountingYearView {
  year: number
  state: "closed" | "closing" | "failed" | "previewed" | "previewing"
  state_title: string
  step: string
  step_title: string
  done: number
  total: number
  failure: string
  asked_at: string
  frozen_at: string
  confirmed_at: string | null
  closed_at: string | null
  figures: YearFigures
}

/** An advice as the bank sent it. `to_on` is the first day that earns nothing more: absent the maturity, of money on demand the day of credit. `part_fen` is withdrawn early. `renew` absent means as agreed; `capitalise`: the interest stays in the deposit. */
export interface AdviceBody {
  advice_number: string
  credited_on: string
  interest_fen: number
  to_on?: string | null
  part_fen?: number | null
  renew?: boolean | null
  renewed_rate_e4?: number | null
  capitalise?: boolean
  demand_rate_e4?: number | null
  file_id?: string | null
  note?: string
}

/** What is wrong: the line as a person counts, the column, what stands there, and why. */
export interface AdviceFault {
  row: number
  column: string
  value: string
  reason: string
}

/** What came of the file: every line of it waits for its second person, or, with faults, nothing was entered. */
export interface AdviceFile {
  entered: number
  settlement_ids: (string)[]
  faults: (AdviceFault)[]
}

/** What the advice would come to: the bank's interest beside the terms', each part with its steps, and the term that would begin. Nothing was entered. */
export interface AdvicePreview {
  kind: string
  principal_fen: number
  from_on: string
  to_on: string
  effective_on: string
  interest_fen: number
  expected_fen: number
  difference_fen: number
  due_benchmark_fen: number
  benchmark_fen: number
  value_added_fen: number
  shortfall_fen: number
  returned_fen: number
  capitalised_fen: number
  overdue_days: number
  renewed_from_on: string | null
  renewed_to_on: string | null
  renewed_principal_fen: number | null
  renewed_benchmark_e4: number | null
  slices: (SettlementSlice)[]
  steps: (StepView)[]
}

/** An advice to be tried; today and as the terms give where nothing else is said. */
export interface AdviceQuery {
  credited_on?: string | null
  interest_fen?: number | null
  to_on?: string | null
  part_fen?: number | null
  renew?: boolean | null
  renewed_rate_e4?: number | null
  capitalise?: boolean
  demand_rate_e4?: number | null
}

/** One home's part, in fen. */
export interface AgreedPart {
  home_id: string
  amount_fen: number
}

/** The Centre's answer to an objection that came too late. */
export interface AnswerText {
  text: string
}

/** An application for named elevators of a building or unit for one policy year. `flow` says whose money pays; `renews` the case whose special account pays one year more; `policy` what was bought directly and is only to be recorded. */
export interface Application {
  scope_id: string
  elevator_ids: (string)[]
  insurer_id: string
  flow?: "added" | "direct" | "household" | "independent" | "pooled"
  applicant?: "committee" | "independent" | "manager" | "signers"
  renews?: string | null
  policy?: DirectPolicy | null
  authorisation_file_id?: string | null
  urgent?: boolean
  urgent_kind?: "trapped" | "unsafe"
  urgent_reason?: string
  urgent_file_ids?: (string)[]
}

/** A rule applied, with the plan's clause. */
export interface AppliedRule {
  rule: string
  clause: string
  words: string
}

/** Yes or no, with a reason. */
export interface AppointmentDecision {
  approve: boolean
  reason: string
}

/** Why it ends; the person may say nothing, the Centre may not. */
export interface AppointmentEnding {
  reason?: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface AppointmentList {
  items: (AppointmentView)[]
  next: string
  total?: number
}

/** Which: of a state, in a role, of a community; nothing to see all. */
export interface AppointmentQuery {
  state?: "" | "approved" | "ended" | "open" | "refused" | "withdrawn"
  role?: "" | "committee" | "independent" | "manager"
  community_id?: string | null
  sort?: "" | "ending" | "newest"
  after?: string
  limit?: number
  count?: boolean
}

/** Which: of a state, in a role, of a community; nothing to see all. */
export interface AppointmentQueryFile {
  state?: "" | "approved" | "ended" | "open" | "refused" | "withdrawn"
  role?: "" | "committee" | "independent" | "manager"
  community_id?: string | null
  sort?: "" | "ending" | "newest"
}

/** An authorisation. `manager_name` is the manager of the community by the roll, `phone` that of the person, masked; both are there for the clerk to compare. */
export interface AppointmentView {
  id: string
  person_id: string
  phone: string
  community_id: string
  community: string
  manager_name: string
  role: "committee" | "independent" | "manager"
  body_name: string
  file_id: string
  from_on: string
  to_on: string
  state: "approved" | "ended" | "open" | "refused" | "withdrawn"
  reason: string
  created_at: string
  decided_at: string | null
  ended_at: string | null
}

/** One try: when, how it ended, and WeChat's code. */
export interface AttemptLine {
  number: number
  started_at: string
  outcome: string
  errcode: number | null
  detail: string
}

/** The account's secret for an authenticator app; this answer shows it once and never again. */
export interface Authenticator {
  account_id: string
  username: string
  totp_secret: string
  totp_uri: string
}

/** For whom one may act, by which paper, from which day to which last day. */
export interface Authorisation {
  community_id: string
  role: "committee" | "independent" | "manager"
  body_name: string
  file_id: string
  from_on: string
  to_on: string
}

/** What was matched by itself, by its ground, and what is left on both sides. */
export interface AutoMatched {
  matched: Record<string, number>
  lines_left: number
  postings_left: number
}

/** The offer to be taken; a reason if it is not the highest. */
export interface Award {
  offer_id: string
  reason?: string
}

/** Whether the proposal stands; if not, why. */
export interface AwardDecision {
  approve: boolean
  reason?: string
}

/** Up to which day; today if absent. */
export interface BalanceQuery {
  until?: string | null
}

/** Days [from_on, to_on) of one balance of all homes together; `product` is fen x days. */
export interface BalanceStretch {
  from_on: string
  to_on: string
  days: number
  balance_fen: number
  product: string
}

/** A scope's pooled account: what it has, what cases hold of it, what is left. R3.4. */
export interface BalanceView {
  scope_id: string
  code: string
  name: string
  kind: "building" | "unit"
  balance_fen: number
  held_fen: number
  available_fen: number
  area_cm2: number
  homes: (HomeShare)[]
  share_note: string
}

/** Both balances on a day, and what keeps them apart that is no line and no posting. books_fen - bank_fen is the sum of the books' differences less the bank's, `opening_fen` (a first balance nothing is matched with yet) and `gaps` among the latter. */
export interface Balances {
  until: string
  bank_fen: number
  books_fen: number
  opening_fen: number
  gaps: (GapView)[]
}

/** A page of a statement, from one effective day to another, both included. */
export interface BalancesStatementQuery {
  from_on?: string | null
  to_on?: string | null
  after?: string
  limit?: number
  count?: boolean
}

/** A page of a statement, from one effective day to another, both included. */
export interface BalancesStatementQueryFile {
  from_on?: string | null
  to_on?: string | null
}

/** What is said, and for which homes: all that one speaks for unless they are named. */
export interface BallotPaper {
  choice: "abstain" | "against" | "agree"
  home_ids?: (string)[] | null
}

/** A ballot of one's own: what was said, how, when, whether it stands, and its receipt. `nonce` with the choice makes the receipt: by it one proves one's own ballot (R8.5). */
export interface BallotView {
  ballot_id: string
  choice: string
  choice_title: string
  channel: string
  channel_title: string
  by_proxy: boolean
  cast_at: string
  state: string
  state_title: string
  receipt: string
  nonce: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface BankAccountList {
  items: (BankAccountView)[]
  next: string
  total?: number
}

/** Only those still open, or those that contain a text. */
export interface BankAccountQuery {
  open?: boolean
  q?: string
  after?: string
  limit?: number
  count?: boolean
}

/** Only those still open, or those that contain a text. */
export interface BankAccountQueryFile {
  open?: boolean
  q?: string
}

/** An account with what the books say lies in it, in fen. */
export interface BankAccountView {
  id: string
  bank: string
  number: string
  title: string
  main: boolean
  account_id: string
  balance_fen: number
  deposits: number
  created_at: string
  closed_at: string | null
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface BankLineList {
  items: (BankLineView)[]
  next: string
  total?: number
}

/** A line of the bank: positive came in. */
export interface BankLineView {
  id: string
  statement_id: string
  on: string
  amount_fen: number
  balance_fen: number | null
  reference: string
  counterparty: string
  memo: string
  match_id: string | null
}

/** Lines from one day to another, matched or not, that contain a text. */
export interface BankLinesLineQuery {
  from_on?: string | null
  to_on?: string | null
  matched?: boolean | null
  q?: string
  after?: string
  limit?: number
  count?: boolean
}

/** Lines from one day to another, matched or not, that contain a text. */
export interface BankLinesLineQueryFile {
  from_on?: string | null
  to_on?: string | null
  matched?: boolean | null
  q?: string
}

/** On what ground they are the same; from the strongest to the weakest. */
export type Basis = "day" | "group" | "hand" | "near" | "opening" | "reference" | "reversal"

/** A home's part of a batch: what its fund bears or gets, what it owes beside. */
export interface BatchLine {
  home_id: string
  home: string
  place: string
  amount_fen: number
  owed_fen: number
  voucher: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface BatchLineList {
  items: (BatchLine)[]
  next: string
  total?: number
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface BatchList {
  items: (BatchView)[]
  next: string
  total?: number
}

/** Narrow a list of batches; the bank's days both included. */
export interface BatchQuery {
  kind?: FundKind | null
  state?: "" | "draft" | "dropped" | "posted" | "reversed"
  home_id?: string | null
  from_on?: string | null
  to_on?: string | null
  after?: string
  limit?: number
  count?: boolean
}

/** Narrow a list of batches; the bank's days both included. */
export interface BatchQueryFile {
  kind?: FundKind | null
  state?: "" | "draft" | "dropped" | "posted" | "reversed"
  home_id?: string | null
  from_on?: string | null
  to_on?: string | null
}

/** Money of homes entered together; `owed_fen` is what their funds could not bear of a use. */
export interface BatchView {
  id: string
  number: string
  kind: FundKind
  kind_title: string
  state: "draft" | "dropped" | "posted" | "reversed"
  state_title: string
  custody_id: string
  custody: string
  from_suspense: boolean
  effective_on: string
  voucher: string
  lines: number
  total_fen: number
  owed_fen: number
  payee: string
  memo: string
  file_id: string | null
  entered_by: string
  entered_at: string
  confirmed_by: string | null
  confirmed_at: string | null
  journal_id: string | null
}

/** An account of the books; `owner_ref` names the scope, home or insurer it is for. */
export interface BookAccount {
  account_id: string
  code: string
  title: string
  kind: AccountKind
  kind_title: string
  owner_ref: string | null
  balance_fen: number
  held_fen: number
  available_fen: number
  entries: number
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface BookAccountList {
  items: (BookAccount)[]
  next: string
  total?: number
}

/** Narrow a list of accounts to a kind, or to codes and titles that contain a text. */
export interface BookAccountQuery {
  kind?: AccountKind | null
  q?: string
  after?: string
  limit?: number
  count?: boolean
}

/** Narrow a list of accounts to a kind, or to codes and titles that contain a text. */
export interface BookAccountQueryFile {
  kind?: AccountKind | null
  q?: string
}

/** The first administrator, let in by the token that the operator set. */
export interface Bootstrap {
  token: string
  username: string
  name: string
  password: string
}

/** A home the person is bound to; `owned` is false once the roll says it was sold (R2.4). */
export interface BoundHome {
  binding_id: string
  home: HomeLine
  how: string
  owned: boolean
  from_at: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface BoundHomeList {
  items: (BoundHome)[]
  next: string
  total?: number
}

/** A building 幢; `kept_per` says what its pooled account is kept for. */
export interface BuildingLine {
  id: string
  code: string
  name: string
  kept_per: string
  homes: number
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface BuildingLineList {
  items: (BuildingLine)[]
  next: string
  total?: number
}

/** Which year. */
export interface CalendarYearQuery {
  year: number
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface CaseList {
  items: (CaseRow)[]
  next: string
  total?: number
}

/** Filters of the list; `state` one of the states, `q` a part of number or place, the days those on which it was begun, both included. */
export interface CaseQuery {
  state?: string
  flow?: "" | "added" | "direct" | "household" | "independent" | "pooled"
  scope_id?: string | null
  community_id?: string | null
  insurer_id?: string | null
  from_on?: string | null
  to_on?: string | null
  mine?: boolean
  q?: string
  after?: string
  limit?: number
  count?: boolean
}

/** Filters of the list; `state` one of the states, `q` a part of number or place, the days those on which it was begun, both included. */
export interface CaseQueryFile {
  state?: string
  flow?: "" | "added" | "direct" | "household" | "independent" | "pooled"
  scope_id?: string | null
  community_id?: string | null
  insurer_id?: string | null
  from_on?: string | null
  to_on?: string | null
  mine?: boolean
  q?: string
}

/** Why something is done to the case, in words. */
export interface CaseReason {
  reason: string
}

/** A case in a list. */
export interface CaseRow {
  id: string
  number: string
  flow: string
  state: string
  state_title: string
  community_name: string
  scope_name: string
  urgent: boolean
  created_at: string
  due_at: string | null
}

/** A case as its reader may see it; nobody who objected is named (R7.8). `flow` says whose money pays, `renews` the case of the year before, `emergency` why it is urgent, `special_account_id` the account that owners paid into. */
export interface CaseView {
  id: string
  number: string
  flow: string
  state: string
  state_title: string
  scope_id: string
  scope_name: string
  community_name: string
  insurer_id: string
  insurer_name: string
  applicant: string
  urgent: boolean
  version: number
  signatures: number
  heads: number
  heads_needed: number
  signed_by_me: boolean
  signers: (string)[]
  elevators: (ElevatorView)[]
  money: MoneyView
  objections_open: number
  paused_seconds: number
  registration_number: string
  policy_number: string
  created_at: string
  changed_at: string
  options: (OptionView)[]
  deadlines: (DueView)[]
  parameters: Record<string, unknown>
  notice: NoticeView | null
  plan: PlanView | null
  contract: ContractView | null
  payout: PayoutView | null
  paused_at: string | null
  emergency: string
  renews: string | null
  special_account_id: string | null
  collection: CollectionView | null
  my_shares: (OwnShare)[]
  direct: DirectView | null
}

/** One difference, and why it is there. */
export interface CertificateItem {
  id: string
  on: string
  age_days: number
  amount_fen: number
  reference: string
  reason: string
}

/** The differences of one kind and their sum. */
export interface CertificateList {
  side: Side
  title: string
  sum_fen: number
  items: (CertificateItem)[]
}

/** Other roles, and why. */
export interface ChangedDuties {
  roles: (Role)[]
  insurer_id?: string | null
  community_id?: string | null
  reason: string
}

/** One parameter before and after, as it is stored and as people read it. */
export interface ChangedParameter {
  name: string
  label: string
  rule: string
  was: number | string
  now: number | string
  was_shown: string
  now_shown: string
}

/** Who claims to own which home, with the uploaded papers that show it. */
export interface Claim {
  home_id: string
  name: string
  id_number: string
  file_ids: (string)[]
}

/** Yes or no, with a reason; `evidence` only where the roll lacks the ownership. */
export interface ClaimDecision {
  approve: boolean
  reason: string
  evidence?: Evidence | null
}

/** A claim as the clerk decides on it, with the home's owners in the roll (masked). */
export interface ClaimDetail {
  id: string
  home: HomeLine
  name: string
  id_number: string
  file_ids: (string)[]
  state: "approved" | "open" | "refused" | "withdrawn"
  reason: string
  created_at: string
  decided_at: string | null
  owners: (OwnerLine)[]
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ClaimList {
  items: (ClaimView)[]
  next: string
  total?: number
}

/** Which claims: of a state, of a community; nothing to see all. */
export interface ClaimQuery {
  state?: "" | "approved" | "open" | "refused" | "withdrawn"
  community_id?: string | null
  sort?: "" | "newest" | "oldest"
  after?: string
  limit?: number
  count?: boolean
}

/** Which claims: of a state, of a community; nothing to see all. */
export interface ClaimQueryFile {
  state?: "" | "approved" | "open" | "refused" | "withdrawn"
  community_id?: string | null
  sort?: "" | "newest" | "oldest"
}

/** A claim; name and number are masked. `file_ids` are those of the uploaded papers. */
export interface ClaimView {
  id: string
  home: HomeLine
  name: string
  id_number: string
  file_ids: (string)[]
  state: "approved" | "open" | "refused" | "withdrawn"
  reason: string
  created_at: string
  decided_at: string | null
}

/** What must come in before the contract and what has, and the homes that the asker may see, by code; the sums are of the whole case. */
export interface Collection {
  needed_fen: number
  gathered_fen: number
  complete: boolean
  part_fen: number
  fund_fen: number
  homes: number
  owing: number
  items: (HomePart)[]
  next: string
}

/** All homes, those that still owe, or those that owed and have paid. */
export interface CollectionQuery {
  state?: "" | "owing" | "paid"
  after?: string
  limit?: number
  count?: boolean
}

/** What must come in before the contract, and what has; whole fen. 附件二(二)6、二(三)3. */
export interface CollectionView {
  needed_fen: number
  gathered_fen: number
  complete: boolean
}

/** A column of the file (from 0) and some of what stands in it. */
export interface ColumnView {
  place: number
  title: string
  samples: (string)[]
}

/** A community 小区. */
export interface CommunityLine {
  id: string
  code: string
  name: string
  address: string
  street: string
  manager_name: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface CommunityLineList {
  items: (CommunityLine)[]
  next: string
  total?: number
}

/** The conditions as they would be judged now, and as they were judged before. */
export interface ConditionHistory {
  now: ConditionSet
  before: (ConditionSet)[]
}

/** The four conditions at one moment. */
export interface ConditionSet {
  occasion: string
  checked_at: string
  passed: boolean
  conditions: (ConditionView)[]
}

/** One condition with its result and reason. */
export interface ConditionView {
  rule: string
  title: string
  passed: boolean
  reason: string
  facts: Record<string, unknown>
}

/** The receipts that were compared with the bank's paper and are right. */
export interface Confirmation {
  receipt_ids: (string)[]
}

/** What is there now, of what must come in before the contract. */
export interface Confirmed {
  receipts: number
  total_fen: number
  needed_fen: number
  gathered_fen: number
  state: string
  state_title: string
}

/** Every template in use. */
export interface ConsentList {
  items: (TemplateConsent)[]
}

/** What wx.requestSubscribeMessage answered, by template id: accept (with or without a sound), reject, ban or filter. Ids that are not in use are left aside. */
export interface ConsentResults {
  results: Record<string, string>
}

/** That the newer tree begins with the older one. */
export interface ConsistencyProof {
  old: number
  old_root_hash: string
  new: number
  new_root_hash: string
  proof: (string)[]
}

/** Two tree sizes; without the newer one the newest is meant. */
export interface ConsistencyQuery {
  old: number
  new?: number | null
}

/** The signed contract: its number, first and last day of cover, the sum and the paper. */
export interface ContractBody {
  number: string
  from_on: string
  to_on: string
  amount_fen: number
  file_id: string
}

/** The contract. */
export interface ContractView {
  number: string
  from_on: string
  to_on: string
  amount_fen: number
}

/** What the applicant has put right, with papers; of a direct policy what it really says. */
export interface Correction {
  note: string
  file_ids?: (string)[]
  policy?: DirectPolicy | null
}

/** As of the desk. */
export interface CountQuery {
  whose?: "all" | "mine"
}

/** One elevator in a policy that was bought directly, in fen. */
export interface CoveredElevator {
  elevator_id: string
  premium_fen: number
}

/** The day to estimate for; today if absent. */
export interface DayQuery {
  on?: string | null
}

/** A day that the Centre entered. */
export interface DayView {
  day: string
  working: boolean
  name: string
  source: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface DeliveryList {
  items: (DeliveryView)[]
  next: string
  total?: number
}

/** Only those in one state, by one template, or of one case. */
export interface DeliveryQuery {
  state?: "" | "dead" | "leased" | "maybe" | "refused" | "sent" | "unconsented" | "waiting"
  template?: string
  case_id?: string | null
  after?: string
  limit?: number
  count?: boolean
}

/** Only those in one state, by one template, or of one case. */
export interface DeliveryQueryFile {
  state?: "" | "dead" | "leased" | "maybe" | "refused" | "sent" | "unconsented" | "waiting"
  template?: string
  case_id?: string | null
}

/** The WeChat copy of a message, without saying to whom. */
export interface DeliveryView {
  id: string
  kind: string
  template: string
  state: string
  tries: number
  due_at: string
  created_at: string
  attempts: (AttemptLine)[]
  case_id: string | null
  settled_at: string | null
}

/** A deposit as agreed with the bank; the money comes from and returns to `custody_id`. `matures_on` may be left out: it follows from the tenor. With `offer_id` it is the one of an awarded round. */
export interface DepositBody {
  code: string
  custody_id: string
  bank: string
  bank_account: string
  principal_fen: number
  tenor: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"
  opened_on: string
  agreed_rate_e4: number
  method: "days360" | "terms"
  matures_on?: string | null
  base?: "fen" | "yuan"
  renews?: boolean
  offer_id?: string | null
  note?: string
}

/** A deposit with its terms, the newest first, and an estimate while it runs. */
export interface DepositDetail {
  deposit: DepositView
  terms: (TermView)[]
  estimate: DepositEstimate | null
}

/** What a deposit would have gained above the benchmark by a day. It is an estimate: nothing of it can be spent before the bank credits it (R4.4). */
export interface DepositEstimate {
  on: string
  value_added_fen: number
  spendable: boolean
  note: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface DepositList {
  items: (DepositView)[]
  next: string
  total?: number
}

/** A scope's share of one settlement: income x `weight` / all weight = `quotient` and `remainder`, `extra` is the fen added by the remainder; signed where it is taken back. */
export interface DepositShare {
  deposit: YearDepositView
  balances: (BalanceStretch)[]
  weight: string
  quotient: number
  remainder: string
  extra: number
  share_fen: number
  slices: (ShareSlice)[]
  words: (string)[]
}

/** A deposit with the term that runs, or ran last; sums in fen, rates in ten-thousandths of a percent. `remaining_fen` is what is still there: of money on demand the account's balance. */
export interface DepositView {
  id: string
  code: string
  bank: string
  bank_account: string
  principal_fen: number
  remaining_fen: number
  tenor: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"
  first_on: string
  opened_on: string
  matures_on: string | null
  term_number: number
  agreed_rate_e4: number
  benchmark_rate_e4: number
  method: "days360" | "terms"
  base: "fen" | "yuan"
  renews: boolean
  state: "closed" | "draft" | "dropped" | "listed" | "running" | "taking"
  custody_id: string | null
  account_id: string | null
  offer_id: string | null
  note: string
  overdue_days: number
  entered_by_me: boolean
  entered_at: string | null
  confirmed_at: string | null
  dropped_at: string | null
  drop_reason: string
}

/** How much of one kind waits, since when the first, and how much is overdue. */
export interface DeskCount {
  kind: string
  kind_title: string
  to_do: string
  waiting: number
  overdue: number
  since: string | null
}

/** What waits, by kind; only kinds of which something waits. */
export interface DeskCounts {
  items: (DeskCount)[]
  waiting: number
  overdue: number
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface DeskList {
  items: (DeskRow)[]
  next: string
  total?: number
}

/** `whose`: what waits for me (unless I entered it), what I entered and waits for another, or all that waits. Days bound since when. */
export interface DeskQuery {
  whose?: "all" | "entered" | "mine"
  kind?: string
  community_id?: string | null
  insurer_id?: string | null
  overdue?: boolean
  from_on?: string | null
  to_on?: string | null
  q?: string
  sort?: "" | "newest" | "oldest"
  after?: string
  limit?: number
  count?: boolean
}

/** `whose`: what waits for me (unless I entered it), what I entered and waits for another, or all that waits. Days bound since when. */
export interface DeskQueryFile {
  whose?: "all" | "entered" | "mine"
  kind?: string
  community_id?: string | null
  insurer_id?: string | null
  overdue?: boolean
  from_on?: string | null
  to_on?: string | null
  q?: string
  sort?: "" | "newest" | "oldest"
}

/** Something that waits: what it is, for whom, since when, until when, what to do. */
export interface DeskRow {
  kind: string
  kind_title: string
  to_do: string
  id: string
  title: string
  state: string
  state_title: string
  since: string
  due_on: string | null
  overdue: boolean
  provisional: boolean
  urgent: boolean
  amount_fen: number | null
  community_id: string | null
  community_name: string
  place: string
  body: string
  insurer_id: string | null
  case_id: string | null
  flow: string
  entered_by_name: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface DifferenceList {
  items: (DifferenceView)[]
  next: string
  total?: number
}

/** Up to which day (today if absent), of which side, explained or not, that contain a text. */
export interface DifferenceQuery {
  until?: string | null
  at_bank?: boolean | null
  explained?: boolean | null
  q?: string
  after?: string
  limit?: number
  count?: boolean
}

/** Up to which day (today if absent), of which side, explained or not, that contain a text. */
export interface DifferenceQueryFile {
  until?: string | null
  at_bank?: boolean | null
  explained?: boolean | null
  q?: string
}

/** What one side has and the other has not; `later_on` is when the other one had it. */
export interface DifferenceView {
  line_id: string | null
  posting_id: string | null
  journal_id: string | null
  side: Side
  side_title: string
  on: string
  age_days: number
  amount_fen: number
  reference: string
  counterparty: string
  memo: string
  later_on: string | null
  reason: string
  written_at: string | null
}

/** One elevator in a policy bought directly, in fen. */
export interface DirectElevator {
  elevator_id: string
  premium_fen: number
}

/** A policy bought from an insurer directly, with its papers; `to_on` is the last day. */
export interface DirectPolicy {
  number: string
  from_on: string
  to_on: string
  amount_fen: number
  elevators: (CoveredElevator)[]
  file_ids: (string)[]
  contract_number?: string
}

/** A policy bought directly as it was filed, for the clerk to compare with its papers. */
export interface DirectView {
  number: string
  from_on: string
  to_on: string
  amount_fen: number
  elevators: (DirectElevator)[]
  file_ids: (string)[]
  contract_number: string
}

/** Whether money nobody can name came in, or went out. */
export type Direction = "in" | "out"

/** `q` a part of the place; `after` a cursor from the answer before. */
export interface DisclosureAccountsAccountQuery {
  q?: string
  after?: string
  limit?: number
  count?: boolean
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface DocumentList {
  items: (DocumentView)[]
  next: string
  total?: number
}

/** A paper in the file. */
export interface DocumentView {
  id: string
  kind: string
  version: number
  number: string
  file_id: string
  name: string
  media_type: string
  size: number
  added_at: string
}

/** Why it is not confirmed. */
export interface Dropping {
  reason: string
}

/** A deadline with the rule that sets it. */
export interface DueView {
  kind: string
  title: string
  at: string
  provisional: boolean
  rule: string
  parameter: string
}

/** What one elevator costs for the year and what it is covered for, in fen. */
export interface ElevatorPlan {
  elevator_id: string
  premium_fen: number
  limit_fen: number
  deductible_fen?: number
  loading_reason?: string
}

/** One elevator in the plan; sums in fen. */
export interface ElevatorPlanView {
  elevator_id: string
  premium_fen: number
  limit_fen: number
  deductible_fen: number
  loading_reason: string
}

/** An elevator of the case. */
export interface ElevatorView {
  id: string
  code: string
  name: string
}

/** What the emergency is, in words, and what shows it: photos or a report, one at least. */
export interface Emergency {
  kind: "trapped" | "unsafe"
  reason: string
  file_ids?: (string)[]
}

/** What a file became: a batch for each day of the bank's. */
export interface Entered {
  items: (BatchView)[]
}

/** A home's part of a batch. */
export interface EntryLine {
  home_id: string
  amount_fen: number
}

/** Only those in one state, or of one home. */
export interface EntryQuery {
  state?: "" | "draft" | "dropped" | "posted" | "reversed"
  home_id?: string | null
  after?: string
  limit?: number
  count?: boolean
}

/** Only those in one state, or of one home. */
export interface EntryQueryFile {
  state?: "" | "draft" | "dropped" | "posted" | "reversed"
  home_id?: string | null
}

/** Which events: about a subject, of a kind, by somebody, from one moment to another. */
export interface EventQuery {
  subject_id?: string | null
  kind?: string
  actor_id?: string | null
  from_at?: string | null
  to_at?: string | null
  after?: string
  limit?: number
  count?: boolean
}

/** Which events: about a subject, of a kind, by somebody, from one moment to another. */
export interface EventQueryFile {
  subject_id?: string | null
  kind?: string
  actor_id?: string | null
  from_at?: string | null
  to_at?: string | null
}

/** What the papers show: a share from a day on, and whose ownership ended with it. `share_bps` in hundredths of a percent; `ends` are ids of ownerships that end on `from_on`. */
export interface Evidence {
  from_on: string
  share_bps: number
  ends: (string)[]
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface EvidenceList {
  items: (EvidenceView)[]
  next: string
  total?: number
}

/** `waiting`: only photos that count and do not show the lobby's own code. */
export interface EvidenceQuery {
  waiting?: boolean
  after?: string
  limit?: number
  count?: boolean
}

/** `waiting`: only photos that count and do not show the lobby's own code. */
export interface EvidenceQueryFile {
  waiting?: boolean
}

/** The photo is in; `last_on` and `ends_at` once every lobby has one. */
export interface EvidenceTaken {
  evidence: EvidenceView
  state: string
  posted: number
  lobbies: number
  last_on: string | null
  ends_at: string | null
  provisional: boolean
}

/** A photo of a posted notice. `code_seen` says whether this lobby's code was read in it; one with another's code is not taken. */
export interface EvidenceView {
  id: string
  unit_id: string
  place: string
  taken_in_at: string
  code_seen: "match" | "none" | "other"
  refused_at: string | null
  reason: string
}

/** How many got the explanation. */
export interface Explained {
  items: number
}

/** Why these lines and postings have no counterpart. */
export interface ExplanationBody {
  reason: string
  line_ids?: (string)[]
  posting_ids?: (string)[]
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ExplanationList {
  items: (ExplanationView)[]
  next: string
  total?: number
}

/** Of which line or posting. */
export interface ExplanationQuery {
  line_id?: string | null
  posting_id?: string | null
  after?: string
  limit?: number
  count?: boolean
}

/** What was said, by whom and when. */
export interface ExplanationView {
  reason: string
  written_by: string
  written_at: string
}

/** Narrow the faults to one sheet. */
export interface FaultQuery {
  after?: string
  limit?: number
  count?: boolean
  sheet?: string
}

/** Narrow the faults to one sheet. */
export interface FaultQueryFile {
  sheet?: string
}

/** A stored file; `size` in bytes, hashes of what is stored and of what was sent. */
export interface FileView {
  id: string
  name: string
  media_type: string
  size: number
  sha256: string
  original_sha256: string
  created_at: string
  width: number | null
  height: number | null
}

/** What a community's rules of procedure say of owners who say nothing, when they were filed and with whom, and the paper. */
export interface FiledRules {
  silence: "follows_majority" | "not_counted"
  filed_on: string
  source: string
  file_id: string
}

/** What the lines of the file are. */
export interface FilesFileQuery {
  kind: FundKind
  custody_id: string
  from_suspense?: boolean
}

/** Name and number in full, for the one who said why. */
export interface FullIdentity {
  claim_id: string
  name: string
  id_number: string
}

/** Money of homes as the bank's voucher shows it; `effective_on` is the bank's day. `from_suspense`: the bank had booked it before anybody could name it (待查款项). */
export interface FundEntry {
  kind: FundKind
  custody_id: string
  effective_on: string
  voucher: string
  lines: (EntryLine)[]
  payee?: string
  memo?: string
  from_suspense?: boolean
}

/** Why a home's fund moves. */
export type FundKind = "first" | "refund" | "topup" | "use"

/** One movement of the principal or of the interest, and what the home had after it. */
export interface FundMovement {
  line_id: string
  on: string
  recorded_at: string
  account: string
  title: string
  memo: string
  amount_fen: number
  fund_fen: number
  interest_fen: number
  balance_fen: number
}

/** A page of movements, newest first; `brought_fen` is what was there before the oldest that the asker may see. */
export interface FundStatement {
  items: (FundMovement)[]
  brought_fen: number
  next: string
  total?: number
}

/** Before this day the balance changed by an amount that no line explains. */
export interface GapView {
  on: string
  amount_fen: number
}

/** A published tree head; hashes in hexadecimal. `sealed_at` is null before the first. */
export interface Head {
  tree_size: number
  root_hash: string
  sealed_at: string | null
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface HeadList {
  items: (Head)[]
  next: string
  total?: number
}

/** A case that holds money of the account, or did. */
export interface HoldLine {
  case_id: string
  case_number: string | null
  plan_version: number
  state: "captured" | "open" | "released"
  amount_fen: number
  captured_fen: number
  held_at: string
  closed_at: string | null
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface HoldLineList {
  items: (HoldLine)[]
  next: string
  total?: number
}

/** Only holds in one state. */
export interface HoldQuery {
  state?: "" | "captured" | "open" | "released"
  after?: string
  limit?: number
  count?: boolean
}

/** Whose account it is, and to which account of theirs money may go back. All of it when the account is opened, nothing or the same when it is confirmed. */
export interface Holder {
  holder?: string
  refund_bank?: string
  refund_account?: string
}

/** What was paid in and confirmed for a home; without one: the sole owner's deposit. */
export interface HomeDeposit {
  home_id: string | null
  unit: string
  room: string
  amount_fen: number
}

/** A home's fund today. `level_bps`: ten-thousandths of the first deposit; `line_fen`: the balance below which it must be topped up; both null for a home that never paid in. `held_fen` of the balance is reserved for cases that its owners pay (R3.4). */
export interface HomeFund {
  home_id: string
  home: string
  place: string
  area_cm2: number
  first_deposit_fen: number | null
  fund_fen: number
  interest_fen: number
  balance_fen: number
  held_fen: number
  level_bps: number | null
  line_percent: number
  line_fen: number | null
  low: boolean
  missing_fen: number
  seen_from_on: string | null
  changes: (Passing)[]
}

/** Where a home is; nothing about whose it is. */
export interface HomeLine {
  home_id: string
  community_id: string
  scope_id: string
  community: string
  building: string
  unit: string
  room: string
}

/** A home's part of the premium: what its fund bears, what it owes, has paid and got back. `low`: its fund stands below the line at which it must be topped up; `unpaid`: it never paid a first deposit. `owners`, masked, are for the Centre alone. */
export interface HomePart {
  home_id: string
  home: string
  room: string
  area_cm2: number
  part_fen: number
  fund_fen: number
  owed_fen: number
  paid_fen: number
  refunded_fen: number
  left_fen: number
  refundable_fen: number
  state: "nothing" | "owing" | "paid" | "partly" | "refundable"
  state_title: string
  low: boolean
  unpaid: boolean
  owners: string
}

/** Narrow to a community, or to a building or unit with a pooled account. */
export interface HomeQuery {
  community_id?: string | null
  scope_id?: string | null
  after?: string
  limit?: number
  count?: boolean
}

/** Narrow to a community, or to a building or unit with a pooled account. */
export interface HomeQueryFile {
  community_id?: string | null
  scope_id?: string | null
}

/** A home's notional share of the pooled balance by area; information, not property (R3.8). */
export interface HomeShare {
  home_id: string
  room: string
  area_cm2: number
  area_source: string
  share_fen: number
}

/** Who says to own this home: the name and number on the ID, in any usual spelling. */
export interface Identity {
  home_id: string
  name: string
  id_number: string
}

/** One fault: where, what stands there (masked where personal), and what is wrong. */
export interface ImportFault {
  number: number
  sheet: string
  row: number
  column: string
  value: string
  reason: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ImportFaultList {
  items: (ImportFault)[]
  next: string
  total?: number
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ImportList {
  items: (ImportView)[]
  next: string
  total?: number
}

/** Imports of a state; `q` a part of the file's name. */
export interface ImportQuery {
  after?: string
  limit?: number
  count?: boolean
  state?: "" | "applied" | "applying" | "checking" | "dropped" | "failed" | "faulty" | "ready"
  q?: string
}

/** Imports of a state; `q` a part of the file's name. */
export interface ImportQueryFile {
  state?: "" | "applied" | "applying" | "checking" | "dropped" | "failed" | "faulty" | "ready"
  q?: string
}

/** One import. `counts`: rows by sheet; once applied, rows added and changed by table. While it is checked or applied, `rows_done` grows; `rows_total` is known once it was read. `failure` says why the last of `tries` came to nothing; after the third the import has failed. */
export interface ImportView {
  id: string
  name: string
  state: "applied" | "applying" | "checking" | "dropped" | "failed" | "faulty" | "ready"
  state_title: string
  rows_total: number
  rows_done: number
  error_count: number
  rows: Record<string, number>
  added: Record<string, number>
  changed: Record<string, number>
  by_papers: number
  failure: string
  tries: number
  created_at: string
  confirmed_at: string | null
  dropped_at: string | null
  drop_reason: string
  finished_at: string | null
}

/** Only what was not read yet, only of one case, or all. */
export interface InboxQuery {
  unread?: boolean
  case_id?: string | null
  after?: string
  limit?: number
  count?: boolean
}

/** A home's line of the record with its proof: SHA-256(0x00 + `line`) is leaf `index` of the tree of `size` leaves (RFC 6962) whose root is the posted fingerprint; `counted` the receipt of the ballot that counted, `beside` those that said the same or were not settled. For one's own homes also the line of the roll with its proof; else it is empty. */
export interface Included {
  pseudonym: string
  nth: number
  state: string
  counted: string
  beside: (string)[]
  line: string
  index: number
  size: number
  proof: (string)[]
  roll_line: string
  roll_size: number
  roll_proof: (string)[]
}

/** Proofs under the two posted fingerprints. */
export interface Inclusion {
  vote_id: string
  roll_root: string
  record_root: string
  items: (Included)[]
  next: string
}

/** That an event is a leaf of the tree; the leaf is SHA-256(0x00 + event_hash). */
export interface InclusionProof {
  event_id: string
  event_hash: string
  leaf_index: number
  tree_size: number
  root_hash: string
  proof: (string)[]
}

/** The tree to prove it in; without it the newest. */
export interface InclusionQuery {
  size?: number | null
}

/** A scope's year, with everything that made it; settlements by page, sums of all of them. */
export interface IncomeExplained {
  scope_id: string
  name: string
  year: number
  state: "closed" | "closing" | "failed" | "previewed" | "previewing"
  state_title: string
  shares_fen: number
  brought_fen: number
  posted_fen: number
  carried_fen: number
  earned: (IncomeSlice)[]
  journal: string | null
  words: (string)[]
  items: (DepositShare)[]
  next: string
}

/** A part of an income by the calendar year in which it was earned, in fen. R4.5. */
export interface IncomeSlice {
  year: number
  income_fen: number
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface InsurerList {
  items: (InsurerView)[]
  next: string
  total?: number
}

/** Only those that may be named in an application today; `q` a part of name or code. */
export interface InsurerQuery {
  available?: boolean
  q?: string
  sort?: "" | "code" | "ending"
  after?: string
  limit?: number
  count?: boolean
}

/** Only those that may be named in an application today; `q` a part of name or code. */
export interface InsurerQueryFile {
  available?: boolean
  q?: string
  sort?: "" | "code" | "ending"
}

/** An insurer. `available`: may be named in an application today. Bank account and contact are "" for those who do not handle payments. */
export interface InsurerView {
  id: string
  code: string
  name: string
  admitted_from_on: string
  admitted_to_on: string
  suspended_at: string | null
  available: boolean
  bank: string
  bank_account: string
  contact: string
}

/** A home's benchmark interest of a year: the year's interest x its weight / all weight, by largest remainder over all homes. R4.8. */
export interface InterestExplained {
  home_id: string
  year: number
  interest_fen: number
  total_fen: number
  weight: string
  total_weight: string
  lines: (InterestLine)[]
  journal: string | null
  words: (string)[]
}

/** A change of the home's balance and what one fen earned from that day to the end of the year's periods, in 10^-24 fen; null is before everything. */
export interface InterestLine {
  on: string | null
  change_fen: number
  gain: string
  product: string
}

/** An invitation to hand over; the token works once, and cannot be read again later. */
export interface Invitation {
  account_id: string
  username: string
  token: string
  expires_at: string
}

/** Why money moved. */
export type JournalKind = "bank_transfer" | "case_refund" | "deposit" | "fund_payout" | "income" | "interest" | "opening_income" | "opening_interest" | "opening_principal" | "placement" | "pooled_payout" | "reversal" | "scope_switch" | "settlement" | "special_payout" | "suspense"

/** One side of a journal: debit or credit, the other is zero. */
export interface JournalLine {
  seq: number
  account_id: string
  code: string
  title: string
  kind: AccountKind
  kind_title: string
  debit_fen: number
  credit_fen: number
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface JournalList {
  items: (JournalRow)[]
  next: string
  total?: number
}

/** A kind, an account, from one effective day to another (both included), a text in memo or reference. */
export interface JournalQuery {
  kind?: JournalKind | null
  account_id?: string | null
  from_on?: string | null
  to_on?: string | null
  q?: string
  after?: string
  limit?: number
  count?: boolean
}

/** A kind, an account, from one effective day to another (both included), a text in memo or reference. */
export interface JournalQueryFile {
  kind?: JournalKind | null
  account_id?: string | null
  from_on?: string | null
  to_on?: string | null
  q?: string
}

/** A journal in a list; `amount_fen` is what each side sums to. */
export interface JournalRow {
  journal_id: string
  kind: JournalKind
  title: string
  reference: string
  effective_on: string
  recorded_at: string
  memo: string
  case_number: string
  amount_fen: number
  lines: number
  reverses: string | null
  reversed_by: string | null
}

/** A journal with a page of its lines in order; `next` goes on with them. */
export interface JournalView {
  journal: JournalRow
  actor: string
  items: (JournalLine)[]
  next: string
}

/** All journals of a kind in the year; reversals of the kind stand in a line of their own. `amount_fen` is what each side sums to. */
export interface KindOfYear {
  kind: JournalKind
  undone: boolean
  title: string
  journals: number
  amount_fen: number
  accounts: (Turnover)[]
}

/** Which column (from 0) holds what: two columns of money, or one with a mark, or one signed. `received` is what came into our account (the bank's 贷方), `paid` what went out (借方). */
export interface LayoutBody {
  day: number
  day_format?: "dmy" | "mdy" | "ymd"
  received?: number | null
  paid?: number | null
  amount?: number | null
  mark?: number | null
  balance?: number | null
  reference?: number | null
  counterparty?: number | null
  memo?: (number)[]
}

/** What each column holds, as far as is known; null where nobody said. */
export interface LayoutView {
  day: number | null
  day_format: "dmy" | "mdy" | "ymd"
  received: number | null
  paid: number | null
  amount: number | null
  mark: number | null
  balance: number | null
  reference: number | null
  counterparty: number | null
  memo: (number)[]
}

/** A limit of the cover, in fen. */
export interface Limit {
  name: string
  amount_fen: number
}

/** All homes of a batch, or only those that owe. */
export interface ListingLineQuery {
  owing?: boolean
  after?: string
  limit?: number
  count?: boolean
}

/** All homes of a batch, or only those that owe. */
export interface ListingLineQueryFile {
  owing?: boolean
}

/** What a lobby's code asks of the manager: hang this notice here and photograph it. */
export interface LobbyTask {
  case_id: string
  case_number: string
  version: number
  unit_id: string
  place: string
  state: string
  posted_at: string | null
  wanted: boolean
}

/** One lobby of the notice; `token` and `evidence_url` only for the manager and the Centre. `code_seen` says what the photo that counts shows: this lobby's code, or none that can be read. */
export interface LobbyView {
  unit_id: string
  name: string
  posted_at: string | null
  evidence: number
  refused: number
  code_seen: "" | "match" | "none" | "other"
  token: string
  evidence_url: string
}

/** An event of the log as the auditor sees it, with its place in the subject's chain. */
export interface LogEntry {
  seq: string
  event_id: string
  subject_kind: string
  subject_id: string
  kind: string
  data: Record<string, unknown>
  actor_kind: string
  actor_id: string | null
  role: string
  reason: string
  request_id: string
  at: string
  prev_hash: string
  hash: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface LogEntryList {
  items: (LogEntry)[]
  next: string
  total?: number
}

/** The session, whose it is, and the homes bound so far; a new person has none. */
export interface LoggedIn {
  token: string
  expires_at: string
  person_id: string
  homes: (BoundHome)[]
}

/** What `wx.login` gave. `device` is a name by which the person knows this phone again. */
export interface Login {
  code: string
  device?: string
}

/** The layout, and what the file itself does not say: its days and the balances at its ends. */
export interface MappingBody {
  layout: LayoutBody
  heading_row?: number
  from_on?: string | null
  to_on?: string | null
  opening_fen?: number | null
  closing_fen?: number | null
}

/** Lines and postings that are the same money; of one side alone they sum to nothing. */
export interface MatchBody {
  line_ids?: (string)[]
  posting_ids?: (string)[]
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface MatchList {
  items: (MatchView)[]
  next: string
  total?: number
}

/** Only those that were undone, or that stand; of one ground. */
export interface MatchQuery {
  undone?: boolean | null
  basis?: Basis | null
  after?: string
  limit?: number
  count?: boolean
}

/** A match; of very large ones only the first items are shown. */
export interface MatchView {
  id: string
  basis: Basis
  basis_title: string
  amount_fen: number
  from_on: string
  to_on: string
  items: (SideItem)[]
  matched_by: string | null
  matched_at: string
  undone_by: string | null
  undone_at: string | null
}

/** Who one is here. `phone` and `name` are masked, "" until known; `name` is the roll's. */
export interface Me {
  person_id: string
  phone: string
  name: string
  roles: (Role)[]
  homes: (BoundHome)[]
  standings: (Standing)[]
  unread: number
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface MessageList {
  items: (MessageView)[]
  next: string
  total?: number
}

/** A message; `link` is the path of what it is about. */
export interface MessageView {
  id: string
  kind: string
  title: string
  text: string
  link: string
  created_at: string
  case_id: string | null
  read_at: string | null
}

/** How money came in. */
export type Method = "bank_file" | "cash" | "transfer"

/** The case's money in fen. */
export interface MoneyView {
  premium_fen: number
  held_fen: number
  paid_fen: number
}

/** Which month, such as 2025-03. */
export interface MonthBody {
  month: string
}

/** How an account stands in a month. `covered`: its statements reach the end of it without a gap. `moved_since`: the books or the bank say something else than when it was certified. */
export interface MonthLine {
  month: string
  bank_account_id: string
  bank: string
  bank_number: string
  title: string
  state: "confirmed" | "draft" | "open"
  reconciliation_id: string | null
  covered: boolean
  bank_fen: number
  books_fen: number
  differences: number
  unexplained: number
  moved_since: boolean
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface MonthLineList {
  items: (MonthLine)[]
  next: string
  total?: number
}

/** Which month, such as 2025-03; the last one that is over if absent. */
export interface MonthQuery {
  month?: string | null
  after?: string
  limit?: number
  count?: boolean
}

/** Which month, such as 2025-03; the last one that is over if absent. */
export interface MonthQueryFile {
  month?: string | null
}

/** A line of the account: the bank's day, what for, the sum and the balance after it. */
export interface Movement {
  effective_on: string
  words: string
  amount_fen: number
  balance_after_fen: number
  case_number: string
}

/** A home one speaks for: what one may do, what one said. `in_conflict` is told to the home's owners (R2.3). `pseudonym` is the home's name in the published record. */
export interface MyHome {
  home_id: string
  home: string
  area_cm2: number
  as_proxy: boolean
  can_cast: boolean
  why_not: string
  why_not_code: string
  in_conflict: boolean
  pseudonym: string
  ballots: (BallotView)[]
}

/** Whom the co-owners named, by id or name, and the paper that all of them signed. */
export interface Naming {
  file_id: string
  owner_id?: string | null
  owner_name?: string
}

/** Why it ends; the Centre has to say. */
export interface NamingEnding {
  reason?: string
}

/** Somebody to be invited. */
export interface NewAccount {
  roles: (Role)[]
  insurer_id?: string | null
  community_id?: string | null
  username: string
  name: string
}

/** A day that is worked or not, whatever the published calendar says; and by which paper. */
export interface NewDay {
  day: string
  working: boolean
  name?: string
  source: string
}

/** An insurer admitted from one day to another; premiums go to this bank account alone. */
export interface NewInsurer {
  code: string
  name: string
  bank: string
  bank_account: string
  contact?: string
  admitted_from_on: string
  admitted_to_on: string
}

/** The password used so far, a one-time code, and the password from now on. */
export interface NewPassword {
  password: string
  totp: string
  new_password: string
}

/** The journal to be undone, the day on which it counts, and why. */
export interface NewReversal {
  journal_id: string
  effective_on: string
  memo: string
}

/** Money that moved from one of the Centre's bank accounts to another, on the bank's day. */
export interface NewTransfer {
  from_account_id: string
  to_account_id: string
  amount_fen: number
  effective_on: string
  memo: string
}

/** Money in or out that nobody can name yet; `clears` names the voucher that it undoes a part of: what came in goes back, what went out returns. */
export interface NewUnnamed {
  bank_account_id: string
  direction: Direction
  amount_fen: number
  effective_on: string
  memo: string
  clears?: string | null
}

/** A parameter by its dotted name, and what it is to be. */
export interface NewValue {
  name: string
  value: number | string
}

/** A year whose holidays are published and have been entered day by day. */
export interface NewYear {
  year: number
  source: string
}

/** The notice of the present plan: its public code and every lobby where it must hang. */
export interface NoticeBoard {
  version: number
  public_token: string
  public_url: string
  check_code: string
  check_url: string
  posted: number
  items: (LobbyView)[]
}

/** Filters of the public list; `q` a part of the case number or the place. */
export interface NoticeQuery {
  q?: string
  running?: boolean
  after?: string
  limit?: number
  count?: boolean
}

/** Where the notice stands; `last_on` may be provisional (R9.2). */
export interface NoticeView {
  lobbies: number
  posted: number
  from_on: string | null
  last_on: string | null
  ends_at: string | null
  provisional: boolean
  public_token: string
}

/** An elevator with its premium for the year, in fen. */
export interface NoticedElevator {
  code: string
  location: string
  premium_fen: number
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ObjectionList {
  items: (ObjectionView)[]
  next: string
  total?: number
}

/** The Centre's receipt: when it arrived, whether in time, and where the case stands now. */
export interface ObjectionReceipt {
  objection_id: string
  case_id: string
  state: string
  in_time: boolean
  arrived_at: string
  case_state: string
}

/** An objection with its decisions. Names are masked; `text_checked` says what was found of the text, `text_shown` whether the public may read it (R7.8); `due_on` is the day of R7.6 while an answer is owed, provisional while the calendar of that year is not known (R9.2). */
export interface ObjectionView {
  id: string
  case_id: string
  case_number: string
  case_state: string
  place: string
  urgent: boolean
  version: number
  state: "answered" | "dismissed" | "draft" | "dropped" | "open" | "recorded" | "settled" | "superseded" | "upheld" | "withdrawn"
  state_title: string
  channel: string
  in_time: boolean
  arrived_at: string
  entered_at: string
  objector: string
  home: string
  text: string
  file_ids: (string)[]
  mine: boolean
  can_withdraw: boolean
  can_review: boolean
  entered_by_me: boolean
  confirmed: boolean
  decision: string
  first_decision: string
  review_text: string
  text_checked: "exempt" | "pass" | "review" | "risky" | "waiting"
  text_shown: boolean
  decided_at: string | null
  first_decided_at: string | null
  review_asked_at: string | null
  record_file_id: string | null
  due_on: string | null
  due_at: string | null
  provisional: boolean
  overdue: boolean
}

/** Who objected, unmasked for somebody at the Centre who said why. */
export interface Objector {
  objection_id: string
  name: string
  home_code: string
  phone: string
}

/** The community whose filed rules go before the city's; without it the city's alone. */
export interface OfCommunity {
  community_id?: string | null
}

/** A bank's offer as it was received. */
export interface OfferBody {
  bank: string
  rate_e4: number
  received_at: string
  note?: string
}

/** An offer; its rate and note are null and "" until the round closes. */
export interface OfferView {
  id: string
  bank: string
  rate_e4: number | null
  note: string
  received_at: string
  withdrawn_at: string | null
}

/** An offer of an awarded round. */
export interface OpenOffer {
  bank: string
  rate_e4: number
  received_at: string
  withdrawn: boolean
  awarded: boolean
}

/** An awarded round as everybody may read it: who offered what, and why which was taken. */
export interface OpenRound {
  id: string
  number: string
  title: string
  amount_fen: number
  tenor: "1y" | "2y" | "3m" | "3y" | "6m"
  announced_at: string
  closed_at: string
  awarded_at: string
  reason: string
  offers: (OpenOffer)[]
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface OpenRoundList {
  items: (OpenRound)[]
  next: string
  total?: number
}

/** The postings before the first statement that the bank had not yet seen. */
export interface OpeningBody {
  except_posting_ids?: (string)[]
}

/** Something I may do next, or the reason why not: `code` is what the operation would answer. `operation` is the id of the operation that does it; `targets` are the objections or units it may be done to, where it is done to one. */
export interface OptionView {
  operation: string
  act: string
  title: string
  clause: string
  allowed: boolean
  code: string
  why_not: string
  targets: (string)[]
}

/** Narrow the deposits to states (several parted by commas), a bank or a code that contains a text, a tenor, a day of maturity, or to those overdue; by maturity or as they were entered. */
export interface OverviewDepositQuery {
  after?: string
  limit?: number
  count?: boolean
  state?: string
  bank?: string
  q?: string
  tenor?: "1y" | "2y" | "3m" | "3y" | "6m" | "demand" | null
  matures_before?: string | null
  overdue?: boolean
  sort?: "" | "maturity" | "newest"
}

/** Narrow the deposits to states (several parted by commas), a bank or a code that contains a text, a tenor, a day of maturity, or to those overdue; by maturity or as they were entered. */
export interface OverviewDepositQueryFile {
  state?: string
  bank?: string
  q?: string
  tenor?: "1y" | "2y" | "3m" | "3y" | "6m" | "demand" | null
  matures_before?: string | null
  overdue?: boolean
  sort?: "" | "maturity" | "newest"
}

/** What one of my homes bears of the premium, owes beside and has paid; whole fen. 二(二)3. */
export interface OwnShare {
  home_id: string
  part_fen: number
  fund_fen: number
  owed_fen: number
  paid_fen: number
}

/** Somebody's share of the home in the roll; the name is masked (R12.2). */
export interface OwnerLine {
  ownership_id: string
  name: string
  share_bps: number
  from_on: string
}

/** Where to go on in a list, how many rows at most, and whether to count them all. */
export interface Page {
  after?: string
  limit?: number
  count?: boolean
}

/** Where to go on in a list, how many rows at most, and whether to count them all. */
export interface PageFile {

}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface PaperBatchList {
  items: (PaperBatchRow)[]
  next: string
  total?: number
}

/** Which batches: of a state, or all. */
export interface PaperBatchQuery {
  state?: "" | "confirmed" | "draft" | "dropped"
  after?: string
  limit?: number
  count?: boolean
}

/** Which batches: of a state, or all. */
export interface PaperBatchQueryFile {
  state?: "" | "confirmed" | "draft" | "dropped"
}

/** A batch without its lines. */
export interface PaperBatchRow {
  id: string
  number: string
  state: "confirmed" | "draft" | "dropped"
  state_title: string
  lines: number
  entered_by_me: boolean
  entered_at: string
  confirmed_at: string | null
  reason: string
}

/** A batch; `count_at` is the moment after which nothing more is taken. */
export interface PaperBatchView {
  id: string
  vote_id: string
  number: string
  state: "confirmed" | "draft" | "dropped"
  state_title: string
  entered_by_me: boolean
  entered_at: string
  confirmed_at: string | null
  reason: string
  count_at: string
  file_ids: (string)[]
  lines: (PaperLineView)[]
}

/** A line keyed anew by who entered it; what is not given stays. */
export interface PaperChange {
  nth: number
  choice?: "abstain" | "against" | "agree" | null
  received_at?: string | null
  signers?: (string)[]
}

/** The lines that were wrong. */
export interface PaperChanges {
  lines: (PaperChange)[]
}

/** What a check code says of the paper that bears it: genuine, superseded or withdrawn. */
export interface PaperCheck {
  verdict: string
  check_code: string
  case_number: string
  version: number
  place: string
  issued_on: string
  premium_fen: number
  stage_title: string
  notice_token: string
  ends_at: string | null
  newer_token: string
}

/** The ballots of a batch and their photos; `received_at` of those that say nothing else. */
export interface PaperEntry {
  lines: (PaperLine)[]
  file_ids: (string)[]
  received_at?: string | null
}

/** Since when ballots are on paper, until when they are taken, when it is counted. */
export interface PaperIssue {
  vote_id: string
  paper_at: string
  ends_at: string
  count_at: string
  parts: (PaperPart)[]
}

/** A ballot: which home's, what is ticked, when it was received, who signed (all by default). */
export interface PaperLine {
  choice: "abstain" | "against" | "agree"
  paper_token?: string
  home_id?: string | null
  received_at?: string | null
  signers?: (string)[]
}

/** A line: when it was received and who signed it, masked, for the second person to compare with the paper. `choice` is there only for who entered it, and only until it is confirmed. */
export interface PaperLineView {
  nth: number
  home_id: string
  place: string
  received_at: string
  signers: (string)[]
  outcome: string
  outcome_title: string
  choice: string
}

/** A paper put before the owners. */
export interface PaperLink {
  file_id: string
  name: string
  media_type: string
}

/** A paper as received: whose, of which home, when, what it says, and its scan. */
export interface PaperObjection {
  home_id: string
  text: string
  received_at: string
  file_ids: (string)[]
  owner_id?: string | null
  owner_name?: string
}

/** Homes that are printed together: give `after` to print them. */
export interface PaperPart {
  after: string
  homes: number
  first: string
  last: string
}

/** Which homes: from a code on, of one unit, or one home alone. */
export interface PaperQuery {
  after?: string
  limit?: number
  unit_id?: string | null
  home_id?: string | null
}

/** The home whose ballot this is, who signs it, and whether nobody is left to hand one in. */
export interface PaperSeen {
  home_id: string
  place: string
  area_cm2: number
  signers: (Signer)[]
  entered: boolean
}

/** A change. `moved`: what it would change is no longer what it was, so it has to go back. */
export interface ParameterChangeDetail {
  change: ParameterChangeView
  moved: boolean
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ParameterChangeList {
  items: (ParameterChangeView)[]
  next: string
  total?: number
}

/** A change: of the city's parameters, or what a community's filed rules say (then with the paper). `version`: the one that it became. */
export interface ParameterChangeView {
  id: string
  community_id: string | null
  community: string
  items: (ChangedParameter)[]
  source: string
  filed_on: string | null
  file_id: string | null
  state: "confirmed" | "draft" | "dropped"
  state_title: string
  version: number | null
  entered_by_me: boolean
  entered_at: string
  confirmed_at: string | null
  dropped_at: string | null
  drop_reason: string
}

/** What changes for every case accepted from then on, and the document that says so. */
export interface ParameterChanging {
  items: (NewValue)[]
  source: string
}

/** Every parameter in force for a case accepted now. */
export interface ParameterTable {
  community_id: string | null
  community: string
  items: (ParameterView)[]
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ParameterVersionList {
  items: (ParameterVersionView)[]
  next: string
  total?: number
}

/** A version: since when, on what it rests, what it changed (unknown of the oldest). */
export interface ParameterVersionView {
  id: string
  number: number
  in_force_at: string
  source: string
  filed_on: string | null
  changes: (ChangedParameter)[]
}

/** A parameter: what it is now and what it would be if nobody had said anything. `filed`: only a community's filed rules may say something else than the default. */
export interface ParameterView {
  name: string
  label: string
  rule: string
  value: number | string
  shown: string
  default: number | string
  default_shown: string
  filed: boolean
}

/** The home changed hands: the balance at the start of that day went with it (随房过户). */
export interface Passing {
  on: string
  from_names: (string)[]
  to_names: (string)[]
  balance_fen: number
}

/** To whom a refund goes, in full. */
export interface Payee {
  refund_id: string
  payee: string
  payee_bank: string
  payee_account: string
}

/** Who pays where the pool does not: what was there and what is owed when the plan was filed, and what was paid by the day of the notice. Sums in fen; `withheld`: all three are 0, because fewer owners bear or owe it than may be told of (R12.2). */
export interface PaymentShown {
  words: string
  account: string
  method: string
  homes: number
  borne_fen: number
  owed_fen: number
  owing_homes: number
  paid_fen: number
  withheld: boolean
  held: boolean
}

/** The application for payout: the invoice, and papers uploaded before. */
export interface PayoutBody {
  invoice_number: string
  invoice_fen: number
  invoice_file_id: string
  file_ids?: (string)[]
}

/** The payout and its due day. */
export interface PayoutView {
  state: string
  amount_fen: number
  invoice_number: string
  complete_on: string
  due_on: string
  provisional: boolean
  paid_at: string | null
}

/** Accounts of a state or with a role; `q` a part of username or name. */
export interface PeopleAccountsAccountQuery {
  state?: "" | "active" | "disabled" | "invited"
  role?: Role | null
  q?: string
  sort?: "" | "newest" | "username"
  after?: string
  limit?: number
  count?: boolean
}

/** What the button `getPhoneNumber` gave. */
export interface PhoneCode {
  code: string
}

/** The number now kept, masked. */
export interface PhoneView {
  phone: string
}

/** What to look for in names, codes and addresses; nothing to see all. */
export interface Places {
  q?: string
  after?: string
  limit?: number
  count?: boolean
}

/** The result of the survey and the plan of insurance. */
export interface PlanBody {
  survey: string
  cover: string
  elevators: (ElevatorPlan)[]
  service?: string
  file_ids?: (string)[]
}

/** The plan as filed. */
export interface PlanView {
  survey: string
  cover: string
  elevators: (ElevatorPlanView)[]
  service: string
  file_ids: (string)[]
}

/** The policy as issued. */
export interface PolicyBody {
  number: string
  file_id: string
}

/** Which lobby's poster, how large, and for a picture at what resolution and which page. */
export interface PosterQuery {
  unit_id?: string | null
  size?: "A3" | "A4"
  dpi?: number
  page?: number
}

/** What finance is about to pay; it must be what contract and invoice say. */
export interface Preparation {
  amount_fen: number
}

/** A refusal as RFC 9457 tells it; `code` is stable, `title` is for people. */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  instance: string
  request_id: string
  detail?: string
  errors?: ({ pointer: string; detail: string })[]
}

/** By area, equally, or as agreed home by home; `homes` for the last only. */
export interface Proposal {
  method: "area" | "custom" | "equal"
  homes?: (AgreedPart)[]
}

/** What the owners vote on: `text` as the question names it. Owners see their homes' parts and the whole, the applicant and the Centre every part. */
export interface ProposalView {
  method: "area" | "custom" | "equal"
  title: string
  text: string
  total_fen: number
  homes_count: number
  proposed_at: string
  homes: (ProposedPart)[]
}

/** What one home would owe, in fen. */
export interface ProposedPart {
  home_id: string
  unit: string
  room: string
  amount_fen: number
}

/** Why it ends; the Centre has to say. */
export interface ProxyEnding {
  reason?: string
}

/** A written proxy: whose home, who gives it, whom it is for by the phone number proved in the mini-program, for what, and its scan. A home with one owner needs no name. */
export interface ProxyEntry {
  home_id: string
  holder_phone: string
  matter: string
  file_id: string
  owner_id?: string | null
  owner_name?: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ProxyList {
  items: (ProxyView)[]
  next: string
  total?: number
}

/** Which proxies: of a state, or all. */
export interface ProxyQuery {
  state?: "" | "draft" | "ended" | "live"
  after?: string
  limit?: number
  count?: boolean
}

/** Which proxies: of a state, or all. */
export interface ProxyQueryFile {
  state?: "" | "draft" | "ended" | "live"
}

/** A proxy. Name and phone are masked; `given` and `held` tell which side the asker is on. */
export interface ProxyView {
  id: string
  vote_id: string
  home_id: string
  place: string
  owner: string
  holder_phone: string
  matter: string
  file_id: string
  state: "draft" | "ended" | "live"
  state_title: string
  given: boolean
  held: boolean
  entered_by_me: boolean
  entered_at: string
  ended_at: string | null
  reason: string
}

/** One pooled account: figures, sources, movements (newest first) and its notices. */
export interface PublicAccount {
  account: PublicAccountRow
  sources: (Source)[]
  movements: (Movement)[]
  notices: (PublicNoticeRow)[]
  as_of: string
  next: string
}

/** Accounts by their code; the totals are of all accounts, not of this page. They are null where there is one account and it is withheld: they would be its own (R12.2). */
export interface PublicAccountList {
  items: (PublicAccountRow)[]
  total_balance_fen: number | null
  total_held_fen: number | null
  as_of: string
  next: string
}

/** A pooled account; the figures are null where too few owners share it (R12.2). */
export interface PublicAccountRow {
  scope_id: string
  name: string
  kind: string
  withheld: boolean
  balance_fen: number | null
  held_fen: number | null
  available_fen: number | null
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface PublicNoticeList {
  items: (PublicNoticeRow)[]
  next: string
  total?: number
}

/** A notice in the list; the premium in fen. */
export interface PublicNoticeRow {
  token: string
  case_number: string
  version: number
  place: string
  insurer: string
  premium_fen: number
  stage: string
  stage_title: string
  published_at: string
  ends_at: string | null
}

/** A notice: what it says, how it stands, and until when to object. Sums in fen. Where the pool does not pay (`flow`), `payment` says who does, `vote` what the owners said, and `pooled_fen`, `held_fen`, `available_fen` are 0. `days_left` counts today, except the day of posting; while paused, the days that were left. */
export interface PublicNoticeView {
  token: string
  case_number: string
  version: number
  flow: string
  title: string
  stage: string
  stage_title: string
  stage_meaning: string
  place: string
  community: string
  building: string
  unit: string
  elevators: (NoticedElevator)[]
  insurer: string
  cover: string
  limits: (Limit)[]
  deductible: string
  premium_fen: number
  policy_years: number
  scope_id: string
  account_scope: string
  scope_note: string
  pooled_fen: number
  held_fen: number
  available_fen: number
  balance_on: string
  applicants: (string)[]
  notice_days: number
  issued_on: string
  how_to_object: (string)[]
  rules: (AppliedRule)[]
  check_code: string
  public_url: string
  centre: string
  phone: string
  objections: (ShownObjection)[]
  timeline: (ShownEvent)[]
  provisional: boolean
  payment: PaymentShown | null
  vote: VoteShown | null
  from_on: string | null
  last_on: string | null
  ends_at: string | null
  days_left: number | null
  paused_at: string | null
  newer_token: string
}

/** A premium that was paid, in fen; the payee is always the insurer (R3.5). */
export interface PublicPayout {
  paid_at: string
  case_number: string
  place: string
  insurer: string
  amount_fen: number
  notice_token: string
}

/** Payouts, newest first; the total is of all of them, from the ledger. */
export interface PublicPayoutList {
  items: (PublicPayout)[]
  total_fen: number
  next: string
}

/** The programme in figures; sums in fen, null as in `PublicAccountList`. */
export interface PublicProgramme {
  running_notices: number
  registered_cases: number
  insured_elevators: number
  scopes: number
  balance_fen: number | null
  held_fen: number | null
  paid_fen: number
  as_of: string
}

/** A rate in force; `proposed_by` is the program it came with, or a clerk. */
export interface PublicRate {
  id: string
  tenor: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"
  since_on: string
  rate_e4: number
  source: string
  proposed_by: "clerk" | "program"
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface PublicRateList {
  items: (PublicRate)[]
  next: string
  total?: number
}

/** Narrow the rates to a tenor. */
export interface PublicRateQuery {
  tenor?: "1y" | "2y" | "3m" | "3y" | "6m" | "demand" | null
  after?: string
  limit?: number
  count?: boolean
}

/** Who took part so far; the area is null while so few did that it would tell who. R12.2. */
export interface PublicTurnout {
  homes: number
  heads: number
  area_cm2: number | null
  reached: boolean
}

/** A vote as anybody may read it: nothing leans before the count. `result` is null before the count, and where so few took part that only the outcome is public; then `withheld` says why. `record` is where the record may be had. */
export interface PublicVote {
  id: string
  token: string
  community_name: string
  scope_name: string
  case_number: string
  round: number
  state: string
  state_title: string
  question: string
  opened_at: string
  ends_at: string
  passed: boolean | null
  scope_id: string
  participation_needed: string
  agreement_needed: string
  count_at: string
  paper: boolean
  homes: number
  heads: number
  area_cm2: number
  roll_root: string
  record_root: string
  turnout: PublicTurnout
  counted_at: string | null
  result: ResultView | null
  withheld: string
  record: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface PublicVoteList {
  items: (PublicVoteRow)[]
  next: string
  total?: number
}

/** A vote in the public list; `passed` is null before the count. `id` is what owners who have logged in ask for it by. */
export interface PublicVoteRow {
  id: string
  token: string
  community_name: string
  scope_name: string
  case_number: string
  round: number
  state: string
  state_title: string
  question: string
  opened_at: string
  ends_at: string
  passed: boolean | null
}

/** Why a correction; nothing for a first publication. */
export interface Publication {
  reason?: string
}

/** WeChat's signature and what it covers; WeChat adds more, which is left aside. */
export interface PushQuery {
  signature?: string
  msg_signature?: string
  timestamp?: string
  nonce?: string
  echostr?: string
}

/** What to list; without a state, all that is owed a decision or an answer. The days are those of arrival, both included; `text_checked` and `hidden` find texts that wait to be released. */
export interface QueueQuery {
  state?: "" | "answered" | "dismissed" | "draft" | "dropped" | "open" | "recorded" | "settled" | "superseded" | "upheld" | "withdrawn"
  case_id?: string | null
  community_id?: string | null
  channel?: "" | "app" | "paper"
  text_checked?: "" | "exempt" | "pass" | "review" | "risky" | "waiting"
  hidden?: boolean
  overdue?: boolean
  from_on?: string | null
  to_on?: string | null
  q?: string
  sort?: "" | "newest" | "urgent"
  after?: string
  limit?: number
  count?: boolean
}

/** What to list; without a state, all that is owed a decision or an answer. The days are those of arrival, both included; `text_checked` and `hidden` find texts that wait to be released. */
export interface QueueQueryFile {
  state?: "" | "answered" | "dismissed" | "draft" | "dropped" | "open" | "recorded" | "settled" | "superseded" | "upheld" | "withdrawn"
  case_id?: string | null
  community_id?: string | null
  channel?: "" | "app" | "paper"
  text_checked?: "" | "exempt" | "pass" | "review" | "risky" | "waiting"
  hidden?: boolean
  overdue?: boolean
  from_on?: string | null
  to_on?: string | null
  q?: string
  sort?: "" | "newest" | "urgent"
}

/** A rate from a day on, in ten-thousandths of a percent, and where it was published. */
export interface RateBody {
  tenor: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"
  since_on: string
  rate_e4: number
  source: string
}

/** A rate, and the terms that it changes once confirmed (of very many the first). */
export interface RateDetail {
  rate: RateView
  touches: (TermTouched)[]
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface RateList {
  items: (RateView)[]
  next: string
  total?: number
}

/** Narrow the rates to a tenor or a state. */
export interface RateQuery {
  tenor?: "1y" | "2y" | "3m" | "3y" | "6m" | "demand" | null
  state?: "" | "confirmed" | "draft" | "dropped"
  after?: string
  limit?: number
  count?: boolean
}

/** Narrow the rates to a tenor or a state. */
export interface RateQueryFile {
  tenor?: "1y" | "2y" | "3m" | "3y" | "6m" | "demand" | null
  state?: "" | "confirmed" | "draft" | "dropped"
}

/** A rate with how it came about; `drop_reason` says why it never counted. */
export interface RateView {
  id: string
  tenor: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"
  since_on: string
  rate_e4: number
  source: string
  state: "confirmed" | "draft" | "dropped"
  proposed_by: "clerk" | "program"
  entered_by_me: boolean
  entered_at: string
  confirmed_at: string | null
  dropped_at: string | null
  drop_reason: string
}

/** What the second person reads on a ballot, named by its code or its place in the batch. */
export interface Reading {
  choice: "abstain" | "against" | "agree"
  paper_token?: string
  nth?: number | null
}

/** Changes of a state, of a community, of one parameter, or all. */
export interface ReadingChangeQuery {
  state?: "" | "confirmed" | "draft" | "dropped"
  community_id?: string | null
  name?: string
  after?: string
  limit?: number
  count?: boolean
}

/** Changes of a state, of a community, of one parameter, or all. */
export interface ReadingChangeQueryFile {
  state?: "" | "confirmed" | "draft" | "dropped"
  community_id?: string | null
  name?: string
}

/** All ballots of the batch, in any order. */
export interface Readings {
  lines: (Reading)[]
}

/** Why. */
export interface Reason {
  reason: string
}

/** Why. */
export interface ReasonBody {
  reason: string
}

/** Why it is decided so; the objector reads it. */
export interface Reasons {
  reason: string
}

/** That a ballot is in the ballot box: `receipt` stands in the published record after the count. `state` valid; contested where co-owners differ (R2.3); concurring where one of them said the same before; replaced where a later one was quicker. */
export interface Receipt {
  ballot_id: string
  home_id: string
  receipt: string
  cast_at: string
  state: string
}

/** Money of one home as the bank's paper or the receipt book shows it; `effective_on` is the bank's day. An independent owner's deposit names no home. */
export interface ReceiptBody {
  amount_fen: number
  method: "cash" | "transfer"
  custody_id: string
  effective_on: string
  voucher: string
  home_id?: string | null
  file_id?: string | null
}

/** The account of ours that the file's money came to. */
export interface ReceiptFile {
  custody_id: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ReceiptList {
  items: (ReceiptView)[]
  next: string
  total?: number
}

/** A receipt; without one the rows of one's own homes are meant, by their `nth` after one. */
export interface ReceiptQuery {
  receipt?: string
  after?: number
  limit?: number
}

/** Money that came in for a case. */
export interface ReceiptView {
  receipt_id: string
  number: string
  home_id: string | null
  home: string
  place: string
  amount_fen: number
  method: Method
  method_title: string
  state: "draft" | "dropped" | "posted" | "reversed"
  state_title: string
  custody_id: string
  custody: string
  effective_on: string
  voucher: string
  file_id: string | null
  drop_reason: string
  entered_by: string
  entered_at: string
  confirmed_by: string | null
  confirmed_at: string | null
  journal_id: string | null
}

/** A receipt for each home and owner spoken for. */
export interface Receipts {
  vote_id: string
  items: (Receipt)[]
}

/** What a file became: a receipt for each line, in its order. */
export interface ReceiptsEntered {
  receipts: number
  total_fen: number
  receipt_ids: (string)[]
}

/** A certificate in the list of an account. */
export interface ReconciliationLine {
  id: string
  number: string
  month: string
  state: "confirmed" | "draft" | "dropped"
  bank_fen: number
  books_fen: number
  entered_at: string
  confirmed_at: string | null
  dropped_at: string | null
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ReconciliationLineList {
  items: (ReconciliationLine)[]
  next: string
  total?: number
}

/** Only those in a state. */
export interface ReconciliationQuery {
  state?: "" | "confirmed" | "draft" | "dropped"
  after?: string
  limit?: number
  count?: boolean
}

/** Only those in a state. */
export interface ReconciliationQueryFile {
  state?: "" | "confirmed" | "draft" | "dropped"
}

/** A certificate as it was prepared; both adjusted balances are equal. */
export interface ReconciliationView {
  id: string
  bank_account_id: string
  number: string
  bank: string
  bank_number: string
  title: string
  month: string
  end_on: string
  state: "confirmed" | "draft" | "dropped"
  bank_fen: number
  books_fen: number
  adjusted_bank_fen: number
  adjusted_books_fen: number
  lists: (CertificateList)[]
  sha256: string
  entered_by: string
  entered_at: string
  confirmed_by: string | null
  confirmed_at: string | null
  dropped_by: string | null
  dropped_at: string | null
  drop_reason: string
}

/** Money to give back, to an account of who paid it in. It is kept encrypted (R12.4). */
export interface RefundBody {
  amount_fen: number
  payee: string
  payee_account: string
  custody_id: string
  effective_on: string
  voucher: string
  reason: string
  payee_bank?: string
  home_id?: string | null
  file_id?: string | null
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface RefundList {
  items: (RefundView)[]
  next: string
  total?: number
}

/** Money that goes back; who gets it is masked, and shown in full only to finance, for a reason (R12.2). */
export interface RefundView {
  refund_id: string
  number: string
  home_id: string | null
  home: string
  place: string
  amount_fen: number
  payee: string
  payee_account: string
  state: "draft" | "dropped" | "posted" | "reversed"
  state_title: string
  custody_id: string
  custody: string
  effective_on: string
  voucher: string
  reason: string
  drop_reason: string
  file_id: string | null
  entered_by: string
  entered_at: string
  confirmed_by: string | null
  confirmed_at: string | null
  journal_id: string | null
}

/** A registered case; the premium in fen. */
export interface Registration {
  number: string
  case_number: string
  registered_at: string
  place: string
  insurer: string
  elevators: number
  premium_fen: number
  notice_token: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface RegistrationList {
  items: (Registration)[]
  next: string
  total?: number
}

/** One bank's part of the totals. */
export interface ReportBank {
  bank: string
  deposits: number
  settlements: number
  reversals: number
  interest_fen: number
  benchmark_fen: number
  value_added_fen: number
  shortfall_fen: number
}

/** Cases paid from pooled accounts in the year, and how much in fen. */
export interface ReportCases {
  paid: number
  paid_fen: number
}

/** Which version, the newest if 0. */
export interface ReportFilesFileQuery {
  version?: number
}

/** Which version (the newest if 0), and accounts whose name contains a text. */
export interface ReportQuery {
  version?: number
  q?: string
  after?: string
  limit?: number
  count?: boolean
}

/** All pooled accounts together: start + income - payouts + other = end, in fen. */
export interface ReportSums {
  scopes: number
  withheld: number
  start_fen: number
  income_fen: number
  payouts_fen: number
  other_fen: number
  end_fen: number
}

/** The year's deposits and what became of their interest, in fen. `benchmark_fen` is due to the homes, `value_added_fen` to the scopes; `distributed_fen` was credited to the pooled accounts, `homes_fen` to the homes; `carried_fen` is netted with a later year. `earned` says in which calendar year the value added was earned (R4.5). */
export interface ReportTotals {
  deposits: number
  settlements: number
  reversals: number
  interest_fen: number
  benchmark_fen: number
  value_added_fen: number
  shortfall_fen: number
  brought_fen: number
  distributed_fen: number
  carried_fen: number
  homes_fen: number
  earned: Record<string, number>
}

/** A version as it was published; `sha256` is of its report.json. */
export interface ReportVersion {
  year: number
  version: number
  published_at: string
  sha256: string
  reason: string
}

/** A version with its sums, to be compared with the others. */
export interface ReportVersionFigures {
  year: number
  version: number
  published_at: string
  sha256: string
  reason: string
  totals: ReportTotals
  sums: ReportSums
  cases: ReportCases
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ReportVersionList {
  items: (ReportVersion)[]
  next: string
  total?: number
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface RepresentativeList {
  items: (RepresentativeView)[]
  next: string
  total?: number
}

/** Which namings: of a home, of a state, or all. */
export interface RepresentativeQuery {
  home_id?: string | null
  state?: "" | "draft" | "ended" | "live"
  after?: string
  limit?: number
  count?: boolean
}

/** Which namings: of a home, of a state, or all. */
export interface RepresentativeQueryFile {
  home_id?: string | null
  state?: "" | "draft" | "ended" | "live"
}

/** Who speaks for a home; the name is masked. */
export interface RepresentativeView {
  id: string
  home_id: string
  place: string
  owner: string
  file_id: string
  state: "draft" | "ended" | "live"
  state_title: string
  entered_by_me: boolean
  entered_at: string
  ended_at: string | null
}

/** How large the result sheet is. */
export interface ResultQuery {
  size?: "A3" | "A4"
}

/** How it was counted, line by line in `reasons`; areas in cm2. R8.1 to R8.4. `certain_at` is when the outcome became certain, told to the Centre alone: who saw a neighbour vote that moment would know how (R8.5). `dropped_papers` is how many batches of paper were not confirmed in time. `withheld` says why it is the auditor's alone, where too few took part (R12.2); else it is empty. */
export interface ResultView {
  passed: boolean
  total: Share
  participating: Share
  agree: Share
  against: Share
  abstain: Share
  split_heads: number
  participating_homes: number
  conflict_homes: number
  silent_homes: number
  followed_homes: number
  dropped_papers: number
  reasons: (string)[]
  certain_at: string | null
  withheld: string
}

/** Why the settlement is wrong. */
export interface ReversalBody {
  reason: string
}

/** That a settlement was wrong and is to be undone; a draft waits for its second person. */
export interface ReversalView {
  id: string
  state: "confirmed" | "draft" | "dropped"
  reason: string
  entered_by_me: boolean
  entered_at: string
  confirmed_at: string | null
  dropped_at: string | null
  drop_reason: string
}

/** Why the dismissal should be looked at again. */
export interface ReviewRequest {
  text: string
}

/** What somebody may be to the Centre; one person can hold several. Section 1. */
export type Role = "administrator" | "auditor" | "bureau" | "clerk" | "committee" | "finance" | "independent" | "insurer" | "manager" | "owner" | "person" | "public" | "reviewer" | "street" | "system"

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface RollChangeList {
  items: (RollChangeView)[]
  next: string
  total?: number
}

/** One row before and after; names are masked, numbers of people are not kept. */
export interface RollChangeView {
  id: string
  table: string
  table_title: string
  row_id: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** A home by its room; nothing says who owns it. */
export interface RoomLine {
  id: string
  unit: string
  room: string
  use: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface RoomLineList {
  items: (RoomLine)[]
  next: string
  total?: number
}

/** What is to be placed, for how long, what is asked of the banks, and until when. */
export interface RoundBody {
  title: string
  amount_fen: number
  tenor: "1y" | "2y" | "3m" | "3y" | "6m"
  closes_at: string
  requirements?: string
}

/** A round with its offers; without their rates before it closes. */
export interface RoundDetail {
  round: RoundView
  offers: (OfferView)[]
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface RoundList {
  items: (RoundView)[]
  next: string
  total?: number
}

/** Narrow the rounds to a state: `open` until somebody proposes an award. */
export interface RoundQuery {
  after?: string
  limit?: number
  count?: boolean
  state?: "" | "awarded" | "cancelled" | "open" | "proposed"
  tenor?: "1y" | "2y" | "3m" | "3y" | "6m" | null
}

/** Narrow the rounds to a state: `open` until somebody proposes an award. */
export interface RoundQueryFile {
  state?: "" | "awarded" | "cancelled" | "open" | "proposed"
  tenor?: "1y" | "2y" | "3m" | "3y" | "6m" | null
}

/** A round as the Centre sees it; `collecting` while offers are taken, `closed` when it waits for an award. */
export interface RoundView {
  id: string
  number: string
  title: string
  amount_fen: number
  tenor: "1y" | "2y" | "3m" | "3y" | "6m"
  requirements: string
  announced_at: string
  closes_at: string
  state: "awarded" | "cancelled" | "closed" | "collecting" | "proposed"
  offer_id: string | null
  reason: string
  proposed_by_me: boolean
  proposed_at: string | null
  decided_at: string | null
}

/** Heads and area on one side of a vote; area in cm2. */
export interface SaidShown {
  heads: number
  area_cm2: number
}

/** An elevator that serves the scope; `free` when no open case names it. */
export interface ScopeElevator {
  id: string
  code: string
  name: string
  serves: (string)[]
  installed_on: string
  free: boolean
  covered_until_on: string | null
}

/** The elevators of a scope, by code. */
export interface ScopeElevators {
  items: (ScopeElevator)[]
}

/** What the deposits still running would give a scope by that day; in no balance. R4.4. */
export interface ScopeEstimate {
  as_of_on: string
  estimate_fen: number
  computed_at: string
  note: string
}

/** A scope's years, the latest first, and what is still running. */
export interface ScopeIncome {
  scope_id: string
  estimate: ScopeEstimate | null
  items: (ScopeYear)[]
  next: string
}

/** One scope in a list, with its pooled account. */
export interface ScopeLine {
  scope_id: string
  code: string
  name: string
  kind: "building" | "unit"
  community: string
  balance_fen: number
  held_fen: number
  available_fen: number
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ScopeLineList {
  items: (ScopeLine)[]
  next: string
  total?: number
}

/** One pooled account's year; the figures are null where they are withheld. R12.2. */
export interface ScopeOfYear {
  scope_id: string
  code: string
  name: string
  kind: string
  withheld: boolean
  owners: number | null
  start_fen: number | null
  income_fen: number | null
  payouts_fen: number | null
  other_fen: number | null
  end_fen: number | null
}

/** Narrow a list of scopes to those whose code or name contains a text, or of a community. */
export interface ScopeQuery {
  community_id?: string | null
  q?: string
  after?: string
  limit?: number
  count?: boolean
}

/** Narrow a list of scopes to those whose code or name contains a text, or of a community. */
export interface ScopeQueryFile {
  community_id?: string | null
  q?: string
}

/** What a closed year gave a scope, in fen; `earned` by the calendar year of its earning. */
export interface ScopeYear {
  year: number
  shares_fen: number
  brought_fen: number
  posted_fen: number
  carried_fen: number
  earned: (IncomeSlice)[]
}

/** A home of the roll, and whether service is proven. */
export interface ServedHome {
  home_id: string
  place: string
  served: boolean
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ServedHomeList {
  items: (ServedHome)[]
  next: string
  total?: number
}

/** Which homes: all, or those without proof alone. */
export interface ServedQuery {
  unserved?: boolean
  after?: string
  limit?: number
  count?: boolean
}

/** Which homes: all, or those without proof alone. */
export interface ServedQueryFile {
  unserved?: boolean
}

/** Which homes were served, how, and the paper that proves it. */
export interface ServiceProof {
  home_ids: (string)[]
  file_id: string
  how: "in_person" | "message" | "post" | "posted"
}

/** How many homes are proven served; `matters` whether the count looks at it, and why. */
export interface ServiceView {
  vote_id: string
  homes: number
  served: number
  newly: number
  matters: boolean
  words: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface SessionList {
  items: (SessionView)[]
  next: string
  total?: number
}

/** One login of one's own. `current` is the one that asks. */
export interface SessionView {
  id: string
  device: string
  created_at: string
  expires_at: string
  current: boolean
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface SettlementList {
  items: (SettlementView)[]
  next: string
  total?: number
}

/** Narrow the settlements to a state, to those whose reversal waits, to a deposit, to days of credit, to those below the benchmark, or to a text. */
export interface SettlementQuery {
  after?: string
  limit?: number
  count?: boolean
  state?: "" | "draft" | "dropped" | "posted" | "reversed"
  reversing?: boolean
  deposit_id?: string | null
  from_on?: string | null
  to_on?: string | null
  short?: boolean
  q?: string
}

/** Narrow the settlements to a state, to those whose reversal waits, to a deposit, to days of credit, to those below the benchmark, or to a text. */
export interface SettlementQueryFile {
  state?: "" | "draft" | "dropped" | "posted" | "reversed"
  reversing?: boolean
  deposit_id?: string | null
  from_on?: string | null
  to_on?: string | null
  short?: boolean
  q?: string
}

/** The signed record of what was agreed, uploaded before by the clerk. */
export interface SettlementRecord {
  record_file_id?: string | null
  note?: string
}

/** What was earned in a calendar year. R4.5. */
export interface SettlementSlice {
  year: number
  value_added_fen: number
  benchmark_fen: number
}

/** An advice and what it came to, in fen. `interest_fen` is what the bank credited, `expected_fen` what the terms give; of the interest `benchmark_fen` is the homes' and `value_added_fen` the scopes'. `reversal`: that it is to be undone, as it was last asked. */
export interface SettlementView {
  id: string
  deposit_id: string
  code: string
  tenor: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"
  term_number: number
  kind: string
  principal_fen: number
  from_on: string
  to_on: string
  interest_fen: number
  expected_fen: number
  due_benchmark_fen: number
  benchmark_fen: number
  value_added_fen: number
  shortfall_fen: number
  returned_fen: number
  capitalised_fen: number
  renews: boolean
  renewed_rate_e4: number | null
  overdue_days: number
  advice_number: string
  credited_on: string
  effective_on: string | null
  source: string
  file_id: string | null
  note: string
  state: "draft" | "dropped" | "posted" | "reversed"
  journal_id: string | null
  reversal_id: string | null
  reversed_on: string | null
  reversal: ReversalView | null
  entered_by_me: boolean
  entered_at: string
  confirmed_at: string | null
  dropped_at: string | null
  drop_reason: string
  slices: (SettlementSlice)[]
  steps: (StepView)[]
}

/** Heads and area, as the law weighs them (R8.1). */
export interface Share {
  heads: number
  area_cm2: number
}

/** A calendar year's part of a settlement's income, and the scope's part of that. R4.5. */
export interface ShareSlice {
  year: number
  income_fen: number
  share_fen: number
}

/** How large, and for a picture at what resolution and which page. */
export interface SheetQuery {
  size?: "A3" | "A4"
  dpi?: number
  page?: number
}

/** Something that happened to the case. */
export interface ShownEvent {
  at: string
  words: string
}

/** An objection without its author; `text` is null while or because it is not shown (R7.8). */
export interface ShownObjection {
  received_at: string
  text: string | null
  outcome: string
}

/** Who has the item that the other one lacks, and which way the money went. */
export type Side = "bank_in" | "bank_out" | "books_in" | "books_out"

/** A line (`posting_id` null) or a posting (`line_id` null). */
export interface SideItem {
  line_id: string | null
  posting_id: string | null
  on: string
  amount_fen: number
  reference: string
  counterparty: string
  memo: string
}

/** Who may sign a home's ballot; the name is masked. */
export interface Signer {
  owner_id: string
  name: string
  representative: boolean
}

/** A part of the balance: where it came from, or where it went (negative). */
export interface Source {
  words: string
  amount_fen: number
}

/** A year paid, or to be paid, from the account. */
export interface SpecialCase {
  case_id: string
  number: string
  state: string
  state_title: string
  premium_fen: number
  held: boolean
  paid_fen: number
  from_on: string | null
  to_on: string | null
}

/** An elevator of the account; the premium of its last plan in fen. */
export interface SpecialLift {
  id: string
  code: string
  name: string
  condemned: boolean
  premium_fen: number
}

/** A special account in a list; whole fen. */
export interface SpecialLine {
  id: string
  number: string
  kind: "independent" | "scope"
  holder: string
  scope_id: string
  scope_name: string
  community_name: string
  balance_fen: number
  held_fen: number
  available_fen: number
  opened_at: string
  closed_at: string | null
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface SpecialLineList {
  items: (SpecialLine)[]
  next: string
  total?: number
}

/** Of a kind, or whose number, holder or place contains a text. */
export interface SpecialQuery {
  kind?: "" | "independent" | "scope"
  q?: string
  after?: string
  limit?: number
  count?: boolean
}

/** Of a kind, or whose number, holder or place contains a text. */
export interface SpecialQueryFile {
  kind?: "" | "independent" | "scope"
  q?: string
}

/** A refund to the holder's own account: of what, by which voucher, with the proof that the elevator was scrapped; `effective_on` is the bank's day. */
export interface SpecialRefund {
  amount_fen: number
  custody_id: string
  effective_on: string
  voucher: string
  reason: string
  file_id: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface SpecialRefundList {
  items: (SpecialRefundView)[]
  next: string
  total?: number
}

/** A refund of a special account; whole fen. Of the payee's account the last four signs. */
export interface SpecialRefundView {
  id: string
  account_id: string
  number: string
  amount_fen: number
  payee: string
  payee_account: string
  effective_on: string
  voucher: string
  reason: string
  drop_reason: string
  file_id: string
  state: "draft" | "dropped" | "posted" | "reversed"
  entered_at: string
  confirmed_at: string | null
}

/** One account. `years_paid` of the `years` paid in at once are paid or held; `refundable_fen` may go back now, which is nothing while no elevator is scrapped. Owners see their own homes' deposits, the Centre all. */
export interface SpecialView {
  id: string
  number: string
  kind: "independent" | "scope"
  holder: string
  scope_id: string
  scope_name: string
  community_name: string
  balance_fen: number
  held_fen: number
  available_fen: number
  opened_at: string
  closed_at: string | null
  refund_bank: string
  refund_account: string
  years: number
  years_paid: number
  refundable_fen: number
  elevators: (SpecialLift)[]
  cases: (SpecialCase)[]
  deposits: (HomeDeposit)[]
}

/** A use of one total, split by area over the homes of a scope or of a building (R3.7). `leave_owed`: what a home's fund cannot bear is left on the list of what is owed. */
export interface SplitUse {
  total_fen: number
  custody_id: string
  effective_on: string
  voucher: string
  scope_id?: string | null
  building_id?: string | null
  payee?: string
  memo?: string
  leave_owed?: boolean
}

/** A session of twelve hours. */
export interface StaffLoggedIn {
  token: string
  expires_at: string
  account_id: string
  name: string
  roles: (Role)[]
}

/** Username, password and the six digits that the authenticator app shows now. */
export interface StaffLogin {
  username: string
  password: string
  totp: string
  device?: string
}

/** The account that asks, and what it belongs to. */
export interface StaffMe {
  account_id: string
  username: string
  name: string
  roles: (Role)[]
  insurer_id: string | null
  insurer: string
  community_id: string | null
  community: string
  session_expires_at: string
}

/** An approved appointment that runs today (R5.1). */
export interface Standing {
  appointment_id: string
  community_id: string
  community: string
  role: string
  body_name: string
  to_on: string
}

/** What is wrong: the row of the file, 0 for the whole of it. */
export interface StatementFault {
  row: number
  reason: string
}

/** One movement of the account: positive came in, negative went out. `reference` names what made it. */
export interface StatementLine {
  line_id: string
  position: number
  kind: string
  title: string
  amount_fen: number
  balance_after_fen: number
  effective_on: string
  recorded_at: string
  memo: string
  reference: string
  case_id: string | null
  case_number: string | null
  payee: string | null
  reverses: string | null
}

/** A statement in a list. */
export interface StatementLineFile {
  id: string
  name: string
  state: "dropped" | "faulty" | "mapping" | "ready" | "taken"
  state_title: string
  from_on: string | null
  to_on: string | null
  opening_fen: number | null
  closing_fen: number | null
  lines_total: number
  lines_known: number
  faults_total: number
  created_at: string
  taken_at: string | null
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface StatementLineFileList {
  items: (StatementLineFile)[]
  next: string
  total?: number
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface StatementLineList {
  items: (StatementLine)[]
  next: string
  total?: number
}

/** A statement. `layout_from` says where its layout comes from; `gaps` must be accepted when it is taken. */
export interface StatementView {
  id: string
  bank_account_id: string
  name: string
  state: "dropped" | "faulty" | "mapping" | "ready" | "taken"
  state_title: string
  heading_row: number
  preview: ((string)[])[]
  columns: (ColumnView)[]
  layout: LayoutView
  layout_from: "" | "remembered" | "set" | "titles"
  from_on: string | null
  to_on: string | null
  opening_fen: number | null
  closing_fen: number | null
  lines_total: number
  lines_known: number
  faults: (StatementFault)[]
  faults_total: number
  gaps: (GapView)[]
  gap_accepted: boolean
  created_at: string
  taken_at: string | null
}

/** Narrow the statements to a state; the last uploaded or the last day first. */
export interface StatementsStatementQuery {
  state?: "dropped" | "faulty" | "mapping" | "ready" | "taken" | null
  sort?: "" | "day" | "newest"
  after?: string
  limit?: number
  count?: boolean
}

/** Narrow the statements to a state; the last uploaded or the last day first. */
export interface StatementsStatementQueryFile {
  state?: "dropped" | "faulty" | "mapping" | "ready" | "taken" | null
  sort?: "" | "day" | "newest"
}

/** Which year, 1 January to 31 December. R4.5. */
export interface StatementsYearQuery {
  year: number
}

/** A page of what a case's file holds; as a rule all of it. */
export interface StepQuery {
  limit?: number
  after?: string
  count?: boolean
}

/** One step of the calculation, so that anybody can repeat it by hand. */
export interface StepView {
  rule: string
  what: string
  text: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface SuggestionList {
  items: (SuggestionView)[]
  next: string
  total?: number
}

/** Only those that are sure or not. */
export interface SuggestionQuery {
  sure?: boolean | null
  after?: string
  limit?: number
  count?: boolean
}

/** These may be the same money. `sure`: neither side could be anything else. */
export interface SuggestionView {
  basis: Basis
  basis_title: string
  sure: boolean
  amount_fen: number
  lines: (SideItem)[]
  postings: (SideItem)[]
}

/** Suspend, or with `suspended` false take back; and why. */
export interface Suspension {
  suspended?: boolean
  reason: string
}

/** What the building's pooled account shall be kept per, and why. */
export interface SwitchEntry {
  to_kind: "building" | "unit"
  reason: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface SwitchList {
  items: (SwitchView)[]
  next: string
  total?: number
}

/** What went from one pooled account to another. */
export interface SwitchMove {
  from_scope_id: string
  from_scope: string
  to_scope_id: string
  to_scope: string
  amount_fen: number
}

/** Only switches in one state. */
export interface SwitchQuery {
  state?: "" | "done" | "draft" | "dropped"
  after?: string
  limit?: number
  count?: boolean
}

/** Only switches in one state. */
export interface SwitchQueryFile {
  state?: "" | "done" | "draft" | "dropped"
}

/** A switch: from its day `on` the homes belong to the other scopes. */
export interface SwitchView {
  id: string
  building_id: string
  building: string
  to_kind: "building" | "unit"
  state: "done" | "draft" | "dropped"
  state_title: string
  reason: string
  on: string | null
  moves: (SwitchMove)[]
  journal_id: string | null
  entered_by: string
  entered_at: string
  confirmed_by: string | null
  confirmed_at: string | null
}

/** Whether it may be taken although something is missing between it and another statement. */
export interface TakingBody {
  accept_gap?: boolean
}

/** Narrow the changes to one table. */
export interface TakingChangeQuery {
  after?: string
  limit?: number
  count?: boolean
  table?: string
}

/** Narrow the changes to one table. */
export interface TakingChangeQueryFile {
  table?: string
}

/** How far the taking over is: deposits as imported, proposed, and done by this request. */
export interface TakingOver {
  opening_on: string | null
  listed: number
  waiting: number
  done: number
  unclear: (Unclear)[]
}

/** A template that the phone may ask consent for by `template_id`, and what it has: single messages that are left, or standing consent to a long-term one. Do not ask for long-term and other templates in one pop-up, nor for more than five (WeChat refuses both). */
export interface TemplateConsent {
  template: string
  template_id: string
  title: string
  long_term: boolean
  remaining: number
  standing: boolean
}

/** A term opened on or after the rate's first day that carries another one; one that was settled keeps what it was settled with. */
export interface TermTouched {
  deposit_id: string
  code: string
  number: number
  opened_on: string
  was_e4: number
  settled: boolean
}

/** One term: its own opening day, hence its own benchmark. A void one was reversed. */
export interface TermView {
  number: number
  opened_on: string
  matures_on: string | null
  principal_fen: number
  withdrawn_fen: number
  agreed_rate_e4: number
  benchmark_rate_e4: number
  settled_on: string | null
  closed_on: string | null
  voided: boolean
}

/** Whether the public may read the text, and why. */
export interface TextDecision {
  show: boolean
  reason: string
}

/** One thing that happened; who did it is said by role, never by name. */
export interface TimelineItem {
  event_id: string
  kind: string
  title: string
  at: string
  role: string
  reason: string
  data: Record<string, unknown>
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface TimelineList {
  items: (TimelineItem)[]
  next: string
  total?: number
}

/** A session token; the answer that carries it is the only place where it can be read. */
export interface Token {
  token: string
  expires_at: string
}

/** Both sides of the books; equal, or the books are wrong. R3.2. */
export interface TrialBalance {
  effective_on: string | null
  recorded_at: string | null
  items: (TrialLine)[]
  debit_fen: number
  credit_fen: number
  balanced: boolean
}

/** What one kind of account was debited and credited with in all. */
export interface TrialLine {
  kind: AccountKind
  title: string
  accounts: number
  debit_fen: number
  credit_fen: number
  balance_fen: number
}

/** The bank's day and our moment up to which the books are added up; all of them if absent. */
export interface TrialQuery {
  effective_on?: string | null
  recorded_at?: string | null
}

/** Who took part so far. `reached`: participation is enough in heads and in area (R8.1). */
export interface Turnout {
  homes: number
  heads: number
  area_cm2: number
  reached: boolean
}

/** What one kind of journal did to one kind of account. */
export interface Turnover {
  account: AccountKind
  title: string
  debit_fen: number
  credit_fen: number
}

/** A deposit that stays as imported until the list is corrected, and why. */
export interface Unclear {
  deposit_id: string
  code: string
  reason: string
}

/** Why somebody has to see it in full. */
export interface UnmaskReason {
  reason: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface UnpaidList {
  items: (UnpaidView)[]
  next: string
  total?: number
}

/** A home that never paid a first deposit. */
export interface UnpaidView {
  home_id: string
  home: string
  place: string
  area_cm2: number
}

/** How many messages were not read yet. */
export interface Unread {
  unread: number
}

/** What follows: a new plan, or the end of the case; the reasons are told to everybody. */
export interface Upholding {
  then: "end" | "new_plan"
  reason: string
}

/** Whose versions: of a community's filed rules, or the city's. */
export interface VersionQuery {
  community_id?: string | null
  after?: string
  limit?: number
  count?: boolean
}

/** What the roll would be if the vote were opened now, and what is still lacking. `lacks` is what refuses the opening; `warnings` count homes and refuse nothing. There is no question before there is a plan. */
export interface VoteCheck {
  homes: number
  heads: number
  area_cm2: number
  threshold: string
  parameters: Record<string, string>
  ends_at: string
  question: string
  lacks: (string)[]
  warnings: Record<string, number>
  items: (VoteWarning)[]
  next: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface VoteList {
  items: (VoteRow)[]
  next: string
  total?: number
}

/** What the owners are asked; without words the plan gives them, without papers the plan's. */
export interface VoteOpening {
  question?: string
  file_ids?: (string)[] | null
}

/** Filters of the list; `mine` those in which one has a voice. */
export interface VoteQuery {
  state?: "" | "counted" | "open" | "void"
  community_id?: string | null
  mine?: boolean
  after?: string
  limit?: number
  count?: boolean
}

/** Filters of the list; `mine` those in which one has a voice. */
export interface VoteQueryFile {
  state?: "" | "counted" | "open" | "void"
  community_id?: string | null
  mine?: boolean
}

/** A vote in a list. */
export interface VoteRow {
  id: string
  case_id: string
  case_number: string
  community_name: string
  scope_name: string
  round: number
  version: number
  state: string
  state_title: string
  question: string
  opened_at: string
  ends_at: string
  counted_at: string | null
}

/** The vote that carried the plan, by R8.1; without figures (`told` false) where fewer homes took part than may be told of. `url` leads to the record that anybody can count again. */
export interface VoteShown {
  words: string
  round: number
  counted_on: string
  participation: string
  threshold: string
  url: string
  told: boolean
  total: SaidShown
  participating: SaidShown
  agree: SaidShown
  against: SaidShown
  abstain: SaidShown
}

/** A vote as its reader may see it. Before the count `passed` and `result` are null; where too few took part the figures are withheld, but from the auditor, and `withheld` says why. */
export interface VoteView {
  id: string
  case_id: string
  case_number: string
  scope_id: string
  scope_name: string
  community_name: string
  round: number
  version: number
  state: string
  state_title: string
  question: string
  documents: (PaperLink)[]
  threshold: string
  participation_needed: string
  agreement_needed: string
  opened_at: string
  ends_at: string
  count_at: string
  homes: number
  heads: number
  area_cm2: number
  roll_root: string
  record_root: string
  turnout: Turnout
  mine: (MyHome)[]
  parameters: Record<string, unknown>
  token: string
  paper: boolean
  counted_at: string | null
  passed: boolean | null
  withheld: string
  result: ResultView | null
}

/** A home with something to settle before the vote opens. */
export interface VoteWarning {
  kind: string
  home_id: string
  home: string
  text: string
}

/** What a voucher does once it is confirmed. */
export type VoucherKind = "bank_transfer" | "reversal" | "suspense"

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface VoucherList {
  items: (VoucherRow)[]
  next: string
  total?: number
}

/** Only those in one state, of one kind, or of these days (the bank's). */
export interface VoucherQuery {
  state?: "" | "draft" | "dropped" | "posted"
  kind?: VoucherKind | null
  from_on?: string | null
  to_on?: string | null
  after?: string
  limit?: number
  count?: boolean
}

/** Only those in one state, of one kind, or of these days (the bank's). */
export interface VoucherQueryFile {
  state?: "" | "draft" | "dropped" | "posted"
  kind?: VoucherKind | null
  from_on?: string | null
  to_on?: string | null
}

/** A voucher in a list. */
export interface VoucherRow {
  voucher_id: string
  number: string
  kind: VoucherKind
  title: string
  state: "draft" | "dropped" | "posted"
  amount_fen: number
  effective_on: string
  memo: string
  journal_id: string | null
  entered_by: string
  entered_at: string
}

/** A voucher with both sides. `left_fen` of a posted suspense is what is not cleared yet. */
export interface VoucherView {
  voucher_id: string
  number: string
  kind: VoucherKind
  title: string
  state: "draft" | "dropped" | "posted"
  amount_fen: number
  effective_on: string
  memo: string
  lines: (JournalLine)[]
  reverses: string | null
  clears: string | null
  left_fen: number | null
  journal_id: string | null
  entered_by: string
  entered_at: string
  confirmed_by: string | null
  confirmed_at: string | null
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface WarningList {
  items: (WarningView)[]
  next: string
  total?: number
}

/** A home below its line: what it has, the line, and what would reach it. */
export interface WarningView {
  home_id: string
  home: string
  place: string
  first_fen: number
  balance_fen: number
  line_percent: number
  missing_fen: number
  since_at: string
}

/** A written objection; files were uploaded before. */
export interface WrittenObjection {
  text: string
  file_ids?: (string)[]
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface YearDepositList {
  items: (YearDepositView)[]
  next: string
  total?: number
}

/** A settlement that a year distributed, or took back where `sign` is -1; without the sign itself. Rates in ten-thousandths of a percent, sums in fen; the income is `value_added_fen`. `weight` is fen x days of all scopes together. A scope gets the whole fen of income x its weight / `weight`, and one more if its remainder is above `cut_remainder`, or equal to it and its id not above `cut_scope_id`; so do the `left_fen` scopes that share what rounding left. R3.7. The cut is left out where it would give away a scope that few owners share (R12.2). */
export interface YearDepositView {
  settlement_id: string
  deposit_code: string
  bank: string
  sign: number
  kind: string
  principal_fen: number
  tenor: string
  method: string
  base: string
  opened_on: string
  matures_on: string | null
  agreed_rate_e4: number
  benchmark_rate_e4: number
  from_on: string
  to_on: string
  days: number
  interest_fen: number
  due_benchmark_fen: number
  benchmark_fen: number
  value_added_fen: number
  shortfall_fen: number
  credited_on: string
  effective_on: string
  advice_number: string
  weight: string
  left_fen: number
  cut_remainder: string | null
  cut_scope_id: string | null
  slices: (IncomeSlice)[]
}

/** Where to go on among a year's settlements, and how many at most; those with a text. */
export interface YearDepositsDepositQuery {
  after?: string
  limit?: number
  count?: boolean
  q?: string
}

/** Where to go on among a year's settlements, and how many at most; those with a text. */
export interface YearDepositsDepositQueryFile {
  q?: string
}

/** The sums of a year, in fen. `income_fen` and `interest_fen` are what its settlements give the scopes and the homes; of income `brought_fen` nets earlier reversals, `carried_fen` is left for a later year to net. `shortfall_fen` is what banks credited below the benchmark. `earned` says in which calendar year the income was earned (R4.5); `left_income_fen` and `left_interest_fen` are what stays undistributed at the end of the year. */
export interface YearFigures {
  attribution: "" | "balance_days"
  settlements: number
  reversals: number
  bank_interest_fen: number
  income_fen: number
  interest_fen: number
  shortfall_fen: number
  scopes: number
  scopes_credited: number
  homes: number
  homes_credited: number | null
  brought_fen: number
  posted_fen: number
  carried_fen: number
  earned: Record<string, number>
  left_income_fen: number
  left_interest_fen: number
}

/** What came and went in a year; every figure is the ledger's. R3.2. */
export interface YearSummary {
  year: number
  as_of: string
  kinds: (KindOfYear)[]
  accounts: (AccountOfYear)[]
  debit_fen: number
  credit_fen: number
}

/** A year: whether deadlines in it are certain, and the days that the Centre entered. */
export interface YearView {
  year: number
  published: boolean
  source: string
  items: (DayView)[]
}

/** A year's report in one version, its accounts by page; the other versions with their sums. */
export interface YearlyReport {
  report: ReportVersion
  min_group: number
  totals: ReportTotals
  banks: (ReportBank)[]
  sums: ReportSums
  cases: ReportCases
  scopes: (ScopeOfYear)[]
  versions: (ReportVersionFigures)[]
  next: string
}

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

  /** 各年度试算与结账情况，最新在前 */
  accountingYears(query: { state?: "closed" | "closing" | "failed" | "previewed" | "previewing"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<AccountingYearList> {
    return this.ask<AccountingYearList>('GET', `/accounting-years${queryOf(query)}`, false, call)
  }

  /** 年度结账导出为 csv 文件，筛选条件与列表相同，不限行数 */
  accountingYearsCsvAddress(query: { state?: "closed" | "closing" | "failed" | "previewed" | "previewing" } = {}): string {
    return this.address(`/accounting-years.csv${queryOf(query)}`)
  }

  /** 年度结账导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  accountingYearsXlsxAddress(query: { state?: "closed" | "closing" | "failed" | "previewed" | "previewing" } = {}): string {
    return this.address(`/accounting-years.xlsx${queryOf(query)}`)
  }

  /** 某年度归集的合计与入账进度 */
  accountingYear(year: string, call: Call = {}): Promise<AccountingYearView> {
    return this.ask<AccountingYearView>('GET', `/accounting-years/${encodeURIComponent(year)}`, false, call)
  }

  /** 复核试算结果并开始结账入账 */
  closeAccountingYear(year: string, call: Call = {}): Promise<AccountingYearView> {
    return this.ask<AccountingYearView>('POST', `/accounting-years/${encodeURIComponent(year)}/closing`, true, call)
  }

  /** 某年度归集了哪些结息，试算后即可查 */
  depositsOfYear(year: string, query: { after?: string; limit?: number; count?: boolean; q?: string } = {}, call: Call = {}): Promise<YearDepositList> {
    return this.ask<YearDepositList>('GET', `/accounting-years/${encodeURIComponent(year)}/deposits${queryOf(query)}`, false, call)
  }

  /** 年度归集的结息导出为 csv 文件，筛选条件与列表相同，不限行数 */
  depositsOfYearCsvAddress(year: string, query: { q?: string } = {}): string {
    return this.address(`/accounting-years/${encodeURIComponent(year)}/deposits.csv${queryOf(query)}`)
  }

  /** 年度归集的结息导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  depositsOfYearXlsxAddress(year: string, query: { q?: string } = {}): string {
    return this.address(`/accounting-years/${encodeURIComponent(year)}/deposits.xlsx${queryOf(query)}`)
  }

  /** 某年度归集的全部数据（审计用），可用公布的脚本复算 */
  auditYearAddress(year: string): string {
    return this.address(`/accounting-years/${encodeURIComponent(year)}/export.zip`)
  }

  /** 试算某年度的收益归集 */
  previewAccountingYear(year: string, call: Call = {}): Promise<AccountingYearView> {
    return this.ask<AccountingYearView>('POST', `/accounting-years/${encodeURIComponent(year)}/preview`, true, call)
  }

  /** 公布已结账年度的报告 */
  publishYearReport(year: string, body: Publication, call: Call = {}): Promise<ReportVersion> {
    return this.ask<ReportVersion>('POST', `/accounting-years/${encodeURIComponent(year)}/publication`, true, call, body)
  }

  /** 授权材料 */
  listAppointments(query: { state?: "" | "approved" | "ended" | "open" | "refused" | "withdrawn"; role?: "" | "committee" | "independent" | "manager"; community_id?: string; sort?: "" | "ending" | "newest"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<AppointmentList> {
    return this.ask<AppointmentList>('GET', `/appointments${queryOf(query)}`, false, call)
  }

  /** 业主委员会成员、物业服务企业人员提交书面授权，独立产权人提交产权证明，由工作人员审核 */
  askAppointment(body: Authorisation, call: Call = {}): Promise<AppointmentView> {
    return this.ask<AppointmentView>('POST', `/appointments`, true, call, body)
  }

  /** 授权材料导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listAppointmentsCsvAddress(query: { state?: "" | "approved" | "ended" | "open" | "refused" | "withdrawn"; role?: "" | "committee" | "independent" | "manager"; community_id?: string; sort?: "" | "ending" | "newest" } = {}): string {
    return this.address(`/appointments.csv${queryOf(query)}`)
  }

  /** 授权材料导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listAppointmentsXlsxAddress(query: { state?: "" | "approved" | "ended" | "open" | "refused" | "withdrawn"; role?: "" | "committee" | "independent" | "manager"; community_id?: string; sort?: "" | "ending" | "newest" } = {}): string {
    return this.address(`/appointments.xlsx${queryOf(query)}`)
  }

  /** 审核授权材料或产权证明 */
  decideAppointment(appointment_id: string, body: AppointmentDecision, call: Call = {}): Promise<AppointmentView> {
    return this.ask<AppointmentView>('POST', `/appointments/${encodeURIComponent(appointment_id)}/decision`, true, call, body)
  }

  /** 终止授权 */
  endAppointment(appointment_id: string, body: AppointmentEnding, call: Call = {}): Promise<AppointmentView> {
    return this.ask<AppointmentView>('POST', `/appointments/${encodeURIComponent(appointment_id)}/end`, true, call, body)
  }

  /** 一批纸质选票 */
  ballotBatch(batch_id: string, call: Call = {}): Promise<PaperBatchView> {
    return this.ask<PaperBatchView>('GET', `/ballot-batches/${encodeURIComponent(batch_id)}`, false, call)
  }

  /** 第二人独立录入同一批纸质选票 */
  confirmBallots(batch_id: string, body: Readings, call: Call = {}): Promise<PaperBatchView> {
    return this.ask<PaperBatchView>('POST', `/ballot-batches/${encodeURIComponent(batch_id)}/confirmation`, true, call, body)
  }

  /** 写明理由作废一批未核对的纸质选票 */
  dropBallots(batch_id: string, body: Dropping, call: Call = {}): Promise<PaperBatchView> {
    return this.ask<PaperBatchView>('POST', `/ballot-batches/${encodeURIComponent(batch_id)}/dropping`, true, call, body)
  }

  /** 录入人更正未核对的纸质选票 */
  correctBallots(batch_id: string, body: PaperChanges, call: Call = {}): Promise<PaperBatchView> {
    return this.ask<PaperBatchView>('PUT', `/ballot-batches/${encodeURIComponent(batch_id)}/lines`, true, call, body)
  }

  /** 打印一批纸质选票的回执，逐户交给投票人 */
  printReceiptsAddress(batch_id: string): string {
    return this.address(`/ballot-batches/${encodeURIComponent(batch_id)}/receipts.pdf`)
  }

  /** 住保中心开立的银行账户及账面余额 */
  bankAccounts(query: { open?: boolean; q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<BankAccountList> {
    return this.ask<BankAccountList>('GET', `/bank-accounts${queryOf(query)}`, false, call)
  }

  /** 登记银行账户并开立账簿账户 */
  registerAccount(body: AccountBody, call: Call = {}): Promise<BankAccountView> {
    return this.ask<BankAccountView>('POST', `/bank-accounts`, true, call, body)
  }

  /** 银行账户导出为 csv 文件，筛选条件与列表相同，不限行数 */
  bankAccountsCsvAddress(query: { open?: boolean; q?: string } = {}): string {
    return this.address(`/bank-accounts.csv${queryOf(query)}`)
  }

  /** 银行账户导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  bankAccountsXlsxAddress(query: { open?: boolean; q?: string } = {}): string {
    return this.address(`/bank-accounts.xlsx${queryOf(query)}`)
  }

  /** 截至某日银行与账面的余额，及对账单的断档、未核对的期初余额 */
  bankBalances(bank_account_id: string, query: { until?: string } = {}, call: Call = {}): Promise<Balances> {
    return this.ask<Balances>('GET', `/bank-accounts/${encodeURIComponent(bank_account_id)}/balances${queryOf(query)}`, false, call)
  }

  /** 登记银行账户已销户 */
  closeAccount(bank_account_id: string, call: Call = {}): Promise<BankAccountView> {
    return this.ask<BankAccountView>('POST', `/bank-accounts/${encodeURIComponent(bank_account_id)}/closing`, true, call)
  }

  /** 截至某日的未达账项 */
  bankDifferences(bank_account_id: string, query: { until?: string; at_bank?: boolean; explained?: boolean; q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<DifferenceList> {
    return this.ask<DifferenceList>('GET', `/bank-accounts/${encodeURIComponent(bank_account_id)}/differences${queryOf(query)}`, false, call)
  }

  /** 未达账项导出为 csv 文件，筛选条件与列表相同，不限行数 */
  bankDifferencesCsvAddress(bank_account_id: string, query: { until?: string; at_bank?: boolean; explained?: boolean; q?: string } = {}): string {
    return this.address(`/bank-accounts/${encodeURIComponent(bank_account_id)}/differences.csv${queryOf(query)}`)
  }

  /** 未达账项导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  bankDifferencesXlsxAddress(bank_account_id: string, query: { until?: string; at_bank?: boolean; explained?: boolean; q?: string } = {}): string {
    return this.address(`/bank-accounts/${encodeURIComponent(bank_account_id)}/differences.xlsx${queryOf(query)}`)
  }

  /** 某笔未达账项历次的说明，最新在前 */
  explanations(bank_account_id: string, query: { line_id?: string; posting_id?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ExplanationList> {
    return this.ask<ExplanationList>('GET', `/bank-accounts/${encodeURIComponent(bank_account_id)}/explanations${queryOf(query)}`, false, call)
  }

  /** 说明未达账项的原因 */
  explainDifferences(bank_account_id: string, body: ExplanationBody, call: Call = {}): Promise<Explained> {
    return this.ask<Explained>('POST', `/bank-accounts/${encodeURIComponent(bank_account_id)}/explanations`, true, call, body)
  }

  /** 某银行账户已入库的流水，按日期 */
  bankLines(bank_account_id: string, query: { from_on?: string; to_on?: string; matched?: boolean; q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<BankLineList> {
    return this.ask<BankLineList>('GET', `/bank-accounts/${encodeURIComponent(bank_account_id)}/lines${queryOf(query)}`, false, call)
  }

  /** 银行流水导出为 csv 文件，筛选条件与列表相同，不限行数 */
  bankLinesCsvAddress(bank_account_id: string, query: { from_on?: string; to_on?: string; matched?: boolean; q?: string } = {}): string {
    return this.address(`/bank-accounts/${encodeURIComponent(bank_account_id)}/lines.csv${queryOf(query)}`)
  }

  /** 银行流水导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  bankLinesXlsxAddress(bank_account_id: string, query: { from_on?: string; to_on?: string; matched?: boolean; q?: string } = {}): string {
    return this.address(`/bank-accounts/${encodeURIComponent(bank_account_id)}/lines.xlsx${queryOf(query)}`)
  }

  /** 已核对的对应关系，最新在前 */
  bankMatches(bank_account_id: string, query: { undone?: boolean; basis?: Basis; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<MatchList> {
    return this.ask<MatchList>('GET', `/bank-accounts/${encodeURIComponent(bank_account_id)}/matches${queryOf(query)}`, false, call)
  }

  /** 人工核对 */
  matchByHand(bank_account_id: string, body: MatchBody, call: Call = {}): Promise<MatchView> {
    return this.ask<MatchView>('POST', `/bank-accounts/${encodeURIComponent(bank_account_id)}/matches`, true, call, body)
  }

  /** 自动核对 */
  matchByItself(bank_account_id: string, call: Call = {}): Promise<AutoMatched> {
    return this.ask<AutoMatched>('POST', `/bank-accounts/${encodeURIComponent(bank_account_id)}/matching/auto`, true, call)
  }

  /** 核对期初余额 */
  matchopeningMatch(bank_account_id: string, body: OpeningBody, call: Call = {}): Promise<MatchView> {
    return this.ask<MatchView>('POST', `/bank-accounts/${encodeURIComponent(bank_account_id)}/matching/opening`, true, call, body)
  }

  /** 某银行账户的余额调节表，最新在前 */
  bankReconciliations(bank_account_id: string, query: { state?: "" | "confirmed" | "draft" | "dropped"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ReconciliationLineList> {
    return this.ask<ReconciliationLineList>('GET', `/bank-accounts/${encodeURIComponent(bank_account_id)}/reconciliations${queryOf(query)}`, false, call)
  }

  /** 编制某月银行存款余额调节表 */
  prepareReconciliation(bank_account_id: string, body: MonthBody, call: Call = {}): Promise<ReconciliationView> {
    return this.ask<ReconciliationView>('POST', `/bank-accounts/${encodeURIComponent(bank_account_id)}/reconciliations`, true, call, body)
  }

  /** 余额调节表导出为 csv 文件，筛选条件与列表相同，不限行数 */
  bankReconciliationsCsvAddress(bank_account_id: string, query: { state?: "" | "confirmed" | "draft" | "dropped" } = {}): string {
    return this.address(`/bank-accounts/${encodeURIComponent(bank_account_id)}/reconciliations.csv${queryOf(query)}`)
  }

  /** 余额调节表导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  bankReconciliationsXlsxAddress(bank_account_id: string, query: { state?: "" | "confirmed" | "draft" | "dropped" } = {}): string {
    return this.address(`/bank-accounts/${encodeURIComponent(bank_account_id)}/reconciliations.xlsx${queryOf(query)}`)
  }

  /** 某银行账户的对账单，最新上传在前 */
  bankStatements(bank_account_id: string, query: { state?: "dropped" | "faulty" | "mapping" | "ready" | "taken"; sort?: "" | "day" | "newest"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<StatementLineFileList> {
    return this.ask<StatementLineFileList>('GET', `/bank-accounts/${encodeURIComponent(bank_account_id)}/statements${queryOf(query)}`, false, call)
  }

  /** 上传银行对账单（xlsx、csv） */
  uploadStatement(bank_account_id: string, filePath: string, call: Call = {}): Promise<StatementView> {
    return this.ask<StatementView>('POST', `/bank-accounts/${encodeURIComponent(bank_account_id)}/statements`, true, call, undefined, filePath)
  }

  /** 银行对账单导出为 csv 文件，筛选条件与列表相同，不限行数 */
  bankStatementsCsvAddress(bank_account_id: string, query: { state?: "dropped" | "faulty" | "mapping" | "ready" | "taken"; sort?: "" | "day" | "newest" } = {}): string {
    return this.address(`/bank-accounts/${encodeURIComponent(bank_account_id)}/statements.csv${queryOf(query)}`)
  }

  /** 银行对账单导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  bankStatementsXlsxAddress(bank_account_id: string, query: { state?: "dropped" | "faulty" | "mapping" | "ready" | "taken"; sort?: "" | "day" | "newest" } = {}): string {
    return this.address(`/bank-accounts/${encodeURIComponent(bank_account_id)}/statements.xlsx${queryOf(query)}`)
  }

  /** 银行流水与账目可能对应的建议，按日期，两边都唯一的标明 */
  matchSuggestions(bank_account_id: string, query: { sure?: boolean; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<SuggestionList> {
    return this.ask<SuggestionList>('GET', `/bank-accounts/${encodeURIComponent(bank_account_id)}/suggestions${queryOf(query)}`, false, call)
  }

  /** 撤销一笔核对（保留记录） */
  undoMatch(match_id: string, body: ReasonBody, call: Call = {}): Promise<MatchView> {
    return this.ask<MatchView>('POST', `/bank-matches/${encodeURIComponent(match_id)}/undoing`, true, call, body)
  }

  /** 某份对账单 */
  bankStatement(statement_id: string, call: Call = {}): Promise<StatementView> {
    return this.ask<StatementView>('GET', `/bank-statements/${encodeURIComponent(statement_id)}`, false, call)
  }

  /** 放弃尚未入库的对账单 */
  dropStatement(statement_id: string, call: Call = {}): Promise<StatementView> {
    return this.ask<StatementView>('POST', `/bank-statements/${encodeURIComponent(statement_id)}/dropping`, true, call)
  }

  /** 指明对账单各列，并逐行核对 */
  mapStatement(statement_id: string, body: MappingBody, call: Call = {}): Promise<StatementView> {
    return this.ask<StatementView>('PUT', `/bank-statements/${encodeURIComponent(statement_id)}/mapping`, true, call, body)
  }

  /** 对账单入库 */
  takeStatement(statement_id: string, body: TakingBody, call: Call = {}): Promise<StatementView> {
    return this.ask<StatementView>('POST', `/bank-statements/${encodeURIComponent(statement_id)}/taking`, true, call, body)
  }

  /** 基准利率的录入与复核记录，按起始日最新在前 */
  listRates(query: { tenor?: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"; state?: "" | "confirmed" | "draft" | "dropped"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<RateList> {
    return this.ask<RateList>('GET', `/benchmark-rates${queryOf(query)}`, false, call)
  }

  /** 录入人民银行公布的基准利率、起始日和依据，由第二人复核后生效 */
  proposeRate(body: RateBody, call: Call = {}): Promise<RateView> {
    return this.ask<RateView>('POST', `/benchmark-rates`, true, call, body)
  }

  /** 基准利率导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listRatesCsvAddress(query: { tenor?: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"; state?: "" | "confirmed" | "draft" | "dropped" } = {}): string {
    return this.address(`/benchmark-rates.csv${queryOf(query)}`)
  }

  /** 基准利率导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listRatesXlsxAddress(query: { tenor?: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"; state?: "" | "confirmed" | "draft" | "dropped" } = {}): string {
    return this.address(`/benchmark-rates.xlsx${queryOf(query)}`)
  }

  /** 一条基准利率及其复核后将改变的存期（已结息的存期不变） */
  rateDetail(rate_id: string, call: Call = {}): Promise<RateDetail> {
    return this.ask<RateDetail>('GET', `/benchmark-rates/${encodeURIComponent(rate_id)}`, false, call)
  }

  /** 第二人复核基准利率 */
  confirmBenchmarkRate(rate_id: string, call: Call = {}): Promise<RateView> {
    return this.ask<RateView>('POST', `/benchmark-rates/${encodeURIComponent(rate_id)}/confirmation`, true, call)
  }

  /** 基准利率不予采用，写明理由 */
  dropBenchmarkRate(rate_id: string, body: Dropping, call: Call = {}): Promise<RateView> {
    return this.ask<RateView>('POST', `/benchmark-rates/${encodeURIComponent(rate_id)}/dropping`, true, call, body)
  }

  /** 绑定材料 */
  listClaims(query: { state?: "" | "approved" | "open" | "refused" | "withdrawn"; community_id?: string; sort?: "" | "newest" | "oldest"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ClaimList> {
    return this.ask<ClaimList>('GET', `/binding-claims${queryOf(query)}`, false, call)
  }

  /** 提交材料申请绑定房屋，由工作人员审核 */
  claimHome(body: Claim, call: Call = {}): Promise<ClaimView> {
    return this.ask<ClaimView>('POST', `/binding-claims`, true, call, body)
  }

  /** 绑定材料导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listClaimsCsvAddress(query: { state?: "" | "approved" | "open" | "refused" | "withdrawn"; community_id?: string; sort?: "" | "newest" | "oldest" } = {}): string {
    return this.address(`/binding-claims.csv${queryOf(query)}`)
  }

  /** 绑定材料导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listClaimsXlsxAddress(query: { state?: "" | "approved" | "open" | "refused" | "withdrawn"; community_id?: string; sort?: "" | "newest" | "oldest" } = {}): string {
    return this.address(`/binding-claims.xlsx${queryOf(query)}`)
  }

  /** 撤回本人尚未审核的材料 */
  withdrawClaim(claim_id: string, call: Call = {}): Promise<void> {
    return this.ask<void>('DELETE', `/binding-claims/${encodeURIComponent(claim_id)}`, true, call)
  }

  /** 一份绑定材料及该房屋名册中的现有产权人（脱敏），供审核 */
  getClaim(claim_id: string, call: Call = {}): Promise<ClaimDetail> {
    return this.ask<ClaimDetail>('GET', `/binding-claims/${encodeURIComponent(claim_id)}`, false, call)
  }

  /** 审核绑定材料 */
  decideClaim(claim_id: string, body: ClaimDecision, call: Call = {}): Promise<ClaimView> {
    return this.ask<ClaimView>('POST', `/binding-claims/${encodeURIComponent(claim_id)}/decision`, true, call, body)
  }

  /** 查看申请人的姓名和证件号码，须写明理由，并留下记录 */
  unmaskClaim(claim_id: string, body: Reason, call: Call = {}): Promise<FullIdentity> {
    return this.ask<FullIdentity>('POST', `/binding-claims/${encodeURIComponent(claim_id)}/unmasking`, true, call, body)
  }

  /** 本人已绑定的房屋，最早绑定的在前 */
  listBindings(query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<BoundHomeList> {
    return this.ask<BoundHomeList>('GET', `/bindings${queryOf(query)}`, false, call)
  }

  /** 凭姓名、证件号码和房屋绑定 */
  bindHome(body: Identity, call: Call = {}): Promise<BoundHome> {
    return this.ask<BoundHome>('POST', `/bindings`, true, call, body)
  }

  /** 解除绑定 */
  leaveHome(binding_id: string, call: Call = {}): Promise<void> {
    return this.ask<void>('DELETE', `/bindings/${encodeURIComponent(binding_id)}`, true, call)
  }

  /** 一幢楼的房号，不显示业主 */
  listHomes(building_id: string, query: { q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<RoomLineList> {
    return this.ask<RoomLineList>('GET', `/buildings/${encodeURIComponent(building_id)}/homes${queryOf(query)}`, false, call)
  }

  /** 录入记账单位变更（按幢改按单元，或相反），待另一人复核后生效 */
  enterSwitch(building_id: string, body: SwitchEntry, call: Call = {}): Promise<SwitchView> {
    return this.ask<SwitchView>('POST', `/buildings/${encodeURIComponent(building_id)}/scope-switch`, true, call, body)
  }

  /** 一幢楼的记账单位变更历史 */
  switchesOfBuilding(building_id: string, query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<SwitchList> {
    return this.ask<SwitchList>('GET', `/buildings/${encodeURIComponent(building_id)}/scope-switches${queryOf(query)}`, false, call)
  }

  /** 某年的工作日安排是否已公布，以及中心录入的本地节假日和调休日 */
  listDays(query: { year: number }, call: Call = {}): Promise<YearView> {
    return this.ask<YearView>('GET', `/calendar/days${queryOf(query)}`, false, call)
  }

  /** 录入或更正一个工作日或休息日，须注明依据 */
  enterDay(body: NewDay, call: Call = {}): Promise<YearView> {
    return this.ask<YearView>('POST', `/calendar/days`, true, call, body)
  }

  /** 宣布某年的节假日安排已公布并全部录入 */
  publishYear(body: NewYear, call: Call = {}): Promise<YearView> {
    return this.ask<YearView>('POST', `/calendar/years`, true, call, body)
  }

  /** 可见办件列表，紧急的在先，再按发起时间从新到旧 */
  listCases(query: { state?: string; flow?: "" | "added" | "direct" | "household" | "independent" | "pooled"; scope_id?: string; community_id?: string; insurer_id?: string; from_on?: string; to_on?: string; mine?: boolean; q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<CaseList> {
    return this.ask<CaseList>('GET', `/cases${queryOf(query)}`, false, call)
  }

  /** 发起申请（统筹、维修资金、加装、独立产权、直接投保） */
  apply(body: Application, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases`, true, call, body)
  }

  /** 办件导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listCasesCsvAddress(query: { state?: string; flow?: "" | "added" | "direct" | "household" | "independent" | "pooled"; scope_id?: string; community_id?: string; insurer_id?: string; from_on?: string; to_on?: string; mine?: boolean; q?: string } = {}): string {
    return this.address(`/cases.csv${queryOf(query)}`)
  }

  /** 办件导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listCasesXlsxAddress(query: { state?: string; flow?: "" | "added" | "direct" | "household" | "independent" | "pooled"; scope_id?: string; community_id?: string; insurer_id?: string; from_on?: string; to_on?: string; mine?: boolean; q?: string } = {}): string {
    return this.address(`/cases.xlsx${queryOf(query)}`)
  }

  /** 办件详情 */
  getCase(case_id: string, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('GET', `/cases/${encodeURIComponent(case_id)}`, false, call)
  }

  /** 受理 */
  accept(case_id: string, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/acceptance`, true, call)
  }

  /** 保费归集清单 */
  getCollection(case_id: string, query: { state?: "" | "owing" | "paid"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<Collection> {
    return this.ask<Collection>('GET', `/cases/${encodeURIComponent(case_id)}/collection${queryOf(query)}`, false, call)
  }

  /** 导出保费归集清单 */
  collectionFileAddress(case_id: string): string {
    return this.address(`/cases/${encodeURIComponent(case_id)}/collection.xlsx`)
  }

  /** 四项申请条件的当前核对结果和历次留存的核对结果 */
  caseConditions(case_id: string, call: Call = {}): Promise<ConditionHistory> {
    return this.ask<ConditionHistory>('GET', `/cases/${encodeURIComponent(case_id)}/conditions`, false, call)
  }

  /** 登记已签订的保险服务合同 */
  signContract(case_id: string, body: ContractBody, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/contract`, true, call, body)
  }

  /** 提交补正材料 */
  correct(case_id: string, body: Correction, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/correction`, true, call, body)
  }

  /** 办件材料目录 */
  documents(case_id: string, query: { limit?: number; after?: string; count?: boolean } = {}, call: Call = {}): Promise<DocumentList> {
    return this.ask<DocumentList>('GET', `/cases/${encodeURIComponent(case_id)}/documents${queryOf(query)}`, false, call)
  }

  /** 标记为紧急（有人被困、存在危险），附现场照片或报告 */
  flag(case_id: string, body: Emergency, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/emergency`, true, call, body)
  }

  /** 取消紧急标记，写明理由 */
  unflag(case_id: string, body: CaseReason, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/emergency/lifting`, true, call, body)
  }

  /** 各单元张贴影像目录（含被退回的及理由） */
  evidence(case_id: string, query: { waiting?: boolean; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<EvidenceList> {
    return this.ask<EvidenceList>('GET', `/cases/${encodeURIComponent(case_id)}/evidence${queryOf(query)}`, false, call)
  }

  /** 张贴影像目录导出为 csv 文件，筛选条件与列表相同，不限行数 */
  evidenceCsvAddress(case_id: string, query: { waiting?: boolean } = {}): string {
    return this.address(`/cases/${encodeURIComponent(case_id)}/evidence.csv${queryOf(query)}`)
  }

  /** 张贴影像目录导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  evidenceXlsxAddress(case_id: string, query: { waiting?: boolean } = {}): string {
    return this.address(`/cases/${encodeURIComponent(case_id)}/evidence.xlsx${queryOf(query)}`)
  }

  /** 人工暂停办件，写明理由 */
  holdCase(case_id: string, body: CaseReason, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/hold`, true, call, body)
  }

  /** 解除人工暂停 */
  releaseCase(case_id: string, body: CaseReason, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/hold/release`, true, call, body)
  }

  /** 公示和各单元张贴情况 */
  lobbies(case_id: string, call: Call = {}): Promise<NoticeBoard> {
    return this.ask<NoticeBoard>('GET', `/cases/${encodeURIComponent(case_id)}/lobbies`, false, call)
  }

  /** 退回张贴影像（不是该单元、看不清、已被撕下等） */
  refuseLobby(case_id: string, unit_id: string, body: CaseReason, call: Call = {}): Promise<NoticeBoard> {
    return this.ask<NoticeBoard>('POST', `/cases/${encodeURIComponent(case_id)}/lobbies/${encodeURIComponent(unit_id)}/refusal`, true, call, body)
  }

  /** 发布公示 */
  publishNotice(case_id: string, call: Call = {}): Promise<NoticeBoard> {
    return this.ask<NoticeBoard>('POST', `/cases/${encodeURIComponent(case_id)}/notice`, true, call)
  }

  /** 办件的反对意见 */
  caseObjections(case_id: string, query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ObjectionList> {
    return this.ask<ObjectionList>('GET', `/cases/${encodeURIComponent(case_id)}/objections${queryOf(query)}`, false, call)
  }

  /** 提出书面反对意见 */
  fileObjection(case_id: string, body: WrittenObjection, call: Call = {}): Promise<ObjectionReceipt> {
    return this.ask<ObjectionReceipt>('POST', `/cases/${encodeURIComponent(case_id)}/objections`, true, call, body)
  }

  /** 录入纸质反对意见及收件时间和扫描件 */
  enterPaper(case_id: string, body: PaperObjection, call: Call = {}): Promise<ObjectionReceipt> {
    return this.ask<ObjectionReceipt>('POST', `/cases/${encodeURIComponent(case_id)}/paper-objections`, true, call, body)
  }

  /** 申请拨付保费 */
  requestPayout(case_id: string, body: PayoutBody, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/payout`, true, call, body)
  }

  /** 拨付复核 */
  approvePayout(case_id: string, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/payout/approval`, true, call)
  }

  /** 拨付制单 */
  preparePayout(case_id: string, body: Preparation, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/payout/preparation`, true, call, body)
  }

  /** 退回拨付材料，写明缺少什么 */
  returnPayout(case_id: string, body: CaseReason, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/payout/return`, true, call, body)
  }

  /** 提交查勘结果和保险方案 */
  filePlan(case_id: string, body: PlanBody, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/plan`, true, call, body)
  }

  /** 出具保险单，保险生效 */
  issuePolicy(case_id: string, body: PolicyBody, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/policy`, true, call, body)
  }

  /** 公示海报（PDF），每个单元一页 */
  posterPdfAddress(case_id: string, query: { unit_id?: string; size?: "A3" | "A4"; dpi?: number; page?: number } = {}): string {
    return this.address(`/cases/${encodeURIComponent(case_id)}/poster.pdf${queryOf(query)}`)
  }

  /** 一个单元的公示海报（PNG） */
  posterPngAddress(case_id: string, query: { unit_id?: string; size?: "A3" | "A4"; dpi?: number; page?: number } = {}): string {
    return this.address(`/cases/${encodeURIComponent(case_id)}/poster.png${queryOf(query)}`)
  }

  /** 办件的归集款记录，最新在前 */
  listReceipts(case_id: string, query: { state?: "" | "draft" | "dropped" | "posted" | "reversed"; home_id?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ReceiptList> {
    return this.ask<ReceiptList>('GET', `/cases/${encodeURIComponent(case_id)}/receipts${queryOf(query)}`, false, call)
  }

  /** 录入业主补缴或独立产权人缴存的保费（现金、转账），待另一人复核后入账 */
  enterReceipt(case_id: string, body: ReceiptBody, call: Call = {}): Promise<ReceiptView> {
    return this.ask<ReceiptView>('POST', `/cases/${encodeURIComponent(case_id)}/receipts`, true, call, body)
  }

  /** 归集款导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listReceiptsCsvAddress(case_id: string, query: { state?: "" | "draft" | "dropped" | "posted" | "reversed"; home_id?: string } = {}): string {
    return this.address(`/cases/${encodeURIComponent(case_id)}/receipts.csv${queryOf(query)}`)
  }

  /** 归集款导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listReceiptsXlsxAddress(case_id: string, query: { state?: "" | "draft" | "dropped" | "posted" | "reversed"; home_id?: string } = {}): string {
    return this.address(`/cases/${encodeURIComponent(case_id)}/receipts.xlsx${queryOf(query)}`)
  }

  /** 复核归集款并入账，可一次复核多笔 */
  confirmReceipts(case_id: string, body: Confirmation, call: Call = {}): Promise<Confirmed> {
    return this.ask<Confirmed>('POST', `/cases/${encodeURIComponent(case_id)}/receipts/confirmation`, true, call, body)
  }

  /** 导入银行代收文件（房屋编号、金额、日期、凭证号） */
  enterReceiptsFile(case_id: string, query: { custody_id: string }, filePath: string, call: Call = {}): Promise<ReceiptsEntered> {
    return this.ask<ReceiptsEntered>('POST', `/cases/${encodeURIComponent(case_id)}/receipts/file${queryOf(query)}`, true, call, undefined, filePath)
  }

  /** 复核一笔归集款并入账 */
  confirmReceipt(case_id: string, receipt_id: string, call: Call = {}): Promise<ReceiptView> {
    return this.ask<ReceiptView>('POST', `/cases/${encodeURIComponent(case_id)}/receipts/${encodeURIComponent(receipt_id)}/confirmation`, true, call)
  }

  /** 作废尚未复核的归集款录入，须写明理由 */
  dropReceipt(case_id: string, receipt_id: string, body: Dropping, call: Call = {}): Promise<ReceiptView> {
    return this.ask<ReceiptView>('POST', `/cases/${encodeURIComponent(case_id)}/receipts/${encodeURIComponent(receipt_id)}/dropping`, true, call, body)
  }

  /** 核对并登记直接投保的保险单，所列电梯即为已投保 */
  recordPolicy(case_id: string, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/recording`, true, call)
  }

  /** 办件的退款记录，最新在前 */
  listRefunds(case_id: string, query: { state?: "" | "draft" | "dropped" | "posted" | "reversed"; home_id?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<RefundList> {
    return this.ask<RefundList>('GET', `/cases/${encodeURIComponent(case_id)}/refunds${queryOf(query)}`, false, call)
  }

  /** 录入退款 */
  enterRefund(case_id: string, body: RefundBody, call: Call = {}): Promise<RefundView> {
    return this.ask<RefundView>('POST', `/cases/${encodeURIComponent(case_id)}/refunds`, true, call, body)
  }

  /** 退款导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listRefundsCsvAddress(case_id: string, query: { state?: "" | "draft" | "dropped" | "posted" | "reversed"; home_id?: string } = {}): string {
    return this.address(`/cases/${encodeURIComponent(case_id)}/refunds.csv${queryOf(query)}`)
  }

  /** 退款导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listRefundsXlsxAddress(case_id: string, query: { state?: "" | "draft" | "dropped" | "posted" | "reversed"; home_id?: string } = {}): string {
    return this.address(`/cases/${encodeURIComponent(case_id)}/refunds.xlsx${queryOf(query)}`)
  }

  /** 复核退款并支付入账 */
  confirmRefund(case_id: string, refund_id: string, call: Call = {}): Promise<RefundView> {
    return this.ask<RefundView>('POST', `/cases/${encodeURIComponent(case_id)}/refunds/${encodeURIComponent(refund_id)}/confirmation`, true, call)
  }

  /** 作废尚未复核的退款录入，须写明理由 */
  dropRefund(case_id: string, refund_id: string, body: Dropping, call: Call = {}): Promise<RefundView> {
    return this.ask<RefundView>('POST', `/cases/${encodeURIComponent(case_id)}/refunds/${encodeURIComponent(refund_id)}/dropping`, true, call, body)
  }

  /** 登记备案，取得备案编号 */
  register(case_id: string, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/registration`, true, call)
  }

  /** 不予办理，写明理由 */
  reject(case_id: string, body: CaseReason, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/rejection`, true, call, body)
  }

  /** 退回补正，写明缺少什么 */
  sendBack(case_id: string, body: CaseReason, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/return`, true, call, body)
  }

  /** 提交表决的分摊方案 */
  shareProposal(case_id: string, call: Call = {}): Promise<ProposalView> {
    return this.ask<ProposalView>('GET', `/cases/${encodeURIComponent(case_id)}/share-proposal`, false, call)
  }

  /** 提出各户分摊方案（按面积、按户或按约定），表决开始前可以修改 */
  proposeShares(case_id: string, body: Proposal, call: Call = {}): Promise<ProposalView> {
    return this.ask<ProposalView>('POST', `/cases/${encodeURIComponent(case_id)}/shares`, true, call, body)
  }

  /** 签名 */
  sign(case_id: string, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/signatures`, true, call)
  }

  /** 撤回本人签名（受理前） */
  unsign(case_id: string, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('DELETE', `/cases/${encodeURIComponent(case_id)}/signatures/mine`, true, call)
  }

  /** 开设或核对电梯保险专户，登记户名和退款账户 */
  openSpecial(case_id: string, body: Holder, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/special-account`, true, call, body)
  }

  /** 办理经过，由早到晚 */
  timeline(case_id: string, query: { limit?: number; after?: string; count?: boolean } = {}, call: Call = {}): Promise<TimelineList> {
    return this.ask<TimelineList>('GET', `/cases/${encodeURIComponent(case_id)}/timeline${queryOf(query)}`, false, call)
  }

  /** 表决前核对 */
  checkVote(case_id: string, query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<VoteCheck> {
    return this.ask<VoteCheck>('GET', `/cases/${encodeURIComponent(case_id)}/vote-check${queryOf(query)}`, false, call)
  }

  /** 办件的历次表决，从新到旧 */
  votesOfCase(case_id: string, query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<VoteList> {
    return this.ask<VoteList>('GET', `/cases/${encodeURIComponent(case_id)}/votes${queryOf(query)}`, false, call)
  }

  /** 组织业主表决 */
  openVote(case_id: string, body: VoteOpening, call: Call = {}): Promise<VoteView> {
    return this.ask<VoteView>('POST', `/cases/${encodeURIComponent(case_id)}/votes`, true, call, body)
  }

  /** 撤回申请（登记备案前），预留的保费随即释放 */
  withdraw(case_id: string, body: CaseReason, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/withdrawal`, true, call, body)
  }

  /** 小区名单，可按名称、编号或地址查找 */
  listCommunities(query: { q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<CommunityLineList> {
    return this.ask<CommunityLineList>('GET', `/communities${queryOf(query)}`, false, call)
  }

  /** 一个小区的楼栋 */
  listBuildings(community_id: string, query: { q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<BuildingLineList> {
    return this.ask<BuildingLineList>('GET', `/communities/${encodeURIComponent(community_id)}/buildings${queryOf(query)}`, false, call)
  }

  /** 登记小区备案的议事规则对未表态业主的规定，附备案文本 */
  fileRules(community_id: string, body: FiledRules, call: Call = {}): Promise<ParameterChangeView> {
    return this.ask<ParameterChangeView>('POST', `/communities/${encodeURIComponent(community_id)}/filed-rules`, true, call, body)
  }

  /** 可订阅的消息模板和本人的订阅情况 */
  listConsents(call: Call = {}): Promise<ConsentList> {
    return this.ask<ConsentList>('GET', `/consents`, false, call)
  }

  /** 记录 wx.requestSubscribeMessage 的结果 */
  recordConsents(body: ConsentResults, call: Call = {}): Promise<ConsentList> {
    return this.ask<ConsentList>('POST', `/consents`, true, call, body)
  }

  /** 微信消息的发送情况和每次尝试的结果，不显示接收人 */
  listDeliveries(query: { state?: "" | "dead" | "leased" | "maybe" | "refused" | "sent" | "unconsented" | "waiting"; template?: string; case_id?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<DeliveryList> {
    return this.ask<DeliveryList>('GET', `/deliveries${queryOf(query)}`, false, call)
  }

  /** 微信消息发送情况导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listDeliveriesCsvAddress(query: { state?: "" | "dead" | "leased" | "maybe" | "refused" | "sent" | "unconsented" | "waiting"; template?: string; case_id?: string } = {}): string {
    return this.address(`/deliveries.csv${queryOf(query)}`)
  }

  /** 微信消息发送情况导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listDeliveriesXlsxAddress(query: { state?: "" | "dead" | "leased" | "maybe" | "refused" | "sent" | "unconsented" | "waiting"; template?: string; case_id?: string } = {}): string {
    return this.address(`/deliveries.xlsx${queryOf(query)}`)
  }

  /** 将已放弃的微信消息再发送一次 */
  retryDelivery(delivery_id: string, call: Call = {}): Promise<DeliveryView> {
    return this.ask<DeliveryView>('POST', `/deliveries/${encodeURIComponent(delivery_id)}/retry`, true, call)
  }

  /** 存款一览，按到期日 */
  listDeposits(query: { after?: string; limit?: number; count?: boolean; state?: string; bank?: string; q?: string; tenor?: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"; matures_before?: string; overdue?: boolean; sort?: "" | "maturity" | "newest" } = {}, call: Call = {}): Promise<DepositList> {
    return this.ask<DepositList>('GET', `/deposits${queryOf(query)}`, false, call)
  }

  /** 录入存款，可来自已定标的竞争性存放 */
  enterDeposit(body: DepositBody, call: Call = {}): Promise<DepositView> {
    return this.ask<DepositView>('POST', `/deposits`, true, call, body)
  }

  /** 存款导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listDepositsCsvAddress(query: { state?: string; bank?: string; q?: string; tenor?: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"; matures_before?: string; overdue?: boolean; sort?: "" | "maturity" | "newest" } = {}): string {
    return this.address(`/deposits.csv${queryOf(query)}`)
  }

  /** 存款导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listDepositsXlsxAddress(query: { state?: string; bank?: string; q?: string; tenor?: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"; matures_before?: string; overdue?: boolean; sort?: "" | "maturity" | "newest" } = {}): string {
    return this.address(`/deposits.xlsx${queryOf(query)}`)
  }

  /** 导入存款的接收进度 */
  takingOver(call: Call = {}): Promise<TakingOver> {
    return this.ask<TakingOver>('GET', `/deposits/taking-over`, false, call)
  }

  /** 提出接收全部导入的存款 */
  proposeTakingOver(call: Call = {}): Promise<TakingOver> {
    return this.ask<TakingOver>('POST', `/deposits/taking-over`, true, call)
  }

  /** 第二人复核接收 */
  confirmTakingOver(call: Call = {}): Promise<TakingOver> {
    return this.ask<TakingOver>('POST', `/deposits/taking-over/confirmation`, true, call)
  }

  /** 全部不予接收，写明理由 */
  dropTakingOver(body: Dropping, call: Call = {}): Promise<TakingOver> {
    return this.ask<TakingOver>('POST', `/deposits/taking-over/dropping`, true, call, body)
  }

  /** 一笔存款及其各存期，和截至某日的增值收益估算（不得动用） */
  depositDetail(deposit_id: string, query: { on?: string } = {}, call: Call = {}): Promise<DepositDetail> {
    return this.ask<DepositDetail>('GET', `/deposits/${encodeURIComponent(deposit_id)}${queryOf(query)}`, false, call)
  }

  /** 录入银行结息单（到期、提前支取、转存或活期结息），由第二人复核后入账 */
  enterAdvice(deposit_id: string, body: AdviceBody, call: Call = {}): Promise<SettlementView> {
    return this.ask<SettlementView>('POST', `/deposits/${encodeURIComponent(deposit_id)}/advices`, true, call, body)
  }

  /** 试算结息单 */
  previewAdvice(deposit_id: string, query: { credited_on?: string; interest_fen?: number; to_on?: string; part_fen?: number; renew?: boolean; renewed_rate_e4?: number; capitalise?: boolean; demand_rate_e4?: number } = {}, call: Call = {}): Promise<AdvicePreview> {
    return this.ask<AdvicePreview>('GET', `/deposits/${encodeURIComponent(deposit_id)}/advices/preview${queryOf(query)}`, false, call)
  }

  /** 第二人复核存款，本金自银行账户转入定期存款 */
  confirmDeposit(deposit_id: string, call: Call = {}): Promise<DepositView> {
    return this.ask<DepositView>('POST', `/deposits/${encodeURIComponent(deposit_id)}/confirmation`, true, call)
  }

  /** 作废尚未复核的存款录入，写明理由 */
  dropDeposit(deposit_id: string, body: Dropping, call: Call = {}): Promise<DepositView> {
    return this.ask<DepositView>('POST', `/deposits/${encodeURIComponent(deposit_id)}/dropping`, true, call, body)
  }

  /** 第二人复核接收一笔存款 */
  confirmDepositTakenOver(deposit_id: string, call: Call = {}): Promise<DepositView> {
    return this.ask<DepositView>('POST', `/deposits/${encodeURIComponent(deposit_id)}/taking-over/confirmation`, true, call)
  }

  /** 不予接收一笔存款，写明理由 */
  dropDepositTakenOver(deposit_id: string, body: Dropping, call: Call = {}): Promise<DepositView> {
    return this.ask<DepositView>('POST', `/deposits/${encodeURIComponent(deposit_id)}/taking-over/dropping`, true, call, body)
  }

  /** 待办事项 */
  desk(query: { whose?: "all" | "entered" | "mine"; kind?: string; community_id?: string; insurer_id?: string; overdue?: boolean; from_on?: string; to_on?: string; q?: string; sort?: "" | "newest" | "oldest"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<DeskList> {
    return this.ask<DeskList>('GET', `/desk${queryOf(query)}`, false, call)
  }

  /** 待办事项导出为 csv 文件，筛选条件与列表相同，不限行数 */
  deskCsvAddress(query: { whose?: "all" | "entered" | "mine"; kind?: string; community_id?: string; insurer_id?: string; overdue?: boolean; from_on?: string; to_on?: string; q?: string; sort?: "" | "newest" | "oldest" } = {}): string {
    return this.address(`/desk.csv${queryOf(query)}`)
  }

  /** 待办事项导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  deskXlsxAddress(query: { whose?: "all" | "entered" | "mine"; kind?: string; community_id?: string; insurer_id?: string; overdue?: boolean; from_on?: string; to_on?: string; q?: string; sort?: "" | "newest" | "oldest" } = {}): string {
    return this.address(`/desk.xlsx${queryOf(query)}`)
  }

  /** 各类待办的件数、超期件数和最早等待时间 */
  deskCounts(query: { whose?: "all" | "mine" } = {}, call: Call = {}): Promise<DeskCounts> {
    return this.ask<DeskCounts>('GET', `/desk/counts${queryOf(query)}`, false, call)
  }

  /** 一张张贴影像 */
  evidencePhotoAddress(evidence_id: string): string {
    return this.address(`/evidence/${encodeURIComponent(evidence_id)}/photo`)
  }

  /** 上传材料（照片或 PDF，不超过 10MB） */
  sendFile(filePath: string, call: Call = {}): Promise<FileView> {
    return this.ask<FileView>('POST', `/files`, true, call, undefined, filePath)
  }

  /** 下载材料 */
  getFileAddress(file_id: string): string {
    return this.address(`/files/${encodeURIComponent(file_id)}`)
  }

  /** 维修资金收支批次一览，最新在前 */
  listFunds(query: { kind?: FundKind; state?: "" | "draft" | "dropped" | "posted" | "reversed"; home_id?: string; from_on?: string; to_on?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<BatchList> {
    return this.ask<BatchList>('GET', `/fund-batches${queryOf(query)}`, false, call)
  }

  /** 逐户录入维修资金的首期交存、续筹、使用或退款，待另一人复核后入账 */
  enterFunds(body: FundEntry, call: Call = {}): Promise<BatchView> {
    return this.ask<BatchView>('POST', `/fund-batches`, true, call, body)
  }

  /** 维修资金收支导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listFundsCsvAddress(query: { kind?: FundKind; state?: "" | "draft" | "dropped" | "posted" | "reversed"; home_id?: string; from_on?: string; to_on?: string } = {}): string {
    return this.address(`/fund-batches.csv${queryOf(query)}`)
  }

  /** 维修资金收支导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listFundsXlsxAddress(query: { kind?: FundKind; state?: "" | "draft" | "dropped" | "posted" | "reversed"; home_id?: string; from_on?: string; to_on?: string } = {}): string {
    return this.address(`/fund-batches.xlsx${queryOf(query)}`)
  }

  /** 导入维修资金收支表（房屋编号、金额、日期、凭证号） */
  enterFundsFile(query: { kind: FundKind; custody_id: string; from_suspense?: boolean }, filePath: string, call: Call = {}): Promise<Entered> {
    return this.ask<Entered>('POST', `/fund-batches/file${queryOf(query)}`, true, call, undefined, filePath)
  }

  /** 按面积将一笔使用分摊到楼栋或单元的各户 */
  splitUse(body: SplitUse, call: Call = {}): Promise<BatchView> {
    return this.ask<BatchView>('POST', `/fund-batches/split`, true, call, body)
  }

  /** 一批维修资金收支 */
  getFunds(batch_id: string, call: Call = {}): Promise<BatchView> {
    return this.ask<BatchView>('GET', `/fund-batches/${encodeURIComponent(batch_id)}`, false, call)
  }

  /** 复核维修资金收支 */
  confirmFundBatch(batch_id: string, call: Call = {}): Promise<BatchView> {
    return this.ask<BatchView>('POST', `/fund-batches/${encodeURIComponent(batch_id)}/confirmation`, true, call)
  }

  /** 作废尚未复核的维修资金收支录入，须写明理由 */
  dropFundBatch(batch_id: string, body: Dropping, call: Call = {}): Promise<BatchView> {
    return this.ask<BatchView>('POST', `/fund-batches/${encodeURIComponent(batch_id)}/dropping`, true, call, body)
  }

  /** 一批中的各户 */
  linesOfFunds(batch_id: string, query: { owing?: boolean; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<BatchLineList> {
    return this.ask<BatchLineList>('GET', `/fund-batches/${encodeURIComponent(batch_id)}/lines${queryOf(query)}`, false, call)
  }

  /** 维修资金收支明细导出为 csv 文件，筛选条件与列表相同，不限行数 */
  linesOfFundsCsvAddress(batch_id: string, query: { owing?: boolean } = {}): string {
    return this.address(`/fund-batches/${encodeURIComponent(batch_id)}/lines.csv${queryOf(query)}`)
  }

  /** 维修资金收支明细导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  linesOfFundsXlsxAddress(batch_id: string, query: { owing?: boolean } = {}): string {
    return this.address(`/fund-batches/${encodeURIComponent(batch_id)}/lines.xlsx${queryOf(query)}`)
  }

  /** 续筹提醒 */
  listWarnings(query: { community_id?: string; scope_id?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<WarningList> {
    return this.ask<WarningList>('GET', `/fund-warnings${queryOf(query)}`, false, call)
  }

  /** 续筹提醒导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listWarningsCsvAddress(query: { community_id?: string; scope_id?: string } = {}): string {
    return this.address(`/fund-warnings.csv${queryOf(query)}`)
  }

  /** 续筹提醒导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listWarningsXlsxAddress(query: { community_id?: string; scope_id?: string } = {}): string {
    return this.address(`/fund-warnings.xlsx${queryOf(query)}`)
  }

  /** 维修资金分户账 */
  fundOfHome(home_id: string, call: Call = {}): Promise<HomeFund> {
    return this.ask<HomeFund>('GET', `/homes/${encodeURIComponent(home_id)}/fund`, false, call)
  }

  /** 分户账明细 */
  statementOfHome(home_id: string, query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<FundStatement> {
    return this.ask<FundStatement>('GET', `/homes/${encodeURIComponent(home_id)}/fund/statement${queryOf(query)}`, false, call)
  }

  /** 可打印的分户账对账单（PDF） */
  statementPdfAddress(home_id: string): string {
    return this.address(`/homes/${encodeURIComponent(home_id)}/fund/statement.pdf`)
  }

  /** 导出分户账明细（表格中没有公式） */
  statementSheetAddress(home_id: string): string {
    return this.address(`/homes/${encodeURIComponent(home_id)}/fund/statement.xlsx`)
  }

  /** 某年度分配到本户的法定利息及其计算过程 */
  explainInterest(home_id: string, year: string, call: Call = {}): Promise<InterestExplained> {
    return this.ask<InterestExplained>('GET', `/homes/${encodeURIComponent(home_id)}/interest/${encodeURIComponent(year)}`, false, call)
  }

  /** 录入全体共有人签名推举的代表，待第二人核对后生效 */
  nameRepresentative(home_id: string, body: Naming, call: Call = {}): Promise<RepresentativeView> {
    return this.ask<RepresentativeView>('POST', `/homes/${encodeURIComponent(home_id)}/representative`, true, call, body)
  }

  /** 名册导入一览，最新在前 */
  listImports(query: { after?: string; limit?: number; count?: boolean; state?: "" | "applied" | "applying" | "checking" | "dropped" | "failed" | "faulty" | "ready"; q?: string } = {}, call: Call = {}): Promise<ImportList> {
    return this.ask<ImportList>('GET', `/imports${queryOf(query)}`, false, call)
  }

  /** 上传名册（xlsx、csv 或 csv 的 zip 包） */
  uploadRoll(filePath: string, call: Call = {}): Promise<ImportView> {
    return this.ask<ImportView>('POST', `/imports`, true, call, undefined, filePath)
  }

  /** 名册导入导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listImportsCsvAddress(query: { state?: "" | "applied" | "applying" | "checking" | "dropped" | "failed" | "faulty" | "ready"; q?: string } = {}): string {
    return this.address(`/imports.csv${queryOf(query)}`)
  }

  /** 名册导入导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listImportsXlsxAddress(query: { state?: "" | "applied" | "applying" | "checking" | "dropped" | "failed" | "faulty" | "ready"; q?: string } = {}): string {
    return this.address(`/imports.xlsx${queryOf(query)}`)
  }

  /** 某次导入的状态与进度 */
  seeImport(import_id: string, call: Call = {}): Promise<ImportView> {
    return this.ask<ImportView>('GET', `/imports/${encodeURIComponent(import_id)}`, false, call)
  }

  /** 某次导入更改了什么 */
  importChanges(import_id: string, query: { after?: string; limit?: number; count?: boolean; table?: string } = {}, call: Call = {}): Promise<RollChangeList> {
    return this.ask<RollChangeList>('GET', `/imports/${encodeURIComponent(import_id)}/changes${queryOf(query)}`, false, call)
  }

  /** 名册变更导出为 csv 文件，筛选条件与列表相同，不限行数 */
  importChangesCsvAddress(import_id: string, query: { table?: string } = {}): string {
    return this.address(`/imports/${encodeURIComponent(import_id)}/changes.csv${queryOf(query)}`)
  }

  /** 名册变更导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  importChangesXlsxAddress(import_id: string, query: { table?: string } = {}): string {
    return this.address(`/imports/${encodeURIComponent(import_id)}/changes.xlsx${queryOf(query)}`)
  }

  /** 复核导入 */
  confirmImport(import_id: string, call: Call = {}): Promise<ImportView> {
    return this.ask<ImportView>('POST', `/imports/${encodeURIComponent(import_id)}/confirmation`, true, call)
  }

  /** 放弃导入并说明原因 */
  dropImport(import_id: string, body: Dropping, call: Call = {}): Promise<ImportView> {
    return this.ask<ImportView>('POST', `/imports/${encodeURIComponent(import_id)}/dropping`, true, call, body)
  }

  /** 逐行错误 */
  importErrors(import_id: string, query: { after?: string; limit?: number; count?: boolean; sheet?: string } = {}, call: Call = {}): Promise<ImportFaultList> {
    return this.ask<ImportFaultList>('GET', `/imports/${encodeURIComponent(import_id)}/errors${queryOf(query)}`, false, call)
  }

  /** 导入错误导出为 csv 文件，筛选条件与列表相同，不限行数 */
  importErrorsCsvAddress(import_id: string, query: { sheet?: string } = {}): string {
    return this.address(`/imports/${encodeURIComponent(import_id)}/errors.csv${queryOf(query)}`)
  }

  /** 导入错误导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  importErrorsXlsxAddress(import_id: string, query: { sheet?: string } = {}): string {
    return this.address(`/imports/${encodeURIComponent(import_id)}/errors.xlsx${queryOf(query)}`)
  }

  /** 未能完成的导入再试 */
  retryImport(import_id: string, call: Call = {}): Promise<ImportView> {
    return this.ask<ImportView>('POST', `/imports/${encodeURIComponent(import_id)}/retry`, true, call)
  }

  /** 我的消息，从新到旧 */
  listInbox(query: { unread?: boolean; case_id?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<MessageList> {
    return this.ask<MessageList>('GET', `/inbox${queryOf(query)}`, false, call)
  }

  /** 未读消息数 */
  countInbox(call: Call = {}): Promise<Unread> {
    return this.ask<Unread>('GET', `/inbox/count`, false, call)
  }

  /** 全部标为已读 */
  readAll(call: Call = {}): Promise<Unread> {
    return this.ask<Unread>('POST', `/inbox/read-all`, true, call)
  }

  /** 标为已读 */
  readMessage(message_id: string, call: Call = {}): Promise<Unread> {
    return this.ask<Unread>('POST', `/inbox/${encodeURIComponent(message_id)}/read`, true, call)
  }

  /** 入围保险机构名单 */
  listInsurers(query: { available?: boolean; q?: string; sort?: "" | "code" | "ending"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<InsurerList> {
    return this.ask<InsurerList>('GET', `/insurers${queryOf(query)}`, false, call)
  }

  /** 登记入围保险机构、入围期限和收款账户 */
  admitInsurer(body: NewInsurer, call: Call = {}): Promise<InsurerView> {
    return this.ask<InsurerView>('POST', `/insurers`, true, call, body)
  }

  /** 入围保险机构导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listInsurersCsvAddress(query: { available?: boolean; q?: string; sort?: "" | "code" | "ending" } = {}): string {
    return this.address(`/insurers.csv${queryOf(query)}`)
  }

  /** 入围保险机构导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listInsurersXlsxAddress(query: { available?: boolean; q?: string; sort?: "" | "code" | "ending" } = {}): string {
    return this.address(`/insurers.xlsx${queryOf(query)}`)
  }

  /** 暂停或恢复保险机构的入围资格 */
  suspendInsurer(insurer_id: string, body: Suspension, call: Call = {}): Promise<InsurerView> {
    return this.ask<InsurerView>('POST', `/insurers/${encodeURIComponent(insurer_id)}/suspension`, true, call, body)
  }

  /** 账户一览，按编号 */
  bookAccounts(query: { kind?: AccountKind; q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<BookAccountList> {
    return this.ask<BookAccountList>('GET', `/ledger/accounts${queryOf(query)}`, false, call)
  }

  /** 账户一览导出为 csv 文件，筛选条件与列表相同，不限行数 */
  bookAccountsCsvAddress(query: { kind?: AccountKind; q?: string } = {}): string {
    return this.address(`/ledger/accounts.csv${queryOf(query)}`)
  }

  /** 账户一览导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  bookAccountsXlsxAddress(query: { kind?: AccountKind; q?: string } = {}): string {
    return this.address(`/ledger/accounts.xlsx${queryOf(query)}`)
  }

  /** 某账户收支明细，最新在前 */
  statementOfAccount(account_id: string, query: { from_on?: string; to_on?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<StatementLineList> {
    return this.ask<StatementLineList>('GET', `/ledger/accounts/${encodeURIComponent(account_id)}/statement${queryOf(query)}`, false, call)
  }

  /** 账户收支明细导出为 csv 文件，筛选条件与列表相同，不限行数 */
  statementOfAccountCsvAddress(account_id: string, query: { from_on?: string; to_on?: string } = {}): string {
    return this.address(`/ledger/accounts/${encodeURIComponent(account_id)}/statement.csv${queryOf(query)}`)
  }

  /** 账户收支明细导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  statementOfAccountXlsxAddress(account_id: string, query: { from_on?: string; to_on?: string } = {}): string {
    return this.address(`/ledger/accounts/${encodeURIComponent(account_id)}/statement.xlsx${queryOf(query)}`)
  }

  /** 凭证列表 */
  listJournals(query: { kind?: JournalKind; account_id?: string; from_on?: string; to_on?: string; q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<JournalList> {
    return this.ask<JournalList>('GET', `/ledger/journals${queryOf(query)}`, false, call)
  }

  /** 凭证列表导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listJournalsCsvAddress(query: { kind?: JournalKind; account_id?: string; from_on?: string; to_on?: string; q?: string } = {}): string {
    return this.address(`/ledger/journals.csv${queryOf(query)}`)
  }

  /** 凭证列表导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listJournalsXlsxAddress(query: { kind?: JournalKind; account_id?: string; from_on?: string; to_on?: string; q?: string } = {}): string {
    return this.address(`/ledger/journals.xlsx${queryOf(query)}`)
  }

  /** 一笔凭证的借贷双方 */
  seeJournal(journal_id: string, query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<JournalView> {
    return this.ask<JournalView>('GET', `/ledger/journals/${encodeURIComponent(journal_id)}${queryOf(query)}`, false, call)
  }

  /** 试算平衡 */
  trialBalance(query: { effective_on?: string; recorded_at?: string } = {}, call: Call = {}): Promise<TrialBalance> {
    return this.ask<TrialBalance>('GET', `/ledger/trial-balance${queryOf(query)}`, false, call)
  }

  /** 导出试算平衡表 */
  trialBalanceFileAddress(query: { effective_on?: string; recorded_at?: string } = {}): string {
    return this.address(`/ledger/trial-balance.xlsx${queryOf(query)}`)
  }

  /** 手工凭证列表，最后录入的在前 */
  listVouchers(query: { state?: "" | "draft" | "dropped" | "posted"; kind?: VoucherKind; from_on?: string; to_on?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<VoucherList> {
    return this.ask<VoucherList>('GET', `/ledger/vouchers${queryOf(query)}`, false, call)
  }

  /** 手工凭证导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listVouchersCsvAddress(query: { state?: "" | "draft" | "dropped" | "posted"; kind?: VoucherKind; from_on?: string; to_on?: string } = {}): string {
    return this.address(`/ledger/vouchers.csv${queryOf(query)}`)
  }

  /** 手工凭证导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listVouchersXlsxAddress(query: { state?: "" | "draft" | "dropped" | "posted"; kind?: VoucherKind; from_on?: string; to_on?: string } = {}): string {
    return this.address(`/ledger/vouchers.xlsx${queryOf(query)}`)
  }

  /** 申请冲销一笔分录并说明原因，待另一人复核后入账 */
  enterReversal(body: NewReversal, call: Call = {}): Promise<VoucherView> {
    return this.ask<VoucherView>('POST', `/ledger/vouchers/reversals`, true, call, body)
  }

  /** 录入暂时无法辨明的收款或付款，或将其退回、收回，待另一人复核后入账 */
  enterSuspense(body: NewUnnamed, call: Call = {}): Promise<VoucherView> {
    return this.ask<VoucherView>('POST', `/ledger/vouchers/suspense`, true, call, body)
  }

  /** 录入银行账户间的转账，待另一人复核后入账 */
  enterTransfer(body: NewTransfer, call: Call = {}): Promise<VoucherView> {
    return this.ask<VoucherView>('POST', `/ledger/vouchers/transfers`, true, call, body)
  }

  /** 一张手工凭证的借贷双方 */
  seeVoucher(voucher_id: string, call: Call = {}): Promise<VoucherView> {
    return this.ask<VoucherView>('GET', `/ledger/vouchers/${encodeURIComponent(voucher_id)}`, false, call)
  }

  /** 复核凭证并入账 */
  confirmVoucher(voucher_id: string, call: Call = {}): Promise<VoucherView> {
    return this.ask<VoucherView>('POST', `/ledger/vouchers/${encodeURIComponent(voucher_id)}/confirmation`, true, call)
  }

  /** 作废未复核的凭证，账目不变 */
  dropVoucher(voucher_id: string, body: Dropping, call: Call = {}): Promise<VoucherView> {
    return this.ask<VoucherView>('POST', `/ledger/vouchers/${encodeURIComponent(voucher_id)}/dropping`, true, call, body)
  }

  /** 年度收支总表 */
  yearSummary(year: string, call: Call = {}): Promise<YearSummary> {
    return this.ask<YearSummary>('GET', `/ledger/years/${encodeURIComponent(year)}`, false, call)
  }

  /** 导出年度收支总表（表格中没有公式） */
  yearSummaryFileAddress(year: string): string {
    return this.address(`/ledger/years/${encodeURIComponent(year)}/summary.xlsx`)
  }

  /** 扫张贴码所见 */
  lobbyTask(token: string, call: Call = {}): Promise<LobbyTask> {
    return this.ask<LobbyTask>('GET', `/lobbies/${encodeURIComponent(token)}`, false, call)
  }

  /** 上传张贴影像 */
  postEvidence(token: string, filePath: string, call: Call = {}): Promise<EvidenceTaken> {
    return this.ask<EvidenceTaken>('POST', `/lobbies/${encodeURIComponent(token)}/evidence`, true, call, undefined, filePath)
  }

  /** 审计查询 */
  logEvents(query: { subject_id?: string; kind?: string; actor_id?: string; from_at?: string; to_at?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<LogEntryList> {
    return this.ask<LogEntryList>('GET', `/log/events${queryOf(query)}`, false, call)
  }

  /** 审计记录导出为 csv 文件，筛选条件与列表相同，不限行数 */
  logEventsCsvAddress(query: { subject_id?: string; kind?: string; actor_id?: string; from_at?: string; to_at?: string } = {}): string {
    return this.address(`/log/events.csv${queryOf(query)}`)
  }

  /** 审计记录导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  logEventsXlsxAddress(query: { subject_id?: string; kind?: string; actor_id?: string; from_at?: string; to_at?: string } = {}): string {
    return this.address(`/log/events.xlsx${queryOf(query)}`)
  }

  /** 用 wx.login 的 code 登录 */
  login(body: Login, call: Call = {}): Promise<LoggedIn> {
    return this.ask<LoggedIn>('POST', `/login`, true, call, body)
  }

  /** 换发登录令牌，旧令牌立即作废 */
  refreshLogin(call: Call = {}): Promise<Token> {
    return this.ask<Token>('POST', `/login/refresh`, true, call)
  }

  /** 退出登录，令牌立即作废 */
  logout(call: Call = {}): Promise<void> {
    return this.ask<void>('POST', `/logout`, true, call)
  }

  /** 本人的身份、房屋、授权和未读消息数 */
  me(call: Call = {}): Promise<Me> {
    return this.ask<Me>('GET', `/me`, false, call)
  }

  /** 本人提出的全部反对意见及办理结果 */
  myObjections(query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ObjectionList> {
    return this.ask<ObjectionList>('GET', `/me/objections${queryOf(query)}`, false, call)
  }

  /** 保存微信核验的手机号 */
  setPhone(body: PhoneCode, call: Call = {}): Promise<PhoneView> {
    return this.ask<PhoneView>('POST', `/me/phone`, true, call, body)
  }

  /** 反对意见办理队列 */
  objectionQueue(query: { state?: "" | "answered" | "dismissed" | "draft" | "dropped" | "open" | "recorded" | "settled" | "superseded" | "upheld" | "withdrawn"; case_id?: string; community_id?: string; channel?: "" | "app" | "paper"; text_checked?: "" | "exempt" | "pass" | "review" | "risky" | "waiting"; hidden?: boolean; overdue?: boolean; from_on?: string; to_on?: string; q?: string; sort?: "" | "newest" | "urgent"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ObjectionList> {
    return this.ask<ObjectionList>('GET', `/objections${queryOf(query)}`, false, call)
  }

  /** 反对意见导出为 csv 文件，筛选条件与列表相同，不限行数 */
  objectionQueueCsvAddress(query: { state?: "" | "answered" | "dismissed" | "draft" | "dropped" | "open" | "recorded" | "settled" | "superseded" | "upheld" | "withdrawn"; case_id?: string; community_id?: string; channel?: "" | "app" | "paper"; text_checked?: "" | "exempt" | "pass" | "review" | "risky" | "waiting"; hidden?: boolean; overdue?: boolean; from_on?: string; to_on?: string; q?: string; sort?: "" | "newest" | "urgent" } = {}): string {
    return this.address(`/objections.csv${queryOf(query)}`)
  }

  /** 反对意见导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  objectionQueueXlsxAddress(query: { state?: "" | "answered" | "dismissed" | "draft" | "dropped" | "open" | "recorded" | "settled" | "superseded" | "upheld" | "withdrawn"; case_id?: string; community_id?: string; channel?: "" | "app" | "paper"; text_checked?: "" | "exempt" | "pass" | "review" | "risky" | "waiting"; hidden?: boolean; overdue?: boolean; from_on?: string; to_on?: string; q?: string; sort?: "" | "newest" | "urgent" } = {}): string {
    return this.address(`/objections.xlsx${queryOf(query)}`)
  }

  /** 一份反对意见及其办理结果，仅提出人和中心可见 */
  getObjection(objection_id: string, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('GET', `/objections/${encodeURIComponent(objection_id)}`, false, call)
  }

  /** 答复逾期的反对意见，办件状态不变 */
  answerObjection(objection_id: string, body: AnswerText, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('POST', `/objections/${encodeURIComponent(objection_id)}/answer`, true, call, body)
  }

  /** 认定反对意见不成立，理由告知反对人 */
  dismissObjection(objection_id: string, body: Reasons, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('POST', `/objections/${encodeURIComponent(objection_id)}/dismissal`, true, call, body)
  }

  /** 对不成立的认定申请复核一次，由另一名复核人办理 */
  askReview(objection_id: string, body: ReviewRequest, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('POST', `/objections/${encodeURIComponent(objection_id)}/review`, true, call, body)
  }

  /** 登记协商一致，须附双方签字的记录 */
  settleObjection(objection_id: string, body: SettlementRecord, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('POST', `/objections/${encodeURIComponent(objection_id)}/settlement`, true, call, body)
  }

  /** 人工决定反对意见文字是否公开 */
  judgeObjectionText(objection_id: string, body: TextDecision, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('POST', `/objections/${encodeURIComponent(objection_id)}/text`, true, call, body)
  }

  /** 查看反对人的姓名和电话，须写明理由，并留下记录 */
  unmaskObjector(objection_id: string, body: Reasons, call: Call = {}): Promise<Objector> {
    return this.ask<Objector>('POST', `/objections/${encodeURIComponent(objection_id)}/unmasking`, true, call, body)
  }

  /** 认定反对意见成立 */
  upholdObjection(objection_id: string, body: Upholding, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('POST', `/objections/${encodeURIComponent(objection_id)}/upholding`, true, call, body)
  }

  /** 撤回本人的反对意见 */
  withdrawObjection(objection_id: string, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('POST', `/objections/${encodeURIComponent(objection_id)}/withdrawal`, true, call)
  }

  /** 待第二人核对的纸质反对意见 */
  paperQueue(query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ObjectionList> {
    return this.ask<ObjectionList>('GET', `/paper-objections${queryOf(query)}`, false, call)
  }

  /** 第二人核对纸质反对意见属实，此后与线上意见同样办理 */
  confirmPaper(objection_id: string, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('POST', `/paper-objections/${encodeURIComponent(objection_id)}/confirmation`, true, call)
  }

  /** 第二人核对不属实或录入有误，写明理由作废 */
  dropPaper(objection_id: string, body: Reasons, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('POST', `/paper-objections/${encodeURIComponent(objection_id)}/dropping`, true, call, body)
  }

  /** 登记纸质反对意见的书面撤回，须附反对人签字的撤回书 */
  withdrawPaperObjection(objection_id: string, body: SettlementRecord, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('POST', `/paper-objections/${encodeURIComponent(objection_id)}/withdrawal`, true, call, body)
  }

  /** 参数改动的录入和复核记录，最新在前 */
  listParameterChanges(query: { state?: "" | "confirmed" | "draft" | "dropped"; community_id?: string; name?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ParameterChangeList> {
    return this.ask<ParameterChangeList>('GET', `/parameter-changes${queryOf(query)}`, false, call)
  }

  /** 录入全市政策参数的改动和依据文件，由复核员复核后生效，只用于此后受理的办件 */
  proposeParameters(body: ParameterChanging, call: Call = {}): Promise<ParameterChangeView> {
    return this.ask<ParameterChangeView>('POST', `/parameter-changes`, true, call, body)
  }

  /** 政策参数改动导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listParameterChangesCsvAddress(query: { state?: "" | "confirmed" | "draft" | "dropped"; community_id?: string; name?: string } = {}): string {
    return this.address(`/parameter-changes.csv${queryOf(query)}`)
  }

  /** 政策参数改动导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listParameterChangesXlsxAddress(query: { state?: "" | "confirmed" | "draft" | "dropped"; community_id?: string; name?: string } = {}): string {
    return this.address(`/parameter-changes.xlsx${queryOf(query)}`)
  }

  /** 一次参数改动 */
  parameterChange(change_id: string, call: Call = {}): Promise<ParameterChangeDetail> {
    return this.ask<ParameterChangeDetail>('GET', `/parameter-changes/${encodeURIComponent(change_id)}`, false, call)
  }

  /** 复核参数改动，即时生效为新的一版 */
  confirmParameters(change_id: string, call: Call = {}): Promise<ParameterChangeView> {
    return this.ask<ParameterChangeView>('POST', `/parameter-changes/${encodeURIComponent(change_id)}/confirmation`, true, call)
  }

  /** 复核不符，写明理由退回 */
  dropParameters(change_id: string, body: Dropping, call: Call = {}): Promise<ParameterChangeView> {
    return this.ask<ParameterChangeView>('POST', `/parameter-changes/${encodeURIComponent(change_id)}/dropping`, true, call, body)
  }

  /** 截止之前撤回银行报价 */
  withdrawOffer(offer_id: string, call: Call = {}): Promise<OfferView> {
    return this.ask<OfferView>('POST', `/placement-offers/${encodeURIComponent(offer_id)}/withdrawal`, true, call)
  }

  /** 竞争性存放一览，最新在前 */
  listRounds(query: { after?: string; limit?: number; count?: boolean; state?: "" | "awarded" | "cancelled" | "open" | "proposed"; tenor?: "1y" | "2y" | "3m" | "3y" | "6m" } = {}, call: Call = {}): Promise<RoundList> {
    return this.ask<RoundList>('GET', `/placement-rounds${queryOf(query)}`, false, call)
  }

  /** 公告竞争性存放 */
  announceRound(body: RoundBody, call: Call = {}): Promise<RoundView> {
    return this.ask<RoundView>('POST', `/placement-rounds`, true, call, body)
  }

  /** 竞争性存放导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listRoundsCsvAddress(query: { state?: "" | "awarded" | "cancelled" | "open" | "proposed"; tenor?: "1y" | "2y" | "3m" | "3y" | "6m" } = {}): string {
    return this.address(`/placement-rounds.csv${queryOf(query)}`)
  }

  /** 竞争性存放导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listRoundsXlsxAddress(query: { state?: "" | "awarded" | "cancelled" | "open" | "proposed"; tenor?: "1y" | "2y" | "3m" | "3y" | "6m" } = {}): string {
    return this.address(`/placement-rounds.xlsx${queryOf(query)}`)
  }

  /** 一次竞争性存放及其报价 */
  roundDetail(round_id: string, call: Call = {}): Promise<RoundDetail> {
    return this.ask<RoundDetail>('GET', `/placement-rounds/${encodeURIComponent(round_id)}`, false, call)
  }

  /** 截止后提出定标意见 */
  proposeAward(round_id: string, body: Award, call: Call = {}): Promise<RoundDetail> {
    return this.ask<RoundDetail>('POST', `/placement-rounds/${encodeURIComponent(round_id)}/award`, true, call, body)
  }

  /** 取消尚未定标的竞争性存放，写明理由 */
  cancelRound(round_id: string, body: Reason, call: Call = {}): Promise<RoundDetail> {
    return this.ask<RoundDetail>('POST', `/placement-rounds/${encodeURIComponent(round_id)}/cancellation`, true, call, body)
  }

  /** 第二人复核定标意见 */
  decideAward(round_id: string, body: AwardDecision, call: Call = {}): Promise<RoundDetail> {
    return this.ask<RoundDetail>('POST', `/placement-rounds/${encodeURIComponent(round_id)}/decision`, true, call, body)
  }

  /** 登记银行报价 */
  recordOffer(round_id: string, body: OfferBody, call: Call = {}): Promise<OfferView> {
    return this.ask<OfferView>('POST', `/placement-rounds/${encodeURIComponent(round_id)}/offers`, true, call, body)
  }

  /** 第二人核对书面委托属实，受托人即可代为投票 */
  confirmProxy(proxy_id: string, call: Call = {}): Promise<ProxyView> {
    return this.ask<ProxyView>('POST', `/proxies/${encodeURIComponent(proxy_id)}/confirmation`, true, call)
  }

  /** 写明理由作废未核对的书面委托 */
  dropProxy(proxy_id: string, body: Dropping, call: Call = {}): Promise<ProxyView> {
    return this.ask<ProxyView>('POST', `/proxies/${encodeURIComponent(proxy_id)}/dropping`, true, call, body)
  }

  /** 委托人撤回、受托人辞去，或者工作人员写明理由终止委托 */
  endProxy(proxy_id: string, body: ProxyEnding, call: Call = {}): Promise<ProxyView> {
    return this.ask<ProxyView>('POST', `/proxies/${encodeURIComponent(proxy_id)}/ending`, true, call, body)
  }

  /** 已结账年度归集了哪些结息，无需登录 */
  publicDepositsOfYear(year: string, query: { after?: string; limit?: number; count?: boolean; q?: string } = {}, call: Call = {}): Promise<YearDepositList> {
    return this.ask<YearDepositList>('GET', `/public/accounting-years/${encodeURIComponent(year)}/deposits${queryOf(query)}`, false, call)
  }

  /** 某年度归集的公布数据，可用公布的脚本复算 */
  exportYearAddress(year: string): string {
    return this.address(`/public/accounting-years/${encodeURIComponent(year)}/export.zip`)
  }

  /** 基准利率表及其依据，按起始日最新在前 */
  publicRates(query: { tenor?: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<PublicRateList> {
    return this.ask<PublicRateList>('GET', `/public/benchmark-rates${queryOf(query)}`, false, call)
  }

  /** 一致性证明 */
  logConsistency(query: { old: number; new?: number }, call: Call = {}): Promise<ConsistencyProof> {
    return this.ask<ConsistencyProof>('GET', `/public/log/consistency${queryOf(query)}`, false, call)
  }

  /** 防篡改日志的最新树根 */
  logHead(call: Call = {}): Promise<Head> {
    return this.ask<Head>('GET', `/public/log/head`, false, call)
  }

  /** 历次公布的树根，最新在前 */
  logHeads(query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<HeadList> {
    return this.ask<HeadList>('GET', `/public/log/heads${queryOf(query)}`, false, call)
  }

  /** 包含证明 */
  logInclusion(event_id: string, query: { size?: number } = {}, call: Call = {}): Promise<InclusionProof> {
    return this.ask<InclusionProof>('GET', `/public/log/inclusion/${encodeURIComponent(event_id)}${queryOf(query)}`, false, call)
  }

  /** 公示列表，由新到旧，无需登录 */
  publicNotices(query: { q?: string; running?: boolean; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<PublicNoticeList> {
    return this.ask<PublicNoticeList>('GET', `/public/notices${queryOf(query)}`, false, call)
  }

  /** 公示全文和当前状态，无需登录 */
  publicNotice(token: string, call: Call = {}): Promise<PublicNoticeView> {
    return this.ask<PublicNoticeView>('GET', `/public/notices/${encodeURIComponent(token)}`, false, call)
  }

  /** 查验纸质公示 */
  checkPaper(code: string, call: Call = {}): Promise<PaperCheck> {
    return this.ask<PaperCheck>('GET', `/public/papers/${encodeURIComponent(code)}`, false, call)
  }

  /** 现行政策参数及默认值 */
  publicParameters(query: { community_id?: string } = {}, call: Call = {}): Promise<ParameterTable> {
    return this.ask<ParameterTable>('GET', `/public/parameters${queryOf(query)}`, false, call)
  }

  /** 政策参数的历次版本、依据和改动，最新在前 */
  publicParameterVersions(query: { community_id?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ParameterVersionList> {
    return this.ask<ParameterVersionList>('GET', `/public/parameters/versions${queryOf(query)}`, false, call)
  }

  /** 已拨付的保费，由新到旧，合计与账簿一致，无需登录 */
  publicPayouts(query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<PublicPayoutList> {
    return this.ask<PublicPayoutList>('GET', `/public/payouts${queryOf(query)}`, false, call)
  }

  /** 已定标的竞争性存放 */
  publicRounds(query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<OpenRoundList> {
    return this.ask<OpenRoundList>('GET', `/public/placement-rounds${queryOf(query)}`, false, call)
  }

  /** 改革总体情况，无需登录 */
  publicProgramme(call: Call = {}): Promise<PublicProgramme> {
    return this.ask<PublicProgramme>('GET', `/public/programme`, false, call)
  }

  /** 已登记备案的办件，由新到旧，无需登录 */
  publicRegistrations(query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<RegistrationList> {
    return this.ask<RegistrationList>('GET', `/public/registrations${queryOf(query)}`, false, call)
  }

  /** 各楼栋单元统筹账户余额，无需登录 */
  publicScopes(query: { q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<PublicAccountList> {
    return this.ask<PublicAccountList>('GET', `/public/scopes${queryOf(query)}`, false, call)
  }

  /** 一个统筹账户的余额、资金来源、收支明细和相关公示，无需登录 */
  publicScope(scope_id: string, query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<PublicAccount> {
    return this.ask<PublicAccount>('GET', `/public/scopes/${encodeURIComponent(scope_id)}${queryOf(query)}`, false, call)
  }

  /** 某幢或单元的历次业主表决，从新到旧 */
  publicVotes(scope_id: string, query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<PublicVoteList> {
    return this.ask<PublicVoteList>('GET', `/public/scopes/${encodeURIComponent(scope_id)}/votes${queryOf(query)}`, false, call)
  }

  /** 业主表决 */
  publicVote(token: string, call: Call = {}): Promise<PublicVote> {
    return this.ask<PublicVote>('GET', `/public/votes/${encodeURIComponent(token)}`, false, call)
  }

  /** 计票记录（公开版），任何人可下载并用复算脚本重新计票 */
  publicRecordAddress(token: string): string {
    return this.address(`/public/votes/${encodeURIComponent(token)}/record.json`)
  }

  /** 各年度增值收益报告，最新年度在前，无需登录 */
  yearlyReports(query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ReportVersionList> {
    return this.ask<ReportVersionList>('GET', `/public/yearly-reports${queryOf(query)}`, false, call)
  }

  /** 某年度增值收益报告 */
  yearlyReport(year: string, query: { version?: number; q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<YearlyReport> {
    return this.ask<YearlyReport>('GET', `/public/yearly-reports/${encodeURIComponent(year)}${queryOf(query)}`, false, call)
  }

  /** 下载年度报告全文 */
  yearlyReportBodyAddress(year: string, query: { version?: number } = {}): string {
    return this.address(`/public/yearly-reports/${encodeURIComponent(year)}/report.json${queryOf(query)}`)
  }

  /** 下载年度报告的表格（没有公式） */
  yearlyReportFileAddress(year: string, query: { version?: number } = {}): string {
    return this.address(`/public/yearly-reports/${encodeURIComponent(year)}/report.xlsx${queryOf(query)}`)
  }

  /** 某月各银行账户的对账情况 */
  reconciliationsOfMonth(query: { month?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<MonthLineList> {
    return this.ask<MonthLineList>('GET', `/reconciliations${queryOf(query)}`, false, call)
  }

  /** 各账户对账情况导出为 csv 文件，筛选条件与列表相同，不限行数 */
  reconciliationsOfMonthCsvAddress(query: { month?: string } = {}): string {
    return this.address(`/reconciliations.csv${queryOf(query)}`)
  }

  /** 各账户对账情况导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  reconciliationsOfMonthXlsxAddress(query: { month?: string } = {}): string {
    return this.address(`/reconciliations.xlsx${queryOf(query)}`)
  }

  /** 某张余额调节表 */
  seeReconciliation(reconciliation_id: string, call: Call = {}): Promise<ReconciliationView> {
    return this.ask<ReconciliationView>('GET', `/reconciliations/${encodeURIComponent(reconciliation_id)}`, false, call)
  }

  /** 打印余额调节表（A4） */
  reconciliationPaperAddress(reconciliation_id: string): string {
    return this.address(`/reconciliations/${encodeURIComponent(reconciliation_id)}/certificate.pdf`)
  }

  /** 复核余额调节表 */
  confirmReconciliation(reconciliation_id: string, call: Call = {}): Promise<ReconciliationView> {
    return this.ask<ReconciliationView>('POST', `/reconciliations/${encodeURIComponent(reconciliation_id)}/confirmation`, true, call)
  }

  /** 作废待复核的余额调节表（保留记录），以便更正后另行编制 */
  dropReconciliation(reconciliation_id: string, body: Dropping, call: Call = {}): Promise<ReconciliationView> {
    return this.ask<ReconciliationView>('POST', `/reconciliations/${encodeURIComponent(reconciliation_id)}/dropping`, true, call, body)
  }

  /** 撤销已复核的余额调节表（保留记录），以便更正后另行编制 */
  revokeReconciliation(reconciliation_id: string, body: ReasonBody, call: Call = {}): Promise<ReconciliationView> {
    return this.ask<ReconciliationView>('POST', `/reconciliations/${encodeURIComponent(reconciliation_id)}/revocation`, true, call, body)
  }

  /** 查看退款的收款人和账号全称以便支付，须写明理由，并留下记录 */
  unmaskPayee(refund_id: string, body: UnmaskReason, call: Call = {}): Promise<Payee> {
    return this.ask<Payee>('POST', `/refunds/${encodeURIComponent(refund_id)}/unmasking`, true, call, body)
  }

  /** 共有人推举代表的登记，含待核对和已终止的 */
  listRepresentatives(query: { home_id?: string; state?: "" | "draft" | "ended" | "live"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<RepresentativeList> {
    return this.ask<RepresentativeList>('GET', `/representatives${queryOf(query)}`, false, call)
  }

  /** 共有人推举代表导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listRepresentativesCsvAddress(query: { home_id?: string; state?: "" | "draft" | "ended" | "live" } = {}): string {
    return this.address(`/representatives.csv${queryOf(query)}`)
  }

  /** 共有人推举代表导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listRepresentativesXlsxAddress(query: { home_id?: string; state?: "" | "draft" | "ended" | "live" } = {}): string {
    return this.address(`/representatives.xlsx${queryOf(query)}`)
  }

  /** 第二人核对推举材料属实，代表生效 */
  confirmRepresentative(representative_id: string, call: Call = {}): Promise<RepresentativeView> {
    return this.ask<RepresentativeView>('POST', `/representatives/${encodeURIComponent(representative_id)}/confirmation`, true, call)
  }

  /** 写明理由作废未核对的推举 */
  dropRepresentative(representative_id: string, body: Dropping, call: Call = {}): Promise<RepresentativeView> {
    return this.ask<RepresentativeView>('POST', `/representatives/${encodeURIComponent(representative_id)}/dropping`, true, call, body)
  }

  /** 任一共有人撤回推举，或者工作人员写明理由终止 */
  endRepresentative(representative_id: string, body: NamingEnding, call: Call = {}): Promise<RepresentativeView> {
    return this.ask<RepresentativeView>('POST', `/representatives/${encodeURIComponent(representative_id)}/ending`, true, call, body)
  }

  /** 记账单位变更一览，最新在前 */
  listSwitches(query: { state?: "" | "done" | "draft" | "dropped"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<SwitchList> {
    return this.ask<SwitchList>('GET', `/scope-switches${queryOf(query)}`, false, call)
  }

  /** 记账单位变更导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listSwitchesCsvAddress(query: { state?: "" | "done" | "draft" | "dropped" } = {}): string {
    return this.address(`/scope-switches.csv${queryOf(query)}`)
  }

  /** 记账单位变更导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listSwitchesXlsxAddress(query: { state?: "" | "done" | "draft" | "dropped" } = {}): string {
    return this.address(`/scope-switches.xlsx${queryOf(query)}`)
  }

  /** 复核记账单位变更 */
  confirmScopeSwitch(switch_id: string, call: Call = {}): Promise<SwitchView> {
    return this.ask<SwitchView>('POST', `/scope-switches/${encodeURIComponent(switch_id)}/confirmation`, true, call)
  }

  /** 作废尚未复核的记账单位变更，须写明理由 */
  dropScopeSwitch(switch_id: string, body: Dropping, call: Call = {}): Promise<SwitchView> {
    return this.ask<SwitchView>('POST', `/scope-switches/${encodeURIComponent(switch_id)}/dropping`, true, call, body)
  }

  /** 本人可查看的楼栋、单元及其统筹账户余额 */
  listScopes(query: { community_id?: string; q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ScopeLineList> {
    return this.ask<ScopeLineList>('GET', `/scopes${queryOf(query)}`, false, call)
  }

  /** 统筹账户余额导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listScopesCsvAddress(query: { community_id?: string; q?: string } = {}): string {
    return this.address(`/scopes.csv${queryOf(query)}`)
  }

  /** 统筹账户余额导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listScopesXlsxAddress(query: { community_id?: string; q?: string } = {}): string {
    return this.address(`/scopes.xlsx${queryOf(query)}`)
  }

  /** 统筹账户余额 */
  balanceOfScope(scope_id: string, call: Call = {}): Promise<BalanceView> {
    return this.ask<BalanceView>('GET', `/scopes/${encodeURIComponent(scope_id)}/balance`, false, call)
  }

  /** 服务于该楼栋（单元）的电梯 */
  scopeElevators(scope_id: string, call: Call = {}): Promise<ScopeElevators> {
    return this.ask<ScopeElevators>('GET', `/scopes/${encodeURIComponent(scope_id)}/elevators`, false, call)
  }

  /** 哪些办件冻结或支用了统筹账户的资金 */
  holdsOfScope(scope_id: string, query: { state?: "" | "captured" | "open" | "released"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<HoldLineList> {
    return this.ask<HoldLineList>('GET', `/scopes/${encodeURIComponent(scope_id)}/holds${queryOf(query)}`, false, call)
  }

  /** 统筹账户历年归集的增值收益，及未到期存款的预估（不可支用） */
  incomeOfScope(scope_id: string, query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ScopeIncome> {
    return this.ask<ScopeIncome>('GET', `/scopes/${encodeURIComponent(scope_id)}/income${queryOf(query)}`, false, call)
  }

  /** 某年度归集的逐笔说明 */
  explainIncome(scope_id: string, year: string, query: { after?: string; limit?: number; count?: boolean; q?: string } = {}, call: Call = {}): Promise<IncomeExplained> {
    return this.ask<IncomeExplained>('GET', `/scopes/${encodeURIComponent(scope_id)}/income/${encodeURIComponent(year)}${queryOf(query)}`, false, call)
  }

  /** 打印某年度增值收益的计算说明（A4） */
  incomePaperAddress(scope_id: string, year: string): string {
    return this.address(`/scopes/${encodeURIComponent(scope_id)}/income/${encodeURIComponent(year)}/explanation.pdf`)
  }

  /** 统筹账户收支明细，最新在前，每笔附当时余额与所属办件 */
  statementOfScope(scope_id: string, query: { from_on?: string; to_on?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<StatementLineList> {
    return this.ask<StatementLineList>('GET', `/scopes/${encodeURIComponent(scope_id)}/statement${queryOf(query)}`, false, call)
  }

  /** 打印统筹账户一年的对账单（A4） */
  scopeStatementPaperAddress(scope_id: string, query: { year: number }): string {
    return this.address(`/scopes/${encodeURIComponent(scope_id)}/statement.pdf${queryOf(query)}`)
  }

  /** 导出统筹账户一年的收支明细 */
  scopeStatementFileAddress(scope_id: string, query: { year: number }): string {
    return this.address(`/scopes/${encodeURIComponent(scope_id)}/statement.xlsx${queryOf(query)}`)
  }

  /** 本人当前有效的登录，便于让遗失的手机退出 */
  listSessions(query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<SessionList> {
    return this.ask<SessionList>('GET', `/sessions${queryOf(query)}`, false, call)
  }

  /** 让本人的某次登录失效 */
  endSession(session_id: string, call: Call = {}): Promise<void> {
    return this.ask<void>('DELETE', `/sessions/${encodeURIComponent(session_id)}`, true, call)
  }

  /** 结息单一览，最近录入的在前 */
  listSettlements(query: { after?: string; limit?: number; count?: boolean; state?: "" | "draft" | "dropped" | "posted" | "reversed"; reversing?: boolean; deposit_id?: string; from_on?: string; to_on?: string; short?: boolean; q?: string } = {}, call: Call = {}): Promise<SettlementList> {
    return this.ask<SettlementList>('GET', `/settlements${queryOf(query)}`, false, call)
  }

  /** 结息单导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listSettlementsCsvAddress(query: { state?: "" | "draft" | "dropped" | "posted" | "reversed"; reversing?: boolean; deposit_id?: string; from_on?: string; to_on?: string; short?: boolean; q?: string } = {}): string {
    return this.address(`/settlements.csv${queryOf(query)}`)
  }

  /** 结息单导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listSettlementsXlsxAddress(query: { state?: "" | "draft" | "dropped" | "posted" | "reversed"; reversing?: boolean; deposit_id?: string; from_on?: string; to_on?: string; short?: boolean; q?: string } = {}): string {
    return this.address(`/settlements.xlsx${queryOf(query)}`)
  }

  /** 导入银行结息清单（xlsx 或 csv） */
  enterAdvicesFile(filePath: string, call: Call = {}): Promise<AdviceFile> {
    return this.ask<AdviceFile>('POST', `/settlements/file`, true, call, undefined, filePath)
  }

  /** 一份结息单 */
  settlementDetail(settlement_id: string, call: Call = {}): Promise<SettlementView> {
    return this.ask<SettlementView>('GET', `/settlements/${encodeURIComponent(settlement_id)}`, false, call)
  }

  /** 第二人复核结息单 */
  confirmSettlement(settlement_id: string, call: Call = {}): Promise<SettlementView> {
    return this.ask<SettlementView>('POST', `/settlements/${encodeURIComponent(settlement_id)}/confirmation`, true, call)
  }

  /** 作废尚未复核的结息单，写明理由 */
  dropSettlement(settlement_id: string, body: Dropping, call: Call = {}): Promise<SettlementView> {
    return this.ask<SettlementView>('POST', `/settlements/${encodeURIComponent(settlement_id)}/dropping`, true, call, body)
  }

  /** 申请冲销已入账的错误结息单，写明理由，由第二人复核 */
  askReversal(settlement_id: string, body: ReversalBody, call: Call = {}): Promise<SettlementView> {
    return this.ask<SettlementView>('POST', `/settlements/${encodeURIComponent(settlement_id)}/reversals`, true, call, body)
  }

  /** 第二人复核冲销 */
  confirmSettlementReversal(settlement_id: string, reversal_id: string, call: Call = {}): Promise<SettlementView> {
    return this.ask<SettlementView>('POST', `/settlements/${encodeURIComponent(settlement_id)}/reversals/${encodeURIComponent(reversal_id)}/confirmation`, true, call)
  }

  /** 不予冲销，写明理由，结息照旧 */
  dropSettlementReversal(settlement_id: string, reversal_id: string, body: Dropping, call: Call = {}): Promise<SettlementView> {
    return this.ask<SettlementView>('POST', `/settlements/${encodeURIComponent(settlement_id)}/reversals/${encodeURIComponent(reversal_id)}/dropping`, true, call, body)
  }

  /** 电梯保险专户 */
  listSpecial(query: { kind?: "" | "independent" | "scope"; q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<SpecialLineList> {
    return this.ask<SpecialLineList>('GET', `/special-accounts${queryOf(query)}`, false, call)
  }

  /** 电梯保险专户导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listSpecialCsvAddress(query: { kind?: "" | "independent" | "scope"; q?: string } = {}): string {
    return this.address(`/special-accounts.csv${queryOf(query)}`)
  }

  /** 电梯保险专户导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listSpecialXlsxAddress(query: { kind?: "" | "independent" | "scope"; q?: string } = {}): string {
    return this.address(`/special-accounts.xlsx${queryOf(query)}`)
  }

  /** 电梯保险专户详情 */
  specialAccount(account_id: string, call: Call = {}): Promise<SpecialView> {
    return this.ask<SpecialView>('GET', `/special-accounts/${encodeURIComponent(account_id)}`, false, call)
  }

  /** 专户的退款，最新在前 */
  listSpecialRefunds(account_id: string, query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<SpecialRefundList> {
    return this.ask<SpecialRefundList>('GET', `/special-accounts/${encodeURIComponent(account_id)}/refunds${queryOf(query)}`, false, call)
  }

  /** 录入专户退款 */
  enterSpecialRefund(account_id: string, body: SpecialRefund, call: Call = {}): Promise<SpecialRefundView> {
    return this.ask<SpecialRefundView>('POST', `/special-accounts/${encodeURIComponent(account_id)}/refunds`, true, call, body)
  }

  /** 专户退款导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listSpecialRefundsCsvAddress(account_id: string): string {
    return this.address(`/special-accounts/${encodeURIComponent(account_id)}/refunds.csv`)
  }

  /** 专户退款导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listSpecialRefundsXlsxAddress(account_id: string): string {
    return this.address(`/special-accounts/${encodeURIComponent(account_id)}/refunds.xlsx`)
  }

  /** 电梯保险专户收支明细，最新在前，每笔附当时余额与所属办件 */
  specialStatement(account_id: string, query: { from_on?: string; to_on?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<StatementLineList> {
    return this.ask<StatementLineList>('GET', `/special-accounts/${encodeURIComponent(account_id)}/statement${queryOf(query)}`, false, call)
  }

  /** 复核并支付专户退款，由录入人以外的财务或复核人员办理 */
  confirmSpecialRefund(refund_id: string, call: Call = {}): Promise<SpecialRefundView> {
    return this.ask<SpecialRefundView>('POST', `/special-refunds/${encodeURIComponent(refund_id)}/confirmation`, true, call)
  }

  /** 作废尚未复核的专户退款录入，须写明理由 */
  dropSpecialRefund(refund_id: string, body: Dropping, call: Call = {}): Promise<SpecialRefundView> {
    return this.ask<SpecialRefundView>('POST', `/special-refunds/${encodeURIComponent(refund_id)}/dropping`, true, call, body)
  }

  /** 全部账号，按用户名排列 */
  listAccounts(query: { state?: "" | "active" | "disabled" | "invited"; role?: Role; q?: string; sort?: "" | "newest" | "username"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<AccountList> {
    return this.ask<AccountList>('GET', `/staff/accounts${queryOf(query)}`, false, call)
  }

  /** 建立账号并发出邀请，三日内凭邀请码启用 */
  createAccount(body: NewAccount, call: Call = {}): Promise<Invitation> {
    return this.ask<Invitation>('POST', `/staff/accounts`, true, call, body)
  }

  /** 工作人员账号导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listAccountsCsvAddress(query: { state?: "" | "active" | "disabled" | "invited"; role?: Role; q?: string; sort?: "" | "newest" | "username" } = {}): string {
    return this.address(`/staff/accounts.csv${queryOf(query)}`)
  }

  /** 工作人员账号导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listAccountsXlsxAddress(query: { state?: "" | "active" | "disabled" | "invited"; role?: Role; q?: string; sort?: "" | "newest" | "username" } = {}): string {
    return this.address(`/staff/accounts.xlsx${queryOf(query)}`)
  }

  /** 停用他人账号，不可恢复 */
  disableAccount(account_id: string, body: Reason, call: Call = {}): Promise<void> {
    return this.ask<void>('POST', `/staff/accounts/${encodeURIComponent(account_id)}/disabling`, true, call, body)
  }

  /** 重新邀请遗失密码或手机的工作人员 */
  inviteAnew(account_id: string, body: Reason, call: Call = {}): Promise<Invitation> {
    return this.ask<Invitation>('POST', `/staff/accounts/${encodeURIComponent(account_id)}/invitation`, true, call, body)
  }

  /** 变更他人账号的角色，其登录随即失效 */
  changeRoles(account_id: string, body: ChangedDuties, call: Call = {}): Promise<AccountView> {
    return this.ask<AccountView>('POST', `/staff/accounts/${encodeURIComponent(account_id)}/roles`, true, call, body)
  }

  /** 设立首位管理员 */
  bootstrap(body: Bootstrap, call: Call = {}): Promise<Authenticator> {
    return this.ask<Authenticator>('POST', `/staff/bootstrap`, true, call, body)
  }

  /** 接受邀请并设置密码，取得动态口令密钥 */
  acceptInvitation(body: Acceptance, call: Call = {}): Promise<Authenticator> {
    return this.ask<Authenticator>('POST', `/staff/invitations/accept`, true, call, body)
  }

  /** 工作人员凭密码和动态口令登录，十二小时有效 */
  staffLogin(body: StaffLogin, call: Call = {}): Promise<StaffLoggedIn> {
    return this.ask<StaffLoggedIn>('POST', `/staff/login`, true, call, body)
  }

  /** 本人的工作账号 */
  staffMe(call: Call = {}): Promise<StaffMe> {
    return this.ask<StaffMe>('GET', `/staff/me`, false, call)
  }

  /** 更改本人密码 */
  changePassword(body: NewPassword, call: Call = {}): Promise<void> {
    return this.ask<void>('POST', `/staff/password`, true, call, body)
  }

  /** 未交存首期维修资金的户，按房屋编号 */
  listUnpaid(query: { community_id?: string; scope_id?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<UnpaidList> {
    return this.ask<UnpaidList>('GET', `/unpaid-homes${queryOf(query)}`, false, call)
  }

  /** 未交存首期导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listUnpaidCsvAddress(query: { community_id?: string; scope_id?: string } = {}): string {
    return this.address(`/unpaid-homes.csv${queryOf(query)}`)
  }

  /** 未交存首期导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listUnpaidXlsxAddress(query: { community_id?: string; scope_id?: string } = {}): string {
    return this.address(`/unpaid-homes.xlsx${queryOf(query)}`)
  }

  /** 可见的表决列表，从新到旧 */
  listVotes(query: { state?: "" | "counted" | "open" | "void"; community_id?: string; mine?: boolean; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<VoteList> {
    return this.ask<VoteList>('GET', `/votes${queryOf(query)}`, false, call)
  }

  /** 业主表决导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listVotesCsvAddress(query: { state?: "" | "counted" | "open" | "void"; community_id?: string; mine?: boolean } = {}): string {
    return this.address(`/votes.csv${queryOf(query)}`)
  }

  /** 业主表决导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listVotesXlsxAddress(query: { state?: "" | "counted" | "open" | "void"; community_id?: string; mine?: boolean } = {}): string {
    return this.address(`/votes.xlsx${queryOf(query)}`)
  }

  /** 表决详情 */
  getVote(vote_id: string, call: Call = {}): Promise<VoteView> {
    return this.ask<VoteView>('GET', `/votes/${encodeURIComponent(vote_id)}`, false, call)
  }

  /** 本次表决录入的各批纸质选票 */
  ballotBatches(vote_id: string, query: { state?: "" | "confirmed" | "draft" | "dropped"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<PaperBatchList> {
    return this.ask<PaperBatchList>('GET', `/votes/${encodeURIComponent(vote_id)}/ballot-batches${queryOf(query)}`, false, call)
  }

  /** 录入一批纸质选票及其影像，待第二人独立录入核对 */
  enterBallots(vote_id: string, body: PaperEntry, call: Call = {}): Promise<PaperBatchView> {
    return this.ask<PaperBatchView>('POST', `/votes/${encodeURIComponent(vote_id)}/ballot-batches`, true, call, body)
  }

  /** 纸质选票批次导出为 csv 文件，筛选条件与列表相同，不限行数 */
  ballotBatchesCsvAddress(vote_id: string, query: { state?: "" | "confirmed" | "draft" | "dropped" } = {}): string {
    return this.address(`/votes/${encodeURIComponent(vote_id)}/ballot-batches.csv${queryOf(query)}`)
  }

  /** 纸质选票批次导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  ballotBatchesXlsxAddress(vote_id: string, query: { state?: "" | "confirmed" | "draft" | "dropped" } = {}): string {
    return this.address(`/votes/${encodeURIComponent(vote_id)}/ballot-batches.xlsx${queryOf(query)}`)
  }

  /** 投票 */
  castBallot(vote_id: string, body: BallotPaper, call: Call = {}): Promise<Receipts> {
    return this.ask<Receipts>('POST', `/votes/${encodeURIComponent(vote_id)}/ballots`, true, call, body)
  }

  /** 凭回执（或为本人的房屋）取得选票在计票记录中的证明，可与张贴的记录指纹核对 */
  voteInclusion(vote_id: string, query: { receipt?: string; after?: number; limit?: number } = {}, call: Call = {}): Promise<Inclusion> {
    return this.ask<Inclusion>('GET', `/votes/${encodeURIComponent(vote_id)}/inclusion${queryOf(query)}`, false, call)
  }

  /** 纸质表决票的发放情况和分批打印的各批 */
  paperIssue(vote_id: string, call: Call = {}): Promise<PaperIssue> {
    return this.ask<PaperIssue>('GET', `/votes/${encodeURIComponent(vote_id)}/paper`, false, call)
  }

  /** 发放纸质表决票 */
  issuePaper(vote_id: string, call: Call = {}): Promise<PaperIssue> {
    return this.ask<PaperIssue>('POST', `/votes/${encodeURIComponent(vote_id)}/paper`, true, call)
  }

  /** 打印纸质表决票（PDF，一页两户，每户有自己的二维码） */
  printPaperAddress(vote_id: string, query: { after?: string; limit?: number; unit_id?: string; home_id?: string } = {}): string {
    return this.address(`/votes/${encodeURIComponent(vote_id)}/paper.pdf${queryOf(query)}`)
  }

  /** 扫纸质表决票上的码所见 */
  paperSeen(vote_id: string, paper_token: string, call: Call = {}): Promise<PaperSeen> {
    return this.ask<PaperSeen>('GET', `/votes/${encodeURIComponent(vote_id)}/papers/${encodeURIComponent(paper_token)}`, false, call)
  }

  /** 业主表决公告（PDF），张贴于楼栋、单元 */
  votePosterPdfAddress(vote_id: string, query: { size?: "A3" | "A4"; dpi?: number; page?: number } = {}): string {
    return this.address(`/votes/${encodeURIComponent(vote_id)}/poster.pdf${queryOf(query)}`)
  }

  /** 业主表决公告的一页（PNG） */
  votePosterPngAddress(vote_id: string, query: { size?: "A3" | "A4"; dpi?: number; page?: number } = {}): string {
    return this.address(`/votes/${encodeURIComponent(vote_id)}/poster.png${queryOf(query)}`)
  }

  /** 本次表决的委托 */
  listProxies(vote_id: string, query: { state?: "" | "draft" | "ended" | "live"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ProxyList> {
    return this.ask<ProxyList>('GET', `/votes/${encodeURIComponent(vote_id)}/proxies${queryOf(query)}`, false, call)
  }

  /** 录入业主的书面委托（写明事项、附扫描件），待第二人核对后生效 */
  enterProxy(vote_id: string, body: ProxyEntry, call: Call = {}): Promise<ProxyView> {
    return this.ask<ProxyView>('POST', `/votes/${encodeURIComponent(vote_id)}/proxies`, true, call, body)
  }

  /** 书面委托导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listProxiesCsvAddress(vote_id: string, query: { state?: "" | "draft" | "ended" | "live" } = {}): string {
    return this.address(`/votes/${encodeURIComponent(vote_id)}/proxies.csv${queryOf(query)}`)
  }

  /** 书面委托导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listProxiesXlsxAddress(vote_id: string, query: { state?: "" | "draft" | "ended" | "live" } = {}): string {
    return this.address(`/votes/${encodeURIComponent(vote_id)}/proxies.xlsx${queryOf(query)}`)
  }

  /** 计票记录 */
  voteRecordAddress(vote_id: string): string {
    return this.address(`/votes/${encodeURIComponent(vote_id)}/record`)
  }

  /** 业主表决结果（PDF），计票后张贴 */
  voteResultPdfAddress(vote_id: string, query: { size?: "A3" | "A4" } = {}): string {
    return this.address(`/votes/${encodeURIComponent(vote_id)}/result.pdf${queryOf(query)}`)
  }

  /** 表决事项的送达情况及其是否影响计票 */
  service(vote_id: string, call: Call = {}): Promise<ServiceView> {
    return this.ask<ServiceView>('GET', `/votes/${encodeURIComponent(vote_id)}/service`, false, call)
  }

  /** 登记表决事项已送达的房屋和送达凭证 */
  proveService(vote_id: string, body: ServiceProof, call: Call = {}): Promise<ServiceView> {
    return this.ask<ServiceView>('POST', `/votes/${encodeURIComponent(vote_id)}/service`, true, call, body)
  }

  /** 逐户的送达情况，按房屋编号排列 */
  servedHomes(vote_id: string, query: { unserved?: boolean; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ServedHomeList> {
    return this.ask<ServedHomeList>('GET', `/votes/${encodeURIComponent(vote_id)}/service/homes${queryOf(query)}`, false, call)
  }

  /** 送达情况导出为 csv 文件，筛选条件与列表相同，不限行数 */
  servedHomesCsvAddress(vote_id: string, query: { unserved?: boolean } = {}): string {
    return this.address(`/votes/${encodeURIComponent(vote_id)}/service/homes.csv${queryOf(query)}`)
  }

  /** 送达情况导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  servedHomesXlsxAddress(vote_id: string, query: { unserved?: boolean } = {}): string {
    return this.address(`/votes/${encodeURIComponent(vote_id)}/service/homes.xlsx${queryOf(query)}`)
  }

  /** 微信配置消息推送地址时的校验 */
  checkPushAddress(query: { signature?: string; msg_signature?: string; timestamp?: string; nonce?: string; echostr?: string } = {}): string {
    return this.address(`/wechat/push${queryOf(query)}`)
  }

  /** 接收微信消息推送 */
  takePushAddress(query: { signature?: string; msg_signature?: string; timestamp?: string; nonce?: string; echostr?: string } = {}, filePath: string): string {
    return this.address(`/wechat/push${queryOf(query)}`)
  }
}
