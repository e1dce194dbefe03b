// 由 python -m server spec 生成，请勿手工修改。用法见 docs/clients.md。
// 工作人员独有的接口：中心、保险机构、街道、主管部门和审计；其余在 client.ts。

import { part, queryOf } from './core'
import type { Api, Call } from './core'

import type { AccountStatementLineList, AppointmentView, BindingClaimView, BindingContestView, CaseReasonBody, CaseView, ChangedParameter, EntryDropping, HomeLine, InsurerView, JournalKind, LogHead, LoginChangeView, NoticeBoard, ObjectionList, ObjectionReceipt, ObjectionView, ProxyView, Reason, ReportVersion, RepresentativeView, Role, RollCorrectionView, ScopeSwitchList, ScopeSwitchView, ServiceEntryView, SpecialRefundView, State, StoredFile, VoteView, YearSettlementList } from './client'

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface AccountChangeList {
  /** 本页内容 */
  items: (AccountChangeView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一项账号变更；手机号是完整号码，复核的人据此向本人核实。 */
export interface AccountChangeView {
  /** 标识 */
  id: string
  /** 变更种类 */
  kind: 'enabling' | 'identity' | 'invitation' | 'open' | 'roles'
  /** 账号标识 */
  staff_id: string | null
  /** 用户名 */
  username: string
  /** 人员标识：账号背后的自然人；凡须两人办理的以此为准，R1.1 */
  employee_id: string | null
  /** 姓名 */
  name: string
  /** 证件号码：隐去中间各位；没有登记的为空 */
  id_number: string
  /** 手机号：完整号码；没有登记的为空 */
  phone: string
  /** 变更后的角色 */
  roles: (Role)[]
  /** 现有角色 */
  roles_now: (Role)[]
  /** 保险机构标识 */
  insurer_id: string | null
  /** 小区标识 */
  community_id: string | null
  /** 理由 */
  reason: string
  /** 状态 */
  state: 'confirmed' | 'draft' | 'dropped'
  /** 录入时间 */
  entered_at: string
  /** 本人录入：录入人不得复核自己的录入 */
  entered_by_me: boolean
  /** 复核时间：尚未复核的为空 */
  confirmed_at: string | null
  /** 作废时间：没有作废的为空 */
  dropped_at: string | null
  /** 作废原因：没有作废的为空 */
  drop_reason: string
}

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
  /** 归集方式 */
  attribution: '' | 'balance_days'
  /** 结息笔数 */
  settlements: number
  /** 冲销笔数 */
  reversals: number
  /** 银行利息：单位：分 */
  bank_interest_fen: number
  /** 归集收益：归各统筹账户的增值收益。单位：分 */
  income_fen: number
  /** 法定利息：归各户的利息。单位：分 */
  interest_fen: number
  /** 低于基准：利息不足基准利息的差额；不低于基准的为 0。单位：分 */
  shortfall_fen: number
  /** 统筹账户数 */
  scopes: number
  /** 得益账户数：分得收益的统筹账户 */
  scopes_credited: number
  /** 户数 */
  homes: number
  /** 得息户数：未结账时为空 */
  homes_credited: number | null
  /** 承前抵减：以前年度冲销留待本年抵减的。单位：分 */
  brought_fen: number
  /** 本年入账：本年度记入账户的。单位：分 */
  posted_fen: number
  /** 结转下年：留待以后年度抵减的。单位：分 */
  carried_fen: number
  /** 收益归属：自然年到金额 */
  earned: Record<string, number>
  /** 未分配增值收益：年末尚未分配的。单位：分 */
  left_income_fen: number
  /** 未分配法定利息：年末尚未分配的。单位：分 */
  left_interest_fen: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface AccountingYearList {
  /** 本页内容 */
  items: (AccountingYearView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一个年度的试算与结账：进行到哪一步、该步的进度和合计。 只计入 `frozen_at` 以前的记录；`failure` 为试算失败的原因。 */
export interface AccountingYearView {
  /** 年度 */
  year: number
  /** 状态 */
  state: 'closed' | 'closing' | 'failed' | 'previewed' | 'previewing'
  /** 状态：可直接显示 */
  state_title: string
  /** 步骤：代码 */
  step: '' | 'gathering' | 'income' | 'interest' | 'sharing' | 'verifying' | 'weighing'
  /** 步骤：可直接显示 */
  step_title: string
  /** 已完成步数 */
  done: number
  /** 总步数 */
  total: number
  /** 试算未完成的原因：没有失败的为空 */
  failure: string
  /** 试算时间 */
  asked_at: string
  /** 冻结时间：此前记账的才计入本年度 */
  frozen_at: string
  /** 复核时间：尚未复核的为空 */
  confirmed_at: string | null
  /** 结账时间：为空即尚未结账 */
  closed_at: string | null
  /** 年度合计 */
  figures: AccountingYearFigures
}

/** 银行的结息单。`to_on` 为不再计息的首日，不填即到期日，活期则为入账日；`part_fen` 为提前支取的本金，单位：分。`renew` 不填即按约定；`capitalise` 表示利息留存为本金。 */
export interface AdviceBody {
  /** 结息单号：银行结息单上的编号 */
  advice_number: string
  /** 入账日期：银行把利息记入账户的日期 */
  credited_on: string
  /** 利息：单位：分 */
  interest_fen: number
  /** 止息日：从这天起不再计息；不给即到期日，活期为入账日期 */
  to_on?: string | null | undefined
  /** 提前支取：部分提前支取的本金；不给即全额结息。单位：分 */
  part_fen?: number | null | undefined
  /** 是否转存：不给即按存款约定 */
  renew?: boolean | null | undefined
  /** 转存利率：年利率；不转存的为空。单位：万分之一个百分点，15000 即 1.5% */
  renewed_rate_e4?: number | null | undefined
  /** 利息转入本金：利息留在存款中，不另行支付 */
  capitalise?: boolean | undefined
  /** 活期利率：提前支取或逾期部分适用；年利率。单位：万分之一个百分点，15000 即 1.5% */
  demand_rate_e4?: number | null | undefined
  /** 结息单影像 */
  file_id?: string | null | undefined
  /** 备注 */
  note?: string | undefined
}

/** 结息清单的一处错误：第几行、哪一列、所填内容和原因。 */
export interface AdviceFault {
  /** 行：文件中的行号；0 为整个文件 */
  row: number
  /** 列 */
  column: string
  /** 内容 */
  value: string
  /** 原因 */
  reason: string
}

/** 导入结息清单的结果：每行一份结息单，待第二人复核；有一处错误的，全部不录入。 */
export interface AdviceFile {
  /** 已录入笔数：有错误时为 0 */
  entered: number
  /** 结息单标识 */
  settlement_ids: (string)[]
  /** 错误 */
  faults: (AdviceFault)[]
}

/** 结息单的试算结果：银行利息与约定利息对照，各部分及其计算步骤，以及将开始的存期；不作任何记录。 */
export interface AdvicePreview {
  /** 结息种类 */
  kind: 'demand' | 'early' | 'maturity'
  /** 本金：单位：分 */
  principal_fen: number
  /** 起息日 */
  from_on: string
  /** 止息日：不计息 */
  to_on: string
  /** 账簿日期 */
  effective_on: string
  /** 利息：单位：分 */
  interest_fen: number
  /** 约定利息：按存款要素计算的利息。单位：分 */
  expected_fen: number
  /** 差额：银行利息减去按约定计算的利息。单位：分 */
  difference_fen: number
  /** 应得基准利息：按基准利率应得的，收益低于基准时仍照列。单位：分 */
  due_benchmark_fen: number
  /** 基准利息：归各户的部分，R4.3。单位：分 */
  benchmark_fen: number
  /** 增值收益：高出基准利息的部分，R4.3。单位：分 */
  value_added_fen: number
  /** 低于基准：利息不足基准利息的差额；不低于基准的为 0。单位：分 */
  shortfall_fen: number
  /** 收回本金：回到银行账户的本金。单位：分 */
  returned_fen: number
  /** 转入本金：单位：分 */
  capitalised_fen: number
  /** 逾期天数：到期后未结息的天数，按活期计息。单位：天 */
  overdue_days: number
  /** 转存起息日：不转存的为空 */
  renewed_from_on: string | null
  /** 转存到期日：不转存的为空 */
  renewed_to_on: string | null
  /** 转存本金：不转存的为空。单位：分 */
  renewed_principal_fen: number | null
  /** 转存基准利率：年利率；不转存的为空。单位：万分之一个百分点，15000 即 1.5% */
  renewed_benchmark_e4: number | null
  /** 按年归属：按利息产生的自然年，R4.5 */
  slices: (SettlementSlice)[]
  /** 计算步骤：可据以手工复算 */
  steps: (SettlementStep)[]
}

/** 是否通过授权材料，以及理由。 */
export interface AppointmentDecision {
  /** 是否同意：`false` 为不同意，须说明理由 */
  approve: boolean
  /** 理由 */
  reason: string
}

/** 一次发送：时间、结果和微信的错误码。 */
export interface AttemptLine {
  /** 序号：从 1 起 */
  nth: number
  /** 发送时间 */
  started_at: string
  /** 结果 */
  outcome: 'definite_no' | 'retry_later' | 'sent' | 'started' | 'unknown'
  /** 微信错误码：没有答复的为空 */
  errcode: number | null
  /** 具体说明：微信的答复 */
  detail: string
}

/** 第二人从一张票上读到的内容，以票上的码或批内次序指明是哪一张。 */
export interface BallotReading {
  /** 表态 */
  choice: 'abstain' | 'against' | 'agree'
  /** 选票码：纸质选票上二维码的内容 */
  paper_token?: string | undefined
  /** 序号：没有扫码的用批次中的序号指明 */
  nth?: number | null | undefined
}

/** 整批纸质表决票，次序不限。 */
export interface BallotReadings {
  /** 各张选票 */
  lines: (BallotReading)[]
}

/** 可在某户表决票上签名的人，姓名已脱敏。 */
export interface BallotSigner {
  /** 业主标识 */
  owner_id: string
  /** 姓名：隐去部分 */
  name: string
  /** 推举的代表：由共有人推举，只听代表的 */
  representative: boolean
}

/** 在银行开立的账户；保费从 `main` 为真的账户拨付。 */
export interface BankAccountBody {
  /** 开户银行 */
  bank: string
  /** 银行账号 */
  number: string
  /** 户名 */
  holder: string
  /** 主专户：保费从主专户拨付 */
  main?: boolean | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BankAccountList {
  /** 本页内容 */
  items: (BankAccountView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一个银行账户及其账面余额，单位：分。 */
export interface BankAccountView {
  /** 标识 */
  id: string
  /** 开户银行 */
  bank: string
  /** 银行账号 */
  number: string
  /** 户名 */
  holder: string
  /** 主专户：保费从主专户拨付 */
  main: boolean
  /** 账户标识 */
  account_id: string
  /** 账面余额：单位：分 */
  balance_fen: number
  /** 存款笔数 */
  deposits: number
  /** 登记时间 */
  created_at: string
  /** 销户时间：为空即没有销户 */
  closed_at: string | null
}

/** 截至某日银行与账面的余额，以及造成两者不等、却不属于任何流水或分录的原因。 `books_fen` 减 `bank_fen`，等于账面未达账项之和减银行未达账项之和；银行一方另含 `opening_fen`（尚未核对的期初余额）和 `gaps`（对账单断档）。 */
export interface BankBalances {
  /** 截至日期：含当日；不给即今天 */
  until: string
  /** 银行余额：单位：分 */
  bank_fen: number
  /** 账面余额：单位：分 */
  books_fen: number
  /** 未核对期初：期初余额尚无对应时的数额。单位：分 */
  opening_fen: number
  /** 断档：余额变动没有流水可以解释之处 */
  gaps: (BankStatementGap)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BankLineList {
  /** 本页内容 */
  items: (BankLineView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 银行对账单的一笔流水；正数为收入，负数为支出，单位：分。 */
export interface BankLineView {
  /** 标识 */
  id: string
  /** 对账单标识 */
  statement_id: string
  /** 日期 */
  on: string
  /** 金额：正为收入，负为支出。单位：分 */
  amount_fen: number
  /** 余额：银行所列的余额；没有的为空。单位：分 */
  balance_fen: number | null
  /** 银行流水号 */
  reference: string
  /** 对方户名 */
  counterparty: string
  /** 摘要 */
  memo: string
  /** 核对标识：尚未核对的为空 */
  match_id: string | null
}

/** 确认为同一笔钱的流水与分录，两边合计相等；只有一边的，合计须为零。 */
export interface BankMatchBody {
  /** 流水标识 */
  line_ids?: (string)[] | undefined
  /** 分录标识 */
  posting_ids?: (string)[] | undefined
}

/** 对应关系中的一笔：流水（`posting_id` 为空）或分录（`line_id` 为空）。 */
export interface BankMatchItem {
  /** 流水标识：账上的分录为空 */
  line_id: string | null
  /** 分录标识：银行的流水为空 */
  posting_id: string | null
  /** 日期 */
  on: string
  /** 金额：正为收入，负为支出。单位：分 */
  amount_fen: number
  /** 编号：银行流水号或记账编号 */
  reference: string
  /** 对方户名 */
  counterparty: string
  /** 摘要 */
  memo: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BankMatchList {
  /** 本页内容 */
  items: (BankMatchView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一条核对建议：这些流水和分录可能是同一笔钱。`sure` 表示两边都没有别的可能。 */
export interface BankMatchSuggestion {
  /** 核对依据 */
  basis: MatchBasis
  /** 核对依据：可直接显示 */
  basis_title: string
  /** 唯一对应：两边都不可能是别的 */
  sure: boolean
  /** 金额：单位：分 */
  amount_fen: number
  /** 流水 */
  lines: (BankMatchItem)[]
  /** 分录 */
  postings: (BankMatchItem)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BankMatchSuggestionList {
  /** 本页内容 */
  items: (BankMatchSuggestion)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一组核对：互相对应的流水和分录；笔数极多的只列前面的。 */
export interface BankMatchView {
  /** 标识 */
  id: string
  /** 核对依据 */
  basis: MatchBasis
  /** 核对依据：可直接显示 */
  basis_title: string
  /** 金额：单位：分 */
  amount_fen: number
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
  to_on: string
  /** 流水和分录：极多时只列前面的 */
  items: (BankMatchItem)[]
  /** 核对人：工作人员账号的标识；自动核对的为空 */
  matched_by: string | null
  /** 核对时间 */
  matched_at: string
  /** 撤销人：工作人员账号的标识 */
  undone_by: string | null
  /** 撤销时间：没有撤销的为空 */
  undone_at: string | null
}

/** 自动核对的结果：按依据各核对了多少，两边还剩多少。 */
export interface BankMatchesMade {
  /** 自动核对：按依据列出的笔数 */
  matched: Record<string, number>
  /** 未核对流水笔数 */
  lines_left: number
  /** 未核对分录笔数 */
  postings_left: number
}

/** 上传文件的一列（从 0 数起）及其中的样例。 */
export interface BankStatementColumn {
  /** 列号：从 0 起 */
  place: number
  /** 列名 */
  title: string
  /** 示例内容 */
  samples: (string)[]
}

/** 对账单的一处错误：文件中的行号，0 指整份文件。 */
export interface BankStatementFault {
  /** 行：文件中的行号；0 为整个文件 */
  row: number
  /** 原因 */
  reason: string
}

/** 对账单的断档：该日之前余额有变化，却没有流水说明。 */
export interface BankStatementGap {
  /** 日期 */
  on: string
  /** 金额：单位：分 */
  amount_fen: number
}

/** 各项内容在第几列（从 0 数起）：收支两列，或一列金额加收支标志，或一列带正负号的金额。 `received` 为存入本账户的金额（银行的贷方），`paid` 为支出的金额（银行的借方）。 */
export interface BankStatementLayout {
  /** 日期列 */
  day: number
  /** 日期格式 */
  day_format?: 'dmy' | 'mdy' | 'ymd' | undefined
  /** 收入列：进入本账户的 */
  received?: number | null | undefined
  /** 支出列：从本账户付出的 */
  paid?: number | null | undefined
  /** 金额列 */
  amount?: number | null | undefined
  /** 借贷标志列：金额不分正负时，哪一列说明收支 */
  mark?: number | null | undefined
  /** 余额列 */
  balance?: number | null | undefined
  /** 流水号列 */
  reference?: number | null | undefined
  /** 对方户名列 */
  counterparty?: number | null | undefined
  /** 摘要列：可以是几列 */
  memo?: (number)[] | undefined
}

/** 各项内容在对账单的第几列（从 0 数起），尚未指明的为空。 */
export interface BankStatementLayoutView {
  /** 日期列 */
  day: number | null
  /** 日期格式 */
  day_format: 'dmy' | 'mdy' | 'ymd'
  /** 收入列：进入本账户的 */
  received: number | null
  /** 支出列：从本账户付出的 */
  paid: number | null
  /** 金额列 */
  amount: number | null
  /** 借贷标志列：金额不分正负时，哪一列说明收支 */
  mark: number | null
  /** 余额列 */
  balance: number | null
  /** 流水号列 */
  reference: number | null
  /** 对方户名列 */
  counterparty: number | null
  /** 摘要列：可以是几列 */
  memo: (number)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BankStatementList {
  /** 本页内容 */
  items: (BankStatementRow)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 各列的对应关系，以及文件本身没有写明的起止日期和期初、期末余额。 */
export interface BankStatementMapping {
  /** 各列含义：哪一列是什么，列从 0 起 */
  layout: BankStatementLayout
  /** 表头所在行：从 1 起；0 为由系统查找 */
  heading_row?: number | undefined
  /** 期间起：文件写明的不必给 */
  from_on?: string | null | undefined
  /** 期间止：含当日；文件写明的不必给 */
  to_on?: string | null | undefined
  /** 期初余额：文件写明的不必给。单位：分 */
  opening_fen?: number | null | undefined
  /** 期末余额：文件写明的不必给。单位：分 */
  closing_fen?: number | null | undefined
}

/** 列表中的一份对账单。 */
export interface BankStatementRow {
  /** 标识 */
  id: string
  /** 文件名 */
  name: string
  /** 状态 */
  state: 'dropped' | 'faulty' | 'mapping' | 'ready' | 'taken'
  /** 状态：可直接显示 */
  state_title: string
  /** 期间起 */
  from_on: string | null
  /** 期间止 */
  to_on: string | null
  /** 期初余额：单位：分 */
  opening_fen: number | null
  /** 期末余额：单位：分 */
  closing_fen: number | null
  /** 流水笔数 */
  lines_total: number
  /** 已有笔数：以前已经入库的流水 */
  lines_known: number
  /** 错误处数 */
  faults_total: number
  /** 上传时间 */
  created_at: string
  /** 入库时间：尚未入库的为空 */
  taken_at: string | null
}

/** 与前后对账单不衔接时，是否仍然入库。 */
export interface BankStatementTaking {
  /** 接受断档：与其他对账单之间缺一段也入库 */
  accept_gap?: boolean | undefined
}

/** 一份银行对账单。`layout_from` 说明各列的对应关系从何而来；有 `gaps`（断档）的，入库时须明确接受。 */
export interface BankStatementView {
  /** 标识 */
  id: string
  /** 银行账户标识 */
  bank_account_id: string
  /** 文件名 */
  name: string
  /** 状态 */
  state: 'dropped' | 'faulty' | 'mapping' | 'ready' | 'taken'
  /** 状态：可直接显示 */
  state_title: string
  /** 表头所在行：从 1 起；0 为由系统查找 */
  heading_row: number
  /** 文件开头：前几行各格的文字 */
  preview: ((string)[])[]
  /** 各列 */
  columns: (BankStatementColumn)[]
  /** 各列含义：哪一列是什么，列从 0 起 */
  layout: BankStatementLayoutView
  /** 各列含义来源 */
  layout_from: '' | 'remembered' | 'set' | 'titles'
  /** 期间起：文件没有写明的为空 */
  from_on: string | null
  /** 期间止：含当日；文件没有写明的为空 */
  to_on: string | null
  /** 期初余额：文件没有写明的为空。单位：分 */
  opening_fen: number | null
  /** 期末余额：文件没有写明的为空。单位：分 */
  closing_fen: number | null
  /** 流水笔数 */
  lines_total: number
  /** 已有笔数：以前已经入库的流水 */
  lines_known: number
  /** 错误 */
  faults: (BankStatementFault)[]
  /** 错误处数 */
  faults_total: number
  /** 断档：余额变动没有流水可以解释之处 */
  gaps: (BankStatementGap)[]
  /** 已接受断档 */
  gap_accepted: boolean
  /** 上传时间 */
  created_at: string
  /** 入库时间：尚未入库的为空 */
  taken_at: string | null
}

/** 理由。 */
export interface BankingReason {
  /** 理由 */
  reason: string
}

/** 自某日起的基准利率及其公布依据；`rate_e4` 以百分之一的万分之一为单位，15000 即 1.5%。 */
export interface BenchmarkRateBody {
  /** 存期 */
  tenor: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand'
  /** 起始日：从这一天起执行 */
  since_on: string
  /** 利率：年利率。单位：万分之一个百分点，15000 即 1.5% */
  rate_e4: number
  /** 依据：文件名称、文号或公布处 */
  source: string
}

/** 一条基准利率，以及复核后将改变的存期（极多的只列前面的）。 */
export interface BenchmarkRateDetail {
  /** 基准利率 */
  rate: BenchmarkRateView
  /** 受影响的存期：利率复核后将改变的；极多时只列前面的 */
  touches: (DepositTermTouched)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BenchmarkRateList {
  /** 本页内容 */
  items: (BenchmarkRateView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一条基准利率及其录入、复核经过；`drop_reason` 是不予采用的理由。 */
export interface BenchmarkRateView {
  /** 标识 */
  id: string
  /** 存期 */
  tenor: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand'
  /** 起始日：从这一天起执行 */
  since_on: string
  /** 利率：年利率。单位：万分之一个百分点，15000 即 1.5% */
  rate_e4: number
  /** 依据：文件名称、文号或公布处 */
  source: string
  /** 状态 */
  state: 'confirmed' | 'draft' | 'dropped'
  /** 提出方 */
  proposed_by: 'clerk' | 'program'
  /** 本人录入：录入人不得复核自己的录入 */
  entered_by_me: boolean
  /** 录入时间 */
  entered_at: string
  /** 复核时间：尚未复核的为空 */
  confirmed_at: string | null
  /** 作废时间：没有作废的为空 */
  dropped_at: string | null
  /** 作废原因：没有作废的为空 */
  drop_reason: string
}

/** 以一个绑定办过的一件事：签名、反对意见、选票（不含投了什么）或者反映。 */
export interface BindingAct {
  /** 事项 */
  kind: 'ballot' | 'objection' | 'report' | 'signature'
  /** 事项名称 */
  kind_title: string
  /** 办件标识 */
  case_id: string
  /** 办件编号 */
  case_number: string
  /** 楼栋或单元 */
  scope_name: string
  /** 表决标识 */
  vote_id: string | null
  /** 时间 */
  at: string
  /** 仍有效：没有撤回、更改或办结 */
  stands: boolean
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BindingActList {
  /** 本页内容 */
  items: (BindingAct)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 是否通过绑定材料，以及理由；名册中没有产权记录的，另填 `evidence`。 */
export interface BindingClaimDecision {
  /** 是否同意：`false` 为不同意，须说明理由 */
  approve: boolean
  /** 理由 */
  reason: string
  /** 材料所证：名册没有该权属时填写 */
  evidence?: OwnershipEvidence | null | undefined
}

/** 供经办人审核的绑定材料，以及名册中该房屋的产权人（已脱敏）。 */
export interface BindingClaimDetail {
  /** 标识 */
  id: string
  /** 房屋 */
  home: HomeLine
  /** 姓名：隐去部分 */
  name: string
  /** 证件号码：提交时为完整号码，答复中隐去中间各位 */
  id_number: string
  /** 材料 */
  files: (StoredFile)[]
  /** 状态 */
  state: 'approved' | 'open' | 'proposed' | 'refused' | 'withdrawn'
  /** 理由 */
  reason: string
  /** 提交时间 */
  created_at: string
  /** 决定时间：尚未决定的为空 */
  decided_at: string | null
  /** 业主：姓名隐去部分 */
  owners: (RollOwner)[]
  /** 材料所证：待复核的才有 */
  evidence: ProposedOwnership | null
}

/** 终止哪个绑定及理由；处理有异议的更换微信的，另给其标识，终止后换成新的微信。 */
export interface BindingEndingBody {
  /** 绑定标识 */
  binding_id: string
  /** 更换微信的标识：准许有异议的更换时填写 */
  login_change_id?: string | null | undefined
  /** 理由 */
  reason: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BindingEndingList {
  /** 本页内容 */
  items: (BindingEndingView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 终止一个微信以某位业主身份的全部绑定；复核后其登录一并失效。 */
export interface BindingEndingView {
  /** 标识 */
  id: string
  /** 房屋编号 */
  home: string
  /** 业主：姓名隐去部分 */
  owner: string
  /** 理由 */
  reason: string
  /** 更换微信的标识 */
  login_change_id: string | null
  /** 状态 */
  state: 'confirmed' | 'draft' | 'dropped'
  /** 状态：可直接显示 */
  state_title: string
  /** 本人录入：录入人不得复核自己的录入 */
  entered_by_me: boolean
  /** 录入时间 */
  entered_at: string
  /** 复核时间：尚未复核的为空 */
  confirmed_at: string | null
  /** 作废原因：没有作废的为空 */
  drop_reason: string
}

/** 账簿中的一个账户；`owner_ref` 指明属于哪个记账单位、房屋或保险机构。 */
export interface BookAccount {
  /** 账户标识 */
  account_id: string
  /** 编号 */
  code: string
  /** 账户名称 */
  title: string
  /** 账户类别 */
  kind: AccountKind
  /** 账户类别：可直接显示 */
  kind_title: string
  /** 归属标识：账户所属的楼栋或单元、房屋或保险机构；公共账户为空 */
  owner_ref: string | null
  /** 余额：单位：分 */
  balance_fen: number
  /** 已预留：办件已占用而尚未支付的，R3.4。单位：分 */
  held_fen: number
  /** 可用余额：余额减去已预留的，R3.4。单位：分 */
  available_fen: number
  /** 分录数 */
  entries: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BookAccountList {
  /** 本页内容 */
  items: (BookAccount)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 最初的两位管理员之一，凭运维人员设定的令牌设立。 */
export interface Bootstrap {
  /** 启用码：部署时设定，设立最初两位管理员 */
  token: string
  /** 用户名 */
  username: string
  /** 本人 */
  employee: EmployeeIdentity
  /** 密码 */
  password: string
}

/** 一项日历改动：某日上班或休息，或者某年的安排已经公布；复核后生效。 */
export interface CalendarChange {
  /** 标识 */
  id: string
  /** 状态 */
  state: 'confirmed' | 'draft' | 'dropped'
  /** 日期 */
  day: string | null
  /** 上班：宣布年度的为空 */
  working: boolean | null
  /** 说明：如节日名称 */
  name: string
  /** 年度：只宣布某年已公布的才有 */
  year: number | null
  /** 依据：文件名称、文号或公布处 */
  source: string
  /** 录入时间 */
  entered_at: string
  /** 本人录入：录入人不得复核自己的录入 */
  entered_by_me: boolean
  /** 作废原因：没有作废的为空 */
  drop_reason: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface CalendarChangeList {
  /** 本页内容 */
  items: (CalendarChange)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 暂时无法辨明的款项是收入还是支出。 */
export type CashDirection =
  | 'in'
  | 'out'

export const cashDirectionTitles: Record<CashDirection, string> = {
  in: '收入',
  out: '支出',
}

/** 一份绑定材料复核后的状态。 */
export interface ClaimState {
  /** 标识 */
  id: string
  /** 状态 */
  state: 'approved' | 'open' | 'proposed' | 'refused' | 'withdrawn'
}

/** 材料是否证明应当更正；属实的，另填经办从材料上录入的内容，须与申请的一致。 */
export interface CorrectionDecision {
  /** 是否同意：`false` 为不同意，须说明理由 */
  approve: boolean
  /** 理由 */
  reason: string
  /** 材料所载：属实的填写 */
  value?: string | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface DeliveryList {
  /** 本页内容 */
  items: (DeliveryView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一条消息的微信发送情况，不显示接收人。 */
export interface DeliveryView {
  /** 标识 */
  id: string
  /** 消息种类 */
  kind: 'acceptance_waits' | 'account_disabled' | 'account_enabled' | 'account_opened' | 'account_reset' | 'account_roles_changed' | 'account_secret_changed' | 'account_taken_up' | 'advice_waits' | 'application_accepted' | 'application_filed' | 'appointment_decided' | 'appointment_ended' | 'appointment_waits' | 'approval_waits' | 'audit_account_disabled' | 'audit_account_enabled' | 'audit_account_opened' | 'audit_account_reset' | 'audit_account_roles' | 'audit_account_taken_up' | 'audit_employee' | 'award_returned' | 'award_waits' | 'ballot_overridden' | 'ballot_received' | 'bare_lobby' | 'bare_lobby_waits' | 'binding_ended' | 'binding_ended_beside' | 'case_corrected' | 'case_held' | 'case_lapsed' | 'case_paused' | 'case_rejected' | 'case_resumed' | 'case_withdrawn' | 'change_contested' | 'change_refused' | 'change_waits' | 'claim_decided' | 'claim_waits' | 'co_owners_differ' | 'collection_complete' | 'collection_opened' | 'collection_whole' | 'contest_dismissed' | 'contest_upheld' | 'contest_waits' | 'contract_signed' | 'contract_to_sign' | 'contract_wanted' | 'correction_decided' | 'correction_waits' | 'correction_wanted' | 'deposit_maturing' | 'deposit_settled' | 'deposit_waits' | 'elevator_in_danger' | 'elevators_covered' | 'employee_corrected' | 'ending_entered' | 'ending_waits' | 'fund_moved' | 'fund_passed_on' | 'fund_restored' | 'fund_runs_low' | 'funds_dropped' | 'funds_wait' | 'head_to_witness' | 'home_bound' | 'home_bound_beside' | 'hurry' | 'insurer_readmitted' | 'insurer_released' | 'insurer_suspended' | 'last_photos_wanted' | 'late_objection_waits' | 'login_is_to_change' | 'login_replaced' | 'naming_waits' | 'no_emergency' | 'no_hurry' | 'notice_ended' | 'notice_published' | 'notice_recounted' | 'notice_started' | 'notice_waits' | 'objection_answered' | 'objection_received' | 'objection_recorded' | 'objection_settled' | 'objection_upheld' | 'objection_waits' | 'openings_closed' | 'own_payee_account_in_force' | 'ownership_ended' | 'paper_confirmed' | 'paper_left_out' | 'paper_taken' | 'papers_dropped' | 'papers_wait' | 'parameters_decided' | 'parameters_wait' | 'payee_account_confirmed' | 'payee_account_in_force' | 'payee_account_refused' | 'payee_account_waits' | 'payout_day_changed' | 'payout_delayed' | 'payout_due' | 'payout_recounted' | 'payout_requested' | 'payout_returned' | 'payout_to_ask' | 'payout_waits' | 'photo_waits' | 'plan_dropped' | 'plan_filed' | 'plan_set_aside' | 'plan_wanted_again' | 'policy_issued' | 'policy_recorded' | 'policy_wanted' | 'posting_missing' | 'posting_refused' | 'posting_wanted' | 'posting_wanted_again' | 'premium_paid' | 'proxy_ended' | 'proxy_recorded' | 'proxy_waits' | 'rate_decided' | 'rate_waits' | 'receipt_dropped' | 'receipt_posted' | 'receipts_wait' | 'reconciliation_dropped' | 'reconciliation_waits' | 'refund_dropped' | 'refund_posted' | 'refund_waits' | 'registration_waits' | 'representative_ended' | 'representative_named' | 'reversal_waits' | 'review_received' | 'review_waits' | 'roll_imported' | 'round_awarded' | 'scope_switched' | 'service_contested' | 'service_recorded' | 'service_waits' | 'service_withdrawn' | 'settlement_proposed' | 'settlement_reversed' | 'signature_added' | 'signature_withdrawn' | 'signatures_wanted' | 'special_opened' | 'survey_wanted' | 'switch_dropped' | 'switch_waits' | 'taking_over_waits' | 'vote_closed' | 'vote_counted' | 'vote_opened' | 'vote_waits' | 'voucher_waits' | 'witness_ended' | 'witness_named' | 'year_being_closed' | 'year_closed' | 'year_published' | 'year_to_confirm'
  /** 模板：本系统的模板名 */
  template: 'notice' | 'progress' | 'task'
  /** 状态 */
  state: 'dead' | 'leased' | 'maybe' | 'refused' | 'sent' | 'unconsented' | 'waiting'
  /** 尝试次数 */
  tries: number
  /** 下次发送时间 */
  due_at: string
  /** 生成时间 */
  created_at: string
  /** 发送经过 */
  attempts: (AttemptLine)[]
  /** 办件标识 */
  case_id: string | null
  /** 了结时间：发出或不再发送的时间 */
  settled_at: string | null
}

/** 与银行约定的存款；款项从 `custody_id` 账户转出，到期转回该账户。 `matures_on` 可以不填，由存期推算；来自竞争性存放的填 `offer_id`（中标的报价）。 */
export interface DepositBody {
  /** 存款编号 */
  code: string
  /** 银行账户标识：本金由它存出，收回时存入 */
  custody_id: string
  /** 开户银行 */
  bank: string
  /** 银行账号 */
  bank_account: string
  /** 本金：单位：分 */
  principal_fen: number
  /** 存期 */
  tenor: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand'
  /** 起息日：计息；基准利率按这一天 */
  opened_on: string
  /** 约定利率：年利率。单位：万分之一个百分点，15000 即 1.5% */
  agreed_rate_e4: number
  /** 计息方式 */
  method: 'days360' | 'terms'
  /** 到期日：不给即按存期推算 */
  matures_on?: string | null | undefined
  /** 计息本金单位 */
  base?: 'fen' | 'yuan' | undefined
  /** 自动转存 */
  renews?: boolean | undefined
  /** 报价标识：经竞争性存放定标的才有 */
  offer_id?: string | null | undefined
  /** 备注 */
  note?: string | undefined
}

/** 一笔存款及其各存期（最新在前）；未到期的附增值收益估算。 */
export interface DepositDetail {
  /** 存款 */
  deposit: DepositView
  /** 各存期：最新在前 */
  terms: (DepositTermView)[]
  /** 收益预估：银行结息入账前不得动用，R4.4 */
  estimate: DepositEstimate | null
}

/** 截至某日高于基准利息的增值收益估算，单位：分；银行入账之前不得动用（R4.4）。 */
export interface DepositEstimate {
  /** 截至日期 */
  on: string
  /** 增值收益：高出基准利息的部分，R4.3。单位：分 */
  value_added_fen: number
  /** 可动用：预估收益一律不可动用 */
  spendable: boolean
  /** 说明 */
  note: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface DepositList {
  /** 本页内容 */
  items: (DepositView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 导入存款的接收进度：尚未接收、待复核、本次办理的笔数，以及须更正的存款。 */
export interface DepositTakingOver {
  /** 账簿启用日：尚未启用的为空 */
  opening_on: string | null
  /** 待接收笔数：导入而尚未接收入账的存款 */
  listed: number
  /** 待复核笔数 */
  waiting: number
  /** 本次处理：本次请求提出或接收的笔数 */
  done: number
  /** 不能接收的：须更正导入的存款后再接收 */
  unclear: (UnclearDeposit)[]
}

/** 在该利率起始日及以后起存、基准利率将随之改变的存期；已经结息的不变。 */
export interface DepositTermTouched {
  /** 存款标识 */
  deposit_id: string
  /** 存款编号 */
  code: string
  /** 期次：第几个存期，从 1 起 */
  term_number: number
  /** 起息日：计息；基准利率按这一天 */
  opened_on: string
  /** 原利率：年利率。单位：万分之一个百分点，15000 即 1.5% */
  was_e4: number
  /** 已结息：已结息的存期不因新利率改变 */
  settled: boolean
}

/** 存款的一个存期，按其起存日适用基准利率；已冲销的 `voided` 为真。 */
export interface DepositTermView {
  /** 期次：第几个存期，从 1 起 */
  term_number: number
  /** 起息日：计息；基准利率按这一天 */
  opened_on: string
  /** 到期日：活期为空 */
  matures_on: string | null
  /** 本金：单位：分 */
  principal_fen: number
  /** 已支取：提前支取的本金。单位：分 */
  withdrawn_fen: number
  /** 约定利率：年利率。单位：万分之一个百分点，15000 即 1.5% */
  agreed_rate_e4: number
  /** 基准利率：年利率。单位：万分之一个百分点，15000 即 1.5% */
  benchmark_rate_e4: number
  /** 结息日：尚未结息的为空 */
  settled_on: string | null
  /** 终止日：尚未终止的为空 */
  closed_on: string | null
  /** 已冲销：该存期已随结息冲销而作废 */
  voided: boolean
}

/** 一笔存款及其当前（或最后）存期；金额单位：分，利率以百分之一的万分之一为单位。`remaining_fen` 为尚存的本金，活期即账户余额。 */
export interface DepositView {
  /** 标识 */
  id: string
  /** 存款编号 */
  code: string
  /** 开户银行 */
  bank: string
  /** 银行账号 */
  bank_account: string
  /** 本金：单位：分 */
  principal_fen: number
  /** 现有本金：活期为账户余额。单位：分 */
  remaining_fen: number
  /** 存期 */
  tenor: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand'
  /** 首次存入日：自动转存的从第一期算起 */
  first_on: string
  /** 起息日：计息；基准利率按这一天 */
  opened_on: string
  /** 到期日：活期为空 */
  matures_on: string | null
  /** 期次：第几个存期，从 1 起 */
  term_number: number
  /** 约定利率：年利率。单位：万分之一个百分点，15000 即 1.5% */
  agreed_rate_e4: number
  /** 基准利率：年利率。单位：万分之一个百分点，15000 即 1.5% */
  benchmark_rate_e4: number
  /** 计息方式 */
  method: 'days360' | 'terms'
  /** 计息本金单位 */
  base: 'fen' | 'yuan'
  /** 自动转存 */
  renews: boolean
  /** 状态 */
  state: 'closed' | 'draft' | 'dropped' | 'listed' | 'running' | 'taking'
  /** 银行账户标识：本金由它存出、收回时存入；尚未接收的为空 */
  custody_id: string | null
  /** 账户标识：活期存款所记的账户；定期为空 */
  account_id: string | null
  /** 报价标识：经竞争性存放定标的才有 */
  offer_id: string | null
  /** 备注 */
  note: string
  /** 逾期天数：到期后未结息的天数，按活期计息。单位：天 */
  overdue_days: number
  /** 本人录入：录入人不得复核自己的录入 */
  entered_by_me: boolean
  /** 录入时间 */
  entered_at: string | null
  /** 复核时间：尚未复核的为空 */
  confirmed_at: string | null
  /** 作废时间：没有作废的为空 */
  dropped_at: string | null
  /** 作废原因：没有作废的为空 */
  drop_reason: string
}

/** 一类待办的件数、超期件数和最早等待时间。 */
export interface DeskCount {
  /** 类别 */
  kind: 'account_change' | 'appointment' | 'appointment_beyond_roll' | 'ballot_batch' | 'benchmark_rate' | 'binding_claim' | 'binding_contest' | 'binding_ending' | 'calendar_change' | 'claim' | 'cleared' | 'correction' | 'deposit' | 'deposit_taken_over' | 'filed' | 'fund_batch' | 'import' | 'insurer_admission' | 'lobby_report' | 'login_change' | 'not_carried' | 'objection_ending' | 'opening_closing' | 'paper_objection' | 'parameter_change' | 'paused' | 'payee_account' | 'payee_answer' | 'photo' | 'planned' | 'prepared' | 'proxy' | 'receipt' | 'reconciliation' | 'refund' | 'representative' | 'requested' | 'roll_correction' | 'scope_switch' | 'service_entry' | 'settlement' | 'settlement_reversal' | 'special_refund' | 'text' | 'voucher' | 'witness_change'
  /** 类别：可直接显示 */
  kind_title: string
  /** 待办：要做什么 */
  to_do: string
  /** 待办数 */
  waiting: number
  /** 逾期数 */
  overdue: number
  /** 最早等待起始 */
  since_at: string | null
}

/** 各类待办的件数，只列有待办的类别。 */
export interface DeskCounts {
  /** 本页内容 */
  items: (DeskCount)[]
  /** 待办数 */
  waiting: number
  /** 逾期数 */
  overdue: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface DeskList {
  /** 本页内容 */
  items: (DeskRow)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一件待办事项：是什么、由谁办、何时开始等待、何时到期、要做什么。 */
export interface DeskRow {
  /** 类别 */
  kind: 'account_change' | 'appointment' | 'appointment_beyond_roll' | 'ballot_batch' | 'benchmark_rate' | 'binding_claim' | 'binding_contest' | 'binding_ending' | 'calendar_change' | 'claim' | 'cleared' | 'correction' | 'deposit' | 'deposit_taken_over' | 'filed' | 'fund_batch' | 'import' | 'insurer_admission' | 'lobby_report' | 'login_change' | 'not_carried' | 'objection_ending' | 'opening_closing' | 'paper_objection' | 'parameter_change' | 'paused' | 'payee_account' | 'payee_answer' | 'photo' | 'planned' | 'prepared' | 'proxy' | 'receipt' | 'reconciliation' | 'refund' | 'representative' | 'requested' | 'roll_correction' | 'scope_switch' | 'service_entry' | 'settlement' | 'settlement_reversal' | 'special_refund' | 'text' | 'voucher' | 'witness_change'
  /** 类别：可直接显示 */
  kind_title: string
  /** 待办：要做什么 */
  to_do: string
  /** 标识 */
  id: string
  /** 摘要 */
  title: string
  /** 状态 */
  state: '' | 'accepted' | 'cleared' | 'collecting' | 'contracted' | 'doubtful' | 'draft' | 'ended' | 'exempt' | 'filed' | 'funded' | 'insured' | 'lapsed' | 'not_carried' | 'noticed' | 'open' | 'paid' | 'pass' | 'paused' | 'planned' | 'posting' | 'prepared' | 'proposed' | 'ready' | 'registered' | 'rejected' | 'requested' | 'returned' | 'risky' | 'signing' | 'taking' | 'voted' | 'voting' | 'withdrawn'
  /** 状态：可直接显示 */
  state_title: string
  /** 等待起始：从何时起等待办理 */
  since_at: string
  /** 办理期限：含当日；没有期限的为空 */
  due_on: string | null
  /** 逾期：已过办理期限 */
  overdue: boolean
  /** 暂定：所需年份的放假安排尚未公布，日期可能改变，R9.2 */
  provisional: boolean
  /** 紧急：情况紧急的优先办理 */
  urgent: boolean
  /** 金额：不涉及金额的为空。单位：分 */
  amount_fen: number | null
  /** 小区标识 */
  community_id: string | null
  /** 小区 */
  community: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 所属单位：要做这事的单位；住保中心内部的为空 */
  body: string
  /** 保险机构标识 */
  insurer_id: string | null
  /** 办件标识 */
  case_id: string | null
  /** 办理方式：不属于办件的为空 */
  flow: '' | 'added' | 'direct' | 'household' | 'independent' | 'pooled'
  /** 录入人 */
  entered_by_name: string
}

/** 这些流水、分录为什么在对方没有对应。 */
export interface DifferenceExplanation {
  /** 说明 */
  reason: string
  /** 流水标识 */
  line_ids?: (string)[] | undefined
  /** 分录标识 */
  posting_ids?: (string)[] | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface DifferenceExplanationList {
  /** 本页内容 */
  items: (DifferenceExplanationView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 对未达账项的一次说明：内容、何人、何时。 */
export interface DifferenceExplanationView {
  /** 说明 */
  reason: string
  /** 说明人：工作人员账号的标识 */
  written_by: string
  /** 说明时间：没有说明的为空 */
  written_at: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface DifferenceList {
  /** 本页内容 */
  items: (DifferenceView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一笔未达账项：一方有而另一方没有；`later_on` 是对方其后入账的日期。 */
export interface DifferenceView {
  /** 流水标识：账上有、银行没有的为空 */
  line_id: string | null
  /** 分录标识：银行有、账上没有的为空 */
  posting_id: string | null
  /** 记账凭证标识：入账后才有 */
  journal_id: string | null
  /** 未达账项类别 */
  side: OpenSide
  /** 类别：可直接显示 */
  side_title: string
  /** 日期 */
  on: string
  /** 账龄：单位：天 */
  age_days: number
  /** 金额：正为收入，负为支出。单位：分 */
  amount_fen: number
  /** 编号：银行流水号或记账编号 */
  reference: string
  /** 对方户名 */
  counterparty: string
  /** 摘要 */
  memo: string
  /** 对方入账日期：后来另一方也入账的日期；没有的为空 */
  later_on: string | null
  /** 说明：尚未说明的为空 */
  reason: string
  /** 说明时间：没有说明的为空 */
  written_at: string | null
}

/** 有多少笔流水、分录写上了说明。 */
export interface DifferencesExplained {
  /** 已说明笔数 */
  items: number
}

/** 一台电梯一年的保费、责任限额和免赔额，单位：分。 */
export interface ElevatorPlan {
  /** 电梯标识 */
  elevator_id: string
  /** 保费：单位：分 */
  premium_fen: number
  /** 赔偿限额：每台每年累计。单位：分 */
  limit_fen: number
  /** 免赔额：0 为无免赔。单位：分 */
  deductible_fen?: number | undefined
  /** 加费理由：没有加费的为空 */
  loading_reason?: string | undefined
}

/** 更正后的人员登记及理由。 */
export interface EmployeeCorrection {
  /** 本人 */
  employee: EmployeeIdentity
  /** 理由 */
  reason: string
}

/** 账号背后的自然人：姓名、居民身份证号和本人手机。 */
export interface EmployeeIdentity {
  /** 姓名 */
  name: string
  /** 证件号码：提交时为完整号码，答复中隐去中间各位 */
  id_number: string
  /** 手机号：本人的手机号，完整号码；答复中隐去中间各位 */
  phone: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface EmployeeList {
  /** 本页内容 */
  items: (EmployeeView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一名登记在册的人员及其账号数；证件号码和手机号隐去中间各位。 */
export interface EmployeeView {
  /** 标识 */
  id: string
  /** 姓名 */
  name: string
  /** 证件号码：隐去中间各位；尚未登记的为空 */
  id_number: string
  /** 手机号：隐去中间各位；未知为空 */
  phone: string
  /** 未停用的账号数 */
  accounts: number
  /** 登记时间 */
  created_at: string
}

/** 一套房屋上核对失败的次数，自始累计；`logins` 为近来有几个微信试过。只供发现冒用。 */
export interface FailedClaims {
  /** 房屋 */
  home: HomeLine
  /** 失败次数 */
  failures: number
  /** 微信数：近一百九十天内失败过的 */
  logins: number
  /** 最近一次 */
  last_at: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface FailedClaimsList {
  /** 本页内容 */
  items: (FailedClaims)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 查阅一份封存的材料。 */
export interface FileReading {
  /** 查阅理由 */
  reason: string
}

/** 一次性的查阅凭证：只供本账号在 `expires_at` 之前下载这一份材料一次。 */
export interface FileReadingTicket {
  /** 查阅凭证 */
  ticket: string
  /** 有效期至 */
  expires_at: string
}

/** 小区备案议事规则对未表态业主的规定，何时、向谁备案，以及文本。 */
export interface FiledRulesBody {
  /** 未表态的处理：议事规则怎样对待未表态的业主 */
  silence: 'follows_majority' | 'not_counted'
  /** 备案日期：议事规则备案的日期；城市参数的为空 */
  filed_on: string
  /** 依据：文件名称、文号或公布处 */
  source: string
  /** 议事规则文件 */
  file_id: string
}

/** 到这时为止，可以办理须动态口令的事项。 */
export interface FreshUntil {
  /** 动态口令有效至：到这时为止，可以办理须先输入动态口令的事项；已过的为空 */
  fresh_until: string
}

/** 一批收支中的一户：分户账承担或收入的金额，以及尚欠的差额，单位：分。 */
export interface FundBatchLine {
  /** 房屋标识 */
  home_id: string
  /** 房屋编号 */
  home: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 金额：单位：分 */
  amount_fen: number
  /** 欠缴差额：维修资金不足以承担、须另行补缴的。单位：分 */
  owed_fen: number
  /** 凭证号：银行回单或收据的编号 */
  voucher: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface FundBatchLineList {
  /** 本页内容 */
  items: (FundBatchLine)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface FundBatchList {
  /** 本页内容 */
  items: (FundBatchView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一批一并录入的维修资金收支；`owed_fen` 为使用时分户账不足支付的部分，单位：分。 */
export interface FundBatchView {
  /** 标识 */
  id: string
  /** 编号 */
  number: string
  /** 类别 */
  kind: FundKind
  /** 类别：可直接显示 */
  kind_title: string
  /** 状态 */
  state: 'draft' | 'dropped' | 'posted' | 'reversed'
  /** 状态：可直接显示 */
  state_title: string
  /** 银行账户标识：款项存入或支出的那个银行账户 */
  custody_id: string
  /** 银行账户 */
  custody: string
  /** 来自待查款项：款项到账时未能认领，已记入待查款项 */
  from_suspense: boolean
  /** 生效日期：银行办理的日期 */
  effective_on: string
  /** 凭证号：银行回单或收据的编号 */
  voucher: string
  /** 户数 */
  lines: number
  /** 合计：单位：分 */
  total_fen: number
  /** 欠缴：维修资金不足以承担、须另行补缴的。单位：分 */
  owed_fen: number
  /** 收款方 */
  payee: string
  /** 摘要 */
  memo: string
  /** 材料 */
  file: StoredFile | null
  /** 录入人：工作人员账号的标识 */
  entered_by: string
  /** 录入时间 */
  entered_at: string
  /** 复核人：工作人员账号的标识 */
  confirmed_by: string | null
  /** 复核时间：尚未复核的为空 */
  confirmed_at: string | null
  /** 记账凭证标识：入账后才有 */
  journal_id: string | null
}

/** 导入文件的结果：每个银行日期一批。 */
export interface FundBatchesEntered {
  /** 本页内容 */
  items: (FundBatchView)[]
}

/** 按银行凭证录入的一批维修资金收支；`effective_on` 为银行日期。 `from_suspense` 表示此前已作为待查款项入账。 */
export interface FundEntry {
  /** 类别 */
  kind: FundKind
  /** 银行账户标识：款项存入或支出的那个银行账户 */
  custody_id: string
  /** 生效日期：银行办理的日期 */
  effective_on: string
  /** 凭证号：银行回单或收据的编号 */
  voucher: string
  /** 各户 */
  lines: (FundEntryLine)[]
  /** 收款方 */
  payee?: string | undefined
  /** 摘要 */
  memo?: string | undefined
  /** 来自待查款项：款项到账时未能认领，已记入待查款项 */
  from_suspense?: boolean | undefined
}

/** 一批收支中的一户及其金额，单位：分。 */
export interface FundEntryLine {
  /** 房屋标识 */
  home_id: string
  /** 金额：不为零；使用和退款也填正数。单位：分 */
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
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一户余额低于续筹线：余额、续筹线，以及补足所需的金额，单位：分。 */
export interface FundWarningView {
  /** 房屋标识 */
  home_id: string
  /** 房屋编号 */
  home: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 首期交存额：为空即从未交存。单位：分 */
  first_deposit_fen: number
  /** 余额：单位：分 */
  balance_fen: number
  /** 续筹线比例：占首期交存额。单位：百分之一 */
  line_percent: number
  /** 至少应续：补到续筹线所差的金额。单位：分 */
  missing_fen: number
  /** 起始时间：从何时起低于续筹线 */
  since_at: string
}

/** 见证人对一个树首的签名。 */
export interface HeadWitnessing {
  /** 见证签名：对 `head_text` 的 Ed25519 签名，64 字节，十六进制 */
  witness_signature: string
}

/** 名册的一处错误：位置、所填内容（个人信息已脱敏）和原因。 */
export interface ImportFault {
  /** 序号：从 1 起 */
  nth: number
  /** 工作表 */
  sheet: string
  /** 行：文件中的行号；0 为整个文件 */
  row: number
  /** 列 */
  column: string
  /** 内容：那一格的文字；个人信息隐去部分 */
  value: string
  /** 原因 */
  reason: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ImportFaultList {
  /** 本页内容 */
  items: (ImportFault)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ImportList {
  /** 本页内容 */
  items: (ImportView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一次名册导入。`rows` 为各工作表的行数，入库后 `added`、`changed` 为各表新增和更改的行数。 核对、入库期间 `rows_done` 不断增加，读完文件才知道 `rows_total`。`failure` 是最近一次失败的原因，`tries` 满三次即导入失败。 */
export interface ImportView {
  /** 标识 */
  id: string
  /** 文件名 */
  name: string
  /** 状态 */
  state: 'applied' | 'applying' | 'checking' | 'dropped' | 'failed' | 'faulty' | 'ready'
  /** 状态：可直接显示 */
  state_title: string
  /** 总行数：读完文件才知道 */
  rows_total: number
  /** 已处理行数：核对或写入到第几行 */
  rows_done: number
  /** 错误处数 */
  error_count: number
  /** 行数：按工作表 */
  rows: Record<string, number>
  /** 新增：按表列出的行数 */
  added: Record<string, number>
  /** 更改：按表列出的行数 */
  changed: Record<string, number>
  /** 以材料为准户数：名册与审核过的材料不符，权属仍以材料为准 */
  by_papers: number
  /** 未完成的原因：没有失败的为空 */
  failure: string
  /** 尝试次数 */
  tries: number
  /** 上传时间 */
  created_at: string
  /** 复核时间：尚未复核的为空 */
  confirmed_at: string | null
  /** 作废时间：没有作废的为空 */
  dropped_at: string | null
  /** 作废原因：没有作废的为空 */
  drop_reason: string
  /** 办完时间：尚未办完的为空 */
  finished_at: string | null
}

/** 一份入围登记：待复核、已复核或已作废。 */
export interface InsurerAdmission {
  /** 标识 */
  id: string
  /** 编号 */
  code: string
  /** 名称 */
  name: string
  /** 联系方式 */
  contact: string
  /** 入围起始日 */
  admitted_from_on: string
  /** 入围截止日：含当日 */
  admitted_to_on: string
  /** 状态 */
  state: 'confirmed' | 'draft' | 'dropped'
  /** 录入时间 */
  entered_at: string
  /** 本人录入：录入人不得复核自己的录入 */
  entered_by_me: boolean
  /** 作废原因：没有作废的为空 */
  drop_reason: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface InsurerAdmissionList {
  /** 本页内容 */
  items: (InsurerAdmission)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 暂停保险机构承接新办件，或以 `suspended` 为假恢复；并写明理由。 */
export interface InsurerSuspension {
  /** 暂停：`false` 为恢复 */
  suspended?: boolean | undefined
  /** 理由 */
  reason: string
}

/** 凭邀请码启用账号，并自设密码。 */
export interface InvitationAcceptance {
  /** 邀请码 */
  token: string
  /** 密码 */
  password: string
}

/** 凭证的一条分录：借方或贷方，另一方为零；单位：分。 */
export interface JournalLine {
  /** 序号 */
  seq: number
  /** 账户标识 */
  account_id: string
  /** 编号 */
  code: string
  /** 账户名称 */
  title: string
  /** 账户类别 */
  kind: AccountKind
  /** 账户类别：可直接显示 */
  kind_title: string
  /** 借方：单位：分 */
  debit_fen: number
  /** 贷方：单位：分 */
  credit_fen: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface JournalList {
  /** 本页内容 */
  items: (JournalRow)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 列表中的一笔凭证；`amount_fen` 为借贷任一方的合计，单位：分。 */
export interface JournalRow {
  /** 记账凭证标识：入账后才有 */
  journal_id: string
  /** 类别 */
  kind: JournalKind
  /** 类别：可直接显示 */
  kind_title: string
  /** 记账编号 */
  reference: string
  /** 生效日期：银行办理的日期 */
  effective_on: string
  /** 记账时间 */
  recorded_at: string
  /** 摘要 */
  memo: string
  /** 办件编号：与办件无关的为空 */
  case_number: string
  /** 金额：单位：分 */
  amount_fen: number
  /** 行数 */
  lines: number
  /** 被冲销的凭证：记账凭证标识；不是冲销的为空 */
  reverses: string | null
  /** 冲销它的凭证：记账凭证标识；没有被冲销的为空 */
  reversed_by: string | null
}

/** 一笔凭证及其一页分录，按次序排列；以 `next` 取后面的分录。 */
export interface JournalView {
  /** 记账凭证 */
  journal: JournalRow
  /** 记账人：账号标识或办理的程序 */
  actor: string
  /** 借贷双方 */
  items: (JournalLine)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
}

/** 年度收支总表；每个数字都出自账簿。R3.2。 */
export interface LedgerYear {
  /** 年度 */
  year: number
  /** 截至时间：数字截至此刻 */
  as_of: string
  /** 按类别 */
  kinds: (YearJournals)[]
  /** 各类账户 */
  accounts: (YearAccount)[]
  /** 借方：单位：分 */
  debit_fen: number
  /** 贷方：单位：分 */
  credit_fen: number
}

/** 审计所见的一条日志，及其在该对象散列链中的位置。 */
export interface LogEntry {
  /** 序号：从 1 起的全局序号，超出 2⁵³ 所以用文字 */
  seq: string
  /** 记录标识 */
  event_id: string
  /** 对象类型：记录是关于什么的 */
  subject_kind: 'account' | 'account_change' | 'accounting_year' | 'ballot' | 'ballot_batch' | 'bank_account' | 'bank_statement' | 'benchmark_rate' | 'building' | 'calendar' | 'case' | 'case_receipt' | 'case_refund' | 'deposit' | 'employee' | 'file' | 'fund_batch' | 'home' | 'import' | 'insurer' | 'journal' | 'keys' | 'log' | 'opening_closing' | 'ownership' | 'paper' | 'parameter_change' | 'person' | 'placement_round' | 'proxy' | 'reconciliation' | 'register_change' | 'representative' | 'unit' | 'witness'
  /** 对象标识 */
  subject_id: string
  /** 事件：代码 */
  kind: 'Accepted' | 'AccountActivated' | 'AccountChangeDropped' | 'AccountChangeEntered' | 'AccountCreated' | 'AccountDisabled' | 'AccountEnabled' | 'AccountInvitedAnew' | 'AccountLoggedIn' | 'AccountOpened' | 'AccountRolesChanged' | 'AdviceDropped' | 'AdviceEntered' | 'Applied' | 'AppointmentDecided' | 'AppointmentEnded' | 'AppointmentMade' | 'AppointmentProposed' | 'AwardProposed' | 'AwardReturned' | 'BallotCast' | 'BallotOverridden' | 'BankAccountClosed' | 'BankAccountOpened' | 'BindingContestDismissed' | 'BindingContestUpheld' | 'BindingContested' | 'BindingEnded' | 'BindingEndingDropped' | 'CalendarChanged' | 'CalendarProposed' | 'CaseCorrected' | 'CaseFileTaken' | 'CaseLapsed' | 'CasePaperIssued' | 'CasePaperReprinted' | 'CaseRejected' | 'CaseReturned' | 'CaseWithdrawn' | 'ClaimDecided' | 'ClaimMade' | 'ClaimProposed' | 'CollectionChanged' | 'CollectionComplete' | 'CollectionOpened' | 'ContentWritten' | 'Contracted' | 'CorrectionAsked' | 'CorrectionDecided' | 'CorrectionProposed' | 'DepositDropped' | 'DepositEntered' | 'DepositMaturing' | 'DepositPlaced' | 'DepositRenewed' | 'DepositSettled' | 'DifferenceExplained' | 'EmployeeCorrected' | 'EmployeeRegistered' | 'EndingDropped' | 'EndingEntered' | 'FileErased' | 'FileRead' | 'Filed' | 'FundDropped' | 'FundEntered' | 'FundPassedOn' | 'FundPosted' | 'FundRestored' | 'FundRunsLow' | 'HeadSent' | 'HeadWitnessed' | 'HeldByHand' | 'HomeBound' | 'HomeLeft' | 'InsurerAdmitted' | 'InsurerProposed' | 'InsurerReadmitted' | 'InsurerSuspended' | 'InvitationCollected' | 'JournalDropped' | 'JournalEntered' | 'JournalPosted' | 'JournalReversed' | 'KeysRotated' | 'LateObjectionAnswered' | 'LateObjectionRecorded' | 'LinesMatched' | 'LobbyAccepted' | 'LobbyEvidenceMissing' | 'LobbyEvidenced' | 'LobbyRefused' | 'LobbyReported' | 'LobbyShown' | 'LoginChangeAsked' | 'LoginChangeContested' | 'LoginChangeRefused' | 'LoginReplaced' | 'MarkedUrgent' | 'MatchUndone' | 'NoticeEnded' | 'NoticePublished' | 'NoticeRecounted' | 'NoticeResumed' | 'NoticeStarted' | 'ObjectionAdded' | 'ObjectionReopened' | 'ObjectionSettled' | 'ObjectionTextJudged' | 'ObjectionUpheld' | 'OfferRecorded' | 'OfferWithdrawn' | 'OpeningsClosed' | 'OpeningsClosingDropped' | 'OpeningsClosingEntered' | 'OwnershipEnded' | 'PaperBallotsConfirmed' | 'PaperBallotsCorrected' | 'PaperBallotsDropped' | 'PaperBallotsEntered' | 'PaperIssued' | 'PaperObjectionConfirmed' | 'ParametersDecided' | 'ParametersProposed' | 'PasswordChanged' | 'Paused' | 'PayeeAccountAgreed' | 'PayeeAccountConfirmed' | 'PayeeAccountDropped' | 'PayeeAccountEntered' | 'PayeeAccountRefused' | 'PayoutDue' | 'PayoutPrepared' | 'PayoutRecounted' | 'PayoutRequested' | 'PayoutReturned' | 'PersonErased' | 'PhoneChanged' | 'PlanFiled' | 'PolicyIssued' | 'PolicyRecorded' | 'PremiumPaid' | 'PrivacyAgreed' | 'ProxyEnded' | 'ProxyEntered' | 'ProxyRecorded' | 'RateDecided' | 'RateProposed' | 'ReceiptDropped' | 'ReceiptEntered' | 'ReceiptPosted' | 'ReconciliationCertified' | 'ReconciliationDropped' | 'ReconciliationPrepared' | 'RefundDropped' | 'RefundEntered' | 'RefundPosted' | 'Registered' | 'ReleasedByHand' | 'RepresentativeEnded' | 'RepresentativeEntered' | 'RepresentativeNamed' | 'ReversalAsked' | 'ReversalDropped' | 'RollDropped' | 'RollImported' | 'RollUploaded' | 'RoundAnnounced' | 'RoundAwarded' | 'RoundCancelled' | 'ScopeSwitchDropped' | 'ScopeSwitchEntered' | 'ScopeSwitched' | 'SettlementProposed' | 'SettlementReversed' | 'SharesProposed' | 'SignatureWithdrawn' | 'Signed' | 'StatementDropped' | 'StatementTaken' | 'StatementUploaded' | 'StillHangingAsked' | 'TablesMigrated' | 'TakingOverDropped' | 'TakingOverProposed' | 'Unmasked' | 'UrgencyLifted' | 'VoteClosed' | 'VoteOpened' | 'VoteReminded' | 'VoteServed' | 'VoteServiceContested' | 'VoteServiceDropped' | 'VoteServiceEntered' | 'VoteServiceWithdrawn' | 'WitnessEnded' | 'WitnessNamed' | 'WitnessProposed' | 'YearClosed' | 'YearClosingStarted' | 'YearPreviewed' | 'YearPublished'
  /** 记录内容：随类别而不同 */
  data: Record<string, unknown>
  /** 操作人类型 */
  actor_kind: 'account' | 'person' | 'public' | 'system'
  /** 操作人：账号或本人标识；系统为空 */
  actor_id: string | null
  /** 角色 */
  roles: (Role)[]
  /** 原因：没有的为空 */
  reason: string
  /** 请求编号：报告问题时请附上 */
  request_id: string
  /** 时间 */
  at: string
  /** 前一条哈希：同一对象的上一条；SHA-256，十六进制 */
  prev_hash: string
  /** 哈希：SHA-256，十六进制 */
  hash: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface LogEntryList {
  /** 本页内容 */
  items: (LogEntry)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 认定为同一笔钱的依据，由强到弱。 */
export type MatchBasis =
  | 'day'
  | 'group'
  | 'hand'
  | 'near'
  | 'opening'
  | 'reference'
  | 'reversal'

export const matchBasisTitles: Record<MatchBasis, string> = {
  day: '金额和日期相符',
  group: '一笔对应几笔之和',
  hand: '人工勾对',
  near: '金额相符，日期相差数日',
  opening: '首期对账单的期初余额',
  reference: '金额、日期和编号相符',
  reversal: '凭证与其冲销相抵',
}

/** 不论公布的日历如何，该日上班或休息；须注明依据。 */
export interface NewCalendarDay {
  /** 日期 */
  day: string
  /** 上班：`false` 为休息日 */
  working: boolean
  /** 说明：如节日名称 */
  name?: string | undefined
  /** 依据：文件名称、文号或公布处 */
  source: string
}

/** 节假日安排已经公布并逐日录入的年度。 */
export interface NewCalendarYear {
  /** 年度 */
  year: number
  /** 依据：文件名称、文号或公布处 */
  source: string
}

/** 新入围的保险机构及其入围起止日；收款账户另行录入。 */
export interface NewInsurer {
  /** 编号 */
  code: string
  /** 名称 */
  name: string
  /** 联系方式 */
  contact?: string | undefined
  /** 入围起始日 */
  admitted_from_on: string
  /** 入围截止日：含当日 */
  admitted_to_on: string
}

/** 一项参数（以点分隔的名称）及其新值。 */
export interface NewParameterValue {
  /** 参数：代码 */
  name: string
  /** 新值 */
  value: number | string
}

/** 现用密码、动态口令和新密码。 */
export interface NewPassword {
  /** 原密码 */
  password: string
  /** 动态口令：口令器此刻显示的六位数字 */
  totp: string
  /** 新密码 */
  new_password: string
}

/** 保险机构的收款账户及其依据（保险机构来函等）。 */
export interface NewPayeeAccount {
  /** 开户银行 */
  bank: string
  /** 银行账号 */
  bank_account: string
  /** 依据：文件名称、文号或公布处 */
  source: string
}

/** 受邀启用账号的人；同一人已有账号的，姓名、证件号码和手机须与登记的一致。 */
export interface NewStaffAccount {
  /** 角色 */
  roles: (Role)[]
  /** 保险机构标识：保险机构人员所属的机构；其他人为空 */
  insurer_id?: string | null | undefined
  /** 小区标识：街道社区人员所属的小区；其他人为空 */
  community_id?: string | null | undefined
  /** 用户名 */
  username: string
  /** 本人 */
  employee: EmployeeIdentity
}

/** 一个见证人：名称、收取每日树首的账号（街道社区或审计），以及它自己保管私钥的公钥。 */
export interface NewWitness {
  /** 见证人 */
  witness_name: string
  /** 账户标识 */
  account_id: string
  /** 公钥：Ed25519，32 字节，十六进制 */
  public_key: string
}

/** 中心对逾期反对意见的答复。 */
export interface ObjectionAnswer {
  /** 答复内容 */
  text: string
}

/** 作出这一决定的理由，反对人可以看到。 */
export interface ObjectionReason {
  /** 理由 */
  reason: string
}

/** 文字怎样向公众公开：全文（`whole`）、删节（`shortened`）、中立摘要（`summary`）或者不公开（`withheld`），以及理由；删节和摘要须写明 `text`。 */
export interface ObjectionTextDecision {
  /** 公开方式 */
  release: 'shortened' | 'summary' | 'whole' | 'withheld'
  /** 理由 */
  reason: string
  /** 公开的文字：删节后的原文或者摘要；其余不填 */
  text?: string | undefined
}

/** 认定成立之后如何处理：重做方案，或者终止办件；理由告知各方。 */
export interface ObjectionUpholding {
  /** 后续处理 */
  then: 'end' | 'new_plan'
  /** 理由 */
  reason: string
}

/** 未达账项在哪一方、是收是付。 */
export type OpenSide =
  | 'bank_in'
  | 'bank_out'
  | 'books_in'
  | 'books_out'

export const openSideTitles: Record<OpenSide, string> = {
  bank_in: '银行已收、企业未收',
  bank_out: '银行已付、企业未付',
  books_in: '企业已收、银行未收',
  books_out: '企业已付、银行未付',
}

/** 关闭哪些楼栋的期初。 */
export interface OpeningClosingBody {
  /** 楼栋：各楼栋标识 */
  building_ids: (string)[]
}

/** 一件关闭期初的录入：各楼栋及其已入账的期初，供第二人核对。 */
export interface OpeningClosingView {
  /** 标识 */
  id: string
  /** 状态 */
  state: 'confirmed' | 'draft' | 'dropped'
  /** 状态：可直接显示 */
  state_title: string
  /** 各楼栋 */
  buildings: (OpeningDoor)[]
  /** 本人录入：录入人不得复核自己的录入 */
  entered_by_me: boolean
  /** 录入时间 */
  entered_at: string
  /** 复核时间：尚未复核的为空 */
  confirmed_at: string | null
  /** 作废时间：没有作废的为空 */
  dropped_at: string | null
  /** 作废原因：没有作废的为空 */
  drop_reason: string
}

/** 一个楼栋的期初：已经入账的统筹期初和分户余额；`shut_at` 起不再接收期初，只以凭证变动。 */
export interface OpeningDoor {
  /** 楼栋标识 */
  building_id: string
  /** 编号 */
  code: string
  /** 楼栋 */
  building: string
  /** 小区标识 */
  community_id: string
  /** 统筹期初：单位：分 */
  pooled_fen: number
  /** 分户期初：单位：分 */
  household_fen: number
  /** 关闭时间：尚未关闭的为空 */
  shut_at: string | null
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface OpeningDoorList {
  /** 本页内容 */
  items: (OpeningDoor)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 首份对账单以前的分录中，银行当时尚未入账、不参与核对期初余额的各笔。 */
export interface OpeningMatchBody {
  /** 除外的分录：首份对账单以前、银行尚未入账的 */
  except_posting_ids?: (string)[] | undefined
}

/** 产权证明所载：自何日起拥有多少份额，以及谁的产权随之终止。 `share_bps` 以万分之一为单位；`ends` 是在 `from_on` 之日终止的产权记录的标识。 */
export interface OwnershipEvidence {
  /** 权属起始日 */
  from_on: string
  /** 权属份额：10000 为全部。单位：万分之一 */
  share_bps: number
  /** 随之终止的权属：这些权属在起始日终止 */
  ends: (string)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PaperBatchList {
  /** 本页内容 */
  items: (PaperBatchRow)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一批纸质表决票，不含逐张内容。 */
export interface PaperBatchRow {
  /** 标识 */
  id: string
  /** 批号 */
  number: string
  /** 状态 */
  state: 'confirmed' | 'draft' | 'dropped'
  /** 状态：可直接显示 */
  state_title: string
  /** 选票张数 */
  lines: number
  /** 本人录入：录入人不得复核自己的录入 */
  entered_by_me: boolean
  /** 录入时间 */
  entered_at: string
  /** 复核时间：尚未复核的为空 */
  confirmed_at: string | null
  /** 作废原因：没有作废的为空 */
  reason: string
}

/** 一批纸质表决票；过了 `count_at` 不再接收。 */
export interface PaperBatchView {
  /** 标识 */
  id: string
  /** 表决标识 */
  vote_id: string
  /** 批号 */
  number: string
  /** 状态 */
  state: 'confirmed' | 'draft' | 'dropped'
  /** 状态：可直接显示 */
  state_title: string
  /** 本人录入：录入人不得复核自己的录入 */
  entered_by_me: boolean
  /** 录入时间 */
  entered_at: string
  /** 复核时间：尚未复核的为空 */
  confirmed_at: string | null
  /** 作废原因：没有作废的为空 */
  reason: string
  /** 计票时间：此后不再收纸质选票的录入 */
  count_at: string
  /** 选票影像 */
  files: (StoredFile)[]
  /** 各张选票 */
  lines: (PaperLineView)[]
}

/** 录入人重新录入的一张票；没有填的项目不变。 */
export interface PaperChange {
  /** 序号：从 1 起 */
  nth: number
  /** 表态：不给即不变 */
  choice?: 'abstain' | 'against' | 'agree' | null | undefined
  /** 收到时间：不给即不变 */
  received_at?: string | null | undefined
  /** 签名人：业主标识；不给即不变 */
  signers?: (string)[] | undefined
}

/** 录入有误、须更正的各张票。 */
export interface PaperChanges {
  /** 更正的选票 */
  lines: (PaperChange)[]
}

/** 反对人签字的协商记录或撤回书，须事先上传；只有纸质提出的可以书面撤回。 */
export interface PaperEnding {
  /** 结果 */
  outcome: 'settled' | 'withdrawn'
  /** 书面记录：反对人签字的协商记录或撤回书 */
  record_file_id: string
  /** 情况说明 */
  note?: string | undefined
}

/** 一批纸质表决票及其影像；没有另填收到时间的，以 `received_at` 为准。 */
export interface PaperEntry {
  /** 各张选票 */
  lines: (PaperLine)[]
  /** 选票影像 */
  file_ids: (string)[]
  /** 收到时间：各张没有写明的用它 */
  received_at?: string | null | undefined
}

/** 纸质表决票的发放情况：何时发放、何时截止、何时计票。 */
export interface PaperIssue {
  /** 表决标识 */
  vote_id: string
  /** 启用纸质时间：从此时起可收纸质选票 */
  paper_at: string
  /** 截止时间：不含此刻；尚未起算的为空 */
  ends_at: string
  /** 计票时间：此后不再收纸质选票的录入 */
  count_at: string
  /** 打印分段：分几次打印全部选票 */
  parts: (PaperPart)[]
}

/** 一张纸质表决票：哪一户、如何勾选、何时收到、由谁签名（默认为全体）。 */
export interface PaperLine {
  /** 表态 */
  choice: 'abstain' | 'against' | 'agree'
  /** 选票码：纸质选票上二维码的内容 */
  paper_token?: string | undefined
  /** 房屋标识：没有扫码的用它指明房屋 */
  home_id?: string | null | undefined
  /** 收到时间：不给即用整批的 */
  received_at?: string | null | undefined
  /** 签名人：业主标识；不给即该户全部业主 */
  signers?: (string)[] | undefined
}

/** 一张纸质表决票：何时收到、由谁签名（已脱敏），供第二人与原件核对。`choice` 只向录入人显示，核对之后不再显示。 */
export interface PaperLineView {
  /** 序号：从 1 起 */
  nth: number
  /** 房屋标识 */
  home_id: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 收到时间 */
  received_at: string
  /** 签名人：姓名隐去部分 */
  signers: (string)[]
  /** 结果 */
  outcome: '' | 'concurring' | 'contested' | 'second' | 'valid'
  /** 结果：可直接显示 */
  outcome_title: string
  /** 表态：只给录入人，复核以后为空 */
  choice: '' | 'abstain' | 'against' | 'agree'
}

/** 一份纸质反对意见：何人、哪一户、何时收到、内容和扫描件。 */
export interface PaperObjection {
  /** 房屋标识 */
  home_id: string
  /** 内容 */
  text: string
  /** 收到时间 */
  received_at: string
  /** 扫描件 */
  file_ids: (string)[]
  /** 业主标识：该户只有一位业主的不必指明 */
  owner_id?: string | null | undefined
  /** 业主姓名：该户有几位业主时用来指明是谁 */
  owner_name?: string | undefined
}

/** 一并打印的一批房屋；打印时以 `after` 指明。 */
export interface PaperPart {
  /** 打印起点：打印这一段时作为 `after` */
  after: string
  /** 户数 */
  homes: number
  /** 起始房屋 */
  first: string
  /** 截止房屋 */
  last: string
}

/** 扫表决票上的码所见：哪一户、由谁签名、是否已全部交回。 */
export interface PaperSeen {
  /** 房屋标识 */
  home_id: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 面积：专有部分建筑面积。单位：平方厘米 */
  area_cm2: number
  /** 可签名的业主 */
  signers: (BallotSigner)[]
  /** 已录入：这户没有人还可以交纸质选票 */
  entered: boolean
}

/** 参数的改动及其依据文件，适用于此后受理的全部办件。 */
export interface ParameterChangeBody {
  /** 改动的参数 */
  items: (NewParameterValue)[]
  /** 依据：文件名称、文号或公布处 */
  source: string
}

/** 一次参数改动；`moved` 表示其间参数已另有改动，须退回重新录入。 */
export interface ParameterChangeDetail {
  /** 参数改动 */
  change: ParameterChangeView
  /** 现值已变：要改的已不是原来的值，须退回重提 */
  moved: boolean
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ParameterChangeList {
  /** 本页内容 */
  items: (ParameterChangeView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一次参数改动：全市的，或小区备案议事规则的规定（附备案文本）；`version` 为复核后成为的版本。 */
export interface ParameterChangeView {
  /** 标识 */
  id: string
  /** 小区标识：改动城市参数的为空 */
  community_id: string | null
  /** 小区：改动城市参数的为空 */
  community: string
  /** 改动的参数 */
  items: (ChangedParameter)[]
  /** 依据：文件名称、文号或公布处 */
  source: string
  /** 备案日期：议事规则备案的日期；城市参数的为空 */
  filed_on: string | null
  /** 材料 */
  file: StoredFile | null
  /** 状态 */
  state: 'confirmed' | 'draft' | 'dropped'
  /** 状态：可直接显示 */
  state_title: string
  /** 版本：复核后成为的版本；未生效的为空 */
  version: number | null
  /** 本人录入：录入人不得复核自己的录入 */
  entered_by_me: boolean
  /** 录入时间 */
  entered_at: string
  /** 复核时间：尚未复核的为空 */
  confirmed_at: string | null
  /** 作废时间：没有作废的为空 */
  dropped_at: string | null
  /** 作废原因：没有作废的为空 */
  drop_reason: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PayeeAccountList {
  /** 本页内容 */
  items: (PayeeAccountView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 保险机构的一个收款账户，账号隐去部分；从 `since_at` 起付到这个账户，到 `until_at` 为止。已经制单的拨付仍付到制单时的账户，`prepared` 是其中尚未付出的笔数。 */
export interface PayeeAccountView {
  /** 标识 */
  id: string
  /** 保险机构标识 */
  insurer_id: string
  /** 保险机构 */
  insurer: string
  /** 开户银行 */
  bank: string
  /** 银行账号：隐去部分，核对时另行查看全文 */
  bank_account: string
  /** 依据：文件名称、文号或公布处 */
  source: string
  /** 状态 */
  state: 'draft' | 'dropped' | 'former' | 'live' | 'waiting'
  /** 启用时间：尚未启用的为空 */
  since_at: string | null
  /** 停用时间：没有停用的为空 */
  until_at: string | null
  /** 已制单待付笔数 */
  prepared: number
  /** 录入时间 */
  entered_at: string
  /** 本人录入：录入人不得复核自己的录入 */
  entered_by_me: boolean
  /** 作废原因：没有作废的为空 */
  drop_reason: string
}

/** 保险机构对中心所登记账户的答复；不确认的须写明理由。 */
export interface PayeeAnswer {
  /** 确认 */
  agrees: boolean
  /** 理由：确认的可以不写 */
  reason?: string | undefined
}

/** 为什么查看账号全文；正待本人复核或确认的可以不写。 */
export interface PayeeReading {
  /** 理由 */
  reason?: string | undefined
}

/** 财务制单的拨付金额，须与合同、发票一致，单位：分。 */
export interface PayoutPreparation {
  /** 拨付金额：须与合同和发票一致。单位：分 */
  amount_fen: number
}

/** 核看的是哪一张照片。 */
export interface PhotoAcceptance {
  /** 照片标识：其间重新上传了的，须看新的一张 */
  evidence_id: string
}

/** 拟采用的报价；不是最高的，须写明理由。 */
export interface PlacementAward {
  /** 报价标识：拟采用的报价 */
  offer_id: string
  /** 理由：不采用最高报价时必填 */
  reason?: string | undefined
}

/** 是否同意定标意见；不同意的写明理由。 */
export interface PlacementAwardDecision {
  /** 是否同意：`false` 为不同意，须说明理由 */
  approve: boolean
  /** 理由：不同意时必填 */
  reason?: string | undefined
}

/** 收到的一家银行的报价。 */
export interface PlacementOfferBody {
  /** 开户银行 */
  bank: string
  /** 报价利率：单位：万分之一个百分点，15000 即 1.5% */
  rate_e4: number
  /** 收到时间 */
  received_at: string
  /** 备注 */
  note?: string | undefined
}

/** 一份报价；截止之前 `rate_e4` 为空，`note` 为空文本。 */
export interface PlacementOfferView {
  /** 标识 */
  id: string
  /** 开户银行 */
  bank: string
  /** 报价利率：截止前为空。单位：万分之一个百分点，15000 即 1.5% */
  rate_e4: number | null
  /** 备注：截止前为空 */
  note: string
  /** 收到时间 */
  received_at: string
  /** 撤回时间：没有撤回的为空 */
  withdrawn_at: string | null
}

/** 竞争性存放公告：存放金额（单位：分）、存期、对银行的要求和报价截止时间。 */
export interface PlacementRoundBody {
  /** 标题 */
  title: string
  /** 金额：单位：分 */
  amount_fen: number
  /** 存期 */
  tenor: '1y' | '2y' | '3m' | '3y' | '6m'
  /** 报价截止 */
  closes_at: string
  /** 存放要求：对银行的要求 */
  requirements?: string | undefined
}

/** 一次竞争性存放及其报价；截止之前不显示利率。 */
export interface PlacementRoundDetail {
  /** 竞争性存放 */
  round: PlacementRoundView
  /** 报价 */
  offers: (PlacementOfferView)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PlacementRoundList {
  /** 本页内容 */
  items: (PlacementRoundView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一次竞争性存放；`state` 为 `collecting` 时正在收取报价，为 `closed` 时待定标。 */
export interface PlacementRoundView {
  /** 标识 */
  id: string
  /** 编号 */
  number: string
  /** 标题 */
  title: string
  /** 金额：单位：分 */
  amount_fen: number
  /** 存期 */
  tenor: '1y' | '2y' | '3m' | '3y' | '6m'
  /** 存放要求：对银行的要求 */
  requirements: string
  /** 公告时间 */
  announced_at: string
  /** 报价截止 */
  closes_at: string
  /** 状态 */
  state: 'awarded' | 'cancelled' | 'closed' | 'collecting' | 'proposed'
  /** 报价标识：拟采用或已采用的报价 */
  offer_id: string | null
  /** 理由 */
  reason: string
  /** 本人提出：提出人不得自行复核 */
  proposed_by_me: boolean
  /** 提出时间 */
  proposed_at: string | null
  /** 定标时间：为空即尚未定标 */
  decided_at: string | null
}

/** 风险查勘结果和保险方案。 */
export interface PlanBody {
  /** 查勘结果 */
  survey: string
  /** 保险责任 */
  cover: string
  /** 电梯 */
  elevators: (ElevatorPlan)[]
  /** 服务内容：保险之外的服务 */
  service?: string | undefined
  /** 材料文件：先行上传所得的文件标识 */
  file_ids?: (string)[] | undefined
}

/** 保险机构出具的保险单。 */
export interface PolicyBody {
  /** 保险单号 */
  number: string
  /** 保险单文件 */
  file_id: string
}

/** 待复核的产权依据：自何日起拥有多少份额，以及谁的产权随之终止。 */
export interface ProposedOwnership {
  /** 权属起始日 */
  from_on: string
  /** 权属份额：10000 为全部。单位：万分之一 */
  share_bps: number
  /** 随之终止的权属：这些权属在起始日终止 */
  ends: (string)[]
}

/** 一份书面委托：哪一户、何人委托、受托人（以其在小程序验证的手机号指明）、委托事项和扫描件。只有一名业主的房屋不必填姓名。 */
export interface ProxyEntry {
  /** 房屋标识 */
  home_id: string
  /** 受托人手机：受托人在小程序中验证过的手机号 */
  holder_phone: string
  /** 委托事项 */
  matter: string
  /** 委托书扫描件 */
  file_id: string
  /** 委托人标识：该户只有一位业主的不必指明 */
  owner_id?: string | null | undefined
  /** 委托人姓名：该户只有一位业主的不必指明 */
  owner_name?: string | undefined
}

/** 一户缴来的保费，以银行单据或收据为凭；`effective_on` 为银行日期。独立产权人的缴存不填房屋。 */
export interface ReceiptBody {
  /** 金额：单位：分 */
  amount_fen: number
  /** 收款方式 */
  method: 'cash' | 'transfer'
  /** 银行账户标识：款项存入或支出的那个银行账户 */
  custody_id: string
  /** 收款日期：银行办理的日期 */
  effective_on: string
  /** 凭证号：银行回单或收据的编号 */
  voucher: string
  /** 房屋标识：独立产权人缴存的不填 */
  home_id?: string | null | undefined
  /** 文件标识 */
  file_id?: string | null | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ReceiptList {
  /** 本页内容 */
  items: (ReceiptView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 款项以什么方式收到。 */
export type ReceiptMethod =
  | 'bank_file'
  | 'cash'
  | 'transfer'

export const receiptMethodTitles: Record<ReceiptMethod, string> = {
  bank_file: '银行文件',
  cash: '现金',
  transfer: '转账',
}

/** 办件的一笔归集款。 */
export interface ReceiptView {
  /** 归集款标识 */
  receipt_id: string
  /** 编号 */
  number: string
  /** 房屋标识 */
  home_id: string | null
  /** 房屋编号 */
  home: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 金额：单位：分 */
  amount_fen: number
  /** 收款方式 */
  method: ReceiptMethod
  /** 收款方式：可直接显示 */
  method_title: string
  /** 状态 */
  state: 'draft' | 'dropped' | 'posted' | 'reversed'
  /** 状态：可直接显示 */
  state_title: string
  /** 银行账户标识：款项存入或支出的那个银行账户 */
  custody_id: string
  /** 银行账户 */
  custody: string
  /** 收款日期：银行办理的日期 */
  effective_on: string
  /** 凭证号：银行回单或收据的编号 */
  voucher: string
  /** 材料 */
  file: StoredFile | null
  /** 作废原因：没有作废的为空 */
  drop_reason: string
  /** 录入人：工作人员账号的标识 */
  entered_by: string
  /** 录入时间 */
  entered_at: string
  /** 复核人：工作人员账号的标识 */
  confirmed_by: string | null
  /** 复核时间：尚未复核的为空 */
  confirmed_at: string | null
  /** 记账凭证标识：入账后才有 */
  journal_id: string | null
}

/** 已与银行单据核对无误、予以复核的归集款。 */
export interface ReceiptsConfirmation {
  /** 归集款标识 */
  receipt_ids: (string)[]
}

/** 复核之后的归集情况：须归集和已到账的金额，单位：分。 */
export interface ReceiptsConfirmed {
  /** 归集款笔数 */
  receipts: number
  /** 合计：单位：分 */
  total_fen: number
  /** 应归集：单位：分 */
  needed_fen: number
  /** 已归集：单位：分 */
  gathered_fen: number
  /** 办件状态 */
  state: State
  /** 办件状态：可直接显示 */
  state_title: string
}

/** 导入文件的结果：每行成为一笔归集款，次序与文件相同。 */
export interface ReceiptsEntered {
  /** 归集款笔数 */
  receipts: number
  /** 合计：单位：分 */
  total_fen: number
  /** 归集款标识 */
  receipt_ids: (string)[]
}

/** 为哪个月编制余额调节表，如 2025-03。 */
export interface ReconciliationBody {
  /** 月份 */
  month: string
}

/** 余额调节表中的一类未达账项及其合计。 */
export interface ReconciliationDifferences {
  /** 未达账项类别 */
  side: OpenSide
  /** 类别：可直接显示 */
  side_title: string
  /** 合计：单位：分 */
  sum_fen: number
  /** 未达账项 */
  items: (ReconciliationItem)[]
}

/** 余额调节表中的一笔未达账项及其说明。 */
export interface ReconciliationItem {
  /** 标识 */
  id: string
  /** 日期 */
  on: string
  /** 账龄：单位：天 */
  age_days: number
  /** 金额：单位：分 */
  amount_fen: number
  /** 编号：银行流水号或记账编号 */
  reference: string
  /** 说明 */
  reason: string
}

/** 列表中的一张余额调节表。 */
export interface ReconciliationLine {
  /** 标识 */
  id: string
  /** 编号 */
  number: string
  /** 月份 */
  month: string
  /** 状态 */
  state: 'confirmed' | 'draft' | 'dropped'
  /** 银行余额：单位：分 */
  bank_fen: number
  /** 账面余额：单位：分 */
  books_fen: number
  /** 编制时间 */
  entered_at: string
  /** 复核时间：尚未复核的为空 */
  confirmed_at: string | null
  /** 作废时间：没有作废的为空 */
  dropped_at: string | null
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ReconciliationLineList {
  /** 本页内容 */
  items: (ReconciliationLine)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一个银行账户某月的对账情况。`covered` 表示对账单连续无断档地到了月末；`moved_since` 表示编制之后，账面或银行一方又有变化。 */
export interface ReconciliationMonthLine {
  /** 月份 */
  month: string
  /** 银行账户标识 */
  bank_account_id: string
  /** 开户银行 */
  bank: string
  /** 银行账号 */
  bank_number: string
  /** 户名 */
  holder: string
  /** 状态 */
  state: 'confirmed' | 'draft' | 'open'
  /** 余额调节表标识：尚未编制的为空 */
  reconciliation_id: string | null
  /** 对账单齐全：对账单连续到月末 */
  covered: boolean
  /** 银行余额：单位：分 */
  bank_fen: number
  /** 账面余额：单位：分 */
  books_fen: number
  /** 差异笔数 */
  differences: number
  /** 未说明笔数 */
  unexplained: number
  /** 其后有变动：出具余额调节表以后，账面或银行数字变了 */
  moved_since: boolean
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ReconciliationMonthLineList {
  /** 本页内容 */
  items: (ReconciliationMonthLine)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一张编制完成的余额调节表，双方调节后的余额相等。 */
export interface ReconciliationView {
  /** 标识 */
  id: string
  /** 银行账户标识 */
  bank_account_id: string
  /** 编号 */
  number: string
  /** 开户银行 */
  bank: string
  /** 银行账号 */
  bank_number: string
  /** 户名 */
  holder: string
  /** 月份 */
  month: string
  /** 月末 */
  end_on: string
  /** 状态 */
  state: 'confirmed' | 'draft' | 'dropped'
  /** 银行余额：单位：分 */
  bank_fen: number
  /** 账面余额：单位：分 */
  books_fen: number
  /** 调节后银行余额：单位：分 */
  adjusted_bank_fen: number
  /** 调节后账面余额：单位：分 */
  adjusted_books_fen: number
  /** 未达账项：按类别 */
  lists: (ReconciliationDifferences)[]
  /** 摘要：余额调节表内容的 SHA-256，十六进制 */
  sha256: string
  /** 编制人 */
  entered_by: string
  /** 编制时间 */
  entered_at: string
  /** 复核人：工作人员账号的标识 */
  confirmed_by: string | null
  /** 复核时间：尚未复核的为空 */
  confirmed_at: string | null
  /** 作废人：工作人员账号的标识 */
  dropped_by: string | null
  /** 作废时间：没有作废的为空 */
  dropped_at: string | null
  /** 作废原因：没有作废的为空 */
  drop_reason: string
}

/** 一笔退款，退入原缴款人的账户；账号加密保存（R12.4）。 */
export interface RefundBody {
  /** 金额：单位：分 */
  amount_fen: number
  /** 收款方 */
  payee: string
  /** 收款账号：完整账号，加密保存 */
  payee_account: string
  /** 银行账户标识：款项存入或支出的那个银行账户 */
  custody_id: string
  /** 退款日期：银行办理的日期 */
  effective_on: string
  /** 凭证号：银行回单或收据的编号 */
  voucher: string
  /** 理由 */
  reason: string
  /** 收款银行 */
  payee_bank?: string | undefined
  /** 房屋标识：退给独立产权人的不填 */
  home_id?: string | null | undefined
  /** 文件标识 */
  file_id?: string | null | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface RefundList {
  /** 本页内容 */
  items: (RefundView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一笔退款；收款人和账号已脱敏，复核的人和财务可以查看全文（R12.2）。 */
export interface RefundView {
  /** 退款标识 */
  refund_id: string
  /** 编号 */
  number: string
  /** 房屋标识 */
  home_id: string | null
  /** 房屋编号 */
  home: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 金额：单位：分 */
  amount_fen: number
  /** 收款方 */
  payee: string
  /** 收款账号：隐去部分 */
  payee_account: string
  /** 状态 */
  state: 'draft' | 'dropped' | 'posted' | 'reversed'
  /** 状态：可直接显示 */
  state_title: string
  /** 银行账户标识：款项存入或支出的那个银行账户 */
  custody_id: string
  /** 银行账户 */
  custody: string
  /** 退款日期：银行办理的日期 */
  effective_on: string
  /** 凭证号：银行回单或收据的编号 */
  voucher: string
  /** 理由 */
  reason: string
  /** 作废原因：没有作废的为空 */
  drop_reason: string
  /** 材料 */
  file: StoredFile | null
  /** 录入人：工作人员账号的标识 */
  entered_by: string
  /** 录入时间 */
  entered_at: string
  /** 复核人：工作人员账号的标识 */
  confirmed_by: string | null
  /** 复核时间：尚未复核的为空 */
  confirmed_at: string | null
  /** 记账凭证标识：入账后才有 */
  journal_id: string | null
}

/** 核实的情况；公示确实没有张贴的，应当退回该单元的张贴影像。 */
export interface ReportAnswer {
  /** 答复内容 */
  text: string
}

/** 更正已公布报告的理由；首次公布不填。 */
export interface ReportPublication {
  /** 更正原因：首次公布不填 */
  reason?: string | undefined
}

/** 共有人推举的代表（标识或姓名），以及全体共有人签名的文件。 */
export interface RepresentativeNaming {
  /** 推举书扫描件：全体共有人签字 */
  file_id: string
  /** 代表标识：与姓名二选一 */
  owner_id?: string | null | undefined
  /** 代表姓名：与标识二选一 */
  owner_name?: string | undefined
}

/** 要冲销的凭证、生效日期和理由。 */
export interface ReversalVoucher {
  /** 记账凭证标识：要冲销的那一笔 */
  journal_id: string
  /** 生效日期：银行办理的日期 */
  effective_on: string
  /** 冲销理由 */
  memo: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface RollChangeList {
  /** 本页内容 */
  items: (RollChangeView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 名册中一行更改前后的内容；姓名已脱敏，证件号码不保留。 */
export interface RollChangeView {
  /** 标识 */
  id: string
  /** 表：代码 */
  table: 'building' | 'community' | 'deposit' | 'elevator' | 'elevator_unit' | 'home' | 'maintenance_visit' | 'owner' | 'ownership' | 'scope' | 'unit'
  /** 表：可直接显示 */
  table_title: string
  /** 行标识 */
  row_id: string
  /** 更改前：新增的为空；个人信息隐去部分 */
  before: Record<string, unknown> | null
  /** 更改后：删除的为空；个人信息隐去部分 */
  after: Record<string, unknown> | null
}

/** 名册中该房屋的一名产权人及其份额，姓名已脱敏（R12.2）。 */
export interface RollOwner {
  /** 权属标识 */
  ownership_id: string
  /** 姓名：隐去部分 */
  name: string
  /** 权属份额：10000 为全部。单位：万分之一 */
  share_bps: number
  /** 权属起始日 */
  from_on: string
}

/** 该楼栋的统筹账户改为按什么单位记账，以及理由。 */
export interface ScopeSwitchBody {
  /** 变更后记账单位 */
  to_kind: 'building' | 'unit'
  /** 理由 */
  reason: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface SecurityEventList {
  /** 本页内容 */
  items: (SecurityEventView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一次登录、被拒、查看、导出或账号变更：谁、从哪里、何时、结果。 */
export interface SecurityEventView {
  /** 标识 */
  id: string
  /** 时间 */
  at: string
  /** 类别 */
  kind: 'account' | 'export' | 'lockout' | 'login' | 'paper' | 'refused' | 'unmask'
  /** 接口名 */
  operation: string
  /** HTTP 状态：400 及以上为未成功 */
  status: number
  /** 拒绝代码：成功的为空 */
  refusal: string
  /** 身份 */
  actor_kind: 'account' | 'person' | 'public'
  /** 谁：不知是谁的为空 */
  actor_id: string | null
  /** 账号：不是账号的为空 */
  username: string
  /** 所用用户名的散列 */
  about: string
  /** 来源地址 */
  address: string
  /** 请求标识：与运行日志对照 */
  request_id: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface SettlementList {
  /** 本页内容 */
  items: (SettlementView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 拟请反对人认可的协商记录，须事先上传。 */
export interface SettlementProposal {
  /** 书面记录：反对人签字的协商记录或撤回书 */
  record_file_id: string
  /** 协商情况 */
  note?: string | undefined
}

/** 结息单错在哪里。 */
export interface SettlementReversalBody {
  /** 理由 */
  reason: string
}

/** 对错误结息单的冲销申请；`state` 为 `draft` 时待第二人复核。 */
export interface SettlementReversalView {
  /** 标识 */
  id: string
  /** 状态 */
  state: 'confirmed' | 'draft' | 'dropped'
  /** 理由 */
  reason: string
  /** 本人录入：录入人不得复核自己的录入 */
  entered_by_me: boolean
  /** 录入时间 */
  entered_at: string
  /** 复核时间：尚未复核的为空 */
  confirmed_at: string | null
  /** 作废时间：没有作废的为空 */
  dropped_at: string | null
  /** 作废原因：没有作废的为空 */
  drop_reason: string
}

/** 一份结息单中某一自然年度取得的部分，单位：分。R4.5。 */
export interface SettlementSlice {
  /** 年度 */
  year: number
  /** 增值收益：高出基准利息的部分，R4.3。单位：分 */
  value_added_fen: number
  /** 基准利息：归各户的部分，R4.3。单位：分 */
  benchmark_fen: number
}

/** 计算过程中的一步，可据以手工复算。 */
export interface SettlementStep {
  /** 规则：`docs/rules.md` 的编号 */
  rule: string
  /** 步骤：代码 */
  what: string
  /** 算式：可直接显示 */
  text: string
}

/** 一份结息单及其结果，金额单位：分。`interest_fen` 为银行实付利息，`expected_fen` 为按约定应得的利息；利息中 `benchmark_fen` 归各分户账，`value_added_fen` 归统筹账户。`reversal` 是最近一次冲销申请。 */
export interface SettlementView {
  /** 标识 */
  id: string
  /** 存款标识 */
  deposit_id: string
  /** 存款编号 */
  code: string
  /** 存期 */
  tenor: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand'
  /** 期次：第几个存期，从 1 起 */
  term_number: number
  /** 结息种类 */
  kind: 'demand' | 'early' | 'maturity'
  /** 本金：单位：分 */
  principal_fen: number
  /** 起息日 */
  from_on: string
  /** 止息日：不计息 */
  to_on: string
  /** 利息：单位：分 */
  interest_fen: number
  /** 约定利息：按存款要素计算的利息。单位：分 */
  expected_fen: number
  /** 应得基准利息：按基准利率应得的，收益低于基准时仍照列。单位：分 */
  due_benchmark_fen: number
  /** 基准利息：归各户的部分，R4.3。单位：分 */
  benchmark_fen: number
  /** 增值收益：高出基准利息的部分，R4.3。单位：分 */
  value_added_fen: number
  /** 低于基准：利息不足基准利息的差额；不低于基准的为 0。单位：分 */
  shortfall_fen: number
  /** 收回本金：回到银行账户的本金。单位：分 */
  returned_fen: number
  /** 转入本金：单位：分 */
  capitalised_fen: number
  /** 转存 */
  renews: boolean
  /** 转存利率：年利率；不转存的为空。单位：万分之一个百分点，15000 即 1.5% */
  renewed_rate_e4: number | null
  /** 逾期天数：到期后未结息的天数，按活期计息。单位：天 */
  overdue_days: number
  /** 结息单号：银行结息单上的编号 */
  advice_number: string
  /** 入账日期：银行把利息记入账户的日期 */
  credited_on: string
  /** 账簿日期：未入账的为空 */
  effective_on: string | null
  /** 录入来源 */
  source: 'file' | 'manual'
  /** 结息单影像：没有的为空 */
  file: StoredFile | null
  /** 备注 */
  note: string
  /** 状态 */
  state: 'draft' | 'dropped' | 'posted' | 'reversed'
  /** 记账凭证标识：入账后才有 */
  journal_id: string | null
  /** 结息冲销标识：没有冲销的为空 */
  reversal_id: string | null
  /** 冲销日期：没有冲销的为空 */
  reversed_on: string | null
  /** 结息冲销：最近一次冲销申请；没有的为空 */
  reversal: SettlementReversalView | null
  /** 本人录入：录入人不得复核自己的录入 */
  entered_by_me: boolean
  /** 录入时间 */
  entered_at: string
  /** 复核时间：尚未复核的为空 */
  confirmed_at: string | null
  /** 作废时间：没有作废的为空 */
  dropped_at: string | null
  /** 作废原因：没有作废的为空 */
  drop_reason: string
  /** 按年归属：按利息产生的自然年，R4.5 */
  slices: (SettlementSlice)[]
  /** 计算步骤：可据以手工复算 */
  steps: (SettlementStep)[]
}

/** 动态口令应用当前显示的六位数字。 */
export interface ShownCode {
  /** 动态口令：口令器此刻显示的六位数字 */
  totp: string
}

/** 专户的户名和退款账户；开设时须填全，核对时不填或填相同的内容。 */
export interface SpecialAccountOpening {
  /** 户名：核对时可不填，填写须一致 */
  holder?: string | undefined
  /** 退款银行：核对时可不填，填写须一致 */
  refund_bank?: string | undefined
  /** 退款账号：核对时可不填，填写须一致 */
  refund_account?: string | undefined
}

/** 退入户主本人账户的款项：金额（单位：分）、凭证和电梯报废的证明；`effective_on` 为银行日期。 */
export interface SpecialRefundBody {
  /** 金额：单位：分 */
  amount_fen: number
  /** 银行账户标识：款项存入或支出的那个银行账户 */
  custody_id: string
  /** 退款日期：银行办理的日期 */
  effective_on: string
  /** 凭证号：银行回单或收据的编号 */
  voucher: string
  /** 理由 */
  reason: string
  /** 报废证明：电梯报废的证明文件 */
  file_id: string
}

/** 一笔支出总额，按面积分摊到一个单元或一幢楼的各户（R3.7）。 `leave_owed` 表示分户账不足支付的部分列为尚欠。 */
export interface SplitUse {
  /** 总额：按面积分摊到各户。单位：分 */
  total_fen: number
  /** 银行账户标识：款项存入或支出的那个银行账户 */
  custody_id: string
  /** 生效日期：银行办理的日期 */
  effective_on: string
  /** 凭证号：银行回单或收据的编号 */
  voucher: string
  /** 楼栋或单元标识：与楼栋标识二选一 */
  scope_id?: string | null | undefined
  /** 楼栋标识：与楼栋或单元标识二选一 */
  building_id?: string | null | undefined
  /** 收款方 */
  payee?: string | undefined
  /** 摘要 */
  memo?: string | undefined
  /** 允许欠缴：余额不足的户，不足部分列为欠缴 */
  leave_owed?: boolean | undefined
}

/** 改任的角色及理由。 */
export interface StaffAccountDuties {
  /** 角色 */
  roles: (Role)[]
  /** 保险机构标识：保险机构人员所属的机构；其他人为空 */
  insurer_id?: string | null | undefined
  /** 小区标识：街道社区人员所属的小区；其他人为空 */
  community_id?: string | null | undefined
  /** 理由 */
  reason: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface StaffAccountList {
  /** 本页内容 */
  items: (StaffAccountView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 管理员和审计所见的工作账号。 */
export interface StaffAccountView {
  /** 标识 */
  id: string
  /** 用户名 */
  username: string
  /** 姓名 */
  name: string
  /** 人员标识：账号背后的自然人；凡须两人办理的以此为准，R1.1 */
  employee_id: string
  /** 角色 */
  roles: (Role)[]
  /** 保险机构标识 */
  insurer_id: string | null
  /** 小区标识 */
  community_id: string | null
  /** 状态 */
  state: 'active' | 'disabled' | 'invited'
  /** 陌生网络锁定至：多处输错过多，最近没有登录过的网络在此之前不能登录；没有锁定的为空 */
  locked_until: string | null
  /** 可作复核起：不须等待的为空 */
  confirms_from: string | null
  /** 建立时间 */
  created_at: string
}

/** 账号的动态口令密钥，只在这一次答复中显示。 */
export interface StaffAuthenticator {
  /** 账号标识 */
  staff_id: string
  /** 用户名 */
  username: string
  /** 动态口令密钥：只在这一个答复里给出 */
  totp_secret: string
  /** 动态口令链接：画成二维码供口令器扫码添加 */
  totp_uri: string
}

/** 工作人员的登录，十二小时有效。 */
export interface StaffLoggedIn {
  /** 登录令牌：以 `Authorization: Bearer …` 发送 */
  token: string
  /** 有效期至 */
  expires_at: string
  /** 账号标识 */
  staff_id: string
  /** 姓名 */
  name: string
  /** 角色 */
  roles: (Role)[]
}

/** 用户名、密码和动态口令应用当前显示的六位数字。 */
export interface StaffLogin {
  /** 用户名 */
  username: string
  /** 密码 */
  password: string
  /** 动态口令：口令器此刻显示的六位数字 */
  totp: string
  /** 设备名称：本人认得出这台手机或电脑的名字 */
  device?: string | undefined
}

/** 本人的工作账号及其所属单位。 */
export interface StaffMe {
  /** 账号标识 */
  staff_id: string
  /** 用户名 */
  username: string
  /** 姓名 */
  name: string
  /** 角色 */
  roles: (Role)[]
  /** 保险机构标识 */
  insurer_id: string | null
  /** 保险机构：不属于保险机构的为空 */
  insurer: string
  /** 小区标识 */
  community_id: string | null
  /** 小区：不属于小区的为空 */
  community: string
  /** 登录有效期至 */
  session_expires_at: string
  /** 动态口令有效至：到这时为止，可以办理须先输入动态口令的事项；已过的为空 */
  fresh_until: string | null
}

/** 暂时无法辨明的收款或付款；`clears` 指明要退回（收回）的原待查凭证，可以只退回（收回）一部分。 */
export interface SuspenseVoucher {
  /** 银行账户标识 */
  bank_account_id: string
  /** 方向 */
  direction: CashDirection
  /** 金额：单位：分 */
  amount_fen: number
  /** 生效日期：银行办理的日期 */
  effective_on: string
  /** 摘要 */
  memo: string
  /** 清理的凭证：所清理的待查款项的凭证标识；不是清理的为空 */
  clears?: string | null | undefined
}

/** 中心的银行账户之间的划转，以银行日期为准。 */
export interface TransferVoucher {
  /** 转出账户标识：银行账户的标识 */
  from_account_id: string
  /** 转入账户标识：银行账户的标识 */
  to_account_id: string
  /** 金额：单位：分 */
  amount_fen: number
  /** 生效日期：银行办理的日期 */
  effective_on: string
  /** 摘要 */
  memo: string
}

/** 试算平衡：借贷两方合计，不等即账有错误。R3.2。 */
export interface TrialBalance {
  /** 生效日期：银行办理的日期 */
  effective_on: string | null
  /** 记账时间 */
  recorded_at: string | null
  /** 各类账户 */
  items: (TrialLine)[]
  /** 借方：单位：分 */
  debit_fen: number
  /** 贷方：单位：分 */
  credit_fen: number
  /** 借贷平衡：`false` 即账目有误 */
  balanced: boolean
}

/** 一类账户的借方、贷方发生额合计，单位：分。 */
export interface TrialLine {
  /** 账户类别 */
  kind: AccountKind
  /** 账户类别：可直接显示 */
  kind_title: string
  /** 账户数 */
  accounts: number
  /** 借方：单位：分 */
  debit_fen: number
  /** 贷方：单位：分 */
  credit_fen: number
  /** 余额：单位：分 */
  balance_fen: number
}

/** 须先更正导入清单、暂不能接收的存款，及其原因。 */
export interface UnclearDeposit {
  /** 存款标识 */
  deposit_id: string
  /** 存款编号 */
  code: string
  /** 原因 */
  reason: string
}

/** 为什么必须查看全文；正待本人复核的可以不写。 */
export interface UnmaskReason {
  /** 理由 */
  reason?: string | undefined
}

/** 姓名和证件号码的全文，向写明理由的工作人员显示。 */
export interface UnmaskedClaimant {
  /** 绑定申请标识 */
  claim_id: string
  /** 姓名：完整姓名 */
  name: string
  /** 证件号码：完整号码 */
  id_number: string
}

/** 反对人的姓名和电话，向写明理由的工作人员完整显示。 */
export interface UnmaskedObjector {
  /** 反对意见标识 */
  objection_id: string
  /** 姓名：完整姓名 */
  name: string
  /** 房屋编号 */
  home: string
  /** 手机号：完整号码；未知为空 */
  phone: string
}

/** 退款收款人的全名和账号。 */
export interface UnmaskedPayee {
  /** 退款标识 */
  refund_id: string
  /** 收款方 */
  payee: string
  /** 收款银行 */
  payee_bank: string
  /** 收款账号：完整账号 */
  payee_account: string
}

/** 收款账户的全文，供核对。 */
export interface UnmaskedPayeeAccount {
  /** 标识 */
  id: string
  /** 保险机构 */
  insurer: string
  /** 开户银行 */
  bank: string
  /** 银行账号：完整账号 */
  bank_account: string
}

/** 未交存首期维修资金的一户。 */
export interface UnpaidHome {
  /** 房屋标识 */
  home_id: string
  /** 房屋编号 */
  home: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 面积：专有部分建筑面积。单位：平方厘米 */
  area_cm2: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface UnpaidHomeList {
  /** 本页内容 */
  items: (UnpaidHome)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 若现在组织表决，名册的户数、人数和面积（平方厘米），以及还缺什么。 `lacks` 为不能组织表决的原因；`warnings` 为须留意的户数，不妨碍组织。方案提交之前没有表决事项。 */
export interface VoteCheck {
  /** 户数 */
  homes: number
  /** 人数：一人几户合为一人，共有的一户合为一人，R8.1 */
  heads: number
  /** 总面积：计入的专有部分面积合计。单位：平方厘米 */
  area_cm2: number
  /** 通过门槛：由所议之事决定，R8.1 */
  threshold: 'raise' | 'use'
  /** 政策参数：受理或开始时固定下来的取值 */
  parameters: { 'notice.days'?: number | undefined; 'notice.roll'?: 'weekends_and_holidays' | 'holidays' | 'none' | undefined; 'notice.resume'?: 'remaining' | 'restart' | undefined; 'objection.refile_max'?: number | undefined; 'objection.decision_working_days'?: number | undefined; 'signers.min'?: number | undefined; 'signing.days'?: number | undefined; 'correction.days'?: number | undefined; 'lapse.days'?: number | undefined; 'payout.working_days'?: number | undefined; 'policy.years'?: 1 | 3 | undefined; 'vote.fund_flow'?: 'required' | 'waived' | undefined; 'vote.days'?: number | undefined; 'vote.participation'?: string | undefined; 'vote.use'?: string | undefined; 'vote.raise'?: string | undefined; 'vote.silence'?: 'not_counted' | 'follows_majority' | undefined; 'vote.split_owner'?: 'neutral_head' | 'no_head' | undefined; 'vote.paper_conflict'?: 'first_valid' | 'paper' | undefined; 'vote.rounds_max'?: number | undefined; 'vote.reminders'?: number | undefined; 'vote.paper_days'?: number | undefined; 'binding.wait_hours'?: number | undefined; 'identity.paper_days'?: number | undefined; 'proxy.max_homes'?: number | undefined; 'income.attribution'?: 'balance_days' | undefined; 'income.negative'?: 'zero' | 'negative' | undefined; 'fund.topup'?: number | undefined; 'maintenance.days'?: number | undefined; 'maintenance.gaps'?: 'shown' | 'refused' | undefined; 'independent.years'?: number | undefined; 'account.wait_hours'?: number | undefined; 'session.idle_minutes'?: number | undefined; 'session.fresh_minutes'?: number | undefined; 'publish.min_group'?: number | undefined }
  /** 截止时间：现在开始的话何时截止 */
  ends_at: string
  /** 表决事项：还没有方案的为空 */
  question: string
  /** 尚缺：因此还不能开始表决；可直接显示 */
  lacks: (string)[]
  /** 提示：各类待核实的户数，不影响开始 */
  warnings: Record<string, number>
  /** 待核实的房屋 */
  items: (VoteWarning)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
}

/** 提交业主表决的事项和材料；不填文字的按方案生成，不填材料的用方案的材料。 */
export interface VoteOpening {
  /** 表决事项：不给即由方案生成 */
  question?: string | undefined
  /** 材料文件：不给即用方案的材料 */
  file_ids?: (string)[] | null | undefined
}

/** 组织表决之前应先处理的一户。 */
export interface VoteWarning {
  /** 提示种类 */
  kind: 'claim_open' | 'developer' | 'no_owner' | 'no_phone' | 'no_representative'
  /** 房屋标识 */
  home_id: string
  /** 房屋编号 */
  home: string
  /** 提示内容：可直接显示 */
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
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 列表中的一张手工凭证。 */
export interface VoucherRow {
  /** 手工凭证标识 */
  voucher_id: string
  /** 编号 */
  number: string
  /** 类别 */
  kind: VoucherKind
  /** 类别：可直接显示 */
  kind_title: string
  /** 状态 */
  state: 'draft' | 'dropped' | 'posted'
  /** 金额：单位：分 */
  amount_fen: number
  /** 生效日期：银行办理的日期 */
  effective_on: string
  /** 摘要 */
  memo: string
  /** 记账凭证标识：入账后才有 */
  journal_id: string | null
  /** 录入人：工作人员账号的标识 */
  entered_by: string
  /** 录入时间 */
  entered_at: string
}

/** 一张手工凭证的借贷双方；已入账的待查款项，`left_fen` 为尚未清理的金额，单位：分。 */
export interface VoucherView {
  /** 手工凭证标识 */
  voucher_id: string
  /** 编号 */
  number: string
  /** 类别 */
  kind: VoucherKind
  /** 类别：可直接显示 */
  kind_title: string
  /** 状态 */
  state: 'draft' | 'dropped' | 'posted'
  /** 金额：单位：分 */
  amount_fen: number
  /** 生效日期：银行办理的日期 */
  effective_on: string
  /** 摘要 */
  memo: string
  /** 借贷双方 */
  lines: (JournalLine)[]
  /** 被冲销的凭证：记账凭证标识；不是冲销的为空 */
  reverses: string | null
  /** 清理的凭证：所清理的待查款项的凭证标识；不是清理的为空 */
  clears: string | null
  /** 未清理金额：待查款项尚未清理的；其他凭证为空。单位：分 */
  left_fen: number | null
  /** 记账凭证标识：入账后才有 */
  journal_id: string | null
  /** 录入人：工作人员账号的标识 */
  entered_by: string
  /** 录入时间 */
  entered_at: string
  /** 复核人：工作人员账号的标识 */
  confirmed_by: string | null
  /** 复核时间：尚未复核的为空 */
  confirmed_at: string | null
}

/** 见证人的一次登记或终止，复核后生效。 */
export interface WitnessChange {
  /** 标识 */
  id: string
  /** 状态 */
  state: 'confirmed' | 'draft' | 'dropped'
  /** 终止的见证人：登记的为空 */
  ends_witness_id: string | null
  /** 见证人 */
  witness_name: string
  /** 公钥：Ed25519，32 字节，十六进制 */
  public_key: string
  /** 理由：登记的为空 */
  reason: string
  /** 录入时间 */
  entered_at: string
  /** 本人录入：录入人不得复核自己的录入 */
  entered_by_me: boolean
  /** 作废原因：没有作废的为空 */
  drop_reason: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface WitnessChangeList {
  /** 本页内容 */
  items: (WitnessChange)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 终止一个见证人的理由；已有的签名仍然有效。 */
export interface WitnessEnding {
  /** 理由 */
  reason: string
}

/** 一类账户的年初余额、全年借贷发生额和年末余额，单位：分。 */
export interface YearAccount {
  /** 账户类别 */
  kind: AccountKind
  /** 账户类别：可直接显示 */
  kind_title: string
  /** 年初余额：单位：分 */
  opening_fen: number
  /** 借方：单位：分 */
  debit_fen: number
  /** 贷方：单位：分 */
  credit_fen: number
  /** 年末余额：单位：分 */
  closing_fen: number
}

/** 全年一类凭证的合计，冲销的另列一行；`amount_fen` 为借贷任一方的合计，单位：分。 */
export interface YearJournals {
  /** 类别 */
  kind: JournalKind
  /** 冲销：这一行是该类凭证的冲销 */
  undone: boolean
  /** 类别：可直接显示 */
  kind_title: string
  /** 凭证数 */
  journals: number
  /** 金额：单位：分 */
  amount_fen: number
  /** 各类账户 */
  accounts: (YearTurnover)[]
}

/** 一类凭证对一类账户的发生额，单位：分。 */
export interface YearTurnover {
  /** 账户类别 */
  account: AccountKind
  /** 账户类别：可直接显示 */
  account_title: string
  /** 借方：单位：分 */
  debit_fen: number
  /** 贷方：单位：分 */
  credit_fen: number
}

export interface ListAccountingYearsQuery {
  /** 状态 */
  state?: 'closed' | 'closing' | 'failed' | 'previewed' | 'previewing' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 各年度试算与结账情况，最新在前 */
export const listAccountingYears = (api: Api, query: ListAccountingYearsQuery = {}, call?: Call): Promise<AccountingYearList> =>
  api.get<AccountingYearList>(`/accounting-years${queryOf(query)}`, call)

export interface ListAccountingYearsCsvQuery {
  /** 状态 */
  state?: 'closed' | 'closing' | 'failed' | 'previewed' | 'previewing' | undefined
}

/** 年度结账导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listAccountingYearsCsv = (api: Api, query: ListAccountingYearsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/accounting-years.csv${queryOf(query)}`, call)

export interface ListAccountingYearsXlsxQuery {
  /** 状态 */
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
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
  /** 查找。存款编号、银行或结息单号的一部分 */
  q?: string | undefined
}

/** 某年度归集了哪些结息，试算后即可查 */
export const listYearSettlements = (api: Api, year: string, query: ListYearSettlementsQuery = {}, call?: Call): Promise<YearSettlementList> =>
  api.get<YearSettlementList>(`/accounting-years/${part(year)}/deposits${queryOf(query)}`, call)

export interface ListYearSettlementsCsvQuery {
  /** 查找。存款编号、银行或结息单号的一部分 */
  q?: string | undefined
}

/** 年度归集的结息导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listYearSettlementsCsv = (api: Api, year: string, query: ListYearSettlementsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/accounting-years/${part(year)}/deposits.csv${queryOf(query)}`, call)

export interface ListYearSettlementsXlsxQuery {
  /** 查找。存款编号、银行或结息单号的一部分 */
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

/** 复核名册没有记载的单位的授权材料 */
export const confirmAppointmentBeyondRoll = (api: Api, appointmentId: string, call?: Call): Promise<AppointmentView> =>
  api.write<AppointmentView>('POST', `/appointments/${part(appointmentId)}/confirmation`, call)

/** 审核授权材料或产权证明 */
export const decideAppointment = (api: Api, appointmentId: string, body: AppointmentDecision, call?: Call): Promise<AppointmentView> =>
  api.write<AppointmentView>('POST', `/appointments/${part(appointmentId)}/decision`, call, body)

/** 不予复核并写明理由 */
export const dropAppointmentBeyondRoll = (api: Api, appointmentId: string, body: EntryDropping, call?: Call): Promise<AppointmentView> =>
  api.write<AppointmentView>('POST', `/appointments/${part(appointmentId)}/dropping`, call, body)

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
  /** 未销户。只看没有销户的 */
  open?: boolean | undefined
  /** 查找。开户银行、账号或户名的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 住保中心开立的银行账户及账面余额 */
export const listBankAccounts = (api: Api, query: ListBankAccountsQuery = {}, call?: Call): Promise<BankAccountList> =>
  api.get<BankAccountList>(`/bank-accounts${queryOf(query)}`, call)

/** 登记银行账户并开立账簿账户 */
export const registerBankAccount = (api: Api, body: BankAccountBody, call?: Call): Promise<BankAccountView> =>
  api.write<BankAccountView>('POST', '/bank-accounts', call, body)

export interface ListBankAccountsCsvQuery {
  /** 未销户。只看没有销户的 */
  open?: boolean | undefined
  /** 查找。开户银行、账号或户名的一部分 */
  q?: string | undefined
}

/** 银行账户导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listBankAccountsCsv = (api: Api, query: ListBankAccountsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts.csv${queryOf(query)}`, call)

export interface ListBankAccountsXlsxQuery {
  /** 未销户。只看没有销户的 */
  open?: boolean | undefined
  /** 查找。开户银行、账号或户名的一部分 */
  q?: string | undefined
}

/** 银行账户导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listBankAccountsXlsx = (api: Api, query: ListBankAccountsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts.xlsx${queryOf(query)}`, call)

export interface GetBankBalancesQuery {
  /** 截至日期。含当日；不给即今天 */
  until?: string | undefined
}

/** 截至某日银行与账面的余额，及对账单的断档、未核对的期初余额 */
export const getBankBalances = (api: Api, bankAccountId: string, query: GetBankBalancesQuery = {}, call?: Call): Promise<BankBalances> =>
  api.get<BankBalances>(`/bank-accounts/${part(bankAccountId)}/balances${queryOf(query)}`, call)

/** 登记银行账户已销户 */
export const closeBankAccount = (api: Api, bankAccountId: string, call?: Call): Promise<BankAccountView> =>
  api.write<BankAccountView>('POST', `/bank-accounts/${part(bankAccountId)}/closing`, call)

export interface ListBankDifferencesQuery {
  /** 截至日期。含当日；不给即今天 */
  until?: string | undefined
  /** 银行一方。`true` 只看银行有而账上没有的，`false` 反之 */
  at_bank?: boolean | undefined
  /** 已说明。`true` 只看已说明的，`false` 只看未说明的 */
  explained?: boolean | undefined
  /** 查找。编号、对方户名或摘要的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 截至某日的未达账项 */
export const listBankDifferences = (api: Api, bankAccountId: string, query: ListBankDifferencesQuery = {}, call?: Call): Promise<DifferenceList> =>
  api.get<DifferenceList>(`/bank-accounts/${part(bankAccountId)}/differences${queryOf(query)}`, call)

export interface ListBankDifferencesCsvQuery {
  /** 截至日期。含当日；不给即今天 */
  until?: string | undefined
  /** 银行一方。`true` 只看银行有而账上没有的，`false` 反之 */
  at_bank?: boolean | undefined
  /** 已说明。`true` 只看已说明的，`false` 只看未说明的 */
  explained?: boolean | undefined
  /** 查找。编号、对方户名或摘要的一部分 */
  q?: string | undefined
}

/** 未达账项导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listBankDifferencesCsv = (api: Api, bankAccountId: string, query: ListBankDifferencesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/differences.csv${queryOf(query)}`, call)

export interface ListBankDifferencesXlsxQuery {
  /** 截至日期。含当日；不给即今天 */
  until?: string | undefined
  /** 银行一方。`true` 只看银行有而账上没有的，`false` 反之 */
  at_bank?: boolean | undefined
  /** 已说明。`true` 只看已说明的，`false` 只看未说明的 */
  explained?: boolean | undefined
  /** 查找。编号、对方户名或摘要的一部分 */
  q?: string | undefined
}

/** 未达账项导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listBankDifferencesXlsx = (api: Api, bankAccountId: string, query: ListBankDifferencesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/differences.xlsx${queryOf(query)}`, call)

export interface ListExplanationsQuery {
  /** 流水标识。这笔流水的历次说明 */
  line_id?: string | undefined
  /** 分录标识。这笔分录的历次说明 */
  posting_id?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 某笔未达账项历次的说明，最新在前 */
export const listExplanations = (api: Api, bankAccountId: string, query: ListExplanationsQuery = {}, call?: Call): Promise<DifferenceExplanationList> =>
  api.get<DifferenceExplanationList>(`/bank-accounts/${part(bankAccountId)}/explanations${queryOf(query)}`, call)

/** 说明未达账项的原因 */
export const explainDifferences = (api: Api, bankAccountId: string, body: DifferenceExplanation, call?: Call): Promise<DifferencesExplained> =>
  api.write<DifferencesExplained>('POST', `/bank-accounts/${part(bankAccountId)}/explanations`, call, body)

export interface ListBankLinesQuery {
  /** 起始日。含当日 */
  from_on?: string | undefined
  /** 截止日。含当日 */
  to_on?: string | undefined
  /** 已核对。`true` 只看已核对的，`false` 只看未核对的 */
  matched?: boolean | undefined
  /** 查找。编号、对方户名或摘要的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 某银行账户已入库的流水，按日期 */
export const listBankLines = (api: Api, bankAccountId: string, query: ListBankLinesQuery = {}, call?: Call): Promise<BankLineList> =>
  api.get<BankLineList>(`/bank-accounts/${part(bankAccountId)}/lines${queryOf(query)}`, call)

export interface ListBankLinesCsvQuery {
  /** 起始日。含当日 */
  from_on?: string | undefined
  /** 截止日。含当日 */
  to_on?: string | undefined
  /** 已核对。`true` 只看已核对的，`false` 只看未核对的 */
  matched?: boolean | undefined
  /** 查找。编号、对方户名或摘要的一部分 */
  q?: string | undefined
}

/** 银行流水导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listBankLinesCsv = (api: Api, bankAccountId: string, query: ListBankLinesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/lines.csv${queryOf(query)}`, call)

export interface ListBankLinesXlsxQuery {
  /** 起始日。含当日 */
  from_on?: string | undefined
  /** 截止日。含当日 */
  to_on?: string | undefined
  /** 已核对。`true` 只看已核对的，`false` 只看未核对的 */
  matched?: boolean | undefined
  /** 查找。编号、对方户名或摘要的一部分 */
  q?: string | undefined
}

/** 银行流水导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listBankLinesXlsx = (api: Api, bankAccountId: string, query: ListBankLinesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/lines.xlsx${queryOf(query)}`, call)

export interface ListBankMatchesQuery {
  /** 已撤销。`true` 只看已撤销的，`false` 只看有效的 */
  undone?: boolean | undefined
  /** 核对依据 */
  basis?: MatchBasis | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
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
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 某银行账户的余额调节表，最新在前 */
export const listBankReconciliations = (api: Api, bankAccountId: string, query: ListBankReconciliationsQuery = {}, call?: Call): Promise<ReconciliationLineList> =>
  api.get<ReconciliationLineList>(`/bank-accounts/${part(bankAccountId)}/reconciliations${queryOf(query)}`, call)

/** 编制某月银行存款余额调节表 */
export const prepareReconciliation = (api: Api, bankAccountId: string, body: ReconciliationBody, call?: Call): Promise<ReconciliationView> =>
  api.write<ReconciliationView>('POST', `/bank-accounts/${part(bankAccountId)}/reconciliations`, call, body)

export interface ListBankReconciliationsCsvQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 余额调节表导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listBankReconciliationsCsv = (api: Api, bankAccountId: string, query: ListBankReconciliationsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/reconciliations.csv${queryOf(query)}`, call)

export interface ListBankReconciliationsXlsxQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 余额调节表导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listBankReconciliationsXlsx = (api: Api, bankAccountId: string, query: ListBankReconciliationsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/reconciliations.xlsx${queryOf(query)}`, call)

export interface ListBankStatementsQuery {
  /** 状态 */
  state?: 'dropped' | 'faulty' | 'mapping' | 'ready' | 'taken' | undefined
  /** 排序 */
  sort?: '' | 'day' | 'newest' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 某银行账户的对账单，最新上传在前 */
export const listBankStatements = (api: Api, bankAccountId: string, query: ListBankStatementsQuery = {}, call?: Call): Promise<BankStatementList> =>
  api.get<BankStatementList>(`/bank-accounts/${part(bankAccountId)}/statements${queryOf(query)}`, call)

/** 上传银行对账单（xlsx、csv） */
export const uploadBankStatement = (api: Api, bankAccountId: string, filePath: string, call?: Call): Promise<BankStatementView> =>
  api.upload<BankStatementView>(`/bank-accounts/${part(bankAccountId)}/statements`, filePath, call)

export interface ListBankStatementsCsvQuery {
  /** 状态 */
  state?: 'dropped' | 'faulty' | 'mapping' | 'ready' | 'taken' | undefined
  /** 排序 */
  sort?: '' | 'day' | 'newest' | undefined
}

/** 银行对账单导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listBankStatementsCsv = (api: Api, bankAccountId: string, query: ListBankStatementsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/statements.csv${queryOf(query)}`, call)

export interface ListBankStatementsXlsxQuery {
  /** 状态 */
  state?: 'dropped' | 'faulty' | 'mapping' | 'ready' | 'taken' | undefined
  /** 排序 */
  sort?: '' | 'day' | 'newest' | undefined
}

/** 银行对账单导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listBankStatementsXlsx = (api: Api, bankAccountId: string, query: ListBankStatementsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/bank-accounts/${part(bankAccountId)}/statements.xlsx${queryOf(query)}`, call)

export interface ListMatchSuggestionsQuery {
  /** 唯一对应。`true` 只看唯一对应的，`false` 反之 */
  sure?: boolean | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
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
  /** 存期 */
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand' | undefined
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 基准利率的录入与复核记录，按起始日最新在前 */
export const listBenchmarkRates = (api: Api, query: ListBenchmarkRatesQuery = {}, call?: Call): Promise<BenchmarkRateList> =>
  api.get<BenchmarkRateList>(`/benchmark-rates${queryOf(query)}`, call)

/** 录入人民银行公布的基准利率、起始日和依据，由第二人复核后生效 */
export const proposeBenchmarkRate = (api: Api, body: BenchmarkRateBody, call?: Call): Promise<BenchmarkRateView> =>
  api.write<BenchmarkRateView>('POST', '/benchmark-rates', call, body)

export interface ListBenchmarkRatesCsvQuery {
  /** 存期 */
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand' | undefined
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 基准利率导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listBenchmarkRatesCsv = (api: Api, query: ListBenchmarkRatesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/benchmark-rates.csv${queryOf(query)}`, call)

export interface ListBenchmarkRatesXlsxQuery {
  /** 存期 */
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand' | undefined
  /** 状态 */
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

/** 复核终止他人产权的绑定材料 */
export const confirmBindingClaim = (api: Api, claimId: string, call?: Call): Promise<ClaimState> =>
  api.write<ClaimState>('POST', `/binding-claims/${part(claimId)}/confirmation`, call)

/** 审核绑定材料 */
export const decideBindingClaim = (api: Api, claimId: string, body: BindingClaimDecision, call?: Call): Promise<BindingClaimView> =>
  api.write<BindingClaimView>('POST', `/binding-claims/${part(claimId)}/decision`, call, body)

/** 不予复核 */
export const dropBindingClaim = (api: Api, claimId: string, body: EntryDropping, call?: Call): Promise<ClaimState> =>
  api.write<ClaimState>('POST', `/binding-claims/${part(claimId)}/dropping`, call, body)

/** 查看申请人的姓名和证件号码，须写明理由，并留下记录 */
export const unmaskBindingClaim = (api: Api, claimId: string, body: Reason, call?: Call): Promise<UnmaskedClaimant> =>
  api.write<UnmaskedClaimant>('POST', `/binding-claims/${part(claimId)}/unmasking`, call, body)

/** 核查后认为绑定无误，理由告知提出异议的业主 */
export const dismissBindingContest = (api: Api, contestId: string, body: Reason, call?: Call): Promise<BindingContestView> =>
  api.write<BindingContestView>('POST', `/binding-contests/${part(contestId)}/dismissal`, call, body)

export interface ListBindingEndingsQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 由住保中心终止的绑定，最后录入的在前 */
export const listBindingEndings = (api: Api, query: ListBindingEndingsQuery = {}, call?: Call): Promise<BindingEndingList> =>
  api.get<BindingEndingList>(`/binding-endings${queryOf(query)}`, call)

/** 录入终止一个绑定，待第二人复核 */
export const proposeBindingEnding = (api: Api, body: BindingEndingBody, call?: Call): Promise<BindingEndingView> =>
  api.write<BindingEndingView>('POST', '/binding-endings', call, body)

export interface ListBindingEndingsCsvQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 终止绑定导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listBindingEndingsCsv = (api: Api, query: ListBindingEndingsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/binding-endings.csv${queryOf(query)}`, call)

export interface ListBindingEndingsXlsxQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 终止绑定导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listBindingEndingsXlsx = (api: Api, query: ListBindingEndingsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/binding-endings.xlsx${queryOf(query)}`, call)

/** 第二人复核后，该微信以这位业主身份的绑定全部终止，登录一并失效 */
export const confirmBindingEnding = (api: Api, bindingEndingId: string, call?: Call): Promise<BindingEndingView> =>
  api.write<BindingEndingView>('POST', `/binding-endings/${part(bindingEndingId)}/confirmation`, call)

/** 写明理由作废未复核的终止，绑定仍然有效 */
export const dropBindingEnding = (api: Api, bindingEndingId: string, body: EntryDropping, call?: Call): Promise<BindingEndingView> =>
  api.write<BindingEndingView>('POST', `/binding-endings/${part(bindingEndingId)}/dropping`, call, body)

export interface ListBindingActsQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 以一个绑定（已终止的也算）办过的签名、反对意见和投票，供核查后善后 */
export const listBindingActs = (api: Api, bindingId: string, query: ListBindingActsQuery = {}, call?: Call): Promise<BindingActList> =>
  api.get<BindingActList>(`/bindings/${part(bindingId)}/acts${queryOf(query)}`, call)

/** 录入记账单位变更（按幢改按单元，或相反），待另一人复核后生效 */
export const enterScopeSwitch = (api: Api, buildingId: string, body: ScopeSwitchBody, call?: Call): Promise<ScopeSwitchView> =>
  api.write<ScopeSwitchView>('POST', `/buildings/${part(buildingId)}/scope-switch`, call, body)

export interface ListCalendarChangesQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 日历的改动及其复核，最近录入的在前 */
export const listCalendarChanges = (api: Api, query: ListCalendarChangesQuery = {}, call?: Call): Promise<CalendarChangeList> =>
  api.get<CalendarChangeList>(`/calendar/changes${queryOf(query)}`, call)

export interface ListCalendarChangesCsvQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 日历改动导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listCalendarChangesCsv = (api: Api, query: ListCalendarChangesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/calendar/changes.csv${queryOf(query)}`, call)

export interface ListCalendarChangesXlsxQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 日历改动导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listCalendarChangesXlsx = (api: Api, query: ListCalendarChangesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/calendar/changes.xlsx${queryOf(query)}`, call)

/** 复核日历改动，对照所注依据 */
export const confirmCalendarChange = (api: Api, changeId: string, call?: Call): Promise<CalendarChange> =>
  api.write<CalendarChange>('POST', `/calendar/changes/${part(changeId)}/confirmation`, call)

/** 作废未复核的日历改动，写明理由 */
export const dropCalendarChange = (api: Api, changeId: string, body: EntryDropping, call?: Call): Promise<CalendarChange> =>
  api.write<CalendarChange>('POST', `/calendar/changes/${part(changeId)}/dropping`, call, body)

/** 录入或更正一个工作日或休息日，须注明依据 */
export const proposeCalendarDay = (api: Api, body: NewCalendarDay, call?: Call): Promise<CalendarChange> =>
  api.write<CalendarChange>('POST', '/calendar/days', call, body)

/** 录入某年的节假日安排已公布并全部录入 */
export const proposeCalendarYear = (api: Api, body: NewCalendarYear, call?: Call): Promise<CalendarChange> =>
  api.write<CalendarChange>('POST', '/calendar/years', call, body)

/** 受理 */
export const acceptCase = (api: Api, caseId: string, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/acceptance`, call)

export interface PrintDossierQuery {
  /** 查阅凭证。工作人员取封存的材料时填写，一次有效 */
  ticket?: string | undefined
}

/** 办件卷宗（PDF） */
export const printDossier = (api: Api, caseId: string, query: PrintDossierQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/dossier.pdf${queryOf(query)}`, call)

export interface DownloadDossierQuery {
  /** 查阅凭证。工作人员取封存的材料时填写，一次有效 */
  ticket?: string | undefined
}

/** 审计压缩包 */
export const downloadDossier = (api: Api, caseId: string, query: DownloadDossierQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/dossier.zip${queryOf(query)}`, call)

/** 写明理由调取办件卷宗，留下记录 */
export const readDossier = (api: Api, caseId: string, body: FileReading, call?: Call): Promise<string> =>
  api.downloadSealed(`/cases/${part(caseId)}/dossier`, body, call)

/** 取消紧急标记，写明理由 */
export const liftEmergency = (api: Api, caseId: string, body: CaseReasonBody, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/emergency/lifting`, call, body)

/** 人工暂停办件，写明理由 */
export const holdCase = (api: Api, caseId: string, body: CaseReasonBody, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/hold`, call, body)

/** 解除人工暂停，须由暂停人和经办人以外的人办理 */
export const releaseCase = (api: Api, caseId: string, body: CaseReasonBody, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/hold/release`, call, body)

/** 核看张贴照片后予以认可，自拍照上传之日算作已张贴 */
export const acceptLobby = (api: Api, caseId: string, unitId: string, body: PhotoAcceptance, call?: Call): Promise<NoticeBoard> =>
  api.write<NoticeBoard>('POST', `/cases/${part(caseId)}/lobbies/${part(unitId)}/acceptance`, call, body)

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
  /** 状态 */
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  /** 房屋标识 */
  home_id?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 办件的归集款记录，最新在前 */
export const listReceipts = (api: Api, caseId: string, query: ListReceiptsQuery = {}, call?: Call): Promise<ReceiptList> =>
  api.get<ReceiptList>(`/cases/${part(caseId)}/receipts${queryOf(query)}`, call)

/** 录入业主补缴或独立产权人缴存的保费（现金、转账），待另一人复核后入账 */
export const enterReceipt = (api: Api, caseId: string, body: ReceiptBody, call?: Call): Promise<ReceiptView> =>
  api.write<ReceiptView>('POST', `/cases/${part(caseId)}/receipts`, call, body)

export interface ListReceiptsCsvQuery {
  /** 状态 */
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  /** 房屋标识 */
  home_id?: string | undefined
}

/** 归集款导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listReceiptsCsv = (api: Api, caseId: string, query: ListReceiptsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/receipts.csv${queryOf(query)}`, call)

export interface ListReceiptsXlsxQuery {
  /** 状态 */
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  /** 房屋标识 */
  home_id?: string | undefined
}

/** 归集款导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listReceiptsXlsx = (api: Api, caseId: string, query: ListReceiptsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/receipts.xlsx${queryOf(query)}`, call)

/** 复核归集款并入账，可一次复核多笔 */
export const confirmReceipts = (api: Api, caseId: string, body: ReceiptsConfirmation, call?: Call): Promise<ReceiptsConfirmed> =>
  api.write<ReceiptsConfirmed>('POST', `/cases/${part(caseId)}/receipts/confirmation`, call, body)

export interface EnterReceiptsFileQuery {
  /** 银行账户标识。文件中的款项存入的那个银行账户 */
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
  /** 状态 */
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  /** 房屋标识 */
  home_id?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 办件的退款记录，最新在前 */
export const listRefunds = (api: Api, caseId: string, query: ListRefundsQuery = {}, call?: Call): Promise<RefundList> =>
  api.get<RefundList>(`/cases/${part(caseId)}/refunds${queryOf(query)}`, call)

/** 录入退款 */
export const enterRefund = (api: Api, caseId: string, body: RefundBody, call?: Call): Promise<RefundView> =>
  api.write<RefundView>('POST', `/cases/${part(caseId)}/refunds`, call, body)

export interface ListRefundsCsvQuery {
  /** 状态 */
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  /** 房屋标识 */
  home_id?: string | undefined
}

/** 退款导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listRefundsCsv = (api: Api, caseId: string, query: ListRefundsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/refunds.csv${queryOf(query)}`, call)

export interface ListRefundsXlsxQuery {
  /** 状态 */
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  /** 房屋标识 */
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
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
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

/** 第二人复核更正 */
export const confirmCorrection = (api: Api, correctionId: string, call?: Call): Promise<RollCorrectionView> =>
  api.write<RollCorrectionView>('POST', `/corrections/${part(correctionId)}/confirmation`, call)

/** 核对更正申请 */
export const decideCorrection = (api: Api, correctionId: string, body: CorrectionDecision, call?: Call): Promise<RollCorrectionView> =>
  api.write<RollCorrectionView>('POST', `/corrections/${part(correctionId)}/decision`, call, body)

/** 不予复核 */
export const dropCorrection = (api: Api, correctionId: string, body: EntryDropping, call?: Call): Promise<RollCorrectionView> =>
  api.write<RollCorrectionView>('POST', `/corrections/${part(correctionId)}/dropping`, call, body)

export interface ListDeliveriesQuery {
  /** 状态 */
  state?: '' | 'dead' | 'leased' | 'maybe' | 'refused' | 'sent' | 'unconsented' | 'waiting' | undefined
  /** 模板。本系统的模板名 */
  template?: '' | 'notice' | 'progress' | 'task' | undefined
  /** 办件标识 */
  case_id?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 微信消息的发送情况和每次尝试的结果，不显示接收人 */
export const listDeliveries = (api: Api, query: ListDeliveriesQuery = {}, call?: Call): Promise<DeliveryList> =>
  api.get<DeliveryList>(`/deliveries${queryOf(query)}`, call)

export interface ListDeliveriesCsvQuery {
  /** 状态 */
  state?: '' | 'dead' | 'leased' | 'maybe' | 'refused' | 'sent' | 'unconsented' | 'waiting' | undefined
  /** 模板。本系统的模板名 */
  template?: '' | 'notice' | 'progress' | 'task' | undefined
  /** 办件标识 */
  case_id?: string | undefined
}

/** 微信消息发送情况导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listDeliveriesCsv = (api: Api, query: ListDeliveriesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/deliveries.csv${queryOf(query)}`, call)

export interface ListDeliveriesXlsxQuery {
  /** 状态 */
  state?: '' | 'dead' | 'leased' | 'maybe' | 'refused' | 'sent' | 'unconsented' | 'waiting' | undefined
  /** 模板。本系统的模板名 */
  template?: '' | 'notice' | 'progress' | 'task' | undefined
  /** 办件标识 */
  case_id?: string | undefined
}

/** 微信消息发送情况导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listDeliveriesXlsx = (api: Api, query: ListDeliveriesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/deliveries.xlsx${queryOf(query)}`, call)

/** 将已放弃的微信消息再发送一次 */
export const retryDelivery = (api: Api, deliveryId: string, call?: Call): Promise<DeliveryView> =>
  api.write<DeliveryView>('POST', `/deliveries/${part(deliveryId)}/retry`, call)

export interface ListDepositsQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
  /** 状态。可给几个，以逗号分开 */
  state?: string | undefined
  /** 开户银行。名称的一部分 */
  bank?: string | undefined
  /** 查找。存款编号、账号或备注的一部分 */
  q?: string | undefined
  /** 存期 */
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand' | undefined
  /** 到期日早于。不含当日 */
  matures_before?: string | undefined
  /** 逾期。已过办理期限 */
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
  /** 状态。可给几个，以逗号分开 */
  state?: string | undefined
  /** 开户银行。名称的一部分 */
  bank?: string | undefined
  /** 查找。存款编号、账号或备注的一部分 */
  q?: string | undefined
  /** 存期 */
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand' | undefined
  /** 到期日早于。不含当日 */
  matures_before?: string | undefined
  /** 逾期。已过办理期限 */
  overdue?: boolean | undefined
  /** 排序 */
  sort?: '' | 'maturity' | 'newest' | undefined
}

/** 存款导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listDepositsCsv = (api: Api, query: ListDepositsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/deposits.csv${queryOf(query)}`, call)

export interface ListDepositsXlsxQuery {
  /** 状态。可给几个，以逗号分开 */
  state?: string | undefined
  /** 开户银行。名称的一部分 */
  bank?: string | undefined
  /** 查找。存款编号、账号或备注的一部分 */
  q?: string | undefined
  /** 存期 */
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand' | undefined
  /** 到期日早于。不含当日 */
  matures_before?: string | undefined
  /** 逾期。已过办理期限 */
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
  /** 截至日期。预估到哪一天；不给即今天 */
  on?: string | undefined
}

/** 一笔存款及其各存期，和截至某日的增值收益估算（不得动用） */
export const getDeposit = (api: Api, depositId: string, query: GetDepositQuery = {}, call?: Call): Promise<DepositDetail> =>
  api.get<DepositDetail>(`/deposits/${part(depositId)}${queryOf(query)}`, call)

/** 录入银行结息单（到期、提前支取、转存或活期结息），由第二人复核后入账 */
export const enterAdvice = (api: Api, depositId: string, body: AdviceBody, call?: Call): Promise<SettlementView> =>
  api.write<SettlementView>('POST', `/deposits/${part(depositId)}/advices`, call, body)

export interface PreviewAdviceQuery {
  /** 入账日期。不给即今天 */
  credited_on?: string | undefined
  /** 利息。不给即按存款要素计算。单位：分 */
  interest_fen?: number | undefined
  /** 止息日。从这天起不再计息；不给即到期日，活期为入账日期 */
  to_on?: string | undefined
  /** 提前支取。部分提前支取的本金；不给即全额结息。单位：分 */
  part_fen?: number | undefined
  /** 是否转存。不给即按存款约定 */
  renew?: boolean | undefined
  /** 转存利率。年利率；不转存的为空。单位：万分之一个百分点，15000 即 1.5% */
  renewed_rate_e4?: number | undefined
  /** 利息转入本金。利息留在存款中，不另行支付 */
  capitalise?: boolean | undefined
  /** 活期利率。提前支取或逾期部分适用；年利率。单位：万分之一个百分点，15000 即 1.5% */
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
  /** 谁的待办 */
  whose?: 'all' | 'entered' | 'mine' | undefined
  /** 类别 */
  kind?: '' | 'account_change' | 'appointment' | 'appointment_beyond_roll' | 'ballot_batch' | 'benchmark_rate' | 'binding_claim' | 'binding_contest' | 'binding_ending' | 'calendar_change' | 'claim' | 'cleared' | 'correction' | 'deposit' | 'deposit_taken_over' | 'filed' | 'fund_batch' | 'import' | 'insurer_admission' | 'lobby_report' | 'login_change' | 'not_carried' | 'objection_ending' | 'opening_closing' | 'paper_objection' | 'parameter_change' | 'paused' | 'payee_account' | 'payee_answer' | 'photo' | 'planned' | 'prepared' | 'proxy' | 'receipt' | 'reconciliation' | 'refund' | 'representative' | 'requested' | 'roll_correction' | 'scope_switch' | 'service_entry' | 'settlement' | 'settlement_reversal' | 'special_refund' | 'text' | 'voucher' | 'witness_change' | undefined
  /** 小区标识 */
  community_id?: string | undefined
  /** 保险机构标识 */
  insurer_id?: string | undefined
  /** 逾期。只看逾期的 */
  overdue?: boolean | undefined
  /** 起始日。等待起始之日，含当日 */
  from_on?: string | undefined
  /** 截止日。等待起始之日，含当日 */
  to_on?: string | undefined
  /** 查找。摘要、位置、单位或小区的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'oldest' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 待办事项 */
export const listDesk = (api: Api, query: ListDeskQuery = {}, call?: Call): Promise<DeskList> =>
  api.get<DeskList>(`/desk${queryOf(query)}`, call)

export interface ListDeskCsvQuery {
  /** 谁的待办 */
  whose?: 'all' | 'entered' | 'mine' | undefined
  /** 类别 */
  kind?: '' | 'account_change' | 'appointment' | 'appointment_beyond_roll' | 'ballot_batch' | 'benchmark_rate' | 'binding_claim' | 'binding_contest' | 'binding_ending' | 'calendar_change' | 'claim' | 'cleared' | 'correction' | 'deposit' | 'deposit_taken_over' | 'filed' | 'fund_batch' | 'import' | 'insurer_admission' | 'lobby_report' | 'login_change' | 'not_carried' | 'objection_ending' | 'opening_closing' | 'paper_objection' | 'parameter_change' | 'paused' | 'payee_account' | 'payee_answer' | 'photo' | 'planned' | 'prepared' | 'proxy' | 'receipt' | 'reconciliation' | 'refund' | 'representative' | 'requested' | 'roll_correction' | 'scope_switch' | 'service_entry' | 'settlement' | 'settlement_reversal' | 'special_refund' | 'text' | 'voucher' | 'witness_change' | undefined
  /** 小区标识 */
  community_id?: string | undefined
  /** 保险机构标识 */
  insurer_id?: string | undefined
  /** 逾期。只看逾期的 */
  overdue?: boolean | undefined
  /** 起始日。等待起始之日，含当日 */
  from_on?: string | undefined
  /** 截止日。等待起始之日，含当日 */
  to_on?: string | undefined
  /** 查找。摘要、位置、单位或小区的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'oldest' | undefined
}

/** 待办事项导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listDeskCsv = (api: Api, query: ListDeskCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/desk.csv${queryOf(query)}`, call)

export interface ListDeskXlsxQuery {
  /** 谁的待办 */
  whose?: 'all' | 'entered' | 'mine' | undefined
  /** 类别 */
  kind?: '' | 'account_change' | 'appointment' | 'appointment_beyond_roll' | 'ballot_batch' | 'benchmark_rate' | 'binding_claim' | 'binding_contest' | 'binding_ending' | 'calendar_change' | 'claim' | 'cleared' | 'correction' | 'deposit' | 'deposit_taken_over' | 'filed' | 'fund_batch' | 'import' | 'insurer_admission' | 'lobby_report' | 'login_change' | 'not_carried' | 'objection_ending' | 'opening_closing' | 'paper_objection' | 'parameter_change' | 'paused' | 'payee_account' | 'payee_answer' | 'photo' | 'planned' | 'prepared' | 'proxy' | 'receipt' | 'reconciliation' | 'refund' | 'representative' | 'requested' | 'roll_correction' | 'scope_switch' | 'service_entry' | 'settlement' | 'settlement_reversal' | 'special_refund' | 'text' | 'voucher' | 'witness_change' | undefined
  /** 小区标识 */
  community_id?: string | undefined
  /** 保险机构标识 */
  insurer_id?: string | undefined
  /** 逾期。只看逾期的 */
  overdue?: boolean | undefined
  /** 起始日。等待起始之日，含当日 */
  from_on?: string | undefined
  /** 截止日。等待起始之日，含当日 */
  to_on?: string | undefined
  /** 查找。摘要、位置、单位或小区的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'oldest' | undefined
}

/** 待办事项导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listDeskXlsx = (api: Api, query: ListDeskXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/desk.xlsx${queryOf(query)}`, call)

export interface CountDeskQuery {
  /** 谁的待办 */
  whose?: 'all' | 'mine' | undefined
}

/** 各类待办的件数、超期件数和最早等待时间 */
export const countDesk = (api: Api, query: CountDeskQuery = {}, call?: Call): Promise<DeskCounts> =>
  api.get<DeskCounts>(`/desk/counts${queryOf(query)}`, call)

/** 工作人员写明理由查阅一份材料，留下记录，凭得到的凭证下载一次 */
export const readFile = (api: Api, fileId: string, body: FileReading, call?: Call): Promise<string> =>
  api.downloadSealed(`/files/${part(fileId)}`, body, call)

export interface ListFundBatchesQuery {
  /** 类别 */
  kind?: FundKind | undefined
  /** 状态 */
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  /** 房屋标识 */
  home_id?: string | undefined
  /** 起始日。含当日 */
  from_on?: string | undefined
  /** 截止日。含当日 */
  to_on?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 维修资金收支批次一览，最新在前 */
export const listFundBatches = (api: Api, query: ListFundBatchesQuery = {}, call?: Call): Promise<FundBatchList> =>
  api.get<FundBatchList>(`/fund-batches${queryOf(query)}`, call)

/** 逐户录入维修资金的首期交存、续筹、使用或退款，待另一人复核后入账 */
export const enterFundBatch = (api: Api, body: FundEntry, call?: Call): Promise<FundBatchView> =>
  api.write<FundBatchView>('POST', '/fund-batches', call, body)

export interface ListFundBatchesCsvQuery {
  /** 类别 */
  kind?: FundKind | undefined
  /** 状态 */
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  /** 房屋标识 */
  home_id?: string | undefined
  /** 起始日。含当日 */
  from_on?: string | undefined
  /** 截止日。含当日 */
  to_on?: string | undefined
}

/** 维修资金收支导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listFundBatchesCsv = (api: Api, query: ListFundBatchesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/fund-batches.csv${queryOf(query)}`, call)

export interface ListFundBatchesXlsxQuery {
  /** 类别 */
  kind?: FundKind | undefined
  /** 状态 */
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  /** 房屋标识 */
  home_id?: string | undefined
  /** 起始日。含当日 */
  from_on?: string | undefined
  /** 截止日。含当日 */
  to_on?: string | undefined
}

/** 维修资金收支导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listFundBatchesXlsx = (api: Api, query: ListFundBatchesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/fund-batches.xlsx${queryOf(query)}`, call)

export interface EnterFundBatchesFileQuery {
  /** 类别 */
  kind: FundKind
  /** 银行账户标识。款项存入或支出的那个银行账户 */
  custody_id: string
  /** 来自待查款项。款项到账时未能认领，已记入待查款项 */
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
  /** 只看欠缴。只列尚有欠缴的户 */
  owing?: boolean | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 一批中的各户 */
export const listFundBatchLines = (api: Api, batchId: string, query: ListFundBatchLinesQuery = {}, call?: Call): Promise<FundBatchLineList> =>
  api.get<FundBatchLineList>(`/fund-batches/${part(batchId)}/lines${queryOf(query)}`, call)

export interface ListFundBatchLinesCsvQuery {
  /** 只看欠缴。只列尚有欠缴的户 */
  owing?: boolean | undefined
}

/** 维修资金收支明细导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listFundBatchLinesCsv = (api: Api, batchId: string, query: ListFundBatchLinesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/fund-batches/${part(batchId)}/lines.csv${queryOf(query)}`, call)

export interface ListFundBatchLinesXlsxQuery {
  /** 只看欠缴。只列尚有欠缴的户 */
  owing?: boolean | undefined
}

/** 维修资金收支明细导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listFundBatchLinesXlsx = (api: Api, batchId: string, query: ListFundBatchLinesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/fund-batches/${part(batchId)}/lines.xlsx${queryOf(query)}`, call)

export interface ListFundWarningsQuery {
  /** 小区标识 */
  community_id?: string | undefined
  /** 楼栋或单元标识。统筹账户按它记账，申请也按它提出 */
  scope_id?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 续筹提醒 */
export const listFundWarnings = (api: Api, query: ListFundWarningsQuery = {}, call?: Call): Promise<FundWarningList> =>
  api.get<FundWarningList>(`/fund-warnings${queryOf(query)}`, call)

export interface ListFundWarningsCsvQuery {
  /** 小区标识 */
  community_id?: string | undefined
  /** 楼栋或单元标识。统筹账户按它记账，申请也按它提出 */
  scope_id?: string | undefined
}

/** 续筹提醒导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listFundWarningsCsv = (api: Api, query: ListFundWarningsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/fund-warnings.csv${queryOf(query)}`, call)

export interface ListFundWarningsXlsxQuery {
  /** 小区标识 */
  community_id?: string | undefined
  /** 楼栋或单元标识。统筹账户按它记账，申请也按它提出 */
  scope_id?: string | undefined
}

/** 续筹提醒导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listFundWarningsXlsx = (api: Api, query: ListFundWarningsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/fund-warnings.xlsx${queryOf(query)}`, call)

/** 录入全体共有人签名推举的代表，待第二人核对后生效 */
export const proposeRepresentative = (api: Api, homeId: string, body: RepresentativeNaming, call?: Call): Promise<RepresentativeView> =>
  api.write<RepresentativeView>('POST', `/homes/${part(homeId)}/representative`, call, body)

export interface ListFailedClaimsQuery {
  /** 小区标识 */
  community_id?: string | undefined
  /** 至少次数 */
  least?: number | undefined
  /** 排序 */
  sort?: '' | 'most' | 'newest' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 业主身份核对失败的房屋，最多的在前，供发现冒用 */
export const listFailedClaims = (api: Api, query: ListFailedClaimsQuery = {}, call?: Call): Promise<FailedClaimsList> =>
  api.get<FailedClaimsList>(`/identity-failures${queryOf(query)}`, call)

export interface ListFailedClaimsCsvQuery {
  /** 小区标识 */
  community_id?: string | undefined
  /** 至少次数 */
  least?: number | undefined
  /** 排序 */
  sort?: '' | 'most' | 'newest' | undefined
}

/** 核对失败导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listFailedClaimsCsv = (api: Api, query: ListFailedClaimsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/identity-failures.csv${queryOf(query)}`, call)

export interface ListFailedClaimsXlsxQuery {
  /** 小区标识 */
  community_id?: string | undefined
  /** 至少次数 */
  least?: number | undefined
  /** 排序 */
  sort?: '' | 'most' | 'newest' | undefined
}

/** 核对失败导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listFailedClaimsXlsx = (api: Api, query: ListFailedClaimsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/identity-failures.xlsx${queryOf(query)}`, call)

export interface ListImportsQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
  /** 状态 */
  state?: '' | 'applied' | 'applying' | 'checking' | 'dropped' | 'failed' | 'faulty' | 'ready' | undefined
  /** 查找。文件名的一部分 */
  q?: string | undefined
}

/** 名册导入一览，最新在前 */
export const listImports = (api: Api, query: ListImportsQuery = {}, call?: Call): Promise<ImportList> =>
  api.get<ImportList>(`/imports${queryOf(query)}`, call)

/** 上传名册（xlsx、csv 或 csv 的 zip 包） */
export const uploadImport = (api: Api, filePath: string, call?: Call): Promise<ImportView> =>
  api.upload<ImportView>('/imports', filePath, call)

export interface ListImportsCsvQuery {
  /** 状态 */
  state?: '' | 'applied' | 'applying' | 'checking' | 'dropped' | 'failed' | 'faulty' | 'ready' | undefined
  /** 查找。文件名的一部分 */
  q?: string | undefined
}

/** 名册导入导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listImportsCsv = (api: Api, query: ListImportsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/imports.csv${queryOf(query)}`, call)

export interface ListImportsXlsxQuery {
  /** 状态 */
  state?: '' | 'applied' | 'applying' | 'checking' | 'dropped' | 'failed' | 'faulty' | 'ready' | undefined
  /** 查找。文件名的一部分 */
  q?: string | undefined
}

/** 名册导入导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listImportsXlsx = (api: Api, query: ListImportsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/imports.xlsx${queryOf(query)}`, call)

/** 某次导入的状态与进度 */
export const getImport = (api: Api, importId: string, call?: Call): Promise<ImportView> =>
  api.get<ImportView>(`/imports/${part(importId)}`, call)

export interface ListImportChangesQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
  /** 表。代码 */
  table?: '' | 'building' | 'community' | 'deposit' | 'elevator' | 'elevator_unit' | 'home' | 'maintenance_visit' | 'owner' | 'ownership' | 'scope' | 'unit' | undefined
}

/** 某次导入更改了什么 */
export const listImportChanges = (api: Api, importId: string, query: ListImportChangesQuery = {}, call?: Call): Promise<RollChangeList> =>
  api.get<RollChangeList>(`/imports/${part(importId)}/changes${queryOf(query)}`, call)

export interface ListImportChangesCsvQuery {
  /** 表。代码 */
  table?: '' | 'building' | 'community' | 'deposit' | 'elevator' | 'elevator_unit' | 'home' | 'maintenance_visit' | 'owner' | 'ownership' | 'scope' | 'unit' | undefined
}

/** 名册变更导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listImportChangesCsv = (api: Api, importId: string, query: ListImportChangesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/imports/${part(importId)}/changes.csv${queryOf(query)}`, call)

export interface ListImportChangesXlsxQuery {
  /** 表。代码 */
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
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
  /** 工作表 */
  sheet?: string | undefined
}

/** 逐行错误 */
export const listImportErrors = (api: Api, importId: string, query: ListImportErrorsQuery = {}, call?: Call): Promise<ImportFaultList> =>
  api.get<ImportFaultList>(`/imports/${part(importId)}/errors${queryOf(query)}`, call)

export interface ListImportErrorsCsvQuery {
  /** 工作表 */
  sheet?: string | undefined
}

/** 导入错误导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listImportErrorsCsv = (api: Api, importId: string, query: ListImportErrorsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/imports/${part(importId)}/errors.csv${queryOf(query)}`, call)

export interface ListImportErrorsXlsxQuery {
  /** 工作表 */
  sheet?: string | undefined
}

/** 导入错误导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listImportErrorsXlsx = (api: Api, importId: string, query: ListImportErrorsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/imports/${part(importId)}/errors.xlsx${queryOf(query)}`, call)

/** 未能完成的导入再试 */
export const retryImport = (api: Api, importId: string, call?: Call): Promise<ImportView> =>
  api.write<ImportView>('POST', `/imports/${part(importId)}/retry`, call)

export interface ListInsurerAdmissionsQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 入围登记及其复核，最近录入的在前 */
export const listInsurerAdmissions = (api: Api, query: ListInsurerAdmissionsQuery = {}, call?: Call): Promise<InsurerAdmissionList> =>
  api.get<InsurerAdmissionList>(`/insurer-admissions${queryOf(query)}`, call)

export interface ListInsurerAdmissionsCsvQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 入围登记导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listInsurerAdmissionsCsv = (api: Api, query: ListInsurerAdmissionsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/insurer-admissions.csv${queryOf(query)}`, call)

export interface ListInsurerAdmissionsXlsxQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 入围登记导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listInsurerAdmissionsXlsx = (api: Api, query: ListInsurerAdmissionsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/insurer-admissions.xlsx${queryOf(query)}`, call)

/** 复核入围登记 */
export const confirmInsurerAdmission = (api: Api, admissionId: string, call?: Call): Promise<InsurerAdmission> =>
  api.write<InsurerAdmission>('POST', `/insurer-admissions/${part(admissionId)}/confirmation`, call)

/** 作废未复核的入围登记，写明理由 */
export const dropInsurerAdmission = (api: Api, admissionId: string, body: EntryDropping, call?: Call): Promise<InsurerAdmission> =>
  api.write<InsurerAdmission>('POST', `/insurer-admissions/${part(admissionId)}/dropping`, call, body)

/** 录入入围保险机构和入围期限，由另一人对照依据复核后入围 */
export const proposeInsurer = (api: Api, body: NewInsurer, call?: Call): Promise<InsurerAdmission> =>
  api.secret<InsurerAdmission>('POST', '/insurers', call, body)

/** 录入或变更保险机构的收款账户 */
export const enterPayeeAccount = (api: Api, insurerId: string, body: NewPayeeAccount, call?: Call): Promise<PayeeAccountView> =>
  api.write<PayeeAccountView>('POST', `/insurers/${part(insurerId)}/payee-accounts`, call, body)

/** 暂停或恢复保险机构的入围资格 */
export const suspendInsurer = (api: Api, insurerId: string, body: InsurerSuspension, call?: Call): Promise<InsurerView> =>
  api.write<InsurerView>('POST', `/insurers/${part(insurerId)}/suspension`, call, body)

export interface ListLedgerAccountsQuery {
  /** 类别 */
  kind?: AccountKind | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 账户一览，按编号 */
export const listLedgerAccounts = (api: Api, query: ListLedgerAccountsQuery = {}, call?: Call): Promise<BookAccountList> =>
  api.get<BookAccountList>(`/ledger/accounts${queryOf(query)}`, call)

export interface ListLedgerAccountsCsvQuery {
  /** 类别 */
  kind?: AccountKind | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 账户一览导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listLedgerAccountsCsv = (api: Api, query: ListLedgerAccountsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/ledger/accounts.csv${queryOf(query)}`, call)

export interface ListLedgerAccountsXlsxQuery {
  /** 类别 */
  kind?: AccountKind | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 账户一览导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listLedgerAccountsXlsx = (api: Api, query: ListLedgerAccountsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/ledger/accounts.xlsx${queryOf(query)}`, call)

export interface ListAccountLinesQuery {
  /** 起始日。含当日 */
  from_on?: string | undefined
  /** 截止日。含当日 */
  to_on?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 某账户收支明细，最新在前 */
export const listAccountLines = (api: Api, accountId: string, query: ListAccountLinesQuery = {}, call?: Call): Promise<AccountStatementLineList> =>
  api.get<AccountStatementLineList>(`/ledger/accounts/${part(accountId)}/statement${queryOf(query)}`, call)

export interface ListAccountLinesCsvQuery {
  /** 起始日。含当日 */
  from_on?: string | undefined
  /** 截止日。含当日 */
  to_on?: string | undefined
}

/** 账户收支明细导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listAccountLinesCsv = (api: Api, accountId: string, query: ListAccountLinesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/ledger/accounts/${part(accountId)}/statement.csv${queryOf(query)}`, call)

export interface ListAccountLinesXlsxQuery {
  /** 起始日。含当日 */
  from_on?: string | undefined
  /** 截止日。含当日 */
  to_on?: string | undefined
}

/** 账户收支明细导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listAccountLinesXlsx = (api: Api, accountId: string, query: ListAccountLinesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/ledger/accounts/${part(accountId)}/statement.xlsx${queryOf(query)}`, call)

export interface ListJournalsQuery {
  /** 类别 */
  kind?: JournalKind | undefined
  /** 账户标识。只看动用这个账户的 */
  account_id?: string | undefined
  /** 起始日。含当日 */
  from_on?: string | undefined
  /** 截止日。含当日 */
  to_on?: string | undefined
  /** 查找。摘要或记账编号的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 凭证列表 */
export const listJournals = (api: Api, query: ListJournalsQuery = {}, call?: Call): Promise<JournalList> =>
  api.get<JournalList>(`/ledger/journals${queryOf(query)}`, call)

export interface ListJournalsCsvQuery {
  /** 类别 */
  kind?: JournalKind | undefined
  /** 账户标识。只看动用这个账户的 */
  account_id?: string | undefined
  /** 起始日。含当日 */
  from_on?: string | undefined
  /** 截止日。含当日 */
  to_on?: string | undefined
  /** 查找。摘要或记账编号的一部分 */
  q?: string | undefined
}

/** 凭证列表导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listJournalsCsv = (api: Api, query: ListJournalsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/ledger/journals.csv${queryOf(query)}`, call)

export interface ListJournalsXlsxQuery {
  /** 类别 */
  kind?: JournalKind | undefined
  /** 账户标识。只看动用这个账户的 */
  account_id?: string | undefined
  /** 起始日。含当日 */
  from_on?: string | undefined
  /** 截止日。含当日 */
  to_on?: string | undefined
  /** 查找。摘要或记账编号的一部分 */
  q?: string | undefined
}

/** 凭证列表导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listJournalsXlsx = (api: Api, query: ListJournalsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/ledger/journals.xlsx${queryOf(query)}`, call)

export interface GetJournalQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 一笔凭证的借贷双方 */
export const getJournal = (api: Api, journalId: string, query: GetJournalQuery = {}, call?: Call): Promise<JournalView> =>
  api.get<JournalView>(`/ledger/journals/${part(journalId)}${queryOf(query)}`, call)

export interface GetTrialBalanceQuery {
  /** 生效日期。到这一天为止，含当日；不给即全部 */
  effective_on?: string | undefined
  /** 记账时间。到此刻为止所记的；不给即全部 */
  recorded_at?: string | undefined
}

/** 试算平衡 */
export const getTrialBalance = (api: Api, query: GetTrialBalanceQuery = {}, call?: Call): Promise<TrialBalance> =>
  api.get<TrialBalance>(`/ledger/trial-balance${queryOf(query)}`, call)

export interface ExportTrialBalanceQuery {
  /** 生效日期。到这一天为止，含当日；不给即全部 */
  effective_on?: string | undefined
  /** 记账时间。到此刻为止所记的；不给即全部 */
  recorded_at?: string | undefined
}

/** 导出试算平衡表 */
export const exportTrialBalance = (api: Api, query: ExportTrialBalanceQuery = {}, call?: Call): Promise<string> =>
  api.download(`/ledger/trial-balance.xlsx${queryOf(query)}`, call)

export interface ListVouchersQuery {
  /** 状态 */
  state?: '' | 'draft' | 'dropped' | 'posted' | undefined
  /** 类别 */
  kind?: VoucherKind | undefined
  /** 起始日。含当日 */
  from_on?: string | undefined
  /** 截止日。含当日 */
  to_on?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 手工凭证列表，最后录入的在前 */
export const listVouchers = (api: Api, query: ListVouchersQuery = {}, call?: Call): Promise<VoucherList> =>
  api.get<VoucherList>(`/ledger/vouchers${queryOf(query)}`, call)

export interface ListVouchersCsvQuery {
  /** 状态 */
  state?: '' | 'draft' | 'dropped' | 'posted' | undefined
  /** 类别 */
  kind?: VoucherKind | undefined
  /** 起始日。含当日 */
  from_on?: string | undefined
  /** 截止日。含当日 */
  to_on?: string | undefined
}

/** 手工凭证导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listVouchersCsv = (api: Api, query: ListVouchersCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/ledger/vouchers.csv${queryOf(query)}`, call)

export interface ListVouchersXlsxQuery {
  /** 状态 */
  state?: '' | 'draft' | 'dropped' | 'posted' | undefined
  /** 类别 */
  kind?: VoucherKind | undefined
  /** 起始日。含当日 */
  from_on?: string | undefined
  /** 截止日。含当日 */
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

/** 答复没有张贴公示的反映 */
export const answerLobbyReport = (api: Api, reportId: string, body: ReportAnswer, call?: Call): Promise<void> =>
  api.write<void>('POST', `/lobby-reports/${part(reportId)}/reply`, call, body)

export interface ListLogEventsQuery {
  /** 对象标识。只看关于它的记录 */
  subject_id?: string | undefined
  /** 事件。代码 */
  kind?: '' | 'Accepted' | 'AccountActivated' | 'AccountChangeDropped' | 'AccountChangeEntered' | 'AccountCreated' | 'AccountDisabled' | 'AccountEnabled' | 'AccountInvitedAnew' | 'AccountLoggedIn' | 'AccountOpened' | 'AccountRolesChanged' | 'AdviceDropped' | 'AdviceEntered' | 'Applied' | 'AppointmentDecided' | 'AppointmentEnded' | 'AppointmentMade' | 'AppointmentProposed' | 'AwardProposed' | 'AwardReturned' | 'BallotCast' | 'BallotOverridden' | 'BankAccountClosed' | 'BankAccountOpened' | 'BindingContestDismissed' | 'BindingContestUpheld' | 'BindingContested' | 'BindingEnded' | 'BindingEndingDropped' | 'CalendarChanged' | 'CalendarProposed' | 'CaseCorrected' | 'CaseFileTaken' | 'CaseLapsed' | 'CasePaperIssued' | 'CasePaperReprinted' | 'CaseRejected' | 'CaseReturned' | 'CaseWithdrawn' | 'ClaimDecided' | 'ClaimMade' | 'ClaimProposed' | 'CollectionChanged' | 'CollectionComplete' | 'CollectionOpened' | 'ContentWritten' | 'Contracted' | 'CorrectionAsked' | 'CorrectionDecided' | 'CorrectionProposed' | 'DepositDropped' | 'DepositEntered' | 'DepositMaturing' | 'DepositPlaced' | 'DepositRenewed' | 'DepositSettled' | 'DifferenceExplained' | 'EmployeeCorrected' | 'EmployeeRegistered' | 'EndingDropped' | 'EndingEntered' | 'FileErased' | 'FileRead' | 'Filed' | 'FundDropped' | 'FundEntered' | 'FundPassedOn' | 'FundPosted' | 'FundRestored' | 'FundRunsLow' | 'HeadSent' | 'HeadWitnessed' | 'HeldByHand' | 'HomeBound' | 'HomeLeft' | 'InsurerAdmitted' | 'InsurerProposed' | 'InsurerReadmitted' | 'InsurerSuspended' | 'InvitationCollected' | 'JournalDropped' | 'JournalEntered' | 'JournalPosted' | 'JournalReversed' | 'KeysRotated' | 'LateObjectionAnswered' | 'LateObjectionRecorded' | 'LinesMatched' | 'LobbyAccepted' | 'LobbyEvidenceMissing' | 'LobbyEvidenced' | 'LobbyRefused' | 'LobbyReported' | 'LobbyShown' | 'LoginChangeAsked' | 'LoginChangeContested' | 'LoginChangeRefused' | 'LoginReplaced' | 'MarkedUrgent' | 'MatchUndone' | 'NoticeEnded' | 'NoticePublished' | 'NoticeRecounted' | 'NoticeResumed' | 'NoticeStarted' | 'ObjectionAdded' | 'ObjectionReopened' | 'ObjectionSettled' | 'ObjectionTextJudged' | 'ObjectionUpheld' | 'OfferRecorded' | 'OfferWithdrawn' | 'OpeningsClosed' | 'OpeningsClosingDropped' | 'OpeningsClosingEntered' | 'OwnershipEnded' | 'PaperBallotsConfirmed' | 'PaperBallotsCorrected' | 'PaperBallotsDropped' | 'PaperBallotsEntered' | 'PaperIssued' | 'PaperObjectionConfirmed' | 'ParametersDecided' | 'ParametersProposed' | 'PasswordChanged' | 'Paused' | 'PayeeAccountAgreed' | 'PayeeAccountConfirmed' | 'PayeeAccountDropped' | 'PayeeAccountEntered' | 'PayeeAccountRefused' | 'PayoutDue' | 'PayoutPrepared' | 'PayoutRecounted' | 'PayoutRequested' | 'PayoutReturned' | 'PersonErased' | 'PhoneChanged' | 'PlanFiled' | 'PolicyIssued' | 'PolicyRecorded' | 'PremiumPaid' | 'PrivacyAgreed' | 'ProxyEnded' | 'ProxyEntered' | 'ProxyRecorded' | 'RateDecided' | 'RateProposed' | 'ReceiptDropped' | 'ReceiptEntered' | 'ReceiptPosted' | 'ReconciliationCertified' | 'ReconciliationDropped' | 'ReconciliationPrepared' | 'RefundDropped' | 'RefundEntered' | 'RefundPosted' | 'Registered' | 'ReleasedByHand' | 'RepresentativeEnded' | 'RepresentativeEntered' | 'RepresentativeNamed' | 'ReversalAsked' | 'ReversalDropped' | 'RollDropped' | 'RollImported' | 'RollUploaded' | 'RoundAnnounced' | 'RoundAwarded' | 'RoundCancelled' | 'ScopeSwitchDropped' | 'ScopeSwitchEntered' | 'ScopeSwitched' | 'SettlementProposed' | 'SettlementReversed' | 'SharesProposed' | 'SignatureWithdrawn' | 'Signed' | 'StatementDropped' | 'StatementTaken' | 'StatementUploaded' | 'StillHangingAsked' | 'TablesMigrated' | 'TakingOverDropped' | 'TakingOverProposed' | 'Unmasked' | 'UrgencyLifted' | 'VoteClosed' | 'VoteOpened' | 'VoteReminded' | 'VoteServed' | 'VoteServiceContested' | 'VoteServiceDropped' | 'VoteServiceEntered' | 'VoteServiceWithdrawn' | 'WitnessEnded' | 'WitnessNamed' | 'WitnessProposed' | 'YearClosed' | 'YearClosingStarted' | 'YearPreviewed' | 'YearPublished' | undefined
  /** 操作人。账号或本人标识；系统为空 */
  actor_id?: string | undefined
  /** 起始时刻。含此刻 */
  from_at?: string | undefined
  /** 截止时刻。含此刻 */
  to_at?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 审计查询 */
export const listLogEvents = (api: Api, query: ListLogEventsQuery = {}, call?: Call): Promise<LogEntryList> =>
  api.get<LogEntryList>(`/log/events${queryOf(query)}`, call)

export interface ListLogEventsCsvQuery {
  /** 对象标识。只看关于它的记录 */
  subject_id?: string | undefined
  /** 事件。代码 */
  kind?: '' | 'Accepted' | 'AccountActivated' | 'AccountChangeDropped' | 'AccountChangeEntered' | 'AccountCreated' | 'AccountDisabled' | 'AccountEnabled' | 'AccountInvitedAnew' | 'AccountLoggedIn' | 'AccountOpened' | 'AccountRolesChanged' | 'AdviceDropped' | 'AdviceEntered' | 'Applied' | 'AppointmentDecided' | 'AppointmentEnded' | 'AppointmentMade' | 'AppointmentProposed' | 'AwardProposed' | 'AwardReturned' | 'BallotCast' | 'BallotOverridden' | 'BankAccountClosed' | 'BankAccountOpened' | 'BindingContestDismissed' | 'BindingContestUpheld' | 'BindingContested' | 'BindingEnded' | 'BindingEndingDropped' | 'CalendarChanged' | 'CalendarProposed' | 'CaseCorrected' | 'CaseFileTaken' | 'CaseLapsed' | 'CasePaperIssued' | 'CasePaperReprinted' | 'CaseRejected' | 'CaseReturned' | 'CaseWithdrawn' | 'ClaimDecided' | 'ClaimMade' | 'ClaimProposed' | 'CollectionChanged' | 'CollectionComplete' | 'CollectionOpened' | 'ContentWritten' | 'Contracted' | 'CorrectionAsked' | 'CorrectionDecided' | 'CorrectionProposed' | 'DepositDropped' | 'DepositEntered' | 'DepositMaturing' | 'DepositPlaced' | 'DepositRenewed' | 'DepositSettled' | 'DifferenceExplained' | 'EmployeeCorrected' | 'EmployeeRegistered' | 'EndingDropped' | 'EndingEntered' | 'FileErased' | 'FileRead' | 'Filed' | 'FundDropped' | 'FundEntered' | 'FundPassedOn' | 'FundPosted' | 'FundRestored' | 'FundRunsLow' | 'HeadSent' | 'HeadWitnessed' | 'HeldByHand' | 'HomeBound' | 'HomeLeft' | 'InsurerAdmitted' | 'InsurerProposed' | 'InsurerReadmitted' | 'InsurerSuspended' | 'InvitationCollected' | 'JournalDropped' | 'JournalEntered' | 'JournalPosted' | 'JournalReversed' | 'KeysRotated' | 'LateObjectionAnswered' | 'LateObjectionRecorded' | 'LinesMatched' | 'LobbyAccepted' | 'LobbyEvidenceMissing' | 'LobbyEvidenced' | 'LobbyRefused' | 'LobbyReported' | 'LobbyShown' | 'LoginChangeAsked' | 'LoginChangeContested' | 'LoginChangeRefused' | 'LoginReplaced' | 'MarkedUrgent' | 'MatchUndone' | 'NoticeEnded' | 'NoticePublished' | 'NoticeRecounted' | 'NoticeResumed' | 'NoticeStarted' | 'ObjectionAdded' | 'ObjectionReopened' | 'ObjectionSettled' | 'ObjectionTextJudged' | 'ObjectionUpheld' | 'OfferRecorded' | 'OfferWithdrawn' | 'OpeningsClosed' | 'OpeningsClosingDropped' | 'OpeningsClosingEntered' | 'OwnershipEnded' | 'PaperBallotsConfirmed' | 'PaperBallotsCorrected' | 'PaperBallotsDropped' | 'PaperBallotsEntered' | 'PaperIssued' | 'PaperObjectionConfirmed' | 'ParametersDecided' | 'ParametersProposed' | 'PasswordChanged' | 'Paused' | 'PayeeAccountAgreed' | 'PayeeAccountConfirmed' | 'PayeeAccountDropped' | 'PayeeAccountEntered' | 'PayeeAccountRefused' | 'PayoutDue' | 'PayoutPrepared' | 'PayoutRecounted' | 'PayoutRequested' | 'PayoutReturned' | 'PersonErased' | 'PhoneChanged' | 'PlanFiled' | 'PolicyIssued' | 'PolicyRecorded' | 'PremiumPaid' | 'PrivacyAgreed' | 'ProxyEnded' | 'ProxyEntered' | 'ProxyRecorded' | 'RateDecided' | 'RateProposed' | 'ReceiptDropped' | 'ReceiptEntered' | 'ReceiptPosted' | 'ReconciliationCertified' | 'ReconciliationDropped' | 'ReconciliationPrepared' | 'RefundDropped' | 'RefundEntered' | 'RefundPosted' | 'Registered' | 'ReleasedByHand' | 'RepresentativeEnded' | 'RepresentativeEntered' | 'RepresentativeNamed' | 'ReversalAsked' | 'ReversalDropped' | 'RollDropped' | 'RollImported' | 'RollUploaded' | 'RoundAnnounced' | 'RoundAwarded' | 'RoundCancelled' | 'ScopeSwitchDropped' | 'ScopeSwitchEntered' | 'ScopeSwitched' | 'SettlementProposed' | 'SettlementReversed' | 'SharesProposed' | 'SignatureWithdrawn' | 'Signed' | 'StatementDropped' | 'StatementTaken' | 'StatementUploaded' | 'StillHangingAsked' | 'TablesMigrated' | 'TakingOverDropped' | 'TakingOverProposed' | 'Unmasked' | 'UrgencyLifted' | 'VoteClosed' | 'VoteOpened' | 'VoteReminded' | 'VoteServed' | 'VoteServiceContested' | 'VoteServiceDropped' | 'VoteServiceEntered' | 'VoteServiceWithdrawn' | 'WitnessEnded' | 'WitnessNamed' | 'WitnessProposed' | 'YearClosed' | 'YearClosingStarted' | 'YearPreviewed' | 'YearPublished' | undefined
  /** 操作人。账号或本人标识；系统为空 */
  actor_id?: string | undefined
  /** 起始时刻。含此刻 */
  from_at?: string | undefined
  /** 截止时刻。含此刻 */
  to_at?: string | undefined
}

/** 审计记录导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listLogEventsCsv = (api: Api, query: ListLogEventsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/log/events.csv${queryOf(query)}`, call)

export interface ListLogEventsXlsxQuery {
  /** 对象标识。只看关于它的记录 */
  subject_id?: string | undefined
  /** 事件。代码 */
  kind?: '' | 'Accepted' | 'AccountActivated' | 'AccountChangeDropped' | 'AccountChangeEntered' | 'AccountCreated' | 'AccountDisabled' | 'AccountEnabled' | 'AccountInvitedAnew' | 'AccountLoggedIn' | 'AccountOpened' | 'AccountRolesChanged' | 'AdviceDropped' | 'AdviceEntered' | 'Applied' | 'AppointmentDecided' | 'AppointmentEnded' | 'AppointmentMade' | 'AppointmentProposed' | 'AwardProposed' | 'AwardReturned' | 'BallotCast' | 'BallotOverridden' | 'BankAccountClosed' | 'BankAccountOpened' | 'BindingContestDismissed' | 'BindingContestUpheld' | 'BindingContested' | 'BindingEnded' | 'BindingEndingDropped' | 'CalendarChanged' | 'CalendarProposed' | 'CaseCorrected' | 'CaseFileTaken' | 'CaseLapsed' | 'CasePaperIssued' | 'CasePaperReprinted' | 'CaseRejected' | 'CaseReturned' | 'CaseWithdrawn' | 'ClaimDecided' | 'ClaimMade' | 'ClaimProposed' | 'CollectionChanged' | 'CollectionComplete' | 'CollectionOpened' | 'ContentWritten' | 'Contracted' | 'CorrectionAsked' | 'CorrectionDecided' | 'CorrectionProposed' | 'DepositDropped' | 'DepositEntered' | 'DepositMaturing' | 'DepositPlaced' | 'DepositRenewed' | 'DepositSettled' | 'DifferenceExplained' | 'EmployeeCorrected' | 'EmployeeRegistered' | 'EndingDropped' | 'EndingEntered' | 'FileErased' | 'FileRead' | 'Filed' | 'FundDropped' | 'FundEntered' | 'FundPassedOn' | 'FundPosted' | 'FundRestored' | 'FundRunsLow' | 'HeadSent' | 'HeadWitnessed' | 'HeldByHand' | 'HomeBound' | 'HomeLeft' | 'InsurerAdmitted' | 'InsurerProposed' | 'InsurerReadmitted' | 'InsurerSuspended' | 'InvitationCollected' | 'JournalDropped' | 'JournalEntered' | 'JournalPosted' | 'JournalReversed' | 'KeysRotated' | 'LateObjectionAnswered' | 'LateObjectionRecorded' | 'LinesMatched' | 'LobbyAccepted' | 'LobbyEvidenceMissing' | 'LobbyEvidenced' | 'LobbyRefused' | 'LobbyReported' | 'LobbyShown' | 'LoginChangeAsked' | 'LoginChangeContested' | 'LoginChangeRefused' | 'LoginReplaced' | 'MarkedUrgent' | 'MatchUndone' | 'NoticeEnded' | 'NoticePublished' | 'NoticeRecounted' | 'NoticeResumed' | 'NoticeStarted' | 'ObjectionAdded' | 'ObjectionReopened' | 'ObjectionSettled' | 'ObjectionTextJudged' | 'ObjectionUpheld' | 'OfferRecorded' | 'OfferWithdrawn' | 'OpeningsClosed' | 'OpeningsClosingDropped' | 'OpeningsClosingEntered' | 'OwnershipEnded' | 'PaperBallotsConfirmed' | 'PaperBallotsCorrected' | 'PaperBallotsDropped' | 'PaperBallotsEntered' | 'PaperIssued' | 'PaperObjectionConfirmed' | 'ParametersDecided' | 'ParametersProposed' | 'PasswordChanged' | 'Paused' | 'PayeeAccountAgreed' | 'PayeeAccountConfirmed' | 'PayeeAccountDropped' | 'PayeeAccountEntered' | 'PayeeAccountRefused' | 'PayoutDue' | 'PayoutPrepared' | 'PayoutRecounted' | 'PayoutRequested' | 'PayoutReturned' | 'PersonErased' | 'PhoneChanged' | 'PlanFiled' | 'PolicyIssued' | 'PolicyRecorded' | 'PremiumPaid' | 'PrivacyAgreed' | 'ProxyEnded' | 'ProxyEntered' | 'ProxyRecorded' | 'RateDecided' | 'RateProposed' | 'ReceiptDropped' | 'ReceiptEntered' | 'ReceiptPosted' | 'ReconciliationCertified' | 'ReconciliationDropped' | 'ReconciliationPrepared' | 'RefundDropped' | 'RefundEntered' | 'RefundPosted' | 'Registered' | 'ReleasedByHand' | 'RepresentativeEnded' | 'RepresentativeEntered' | 'RepresentativeNamed' | 'ReversalAsked' | 'ReversalDropped' | 'RollDropped' | 'RollImported' | 'RollUploaded' | 'RoundAnnounced' | 'RoundAwarded' | 'RoundCancelled' | 'ScopeSwitchDropped' | 'ScopeSwitchEntered' | 'ScopeSwitched' | 'SettlementProposed' | 'SettlementReversed' | 'SharesProposed' | 'SignatureWithdrawn' | 'Signed' | 'StatementDropped' | 'StatementTaken' | 'StatementUploaded' | 'StillHangingAsked' | 'TablesMigrated' | 'TakingOverDropped' | 'TakingOverProposed' | 'Unmasked' | 'UrgencyLifted' | 'VoteClosed' | 'VoteOpened' | 'VoteReminded' | 'VoteServed' | 'VoteServiceContested' | 'VoteServiceDropped' | 'VoteServiceEntered' | 'VoteServiceWithdrawn' | 'WitnessEnded' | 'WitnessNamed' | 'WitnessProposed' | 'YearClosed' | 'YearClosingStarted' | 'YearPreviewed' | 'YearPublished' | undefined
  /** 操作人。账号或本人标识；系统为空 */
  actor_id?: string | undefined
  /** 起始时刻。含此刻 */
  from_at?: string | undefined
  /** 截止时刻。含此刻 */
  to_at?: string | undefined
}

/** 审计记录导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listLogEventsXlsx = (api: Api, query: ListLogEventsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/log/events.xlsx${queryOf(query)}`, call)

/** 见证人用自己的私钥在一个树首上共同签名 */
export const witnessLogHead = (api: Api, treeSize: string, body: HeadWitnessing, call?: Call): Promise<LogHead> =>
  api.write<LogHead>('POST', `/log/heads/${part(treeSize)}/witnessing`, call, body)

export interface ListWitnessChangesQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 见证人的登记和终止，最近录入的在前 */
export const listWitnessChanges = (api: Api, query: ListWitnessChangesQuery = {}, call?: Call): Promise<WitnessChangeList> =>
  api.get<WitnessChangeList>(`/log/witness-changes${queryOf(query)}`, call)

/** 复核见证人的登记或终止 */
export const confirmWitnessChange = (api: Api, changeId: string, call?: Call): Promise<WitnessChange> =>
  api.write<WitnessChange>('POST', `/log/witness-changes/${part(changeId)}/confirmation`, call)

/** 作废未复核的见证人登记或终止，写明理由 */
export const dropWitnessChange = (api: Api, changeId: string, body: EntryDropping, call?: Call): Promise<WitnessChange> =>
  api.write<WitnessChange>('POST', `/log/witness-changes/${part(changeId)}/dropping`, call, body)

/** 登记一个日志见证人和它的公钥，由另一人与该单位核对后复核 */
export const proposeWitness = (api: Api, body: NewWitness, call?: Call): Promise<WitnessChange> =>
  api.write<WitnessChange>('POST', '/log/witnesses', call, body)

/** 录入终止一个见证人及理由，由另一人复核 */
export const proposeWitnessEnding = (api: Api, witnessId: string, body: WitnessEnding, call?: Call): Promise<WitnessChange> =>
  api.write<WitnessChange>('POST', `/log/witnesses/${part(witnessId)}/ending`, call, body)

/** 不准许更换 */
export const refuseLoginChange = (api: Api, loginChangeId: string, body: Reason, call?: Call): Promise<LoginChangeView> =>
  api.write<LoginChangeView>('POST', `/login-changes/${part(loginChangeId)}/refusal`, call, body)

/** 第二人核对反对人签字的书面材料，反对意见由此办结 */
export const confirmObjectionEnding = (api: Api, endingId: string, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objection-endings/${part(endingId)}/confirmation`, call)

/** 不予复核书面材料并说明原因，反对意见照旧 */
export const dropObjectionEnding = (api: Api, endingId: string, body: EntryDropping, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objection-endings/${part(endingId)}/dropping`, call, body)

export interface ListObjectionsQuery {
  /** 状态。不给即全部待决定、待答复的 */
  state?: '' | 'answered' | 'dismissed' | 'draft' | 'dropped' | 'open' | 'recorded' | 'settled' | 'superseded' | 'upheld' | 'withdrawn' | undefined
  /** 办件标识 */
  case_id?: string | undefined
  /** 小区标识 */
  community_id?: string | undefined
  /** 提出渠道 */
  channel?: '' | 'app' | 'paper' | undefined
  /** 机器检查。微信内容安全检查的结果，只供参考，R7.8 */
  text_checked?: '' | 'doubtful' | 'exempt' | 'pass' | 'risky' | 'waiting' | undefined
  /** 内容是否公开。由住保中心的人决定，R7.8 */
  text_release?: '' | 'shortened' | 'summary' | 'waiting' | 'whole' | 'withheld' | undefined
  /** 逾期。只看逾期未办的 */
  overdue?: boolean | undefined
  /** 起始日。收到之日，含当日 */
  from_on?: string | undefined
  /** 截止日。收到之日，含当日 */
  to_on?: string | undefined
  /** 查找。办件编号或楼栋单元的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'urgent' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 反对意见办理队列 */
export const listObjections = (api: Api, query: ListObjectionsQuery = {}, call?: Call): Promise<ObjectionList> =>
  api.get<ObjectionList>(`/objections${queryOf(query)}`, call)

export interface ListObjectionsCsvQuery {
  /** 状态。不给即全部待决定、待答复的 */
  state?: '' | 'answered' | 'dismissed' | 'draft' | 'dropped' | 'open' | 'recorded' | 'settled' | 'superseded' | 'upheld' | 'withdrawn' | undefined
  /** 办件标识 */
  case_id?: string | undefined
  /** 小区标识 */
  community_id?: string | undefined
  /** 提出渠道 */
  channel?: '' | 'app' | 'paper' | undefined
  /** 机器检查。微信内容安全检查的结果，只供参考，R7.8 */
  text_checked?: '' | 'doubtful' | 'exempt' | 'pass' | 'risky' | 'waiting' | undefined
  /** 内容是否公开。由住保中心的人决定，R7.8 */
  text_release?: '' | 'shortened' | 'summary' | 'waiting' | 'whole' | 'withheld' | undefined
  /** 逾期。只看逾期未办的 */
  overdue?: boolean | undefined
  /** 起始日。收到之日，含当日 */
  from_on?: string | undefined
  /** 截止日。收到之日，含当日 */
  to_on?: string | undefined
  /** 查找。办件编号或楼栋单元的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'urgent' | undefined
}

/** 反对意见导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listObjectionsCsv = (api: Api, query: ListObjectionsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/objections.csv${queryOf(query)}`, call)

export interface ListObjectionsXlsxQuery {
  /** 状态。不给即全部待决定、待答复的 */
  state?: '' | 'answered' | 'dismissed' | 'draft' | 'dropped' | 'open' | 'recorded' | 'settled' | 'superseded' | 'upheld' | 'withdrawn' | undefined
  /** 办件标识 */
  case_id?: string | undefined
  /** 小区标识 */
  community_id?: string | undefined
  /** 提出渠道 */
  channel?: '' | 'app' | 'paper' | undefined
  /** 机器检查。微信内容安全检查的结果，只供参考，R7.8 */
  text_checked?: '' | 'doubtful' | 'exempt' | 'pass' | 'risky' | 'waiting' | undefined
  /** 内容是否公开。由住保中心的人决定，R7.8 */
  text_release?: '' | 'shortened' | 'summary' | 'waiting' | 'whole' | 'withheld' | undefined
  /** 逾期。只看逾期未办的 */
  overdue?: boolean | undefined
  /** 起始日。收到之日，含当日 */
  from_on?: string | undefined
  /** 截止日。收到之日，含当日 */
  to_on?: string | undefined
  /** 查找。办件编号或楼栋单元的一部分 */
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

/** 录入反对人书面同意协商或书面撤回，由另一人复核 */
export const enterObjectionEnding = (api: Api, objectionId: string, body: PaperEnding, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/endings`, call, body)

/** 向反对人提出协商记录，由其本人阅读后决定是否同意 */
export const proposeSettlement = (api: Api, objectionId: string, body: SettlementProposal, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/proposal`, call, body)

/** 由人决定反对意见的文字公开与否、怎样公开 */
export const releaseObjectionText = (api: Api, objectionId: string, body: ObjectionTextDecision, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/text`, call, body)

/** 查看反对人的姓名和电话，须写明理由，并留下记录 */
export const unmaskObjector = (api: Api, objectionId: string, body: ObjectionReason, call?: Call): Promise<UnmaskedObjector> =>
  api.write<UnmaskedObjector>('POST', `/objections/${part(objectionId)}/unmasking`, call, body)

/** 认定反对意见成立 */
export const upholdObjection = (api: Api, objectionId: string, body: ObjectionUpholding, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/upholding`, call, body)

/** 录入关闭一些楼栋的期初，待另一人复核 */
export const enterOpeningClosing = (api: Api, body: OpeningClosingBody, call?: Call): Promise<OpeningClosingView> =>
  api.write<OpeningClosingView>('POST', '/opening-closings', call, body)

/** 一件关闭期初的录入 */
export const getOpeningClosing = (api: Api, closingId: string, call?: Call): Promise<OpeningClosingView> =>
  api.get<OpeningClosingView>(`/opening-closings/${part(closingId)}`, call)

/** 复核并关闭这些楼栋的期初 */
export const confirmOpeningClosing = (api: Api, closingId: string, call?: Call): Promise<OpeningClosingView> =>
  api.write<OpeningClosingView>('POST', `/opening-closings/${part(closingId)}/confirmation`, call)

/** 作废尚未复核的关闭期初，须写明理由 */
export const dropOpeningClosing = (api: Api, closingId: string, body: EntryDropping, call?: Call): Promise<OpeningClosingView> =>
  api.write<OpeningClosingView>('POST', `/opening-closings/${part(closingId)}/dropping`, call, body)

export interface ListOpeningDoorsQuery {
  /** 小区标识 */
  community_id?: string | undefined
  /** 尚未关闭。只列尚未关闭的 */
  open?: boolean | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 各楼栋已入账的期初，以及是否已经关闭，按编号排列 */
export const listOpeningDoors = (api: Api, query: ListOpeningDoorsQuery = {}, call?: Call): Promise<OpeningDoorList> =>
  api.get<OpeningDoorList>(`/opening-doors${queryOf(query)}`, call)

export interface ListOpeningDoorsCsvQuery {
  /** 小区标识 */
  community_id?: string | undefined
  /** 尚未关闭。只列尚未关闭的 */
  open?: boolean | undefined
}

/** 期初导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listOpeningDoorsCsv = (api: Api, query: ListOpeningDoorsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/opening-doors.csv${queryOf(query)}`, call)

export interface ListOpeningDoorsXlsxQuery {
  /** 小区标识 */
  community_id?: string | undefined
  /** 尚未关闭。只列尚未关闭的 */
  open?: boolean | undefined
}

/** 期初导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listOpeningDoorsXlsx = (api: Api, query: ListOpeningDoorsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/opening-doors.xlsx${queryOf(query)}`, call)

export interface ListPaperObjectionsQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
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

export interface ListParameterChangesQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 小区标识 */
  community_id?: string | undefined
  /** 参数。代码 */
  name?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 参数改动的录入和复核记录，最新在前 */
export const listParameterChanges = (api: Api, query: ListParameterChangesQuery = {}, call?: Call): Promise<ParameterChangeList> =>
  api.get<ParameterChangeList>(`/parameter-changes${queryOf(query)}`, call)

/** 录入全市政策参数的改动和依据文件，由复核员复核后生效，只用于此后受理的办件 */
export const proposeParameterChange = (api: Api, body: ParameterChangeBody, call?: Call): Promise<ParameterChangeView> =>
  api.write<ParameterChangeView>('POST', '/parameter-changes', call, body)

export interface ListParameterChangesCsvQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 小区标识 */
  community_id?: string | undefined
  /** 参数。代码 */
  name?: string | undefined
}

/** 政策参数改动导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listParameterChangesCsv = (api: Api, query: ListParameterChangesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/parameter-changes.csv${queryOf(query)}`, call)

export interface ListParameterChangesXlsxQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 小区标识 */
  community_id?: string | undefined
  /** 参数。代码 */
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

export interface ListPayeeAccountsQuery {
  /** 保险机构标识 */
  insurer_id?: string | undefined
  /** 状态 */
  state?: '' | 'draft' | 'dropped' | 'former' | 'live' | 'waiting' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 保险机构的收款账户及其启用、停用时间，最近录入的在前 */
export const listPayeeAccounts = (api: Api, query: ListPayeeAccountsQuery = {}, call?: Call): Promise<PayeeAccountList> =>
  api.get<PayeeAccountList>(`/payee-accounts${queryOf(query)}`, call)

export interface ListPayeeAccountsCsvQuery {
  /** 保险机构标识 */
  insurer_id?: string | undefined
  /** 状态 */
  state?: '' | 'draft' | 'dropped' | 'former' | 'live' | 'waiting' | undefined
}

/** 收款账户导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listPayeeAccountsCsv = (api: Api, query: ListPayeeAccountsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/payee-accounts.csv${queryOf(query)}`, call)

export interface ListPayeeAccountsXlsxQuery {
  /** 保险机构标识 */
  insurer_id?: string | undefined
  /** 状态 */
  state?: '' | 'draft' | 'dropped' | 'former' | 'live' | 'waiting' | undefined
}

/** 收款账户导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listPayeeAccountsXlsx = (api: Api, query: ListPayeeAccountsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/payee-accounts.xlsx${queryOf(query)}`, call)

/** 一个收款账户，账号隐去部分 */
export const getPayeeAccount = (api: Api, payeeAccountId: string, call?: Call): Promise<PayeeAccountView> =>
  api.get<PayeeAccountView>(`/payee-accounts/${part(payeeAccountId)}`, call)

/** 保险机构确认中心登记的收款账户，即时启用，原账户停用 */
export const answerPayeeAccount = (api: Api, payeeAccountId: string, body: PayeeAnswer, call?: Call): Promise<PayeeAccountView> =>
  api.write<PayeeAccountView>('POST', `/payee-accounts/${part(payeeAccountId)}/answer`, call, body)

/** 复核收款账户，对照依据核对账号全文 */
export const confirmPayeeAccount = (api: Api, payeeAccountId: string, call?: Call): Promise<PayeeAccountView> =>
  api.write<PayeeAccountView>('POST', `/payee-accounts/${part(payeeAccountId)}/confirmation`, call)

/** 作废尚未启用的收款账户，写明理由 */
export const dropPayeeAccount = (api: Api, payeeAccountId: string, body: EntryDropping, call?: Call): Promise<PayeeAccountView> =>
  api.write<PayeeAccountView>('POST', `/payee-accounts/${part(payeeAccountId)}/dropping`, call, body)

/** 查看收款账户的完整账号并留下记录 */
export const unmaskPayeeAccount = (api: Api, payeeAccountId: string, body: PayeeReading, call?: Call): Promise<UnmaskedPayeeAccount> =>
  api.write<UnmaskedPayeeAccount>('POST', `/payee-accounts/${part(payeeAccountId)}/unmasking`, call, body)

/** 截止之前撤回银行报价 */
export const withdrawPlacementOffer = (api: Api, offerId: string, call?: Call): Promise<PlacementOfferView> =>
  api.write<PlacementOfferView>('POST', `/placement-offers/${part(offerId)}/withdrawal`, call)

export interface ListPlacementRoundsQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
  /** 状态 */
  state?: '' | 'awarded' | 'cancelled' | 'open' | 'proposed' | undefined
  /** 存期 */
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | undefined
}

/** 竞争性存放一览，最新在前 */
export const listPlacementRounds = (api: Api, query: ListPlacementRoundsQuery = {}, call?: Call): Promise<PlacementRoundList> =>
  api.get<PlacementRoundList>(`/placement-rounds${queryOf(query)}`, call)

/** 公告竞争性存放 */
export const announcePlacementRound = (api: Api, body: PlacementRoundBody, call?: Call): Promise<PlacementRoundView> =>
  api.write<PlacementRoundView>('POST', '/placement-rounds', call, body)

export interface ListPlacementRoundsCsvQuery {
  /** 状态 */
  state?: '' | 'awarded' | 'cancelled' | 'open' | 'proposed' | undefined
  /** 存期 */
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | undefined
}

/** 竞争性存放导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listPlacementRoundsCsv = (api: Api, query: ListPlacementRoundsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/placement-rounds.csv${queryOf(query)}`, call)

export interface ListPlacementRoundsXlsxQuery {
  /** 状态 */
  state?: '' | 'awarded' | 'cancelled' | 'open' | 'proposed' | undefined
  /** 存期 */
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
  /** 月份。不给即最近一个已结束的月份 */
  month?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 某月各银行账户的对账情况 */
export const listReconciliationsOfMonth = (api: Api, query: ListReconciliationsOfMonthQuery = {}, call?: Call): Promise<ReconciliationMonthLineList> =>
  api.get<ReconciliationMonthLineList>(`/reconciliations${queryOf(query)}`, call)

export interface ListReconciliationsOfMonthCsvQuery {
  /** 月份。不给即最近一个已结束的月份 */
  month?: string | undefined
}

/** 各账户对账情况导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listReconciliationsOfMonthCsv = (api: Api, query: ListReconciliationsOfMonthCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/reconciliations.csv${queryOf(query)}`, call)

export interface ListReconciliationsOfMonthXlsxQuery {
  /** 月份。不给即最近一个已结束的月份 */
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

/** 查看办件或专户退款的收款人和完整账号，并留下记录 */
export const unmaskPayee = (api: Api, refundId: string, body: UnmaskReason, call?: Call): Promise<UnmaskedPayee> =>
  api.write<UnmaskedPayee>('POST', `/refunds/${part(refundId)}/unmasking`, call, body)

/** 第二人核对推举材料属实，代表生效 */
export const confirmRepresentative = (api: Api, representativeId: string, call?: Call): Promise<RepresentativeView> =>
  api.write<RepresentativeView>('POST', `/representatives/${part(representativeId)}/confirmation`, call)

/** 写明理由作废未核对的推举 */
export const dropRepresentative = (api: Api, representativeId: string, body: EntryDropping, call?: Call): Promise<RepresentativeView> =>
  api.write<RepresentativeView>('POST', `/representatives/${part(representativeId)}/dropping`, call, body)

export interface ListScopeSwitchesQuery {
  /** 状态 */
  state?: '' | 'done' | 'draft' | 'dropped' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 记账单位变更一览，最新在前 */
export const listScopeSwitches = (api: Api, query: ListScopeSwitchesQuery = {}, call?: Call): Promise<ScopeSwitchList> =>
  api.get<ScopeSwitchList>(`/scope-switches${queryOf(query)}`, call)

export interface ListScopeSwitchesCsvQuery {
  /** 状态 */
  state?: '' | 'done' | 'draft' | 'dropped' | undefined
}

/** 记账单位变更导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listScopeSwitchesCsv = (api: Api, query: ListScopeSwitchesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/scope-switches.csv${queryOf(query)}`, call)

export interface ListScopeSwitchesXlsxQuery {
  /** 状态 */
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

export interface ListSecurityEventsQuery {
  /** 类别 */
  kind?: '' | 'account' | 'export' | 'lockout' | 'login' | 'paper' | 'refused' | 'unmask' | undefined
  /** 谁。个人或账号的标识 */
  actor_id?: string | undefined
  /** 所用的用户名。登录时填写的，不论是否存在 */
  username?: string | undefined
  /** 来源地址 */
  address?: string | undefined
  /** 接口名 */
  operation?: string | undefined
  /** 只看未成功的 */
  refused?: boolean | undefined
  /** 自何时 */
  from_at?: string | undefined
  /** 到何时 */
  to_at?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 安全日志 */
export const listSecurityEvents = (api: Api, query: ListSecurityEventsQuery = {}, call?: Call): Promise<SecurityEventList> =>
  api.get<SecurityEventList>(`/security-events${queryOf(query)}`, call)

export interface ListSecurityEventsCsvQuery {
  /** 类别 */
  kind?: '' | 'account' | 'export' | 'lockout' | 'login' | 'paper' | 'refused' | 'unmask' | undefined
  /** 谁。个人或账号的标识 */
  actor_id?: string | undefined
  /** 所用的用户名。登录时填写的，不论是否存在 */
  username?: string | undefined
  /** 来源地址 */
  address?: string | undefined
  /** 接口名 */
  operation?: string | undefined
  /** 只看未成功的 */
  refused?: boolean | undefined
  /** 自何时 */
  from_at?: string | undefined
  /** 到何时 */
  to_at?: string | undefined
}

/** 安全日志导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listSecurityEventsCsv = (api: Api, query: ListSecurityEventsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/security-events.csv${queryOf(query)}`, call)

export interface ListSecurityEventsXlsxQuery {
  /** 类别 */
  kind?: '' | 'account' | 'export' | 'lockout' | 'login' | 'paper' | 'refused' | 'unmask' | undefined
  /** 谁。个人或账号的标识 */
  actor_id?: string | undefined
  /** 所用的用户名。登录时填写的，不论是否存在 */
  username?: string | undefined
  /** 来源地址 */
  address?: string | undefined
  /** 接口名 */
  operation?: string | undefined
  /** 只看未成功的 */
  refused?: boolean | undefined
  /** 自何时 */
  from_at?: string | undefined
  /** 到何时 */
  to_at?: string | undefined
}

/** 安全日志导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listSecurityEventsXlsx = (api: Api, query: ListSecurityEventsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/security-events.xlsx${queryOf(query)}`, call)

/** 第二人对照凭证复核送达登记或者撤销 */
export const confirmServiceEntry = (api: Api, serviceId: string, call?: Call): Promise<ServiceEntryView> =>
  api.write<ServiceEntryView>('POST', `/service-entries/${part(serviceId)}/confirmation`, call)

export interface ListSettlementsQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
  /** 状态 */
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  /** 待冲销。只看冲销待复核的 */
  reversing?: boolean | undefined
  /** 存款标识 */
  deposit_id?: string | undefined
  /** 起始日。银行入账日期，含当日 */
  from_on?: string | undefined
  /** 截止日。银行入账日期，含当日 */
  to_on?: string | undefined
  /** 低于基准。只看收益低于基准的 */
  short?: boolean | undefined
  /** 查找。存款编号、银行、结息单号或备注的一部分 */
  q?: string | undefined
}

/** 结息单一览，最近录入的在前 */
export const listSettlements = (api: Api, query: ListSettlementsQuery = {}, call?: Call): Promise<SettlementList> =>
  api.get<SettlementList>(`/settlements${queryOf(query)}`, call)

export interface ListSettlementsCsvQuery {
  /** 状态 */
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  /** 待冲销。只看冲销待复核的 */
  reversing?: boolean | undefined
  /** 存款标识 */
  deposit_id?: string | undefined
  /** 起始日。银行入账日期，含当日 */
  from_on?: string | undefined
  /** 截止日。银行入账日期，含当日 */
  to_on?: string | undefined
  /** 低于基准。只看收益低于基准的 */
  short?: boolean | undefined
  /** 查找。存款编号、银行、结息单号或备注的一部分 */
  q?: string | undefined
}

/** 结息单导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listSettlementsCsv = (api: Api, query: ListSettlementsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/settlements.csv${queryOf(query)}`, call)

export interface ListSettlementsXlsxQuery {
  /** 状态 */
  state?: '' | 'draft' | 'dropped' | 'posted' | 'reversed' | undefined
  /** 待冲销。只看冲销待复核的 */
  reversing?: boolean | undefined
  /** 存款标识 */
  deposit_id?: string | undefined
  /** 起始日。银行入账日期，含当日 */
  from_on?: string | undefined
  /** 截止日。银行入账日期，含当日 */
  to_on?: string | undefined
  /** 低于基准。只看收益低于基准的 */
  short?: boolean | undefined
  /** 查找。存款编号、银行、结息单号或备注的一部分 */
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
export const enterSpecialRefund = (api: Api, specialAccountId: string, body: SpecialRefundBody, call?: Call): Promise<SpecialRefundView> =>
  api.write<SpecialRefundView>('POST', `/special-accounts/${part(specialAccountId)}/refunds`, call, body)

/** 复核并支付专户退款，由录入人以外的财务或复核人员办理 */
export const confirmSpecialRefund = (api: Api, refundId: string, call?: Call): Promise<SpecialRefundView> =>
  api.write<SpecialRefundView>('POST', `/special-refunds/${part(refundId)}/confirmation`, call)

/** 作废尚未复核的专户退款录入，须写明理由 */
export const dropSpecialRefund = (api: Api, refundId: string, body: EntryDropping, call?: Call): Promise<SpecialRefundView> =>
  api.write<SpecialRefundView>('POST', `/special-refunds/${part(refundId)}/dropping`, call, body)

export interface ListAccountChangesQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 变更种类 */
  kind?: '' | 'enabling' | 'identity' | 'invitation' | 'open' | 'roles' | undefined
  /** 账号标识 */
  staff_id?: string | undefined
  /** 人员标识。账号背后的自然人；凡须两人办理的以此为准，R1.1 */
  employee_id?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 账号的开设、改任、重新邀请、恢复和人员登记的更正，最近录入的在前 */
export const listAccountChanges = (api: Api, query: ListAccountChangesQuery = {}, call?: Call): Promise<AccountChangeList> =>
  api.get<AccountChangeList>(`/staff/account-changes${queryOf(query)}`, call)

export interface ListAccountChangesCsvQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 变更种类 */
  kind?: '' | 'enabling' | 'identity' | 'invitation' | 'open' | 'roles' | undefined
  /** 账号标识 */
  staff_id?: string | undefined
  /** 人员标识。账号背后的自然人；凡须两人办理的以此为准，R1.1 */
  employee_id?: string | undefined
}

/** 账号变更导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listAccountChangesCsv = (api: Api, query: ListAccountChangesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/staff/account-changes.csv${queryOf(query)}`, call)

export interface ListAccountChangesXlsxQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 变更种类 */
  kind?: '' | 'enabling' | 'identity' | 'invitation' | 'open' | 'roles' | undefined
  /** 账号标识 */
  staff_id?: string | undefined
  /** 人员标识。账号背后的自然人；凡须两人办理的以此为准，R1.1 */
  employee_id?: string | undefined
}

/** 账号变更导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listAccountChangesXlsx = (api: Api, query: ListAccountChangesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/staff/account-changes.xlsx${queryOf(query)}`, call)

/** 一项账号变更 */
export const getAccountChange = (api: Api, changeId: string, call?: Call): Promise<AccountChangeView> =>
  api.get<AccountChangeView>(`/staff/account-changes/${part(changeId)}`, call)

/** 复核账号变更，即时生效 */
export const confirmAccountChange = (api: Api, changeId: string, call?: Call): Promise<AccountChangeView> =>
  api.write<AccountChangeView>('POST', `/staff/account-changes/${part(changeId)}/confirmation`, call)

/** 不予复核账号变更，写明理由 */
export const dropAccountChange = (api: Api, changeId: string, body: EntryDropping, call?: Call): Promise<AccountChangeView> =>
  api.write<AccountChangeView>('POST', `/staff/account-changes/${part(changeId)}/dropping`, call, body)

export interface ListStaffAccountsQuery {
  /** 状态 */
  state?: '' | 'active' | 'disabled' | 'invited' | undefined
  /** 人员标识。账号背后的自然人；凡须两人办理的以此为准，R1.1 */
  employee_id?: string | undefined
  /** 身份 */
  role?: Role | undefined
  /** 查找。用户名或姓名的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'username' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 全部账号，按用户名排列 */
export const listStaffAccounts = (api: Api, query: ListStaffAccountsQuery = {}, call?: Call): Promise<StaffAccountList> =>
  api.get<StaffAccountList>(`/staff/accounts${queryOf(query)}`, call)

/** 录入要开设的账号，由另一位管理员或审计复核 */
export const proposeStaffAccount = (api: Api, body: NewStaffAccount, call?: Call): Promise<AccountChangeView> =>
  api.write<AccountChangeView>('POST', '/staff/accounts', call, body)

export interface ListStaffAccountsCsvQuery {
  /** 状态 */
  state?: '' | 'active' | 'disabled' | 'invited' | undefined
  /** 人员标识。账号背后的自然人；凡须两人办理的以此为准，R1.1 */
  employee_id?: string | undefined
  /** 身份 */
  role?: Role | undefined
  /** 查找。用户名或姓名的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'username' | undefined
}

/** 工作人员账号导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listStaffAccountsCsv = (api: Api, query: ListStaffAccountsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/staff/accounts.csv${queryOf(query)}`, call)

export interface ListStaffAccountsXlsxQuery {
  /** 状态 */
  state?: '' | 'active' | 'disabled' | 'invited' | undefined
  /** 人员标识。账号背后的自然人；凡须两人办理的以此为准，R1.1 */
  employee_id?: string | undefined
  /** 身份 */
  role?: Role | undefined
  /** 查找。用户名或姓名的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'username' | undefined
}

/** 工作人员账号导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listStaffAccountsXlsx = (api: Api, query: ListStaffAccountsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/staff/accounts.xlsx${queryOf(query)}`, call)

/** 停用他人账号，其登录和邀请立即失效 */
export const disableStaffAccount = (api: Api, staffId: string, body: Reason, call?: Call): Promise<void> =>
  api.write<void>('POST', `/staff/accounts/${part(staffId)}/disabling`, call, body)

/** 录入恢复已停用的账号 */
export const proposeStaffEnabling = (api: Api, staffId: string, body: Reason, call?: Call): Promise<AccountChangeView> =>
  api.write<AccountChangeView>('POST', `/staff/accounts/${part(staffId)}/enabling`, call, body)

/** 录入重新邀请（遗失密码或手机） */
export const proposeStaffInvitation = (api: Api, staffId: string, body: Reason, call?: Call): Promise<AccountChangeView> =>
  api.write<AccountChangeView>('POST', `/staff/accounts/${part(staffId)}/invitation`, call, body)

/** 录入他人账号角色的变更，复核后其登录随即失效 */
export const proposeStaffRoles = (api: Api, staffId: string, body: StaffAccountDuties, call?: Call): Promise<AccountChangeView> =>
  api.write<AccountChangeView>('POST', `/staff/accounts/${part(staffId)}/roles`, call, body)

/** 设立最初两位管理员，须为两人 */
export const createFirstAdministrator = (api: Api, body: Bootstrap, call?: Call): Promise<StaffAuthenticator> =>
  api.open<StaffAuthenticator>('POST', '/staff/bootstrap', call, body)

export interface ListEmployeesQuery {
  /** 名称。完整姓名 */
  name?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 账号背后的人员，最近登记的在前 */
export const listEmployees = (api: Api, query: ListEmployeesQuery = {}, call?: Call): Promise<EmployeeList> =>
  api.get<EmployeeList>(`/staff/employees${queryOf(query)}`, call)

export interface ListEmployeesCsvQuery {
  /** 名称。完整姓名 */
  name?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | undefined
}

/** 人员导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listEmployeesCsv = (api: Api, query: ListEmployeesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/staff/employees.csv${queryOf(query)}`, call)

export interface ListEmployeesXlsxQuery {
  /** 名称。完整姓名 */
  name?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | undefined
}

/** 人员导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listEmployeesXlsx = (api: Api, query: ListEmployeesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/staff/employees.xlsx${queryOf(query)}`, call)

/** 录入人员登记的更正，如换了手机 */
export const proposeEmployeeCorrection = (api: Api, employeeId: string, body: EmployeeCorrection, call?: Call): Promise<AccountChangeView> =>
  api.write<AccountChangeView>('POST', `/staff/employees/${part(employeeId)}/identity`, call, body)

/** 接受邀请并设置密码，取得动态口令密钥 */
export const acceptInvitation = (api: Api, body: InvitationAcceptance, call?: Call): Promise<StaffAuthenticator> =>
  api.open<StaffAuthenticator>('POST', '/staff/invitations/accept', call, body)

/** 工作人员凭密码和动态口令登录，十二小时有效，久不操作即失效 */
export const logInStaff = (api: Api, body: StaffLogin, call?: Call): Promise<StaffLoggedIn> =>
  api.open<StaffLoggedIn>('POST', '/staff/login', call, body)

/** 本人的工作账号 */
export const getStaffMe = (api: Api, call?: Call): Promise<StaffMe> =>
  api.get<StaffMe>('/staff/me', call)

/** 更改本人密码 */
export const changePassword = (api: Api, body: NewPassword, call?: Call): Promise<void> =>
  api.secret<void>('POST', '/staff/password', call, body)

/** 办理拨付、查看完整的个人信息、变更账号之前再次输入动态口令 */
export const showOneTimeCode = (api: Api, body: ShownCode, call?: Call): Promise<FreshUntil> =>
  api.secret<FreshUntil>('POST', '/staff/session/code', call, body)

export interface ListUnpaidHomesQuery {
  /** 小区标识 */
  community_id?: string | undefined
  /** 楼栋或单元标识。统筹账户按它记账，申请也按它提出 */
  scope_id?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 未交存首期维修资金的户，按房屋编号 */
export const listUnpaidHomes = (api: Api, query: ListUnpaidHomesQuery = {}, call?: Call): Promise<UnpaidHomeList> =>
  api.get<UnpaidHomeList>(`/unpaid-homes${queryOf(query)}`, call)

export interface ListUnpaidHomesCsvQuery {
  /** 小区标识 */
  community_id?: string | undefined
  /** 楼栋或单元标识。统筹账户按它记账，申请也按它提出 */
  scope_id?: string | undefined
}

/** 未交存首期导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listUnpaidHomesCsv = (api: Api, query: ListUnpaidHomesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/unpaid-homes.csv${queryOf(query)}`, call)

export interface ListUnpaidHomesXlsxQuery {
  /** 小区标识 */
  community_id?: string | undefined
  /** 楼栋或单元标识。统筹账户按它记账，申请也按它提出 */
  scope_id?: string | undefined
}

/** 未交存首期导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listUnpaidHomesXlsx = (api: Api, query: ListUnpaidHomesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/unpaid-homes.xlsx${queryOf(query)}`, call)

export interface ListBallotBatchesQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 本次表决录入的各批纸质选票 */
export const listBallotBatches = (api: Api, voteId: string, query: ListBallotBatchesQuery = {}, call?: Call): Promise<PaperBatchList> =>
  api.get<PaperBatchList>(`/votes/${part(voteId)}/ballot-batches${queryOf(query)}`, call)

/** 录入一批纸质选票及其影像，待第二人独立录入核对 */
export const enterBallotBatch = (api: Api, voteId: string, body: PaperEntry, call?: Call): Promise<PaperBatchView> =>
  api.write<PaperBatchView>('POST', `/votes/${part(voteId)}/ballot-batches`, call, body)

export interface ListBallotBatchesCsvQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
}

/** 纸质选票批次导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listBallotBatchesCsv = (api: Api, voteId: string, query: ListBallotBatchesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/ballot-batches.csv${queryOf(query)}`, call)

export interface ListBallotBatchesXlsxQuery {
  /** 状态 */
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
  /** 打印起点。从这个房屋编号之后开始 */
  after?: string | undefined
  /** 户数。一次打印多少户 */
  limit?: number | undefined
  /** 单元标识。只打印这个单元 */
  unit_id?: string | undefined
  /** 房屋标识。只打印这一户 */
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
  closeAccountingYear: 'AccountWaits' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'YearNotReady'
  listYearSettlements: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listYearSettlementsCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listYearSettlementsXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  exportAuditYear: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooManyRows'
  previewAccountingYear: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NothingToDistribute' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'WeightsMissing' | 'YearNotReady'
  publishYearReport: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'ReportUnchanged' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'YearNotReady'
  confirmAppointmentBeyondRoll: 'AccountWaits' | 'BadTerm' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  decideAppointment: 'AlreadyDecided' | 'BadTerm' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  dropAppointmentBeyondRoll: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  getBallotBatch: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmBallotBatch: 'AccountWaits' | 'BallotNotFound' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReadingsDiffer' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoteNotOpen'
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
  confirmBenchmarkRate: 'AccountWaits' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropBenchmarkRate: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  getBindingClaim: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmBindingClaim: 'AccountWaits' | 'AlreadyBound' | 'ClaimPending' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'OtherIdentity' | 'SamePerson' | 'SharesExceed' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  decideBindingClaim: 'AlreadyBound' | 'AlreadyDecided' | 'BadTerm' | 'ClaimPending' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'OtherIdentity' | 'ReasonMissing' | 'SamePerson' | 'SharesExceed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  dropBindingClaim: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  unmaskBindingClaim: 'FreshCodeNeeded' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  dismissBindingContest: 'AlreadyDecided' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listBindingEndings: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proposeBindingEnding: 'ChangeNotOpen' | 'ClaimPending' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listBindingEndingsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBindingEndingsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmBindingEnding: 'AccountWaits' | 'ChangeNotOpen' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropBindingEnding: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listBindingActs: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterScopeSwitch: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'ScopeBusy' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listCalendarChanges: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listCalendarChangesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listCalendarChangesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmCalendarChange: 'AccountWaits' | 'AlreadyDecided' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropCalendarChange: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  proposeCalendarDay: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  proposeCalendarYear: 'AlreadyDecided' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  acceptCase: 'CaseNotFound' | 'ConditionsUnmet' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  printDossier: 'CaseNotFound' | 'FileSealed' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  downloadDossier: 'CaseNotFound' | 'FileSealed' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  readDossier: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  liftEmergency: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotUrgent' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  holdCase: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  releaseCase: 'AccountWaits' | 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NothingHeld' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  acceptLobby: 'AccountWaits' | 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'LobbyUnknown' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  refuseLobby: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'LobbyUnknown' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  publishNotice: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteMissing'
  enterPaperObjection: 'ArrivedInFuture' | 'CaseNotFound' | 'EmptyText' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'NotYourScope' | 'ObjectionPending' | 'PapersMissing' | 'RefiledTooOften' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  approvePayout: 'AccountWaits' | 'CaseNotFound' | 'ConditionsUnmet' | 'FreshCodeNeeded' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  preparePayout: 'CaseNotFound' | 'FreshCodeNeeded' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'PayeeUnconfirmed' | 'SumsDiffer' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  returnPayout: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  filePlan: 'CaseNotFound' | 'ConditionsUnmet' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongElevators'
  issuePolicy: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'PolicyNumberUsed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listReceipts: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterReceipt: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooMuch' | 'VoucherUsed' | 'YearShut'
  listReceiptsCsv: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listReceiptsXlsx: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmReceipts: 'AccountWaits' | 'CaseNotFound' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooMuch' | 'YearShut'
  enterReceiptsFile: 'CaseNotFound' | 'FundLinesWrong' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooManyRows' | 'UnreadableSheet' | 'YearShut'
  confirmReceipt: 'AccountWaits' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooMuch' | 'YearShut'
  dropReceipt: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  recordPolicy: 'CaseNotFound' | 'ElevatorCovered' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'PolicyNumberUsed' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'WrongFlow'
  listRefunds: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterRefund: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NothingOwed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooMuch' | 'YearShut'
  listRefundsCsv: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listRefundsXlsx: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmRefund: 'AccountWaits' | 'EntryNotOpen' | 'FreshCodeNeeded' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooMuch' | 'YearShut'
  dropRefund: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  registerCase: 'CaseNotFound' | 'ConditionsUnmet' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  rejectCase: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  sendBackCase: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  openSpecialAccount: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongFlow'
  checkVote: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'WrongFlow'
  openVote: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'RollEmpty' | 'RoundsOver' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongFlow'
  fileRules: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ParameterWrong' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  confirmCorrection: 'AccountWaits' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  decideCorrection: 'AlreadyDecided' | 'CorrectionDiffers' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  dropCorrection: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
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
  confirmDepositsTakingOver: 'AccountWaits' | 'EntryNotOpen' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'WrongTerms'
  dropDepositsTakingOver: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  getDeposit: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterAdvice: 'AdviceInconsistent' | 'AdviceUsed' | 'BenchmarkUnknown' | 'DepositNotRunning' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  previewAdvice: 'AdviceInconsistent' | 'BenchmarkUnknown' | 'DepositNotRunning' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmDeposit: 'AccountWaits' | 'EntryNotOpen' | 'FreshCodeNeeded' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropDeposit: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  confirmDepositTakenOver: 'AccountWaits' | 'EntryNotOpen' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'WrongTerms'
  dropDepositTakenOver: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listDesk: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listDeskCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listDeskXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  countDesk: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  readFile: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'PaperErased' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listFundBatches: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterFundBatch: 'FundLinesWrong' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoucherUsed' | 'YearShut'
  listFundBatchesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listFundBatchesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterFundBatchesFile: 'FundLinesWrong' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooManyRows' | 'UnreadableSheet' | 'VoucherUsed' | 'YearShut'
  enterSplitUse: 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoucherUsed' | 'YearShut'
  getFundBatch: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmFundBatch: 'AccountWaits' | 'EntryNotOpen' | 'FreshCodeNeeded' | 'FundLinesWrong' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'YearShut'
  dropFundBatch: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listFundBatchLines: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listFundBatchLinesCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listFundBatchLinesXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listFundWarnings: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listFundWarningsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listFundWarningsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proposeRepresentative: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listFailedClaims: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listFailedClaimsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listFailedClaimsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listImports: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  uploadImport: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooManyRows' | 'UnreadableSheet'
  listImportsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listImportsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getImport: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listImportChanges: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listImportChangesCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listImportChangesXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmImport: 'AccountWaits' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropImport: 'EntryNotOpen' | 'ImportNotReady' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listImportErrors: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listImportErrorsCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listImportErrorsXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  retryImport: 'ImportNotReady' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listInsurerAdmissions: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listInsurerAdmissionsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listInsurerAdmissionsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmInsurerAdmission: 'AccountWaits' | 'CodeTaken' | 'EntryNotOpen' | 'FreshCodeNeeded' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropInsurerAdmission: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  proposeInsurer: 'BadTerm' | 'CodeTaken' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  enterPayeeAccount: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'PayeeWaits' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
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
  confirmVoucher: 'AccountWaits' | 'AlreadyReversed' | 'EntryNotOpen' | 'FreshCodeNeeded' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'UndoneElsewhere' | 'VoucherInconsistent' | 'YearShut'
  dropVoucher: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  getLedgerYear: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  exportLedgerYear: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  answerLobbyReport: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listLogEvents: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listLogEventsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listLogEventsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  witnessLogHead: 'HeadInconsistent' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAWitness' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SignatureWrong' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'UnknownTreeSize'
  listWitnessChanges: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmWitnessChange: 'AccountWaits' | 'AlreadyDecided' | 'EntryNotOpen' | 'FreshCodeNeeded' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropWitnessChange: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  proposeWitness: 'AlreadyDecided' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  proposeWitnessEnding: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  refuseLoginChange: 'ChangeNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  confirmObjectionEnding: 'AccountWaits' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropObjectionEnding: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listObjections: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listObjectionsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listObjectionsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  answerObjection: 'EmptyText' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  dismissObjection: 'AccountWaits' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ObjectionClosed' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  enterObjectionEnding: 'EndingWaits' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ObjectionClosed' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  proposeSettlement: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ObjectionClosed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  releaseObjectionText: 'EmptyText' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NamesObjector' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotShortened' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  unmaskObjector: 'FreshCodeNeeded' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  upholdObjection: 'AccountWaits' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NamesObjector' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ObjectionClosed' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  enterOpeningClosing: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'OpeningsShut' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  getOpeningClosing: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmOpeningClosing: 'AccountWaits' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropOpeningClosing: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listOpeningDoors: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listOpeningDoorsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listOpeningDoorsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPaperObjections: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmPaperObjection: 'AccountWaits' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropPaperObjection: 'AccountWaits' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listParameterChanges: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proposeParameterChange: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'ParameterWrong' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listParameterChangesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listParameterChangesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getParameterChange: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmParameterChange: 'AccountWaits' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ParameterWrong' | 'ParametersMoved' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropParameterChange: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listPayeeAccounts: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPayeeAccountsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPayeeAccountsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getPayeeAccount: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  answerPayeeAccount: 'AccountWaits' | 'EntryNotOpen' | 'FreshCodeNeeded' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  confirmPayeeAccount: 'AccountWaits' | 'EntryNotOpen' | 'FreshCodeNeeded' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropPayeeAccount: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  unmaskPayeeAccount: 'FreshCodeNeeded' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  withdrawPlacementOffer: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'OfferRefused' | 'RoundClosed' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPlacementRounds: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  announcePlacementRound: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongTerms'
  listPlacementRoundsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPlacementRoundsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getPlacementRound: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proposePlacementAward: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'OfferRefused' | 'ReasonMissing' | 'RoundClosed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  cancelPlacementRound: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'RoundClosed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  decidePlacementAward: 'AccountWaits' | 'EntryNotOpen' | 'FreshCodeNeeded' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  recordPlacementOffer: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'OfferRefused' | 'RoundClosed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  confirmProxy: 'AccountWaits' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ProxyRefused' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotOpen'
  dropProxy: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listReconciliationsOfMonth: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listReconciliationsOfMonthCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listReconciliationsOfMonthXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getReconciliation: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  printReconciliation: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmReconciliation: 'AccountWaits' | 'CertificateOutdated' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropReconciliation: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  revokeReconciliation: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'MonthCertified' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  unmaskPayee: 'FreshCodeNeeded' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  confirmRepresentative: 'AccountWaits' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropRepresentative: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listScopeSwitches: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listScopeSwitchesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listScopeSwitchesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmScopeSwitch: 'AccountWaits' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'ScopeBusy' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropScopeSwitch: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listSecurityEvents: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSecurityEventsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSecurityEventsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmServiceEntry: 'AccountWaits' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotOpen'
  listSettlements: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSettlementsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSettlementsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  enterAdvicesFile: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooManyRows' | 'UnreadableSheet'
  getSettlement: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmSettlement: 'AccountWaits' | 'AdviceInconsistent' | 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropSettlement: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  askSettlementReversal: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  confirmSettlementReversal: 'AccountWaits' | 'EntryNotOpen' | 'InsufficientFunds' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropSettlementReversal: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  enterSpecialRefund: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotScrapped' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'TooMuch' | 'YearShut'
  confirmSpecialRefund: 'AccountWaits' | 'EntryNotOpen' | 'FreshCodeNeeded' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotScrapped' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooMuch' | 'YearShut'
  dropSpecialRefund: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listAccountChanges: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listAccountChangesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listAccountChangesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getAccountChange: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  confirmAccountChange: 'AccountWaits' | 'AlreadyDecided' | 'EmployeeDiffers' | 'EntryNotOpen' | 'FreshCodeNeeded' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NameTaken' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropAccountChange: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listStaffAccounts: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proposeStaffAccount: 'ChangePending' | 'EmployeeDiffers' | 'FreshCodeNeeded' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NameTaken' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongRoles'
  listStaffAccountsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listStaffAccountsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  disableStaffAccount: 'AlreadyDecided' | 'FreshCodeNeeded' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  proposeStaffEnabling: 'AlreadyDecided' | 'ChangePending' | 'EmployeeDiffers' | 'FreshCodeNeeded' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  proposeStaffInvitation: 'AlreadyDecided' | 'ChangePending' | 'EmployeeDiffers' | 'FreshCodeNeeded' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  proposeStaffRoles: 'AlreadyDecided' | 'ChangePending' | 'FreshCodeNeeded' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongRoles'
  createFirstAdministrator: 'BootstrapOver' | 'EmployeeDiffers' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NameTaken' | 'NotLoggedIn' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WeakPassword' | 'WrongCredentials'
  listEmployees: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listEmployeesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listEmployeesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proposeEmployeeCorrection: 'ChangePending' | 'FreshCodeNeeded' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'SamePerson' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  acceptInvitation: 'InvitationOver' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WeakPassword'
  logInStaff: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongCredentials'
  getStaffMe: 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  changePassword: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WeakPassword' | 'WrongCredentials'
  showOneTimeCode: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongCredentials'
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
