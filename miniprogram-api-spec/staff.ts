// 由 python -m server spec 生成，请勿手工修改。用法见 docs/clients.md。
// 工作人员独有的接口：中心、保险机构、街道、主管部门和审计；其余在 client.ts。

import { part, queryOf } from './core'
import type { Api, Call } from './core'

import type { AppointmentView, CaseReason, CaseView, ChangedParameter, ClaimView, HomeLine, InsurerView, NoticeBoard, ObjectionList, ObjectionReceipt, ObjectionView, ProxyView, ReportVersion, RepresentativeView, Role, SpecialRefundView, StatementLineList, SwitchList, SwitchView, VoteView, YearDepositList, YearView } from './client'

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
  main?: boolean | undefined
}

/** What an account is kept for; `owner_ref` names the scope, home, insurer or bank account. */
export type AccountKind = 'bank' | 'collected' | 'equity' | 'household_fund' | 'household_interest' | 'insurer_payable' | 'pooled' | 'special' | 'suspense' | 'term_deposit' | 'undistributed_income' | 'undistributed_interest'

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface AccountList {
  /** 本页内容 */
  items: (AccountView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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

/** An account as administrators and auditors see it. */
export interface AccountView {
  id: string
  username: string
  name: string
  roles: (Role)[]
  insurer_id: string | null
  community_id: string | null
  state: 'active' | 'disabled' | 'invited'
  locked_until: string | null
  created_at: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface AccountingYearList {
  /** 本页内容 */
  items: (AccountingYearView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** A year: where it stands, how far its present step is, its sums. What counts was recorded by `frozen_at`; `failure` says why a preview came to nothing. */
export interface AccountingYearView {
  year: number
  state: 'closed' | 'closing' | 'failed' | 'previewed' | 'previewing'
  state_title: string
  step: string
  step_title: string
  done: number
  /** 总数：只在请求 count 时给出 */
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
  /** 截止日：含当日 */
  to_on?: string | null | undefined
  part_fen?: number | null | undefined
  renew?: boolean | null | undefined
  renewed_rate_e4?: number | null | undefined
  capitalise?: boolean | undefined
  demand_rate_e4?: number | null | undefined
  file_id?: string | null | undefined
  note?: string | undefined
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
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
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

/** The Centre's answer to an objection that came too late. */
export interface AnswerText {
  text: string
}

/** Yes or no, with a reason. */
export interface AppointmentDecision {
  approve: boolean
  reason: string
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

/** What was matched by itself, by its ground, and what is left on both sides. */
export interface AutoMatched {
  matched: Record<string, number>
  lines_left: number
  postings_left: number
}

/** The offer to be taken; a reason if it is not the highest. */
export interface Award {
  offer_id: string
  reason?: string | undefined
}

/** Whether the proposal stands; if not, why. */
export interface AwardDecision {
  approve: boolean
  reason?: string | undefined
}

/** Both balances on a day, and what keeps them apart that is no line and no posting. books_fen - bank_fen is the sum of the books' differences less the bank's, `opening_fen` (a first balance nothing is matched with yet) and `gaps` among the latter. */
export interface Balances {
  until: string
  bank_fen: number
  books_fen: number
  opening_fen: number
  gaps: (GapView)[]
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface BankAccountList {
  /** 本页内容 */
  items: (BankAccountView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  /** 本页内容 */
  items: (BankLineView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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

/** On what ground they are the same; from the strongest to the weakest. */
export type Basis = 'day' | 'group' | 'hand' | 'near' | 'opening' | 'reference' | 'reversal'

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
  /** 本页内容 */
  items: (BatchLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface BatchList {
  /** 本页内容 */
  items: (BatchView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** Money of homes entered together; `owed_fen` is what their funds could not bear of a use. */
export interface BatchView {
  id: string
  number: string
  kind: FundKind
  kind_title: string
  state: 'draft' | 'dropped' | 'posted' | 'reversed'
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
  /** 本页内容 */
  items: (BookAccount)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** The first administrator, let in by the token that the operator set. */
export interface Bootstrap {
  token: string
  username: string
  name: string
  password: string
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
  /** 本页内容 */
  items: (CertificateItem)[]
}

/** Other roles, and why. */
export interface ChangedDuties {
  roles: (Role)[]
  insurer_id?: string | null | undefined
  community_id?: string | null | undefined
  reason: string
}

/** Yes or no, with a reason; `evidence` only where the roll lacks the ownership. */
export interface ClaimDecision {
  approve: boolean
  reason: string
  evidence?: Evidence | null | undefined
}

/** A claim as the clerk decides on it, with the home's owners in the roll (masked). */
export interface ClaimDetail {
  id: string
  home: HomeLine
  name: string
  id_number: string
  file_ids: (string)[]
  state: 'approved' | 'open' | 'refused' | 'withdrawn'
  reason: string
  created_at: string
  decided_at: string | null
  owners: (OwnerLine)[]
}

/** A column of the file (from 0) and some of what stands in it. */
export interface ColumnView {
  place: number
  title: string
  samples: (string)[]
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

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface DeliveryList {
  /** 本页内容 */
  items: (DeliveryView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  tenor: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand'
  opened_on: string
  agreed_rate_e4: number
  method: 'days360' | 'terms'
  matures_on?: string | null | undefined
  base?: 'fen' | 'yuan' | undefined
  renews?: boolean | undefined
  offer_id?: string | null | undefined
  note?: string | undefined
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
  /** 本页内容 */
  items: (DepositView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** A deposit with the term that runs, or ran last; sums in fen, rates in ten-thousandths of a percent. `remaining_fen` is what is still there: of money on demand the account's balance. */
export interface DepositView {
  id: string
  code: string
  bank: string
  bank_account: string
  principal_fen: number
  remaining_fen: number
  tenor: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand'
  first_on: string
  opened_on: string
  matures_on: string | null
  term_number: number
  agreed_rate_e4: number
  benchmark_rate_e4: number
  method: 'days360' | 'terms'
  base: 'fen' | 'yuan'
  renews: boolean
  state: 'closed' | 'draft' | 'dropped' | 'listed' | 'running' | 'taking'
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
  /** 本页内容 */
  items: (DeskCount)[]
  waiting: number
  overdue: number
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface DeskList {
  /** 本页内容 */
  items: (DeskRow)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  /** 本页内容 */
  items: (DifferenceView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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

/** Whether money nobody can name came in, or went out. */
export type Direction = 'in' | 'out'

/** Why it is not confirmed. */
export interface Dropping {
  reason: string
}

/** What one elevator costs for the year and what it is covered for, in fen. */
export interface ElevatorPlan {
  elevator_id: string
  premium_fen: number
  limit_fen: number
  deductible_fen?: number | undefined
  loading_reason?: string | undefined
}

/** What a file became: a batch for each day of the bank's. */
export interface Entered {
  /** 本页内容 */
  items: (BatchView)[]
}

/** A home's part of a batch. */
export interface EntryLine {
  home_id: string
  amount_fen: number
}

/** What the papers show: a share from a day on, and whose ownership ended with it. `share_bps` in hundredths of a percent; `ends` are ids of ownerships that end on `from_on`. */
export interface Evidence {
  /** 起始日：含当日 */
  from_on: string
  share_bps: number
  ends: (string)[]
}

/** How many got the explanation. */
export interface Explained {
  /** 本页内容 */
  items: number
}

/** Why these lines and postings have no counterpart. */
export interface ExplanationBody {
  reason: string
  line_ids?: (string)[] | undefined
  posting_ids?: (string)[] | undefined
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ExplanationList {
  /** 本页内容 */
  items: (ExplanationView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** What was said, by whom and when. */
export interface ExplanationView {
  reason: string
  written_by: string
  written_at: string
}

/** What a community's rules of procedure say of owners who say nothing, when they were filed and with whom, and the paper. */
export interface FiledRules {
  silence: 'follows_majority' | 'not_counted'
  filed_on: string
  source: string
  file_id: string
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
  payee?: string | undefined
  memo?: string | undefined
  from_suspense?: boolean | undefined
}

/** Why a home's fund moves. */
export type FundKind = 'first' | 'refund' | 'topup' | 'use'

/** Before this day the balance changed by an amount that no line explains. */
export interface GapView {
  on: string
  amount_fen: number
}

/** Whose account it is, and to which account of theirs money may go back. All of it when the account is opened, nothing or the same when it is confirmed. */
export interface Holder {
  holder?: string | undefined
  refund_bank?: string | undefined
  refund_account?: string | undefined
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
  /** 本页内容 */
  items: (ImportFault)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ImportList {
  /** 本页内容 */
  items: (ImportView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** One import. `counts`: rows by sheet; once applied, rows added and changed by table. While it is checked or applied, `rows_done` grows; `rows_total` is known once it was read. `failure` says why the last of `tries` came to nothing; after the third the import has failed. */
export interface ImportView {
  id: string
  name: string
  state: 'applied' | 'applying' | 'checking' | 'dropped' | 'failed' | 'faulty' | 'ready'
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

/** An invitation to hand over; the token works once, and cannot be read again later. */
export interface Invitation {
  account_id: string
  username: string
  token: string
  expires_at: string
}

/** Why money moved. */
export type JournalKind = 'bank_transfer' | 'case_refund' | 'deposit' | 'fund_payout' | 'income' | 'interest' | 'opening_income' | 'opening_interest' | 'opening_principal' | 'placement' | 'pooled_payout' | 'reversal' | 'scope_switch' | 'settlement' | 'special_payout' | 'suspense'

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
  /** 本页内容 */
  items: (JournalRow)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  /** 本页内容 */
  items: (JournalLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
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
  day_format?: 'dmy' | 'mdy' | 'ymd' | undefined
  received?: number | null | undefined
  paid?: number | null | undefined
  amount?: number | null | undefined
  mark?: number | null | undefined
  balance?: number | null | undefined
  reference?: number | null | undefined
  counterparty?: number | null | undefined
  memo?: (number)[] | undefined
}

/** What each column holds, as far as is known; null where nobody said. */
export interface LayoutView {
  day: number | null
  day_format: 'dmy' | 'mdy' | 'ymd'
  received: number | null
  paid: number | null
  amount: number | null
  mark: number | null
  balance: number | null
  reference: number | null
  counterparty: number | null
  memo: (number)[]
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
  /** 本页内容 */
  items: (LogEntry)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** The layout, and what the file itself does not say: its days and the balances at its ends. */
export interface MappingBody {
  layout: LayoutBody
  heading_row?: number | undefined
  /** 起始日：含当日 */
  from_on?: string | null | undefined
  /** 截止日：含当日 */
  to_on?: string | null | undefined
  opening_fen?: number | null | undefined
  closing_fen?: number | null | undefined
}

/** Lines and postings that are the same money; of one side alone they sum to nothing. */
export interface MatchBody {
  line_ids?: (string)[] | undefined
  posting_ids?: (string)[] | undefined
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface MatchList {
  /** 本页内容 */
  items: (MatchView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** A match; of very large ones only the first items are shown. */
export interface MatchView {
  id: string
  basis: Basis
  basis_title: string
  amount_fen: number
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
  to_on: string
  /** 本页内容 */
  items: (SideItem)[]
  matched_by: string | null
  matched_at: string
  undone_by: string | null
  undone_at: string | null
}

/** How money came in. */
export type Method = 'bank_file' | 'cash' | 'transfer'

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
  state: 'confirmed' | 'draft' | 'open'
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
  /** 本页内容 */
  items: (MonthLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** Whom the co-owners named, by id or name, and the paper that all of them signed. */
export interface Naming {
  file_id: string
  owner_id?: string | null | undefined
  owner_name?: string | undefined
}

/** Somebody to be invited. */
export interface NewAccount {
  roles: (Role)[]
  insurer_id?: string | null | undefined
  community_id?: string | null | undefined
  username: string
  name: string
}

/** A day that is worked or not, whatever the published calendar says; and by which paper. */
export interface NewDay {
  day: string
  working: boolean
  name?: string | undefined
  source: string
}

/** An insurer admitted from one day to another; premiums go to this bank account alone. */
export interface NewInsurer {
  code: string
  name: string
  bank: string
  bank_account: string
  contact?: string | undefined
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
  clears?: string | null | undefined
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

/** Who objected, unmasked for somebody at the Centre who said why. */
export interface Objector {
  objection_id: string
  name: string
  home_code: string
  phone: string
}

/** A bank's offer as it was received. */
export interface OfferBody {
  bank: string
  rate_e4: number
  received_at: string
  note?: string | undefined
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

/** The postings before the first statement that the bank had not yet seen. */
export interface OpeningBody {
  except_posting_ids?: (string)[] | undefined
}

/** Somebody's share of the home in the roll; the name is masked (R12.2). */
export interface OwnerLine {
  ownership_id: string
  name: string
  share_bps: number
  /** 起始日：含当日 */
  from_on: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface PaperBatchList {
  /** 本页内容 */
  items: (PaperBatchRow)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** A batch without its lines. */
export interface PaperBatchRow {
  id: string
  number: string
  state: 'confirmed' | 'draft' | 'dropped'
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
  state: 'confirmed' | 'draft' | 'dropped'
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
  choice?: 'abstain' | 'against' | 'agree' | null | undefined
  received_at?: string | null | undefined
  signers?: (string)[] | undefined
}

/** The lines that were wrong. */
export interface PaperChanges {
  lines: (PaperChange)[]
}

/** The ballots of a batch and their photos; `received_at` of those that say nothing else. */
export interface PaperEntry {
  lines: (PaperLine)[]
  file_ids: (string)[]
  received_at?: string | null | undefined
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
  choice: 'abstain' | 'against' | 'agree'
  paper_token?: string | undefined
  home_id?: string | null | undefined
  received_at?: string | null | undefined
  signers?: (string)[] | undefined
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

/** A paper as received: whose, of which home, when, what it says, and its scan. */
export interface PaperObjection {
  home_id: string
  text: string
  received_at: string
  file_ids: (string)[]
  owner_id?: string | null | undefined
  owner_name?: string | undefined
}

/** Homes that are printed together: give `after` to print them. */
export interface PaperPart {
  /** 从何处继续：上一页的 next；为空从头开始 */
  after: string
  homes: number
  first: string
  last: string
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
  /** 本页内容 */
  items: (ParameterChangeView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** A change: of the city's parameters, or what a community's filed rules say (then with the paper). `version`: the one that it became. */
export interface ParameterChangeView {
  id: string
  community_id: string | null
  community: string
  /** 本页内容 */
  items: (ChangedParameter)[]
  source: string
  filed_on: string | null
  file_id: string | null
  state: 'confirmed' | 'draft' | 'dropped'
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
  /** 本页内容 */
  items: (NewValue)[]
  source: string
}

/** To whom a refund goes, in full. */
export interface Payee {
  refund_id: string
  payee: string
  payee_bank: string
  payee_account: string
}

/** The result of the survey and the plan of insurance. */
export interface PlanBody {
  survey: string
  cover: string
  elevators: (ElevatorPlan)[]
  service?: string | undefined
  file_ids?: (string)[] | undefined
}

/** The policy as issued. */
export interface PolicyBody {
  number: string
  file_id: string
}

/** What finance is about to pay; it must be what contract and invoice say. */
export interface Preparation {
  amount_fen: number
}

/** A written proxy: whose home, who gives it, whom it is for by the phone number proved in the mini-program, for what, and its scan. A home with one owner needs no name. */
export interface ProxyEntry {
  home_id: string
  holder_phone: string
  matter: string
  file_id: string
  owner_id?: string | null | undefined
  owner_name?: string | undefined
}

/** Why a correction; nothing for a first publication. */
export interface Publication {
  reason?: string | undefined
}

/** A rate from a day on, in ten-thousandths of a percent, and where it was published. */
export interface RateBody {
  tenor: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand'
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
  /** 本页内容 */
  items: (RateView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** A rate with how it came about; `drop_reason` says why it never counted. */
export interface RateView {
  id: string
  tenor: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand'
  since_on: string
  rate_e4: number
  source: string
  state: 'confirmed' | 'draft' | 'dropped'
  proposed_by: 'clerk' | 'program'
  entered_by_me: boolean
  entered_at: string
  confirmed_at: string | null
  dropped_at: string | null
  drop_reason: string
}

/** What the second person reads on a ballot, named by its code or its place in the batch. */
export interface Reading {
  choice: 'abstain' | 'against' | 'agree'
  paper_token?: string | undefined
  nth?: number | null | undefined
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

/** Money of one home as the bank's paper or the receipt book shows it; `effective_on` is the bank's day. An independent owner's deposit names no home. */
export interface ReceiptBody {
  amount_fen: number
  method: 'cash' | 'transfer'
  custody_id: string
  effective_on: string
  voucher: string
  home_id?: string | null | undefined
  file_id?: string | null | undefined
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ReceiptList {
  /** 本页内容 */
  items: (ReceiptView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  state: 'draft' | 'dropped' | 'posted' | 'reversed'
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
  state: 'confirmed' | 'draft' | 'dropped'
  bank_fen: number
  books_fen: number
  entered_at: string
  confirmed_at: string | null
  dropped_at: string | null
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ReconciliationLineList {
  /** 本页内容 */
  items: (ReconciliationLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  state: 'confirmed' | 'draft' | 'dropped'
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
  payee_bank?: string | undefined
  home_id?: string | null | undefined
  file_id?: string | null | undefined
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface RefundList {
  /** 本页内容 */
  items: (RefundView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  state: 'draft' | 'dropped' | 'posted' | 'reversed'
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

/** Why the settlement is wrong. */
export interface ReversalBody {
  reason: string
}

/** That a settlement was wrong and is to be undone; a draft waits for its second person. */
export interface ReversalView {
  id: string
  state: 'confirmed' | 'draft' | 'dropped'
  reason: string
  entered_by_me: boolean
  entered_at: string
  confirmed_at: string | null
  dropped_at: string | null
  drop_reason: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface RollChangeList {
  /** 本页内容 */
  items: (RollChangeView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** One row before and after; names are masked, numbers of people are not kept. */
export interface RollChangeView {
  id: string
  table: string
  table_title: string
  row_id: string
  before: Record<string, unknown> | null
  /** 从何处继续：上一页的 next；为空从头开始 */
  after: Record<string, unknown> | null
}

/** What is to be placed, for how long, what is asked of the banks, and until when. */
export interface RoundBody {
  title: string
  amount_fen: number
  tenor: '1y' | '2y' | '3m' | '3y' | '6m'
  closes_at: string
  requirements?: string | undefined
}

/** A round with its offers; without their rates before it closes. */
export interface RoundDetail {
  round: RoundView
  offers: (OfferView)[]
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface RoundList {
  /** 本页内容 */
  items: (RoundView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** A round as the Centre sees it; `collecting` while offers are taken, `closed` when it waits for an award. */
export interface RoundView {
  id: string
  number: string
  title: string
  amount_fen: number
  tenor: '1y' | '2y' | '3m' | '3y' | '6m'
  requirements: string
  announced_at: string
  closes_at: string
  state: 'awarded' | 'cancelled' | 'closed' | 'collecting' | 'proposed'
  offer_id: string | null
  reason: string
  proposed_by_me: boolean
  proposed_at: string | null
  decided_at: string | null
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface SettlementList {
  /** 本页内容 */
  items: (SettlementView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** The signed record of what was agreed, uploaded before by the clerk. */
export interface SettlementRecord {
  record_file_id?: string | null | undefined
  note?: string | undefined
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
  tenor: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand'
  term_number: number
  kind: string
  principal_fen: number
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
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
  state: 'draft' | 'dropped' | 'posted' | 'reversed'
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

/** Who has the item that the other one lacks, and which way the money went. */
export type Side = 'bank_in' | 'bank_out' | 'books_in' | 'books_out'

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

/** A refund to the holder's own account: of what, by which voucher, with the proof that the elevator was scrapped; `effective_on` is the bank's day. */
export interface SpecialRefund {
  amount_fen: number
  custody_id: string
  effective_on: string
  voucher: string
  reason: string
  file_id: string
}

/** A use of one total, split by area over the homes of a scope or of a building (R3.7). `leave_owed`: what a home's fund cannot bear is left on the list of what is owed. */
export interface SplitUse {
  total_fen: number
  custody_id: string
  effective_on: string
  voucher: string
  scope_id?: string | null | undefined
  building_id?: string | null | undefined
  payee?: string | undefined
  memo?: string | undefined
  leave_owed?: boolean | undefined
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
  device?: string | undefined
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

/** What is wrong: the row of the file, 0 for the whole of it. */
export interface StatementFault {
  row: number
  reason: string
}

/** A statement in a list. */
export interface StatementLineFile {
  id: string
  name: string
  state: 'dropped' | 'faulty' | 'mapping' | 'ready' | 'taken'
  state_title: string
  /** 起始日：含当日 */
  from_on: string | null
  /** 截止日：含当日 */
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
  /** 本页内容 */
  items: (StatementLineFile)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** A statement. `layout_from` says where its layout comes from; `gaps` must be accepted when it is taken. */
export interface StatementView {
  id: string
  bank_account_id: string
  name: string
  state: 'dropped' | 'faulty' | 'mapping' | 'ready' | 'taken'
  state_title: string
  heading_row: number
  preview: ((string)[])[]
  columns: (ColumnView)[]
  layout: LayoutView
  layout_from: '' | 'remembered' | 'set' | 'titles'
  /** 起始日：含当日 */
  from_on: string | null
  /** 截止日：含当日 */
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

/** One step of the calculation, so that anybody can repeat it by hand. */
export interface StepView {
  rule: string
  what: string
  text: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface SuggestionList {
  /** 本页内容 */
  items: (SuggestionView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  suspended?: boolean | undefined
  reason: string
}

/** What the building's pooled account shall be kept per, and why. */
export interface SwitchEntry {
  to_kind: 'building' | 'unit'
  reason: string
}

/** Whether it may be taken although something is missing between it and another statement. */
export interface TakingBody {
  accept_gap?: boolean | undefined
}

/** How far the taking over is: deposits as imported, proposed, and done by this request. */
export interface TakingOver {
  opening_on: string | null
  listed: number
  waiting: number
  done: number
  unclear: (Unclear)[]
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

/** Both sides of the books; equal, or the books are wrong. R3.2. */
export interface TrialBalance {
  effective_on: string | null
  recorded_at: string | null
  /** 本页内容 */
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
  /** 本页内容 */
  items: (UnpaidView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** A home that never paid a first deposit. */
export interface UnpaidView {
  home_id: string
  home: string
  place: string
  area_cm2: number
}

/** What follows: a new plan, or the end of the case; the reasons are told to everybody. */
export interface Upholding {
  then: 'end' | 'new_plan'
  reason: string
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
  /** 本页内容 */
  items: (VoteWarning)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
}

/** What the owners are asked; without words the plan gives them, without papers the plan's. */
export interface VoteOpening {
  question?: string | undefined
  file_ids?: (string)[] | null | undefined
}

/** A home with something to settle before the vote opens. */
export interface VoteWarning {
  kind: string
  home_id: string
  home: string
  text: string
}

/** What a voucher does once it is confirmed. */
export type VoucherKind = 'bank_transfer' | 'reversal' | 'suspense'

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface VoucherList {
  /** 本页内容 */
  items: (VoucherRow)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** A voucher in a list. */
export interface VoucherRow {
  voucher_id: string
  number: string
  kind: VoucherKind
  title: string
  state: 'draft' | 'dropped' | 'posted'
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
  state: 'draft' | 'dropped' | 'posted'
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
  /** 本页内容 */
  items: (WarningView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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

/** The sums of a year, in fen. `income_fen` and `interest_fen` are what its settlements give the scopes and the homes; of income `brought_fen` nets earlier reversals, `carried_fen` is left for a later year to net. `shortfall_fen` is what banks credited below the benchmark. `earned` says in which calendar year the income was earned (R4.5); `left_income_fen` and `left_interest_fen` are what stays undistributed at the end of the year. */
export interface YearFigures {
  attribution: '' | 'balance_days'
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

export interface AccountingYearsQuery {
  state?: 'closed' | 'closing' | 'failed' | 'previewed' | 'previewing' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 各年度试算与结账情况，最新在前 */
export const accountingYears = (api: Api, query: AccountingYearsQuery = {}, call?: Call): Promise<AccountingYearList> =>
  api.get<AccountingYearList>(`/accounting-years${queryOf(query)}`, call)

export interface AccountingYearsCsvQuery {
  state?: 'closed' | 'closing' | 'failed' | 'previewed' | 'previewing' | undefined
}

/** 年度结账导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const accountingYearsCsv = (api: Api, query: AccountingYearsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/accounting-years.csv${queryOf(query)}`, call)

export interface AccountingYearsXlsxQuery {
  state?: 'closed' | 'closing' | 'failed' | 'previewed' | 'previewing' | undefined
}

/** 年度结账导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const accountingYearsXlsx = (api: Api, query: AccountingYearsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/accounting-years.xlsx${queryOf(query)}`, call)

/** 某年度归集的合计与入账进度 */
export const accountingYear = (api: Api, year: string, call?: Call): Promise<AccountingYearView> =>
  api.get<AccountingYearView>(`/accounting-years/${part(year)}`, call)

/** 复核试算结果并开始结账入账 */
export const closeAccountingYear = (api: Api, year: string, call?: Call): Promise<AccountingYearView> =>
  api.write<AccountingYearView>('POST', `/accounting-years/${part(year)}/closing`, call)

export interface DepositsOfYearQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 某年度归集了哪些结息，试算后即可查 */
export const depositsOfYear = (api: Api, year: string, query: DepositsOfYearQuery = {}, call?: Call): Promise<YearDepositList> =>
  api.get<YearDepositList>(`/accounting-years/${part(year)}/deposits${queryOf(query)}`, call)

export interface DepositsOfYearCsvQuery {
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 年度归集的结息导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const depositsOfYearCsv = (api: Api, year: string, query: DepositsOfYearCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/accounting-years/${part(year)}/deposits.csv${queryOf(query)}`, call)

export interface DepositsOfYearXlsxQuery {
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 年度归集的结息导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const depositsOfYearXlsx = (api: Api, year: string, query: DepositsOfYearXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/accounting-years/${part(year)}/deposits.xlsx${queryOf(query)}`, call)

/** 某年度归集的全部数据（审计用），可用公布的脚本复算 */
export const auditYear = (api: Api, year: string, call?: Call): Promise<string> =>
  api.download(`/accounting-years/${part(year)}/export.zip`, call)

/** 试算某年度的收益归集 */
export const previewAccountingYear = (api: Api, year: string, call?: Call): Promise<AccountingYearView> =>
  api.write<AccountingYearView>('POST', `/accounting-years/${part(year)}/preview`, call)

/** 公布已结账年度的报告 */
export const publishYearReport = (api: Api, year: string, body: Publication, call?: Call): Promise<ReportVersion> =>
  api.write<ReportVersion>('POST', `/accounting-years/${part(year)}/publication`, call, body)

/** 审核授权材料或产权证明 */
export const decideAppointment = (api: Api, appointmentId: string, body: AppointmentDecision, call?: Call): Promise<AppointmentView> =>
  api.write<AppointmentView>('POST', `/appointments/${part(appointmentId)}/decision`, call, body)

/** 一批纸质选票 */
export const ballotBatch = (api: Api, batchId: string, call?: Call): Promise<PaperBatchView> =>
  api.get<PaperBatchView>(`/ballot-batches/${part(batchId)}`, call)

/** 第二人独立录入同一批纸质选票 */
export const confirmBallots = (api: Api, batchId: string, body: Readings, call?: Call): Promise<PaperBatchView> =>
  api.write<PaperBatchView>('POST', `/ballot-batches/${part(batchId)}/confirmation`, call, body)

/** 写明理由作废一批未核对的纸质选票 */
export const dropBallots = (api: Api, batchId: string, body: Dropping, call?: Call): Promise<PaperBatchView> =>
  api.write<PaperBatchView>('POST', `/ballot-batches/${part(batchId)}/dropping`, call, body)

/** 录入人更正未核对的纸质选票 */
export const correctBallots = (api: Api, batchId: string, body: PaperChanges, call?: Call): Promise<PaperBatchView> =>
  api.write<PaperBatchView>('PUT', `/ballot-batches/${part(batchId)}/lines`, call, body)

/** 打印一批纸质选票的回执，逐户交给投票人 */
export const printReceipts = (api: Api, batchId: string, call?: Call): Promise<string> =>
  api.download(`/ballot-batches/${part(batchId)}/receipts.pdf`, call)

export interface BankAccountsQuery {
  open?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 住保中心开立的银行账户及账面余额 */
export const bankAccounts = (api: Api, query: BankAccountsQuery = {}, call?: Call): Promise<BankAccountList> =>
  api.get<BankAccountList>(`/bank-accounts${queryOf(query)}`, call)

/** 登记银行账户并开立账簿账户 */
export const registerAccount = (api: Api, body: AccountBody, call?: Call): Promise<BankAccountView> =>
  api.write<BankAccountView>('POST', '/bank-accounts', call, body)

export interface BankAccountsCsvQuery {
  open?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 银行账户导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const bankAccountsCsv = (api: Api, query: BankAccountsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts.csv${queryOf(query)}`, call)

export interface BankAccountsXlsxQuery {
  open?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 银行账户导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const bankAccountsXlsx = (api: Api, query: BankAccountsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts.xlsx${queryOf(query)}`, call)

export interface BankBalancesQuery {
  until?: string | undefined
}

/** 截至某日银行与账面的余额，及对账单的断档、未核对的期初余额 */
export const bankBalances = (api: Api, bankAccountId: string, query: BankBalancesQuery = {}, call?: Call): Promise<Balances> =>
  api.get<Balances>(`/bank-accounts/${part(bankAccountId)}/balances${queryOf(query)}`, call)

/** 登记银行账户已销户 */
export const closeAccount = (api: Api, bankAccountId: string, call?: Call): Promise<BankAccountView> =>
  api.write<BankAccountView>('POST', `/bank-accounts/${part(bankAccountId)}/closing`, call)

export interface BankDifferencesQuery {
  until?: string | undefined
  at_bank?: boolean | undefined
  explained?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 截至某日的未达账项 */
export const bankDifferences = (api: Api, bankAccountId: string, query: BankDifferencesQuery = {}, call?: Call): Promise<DifferenceList> =>
  api.get<DifferenceList>(`/bank-accounts/${part(bankAccountId)}/differences${queryOf(query)}`, call)

export interface BankDifferencesCsvQuery {
  until?: string | undefined
  at_bank?: boolean | undefined
  explained?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 未达账项导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const bankDifferencesCsv = (api: Api, bankAccountId: string, query: BankDifferencesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/differences.csv${queryOf(query)}`, call)

export interface BankDifferencesXlsxQuery {
  until?: string | undefined
  at_bank?: boolean | undefined
  explained?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 未达账项导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const bankDifferencesXlsx = (api: Api, bankAccountId: string, query: BankDifferencesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/differences.xlsx${queryOf(query)}`, call)

export interface ExplanationsQuery {
  line_id?: string | undefined
  posting_id?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 某笔未达账项历次的说明，最新在前 */
export const explanations = (api: Api, bankAccountId: string, query: ExplanationsQuery = {}, call?: Call): Promise<ExplanationList> =>
  api.get<ExplanationList>(`/bank-accounts/${part(bankAccountId)}/explanations${queryOf(query)}`, call)

/** 说明未达账项的原因 */
export const explainDifferences = (api: Api, bankAccountId: string, body: ExplanationBody, call?: Call): Promise<Explained> =>
  api.write<Explained>('POST', `/bank-accounts/${part(bankAccountId)}/explanations`, call, body)

export interface BankLinesQuery {
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  matched?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 某银行账户已入库的流水，按日期 */
export const bankLines = (api: Api, bankAccountId: string, query: BankLinesQuery = {}, call?: Call): Promise<BankLineList> =>
  api.get<BankLineList>(`/bank-accounts/${part(bankAccountId)}/lines${queryOf(query)}`, call)

export interface BankLinesCsvQuery {
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  matched?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 银行流水导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const bankLinesCsv = (api: Api, bankAccountId: string, query: BankLinesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/lines.csv${queryOf(query)}`, call)

export interface BankLinesXlsxQuery {
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  matched?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 银行流水导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const bankLinesXlsx = (api: Api, bankAccountId: string, query: BankLinesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/lines.xlsx${queryOf(query)}`, call)

export interface BankMatchesQuery {
  undone?: boolean | undefined
  basis?: Basis | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 已核对的对应关系，最新在前 */
export const bankMatches = (api: Api, bankAccountId: string, query: BankMatchesQuery = {}, call?: Call): Promise<MatchList> =>
  api.get<MatchList>(`/bank-accounts/${part(bankAccountId)}/matches${queryOf(query)}`, call)

/** 人工核对 */
export const matchByHand = (api: Api, bankAccountId: string, body: MatchBody, call?: Call): Promise<MatchView> =>
  api.write<MatchView>('POST', `/bank-accounts/${part(bankAccountId)}/matches`, call, body)

/** 自动核对 */
export const matchByItself = (api: Api, bankAccountId: string, call?: Call): Promise<AutoMatched> =>
  api.write<AutoMatched>('POST', `/bank-accounts/${part(bankAccountId)}/matching/auto`, call)

/** 核对期初余额 */
export const matchopeningMatch = (api: Api, bankAccountId: string, body: OpeningBody, call?: Call): Promise<MatchView> =>
  api.write<MatchView>('POST', `/bank-accounts/${part(bankAccountId)}/matching/opening`, call, body)

export interface BankReconciliationsQuery {
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 某银行账户的余额调节表，最新在前 */
export const bankReconciliations = (api: Api, bankAccountId: string, query: BankReconciliationsQuery = {}, call?: Call): Promise<ReconciliationLineList> =>
  api.get<ReconciliationLineList>(`/bank-accounts/${part(bankAccountId)}/reconciliations${queryOf(query)}`, call)

/** 编制某月银行存款余额调节表 */
export const prepareReconciliation = (api: Api, bankAccountId: string, body: MonthBody, call?: Call): Promise<ReconciliationView> =>
  api.write<ReconciliationView>('POST', `/bank-accounts/${part(bankAccountId)}/reconciliations`, call, body)

export interface BankReconciliationsCsvQuery {
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 余额调节表导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const bankReconciliationsCsv = (api: Api, bankAccountId: string, query: BankReconciliationsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/reconciliations.csv${queryOf(query)}`, call)

export interface BankReconciliationsXlsxQuery {
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 余额调节表导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const bankReconciliationsXlsx = (api: Api, bankAccountId: string, query: BankReconciliationsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/reconciliations.xlsx${queryOf(query)}`, call)

export interface BankStatementsQuery {
  state?: 'dropped' | 'faulty' | 'mapping' | 'ready' | 'taken' | undefined
  /** 排序 */
  sort?: '' | 'day' | 'newest' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 某银行账户的对账单，最新上传在前 */
export const bankStatements = (api: Api, bankAccountId: string, query: BankStatementsQuery = {}, call?: Call): Promise<StatementLineFileList> =>
  api.get<StatementLineFileList>(`/bank-accounts/${part(bankAccountId)}/statements${queryOf(query)}`, call)

/** 上传银行对账单（xlsx、csv） */
export const uploadStatement = (api: Api, bankAccountId: string, filePath: string, call?: Call): Promise<StatementView> =>
  api.upload<StatementView>(`/bank-accounts/${part(bankAccountId)}/statements`, filePath, call)

export interface BankStatementsCsvQuery {
  state?: 'dropped' | 'faulty' | 'mapping' | 'ready' | 'taken' | undefined
  /** 排序 */
  sort?: '' | 'day' | 'newest' | undefined
}

/** 银行对账单导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const bankStatementsCsv = (api: Api, bankAccountId: string, query: BankStatementsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/statements.csv${queryOf(query)}`, call)

export interface BankStatementsXlsxQuery {
  state?: 'dropped' | 'faulty' | 'mapping' | 'ready' | 'taken' | undefined
  /** 排序 */
  sort?: '' | 'day' | 'newest' | undefined
}

/** 银行对账单导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const bankStatementsXlsx = (api: Api, bankAccountId: string, query: BankStatementsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/statements.xlsx${queryOf(query)}`, call)

export interface MatchSuggestionsQuery {
  sure?: boolean | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 银行流水与账目可能对应的建议，按日期，两边都唯一的标明 */
export const matchSuggestions = (api: Api, bankAccountId: string, query: MatchSuggestionsQuery = {}, call?: Call): Promise<SuggestionList> =>
  api.get<SuggestionList>(`/bank-accounts/${part(bankAccountId)}/suggestions${queryOf(query)}`, call)

/** 撤销一笔核对（保留记录） */
export const undoMatch = (api: Api, matchId: string, body: ReasonBody, call?: Call): Promise<MatchView> =>
  api.write<MatchView>('POST', `/bank-matches/${part(matchId)}/undoing`, call, body)

/** 某份对账单 */
export const bankStatement = (api: Api, statementId: string, call?: Call): Promise<StatementView> =>
  api.get<StatementView>(`/bank-statements/${part(statementId)}`, call)

/** 放弃尚未入库的对账单 */
export const dropStatement = (api: Api, statementId: string, call?: Call): Promise<StatementView> =>
  api.write<StatementView>('POST', `/bank-statements/${part(statementId)}/dropping`, call)

/** 指明对账单各列，并逐行核对 */
export const mapStatement = (api: Api, statementId: string, body: MappingBody, call?: Call): Promise<StatementView> =>
  api.write<StatementView>('PUT', `/bank-statements/${part(statementId)}/mapping`, call, body)

/** 对账单入库 */
export const takeStatement = (api: Api, statementId: string, body: TakingBody, call?: Call): Promise<StatementView> =>
  api.write<StatementView>('POST', `/bank-statements/${part(statementId)}/taking`, call, body)

export interface ListRatesQuery {
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand' | undefined
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 基准利率的录入与复核记录，按起始日最新在前 */
export const listRates = (api: Api, query: ListRatesQuery = {}, call?: Call): Promise<RateList> =>
  api.get<RateList>(`/benchmark-rates${queryOf(query)}`, call)

/** 录入人民银行公布的基准利率、起始日和依据，由第二人复核后生效 */
export const proposeRate = (api: Api, body: RateBody, call?: Call): Promise<RateView> =>
  api.write<RateView>('POST', '/benchmark-rates', call, body)

export interface ListRatesCsvQuery {
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand' | undefined
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 基准利率导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listRatesCsv = (api: Api, query: ListRatesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/benchmark-rates.csv${queryOf(query)}`, call)

export interface ListRatesXlsxQuery {
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand' | undefined
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 基准利率导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listRatesXlsx = (api: Api, query: ListRatesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/benchmark-rates.xlsx${queryOf(query)}`, call)

/** 一条基准利率及其复核后将改变的存期（已结息的存期不变） */
export const rateDetail = (api: Api, rateId: string, call?: Call): Promise<RateDetail> =>
  api.get<RateDetail>(`/benchmark-rates/${part(rateId)}`, call)

/** 第二人复核基准利率 */
export const confirmBenchmarkRate = (api: Api, rateId: string, call?: Call): Promise<RateView> =>
  api.write<RateView>('POST', `/benchmark-rates/${part(rateId)}/confirmation`, call)

/** 基准利率不予采用，写明理由 */
export const dropBenchmarkRate = (api: Api, rateId: string, body: Dropping, call?: Call): Promise<RateView> =>
  api.write<RateView>('POST', `/benchmark-rates/${part(rateId)}/dropping`, call, body)

/** 一份绑定材料及该房屋名册中的现有产权人（脱敏），供审核 */
export const getClaim = (api: Api, claimId: string, call?: Call): Promise<ClaimDetail> =>
  api.get<ClaimDetail>(`/binding-claims/${part(claimId)}`, call)

/** 审核绑定材料 */
export const decideClaim = (api: Api, claimId: string, body: ClaimDecision, call?: Call): Promise<ClaimView> =>
  api.write<ClaimView>('POST', `/binding-claims/${part(claimId)}/decision`, call, body)

/** 查看申请人的姓名和证件号码，须写明理由，并留下记录 */
export const unmaskClaim = (api: Api, claimId: string, body: Reason, call?: Call): Promise<FullIdentity> =>
  api.write<FullIdentity>('POST', `/binding-claims/${part(claimId)}/unmasking`, call, body)

/** 录入记账单位变更（按幢改按单元，或相反），待另一人复核后生效 */
export const enterSwitch = (api: Api, buildingId: string, body: SwitchEntry, call?: Call): Promise<SwitchView> =>
  api.write<SwitchView>('POST', `/buildings/${part(buildingId)}/scope-switch`, call, body)

/** 录入或更正一个工作日或休息日，须注明依据 */
export const enterDay = (api: Api, body: NewDay, call?: Call): Promise<YearView> =>
  api.write<YearView>('POST', '/calendar/days', call, body)

/** 宣布某年的节假日安排已公布并全部录入 */
export const publishYear = (api: Api, body: NewYear, call?: Call): Promise<YearView> =>
  api.write<YearView>('POST', '/calendar/years', call, body)

/** 受理 */
export const accept = (api: Api, caseId: string, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/acceptance`, call)

/** 取消紧急标记，写明理由 */
export const unflag = (api: Api, caseId: string, body: CaseReason, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/emergency/lifting`, call, body)

/** 人工暂停办件，写明理由 */
export const holdCase = (api: Api, caseId: string, body: CaseReason, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/hold`, call, body)

/** 解除人工暂停 */
export const releaseCase = (api: Api, caseId: string, body: CaseReason, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/hold/release`, call, body)

/** 退回张贴影像（不是该单元、看不清、已被撕下等） */
export const refuseLobby = (api: Api, caseId: string, unitId: string, body: CaseReason, call?: Call): Promise<NoticeBoard> =>
  api.write<NoticeBoard>('POST', `/cases/${part(caseId)}/lobbies/${part(unitId)}/refusal`, call, body)

/** 发布公示 */
export const publishNotice = (api: Api, caseId: string, call?: Call): Promise<NoticeBoard> =>
  api.write<NoticeBoard>('POST', `/cases/${part(caseId)}/notice`, call)

/** 录入纸质反对意见及收件时间和扫描件 */
export const enterPaper = (api: Api, caseId: string, body: PaperObjection, call?: Call): Promise<ObjectionReceipt> =>
  api.write<ObjectionReceipt>('POST', `/cases/${part(caseId)}/paper-objections`, call, body)

/** 拨付复核 */
export const approvePayout = (api: Api, caseId: string, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/payout/approval`, call)

/** 拨付制单 */
export const preparePayout = (api: Api, caseId: string, body: Preparation, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/payout/preparation`, call, body)

/** 退回拨付材料，写明缺少什么 */
export const returnPayout = (api: Api, caseId: string, body: CaseReason, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/payout/return`, call, body)

/** 提交查勘结果和保险方案 */
export const filePlan = (api: Api, caseId: string, body: PlanBody, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/plan`, call, body)

/** 出具保险单，保险生效 */
export const issuePolicy = (api: Api, caseId: string, body: PolicyBody, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/policy`, call, body)

export interface ListReceiptsQuery {
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  home_id?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 办件的归集款记录，最新在前 */
export const listReceipts = (api: Api, caseId: string, query: ListReceiptsQuery = {}, call?: Call): Promise<ReceiptList> =>
  api.get<ReceiptList>(`/cases/${part(caseId)}/receipts${queryOf(query)}`, call)

/** 录入业主补缴或独立产权人缴存的保费（现金、转账），待另一人复核后入账 */
export const enterReceipt = (api: Api, caseId: string, body: ReceiptBody, call?: Call): Promise<ReceiptView> =>
  api.write<ReceiptView>('POST', `/cases/${part(caseId)}/receipts`, call, body)

export interface ListReceiptsCsvQuery {
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  home_id?: string | undefined
}

/** 归集款导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listReceiptsCsv = (api: Api, caseId: string, query: ListReceiptsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/receipts.csv${queryOf(query)}`, call)

export interface ListReceiptsXlsxQuery {
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  home_id?: string | undefined
}

/** 归集款导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listReceiptsXlsx = (api: Api, caseId: string, query: ListReceiptsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/receipts.xlsx${queryOf(query)}`, call)

/** 复核归集款并入账，可一次复核多笔 */
export const confirmReceipts = (api: Api, caseId: string, body: Confirmation, call?: Call): Promise<Confirmed> =>
  api.write<Confirmed>('POST', `/cases/${part(caseId)}/receipts/confirmation`, call, body)

export interface EnterReceiptsFileQuery {
  custody_id: string
}

/** 导入银行代收文件（房屋编号、金额、日期、凭证号） */
export const enterReceiptsFile = (api: Api, caseId: string, query: EnterReceiptsFileQuery, filePath: string, call?: Call): Promise<ReceiptsEntered> =>
  api.upload<ReceiptsEntered>(`/cases/${part(caseId)}/receipts/file${queryOf(query)}`, filePath, call)

/** 复核一笔归集款并入账 */
export const confirmReceipt = (api: Api, caseId: string, receiptId: string, call?: Call): Promise<ReceiptView> =>
  api.write<ReceiptView>('POST', `/cases/${part(caseId)}/receipts/${part(receiptId)}/confirmation`, call)

/** 作废尚未复核的归集款录入，须写明理由 */
export const dropReceipt = (api: Api, caseId: string, receiptId: string, body: Dropping, call?: Call): Promise<ReceiptView> =>
  api.write<ReceiptView>('POST', `/cases/${part(caseId)}/receipts/${part(receiptId)}/dropping`, call, body)

/** 核对并登记直接投保的保险单，所列电梯即为已投保 */
export const recordPolicy = (api: Api, caseId: string, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/recording`, call)

export interface ListRefundsQuery {
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  home_id?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 办件的退款记录，最新在前 */
export const listRefunds = (api: Api, caseId: string, query: ListRefundsQuery = {}, call?: Call): Promise<RefundList> =>
  api.get<RefundList>(`/cases/${part(caseId)}/refunds${queryOf(query)}`, call)

/** 录入退款 */
export const enterRefund = (api: Api, caseId: string, body: RefundBody, call?: Call): Promise<RefundView> =>
  api.write<RefundView>('POST', `/cases/${part(caseId)}/refunds`, call, body)

export interface ListRefundsCsvQuery {
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  home_id?: string | undefined
}

/** 退款导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listRefundsCsv = (api: Api, caseId: string, query: ListRefundsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/refunds.csv${queryOf(query)}`, call)

export interface ListRefundsXlsxQuery {
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  home_id?: string | undefined
}

/** 退款导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listRefundsXlsx = (api: Api, caseId: string, query: ListRefundsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/refunds.xlsx${queryOf(query)}`, call)

/** 复核退款并支付入账 */
export const confirmRefund = (api: Api, caseId: string, refundId: string, call?: Call): Promise<RefundView> =>
  api.write<RefundView>('POST', `/cases/${part(caseId)}/refunds/${part(refundId)}/confirmation`, call)

/** 作废尚未复核的退款录入，须写明理由 */
export const dropRefund = (api: Api, caseId: string, refundId: string, body: Dropping, call?: Call): Promise<RefundView> =>
  api.write<RefundView>('POST', `/cases/${part(caseId)}/refunds/${part(refundId)}/dropping`, call, body)

/** 登记备案，取得备案编号 */
export const register = (api: Api, caseId: string, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/registration`, call)

/** 不予办理，写明理由 */
export const reject = (api: Api, caseId: string, body: CaseReason, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/rejection`, call, body)

/** 退回补正，写明缺少什么 */
export const sendBack = (api: Api, caseId: string, body: CaseReason, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/return`, call, body)

/** 开设或核对电梯保险专户，登记户名和退款账户 */
export const openSpecial = (api: Api, caseId: string, body: Holder, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/special-account`, call, body)

export interface CheckVoteQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 表决前核对 */
export const checkVote = (api: Api, caseId: string, query: CheckVoteQuery = {}, call?: Call): Promise<VoteCheck> =>
  api.get<VoteCheck>(`/cases/${part(caseId)}/vote-check${queryOf(query)}`, call)

/** 组织业主表决 */
export const openVote = (api: Api, caseId: string, body: VoteOpening, call?: Call): Promise<VoteView> =>
  api.write<VoteView>('POST', `/cases/${part(caseId)}/votes`, call, body)

/** 登记小区备案的议事规则对未表态业主的规定，附备案文本 */
export const fileRules = (api: Api, communityId: string, body: FiledRules, call?: Call): Promise<ParameterChangeView> =>
  api.write<ParameterChangeView>('POST', `/communities/${part(communityId)}/filed-rules`, call, body)

export interface ListDeliveriesQuery {
  state?: '' | 'dead' | 'leased' | 'maybe' | 'refused' | 'sent' | 'unconsented' | 'waiting' | undefined
  template?: string | undefined
  case_id?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 微信消息的发送情况和每次尝试的结果，不显示接收人 */
export const listDeliveries = (api: Api, query: ListDeliveriesQuery = {}, call?: Call): Promise<DeliveryList> =>
  api.get<DeliveryList>(`/deliveries${queryOf(query)}`, call)

export interface ListDeliveriesCsvQuery {
  state?: '' | 'dead' | 'leased' | 'maybe' | 'refused' | 'sent' | 'unconsented' | 'waiting' | undefined
  template?: string | undefined
  case_id?: string | undefined
}

/** 微信消息发送情况导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listDeliveriesCsv = (api: Api, query: ListDeliveriesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/deliveries.csv${queryOf(query)}`, call)

export interface ListDeliveriesXlsxQuery {
  state?: '' | 'dead' | 'leased' | 'maybe' | 'refused' | 'sent' | 'unconsented' | 'waiting' | undefined
  template?: string | undefined
  case_id?: string | undefined
}

/** 微信消息发送情况导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listDeliveriesXlsx = (api: Api, query: ListDeliveriesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/deliveries.xlsx${queryOf(query)}`, call)

/** 将已放弃的微信消息再发送一次 */
export const retryDelivery = (api: Api, deliveryId: string, call?: Call): Promise<DeliveryView> =>
  api.write<DeliveryView>('POST', `/deliveries/${part(deliveryId)}/retry`, call)

export interface ListDepositsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
  state?: string | undefined
  bank?: string | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand' | undefined
  matures_before?: string | undefined
  overdue?: boolean | undefined
  /** 排序 */
  sort?: '' | 'maturity' | 'newest' | undefined
}

/** 存款一览，按到期日 */
export const listDeposits = (api: Api, query: ListDepositsQuery = {}, call?: Call): Promise<DepositList> =>
  api.get<DepositList>(`/deposits${queryOf(query)}`, call)

/** 录入存款，可来自已定标的竞争性存放 */
export const enterDeposit = (api: Api, body: DepositBody, call?: Call): Promise<DepositView> =>
  api.secret<DepositView>('POST', '/deposits', call, body)

export interface ListDepositsCsvQuery {
  state?: string | undefined
  bank?: string | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand' | undefined
  matures_before?: string | undefined
  overdue?: boolean | undefined
  /** 排序 */
  sort?: '' | 'maturity' | 'newest' | undefined
}

/** 存款导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listDepositsCsv = (api: Api, query: ListDepositsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/deposits.csv${queryOf(query)}`, call)

export interface ListDepositsXlsxQuery {
  state?: string | undefined
  bank?: string | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand' | undefined
  matures_before?: string | undefined
  overdue?: boolean | undefined
  /** 排序 */
  sort?: '' | 'maturity' | 'newest' | undefined
}

/** 存款导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listDepositsXlsx = (api: Api, query: ListDepositsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/deposits.xlsx${queryOf(query)}`, call)

/** 导入存款的接收进度 */
export const takingOver = (api: Api, call?: Call): Promise<TakingOver> =>
  api.get<TakingOver>('/deposits/taking-over', call)

/** 提出接收全部导入的存款 */
export const proposeTakingOver = (api: Api, call?: Call): Promise<TakingOver> =>
  api.write<TakingOver>('POST', '/deposits/taking-over', call)

/** 第二人复核接收 */
export const confirmTakingOver = (api: Api, call?: Call): Promise<TakingOver> =>
  api.write<TakingOver>('POST', '/deposits/taking-over/confirmation', call)

/** 全部不予接收，写明理由 */
export const dropTakingOver = (api: Api, body: Dropping, call?: Call): Promise<TakingOver> =>
  api.write<TakingOver>('POST', '/deposits/taking-over/dropping', call, body)

export interface DepositDetailQuery {
  on?: string | undefined
}

/** 一笔存款及其各存期，和截至某日的增值收益估算（不得动用） */
export const depositDetail = (api: Api, depositId: string, query: DepositDetailQuery = {}, call?: Call): Promise<DepositDetail> =>
  api.get<DepositDetail>(`/deposits/${part(depositId)}${queryOf(query)}`, call)

/** 录入银行结息单（到期、提前支取、转存或活期结息），由第二人复核后入账 */
export const enterAdvice = (api: Api, depositId: string, body: AdviceBody, call?: Call): Promise<SettlementView> =>
  api.write<SettlementView>('POST', `/deposits/${part(depositId)}/advices`, call, body)

export interface PreviewAdviceQuery {
  credited_on?: string | undefined
  interest_fen?: number | undefined
  /** 截止日 */
  to_on?: string | undefined
  part_fen?: number | undefined
  renew?: boolean | undefined
  renewed_rate_e4?: number | undefined
  capitalise?: boolean | undefined
  demand_rate_e4?: number | undefined
}

/** 试算结息单 */
export const previewAdvice = (api: Api, depositId: string, query: PreviewAdviceQuery = {}, call?: Call): Promise<AdvicePreview> =>
  api.get<AdvicePreview>(`/deposits/${part(depositId)}/advices/preview${queryOf(query)}`, call)

/** 第二人复核存款，本金自银行账户转入定期存款 */
export const confirmDeposit = (api: Api, depositId: string, call?: Call): Promise<DepositView> =>
  api.write<DepositView>('POST', `/deposits/${part(depositId)}/confirmation`, call)

/** 作废尚未复核的存款录入，写明理由 */
export const dropDeposit = (api: Api, depositId: string, body: Dropping, call?: Call): Promise<DepositView> =>
  api.write<DepositView>('POST', `/deposits/${part(depositId)}/dropping`, call, body)

/** 第二人复核接收一笔存款 */
export const confirmDepositTakenOver = (api: Api, depositId: string, call?: Call): Promise<DepositView> =>
  api.write<DepositView>('POST', `/deposits/${part(depositId)}/taking-over/confirmation`, call)

/** 不予接收一笔存款，写明理由 */
export const dropDepositTakenOver = (api: Api, depositId: string, body: Dropping, call?: Call): Promise<DepositView> =>
  api.write<DepositView>('POST', `/deposits/${part(depositId)}/taking-over/dropping`, call, body)

export interface DeskQuery {
  whose?: 'all' | 'entered' | 'mine' | undefined
  kind?: string | undefined
  community_id?: string | undefined
  insurer_id?: string | undefined
  overdue?: boolean | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'oldest' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 待办事项 */
export const desk = (api: Api, query: DeskQuery = {}, call?: Call): Promise<DeskList> =>
  api.get<DeskList>(`/desk${queryOf(query)}`, call)

export interface DeskCsvQuery {
  whose?: 'all' | 'entered' | 'mine' | undefined
  kind?: string | undefined
  community_id?: string | undefined
  insurer_id?: string | undefined
  overdue?: boolean | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'oldest' | undefined
}

/** 待办事项导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const deskCsv = (api: Api, query: DeskCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/desk.csv${queryOf(query)}`, call)

export interface DeskXlsxQuery {
  whose?: 'all' | 'entered' | 'mine' | undefined
  kind?: string | undefined
  community_id?: string | undefined
  insurer_id?: string | undefined
  overdue?: boolean | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'oldest' | undefined
}

/** 待办事项导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const deskXlsx = (api: Api, query: DeskXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/desk.xlsx${queryOf(query)}`, call)

export interface DeskCountsQuery {
  whose?: 'all' | 'mine' | undefined
}

/** 各类待办的件数、超期件数和最早等待时间 */
export const deskCounts = (api: Api, query: DeskCountsQuery = {}, call?: Call): Promise<DeskCounts> =>
  api.get<DeskCounts>(`/desk/counts${queryOf(query)}`, call)

export interface ListFundsQuery {
  kind?: FundKind | undefined
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  home_id?: string | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 维修资金收支批次一览，最新在前 */
export const listFunds = (api: Api, query: ListFundsQuery = {}, call?: Call): Promise<BatchList> =>
  api.get<BatchList>(`/fund-batches${queryOf(query)}`, call)

/** 逐户录入维修资金的首期交存、续筹、使用或退款，待另一人复核后入账 */
export const enterFunds = (api: Api, body: FundEntry, call?: Call): Promise<BatchView> =>
  api.write<BatchView>('POST', '/fund-batches', call, body)

export interface ListFundsCsvQuery {
  kind?: FundKind | undefined
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  home_id?: string | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
}

/** 维修资金收支导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listFundsCsv = (api: Api, query: ListFundsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/fund-batches.csv${queryOf(query)}`, call)

export interface ListFundsXlsxQuery {
  kind?: FundKind | undefined
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  home_id?: string | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
}

/** 维修资金收支导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listFundsXlsx = (api: Api, query: ListFundsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/fund-batches.xlsx${queryOf(query)}`, call)

export interface EnterFundsFileQuery {
  kind: FundKind
  custody_id: string
  from_suspense?: boolean | undefined
}

/** 导入维修资金收支表（房屋编号、金额、日期、凭证号） */
export const enterFundsFile = (api: Api, query: EnterFundsFileQuery, filePath: string, call?: Call): Promise<Entered> =>
  api.upload<Entered>(`/fund-batches/file${queryOf(query)}`, filePath, call)

/** 按面积将一笔使用分摊到楼栋或单元的各户 */
export const splitUse = (api: Api, body: SplitUse, call?: Call): Promise<BatchView> =>
  api.write<BatchView>('POST', '/fund-batches/split', call, body)

/** 一批维修资金收支 */
export const getFunds = (api: Api, batchId: string, call?: Call): Promise<BatchView> =>
  api.get<BatchView>(`/fund-batches/${part(batchId)}`, call)

/** 复核维修资金收支 */
export const confirmFundBatch = (api: Api, batchId: string, call?: Call): Promise<BatchView> =>
  api.write<BatchView>('POST', `/fund-batches/${part(batchId)}/confirmation`, call)

/** 作废尚未复核的维修资金收支录入，须写明理由 */
export const dropFundBatch = (api: Api, batchId: string, body: Dropping, call?: Call): Promise<BatchView> =>
  api.write<BatchView>('POST', `/fund-batches/${part(batchId)}/dropping`, call, body)

export interface LinesOfFundsQuery {
  owing?: boolean | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 一批中的各户 */
export const linesOfFunds = (api: Api, batchId: string, query: LinesOfFundsQuery = {}, call?: Call): Promise<BatchLineList> =>
  api.get<BatchLineList>(`/fund-batches/${part(batchId)}/lines${queryOf(query)}`, call)

export interface LinesOfFundsCsvQuery {
  owing?: boolean | undefined
}

/** 维修资金收支明细导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const linesOfFundsCsv = (api: Api, batchId: string, query: LinesOfFundsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/fund-batches/${part(batchId)}/lines.csv${queryOf(query)}`, call)

export interface LinesOfFundsXlsxQuery {
  owing?: boolean | undefined
}

/** 维修资金收支明细导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const linesOfFundsXlsx = (api: Api, batchId: string, query: LinesOfFundsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/fund-batches/${part(batchId)}/lines.xlsx${queryOf(query)}`, call)

export interface ListWarningsQuery {
  community_id?: string | undefined
  scope_id?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 续筹提醒 */
export const listWarnings = (api: Api, query: ListWarningsQuery = {}, call?: Call): Promise<WarningList> =>
  api.get<WarningList>(`/fund-warnings${queryOf(query)}`, call)

export interface ListWarningsCsvQuery {
  community_id?: string | undefined
  scope_id?: string | undefined
}

/** 续筹提醒导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listWarningsCsv = (api: Api, query: ListWarningsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/fund-warnings.csv${queryOf(query)}`, call)

export interface ListWarningsXlsxQuery {
  community_id?: string | undefined
  scope_id?: string | undefined
}

/** 续筹提醒导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listWarningsXlsx = (api: Api, query: ListWarningsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/fund-warnings.xlsx${queryOf(query)}`, call)

/** 录入全体共有人签名推举的代表，待第二人核对后生效 */
export const nameRepresentative = (api: Api, homeId: string, body: Naming, call?: Call): Promise<RepresentativeView> =>
  api.write<RepresentativeView>('POST', `/homes/${part(homeId)}/representative`, call, body)

export interface ListImportsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
  state?: '' | 'applied' | 'applying' | 'checking' | 'dropped' | 'failed' | 'faulty' | 'ready' | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 名册导入一览，最新在前 */
export const listImports = (api: Api, query: ListImportsQuery = {}, call?: Call): Promise<ImportList> =>
  api.get<ImportList>(`/imports${queryOf(query)}`, call)

/** 上传名册（xlsx、csv 或 csv 的 zip 包） */
export const uploadRoll = (api: Api, filePath: string, call?: Call): Promise<ImportView> =>
  api.upload<ImportView>('/imports', filePath, call)

export interface ListImportsCsvQuery {
  state?: '' | 'applied' | 'applying' | 'checking' | 'dropped' | 'failed' | 'faulty' | 'ready' | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 名册导入导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listImportsCsv = (api: Api, query: ListImportsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/imports.csv${queryOf(query)}`, call)

export interface ListImportsXlsxQuery {
  state?: '' | 'applied' | 'applying' | 'checking' | 'dropped' | 'failed' | 'faulty' | 'ready' | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 名册导入导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listImportsXlsx = (api: Api, query: ListImportsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/imports.xlsx${queryOf(query)}`, call)

/** 某次导入的状态与进度 */
export const seeImport = (api: Api, importId: string, call?: Call): Promise<ImportView> =>
  api.get<ImportView>(`/imports/${part(importId)}`, call)

export interface ImportChangesQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
  table?: string | undefined
}

/** 某次导入更改了什么 */
export const importChanges = (api: Api, importId: string, query: ImportChangesQuery = {}, call?: Call): Promise<RollChangeList> =>
  api.get<RollChangeList>(`/imports/${part(importId)}/changes${queryOf(query)}`, call)

export interface ImportChangesCsvQuery {
  table?: string | undefined
}

/** 名册变更导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const importChangesCsv = (api: Api, importId: string, query: ImportChangesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/imports/${part(importId)}/changes.csv${queryOf(query)}`, call)

export interface ImportChangesXlsxQuery {
  table?: string | undefined
}

/** 名册变更导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const importChangesXlsx = (api: Api, importId: string, query: ImportChangesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/imports/${part(importId)}/changes.xlsx${queryOf(query)}`, call)

/** 复核导入 */
export const confirmImport = (api: Api, importId: string, call?: Call): Promise<ImportView> =>
  api.write<ImportView>('POST', `/imports/${part(importId)}/confirmation`, call)

/** 放弃导入并说明原因 */
export const dropImport = (api: Api, importId: string, body: Dropping, call?: Call): Promise<ImportView> =>
  api.write<ImportView>('POST', `/imports/${part(importId)}/dropping`, call, body)

export interface ImportErrorsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
  sheet?: string | undefined
}

/** 逐行错误 */
export const importErrors = (api: Api, importId: string, query: ImportErrorsQuery = {}, call?: Call): Promise<ImportFaultList> =>
  api.get<ImportFaultList>(`/imports/${part(importId)}/errors${queryOf(query)}`, call)

export interface ImportErrorsCsvQuery {
  sheet?: string | undefined
}

/** 导入错误导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const importErrorsCsv = (api: Api, importId: string, query: ImportErrorsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/imports/${part(importId)}/errors.csv${queryOf(query)}`, call)

export interface ImportErrorsXlsxQuery {
  sheet?: string | undefined
}

/** 导入错误导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const importErrorsXlsx = (api: Api, importId: string, query: ImportErrorsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/imports/${part(importId)}/errors.xlsx${queryOf(query)}`, call)

/** 未能完成的导入再试 */
export const retryImport = (api: Api, importId: string, call?: Call): Promise<ImportView> =>
  api.write<ImportView>('POST', `/imports/${part(importId)}/retry`, call)

/** 登记入围保险机构、入围期限和收款账户 */
export const admitInsurer = (api: Api, body: NewInsurer, call?: Call): Promise<InsurerView> =>
  api.secret<InsurerView>('POST', '/insurers', call, body)

/** 暂停或恢复保险机构的入围资格 */
export const suspendInsurer = (api: Api, insurerId: string, body: Suspension, call?: Call): Promise<InsurerView> =>
  api.write<InsurerView>('POST', `/insurers/${part(insurerId)}/suspension`, call, body)

export interface BookAccountsQuery {
  kind?: AccountKind | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 账户一览，按编号 */
export const bookAccounts = (api: Api, query: BookAccountsQuery = {}, call?: Call): Promise<BookAccountList> =>
  api.get<BookAccountList>(`/ledger/accounts${queryOf(query)}`, call)

export interface BookAccountsCsvQuery {
  kind?: AccountKind | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 账户一览导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const bookAccountsCsv = (api: Api, query: BookAccountsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/ledger/accounts.csv${queryOf(query)}`, call)

export interface BookAccountsXlsxQuery {
  kind?: AccountKind | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 账户一览导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const bookAccountsXlsx = (api: Api, query: BookAccountsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/ledger/accounts.xlsx${queryOf(query)}`, call)

export interface StatementOfAccountQuery {
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 某账户收支明细，最新在前 */
export const statementOfAccount = (api: Api, accountId: string, query: StatementOfAccountQuery = {}, call?: Call): Promise<StatementLineList> =>
  api.get<StatementLineList>(`/ledger/accounts/${part(accountId)}/statement${queryOf(query)}`, call)

export interface StatementOfAccountCsvQuery {
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
}

/** 账户收支明细导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const statementOfAccountCsv = (api: Api, accountId: string, query: StatementOfAccountCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/ledger/accounts/${part(accountId)}/statement.csv${queryOf(query)}`, call)

export interface StatementOfAccountXlsxQuery {
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
}

/** 账户收支明细导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const statementOfAccountXlsx = (api: Api, accountId: string, query: StatementOfAccountXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/ledger/accounts/${part(accountId)}/statement.xlsx${queryOf(query)}`, call)

export interface ListJournalsQuery {
  kind?: JournalKind | undefined
  account_id?: string | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 凭证列表 */
export const listJournals = (api: Api, query: ListJournalsQuery = {}, call?: Call): Promise<JournalList> =>
  api.get<JournalList>(`/ledger/journals${queryOf(query)}`, call)

export interface ListJournalsCsvQuery {
  kind?: JournalKind | undefined
  account_id?: string | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 凭证列表导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listJournalsCsv = (api: Api, query: ListJournalsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/ledger/journals.csv${queryOf(query)}`, call)

export interface ListJournalsXlsxQuery {
  kind?: JournalKind | undefined
  account_id?: string | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 凭证列表导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listJournalsXlsx = (api: Api, query: ListJournalsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/ledger/journals.xlsx${queryOf(query)}`, call)

export interface SeeJournalQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 一笔凭证的借贷双方 */
export const seeJournal = (api: Api, journalId: string, query: SeeJournalQuery = {}, call?: Call): Promise<JournalView> =>
  api.get<JournalView>(`/ledger/journals/${part(journalId)}${queryOf(query)}`, call)

export interface TrialBalanceQuery {
  effective_on?: string | undefined
  recorded_at?: string | undefined
}

/** 试算平衡 */
export const trialBalance = (api: Api, query: TrialBalanceQuery = {}, call?: Call): Promise<TrialBalance> =>
  api.get<TrialBalance>(`/ledger/trial-balance${queryOf(query)}`, call)

export interface TrialBalanceFileQuery {
  effective_on?: string | undefined
  recorded_at?: string | undefined
}

/** 导出试算平衡表 */
export const trialBalanceFile = (api: Api, query: TrialBalanceFileQuery = {}, call?: Call): Promise<string> =>
  api.download(`/ledger/trial-balance.xlsx${queryOf(query)}`, call)

export interface ListVouchersQuery {
  state?: '' | 'draft' | 'dropped' | 'posted' | undefined
  kind?: VoucherKind | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 手工凭证列表，最后录入的在前 */
export const listVouchers = (api: Api, query: ListVouchersQuery = {}, call?: Call): Promise<VoucherList> =>
  api.get<VoucherList>(`/ledger/vouchers${queryOf(query)}`, call)

export interface ListVouchersCsvQuery {
  state?: '' | 'draft' | 'dropped' | 'posted' | undefined
  kind?: VoucherKind | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
}

/** 手工凭证导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listVouchersCsv = (api: Api, query: ListVouchersCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/ledger/vouchers.csv${queryOf(query)}`, call)

export interface ListVouchersXlsxQuery {
  state?: '' | 'draft' | 'dropped' | 'posted' | undefined
  kind?: VoucherKind | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
}

/** 手工凭证导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listVouchersXlsx = (api: Api, query: ListVouchersXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/ledger/vouchers.xlsx${queryOf(query)}`, call)

/** 申请冲销一笔分录并说明原因，待另一人复核后入账 */
export const enterReversal = (api: Api, body: NewReversal, call?: Call): Promise<VoucherView> =>
  api.write<VoucherView>('POST', '/ledger/vouchers/reversals', call, body)

/** 录入暂时无法辨明的收款或付款，或将其退回、收回，待另一人复核后入账 */
export const enterSuspense = (api: Api, body: NewUnnamed, call?: Call): Promise<VoucherView> =>
  api.write<VoucherView>('POST', '/ledger/vouchers/suspense', call, body)

/** 录入银行账户间的转账，待另一人复核后入账 */
export const enterTransfer = (api: Api, body: NewTransfer, call?: Call): Promise<VoucherView> =>
  api.write<VoucherView>('POST', '/ledger/vouchers/transfers', call, body)

/** 一张手工凭证的借贷双方 */
export const seeVoucher = (api: Api, voucherId: string, call?: Call): Promise<VoucherView> =>
  api.get<VoucherView>(`/ledger/vouchers/${part(voucherId)}`, call)

/** 复核凭证并入账 */
export const confirmVoucher = (api: Api, voucherId: string, call?: Call): Promise<VoucherView> =>
  api.write<VoucherView>('POST', `/ledger/vouchers/${part(voucherId)}/confirmation`, call)

/** 作废未复核的凭证，账目不变 */
export const dropVoucher = (api: Api, voucherId: string, body: Dropping, call?: Call): Promise<VoucherView> =>
  api.write<VoucherView>('POST', `/ledger/vouchers/${part(voucherId)}/dropping`, call, body)

/** 年度收支总表 */
export const yearSummary = (api: Api, year: string, call?: Call): Promise<YearSummary> =>
  api.get<YearSummary>(`/ledger/years/${part(year)}`, call)

/** 导出年度收支总表（表格中没有公式） */
export const yearSummaryFile = (api: Api, year: string, call?: Call): Promise<string> =>
  api.download(`/ledger/years/${part(year)}/summary.xlsx`, call)

export interface LogEventsQuery {
  subject_id?: string | undefined
  kind?: string | undefined
  actor_id?: string | undefined
  from_at?: string | undefined
  to_at?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 审计查询 */
export const logEvents = (api: Api, query: LogEventsQuery = {}, call?: Call): Promise<LogEntryList> =>
  api.get<LogEntryList>(`/log/events${queryOf(query)}`, call)

export interface LogEventsCsvQuery {
  subject_id?: string | undefined
  kind?: string | undefined
  actor_id?: string | undefined
  from_at?: string | undefined
  to_at?: string | undefined
}

/** 审计记录导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const logEventsCsv = (api: Api, query: LogEventsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/log/events.csv${queryOf(query)}`, call)

export interface LogEventsXlsxQuery {
  subject_id?: string | undefined
  kind?: string | undefined
  actor_id?: string | undefined
  from_at?: string | undefined
  to_at?: string | undefined
}

/** 审计记录导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const logEventsXlsx = (api: Api, query: LogEventsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/log/events.xlsx${queryOf(query)}`, call)

export interface ObjectionQueueQuery {
  state?: '' | 'answered' | 'dismissed' | 'draft' | 'dropped' | 'open' | 'recorded' | 'settled' | 'superseded' | 'upheld' | 'withdrawn' | undefined
  case_id?: string | undefined
  community_id?: string | undefined
  channel?: '' | 'app' | 'paper' | undefined
  text_checked?: '' | 'exempt' | 'pass' | 'review' | 'risky' | 'waiting' | undefined
  hidden?: boolean | undefined
  overdue?: boolean | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'urgent' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 反对意见办理队列 */
export const objectionQueue = (api: Api, query: ObjectionQueueQuery = {}, call?: Call): Promise<ObjectionList> =>
  api.get<ObjectionList>(`/objections${queryOf(query)}`, call)

export interface ObjectionQueueCsvQuery {
  state?: '' | 'answered' | 'dismissed' | 'draft' | 'dropped' | 'open' | 'recorded' | 'settled' | 'superseded' | 'upheld' | 'withdrawn' | undefined
  case_id?: string | undefined
  community_id?: string | undefined
  channel?: '' | 'app' | 'paper' | undefined
  text_checked?: '' | 'exempt' | 'pass' | 'review' | 'risky' | 'waiting' | undefined
  hidden?: boolean | undefined
  overdue?: boolean | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'urgent' | undefined
}

/** 反对意见导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const objectionQueueCsv = (api: Api, query: ObjectionQueueCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/objections.csv${queryOf(query)}`, call)

export interface ObjectionQueueXlsxQuery {
  state?: '' | 'answered' | 'dismissed' | 'draft' | 'dropped' | 'open' | 'recorded' | 'settled' | 'superseded' | 'upheld' | 'withdrawn' | undefined
  case_id?: string | undefined
  community_id?: string | undefined
  channel?: '' | 'app' | 'paper' | undefined
  text_checked?: '' | 'exempt' | 'pass' | 'review' | 'risky' | 'waiting' | undefined
  hidden?: boolean | undefined
  overdue?: boolean | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'urgent' | undefined
}

/** 反对意见导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const objectionQueueXlsx = (api: Api, query: ObjectionQueueXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/objections.xlsx${queryOf(query)}`, call)

/** 答复逾期的反对意见，办件状态不变 */
export const answerObjection = (api: Api, objectionId: string, body: AnswerText, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/answer`, call, body)

/** 认定反对意见不成立，理由告知反对人 */
export const dismissObjection = (api: Api, objectionId: string, body: Reasons, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/dismissal`, call, body)

/** 登记协商一致，须附双方签字的记录 */
export const settleObjection = (api: Api, objectionId: string, body: SettlementRecord, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/settlement`, call, body)

/** 人工决定反对意见文字是否公开 */
export const judgeObjectionText = (api: Api, objectionId: string, body: TextDecision, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/text`, call, body)

/** 查看反对人的姓名和电话，须写明理由，并留下记录 */
export const unmaskObjector = (api: Api, objectionId: string, body: Reasons, call?: Call): Promise<Objector> =>
  api.write<Objector>('POST', `/objections/${part(objectionId)}/unmasking`, call, body)

/** 认定反对意见成立 */
export const upholdObjection = (api: Api, objectionId: string, body: Upholding, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/upholding`, call, body)

export interface PaperQueueQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 待第二人核对的纸质反对意见 */
export const paperQueue = (api: Api, query: PaperQueueQuery = {}, call?: Call): Promise<ObjectionList> =>
  api.get<ObjectionList>(`/paper-objections${queryOf(query)}`, call)

/** 第二人核对纸质反对意见属实，此后与线上意见同样办理 */
export const confirmPaper = (api: Api, objectionId: string, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/paper-objections/${part(objectionId)}/confirmation`, call)

/** 第二人核对不属实或录入有误，写明理由作废 */
export const dropPaper = (api: Api, objectionId: string, body: Reasons, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/paper-objections/${part(objectionId)}/dropping`, call, body)

/** 登记纸质反对意见的书面撤回，须附反对人签字的撤回书 */
export const withdrawPaperObjection = (api: Api, objectionId: string, body: SettlementRecord, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/paper-objections/${part(objectionId)}/withdrawal`, call, body)

export interface ListParameterChangesQuery {
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  community_id?: string | undefined
  name?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 参数改动的录入和复核记录，最新在前 */
export const listParameterChanges = (api: Api, query: ListParameterChangesQuery = {}, call?: Call): Promise<ParameterChangeList> =>
  api.get<ParameterChangeList>(`/parameter-changes${queryOf(query)}`, call)

/** 录入全市政策参数的改动和依据文件，由复核员复核后生效，只用于此后受理的办件 */
export const proposeParameters = (api: Api, body: ParameterChanging, call?: Call): Promise<ParameterChangeView> =>
  api.write<ParameterChangeView>('POST', '/parameter-changes', call, body)

export interface ListParameterChangesCsvQuery {
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  community_id?: string | undefined
  name?: string | undefined
}

/** 政策参数改动导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listParameterChangesCsv = (api: Api, query: ListParameterChangesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/parameter-changes.csv${queryOf(query)}`, call)

export interface ListParameterChangesXlsxQuery {
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  community_id?: string | undefined
  name?: string | undefined
}

/** 政策参数改动导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listParameterChangesXlsx = (api: Api, query: ListParameterChangesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/parameter-changes.xlsx${queryOf(query)}`, call)

/** 一次参数改动 */
export const parameterChange = (api: Api, changeId: string, call?: Call): Promise<ParameterChangeDetail> =>
  api.get<ParameterChangeDetail>(`/parameter-changes/${part(changeId)}`, call)

/** 复核参数改动，即时生效为新的一版 */
export const confirmParameters = (api: Api, changeId: string, call?: Call): Promise<ParameterChangeView> =>
  api.write<ParameterChangeView>('POST', `/parameter-changes/${part(changeId)}/confirmation`, call)

/** 复核不符，写明理由退回 */
export const dropParameters = (api: Api, changeId: string, body: Dropping, call?: Call): Promise<ParameterChangeView> =>
  api.write<ParameterChangeView>('POST', `/parameter-changes/${part(changeId)}/dropping`, call, body)

/** 截止之前撤回银行报价 */
export const withdrawOffer = (api: Api, offerId: string, call?: Call): Promise<OfferView> =>
  api.write<OfferView>('POST', `/placement-offers/${part(offerId)}/withdrawal`, call)

export interface ListRoundsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
  state?: '' | 'awarded' | 'cancelled' | 'open' | 'proposed' | undefined
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | undefined
}

/** 竞争性存放一览，最新在前 */
export const listRounds = (api: Api, query: ListRoundsQuery = {}, call?: Call): Promise<RoundList> =>
  api.get<RoundList>(`/placement-rounds${queryOf(query)}`, call)

/** 公告竞争性存放 */
export const announceRound = (api: Api, body: RoundBody, call?: Call): Promise<RoundView> =>
  api.write<RoundView>('POST', '/placement-rounds', call, body)

export interface ListRoundsCsvQuery {
  state?: '' | 'awarded' | 'cancelled' | 'open' | 'proposed' | undefined
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | undefined
}

/** 竞争性存放导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listRoundsCsv = (api: Api, query: ListRoundsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/placement-rounds.csv${queryOf(query)}`, call)

export interface ListRoundsXlsxQuery {
  state?: '' | 'awarded' | 'cancelled' | 'open' | 'proposed' | undefined
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | undefined
}

/** 竞争性存放导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listRoundsXlsx = (api: Api, query: ListRoundsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/placement-rounds.xlsx${queryOf(query)}`, call)

/** 一次竞争性存放及其报价 */
export const roundDetail = (api: Api, roundId: string, call?: Call): Promise<RoundDetail> =>
  api.get<RoundDetail>(`/placement-rounds/${part(roundId)}`, call)

/** 截止后提出定标意见 */
export const proposeAward = (api: Api, roundId: string, body: Award, call?: Call): Promise<RoundDetail> =>
  api.write<RoundDetail>('POST', `/placement-rounds/${part(roundId)}/award`, call, body)

/** 取消尚未定标的竞争性存放，写明理由 */
export const cancelRound = (api: Api, roundId: string, body: Reason, call?: Call): Promise<RoundDetail> =>
  api.write<RoundDetail>('POST', `/placement-rounds/${part(roundId)}/cancellation`, call, body)

/** 第二人复核定标意见 */
export const decideAward = (api: Api, roundId: string, body: AwardDecision, call?: Call): Promise<RoundDetail> =>
  api.write<RoundDetail>('POST', `/placement-rounds/${part(roundId)}/decision`, call, body)

/** 登记银行报价 */
export const recordOffer = (api: Api, roundId: string, body: OfferBody, call?: Call): Promise<OfferView> =>
  api.write<OfferView>('POST', `/placement-rounds/${part(roundId)}/offers`, call, body)

/** 第二人核对书面委托属实，受托人即可代为投票 */
export const confirmProxy = (api: Api, proxyId: string, call?: Call): Promise<ProxyView> =>
  api.write<ProxyView>('POST', `/proxies/${part(proxyId)}/confirmation`, call)

/** 写明理由作废未核对的书面委托 */
export const dropProxy = (api: Api, proxyId: string, body: Dropping, call?: Call): Promise<ProxyView> =>
  api.write<ProxyView>('POST', `/proxies/${part(proxyId)}/dropping`, call, body)

export interface ReconciliationsOfMonthQuery {
  month?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 某月各银行账户的对账情况 */
export const reconciliationsOfMonth = (api: Api, query: ReconciliationsOfMonthQuery = {}, call?: Call): Promise<MonthLineList> =>
  api.get<MonthLineList>(`/reconciliations${queryOf(query)}`, call)

export interface ReconciliationsOfMonthCsvQuery {
  month?: string | undefined
}

/** 各账户对账情况导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const reconciliationsOfMonthCsv = (api: Api, query: ReconciliationsOfMonthCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/reconciliations.csv${queryOf(query)}`, call)

export interface ReconciliationsOfMonthXlsxQuery {
  month?: string | undefined
}

/** 各账户对账情况导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const reconciliationsOfMonthXlsx = (api: Api, query: ReconciliationsOfMonthXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/reconciliations.xlsx${queryOf(query)}`, call)

/** 某张余额调节表 */
export const seeReconciliation = (api: Api, reconciliationId: string, call?: Call): Promise<ReconciliationView> =>
  api.get<ReconciliationView>(`/reconciliations/${part(reconciliationId)}`, call)

/** 打印余额调节表（A4） */
export const reconciliationPaper = (api: Api, reconciliationId: string, call?: Call): Promise<string> =>
  api.download(`/reconciliations/${part(reconciliationId)}/certificate.pdf`, call)

/** 复核余额调节表 */
export const confirmReconciliation = (api: Api, reconciliationId: string, call?: Call): Promise<ReconciliationView> =>
  api.write<ReconciliationView>('POST', `/reconciliations/${part(reconciliationId)}/confirmation`, call)

/** 作废待复核的余额调节表（保留记录），以便更正后另行编制 */
export const dropReconciliation = (api: Api, reconciliationId: string, body: Dropping, call?: Call): Promise<ReconciliationView> =>
  api.write<ReconciliationView>('POST', `/reconciliations/${part(reconciliationId)}/dropping`, call, body)

/** 撤销已复核的余额调节表（保留记录），以便更正后另行编制 */
export const revokeReconciliation = (api: Api, reconciliationId: string, body: ReasonBody, call?: Call): Promise<ReconciliationView> =>
  api.write<ReconciliationView>('POST', `/reconciliations/${part(reconciliationId)}/revocation`, call, body)

/** 查看退款的收款人和账号全称以便支付，须写明理由，并留下记录 */
export const unmaskPayee = (api: Api, refundId: string, body: UnmaskReason, call?: Call): Promise<Payee> =>
  api.write<Payee>('POST', `/refunds/${part(refundId)}/unmasking`, call, body)

/** 第二人核对推举材料属实，代表生效 */
export const confirmRepresentative = (api: Api, representativeId: string, call?: Call): Promise<RepresentativeView> =>
  api.write<RepresentativeView>('POST', `/representatives/${part(representativeId)}/confirmation`, call)

/** 写明理由作废未核对的推举 */
export const dropRepresentative = (api: Api, representativeId: string, body: Dropping, call?: Call): Promise<RepresentativeView> =>
  api.write<RepresentativeView>('POST', `/representatives/${part(representativeId)}/dropping`, call, body)

export interface ListSwitchesQuery {
  state?: '' | 'done' | 'draft' | 'dropped' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 记账单位变更一览，最新在前 */
export const listSwitches = (api: Api, query: ListSwitchesQuery = {}, call?: Call): Promise<SwitchList> =>
  api.get<SwitchList>(`/scope-switches${queryOf(query)}`, call)

export interface ListSwitchesCsvQuery {
  state?: '' | 'done' | 'draft' | 'dropped' | undefined
}

/** 记账单位变更导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listSwitchesCsv = (api: Api, query: ListSwitchesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/scope-switches.csv${queryOf(query)}`, call)

export interface ListSwitchesXlsxQuery {
  state?: '' | 'done' | 'draft' | 'dropped' | undefined
}

/** 记账单位变更导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listSwitchesXlsx = (api: Api, query: ListSwitchesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/scope-switches.xlsx${queryOf(query)}`, call)

/** 复核记账单位变更 */
export const confirmScopeSwitch = (api: Api, switchId: string, call?: Call): Promise<SwitchView> =>
  api.write<SwitchView>('POST', `/scope-switches/${part(switchId)}/confirmation`, call)

/** 作废尚未复核的记账单位变更，须写明理由 */
export const dropScopeSwitch = (api: Api, switchId: string, body: Dropping, call?: Call): Promise<SwitchView> =>
  api.write<SwitchView>('POST', `/scope-switches/${part(switchId)}/dropping`, call, body)

export interface ListSettlementsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  reversing?: boolean | undefined
  deposit_id?: string | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  short?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 结息单一览，最近录入的在前 */
export const listSettlements = (api: Api, query: ListSettlementsQuery = {}, call?: Call): Promise<SettlementList> =>
  api.get<SettlementList>(`/settlements${queryOf(query)}`, call)

export interface ListSettlementsCsvQuery {
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  reversing?: boolean | undefined
  deposit_id?: string | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  short?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 结息单导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listSettlementsCsv = (api: Api, query: ListSettlementsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/settlements.csv${queryOf(query)}`, call)

export interface ListSettlementsXlsxQuery {
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  reversing?: boolean | undefined
  deposit_id?: string | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  short?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 结息单导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listSettlementsXlsx = (api: Api, query: ListSettlementsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/settlements.xlsx${queryOf(query)}`, call)

/** 导入银行结息清单（xlsx 或 csv） */
export const enterAdvicesFile = (api: Api, filePath: string, call?: Call): Promise<AdviceFile> =>
  api.upload<AdviceFile>('/settlements/file', filePath, call)

/** 一份结息单 */
export const settlementDetail = (api: Api, settlementId: string, call?: Call): Promise<SettlementView> =>
  api.get<SettlementView>(`/settlements/${part(settlementId)}`, call)

/** 第二人复核结息单 */
export const confirmSettlement = (api: Api, settlementId: string, call?: Call): Promise<SettlementView> =>
  api.write<SettlementView>('POST', `/settlements/${part(settlementId)}/confirmation`, call)

/** 作废尚未复核的结息单，写明理由 */
export const dropSettlement = (api: Api, settlementId: string, body: Dropping, call?: Call): Promise<SettlementView> =>
  api.write<SettlementView>('POST', `/settlements/${part(settlementId)}/dropping`, call, body)

/** 申请冲销已入账的错误结息单，写明理由，由第二人复核 */
export const askReversal = (api: Api, settlementId: string, body: ReversalBody, call?: Call): Promise<SettlementView> =>
  api.write<SettlementView>('POST', `/settlements/${part(settlementId)}/reversals`, call, body)

/** 第二人复核冲销 */
export const confirmSettlementReversal = (api: Api, settlementId: string, reversalId: string, call?: Call): Promise<SettlementView> =>
  api.write<SettlementView>('POST', `/settlements/${part(settlementId)}/reversals/${part(reversalId)}/confirmation`, call)

/** 不予冲销，写明理由，结息照旧 */
export const dropSettlementReversal = (api: Api, settlementId: string, reversalId: string, body: Dropping, call?: Call): Promise<SettlementView> =>
  api.write<SettlementView>('POST', `/settlements/${part(settlementId)}/reversals/${part(reversalId)}/dropping`, call, body)

/** 录入专户退款 */
export const enterSpecialRefund = (api: Api, accountId: string, body: SpecialRefund, call?: Call): Promise<SpecialRefundView> =>
  api.write<SpecialRefundView>('POST', `/special-accounts/${part(accountId)}/refunds`, call, body)

/** 复核并支付专户退款，由录入人以外的财务或复核人员办理 */
export const confirmSpecialRefund = (api: Api, refundId: string, call?: Call): Promise<SpecialRefundView> =>
  api.write<SpecialRefundView>('POST', `/special-refunds/${part(refundId)}/confirmation`, call)

/** 作废尚未复核的专户退款录入，须写明理由 */
export const dropSpecialRefund = (api: Api, refundId: string, body: Dropping, call?: Call): Promise<SpecialRefundView> =>
  api.write<SpecialRefundView>('POST', `/special-refunds/${part(refundId)}/dropping`, call, body)

export interface ListAccountsQuery {
  state?: '' | 'active' | 'disabled' | 'invited' | undefined
  role?: Role | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'username' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 全部账号，按用户名排列 */
export const listAccounts = (api: Api, query: ListAccountsQuery = {}, call?: Call): Promise<AccountList> =>
  api.get<AccountList>(`/staff/accounts${queryOf(query)}`, call)

/** 建立账号并发出邀请，三日内凭邀请码启用 */
export const createAccount = (api: Api, body: NewAccount, call?: Call): Promise<Invitation> =>
  api.write<Invitation>('POST', '/staff/accounts', call, body)

export interface ListAccountsCsvQuery {
  state?: '' | 'active' | 'disabled' | 'invited' | undefined
  role?: Role | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'username' | undefined
}

/** 工作人员账号导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listAccountsCsv = (api: Api, query: ListAccountsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/staff/accounts.csv${queryOf(query)}`, call)

export interface ListAccountsXlsxQuery {
  state?: '' | 'active' | 'disabled' | 'invited' | undefined
  role?: Role | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'username' | undefined
}

/** 工作人员账号导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listAccountsXlsx = (api: Api, query: ListAccountsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/staff/accounts.xlsx${queryOf(query)}`, call)

/** 停用他人账号，不可恢复 */
export const disableAccount = (api: Api, accountId: string, body: Reason, call?: Call): Promise<void> =>
  api.write<void>('POST', `/staff/accounts/${part(accountId)}/disabling`, call, body)

/** 重新邀请遗失密码或手机的工作人员 */
export const inviteAnew = (api: Api, accountId: string, body: Reason, call?: Call): Promise<Invitation> =>
  api.write<Invitation>('POST', `/staff/accounts/${part(accountId)}/invitation`, call, body)

/** 变更他人账号的角色，其登录随即失效 */
export const changeRoles = (api: Api, accountId: string, body: ChangedDuties, call?: Call): Promise<AccountView> =>
  api.write<AccountView>('POST', `/staff/accounts/${part(accountId)}/roles`, call, body)

/** 设立首位管理员 */
export const bootstrap = (api: Api, body: Bootstrap, call?: Call): Promise<Authenticator> =>
  api.open<Authenticator>('POST', '/staff/bootstrap', call, body)

/** 接受邀请并设置密码，取得动态口令密钥 */
export const acceptInvitation = (api: Api, body: Acceptance, call?: Call): Promise<Authenticator> =>
  api.open<Authenticator>('POST', '/staff/invitations/accept', call, body)

/** 工作人员凭密码和动态口令登录，十二小时有效 */
export const staffLogin = (api: Api, body: StaffLogin, call?: Call): Promise<StaffLoggedIn> =>
  api.open<StaffLoggedIn>('POST', '/staff/login', call, body)

/** 本人的工作账号 */
export const staffMe = (api: Api, call?: Call): Promise<StaffMe> =>
  api.get<StaffMe>('/staff/me', call)

/** 更改本人密码 */
export const changePassword = (api: Api, body: NewPassword, call?: Call): Promise<void> =>
  api.secret<void>('POST', '/staff/password', call, body)

export interface ListUnpaidQuery {
  community_id?: string | undefined
  scope_id?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 未交存首期维修资金的户，按房屋编号 */
export const listUnpaid = (api: Api, query: ListUnpaidQuery = {}, call?: Call): Promise<UnpaidList> =>
  api.get<UnpaidList>(`/unpaid-homes${queryOf(query)}`, call)

export interface ListUnpaidCsvQuery {
  community_id?: string | undefined
  scope_id?: string | undefined
}

/** 未交存首期导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listUnpaidCsv = (api: Api, query: ListUnpaidCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/unpaid-homes.csv${queryOf(query)}`, call)

export interface ListUnpaidXlsxQuery {
  community_id?: string | undefined
  scope_id?: string | undefined
}

/** 未交存首期导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listUnpaidXlsx = (api: Api, query: ListUnpaidXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/unpaid-homes.xlsx${queryOf(query)}`, call)

export interface BallotBatchesQuery {
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 本次表决录入的各批纸质选票 */
export const ballotBatches = (api: Api, voteId: string, query: BallotBatchesQuery = {}, call?: Call): Promise<PaperBatchList> =>
  api.get<PaperBatchList>(`/votes/${part(voteId)}/ballot-batches${queryOf(query)}`, call)

/** 录入一批纸质选票及其影像，待第二人独立录入核对 */
export const enterBallots = (api: Api, voteId: string, body: PaperEntry, call?: Call): Promise<PaperBatchView> =>
  api.write<PaperBatchView>('POST', `/votes/${part(voteId)}/ballot-batches`, call, body)

export interface BallotBatchesCsvQuery {
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 纸质选票批次导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const ballotBatchesCsv = (api: Api, voteId: string, query: BallotBatchesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/ballot-batches.csv${queryOf(query)}`, call)

export interface BallotBatchesXlsxQuery {
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 纸质选票批次导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const ballotBatchesXlsx = (api: Api, voteId: string, query: BallotBatchesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/ballot-batches.xlsx${queryOf(query)}`, call)

/** 纸质表决票的发放情况和分批打印的各批 */
export const paperIssue = (api: Api, voteId: string, call?: Call): Promise<PaperIssue> =>
  api.get<PaperIssue>(`/votes/${part(voteId)}/paper`, call)

/** 发放纸质表决票 */
export const issuePaper = (api: Api, voteId: string, call?: Call): Promise<PaperIssue> =>
  api.write<PaperIssue>('POST', `/votes/${part(voteId)}/paper`, call)

export interface PrintPaperQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  unit_id?: string | undefined
  home_id?: string | undefined
}

/** 打印纸质表决票（PDF，一页两户，每户有自己的二维码） */
export const printPaper = (api: Api, voteId: string, query: PrintPaperQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/paper.pdf${queryOf(query)}`, call)

/** 扫纸质表决票上的码所见 */
export const paperSeen = (api: Api, voteId: string, paperToken: string, call?: Call): Promise<PaperSeen> =>
  api.get<PaperSeen>(`/votes/${part(voteId)}/papers/${part(paperToken)}`, call)

/** 录入业主的书面委托（写明事项、附扫描件），待第二人核对后生效 */
export const enterProxy = (api: Api, voteId: string, body: ProxyEntry, call?: Call): Promise<ProxyView> =>
  api.write<ProxyView>('POST', `/votes/${part(voteId)}/proxies`, call, body)

/** 各接口可能的拒绝：isRefused<Refusals['sign']>(error)。 */
export interface Refusals {
  accountingYears: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  accountingYearsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  accountingYearsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  accountingYear: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  closeAccountingYear: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'YearNotReady'
  depositsOfYear: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  depositsOfYearCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  depositsOfYearXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  auditYear: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooManyRows'
  previewAccountingYear: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NothingToDistribute' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'WeightsMissing' | 'YearNotReady'
  publishYearReport: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'ReportUnchanged' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'YearNotReady'
  decideAppointment: 'AlreadyDecided' | 'BadTerm' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  ballotBatch: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmBallots: 'BallotNotFound' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReadingsDiffer' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoteNotOpen'
  dropBallots: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  correctBallots: 'ArrivedInFuture' | 'BallotNotFound' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'NotRepresentative' | 'PaperLate' | 'PaperTwice' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoteNotOpen'
  printReceipts: 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  bankAccounts: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  registerAccount: 'BankAccountTaken' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  bankAccountsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  bankAccountsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  bankBalances: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  closeAccount: 'BankAccountInUse' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  bankDifferences: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  bankDifferencesCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  bankDifferencesXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  explanations: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  explainDifferences: 'AlreadyMatched' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  bankLines: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  bankLinesCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  bankLinesXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  bankMatches: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  matchByHand: 'AlreadyMatched' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'MatchUnequal' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  matchByItself: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  matchopeningMatch: 'AlreadyMatched' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'MatchUnequal' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'StatementNotReady' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  bankReconciliations: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  prepareReconciliation: 'DifferencesUnexplained' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'MonthCertified' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  bankReconciliationsCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  bankReconciliationsXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  bankStatements: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  uploadStatement: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooManyRows' | 'UnreadableSheet'
  bankStatementsCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  bankStatementsXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  matchSuggestions: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  undoMatch: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'MatchNotFound' | 'MonthCertified' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  bankStatement: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropStatement: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'StatementNotReady' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  mapStatement: 'KeyMissing' | 'KeyReused' | 'LayoutIncomplete' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'StatementNotReady' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooManyRows'
  takeStatement: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'MonthCertified' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'StatementNotReady' | 'StatementOverlaps' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listRates: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proposeRate: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'RateTaken' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listRatesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listRatesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  rateDetail: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmBenchmarkRate: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropBenchmarkRate: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  getClaim: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  decideClaim: 'AlreadyBound' | 'AlreadyDecided' | 'BadTerm' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'OtherIdentity' | 'ReasonMissing' | 'SharesExceed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  unmaskClaim: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  enterSwitch: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'ScopeBusy' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  enterDay: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  publishYear: 'AlreadyDecided' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  accept: 'CaseNotFound' | 'ConditionsUnmet' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  unflag: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotUrgent' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  holdCase: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  releaseCase: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NothingHeld' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  refuseLobby: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'LobbyUnknown' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  publishNotice: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteMissing'
  enterPaper: 'ArrivedInFuture' | 'CaseNotFound' | 'EmptyText' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'NotYourScope' | 'ObjectionPending' | 'PapersMissing' | 'RefiledTooOften' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  approvePayout: 'CaseNotFound' | 'ConditionsUnmet' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  preparePayout: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'SumsDiffer' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  returnPayout: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  filePlan: 'CaseNotFound' | 'ConditionsUnmet' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongElevators'
  issuePolicy: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'PolicyNumberUsed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listReceipts: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterReceipt: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooMuch' | 'VoucherUsed' | 'YearShut'
  listReceiptsCsv: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listReceiptsXlsx: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmReceipts: 'CaseNotFound' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooMuch' | 'YearShut'
  enterReceiptsFile: 'CaseNotFound' | 'FundLinesWrong' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooManyRows' | 'UnreadableSheet' | 'YearShut'
  confirmReceipt: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooMuch' | 'YearShut'
  dropReceipt: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  recordPolicy: 'CaseNotFound' | 'ElevatorCovered' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'PolicyNumberUsed' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'WrongFlow'
  listRefunds: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterRefund: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NothingOwed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooMuch' | 'YearShut'
  listRefundsCsv: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listRefundsXlsx: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmRefund: 'EntryNotOpen' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooMuch' | 'YearShut'
  dropRefund: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  register: 'CaseNotFound' | 'ConditionsUnmet' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  reject: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  sendBack: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  openSpecial: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongFlow'
  checkVote: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'WrongFlow'
  openVote: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'RollEmpty' | 'RoundsOver' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongFlow'
  fileRules: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ParameterWrong' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listDeliveries: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listDeliveriesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listDeliveriesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  retryDelivery: 'AlreadyDecided' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listDeposits: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterDeposit: 'BenchmarkUnknown' | 'CodeTaken' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'OfferRefused' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongTerms'
  listDepositsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listDepositsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  takingOver: 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proposeTakingOver: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'WrongTerms'
  confirmTakingOver: 'EntryNotOpen' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'WrongTerms'
  dropTakingOver: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  depositDetail: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterAdvice: 'AdviceInconsistent' | 'AdviceUsed' | 'BenchmarkUnknown' | 'DepositNotRunning' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  previewAdvice: 'AdviceInconsistent' | 'BenchmarkUnknown' | 'DepositNotRunning' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmDeposit: 'EntryNotOpen' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropDeposit: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  confirmDepositTakenOver: 'EntryNotOpen' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'WrongTerms'
  dropDepositTakenOver: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  desk: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  deskCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  deskXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  deskCounts: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listFunds: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterFunds: 'FundLinesWrong' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoucherUsed' | 'YearShut'
  listFundsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listFundsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterFundsFile: 'FundLinesWrong' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooManyRows' | 'UnreadableSheet' | 'VoucherUsed' | 'YearShut'
  splitUse: 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoucherUsed' | 'YearShut'
  getFunds: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmFundBatch: 'EntryNotOpen' | 'FundLinesWrong' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'YearShut'
  dropFundBatch: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  linesOfFunds: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  linesOfFundsCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  linesOfFundsXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listWarnings: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listWarningsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listWarningsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  nameRepresentative: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listImports: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  uploadRoll: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooManyRows' | 'UnreadableSheet'
  listImportsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listImportsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  seeImport: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  importChanges: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  importChangesCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  importChangesXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmImport: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropImport: 'EntryNotOpen' | 'ImportNotReady' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  importErrors: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  importErrorsCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  importErrorsXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  retryImport: 'ImportNotReady' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  admitInsurer: 'BadTerm' | 'CodeTaken' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  suspendInsurer: 'AlreadyDecided' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  bookAccounts: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  bookAccountsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  bookAccountsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  statementOfAccount: 'AccountNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  statementOfAccountCsv: 'AccountNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  statementOfAccountXlsx: 'AccountNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listJournals: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listJournalsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listJournalsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  seeJournal: 'JournalNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  trialBalance: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  trialBalanceFile: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listVouchers: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listVouchersCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listVouchersXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterReversal: 'AlreadyReversed' | 'JournalNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'UndoneElsewhere' | 'VoucherInconsistent' | 'YearShut'
  enterSuspense: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoucherInconsistent' | 'YearShut'
  enterTransfer: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoucherInconsistent' | 'YearShut'
  seeVoucher: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmVoucher: 'AlreadyReversed' | 'EntryNotOpen' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'UndoneElsewhere' | 'VoucherInconsistent' | 'YearShut'
  dropVoucher: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  yearSummary: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  yearSummaryFile: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  logEvents: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  logEventsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  logEventsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  objectionQueue: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  objectionQueueCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  objectionQueueXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  answerObjection: 'EmptyText' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  dismissObjection: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ObjectionClosed' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  settleObjection: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ObjectionClosed' | 'PapersMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  judgeObjectionText: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NamesObjector' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  unmaskObjector: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  upholdObjection: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NamesObjector' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ObjectionClosed' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  paperQueue: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmPaper: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropPaper: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  withdrawPaperObjection: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ObjectionClosed' | 'PapersMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listParameterChanges: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proposeParameters: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'ParameterWrong' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listParameterChangesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listParameterChangesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  parameterChange: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmParameters: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ParameterWrong' | 'ParametersMoved' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropParameters: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  withdrawOffer: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'OfferRefused' | 'RoundClosed' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listRounds: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  announceRound: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongTerms'
  listRoundsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listRoundsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  roundDetail: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proposeAward: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'OfferRefused' | 'ReasonMissing' | 'RoundClosed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  cancelRound: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'RoundClosed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  decideAward: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  recordOffer: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'OfferRefused' | 'RoundClosed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  confirmProxy: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ProxyRefused' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotOpen'
  dropProxy: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  reconciliationsOfMonth: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  reconciliationsOfMonthCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  reconciliationsOfMonthXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  seeReconciliation: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  reconciliationPaper: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmReconciliation: 'CertificateOutdated' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropReconciliation: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  revokeReconciliation: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'MonthCertified' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  unmaskPayee: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  confirmRepresentative: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropRepresentative: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listSwitches: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSwitchesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSwitchesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmScopeSwitch: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'ScopeBusy' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropScopeSwitch: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listSettlements: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSettlementsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSettlementsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterAdvicesFile: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooManyRows' | 'UnreadableSheet'
  settlementDetail: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmSettlement: 'AdviceInconsistent' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropSettlement: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  askReversal: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  confirmSettlementReversal: 'EntryNotOpen' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropSettlementReversal: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  enterSpecialRefund: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotScrapped' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooMuch' | 'YearShut'
  confirmSpecialRefund: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotScrapped' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooMuch' | 'YearShut'
  dropSpecialRefund: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listAccounts: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  createAccount: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NameTaken' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongRoles'
  listAccountsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listAccountsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  disableAccount: 'AlreadyDecided' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  inviteAnew: 'AlreadyDecided' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  changeRoles: 'AlreadyDecided' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongRoles'
  bootstrap: 'BootstrapOver' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WeakPassword' | 'WrongCredentials'
  acceptInvitation: 'InvitationOver' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WeakPassword'
  staffLogin: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongCredentials'
  staffMe: 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  changePassword: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WeakPassword' | 'WrongCredentials'
  listUnpaid: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listUnpaidCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listUnpaidXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  ballotBatches: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  enterBallots: 'ArrivedInFuture' | 'BallotNotFound' | 'EvidenceMissing' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'NotRepresentative' | 'PaperLate' | 'PaperTwice' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteNotOpen'
  ballotBatchesCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  ballotBatchesXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  paperIssue: 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  issuePaper: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteNotOpen'
  printPaper: 'BallotNotFound' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteNotOpen'
  paperSeen: 'BallotNotFound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  enterProxy: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'ProxyRefused' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteNotOpen'
}
