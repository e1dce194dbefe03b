// 由 python -m server spec 生成，请勿手工修改。用法见 docs/clients.md。
// 工作人员独有的接口：中心、保险机构、街道、主管部门和审计；其余在 client.ts。

import { part, queryOf } from './core'
import type { Api, Call } from './core'

import type { AccountStatementLineList, AppointmentView, BindingClaimView, CalendarYear, CaseReasonBody, CaseView, ChangedParameter, HomeLine, InsurerView, JournalKind, NoticeBoard, ObjectionList, ObjectionReceipt, ObjectionView, ProxyView, ReportVersion, RepresentativeView, Role, ScopeSwitchList, ScopeSwitchView, SpecialRefundView, State, VoteView, YearSettlementList } from './client'

/** 账户的用途；`owner_ref` 指明属于哪个记账单位、房屋、保险机构或银行账户。 */
export type AccountKind =
  | 'bank'
  | 'collected'
  | 'equity'
  | 'household_fund'
  | 'household_interest'
  | 'insurer_payable'
  | 'pooled'
  | 'special'
  | 'suspense'
  | 'term_deposit'
  | 'undistributed_income'
  | 'undistributed_interest'

export const accountKindTitles: Record<AccountKind, string> = {
  bank: '银行专户存款',
  collected: '业主补缴保费',
  equity: '期初调整',
  household_fund: '维修资金分户账（本金）',
  household_interest: '维修资金分户账（法定利息）',
  insurer_payable: '应付保费',
  pooled: '增值收益统筹账户',
  special: '电梯保险专户',
  suspense: '待查款项',
  term_deposit: '定期存款',
  undistributed_income: '待分配增值收益',
  undistributed_interest: '待分配法定利息',
}

/** 某年度归集的合计，单位：分。`income_fen`、`interest_fen` 为归集给统筹账户和分户账的金额；收益中 `brought_fen` 抵减以前的冲销，`carried_fen` 留待以后年度抵减；`shortfall_fen` 为银行实付低于基准的差额。 `earned` 为收益取得的自然年度（R4.5）；`left_income_fen`、`left_interest_fen` 为年末尚未分配的金额。 */
export interface AccountingYearFigures {
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface AccountingYearList {
  /** 本页内容 */
  items: (AccountingYearView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一个年度的试算与结账：进行到哪一步、该步的进度和合计。 只计入 `frozen_at` 以前的记录；`failure` 为试算失败的原因。 */
export interface AccountingYearView {
  year: number
  state: 'closed' | 'closing' | 'failed' | 'previewed' | 'previewing'
  state_title: string
  step: '' | 'gathering' | 'income' | 'interest' | 'sharing' | 'verifying' | 'weighing'
  step_title: string
  done: number
  /** 总数：只在请求 count 时给出 */
  total: number
  failure: string
  asked_at: string
  frozen_at: string
  confirmed_at: string | null
  closed_at: string | null
  figures: AccountingYearFigures
}

/** 银行的结息单。`to_on` 为不再计息的首日，不填即到期日，活期则为入账日；`part_fen` 为提前支取的本金，单位：分。`renew` 不填即按约定；`capitalise` 表示利息留存为本金。 */
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

/** 结息清单的一处错误：第几行、哪一列、所填内容和原因。 */
export interface AdviceFault {
  row: number
  column: string
  value: string
  reason: string
}

/** 导入结息清单的结果：每行一份结息单，待第二人复核；有一处错误的，全部不录入。 */
export interface AdviceFile {
  entered: number
  settlement_ids: (string)[]
  faults: (AdviceFault)[]
}

/** 结息单的试算结果：银行利息与约定利息对照，各部分及其计算步骤，以及将开始的存期；不作任何记录。 */
export interface AdvicePreview {
  kind: 'demand' | 'early' | 'maturity'
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
  steps: (SettlementStep)[]
}

/** 是否通过授权材料，以及理由。 */
export interface AppointmentDecision {
  approve: boolean
  reason: string
}

/** 一次发送：时间、结果和微信的错误码。 */
export interface AttemptLine {
  number: number
  started_at: string
  outcome: 'definite_no' | 'retry_later' | 'sent' | 'started' | 'unknown'
  errcode: number | null
  detail: string
}

/** 第二人从一张票上读到的内容，以票上的码或批内次序指明是哪一张。 */
export interface BallotReading {
  choice: 'abstain' | 'against' | 'agree'
  paper_token?: string | undefined
  nth?: number | null | undefined
}

/** 整批纸质表决票，次序不限。 */
export interface BallotReadings {
  lines: (BallotReading)[]
}

/** 可在某户表决票上签名的人，姓名已脱敏。 */
export interface BallotSigner {
  owner_id: string
  name: string
  representative: boolean
}

/** 在银行开立的账户；保费从 `main` 为真的账户拨付。 */
export interface BankAccountBody {
  bank: string
  number: string
  title: string
  main?: boolean | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BankAccountList {
  /** 本页内容 */
  items: (BankAccountView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一个银行账户及其账面余额，单位：分。 */
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

/** 截至某日银行与账面的余额，以及造成两者不等、却不属于任何流水或分录的原因。 `books_fen` 减 `bank_fen`，等于账面未达账项之和减银行未达账项之和；银行一方另含 `opening_fen`（尚未核对的期初余额）和 `gaps`（对账单断档）。 */
export interface BankBalances {
  until: string
  bank_fen: number
  books_fen: number
  opening_fen: number
  gaps: (BankStatementGap)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BankLineList {
  /** 本页内容 */
  items: (BankLineView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 银行对账单的一笔流水；正数为收入，负数为支出，单位：分。 */
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

/** 确认为同一笔钱的流水与分录，两边合计相等；只有一边的，合计须为零。 */
export interface BankMatchBody {
  line_ids?: (string)[] | undefined
  posting_ids?: (string)[] | undefined
}

/** 对应关系中的一笔：流水（`posting_id` 为空）或分录（`line_id` 为空）。 */
export interface BankMatchItem {
  line_id: string | null
  posting_id: string | null
  on: string
  amount_fen: number
  reference: string
  counterparty: string
  memo: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BankMatchList {
  /** 本页内容 */
  items: (BankMatchView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一条核对建议：这些流水和分录可能是同一笔钱。`sure` 表示两边都没有别的可能。 */
export interface BankMatchSuggestion {
  basis: Basis
  basis_title: string
  sure: boolean
  amount_fen: number
  lines: (BankMatchItem)[]
  postings: (BankMatchItem)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BankMatchSuggestionList {
  /** 本页内容 */
  items: (BankMatchSuggestion)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一组核对：互相对应的流水和分录；笔数极多的只列前面的。 */
export interface BankMatchView {
  id: string
  basis: Basis
  basis_title: string
  amount_fen: number
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
  to_on: string
  /** 本页内容 */
  items: (BankMatchItem)[]
  matched_by: string | null
  matched_at: string
  undone_by: string | null
  undone_at: string | null
}

/** 自动核对的结果：按依据各核对了多少，两边还剩多少。 */
export interface BankMatchesMade {
  matched: Record<string, number>
  lines_left: number
  postings_left: number
}

/** 上传文件的一列（从 0 数起）及其中的样例。 */
export interface BankStatementColumn {
  place: number
  title: string
  samples: (string)[]
}

/** 对账单的一处错误：文件中的行号，0 指整份文件。 */
export interface BankStatementFault {
  row: number
  reason: string
}

/** 对账单的断档：该日之前余额有变化，却没有流水说明。 */
export interface BankStatementGap {
  on: string
  amount_fen: number
}

/** 各项内容在第几列（从 0 数起）：收支两列，或一列金额加收支标志，或一列带正负号的金额。 `received` 为存入本账户的金额（银行的贷方），`paid` 为支出的金额（银行的借方）。 */
export interface BankStatementLayout {
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

/** 各项内容在对账单的第几列（从 0 数起），尚未指明的为空。 */
export interface BankStatementLayoutView {
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BankStatementList {
  /** 本页内容 */
  items: (BankStatementRow)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 各列的对应关系，以及文件本身没有写明的起止日期和期初、期末余额。 */
export interface BankStatementMapping {
  layout: BankStatementLayout
  heading_row?: number | undefined
  /** 起始日：含当日 */
  from_on?: string | null | undefined
  /** 截止日：含当日 */
  to_on?: string | null | undefined
  opening_fen?: number | null | undefined
  closing_fen?: number | null | undefined
}

/** 列表中的一份对账单。 */
export interface BankStatementRow {
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

/** 与前后对账单不衔接时，是否仍然入库。 */
export interface BankStatementTaking {
  accept_gap?: boolean | undefined
}

/** 一份银行对账单。`layout_from` 说明各列的对应关系从何而来；有 `gaps`（断档）的，入库时须明确接受。 */
export interface BankStatementView {
  id: string
  bank_account_id: string
  name: string
  state: 'dropped' | 'faulty' | 'mapping' | 'ready' | 'taken'
  state_title: string
  heading_row: number
  preview: ((string)[])[]
  columns: (BankStatementColumn)[]
  layout: BankStatementLayoutView
  layout_from: '' | 'remembered' | 'set' | 'titles'
  /** 起始日：含当日 */
  from_on: string | null
  /** 截止日：含当日 */
  to_on: string | null
  opening_fen: number | null
  closing_fen: number | null
  lines_total: number
  lines_known: number
  faults: (BankStatementFault)[]
  faults_total: number
  gaps: (BankStatementGap)[]
  gap_accepted: boolean
  created_at: string
  taken_at: string | null
}

/** 理由。 */
export interface BankingReason {
  reason: string
}

/** 认定为同一笔钱的依据，由强到弱。 */
export type Basis =
  | 'day'
  | 'group'
  | 'hand'
  | 'near'
  | 'opening'
  | 'reference'
  | 'reversal'

export const basisTitles: Record<Basis, string> = {
  day: '金额和日期相符',
  group: '一笔对应几笔之和',
  hand: '人工勾对',
  near: '金额相符，日期相差数日',
  opening: '首期对账单的期初余额',
  reference: '金额、日期和编号相符',
  reversal: '凭证与其冲销相抵',
}

/** 自某日起的基准利率及其公布依据；`rate_e4` 以百分之一的万分之一为单位，15000 即 1.5%。 */
export interface BenchmarkRateBody {
  tenor: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand'
  since_on: string
  rate_e4: number
  source: string
}

/** 一条基准利率，以及复核后将改变的存期（极多的只列前面的）。 */
export interface BenchmarkRateDetail {
  rate: BenchmarkRateView
  touches: (DepositTermTouched)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BenchmarkRateList {
  /** 本页内容 */
  items: (BenchmarkRateView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一条基准利率及其录入、复核经过；`drop_reason` 是不予采用的理由。 */
export interface BenchmarkRateView {
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

/** 是否通过绑定材料，以及理由；名册中没有产权记录的，另填 `evidence`。 */
export interface BindingClaimDecision {
  approve: boolean
  reason: string
  evidence?: OwnershipEvidence | null | undefined
}

/** 供经办人审核的绑定材料，以及名册中该房屋的产权人（已脱敏）。 */
export interface BindingClaimDetail {
  id: string
  home: HomeLine
  name: string
  id_number: string
  file_ids: (string)[]
  state: 'approved' | 'open' | 'refused' | 'withdrawn'
  reason: string
  created_at: string
  decided_at: string | null
  owners: (RollOwner)[]
}

/** 账簿中的一个账户；`owner_ref` 指明属于哪个记账单位、房屋或保险机构。 */
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BookAccountList {
  /** 本页内容 */
  items: (BookAccount)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 首位管理员，凭运维人员设定的令牌设立。 */
export interface Bootstrap {
  token: string
  username: string
  name: string
  password: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface DeliveryList {
  /** 本页内容 */
  items: (DeliveryView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一条消息的微信发送情况，不显示接收人。 */
export interface DeliveryView {
  id: string
  kind: 'acceptance_waits' | 'advice_waits' | 'application_accepted' | 'application_filed' | 'appointment_decided' | 'appointment_ended' | 'appointment_waits' | 'approval_waits' | 'award_returned' | 'award_waits' | 'case_corrected' | 'case_held' | 'case_lapsed' | 'case_paused' | 'case_rejected' | 'case_resumed' | 'case_withdrawn' | 'claim_decided' | 'claim_waits' | 'co_owners_differ' | 'collection_complete' | 'collection_opened' | 'collection_whole' | 'contract_signed' | 'contract_to_sign' | 'contract_wanted' | 'correction_waits' | 'correction_wanted' | 'deposit_maturing' | 'deposit_settled' | 'deposit_waits' | 'elevator_in_danger' | 'elevators_covered' | 'fund_moved' | 'fund_passed_on' | 'fund_restored' | 'fund_runs_low' | 'funds_dropped' | 'funds_wait' | 'home_bound' | 'hurry' | 'insurer_readmitted' | 'insurer_released' | 'insurer_suspended' | 'late_objection_waits' | 'naming_waits' | 'no_emergency' | 'no_hurry' | 'notice_ended' | 'notice_published' | 'notice_recounted' | 'notice_started' | 'notice_waits' | 'objection_answered' | 'objection_received' | 'objection_recorded' | 'objection_settled' | 'objection_upheld' | 'objection_waits' | 'paper_confirmed' | 'paper_left_out' | 'paper_taken' | 'papers_dropped' | 'papers_wait' | 'parameters_decided' | 'parameters_wait' | 'payout_day_changed' | 'payout_delayed' | 'payout_due' | 'payout_recounted' | 'payout_requested' | 'payout_returned' | 'payout_to_ask' | 'payout_waits' | 'plan_dropped' | 'plan_filed' | 'plan_set_aside' | 'plan_wanted_again' | 'policy_issued' | 'policy_recorded' | 'policy_wanted' | 'posting_missing' | 'posting_refused' | 'posting_wanted' | 'posting_wanted_again' | 'premium_paid' | 'proxy_ended' | 'proxy_recorded' | 'proxy_waits' | 'rate_decided' | 'rate_waits' | 'receipt_dropped' | 'receipt_posted' | 'receipts_wait' | 'reconciliation_dropped' | 'reconciliation_waits' | 'refund_dropped' | 'refund_posted' | 'refund_waits' | 'registration_waits' | 'representative_ended' | 'representative_named' | 'reversal_waits' | 'review_received' | 'review_waits' | 'roll_imported' | 'round_awarded' | 'scope_switched' | 'settlement_reversed' | 'signature_added' | 'signature_withdrawn' | 'special_opened' | 'survey_wanted' | 'switch_dropped' | 'switch_waits' | 'taking_over_waits' | 'vote_closed' | 'vote_counted' | 'vote_opened' | 'vote_waits' | 'voucher_waits' | 'year_being_closed' | 'year_closed' | 'year_published' | 'year_to_confirm'
  template: 'notice' | 'progress' | 'task'
  state: 'dead' | 'leased' | 'maybe' | 'refused' | 'sent' | 'unconsented' | 'waiting'
  tries: number
  due_at: string
  created_at: string
  attempts: (AttemptLine)[]
  case_id: string | null
  settled_at: string | null
}

/** 与银行约定的存款；款项从 `custody_id` 账户转出，到期转回该账户。 `matures_on` 可以不填，由存期推算；来自竞争性存放的填 `offer_id`（中标的报价）。 */
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

/** 一笔存款及其各存期（最新在前）；未到期的附增值收益估算。 */
export interface DepositDetail {
  deposit: DepositView
  terms: (DepositTermView)[]
  estimate: DepositEstimate | null
}

/** 截至某日高于基准利息的增值收益估算，单位：分；银行入账之前不得动用（R4.4）。 */
export interface DepositEstimate {
  on: string
  value_added_fen: number
  spendable: boolean
  note: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface DepositList {
  /** 本页内容 */
  items: (DepositView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 导入存款的接收进度：尚未接收、待复核、本次办理的笔数，以及须更正的存款。 */
export interface DepositTakingOver {
  opening_on: string | null
  listed: number
  waiting: number
  done: number
  unclear: (UnclearDeposit)[]
}

/** 在该利率起始日及以后起存、基准利率将随之改变的存期；已经结息的不变。 */
export interface DepositTermTouched {
  deposit_id: string
  code: string
  number: number
  opened_on: string
  was_e4: number
  settled: boolean
}

/** 存款的一个存期，按其起存日适用基准利率；已冲销的 `voided` 为真。 */
export interface DepositTermView {
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

/** 一笔存款及其当前（或最后）存期；金额单位：分，利率以百分之一的万分之一为单位。`remaining_fen` 为尚存的本金，活期即账户余额。 */
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

/** 一类待办的件数、超期件数和最早等待时间。 */
export interface DeskCount {
  kind: 'appointment' | 'ballot_batch' | 'benchmark_rate' | 'claim' | 'cleared' | 'deposit' | 'deposit_taken_over' | 'filed' | 'fund_batch' | 'import' | 'not_carried' | 'paper_objection' | 'parameter_change' | 'paused' | 'photo' | 'planned' | 'prepared' | 'proxy' | 'receipt' | 'reconciliation' | 'refund' | 'representative' | 'requested' | 'scope_switch' | 'settlement' | 'settlement_reversal' | 'special_refund' | 'text' | 'voucher'
  kind_title: string
  to_do: string
  waiting: number
  overdue: number
  since: string | null
}

/** 各类待办的件数，只列有待办的类别。 */
export interface DeskCounts {
  /** 本页内容 */
  items: (DeskCount)[]
  waiting: number
  overdue: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface DeskList {
  /** 本页内容 */
  items: (DeskRow)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一件待办事项：是什么、由谁办、何时开始等待、何时到期、要做什么。 */
export interface DeskRow {
  kind: 'appointment' | 'ballot_batch' | 'benchmark_rate' | 'claim' | 'cleared' | 'deposit' | 'deposit_taken_over' | 'filed' | 'fund_batch' | 'import' | 'not_carried' | 'paper_objection' | 'parameter_change' | 'paused' | 'photo' | 'planned' | 'prepared' | 'proxy' | 'receipt' | 'reconciliation' | 'refund' | 'representative' | 'requested' | 'scope_switch' | 'settlement' | 'settlement_reversal' | 'special_refund' | 'text' | 'voucher'
  kind_title: string
  to_do: string
  id: string
  title: string
  state: '' | 'accepted' | 'cleared' | 'collecting' | 'contracted' | 'draft' | 'ended' | 'exempt' | 'filed' | 'funded' | 'insured' | 'lapsed' | 'not_carried' | 'noticed' | 'open' | 'paid' | 'paused' | 'planned' | 'posting' | 'prepared' | 'registered' | 'rejected' | 'requested' | 'returned' | 'review' | 'risky' | 'signing' | 'voted' | 'voting' | 'waiting' | 'withdrawn'
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
  flow: '' | 'added' | 'direct' | 'household' | 'independent' | 'pooled'
  entered_by_name: string
}

/** 这些流水、分录为什么在对方没有对应。 */
export interface DifferenceExplanation {
  reason: string
  line_ids?: (string)[] | undefined
  posting_ids?: (string)[] | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface DifferenceExplanationList {
  /** 本页内容 */
  items: (DifferenceExplanationView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 对未达账项的一次说明：内容、何人、何时。 */
export interface DifferenceExplanationView {
  reason: string
  written_by: string
  written_at: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface DifferenceList {
  /** 本页内容 */
  items: (DifferenceView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一笔未达账项：一方有而另一方没有；`later_on` 是对方其后入账的日期。 */
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

/** 有多少笔流水、分录写上了说明。 */
export interface DifferencesExplained {
  /** 本页内容 */
  items: number
}

/** 暂时无法辨明的款项是收入还是支出。 */
export type Direction =
  | 'in'
  | 'out'

export const directionTitles: Record<Direction, string> = {
  in: '收入',
  out: '支出',
}

/** 一台电梯一年的保费、责任限额和免赔额，单位：分。 */
export interface ElevatorPlan {
  elevator_id: string
  premium_fen: number
  limit_fen: number
  deductible_fen?: number | undefined
  loading_reason?: string | undefined
}

/** 作废或不予复核的理由。 */
export interface EntryDropping {
  reason: string
}

/** 小区备案议事规则对未表态业主的规定，何时、向谁备案，以及文本。 */
export interface FiledRulesBody {
  silence: 'follows_majority' | 'not_counted'
  filed_on: string
  source: string
  file_id: string
}

/** 一批收支中的一户：分户账承担或收入的金额，以及尚欠的差额，单位：分。 */
export interface FundBatchLine {
  home_id: string
  home: string
  place: string
  amount_fen: number
  owed_fen: number
  voucher: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface FundBatchLineList {
  /** 本页内容 */
  items: (FundBatchLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface FundBatchList {
  /** 本页内容 */
  items: (FundBatchView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一批一并录入的维修资金收支；`owed_fen` 为使用时分户账不足支付的部分，单位：分。 */
export interface FundBatchView {
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

/** 导入文件的结果：每个银行日期一批。 */
export interface FundBatchesEntered {
  /** 本页内容 */
  items: (FundBatchView)[]
}

/** 按银行凭证录入的一批维修资金收支；`effective_on` 为银行日期。 `from_suspense` 表示此前已作为待查款项入账。 */
export interface FundEntry {
  kind: FundKind
  custody_id: string
  effective_on: string
  voucher: string
  lines: (FundEntryLine)[]
  payee?: string | undefined
  memo?: string | undefined
  from_suspense?: boolean | undefined
}

/** 一批收支中的一户及其金额，单位：分。 */
export interface FundEntryLine {
  home_id: string
  amount_fen: number
}

/** 分户账变动的原因。 */
export type FundKind =
  | 'first'
  | 'refund'
  | 'topup'
  | 'use'

export const fundKindTitles: Record<FundKind, string> = {
  first: '首期交存',
  refund: '使用退款',
  topup: '续筹交存',
  use: '维修资金使用',
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface FundWarningList {
  /** 本页内容 */
  items: (FundWarningView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一户余额低于续筹线：余额、续筹线，以及补足所需的金额，单位：分。 */
export interface FundWarningView {
  home_id: string
  home: string
  place: string
  first_fen: number
  balance_fen: number
  line_percent: number
  missing_fen: number
  since_at: string
}

/** 名册的一处错误：位置、所填内容（个人信息已脱敏）和原因。 */
export interface ImportFault {
  number: number
  sheet: string
  row: number
  column: string
  value: string
  reason: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ImportFaultList {
  /** 本页内容 */
  items: (ImportFault)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ImportList {
  /** 本页内容 */
  items: (ImportView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一次名册导入。`rows` 为各工作表的行数，入库后 `added`、`changed` 为各表新增和更改的行数。 核对、入库期间 `rows_done` 不断增加，读完文件才知道 `rows_total`。`failure` 是最近一次失败的原因，`tries` 满三次即导入失败。 */
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

/** 暂停保险机构承接新办件，或以 `suspended` 为假恢复；并写明理由。 */
export interface InsurerSuspension {
  suspended?: boolean | undefined
  reason: string
}

/** 一份邀请，须当面或另行转交；邀请码只能用一次，此后不再显示。 */
export interface Invitation {
  account_id: string
  username: string
  token: string
  expires_at: string
}

/** 凭邀请码启用账号，并自设密码。 */
export interface InvitationAcceptance {
  token: string
  password: string
}

/** 凭证的一条分录：借方或贷方，另一方为零；单位：分。 */
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface JournalList {
  /** 本页内容 */
  items: (JournalRow)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 列表中的一笔凭证；`amount_fen` 为借贷任一方的合计，单位：分。 */
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

/** 一笔凭证及其一页分录，按次序排列；以 `next` 取后面的分录。 */
export interface JournalView {
  journal: JournalRow
  actor: string
  /** 本页内容 */
  items: (JournalLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
}

/** 年度收支总表；每个数字都出自账簿。R3.2。 */
export interface LedgerYear {
  year: number
  as_of: string
  kinds: (YearJournals)[]
  accounts: (YearAccount)[]
  debit_fen: number
  credit_fen: number
}

/** 审计所见的一条日志，及其在该对象散列链中的位置。 */
export interface LogEntry {
  seq: string
  event_id: string
  subject_kind: 'account' | 'accounting_year' | 'ballot' | 'ballot_batch' | 'bank_account' | 'bank_statement' | 'benchmark_rate' | 'building' | 'calendar' | 'case' | 'case_receipt' | 'case_refund' | 'deposit' | 'fund_batch' | 'home' | 'import' | 'insurer' | 'journal' | 'parameter_change' | 'person' | 'placement_round' | 'proxy' | 'reconciliation' | 'representative'
  subject_id: string
  kind: 'Accepted' | 'AccountActivated' | 'AccountCreated' | 'AccountDisabled' | 'AccountInvitedAnew' | 'AccountLoggedIn' | 'AccountOpened' | 'AccountRolesChanged' | 'AdviceDropped' | 'AdviceEntered' | 'Applied' | 'AppointmentDecided' | 'AppointmentEnded' | 'AppointmentMade' | 'AwardProposed' | 'AwardReturned' | 'BallotCast' | 'BankAccountClosed' | 'BankAccountOpened' | 'CalendarChanged' | 'CaseCorrected' | 'CaseLapsed' | 'CaseRejected' | 'CaseReturned' | 'CaseWithdrawn' | 'ClaimDecided' | 'ClaimMade' | 'CollectionChanged' | 'CollectionComplete' | 'CollectionOpened' | 'Contracted' | 'DepositDropped' | 'DepositEntered' | 'DepositMaturing' | 'DepositPlaced' | 'DepositRenewed' | 'DepositSettled' | 'DifferenceExplained' | 'Filed' | 'FundDropped' | 'FundEntered' | 'FundPassedOn' | 'FundPosted' | 'FundRestored' | 'FundRunsLow' | 'HeldByHand' | 'HomeBound' | 'HomeLeft' | 'InsurerAdmitted' | 'InsurerReadmitted' | 'InsurerSuspended' | 'JournalDropped' | 'JournalEntered' | 'JournalPosted' | 'JournalReversed' | 'LateObjectionAnswered' | 'LateObjectionRecorded' | 'LinesMatched' | 'LobbyEvidenceMissing' | 'LobbyEvidenced' | 'LobbyRefused' | 'MarkedUrgent' | 'MatchUndone' | 'NoticeEnded' | 'NoticePublished' | 'NoticeRecounted' | 'NoticeResumed' | 'NoticeStarted' | 'ObjectionAdded' | 'ObjectionReopened' | 'ObjectionSettled' | 'ObjectionTextJudged' | 'ObjectionUpheld' | 'OfferRecorded' | 'OfferWithdrawn' | 'PaperBallotsConfirmed' | 'PaperBallotsCorrected' | 'PaperBallotsDropped' | 'PaperBallotsEntered' | 'PaperIssued' | 'PaperObjectionConfirmed' | 'ParametersDecided' | 'ParametersProposed' | 'PasswordChanged' | 'Paused' | 'PayoutDue' | 'PayoutPrepared' | 'PayoutRecounted' | 'PayoutRequested' | 'PayoutReturned' | 'PhoneChanged' | 'PlanFiled' | 'PolicyIssued' | 'PolicyRecorded' | 'PremiumPaid' | 'ProxyEnded' | 'ProxyEntered' | 'ProxyRecorded' | 'RateDecided' | 'RateProposed' | 'ReceiptDropped' | 'ReceiptEntered' | 'ReceiptPosted' | 'ReconciliationCertified' | 'ReconciliationDropped' | 'ReconciliationPrepared' | 'RefundDropped' | 'RefundEntered' | 'RefundPosted' | 'Registered' | 'ReleasedByHand' | 'RepresentativeEnded' | 'RepresentativeEntered' | 'RepresentativeNamed' | 'ReversalAsked' | 'ReversalDropped' | 'RollDropped' | 'RollImported' | 'RollUploaded' | 'RoundAnnounced' | 'RoundAwarded' | 'RoundCancelled' | 'ScopeSwitchDropped' | 'ScopeSwitchEntered' | 'ScopeSwitched' | 'SettlementReversed' | 'SharesProposed' | 'SignatureWithdrawn' | 'Signed' | 'StatementDropped' | 'StatementTaken' | 'StatementUploaded' | 'TakingOverDropped' | 'TakingOverProposed' | 'Unmasked' | 'UrgencyLifted' | 'VoteClosed' | 'VoteOpened' | 'VoteReminded' | 'VoteServed' | 'YearClosed' | 'YearClosingStarted' | 'YearPreviewed' | 'YearPublished'
  data: Record<string, unknown>
  actor_kind: 'account' | 'person' | 'public' | 'system'
  actor_id: string | null
  roles: (Role)[]
  reason: string
  request_id: string
  at: string
  prev_hash: string
  hash: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface LogEntryList {
  /** 本页内容 */
  items: (LogEntry)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 款项以什么方式收到。 */
export type Method =
  | 'bank_file'
  | 'cash'
  | 'transfer'

export const methodTitles: Record<Method, string> = {
  bank_file: '银行文件',
  cash: '现金',
  transfer: '转账',
}

/** 不论公布的日历如何，该日上班或休息；须注明依据。 */
export interface NewCalendarDay {
  day: string
  working: boolean
  name?: string | undefined
  source: string
}

/** 节假日安排已经公布并逐日录入的年度。 */
export interface NewCalendarYear {
  year: number
  source: string
}

/** 新入围的保险机构及其入围起止日；保费只拨付到这一账户。 */
export interface NewInsurer {
  code: string
  name: string
  bank: string
  bank_account: string
  contact?: string | undefined
  admitted_from_on: string
  admitted_to_on: string
}

/** 一项参数（以点分隔的名称）及其新值。 */
export interface NewParameterValue {
  name: string
  value: number | string
}

/** 现用密码、动态口令和新密码。 */
export interface NewPassword {
  password: string
  totp: string
  new_password: string
}

/** 受邀启用账号的人。 */
export interface NewStaffAccount {
  roles: (Role)[]
  insurer_id?: string | null | undefined
  community_id?: string | null | undefined
  username: string
  name: string
}

/** 中心对逾期反对意见的答复。 */
export interface ObjectionAnswer {
  text: string
}

/** 作出这一决定的理由，反对人可以看到。 */
export interface ObjectionReason {
  reason: string
}

/** 经办人事先上传的、双方签字的协商记录。 */
export interface ObjectionSettlement {
  record_file_id?: string | null | undefined
  note?: string | undefined
}

/** 文字是否向公众公开，以及理由。 */
export interface ObjectionTextDecision {
  show: boolean
  reason: string
}

/** 认定成立之后如何处理：重做方案，或者终止办件；理由告知各方。 */
export interface ObjectionUpholding {
  then: 'end' | 'new_plan'
  reason: string
}

/** 首份对账单以前的分录中，银行当时尚未入账、不参与核对期初余额的各笔。 */
export interface OpeningMatchBody {
  except_posting_ids?: (string)[] | undefined
}

/** 产权证明所载：自何日起拥有多少份额，以及谁的产权随之终止。 `share_bps` 以万分之一为单位；`ends` 是在 `from_on` 之日终止的产权记录的标识。 */
export interface OwnershipEvidence {
  /** 起始日：含当日 */
  from_on: string
  share_bps: number
  ends: (string)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PaperBatchList {
  /** 本页内容 */
  items: (PaperBatchRow)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一批纸质表决票，不含逐张内容。 */
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

/** 一批纸质表决票；过了 `count_at` 不再接收。 */
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

/** 录入人重新录入的一张票；没有填的项目不变。 */
export interface PaperChange {
  nth: number
  choice?: 'abstain' | 'against' | 'agree' | null | undefined
  received_at?: string | null | undefined
  signers?: (string)[] | undefined
}

/** 录入有误、须更正的各张票。 */
export interface PaperChanges {
  lines: (PaperChange)[]
}

/** 一批纸质表决票及其影像；没有另填收到时间的，以 `received_at` 为准。 */
export interface PaperEntry {
  lines: (PaperLine)[]
  file_ids: (string)[]
  received_at?: string | null | undefined
}

/** 纸质表决票的发放情况：何时发放、何时截止、何时计票。 */
export interface PaperIssue {
  vote_id: string
  paper_at: string
  ends_at: string
  count_at: string
  parts: (PaperPart)[]
}

/** 一张纸质表决票：哪一户、如何勾选、何时收到、由谁签名（默认为全体）。 */
export interface PaperLine {
  choice: 'abstain' | 'against' | 'agree'
  paper_token?: string | undefined
  home_id?: string | null | undefined
  received_at?: string | null | undefined
  signers?: (string)[] | undefined
}

/** 一张纸质表决票：何时收到、由谁签名（已脱敏），供第二人与原件核对。`choice` 只向录入人显示，核对之后不再显示。 */
export interface PaperLineView {
  nth: number
  home_id: string
  place: string
  received_at: string
  signers: (string)[]
  outcome: '' | 'concurring' | 'contested' | 'second' | 'valid'
  outcome_title: string
  choice: '' | 'abstain' | 'against' | 'agree'
}

/** 一份纸质反对意见：何人、哪一户、何时收到、内容和扫描件。 */
export interface PaperObjection {
  home_id: string
  text: string
  received_at: string
  file_ids: (string)[]
  owner_id?: string | null | undefined
  owner_name?: string | undefined
}

/** 一并打印的一批房屋；打印时以 `after` 指明。 */
export interface PaperPart {
  /** 从何处继续：上一页的 next；为空从头开始 */
  after: string
  homes: number
  first: string
  last: string
}

/** 扫表决票上的码所见：哪一户、由谁签名、是否已全部交回。 */
export interface PaperSeen {
  home_id: string
  place: string
  area_cm2: number
  signers: (BallotSigner)[]
  entered: boolean
}

/** 参数的改动及其依据文件，适用于此后受理的全部办件。 */
export interface ParameterChangeBody {
  /** 本页内容 */
  items: (NewParameterValue)[]
  source: string
}

/** 一次参数改动；`moved` 表示其间参数已另有改动，须退回重新录入。 */
export interface ParameterChangeDetail {
  change: ParameterChangeView
  moved: boolean
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ParameterChangeList {
  /** 本页内容 */
  items: (ParameterChangeView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一次参数改动：全市的，或小区备案议事规则的规定（附备案文本）；`version` 为复核后成为的版本。 */
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

/** 财务制单的拨付金额，须与合同、发票一致，单位：分。 */
export interface PayoutPreparation {
  amount_fen: number
}

/** 拟采用的报价；不是最高的，须写明理由。 */
export interface PlacementAward {
  offer_id: string
  reason?: string | undefined
}

/** 是否同意定标意见；不同意的写明理由。 */
export interface PlacementAwardDecision {
  approve: boolean
  reason?: string | undefined
}

/** 收到的一家银行的报价。 */
export interface PlacementOfferBody {
  bank: string
  rate_e4: number
  received_at: string
  note?: string | undefined
}

/** 一份报价；截止之前 `rate_e4` 为空，`note` 为空文本。 */
export interface PlacementOfferView {
  id: string
  bank: string
  rate_e4: number | null
  note: string
  received_at: string
  withdrawn_at: string | null
}

/** 竞争性存放公告：存放金额（单位：分）、存期、对银行的要求和报价截止时间。 */
export interface PlacementRoundBody {
  title: string
  amount_fen: number
  tenor: '1y' | '2y' | '3m' | '3y' | '6m'
  closes_at: string
  requirements?: string | undefined
}

/** 一次竞争性存放及其报价；截止之前不显示利率。 */
export interface PlacementRoundDetail {
  round: PlacementRoundView
  offers: (PlacementOfferView)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PlacementRoundList {
  /** 本页内容 */
  items: (PlacementRoundView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一次竞争性存放；`state` 为 `collecting` 时正在收取报价，为 `closed` 时待定标。 */
export interface PlacementRoundView {
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

/** 风险查勘结果和保险方案。 */
export interface PlanBody {
  survey: string
  cover: string
  elevators: (ElevatorPlan)[]
  service?: string | undefined
  file_ids?: (string)[] | undefined
}

/** 保险机构出具的保险单。 */
export interface PolicyBody {
  number: string
  file_id: string
}

/** 一份书面委托：哪一户、何人委托、受托人（以其在小程序验证的手机号指明）、委托事项和扫描件。只有一名业主的房屋不必填姓名。 */
export interface ProxyEntry {
  home_id: string
  holder_phone: string
  matter: string
  file_id: string
  owner_id?: string | null | undefined
  owner_name?: string | undefined
}

/** 理由。 */
export interface Reason {
  reason: string
}

/** 一户缴来的保费，以银行单据或收据为凭；`effective_on` 为银行日期。独立产权人的缴存不填房屋。 */
export interface ReceiptBody {
  amount_fen: number
  method: 'cash' | 'transfer'
  custody_id: string
  effective_on: string
  voucher: string
  home_id?: string | null | undefined
  file_id?: string | null | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ReceiptList {
  /** 本页内容 */
  items: (ReceiptView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 办件的一笔归集款。 */
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

/** 已与银行单据核对无误、予以复核的归集款。 */
export interface ReceiptsConfirmation {
  receipt_ids: (string)[]
}

/** 复核之后的归集情况：须归集和已到账的金额，单位：分。 */
export interface ReceiptsConfirmed {
  receipts: number
  total_fen: number
  needed_fen: number
  gathered_fen: number
  state: State
  state_title: string
}

/** 导入文件的结果：每行成为一笔归集款，次序与文件相同。 */
export interface ReceiptsEntered {
  receipts: number
  total_fen: number
  receipt_ids: (string)[]
}

/** 为哪个月编制余额调节表，如 2025-03。 */
export interface ReconciliationBody {
  month: string
}

/** 余额调节表中的一类未达账项及其合计。 */
export interface ReconciliationDifferences {
  side: Side
  title: string
  sum_fen: number
  /** 本页内容 */
  items: (ReconciliationItem)[]
}

/** 余额调节表中的一笔未达账项及其说明。 */
export interface ReconciliationItem {
  id: string
  on: string
  age_days: number
  amount_fen: number
  reference: string
  reason: string
}

/** 列表中的一张余额调节表。 */
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ReconciliationLineList {
  /** 本页内容 */
  items: (ReconciliationLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一个银行账户某月的对账情况。`covered` 表示对账单连续无断档地到了月末；`moved_since` 表示编制之后，账面或银行一方又有变化。 */
export interface ReconciliationMonthLine {
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ReconciliationMonthLineList {
  /** 本页内容 */
  items: (ReconciliationMonthLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一张编制完成的余额调节表，双方调节后的余额相等。 */
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
  lists: (ReconciliationDifferences)[]
  sha256: string
  entered_by: string
  entered_at: string
  confirmed_by: string | null
  confirmed_at: string | null
  dropped_by: string | null
  dropped_at: string | null
  drop_reason: string
}

/** 一笔退款，退入原缴款人的账户；账号加密保存（R12.4）。 */
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface RefundList {
  /** 本页内容 */
  items: (RefundView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一笔退款；收款人和账号已脱敏，财务写明理由方可查看全文（R12.2）。 */
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

/** 更正已公布报告的理由；首次公布不填。 */
export interface ReportPublication {
  reason?: string | undefined
}

/** 共有人推举的代表（标识或姓名），以及全体共有人签名的文件。 */
export interface RepresentativeNaming {
  file_id: string
  owner_id?: string | null | undefined
  owner_name?: string | undefined
}

/** 要冲销的凭证、生效日期和理由。 */
export interface ReversalVoucher {
  journal_id: string
  effective_on: string
  memo: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface RollChangeList {
  /** 本页内容 */
  items: (RollChangeView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 名册中一行更改前后的内容；姓名已脱敏，证件号码不保留。 */
export interface RollChangeView {
  id: string
  table: 'building' | 'community' | 'deposit' | 'elevator' | 'elevator_unit' | 'home' | 'maintenance_visit' | 'owner' | 'ownership' | 'scope' | 'unit'
  table_title: string
  row_id: string
  before: Record<string, unknown> | null
  /** 从何处继续：上一页的 next；为空从头开始 */
  after: Record<string, unknown> | null
}

/** 名册中该房屋的一名产权人及其份额，姓名已脱敏（R12.2）。 */
export interface RollOwner {
  ownership_id: string
  name: string
  share_bps: number
  /** 起始日：含当日 */
  from_on: string
}

/** 该楼栋的统筹账户改为按什么单位记账，以及理由。 */
export interface ScopeSwitchBody {
  to_kind: 'building' | 'unit'
  reason: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface SettlementList {
  /** 本页内容 */
  items: (SettlementView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 结息单错在哪里。 */
export interface SettlementReversalBody {
  reason: string
}

/** 对错误结息单的冲销申请；`state` 为 `draft` 时待第二人复核。 */
export interface SettlementReversalView {
  id: string
  state: 'confirmed' | 'draft' | 'dropped'
  reason: string
  entered_by_me: boolean
  entered_at: string
  confirmed_at: string | null
  dropped_at: string | null
  drop_reason: string
}

/** 一份结息单中某一自然年度取得的部分，单位：分。R4.5。 */
export interface SettlementSlice {
  year: number
  value_added_fen: number
  benchmark_fen: number
}

/** 计算过程中的一步，可据以手工复算。 */
export interface SettlementStep {
  rule: string
  what: string
  text: string
}

/** 一份结息单及其结果，金额单位：分。`interest_fen` 为银行实付利息，`expected_fen` 为按约定应得的利息；利息中 `benchmark_fen` 归各分户账，`value_added_fen` 归统筹账户。`reversal` 是最近一次冲销申请。 */
export interface SettlementView {
  id: string
  deposit_id: string
  code: string
  tenor: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand'
  term_number: number
  kind: 'demand' | 'early' | 'maturity'
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
  source: 'file' | 'manual'
  file_id: string | null
  note: string
  state: 'draft' | 'dropped' | 'posted' | 'reversed'
  journal_id: string | null
  reversal_id: string | null
  reversed_on: string | null
  reversal: SettlementReversalView | null
  entered_by_me: boolean
  entered_at: string
  confirmed_at: string | null
  dropped_at: string | null
  drop_reason: string
  slices: (SettlementSlice)[]
  steps: (SettlementStep)[]
}

/** 未达账项在哪一方、是收是付。 */
export type Side =
  | 'bank_in'
  | 'bank_out'
  | 'books_in'
  | 'books_out'

export const sideTitles: Record<Side, string> = {
  bank_in: '银行已收、企业未收',
  bank_out: '银行已付、企业未付',
  books_in: '企业已收、银行未收',
  books_out: '企业已付、银行未付',
}

/** 专户的户名和退款账户；开设时须填全，核对时不填或填相同的内容。 */
export interface SpecialAccountOpening {
  holder?: string | undefined
  refund_bank?: string | undefined
  refund_account?: string | undefined
}

/** 退入户主本人账户的款项：金额（单位：分）、凭证和电梯报废的证明；`effective_on` 为银行日期。 */
export interface SpecialRefundBody {
  amount_fen: number
  custody_id: string
  effective_on: string
  voucher: string
  reason: string
  file_id: string
}

/** 一笔支出总额，按面积分摊到一个单元或一幢楼的各户（R3.7）。 `leave_owed` 表示分户账不足支付的部分列为尚欠。 */
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

/** 改任的角色及理由。 */
export interface StaffAccountDuties {
  roles: (Role)[]
  insurer_id?: string | null | undefined
  community_id?: string | null | undefined
  reason: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface StaffAccountList {
  /** 本页内容 */
  items: (StaffAccountView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 管理员和审计所见的工作账号。 */
export interface StaffAccountView {
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

/** 账号的动态口令密钥，只在这一次答复中显示。 */
export interface StaffAuthenticator {
  account_id: string
  username: string
  totp_secret: string
  totp_uri: string
}

/** 工作人员的登录，十二小时有效。 */
export interface StaffLoggedIn {
  token: string
  expires_at: string
  account_id: string
  name: string
  roles: (Role)[]
}

/** 用户名、密码和动态口令应用当前显示的六位数字。 */
export interface StaffLogin {
  username: string
  password: string
  totp: string
  device?: string | undefined
}

/** 本人的工作账号及其所属单位。 */
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

/** 暂时无法辨明的收款或付款；`clears` 指明要退回（收回）的原待查凭证，可以只退回（收回）一部分。 */
export interface SuspenseVoucher {
  bank_account_id: string
  direction: Direction
  amount_fen: number
  effective_on: string
  memo: string
  clears?: string | null | undefined
}

/** 中心的银行账户之间的划转，以银行日期为准。 */
export interface TransferVoucher {
  from_account_id: string
  to_account_id: string
  amount_fen: number
  effective_on: string
  memo: string
}

/** 试算平衡：借贷两方合计，不等即账有错误。R3.2。 */
export interface TrialBalance {
  effective_on: string | null
  recorded_at: string | null
  /** 本页内容 */
  items: (TrialLine)[]
  debit_fen: number
  credit_fen: number
  balanced: boolean
}

/** 一类账户的借方、贷方发生额合计，单位：分。 */
export interface TrialLine {
  kind: AccountKind
  title: string
  accounts: number
  debit_fen: number
  credit_fen: number
  balance_fen: number
}

/** 须先更正导入清单、暂不能接收的存款，及其原因。 */
export interface UnclearDeposit {
  deposit_id: string
  code: string
  reason: string
}

/** 为什么必须查看全文。 */
export interface UnmaskReason {
  reason: string
}

/** 姓名和证件号码的全文，向写明理由的工作人员显示。 */
export interface UnmaskedClaimant {
  claim_id: string
  name: string
  id_number: string
}

/** 反对人的姓名和电话，向写明理由的工作人员完整显示。 */
export interface UnmaskedObjector {
  objection_id: string
  name: string
  home_code: string
  phone: string
}

/** 退款收款人的全名和账号。 */
export interface UnmaskedPayee {
  refund_id: string
  payee: string
  payee_bank: string
  payee_account: string
}

/** 未交存首期维修资金的一户。 */
export interface UnpaidHome {
  home_id: string
  home: string
  place: string
  area_cm2: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface UnpaidHomeList {
  /** 本页内容 */
  items: (UnpaidHome)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 若现在组织表决，名册的户数、人数和面积（平方厘米），以及还缺什么。 `lacks` 为不能组织表决的原因；`warnings` 为须留意的户数，不妨碍组织。方案提交之前没有表决事项。 */
export interface VoteCheck {
  homes: number
  heads: number
  area_cm2: number
  threshold: 'raise' | 'use'
  parameters: { 'notice.days'?: number | undefined; 'notice.roll'?: 'weekends_and_holidays' | 'holidays' | 'none' | undefined; 'notice.resume'?: 'remaining' | 'restart' | undefined; 'objection.refile_max'?: number | undefined; 'objection.decision_working_days'?: number | undefined; 'signers.min'?: number | undefined; 'signing.days'?: number | undefined; 'correction.days'?: number | undefined; 'lapse.days'?: number | undefined; 'payout.working_days'?: number | undefined; 'policy.years'?: 1 | 3 | undefined; 'vote.fund_flow'?: 'required' | 'waived' | undefined; 'vote.days'?: number | undefined; 'vote.participation'?: string | undefined; 'vote.use'?: string | undefined; 'vote.raise'?: string | undefined; 'vote.silence'?: 'not_counted' | 'follows_majority' | undefined; 'vote.split_owner'?: 'neutral_head' | 'no_head' | undefined; 'vote.paper_conflict'?: 'first_valid' | 'paper' | undefined; 'vote.rounds_max'?: number | undefined; 'vote.reminders'?: number | undefined; 'vote.paper_days'?: number | undefined; 'proxy.max_homes'?: number | undefined; 'income.attribution'?: 'balance_days' | undefined; 'income.negative'?: 'zero' | 'negative' | undefined; 'fund.topup'?: number | undefined; 'maintenance.days'?: number | undefined; 'maintenance.gaps'?: 'shown' | 'refused' | undefined; 'independent.years'?: number | undefined; 'publish.min_group'?: number | undefined }
  ends_at: string
  question: string
  lacks: (string)[]
  warnings: Record<string, number>
  /** 本页内容 */
  items: (VoteWarning)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
}

/** 提交业主表决的事项和材料；不填文字的按方案生成，不填材料的用方案的材料。 */
export interface VoteOpening {
  question?: string | undefined
  file_ids?: (string)[] | null | undefined
}

/** 组织表决之前应先处理的一户。 */
export interface VoteWarning {
  kind: 'claim_open' | 'developer' | 'no_owner' | 'no_phone' | 'no_representative'
  home_id: string
  home: string
  text: string
}

/** 手工凭证复核后产生的结果。 */
export type VoucherKind =
  | 'bank_transfer'
  | 'reversal'
  | 'suspense'

export const voucherKindTitles: Record<VoucherKind, string> = {
  bank_transfer: '银行账户间转账',
  reversal: '冲销',
  suspense: '待查款项',
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface VoucherList {
  /** 本页内容 */
  items: (VoucherRow)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 列表中的一张手工凭证。 */
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

/** 一张手工凭证的借贷双方；已入账的待查款项，`left_fen` 为尚未清理的金额，单位：分。 */
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

/** 一类账户的年初余额、全年借贷发生额和年末余额，单位：分。 */
export interface YearAccount {
  kind: AccountKind
  title: string
  opening_fen: number
  debit_fen: number
  credit_fen: number
  closing_fen: number
}

/** 全年一类凭证的合计，冲销的另列一行；`amount_fen` 为借贷任一方的合计，单位：分。 */
export interface YearJournals {
  kind: JournalKind
  undone: boolean
  title: string
  journals: number
  amount_fen: number
  accounts: (YearTurnover)[]
}

/** 一类凭证对一类账户的发生额，单位：分。 */
export interface YearTurnover {
  account: AccountKind
  title: string
  debit_fen: number
  credit_fen: number
}

export interface ListAccountingYearsQuery {
  state?: 'closed' | 'closing' | 'failed' | 'previewed' | 'previewing' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 各年度试算与结账情况，最新在前 */
export const listAccountingYears = (api: Api, query: ListAccountingYearsQuery = {}, call?: Call): Promise<AccountingYearList> =>
  api.get<AccountingYearList>(`/accounting-years${queryOf(query)}`, call)

export interface ListAccountingYearsCsvQuery {
  state?: 'closed' | 'closing' | 'failed' | 'previewed' | 'previewing' | undefined
}

/** 年度结账导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listAccountingYearsCsv = (api: Api, query: ListAccountingYearsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/accounting-years.csv${queryOf(query)}`, call)

export interface ListAccountingYearsXlsxQuery {
  state?: 'closed' | 'closing' | 'failed' | 'previewed' | 'previewing' | undefined
}

/** 年度结账导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listAccountingYearsXlsx = (api: Api, query: ListAccountingYearsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/accounting-years.xlsx${queryOf(query)}`, call)

/** 某年度归集的合计与入账进度 */
export const getAccountingYear = (api: Api, year: string, call?: Call): Promise<AccountingYearView> =>
  api.get<AccountingYearView>(`/accounting-years/${part(year)}`, call)

/** 复核试算结果并开始结账入账 */
export const closeAccountingYear = (api: Api, year: string, call?: Call): Promise<AccountingYearView> =>
  api.write<AccountingYearView>('POST', `/accounting-years/${part(year)}/closing`, call)

export interface ListYearSettlementsQuery {
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
export const listYearSettlements = (api: Api, year: string, query: ListYearSettlementsQuery = {}, call?: Call): Promise<YearSettlementList> =>
  api.get<YearSettlementList>(`/accounting-years/${part(year)}/deposits${queryOf(query)}`, call)

export interface ListYearSettlementsCsvQuery {
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 年度归集的结息导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listYearSettlementsCsv = (api: Api, year: string, query: ListYearSettlementsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/accounting-years/${part(year)}/deposits.csv${queryOf(query)}`, call)

export interface ListYearSettlementsXlsxQuery {
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 年度归集的结息导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listYearSettlementsXlsx = (api: Api, year: string, query: ListYearSettlementsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/accounting-years/${part(year)}/deposits.xlsx${queryOf(query)}`, call)

/** 某年度归集的全部数据（审计用），可用公布的脚本复算 */
export const exportAuditYear = (api: Api, year: string, call?: Call): Promise<string> =>
  api.download(`/accounting-years/${part(year)}/export.zip`, call)

/** 试算某年度的收益归集 */
export const previewAccountingYear = (api: Api, year: string, call?: Call): Promise<AccountingYearView> =>
  api.write<AccountingYearView>('POST', `/accounting-years/${part(year)}/preview`, call)

/** 公布已结账年度的报告 */
export const publishYearReport = (api: Api, year: string, body: ReportPublication, call?: Call): Promise<ReportVersion> =>
  api.write<ReportVersion>('POST', `/accounting-years/${part(year)}/publication`, call, body)

/** 审核授权材料或产权证明 */
export const decideAppointment = (api: Api, appointmentId: string, body: AppointmentDecision, call?: Call): Promise<AppointmentView> =>
  api.write<AppointmentView>('POST', `/appointments/${part(appointmentId)}/decision`, call, body)

/** 一批纸质选票 */
export const getBallotBatch = (api: Api, batchId: string, call?: Call): Promise<PaperBatchView> =>
  api.get<PaperBatchView>(`/ballot-batches/${part(batchId)}`, call)

/** 第二人独立录入同一批纸质选票 */
export const confirmBallotBatch = (api: Api, batchId: string, body: BallotReadings, call?: Call): Promise<PaperBatchView> =>
  api.write<PaperBatchView>('POST', `/ballot-batches/${part(batchId)}/confirmation`, call, body)

/** 写明理由作废一批未核对的纸质选票 */
export const dropBallotBatch = (api: Api, batchId: string, body: EntryDropping, call?: Call): Promise<PaperBatchView> =>
  api.write<PaperBatchView>('POST', `/ballot-batches/${part(batchId)}/dropping`, call, body)

/** 录入人更正未核对的纸质选票 */
export const correctBallotBatch = (api: Api, batchId: string, body: PaperChanges, call?: Call): Promise<PaperBatchView> =>
  api.write<PaperBatchView>('PUT', `/ballot-batches/${part(batchId)}/lines`, call, body)

/** 打印一批纸质选票的回执，逐户交给投票人 */
export const printBallotReceipts = (api: Api, batchId: string, call?: Call): Promise<string> =>
  api.download(`/ballot-batches/${part(batchId)}/receipts.pdf`, call)

export interface ListBankAccountsQuery {
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
export const listBankAccounts = (api: Api, query: ListBankAccountsQuery = {}, call?: Call): Promise<BankAccountList> =>
  api.get<BankAccountList>(`/bank-accounts${queryOf(query)}`, call)

/** 登记银行账户并开立账簿账户 */
export const registerBankAccount = (api: Api, body: BankAccountBody, call?: Call): Promise<BankAccountView> =>
  api.write<BankAccountView>('POST', '/bank-accounts', call, body)

export interface ListBankAccountsCsvQuery {
  open?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 银行账户导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listBankAccountsCsv = (api: Api, query: ListBankAccountsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts.csv${queryOf(query)}`, call)

export interface ListBankAccountsXlsxQuery {
  open?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 银行账户导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listBankAccountsXlsx = (api: Api, query: ListBankAccountsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts.xlsx${queryOf(query)}`, call)

export interface GetBankBalancesQuery {
  until?: string | undefined
}

/** 截至某日银行与账面的余额，及对账单的断档、未核对的期初余额 */
export const getBankBalances = (api: Api, bankAccountId: string, query: GetBankBalancesQuery = {}, call?: Call): Promise<BankBalances> =>
  api.get<BankBalances>(`/bank-accounts/${part(bankAccountId)}/balances${queryOf(query)}`, call)

/** 登记银行账户已销户 */
export const closeBankAccount = (api: Api, bankAccountId: string, call?: Call): Promise<BankAccountView> =>
  api.write<BankAccountView>('POST', `/bank-accounts/${part(bankAccountId)}/closing`, call)

export interface ListBankDifferencesQuery {
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
export const listBankDifferences = (api: Api, bankAccountId: string, query: ListBankDifferencesQuery = {}, call?: Call): Promise<DifferenceList> =>
  api.get<DifferenceList>(`/bank-accounts/${part(bankAccountId)}/differences${queryOf(query)}`, call)

export interface ListBankDifferencesCsvQuery {
  until?: string | undefined
  at_bank?: boolean | undefined
  explained?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 未达账项导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listBankDifferencesCsv = (api: Api, bankAccountId: string, query: ListBankDifferencesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/differences.csv${queryOf(query)}`, call)

export interface ListBankDifferencesXlsxQuery {
  until?: string | undefined
  at_bank?: boolean | undefined
  explained?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 未达账项导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listBankDifferencesXlsx = (api: Api, bankAccountId: string, query: ListBankDifferencesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/differences.xlsx${queryOf(query)}`, call)

export interface ListExplanationsQuery {
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
export const listExplanations = (api: Api, bankAccountId: string, query: ListExplanationsQuery = {}, call?: Call): Promise<DifferenceExplanationList> =>
  api.get<DifferenceExplanationList>(`/bank-accounts/${part(bankAccountId)}/explanations${queryOf(query)}`, call)

/** 说明未达账项的原因 */
export const explainDifferences = (api: Api, bankAccountId: string, body: DifferenceExplanation, call?: Call): Promise<DifferencesExplained> =>
  api.write<DifferencesExplained>('POST', `/bank-accounts/${part(bankAccountId)}/explanations`, call, body)

export interface ListBankLinesQuery {
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
export const listBankLines = (api: Api, bankAccountId: string, query: ListBankLinesQuery = {}, call?: Call): Promise<BankLineList> =>
  api.get<BankLineList>(`/bank-accounts/${part(bankAccountId)}/lines${queryOf(query)}`, call)

export interface ListBankLinesCsvQuery {
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  matched?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 银行流水导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listBankLinesCsv = (api: Api, bankAccountId: string, query: ListBankLinesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/lines.csv${queryOf(query)}`, call)

export interface ListBankLinesXlsxQuery {
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  matched?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 银行流水导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listBankLinesXlsx = (api: Api, bankAccountId: string, query: ListBankLinesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/lines.xlsx${queryOf(query)}`, call)

export interface ListBankMatchesQuery {
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
export const listBankMatches = (api: Api, bankAccountId: string, query: ListBankMatchesQuery = {}, call?: Call): Promise<BankMatchList> =>
  api.get<BankMatchList>(`/bank-accounts/${part(bankAccountId)}/matches${queryOf(query)}`, call)

/** 人工核对 */
export const enterBankMatch = (api: Api, bankAccountId: string, body: BankMatchBody, call?: Call): Promise<BankMatchView> =>
  api.write<BankMatchView>('POST', `/bank-accounts/${part(bankAccountId)}/matches`, call, body)

/** 自动核对 */
export const matchAutomatically = (api: Api, bankAccountId: string, call?: Call): Promise<BankMatchesMade> =>
  api.write<BankMatchesMade>('POST', `/bank-accounts/${part(bankAccountId)}/matching/auto`, call)

/** 核对期初余额 */
export const matchOpeningBalance = (api: Api, bankAccountId: string, body: OpeningMatchBody, call?: Call): Promise<BankMatchView> =>
  api.write<BankMatchView>('POST', `/bank-accounts/${part(bankAccountId)}/matching/opening`, call, body)

export interface ListBankReconciliationsQuery {
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 某银行账户的余额调节表，最新在前 */
export const listBankReconciliations = (api: Api, bankAccountId: string, query: ListBankReconciliationsQuery = {}, call?: Call): Promise<ReconciliationLineList> =>
  api.get<ReconciliationLineList>(`/bank-accounts/${part(bankAccountId)}/reconciliations${queryOf(query)}`, call)

/** 编制某月银行存款余额调节表 */
export const prepareReconciliation = (api: Api, bankAccountId: string, body: ReconciliationBody, call?: Call): Promise<ReconciliationView> =>
  api.write<ReconciliationView>('POST', `/bank-accounts/${part(bankAccountId)}/reconciliations`, call, body)

export interface ListBankReconciliationsCsvQuery {
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 余额调节表导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listBankReconciliationsCsv = (api: Api, bankAccountId: string, query: ListBankReconciliationsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/reconciliations.csv${queryOf(query)}`, call)

export interface ListBankReconciliationsXlsxQuery {
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 余额调节表导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listBankReconciliationsXlsx = (api: Api, bankAccountId: string, query: ListBankReconciliationsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/reconciliations.xlsx${queryOf(query)}`, call)

export interface ListBankStatementsQuery {
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
export const listBankStatements = (api: Api, bankAccountId: string, query: ListBankStatementsQuery = {}, call?: Call): Promise<BankStatementList> =>
  api.get<BankStatementList>(`/bank-accounts/${part(bankAccountId)}/statements${queryOf(query)}`, call)

/** 上传银行对账单（xlsx、csv） */
export const uploadBankStatement = (api: Api, bankAccountId: string, filePath: string, call?: Call): Promise<BankStatementView> =>
  api.upload<BankStatementView>(`/bank-accounts/${part(bankAccountId)}/statements`, filePath, call)

export interface ListBankStatementsCsvQuery {
  state?: 'dropped' | 'faulty' | 'mapping' | 'ready' | 'taken' | undefined
  /** 排序 */
  sort?: '' | 'day' | 'newest' | undefined
}

/** 银行对账单导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listBankStatementsCsv = (api: Api, bankAccountId: string, query: ListBankStatementsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/statements.csv${queryOf(query)}`, call)

export interface ListBankStatementsXlsxQuery {
  state?: 'dropped' | 'faulty' | 'mapping' | 'ready' | 'taken' | undefined
  /** 排序 */
  sort?: '' | 'day' | 'newest' | undefined
}

/** 银行对账单导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listBankStatementsXlsx = (api: Api, bankAccountId: string, query: ListBankStatementsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/statements.xlsx${queryOf(query)}`, call)

export interface ListMatchSuggestionsQuery {
  sure?: boolean | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 银行流水与账目可能对应的建议，按日期，两边都唯一的标明 */
export const listMatchSuggestions = (api: Api, bankAccountId: string, query: ListMatchSuggestionsQuery = {}, call?: Call): Promise<BankMatchSuggestionList> =>
  api.get<BankMatchSuggestionList>(`/bank-accounts/${part(bankAccountId)}/suggestions${queryOf(query)}`, call)

/** 撤销一笔核对（保留记录） */
export const undoBankMatch = (api: Api, matchId: string, body: BankingReason, call?: Call): Promise<BankMatchView> =>
  api.write<BankMatchView>('POST', `/bank-matches/${part(matchId)}/undoing`, call, body)

/** 某份对账单 */
export const getBankStatement = (api: Api, statementId: string, call?: Call): Promise<BankStatementView> =>
  api.get<BankStatementView>(`/bank-statements/${part(statementId)}`, call)

/** 放弃尚未入库的对账单 */
export const dropBankStatement = (api: Api, statementId: string, call?: Call): Promise<BankStatementView> =>
  api.write<BankStatementView>('POST', `/bank-statements/${part(statementId)}/dropping`, call)

/** 指明对账单各列，并逐行核对 */
export const mapBankStatement = (api: Api, statementId: string, body: BankStatementMapping, call?: Call): Promise<BankStatementView> =>
  api.write<BankStatementView>('PUT', `/bank-statements/${part(statementId)}/mapping`, call, body)

/** 对账单入库 */
export const takeBankStatement = (api: Api, statementId: string, body: BankStatementTaking, call?: Call): Promise<BankStatementView> =>
  api.write<BankStatementView>('POST', `/bank-statements/${part(statementId)}/taking`, call, body)

export interface ListBenchmarkRatesQuery {
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
export const listBenchmarkRates = (api: Api, query: ListBenchmarkRatesQuery = {}, call?: Call): Promise<BenchmarkRateList> =>
  api.get<BenchmarkRateList>(`/benchmark-rates${queryOf(query)}`, call)

/** 录入人民银行公布的基准利率、起始日和依据，由第二人复核后生效 */
export const proposeBenchmarkRate = (api: Api, body: BenchmarkRateBody, call?: Call): Promise<BenchmarkRateView> =>
  api.write<BenchmarkRateView>('POST', '/benchmark-rates', call, body)

export interface ListBenchmarkRatesCsvQuery {
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand' | undefined
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 基准利率导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listBenchmarkRatesCsv = (api: Api, query: ListBenchmarkRatesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/benchmark-rates.csv${queryOf(query)}`, call)

export interface ListBenchmarkRatesXlsxQuery {
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand' | undefined
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 基准利率导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listBenchmarkRatesXlsx = (api: Api, query: ListBenchmarkRatesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/benchmark-rates.xlsx${queryOf(query)}`, call)

/** 一条基准利率及其复核后将改变的存期（已结息的存期不变） */
export const getBenchmarkRate = (api: Api, rateId: string, call?: Call): Promise<BenchmarkRateDetail> =>
  api.get<BenchmarkRateDetail>(`/benchmark-rates/${part(rateId)}`, call)

/** 第二人复核基准利率 */
export const confirmBenchmarkRate = (api: Api, rateId: string, call?: Call): Promise<BenchmarkRateView> =>
  api.write<BenchmarkRateView>('POST', `/benchmark-rates/${part(rateId)}/confirmation`, call)

/** 基准利率不予采用，写明理由 */
export const dropBenchmarkRate = (api: Api, rateId: string, body: EntryDropping, call?: Call): Promise<BenchmarkRateView> =>
  api.write<BenchmarkRateView>('POST', `/benchmark-rates/${part(rateId)}/dropping`, call, body)

/** 一份绑定材料及该房屋名册中的现有产权人（脱敏），供审核 */
export const getBindingClaim = (api: Api, claimId: string, call?: Call): Promise<BindingClaimDetail> =>
  api.get<BindingClaimDetail>(`/binding-claims/${part(claimId)}`, call)

/** 审核绑定材料 */
export const decideBindingClaim = (api: Api, claimId: string, body: BindingClaimDecision, call?: Call): Promise<BindingClaimView> =>
  api.write<BindingClaimView>('POST', `/binding-claims/${part(claimId)}/decision`, call, body)

/** 查看申请人的姓名和证件号码，须写明理由，并留下记录 */
export const unmaskBindingClaim = (api: Api, claimId: string, body: Reason, call?: Call): Promise<UnmaskedClaimant> =>
  api.write<UnmaskedClaimant>('POST', `/binding-claims/${part(claimId)}/unmasking`, call, body)

/** 录入记账单位变更（按幢改按单元，或相反），待另一人复核后生效 */
export const enterScopeSwitch = (api: Api, buildingId: string, body: ScopeSwitchBody, call?: Call): Promise<ScopeSwitchView> =>
  api.write<ScopeSwitchView>('POST', `/buildings/${part(buildingId)}/scope-switch`, call, body)

/** 录入或更正一个工作日或休息日，须注明依据 */
export const enterCalendarDay = (api: Api, body: NewCalendarDay, call?: Call): Promise<CalendarYear> =>
  api.write<CalendarYear>('POST', '/calendar/days', call, body)

/** 宣布某年的节假日安排已公布并全部录入 */
export const publishCalendarYear = (api: Api, body: NewCalendarYear, call?: Call): Promise<CalendarYear> =>
  api.write<CalendarYear>('POST', '/calendar/years', call, body)

/** 受理 */
export const acceptCase = (api: Api, caseId: string, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/acceptance`, call)

/** 取消紧急标记，写明理由 */
export const liftEmergency = (api: Api, caseId: string, body: CaseReasonBody, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/emergency/lifting`, call, body)

/** 人工暂停办件，写明理由 */
export const holdCase = (api: Api, caseId: string, body: CaseReasonBody, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/hold`, call, body)

/** 解除人工暂停 */
export const releaseCase = (api: Api, caseId: string, body: CaseReasonBody, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/hold/release`, call, body)

/** 退回张贴影像（不是该单元、看不清、已被撕下等） */
export const refuseLobby = (api: Api, caseId: string, unitId: string, body: CaseReasonBody, call?: Call): Promise<NoticeBoard> =>
  api.write<NoticeBoard>('POST', `/cases/${part(caseId)}/lobbies/${part(unitId)}/refusal`, call, body)

/** 发布公示 */
export const publishNotice = (api: Api, caseId: string, call?: Call): Promise<NoticeBoard> =>
  api.write<NoticeBoard>('POST', `/cases/${part(caseId)}/notice`, call)

/** 录入纸质反对意见及收件时间和扫描件 */
export const enterPaperObjection = (api: Api, caseId: string, body: PaperObjection, call?: Call): Promise<ObjectionReceipt> =>
  api.write<ObjectionReceipt>('POST', `/cases/${part(caseId)}/paper-objections`, call, body)

/** 拨付复核 */
export const approvePayout = (api: Api, caseId: string, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/payout/approval`, call)

/** 拨付制单 */
export const preparePayout = (api: Api, caseId: string, body: PayoutPreparation, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/payout/preparation`, call, body)

/** 退回拨付材料，写明缺少什么 */
export const returnPayout = (api: Api, caseId: string, body: CaseReasonBody, call?: Call): Promise<CaseView> =>
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
export const confirmReceipts = (api: Api, caseId: string, body: ReceiptsConfirmation, call?: Call): Promise<ReceiptsConfirmed> =>
  api.write<ReceiptsConfirmed>('POST', `/cases/${part(caseId)}/receipts/confirmation`, call, body)

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
export const dropReceipt = (api: Api, caseId: string, receiptId: string, body: EntryDropping, call?: Call): Promise<ReceiptView> =>
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
export const dropRefund = (api: Api, caseId: string, refundId: string, body: EntryDropping, call?: Call): Promise<RefundView> =>
  api.write<RefundView>('POST', `/cases/${part(caseId)}/refunds/${part(refundId)}/dropping`, call, body)

/** 登记备案，取得备案编号 */
export const registerCase = (api: Api, caseId: string, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/registration`, call)

/** 不予办理，写明理由 */
export const rejectCase = (api: Api, caseId: string, body: CaseReasonBody, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/rejection`, call, body)

/** 退回补正，写明缺少什么 */
export const sendBackCase = (api: Api, caseId: string, body: CaseReasonBody, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/return`, call, body)

/** 开设或核对电梯保险专户，登记户名和退款账户 */
export const openSpecialAccount = (api: Api, caseId: string, body: SpecialAccountOpening, call?: Call): Promise<CaseView> =>
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
export const fileRules = (api: Api, communityId: string, body: FiledRulesBody, call?: Call): Promise<ParameterChangeView> =>
  api.write<ParameterChangeView>('POST', `/communities/${part(communityId)}/filed-rules`, call, body)

export interface ListDeliveriesQuery {
  state?: '' | 'dead' | 'leased' | 'maybe' | 'refused' | 'sent' | 'unconsented' | 'waiting' | undefined
  template?: '' | 'notice' | 'progress' | 'task' | undefined
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
  template?: '' | 'notice' | 'progress' | 'task' | undefined
  case_id?: string | undefined
}

/** 微信消息发送情况导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listDeliveriesCsv = (api: Api, query: ListDeliveriesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/deliveries.csv${queryOf(query)}`, call)

export interface ListDeliveriesXlsxQuery {
  state?: '' | 'dead' | 'leased' | 'maybe' | 'refused' | 'sent' | 'unconsented' | 'waiting' | undefined
  template?: '' | 'notice' | 'progress' | 'task' | undefined
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
export const getDepositsTakingOver = (api: Api, call?: Call): Promise<DepositTakingOver> =>
  api.get<DepositTakingOver>('/deposits/taking-over', call)

/** 提出接收全部导入的存款 */
export const proposeDepositsTakingOver = (api: Api, call?: Call): Promise<DepositTakingOver> =>
  api.write<DepositTakingOver>('POST', '/deposits/taking-over', call)

/** 第二人复核接收 */
export const confirmDepositsTakingOver = (api: Api, call?: Call): Promise<DepositTakingOver> =>
  api.write<DepositTakingOver>('POST', '/deposits/taking-over/confirmation', call)

/** 全部不予接收，写明理由 */
export const dropDepositsTakingOver = (api: Api, body: EntryDropping, call?: Call): Promise<DepositTakingOver> =>
  api.write<DepositTakingOver>('POST', '/deposits/taking-over/dropping', call, body)

export interface GetDepositQuery {
  on?: string | undefined
}

/** 一笔存款及其各存期，和截至某日的增值收益估算（不得动用） */
export const getDeposit = (api: Api, depositId: string, query: GetDepositQuery = {}, call?: Call): Promise<DepositDetail> =>
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
export const dropDeposit = (api: Api, depositId: string, body: EntryDropping, call?: Call): Promise<DepositView> =>
  api.write<DepositView>('POST', `/deposits/${part(depositId)}/dropping`, call, body)

/** 第二人复核接收一笔存款 */
export const confirmDepositTakenOver = (api: Api, depositId: string, call?: Call): Promise<DepositView> =>
  api.write<DepositView>('POST', `/deposits/${part(depositId)}/taking-over/confirmation`, call)

/** 不予接收一笔存款，写明理由 */
export const dropDepositTakenOver = (api: Api, depositId: string, body: EntryDropping, call?: Call): Promise<DepositView> =>
  api.write<DepositView>('POST', `/deposits/${part(depositId)}/taking-over/dropping`, call, body)

export interface ListDeskQuery {
  whose?: 'all' | 'entered' | 'mine' | undefined
  kind?: '' | 'appointment' | 'ballot_batch' | 'benchmark_rate' | 'claim' | 'cleared' | 'deposit' | 'deposit_taken_over' | 'filed' | 'fund_batch' | 'import' | 'not_carried' | 'paper_objection' | 'parameter_change' | 'paused' | 'photo' | 'planned' | 'prepared' | 'proxy' | 'receipt' | 'reconciliation' | 'refund' | 'representative' | 'requested' | 'scope_switch' | 'settlement' | 'settlement_reversal' | 'special_refund' | 'text' | 'voucher' | undefined
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
export const listDesk = (api: Api, query: ListDeskQuery = {}, call?: Call): Promise<DeskList> =>
  api.get<DeskList>(`/desk${queryOf(query)}`, call)

export interface ListDeskCsvQuery {
  whose?: 'all' | 'entered' | 'mine' | undefined
  kind?: '' | 'appointment' | 'ballot_batch' | 'benchmark_rate' | 'claim' | 'cleared' | 'deposit' | 'deposit_taken_over' | 'filed' | 'fund_batch' | 'import' | 'not_carried' | 'paper_objection' | 'parameter_change' | 'paused' | 'photo' | 'planned' | 'prepared' | 'proxy' | 'receipt' | 'reconciliation' | 'refund' | 'representative' | 'requested' | 'scope_switch' | 'settlement' | 'settlement_reversal' | 'special_refund' | 'text' | 'voucher' | undefined
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
export const listDeskCsv = (api: Api, query: ListDeskCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/desk.csv${queryOf(query)}`, call)

export interface ListDeskXlsxQuery {
  whose?: 'all' | 'entered' | 'mine' | undefined
  kind?: '' | 'appointment' | 'ballot_batch' | 'benchmark_rate' | 'claim' | 'cleared' | 'deposit' | 'deposit_taken_over' | 'filed' | 'fund_batch' | 'import' | 'not_carried' | 'paper_objection' | 'parameter_change' | 'paused' | 'photo' | 'planned' | 'prepared' | 'proxy' | 'receipt' | 'reconciliation' | 'refund' | 'representative' | 'requested' | 'scope_switch' | 'settlement' | 'settlement_reversal' | 'special_refund' | 'text' | 'voucher' | undefined
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
export const listDeskXlsx = (api: Api, query: ListDeskXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/desk.xlsx${queryOf(query)}`, call)

export interface CountDeskQuery {
  whose?: 'all' | 'mine' | undefined
}

/** 各类待办的件数、超期件数和最早等待时间 */
export const countDesk = (api: Api, query: CountDeskQuery = {}, call?: Call): Promise<DeskCounts> =>
  api.get<DeskCounts>(`/desk/counts${queryOf(query)}`, call)

export interface ListFundBatchesQuery {
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
export const listFundBatches = (api: Api, query: ListFundBatchesQuery = {}, call?: Call): Promise<FundBatchList> =>
  api.get<FundBatchList>(`/fund-batches${queryOf(query)}`, call)

/** 逐户录入维修资金的首期交存、续筹、使用或退款，待另一人复核后入账 */
export const enterFundBatch = (api: Api, body: FundEntry, call?: Call): Promise<FundBatchView> =>
  api.write<FundBatchView>('POST', '/fund-batches', call, body)

export interface ListFundBatchesCsvQuery {
  kind?: FundKind | undefined
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  home_id?: string | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
}

/** 维修资金收支导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listFundBatchesCsv = (api: Api, query: ListFundBatchesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/fund-batches.csv${queryOf(query)}`, call)

export interface ListFundBatchesXlsxQuery {
  kind?: FundKind | undefined
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  home_id?: string | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
}

/** 维修资金收支导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listFundBatchesXlsx = (api: Api, query: ListFundBatchesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/fund-batches.xlsx${queryOf(query)}`, call)

export interface EnterFundBatchesFileQuery {
  kind: FundKind
  custody_id: string
  from_suspense?: boolean | undefined
}

/** 导入维修资金收支表（房屋编号、金额、日期、凭证号） */
export const enterFundBatchesFile = (api: Api, query: EnterFundBatchesFileQuery, filePath: string, call?: Call): Promise<FundBatchesEntered> =>
  api.upload<FundBatchesEntered>(`/fund-batches/file${queryOf(query)}`, filePath, call)

/** 按面积将一笔使用分摊到楼栋或单元的各户 */
export const enterSplitUse = (api: Api, body: SplitUse, call?: Call): Promise<FundBatchView> =>
  api.write<FundBatchView>('POST', '/fund-batches/split', call, body)

/** 一批维修资金收支 */
export const getFundBatch = (api: Api, batchId: string, call?: Call): Promise<FundBatchView> =>
  api.get<FundBatchView>(`/fund-batches/${part(batchId)}`, call)

/** 复核维修资金收支 */
export const confirmFundBatch = (api: Api, batchId: string, call?: Call): Promise<FundBatchView> =>
  api.write<FundBatchView>('POST', `/fund-batches/${part(batchId)}/confirmation`, call)

/** 作废尚未复核的维修资金收支录入，须写明理由 */
export const dropFundBatch = (api: Api, batchId: string, body: EntryDropping, call?: Call): Promise<FundBatchView> =>
  api.write<FundBatchView>('POST', `/fund-batches/${part(batchId)}/dropping`, call, body)

export interface ListFundBatchLinesQuery {
  owing?: boolean | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 一批中的各户 */
export const listFundBatchLines = (api: Api, batchId: string, query: ListFundBatchLinesQuery = {}, call?: Call): Promise<FundBatchLineList> =>
  api.get<FundBatchLineList>(`/fund-batches/${part(batchId)}/lines${queryOf(query)}`, call)

export interface ListFundBatchLinesCsvQuery {
  owing?: boolean | undefined
}

/** 维修资金收支明细导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listFundBatchLinesCsv = (api: Api, batchId: string, query: ListFundBatchLinesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/fund-batches/${part(batchId)}/lines.csv${queryOf(query)}`, call)

export interface ListFundBatchLinesXlsxQuery {
  owing?: boolean | undefined
}

/** 维修资金收支明细导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listFundBatchLinesXlsx = (api: Api, batchId: string, query: ListFundBatchLinesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/fund-batches/${part(batchId)}/lines.xlsx${queryOf(query)}`, call)

export interface ListFundWarningsQuery {
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
export const listFundWarnings = (api: Api, query: ListFundWarningsQuery = {}, call?: Call): Promise<FundWarningList> =>
  api.get<FundWarningList>(`/fund-warnings${queryOf(query)}`, call)

export interface ListFundWarningsCsvQuery {
  community_id?: string | undefined
  scope_id?: string | undefined
}

/** 续筹提醒导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listFundWarningsCsv = (api: Api, query: ListFundWarningsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/fund-warnings.csv${queryOf(query)}`, call)

export interface ListFundWarningsXlsxQuery {
  community_id?: string | undefined
  scope_id?: string | undefined
}

/** 续筹提醒导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listFundWarningsXlsx = (api: Api, query: ListFundWarningsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/fund-warnings.xlsx${queryOf(query)}`, call)

/** 录入全体共有人签名推举的代表，待第二人核对后生效 */
export const proposeRepresentative = (api: Api, homeId: string, body: RepresentativeNaming, call?: Call): Promise<RepresentativeView> =>
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
export const uploadImport = (api: Api, filePath: string, call?: Call): Promise<ImportView> =>
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
export const getImport = (api: Api, importId: string, call?: Call): Promise<ImportView> =>
  api.get<ImportView>(`/imports/${part(importId)}`, call)

export interface ListImportChangesQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
  table?: '' | 'building' | 'community' | 'deposit' | 'elevator' | 'elevator_unit' | 'home' | 'maintenance_visit' | 'owner' | 'ownership' | 'scope' | 'unit' | undefined
}

/** 某次导入更改了什么 */
export const listImportChanges = (api: Api, importId: string, query: ListImportChangesQuery = {}, call?: Call): Promise<RollChangeList> =>
  api.get<RollChangeList>(`/imports/${part(importId)}/changes${queryOf(query)}`, call)

export interface ListImportChangesCsvQuery {
  table?: '' | 'building' | 'community' | 'deposit' | 'elevator' | 'elevator_unit' | 'home' | 'maintenance_visit' | 'owner' | 'ownership' | 'scope' | 'unit' | undefined
}

/** 名册变更导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listImportChangesCsv = (api: Api, importId: string, query: ListImportChangesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/imports/${part(importId)}/changes.csv${queryOf(query)}`, call)

export interface ListImportChangesXlsxQuery {
  table?: '' | 'building' | 'community' | 'deposit' | 'elevator' | 'elevator_unit' | 'home' | 'maintenance_visit' | 'owner' | 'ownership' | 'scope' | 'unit' | undefined
}

/** 名册变更导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listImportChangesXlsx = (api: Api, importId: string, query: ListImportChangesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/imports/${part(importId)}/changes.xlsx${queryOf(query)}`, call)

/** 复核导入 */
export const confirmImport = (api: Api, importId: string, call?: Call): Promise<ImportView> =>
  api.write<ImportView>('POST', `/imports/${part(importId)}/confirmation`, call)

/** 放弃导入并说明原因 */
export const dropImport = (api: Api, importId: string, body: EntryDropping, call?: Call): Promise<ImportView> =>
  api.write<ImportView>('POST', `/imports/${part(importId)}/dropping`, call, body)

export interface ListImportErrorsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
  sheet?: string | undefined
}

/** 逐行错误 */
export const listImportErrors = (api: Api, importId: string, query: ListImportErrorsQuery = {}, call?: Call): Promise<ImportFaultList> =>
  api.get<ImportFaultList>(`/imports/${part(importId)}/errors${queryOf(query)}`, call)

export interface ListImportErrorsCsvQuery {
  sheet?: string | undefined
}

/** 导入错误导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listImportErrorsCsv = (api: Api, importId: string, query: ListImportErrorsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/imports/${part(importId)}/errors.csv${queryOf(query)}`, call)

export interface ListImportErrorsXlsxQuery {
  sheet?: string | undefined
}

/** 导入错误导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listImportErrorsXlsx = (api: Api, importId: string, query: ListImportErrorsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/imports/${part(importId)}/errors.xlsx${queryOf(query)}`, call)

/** 未能完成的导入再试 */
export const retryImport = (api: Api, importId: string, call?: Call): Promise<ImportView> =>
  api.write<ImportView>('POST', `/imports/${part(importId)}/retry`, call)

/** 登记入围保险机构、入围期限和收款账户 */
export const admitInsurer = (api: Api, body: NewInsurer, call?: Call): Promise<InsurerView> =>
  api.secret<InsurerView>('POST', '/insurers', call, body)

/** 暂停或恢复保险机构的入围资格 */
export const suspendInsurer = (api: Api, insurerId: string, body: InsurerSuspension, call?: Call): Promise<InsurerView> =>
  api.write<InsurerView>('POST', `/insurers/${part(insurerId)}/suspension`, call, body)

export interface ListLedgerAccountsQuery {
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
export const listLedgerAccounts = (api: Api, query: ListLedgerAccountsQuery = {}, call?: Call): Promise<BookAccountList> =>
  api.get<BookAccountList>(`/ledger/accounts${queryOf(query)}`, call)

export interface ListLedgerAccountsCsvQuery {
  kind?: AccountKind | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 账户一览导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listLedgerAccountsCsv = (api: Api, query: ListLedgerAccountsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/ledger/accounts.csv${queryOf(query)}`, call)

export interface ListLedgerAccountsXlsxQuery {
  kind?: AccountKind | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 账户一览导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listLedgerAccountsXlsx = (api: Api, query: ListLedgerAccountsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/ledger/accounts.xlsx${queryOf(query)}`, call)

export interface ListAccountLinesQuery {
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
export const listAccountLines = (api: Api, accountId: string, query: ListAccountLinesQuery = {}, call?: Call): Promise<AccountStatementLineList> =>
  api.get<AccountStatementLineList>(`/ledger/accounts/${part(accountId)}/statement${queryOf(query)}`, call)

export interface ListAccountLinesCsvQuery {
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
}

/** 账户收支明细导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listAccountLinesCsv = (api: Api, accountId: string, query: ListAccountLinesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/ledger/accounts/${part(accountId)}/statement.csv${queryOf(query)}`, call)

export interface ListAccountLinesXlsxQuery {
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
}

/** 账户收支明细导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listAccountLinesXlsx = (api: Api, accountId: string, query: ListAccountLinesXlsxQuery = {}, call?: Call): Promise<string> =>
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

export interface GetJournalQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 一笔凭证的借贷双方 */
export const getJournal = (api: Api, journalId: string, query: GetJournalQuery = {}, call?: Call): Promise<JournalView> =>
  api.get<JournalView>(`/ledger/journals/${part(journalId)}${queryOf(query)}`, call)

export interface GetTrialBalanceQuery {
  effective_on?: string | undefined
  recorded_at?: string | undefined
}

/** 试算平衡 */
export const getTrialBalance = (api: Api, query: GetTrialBalanceQuery = {}, call?: Call): Promise<TrialBalance> =>
  api.get<TrialBalance>(`/ledger/trial-balance${queryOf(query)}`, call)

export interface ExportTrialBalanceQuery {
  effective_on?: string | undefined
  recorded_at?: string | undefined
}

/** 导出试算平衡表 */
export const exportTrialBalance = (api: Api, query: ExportTrialBalanceQuery = {}, call?: Call): Promise<string> =>
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
export const enterReversalVoucher = (api: Api, body: ReversalVoucher, call?: Call): Promise<VoucherView> =>
  api.write<VoucherView>('POST', '/ledger/vouchers/reversals', call, body)

/** 录入暂时无法辨明的收款或付款，或将其退回、收回，待另一人复核后入账 */
export const enterSuspenseVoucher = (api: Api, body: SuspenseVoucher, call?: Call): Promise<VoucherView> =>
  api.write<VoucherView>('POST', '/ledger/vouchers/suspense', call, body)

/** 录入银行账户间的转账，待另一人复核后入账 */
export const enterTransferVoucher = (api: Api, body: TransferVoucher, call?: Call): Promise<VoucherView> =>
  api.write<VoucherView>('POST', '/ledger/vouchers/transfers', call, body)

/** 一张手工凭证的借贷双方 */
export const getVoucher = (api: Api, voucherId: string, call?: Call): Promise<VoucherView> =>
  api.get<VoucherView>(`/ledger/vouchers/${part(voucherId)}`, call)

/** 复核凭证并入账 */
export const confirmVoucher = (api: Api, voucherId: string, call?: Call): Promise<VoucherView> =>
  api.write<VoucherView>('POST', `/ledger/vouchers/${part(voucherId)}/confirmation`, call)

/** 作废未复核的凭证，账目不变 */
export const dropVoucher = (api: Api, voucherId: string, body: EntryDropping, call?: Call): Promise<VoucherView> =>
  api.write<VoucherView>('POST', `/ledger/vouchers/${part(voucherId)}/dropping`, call, body)

/** 年度收支总表 */
export const getLedgerYear = (api: Api, year: string, call?: Call): Promise<LedgerYear> =>
  api.get<LedgerYear>(`/ledger/years/${part(year)}`, call)

/** 导出年度收支总表（表格中没有公式） */
export const exportLedgerYear = (api: Api, year: string, call?: Call): Promise<string> =>
  api.download(`/ledger/years/${part(year)}/summary.xlsx`, call)

export interface ListLogEventsQuery {
  subject_id?: string | undefined
  kind?: '' | 'Accepted' | 'AccountActivated' | 'AccountCreated' | 'AccountDisabled' | 'AccountInvitedAnew' | 'AccountLoggedIn' | 'AccountOpened' | 'AccountRolesChanged' | 'AdviceDropped' | 'AdviceEntered' | 'Applied' | 'AppointmentDecided' | 'AppointmentEnded' | 'AppointmentMade' | 'AwardProposed' | 'AwardReturned' | 'BallotCast' | 'BankAccountClosed' | 'BankAccountOpened' | 'CalendarChanged' | 'CaseCorrected' | 'CaseLapsed' | 'CaseRejected' | 'CaseReturned' | 'CaseWithdrawn' | 'ClaimDecided' | 'ClaimMade' | 'CollectionChanged' | 'CollectionComplete' | 'CollectionOpened' | 'Contracted' | 'DepositDropped' | 'DepositEntered' | 'DepositMaturing' | 'DepositPlaced' | 'DepositRenewed' | 'DepositSettled' | 'DifferenceExplained' | 'Filed' | 'FundDropped' | 'FundEntered' | 'FundPassedOn' | 'FundPosted' | 'FundRestored' | 'FundRunsLow' | 'HeldByHand' | 'HomeBound' | 'HomeLeft' | 'InsurerAdmitted' | 'InsurerReadmitted' | 'InsurerSuspended' | 'JournalDropped' | 'JournalEntered' | 'JournalPosted' | 'JournalReversed' | 'LateObjectionAnswered' | 'LateObjectionRecorded' | 'LinesMatched' | 'LobbyEvidenceMissing' | 'LobbyEvidenced' | 'LobbyRefused' | 'MarkedUrgent' | 'MatchUndone' | 'NoticeEnded' | 'NoticePublished' | 'NoticeRecounted' | 'NoticeResumed' | 'NoticeStarted' | 'ObjectionAdded' | 'ObjectionReopened' | 'ObjectionSettled' | 'ObjectionTextJudged' | 'ObjectionUpheld' | 'OfferRecorded' | 'OfferWithdrawn' | 'PaperBallotsConfirmed' | 'PaperBallotsCorrected' | 'PaperBallotsDropped' | 'PaperBallotsEntered' | 'PaperIssued' | 'PaperObjectionConfirmed' | 'ParametersDecided' | 'ParametersProposed' | 'PasswordChanged' | 'Paused' | 'PayoutDue' | 'PayoutPrepared' | 'PayoutRecounted' | 'PayoutRequested' | 'PayoutReturned' | 'PhoneChanged' | 'PlanFiled' | 'PolicyIssued' | 'PolicyRecorded' | 'PremiumPaid' | 'ProxyEnded' | 'ProxyEntered' | 'ProxyRecorded' | 'RateDecided' | 'RateProposed' | 'ReceiptDropped' | 'ReceiptEntered' | 'ReceiptPosted' | 'ReconciliationCertified' | 'ReconciliationDropped' | 'ReconciliationPrepared' | 'RefundDropped' | 'RefundEntered' | 'RefundPosted' | 'Registered' | 'ReleasedByHand' | 'RepresentativeEnded' | 'RepresentativeEntered' | 'RepresentativeNamed' | 'ReversalAsked' | 'ReversalDropped' | 'RollDropped' | 'RollImported' | 'RollUploaded' | 'RoundAnnounced' | 'RoundAwarded' | 'RoundCancelled' | 'ScopeSwitchDropped' | 'ScopeSwitchEntered' | 'ScopeSwitched' | 'SettlementReversed' | 'SharesProposed' | 'SignatureWithdrawn' | 'Signed' | 'StatementDropped' | 'StatementTaken' | 'StatementUploaded' | 'TakingOverDropped' | 'TakingOverProposed' | 'Unmasked' | 'UrgencyLifted' | 'VoteClosed' | 'VoteOpened' | 'VoteReminded' | 'VoteServed' | 'YearClosed' | 'YearClosingStarted' | 'YearPreviewed' | 'YearPublished' | undefined
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
export const listLogEvents = (api: Api, query: ListLogEventsQuery = {}, call?: Call): Promise<LogEntryList> =>
  api.get<LogEntryList>(`/log/events${queryOf(query)}`, call)

export interface ListLogEventsCsvQuery {
  subject_id?: string | undefined
  kind?: '' | 'Accepted' | 'AccountActivated' | 'AccountCreated' | 'AccountDisabled' | 'AccountInvitedAnew' | 'AccountLoggedIn' | 'AccountOpened' | 'AccountRolesChanged' | 'AdviceDropped' | 'AdviceEntered' | 'Applied' | 'AppointmentDecided' | 'AppointmentEnded' | 'AppointmentMade' | 'AwardProposed' | 'AwardReturned' | 'BallotCast' | 'BankAccountClosed' | 'BankAccountOpened' | 'CalendarChanged' | 'CaseCorrected' | 'CaseLapsed' | 'CaseRejected' | 'CaseReturned' | 'CaseWithdrawn' | 'ClaimDecided' | 'ClaimMade' | 'CollectionChanged' | 'CollectionComplete' | 'CollectionOpened' | 'Contracted' | 'DepositDropped' | 'DepositEntered' | 'DepositMaturing' | 'DepositPlaced' | 'DepositRenewed' | 'DepositSettled' | 'DifferenceExplained' | 'Filed' | 'FundDropped' | 'FundEntered' | 'FundPassedOn' | 'FundPosted' | 'FundRestored' | 'FundRunsLow' | 'HeldByHand' | 'HomeBound' | 'HomeLeft' | 'InsurerAdmitted' | 'InsurerReadmitted' | 'InsurerSuspended' | 'JournalDropped' | 'JournalEntered' | 'JournalPosted' | 'JournalReversed' | 'LateObjectionAnswered' | 'LateObjectionRecorded' | 'LinesMatched' | 'LobbyEvidenceMissing' | 'LobbyEvidenced' | 'LobbyRefused' | 'MarkedUrgent' | 'MatchUndone' | 'NoticeEnded' | 'NoticePublished' | 'NoticeRecounted' | 'NoticeResumed' | 'NoticeStarted' | 'ObjectionAdded' | 'ObjectionReopened' | 'ObjectionSettled' | 'ObjectionTextJudged' | 'ObjectionUpheld' | 'OfferRecorded' | 'OfferWithdrawn' | 'PaperBallotsConfirmed' | 'PaperBallotsCorrected' | 'PaperBallotsDropped' | 'PaperBallotsEntered' | 'PaperIssued' | 'PaperObjectionConfirmed' | 'ParametersDecided' | 'ParametersProposed' | 'PasswordChanged' | 'Paused' | 'PayoutDue' | 'PayoutPrepared' | 'PayoutRecounted' | 'PayoutRequested' | 'PayoutReturned' | 'PhoneChanged' | 'PlanFiled' | 'PolicyIssued' | 'PolicyRecorded' | 'PremiumPaid' | 'ProxyEnded' | 'ProxyEntered' | 'ProxyRecorded' | 'RateDecided' | 'RateProposed' | 'ReceiptDropped' | 'ReceiptEntered' | 'ReceiptPosted' | 'ReconciliationCertified' | 'ReconciliationDropped' | 'ReconciliationPrepared' | 'RefundDropped' | 'RefundEntered' | 'RefundPosted' | 'Registered' | 'ReleasedByHand' | 'RepresentativeEnded' | 'RepresentativeEntered' | 'RepresentativeNamed' | 'ReversalAsked' | 'ReversalDropped' | 'RollDropped' | 'RollImported' | 'RollUploaded' | 'RoundAnnounced' | 'RoundAwarded' | 'RoundCancelled' | 'ScopeSwitchDropped' | 'ScopeSwitchEntered' | 'ScopeSwitched' | 'SettlementReversed' | 'SharesProposed' | 'SignatureWithdrawn' | 'Signed' | 'StatementDropped' | 'StatementTaken' | 'StatementUploaded' | 'TakingOverDropped' | 'TakingOverProposed' | 'Unmasked' | 'UrgencyLifted' | 'VoteClosed' | 'VoteOpened' | 'VoteReminded' | 'VoteServed' | 'YearClosed' | 'YearClosingStarted' | 'YearPreviewed' | 'YearPublished' | undefined
  actor_id?: string | undefined
  from_at?: string | undefined
  to_at?: string | undefined
}

/** 审计记录导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listLogEventsCsv = (api: Api, query: ListLogEventsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/log/events.csv${queryOf(query)}`, call)

export interface ListLogEventsXlsxQuery {
  subject_id?: string | undefined
  kind?: '' | 'Accepted' | 'AccountActivated' | 'AccountCreated' | 'AccountDisabled' | 'AccountInvitedAnew' | 'AccountLoggedIn' | 'AccountOpened' | 'AccountRolesChanged' | 'AdviceDropped' | 'AdviceEntered' | 'Applied' | 'AppointmentDecided' | 'AppointmentEnded' | 'AppointmentMade' | 'AwardProposed' | 'AwardReturned' | 'BallotCast' | 'BankAccountClosed' | 'BankAccountOpened' | 'CalendarChanged' | 'CaseCorrected' | 'CaseLapsed' | 'CaseRejected' | 'CaseReturned' | 'CaseWithdrawn' | 'ClaimDecided' | 'ClaimMade' | 'CollectionChanged' | 'CollectionComplete' | 'CollectionOpened' | 'Contracted' | 'DepositDropped' | 'DepositEntered' | 'DepositMaturing' | 'DepositPlaced' | 'DepositRenewed' | 'DepositSettled' | 'DifferenceExplained' | 'Filed' | 'FundDropped' | 'FundEntered' | 'FundPassedOn' | 'FundPosted' | 'FundRestored' | 'FundRunsLow' | 'HeldByHand' | 'HomeBound' | 'HomeLeft' | 'InsurerAdmitted' | 'InsurerReadmitted' | 'InsurerSuspended' | 'JournalDropped' | 'JournalEntered' | 'JournalPosted' | 'JournalReversed' | 'LateObjectionAnswered' | 'LateObjectionRecorded' | 'LinesMatched' | 'LobbyEvidenceMissing' | 'LobbyEvidenced' | 'LobbyRefused' | 'MarkedUrgent' | 'MatchUndone' | 'NoticeEnded' | 'NoticePublished' | 'NoticeRecounted' | 'NoticeResumed' | 'NoticeStarted' | 'ObjectionAdded' | 'ObjectionReopened' | 'ObjectionSettled' | 'ObjectionTextJudged' | 'ObjectionUpheld' | 'OfferRecorded' | 'OfferWithdrawn' | 'PaperBallotsConfirmed' | 'PaperBallotsCorrected' | 'PaperBallotsDropped' | 'PaperBallotsEntered' | 'PaperIssued' | 'PaperObjectionConfirmed' | 'ParametersDecided' | 'ParametersProposed' | 'PasswordChanged' | 'Paused' | 'PayoutDue' | 'PayoutPrepared' | 'PayoutRecounted' | 'PayoutRequested' | 'PayoutReturned' | 'PhoneChanged' | 'PlanFiled' | 'PolicyIssued' | 'PolicyRecorded' | 'PremiumPaid' | 'ProxyEnded' | 'ProxyEntered' | 'ProxyRecorded' | 'RateDecided' | 'RateProposed' | 'ReceiptDropped' | 'ReceiptEntered' | 'ReceiptPosted' | 'ReconciliationCertified' | 'ReconciliationDropped' | 'ReconciliationPrepared' | 'RefundDropped' | 'RefundEntered' | 'RefundPosted' | 'Registered' | 'ReleasedByHand' | 'RepresentativeEnded' | 'RepresentativeEntered' | 'RepresentativeNamed' | 'ReversalAsked' | 'ReversalDropped' | 'RollDropped' | 'RollImported' | 'RollUploaded' | 'RoundAnnounced' | 'RoundAwarded' | 'RoundCancelled' | 'ScopeSwitchDropped' | 'ScopeSwitchEntered' | 'ScopeSwitched' | 'SettlementReversed' | 'SharesProposed' | 'SignatureWithdrawn' | 'Signed' | 'StatementDropped' | 'StatementTaken' | 'StatementUploaded' | 'TakingOverDropped' | 'TakingOverProposed' | 'Unmasked' | 'UrgencyLifted' | 'VoteClosed' | 'VoteOpened' | 'VoteReminded' | 'VoteServed' | 'YearClosed' | 'YearClosingStarted' | 'YearPreviewed' | 'YearPublished' | undefined
  actor_id?: string | undefined
  from_at?: string | undefined
  to_at?: string | undefined
}

/** 审计记录导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listLogEventsXlsx = (api: Api, query: ListLogEventsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/log/events.xlsx${queryOf(query)}`, call)

export interface ListObjectionsQuery {
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
export const listObjections = (api: Api, query: ListObjectionsQuery = {}, call?: Call): Promise<ObjectionList> =>
  api.get<ObjectionList>(`/objections${queryOf(query)}`, call)

export interface ListObjectionsCsvQuery {
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
export const listObjectionsCsv = (api: Api, query: ListObjectionsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/objections.csv${queryOf(query)}`, call)

export interface ListObjectionsXlsxQuery {
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
export const listObjectionsXlsx = (api: Api, query: ListObjectionsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/objections.xlsx${queryOf(query)}`, call)

/** 答复逾期的反对意见，办件状态不变 */
export const answerObjection = (api: Api, objectionId: string, body: ObjectionAnswer, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/answer`, call, body)

/** 认定反对意见不成立，理由告知反对人 */
export const dismissObjection = (api: Api, objectionId: string, body: ObjectionReason, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/dismissal`, call, body)

/** 登记协商一致，须附双方签字的记录 */
export const settleObjection = (api: Api, objectionId: string, body: ObjectionSettlement, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/settlement`, call, body)

/** 人工决定反对意见文字是否公开 */
export const judgeObjectionText = (api: Api, objectionId: string, body: ObjectionTextDecision, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/text`, call, body)

/** 查看反对人的姓名和电话，须写明理由，并留下记录 */
export const unmaskObjector = (api: Api, objectionId: string, body: ObjectionReason, call?: Call): Promise<UnmaskedObjector> =>
  api.write<UnmaskedObjector>('POST', `/objections/${part(objectionId)}/unmasking`, call, body)

/** 认定反对意见成立 */
export const upholdObjection = (api: Api, objectionId: string, body: ObjectionUpholding, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/upholding`, call, body)

export interface ListPaperObjectionsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 待第二人核对的纸质反对意见 */
export const listPaperObjections = (api: Api, query: ListPaperObjectionsQuery = {}, call?: Call): Promise<ObjectionList> =>
  api.get<ObjectionList>(`/paper-objections${queryOf(query)}`, call)

/** 第二人核对纸质反对意见属实，此后与线上意见同样办理 */
export const confirmPaperObjection = (api: Api, objectionId: string, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/paper-objections/${part(objectionId)}/confirmation`, call)

/** 第二人核对不属实或录入有误，写明理由作废 */
export const dropPaperObjection = (api: Api, objectionId: string, body: ObjectionReason, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/paper-objections/${part(objectionId)}/dropping`, call, body)

/** 登记纸质反对意见的书面撤回，须附反对人签字的撤回书 */
export const withdrawPaperObjection = (api: Api, objectionId: string, body: ObjectionSettlement, call?: Call): Promise<ObjectionView> =>
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
export const proposeParameterChange = (api: Api, body: ParameterChangeBody, call?: Call): Promise<ParameterChangeView> =>
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
export const getParameterChange = (api: Api, changeId: string, call?: Call): Promise<ParameterChangeDetail> =>
  api.get<ParameterChangeDetail>(`/parameter-changes/${part(changeId)}`, call)

/** 复核参数改动，即时生效为新的一版 */
export const confirmParameterChange = (api: Api, changeId: string, call?: Call): Promise<ParameterChangeView> =>
  api.write<ParameterChangeView>('POST', `/parameter-changes/${part(changeId)}/confirmation`, call)

/** 复核不符，写明理由退回 */
export const dropParameterChange = (api: Api, changeId: string, body: EntryDropping, call?: Call): Promise<ParameterChangeView> =>
  api.write<ParameterChangeView>('POST', `/parameter-changes/${part(changeId)}/dropping`, call, body)

/** 截止之前撤回银行报价 */
export const withdrawPlacementOffer = (api: Api, offerId: string, call?: Call): Promise<PlacementOfferView> =>
  api.write<PlacementOfferView>('POST', `/placement-offers/${part(offerId)}/withdrawal`, call)

export interface ListPlacementRoundsQuery {
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
export const listPlacementRounds = (api: Api, query: ListPlacementRoundsQuery = {}, call?: Call): Promise<PlacementRoundList> =>
  api.get<PlacementRoundList>(`/placement-rounds${queryOf(query)}`, call)

/** 公告竞争性存放 */
export const announcePlacementRound = (api: Api, body: PlacementRoundBody, call?: Call): Promise<PlacementRoundView> =>
  api.write<PlacementRoundView>('POST', '/placement-rounds', call, body)

export interface ListPlacementRoundsCsvQuery {
  state?: '' | 'awarded' | 'cancelled' | 'open' | 'proposed' | undefined
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | undefined
}

/** 竞争性存放导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listPlacementRoundsCsv = (api: Api, query: ListPlacementRoundsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/placement-rounds.csv${queryOf(query)}`, call)

export interface ListPlacementRoundsXlsxQuery {
  state?: '' | 'awarded' | 'cancelled' | 'open' | 'proposed' | undefined
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | undefined
}

/** 竞争性存放导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listPlacementRoundsXlsx = (api: Api, query: ListPlacementRoundsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/placement-rounds.xlsx${queryOf(query)}`, call)

/** 一次竞争性存放及其报价 */
export const getPlacementRound = (api: Api, roundId: string, call?: Call): Promise<PlacementRoundDetail> =>
  api.get<PlacementRoundDetail>(`/placement-rounds/${part(roundId)}`, call)

/** 截止后提出定标意见 */
export const proposePlacementAward = (api: Api, roundId: string, body: PlacementAward, call?: Call): Promise<PlacementRoundDetail> =>
  api.write<PlacementRoundDetail>('POST', `/placement-rounds/${part(roundId)}/award`, call, body)

/** 取消尚未定标的竞争性存放，写明理由 */
export const cancelPlacementRound = (api: Api, roundId: string, body: Reason, call?: Call): Promise<PlacementRoundDetail> =>
  api.write<PlacementRoundDetail>('POST', `/placement-rounds/${part(roundId)}/cancellation`, call, body)

/** 第二人复核定标意见 */
export const decidePlacementAward = (api: Api, roundId: string, body: PlacementAwardDecision, call?: Call): Promise<PlacementRoundDetail> =>
  api.write<PlacementRoundDetail>('POST', `/placement-rounds/${part(roundId)}/decision`, call, body)

/** 登记银行报价 */
export const recordPlacementOffer = (api: Api, roundId: string, body: PlacementOfferBody, call?: Call): Promise<PlacementOfferView> =>
  api.write<PlacementOfferView>('POST', `/placement-rounds/${part(roundId)}/offers`, call, body)

/** 第二人核对书面委托属实，受托人即可代为投票 */
export const confirmProxy = (api: Api, proxyId: string, call?: Call): Promise<ProxyView> =>
  api.write<ProxyView>('POST', `/proxies/${part(proxyId)}/confirmation`, call)

/** 写明理由作废未核对的书面委托 */
export const dropProxy = (api: Api, proxyId: string, body: EntryDropping, call?: Call): Promise<ProxyView> =>
  api.write<ProxyView>('POST', `/proxies/${part(proxyId)}/dropping`, call, body)

export interface ListReconciliationsOfMonthQuery {
  month?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 某月各银行账户的对账情况 */
export const listReconciliationsOfMonth = (api: Api, query: ListReconciliationsOfMonthQuery = {}, call?: Call): Promise<ReconciliationMonthLineList> =>
  api.get<ReconciliationMonthLineList>(`/reconciliations${queryOf(query)}`, call)

export interface ListReconciliationsOfMonthCsvQuery {
  month?: string | undefined
}

/** 各账户对账情况导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listReconciliationsOfMonthCsv = (api: Api, query: ListReconciliationsOfMonthCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/reconciliations.csv${queryOf(query)}`, call)

export interface ListReconciliationsOfMonthXlsxQuery {
  month?: string | undefined
}

/** 各账户对账情况导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listReconciliationsOfMonthXlsx = (api: Api, query: ListReconciliationsOfMonthXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/reconciliations.xlsx${queryOf(query)}`, call)

/** 某张余额调节表 */
export const getReconciliation = (api: Api, reconciliationId: string, call?: Call): Promise<ReconciliationView> =>
  api.get<ReconciliationView>(`/reconciliations/${part(reconciliationId)}`, call)

/** 打印余额调节表（A4） */
export const printReconciliation = (api: Api, reconciliationId: string, call?: Call): Promise<string> =>
  api.download(`/reconciliations/${part(reconciliationId)}/certificate.pdf`, call)

/** 复核余额调节表 */
export const confirmReconciliation = (api: Api, reconciliationId: string, call?: Call): Promise<ReconciliationView> =>
  api.write<ReconciliationView>('POST', `/reconciliations/${part(reconciliationId)}/confirmation`, call)

/** 作废待复核的余额调节表（保留记录），以便更正后另行编制 */
export const dropReconciliation = (api: Api, reconciliationId: string, body: EntryDropping, call?: Call): Promise<ReconciliationView> =>
  api.write<ReconciliationView>('POST', `/reconciliations/${part(reconciliationId)}/dropping`, call, body)

/** 撤销已复核的余额调节表（保留记录），以便更正后另行编制 */
export const revokeReconciliation = (api: Api, reconciliationId: string, body: BankingReason, call?: Call): Promise<ReconciliationView> =>
  api.write<ReconciliationView>('POST', `/reconciliations/${part(reconciliationId)}/revocation`, call, body)

/** 查看退款的收款人和账号全称以便支付，须写明理由，并留下记录 */
export const unmaskPayee = (api: Api, refundId: string, body: UnmaskReason, call?: Call): Promise<UnmaskedPayee> =>
  api.write<UnmaskedPayee>('POST', `/refunds/${part(refundId)}/unmasking`, call, body)

/** 第二人核对推举材料属实，代表生效 */
export const confirmRepresentative = (api: Api, representativeId: string, call?: Call): Promise<RepresentativeView> =>
  api.write<RepresentativeView>('POST', `/representatives/${part(representativeId)}/confirmation`, call)

/** 写明理由作废未核对的推举 */
export const dropRepresentative = (api: Api, representativeId: string, body: EntryDropping, call?: Call): Promise<RepresentativeView> =>
  api.write<RepresentativeView>('POST', `/representatives/${part(representativeId)}/dropping`, call, body)

export interface ListScopeSwitchesQuery {
  state?: '' | 'done' | 'draft' | 'dropped' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 记账单位变更一览，最新在前 */
export const listScopeSwitches = (api: Api, query: ListScopeSwitchesQuery = {}, call?: Call): Promise<ScopeSwitchList> =>
  api.get<ScopeSwitchList>(`/scope-switches${queryOf(query)}`, call)

export interface ListScopeSwitchesCsvQuery {
  state?: '' | 'done' | 'draft' | 'dropped' | undefined
}

/** 记账单位变更导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listScopeSwitchesCsv = (api: Api, query: ListScopeSwitchesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/scope-switches.csv${queryOf(query)}`, call)

export interface ListScopeSwitchesXlsxQuery {
  state?: '' | 'done' | 'draft' | 'dropped' | undefined
}

/** 记账单位变更导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listScopeSwitchesXlsx = (api: Api, query: ListScopeSwitchesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/scope-switches.xlsx${queryOf(query)}`, call)

/** 复核记账单位变更 */
export const confirmScopeSwitch = (api: Api, switchId: string, call?: Call): Promise<ScopeSwitchView> =>
  api.write<ScopeSwitchView>('POST', `/scope-switches/${part(switchId)}/confirmation`, call)

/** 作废尚未复核的记账单位变更，须写明理由 */
export const dropScopeSwitch = (api: Api, switchId: string, body: EntryDropping, call?: Call): Promise<ScopeSwitchView> =>
  api.write<ScopeSwitchView>('POST', `/scope-switches/${part(switchId)}/dropping`, call, body)

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
export const getSettlement = (api: Api, settlementId: string, call?: Call): Promise<SettlementView> =>
  api.get<SettlementView>(`/settlements/${part(settlementId)}`, call)

/** 第二人复核结息单 */
export const confirmSettlement = (api: Api, settlementId: string, call?: Call): Promise<SettlementView> =>
  api.write<SettlementView>('POST', `/settlements/${part(settlementId)}/confirmation`, call)

/** 作废尚未复核的结息单，写明理由 */
export const dropSettlement = (api: Api, settlementId: string, body: EntryDropping, call?: Call): Promise<SettlementView> =>
  api.write<SettlementView>('POST', `/settlements/${part(settlementId)}/dropping`, call, body)

/** 申请冲销已入账的错误结息单，写明理由，由第二人复核 */
export const askSettlementReversal = (api: Api, settlementId: string, body: SettlementReversalBody, call?: Call): Promise<SettlementView> =>
  api.write<SettlementView>('POST', `/settlements/${part(settlementId)}/reversals`, call, body)

/** 第二人复核冲销 */
export const confirmSettlementReversal = (api: Api, settlementId: string, reversalId: string, call?: Call): Promise<SettlementView> =>
  api.write<SettlementView>('POST', `/settlements/${part(settlementId)}/reversals/${part(reversalId)}/confirmation`, call)

/** 不予冲销，写明理由，结息照旧 */
export const dropSettlementReversal = (api: Api, settlementId: string, reversalId: string, body: EntryDropping, call?: Call): Promise<SettlementView> =>
  api.write<SettlementView>('POST', `/settlements/${part(settlementId)}/reversals/${part(reversalId)}/dropping`, call, body)

/** 录入专户退款 */
export const enterSpecialRefund = (api: Api, accountId: string, body: SpecialRefundBody, call?: Call): Promise<SpecialRefundView> =>
  api.write<SpecialRefundView>('POST', `/special-accounts/${part(accountId)}/refunds`, call, body)

/** 复核并支付专户退款，由录入人以外的财务或复核人员办理 */
export const confirmSpecialRefund = (api: Api, refundId: string, call?: Call): Promise<SpecialRefundView> =>
  api.write<SpecialRefundView>('POST', `/special-refunds/${part(refundId)}/confirmation`, call)

/** 作废尚未复核的专户退款录入，须写明理由 */
export const dropSpecialRefund = (api: Api, refundId: string, body: EntryDropping, call?: Call): Promise<SpecialRefundView> =>
  api.write<SpecialRefundView>('POST', `/special-refunds/${part(refundId)}/dropping`, call, body)

export interface ListStaffAccountsQuery {
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
export const listStaffAccounts = (api: Api, query: ListStaffAccountsQuery = {}, call?: Call): Promise<StaffAccountList> =>
  api.get<StaffAccountList>(`/staff/accounts${queryOf(query)}`, call)

/** 建立账号并发出邀请，三日内凭邀请码启用 */
export const createStaffAccount = (api: Api, body: NewStaffAccount, call?: Call): Promise<Invitation> =>
  api.write<Invitation>('POST', '/staff/accounts', call, body)

export interface ListStaffAccountsCsvQuery {
  state?: '' | 'active' | 'disabled' | 'invited' | undefined
  role?: Role | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'username' | undefined
}

/** 工作人员账号导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listStaffAccountsCsv = (api: Api, query: ListStaffAccountsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/staff/accounts.csv${queryOf(query)}`, call)

export interface ListStaffAccountsXlsxQuery {
  state?: '' | 'active' | 'disabled' | 'invited' | undefined
  role?: Role | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'username' | undefined
}

/** 工作人员账号导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listStaffAccountsXlsx = (api: Api, query: ListStaffAccountsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/staff/accounts.xlsx${queryOf(query)}`, call)

/** 停用他人账号，不可恢复 */
export const disableStaffAccount = (api: Api, accountId: string, body: Reason, call?: Call): Promise<void> =>
  api.write<void>('POST', `/staff/accounts/${part(accountId)}/disabling`, call, body)

/** 重新邀请遗失密码或手机的工作人员 */
export const renewStaffInvitation = (api: Api, accountId: string, body: Reason, call?: Call): Promise<Invitation> =>
  api.write<Invitation>('POST', `/staff/accounts/${part(accountId)}/invitation`, call, body)

/** 变更他人账号的角色，其登录随即失效 */
export const changeStaffRoles = (api: Api, accountId: string, body: StaffAccountDuties, call?: Call): Promise<StaffAccountView> =>
  api.write<StaffAccountView>('POST', `/staff/accounts/${part(accountId)}/roles`, call, body)

/** 设立首位管理员 */
export const createFirstAdministrator = (api: Api, body: Bootstrap, call?: Call): Promise<StaffAuthenticator> =>
  api.open<StaffAuthenticator>('POST', '/staff/bootstrap', call, body)

/** 接受邀请并设置密码，取得动态口令密钥 */
export const acceptInvitation = (api: Api, body: InvitationAcceptance, call?: Call): Promise<StaffAuthenticator> =>
  api.open<StaffAuthenticator>('POST', '/staff/invitations/accept', call, body)

/** 工作人员凭密码和动态口令登录，十二小时有效 */
export const logInStaff = (api: Api, body: StaffLogin, call?: Call): Promise<StaffLoggedIn> =>
  api.open<StaffLoggedIn>('POST', '/staff/login', call, body)

/** 本人的工作账号 */
export const getStaffMe = (api: Api, call?: Call): Promise<StaffMe> =>
  api.get<StaffMe>('/staff/me', call)

/** 更改本人密码 */
export const changePassword = (api: Api, body: NewPassword, call?: Call): Promise<void> =>
  api.secret<void>('POST', '/staff/password', call, body)

export interface ListUnpaidHomesQuery {
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
export const listUnpaidHomes = (api: Api, query: ListUnpaidHomesQuery = {}, call?: Call): Promise<UnpaidHomeList> =>
  api.get<UnpaidHomeList>(`/unpaid-homes${queryOf(query)}`, call)

export interface ListUnpaidHomesCsvQuery {
  community_id?: string | undefined
  scope_id?: string | undefined
}

/** 未交存首期导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listUnpaidHomesCsv = (api: Api, query: ListUnpaidHomesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/unpaid-homes.csv${queryOf(query)}`, call)

export interface ListUnpaidHomesXlsxQuery {
  community_id?: string | undefined
  scope_id?: string | undefined
}

/** 未交存首期导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listUnpaidHomesXlsx = (api: Api, query: ListUnpaidHomesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/unpaid-homes.xlsx${queryOf(query)}`, call)

export interface ListBallotBatchesQuery {
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 本次表决录入的各批纸质选票 */
export const listBallotBatches = (api: Api, voteId: string, query: ListBallotBatchesQuery = {}, call?: Call): Promise<PaperBatchList> =>
  api.get<PaperBatchList>(`/votes/${part(voteId)}/ballot-batches${queryOf(query)}`, call)

/** 录入一批纸质选票及其影像，待第二人独立录入核对 */
export const enterBallotBatch = (api: Api, voteId: string, body: PaperEntry, call?: Call): Promise<PaperBatchView> =>
  api.write<PaperBatchView>('POST', `/votes/${part(voteId)}/ballot-batches`, call, body)

export interface ListBallotBatchesCsvQuery {
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 纸质选票批次导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listBallotBatchesCsv = (api: Api, voteId: string, query: ListBallotBatchesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/ballot-batches.csv${queryOf(query)}`, call)

export interface ListBallotBatchesXlsxQuery {
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 纸质选票批次导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listBallotBatchesXlsx = (api: Api, voteId: string, query: ListBallotBatchesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/ballot-batches.xlsx${queryOf(query)}`, call)

/** 纸质表决票的发放情况和分批打印的各批 */
export const getPaperBallots = (api: Api, voteId: string, call?: Call): Promise<PaperIssue> =>
  api.get<PaperIssue>(`/votes/${part(voteId)}/paper`, call)

/** 发放纸质表决票 */
export const issuePaperBallots = (api: Api, voteId: string, call?: Call): Promise<PaperIssue> =>
  api.write<PaperIssue>('POST', `/votes/${part(voteId)}/paper`, call)

export interface PrintPaperBallotsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  unit_id?: string | undefined
  home_id?: string | undefined
}

/** 打印纸质表决票（PDF，一页两户，每户有自己的二维码） */
export const printPaperBallots = (api: Api, voteId: string, query: PrintPaperBallotsQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/paper.pdf${queryOf(query)}`, call)

/** 扫纸质表决票上的码所见 */
export const getPaperBallot = (api: Api, voteId: string, paperToken: string, call?: Call): Promise<PaperSeen> =>
  api.get<PaperSeen>(`/votes/${part(voteId)}/papers/${part(paperToken)}`, call)

/** 录入业主的书面委托（写明事项、附扫描件），待第二人核对后生效 */
export const enterProxy = (api: Api, voteId: string, body: ProxyEntry, call?: Call): Promise<ProxyView> =>
  api.write<ProxyView>('POST', `/votes/${part(voteId)}/proxies`, call, body)

/** 各接口可能的拒绝：isRefused<Refusals['函数名']>(error)。 */
export interface Refusals {
  listAccountingYears: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listAccountingYearsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listAccountingYearsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getAccountingYear: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  closeAccountingYear: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'YearNotReady'
  listYearSettlements: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listYearSettlementsCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listYearSettlementsXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  exportAuditYear: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooManyRows'
  previewAccountingYear: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NothingToDistribute' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'WeightsMissing' | 'YearNotReady'
  publishYearReport: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'ReportUnchanged' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'YearNotReady'
  decideAppointment: 'AlreadyDecided' | 'BadTerm' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  getBallotBatch: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmBallotBatch: 'BallotNotFound' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReadingsDiffer' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoteNotOpen'
  dropBallotBatch: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  correctBallotBatch: 'ArrivedInFuture' | 'BallotNotFound' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'NotRepresentative' | 'PaperLate' | 'PaperTwice' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoteNotOpen'
  printBallotReceipts: 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBankAccounts: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  registerBankAccount: 'BankAccountTaken' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listBankAccountsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBankAccountsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getBankBalances: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  closeBankAccount: 'BankAccountInUse' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBankDifferences: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBankDifferencesCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBankDifferencesXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listExplanations: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  explainDifferences: 'AlreadyMatched' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listBankLines: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBankLinesCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBankLinesXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBankMatches: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterBankMatch: 'AlreadyMatched' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'MatchUnequal' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  matchAutomatically: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  matchOpeningBalance: 'AlreadyMatched' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'MatchUnequal' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'StatementNotReady' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listBankReconciliations: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  prepareReconciliation: 'DifferencesUnexplained' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'MonthCertified' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listBankReconciliationsCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBankReconciliationsXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBankStatements: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  uploadBankStatement: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooManyRows' | 'UnreadableSheet'
  listBankStatementsCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBankStatementsXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listMatchSuggestions: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  undoBankMatch: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'MatchNotFound' | 'MonthCertified' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  getBankStatement: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropBankStatement: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'StatementNotReady' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  mapBankStatement: 'KeyMissing' | 'KeyReused' | 'LayoutIncomplete' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'StatementNotReady' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooManyRows'
  takeBankStatement: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'MonthCertified' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'StatementNotReady' | 'StatementOverlaps' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listBenchmarkRates: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proposeBenchmarkRate: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'RateTaken' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listBenchmarkRatesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBenchmarkRatesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getBenchmarkRate: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmBenchmarkRate: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropBenchmarkRate: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  getBindingClaim: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  decideBindingClaim: 'AlreadyBound' | 'AlreadyDecided' | 'BadTerm' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'OtherIdentity' | 'ReasonMissing' | 'SharesExceed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  unmaskBindingClaim: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  enterScopeSwitch: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'ScopeBusy' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  enterCalendarDay: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  publishCalendarYear: 'AlreadyDecided' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  acceptCase: 'CaseNotFound' | 'ConditionsUnmet' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  liftEmergency: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotUrgent' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  holdCase: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  releaseCase: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NothingHeld' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  refuseLobby: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'LobbyUnknown' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  publishNotice: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteMissing'
  enterPaperObjection: 'ArrivedInFuture' | 'CaseNotFound' | 'EmptyText' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'NotYourScope' | 'ObjectionPending' | 'PapersMissing' | 'RefiledTooOften' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
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
  registerCase: 'CaseNotFound' | 'ConditionsUnmet' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  rejectCase: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  sendBackCase: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  openSpecialAccount: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongFlow'
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
  getDepositsTakingOver: 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proposeDepositsTakingOver: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'WrongTerms'
  confirmDepositsTakingOver: 'EntryNotOpen' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'WrongTerms'
  dropDepositsTakingOver: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  getDeposit: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterAdvice: 'AdviceInconsistent' | 'AdviceUsed' | 'BenchmarkUnknown' | 'DepositNotRunning' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  previewAdvice: 'AdviceInconsistent' | 'BenchmarkUnknown' | 'DepositNotRunning' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmDeposit: 'EntryNotOpen' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropDeposit: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  confirmDepositTakenOver: 'EntryNotOpen' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'WrongTerms'
  dropDepositTakenOver: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listDesk: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listDeskCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listDeskXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  countDesk: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listFundBatches: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterFundBatch: 'FundLinesWrong' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoucherUsed' | 'YearShut'
  listFundBatchesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listFundBatchesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterFundBatchesFile: 'FundLinesWrong' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooManyRows' | 'UnreadableSheet' | 'VoucherUsed' | 'YearShut'
  enterSplitUse: 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoucherUsed' | 'YearShut'
  getFundBatch: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmFundBatch: 'EntryNotOpen' | 'FundLinesWrong' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'YearShut'
  dropFundBatch: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listFundBatchLines: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listFundBatchLinesCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listFundBatchLinesXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listFundWarnings: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listFundWarningsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listFundWarningsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proposeRepresentative: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listImports: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  uploadImport: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooManyRows' | 'UnreadableSheet'
  listImportsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listImportsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getImport: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listImportChanges: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listImportChangesCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listImportChangesXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmImport: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropImport: 'EntryNotOpen' | 'ImportNotReady' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listImportErrors: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listImportErrorsCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listImportErrorsXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  retryImport: 'ImportNotReady' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  admitInsurer: 'BadTerm' | 'CodeTaken' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  suspendInsurer: 'AlreadyDecided' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listLedgerAccounts: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listLedgerAccountsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listLedgerAccountsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listAccountLines: 'AccountNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listAccountLinesCsv: 'AccountNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listAccountLinesXlsx: 'AccountNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listJournals: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listJournalsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listJournalsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getJournal: 'JournalNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getTrialBalance: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  exportTrialBalance: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listVouchers: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listVouchersCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listVouchersXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterReversalVoucher: 'AlreadyReversed' | 'JournalNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'UndoneElsewhere' | 'VoucherInconsistent' | 'YearShut'
  enterSuspenseVoucher: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoucherInconsistent' | 'YearShut'
  enterTransferVoucher: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoucherInconsistent' | 'YearShut'
  getVoucher: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmVoucher: 'AlreadyReversed' | 'EntryNotOpen' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'UndoneElsewhere' | 'VoucherInconsistent' | 'YearShut'
  dropVoucher: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  getLedgerYear: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  exportLedgerYear: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listLogEvents: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listLogEventsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listLogEventsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listObjections: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listObjectionsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listObjectionsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  answerObjection: 'EmptyText' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  dismissObjection: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ObjectionClosed' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  settleObjection: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ObjectionClosed' | 'PapersMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  judgeObjectionText: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NamesObjector' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  unmaskObjector: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  upholdObjection: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NamesObjector' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ObjectionClosed' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listPaperObjections: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmPaperObjection: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropPaperObjection: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  withdrawPaperObjection: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ObjectionClosed' | 'PapersMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listParameterChanges: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proposeParameterChange: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'ParameterWrong' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listParameterChangesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listParameterChangesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getParameterChange: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmParameterChange: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ParameterWrong' | 'ParametersMoved' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropParameterChange: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  withdrawPlacementOffer: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'OfferRefused' | 'RoundClosed' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPlacementRounds: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  announcePlacementRound: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongTerms'
  listPlacementRoundsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPlacementRoundsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getPlacementRound: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proposePlacementAward: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'OfferRefused' | 'ReasonMissing' | 'RoundClosed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  cancelPlacementRound: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'RoundClosed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  decidePlacementAward: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  recordPlacementOffer: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'OfferRefused' | 'RoundClosed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  confirmProxy: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ProxyRefused' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotOpen'
  dropProxy: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listReconciliationsOfMonth: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listReconciliationsOfMonthCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listReconciliationsOfMonthXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getReconciliation: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  printReconciliation: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmReconciliation: 'CertificateOutdated' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropReconciliation: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  revokeReconciliation: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'MonthCertified' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  unmaskPayee: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  confirmRepresentative: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropRepresentative: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listScopeSwitches: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listScopeSwitchesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listScopeSwitchesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmScopeSwitch: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'ScopeBusy' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropScopeSwitch: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listSettlements: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSettlementsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSettlementsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterAdvicesFile: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooManyRows' | 'UnreadableSheet'
  getSettlement: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmSettlement: 'AdviceInconsistent' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropSettlement: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  askSettlementReversal: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  confirmSettlementReversal: 'EntryNotOpen' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropSettlementReversal: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  enterSpecialRefund: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotScrapped' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooMuch' | 'YearShut'
  confirmSpecialRefund: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotScrapped' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooMuch' | 'YearShut'
  dropSpecialRefund: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listStaffAccounts: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  createStaffAccount: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NameTaken' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongRoles'
  listStaffAccountsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listStaffAccountsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  disableStaffAccount: 'AlreadyDecided' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  renewStaffInvitation: 'AlreadyDecided' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  changeStaffRoles: 'AlreadyDecided' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongRoles'
  createFirstAdministrator: 'BootstrapOver' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WeakPassword' | 'WrongCredentials'
  acceptInvitation: 'InvitationOver' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WeakPassword'
  logInStaff: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongCredentials'
  getStaffMe: 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  changePassword: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WeakPassword' | 'WrongCredentials'
  listUnpaidHomes: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listUnpaidHomesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listUnpaidHomesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBallotBatches: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  enterBallotBatch: 'ArrivedInFuture' | 'BallotNotFound' | 'EvidenceMissing' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'NotRepresentative' | 'PaperLate' | 'PaperTwice' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteNotOpen'
  listBallotBatchesCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  listBallotBatchesXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  getPaperBallots: 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  issuePaperBallots: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteNotOpen'
  printPaperBallots: 'BallotNotFound' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteNotOpen'
  getPaperBallot: 'BallotNotFound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  enterProxy: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'ProxyRefused' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteNotOpen'
}
