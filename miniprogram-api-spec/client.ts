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

/** 账户的用途；`owner_ref` 指明属于哪个记账单位、房屋、保险机构或银行账户。 */
export type AccountKind = "bank" | "collected" | "equity" | "household_fund" | "household_interest" | "insurer_payable" | "pooled" | "special" | "suspense" | "term_deposit" | "undistributed_income" | "undistributed_interest"

/** 账户的一笔收支，正数为收入，负数为支出，单位：分；`reference` 指明由什么产生。 */
export interface AccountStatementLine {
  line_id: string
  position: number
  kind: JournalKind
  kind_title: string
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface AccountStatementLineList {
  items: (AccountStatementLine)[]
  next: string
  total?: number
}

/** 某年度归集的合计，单位：分。`income_fen`、`interest_fen` 为归集给统筹账户和分户账的金额；收益中 `brought_fen` 抵减以前的冲销，`carried_fen` 留待以后年度抵减；`shortfall_fen` 为银行实付低于基准的差额。 `earned` 为收益取得的自然年度（R4.5）；`left_income_fen`、`left_interest_fen` 为年末尚未分配的金额。 */
export interface AccountingYearFigures {
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface AccountingYearList {
  items: (AccountingYearView)[]
  next: string
  total?: number
}

/** 一个年度的试算与结账：进行到哪一步、该步的进度和合计。 只计入 `frozen_at` 以前的记录；`failure` 为试算失败的原因。 */
export interface AccountingYearView {
  year: number
  state: "closed" | "closing" | "failed" | "previewed" | "previewing"
  state_title: string
  step: "" | "gathering" | "income" | "interest" | "sharing" | "verifying" | "weighing"
  step_title: string
  done: number
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
  to_on?: string | null
  part_fen?: number | null
  renew?: boolean | null
  renewed_rate_e4?: number | null
  capitalise?: boolean
  demand_rate_e4?: number | null
  file_id?: string | null
  note?: string
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
  kind: "demand" | "early" | "maturity"
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
  steps: (SettlementStep)[]
}

/** 约定由一户承担的金额，单位：分。 */
export interface AgreedShare {
  home_id: string
  amount_fen: number
}

/** 为一幢楼或一个单元指定的电梯申请投保一个年度。 `flow` 决定由什么钱支付；`renews` 是以其专户续付一年的原办件；`policy` 是业主已直接投保、只需登记备案的保险单。 */
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

/** 授权材料：本人姓名、代表哪个小区的哪个单位、以什么文件、起止日期（含末日）。 */
export interface AppointmentBody {
  community_id: string
  role: "committee" | "independent" | "manager"
  name: string
  body_name: string
  file_id: string
  from_on: string
  to_on: string
}

/** 是否通过授权材料，以及理由。 */
export interface AppointmentDecision {
  approve: boolean
  reason: string
}

/** 授权终止的理由；本人可以不写，中心须写明。 */
export interface AppointmentEnding {
  reason?: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface AppointmentList {
  items: (AppointmentView)[]
  next: string
  total?: number
}

/** 一份授权。`name` 为本人填报的姓名，`manager_name` 为名册中该小区的物业服务企业，`phone` 为本人电话（已脱敏），都供经办人与所附文件比对；物业填报的单位与名册不同的，`body_differs` 为真。 */
export interface AppointmentView {
  id: string
  person_id: string
  name: string
  phone: string
  community_id: string
  community: string
  manager_name: string
  role: "committee" | "independent" | "manager"
  body_name: string
  body_differs: boolean
  file: StoredFile
  from_on: string
  to_on: string
  state: "approved" | "ended" | "open" | "refused" | "withdrawn"
  reason: string
  created_at: string
  decided_at: string | null
  ended_at: string | null
}

/** 面积的来源，最可信的在前（R2.1）。 */
export type AreaSource = "contract" | "land_register" | "survey"

/** 一次发送：时间、结果和微信的错误码。 */
export interface AttemptLine {
  nth: number
  started_at: string
  outcome: "definite_no" | "retry_later" | "sent" | "started" | "unknown"
  errcode: number | null
  detail: string
}

/** 余额的一项来源，负数为去向，单位：分。 */
export interface BalanceSource {
  words: string
  amount_fen: number
}

/** 全部分户余额合计不变的一段日期，含首日不含末日；`product` 为积数（分×天）。 */
export interface BalanceStretch {
  from_on: string
  to_on: string
  days: number
  balance_fen: number
  product: string
}

/** 表决意见，以及为哪些房屋表决；不指明的，为本人代表的全部房屋。 */
export interface BallotPaper {
  choice: "abstain" | "against" | "agree"
  home_ids?: (string)[] | null
}

/** 第二人从一张票上读到的内容，以票上的码或批内次序指明是哪一张。 */
export interface BallotReading {
  choice: "abstain" | "against" | "agree"
  paper_token?: string
  nth?: number | null
}

/** 整批纸质表决票，次序不限。 */
export interface BallotReadings {
  lines: (BallotReading)[]
}

/** 表决票已投入票箱的回执；计票后，公布的记录中可以查到 `receipt`。`state` 为：有效；共有人意见不一而有争议（R2.3）；与共有人此前的意见相同；或被后来更快到达的一票取代。 */
export interface BallotReceipt {
  ballot_id: string
  home_id: string
  receipt: string
  cast_at: string
  state: "concurring" | "contested" | "replaced" | "second" | "valid"
}

/** 每户、每名被代表的业主各一份回执。 */
export interface BallotReceipts {
  vote_id: string
  items: (BallotReceipt)[]
}

/** 可在某户表决票上签名的人，姓名已脱敏。 */
export interface BallotSigner {
  owner_id: string
  name: string
  representative: boolean
}

/** 本人的一张表决票：意见、方式、时间、是否有效，及其回执。 `nonce` 与意见合成回执，可据以证明这是本人的选票（R8.5）。 */
export interface BallotView {
  ballot_id: string
  choice: "abstain" | "against" | "agree"
  choice_title: string
  channel: "paper" | "phone"
  channel_title: string
  by_proxy: boolean
  cast_at: string
  state: "concurring" | "contested" | "replaced" | "second" | "valid"
  state_title: string
  receipt: string
  nonce: string
}

/** 在银行开立的账户；保费从 `main` 为真的账户拨付。 */
export interface BankAccountBody {
  bank: string
  number: string
  title: string
  main?: boolean
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BankAccountList {
  items: (BankAccountView)[]
  next: string
  total?: number
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
  items: (BankLineView)[]
  next: string
  total?: number
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
  line_ids?: (string)[]
  posting_ids?: (string)[]
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
  items: (BankMatchView)[]
  next: string
  total?: number
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
  items: (BankMatchSuggestion)[]
  next: string
  total?: number
}

/** 一组核对：互相对应的流水和分录；笔数极多的只列前面的。 */
export interface BankMatchView {
  id: string
  basis: Basis
  basis_title: string
  amount_fen: number
  from_on: string
  to_on: string
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

/** 各项内容在对账单的第几列（从 0 数起），尚未指明的为空。 */
export interface BankStatementLayoutView {
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BankStatementList {
  items: (BankStatementRow)[]
  next: string
  total?: number
}

/** 各列的对应关系，以及文件本身没有写明的起止日期和期初、期末余额。 */
export interface BankStatementMapping {
  layout: BankStatementLayout
  heading_row?: number
  from_on?: string | null
  to_on?: string | null
  opening_fen?: number | null
  closing_fen?: number | null
}

/** 列表中的一份对账单。 */
export interface BankStatementRow {
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

/** 与前后对账单不衔接时，是否仍然入库。 */
export interface BankStatementTaking {
  accept_gap?: boolean
}

/** 一份银行对账单。`layout_from` 说明各列的对应关系从何而来；有 `gaps`（断档）的，入库时须明确接受。 */
export interface BankStatementView {
  id: string
  bank_account_id: string
  name: string
  state: "dropped" | "faulty" | "mapping" | "ready" | "taken"
  state_title: string
  heading_row: number
  preview: ((string)[])[]
  columns: (BankStatementColumn)[]
  layout: BankStatementLayoutView
  layout_from: "" | "remembered" | "set" | "titles"
  from_on: string | null
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
export type Basis = "day" | "group" | "hand" | "near" | "opening" | "reference" | "reversal"

/** 自某日起的基准利率及其公布依据；`rate_e4` 以百分之一的万分之一为单位，15000 即 1.5%。 */
export interface BenchmarkRateBody {
  tenor: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"
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
  items: (BenchmarkRateView)[]
  next: string
  total?: number
}

/** 一条基准利率及其录入、复核经过；`drop_reason` 是不予采用的理由。 */
export interface BenchmarkRateView {
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

/** 谁自称拥有哪套房屋，以及事先上传的产权证明。 */
export interface BindingClaimBody {
  home_id: string
  name: string
  id_number: string
  file_ids: (string)[]
}

/** 是否通过绑定材料，以及理由；名册中没有产权记录的，另填 `evidence`。 */
export interface BindingClaimDecision {
  approve: boolean
  reason: string
  evidence?: OwnershipEvidence | null
}

/** 供经办人审核的绑定材料，以及名册中该房屋的产权人（已脱敏）。 */
export interface BindingClaimDetail {
  id: string
  home: HomeLine
  name: string
  id_number: string
  files: (StoredFile)[]
  state: "approved" | "open" | "refused" | "withdrawn"
  reason: string
  created_at: string
  decided_at: string | null
  owners: (RollOwner)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BindingClaimList {
  items: (BindingClaimView)[]
  next: string
  total?: number
}

/** 一份绑定材料；姓名和证件号码已脱敏，`files` 为所上传的证明。 */
export interface BindingClaimView {
  id: string
  home: HomeLine
  name: string
  id_number: string
  files: (StoredFile)[]
  state: "approved" | "open" | "refused" | "withdrawn"
  reason: string
  created_at: string
  decided_at: string | null
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
  items: (BookAccount)[]
  next: string
  total?: number
}

/** 首位管理员，凭运维人员设定的令牌设立。 */
export interface Bootstrap {
  token: string
  username: string
  name: string
  password: string
}

/** 本人绑定的一套房屋；名册显示已经转让的，`owned` 为假（R2.4）。 */
export interface BoundHome {
  binding_id: string
  home: HomeLine
  how: "match" | "papers"
  owned: boolean
  from_at: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BoundHomeList {
  items: (BoundHome)[]
  next: string
  total?: number
}

/** 一幢楼；`kept_per` 说明其统筹账户按幢还是按单元记账。 */
export interface BuildingLine {
  id: string
  code: string
  name: string
  kept_per: "building" | "unit"
  homes: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BuildingLineList {
  items: (BuildingLine)[]
  next: string
  total?: number
}

/** 中心录入的一个工作日或休息日。 */
export interface CalendarDay {
  day: string
  working: boolean
  name: string
  source: string
}

/** 一个年度：其中的期限是否已经确定，以及中心录入的日子。 */
export interface CalendarYear {
  year: number
  published: boolean
  source: string
  items: (CalendarDay)[]
}

/** 申请人补正的内容和材料；直接投保的，可更正所填的保险单。 */
export interface CaseCorrection {
  note: string
  file_ids?: (string)[]
  policy?: DirectPolicy | null
}

/** 办件的一个期限及其依据的规定。 */
export interface CaseDue {
  kind: "correction" | "lapse" | "notice" | "payout" | "signing" | "vote"
  title: string
  at: string
  provisional: boolean
  rule: string
  parameter: string
}

/** 紧急情形及其说明，并附照片或检验报告，至少一份。 */
export interface CaseEmergency {
  kind: "trapped" | "unsafe"
  reason: string
  file_ids?: (string)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface CaseList {
  items: (CaseRow)[]
  next: string
  total?: number
}

/** 本人下一步可以做的一件事，或者不可以的原因；`why_not_code` 是现在去做会得到的错误码。 `operation` 是办理它的接口；只能对某一份反对意见或某一个单元办理的，`targets` 列出其标识。 */
export interface CaseOption {
  operation: string
  act: "Accept" | "ApprovePayout" | "CorrectCase" | "DismissObjection" | "DropPaper" | "FilePlan" | "FlagUrgent" | "Gather" | "HoldByHand" | "IssuePolicy" | "Object" | "OpenAccount" | "OpenVote" | "PostLobby" | "PreparePayout" | "PublishNotice" | "RecordPolicy" | "RefuseLobby" | "Register" | "RejectCase" | "ReleaseByHand" | "Reopen" | "RequestPayout" | "ReturnCase" | "ReturnPayout" | "SettleObjection" | "Sign" | "SignContract" | "UnflagUrgent" | "Unsign" | "Uphold" | "WithdrawCase" | "WithdrawObjection" | "WithdrawPaper"
  title: string
  clause: string
  allowed: boolean
  why_not_code: string
  why_not: string
  targets: (string)[]
}

/** 对办件作出这一处理的理由。 */
export interface CaseReasonBody {
  reason: string
}

/** 列表中的一个办件，以及其中与本人有关的情况。 已签名 `heads` 户，须 `heads_needed` 户（共有人按一户计）；应张贴 `lobbies` 处，已张贴 `posted` 处；`due` 为下一个期限。本人发起或签名的，`mine` 为真；正在表决且本人代表的房屋都已投票的，`voted_by_me` 为真。 */
export interface CaseRow {
  id: string
  number: string
  flow: "added" | "direct" | "household" | "independent" | "pooled"
  state: State
  state_title: string
  community_name: string
  scope_name: string
  urgent: boolean
  created_at: string
  mine: boolean
  signed_by_me: boolean
  voted_by_me: boolean
  heads: number
  heads_needed: number
  posted: number
  lobbies: number
  due: CaseDue | null
}

/** 办件详情，内容因查看人而异；不显示任何反对人的姓名（R7.8）。 已签名 `heads` 户，须 `heads_needed` 户，共有人按一户计：本人的签名没有增加户数的，`signature_note` 予以说明。退回补正期间，`return_reason` 是所缺的内容。`flow` 表示由什么钱支付，`renews` 是上一年的办件，`emergency` 是紧急的原因，`special_account_id` 是业主缴入的电梯保险专户。 */
export interface CaseView {
  id: string
  number: string
  flow: "added" | "direct" | "household" | "independent" | "pooled"
  state: State
  state_title: string
  scope_id: string
  scope_name: string
  community_name: string
  insurer_id: string
  insurer_name: string
  applicant: "committee" | "independent" | "manager" | "signers"
  urgent: boolean
  version: number
  signatures: number
  heads: number
  heads_needed: number
  signed_by_me: boolean
  signature_note: string
  signers: (string)[]
  elevators: (ElevatorView)[]
  money: MoneyView
  objections_open: number
  paused_seconds: number
  registration_number: string
  policy_number: string
  created_at: string
  changed_at: string
  return_reason: string
  options: (CaseOption)[]
  deadlines: (CaseDue)[]
  parameters: { "notice.days"?: number; "notice.roll"?: "weekends_and_holidays" | "holidays" | "none"; "notice.resume"?: "remaining" | "restart"; "objection.refile_max"?: number; "objection.decision_working_days"?: number; "signers.min"?: number; "signing.days"?: number; "correction.days"?: number; "lapse.days"?: number; "payout.working_days"?: number; "policy.years"?: 1 | 3; "vote.fund_flow"?: "required" | "waived"; "vote.days"?: number; "vote.participation"?: string; "vote.use"?: string; "vote.raise"?: string; "vote.silence"?: "not_counted" | "follows_majority"; "vote.split_owner"?: "neutral_head" | "no_head"; "vote.paper_conflict"?: "first_valid" | "paper"; "vote.rounds_max"?: number; "vote.reminders"?: number; "vote.paper_days"?: number; "proxy.max_homes"?: number; "income.attribution"?: "balance_days"; "income.negative"?: "zero" | "negative"; "fund.topup"?: number; "maintenance.days"?: number; "maintenance.gaps"?: "shown" | "refused"; "independent.years"?: number; "publish.min_group"?: number }
  notice: NoticeView | null
  plan: PlanView | null
  contract: ContractView | null
  payout: PayoutView | null
  paused_at: string | null
  emergency: "" | "trapped" | "unsafe"
  renews: string | null
  special_account_id: string | null
  collection: CollectionSums | null
  my_shares: (OwnCollectionPart)[]
  direct: DirectPolicyView | null
}

/** 一项参数改动前后的值：所存的，和供人阅读的。 */
export interface ChangedParameter {
  name: string
  label: string
  rule: string
  was: number | string
  now: number | string
  was_shown: string
  now_shown: string
}

/** 保费归集清单中的一户：分户账承担、应补缴、已缴和已退的金额，单位：分。 `low` 表示分户账余额低于续筹线；`unpaid` 表示从未交存首期维修资金；`owners` 已脱敏，仅中心可见。 */
export interface CollectionHome {
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

/** 签订合同之前须归集到账的金额和已到账的金额，单位：分。附件二(二)6、二(三)3。 */
export interface CollectionSums {
  needed_fen: number
  gathered_fen: number
  complete: boolean
}

/** 一个小区。 */
export interface CommunityLine {
  id: string
  code: string
  name: string
  address: string
  street: string
  manager_name: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface CommunityLineList {
  items: (CommunityLine)[]
  next: string
  total?: number
}

/** 四项申请条件：按现在的情况核对的结果，和历次留存的结果。附件一。 */
export interface ConditionHistory {
  now: ConditionSet
  before: (ConditionSet)[]
}

/** 四项申请条件在某一时刻的核对结果。 */
export interface ConditionSet {
  occasion: "acceptance" | "now" | "payout" | "plan" | "registration"
  checked_at: string
  passed: boolean
  conditions: (ConditionView)[]
}

/** 一项申请条件的核对结果和理由。 */
export interface ConditionView {
  rule: string
  title: string
  passed: boolean
  reason: string
  facts: Record<string, unknown>
}

/** 在用的全部消息模板及本人的订阅情况。 */
export interface ConsentList {
  items: (TemplateConsent)[]
}

/** `wx.requestSubscribeMessage` 的返回结果，按模板标识：`accept`（含带声音、带提醒的）、`reject`、`ban` 或 `filter`；不在用的模板不予理会。 */
export interface ConsentResults {
  results: Record<string, string>
}

/** 已签订的保险合同：编号、保险起止日（含末日）、金额和合同文本。 */
export interface ContractBody {
  number: string
  from_on: string
  to_on: string
  amount_fen: number
  file_id: string
}

/** 办件的保险合同；金额单位：分。 */
export interface ContractView {
  number: string
  from_on: string
  to_on: string
  amount_fen: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface DeliveryList {
  items: (DeliveryView)[]
  next: string
  total?: number
}

/** 一条消息的微信发送情况，不显示接收人。 */
export interface DeliveryView {
  id: string
  kind: "acceptance_waits" | "advice_waits" | "application_accepted" | "application_filed" | "appointment_decided" | "appointment_ended" | "appointment_waits" | "approval_waits" | "award_returned" | "award_waits" | "ballot_received" | "case_corrected" | "case_held" | "case_lapsed" | "case_paused" | "case_rejected" | "case_resumed" | "case_withdrawn" | "claim_decided" | "claim_waits" | "co_owners_differ" | "collection_complete" | "collection_opened" | "collection_whole" | "contract_signed" | "contract_to_sign" | "contract_wanted" | "correction_waits" | "correction_wanted" | "deposit_maturing" | "deposit_settled" | "deposit_waits" | "elevator_in_danger" | "elevators_covered" | "fund_moved" | "fund_passed_on" | "fund_restored" | "fund_runs_low" | "funds_dropped" | "funds_wait" | "home_bound" | "hurry" | "insurer_readmitted" | "insurer_released" | "insurer_suspended" | "late_objection_waits" | "naming_waits" | "no_emergency" | "no_hurry" | "notice_ended" | "notice_published" | "notice_recounted" | "notice_started" | "notice_waits" | "objection_answered" | "objection_received" | "objection_recorded" | "objection_settled" | "objection_upheld" | "objection_waits" | "paper_confirmed" | "paper_left_out" | "paper_taken" | "papers_dropped" | "papers_wait" | "parameters_decided" | "parameters_wait" | "payout_day_changed" | "payout_delayed" | "payout_due" | "payout_recounted" | "payout_requested" | "payout_returned" | "payout_to_ask" | "payout_waits" | "plan_dropped" | "plan_filed" | "plan_set_aside" | "plan_wanted_again" | "policy_issued" | "policy_recorded" | "policy_wanted" | "posting_missing" | "posting_refused" | "posting_wanted" | "posting_wanted_again" | "premium_paid" | "proxy_ended" | "proxy_recorded" | "proxy_waits" | "rate_decided" | "rate_waits" | "receipt_dropped" | "receipt_posted" | "receipts_wait" | "reconciliation_dropped" | "reconciliation_waits" | "refund_dropped" | "refund_posted" | "refund_waits" | "registration_waits" | "representative_ended" | "representative_named" | "reversal_waits" | "review_received" | "review_waits" | "roll_imported" | "round_awarded" | "scope_switched" | "settlement_reversed" | "signature_added" | "signature_withdrawn" | "signatures_wanted" | "special_opened" | "survey_wanted" | "switch_dropped" | "switch_waits" | "taking_over_waits" | "vote_closed" | "vote_counted" | "vote_opened" | "vote_waits" | "voucher_waits" | "year_being_closed" | "year_closed" | "year_published" | "year_to_confirm"
  template: "notice" | "progress" | "task"
  state: "dead" | "leased" | "maybe" | "refused" | "sent" | "unconsented" | "waiting"
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
  items: (DepositView)[]
  next: string
  total?: number
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
  term_number: number
  opened_on: string
  was_e4: number
  settled: boolean
}

/** 存款的一个存期，按其起存日适用基准利率；已冲销的 `voided` 为真。 */
export interface DepositTermView {
  term_number: number
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

/** 一类待办的件数、超期件数和最早等待时间。 */
export interface DeskCount {
  kind: "appointment" | "ballot_batch" | "benchmark_rate" | "claim" | "cleared" | "deposit" | "deposit_taken_over" | "filed" | "fund_batch" | "import" | "not_carried" | "paper_objection" | "parameter_change" | "paused" | "photo" | "planned" | "prepared" | "proxy" | "receipt" | "reconciliation" | "refund" | "representative" | "requested" | "scope_switch" | "settlement" | "settlement_reversal" | "special_refund" | "text" | "voucher"
  kind_title: string
  to_do: string
  waiting: number
  overdue: number
  since: string | null
}

/** 各类待办的件数，只列有待办的类别。 */
export interface DeskCounts {
  items: (DeskCount)[]
  waiting: number
  overdue: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface DeskList {
  items: (DeskRow)[]
  next: string
  total?: number
}

/** 一件待办事项：是什么、由谁办、何时开始等待、何时到期、要做什么。 */
export interface DeskRow {
  kind: "appointment" | "ballot_batch" | "benchmark_rate" | "claim" | "cleared" | "deposit" | "deposit_taken_over" | "filed" | "fund_batch" | "import" | "not_carried" | "paper_objection" | "parameter_change" | "paused" | "photo" | "planned" | "prepared" | "proxy" | "receipt" | "reconciliation" | "refund" | "representative" | "requested" | "scope_switch" | "settlement" | "settlement_reversal" | "special_refund" | "text" | "voucher"
  kind_title: string
  to_do: string
  id: string
  title: string
  state: "" | "accepted" | "cleared" | "collecting" | "contracted" | "draft" | "ended" | "exempt" | "filed" | "funded" | "insured" | "lapsed" | "not_carried" | "noticed" | "open" | "paid" | "paused" | "planned" | "posting" | "prepared" | "ready" | "registered" | "rejected" | "requested" | "returned" | "review" | "risky" | "signing" | "taking" | "voted" | "voting" | "waiting" | "withdrawn"
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
  flow: "" | "added" | "direct" | "household" | "independent" | "pooled"
  entered_by_name: string
}

/** 这些流水、分录为什么在对方没有对应。 */
export interface DifferenceExplanation {
  reason: string
  line_ids?: (string)[]
  posting_ids?: (string)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface DifferenceExplanationList {
  items: (DifferenceExplanationView)[]
  next: string
  total?: number
}

/** 对未达账项的一次说明：内容、何人、何时。 */
export interface DifferenceExplanationView {
  reason: string
  written_by: string
  written_at: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface DifferenceList {
  items: (DifferenceView)[]
  next: string
  total?: number
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
  items: number
}

/** 业主直接向保险机构投保的保险单及其材料；`to_on` 为保险最后一日。 */
export interface DirectPolicy {
  number: string
  from_on: string
  to_on: string
  amount_fen: number
  elevators: (DirectPolicyElevator)[]
  file_ids: (string)[]
  contract_number?: string
}

/** 直接投保的保险单中的一台电梯及其保费，单位：分。 */
export interface DirectPolicyElevator {
  elevator_id: string
  premium_fen: number
}

/** 直接投保的保险单中的一台电梯及其保费，单位：分。 */
export interface DirectPolicyElevatorView {
  elevator_id: string
  premium_fen: number
}

/** 申请时填报的直接投保的保险单，供经办人与材料核对。 */
export interface DirectPolicyView {
  number: string
  from_on: string
  to_on: string
  amount_fen: number
  elevators: (DirectPolicyElevatorView)[]
  files: (StoredFile)[]
  contract_number: string
}

/** 暂时无法辨明的款项是收入还是支出。 */
export type Direction = "in" | "out"

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface DocumentList {
  items: (DocumentView)[]
  next: string
  total?: number
}

/** 办件材料目录中的一份材料。 */
export interface DocumentView {
  id: string
  kind: "authorisation" | "contract" | "correction" | "emergency" | "invoice" | "payout" | "plan" | "policy" | "receipt" | "refund"
  version: number
  number: string
  file: StoredFile
  added_at: string
}

/** 一台电梯一年的保费、责任限额和免赔额，单位：分。 */
export interface ElevatorPlan {
  elevator_id: string
  premium_fen: number
  limit_fen: number
  deductible_fen?: number
  loading_reason?: string
}

/** 方案中的一台电梯；金额单位：分。 */
export interface ElevatorPlanView {
  elevator_id: string
  premium_fen: number
  limit_fen: number
  deductible_fen: number
  loading_reason: string
}

/** 办件中的一台电梯。 */
export interface ElevatorView {
  id: string
  code: string
  name: string
}

/** 作废或不予复核的理由。 */
export interface EntryDropping {
  reason: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface EvidenceList {
  items: (EvidenceView)[]
  next: string
  total?: number
}

/** 张贴影像已收到；各单元都已张贴的，给出 `last_on` 和 `ends_at`。 */
export interface EvidenceTaken {
  evidence: EvidenceView
  state: State
  posted: number
  lobbies: number
  last_on: string | null
  ends_at: string | null
  provisional: boolean
}

/** 一张张贴影像。`code_seen` 说明是否拍到本单元的码；拍到其他单元的码的影像不予接收。 */
export interface EvidenceView {
  id: string
  unit_id: string
  place: string
  taken_in_at: string
  code_seen: "match" | "none" | "other"
  refused_at: string | null
  reason: string
}

/** 一份已保存的材料；`size` 单位：字节，散列值分别是所存文件和上传原件的。 */
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

/** 小区备案议事规则对未表态业主的规定，何时、向谁备案，以及文本。 */
export interface FiledRulesBody {
  silence: "follows_majority" | "not_counted"
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
  items: (FundBatchLine)[]
  next: string
  total?: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface FundBatchList {
  items: (FundBatchView)[]
  next: string
  total?: number
}

/** 一批一并录入的维修资金收支；`owed_fen` 为使用时分户账不足支付的部分，单位：分。 */
export interface FundBatchView {
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
  file: StoredFile | null
  entered_by: string
  entered_at: string
  confirmed_by: string | null
  confirmed_at: string | null
  journal_id: string | null
}

/** 导入文件的结果：每个银行日期一批。 */
export interface FundBatchesEntered {
  items: (FundBatchView)[]
}

/** 按银行凭证录入的一批维修资金收支；`effective_on` 为银行日期。 `from_suspense` 表示此前已作为待查款项入账。 */
export interface FundEntry {
  kind: FundKind
  custody_id: string
  effective_on: string
  voucher: string
  lines: (FundEntryLine)[]
  payee?: string
  memo?: string
  from_suspense?: boolean
}

/** 一批收支中的一户及其金额，单位：分。 */
export interface FundEntryLine {
  home_id: string
  amount_fen: number
}

/** 分户账变动的原因。 */
export type FundKind = "first" | "refund" | "topup" | "use"

/** 分户账本金或利息的一笔变动，以及其后的余额，单位：分。 */
export interface FundMovement {
  line_id: string
  on: string
  recorded_at: string
  account: string
  kind_title: string
  memo: string
  amount_fen: number
  fund_fen: number
  interest_fen: number
  balance_fen: number
}

/** 一页分户账明细，最新在前；`brought_fen` 为查看人可见的最早一笔之前的余额，单位：分。 */
export interface FundStatement {
  items: (FundMovement)[]
  brought_fen: number
  next: string
  total?: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface FundWarningList {
  items: (FundWarningView)[]
  next: string
  total?: number
}

/** 一户余额低于续筹线：余额、续筹线，以及补足所需的金额，单位：分。 */
export interface FundWarningView {
  home_id: string
  home: string
  place: string
  first_deposit_fen: number
  balance_fen: number
  line_percent: number
  missing_fen: number
  since_at: string
}

/** 人数和专有部分面积（平方厘米），按法律规定计算（R8.1）。 */
export interface HeadsAndArea {
  heads: number
  area_cm2: number
}

/** 冻结或支用本账户资金的一个办件；金额单位：分。 */
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface HoldLineList {
  items: (HoldLine)[]
  next: string
  total?: number
}

/** 占用一台电梯的在办办件。 */
export interface Holder {
  case_id: string
  number: string
  state: State
  state_title: string
}

/** 一户的维修资金分户账，金额单位：分。`level_bps` 为余额占首期的万分比，`line_fen` 为续筹线，从未交存首期的两者为空；余额中的 `held_fen` 已为业主付费的办件预留（R3.4）。 */
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
  changes: (HomeScopeChange)[]
}

/** 本户某年度的法定利息及其计算：年度利息 × 本户积数 ÷ 全部积数，尾差按最大余数法分配。R4.8。 */
export interface HomeInterestExplained {
  home_id: string
  year: number
  interest_fen: number
  total_fen: number
  weight: string
  total_weight: string
  lines: (HomeInterestLine)[]
  journal: string | null
  words: (string)[]
}

/** 本户余额的一次变动，以及一分钱自该日起至年度计息期末所得的利息，单位：10⁻²⁴ 分；`on` 为空表示最初的余额。 */
export interface HomeInterestLine {
  on: string | null
  change_fen: number
  gain: string
  product: string
}

/** 一套房屋的位置，不显示业主。 */
export interface HomeLine {
  home_id: string
  community_id: string
  scope_id: string
  community: string
  building: string
  unit: string
  room: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface HomeLineList {
  items: (HomeLine)[]
  next: string
  total?: number
}

/** 本人的一套房屋，及其分户账和所在统筹账户的余额，单位：分。 已售出的（`owned` 为假）没有金额；不计入户数的房屋（车位等）没有统筹账户的金额。 */
export interface HomeOnScreen {
  binding_id: string
  home: HomeLine
  owned: boolean
  fund_fen: number | null
  pooled_fen: number | null
  pooled_available_fen: number | null
}

/** 房屋转让：当日开始时的余额随房过户。 */
export interface HomeScopeChange {
  on: string
  from_names: (string)[]
  to_names: (string)[]
  balance_fen: number
}

/** 首页的全部内容。待办事项期限近的在前；`cases` 是本人房屋所在或本人负责的在办办件，最多三十件，还有更多时 `more_cases` 为真；名下还有 `homes_offered` 套可以直接绑定。 */
export interface HomeScreen {
  name: string
  roles: (Role)[]
  unread: number
  homes: (HomeOnScreen)[]
  homes_offered: number
  standings: (RunningAppointment)[]
  tasks: (HomeTask)[]
  cases: (CaseRow)[]
  more_cases: boolean
}

/** 等待本人办理的一件事：用哪个接口办理、何时以前、去哪一页。 `targets` 是还缺张贴照片的单元；`amount_fen` 是应缴的金额。 */
export interface HomeTask {
  kind: "contract" | "correct" | "object" | "pay" | "payout" | "post" | "renew" | "sign" | "vote"
  title: string
  place: string
  operation: string
  link: string
  due_at: string | null
  provisional: boolean
  case_id: string | null
  case_number: string
  vote_id: string | null
  amount_fen: number | null
  targets: (string)[]
}

/** 名册的一处错误：位置、所填内容（个人信息已脱敏）和原因。 */
export interface ImportFault {
  nth: number
  sheet: string
  row: number
  column: string
  value: string
  reason: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ImportFaultList {
  items: (ImportFault)[]
  next: string
  total?: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ImportList {
  items: (ImportView)[]
  next: string
  total?: number
}

/** 一次名册导入。`rows` 为各工作表的行数，入库后 `added`、`changed` 为各表新增和更改的行数。 核对、入库期间 `rows_done` 不断增加，读完文件才知道 `rows_total`。`failure` 是最近一次失败的原因，`tries` 满三次即导入失败。 */
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

/** 一份结息归集到该统筹账户的部分：收益 × `weight` ÷ 全部积数，得商 `quotient` 和余数 `remainder`；`extra` 为按余数多得的一分，冲回的为负。 */
export interface IncomeDeposit {
  deposit: YearSettlement
  balances: (BalanceStretch)[]
  weight: string
  quotient: number
  remainder: string
  extra: number
  share_fen: number
  slices: (IncomeShareSlice)[]
  words: (string)[]
}

/** 统筹账户某年度归集的收益及其全部来源；各结息分页列出，合计是全年的。 */
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
  items: (IncomeDeposit)[]
  next: string
}

/** 一份结息的收益中某一自然年度的部分，以及该统筹账户从中所得，单位：分。R4.5。 */
export interface IncomeShareSlice {
  year: number
  income_fen: number
  share_fen: number
}

/** 收益中某一自然年度取得的部分，单位：分。R4.5。 */
export interface IncomeSlice {
  year: number
  income_fen: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface InsurerList {
  items: (InsurerView)[]
  next: string
  total?: number
}

/** 暂停保险机构承接新办件，或以 `suspended` 为假恢复；并写明理由。 */
export interface InsurerSuspension {
  suspended?: boolean
  reason: string
}

/** 一家入围保险机构。`available` 表示今天可以在申请中选定；银行账户和联系人对不经办拨付的人为空文本。 */
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

/** 一份邀请，须当面或另行转交；邀请码只能用一次，此后不再显示。 */
export interface Invitation {
  staff_id: string
  username: string
  token: string
  expires_at: string
}

/** 凭邀请码启用账号，并自设密码。 */
export interface InvitationAcceptance {
  token: string
  password: string
}

/** 资金变动的原因。 */
export type JournalKind = "bank_transfer" | "case_refund" | "deposit" | "fund_payout" | "income" | "interest" | "opening_income" | "opening_interest" | "opening_principal" | "placement" | "pooled_payout" | "reversal" | "scope_switch" | "settlement" | "special_payout" | "suspense"

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
  items: (JournalRow)[]
  next: string
  total?: number
}

/** 列表中的一笔凭证；`amount_fen` 为借贷任一方的合计，单位：分。 */
export interface JournalRow {
  journal_id: string
  kind: JournalKind
  kind_title: string
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
  items: (JournalLine)[]
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

/** 扫张贴码所见的任务：在该单元张贴这份公示并拍照上传。 */
export interface LobbyTask {
  case_id: string
  case_number: string
  version: number
  unit_id: string
  place: string
  state: State
  posted_at: string | null
  wanted: boolean
}

/** 公示的一个张贴单元；`token` 和 `evidence_url` 仅物业服务企业和中心可见。 `code_seen` 说明有效的影像中是拍到了本单元的码，还是没有拍到能识别的码。 */
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

/** 一致性证明：较新的日志以较早的日志开头。 */
export interface LogConsistencyProof {
  old: number
  old_root_hash: string
  new: number
  new_root_hash: string
  proof: (string)[]
}

/** 审计所见的一条日志，及其在该对象散列链中的位置。 */
export interface LogEntry {
  seq: string
  event_id: string
  subject_kind: "account" | "accounting_year" | "ballot" | "ballot_batch" | "bank_account" | "bank_statement" | "benchmark_rate" | "building" | "calendar" | "case" | "case_receipt" | "case_refund" | "deposit" | "fund_batch" | "home" | "import" | "insurer" | "journal" | "parameter_change" | "person" | "placement_round" | "proxy" | "reconciliation" | "representative"
  subject_id: string
  kind: "Accepted" | "AccountActivated" | "AccountCreated" | "AccountDisabled" | "AccountInvitedAnew" | "AccountLoggedIn" | "AccountOpened" | "AccountRolesChanged" | "AdviceDropped" | "AdviceEntered" | "Applied" | "AppointmentDecided" | "AppointmentEnded" | "AppointmentMade" | "AwardProposed" | "AwardReturned" | "BallotCast" | "BankAccountClosed" | "BankAccountOpened" | "CalendarChanged" | "CaseCorrected" | "CaseLapsed" | "CaseRejected" | "CaseReturned" | "CaseWithdrawn" | "ClaimDecided" | "ClaimMade" | "CollectionChanged" | "CollectionComplete" | "CollectionOpened" | "Contracted" | "DepositDropped" | "DepositEntered" | "DepositMaturing" | "DepositPlaced" | "DepositRenewed" | "DepositSettled" | "DifferenceExplained" | "Filed" | "FundDropped" | "FundEntered" | "FundPassedOn" | "FundPosted" | "FundRestored" | "FundRunsLow" | "HeldByHand" | "HomeBound" | "HomeLeft" | "InsurerAdmitted" | "InsurerReadmitted" | "InsurerSuspended" | "JournalDropped" | "JournalEntered" | "JournalPosted" | "JournalReversed" | "LateObjectionAnswered" | "LateObjectionRecorded" | "LinesMatched" | "LobbyEvidenceMissing" | "LobbyEvidenced" | "LobbyRefused" | "MarkedUrgent" | "MatchUndone" | "NoticeEnded" | "NoticePublished" | "NoticeRecounted" | "NoticeResumed" | "NoticeStarted" | "ObjectionAdded" | "ObjectionReopened" | "ObjectionSettled" | "ObjectionTextJudged" | "ObjectionUpheld" | "OfferRecorded" | "OfferWithdrawn" | "PaperBallotsConfirmed" | "PaperBallotsCorrected" | "PaperBallotsDropped" | "PaperBallotsEntered" | "PaperIssued" | "PaperObjectionConfirmed" | "ParametersDecided" | "ParametersProposed" | "PasswordChanged" | "Paused" | "PayoutDue" | "PayoutPrepared" | "PayoutRecounted" | "PayoutRequested" | "PayoutReturned" | "PhoneChanged" | "PlanFiled" | "PolicyIssued" | "PolicyRecorded" | "PremiumPaid" | "ProxyEnded" | "ProxyEntered" | "ProxyRecorded" | "RateDecided" | "RateProposed" | "ReceiptDropped" | "ReceiptEntered" | "ReceiptPosted" | "ReconciliationCertified" | "ReconciliationDropped" | "ReconciliationPrepared" | "RefundDropped" | "RefundEntered" | "RefundPosted" | "Registered" | "ReleasedByHand" | "RepresentativeEnded" | "RepresentativeEntered" | "RepresentativeNamed" | "ReversalAsked" | "ReversalDropped" | "RollDropped" | "RollImported" | "RollUploaded" | "RoundAnnounced" | "RoundAwarded" | "RoundCancelled" | "ScopeSwitchDropped" | "ScopeSwitchEntered" | "ScopeSwitched" | "SettlementReversed" | "SharesProposed" | "SignatureWithdrawn" | "Signed" | "StatementDropped" | "StatementTaken" | "StatementUploaded" | "TakingOverDropped" | "TakingOverProposed" | "Unmasked" | "UrgencyLifted" | "VoteClosed" | "VoteOpened" | "VoteReminded" | "VoteServed" | "YearClosed" | "YearClosingStarted" | "YearPreviewed" | "YearPublished"
  data: Record<string, unknown>
  actor_kind: "account" | "person" | "public" | "system"
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
  items: (LogEntry)[]
  next: string
  total?: number
}

/** 公布的日志树根，散列为十六进制；首次公布以前 `sealed_at` 为空。 */
export interface LogHead {
  tree_size: number
  root_hash: string
  sealed_at: string | null
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface LogHeadList {
  items: (LogHead)[]
  next: string
  total?: number
}

/** 包含证明：该条记录是日志树的一片叶；叶的散列为 `SHA-256(0x00 + event_hash)`。 */
export interface LogInclusionProof {
  event_id: string
  event_hash: string
  leaf_index: number
  tree_size: number
  root_hash: string
  proof: (string)[]
}

/** 登录的令牌、本人标识和已绑定的房屋；新用户没有房屋。 */
export interface LoggedIn {
  token: string
  expires_at: string
  person_id: string
  homes: (BoundHome)[]
}

/** `wx.login` 给出的 `code`；`device` 是便于本人辨认这部手机的名称。 */
export interface Login {
  code: string
  device?: string
}

/** 本人的身份。`phone` 和 `name` 已脱敏，尚不知道的为空文本；`name` 取自名册。 */
export interface Me {
  person_id: string
  phone: string
  name: string
  roles: (Role)[]
  homes: (BoundHome)[]
  standings: (RunningAppointment)[]
  unread: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface MessageList {
  items: (MessageView)[]
  next: string
  total?: number
}

/** 一条消息；`link` 是所涉事项的路径。 */
export interface MessageView {
  id: string
  kind: "acceptance_waits" | "advice_waits" | "application_accepted" | "application_filed" | "appointment_decided" | "appointment_ended" | "appointment_waits" | "approval_waits" | "award_returned" | "award_waits" | "ballot_received" | "case_corrected" | "case_held" | "case_lapsed" | "case_paused" | "case_rejected" | "case_resumed" | "case_withdrawn" | "claim_decided" | "claim_waits" | "co_owners_differ" | "collection_complete" | "collection_opened" | "collection_whole" | "contract_signed" | "contract_to_sign" | "contract_wanted" | "correction_waits" | "correction_wanted" | "deposit_maturing" | "deposit_settled" | "deposit_waits" | "elevator_in_danger" | "elevators_covered" | "fund_moved" | "fund_passed_on" | "fund_restored" | "fund_runs_low" | "funds_dropped" | "funds_wait" | "home_bound" | "hurry" | "insurer_readmitted" | "insurer_released" | "insurer_suspended" | "late_objection_waits" | "naming_waits" | "no_emergency" | "no_hurry" | "notice_ended" | "notice_published" | "notice_recounted" | "notice_started" | "notice_waits" | "objection_answered" | "objection_received" | "objection_recorded" | "objection_settled" | "objection_upheld" | "objection_waits" | "paper_confirmed" | "paper_left_out" | "paper_taken" | "papers_dropped" | "papers_wait" | "parameters_decided" | "parameters_wait" | "payout_day_changed" | "payout_delayed" | "payout_due" | "payout_recounted" | "payout_requested" | "payout_returned" | "payout_to_ask" | "payout_waits" | "plan_dropped" | "plan_filed" | "plan_set_aside" | "plan_wanted_again" | "policy_issued" | "policy_recorded" | "policy_wanted" | "posting_missing" | "posting_refused" | "posting_wanted" | "posting_wanted_again" | "premium_paid" | "proxy_ended" | "proxy_recorded" | "proxy_waits" | "rate_decided" | "rate_waits" | "receipt_dropped" | "receipt_posted" | "receipts_wait" | "reconciliation_dropped" | "reconciliation_waits" | "refund_dropped" | "refund_posted" | "refund_waits" | "registration_waits" | "representative_ended" | "representative_named" | "reversal_waits" | "review_received" | "review_waits" | "roll_imported" | "round_awarded" | "scope_switched" | "settlement_reversed" | "signature_added" | "signature_withdrawn" | "signatures_wanted" | "special_opened" | "survey_wanted" | "switch_dropped" | "switch_waits" | "taking_over_waits" | "vote_closed" | "vote_counted" | "vote_opened" | "vote_waits" | "voucher_waits" | "year_being_closed" | "year_closed" | "year_published" | "year_to_confirm"
  title: string
  text: string
  link: string
  created_at: string
  case_id: string | null
  read_at: string | null
}

/** 款项以什么方式收到。 */
export type Method = "bank_file" | "cash" | "transfer"

/** 办件的资金：保费、已冻结和已拨付的金额，单位：分。 */
export interface MoneyView {
  premium_fen: number
  held_fen: number
  paid_fen: number
}

/** 本人代表的一户：可以做什么、已表达什么意见。`in_conflict` 只告知该户的业主（R2.3）；`pseudonym` 是该户在公布的记录中的代号。 */
export interface MyVoteHome {
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

/** 不论公布的日历如何，该日上班或休息；须注明依据。 */
export interface NewCalendarDay {
  day: string
  working: boolean
  name?: string
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
  contact?: string
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
  insurer_id?: string | null
  community_id?: string | null
  username: string
  name: string
}

/** 现行方案的公示：公开编码和须张贴的各单元。 */
export interface NoticeBoard {
  version: number
  public_token: string
  public_url: string
  check_code: string
  check_url: string
  posted: number
  items: (LobbyView)[]
}

/** 办理进程中的一步。 */
export interface NoticeEvent {
  at: string
  words: string
}

/** 一项责任限额，单位：分。 */
export interface NoticeLimit {
  name: string
  amount_fen: number
}

/** 一份书面反对意见，不显示反对人；`text` 为空表示文字正在审核（`waiting`）或经决定不予公开（`withheld`）。R7.8。 */
export interface NoticeObjection {
  received_at: string
  text: string | null
  text_state: "shown" | "waiting" | "withheld"
  outcome_title: string
}

/** 不由统筹账户支付时的付款安排：提交方案时分户账承担和应补缴的金额、截至公示日已缴的金额，单位：分。户数过少、不便公布时 `withheld` 为真，三项金额都为 0（R12.2）。 */
export interface NoticePayment {
  words: string
  account: string
  split_by: string
  homes: number
  borne_fen: number
  owed_fen: number
  owing_homes: number
  paid_fen: number
  withheld: boolean
  held: boolean
}

/** 适用的一项规定及其在《实施方案》中的条款。 */
export interface NoticeRule {
  rule: string
  clause: string
  words: string
}

/** 公示进行到哪一步；`last_on` 可能是暂定的（R9.2）。 */
export interface NoticeView {
  lobbies: number
  posted: number
  from_on: string | null
  last_on: string | null
  ends_at: string | null
  provisional: boolean
  public_token: string
}

/** 通过该方案的业主表决（R8.1）；参加户数过少、不便公布时 `told` 为假，不列数字。`url` 指向任何人都可据以重新计票的记录。 */
export interface NoticeVote {
  words: string
  round: number
  counted_on: string
  participation_needed: string
  agreement_needed: string
  url: string
  told: boolean
  total: NoticeVoteSide
  participating: NoticeVoteSide
  agree: NoticeVoteSide
  against: NoticeVoteSide
  abstain: NoticeVoteSide
}

/** 表决中一方的人数和专有部分面积（平方厘米）。 */
export interface NoticeVoteSide {
  heads: number
  area_cm2: number
}

/** 公示中的一台电梯及其年保费，单位：分。 */
export interface NoticedElevator {
  code: string
  location: string
  premium_fen: number
}

/** 中心对逾期反对意见的答复。 */
export interface ObjectionAnswer {
  text: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ObjectionList {
  items: (ObjectionView)[]
  next: string
  total?: number
}

/** 作出这一决定的理由，反对人可以看到。 */
export interface ObjectionReason {
  reason: string
}

/** 反对意见的收件回执：何时收到、是否逾期，以及办件现在的状态。 */
export interface ObjectionReceipt {
  objection_id: string
  case_id: string
  state: "answered" | "dismissed" | "draft" | "dropped" | "open" | "recorded" | "settled" | "superseded" | "upheld" | "withdrawn"
  in_time: boolean
  arrived_at: string
  case_state: State
}

/** 申请复核的理由：为什么不服不成立的认定。 */
export interface ObjectionReviewRequest {
  text: string
}

/** 经办人事先上传的、双方签字的协商记录。 */
export interface ObjectionSettlement {
  record_file_id?: string | null
  note?: string
}

/** 文字是否向公众公开，以及理由。 */
export interface ObjectionTextDecision {
  show: boolean
  reason: string
}

/** 认定成立之后如何处理：重做方案，或者终止办件；理由告知各方。 */
export interface ObjectionUpholding {
  then: "end" | "new_plan"
  reason: string
}

/** 一份反对意见及其办理结果，姓名已脱敏。`text_checked` 为文字核查的结果，`text_shown` 表示公众可否看到文字（R7.8）；尚未答复时 `due_on` 为 R7.6 的答复期限，当年节假日尚未公布的为暂定（R9.2）。 */
export interface ObjectionView {
  id: string
  case_id: string
  case_number: string
  case_state: State
  place: string
  urgent: boolean
  version: number
  state: "answered" | "dismissed" | "draft" | "dropped" | "open" | "recorded" | "settled" | "superseded" | "upheld" | "withdrawn"
  state_title: string
  channel: "app" | "paper"
  in_time: boolean
  arrived_at: string
  entered_at: string
  objector: string
  home: string
  text: string
  files: (StoredFile)[]
  mine: boolean
  can_withdraw: boolean
  can_review: boolean
  entered_by_me: boolean
  confirmed: boolean
  decision: string
  first_decision: string
  review_text: string
  text_checked: "exempt" | "pass" | "review" | "risky" | "waiting" | "withheld"
  text_shown: boolean
  decided_at: string | null
  first_decided_at: string | null
  review_asked_at: string | null
  record_file: StoredFile | null
  due_on: string | null
  due_at: string | null
  provisional: boolean
  overdue: boolean
}

/** 首份对账单以前的分录中，银行当时尚未入账、不参与核对期初余额的各笔。 */
export interface OpeningMatchBody {
  except_posting_ids?: (string)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface OwnBallotList {
  items: (OwnBallotRow)[]
  next: string
  total?: number
}

/** 本人的一张选票，及其所属的表决和房屋。 */
export interface OwnBallotRow {
  vote_id: string
  case_id: string
  case_number: string
  scope_name: string
  round: number
  question: string
  vote_state: "counted" | "open" | "void"
  vote_state_title: string
  ends_at: string
  home: string
  ballot: BallotView
}

/** 本人的一套房屋应承担的保费：分户账承担、应补缴和已缴的金额，单位：分。附件二(二)3。 */
export interface OwnCollectionPart {
  home_id: string
  part_fen: number
  fund_fen: number
  owed_fen: number
  paid_fen: number
}

/** 自称业主的人：房屋、证件上的姓名和号码，常见的写法都可以。 */
export interface OwnerIdentity {
  home_id: string
  name: string
  id_number: string
}

/** 产权证明所载：自何日起拥有多少份额，以及谁的产权随之终止。 `share_bps` 以万分之一为单位；`ends` 是在 `from_on` 之日终止的产权记录的标识。 */
export interface OwnershipEvidence {
  from_on: string
  share_bps: number
  ends: (string)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PaperBatchList {
  items: (PaperBatchRow)[]
  next: string
  total?: number
}

/** 一批纸质表决票，不含逐张内容。 */
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

/** 一批纸质表决票；过了 `count_at` 不再接收。 */
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
  files: (StoredFile)[]
  lines: (PaperLineView)[]
}

/** 录入人重新录入的一张票；没有填的项目不变。 */
export interface PaperChange {
  nth: number
  choice?: "abstain" | "against" | "agree" | null
  received_at?: string | null
  signers?: (string)[]
}

/** 录入有误、须更正的各张票。 */
export interface PaperChanges {
  lines: (PaperChange)[]
}

/** 对纸质公示查验码的答复：属实、已被新版取代或已撤回。 */
export interface PaperCheck {
  verdict: "genuine" | "superseded" | "withdrawn"
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

/** 一批纸质表决票及其影像；没有另填收到时间的，以 `received_at` 为准。 */
export interface PaperEntry {
  lines: (PaperLine)[]
  file_ids: (string)[]
  received_at?: string | null
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
  choice: "abstain" | "against" | "agree"
  paper_token?: string
  home_id?: string | null
  received_at?: string | null
  signers?: (string)[]
}

/** 一张纸质表决票：何时收到、由谁签名（已脱敏），供第二人与原件核对。`choice` 只向录入人显示，核对之后不再显示。 */
export interface PaperLineView {
  nth: number
  home_id: string
  place: string
  received_at: string
  signers: (string)[]
  outcome: "" | "concurring" | "contested" | "second" | "valid"
  outcome_title: string
  choice: "" | "abstain" | "against" | "agree"
}

/** 一份纸质反对意见：何人、哪一户、何时收到、内容和扫描件。 */
export interface PaperObjection {
  home_id: string
  text: string
  received_at: string
  file_ids: (string)[]
  owner_id?: string | null
  owner_name?: string
}

/** 一并打印的一批房屋；打印时以 `after` 指明。 */
export interface PaperPart {
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
  items: (ParameterChangeView)[]
  next: string
  total?: number
}

/** 一次参数改动：全市的，或小区备案议事规则的规定（附备案文本）；`version` 为复核后成为的版本。 */
export interface ParameterChangeView {
  id: string
  community_id: string | null
  community: string
  items: (ChangedParameter)[]
  source: string
  filed_on: string | null
  file: StoredFile | null
  state: "confirmed" | "draft" | "dropped"
  state_title: string
  version: number | null
  entered_by_me: boolean
  entered_at: string
  confirmed_at: string | null
  dropped_at: string | null
  drop_reason: string
}

/** 现在受理的办件所适用的全部参数。 */
export interface ParameterTable {
  community_id: string | null
  community: string
  items: (ParameterView)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ParameterVersionList {
  items: (ParameterVersionView)[]
  next: string
  total?: number
}

/** 参数的一个版本：何时生效、有何依据、改动了什么（最早的版本不详）。 */
export interface ParameterVersionView {
  id: string
  version: number
  in_force_at: string
  source: string
  filed_on: string | null
  changes: (ChangedParameter)[]
}

/** 一项参数的现值和默认值；`filed` 表示只有小区备案的议事规则才能另作规定。 */
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

/** 拨付申请：发票，以及事先上传的其他材料。 */
export interface PayoutBody {
  invoice_number: string
  invoice_fen: number
  invoice_file_id: string
  file_ids?: (string)[]
}

/** 财务制单的拨付金额，须与合同、发票一致，单位：分。 */
export interface PayoutPreparation {
  amount_fen: number
}

/** 保费的拨付及其期限；金额单位：分。 */
export interface PayoutView {
  state: "paid" | "prepared" | "requested" | "returned"
  amount_fen: number
  invoice_number: string
  complete_on: string
  due_on: string
  provisional: boolean
  paid_at: string | null
}

/** 按钮 `getPhoneNumber` 给出的 `code`。 */
export interface PhoneCode {
  code: string
}

/** 现在保存的手机号，已脱敏。 */
export interface PhoneView {
  phone: string
}

/** 拟采用的报价；不是最高的，须写明理由。 */
export interface PlacementAward {
  offer_id: string
  reason?: string
}

/** 是否同意定标意见；不同意的写明理由。 */
export interface PlacementAwardDecision {
  approve: boolean
  reason?: string
}

/** 收到的一家银行的报价。 */
export interface PlacementOfferBody {
  bank: string
  rate_e4: number
  received_at: string
  note?: string
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
  tenor: "1y" | "2y" | "3m" | "3y" | "6m"
  closes_at: string
  requirements?: string
}

/** 一次竞争性存放及其报价；截止之前不显示利率。 */
export interface PlacementRoundDetail {
  round: PlacementRoundView
  offers: (PlacementOfferView)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PlacementRoundList {
  items: (PlacementRoundView)[]
  next: string
  total?: number
}

/** 一次竞争性存放；`state` 为 `collecting` 时正在收取报价，为 `closed` 时待定标。 */
export interface PlacementRoundView {
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

/** 风险查勘结果和保险方案。 */
export interface PlanBody {
  survey: string
  cover: string
  elevators: (ElevatorPlan)[]
  service?: string
  file_ids?: (string)[]
}

/** 保险机构提交的保险方案。 */
export interface PlanView {
  survey: string
  cover: string
  elevators: (ElevatorPlanView)[]
  service: string
  files: (StoredFile)[]
}

/** 保险机构出具的保险单。 */
export interface PolicyBody {
  number: string
  file_id: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PostingList {
  items: (PostingRow)[]
  next: string
  total?: number
}

/** 一件公示的一个张贴处：待贴、已贴，或者照片被退回及其理由。 `since_at` 为从何时起等待张贴，`due` 为办件的下一个期限；暂缓期间公示期尚未起算的，以及重新上传本人照片的，`can_post` 也为真。 */
export interface PostingRow {
  case_id: string
  case_number: string
  state: State
  state_title: string
  community_name: string
  unit_id: string
  place: string
  posting: "posted" | "refused" | "wanted"
  can_post: boolean
  paused: boolean
  since_at: string
  token: string
  evidence_url: string
  due: CaseDue | null
  posted_at: string | null
  refused_at: string | null
  reason: string
}

/** 保费归集清单：须归集和已到账的金额，以及查看人可以看到的各户，按房屋编号排列；合计是整个办件的。 */
export interface PremiumCollection {
  needed_fen: number
  gathered_fen: number
  complete: boolean
  part_fen: number
  fund_fen: number
  homes: number
  owing: number
  items: (CollectionHome)[]
  next: string
}

/** 拒绝的原因（RFC 9457）。另可附有与该错误码有关的事实，如期限、金额。 */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  instance: string
  request_id: string
  detail?: string
  errors?: ({ pointer: string; detail: string; title?: string; allowed?: (unknown)[] })[]
  retry_after_seconds?: number
}

/** 一户将要承担的金额，单位：分。 */
export interface ProposedShare {
  home_id: string
  unit: string
  room: string
  amount_fen: number
}

/** 终止委托的理由；中心须写明。 */
export interface ProxyEnding {
  reason?: string
}

/** 一份书面委托：哪一户、何人委托、受托人（以其在小程序验证的手机号指明）、委托事项和扫描件。只有一名业主的房屋不必填姓名。 */
export interface ProxyEntry {
  home_id: string
  holder_phone: string
  matter: string
  file_id: string
  owner_id?: string | null
  owner_name?: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ProxyList {
  items: (ProxyView)[]
  next: string
  total?: number
}

/** 一份委托，姓名和手机号已脱敏；`given` 表示由本人委托，`held` 表示由本人受托。 */
export interface ProxyView {
  id: string
  vote_id: string
  home_id: string
  place: string
  owner: string
  holder_phone: string
  matter: string
  file: StoredFile
  state: "draft" | "ended" | "live"
  state_title: string
  given: boolean
  held: boolean
  entered_by_me: boolean
  entered_at: string
  ended_at: string | null
  reason: string
}

/** 一个统筹账户的公开信息：余额、资金来源、收支明细（最新在前）和相关公示。 */
export interface PublicAccount {
  account: PublicAccountRow
  sources: (BalanceSource)[]
  movements: (PublicMovement)[]
  notices: (PublicNoticeRow)[]
  as_of: string
  next: string
}

/** 各统筹账户，按编号排列；合计是全部账户的，不只本页。 只有一个账户不公布金额时，合计也为空，以免由合计推算（R12.2）。 */
export interface PublicAccountList {
  items: (PublicAccountRow)[]
  total_balance_fen: number | null
  total_held_fen: number | null
  as_of: string
  next: string
}

/** 一个统筹账户；共有的业主过少时金额为空（R12.2）。 */
export interface PublicAccountRow {
  scope_id: string
  name: string
  kind: "building" | "unit"
  withheld: boolean
  balance_fen: number | null
  held_fen: number | null
  available_fen: number | null
}

/** 一条现行或曾经施行的基准利率；`proposed_by` 说明是系统预置还是由经办人录入。 */
export interface PublicBenchmarkRate {
  id: string
  tenor: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"
  since_on: string
  rate_e4: number
  source: string
  proposed_by: "clerk" | "program"
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PublicBenchmarkRateList {
  items: (PublicBenchmarkRate)[]
  next: string
  total?: number
}

/** 统筹账户的一笔收支：银行日期、用途、金额和其后余额，单位：分。 */
export interface PublicMovement {
  effective_on: string
  words: string
  amount_fen: number
  balance_after_fen: number
  case_number: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PublicNoticeList {
  items: (PublicNoticeRow)[]
  next: string
  total?: number
}

/** 列表中的一份公示；保费单位：分。 */
export interface PublicNoticeRow {
  token: string
  case_number: string
  version: number
  place: string
  insurer: string
  premium_fen: number
  stage: Stage
  stage_title: string
  published_at: string
  ends_at: string | null
}

/** 公示全文：内容、进行到哪一步、何时以前可以提出反对意见；金额单位：分。看得见该办件的人凭 `case_id` 打开办件。 不由统筹账户支付的（见 `flow`），`payment` 说明由谁支付，`vote` 为业主表决结果，`pooled_fen`、`held_fen`、`available_fen` 为 0。`days_left` 为剩余天数，含当日、不含张贴当日；暂缓期间为停止计算时剩余的天数。 */
export interface PublicNoticeView {
  token: string
  case_id: string
  case_number: string
  version: number
  flow: "added" | "direct" | "household" | "independent" | "pooled"
  title: string
  stage: Stage
  stage_title: string
  stage_meaning: string
  place: string
  community: string
  building: string
  unit: string
  elevators: (NoticedElevator)[]
  insurer: string
  cover: string
  limits: (NoticeLimit)[]
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
  rules: (NoticeRule)[]
  check_code: string
  public_url: string
  centre: string
  phone: string
  objections: (NoticeObjection)[]
  timeline: (NoticeEvent)[]
  provisional: boolean
  payment: NoticePayment | null
  vote: NoticeVote | null
  from_on: string | null
  last_on: string | null
  ends_at: string | null
  days_left: number | null
  paused_at: string | null
  newer_token: string
}

/** 一笔已拨付的保费，单位：分；收款人只能是保险机构（R3.5）。 */
export interface PublicPayout {
  paid_at: string
  case_number: string
  place: string
  insurer: string
  amount_fen: number
  notice_token: string
}

/** 已拨付的保费，最新在前；`total_fen` 是全部拨付的合计，取自账簿，单位：分。 */
export interface PublicPayoutList {
  items: (PublicPayout)[]
  total_fen: number
  next: string
}

/** 已定标的竞争性存放中的一份报价。 */
export interface PublicPlacementOffer {
  bank: string
  rate_e4: number
  received_at: string
  withdrawn: boolean
  awarded: boolean
}

/** 公开的已定标竞争性存放：各银行的报价、采用哪一家及理由。 */
export interface PublicPlacementRound {
  id: string
  number: string
  title: string
  amount_fen: number
  tenor: "1y" | "2y" | "3m" | "3y" | "6m"
  announced_at: string
  closed_at: string
  awarded_at: string
  reason: string
  offers: (PublicPlacementOffer)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PublicPlacementRoundList {
  items: (PublicPlacementRound)[]
  next: string
  total?: number
}

/** 改革总体情况；金额单位：分，不公布的为空（R12.2）。 */
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

/** 一个已登记备案的办件；保费单位：分。 */
export interface PublicRegistration {
  number: string
  case_number: string
  registered_at: string
  place: string
  insurer: string
  elevators: number
  premium_fen: number
  notice_token: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PublicRegistrationList {
  items: (PublicRegistration)[]
  next: string
  total?: number
}

/** 目前的参与情况；参加户数过少、可能暴露个人时面积为空。R12.2。 */
export interface PublicTurnout {
  homes: number
  heads: number
  area_cm2: number | null
  reached: boolean
}

/** 公开的业主表决；计票之前不显示倾向。 计票之前，或参加户数过少而只公布结论时，`result` 为空，后者由 `withheld_reason` 说明原因；`record` 是下载计票记录的地址。 */
export interface PublicVote {
  id: string
  token: string
  community_name: string
  scope_name: string
  case_number: string
  round: number
  state: "counted" | "open" | "void"
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
  withheld_reason: string
  record: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PublicVoteList {
  items: (PublicVoteRow)[]
  next: string
  total?: number
}

/** 公开列表中的一次业主表决；计票之前 `passed` 为空。已登录的业主以 `id` 查询。 */
export interface PublicVoteRow {
  id: string
  token: string
  community_name: string
  scope_name: string
  case_number: string
  round: number
  state: "counted" | "open" | "void"
  state_title: string
  question: string
  opened_at: string
  ends_at: string
  passed: boolean | null
}

/** 理由。 */
export interface Reason {
  reason: string
}

/** 一户缴来的保费，以银行单据或收据为凭；`effective_on` 为银行日期。独立产权人的缴存不填房屋。 */
export interface ReceiptBody {
  amount_fen: number
  method: "cash" | "transfer"
  custody_id: string
  effective_on: string
  voucher: string
  home_id?: string | null
  file_id?: string | null
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ReceiptList {
  items: (ReceiptView)[]
  next: string
  total?: number
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
  state: "draft" | "dropped" | "posted" | "reversed"
  state_title: string
  custody_id: string
  custody: string
  effective_on: string
  voucher: string
  file: StoredFile | null
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
  side_title: string
  sum_fen: number
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
  state: "confirmed" | "draft" | "dropped"
  bank_fen: number
  books_fen: number
  entered_at: string
  confirmed_at: string | null
  dropped_at: string | null
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ReconciliationLineList {
  items: (ReconciliationLine)[]
  next: string
  total?: number
}

/** 一个银行账户某月的对账情况。`covered` 表示对账单连续无断档地到了月末；`moved_since` 表示编制之后，账面或银行一方又有变化。 */
export interface ReconciliationMonthLine {
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ReconciliationMonthLineList {
  items: (ReconciliationMonthLine)[]
  next: string
  total?: number
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
  state: "confirmed" | "draft" | "dropped"
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
  payee_bank?: string
  home_id?: string | null
  file_id?: string | null
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface RefundList {
  items: (RefundView)[]
  next: string
  total?: number
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
  state: "draft" | "dropped" | "posted" | "reversed"
  state_title: string
  custody_id: string
  custody: string
  effective_on: string
  voucher: string
  reason: string
  drop_reason: string
  file: StoredFile | null
  entered_by: string
  entered_at: string
  confirmed_by: string | null
  confirmed_at: string | null
  journal_id: string | null
}

/** 一家银行在年度合计中的部分，金额单位：分。 */
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

/** 本年度由统筹账户支付保费的办件数和金额，单位：分。 */
export interface ReportCases {
  paid: number
  paid_fen: number
}

/** 更正已公布报告的理由；首次公布不填。 */
export interface ReportPublication {
  reason?: string
}

/** 全部统筹账户的合计：年初 + 收益 − 拨付 + 其他 = 年末，单位：分。 */
export interface ReportSums {
  scopes: number
  withheld: number
  start_fen: number
  income_fen: number
  payouts_fen: number
  other_fen: number
  end_fen: number
}

/** 年度存款及其利息的去向，单位：分。 `benchmark_fen` 归各分户账，`value_added_fen` 归统筹账户；`distributed_fen` 已记入统筹账户，`homes_fen` 已记入分户账；`carried_fen` 留待以后年度抵减。`earned` 为增值收益取得的自然年度（R4.5）。 */
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

/** 年度报告已公布的一个版本；`sha256` 是其 `report.json` 的散列值。 */
export interface ReportVersion {
  year: number
  version: number
  published_at: string
  sha256: string
  reason: string
}

/** 年度报告的一个版本及其合计，供与其他版本比较。 */
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ReportVersionList {
  items: (ReportVersion)[]
  next: string
  total?: number
}

/** 终止推举的理由；中心须写明。 */
export interface RepresentativeEnding {
  reason?: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface RepresentativeList {
  items: (RepresentativeView)[]
  next: string
  total?: number
}

/** 共有人推举的代表（标识或姓名），以及全体共有人签名的文件。 */
export interface RepresentativeNaming {
  file_id: string
  owner_id?: string | null
  owner_name?: string
}

/** 代表一户表决的人，姓名已脱敏。 */
export interface RepresentativeView {
  id: string
  home_id: string
  place: string
  owner: string
  file: StoredFile
  state: "draft" | "ended" | "live"
  state_title: string
  entered_by_me: boolean
  entered_at: string
  ended_at: string | null
}

/** 计票过程，`reasons` 逐项列出；面积单位：平方厘米。R8.1 至 R8.4。 `certain_at` 为结果已成定局的时刻，仅中心可见，以免由邻居的投票时间推知其意见（R8.5）；`dropped_papers` 为未及时核对的纸质票批数。`withheld_reason` 说明因参加户数过少、只向审计显示的原因（R12.2），否则为空文本。 */
export interface ResultView {
  passed: boolean
  total: HeadsAndArea
  participating: HeadsAndArea
  agree: HeadsAndArea
  against: HeadsAndArea
  abstain: HeadsAndArea
  split_heads: number
  participating_homes: number
  conflict_homes: number
  silent_homes: number
  followed_homes: number
  dropped_papers: number
  reasons: (string)[]
  certain_at: string | null
  withheld_reason: string
}

/** 要冲销的凭证、生效日期和理由。 */
export interface ReversalVoucher {
  journal_id: string
  effective_on: string
  memo: string
}

/** 在本系统中的身份，一人可以兼有几种。第1节。 */
export type Role = "administrator" | "auditor" | "bureau" | "clerk" | "committee" | "finance" | "independent" | "insurer" | "manager" | "owner" | "person" | "public" | "reviewer" | "street" | "system"

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface RollChangeList {
  items: (RollChangeView)[]
  next: string
  total?: number
}

/** 名册中一行更改前后的内容；姓名已脱敏，证件号码不保留。 */
export interface RollChangeView {
  id: string
  table: "building" | "community" | "deposit" | "elevator" | "elevator_unit" | "home" | "maintenance_visit" | "owner" | "ownership" | "scope" | "unit"
  table_title: string
  row_id: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** 名册中该房屋的一名产权人及其份额，姓名已脱敏（R12.2）。 */
export interface RollOwner {
  ownership_id: string
  name: string
  share_bps: number
  from_on: string
}

/** 一个房号，不显示业主。 */
export interface RoomLine {
  id: string
  unit: string
  room: string
  use: "住宅" | "储藏室" | "其他" | "办公" | "商业" | "车位"
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface RoomLineList {
  items: (RoomLine)[]
  next: string
  total?: number
}

/** 今天有效的、已通过审核的授权（R5.1）。 */
export interface RunningAppointment {
  appointment_id: string
  community_id: string
  community: string
  role: "committee" | "independent" | "manager"
  name: string
  body_name: string
  to_on: string
}

/** 一个统筹账户的余额、已被办件冻结和可用的金额，单位：分。R3.4。 */
export interface ScopeBalanceView {
  scope_id: string
  code: string
  name: string
  kind: "building" | "unit"
  balance_fen: number
  held_fen: number
  available_fen: number
  area_cm2: number
  homes: (ScopeHomeShare)[]
  share_note: string
}

/** 服务于该楼栋（单元）的一台电梯；没有在办的办件占用它时，`free` 为真。 `conditions` 是签名之前即可核对的条件（统筹账户资金、维保、检验、有无在办申请），均具备时 `ready` 为真；`visit_by_on` 为下一次维保的最迟日期；`held_by` 是占用它的办件，只告诉看得见该办件的人。 */
export interface ScopeElevator {
  id: string
  code: string
  name: string
  serves: (string)[]
  installed_on: string
  free: boolean
  ready: boolean
  conditions: (ConditionView)[]
  inspection_until_on: string
  last_visit_on: string | null
  visit_by_on: string | null
  licence_until_on: string | null
  covered_until_on: string | null
  held_by: Holder | null
}

/** 服务于该楼栋（单元）的电梯，按编号排列。 */
export interface ScopeElevators {
  items: (ScopeElevator)[]
}

/** 未到期存款截至某日可望给该统筹账户的收益估算，单位：分；不计入任何余额。R4.4。 */
export interface ScopeEstimate {
  as_of_on: string
  estimate_fen: number
  computed_at: string
  note: string
}

/** 本户按面积折算的统筹余额份额，单位：分；仅供参考，不属个人财产（R3.8）。 */
export interface ScopeHomeShare {
  home_id: string
  room: string
  area_cm2: number
  area_source: AreaSource
  share_fen: number
}

/** 统筹账户历年归集的收益（最近年度在前）和未到期存款的估算。 */
export interface ScopeIncome {
  scope_id: string
  estimate: ScopeEstimate | null
  items: (ScopeYear)[]
  next: string
}

/** 列表中的一个记账单位（楼栋或单元）及其统筹账户。 */
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ScopeLineList {
  items: (ScopeLine)[]
  next: string
  total?: number
}

/** 一个统筹账户的年度情况；不公布的，金额为空。R12.2。 */
export interface ScopeOfYear {
  scope_id: string
  code: string
  name: string
  kind: "building" | "unit"
  withheld: boolean
  owners: number | null
  start_fen: number | null
  income_fen: number | null
  payouts_fen: number | null
  other_fen: number | null
  end_fen: number | null
}

/** 该楼栋的统筹账户改为按什么单位记账，以及理由。 */
export interface ScopeSwitchBody {
  to_kind: "building" | "unit"
  reason: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ScopeSwitchList {
  items: (ScopeSwitchView)[]
  next: string
  total?: number
}

/** 从一个统筹账户结转到另一个的金额，单位：分。 */
export interface ScopeSwitchMove {
  from_scope_id: string
  from_scope: string
  to_scope_id: string
  to_scope: string
  amount_fen: number
}

/** 一次记账单位变更：自 `on` 之日起，各户归入新的记账单位。 */
export interface ScopeSwitchView {
  id: string
  building_id: string
  building: string
  to_kind: "building" | "unit"
  state: "done" | "draft" | "dropped"
  state_title: string
  reason: string
  on: string | null
  moves: (ScopeSwitchMove)[]
  journal_id: string | null
  entered_by: string
  entered_at: string
  confirmed_by: string | null
  confirmed_at: string | null
}

/** 已结账年度归集到该统筹账户的收益，单位：分；`earned` 按取得收益的自然年度列出。 */
export interface ScopeYear {
  year: number
  shares_fen: number
  brought_fen: number
  posted_fen: number
  carried_fen: number
  earned: (IncomeSlice)[]
}

/** 名册中的一户，以及是否已证明送达。 */
export interface ServedHome {
  home_id: string
  place: string
  served: boolean
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ServedHomeList {
  items: (ServedHome)[]
  next: string
  total?: number
}

/** 送达了哪些房屋、以什么方式，以及证明文件。 */
export interface ServiceProof {
  home_ids: (string)[]
  file_id: string
  how: "in_person" | "message" | "post" | "posted"
}

/** 已证明送达的户数；`matters` 表示计票是否考虑送达，并说明原因。 */
export interface ServiceView {
  vote_id: string
  homes: number
  served: number
  newly: number
  matters: boolean
  words: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface SessionList {
  items: (SessionView)[]
  next: string
  total?: number
}

/** 登录令牌，只在这一次答复中显示。 */
export interface SessionToken {
  token: string
  expires_at: string
}

/** 本人的一个登录；`current` 表示正是发出本次请求的登录。 */
export interface SessionView {
  id: string
  device: string
  created_at: string
  expires_at: string
  current: boolean
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface SettlementList {
  items: (SettlementView)[]
  next: string
  total?: number
}

/** 结息单错在哪里。 */
export interface SettlementReversalBody {
  reason: string
}

/** 对错误结息单的冲销申请；`state` 为 `draft` 时待第二人复核。 */
export interface SettlementReversalView {
  id: string
  state: "confirmed" | "draft" | "dropped"
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
  tenor: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"
  term_number: number
  kind: "demand" | "early" | "maturity"
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
  source: "file" | "manual"
  file: StoredFile | null
  note: string
  state: "draft" | "dropped" | "posted" | "reversed"
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

/** 分摊办法：按面积、平均，或逐户约定；只有逐户约定的才填 `homes`。 */
export interface ShareProposalBody {
  method: "area" | "custom" | "equal"
  homes?: (AgreedShare)[]
}

/** 提交表决的分摊方案；`text` 是写入表决事项的文字。业主可见本人房屋的份额和合计，申请人和中心可见全部。 */
export interface ShareProposalView {
  method: "area" | "custom" | "equal"
  method_title: string
  text: string
  total_fen: number
  homes_count: number
  proposed_at: string
  homes: (ProposedShare)[]
}

/** 未达账项在哪一方、是收是付。 */
export type Side = "bank_in" | "bank_out" | "books_in" | "books_out"

/** 从专户支付或将要支付的一个年度。 */
export interface SpecialAccountCase {
  case_id: string
  number: string
  state: State
  state_title: string
  premium_fen: number
  held: boolean
  paid_fen: number
  from_on: string | null
  to_on: string | null
}

/** 一户已复核入账的缴存，单位：分；没有房屋的，是独立产权人的缴存。 */
export interface SpecialAccountDeposit {
  home_id: string | null
  unit: string
  room: string
  amount_fen: number
}

/** 专户的一台电梯；保费取自最近的方案，单位：分。 */
export interface SpecialAccountElevator {
  id: string
  code: string
  name: string
  condemned: boolean
  premium_fen: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface SpecialAccountList {
  items: (SpecialAccountRow)[]
  next: string
  total?: number
}

/** 专户的户名和退款账户；开设时须填全，核对时不填或填相同的内容。 */
export interface SpecialAccountOpening {
  holder?: string
  refund_bank?: string
  refund_account?: string
}

/** 列表中的一个电梯保险专户；金额单位：分。 */
export interface SpecialAccountRow {
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

/** 一个电梯保险专户，金额单位：分。一次缴足 `years` 年，其中 `years_paid` 年已付或已预留；`refundable_fen` 为现在可退的金额，电梯未报废时为 0。业主只见本人房屋的缴存，中心可见全部。 */
export interface SpecialAccountView {
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
  elevators: (SpecialAccountElevator)[]
  cases: (SpecialAccountCase)[]
  deposits: (SpecialAccountDeposit)[]
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface SpecialRefundList {
  items: (SpecialRefundView)[]
  next: string
  total?: number
}

/** 专户的一笔退款，金额单位：分；收款账号只显示末四位。 */
export interface SpecialRefundView {
  id: string
  special_account_id: string
  number: string
  amount_fen: number
  payee: string
  payee_account: string
  effective_on: string
  voucher: string
  reason: string
  drop_reason: string
  file: StoredFile
  state: "draft" | "dropped" | "posted" | "reversed"
  entered_at: string
  confirmed_at: string | null
}

/** 一笔支出总额，按面积分摊到一个单元或一幢楼的各户（R3.7）。 `leave_owed` 表示分户账不足支付的部分列为尚欠。 */
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

/** 改任的角色及理由。 */
export interface StaffAccountDuties {
  roles: (Role)[]
  insurer_id?: string | null
  community_id?: string | null
  reason: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface StaffAccountList {
  items: (StaffAccountView)[]
  next: string
  total?: number
}

/** 管理员和审计所见的工作账号。 */
export interface StaffAccountView {
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

/** 账号的动态口令密钥，只在这一次答复中显示。 */
export interface StaffAuthenticator {
  staff_id: string
  username: string
  totp_secret: string
  totp_uri: string
}

/** 工作人员的登录，十二小时有效。 */
export interface StaffLoggedIn {
  token: string
  expires_at: string
  staff_id: string
  name: string
  roles: (Role)[]
}

/** 用户名、密码和动态口令应用当前显示的六位数字。 */
export interface StaffLogin {
  username: string
  password: string
  totp: string
  device?: string
}

/** 本人的工作账号及其所属单位。 */
export interface StaffMe {
  staff_id: string
  username: string
  name: string
  roles: (Role)[]
  insurer_id: string | null
  insurer: string
  community_id: string | null
  community: string
  session_expires_at: string
}

/** 公示向公众显示的环节。 */
export type Stage = "collecting" | "contracted" | "ended" | "insured" | "over" | "paid" | "paused" | "posting" | "registered" | "replanned" | "running" | "superseded"

/** 办件所处的环节；各方式经过哪些环节，由流程表规定。 */
export type State = "accepted" | "cleared" | "collecting" | "contracted" | "ended" | "filed" | "funded" | "insured" | "lapsed" | "not_carried" | "noticed" | "paid" | "paused" | "planned" | "posting" | "prepared" | "registered" | "rejected" | "requested" | "returned" | "signing" | "voted" | "voting" | "withdrawn"

/** 一份材料：凭 `id` 下载，`size` 的单位是字节。 */
export interface StoredFile {
  id: string
  name: string
  media_type: string
  size: number
}

/** 暂时无法辨明的收款或付款；`clears` 指明要退回（收回）的原待查凭证，可以只退回（收回）一部分。 */
export interface SuspenseVoucher {
  bank_account_id: string
  direction: Direction
  amount_fen: number
  effective_on: string
  memo: string
  clears?: string | null
}

/** 可向用户请求订阅的模板（`template_id`）及现状：一次性模板剩余的次数，或长期模板的持续订阅。`scenes` 是点了什么之后可以请求订阅它。同一弹窗中不要混合长期与一次性模板，也不要超过五个，否则微信拒绝。 */
export interface TemplateConsent {
  template: "notice" | "progress" | "task"
  template_id: string
  title: string
  long_term: boolean
  scenes: ("apply" | "appoint" | "bind" | "claim" | "object" | "post" | "sign" | "vote")[]
  remaining: number
  standing: boolean
}

/** 办理经过中的一步；经办人只显示身份类别，不显示姓名。 */
export interface TimelineItem {
  event_id: string
  kind: "Accepted" | "AccountActivated" | "AccountCreated" | "AccountDisabled" | "AccountInvitedAnew" | "AccountLoggedIn" | "AccountOpened" | "AccountRolesChanged" | "AdviceDropped" | "AdviceEntered" | "Applied" | "AppointmentDecided" | "AppointmentEnded" | "AppointmentMade" | "AwardProposed" | "AwardReturned" | "BallotCast" | "BankAccountClosed" | "BankAccountOpened" | "CalendarChanged" | "CaseCorrected" | "CaseLapsed" | "CaseRejected" | "CaseReturned" | "CaseWithdrawn" | "ClaimDecided" | "ClaimMade" | "CollectionChanged" | "CollectionComplete" | "CollectionOpened" | "Contracted" | "DepositDropped" | "DepositEntered" | "DepositMaturing" | "DepositPlaced" | "DepositRenewed" | "DepositSettled" | "DifferenceExplained" | "Filed" | "FundDropped" | "FundEntered" | "FundPassedOn" | "FundPosted" | "FundRestored" | "FundRunsLow" | "HeldByHand" | "HomeBound" | "HomeLeft" | "InsurerAdmitted" | "InsurerReadmitted" | "InsurerSuspended" | "JournalDropped" | "JournalEntered" | "JournalPosted" | "JournalReversed" | "LateObjectionAnswered" | "LateObjectionRecorded" | "LinesMatched" | "LobbyEvidenceMissing" | "LobbyEvidenced" | "LobbyRefused" | "MarkedUrgent" | "MatchUndone" | "NoticeEnded" | "NoticePublished" | "NoticeRecounted" | "NoticeResumed" | "NoticeStarted" | "ObjectionAdded" | "ObjectionReopened" | "ObjectionSettled" | "ObjectionTextJudged" | "ObjectionUpheld" | "OfferRecorded" | "OfferWithdrawn" | "PaperBallotsConfirmed" | "PaperBallotsCorrected" | "PaperBallotsDropped" | "PaperBallotsEntered" | "PaperIssued" | "PaperObjectionConfirmed" | "ParametersDecided" | "ParametersProposed" | "PasswordChanged" | "Paused" | "PayoutDue" | "PayoutPrepared" | "PayoutRecounted" | "PayoutRequested" | "PayoutReturned" | "PhoneChanged" | "PlanFiled" | "PolicyIssued" | "PolicyRecorded" | "PremiumPaid" | "ProxyEnded" | "ProxyEntered" | "ProxyRecorded" | "RateDecided" | "RateProposed" | "ReceiptDropped" | "ReceiptEntered" | "ReceiptPosted" | "ReconciliationCertified" | "ReconciliationDropped" | "ReconciliationPrepared" | "RefundDropped" | "RefundEntered" | "RefundPosted" | "Registered" | "ReleasedByHand" | "RepresentativeEnded" | "RepresentativeEntered" | "RepresentativeNamed" | "ReversalAsked" | "ReversalDropped" | "RollDropped" | "RollImported" | "RollUploaded" | "RoundAnnounced" | "RoundAwarded" | "RoundCancelled" | "ScopeSwitchDropped" | "ScopeSwitchEntered" | "ScopeSwitched" | "SettlementReversed" | "SharesProposed" | "SignatureWithdrawn" | "Signed" | "StatementDropped" | "StatementTaken" | "StatementUploaded" | "TakingOverDropped" | "TakingOverProposed" | "Unmasked" | "UrgencyLifted" | "VoteClosed" | "VoteOpened" | "VoteReminded" | "VoteServed" | "YearClosed" | "YearClosingStarted" | "YearPreviewed" | "YearPublished"
  title: string
  at: string
  role_title: string
  reason: string
  data: Record<string, unknown>
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface TimelineList {
  items: (TimelineItem)[]
  next: string
  total?: number
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
  items: (TrialLine)[]
  debit_fen: number
  credit_fen: number
  balanced: boolean
}

/** 一类账户的借方、贷方发生额合计，单位：分。 */
export interface TrialLine {
  kind: AccountKind
  kind_title: string
  accounts: number
  debit_fen: number
  credit_fen: number
  balance_fen: number
}

/** 目前的参与情况；`reached` 表示参与的人数和面积都已达到规定（R8.1）。 */
export interface Turnout {
  homes: number
  heads: number
  area_cm2: number
  reached: boolean
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
  home: string
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
  items: (UnpaidHome)[]
  next: string
  total?: number
}

/** 未读消息数。 */
export interface UnreadCount {
  unread: number
}

/** 若现在组织表决，名册的户数、人数和面积（平方厘米），以及还缺什么。 `lacks` 为不能组织表决的原因；`warnings` 为须留意的户数，不妨碍组织。方案提交之前没有表决事项。 */
export interface VoteCheck {
  homes: number
  heads: number
  area_cm2: number
  threshold: "raise" | "use"
  parameters: { "notice.days"?: number; "notice.roll"?: "weekends_and_holidays" | "holidays" | "none"; "notice.resume"?: "remaining" | "restart"; "objection.refile_max"?: number; "objection.decision_working_days"?: number; "signers.min"?: number; "signing.days"?: number; "correction.days"?: number; "lapse.days"?: number; "payout.working_days"?: number; "policy.years"?: 1 | 3; "vote.fund_flow"?: "required" | "waived"; "vote.days"?: number; "vote.participation"?: string; "vote.use"?: string; "vote.raise"?: string; "vote.silence"?: "not_counted" | "follows_majority"; "vote.split_owner"?: "neutral_head" | "no_head"; "vote.paper_conflict"?: "first_valid" | "paper"; "vote.rounds_max"?: number; "vote.reminders"?: number; "vote.paper_days"?: number; "proxy.max_homes"?: number; "income.attribution"?: "balance_days"; "income.negative"?: "zero" | "negative"; "fund.topup"?: number; "maintenance.days"?: number; "maintenance.gaps"?: "shown" | "refused"; "independent.years"?: number; "publish.min_group"?: number }
  ends_at: string
  question: string
  lacks: (string)[]
  warnings: Record<string, number>
  items: (VoteWarning)[]
  next: string
}

/** 选票和名册的证明，可与张贴的两个指纹核对。 */
export interface VoteInclusion {
  vote_id: string
  roll_root: string
  record_root: string
  items: (VoteInclusionItem)[]
  next: string
}

/** 一户在计票记录中的一行及其证明：`SHA-256(0x00 + line)` 是共有 `size` 片叶的树（RFC 6962）的第 `index` 片，树根即张贴的指纹。`counted` 为计入的选票的回执，`beside` 为意见相同或未能认定的。 本人的房屋另附名册中的一行及其证明，其他房屋为空。 */
export interface VoteInclusionItem {
  pseudonym: string
  nth: number
  state: "concurring" | "contested" | "replaced" | "second" | "valid"
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface VoteList {
  items: (VoteRow)[]
  next: string
  total?: number
}

/** 提交业主表决的事项和材料；不填文字的按方案生成，不填材料的用方案的材料。 */
export interface VoteOpening {
  question?: string
  file_ids?: (string)[] | null
}

/** 列表中的一次业主表决：本人代表 `homes_spoken_for` 户，其中 `homes_voted` 户已投票，全部投完的 `voted_by_me` 为真。 */
export interface VoteRow {
  id: string
  case_id: string
  case_number: string
  community_name: string
  scope_name: string
  round: number
  version: number
  state: "counted" | "open" | "void"
  state_title: string
  question: string
  opened_at: string
  ends_at: string
  homes_spoken_for: number
  homes_voted: number
  voted_by_me: boolean
  counted_at: string | null
}

/** 一次业主表决，内容因查看人而异。计票之前 `passed` 和 `result` 为空；参加户数过少的，除审计外不显示数字，由 `withheld_reason` 说明原因。须由业主出资的，`my_shares` 为本人房屋应承担的部分。 */
export interface VoteView {
  id: string
  case_id: string
  case_number: string
  scope_id: string
  scope_name: string
  community_name: string
  round: number
  version: number
  state: "counted" | "open" | "void"
  state_title: string
  question: string
  documents: (StoredFile)[]
  threshold: "raise" | "use"
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
  my_homes: (MyVoteHome)[]
  my_shares: (OwnCollectionPart)[]
  parameters: { "notice.days"?: number; "notice.roll"?: "weekends_and_holidays" | "holidays" | "none"; "notice.resume"?: "remaining" | "restart"; "objection.refile_max"?: number; "objection.decision_working_days"?: number; "signers.min"?: number; "signing.days"?: number; "correction.days"?: number; "lapse.days"?: number; "payout.working_days"?: number; "policy.years"?: 1 | 3; "vote.fund_flow"?: "required" | "waived"; "vote.days"?: number; "vote.participation"?: string; "vote.use"?: string; "vote.raise"?: string; "vote.silence"?: "not_counted" | "follows_majority"; "vote.split_owner"?: "neutral_head" | "no_head"; "vote.paper_conflict"?: "first_valid" | "paper"; "vote.rounds_max"?: number; "vote.reminders"?: number; "vote.paper_days"?: number; "proxy.max_homes"?: number; "income.attribution"?: "balance_days"; "income.negative"?: "zero" | "negative"; "fund.topup"?: number; "maintenance.days"?: number; "maintenance.gaps"?: "shown" | "refused"; "independent.years"?: number; "publish.min_group"?: number }
  token: string
  paper: boolean
  counted_at: string | null
  passed: boolean | null
  withheld_reason: string
  result: ResultView | null
}

/** 组织表决之前应先处理的一户。 */
export interface VoteWarning {
  kind: "claim_open" | "developer" | "no_owner" | "no_phone" | "no_representative"
  home_id: string
  home: string
  text: string
}

/** 手工凭证复核后产生的结果。 */
export type VoucherKind = "bank_transfer" | "reversal" | "suspense"

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface VoucherList {
  items: (VoucherRow)[]
  next: string
  total?: number
}

/** 列表中的一张手工凭证。 */
export interface VoucherRow {
  voucher_id: string
  number: string
  kind: VoucherKind
  kind_title: string
  state: "draft" | "dropped" | "posted"
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
  kind_title: string
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

/** 一份书面反对意见；附件须事先上传。 */
export interface WrittenObjection {
  text: string
  file_ids?: (string)[]
}

/** 一类账户的年初余额、全年借贷发生额和年末余额，单位：分。 */
export interface YearAccount {
  kind: AccountKind
  kind_title: string
  opening_fen: number
  debit_fen: number
  credit_fen: number
  closing_fen: number
}

/** 全年一类凭证的合计，冲销的另列一行；`amount_fen` 为借贷任一方的合计，单位：分。 */
export interface YearJournals {
  kind: JournalKind
  undone: boolean
  kind_title: string
  journals: number
  amount_fen: number
  accounts: (YearTurnover)[]
}

/** 某年度归集的一份结息；`sign` 为 -1 的是冲回，金额仍为正数。利率以百分之一的万分之一为单位，金额单位：分，可归集的收益为 `value_added_fen`。 `weight` 为全部记账单位的积数（分×天）。各单位先得收益 × 本单位积数 ÷ `weight` 的整数分；余数大于 `cut_remainder`，或与之相等且标识不大于 `cut_scope_id` 的，再得一分；共有 `left_fen` 个单位各得这一分。R3.7。会因此暴露业主过少的单位时，不列出这一界线（R12.2）。 */
export interface YearSettlement {
  settlement_id: string
  deposit_code: string
  bank: string
  sign: number
  kind: "demand" | "early" | "maturity"
  principal_fen: number
  tenor: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"
  method: "days360" | "terms"
  base: "fen" | "yuan"
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface YearSettlementList {
  items: (YearSettlement)[]
  next: string
  total?: number
}

/** 一类凭证对一类账户的发生额，单位：分。 */
export interface YearTurnover {
  account: AccountKind
  account_title: string
  debit_fen: number
  credit_fen: number
}

/** 某年度报告的一个版本，各统筹账户分页列出；其他版本附其合计。 */
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
  listAccountingYears(query: { state?: "closed" | "closing" | "failed" | "previewed" | "previewing"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<AccountingYearList> {
    return this.ask<AccountingYearList>('GET', `/accounting-years${queryOf(query)}`, false, call)
  }

  /** 年度结账导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listAccountingYearsCsvAddress(query: { state?: "closed" | "closing" | "failed" | "previewed" | "previewing" } = {}): string {
    return this.address(`/accounting-years.csv${queryOf(query)}`)
  }

  /** 年度结账导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listAccountingYearsXlsxAddress(query: { state?: "closed" | "closing" | "failed" | "previewed" | "previewing" } = {}): string {
    return this.address(`/accounting-years.xlsx${queryOf(query)}`)
  }

  /** 某年度归集的合计与入账进度 */
  getAccountingYear(year: string, call: Call = {}): Promise<AccountingYearView> {
    return this.ask<AccountingYearView>('GET', `/accounting-years/${encodeURIComponent(year)}`, false, call)
  }

  /** 复核试算结果并开始结账入账 */
  closeAccountingYear(year: string, call: Call = {}): Promise<AccountingYearView> {
    return this.ask<AccountingYearView>('POST', `/accounting-years/${encodeURIComponent(year)}/closing`, true, call)
  }

  /** 某年度归集了哪些结息，试算后即可查 */
  listYearSettlements(year: string, query: { after?: string; limit?: number; count?: boolean; q?: string } = {}, call: Call = {}): Promise<YearSettlementList> {
    return this.ask<YearSettlementList>('GET', `/accounting-years/${encodeURIComponent(year)}/deposits${queryOf(query)}`, false, call)
  }

  /** 年度归集的结息导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listYearSettlementsCsvAddress(year: string, query: { q?: string } = {}): string {
    return this.address(`/accounting-years/${encodeURIComponent(year)}/deposits.csv${queryOf(query)}`)
  }

  /** 年度归集的结息导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listYearSettlementsXlsxAddress(year: string, query: { q?: string } = {}): string {
    return this.address(`/accounting-years/${encodeURIComponent(year)}/deposits.xlsx${queryOf(query)}`)
  }

  /** 某年度归集的全部数据（审计用），可用公布的脚本复算 */
  exportAuditYearAddress(year: string): string {
    return this.address(`/accounting-years/${encodeURIComponent(year)}/export.zip`)
  }

  /** 试算某年度的收益归集 */
  previewAccountingYear(year: string, call: Call = {}): Promise<AccountingYearView> {
    return this.ask<AccountingYearView>('POST', `/accounting-years/${encodeURIComponent(year)}/preview`, true, call)
  }

  /** 公布已结账年度的报告 */
  publishYearReport(year: string, body: ReportPublication, call: Call = {}): Promise<ReportVersion> {
    return this.ask<ReportVersion>('POST', `/accounting-years/${encodeURIComponent(year)}/publication`, true, call, body)
  }

  /** 授权材料 */
  listAppointments(query: { state?: "" | "approved" | "ended" | "open" | "refused" | "withdrawn"; role?: "" | "committee" | "independent" | "manager"; community_id?: string; sort?: "" | "ending" | "newest"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<AppointmentList> {
    return this.ask<AppointmentList>('GET', `/appointments${queryOf(query)}`, false, call)
  }

  /** 业主委员会成员、物业服务企业人员提交书面授权，独立产权人提交产权证明，由工作人员审核 */
  askAppointment(body: AppointmentBody, call: Call = {}): Promise<AppointmentView> {
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
  getBallotBatch(batch_id: string, call: Call = {}): Promise<PaperBatchView> {
    return this.ask<PaperBatchView>('GET', `/ballot-batches/${encodeURIComponent(batch_id)}`, false, call)
  }

  /** 第二人独立录入同一批纸质选票 */
  confirmBallotBatch(batch_id: string, body: BallotReadings, call: Call = {}): Promise<PaperBatchView> {
    return this.ask<PaperBatchView>('POST', `/ballot-batches/${encodeURIComponent(batch_id)}/confirmation`, true, call, body)
  }

  /** 写明理由作废一批未核对的纸质选票 */
  dropBallotBatch(batch_id: string, body: EntryDropping, call: Call = {}): Promise<PaperBatchView> {
    return this.ask<PaperBatchView>('POST', `/ballot-batches/${encodeURIComponent(batch_id)}/dropping`, true, call, body)
  }

  /** 录入人更正未核对的纸质选票 */
  correctBallotBatch(batch_id: string, body: PaperChanges, call: Call = {}): Promise<PaperBatchView> {
    return this.ask<PaperBatchView>('PUT', `/ballot-batches/${encodeURIComponent(batch_id)}/lines`, true, call, body)
  }

  /** 打印一批纸质选票的回执，逐户交给投票人 */
  printBallotReceiptsAddress(batch_id: string): string {
    return this.address(`/ballot-batches/${encodeURIComponent(batch_id)}/receipts.pdf`)
  }

  /** 住保中心开立的银行账户及账面余额 */
  listBankAccounts(query: { open?: boolean; q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<BankAccountList> {
    return this.ask<BankAccountList>('GET', `/bank-accounts${queryOf(query)}`, false, call)
  }

  /** 登记银行账户并开立账簿账户 */
  registerBankAccount(body: BankAccountBody, call: Call = {}): Promise<BankAccountView> {
    return this.ask<BankAccountView>('POST', `/bank-accounts`, true, call, body)
  }

  /** 银行账户导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listBankAccountsCsvAddress(query: { open?: boolean; q?: string } = {}): string {
    return this.address(`/bank-accounts.csv${queryOf(query)}`)
  }

  /** 银行账户导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listBankAccountsXlsxAddress(query: { open?: boolean; q?: string } = {}): string {
    return this.address(`/bank-accounts.xlsx${queryOf(query)}`)
  }

  /** 截至某日银行与账面的余额，及对账单的断档、未核对的期初余额 */
  getBankBalances(bank_account_id: string, query: { until?: string } = {}, call: Call = {}): Promise<BankBalances> {
    return this.ask<BankBalances>('GET', `/bank-accounts/${encodeURIComponent(bank_account_id)}/balances${queryOf(query)}`, false, call)
  }

  /** 登记银行账户已销户 */
  closeBankAccount(bank_account_id: string, call: Call = {}): Promise<BankAccountView> {
    return this.ask<BankAccountView>('POST', `/bank-accounts/${encodeURIComponent(bank_account_id)}/closing`, true, call)
  }

  /** 截至某日的未达账项 */
  listBankDifferences(bank_account_id: string, query: { until?: string; at_bank?: boolean; explained?: boolean; q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<DifferenceList> {
    return this.ask<DifferenceList>('GET', `/bank-accounts/${encodeURIComponent(bank_account_id)}/differences${queryOf(query)}`, false, call)
  }

  /** 未达账项导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listBankDifferencesCsvAddress(bank_account_id: string, query: { until?: string; at_bank?: boolean; explained?: boolean; q?: string } = {}): string {
    return this.address(`/bank-accounts/${encodeURIComponent(bank_account_id)}/differences.csv${queryOf(query)}`)
  }

  /** 未达账项导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listBankDifferencesXlsxAddress(bank_account_id: string, query: { until?: string; at_bank?: boolean; explained?: boolean; q?: string } = {}): string {
    return this.address(`/bank-accounts/${encodeURIComponent(bank_account_id)}/differences.xlsx${queryOf(query)}`)
  }

  /** 某笔未达账项历次的说明，最新在前 */
  listExplanations(bank_account_id: string, query: { line_id?: string; posting_id?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<DifferenceExplanationList> {
    return this.ask<DifferenceExplanationList>('GET', `/bank-accounts/${encodeURIComponent(bank_account_id)}/explanations${queryOf(query)}`, false, call)
  }

  /** 说明未达账项的原因 */
  explainDifferences(bank_account_id: string, body: DifferenceExplanation, call: Call = {}): Promise<DifferencesExplained> {
    return this.ask<DifferencesExplained>('POST', `/bank-accounts/${encodeURIComponent(bank_account_id)}/explanations`, true, call, body)
  }

  /** 某银行账户已入库的流水，按日期 */
  listBankLines(bank_account_id: string, query: { from_on?: string; to_on?: string; matched?: boolean; q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<BankLineList> {
    return this.ask<BankLineList>('GET', `/bank-accounts/${encodeURIComponent(bank_account_id)}/lines${queryOf(query)}`, false, call)
  }

  /** 银行流水导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listBankLinesCsvAddress(bank_account_id: string, query: { from_on?: string; to_on?: string; matched?: boolean; q?: string } = {}): string {
    return this.address(`/bank-accounts/${encodeURIComponent(bank_account_id)}/lines.csv${queryOf(query)}`)
  }

  /** 银行流水导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listBankLinesXlsxAddress(bank_account_id: string, query: { from_on?: string; to_on?: string; matched?: boolean; q?: string } = {}): string {
    return this.address(`/bank-accounts/${encodeURIComponent(bank_account_id)}/lines.xlsx${queryOf(query)}`)
  }

  /** 已核对的对应关系，最新在前 */
  listBankMatches(bank_account_id: string, query: { undone?: boolean; basis?: Basis; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<BankMatchList> {
    return this.ask<BankMatchList>('GET', `/bank-accounts/${encodeURIComponent(bank_account_id)}/matches${queryOf(query)}`, false, call)
  }

  /** 人工核对 */
  enterBankMatch(bank_account_id: string, body: BankMatchBody, call: Call = {}): Promise<BankMatchView> {
    return this.ask<BankMatchView>('POST', `/bank-accounts/${encodeURIComponent(bank_account_id)}/matches`, true, call, body)
  }

  /** 自动核对 */
  matchAutomatically(bank_account_id: string, call: Call = {}): Promise<BankMatchesMade> {
    return this.ask<BankMatchesMade>('POST', `/bank-accounts/${encodeURIComponent(bank_account_id)}/matching/auto`, true, call)
  }

  /** 核对期初余额 */
  matchOpeningBalance(bank_account_id: string, body: OpeningMatchBody, call: Call = {}): Promise<BankMatchView> {
    return this.ask<BankMatchView>('POST', `/bank-accounts/${encodeURIComponent(bank_account_id)}/matching/opening`, true, call, body)
  }

  /** 某银行账户的余额调节表，最新在前 */
  listBankReconciliations(bank_account_id: string, query: { state?: "" | "confirmed" | "draft" | "dropped"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ReconciliationLineList> {
    return this.ask<ReconciliationLineList>('GET', `/bank-accounts/${encodeURIComponent(bank_account_id)}/reconciliations${queryOf(query)}`, false, call)
  }

  /** 编制某月银行存款余额调节表 */
  prepareReconciliation(bank_account_id: string, body: ReconciliationBody, call: Call = {}): Promise<ReconciliationView> {
    return this.ask<ReconciliationView>('POST', `/bank-accounts/${encodeURIComponent(bank_account_id)}/reconciliations`, true, call, body)
  }

  /** 余额调节表导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listBankReconciliationsCsvAddress(bank_account_id: string, query: { state?: "" | "confirmed" | "draft" | "dropped" } = {}): string {
    return this.address(`/bank-accounts/${encodeURIComponent(bank_account_id)}/reconciliations.csv${queryOf(query)}`)
  }

  /** 余额调节表导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listBankReconciliationsXlsxAddress(bank_account_id: string, query: { state?: "" | "confirmed" | "draft" | "dropped" } = {}): string {
    return this.address(`/bank-accounts/${encodeURIComponent(bank_account_id)}/reconciliations.xlsx${queryOf(query)}`)
  }

  /** 某银行账户的对账单，最新上传在前 */
  listBankStatements(bank_account_id: string, query: { state?: "dropped" | "faulty" | "mapping" | "ready" | "taken"; sort?: "" | "day" | "newest"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<BankStatementList> {
    return this.ask<BankStatementList>('GET', `/bank-accounts/${encodeURIComponent(bank_account_id)}/statements${queryOf(query)}`, false, call)
  }

  /** 上传银行对账单（xlsx、csv） */
  uploadBankStatement(bank_account_id: string, filePath: string, call: Call = {}): Promise<BankStatementView> {
    return this.ask<BankStatementView>('POST', `/bank-accounts/${encodeURIComponent(bank_account_id)}/statements`, true, call, undefined, filePath)
  }

  /** 银行对账单导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listBankStatementsCsvAddress(bank_account_id: string, query: { state?: "dropped" | "faulty" | "mapping" | "ready" | "taken"; sort?: "" | "day" | "newest" } = {}): string {
    return this.address(`/bank-accounts/${encodeURIComponent(bank_account_id)}/statements.csv${queryOf(query)}`)
  }

  /** 银行对账单导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listBankStatementsXlsxAddress(bank_account_id: string, query: { state?: "dropped" | "faulty" | "mapping" | "ready" | "taken"; sort?: "" | "day" | "newest" } = {}): string {
    return this.address(`/bank-accounts/${encodeURIComponent(bank_account_id)}/statements.xlsx${queryOf(query)}`)
  }

  /** 银行流水与账目可能对应的建议，按日期，两边都唯一的标明 */
  listMatchSuggestions(bank_account_id: string, query: { sure?: boolean; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<BankMatchSuggestionList> {
    return this.ask<BankMatchSuggestionList>('GET', `/bank-accounts/${encodeURIComponent(bank_account_id)}/suggestions${queryOf(query)}`, false, call)
  }

  /** 撤销一笔核对（保留记录） */
  undoBankMatch(match_id: string, body: BankingReason, call: Call = {}): Promise<BankMatchView> {
    return this.ask<BankMatchView>('POST', `/bank-matches/${encodeURIComponent(match_id)}/undoing`, true, call, body)
  }

  /** 某份对账单 */
  getBankStatement(statement_id: string, call: Call = {}): Promise<BankStatementView> {
    return this.ask<BankStatementView>('GET', `/bank-statements/${encodeURIComponent(statement_id)}`, false, call)
  }

  /** 放弃尚未入库的对账单 */
  dropBankStatement(statement_id: string, call: Call = {}): Promise<BankStatementView> {
    return this.ask<BankStatementView>('POST', `/bank-statements/${encodeURIComponent(statement_id)}/dropping`, true, call)
  }

  /** 指明对账单各列，并逐行核对 */
  mapBankStatement(statement_id: string, body: BankStatementMapping, call: Call = {}): Promise<BankStatementView> {
    return this.ask<BankStatementView>('PUT', `/bank-statements/${encodeURIComponent(statement_id)}/mapping`, true, call, body)
  }

  /** 对账单入库 */
  takeBankStatement(statement_id: string, body: BankStatementTaking, call: Call = {}): Promise<BankStatementView> {
    return this.ask<BankStatementView>('POST', `/bank-statements/${encodeURIComponent(statement_id)}/taking`, true, call, body)
  }

  /** 基准利率的录入与复核记录，按起始日最新在前 */
  listBenchmarkRates(query: { tenor?: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"; state?: "" | "confirmed" | "draft" | "dropped"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<BenchmarkRateList> {
    return this.ask<BenchmarkRateList>('GET', `/benchmark-rates${queryOf(query)}`, false, call)
  }

  /** 录入人民银行公布的基准利率、起始日和依据，由第二人复核后生效 */
  proposeBenchmarkRate(body: BenchmarkRateBody, call: Call = {}): Promise<BenchmarkRateView> {
    return this.ask<BenchmarkRateView>('POST', `/benchmark-rates`, true, call, body)
  }

  /** 基准利率导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listBenchmarkRatesCsvAddress(query: { tenor?: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"; state?: "" | "confirmed" | "draft" | "dropped" } = {}): string {
    return this.address(`/benchmark-rates.csv${queryOf(query)}`)
  }

  /** 基准利率导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listBenchmarkRatesXlsxAddress(query: { tenor?: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"; state?: "" | "confirmed" | "draft" | "dropped" } = {}): string {
    return this.address(`/benchmark-rates.xlsx${queryOf(query)}`)
  }

  /** 一条基准利率及其复核后将改变的存期（已结息的存期不变） */
  getBenchmarkRate(rate_id: string, call: Call = {}): Promise<BenchmarkRateDetail> {
    return this.ask<BenchmarkRateDetail>('GET', `/benchmark-rates/${encodeURIComponent(rate_id)}`, false, call)
  }

  /** 第二人复核基准利率 */
  confirmBenchmarkRate(rate_id: string, call: Call = {}): Promise<BenchmarkRateView> {
    return this.ask<BenchmarkRateView>('POST', `/benchmark-rates/${encodeURIComponent(rate_id)}/confirmation`, true, call)
  }

  /** 基准利率不予采用，写明理由 */
  dropBenchmarkRate(rate_id: string, body: EntryDropping, call: Call = {}): Promise<BenchmarkRateView> {
    return this.ask<BenchmarkRateView>('POST', `/benchmark-rates/${encodeURIComponent(rate_id)}/dropping`, true, call, body)
  }

  /** 绑定材料 */
  listBindingClaims(query: { state?: "" | "approved" | "open" | "refused" | "withdrawn"; community_id?: string; sort?: "" | "newest" | "oldest"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<BindingClaimList> {
    return this.ask<BindingClaimList>('GET', `/binding-claims${queryOf(query)}`, false, call)
  }

  /** 提交材料申请绑定房屋，由工作人员审核 */
  claimHome(body: BindingClaimBody, call: Call = {}): Promise<BindingClaimView> {
    return this.ask<BindingClaimView>('POST', `/binding-claims`, true, call, body)
  }

  /** 绑定材料导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listBindingClaimsCsvAddress(query: { state?: "" | "approved" | "open" | "refused" | "withdrawn"; community_id?: string; sort?: "" | "newest" | "oldest" } = {}): string {
    return this.address(`/binding-claims.csv${queryOf(query)}`)
  }

  /** 绑定材料导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listBindingClaimsXlsxAddress(query: { state?: "" | "approved" | "open" | "refused" | "withdrawn"; community_id?: string; sort?: "" | "newest" | "oldest" } = {}): string {
    return this.address(`/binding-claims.xlsx${queryOf(query)}`)
  }

  /** 撤回本人尚未审核的材料 */
  withdrawBindingClaim(claim_id: string, call: Call = {}): Promise<void> {
    return this.ask<void>('DELETE', `/binding-claims/${encodeURIComponent(claim_id)}`, true, call)
  }

  /** 一份绑定材料及该房屋名册中的现有产权人（脱敏），供审核 */
  getBindingClaim(claim_id: string, call: Call = {}): Promise<BindingClaimDetail> {
    return this.ask<BindingClaimDetail>('GET', `/binding-claims/${encodeURIComponent(claim_id)}`, false, call)
  }

  /** 审核绑定材料 */
  decideBindingClaim(claim_id: string, body: BindingClaimDecision, call: Call = {}): Promise<BindingClaimView> {
    return this.ask<BindingClaimView>('POST', `/binding-claims/${encodeURIComponent(claim_id)}/decision`, true, call, body)
  }

  /** 查看申请人的姓名和证件号码，须写明理由，并留下记录 */
  unmaskBindingClaim(claim_id: string, body: Reason, call: Call = {}): Promise<UnmaskedClaimant> {
    return this.ask<UnmaskedClaimant>('POST', `/binding-claims/${encodeURIComponent(claim_id)}/unmasking`, true, call, body)
  }

  /** 本人已绑定的房屋，最早绑定的在前 */
  listBindings(query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<BoundHomeList> {
    return this.ask<BoundHomeList>('GET', `/bindings${queryOf(query)}`, false, call)
  }

  /** 凭姓名、证件号码和房屋绑定 */
  bindHome(body: OwnerIdentity, call: Call = {}): Promise<BoundHome> {
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
  enterScopeSwitch(building_id: string, body: ScopeSwitchBody, call: Call = {}): Promise<ScopeSwitchView> {
    return this.ask<ScopeSwitchView>('POST', `/buildings/${encodeURIComponent(building_id)}/scope-switch`, true, call, body)
  }

  /** 一幢楼的记账单位变更历史 */
  listBuildingScopeSwitches(building_id: string, query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ScopeSwitchList> {
    return this.ask<ScopeSwitchList>('GET', `/buildings/${encodeURIComponent(building_id)}/scope-switches${queryOf(query)}`, false, call)
  }

  /** 某年的工作日安排是否已公布，以及中心录入的本地节假日和调休日 */
  listCalendarDays(query: { year: number }, call: Call = {}): Promise<CalendarYear> {
    return this.ask<CalendarYear>('GET', `/calendar/days${queryOf(query)}`, false, call)
  }

  /** 录入或更正一个工作日或休息日，须注明依据 */
  enterCalendarDay(body: NewCalendarDay, call: Call = {}): Promise<CalendarYear> {
    return this.ask<CalendarYear>('POST', `/calendar/days`, true, call, body)
  }

  /** 宣布某年的节假日安排已公布并全部录入 */
  publishCalendarYear(body: NewCalendarYear, call: Call = {}): Promise<CalendarYear> {
    return this.ask<CalendarYear>('POST', `/calendar/years`, true, call, body)
  }

  /** 可见办件列表，紧急的在先，再按发起时间从新到旧 */
  listCases(query: { state?: "" | "accepted" | "cleared" | "collecting" | "contracted" | "ended" | "filed" | "funded" | "insured" | "lapsed" | "not_carried" | "noticed" | "paid" | "paused" | "planned" | "posting" | "prepared" | "registered" | "rejected" | "requested" | "returned" | "signing" | "voted" | "voting" | "withdrawn"; flow?: "" | "added" | "direct" | "household" | "independent" | "pooled"; scope_id?: string; community_id?: string; insurer_id?: string; from_on?: string; to_on?: string; mine?: boolean; running?: boolean; q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<CaseList> {
    return this.ask<CaseList>('GET', `/cases${queryOf(query)}`, false, call)
  }

  /** 发起申请（统筹、维修资金、加装、独立产权、直接投保） */
  applyForInsurance(body: Application, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases`, true, call, body)
  }

  /** 办件导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listCasesCsvAddress(query: { state?: "" | "accepted" | "cleared" | "collecting" | "contracted" | "ended" | "filed" | "funded" | "insured" | "lapsed" | "not_carried" | "noticed" | "paid" | "paused" | "planned" | "posting" | "prepared" | "registered" | "rejected" | "requested" | "returned" | "signing" | "voted" | "voting" | "withdrawn"; flow?: "" | "added" | "direct" | "household" | "independent" | "pooled"; scope_id?: string; community_id?: string; insurer_id?: string; from_on?: string; to_on?: string; mine?: boolean; running?: boolean; q?: string } = {}): string {
    return this.address(`/cases.csv${queryOf(query)}`)
  }

  /** 办件导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listCasesXlsxAddress(query: { state?: "" | "accepted" | "cleared" | "collecting" | "contracted" | "ended" | "filed" | "funded" | "insured" | "lapsed" | "not_carried" | "noticed" | "paid" | "paused" | "planned" | "posting" | "prepared" | "registered" | "rejected" | "requested" | "returned" | "signing" | "voted" | "voting" | "withdrawn"; flow?: "" | "added" | "direct" | "household" | "independent" | "pooled"; scope_id?: string; community_id?: string; insurer_id?: string; from_on?: string; to_on?: string; mine?: boolean; running?: boolean; q?: string } = {}): string {
    return this.address(`/cases.xlsx${queryOf(query)}`)
  }

  /** 办件详情 */
  getCase(case_id: string, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('GET', `/cases/${encodeURIComponent(case_id)}`, false, call)
  }

  /** 受理 */
  acceptCase(case_id: string, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/acceptance`, true, call)
  }

  /** 保费归集清单 */
  getCollection(case_id: string, query: { state?: "" | "owing" | "paid"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<PremiumCollection> {
    return this.ask<PremiumCollection>('GET', `/cases/${encodeURIComponent(case_id)}/collection${queryOf(query)}`, false, call)
  }

  /** 导出保费归集清单 */
  exportCollectionAddress(case_id: string): string {
    return this.address(`/cases/${encodeURIComponent(case_id)}/collection.xlsx`)
  }

  /** 四项申请条件的当前核对结果和历次留存的核对结果 */
  getCaseConditions(case_id: string, call: Call = {}): Promise<ConditionHistory> {
    return this.ask<ConditionHistory>('GET', `/cases/${encodeURIComponent(case_id)}/conditions`, false, call)
  }

  /** 登记已签订的保险服务合同 */
  signContract(case_id: string, body: ContractBody, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/contract`, true, call, body)
  }

  /** 提交补正材料 */
  correctCase(case_id: string, body: CaseCorrection, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/correction`, true, call, body)
  }

  /** 办件材料目录 */
  listDocuments(case_id: string, query: { limit?: number; after?: string; count?: boolean } = {}, call: Call = {}): Promise<DocumentList> {
    return this.ask<DocumentList>('GET', `/cases/${encodeURIComponent(case_id)}/documents${queryOf(query)}`, false, call)
  }

  /** 标记为紧急（有人被困、存在危险），附现场照片或报告 */
  flagEmergency(case_id: string, body: CaseEmergency, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/emergency`, true, call, body)
  }

  /** 取消紧急标记，写明理由 */
  liftEmergency(case_id: string, body: CaseReasonBody, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/emergency/lifting`, true, call, body)
  }

  /** 各单元张贴影像目录（含被退回的及理由） */
  listEvidence(case_id: string, query: { waiting?: boolean; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<EvidenceList> {
    return this.ask<EvidenceList>('GET', `/cases/${encodeURIComponent(case_id)}/evidence${queryOf(query)}`, false, call)
  }

  /** 张贴影像目录导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listEvidenceCsvAddress(case_id: string, query: { waiting?: boolean } = {}): string {
    return this.address(`/cases/${encodeURIComponent(case_id)}/evidence.csv${queryOf(query)}`)
  }

  /** 张贴影像目录导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listEvidenceXlsxAddress(case_id: string, query: { waiting?: boolean } = {}): string {
    return this.address(`/cases/${encodeURIComponent(case_id)}/evidence.xlsx${queryOf(query)}`)
  }

  /** 人工暂停办件，写明理由 */
  holdCase(case_id: string, body: CaseReasonBody, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/hold`, true, call, body)
  }

  /** 解除人工暂停 */
  releaseCase(case_id: string, body: CaseReasonBody, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/hold/release`, true, call, body)
  }

  /** 公示和各单元张贴情况 */
  listLobbies(case_id: string, call: Call = {}): Promise<NoticeBoard> {
    return this.ask<NoticeBoard>('GET', `/cases/${encodeURIComponent(case_id)}/lobbies`, false, call)
  }

  /** 退回张贴影像（不是该单元、看不清、已被撕下等） */
  refuseLobby(case_id: string, unit_id: string, body: CaseReasonBody, call: Call = {}): Promise<NoticeBoard> {
    return this.ask<NoticeBoard>('POST', `/cases/${encodeURIComponent(case_id)}/lobbies/${encodeURIComponent(unit_id)}/refusal`, true, call, body)
  }

  /** 发布公示 */
  publishNotice(case_id: string, call: Call = {}): Promise<NoticeBoard> {
    return this.ask<NoticeBoard>('POST', `/cases/${encodeURIComponent(case_id)}/notice`, true, call)
  }

  /** 办件的反对意见 */
  listCaseObjections(case_id: string, query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ObjectionList> {
    return this.ask<ObjectionList>('GET', `/cases/${encodeURIComponent(case_id)}/objections${queryOf(query)}`, false, call)
  }

  /** 提出书面反对意见 */
  fileObjection(case_id: string, body: WrittenObjection, call: Call = {}): Promise<ObjectionReceipt> {
    return this.ask<ObjectionReceipt>('POST', `/cases/${encodeURIComponent(case_id)}/objections`, true, call, body)
  }

  /** 录入纸质反对意见及收件时间和扫描件 */
  enterPaperObjection(case_id: string, body: PaperObjection, call: Call = {}): Promise<ObjectionReceipt> {
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
  preparePayout(case_id: string, body: PayoutPreparation, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/payout/preparation`, true, call, body)
  }

  /** 退回拨付材料，写明缺少什么 */
  returnPayout(case_id: string, body: CaseReasonBody, call: Call = {}): Promise<CaseView> {
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
  printPosterAddress(case_id: string, query: { unit_id?: string; size?: "A3" | "A4"; dpi?: number; page?: number } = {}): string {
    return this.address(`/cases/${encodeURIComponent(case_id)}/poster.pdf${queryOf(query)}`)
  }

  /** 一个单元的公示海报（PNG） */
  drawPosterAddress(case_id: string, query: { unit_id?: string; size?: "A3" | "A4"; dpi?: number; page?: number } = {}): string {
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
  confirmReceipts(case_id: string, body: ReceiptsConfirmation, call: Call = {}): Promise<ReceiptsConfirmed> {
    return this.ask<ReceiptsConfirmed>('POST', `/cases/${encodeURIComponent(case_id)}/receipts/confirmation`, true, call, body)
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
  dropReceipt(case_id: string, receipt_id: string, body: EntryDropping, call: Call = {}): Promise<ReceiptView> {
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
  dropRefund(case_id: string, refund_id: string, body: EntryDropping, call: Call = {}): Promise<RefundView> {
    return this.ask<RefundView>('POST', `/cases/${encodeURIComponent(case_id)}/refunds/${encodeURIComponent(refund_id)}/dropping`, true, call, body)
  }

  /** 登记备案，取得备案编号 */
  registerCase(case_id: string, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/registration`, true, call)
  }

  /** 不予办理，写明理由 */
  rejectCase(case_id: string, body: CaseReasonBody, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/rejection`, true, call, body)
  }

  /** 退回补正，写明缺少什么 */
  sendBackCase(case_id: string, body: CaseReasonBody, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/return`, true, call, body)
  }

  /** 提交表决的分摊方案 */
  getShareProposal(case_id: string, call: Call = {}): Promise<ShareProposalView> {
    return this.ask<ShareProposalView>('GET', `/cases/${encodeURIComponent(case_id)}/share-proposal`, false, call)
  }

  /** 提出各户分摊方案（按面积、按户或按约定），表决开始前可以修改 */
  proposeShares(case_id: string, body: ShareProposalBody, call: Call = {}): Promise<ShareProposalView> {
    return this.ask<ShareProposalView>('POST', `/cases/${encodeURIComponent(case_id)}/shares`, true, call, body)
  }

  /** 签名 */
  signCase(case_id: string, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/signatures`, true, call)
  }

  /** 撤回本人签名（受理前） */
  withdrawSignature(case_id: string, call: Call = {}): Promise<void> {
    return this.ask<void>('DELETE', `/cases/${encodeURIComponent(case_id)}/signatures/mine`, true, call)
  }

  /** 开设或核对电梯保险专户，登记户名和退款账户 */
  openSpecialAccount(case_id: string, body: SpecialAccountOpening, call: Call = {}): Promise<CaseView> {
    return this.ask<CaseView>('POST', `/cases/${encodeURIComponent(case_id)}/special-account`, true, call, body)
  }

  /** 办理经过，由早到晚 */
  listTimeline(case_id: string, query: { limit?: number; after?: string; count?: boolean } = {}, call: Call = {}): Promise<TimelineList> {
    return this.ask<TimelineList>('GET', `/cases/${encodeURIComponent(case_id)}/timeline${queryOf(query)}`, false, call)
  }

  /** 表决前核对 */
  checkVote(case_id: string, query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<VoteCheck> {
    return this.ask<VoteCheck>('GET', `/cases/${encodeURIComponent(case_id)}/vote-check${queryOf(query)}`, false, call)
  }

  /** 办件的历次表决，从新到旧 */
  listCaseVotes(case_id: string, query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<VoteList> {
    return this.ask<VoteList>('GET', `/cases/${encodeURIComponent(case_id)}/votes${queryOf(query)}`, false, call)
  }

  /** 组织业主表决 */
  openVote(case_id: string, body: VoteOpening, call: Call = {}): Promise<VoteView> {
    return this.ask<VoteView>('POST', `/cases/${encodeURIComponent(case_id)}/votes`, true, call, body)
  }

  /** 撤回申请（登记备案前），预留的保费随即释放 */
  withdrawCase(case_id: string, body: CaseReasonBody, call: Call = {}): Promise<CaseView> {
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
  fileRules(community_id: string, body: FiledRulesBody, call: Call = {}): Promise<ParameterChangeView> {
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
  listDeliveries(query: { state?: "" | "dead" | "leased" | "maybe" | "refused" | "sent" | "unconsented" | "waiting"; template?: "" | "notice" | "progress" | "task"; case_id?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<DeliveryList> {
    return this.ask<DeliveryList>('GET', `/deliveries${queryOf(query)}`, false, call)
  }

  /** 微信消息发送情况导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listDeliveriesCsvAddress(query: { state?: "" | "dead" | "leased" | "maybe" | "refused" | "sent" | "unconsented" | "waiting"; template?: "" | "notice" | "progress" | "task"; case_id?: string } = {}): string {
    return this.address(`/deliveries.csv${queryOf(query)}`)
  }

  /** 微信消息发送情况导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listDeliveriesXlsxAddress(query: { state?: "" | "dead" | "leased" | "maybe" | "refused" | "sent" | "unconsented" | "waiting"; template?: "" | "notice" | "progress" | "task"; case_id?: string } = {}): string {
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
  getDepositsTakingOver(call: Call = {}): Promise<DepositTakingOver> {
    return this.ask<DepositTakingOver>('GET', `/deposits/taking-over`, false, call)
  }

  /** 提出接收全部导入的存款 */
  proposeDepositsTakingOver(call: Call = {}): Promise<DepositTakingOver> {
    return this.ask<DepositTakingOver>('POST', `/deposits/taking-over`, true, call)
  }

  /** 第二人复核接收 */
  confirmDepositsTakingOver(call: Call = {}): Promise<DepositTakingOver> {
    return this.ask<DepositTakingOver>('POST', `/deposits/taking-over/confirmation`, true, call)
  }

  /** 全部不予接收，写明理由 */
  dropDepositsTakingOver(body: EntryDropping, call: Call = {}): Promise<DepositTakingOver> {
    return this.ask<DepositTakingOver>('POST', `/deposits/taking-over/dropping`, true, call, body)
  }

  /** 一笔存款及其各存期，和截至某日的增值收益估算（不得动用） */
  getDeposit(deposit_id: string, query: { on?: string } = {}, call: Call = {}): Promise<DepositDetail> {
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
  dropDeposit(deposit_id: string, body: EntryDropping, call: Call = {}): Promise<DepositView> {
    return this.ask<DepositView>('POST', `/deposits/${encodeURIComponent(deposit_id)}/dropping`, true, call, body)
  }

  /** 第二人复核接收一笔存款 */
  confirmDepositTakenOver(deposit_id: string, call: Call = {}): Promise<DepositView> {
    return this.ask<DepositView>('POST', `/deposits/${encodeURIComponent(deposit_id)}/taking-over/confirmation`, true, call)
  }

  /** 不予接收一笔存款，写明理由 */
  dropDepositTakenOver(deposit_id: string, body: EntryDropping, call: Call = {}): Promise<DepositView> {
    return this.ask<DepositView>('POST', `/deposits/${encodeURIComponent(deposit_id)}/taking-over/dropping`, true, call, body)
  }

  /** 待办事项 */
  listDesk(query: { whose?: "all" | "entered" | "mine"; kind?: "" | "appointment" | "ballot_batch" | "benchmark_rate" | "claim" | "cleared" | "deposit" | "deposit_taken_over" | "filed" | "fund_batch" | "import" | "not_carried" | "paper_objection" | "parameter_change" | "paused" | "photo" | "planned" | "prepared" | "proxy" | "receipt" | "reconciliation" | "refund" | "representative" | "requested" | "scope_switch" | "settlement" | "settlement_reversal" | "special_refund" | "text" | "voucher"; community_id?: string; insurer_id?: string; overdue?: boolean; from_on?: string; to_on?: string; q?: string; sort?: "" | "newest" | "oldest"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<DeskList> {
    return this.ask<DeskList>('GET', `/desk${queryOf(query)}`, false, call)
  }

  /** 待办事项导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listDeskCsvAddress(query: { whose?: "all" | "entered" | "mine"; kind?: "" | "appointment" | "ballot_batch" | "benchmark_rate" | "claim" | "cleared" | "deposit" | "deposit_taken_over" | "filed" | "fund_batch" | "import" | "not_carried" | "paper_objection" | "parameter_change" | "paused" | "photo" | "planned" | "prepared" | "proxy" | "receipt" | "reconciliation" | "refund" | "representative" | "requested" | "scope_switch" | "settlement" | "settlement_reversal" | "special_refund" | "text" | "voucher"; community_id?: string; insurer_id?: string; overdue?: boolean; from_on?: string; to_on?: string; q?: string; sort?: "" | "newest" | "oldest" } = {}): string {
    return this.address(`/desk.csv${queryOf(query)}`)
  }

  /** 待办事项导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listDeskXlsxAddress(query: { whose?: "all" | "entered" | "mine"; kind?: "" | "appointment" | "ballot_batch" | "benchmark_rate" | "claim" | "cleared" | "deposit" | "deposit_taken_over" | "filed" | "fund_batch" | "import" | "not_carried" | "paper_objection" | "parameter_change" | "paused" | "photo" | "planned" | "prepared" | "proxy" | "receipt" | "reconciliation" | "refund" | "representative" | "requested" | "scope_switch" | "settlement" | "settlement_reversal" | "special_refund" | "text" | "voucher"; community_id?: string; insurer_id?: string; overdue?: boolean; from_on?: string; to_on?: string; q?: string; sort?: "" | "newest" | "oldest" } = {}): string {
    return this.address(`/desk.xlsx${queryOf(query)}`)
  }

  /** 各类待办的件数、超期件数和最早等待时间 */
  countDesk(query: { whose?: "all" | "mine" } = {}, call: Call = {}): Promise<DeskCounts> {
    return this.ask<DeskCounts>('GET', `/desk/counts${queryOf(query)}`, false, call)
  }

  /** 一张张贴影像 */
  downloadEvidencePhotoAddress(evidence_id: string): string {
    return this.address(`/evidence/${encodeURIComponent(evidence_id)}/photo`)
  }

  /** 上传材料（照片或 PDF，不超过 10MB） */
  uploadFile(filePath: string, call: Call = {}): Promise<FileView> {
    return this.ask<FileView>('POST', `/files`, true, call, undefined, filePath)
  }

  /** 下载材料 */
  downloadFileAddress(file_id: string): string {
    return this.address(`/files/${encodeURIComponent(file_id)}`)
  }

  /** 维修资金收支批次一览，最新在前 */
  listFundBatches(query: { kind?: FundKind; state?: "" | "draft" | "dropped" | "posted" | "reversed"; home_id?: string; from_on?: string; to_on?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<FundBatchList> {
    return this.ask<FundBatchList>('GET', `/fund-batches${queryOf(query)}`, false, call)
  }

  /** 逐户录入维修资金的首期交存、续筹、使用或退款，待另一人复核后入账 */
  enterFundBatch(body: FundEntry, call: Call = {}): Promise<FundBatchView> {
    return this.ask<FundBatchView>('POST', `/fund-batches`, true, call, body)
  }

  /** 维修资金收支导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listFundBatchesCsvAddress(query: { kind?: FundKind; state?: "" | "draft" | "dropped" | "posted" | "reversed"; home_id?: string; from_on?: string; to_on?: string } = {}): string {
    return this.address(`/fund-batches.csv${queryOf(query)}`)
  }

  /** 维修资金收支导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listFundBatchesXlsxAddress(query: { kind?: FundKind; state?: "" | "draft" | "dropped" | "posted" | "reversed"; home_id?: string; from_on?: string; to_on?: string } = {}): string {
    return this.address(`/fund-batches.xlsx${queryOf(query)}`)
  }

  /** 导入维修资金收支表（房屋编号、金额、日期、凭证号） */
  enterFundBatchesFile(query: { kind: FundKind; custody_id: string; from_suspense?: boolean }, filePath: string, call: Call = {}): Promise<FundBatchesEntered> {
    return this.ask<FundBatchesEntered>('POST', `/fund-batches/file${queryOf(query)}`, true, call, undefined, filePath)
  }

  /** 按面积将一笔使用分摊到楼栋或单元的各户 */
  enterSplitUse(body: SplitUse, call: Call = {}): Promise<FundBatchView> {
    return this.ask<FundBatchView>('POST', `/fund-batches/split`, true, call, body)
  }

  /** 一批维修资金收支 */
  getFundBatch(batch_id: string, call: Call = {}): Promise<FundBatchView> {
    return this.ask<FundBatchView>('GET', `/fund-batches/${encodeURIComponent(batch_id)}`, false, call)
  }

  /** 复核维修资金收支 */
  confirmFundBatch(batch_id: string, call: Call = {}): Promise<FundBatchView> {
    return this.ask<FundBatchView>('POST', `/fund-batches/${encodeURIComponent(batch_id)}/confirmation`, true, call)
  }

  /** 作废尚未复核的维修资金收支录入，须写明理由 */
  dropFundBatch(batch_id: string, body: EntryDropping, call: Call = {}): Promise<FundBatchView> {
    return this.ask<FundBatchView>('POST', `/fund-batches/${encodeURIComponent(batch_id)}/dropping`, true, call, body)
  }

  /** 一批中的各户 */
  listFundBatchLines(batch_id: string, query: { owing?: boolean; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<FundBatchLineList> {
    return this.ask<FundBatchLineList>('GET', `/fund-batches/${encodeURIComponent(batch_id)}/lines${queryOf(query)}`, false, call)
  }

  /** 维修资金收支明细导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listFundBatchLinesCsvAddress(batch_id: string, query: { owing?: boolean } = {}): string {
    return this.address(`/fund-batches/${encodeURIComponent(batch_id)}/lines.csv${queryOf(query)}`)
  }

  /** 维修资金收支明细导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listFundBatchLinesXlsxAddress(batch_id: string, query: { owing?: boolean } = {}): string {
    return this.address(`/fund-batches/${encodeURIComponent(batch_id)}/lines.xlsx${queryOf(query)}`)
  }

  /** 续筹提醒 */
  listFundWarnings(query: { community_id?: string; scope_id?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<FundWarningList> {
    return this.ask<FundWarningList>('GET', `/fund-warnings${queryOf(query)}`, false, call)
  }

  /** 续筹提醒导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listFundWarningsCsvAddress(query: { community_id?: string; scope_id?: string } = {}): string {
    return this.address(`/fund-warnings.csv${queryOf(query)}`)
  }

  /** 续筹提醒导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listFundWarningsXlsxAddress(query: { community_id?: string; scope_id?: string } = {}): string {
    return this.address(`/fund-warnings.xlsx${queryOf(query)}`)
  }

  /** 维修资金分户账 */
  getHomeFund(home_id: string, call: Call = {}): Promise<HomeFund> {
    return this.ask<HomeFund>('GET', `/homes/${encodeURIComponent(home_id)}/fund`, false, call)
  }

  /** 分户账明细 */
  listHomeFundLines(home_id: string, query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<FundStatement> {
    return this.ask<FundStatement>('GET', `/homes/${encodeURIComponent(home_id)}/fund/statement${queryOf(query)}`, false, call)
  }

  /** 可打印的分户账对账单（PDF） */
  printHomeFundAddress(home_id: string): string {
    return this.address(`/homes/${encodeURIComponent(home_id)}/fund/statement.pdf`)
  }

  /** 导出分户账明细（表格中没有公式） */
  exportHomeFundAddress(home_id: string): string {
    return this.address(`/homes/${encodeURIComponent(home_id)}/fund/statement.xlsx`)
  }

  /** 某年度分配到本户的法定利息及其计算过程 */
  explainHomeInterest(home_id: string, year: string, call: Call = {}): Promise<HomeInterestExplained> {
    return this.ask<HomeInterestExplained>('GET', `/homes/${encodeURIComponent(home_id)}/interest/${encodeURIComponent(year)}`, false, call)
  }

  /** 录入全体共有人签名推举的代表，待第二人核对后生效 */
  proposeRepresentative(home_id: string, body: RepresentativeNaming, call: Call = {}): Promise<RepresentativeView> {
    return this.ask<RepresentativeView>('POST', `/homes/${encodeURIComponent(home_id)}/representative`, true, call, body)
  }

  /** 名册导入一览，最新在前 */
  listImports(query: { after?: string; limit?: number; count?: boolean; state?: "" | "applied" | "applying" | "checking" | "dropped" | "failed" | "faulty" | "ready"; q?: string } = {}, call: Call = {}): Promise<ImportList> {
    return this.ask<ImportList>('GET', `/imports${queryOf(query)}`, false, call)
  }

  /** 上传名册（xlsx、csv 或 csv 的 zip 包） */
  uploadImport(filePath: string, call: Call = {}): Promise<ImportView> {
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
  getImport(import_id: string, call: Call = {}): Promise<ImportView> {
    return this.ask<ImportView>('GET', `/imports/${encodeURIComponent(import_id)}`, false, call)
  }

  /** 某次导入更改了什么 */
  listImportChanges(import_id: string, query: { after?: string; limit?: number; count?: boolean; table?: "" | "building" | "community" | "deposit" | "elevator" | "elevator_unit" | "home" | "maintenance_visit" | "owner" | "ownership" | "scope" | "unit" } = {}, call: Call = {}): Promise<RollChangeList> {
    return this.ask<RollChangeList>('GET', `/imports/${encodeURIComponent(import_id)}/changes${queryOf(query)}`, false, call)
  }

  /** 名册变更导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listImportChangesCsvAddress(import_id: string, query: { table?: "" | "building" | "community" | "deposit" | "elevator" | "elevator_unit" | "home" | "maintenance_visit" | "owner" | "ownership" | "scope" | "unit" } = {}): string {
    return this.address(`/imports/${encodeURIComponent(import_id)}/changes.csv${queryOf(query)}`)
  }

  /** 名册变更导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listImportChangesXlsxAddress(import_id: string, query: { table?: "" | "building" | "community" | "deposit" | "elevator" | "elevator_unit" | "home" | "maintenance_visit" | "owner" | "ownership" | "scope" | "unit" } = {}): string {
    return this.address(`/imports/${encodeURIComponent(import_id)}/changes.xlsx${queryOf(query)}`)
  }

  /** 复核导入 */
  confirmImport(import_id: string, call: Call = {}): Promise<ImportView> {
    return this.ask<ImportView>('POST', `/imports/${encodeURIComponent(import_id)}/confirmation`, true, call)
  }

  /** 放弃导入并说明原因 */
  dropImport(import_id: string, body: EntryDropping, call: Call = {}): Promise<ImportView> {
    return this.ask<ImportView>('POST', `/imports/${encodeURIComponent(import_id)}/dropping`, true, call, body)
  }

  /** 逐行错误 */
  listImportErrors(import_id: string, query: { after?: string; limit?: number; count?: boolean; sheet?: string } = {}, call: Call = {}): Promise<ImportFaultList> {
    return this.ask<ImportFaultList>('GET', `/imports/${encodeURIComponent(import_id)}/errors${queryOf(query)}`, false, call)
  }

  /** 导入错误导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listImportErrorsCsvAddress(import_id: string, query: { sheet?: string } = {}): string {
    return this.address(`/imports/${encodeURIComponent(import_id)}/errors.csv${queryOf(query)}`)
  }

  /** 导入错误导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listImportErrorsXlsxAddress(import_id: string, query: { sheet?: string } = {}): string {
    return this.address(`/imports/${encodeURIComponent(import_id)}/errors.xlsx${queryOf(query)}`)
  }

  /** 未能完成的导入再试 */
  retryImport(import_id: string, call: Call = {}): Promise<ImportView> {
    return this.ask<ImportView>('POST', `/imports/${encodeURIComponent(import_id)}/retry`, true, call)
  }

  /** 我的消息，从新到旧 */
  listMessages(query: { unread?: boolean; case_id?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<MessageList> {
    return this.ask<MessageList>('GET', `/inbox${queryOf(query)}`, false, call)
  }

  /** 未读消息数 */
  countUnreadMessages(call: Call = {}): Promise<UnreadCount> {
    return this.ask<UnreadCount>('GET', `/inbox/count`, false, call)
  }

  /** 全部标为已读 */
  readAllMessages(call: Call = {}): Promise<UnreadCount> {
    return this.ask<UnreadCount>('POST', `/inbox/read-all`, true, call)
  }

  /** 标为已读 */
  readMessage(message_id: string, call: Call = {}): Promise<UnreadCount> {
    return this.ask<UnreadCount>('POST', `/inbox/${encodeURIComponent(message_id)}/read`, true, call)
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
  suspendInsurer(insurer_id: string, body: InsurerSuspension, call: Call = {}): Promise<InsurerView> {
    return this.ask<InsurerView>('POST', `/insurers/${encodeURIComponent(insurer_id)}/suspension`, true, call, body)
  }

  /** 账户一览，按编号 */
  listLedgerAccounts(query: { kind?: AccountKind; q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<BookAccountList> {
    return this.ask<BookAccountList>('GET', `/ledger/accounts${queryOf(query)}`, false, call)
  }

  /** 账户一览导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listLedgerAccountsCsvAddress(query: { kind?: AccountKind; q?: string } = {}): string {
    return this.address(`/ledger/accounts.csv${queryOf(query)}`)
  }

  /** 账户一览导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listLedgerAccountsXlsxAddress(query: { kind?: AccountKind; q?: string } = {}): string {
    return this.address(`/ledger/accounts.xlsx${queryOf(query)}`)
  }

  /** 某账户收支明细，最新在前 */
  listAccountLines(account_id: string, query: { from_on?: string; to_on?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<AccountStatementLineList> {
    return this.ask<AccountStatementLineList>('GET', `/ledger/accounts/${encodeURIComponent(account_id)}/statement${queryOf(query)}`, false, call)
  }

  /** 账户收支明细导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listAccountLinesCsvAddress(account_id: string, query: { from_on?: string; to_on?: string } = {}): string {
    return this.address(`/ledger/accounts/${encodeURIComponent(account_id)}/statement.csv${queryOf(query)}`)
  }

  /** 账户收支明细导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listAccountLinesXlsxAddress(account_id: string, query: { from_on?: string; to_on?: string } = {}): string {
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
  getJournal(journal_id: string, query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<JournalView> {
    return this.ask<JournalView>('GET', `/ledger/journals/${encodeURIComponent(journal_id)}${queryOf(query)}`, false, call)
  }

  /** 试算平衡 */
  getTrialBalance(query: { effective_on?: string; recorded_at?: string } = {}, call: Call = {}): Promise<TrialBalance> {
    return this.ask<TrialBalance>('GET', `/ledger/trial-balance${queryOf(query)}`, false, call)
  }

  /** 导出试算平衡表 */
  exportTrialBalanceAddress(query: { effective_on?: string; recorded_at?: string } = {}): string {
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
  enterReversalVoucher(body: ReversalVoucher, call: Call = {}): Promise<VoucherView> {
    return this.ask<VoucherView>('POST', `/ledger/vouchers/reversals`, true, call, body)
  }

  /** 录入暂时无法辨明的收款或付款，或将其退回、收回，待另一人复核后入账 */
  enterSuspenseVoucher(body: SuspenseVoucher, call: Call = {}): Promise<VoucherView> {
    return this.ask<VoucherView>('POST', `/ledger/vouchers/suspense`, true, call, body)
  }

  /** 录入银行账户间的转账，待另一人复核后入账 */
  enterTransferVoucher(body: TransferVoucher, call: Call = {}): Promise<VoucherView> {
    return this.ask<VoucherView>('POST', `/ledger/vouchers/transfers`, true, call, body)
  }

  /** 一张手工凭证的借贷双方 */
  getVoucher(voucher_id: string, call: Call = {}): Promise<VoucherView> {
    return this.ask<VoucherView>('GET', `/ledger/vouchers/${encodeURIComponent(voucher_id)}`, false, call)
  }

  /** 复核凭证并入账 */
  confirmVoucher(voucher_id: string, call: Call = {}): Promise<VoucherView> {
    return this.ask<VoucherView>('POST', `/ledger/vouchers/${encodeURIComponent(voucher_id)}/confirmation`, true, call)
  }

  /** 作废未复核的凭证，账目不变 */
  dropVoucher(voucher_id: string, body: EntryDropping, call: Call = {}): Promise<VoucherView> {
    return this.ask<VoucherView>('POST', `/ledger/vouchers/${encodeURIComponent(voucher_id)}/dropping`, true, call, body)
  }

  /** 年度收支总表 */
  getLedgerYear(year: string, call: Call = {}): Promise<LedgerYear> {
    return this.ask<LedgerYear>('GET', `/ledger/years/${encodeURIComponent(year)}`, false, call)
  }

  /** 导出年度收支总表（表格中没有公式） */
  exportLedgerYearAddress(year: string): string {
    return this.address(`/ledger/years/${encodeURIComponent(year)}/summary.xlsx`)
  }

  /** 扫张贴码所见 */
  getLobbyTask(token: string, call: Call = {}): Promise<LobbyTask> {
    return this.ask<LobbyTask>('GET', `/lobbies/${encodeURIComponent(token)}`, false, call)
  }

  /** 上传张贴影像 */
  postEvidence(token: string, filePath: string, call: Call = {}): Promise<EvidenceTaken> {
    return this.ask<EvidenceTaken>('POST', `/lobbies/${encodeURIComponent(token)}/evidence`, true, call, undefined, filePath)
  }

  /** 审计查询 */
  listLogEvents(query: { subject_id?: string; kind?: "" | "Accepted" | "AccountActivated" | "AccountCreated" | "AccountDisabled" | "AccountInvitedAnew" | "AccountLoggedIn" | "AccountOpened" | "AccountRolesChanged" | "AdviceDropped" | "AdviceEntered" | "Applied" | "AppointmentDecided" | "AppointmentEnded" | "AppointmentMade" | "AwardProposed" | "AwardReturned" | "BallotCast" | "BankAccountClosed" | "BankAccountOpened" | "CalendarChanged" | "CaseCorrected" | "CaseLapsed" | "CaseRejected" | "CaseReturned" | "CaseWithdrawn" | "ClaimDecided" | "ClaimMade" | "CollectionChanged" | "CollectionComplete" | "CollectionOpened" | "Contracted" | "DepositDropped" | "DepositEntered" | "DepositMaturing" | "DepositPlaced" | "DepositRenewed" | "DepositSettled" | "DifferenceExplained" | "Filed" | "FundDropped" | "FundEntered" | "FundPassedOn" | "FundPosted" | "FundRestored" | "FundRunsLow" | "HeldByHand" | "HomeBound" | "HomeLeft" | "InsurerAdmitted" | "InsurerReadmitted" | "InsurerSuspended" | "JournalDropped" | "JournalEntered" | "JournalPosted" | "JournalReversed" | "LateObjectionAnswered" | "LateObjectionRecorded" | "LinesMatched" | "LobbyEvidenceMissing" | "LobbyEvidenced" | "LobbyRefused" | "MarkedUrgent" | "MatchUndone" | "NoticeEnded" | "NoticePublished" | "NoticeRecounted" | "NoticeResumed" | "NoticeStarted" | "ObjectionAdded" | "ObjectionReopened" | "ObjectionSettled" | "ObjectionTextJudged" | "ObjectionUpheld" | "OfferRecorded" | "OfferWithdrawn" | "PaperBallotsConfirmed" | "PaperBallotsCorrected" | "PaperBallotsDropped" | "PaperBallotsEntered" | "PaperIssued" | "PaperObjectionConfirmed" | "ParametersDecided" | "ParametersProposed" | "PasswordChanged" | "Paused" | "PayoutDue" | "PayoutPrepared" | "PayoutRecounted" | "PayoutRequested" | "PayoutReturned" | "PhoneChanged" | "PlanFiled" | "PolicyIssued" | "PolicyRecorded" | "PremiumPaid" | "ProxyEnded" | "ProxyEntered" | "ProxyRecorded" | "RateDecided" | "RateProposed" | "ReceiptDropped" | "ReceiptEntered" | "ReceiptPosted" | "ReconciliationCertified" | "ReconciliationDropped" | "ReconciliationPrepared" | "RefundDropped" | "RefundEntered" | "RefundPosted" | "Registered" | "ReleasedByHand" | "RepresentativeEnded" | "RepresentativeEntered" | "RepresentativeNamed" | "ReversalAsked" | "ReversalDropped" | "RollDropped" | "RollImported" | "RollUploaded" | "RoundAnnounced" | "RoundAwarded" | "RoundCancelled" | "ScopeSwitchDropped" | "ScopeSwitchEntered" | "ScopeSwitched" | "SettlementReversed" | "SharesProposed" | "SignatureWithdrawn" | "Signed" | "StatementDropped" | "StatementTaken" | "StatementUploaded" | "TakingOverDropped" | "TakingOverProposed" | "Unmasked" | "UrgencyLifted" | "VoteClosed" | "VoteOpened" | "VoteReminded" | "VoteServed" | "YearClosed" | "YearClosingStarted" | "YearPreviewed" | "YearPublished"; actor_id?: string; from_at?: string; to_at?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<LogEntryList> {
    return this.ask<LogEntryList>('GET', `/log/events${queryOf(query)}`, false, call)
  }

  /** 审计记录导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listLogEventsCsvAddress(query: { subject_id?: string; kind?: "" | "Accepted" | "AccountActivated" | "AccountCreated" | "AccountDisabled" | "AccountInvitedAnew" | "AccountLoggedIn" | "AccountOpened" | "AccountRolesChanged" | "AdviceDropped" | "AdviceEntered" | "Applied" | "AppointmentDecided" | "AppointmentEnded" | "AppointmentMade" | "AwardProposed" | "AwardReturned" | "BallotCast" | "BankAccountClosed" | "BankAccountOpened" | "CalendarChanged" | "CaseCorrected" | "CaseLapsed" | "CaseRejected" | "CaseReturned" | "CaseWithdrawn" | "ClaimDecided" | "ClaimMade" | "CollectionChanged" | "CollectionComplete" | "CollectionOpened" | "Contracted" | "DepositDropped" | "DepositEntered" | "DepositMaturing" | "DepositPlaced" | "DepositRenewed" | "DepositSettled" | "DifferenceExplained" | "Filed" | "FundDropped" | "FundEntered" | "FundPassedOn" | "FundPosted" | "FundRestored" | "FundRunsLow" | "HeldByHand" | "HomeBound" | "HomeLeft" | "InsurerAdmitted" | "InsurerReadmitted" | "InsurerSuspended" | "JournalDropped" | "JournalEntered" | "JournalPosted" | "JournalReversed" | "LateObjectionAnswered" | "LateObjectionRecorded" | "LinesMatched" | "LobbyEvidenceMissing" | "LobbyEvidenced" | "LobbyRefused" | "MarkedUrgent" | "MatchUndone" | "NoticeEnded" | "NoticePublished" | "NoticeRecounted" | "NoticeResumed" | "NoticeStarted" | "ObjectionAdded" | "ObjectionReopened" | "ObjectionSettled" | "ObjectionTextJudged" | "ObjectionUpheld" | "OfferRecorded" | "OfferWithdrawn" | "PaperBallotsConfirmed" | "PaperBallotsCorrected" | "PaperBallotsDropped" | "PaperBallotsEntered" | "PaperIssued" | "PaperObjectionConfirmed" | "ParametersDecided" | "ParametersProposed" | "PasswordChanged" | "Paused" | "PayoutDue" | "PayoutPrepared" | "PayoutRecounted" | "PayoutRequested" | "PayoutReturned" | "PhoneChanged" | "PlanFiled" | "PolicyIssued" | "PolicyRecorded" | "PremiumPaid" | "ProxyEnded" | "ProxyEntered" | "ProxyRecorded" | "RateDecided" | "RateProposed" | "ReceiptDropped" | "ReceiptEntered" | "ReceiptPosted" | "ReconciliationCertified" | "ReconciliationDropped" | "ReconciliationPrepared" | "RefundDropped" | "RefundEntered" | "RefundPosted" | "Registered" | "ReleasedByHand" | "RepresentativeEnded" | "RepresentativeEntered" | "RepresentativeNamed" | "ReversalAsked" | "ReversalDropped" | "RollDropped" | "RollImported" | "RollUploaded" | "RoundAnnounced" | "RoundAwarded" | "RoundCancelled" | "ScopeSwitchDropped" | "ScopeSwitchEntered" | "ScopeSwitched" | "SettlementReversed" | "SharesProposed" | "SignatureWithdrawn" | "Signed" | "StatementDropped" | "StatementTaken" | "StatementUploaded" | "TakingOverDropped" | "TakingOverProposed" | "Unmasked" | "UrgencyLifted" | "VoteClosed" | "VoteOpened" | "VoteReminded" | "VoteServed" | "YearClosed" | "YearClosingStarted" | "YearPreviewed" | "YearPublished"; actor_id?: string; from_at?: string; to_at?: string } = {}): string {
    return this.address(`/log/events.csv${queryOf(query)}`)
  }

  /** 审计记录导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listLogEventsXlsxAddress(query: { subject_id?: string; kind?: "" | "Accepted" | "AccountActivated" | "AccountCreated" | "AccountDisabled" | "AccountInvitedAnew" | "AccountLoggedIn" | "AccountOpened" | "AccountRolesChanged" | "AdviceDropped" | "AdviceEntered" | "Applied" | "AppointmentDecided" | "AppointmentEnded" | "AppointmentMade" | "AwardProposed" | "AwardReturned" | "BallotCast" | "BankAccountClosed" | "BankAccountOpened" | "CalendarChanged" | "CaseCorrected" | "CaseLapsed" | "CaseRejected" | "CaseReturned" | "CaseWithdrawn" | "ClaimDecided" | "ClaimMade" | "CollectionChanged" | "CollectionComplete" | "CollectionOpened" | "Contracted" | "DepositDropped" | "DepositEntered" | "DepositMaturing" | "DepositPlaced" | "DepositRenewed" | "DepositSettled" | "DifferenceExplained" | "Filed" | "FundDropped" | "FundEntered" | "FundPassedOn" | "FundPosted" | "FundRestored" | "FundRunsLow" | "HeldByHand" | "HomeBound" | "HomeLeft" | "InsurerAdmitted" | "InsurerReadmitted" | "InsurerSuspended" | "JournalDropped" | "JournalEntered" | "JournalPosted" | "JournalReversed" | "LateObjectionAnswered" | "LateObjectionRecorded" | "LinesMatched" | "LobbyEvidenceMissing" | "LobbyEvidenced" | "LobbyRefused" | "MarkedUrgent" | "MatchUndone" | "NoticeEnded" | "NoticePublished" | "NoticeRecounted" | "NoticeResumed" | "NoticeStarted" | "ObjectionAdded" | "ObjectionReopened" | "ObjectionSettled" | "ObjectionTextJudged" | "ObjectionUpheld" | "OfferRecorded" | "OfferWithdrawn" | "PaperBallotsConfirmed" | "PaperBallotsCorrected" | "PaperBallotsDropped" | "PaperBallotsEntered" | "PaperIssued" | "PaperObjectionConfirmed" | "ParametersDecided" | "ParametersProposed" | "PasswordChanged" | "Paused" | "PayoutDue" | "PayoutPrepared" | "PayoutRecounted" | "PayoutRequested" | "PayoutReturned" | "PhoneChanged" | "PlanFiled" | "PolicyIssued" | "PolicyRecorded" | "PremiumPaid" | "ProxyEnded" | "ProxyEntered" | "ProxyRecorded" | "RateDecided" | "RateProposed" | "ReceiptDropped" | "ReceiptEntered" | "ReceiptPosted" | "ReconciliationCertified" | "ReconciliationDropped" | "ReconciliationPrepared" | "RefundDropped" | "RefundEntered" | "RefundPosted" | "Registered" | "ReleasedByHand" | "RepresentativeEnded" | "RepresentativeEntered" | "RepresentativeNamed" | "ReversalAsked" | "ReversalDropped" | "RollDropped" | "RollImported" | "RollUploaded" | "RoundAnnounced" | "RoundAwarded" | "RoundCancelled" | "ScopeSwitchDropped" | "ScopeSwitchEntered" | "ScopeSwitched" | "SettlementReversed" | "SharesProposed" | "SignatureWithdrawn" | "Signed" | "StatementDropped" | "StatementTaken" | "StatementUploaded" | "TakingOverDropped" | "TakingOverProposed" | "Unmasked" | "UrgencyLifted" | "VoteClosed" | "VoteOpened" | "VoteReminded" | "VoteServed" | "YearClosed" | "YearClosingStarted" | "YearPreviewed" | "YearPublished"; actor_id?: string; from_at?: string; to_at?: string } = {}): string {
    return this.address(`/log/events.xlsx${queryOf(query)}`)
  }

  /** 用 `wx.login` 的 `code` 登录 */
  logIn(body: Login, call: Call = {}): Promise<LoggedIn> {
    return this.ask<LoggedIn>('POST', `/login`, true, call, body)
  }

  /** 换发登录令牌，旧令牌立即作废 */
  refreshLogin(call: Call = {}): Promise<SessionToken> {
    return this.ask<SessionToken>('POST', `/login/refresh`, true, call)
  }

  /** 退出登录，令牌立即作废 */
  logOut(call: Call = {}): Promise<void> {
    return this.ask<void>('POST', `/logout`, true, call)
  }

  /** 本人的身份、房屋、授权和未读消息数 */
  getMe(call: Call = {}): Promise<Me> {
    return this.ask<Me>('GET', `/me`, false, call)
  }

  /** 本人的全部选票和回执，最后投的在前 */
  listMyBallots(query: { vote_id?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<OwnBallotList> {
    return this.ask<OwnBallotList>('GET', `/me/ballots${queryOf(query)}`, false, call)
  }

  /** 首页 */
  getHomeScreen(call: Call = {}): Promise<HomeScreen> {
    return this.ask<HomeScreen>('GET', `/me/home`, false, call)
  }

  /** 本人名下尚未绑定的其他房屋 */
  listOfferedHomes(query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<HomeLineList> {
    return this.ask<HomeLineList>('GET', `/me/homes/offered${queryOf(query)}`, false, call)
  }

  /** 绑定本人名下的另一套房屋，无须再次填写证件号码 */
  bindOfferedHome(home_id: string, call: Call = {}): Promise<BoundHome> {
    return this.ask<BoundHome>('POST', `/me/homes/offered/${encodeURIComponent(home_id)}`, true, call)
  }

  /** 本人提出的全部反对意见及办理结果 */
  listMyObjections(query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ObjectionList> {
    return this.ask<ObjectionList>('GET', `/me/objections${queryOf(query)}`, false, call)
  }

  /** 保存微信核验的手机号 */
  setPhone(body: PhoneCode, call: Call = {}): Promise<PhoneView> {
    return this.ask<PhoneView>('POST', `/me/phone`, true, call, body)
  }

  /** 物业待张贴清单 */
  listMyPostings(query: { community_id?: string; case_id?: string; wanted?: boolean; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<PostingList> {
    return this.ask<PostingList>('GET', `/me/postings${queryOf(query)}`, false, call)
  }

  /** 反对意见办理队列 */
  listObjections(query: { state?: "" | "answered" | "dismissed" | "draft" | "dropped" | "open" | "recorded" | "settled" | "superseded" | "upheld" | "withdrawn"; case_id?: string; community_id?: string; channel?: "" | "app" | "paper"; text_checked?: "" | "exempt" | "pass" | "review" | "risky" | "waiting" | "withheld"; hidden?: boolean; overdue?: boolean; from_on?: string; to_on?: string; q?: string; sort?: "" | "newest" | "urgent"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ObjectionList> {
    return this.ask<ObjectionList>('GET', `/objections${queryOf(query)}`, false, call)
  }

  /** 反对意见导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listObjectionsCsvAddress(query: { state?: "" | "answered" | "dismissed" | "draft" | "dropped" | "open" | "recorded" | "settled" | "superseded" | "upheld" | "withdrawn"; case_id?: string; community_id?: string; channel?: "" | "app" | "paper"; text_checked?: "" | "exempt" | "pass" | "review" | "risky" | "waiting" | "withheld"; hidden?: boolean; overdue?: boolean; from_on?: string; to_on?: string; q?: string; sort?: "" | "newest" | "urgent" } = {}): string {
    return this.address(`/objections.csv${queryOf(query)}`)
  }

  /** 反对意见导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listObjectionsXlsxAddress(query: { state?: "" | "answered" | "dismissed" | "draft" | "dropped" | "open" | "recorded" | "settled" | "superseded" | "upheld" | "withdrawn"; case_id?: string; community_id?: string; channel?: "" | "app" | "paper"; text_checked?: "" | "exempt" | "pass" | "review" | "risky" | "waiting" | "withheld"; hidden?: boolean; overdue?: boolean; from_on?: string; to_on?: string; q?: string; sort?: "" | "newest" | "urgent" } = {}): string {
    return this.address(`/objections.xlsx${queryOf(query)}`)
  }

  /** 一份反对意见及其办理结果，仅提出人和中心可见 */
  getObjection(objection_id: string, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('GET', `/objections/${encodeURIComponent(objection_id)}`, false, call)
  }

  /** 答复逾期的反对意见，办件状态不变 */
  answerObjection(objection_id: string, body: ObjectionAnswer, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('POST', `/objections/${encodeURIComponent(objection_id)}/answer`, true, call, body)
  }

  /** 认定反对意见不成立，理由告知反对人 */
  dismissObjection(objection_id: string, body: ObjectionReason, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('POST', `/objections/${encodeURIComponent(objection_id)}/dismissal`, true, call, body)
  }

  /** 对不成立的认定申请复核一次，由另一名复核人办理 */
  askReview(objection_id: string, body: ObjectionReviewRequest, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('POST', `/objections/${encodeURIComponent(objection_id)}/review`, true, call, body)
  }

  /** 登记协商一致，须附双方签字的记录 */
  settleObjection(objection_id: string, body: ObjectionSettlement, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('POST', `/objections/${encodeURIComponent(objection_id)}/settlement`, true, call, body)
  }

  /** 人工决定反对意见文字是否公开 */
  judgeObjectionText(objection_id: string, body: ObjectionTextDecision, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('POST', `/objections/${encodeURIComponent(objection_id)}/text`, true, call, body)
  }

  /** 查看反对人的姓名和电话，须写明理由，并留下记录 */
  unmaskObjector(objection_id: string, body: ObjectionReason, call: Call = {}): Promise<UnmaskedObjector> {
    return this.ask<UnmaskedObjector>('POST', `/objections/${encodeURIComponent(objection_id)}/unmasking`, true, call, body)
  }

  /** 认定反对意见成立 */
  upholdObjection(objection_id: string, body: ObjectionUpholding, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('POST', `/objections/${encodeURIComponent(objection_id)}/upholding`, true, call, body)
  }

  /** 撤回本人的反对意见 */
  withdrawObjection(objection_id: string, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('POST', `/objections/${encodeURIComponent(objection_id)}/withdrawal`, true, call)
  }

  /** 待第二人核对的纸质反对意见 */
  listPaperObjections(query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ObjectionList> {
    return this.ask<ObjectionList>('GET', `/paper-objections${queryOf(query)}`, false, call)
  }

  /** 第二人核对纸质反对意见属实，此后与线上意见同样办理 */
  confirmPaperObjection(objection_id: string, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('POST', `/paper-objections/${encodeURIComponent(objection_id)}/confirmation`, true, call)
  }

  /** 第二人核对不属实或录入有误，写明理由作废 */
  dropPaperObjection(objection_id: string, body: ObjectionReason, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('POST', `/paper-objections/${encodeURIComponent(objection_id)}/dropping`, true, call, body)
  }

  /** 登记纸质反对意见的书面撤回，须附反对人签字的撤回书 */
  withdrawPaperObjection(objection_id: string, body: ObjectionSettlement, call: Call = {}): Promise<ObjectionView> {
    return this.ask<ObjectionView>('POST', `/paper-objections/${encodeURIComponent(objection_id)}/withdrawal`, true, call, body)
  }

  /** 参数改动的录入和复核记录，最新在前 */
  listParameterChanges(query: { state?: "" | "confirmed" | "draft" | "dropped"; community_id?: string; name?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ParameterChangeList> {
    return this.ask<ParameterChangeList>('GET', `/parameter-changes${queryOf(query)}`, false, call)
  }

  /** 录入全市政策参数的改动和依据文件，由复核员复核后生效，只用于此后受理的办件 */
  proposeParameterChange(body: ParameterChangeBody, call: Call = {}): Promise<ParameterChangeView> {
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
  getParameterChange(change_id: string, call: Call = {}): Promise<ParameterChangeDetail> {
    return this.ask<ParameterChangeDetail>('GET', `/parameter-changes/${encodeURIComponent(change_id)}`, false, call)
  }

  /** 复核参数改动，即时生效为新的一版 */
  confirmParameterChange(change_id: string, call: Call = {}): Promise<ParameterChangeView> {
    return this.ask<ParameterChangeView>('POST', `/parameter-changes/${encodeURIComponent(change_id)}/confirmation`, true, call)
  }

  /** 复核不符，写明理由退回 */
  dropParameterChange(change_id: string, body: EntryDropping, call: Call = {}): Promise<ParameterChangeView> {
    return this.ask<ParameterChangeView>('POST', `/parameter-changes/${encodeURIComponent(change_id)}/dropping`, true, call, body)
  }

  /** 截止之前撤回银行报价 */
  withdrawPlacementOffer(offer_id: string, call: Call = {}): Promise<PlacementOfferView> {
    return this.ask<PlacementOfferView>('POST', `/placement-offers/${encodeURIComponent(offer_id)}/withdrawal`, true, call)
  }

  /** 竞争性存放一览，最新在前 */
  listPlacementRounds(query: { after?: string; limit?: number; count?: boolean; state?: "" | "awarded" | "cancelled" | "open" | "proposed"; tenor?: "1y" | "2y" | "3m" | "3y" | "6m" } = {}, call: Call = {}): Promise<PlacementRoundList> {
    return this.ask<PlacementRoundList>('GET', `/placement-rounds${queryOf(query)}`, false, call)
  }

  /** 公告竞争性存放 */
  announcePlacementRound(body: PlacementRoundBody, call: Call = {}): Promise<PlacementRoundView> {
    return this.ask<PlacementRoundView>('POST', `/placement-rounds`, true, call, body)
  }

  /** 竞争性存放导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listPlacementRoundsCsvAddress(query: { state?: "" | "awarded" | "cancelled" | "open" | "proposed"; tenor?: "1y" | "2y" | "3m" | "3y" | "6m" } = {}): string {
    return this.address(`/placement-rounds.csv${queryOf(query)}`)
  }

  /** 竞争性存放导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listPlacementRoundsXlsxAddress(query: { state?: "" | "awarded" | "cancelled" | "open" | "proposed"; tenor?: "1y" | "2y" | "3m" | "3y" | "6m" } = {}): string {
    return this.address(`/placement-rounds.xlsx${queryOf(query)}`)
  }

  /** 一次竞争性存放及其报价 */
  getPlacementRound(round_id: string, call: Call = {}): Promise<PlacementRoundDetail> {
    return this.ask<PlacementRoundDetail>('GET', `/placement-rounds/${encodeURIComponent(round_id)}`, false, call)
  }

  /** 截止后提出定标意见 */
  proposePlacementAward(round_id: string, body: PlacementAward, call: Call = {}): Promise<PlacementRoundDetail> {
    return this.ask<PlacementRoundDetail>('POST', `/placement-rounds/${encodeURIComponent(round_id)}/award`, true, call, body)
  }

  /** 取消尚未定标的竞争性存放，写明理由 */
  cancelPlacementRound(round_id: string, body: Reason, call: Call = {}): Promise<PlacementRoundDetail> {
    return this.ask<PlacementRoundDetail>('POST', `/placement-rounds/${encodeURIComponent(round_id)}/cancellation`, true, call, body)
  }

  /** 第二人复核定标意见 */
  decidePlacementAward(round_id: string, body: PlacementAwardDecision, call: Call = {}): Promise<PlacementRoundDetail> {
    return this.ask<PlacementRoundDetail>('POST', `/placement-rounds/${encodeURIComponent(round_id)}/decision`, true, call, body)
  }

  /** 登记银行报价 */
  recordPlacementOffer(round_id: string, body: PlacementOfferBody, call: Call = {}): Promise<PlacementOfferView> {
    return this.ask<PlacementOfferView>('POST', `/placement-rounds/${encodeURIComponent(round_id)}/offers`, true, call, body)
  }

  /** 第二人核对书面委托属实，受托人即可代为投票 */
  confirmProxy(proxy_id: string, call: Call = {}): Promise<ProxyView> {
    return this.ask<ProxyView>('POST', `/proxies/${encodeURIComponent(proxy_id)}/confirmation`, true, call)
  }

  /** 写明理由作废未核对的书面委托 */
  dropProxy(proxy_id: string, body: EntryDropping, call: Call = {}): Promise<ProxyView> {
    return this.ask<ProxyView>('POST', `/proxies/${encodeURIComponent(proxy_id)}/dropping`, true, call, body)
  }

  /** 委托人撤回、受托人辞去，或者工作人员写明理由终止委托 */
  endProxy(proxy_id: string, body: ProxyEnding, call: Call = {}): Promise<ProxyView> {
    return this.ask<ProxyView>('POST', `/proxies/${encodeURIComponent(proxy_id)}/ending`, true, call, body)
  }

  /** 已结账年度归集了哪些结息，无需登录 */
  listPublicYearSettlements(year: string, query: { after?: string; limit?: number; count?: boolean; q?: string } = {}, call: Call = {}): Promise<YearSettlementList> {
    return this.ask<YearSettlementList>('GET', `/public/accounting-years/${encodeURIComponent(year)}/deposits${queryOf(query)}`, false, call)
  }

  /** 某年度归集的公布数据，可用公布的脚本复算 */
  exportPublicYearAddress(year: string): string {
    return this.address(`/public/accounting-years/${encodeURIComponent(year)}/export.zip`)
  }

  /** 基准利率表及其依据，按起始日最新在前 */
  listPublicBenchmarkRates(query: { tenor?: "1y" | "2y" | "3m" | "3y" | "6m" | "demand"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<PublicBenchmarkRateList> {
    return this.ask<PublicBenchmarkRateList>('GET', `/public/benchmark-rates${queryOf(query)}`, false, call)
  }

  /** 一致性证明 */
  proveLogConsistency(query: { old: number; new?: number }, call: Call = {}): Promise<LogConsistencyProof> {
    return this.ask<LogConsistencyProof>('GET', `/public/log/consistency${queryOf(query)}`, false, call)
  }

  /** 防篡改日志的最新树根 */
  getLogHead(call: Call = {}): Promise<LogHead> {
    return this.ask<LogHead>('GET', `/public/log/head`, false, call)
  }

  /** 历次公布的树根，最新在前 */
  listLogHeads(query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<LogHeadList> {
    return this.ask<LogHeadList>('GET', `/public/log/heads${queryOf(query)}`, false, call)
  }

  /** 包含证明 */
  proveLogInclusion(event_id: string, query: { size?: number } = {}, call: Call = {}): Promise<LogInclusionProof> {
    return this.ask<LogInclusionProof>('GET', `/public/log/inclusion/${encodeURIComponent(event_id)}${queryOf(query)}`, false, call)
  }

  /** 公示列表，由新到旧，无需登录 */
  listPublicNotices(query: { q?: string; running?: boolean; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<PublicNoticeList> {
    return this.ask<PublicNoticeList>('GET', `/public/notices${queryOf(query)}`, false, call)
  }

  /** 公示全文和当前状态，无需登录 */
  getPublicNotice(token: string, call: Call = {}): Promise<PublicNoticeView> {
    return this.ask<PublicNoticeView>('GET', `/public/notices/${encodeURIComponent(token)}`, false, call)
  }

  /** 查验纸质公示 */
  checkNoticePaper(check_code: string, call: Call = {}): Promise<PaperCheck> {
    return this.ask<PaperCheck>('GET', `/public/papers/${encodeURIComponent(check_code)}`, false, call)
  }

  /** 现行政策参数及默认值 */
  listPublicParameters(query: { community_id?: string } = {}, call: Call = {}): Promise<ParameterTable> {
    return this.ask<ParameterTable>('GET', `/public/parameters${queryOf(query)}`, false, call)
  }

  /** 政策参数的历次版本、依据和改动，最新在前 */
  listPublicParameterVersions(query: { community_id?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ParameterVersionList> {
    return this.ask<ParameterVersionList>('GET', `/public/parameters/versions${queryOf(query)}`, false, call)
  }

  /** 已拨付的保费，由新到旧，合计与账簿一致，无需登录 */
  listPublicPayouts(query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<PublicPayoutList> {
    return this.ask<PublicPayoutList>('GET', `/public/payouts${queryOf(query)}`, false, call)
  }

  /** 已定标的竞争性存放 */
  listPublicPlacementRounds(query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<PublicPlacementRoundList> {
    return this.ask<PublicPlacementRoundList>('GET', `/public/placement-rounds${queryOf(query)}`, false, call)
  }

  /** 改革总体情况，无需登录 */
  getPublicProgramme(call: Call = {}): Promise<PublicProgramme> {
    return this.ask<PublicProgramme>('GET', `/public/programme`, false, call)
  }

  /** 已登记备案的办件，由新到旧，无需登录 */
  listPublicRegistrations(query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<PublicRegistrationList> {
    return this.ask<PublicRegistrationList>('GET', `/public/registrations${queryOf(query)}`, false, call)
  }

  /** 各楼栋单元统筹账户余额，无需登录 */
  listPublicScopes(query: { q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<PublicAccountList> {
    return this.ask<PublicAccountList>('GET', `/public/scopes${queryOf(query)}`, false, call)
  }

  /** 一个统筹账户的余额、资金来源、收支明细和相关公示，无需登录 */
  getPublicScope(scope_id: string, query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<PublicAccount> {
    return this.ask<PublicAccount>('GET', `/public/scopes/${encodeURIComponent(scope_id)}${queryOf(query)}`, false, call)
  }

  /** 某幢或单元的历次业主表决，从新到旧 */
  listPublicVotes(scope_id: string, query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<PublicVoteList> {
    return this.ask<PublicVoteList>('GET', `/public/scopes/${encodeURIComponent(scope_id)}/votes${queryOf(query)}`, false, call)
  }

  /** 业主表决 */
  getPublicVote(token: string, call: Call = {}): Promise<PublicVote> {
    return this.ask<PublicVote>('GET', `/public/votes/${encodeURIComponent(token)}`, false, call)
  }

  /** 计票记录（公开版），任何人可下载并用复算脚本重新计票 */
  downloadPublicVoteRecordAddress(token: string): string {
    return this.address(`/public/votes/${encodeURIComponent(token)}/record.json`)
  }

  /** 各年度增值收益报告，最新年度在前，无需登录 */
  listYearlyReports(query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ReportVersionList> {
    return this.ask<ReportVersionList>('GET', `/public/yearly-reports${queryOf(query)}`, false, call)
  }

  /** 某年度增值收益报告 */
  getYearlyReport(year: string, query: { version?: number; q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<YearlyReport> {
    return this.ask<YearlyReport>('GET', `/public/yearly-reports/${encodeURIComponent(year)}${queryOf(query)}`, false, call)
  }

  /** 下载年度报告全文 */
  downloadYearlyReportAddress(year: string, query: { version?: number } = {}): string {
    return this.address(`/public/yearly-reports/${encodeURIComponent(year)}/report.json${queryOf(query)}`)
  }

  /** 下载年度报告的表格（没有公式） */
  exportYearlyReportAddress(year: string, query: { version?: number } = {}): string {
    return this.address(`/public/yearly-reports/${encodeURIComponent(year)}/report.xlsx${queryOf(query)}`)
  }

  /** 某月各银行账户的对账情况 */
  listReconciliationsOfMonth(query: { month?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ReconciliationMonthLineList> {
    return this.ask<ReconciliationMonthLineList>('GET', `/reconciliations${queryOf(query)}`, false, call)
  }

  /** 各账户对账情况导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listReconciliationsOfMonthCsvAddress(query: { month?: string } = {}): string {
    return this.address(`/reconciliations.csv${queryOf(query)}`)
  }

  /** 各账户对账情况导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listReconciliationsOfMonthXlsxAddress(query: { month?: string } = {}): string {
    return this.address(`/reconciliations.xlsx${queryOf(query)}`)
  }

  /** 某张余额调节表 */
  getReconciliation(reconciliation_id: string, call: Call = {}): Promise<ReconciliationView> {
    return this.ask<ReconciliationView>('GET', `/reconciliations/${encodeURIComponent(reconciliation_id)}`, false, call)
  }

  /** 打印余额调节表（A4） */
  printReconciliationAddress(reconciliation_id: string): string {
    return this.address(`/reconciliations/${encodeURIComponent(reconciliation_id)}/certificate.pdf`)
  }

  /** 复核余额调节表 */
  confirmReconciliation(reconciliation_id: string, call: Call = {}): Promise<ReconciliationView> {
    return this.ask<ReconciliationView>('POST', `/reconciliations/${encodeURIComponent(reconciliation_id)}/confirmation`, true, call)
  }

  /** 作废待复核的余额调节表（保留记录），以便更正后另行编制 */
  dropReconciliation(reconciliation_id: string, body: EntryDropping, call: Call = {}): Promise<ReconciliationView> {
    return this.ask<ReconciliationView>('POST', `/reconciliations/${encodeURIComponent(reconciliation_id)}/dropping`, true, call, body)
  }

  /** 撤销已复核的余额调节表（保留记录），以便更正后另行编制 */
  revokeReconciliation(reconciliation_id: string, body: BankingReason, call: Call = {}): Promise<ReconciliationView> {
    return this.ask<ReconciliationView>('POST', `/reconciliations/${encodeURIComponent(reconciliation_id)}/revocation`, true, call, body)
  }

  /** 查看退款的收款人和账号全称以便支付，须写明理由，并留下记录 */
  unmaskPayee(refund_id: string, body: UnmaskReason, call: Call = {}): Promise<UnmaskedPayee> {
    return this.ask<UnmaskedPayee>('POST', `/refunds/${encodeURIComponent(refund_id)}/unmasking`, true, call, body)
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
  dropRepresentative(representative_id: string, body: EntryDropping, call: Call = {}): Promise<RepresentativeView> {
    return this.ask<RepresentativeView>('POST', `/representatives/${encodeURIComponent(representative_id)}/dropping`, true, call, body)
  }

  /** 任一共有人撤回推举，或者工作人员写明理由终止 */
  endRepresentative(representative_id: string, body: RepresentativeEnding, call: Call = {}): Promise<RepresentativeView> {
    return this.ask<RepresentativeView>('POST', `/representatives/${encodeURIComponent(representative_id)}/ending`, true, call, body)
  }

  /** 记账单位变更一览，最新在前 */
  listScopeSwitches(query: { state?: "" | "done" | "draft" | "dropped"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ScopeSwitchList> {
    return this.ask<ScopeSwitchList>('GET', `/scope-switches${queryOf(query)}`, false, call)
  }

  /** 记账单位变更导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listScopeSwitchesCsvAddress(query: { state?: "" | "done" | "draft" | "dropped" } = {}): string {
    return this.address(`/scope-switches.csv${queryOf(query)}`)
  }

  /** 记账单位变更导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listScopeSwitchesXlsxAddress(query: { state?: "" | "done" | "draft" | "dropped" } = {}): string {
    return this.address(`/scope-switches.xlsx${queryOf(query)}`)
  }

  /** 复核记账单位变更 */
  confirmScopeSwitch(switch_id: string, call: Call = {}): Promise<ScopeSwitchView> {
    return this.ask<ScopeSwitchView>('POST', `/scope-switches/${encodeURIComponent(switch_id)}/confirmation`, true, call)
  }

  /** 作废尚未复核的记账单位变更，须写明理由 */
  dropScopeSwitch(switch_id: string, body: EntryDropping, call: Call = {}): Promise<ScopeSwitchView> {
    return this.ask<ScopeSwitchView>('POST', `/scope-switches/${encodeURIComponent(switch_id)}/dropping`, true, call, body)
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
  getScopeBalance(scope_id: string, call: Call = {}): Promise<ScopeBalanceView> {
    return this.ask<ScopeBalanceView>('GET', `/scopes/${encodeURIComponent(scope_id)}/balance`, false, call)
  }

  /** 服务于该楼栋（单元）的电梯 */
  listScopeElevators(scope_id: string, call: Call = {}): Promise<ScopeElevators> {
    return this.ask<ScopeElevators>('GET', `/scopes/${encodeURIComponent(scope_id)}/elevators`, false, call)
  }

  /** 哪些办件冻结或支用了统筹账户的资金 */
  listScopeHolds(scope_id: string, query: { state?: "" | "captured" | "open" | "released"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<HoldLineList> {
    return this.ask<HoldLineList>('GET', `/scopes/${encodeURIComponent(scope_id)}/holds${queryOf(query)}`, false, call)
  }

  /** 统筹账户历年归集的增值收益，及未到期存款的预估（不可支用） */
  listScopeIncome(scope_id: string, query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ScopeIncome> {
    return this.ask<ScopeIncome>('GET', `/scopes/${encodeURIComponent(scope_id)}/income${queryOf(query)}`, false, call)
  }

  /** 某年度归集的逐笔说明 */
  explainScopeIncome(scope_id: string, year: string, query: { after?: string; limit?: number; count?: boolean; q?: string } = {}, call: Call = {}): Promise<IncomeExplained> {
    return this.ask<IncomeExplained>('GET', `/scopes/${encodeURIComponent(scope_id)}/income/${encodeURIComponent(year)}${queryOf(query)}`, false, call)
  }

  /** 打印某年度增值收益的计算说明（A4） */
  printScopeIncomeAddress(scope_id: string, year: string): string {
    return this.address(`/scopes/${encodeURIComponent(scope_id)}/income/${encodeURIComponent(year)}/explanation.pdf`)
  }

  /** 统筹账户收支明细，最新在前，每笔附当时余额与所属办件 */
  listScopeLines(scope_id: string, query: { from_on?: string; to_on?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<AccountStatementLineList> {
    return this.ask<AccountStatementLineList>('GET', `/scopes/${encodeURIComponent(scope_id)}/statement${queryOf(query)}`, false, call)
  }

  /** 打印统筹账户一年的对账单（A4） */
  printScopeStatementAddress(scope_id: string, query: { year: number }): string {
    return this.address(`/scopes/${encodeURIComponent(scope_id)}/statement.pdf${queryOf(query)}`)
  }

  /** 导出统筹账户一年的收支明细 */
  exportScopeStatementAddress(scope_id: string, query: { year: number }): string {
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
  getSettlement(settlement_id: string, call: Call = {}): Promise<SettlementView> {
    return this.ask<SettlementView>('GET', `/settlements/${encodeURIComponent(settlement_id)}`, false, call)
  }

  /** 第二人复核结息单 */
  confirmSettlement(settlement_id: string, call: Call = {}): Promise<SettlementView> {
    return this.ask<SettlementView>('POST', `/settlements/${encodeURIComponent(settlement_id)}/confirmation`, true, call)
  }

  /** 作废尚未复核的结息单，写明理由 */
  dropSettlement(settlement_id: string, body: EntryDropping, call: Call = {}): Promise<SettlementView> {
    return this.ask<SettlementView>('POST', `/settlements/${encodeURIComponent(settlement_id)}/dropping`, true, call, body)
  }

  /** 申请冲销已入账的错误结息单，写明理由，由第二人复核 */
  askSettlementReversal(settlement_id: string, body: SettlementReversalBody, call: Call = {}): Promise<SettlementView> {
    return this.ask<SettlementView>('POST', `/settlements/${encodeURIComponent(settlement_id)}/reversals`, true, call, body)
  }

  /** 第二人复核冲销 */
  confirmSettlementReversal(settlement_id: string, reversal_id: string, call: Call = {}): Promise<SettlementView> {
    return this.ask<SettlementView>('POST', `/settlements/${encodeURIComponent(settlement_id)}/reversals/${encodeURIComponent(reversal_id)}/confirmation`, true, call)
  }

  /** 不予冲销，写明理由，结息照旧 */
  dropSettlementReversal(settlement_id: string, reversal_id: string, body: EntryDropping, call: Call = {}): Promise<SettlementView> {
    return this.ask<SettlementView>('POST', `/settlements/${encodeURIComponent(settlement_id)}/reversals/${encodeURIComponent(reversal_id)}/dropping`, true, call, body)
  }

  /** 电梯保险专户 */
  listSpecialAccounts(query: { kind?: "" | "independent" | "scope"; q?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<SpecialAccountList> {
    return this.ask<SpecialAccountList>('GET', `/special-accounts${queryOf(query)}`, false, call)
  }

  /** 电梯保险专户导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listSpecialAccountsCsvAddress(query: { kind?: "" | "independent" | "scope"; q?: string } = {}): string {
    return this.address(`/special-accounts.csv${queryOf(query)}`)
  }

  /** 电梯保险专户导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listSpecialAccountsXlsxAddress(query: { kind?: "" | "independent" | "scope"; q?: string } = {}): string {
    return this.address(`/special-accounts.xlsx${queryOf(query)}`)
  }

  /** 电梯保险专户详情 */
  getSpecialAccount(special_account_id: string, call: Call = {}): Promise<SpecialAccountView> {
    return this.ask<SpecialAccountView>('GET', `/special-accounts/${encodeURIComponent(special_account_id)}`, false, call)
  }

  /** 专户的退款，最新在前 */
  listSpecialRefunds(special_account_id: string, query: { after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<SpecialRefundList> {
    return this.ask<SpecialRefundList>('GET', `/special-accounts/${encodeURIComponent(special_account_id)}/refunds${queryOf(query)}`, false, call)
  }

  /** 录入专户退款 */
  enterSpecialRefund(special_account_id: string, body: SpecialRefundBody, call: Call = {}): Promise<SpecialRefundView> {
    return this.ask<SpecialRefundView>('POST', `/special-accounts/${encodeURIComponent(special_account_id)}/refunds`, true, call, body)
  }

  /** 专户退款导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listSpecialRefundsCsvAddress(special_account_id: string): string {
    return this.address(`/special-accounts/${encodeURIComponent(special_account_id)}/refunds.csv`)
  }

  /** 专户退款导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listSpecialRefundsXlsxAddress(special_account_id: string): string {
    return this.address(`/special-accounts/${encodeURIComponent(special_account_id)}/refunds.xlsx`)
  }

  /** 电梯保险专户收支明细，最新在前，每笔附当时余额与所属办件 */
  listSpecialAccountLines(special_account_id: string, query: { from_on?: string; to_on?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<AccountStatementLineList> {
    return this.ask<AccountStatementLineList>('GET', `/special-accounts/${encodeURIComponent(special_account_id)}/statement${queryOf(query)}`, false, call)
  }

  /** 复核并支付专户退款，由录入人以外的财务或复核人员办理 */
  confirmSpecialRefund(refund_id: string, call: Call = {}): Promise<SpecialRefundView> {
    return this.ask<SpecialRefundView>('POST', `/special-refunds/${encodeURIComponent(refund_id)}/confirmation`, true, call)
  }

  /** 作废尚未复核的专户退款录入，须写明理由 */
  dropSpecialRefund(refund_id: string, body: EntryDropping, call: Call = {}): Promise<SpecialRefundView> {
    return this.ask<SpecialRefundView>('POST', `/special-refunds/${encodeURIComponent(refund_id)}/dropping`, true, call, body)
  }

  /** 全部账号，按用户名排列 */
  listStaffAccounts(query: { state?: "" | "active" | "disabled" | "invited"; role?: Role; q?: string; sort?: "" | "newest" | "username"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<StaffAccountList> {
    return this.ask<StaffAccountList>('GET', `/staff/accounts${queryOf(query)}`, false, call)
  }

  /** 建立账号并发出邀请，三日内凭邀请码启用 */
  createStaffAccount(body: NewStaffAccount, call: Call = {}): Promise<Invitation> {
    return this.ask<Invitation>('POST', `/staff/accounts`, true, call, body)
  }

  /** 工作人员账号导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listStaffAccountsCsvAddress(query: { state?: "" | "active" | "disabled" | "invited"; role?: Role; q?: string; sort?: "" | "newest" | "username" } = {}): string {
    return this.address(`/staff/accounts.csv${queryOf(query)}`)
  }

  /** 工作人员账号导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listStaffAccountsXlsxAddress(query: { state?: "" | "active" | "disabled" | "invited"; role?: Role; q?: string; sort?: "" | "newest" | "username" } = {}): string {
    return this.address(`/staff/accounts.xlsx${queryOf(query)}`)
  }

  /** 停用他人账号，不可恢复 */
  disableStaffAccount(staff_id: string, body: Reason, call: Call = {}): Promise<void> {
    return this.ask<void>('POST', `/staff/accounts/${encodeURIComponent(staff_id)}/disabling`, true, call, body)
  }

  /** 重新邀请遗失密码或手机的工作人员 */
  renewStaffInvitation(staff_id: string, body: Reason, call: Call = {}): Promise<Invitation> {
    return this.ask<Invitation>('POST', `/staff/accounts/${encodeURIComponent(staff_id)}/invitation`, true, call, body)
  }

  /** 变更他人账号的角色，其登录随即失效 */
  changeStaffRoles(staff_id: string, body: StaffAccountDuties, call: Call = {}): Promise<StaffAccountView> {
    return this.ask<StaffAccountView>('POST', `/staff/accounts/${encodeURIComponent(staff_id)}/roles`, true, call, body)
  }

  /** 设立首位管理员 */
  createFirstAdministrator(body: Bootstrap, call: Call = {}): Promise<StaffAuthenticator> {
    return this.ask<StaffAuthenticator>('POST', `/staff/bootstrap`, true, call, body)
  }

  /** 接受邀请并设置密码，取得动态口令密钥 */
  acceptInvitation(body: InvitationAcceptance, call: Call = {}): Promise<StaffAuthenticator> {
    return this.ask<StaffAuthenticator>('POST', `/staff/invitations/accept`, true, call, body)
  }

  /** 工作人员凭密码和动态口令登录，十二小时有效 */
  logInStaff(body: StaffLogin, call: Call = {}): Promise<StaffLoggedIn> {
    return this.ask<StaffLoggedIn>('POST', `/staff/login`, true, call, body)
  }

  /** 本人的工作账号 */
  getStaffMe(call: Call = {}): Promise<StaffMe> {
    return this.ask<StaffMe>('GET', `/staff/me`, false, call)
  }

  /** 更改本人密码 */
  changePassword(body: NewPassword, call: Call = {}): Promise<void> {
    return this.ask<void>('POST', `/staff/password`, true, call, body)
  }

  /** 未交存首期维修资金的户，按房屋编号 */
  listUnpaidHomes(query: { community_id?: string; scope_id?: string; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<UnpaidHomeList> {
    return this.ask<UnpaidHomeList>('GET', `/unpaid-homes${queryOf(query)}`, false, call)
  }

  /** 未交存首期导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listUnpaidHomesCsvAddress(query: { community_id?: string; scope_id?: string } = {}): string {
    return this.address(`/unpaid-homes.csv${queryOf(query)}`)
  }

  /** 未交存首期导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listUnpaidHomesXlsxAddress(query: { community_id?: string; scope_id?: string } = {}): string {
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
  listBallotBatches(vote_id: string, query: { state?: "" | "confirmed" | "draft" | "dropped"; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<PaperBatchList> {
    return this.ask<PaperBatchList>('GET', `/votes/${encodeURIComponent(vote_id)}/ballot-batches${queryOf(query)}`, false, call)
  }

  /** 录入一批纸质选票及其影像，待第二人独立录入核对 */
  enterBallotBatch(vote_id: string, body: PaperEntry, call: Call = {}): Promise<PaperBatchView> {
    return this.ask<PaperBatchView>('POST', `/votes/${encodeURIComponent(vote_id)}/ballot-batches`, true, call, body)
  }

  /** 纸质选票批次导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listBallotBatchesCsvAddress(vote_id: string, query: { state?: "" | "confirmed" | "draft" | "dropped" } = {}): string {
    return this.address(`/votes/${encodeURIComponent(vote_id)}/ballot-batches.csv${queryOf(query)}`)
  }

  /** 纸质选票批次导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listBallotBatchesXlsxAddress(vote_id: string, query: { state?: "" | "confirmed" | "draft" | "dropped" } = {}): string {
    return this.address(`/votes/${encodeURIComponent(vote_id)}/ballot-batches.xlsx${queryOf(query)}`)
  }

  /** 投票 */
  castBallot(vote_id: string, body: BallotPaper, call: Call = {}): Promise<BallotReceipts> {
    return this.ask<BallotReceipts>('POST', `/votes/${encodeURIComponent(vote_id)}/ballots`, true, call, body)
  }

  /** 凭回执（或为本人的房屋）取得选票在计票记录中的证明，可与张贴的记录指纹核对 */
  proveVoteInclusion(vote_id: string, query: { receipt?: string; after?: number; limit?: number } = {}, call: Call = {}): Promise<VoteInclusion> {
    return this.ask<VoteInclusion>('GET', `/votes/${encodeURIComponent(vote_id)}/inclusion${queryOf(query)}`, false, call)
  }

  /** 纸质表决票的发放情况和分批打印的各批 */
  getPaperBallots(vote_id: string, call: Call = {}): Promise<PaperIssue> {
    return this.ask<PaperIssue>('GET', `/votes/${encodeURIComponent(vote_id)}/paper`, false, call)
  }

  /** 发放纸质表决票 */
  issuePaperBallots(vote_id: string, call: Call = {}): Promise<PaperIssue> {
    return this.ask<PaperIssue>('POST', `/votes/${encodeURIComponent(vote_id)}/paper`, true, call)
  }

  /** 打印纸质表决票（PDF，一页两户，每户有自己的二维码） */
  printPaperBallotsAddress(vote_id: string, query: { after?: string; limit?: number; unit_id?: string; home_id?: string } = {}): string {
    return this.address(`/votes/${encodeURIComponent(vote_id)}/paper.pdf${queryOf(query)}`)
  }

  /** 扫纸质表决票上的码所见 */
  getPaperBallot(vote_id: string, paper_token: string, call: Call = {}): Promise<PaperSeen> {
    return this.ask<PaperSeen>('GET', `/votes/${encodeURIComponent(vote_id)}/papers/${encodeURIComponent(paper_token)}`, false, call)
  }

  /** 业主表决公告（PDF），张贴于楼栋、单元 */
  printVotePosterAddress(vote_id: string, query: { size?: "A3" | "A4"; dpi?: number; page?: number } = {}): string {
    return this.address(`/votes/${encodeURIComponent(vote_id)}/poster.pdf${queryOf(query)}`)
  }

  /** 业主表决公告的一页（PNG） */
  drawVotePosterAddress(vote_id: string, query: { size?: "A3" | "A4"; dpi?: number; page?: number } = {}): string {
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
  downloadVoteRecordAddress(vote_id: string): string {
    return this.address(`/votes/${encodeURIComponent(vote_id)}/record`)
  }

  /** 业主表决结果（PDF），计票后张贴 */
  printVoteResultAddress(vote_id: string, query: { size?: "A3" | "A4" } = {}): string {
    return this.address(`/votes/${encodeURIComponent(vote_id)}/result.pdf${queryOf(query)}`)
  }

  /** 表决事项的送达情况及其是否影响计票 */
  getVoteService(vote_id: string, call: Call = {}): Promise<ServiceView> {
    return this.ask<ServiceView>('GET', `/votes/${encodeURIComponent(vote_id)}/service`, false, call)
  }

  /** 登记表决事项已送达的房屋和送达凭证 */
  proveService(vote_id: string, body: ServiceProof, call: Call = {}): Promise<ServiceView> {
    return this.ask<ServiceView>('POST', `/votes/${encodeURIComponent(vote_id)}/service`, true, call, body)
  }

  /** 逐户的送达情况，按房屋编号排列 */
  listServedHomes(vote_id: string, query: { unserved?: boolean; after?: string; limit?: number; count?: boolean } = {}, call: Call = {}): Promise<ServedHomeList> {
    return this.ask<ServedHomeList>('GET', `/votes/${encodeURIComponent(vote_id)}/service/homes${queryOf(query)}`, false, call)
  }

  /** 送达情况导出为 csv 文件，筛选条件与列表相同，不限行数 */
  listServedHomesCsvAddress(vote_id: string, query: { unserved?: boolean } = {}): string {
    return this.address(`/votes/${encodeURIComponent(vote_id)}/service/homes.csv${queryOf(query)}`)
  }

  /** 送达情况导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
  listServedHomesXlsxAddress(vote_id: string, query: { unserved?: boolean } = {}): string {
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
