// 由 python -m server spec 生成，请勿手工修改。用法见 docs/clients.md。
// 业主、业委会、物业、独立产权人和公众的接口。

import { part, queryOf } from './core'
import type { Api, Call } from './core'

/** 见 errors.json；Unreadable 是客户端给的：答复不是服务器写的。 */
export type ErrorCode =
  | 'AccountNotFound'
  | 'AdviceInconsistent'
  | 'AdviceUsed'
  | 'AlreadyBound'
  | 'AlreadyDecided'
  | 'AlreadyMatched'
  | 'AlreadyReversed'
  | 'AlreadySigned'
  | 'AlreadyUrgent'
  | 'ArrivedInFuture'
  | 'BadTerm'
  | 'BallotNotFound'
  | 'BankAccountInUse'
  | 'BankAccountTaken'
  | 'BenchmarkUnknown'
  | 'BootstrapOver'
  | 'CaseNotFound'
  | 'CertificateOutdated'
  | 'ClaimPending'
  | 'CodeTaken'
  | 'ConditionsUnmet'
  | 'ContractTooLarge'
  | 'CorrectionOver'
  | 'DepositNotRunning'
  | 'DifferencesUnexplained'
  | 'ElevatorCovered'
  | 'ElevatorTaken'
  | 'EmptyText'
  | 'EntryNotOpen'
  | 'EventNotFound'
  | 'EvidenceMissing'
  | 'FileKindNotTaken'
  | 'FundLinesWrong'
  | 'IdentityMismatch'
  | 'ImportNotReady'
  | 'InsufficientFunds'
  | 'InsurerUnavailable'
  | 'InvitationOver'
  | 'InvoiceUsed'
  | 'JournalNotFound'
  | 'KeyMissing'
  | 'KeyReused'
  | 'LayoutIncomplete'
  | 'LobbyPosted'
  | 'LobbyUnknown'
  | 'LoginFailed'
  | 'Malformed'
  | 'MatchNotFound'
  | 'MatchUnequal'
  | 'MethodNotAllowed'
  | 'MonthCertified'
  | 'NameTaken'
  | 'NamesObjector'
  | 'NoAuthorisation'
  | 'NoVoice'
  | 'NotAllowed'
  | 'NotAllowedNow'
  | 'NotApplicant'
  | 'NotFound'
  | 'NotInRoll'
  | 'NotLoggedIn'
  | 'NotRenewable'
  | 'NotRepresentative'
  | 'NotScrapped'
  | 'NotSigned'
  | 'NotUrgent'
  | 'NotYetSealed'
  | 'NotYourScope'
  | 'NothingHeld'
  | 'NothingOwed'
  | 'NothingToDistribute'
  | 'ObjectionClosed'
  | 'ObjectionPending'
  | 'OfferRefused'
  | 'OtherChannel'
  | 'OtherIdentity'
  | 'PaperLate'
  | 'PaperTwice'
  | 'PapersMissing'
  | 'ParameterWrong'
  | 'ParametersMoved'
  | 'PhoneRefused'
  | 'PhotoKindNotTaken'
  | 'PhotoOfOther'
  | 'PhotoTooLarge'
  | 'PhotoUnreadable'
  | 'PhotoUsed'
  | 'PolicyNumberUsed'
  | 'ProxyRefused'
  | 'PushForged'
  | 'RateTaken'
  | 'ReadingsDiffer'
  | 'ReasonMissing'
  | 'RefiledTooOften'
  | 'ReportUnchanged'
  | 'ReviewUsed'
  | 'RollEmpty'
  | 'RoundClosed'
  | 'RoundsOver'
  | 'SamePerson'
  | 'ScopeBusy'
  | 'SharesDiffer'
  | 'SharesExceed'
  | 'SigningOver'
  | 'StatementNotReady'
  | 'StatementOverlaps'
  | 'SumsDiffer'
  | 'TemporarilyUnavailable'
  | 'TooLarge'
  | 'TooManyAttempts'
  | 'TooManyRows'
  | 'TooMuch'
  | 'TooSlow'
  | 'UndoneElsewhere'
  | 'Unexpected'
  | 'UnknownTreeSize'
  | 'UnreadableSheet'
  | 'VoteMissing'
  | 'VoteNotFound'
  | 'VoteNotOpen'
  | 'VoteRunning'
  | 'VoucherInconsistent'
  | 'VoucherUsed'
  | 'WeakPassword'
  | 'WechatUnavailable'
  | 'WeightsMissing'
  | 'WrongCredentials'
  | 'WrongElevators'
  | 'WrongFlow'
  | 'WrongPeriod'
  | 'WrongRoles'
  | 'WrongTerms'
  | 'YearNotReady'
  | 'YearShut'
  | 'Unreadable'

/** 账户的一笔收支，正数为收入，负数为支出，单位：分；`reference` 指明由什么产生。 */
export interface AccountStatementLine {
  line_id: string
  position: number
  kind: JournalKind
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface AccountStatementLineList {
  /** 本页内容 */
  items: (AccountStatementLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  flow?: 'added' | 'direct' | 'household' | 'independent' | 'pooled' | undefined
  applicant?: 'committee' | 'independent' | 'manager' | 'signers' | undefined
  renews?: string | null | undefined
  policy?: DirectPolicy | null | undefined
  authorisation_file_id?: string | null | undefined
  urgent?: boolean | undefined
  urgent_kind?: 'trapped' | 'unsafe' | undefined
  urgent_reason?: string | undefined
  urgent_file_ids?: (string)[] | undefined
}

/** 授权材料：代表哪个小区、以什么文件、起止日期（含末日）。 */
export interface AppointmentBody {
  community_id: string
  role: 'committee' | 'independent' | 'manager'
  body_name: string
  file_id: string
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
  to_on: string
}

/** 授权终止的理由；本人可以不写，中心须写明。 */
export interface AppointmentEnding {
  reason?: string | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface AppointmentList {
  /** 本页内容 */
  items: (AppointmentView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一份授权。`manager_name` 为名册中该小区的物业服务企业，`phone` 为本人电话（已脱敏），都供经办人比对。 */
export interface AppointmentView {
  id: string
  person_id: string
  phone: string
  community_id: string
  community: string
  manager_name: string
  role: 'committee' | 'independent' | 'manager'
  body_name: string
  file_id: string
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
  to_on: string
  state: 'approved' | 'ended' | 'open' | 'refused' | 'withdrawn'
  reason: string
  created_at: string
  decided_at: string | null
  ended_at: string | null
}

/** 面积的来源，最可信的在前（R2.1）。 */
export type AreaSource =
  | 'contract'
  | 'land_register'
  | 'survey'

export const areaSourceTitles: Record<AreaSource, string> = {
  contract: '购房合同',
  land_register: '不动产登记',
  survey: '测绘',
}

/** 余额的一项来源，负数为去向，单位：分。 */
export interface BalanceSource {
  words: string
  amount_fen: number
}

/** 全部分户余额合计不变的一段日期，含首日不含末日；`product` 为积数（分×天）。 */
export interface BalanceStretch {
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
  to_on: string
  days: number
  balance_fen: number
  product: string
}

/** 表决意见，以及为哪些房屋表决；不指明的，为本人代表的全部房屋。 */
export interface BallotPaper {
  choice: 'abstain' | 'against' | 'agree'
  home_ids?: (string)[] | null | undefined
}

/** 表决票已投入票箱的回执；计票后，公布的记录中可以查到 `receipt`。`state` 为：有效；共有人意见不一而有争议（R2.3）；与共有人此前的意见相同；或被后来更快到达的一票取代。 */
export interface BallotReceipt {
  ballot_id: string
  home_id: string
  receipt: string
  cast_at: string
  state: 'concurring' | 'contested' | 'replaced' | 'second' | 'valid'
}

/** 每户、每名被代表的业主各一份回执。 */
export interface BallotReceipts {
  vote_id: string
  /** 本页内容 */
  items: (BallotReceipt)[]
}

/** 本人的一张表决票：意见、方式、时间、是否有效，及其回执。 `nonce` 与意见合成回执，可据以证明这是本人的选票（R8.5）。 */
export interface BallotView {
  ballot_id: string
  choice: 'abstain' | 'against' | 'agree'
  choice_title: string
  channel: 'paper' | 'phone'
  channel_title: string
  by_proxy: boolean
  cast_at: string
  state: 'concurring' | 'contested' | 'replaced' | 'second' | 'valid'
  state_title: string
  receipt: string
  nonce: string
}

/** 谁自称拥有哪套房屋，以及事先上传的产权证明。 */
export interface BindingClaimBody {
  home_id: string
  name: string
  id_number: string
  file_ids: (string)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BindingClaimList {
  /** 本页内容 */
  items: (BindingClaimView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一份绑定材料；姓名和证件号码已脱敏，`file_ids` 为所上传的证明。 */
export interface BindingClaimView {
  id: string
  home: HomeLine
  name: string
  id_number: string
  file_ids: (string)[]
  state: 'approved' | 'open' | 'refused' | 'withdrawn'
  reason: string
  created_at: string
  decided_at: string | null
}

/** 本人绑定的一套房屋；名册显示已经转让的，`owned` 为假（R2.4）。 */
export interface BoundHome {
  binding_id: string
  home: HomeLine
  how: 'match' | 'papers'
  owned: boolean
  from_at: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BoundHomeList {
  /** 本页内容 */
  items: (BoundHome)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一幢楼；`kept_per` 说明其统筹账户按幢还是按单元记账。 */
export interface BuildingLine {
  id: string
  code: string
  name: string
  kept_per: 'building' | 'unit'
  homes: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BuildingLineList {
  /** 本页内容 */
  items: (BuildingLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  /** 本页内容 */
  items: (CalendarDay)[]
}

/** 申请人补正的内容和材料；直接投保的，可更正所填的保险单。 */
export interface CaseCorrection {
  note: string
  file_ids?: (string)[] | undefined
  policy?: DirectPolicy | null | undefined
}

/** 办件的一个期限及其依据的规定。 */
export interface CaseDue {
  kind: 'correction' | 'lapse' | 'notice' | 'payout' | 'signing' | 'vote'
  title: string
  at: string
  provisional: boolean
  rule: string
  parameter: string
}

/** 紧急情形及其说明，并附照片或检验报告，至少一份。 */
export interface CaseEmergency {
  kind: 'trapped' | 'unsafe'
  reason: string
  file_ids?: (string)[] | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface CaseList {
  /** 本页内容 */
  items: (CaseRow)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 本人下一步可以做的一件事，或者不可以的原因；`code` 是现在去做会得到的错误码。 `operation` 是办理它的接口；只能对某一份反对意见或某一个单元办理的，`targets` 列出其标识。 */
export interface CaseOption {
  operation: string
  act: 'Accept' | 'ApprovePayout' | 'CorrectCase' | 'DismissObjection' | 'DropPaper' | 'FilePlan' | 'FlagUrgent' | 'Gather' | 'HoldByHand' | 'IssuePolicy' | 'Object' | 'OpenAccount' | 'OpenVote' | 'PostLobby' | 'PreparePayout' | 'PublishNotice' | 'RecordPolicy' | 'RefuseLobby' | 'Register' | 'RejectCase' | 'ReleaseByHand' | 'Reopen' | 'RequestPayout' | 'ReturnCase' | 'ReturnPayout' | 'SettleObjection' | 'Sign' | 'SignContract' | 'UnflagUrgent' | 'Unsign' | 'Uphold' | 'WithdrawCase' | 'WithdrawObjection' | 'WithdrawPaper'
  title: string
  clause: string
  allowed: boolean
  code: string
  why_not: string
  targets: (string)[]
}

/** 对办件作出这一处理的理由。 */
export interface CaseReasonBody {
  reason: string
}

/** 列表中的一个办件。 */
export interface CaseRow {
  id: string
  number: string
  flow: 'added' | 'direct' | 'household' | 'independent' | 'pooled'
  state: State
  state_title: string
  community_name: string
  scope_name: string
  urgent: boolean
  created_at: string
  due_at: string | null
}

/** 办件详情，内容因查看人而异；不显示任何反对人的姓名（R7.8）。 `flow` 表示由什么钱支付，`renews` 是上一年的办件，`emergency` 是紧急的原因，`special_account_id` 是业主缴入的电梯保险专户。 */
export interface CaseView {
  id: string
  number: string
  flow: 'added' | 'direct' | 'household' | 'independent' | 'pooled'
  state: State
  state_title: string
  scope_id: string
  scope_name: string
  community_name: string
  insurer_id: string
  insurer_name: string
  applicant: 'committee' | 'independent' | 'manager' | 'signers'
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
  options: (CaseOption)[]
  deadlines: (CaseDue)[]
  parameters: { 'notice.days'?: number | undefined; 'notice.roll'?: 'weekends_and_holidays' | 'holidays' | 'none' | undefined; 'notice.resume'?: 'remaining' | 'restart' | undefined; 'objection.refile_max'?: number | undefined; 'objection.decision_working_days'?: number | undefined; 'signers.min'?: number | undefined; 'signing.days'?: number | undefined; 'correction.days'?: number | undefined; 'lapse.days'?: number | undefined; 'payout.working_days'?: number | undefined; 'policy.years'?: 1 | 3 | undefined; 'vote.fund_flow'?: 'required' | 'waived' | undefined; 'vote.days'?: number | undefined; 'vote.participation'?: string | undefined; 'vote.use'?: string | undefined; 'vote.raise'?: string | undefined; 'vote.silence'?: 'not_counted' | 'follows_majority' | undefined; 'vote.split_owner'?: 'neutral_head' | 'no_head' | undefined; 'vote.paper_conflict'?: 'first_valid' | 'paper' | undefined; 'vote.rounds_max'?: number | undefined; 'vote.reminders'?: number | undefined; 'vote.paper_days'?: number | undefined; 'proxy.max_homes'?: number | undefined; 'income.attribution'?: 'balance_days' | undefined; 'income.negative'?: 'zero' | 'negative' | undefined; 'fund.topup'?: number | undefined; 'maintenance.days'?: number | undefined; 'maintenance.gaps'?: 'shown' | 'refused' | undefined; 'independent.years'?: number | undefined; 'publish.min_group'?: number | undefined }
  notice: NoticeView | null
  plan: PlanView | null
  contract: ContractView | null
  payout: PayoutView | null
  paused_at: string | null
  emergency: '' | 'trapped' | 'unsafe'
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
  state: 'nothing' | 'owing' | 'paid' | 'partly' | 'refundable'
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
  /** 本页内容 */
  items: (CommunityLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 四项申请条件：按现在的情况核对的结果，和历次留存的结果。附件一。 */
export interface ConditionHistory {
  now: ConditionSet
  before: (ConditionSet)[]
}

/** 四项申请条件在某一时刻的核对结果。 */
export interface ConditionSet {
  occasion: 'acceptance' | 'now' | 'payout' | 'plan' | 'registration'
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
  /** 本页内容 */
  items: (TemplateConsent)[]
}

/** `wx.requestSubscribeMessage` 的返回结果，按模板标识：`accept`（含带声音、带提醒的）、`reject`、`ban` 或 `filter`；不在用的模板不予理会。 */
export interface ConsentResults {
  results: Record<string, string>
}

/** 已签订的保险合同：编号、保险起止日（含末日）、金额和合同文本。 */
export interface ContractBody {
  number: string
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
  to_on: string
  amount_fen: number
  file_id: string
}

/** 办件的保险合同；金额单位：分。 */
export interface ContractView {
  number: string
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
  to_on: string
  amount_fen: number
}

/** 业主直接向保险机构投保的保险单及其材料；`to_on` 为保险最后一日。 */
export interface DirectPolicy {
  number: string
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
  to_on: string
  amount_fen: number
  elevators: (DirectPolicyElevator)[]
  file_ids: (string)[]
  contract_number?: string | undefined
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
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
  to_on: string
  amount_fen: number
  elevators: (DirectPolicyElevatorView)[]
  file_ids: (string)[]
  contract_number: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface DocumentList {
  /** 本页内容 */
  items: (DocumentView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 办件材料目录中的一份材料。 */
export interface DocumentView {
  id: string
  kind: 'authorisation' | 'contract' | 'correction' | 'emergency' | 'invoice' | 'payout' | 'plan' | 'policy' | 'receipt' | 'refund'
  version: number
  number: string
  file_id: string
  name: string
  media_type: string
  size: number
  added_at: string
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface EvidenceList {
  /** 本页内容 */
  items: (EvidenceView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  code_seen: 'match' | 'none' | 'other'
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

/** 分户账本金或利息的一笔变动，以及其后的余额，单位：分。 */
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

/** 一页分户账明细，最新在前；`brought_fen` 为查看人可见的最早一笔之前的余额，单位：分。 */
export interface FundStatement {
  /** 本页内容 */
  items: (FundMovement)[]
  brought_fen: number
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  state: 'captured' | 'open' | 'released'
  amount_fen: number
  captured_fen: number
  held_at: string
  closed_at: string | null
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface HoldLineList {
  /** 本页内容 */
  items: (HoldLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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

/** 房屋转让：当日开始时的余额随房过户。 */
export interface HomeScopeChange {
  on: string
  from_names: (string)[]
  to_names: (string)[]
  balance_fen: number
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
  state: 'closed' | 'closing' | 'failed' | 'previewed' | 'previewing'
  state_title: string
  shares_fen: number
  brought_fen: number
  posted_fen: number
  carried_fen: number
  earned: (IncomeSlice)[]
  journal: string | null
  words: (string)[]
  /** 本页内容 */
  items: (IncomeDeposit)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
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
  /** 本页内容 */
  items: (InsurerView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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

/** 资金变动的原因。 */
export type JournalKind =
  | 'bank_transfer'
  | 'case_refund'
  | 'deposit'
  | 'fund_payout'
  | 'income'
  | 'interest'
  | 'opening_income'
  | 'opening_interest'
  | 'opening_principal'
  | 'placement'
  | 'pooled_payout'
  | 'reversal'
  | 'scope_switch'
  | 'settlement'
  | 'special_payout'
  | 'suspense'

export const journalKindTitles: Record<JournalKind, string> = {
  bank_transfer: '银行转账',
  case_refund: '退还业主缴款',
  deposit: '缴存',
  fund_payout: '维修资金支付电梯保险费',
  income: '增值收益转入',
  interest: '法定利息分配',
  opening_income: '期初增值收益转入',
  opening_interest: '期初利息分配到户',
  opening_principal: '期初本金',
  placement: '存入定期',
  pooled_payout: '拨付电梯保险费',
  reversal: '冲销更正',
  scope_switch: '记账单位变更',
  settlement: '存款结息',
  special_payout: '专户支付电梯保险费',
  suspense: '待查款项',
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
  code_seen: '' | 'match' | 'none' | 'other'
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

/** 公布的日志树根，散列为十六进制；首次公布以前 `sealed_at` 为空。 */
export interface LogHead {
  tree_size: number
  root_hash: string
  sealed_at: string | null
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface LogHeadList {
  /** 本页内容 */
  items: (LogHead)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  device?: string | undefined
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
  /** 本页内容 */
  items: (MessageView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一条消息；`link` 是所涉事项的路径。 */
export interface MessageView {
  id: string
  kind: 'acceptance_waits' | 'advice_waits' | 'application_accepted' | 'application_filed' | 'appointment_decided' | 'appointment_ended' | 'appointment_waits' | 'approval_waits' | 'award_returned' | 'award_waits' | 'case_corrected' | 'case_held' | 'case_lapsed' | 'case_paused' | 'case_rejected' | 'case_resumed' | 'case_withdrawn' | 'claim_decided' | 'claim_waits' | 'co_owners_differ' | 'collection_complete' | 'collection_opened' | 'collection_whole' | 'contract_signed' | 'contract_to_sign' | 'contract_wanted' | 'correction_waits' | 'correction_wanted' | 'deposit_maturing' | 'deposit_settled' | 'deposit_waits' | 'elevator_in_danger' | 'elevators_covered' | 'fund_moved' | 'fund_passed_on' | 'fund_restored' | 'fund_runs_low' | 'funds_dropped' | 'funds_wait' | 'home_bound' | 'hurry' | 'insurer_readmitted' | 'insurer_released' | 'insurer_suspended' | 'late_objection_waits' | 'naming_waits' | 'no_emergency' | 'no_hurry' | 'notice_ended' | 'notice_published' | 'notice_recounted' | 'notice_started' | 'notice_waits' | 'objection_answered' | 'objection_received' | 'objection_recorded' | 'objection_settled' | 'objection_upheld' | 'objection_waits' | 'paper_confirmed' | 'paper_left_out' | 'paper_taken' | 'papers_dropped' | 'papers_wait' | 'parameters_decided' | 'parameters_wait' | 'payout_day_changed' | 'payout_delayed' | 'payout_due' | 'payout_recounted' | 'payout_requested' | 'payout_returned' | 'payout_to_ask' | 'payout_waits' | 'plan_dropped' | 'plan_filed' | 'plan_set_aside' | 'plan_wanted_again' | 'policy_issued' | 'policy_recorded' | 'policy_wanted' | 'posting_missing' | 'posting_refused' | 'posting_wanted' | 'posting_wanted_again' | 'premium_paid' | 'proxy_ended' | 'proxy_recorded' | 'proxy_waits' | 'rate_decided' | 'rate_waits' | 'receipt_dropped' | 'receipt_posted' | 'receipts_wait' | 'reconciliation_dropped' | 'reconciliation_waits' | 'refund_dropped' | 'refund_posted' | 'refund_waits' | 'registration_waits' | 'representative_ended' | 'representative_named' | 'reversal_waits' | 'review_received' | 'review_waits' | 'roll_imported' | 'round_awarded' | 'scope_switched' | 'settlement_reversed' | 'signature_added' | 'signature_withdrawn' | 'special_opened' | 'survey_wanted' | 'switch_dropped' | 'switch_waits' | 'taking_over_waits' | 'vote_closed' | 'vote_counted' | 'vote_opened' | 'vote_waits' | 'voucher_waits' | 'year_being_closed' | 'year_closed' | 'year_published' | 'year_to_confirm'
  title: string
  text: string
  link: string
  created_at: string
  case_id: string | null
  read_at: string | null
}

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

/** 现行方案的公示：公开编码和须张贴的各单元。 */
export interface NoticeBoard {
  version: number
  public_token: string
  public_url: string
  check_code: string
  check_url: string
  posted: number
  /** 本页内容 */
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

/** 一份书面反对意见，不显示反对人；`text` 为空表示文字尚未或不予公开（R7.8）。 */
export interface NoticeObjection {
  received_at: string
  text: string | null
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
  /** 起始日：含当日 */
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
  /** 总数：只在请求 count 时给出 */
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ObjectionList {
  /** 本页内容 */
  items: (ObjectionView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 反对意见的收件回执：何时收到、是否逾期，以及办件现在的状态。 */
export interface ObjectionReceipt {
  objection_id: string
  case_id: string
  state: 'answered' | 'dismissed' | 'draft' | 'dropped' | 'open' | 'recorded' | 'settled' | 'superseded' | 'upheld' | 'withdrawn'
  in_time: boolean
  arrived_at: string
  case_state: State
}

/** 申请复核的理由：为什么不服不成立的认定。 */
export interface ObjectionReviewRequest {
  text: string
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
  state: 'answered' | 'dismissed' | 'draft' | 'dropped' | 'open' | 'recorded' | 'settled' | 'superseded' | 'upheld' | 'withdrawn'
  state_title: string
  channel: 'app' | 'paper'
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
  text_checked: 'exempt' | 'pass' | 'review' | 'risky' | 'waiting'
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

/** 对纸质公示查验码的答复：属实、已被新版取代或已撤回。 */
export interface PaperCheck {
  verdict: 'genuine' | 'superseded' | 'withdrawn'
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

/** 现在受理的办件所适用的全部参数。 */
export interface ParameterTable {
  community_id: string | null
  community: string
  /** 本页内容 */
  items: (ParameterView)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ParameterVersionList {
  /** 本页内容 */
  items: (ParameterVersionView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 参数的一个版本：何时生效、有何依据、改动了什么（最早的版本不详）。 */
export interface ParameterVersionView {
  id: string
  number: number
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
  file_ids?: (string)[] | undefined
}

/** 保费的拨付及其期限；金额单位：分。 */
export interface PayoutView {
  state: 'paid' | 'prepared' | 'requested' | 'returned'
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

/** 保险机构提交的保险方案。 */
export interface PlanView {
  survey: string
  cover: string
  elevators: (ElevatorPlanView)[]
  service: string
  file_ids: (string)[]
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
  /** 本页内容 */
  items: (CollectionHome)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
}

/** 拒绝的原因（RFC 9457）。另可附有与该错误码有关的事实，如期限、金额。 */
export interface Problem {
  /** 说明的地址：该错误码的说明所在。 */
  type: string
  /** 标题：可直接显示。 */
  title: string
  /** HTTP 状态码 */
  status: number
  /** 错误码：稳定，见 `errors.json`。 */
  code: ErrorCode
  /** 请求的路径 */
  instance: string
  /** 请求编号：报告问题时请附上。 */
  request_id: string
  /** 具体原因：这一次为什么不可以；可直接显示。 */
  detail?: string | undefined
  /** 请求内容的错误 */
  errors?: ({ pointer: string; detail: string })[] | undefined
  [fact: string]: unknown
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
  reason?: string | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ProxyList {
  /** 本页内容 */
  items: (ProxyView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  file_id: string
  state: 'draft' | 'ended' | 'live'
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
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
}

/** 各统筹账户，按编号排列；合计是全部账户的，不只本页。 只有一个账户不公布金额时，合计也为空，以免由合计推算（R12.2）。 */
export interface PublicAccountList {
  /** 本页内容 */
  items: (PublicAccountRow)[]
  total_balance_fen: number | null
  total_held_fen: number | null
  as_of: string
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
}

/** 一个统筹账户；共有的业主过少时金额为空（R12.2）。 */
export interface PublicAccountRow {
  scope_id: string
  name: string
  kind: 'building' | 'unit'
  withheld: boolean
  balance_fen: number | null
  held_fen: number | null
  available_fen: number | null
}

/** 一条现行或曾经施行的基准利率；`proposed_by` 说明是系统预置还是由经办人录入。 */
export interface PublicBenchmarkRate {
  id: string
  tenor: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand'
  since_on: string
  rate_e4: number
  source: string
  proposed_by: 'clerk' | 'program'
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PublicBenchmarkRateList {
  /** 本页内容 */
  items: (PublicBenchmarkRate)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  /** 本页内容 */
  items: (PublicNoticeRow)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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

/** 公示全文：内容、进行到哪一步、何时以前可以提出反对意见；金额单位：分。 不由统筹账户支付的（见 `flow`），`payment` 说明由谁支付，`vote` 为业主表决结果，`pooled_fen`、`held_fen`、`available_fen` 为 0。`days_left` 为剩余天数，含当日、不含张贴当日；暂缓期间为停止计算时剩余的天数。 */
export interface PublicNoticeView {
  token: string
  case_number: string
  version: number
  flow: 'added' | 'direct' | 'household' | 'independent' | 'pooled'
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
  /** 起始日：含当日 */
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
  /** 本页内容 */
  items: (PublicPayout)[]
  total_fen: number
  /** 下一页游标：原样放入 after；为空即没有下一页 */
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
  tenor: '1y' | '2y' | '3m' | '3y' | '6m'
  announced_at: string
  closed_at: string
  awarded_at: string
  reason: string
  offers: (PublicPlacementOffer)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PublicPlacementRoundList {
  /** 本页内容 */
  items: (PublicPlacementRound)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  /** 本页内容 */
  items: (PublicRegistration)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 目前的参与情况；参加户数过少、可能暴露个人时面积为空。R12.2。 */
export interface PublicTurnout {
  homes: number
  heads: number
  area_cm2: number | null
  reached: boolean
}

/** 公开的业主表决；计票之前不显示倾向。 计票之前，或参加户数过少而只公布结论时，`result` 为空，后者由 `withheld` 说明原因；`record` 是下载计票记录的地址。 */
export interface PublicVote {
  id: string
  token: string
  community_name: string
  scope_name: string
  case_number: string
  round: number
  state: 'counted' | 'open' | 'void'
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PublicVoteList {
  /** 本页内容 */
  items: (PublicVoteRow)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 公开列表中的一次业主表决；计票之前 `passed` 为空。已登录的业主以 `id` 查询。 */
export interface PublicVoteRow {
  id: string
  token: string
  community_name: string
  scope_name: string
  case_number: string
  round: number
  state: 'counted' | 'open' | 'void'
  state_title: string
  question: string
  opened_at: string
  ends_at: string
  passed: boolean | null
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
  /** 本页内容 */
  items: (ReportVersion)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 终止推举的理由；中心须写明。 */
export interface RepresentativeEnding {
  reason?: string | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface RepresentativeList {
  /** 本页内容 */
  items: (RepresentativeView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 代表一户表决的人，姓名已脱敏。 */
export interface RepresentativeView {
  id: string
  home_id: string
  place: string
  owner: string
  file_id: string
  state: 'draft' | 'ended' | 'live'
  state_title: string
  entered_by_me: boolean
  entered_at: string
  ended_at: string | null
}

/** 计票过程，`reasons` 逐项列出；面积单位：平方厘米。R8.1 至 R8.4。 `certain_at` 为结果已成定局的时刻，仅中心可见，以免由邻居的投票时间推知其意见（R8.5）；`dropped_papers` 为未及时核对的纸质票批数。`withheld` 说明因参加户数过少、只向审计显示的原因（R12.2），否则为空文本。 */
export interface ResultView {
  passed: boolean
  /** 总数：只在请求 count 时给出 */
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
  withheld: string
}

/** 在本系统中的身份，一人可以兼有几种。第1节。 */
export type Role =
  | 'administrator'
  | 'auditor'
  | 'bureau'
  | 'clerk'
  | 'committee'
  | 'finance'
  | 'independent'
  | 'insurer'
  | 'manager'
  | 'owner'
  | 'person'
  | 'public'
  | 'reviewer'
  | 'street'
  | 'system'

export const roleTitles: Record<Role, string> = {
  administrator: '系统管理员',
  auditor: '审计监督',
  bureau: '市场监管局',
  clerk: '中心经办人',
  committee: '业主委员会',
  finance: '中心资金管理',
  independent: '独立产权人',
  insurer: '保险机构',
  manager: '物业服务企业',
  owner: '业主',
  person: '微信用户',
  public: '公众',
  reviewer: '中心复核人',
  street: '街道社区',
  system: '系统（到期自动）',
}

/** 一个房号，不显示业主。 */
export interface RoomLine {
  id: string
  unit: string
  room: string
  use: '住宅' | '储藏室' | '其他' | '办公' | '商业' | '车位'
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface RoomLineList {
  /** 本页内容 */
  items: (RoomLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 今天有效的、已通过审核的授权（R5.1）。 */
export interface RunningAppointment {
  appointment_id: string
  community_id: string
  community: string
  role: 'committee' | 'independent' | 'manager'
  body_name: string
  /** 截止日：含当日 */
  to_on: string
}

/** 一个统筹账户的余额、已被办件冻结和可用的金额，单位：分。R3.4。 */
export interface ScopeBalanceView {
  scope_id: string
  code: string
  name: string
  kind: 'building' | 'unit'
  balance_fen: number
  held_fen: number
  available_fen: number
  area_cm2: number
  homes: (ScopeHomeShare)[]
  share_note: string
}

/** 服务于该楼栋（单元）的一台电梯；没有在办的办件占用它时，`free` 为真。 */
export interface ScopeElevator {
  id: string
  code: string
  name: string
  serves: (string)[]
  installed_on: string
  free: boolean
  covered_until_on: string | null
}

/** 服务于该楼栋（单元）的电梯，按编号排列。 */
export interface ScopeElevators {
  /** 本页内容 */
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
  /** 本页内容 */
  items: (ScopeYear)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
}

/** 列表中的一个记账单位（楼栋或单元）及其统筹账户。 */
export interface ScopeLine {
  scope_id: string
  code: string
  name: string
  kind: 'building' | 'unit'
  community: string
  balance_fen: number
  held_fen: number
  available_fen: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ScopeLineList {
  /** 本页内容 */
  items: (ScopeLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 一个统筹账户的年度情况；不公布的，金额为空。R12.2。 */
export interface ScopeOfYear {
  scope_id: string
  code: string
  name: string
  kind: 'building' | 'unit'
  withheld: boolean
  owners: number | null
  start_fen: number | null
  income_fen: number | null
  payouts_fen: number | null
  other_fen: number | null
  end_fen: number | null
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ScopeSwitchList {
  /** 本页内容 */
  items: (ScopeSwitchView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  to_kind: 'building' | 'unit'
  state: 'done' | 'draft' | 'dropped'
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
  /** 本页内容 */
  items: (ServedHome)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 送达了哪些房屋、以什么方式，以及证明文件。 */
export interface ServiceProof {
  home_ids: (string)[]
  file_id: string
  how: 'in_person' | 'message' | 'post' | 'posted'
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
  /** 本页内容 */
  items: (SessionView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 本人的一个登录；`current` 表示正是发出本次请求的登录。 */
export interface SessionView {
  id: string
  device: string
  created_at: string
  expires_at: string
  current: boolean
}

/** 分摊办法：按面积、平均，或逐户约定；只有逐户约定的才填 `homes`。 */
export interface ShareProposalBody {
  method: 'area' | 'custom' | 'equal'
  homes?: (AgreedShare)[] | undefined
}

/** 提交表决的分摊方案；`text` 是写入表决事项的文字。业主可见本人房屋的份额和合计，申请人和中心可见全部。 */
export interface ShareProposalView {
  method: 'area' | 'custom' | 'equal'
  title: string
  text: string
  total_fen: number
  homes_count: number
  proposed_at: string
  homes: (ProposedShare)[]
}

/** 从专户支付或将要支付的一个年度。 */
export interface SpecialAccountCase {
  case_id: string
  number: string
  state: State
  state_title: string
  premium_fen: number
  held: boolean
  paid_fen: number
  /** 起始日：含当日 */
  from_on: string | null
  /** 截止日：含当日 */
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
  /** 本页内容 */
  items: (SpecialAccountRow)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 列表中的一个电梯保险专户；金额单位：分。 */
export interface SpecialAccountRow {
  id: string
  number: string
  kind: 'independent' | 'scope'
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
  kind: 'independent' | 'scope'
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

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface SpecialRefundList {
  /** 本页内容 */
  items: (SpecialRefundView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 专户的一笔退款，金额单位：分；收款账号只显示末四位。 */
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
  state: 'draft' | 'dropped' | 'posted' | 'reversed'
  entered_at: string
  confirmed_at: string | null
}

/** 公示向公众显示的环节。 */
export type Stage =
  | 'collecting'
  | 'contracted'
  | 'ended'
  | 'insured'
  | 'over'
  | 'paid'
  | 'paused'
  | 'posting'
  | 'registered'
  | 'replanned'
  | 'running'
  | 'superseded'

export const stageTitles: Record<Stage, string> = {
  collecting: '已备案，归集中',
  contracted: '已签合同',
  ended: '已终止',
  insured: '保障中',
  over: '公示期满',
  paid: '已拨付',
  paused: '暂缓实施',
  posting: '待张贴',
  registered: '已备案',
  replanned: '方案作废重拟',
  running: '公示中',
  superseded: '已被新版代替',
}

/** 办件所处的环节；各方式经过哪些环节，由流程表规定。 */
export type State =
  | 'accepted'
  | 'cleared'
  | 'collecting'
  | 'contracted'
  | 'ended'
  | 'filed'
  | 'funded'
  | 'insured'
  | 'lapsed'
  | 'not_carried'
  | 'noticed'
  | 'paid'
  | 'paused'
  | 'planned'
  | 'posting'
  | 'prepared'
  | 'registered'
  | 'rejected'
  | 'requested'
  | 'returned'
  | 'signing'
  | 'voted'
  | 'voting'
  | 'withdrawn'

export const stateTitles: Record<State, string> = {
  accepted: '已受理，待查勘和制定方案',
  cleared: '公示期满无异议，待登记备案',
  collecting: '待归集（缴存）保费',
  contracted: '已签订合同，待申请拨付',
  ended: '反对意见成立，已终止',
  filed: '已提出申请，待受理',
  funded: '保费已缴存，待签订合同',
  insured: '已承保',
  lapsed: '逾期失效',
  not_carried: '表决未通过',
  noticed: '公示中',
  paid: '保费已拨付，待出单',
  paused: '暂缓实施',
  planned: '方案已制定，待公示',
  posting: '公示已发布，待各单元张贴',
  prepared: '拨付已制单，待复核',
  registered: '已登记备案，待签订合同',
  rejected: '不予受理或驳回',
  requested: '已申请拨付，待审核',
  returned: '退回补正',
  signing: '征集签名',
  voted: '表决通过，待公示',
  voting: '业主表决中',
  withdrawn: '已撤回',
}

/** 可向用户请求订阅的模板（`template_id`）及现状：一次性模板剩余的次数，或长期模板的持续订阅。同一弹窗中不要混合长期与一次性模板，也不要超过五个，否则微信拒绝。 */
export interface TemplateConsent {
  template: 'notice' | 'progress' | 'task'
  template_id: string
  title: string
  long_term: boolean
  remaining: number
  standing: boolean
}

/** 办理经过中的一步；经办人只显示身份类别，不显示姓名。 */
export interface TimelineItem {
  event_id: string
  kind: 'Accepted' | 'AccountActivated' | 'AccountCreated' | 'AccountDisabled' | 'AccountInvitedAnew' | 'AccountLoggedIn' | 'AccountOpened' | 'AccountRolesChanged' | 'AdviceDropped' | 'AdviceEntered' | 'Applied' | 'AppointmentDecided' | 'AppointmentEnded' | 'AppointmentMade' | 'AwardProposed' | 'AwardReturned' | 'BallotCast' | 'BankAccountClosed' | 'BankAccountOpened' | 'CalendarChanged' | 'CaseCorrected' | 'CaseLapsed' | 'CaseRejected' | 'CaseReturned' | 'CaseWithdrawn' | 'ClaimDecided' | 'ClaimMade' | 'CollectionChanged' | 'CollectionComplete' | 'CollectionOpened' | 'Contracted' | 'DepositDropped' | 'DepositEntered' | 'DepositMaturing' | 'DepositPlaced' | 'DepositRenewed' | 'DepositSettled' | 'DifferenceExplained' | 'Filed' | 'FundDropped' | 'FundEntered' | 'FundPassedOn' | 'FundPosted' | 'FundRestored' | 'FundRunsLow' | 'HeldByHand' | 'HomeBound' | 'HomeLeft' | 'InsurerAdmitted' | 'InsurerReadmitted' | 'InsurerSuspended' | 'JournalDropped' | 'JournalEntered' | 'JournalPosted' | 'JournalReversed' | 'LateObjectionAnswered' | 'LateObjectionRecorded' | 'LinesMatched' | 'LobbyEvidenceMissing' | 'LobbyEvidenced' | 'LobbyRefused' | 'MarkedUrgent' | 'MatchUndone' | 'NoticeEnded' | 'NoticePublished' | 'NoticeRecounted' | 'NoticeResumed' | 'NoticeStarted' | 'ObjectionAdded' | 'ObjectionReopened' | 'ObjectionSettled' | 'ObjectionTextJudged' | 'ObjectionUpheld' | 'OfferRecorded' | 'OfferWithdrawn' | 'PaperBallotsConfirmed' | 'PaperBallotsCorrected' | 'PaperBallotsDropped' | 'PaperBallotsEntered' | 'PaperIssued' | 'PaperObjectionConfirmed' | 'ParametersDecided' | 'ParametersProposed' | 'PasswordChanged' | 'Paused' | 'PayoutDue' | 'PayoutPrepared' | 'PayoutRecounted' | 'PayoutRequested' | 'PayoutReturned' | 'PhoneChanged' | 'PlanFiled' | 'PolicyIssued' | 'PolicyRecorded' | 'PremiumPaid' | 'ProxyEnded' | 'ProxyEntered' | 'ProxyRecorded' | 'RateDecided' | 'RateProposed' | 'ReceiptDropped' | 'ReceiptEntered' | 'ReceiptPosted' | 'ReconciliationCertified' | 'ReconciliationDropped' | 'ReconciliationPrepared' | 'RefundDropped' | 'RefundEntered' | 'RefundPosted' | 'Registered' | 'ReleasedByHand' | 'RepresentativeEnded' | 'RepresentativeEntered' | 'RepresentativeNamed' | 'ReversalAsked' | 'ReversalDropped' | 'RollDropped' | 'RollImported' | 'RollUploaded' | 'RoundAnnounced' | 'RoundAwarded' | 'RoundCancelled' | 'ScopeSwitchDropped' | 'ScopeSwitchEntered' | 'ScopeSwitched' | 'SettlementReversed' | 'SharesProposed' | 'SignatureWithdrawn' | 'Signed' | 'StatementDropped' | 'StatementTaken' | 'StatementUploaded' | 'TakingOverDropped' | 'TakingOverProposed' | 'Unmasked' | 'UrgencyLifted' | 'VoteClosed' | 'VoteOpened' | 'VoteReminded' | 'VoteServed' | 'YearClosed' | 'YearClosingStarted' | 'YearPreviewed' | 'YearPublished'
  title: string
  at: string
  role_title: string
  reason: string
  data: Record<string, unknown>
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface TimelineList {
  /** 本页内容 */
  items: (TimelineItem)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 目前的参与情况；`reached` 表示参与的人数和面积都已达到规定（R8.1）。 */
export interface Turnout {
  homes: number
  heads: number
  area_cm2: number
  reached: boolean
}

/** 未读消息数。 */
export interface UnreadCount {
  unread: number
}

/** 提交业主表决的一份材料。 */
export interface VoteDocument {
  file_id: string
  name: string
  media_type: string
}

/** 选票和名册的证明，可与张贴的两个指纹核对。 */
export interface VoteInclusion {
  vote_id: string
  roll_root: string
  record_root: string
  /** 本页内容 */
  items: (VoteInclusionItem)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
}

/** 一户在计票记录中的一行及其证明：`SHA-256(0x00 + line)` 是共有 `size` 片叶的树（RFC 6962）的第 `index` 片，树根即张贴的指纹。`counted` 为计入的选票的回执，`beside` 为意见相同或未能认定的。 本人的房屋另附名册中的一行及其证明，其他房屋为空。 */
export interface VoteInclusionItem {
  pseudonym: string
  nth: number
  state: 'concurring' | 'contested' | 'replaced' | 'second' | 'valid'
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
  /** 本页内容 */
  items: (VoteRow)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** 列表中的一次业主表决。 */
export interface VoteRow {
  id: string
  case_id: string
  case_number: string
  community_name: string
  scope_name: string
  round: number
  version: number
  state: 'counted' | 'open' | 'void'
  state_title: string
  question: string
  opened_at: string
  ends_at: string
  counted_at: string | null
}

/** 一次业主表决，内容因查看人而异。计票之前 `passed` 和 `result` 为空；参加户数过少的，除审计外不显示数字，由 `withheld` 说明原因。 */
export interface VoteView {
  id: string
  case_id: string
  case_number: string
  scope_id: string
  scope_name: string
  community_name: string
  round: number
  version: number
  state: 'counted' | 'open' | 'void'
  state_title: string
  question: string
  documents: (VoteDocument)[]
  threshold: 'raise' | 'use'
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
  mine: (MyVoteHome)[]
  parameters: { 'notice.days'?: number | undefined; 'notice.roll'?: 'weekends_and_holidays' | 'holidays' | 'none' | undefined; 'notice.resume'?: 'remaining' | 'restart' | undefined; 'objection.refile_max'?: number | undefined; 'objection.decision_working_days'?: number | undefined; 'signers.min'?: number | undefined; 'signing.days'?: number | undefined; 'correction.days'?: number | undefined; 'lapse.days'?: number | undefined; 'payout.working_days'?: number | undefined; 'policy.years'?: 1 | 3 | undefined; 'vote.fund_flow'?: 'required' | 'waived' | undefined; 'vote.days'?: number | undefined; 'vote.participation'?: string | undefined; 'vote.use'?: string | undefined; 'vote.raise'?: string | undefined; 'vote.silence'?: 'not_counted' | 'follows_majority' | undefined; 'vote.split_owner'?: 'neutral_head' | 'no_head' | undefined; 'vote.paper_conflict'?: 'first_valid' | 'paper' | undefined; 'vote.rounds_max'?: number | undefined; 'vote.reminders'?: number | undefined; 'vote.paper_days'?: number | undefined; 'proxy.max_homes'?: number | undefined; 'income.attribution'?: 'balance_days' | undefined; 'income.negative'?: 'zero' | 'negative' | undefined; 'fund.topup'?: number | undefined; 'maintenance.days'?: number | undefined; 'maintenance.gaps'?: 'shown' | 'refused' | undefined; 'independent.years'?: number | undefined; 'publish.min_group'?: number | undefined }
  token: string
  paper: boolean
  counted_at: string | null
  passed: boolean | null
  withheld: string
  result: ResultView | null
}

/** 一份书面反对意见；附件须事先上传。 */
export interface WrittenObjection {
  text: string
  file_ids?: (string)[] | undefined
}

/** 某年度归集的一份结息；`sign` 为 -1 的是冲回，金额仍为正数。利率以百分之一的万分之一为单位，金额单位：分，可归集的收益为 `value_added_fen`。 `weight` 为全部记账单位的积数（分×天）。各单位先得收益 × 本单位积数 ÷ `weight` 的整数分；余数大于 `cut_remainder`，或与之相等且标识不大于 `cut_scope_id` 的，再得一分；共有 `left_fen` 个单位各得这一分。R3.7。会因此暴露业主过少的单位时，不列出这一界线（R12.2）。 */
export interface YearSettlement {
  settlement_id: string
  deposit_code: string
  bank: string
  sign: number
  kind: 'demand' | 'early' | 'maturity'
  principal_fen: number
  tenor: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand'
  method: 'days360' | 'terms'
  base: 'fen' | 'yuan'
  opened_on: string
  matures_on: string | null
  agreed_rate_e4: number
  benchmark_rate_e4: number
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
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
  /** 本页内容 */
  items: (YearSettlement)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
}

export interface ListAppointmentsQuery {
  state?: '' | 'approved' | 'ended' | 'open' | 'refused' | 'withdrawn' | undefined
  role?: '' | 'committee' | 'independent' | 'manager' | undefined
  community_id?: string | undefined
  /** 排序 */
  sort?: '' | 'ending' | 'newest' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 授权材料 */
export const listAppointments = (api: Api, query: ListAppointmentsQuery = {}, call?: Call): Promise<AppointmentList> =>
  api.get<AppointmentList>(`/appointments${queryOf(query)}`, call)

/** 业主委员会成员、物业服务企业人员提交书面授权，独立产权人提交产权证明，由工作人员审核 */
export const askAppointment = (api: Api, body: AppointmentBody, call?: Call): Promise<AppointmentView> =>
  api.write<AppointmentView>('POST', '/appointments', call, body)

export interface ListAppointmentsCsvQuery {
  state?: '' | 'approved' | 'ended' | 'open' | 'refused' | 'withdrawn' | undefined
  role?: '' | 'committee' | 'independent' | 'manager' | undefined
  community_id?: string | undefined
  /** 排序 */
  sort?: '' | 'ending' | 'newest' | undefined
}

/** 授权材料导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listAppointmentsCsv = (api: Api, query: ListAppointmentsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/appointments.csv${queryOf(query)}`, call)

export interface ListAppointmentsXlsxQuery {
  state?: '' | 'approved' | 'ended' | 'open' | 'refused' | 'withdrawn' | undefined
  role?: '' | 'committee' | 'independent' | 'manager' | undefined
  community_id?: string | undefined
  /** 排序 */
  sort?: '' | 'ending' | 'newest' | undefined
}

/** 授权材料导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listAppointmentsXlsx = (api: Api, query: ListAppointmentsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/appointments.xlsx${queryOf(query)}`, call)

/** 终止授权 */
export const endAppointment = (api: Api, appointmentId: string, body: AppointmentEnding, call?: Call): Promise<AppointmentView> =>
  api.write<AppointmentView>('POST', `/appointments/${part(appointmentId)}/end`, call, body)

export interface ListBindingClaimsQuery {
  state?: '' | 'approved' | 'open' | 'refused' | 'withdrawn' | undefined
  community_id?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'oldest' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 绑定材料 */
export const listBindingClaims = (api: Api, query: ListBindingClaimsQuery = {}, call?: Call): Promise<BindingClaimList> =>
  api.get<BindingClaimList>(`/binding-claims${queryOf(query)}`, call)

/** 提交材料申请绑定房屋，由工作人员审核 */
export const claimHome = (api: Api, body: BindingClaimBody, call?: Call): Promise<BindingClaimView> =>
  api.secret<BindingClaimView>('POST', '/binding-claims', call, body)

export interface ListBindingClaimsCsvQuery {
  state?: '' | 'approved' | 'open' | 'refused' | 'withdrawn' | undefined
  community_id?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'oldest' | undefined
}

/** 绑定材料导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listBindingClaimsCsv = (api: Api, query: ListBindingClaimsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/binding-claims.csv${queryOf(query)}`, call)

export interface ListBindingClaimsXlsxQuery {
  state?: '' | 'approved' | 'open' | 'refused' | 'withdrawn' | undefined
  community_id?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'oldest' | undefined
}

/** 绑定材料导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listBindingClaimsXlsx = (api: Api, query: ListBindingClaimsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/binding-claims.xlsx${queryOf(query)}`, call)

/** 撤回本人尚未审核的材料 */
export const withdrawBindingClaim = (api: Api, claimId: string, call?: Call): Promise<void> =>
  api.write<void>('DELETE', `/binding-claims/${part(claimId)}`, call)

export interface ListBindingsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 本人已绑定的房屋，最早绑定的在前 */
export const listBindings = (api: Api, query: ListBindingsQuery = {}, call?: Call): Promise<BoundHomeList> =>
  api.get<BoundHomeList>(`/bindings${queryOf(query)}`, call)

/** 凭姓名、证件号码和房屋绑定 */
export const bindHome = (api: Api, body: OwnerIdentity, call?: Call): Promise<BoundHome> =>
  api.secret<BoundHome>('POST', '/bindings', call, body)

/** 解除绑定 */
export const leaveHome = (api: Api, bindingId: string, call?: Call): Promise<void> =>
  api.write<void>('DELETE', `/bindings/${part(bindingId)}`, call)

export interface ListHomesQuery {
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 一幢楼的房号，不显示业主 */
export const listHomes = (api: Api, buildingId: string, query: ListHomesQuery = {}, call?: Call): Promise<RoomLineList> =>
  api.get<RoomLineList>(`/buildings/${part(buildingId)}/homes${queryOf(query)}`, call)

export interface ListBuildingScopeSwitchesQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 一幢楼的记账单位变更历史 */
export const listBuildingScopeSwitches = (api: Api, buildingId: string, query: ListBuildingScopeSwitchesQuery = {}, call?: Call): Promise<ScopeSwitchList> =>
  api.get<ScopeSwitchList>(`/buildings/${part(buildingId)}/scope-switches${queryOf(query)}`, call)

export interface ListCalendarDaysQuery {
  year: number
}

/** 某年的工作日安排是否已公布，以及中心录入的本地节假日和调休日 */
export const listCalendarDays = (api: Api, query: ListCalendarDaysQuery, call?: Call): Promise<CalendarYear> =>
  api.open<CalendarYear>('GET', `/calendar/days${queryOf(query)}`, call)

export interface ListCasesQuery {
  state?: '' | 'accepted' | 'cleared' | 'collecting' | 'contracted' | 'ended' | 'filed' | 'funded' | 'insured' | 'lapsed' | 'not_carried' | 'noticed' | 'paid' | 'paused' | 'planned' | 'posting' | 'prepared' | 'registered' | 'rejected' | 'requested' | 'returned' | 'signing' | 'voted' | 'voting' | 'withdrawn' | undefined
  flow?: '' | 'added' | 'direct' | 'household' | 'independent' | 'pooled' | undefined
  scope_id?: string | undefined
  community_id?: string | undefined
  insurer_id?: string | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  mine?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 可见办件列表，紧急的在先，再按发起时间从新到旧 */
export const listCases = (api: Api, query: ListCasesQuery = {}, call?: Call): Promise<CaseList> =>
  api.get<CaseList>(`/cases${queryOf(query)}`, call)

/** 发起申请（统筹、维修资金、加装、独立产权、直接投保） */
export const applyForInsurance = (api: Api, body: Application, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', '/cases', call, body)

export interface ListCasesCsvQuery {
  state?: '' | 'accepted' | 'cleared' | 'collecting' | 'contracted' | 'ended' | 'filed' | 'funded' | 'insured' | 'lapsed' | 'not_carried' | 'noticed' | 'paid' | 'paused' | 'planned' | 'posting' | 'prepared' | 'registered' | 'rejected' | 'requested' | 'returned' | 'signing' | 'voted' | 'voting' | 'withdrawn' | undefined
  flow?: '' | 'added' | 'direct' | 'household' | 'independent' | 'pooled' | undefined
  scope_id?: string | undefined
  community_id?: string | undefined
  insurer_id?: string | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  mine?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 办件导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listCasesCsv = (api: Api, query: ListCasesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases.csv${queryOf(query)}`, call)

export interface ListCasesXlsxQuery {
  state?: '' | 'accepted' | 'cleared' | 'collecting' | 'contracted' | 'ended' | 'filed' | 'funded' | 'insured' | 'lapsed' | 'not_carried' | 'noticed' | 'paid' | 'paused' | 'planned' | 'posting' | 'prepared' | 'registered' | 'rejected' | 'requested' | 'returned' | 'signing' | 'voted' | 'voting' | 'withdrawn' | undefined
  flow?: '' | 'added' | 'direct' | 'household' | 'independent' | 'pooled' | undefined
  scope_id?: string | undefined
  community_id?: string | undefined
  insurer_id?: string | undefined
  /** 起始日 */
  from_on?: string | undefined
  /** 截止日 */
  to_on?: string | undefined
  mine?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 办件导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listCasesXlsx = (api: Api, query: ListCasesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases.xlsx${queryOf(query)}`, call)

/** 办件详情 */
export const getCase = (api: Api, caseId: string, call?: Call): Promise<CaseView> =>
  api.get<CaseView>(`/cases/${part(caseId)}`, call)

export interface GetCollectionQuery {
  state?: '' | 'owing' | 'paid' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 保费归集清单 */
export const getCollection = (api: Api, caseId: string, query: GetCollectionQuery = {}, call?: Call): Promise<PremiumCollection> =>
  api.get<PremiumCollection>(`/cases/${part(caseId)}/collection${queryOf(query)}`, call)

/** 导出保费归集清单 */
export const exportCollection = (api: Api, caseId: string, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/collection.xlsx`, call)

/** 四项申请条件的当前核对结果和历次留存的核对结果 */
export const getCaseConditions = (api: Api, caseId: string, call?: Call): Promise<ConditionHistory> =>
  api.get<ConditionHistory>(`/cases/${part(caseId)}/conditions`, call)

/** 登记已签订的保险服务合同 */
export const signContract = (api: Api, caseId: string, body: ContractBody, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/contract`, call, body)

/** 提交补正材料 */
export const correctCase = (api: Api, caseId: string, body: CaseCorrection, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/correction`, call, body)

export interface ListDocumentsQuery {
  /** 每页条数 */
  limit?: number | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 办件材料目录 */
export const listDocuments = (api: Api, caseId: string, query: ListDocumentsQuery = {}, call?: Call): Promise<DocumentList> =>
  api.get<DocumentList>(`/cases/${part(caseId)}/documents${queryOf(query)}`, call)

/** 标记为紧急（有人被困、存在危险），附现场照片或报告 */
export const flagEmergency = (api: Api, caseId: string, body: CaseEmergency, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/emergency`, call, body)

export interface ListEvidenceQuery {
  waiting?: boolean | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 各单元张贴影像目录（含被退回的及理由） */
export const listEvidence = (api: Api, caseId: string, query: ListEvidenceQuery = {}, call?: Call): Promise<EvidenceList> =>
  api.get<EvidenceList>(`/cases/${part(caseId)}/evidence${queryOf(query)}`, call)

export interface ListEvidenceCsvQuery {
  waiting?: boolean | undefined
}

/** 张贴影像目录导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listEvidenceCsv = (api: Api, caseId: string, query: ListEvidenceCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/evidence.csv${queryOf(query)}`, call)

export interface ListEvidenceXlsxQuery {
  waiting?: boolean | undefined
}

/** 张贴影像目录导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listEvidenceXlsx = (api: Api, caseId: string, query: ListEvidenceXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/evidence.xlsx${queryOf(query)}`, call)

/** 公示和各单元张贴情况 */
export const listLobbies = (api: Api, caseId: string, call?: Call): Promise<NoticeBoard> =>
  api.get<NoticeBoard>(`/cases/${part(caseId)}/lobbies`, call)

export interface ListCaseObjectionsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 办件的反对意见 */
export const listCaseObjections = (api: Api, caseId: string, query: ListCaseObjectionsQuery = {}, call?: Call): Promise<ObjectionList> =>
  api.get<ObjectionList>(`/cases/${part(caseId)}/objections${queryOf(query)}`, call)

/** 提出书面反对意见 */
export const fileObjection = (api: Api, caseId: string, body: WrittenObjection, call?: Call): Promise<ObjectionReceipt> =>
  api.write<ObjectionReceipt>('POST', `/cases/${part(caseId)}/objections`, call, body)

/** 申请拨付保费 */
export const requestPayout = (api: Api, caseId: string, body: PayoutBody, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/payout`, call, body)

export interface PrintPosterQuery {
  unit_id?: string | undefined
  size?: 'A3' | 'A4' | undefined
  dpi?: number | undefined
  page?: number | undefined
}

/** 公示海报（PDF），每个单元一页 */
export const printPoster = (api: Api, caseId: string, query: PrintPosterQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/poster.pdf${queryOf(query)}`, call)

export interface DrawPosterQuery {
  unit_id?: string | undefined
  size?: 'A3' | 'A4' | undefined
  dpi?: number | undefined
  page?: number | undefined
}

/** 一个单元的公示海报（PNG） */
export const drawPoster = (api: Api, caseId: string, query: DrawPosterQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/poster.png${queryOf(query)}`, call)

/** 提交表决的分摊方案 */
export const getShareProposal = (api: Api, caseId: string, call?: Call): Promise<ShareProposalView> =>
  api.get<ShareProposalView>(`/cases/${part(caseId)}/share-proposal`, call)

/** 提出各户分摊方案（按面积、按户或按约定），表决开始前可以修改 */
export const proposeShares = (api: Api, caseId: string, body: ShareProposalBody, call?: Call): Promise<ShareProposalView> =>
  api.write<ShareProposalView>('POST', `/cases/${part(caseId)}/shares`, call, body)

/** 签名 */
export const signCase = (api: Api, caseId: string, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/signatures`, call)

/** 撤回本人签名（受理前） */
export const withdrawSignature = (api: Api, caseId: string, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('DELETE', `/cases/${part(caseId)}/signatures/mine`, call)

export interface ListTimelineQuery {
  /** 每页条数 */
  limit?: number | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 办理经过，由早到晚 */
export const listTimeline = (api: Api, caseId: string, query: ListTimelineQuery = {}, call?: Call): Promise<TimelineList> =>
  api.get<TimelineList>(`/cases/${part(caseId)}/timeline${queryOf(query)}`, call)

export interface ListCaseVotesQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 办件的历次表决，从新到旧 */
export const listCaseVotes = (api: Api, caseId: string, query: ListCaseVotesQuery = {}, call?: Call): Promise<VoteList> =>
  api.get<VoteList>(`/cases/${part(caseId)}/votes${queryOf(query)}`, call)

/** 撤回申请（登记备案前），预留的保费随即释放 */
export const withdrawCase = (api: Api, caseId: string, body: CaseReasonBody, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/withdrawal`, call, body)

export interface ListCommunitiesQuery {
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 小区名单，可按名称、编号或地址查找 */
export const listCommunities = (api: Api, query: ListCommunitiesQuery = {}, call?: Call): Promise<CommunityLineList> =>
  api.get<CommunityLineList>(`/communities${queryOf(query)}`, call)

export interface ListBuildingsQuery {
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 一个小区的楼栋 */
export const listBuildings = (api: Api, communityId: string, query: ListBuildingsQuery = {}, call?: Call): Promise<BuildingLineList> =>
  api.get<BuildingLineList>(`/communities/${part(communityId)}/buildings${queryOf(query)}`, call)

/** 可订阅的消息模板和本人的订阅情况 */
export const listConsents = (api: Api, call?: Call): Promise<ConsentList> =>
  api.get<ConsentList>('/consents', call)

/** 记录 wx.requestSubscribeMessage 的结果 */
export const recordConsents = (api: Api, body: ConsentResults, call?: Call): Promise<ConsentList> =>
  api.write<ConsentList>('POST', '/consents', call, body)

/** 一张张贴影像 */
export const downloadEvidencePhoto = (api: Api, evidenceId: string, call?: Call): Promise<string> =>
  api.download(`/evidence/${part(evidenceId)}/photo`, call)

/** 上传材料（照片或 PDF，不超过 10MB） */
export const uploadFile = (api: Api, filePath: string, call?: Call): Promise<FileView> =>
  api.upload<FileView>('/files', filePath, call)

/** 下载材料 */
export const downloadFile = (api: Api, fileId: string, call?: Call): Promise<string> =>
  api.download(`/files/${part(fileId)}`, call)

/** 维修资金分户账 */
export const getHomeFund = (api: Api, homeId: string, call?: Call): Promise<HomeFund> =>
  api.get<HomeFund>(`/homes/${part(homeId)}/fund`, call)

export interface ListHomeFundLinesQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 分户账明细 */
export const listHomeFundLines = (api: Api, homeId: string, query: ListHomeFundLinesQuery = {}, call?: Call): Promise<FundStatement> =>
  api.get<FundStatement>(`/homes/${part(homeId)}/fund/statement${queryOf(query)}`, call)

/** 可打印的分户账对账单（PDF） */
export const printHomeFund = (api: Api, homeId: string, call?: Call): Promise<string> =>
  api.download(`/homes/${part(homeId)}/fund/statement.pdf`, call)

/** 导出分户账明细（表格中没有公式） */
export const exportHomeFund = (api: Api, homeId: string, call?: Call): Promise<string> =>
  api.download(`/homes/${part(homeId)}/fund/statement.xlsx`, call)

/** 某年度分配到本户的法定利息及其计算过程 */
export const explainHomeInterest = (api: Api, homeId: string, year: string, call?: Call): Promise<HomeInterestExplained> =>
  api.get<HomeInterestExplained>(`/homes/${part(homeId)}/interest/${part(year)}`, call)

export interface ListMessagesQuery {
  unread?: boolean | undefined
  case_id?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 我的消息，从新到旧 */
export const listMessages = (api: Api, query: ListMessagesQuery = {}, call?: Call): Promise<MessageList> =>
  api.get<MessageList>(`/inbox${queryOf(query)}`, call)

/** 未读消息数 */
export const countUnreadMessages = (api: Api, call?: Call): Promise<UnreadCount> =>
  api.get<UnreadCount>('/inbox/count', call)

/** 全部标为已读 */
export const readAllMessages = (api: Api, call?: Call): Promise<UnreadCount> =>
  api.write<UnreadCount>('POST', '/inbox/read-all', call)

/** 标为已读 */
export const readMessage = (api: Api, messageId: string, call?: Call): Promise<UnreadCount> =>
  api.write<UnreadCount>('POST', `/inbox/${part(messageId)}/read`, call)

export interface ListInsurersQuery {
  available?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'code' | 'ending' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 入围保险机构名单 */
export const listInsurers = (api: Api, query: ListInsurersQuery = {}, call?: Call): Promise<InsurerList> =>
  api.get<InsurerList>(`/insurers${queryOf(query)}`, call)

export interface ListInsurersCsvQuery {
  available?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'code' | 'ending' | undefined
}

/** 入围保险机构导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listInsurersCsv = (api: Api, query: ListInsurersCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/insurers.csv${queryOf(query)}`, call)

export interface ListInsurersXlsxQuery {
  available?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'code' | 'ending' | undefined
}

/** 入围保险机构导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listInsurersXlsx = (api: Api, query: ListInsurersXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/insurers.xlsx${queryOf(query)}`, call)

/** 扫张贴码所见 */
export const getLobbyTask = (api: Api, token: string, call?: Call): Promise<LobbyTask> =>
  api.get<LobbyTask>(`/lobbies/${part(token)}`, call)

/** 上传张贴影像 */
export const postEvidence = (api: Api, token: string, filePath: string, call?: Call): Promise<EvidenceTaken> =>
  api.upload<EvidenceTaken>(`/lobbies/${part(token)}/evidence`, filePath, call)

/** 用 `wx.login` 的 `code` 登录 */
export const logIn = (api: Api, body: Login, call?: Call): Promise<LoggedIn> =>
  api.open<LoggedIn>('POST', '/login', call, body)

/** 退出登录，令牌立即作废 */
export const logOut = (api: Api, call?: Call): Promise<void> =>
  api.write<void>('POST', '/logout', call)

/** 本人的身份、房屋、授权和未读消息数 */
export const getMe = (api: Api, call?: Call): Promise<Me> =>
  api.get<Me>('/me', call)

export interface ListMyObjectionsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 本人提出的全部反对意见及办理结果 */
export const listMyObjections = (api: Api, query: ListMyObjectionsQuery = {}, call?: Call): Promise<ObjectionList> =>
  api.get<ObjectionList>(`/me/objections${queryOf(query)}`, call)

/** 保存微信核验的手机号 */
export const setPhone = (api: Api, body: PhoneCode, call?: Call): Promise<PhoneView> =>
  api.secret<PhoneView>('POST', '/me/phone', call, body)

/** 一份反对意见及其办理结果，仅提出人和中心可见 */
export const getObjection = (api: Api, objectionId: string, call?: Call): Promise<ObjectionView> =>
  api.get<ObjectionView>(`/objections/${part(objectionId)}`, call)

/** 对不成立的认定申请复核一次，由另一名复核人办理 */
export const askReview = (api: Api, objectionId: string, body: ObjectionReviewRequest, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/review`, call, body)

/** 撤回本人的反对意见 */
export const withdrawObjection = (api: Api, objectionId: string, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/withdrawal`, call)

/** 委托人撤回、受托人辞去，或者工作人员写明理由终止委托 */
export const endProxy = (api: Api, proxyId: string, body: ProxyEnding, call?: Call): Promise<ProxyView> =>
  api.write<ProxyView>('POST', `/proxies/${part(proxyId)}/ending`, call, body)

export interface ListPublicYearSettlementsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 已结账年度归集了哪些结息，无需登录 */
export const listPublicYearSettlements = (api: Api, year: string, query: ListPublicYearSettlementsQuery = {}, call?: Call): Promise<YearSettlementList> =>
  api.open<YearSettlementList>('GET', `/public/accounting-years/${part(year)}/deposits${queryOf(query)}`, call)

/** 某年度归集的公布数据，可用公布的脚本复算 */
export const exportPublicYear = (api: Api, year: string, call?: Call): Promise<string> =>
  api.download(`/public/accounting-years/${part(year)}/export.zip`, call, true)

export interface ListPublicBenchmarkRatesQuery {
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 基准利率表及其依据，按起始日最新在前 */
export const listPublicBenchmarkRates = (api: Api, query: ListPublicBenchmarkRatesQuery = {}, call?: Call): Promise<PublicBenchmarkRateList> =>
  api.open<PublicBenchmarkRateList>('GET', `/public/benchmark-rates${queryOf(query)}`, call)

export interface ProveLogConsistencyQuery {
  old: number
  new?: number | undefined
}

/** 一致性证明 */
export const proveLogConsistency = (api: Api, query: ProveLogConsistencyQuery, call?: Call): Promise<LogConsistencyProof> =>
  api.open<LogConsistencyProof>('GET', `/public/log/consistency${queryOf(query)}`, call)

/** 防篡改日志的最新树根 */
export const getLogHead = (api: Api, call?: Call): Promise<LogHead> =>
  api.open<LogHead>('GET', '/public/log/head', call)

export interface ListLogHeadsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 历次公布的树根，最新在前 */
export const listLogHeads = (api: Api, query: ListLogHeadsQuery = {}, call?: Call): Promise<LogHeadList> =>
  api.open<LogHeadList>('GET', `/public/log/heads${queryOf(query)}`, call)

export interface ProveLogInclusionQuery {
  size?: number | undefined
}

/** 包含证明 */
export const proveLogInclusion = (api: Api, eventId: string, query: ProveLogInclusionQuery = {}, call?: Call): Promise<LogInclusionProof> =>
  api.open<LogInclusionProof>('GET', `/public/log/inclusion/${part(eventId)}${queryOf(query)}`, call)

export interface ListPublicNoticesQuery {
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  running?: boolean | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 公示列表，由新到旧，无需登录 */
export const listPublicNotices = (api: Api, query: ListPublicNoticesQuery = {}, call?: Call): Promise<PublicNoticeList> =>
  api.open<PublicNoticeList>('GET', `/public/notices${queryOf(query)}`, call)

/** 公示全文和当前状态，无需登录 */
export const getPublicNotice = (api: Api, token: string, call?: Call): Promise<PublicNoticeView> =>
  api.open<PublicNoticeView>('GET', `/public/notices/${part(token)}`, call)

/** 查验纸质公示 */
export const checkNoticePaper = (api: Api, code: string, call?: Call): Promise<PaperCheck> =>
  api.open<PaperCheck>('GET', `/public/papers/${part(code)}`, call)

export interface ListPublicParametersQuery {
  community_id?: string | undefined
}

/** 现行政策参数及默认值 */
export const listPublicParameters = (api: Api, query: ListPublicParametersQuery = {}, call?: Call): Promise<ParameterTable> =>
  api.open<ParameterTable>('GET', `/public/parameters${queryOf(query)}`, call)

export interface ListPublicParameterVersionsQuery {
  community_id?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 政策参数的历次版本、依据和改动，最新在前 */
export const listPublicParameterVersions = (api: Api, query: ListPublicParameterVersionsQuery = {}, call?: Call): Promise<ParameterVersionList> =>
  api.open<ParameterVersionList>('GET', `/public/parameters/versions${queryOf(query)}`, call)

export interface ListPublicPayoutsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 已拨付的保费，由新到旧，合计与账簿一致，无需登录 */
export const listPublicPayouts = (api: Api, query: ListPublicPayoutsQuery = {}, call?: Call): Promise<PublicPayoutList> =>
  api.open<PublicPayoutList>('GET', `/public/payouts${queryOf(query)}`, call)

export interface ListPublicPlacementRoundsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 已定标的竞争性存放 */
export const listPublicPlacementRounds = (api: Api, query: ListPublicPlacementRoundsQuery = {}, call?: Call): Promise<PublicPlacementRoundList> =>
  api.open<PublicPlacementRoundList>('GET', `/public/placement-rounds${queryOf(query)}`, call)

/** 改革总体情况，无需登录 */
export const getPublicProgramme = (api: Api, call?: Call): Promise<PublicProgramme> =>
  api.open<PublicProgramme>('GET', '/public/programme', call)

export interface ListPublicRegistrationsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 已登记备案的办件，由新到旧，无需登录 */
export const listPublicRegistrations = (api: Api, query: ListPublicRegistrationsQuery = {}, call?: Call): Promise<PublicRegistrationList> =>
  api.open<PublicRegistrationList>('GET', `/public/registrations${queryOf(query)}`, call)

export interface ListPublicScopesQuery {
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 各楼栋单元统筹账户余额，无需登录 */
export const listPublicScopes = (api: Api, query: ListPublicScopesQuery = {}, call?: Call): Promise<PublicAccountList> =>
  api.open<PublicAccountList>('GET', `/public/scopes${queryOf(query)}`, call)

export interface GetPublicScopeQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 一个统筹账户的余额、资金来源、收支明细和相关公示，无需登录 */
export const getPublicScope = (api: Api, scopeId: string, query: GetPublicScopeQuery = {}, call?: Call): Promise<PublicAccount> =>
  api.open<PublicAccount>('GET', `/public/scopes/${part(scopeId)}${queryOf(query)}`, call)

export interface ListPublicVotesQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 某幢或单元的历次业主表决，从新到旧 */
export const listPublicVotes = (api: Api, scopeId: string, query: ListPublicVotesQuery = {}, call?: Call): Promise<PublicVoteList> =>
  api.open<PublicVoteList>('GET', `/public/scopes/${part(scopeId)}/votes${queryOf(query)}`, call)

/** 业主表决 */
export const getPublicVote = (api: Api, token: string, call?: Call): Promise<PublicVote> =>
  api.open<PublicVote>('GET', `/public/votes/${part(token)}`, call)

/** 计票记录（公开版），任何人可下载并用复算脚本重新计票 */
export const downloadPublicVoteRecord = (api: Api, token: string, call?: Call): Promise<string> =>
  api.download(`/public/votes/${part(token)}/record.json`, call, true)

export interface ListYearlyReportsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 各年度增值收益报告，最新年度在前，无需登录 */
export const listYearlyReports = (api: Api, query: ListYearlyReportsQuery = {}, call?: Call): Promise<ReportVersionList> =>
  api.open<ReportVersionList>('GET', `/public/yearly-reports${queryOf(query)}`, call)

export interface GetYearlyReportQuery {
  version?: number | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 某年度增值收益报告 */
export const getYearlyReport = (api: Api, year: string, query: GetYearlyReportQuery = {}, call?: Call): Promise<YearlyReport> =>
  api.open<YearlyReport>('GET', `/public/yearly-reports/${part(year)}${queryOf(query)}`, call)

export interface DownloadYearlyReportQuery {
  version?: number | undefined
}

/** 下载年度报告全文 */
export const downloadYearlyReport = (api: Api, year: string, query: DownloadYearlyReportQuery = {}, call?: Call): Promise<string> =>
  api.download(`/public/yearly-reports/${part(year)}/report.json${queryOf(query)}`, call, true)

export interface ExportYearlyReportQuery {
  version?: number | undefined
}

/** 下载年度报告的表格（没有公式） */
export const exportYearlyReport = (api: Api, year: string, query: ExportYearlyReportQuery = {}, call?: Call): Promise<string> =>
  api.download(`/public/yearly-reports/${part(year)}/report.xlsx${queryOf(query)}`, call, true)

export interface ListRepresentativesQuery {
  home_id?: string | undefined
  state?: '' | 'draft' | 'ended' | 'live' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 共有人推举代表的登记，含待核对和已终止的 */
export const listRepresentatives = (api: Api, query: ListRepresentativesQuery = {}, call?: Call): Promise<RepresentativeList> =>
  api.get<RepresentativeList>(`/representatives${queryOf(query)}`, call)

export interface ListRepresentativesCsvQuery {
  home_id?: string | undefined
  state?: '' | 'draft' | 'ended' | 'live' | undefined
}

/** 共有人推举代表导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listRepresentativesCsv = (api: Api, query: ListRepresentativesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/representatives.csv${queryOf(query)}`, call)

export interface ListRepresentativesXlsxQuery {
  home_id?: string | undefined
  state?: '' | 'draft' | 'ended' | 'live' | undefined
}

/** 共有人推举代表导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listRepresentativesXlsx = (api: Api, query: ListRepresentativesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/representatives.xlsx${queryOf(query)}`, call)

/** 任一共有人撤回推举，或者工作人员写明理由终止 */
export const endRepresentative = (api: Api, representativeId: string, body: RepresentativeEnding, call?: Call): Promise<RepresentativeView> =>
  api.write<RepresentativeView>('POST', `/representatives/${part(representativeId)}/ending`, call, body)

export interface ListScopesQuery {
  community_id?: string | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 本人可查看的楼栋、单元及其统筹账户余额 */
export const listScopes = (api: Api, query: ListScopesQuery = {}, call?: Call): Promise<ScopeLineList> =>
  api.get<ScopeLineList>(`/scopes${queryOf(query)}`, call)

export interface ListScopesCsvQuery {
  community_id?: string | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 统筹账户余额导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listScopesCsv = (api: Api, query: ListScopesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/scopes.csv${queryOf(query)}`, call)

export interface ListScopesXlsxQuery {
  community_id?: string | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 统筹账户余额导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listScopesXlsx = (api: Api, query: ListScopesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/scopes.xlsx${queryOf(query)}`, call)

/** 统筹账户余额 */
export const getScopeBalance = (api: Api, scopeId: string, call?: Call): Promise<ScopeBalanceView> =>
  api.get<ScopeBalanceView>(`/scopes/${part(scopeId)}/balance`, call)

/** 服务于该楼栋（单元）的电梯 */
export const listScopeElevators = (api: Api, scopeId: string, call?: Call): Promise<ScopeElevators> =>
  api.get<ScopeElevators>(`/scopes/${part(scopeId)}/elevators`, call)

export interface ListScopeHoldsQuery {
  state?: '' | 'captured' | 'open' | 'released' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 哪些办件冻结或支用了统筹账户的资金 */
export const listScopeHolds = (api: Api, scopeId: string, query: ListScopeHoldsQuery = {}, call?: Call): Promise<HoldLineList> =>
  api.get<HoldLineList>(`/scopes/${part(scopeId)}/holds${queryOf(query)}`, call)

export interface ListScopeIncomeQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 统筹账户历年归集的增值收益，及未到期存款的预估（不可支用） */
export const listScopeIncome = (api: Api, scopeId: string, query: ListScopeIncomeQuery = {}, call?: Call): Promise<ScopeIncome> =>
  api.get<ScopeIncome>(`/scopes/${part(scopeId)}/income${queryOf(query)}`, call)

export interface ExplainScopeIncomeQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 某年度归集的逐笔说明 */
export const explainScopeIncome = (api: Api, scopeId: string, year: string, query: ExplainScopeIncomeQuery = {}, call?: Call): Promise<IncomeExplained> =>
  api.get<IncomeExplained>(`/scopes/${part(scopeId)}/income/${part(year)}${queryOf(query)}`, call)

/** 打印某年度增值收益的计算说明（A4） */
export const printScopeIncome = (api: Api, scopeId: string, year: string, call?: Call): Promise<string> =>
  api.download(`/scopes/${part(scopeId)}/income/${part(year)}/explanation.pdf`, call)

export interface ListScopeLinesQuery {
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

/** 统筹账户收支明细，最新在前，每笔附当时余额与所属办件 */
export const listScopeLines = (api: Api, scopeId: string, query: ListScopeLinesQuery = {}, call?: Call): Promise<AccountStatementLineList> =>
  api.get<AccountStatementLineList>(`/scopes/${part(scopeId)}/statement${queryOf(query)}`, call)

export interface PrintScopeStatementQuery {
  year: number
}

/** 打印统筹账户一年的对账单（A4） */
export const printScopeStatement = (api: Api, scopeId: string, query: PrintScopeStatementQuery, call?: Call): Promise<string> =>
  api.download(`/scopes/${part(scopeId)}/statement.pdf${queryOf(query)}`, call)

export interface ExportScopeStatementQuery {
  year: number
}

/** 导出统筹账户一年的收支明细 */
export const exportScopeStatement = (api: Api, scopeId: string, query: ExportScopeStatementQuery, call?: Call): Promise<string> =>
  api.download(`/scopes/${part(scopeId)}/statement.xlsx${queryOf(query)}`, call)

export interface ListSessionsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 本人当前有效的登录，便于让遗失的手机退出 */
export const listSessions = (api: Api, query: ListSessionsQuery = {}, call?: Call): Promise<SessionList> =>
  api.get<SessionList>(`/sessions${queryOf(query)}`, call)

/** 让本人的某次登录失效 */
export const endSession = (api: Api, sessionId: string, call?: Call): Promise<void> =>
  api.write<void>('DELETE', `/sessions/${part(sessionId)}`, call)

export interface ListSpecialAccountsQuery {
  kind?: '' | 'independent' | 'scope' | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 电梯保险专户 */
export const listSpecialAccounts = (api: Api, query: ListSpecialAccountsQuery = {}, call?: Call): Promise<SpecialAccountList> =>
  api.get<SpecialAccountList>(`/special-accounts${queryOf(query)}`, call)

export interface ListSpecialAccountsCsvQuery {
  kind?: '' | 'independent' | 'scope' | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 电梯保险专户导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listSpecialAccountsCsv = (api: Api, query: ListSpecialAccountsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/special-accounts.csv${queryOf(query)}`, call)

export interface ListSpecialAccountsXlsxQuery {
  kind?: '' | 'independent' | 'scope' | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 电梯保险专户导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listSpecialAccountsXlsx = (api: Api, query: ListSpecialAccountsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/special-accounts.xlsx${queryOf(query)}`, call)

/** 电梯保险专户详情 */
export const getSpecialAccount = (api: Api, accountId: string, call?: Call): Promise<SpecialAccountView> =>
  api.get<SpecialAccountView>(`/special-accounts/${part(accountId)}`, call)

export interface ListSpecialRefundsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 专户的退款，最新在前 */
export const listSpecialRefunds = (api: Api, accountId: string, query: ListSpecialRefundsQuery = {}, call?: Call): Promise<SpecialRefundList> =>
  api.get<SpecialRefundList>(`/special-accounts/${part(accountId)}/refunds${queryOf(query)}`, call)

/** 专户退款导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listSpecialRefundsCsv = (api: Api, accountId: string, call?: Call): Promise<string> =>
  api.download(`/special-accounts/${part(accountId)}/refunds.csv`, call)

/** 专户退款导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listSpecialRefundsXlsx = (api: Api, accountId: string, call?: Call): Promise<string> =>
  api.download(`/special-accounts/${part(accountId)}/refunds.xlsx`, call)

export interface ListSpecialAccountLinesQuery {
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

/** 电梯保险专户收支明细，最新在前，每笔附当时余额与所属办件 */
export const listSpecialAccountLines = (api: Api, accountId: string, query: ListSpecialAccountLinesQuery = {}, call?: Call): Promise<AccountStatementLineList> =>
  api.get<AccountStatementLineList>(`/special-accounts/${part(accountId)}/statement${queryOf(query)}`, call)

export interface ListVotesQuery {
  state?: '' | 'counted' | 'open' | 'void' | undefined
  community_id?: string | undefined
  mine?: boolean | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 可见的表决列表，从新到旧 */
export const listVotes = (api: Api, query: ListVotesQuery = {}, call?: Call): Promise<VoteList> =>
  api.get<VoteList>(`/votes${queryOf(query)}`, call)

export interface ListVotesCsvQuery {
  state?: '' | 'counted' | 'open' | 'void' | undefined
  community_id?: string | undefined
  mine?: boolean | undefined
}

/** 业主表决导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listVotesCsv = (api: Api, query: ListVotesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes.csv${queryOf(query)}`, call)

export interface ListVotesXlsxQuery {
  state?: '' | 'counted' | 'open' | 'void' | undefined
  community_id?: string | undefined
  mine?: boolean | undefined
}

/** 业主表决导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listVotesXlsx = (api: Api, query: ListVotesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes.xlsx${queryOf(query)}`, call)

/** 表决详情 */
export const getVote = (api: Api, voteId: string, call?: Call): Promise<VoteView> =>
  api.get<VoteView>(`/votes/${part(voteId)}`, call)

/** 投票 */
export const castBallot = (api: Api, voteId: string, body: BallotPaper, call?: Call): Promise<BallotReceipts> =>
  api.write<BallotReceipts>('POST', `/votes/${part(voteId)}/ballots`, call, body)

export interface ProveVoteInclusionQuery {
  receipt?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: number | undefined
  /** 每页条数 */
  limit?: number | undefined
}

/** 凭回执（或为本人的房屋）取得选票在计票记录中的证明，可与张贴的记录指纹核对 */
export const proveVoteInclusion = (api: Api, voteId: string, query: ProveVoteInclusionQuery = {}, call?: Call): Promise<VoteInclusion> =>
  api.get<VoteInclusion>(`/votes/${part(voteId)}/inclusion${queryOf(query)}`, call)

export interface PrintVotePosterQuery {
  size?: 'A3' | 'A4' | undefined
  dpi?: number | undefined
  page?: number | undefined
}

/** 业主表决公告（PDF），张贴于楼栋、单元 */
export const printVotePoster = (api: Api, voteId: string, query: PrintVotePosterQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/poster.pdf${queryOf(query)}`, call)

export interface DrawVotePosterQuery {
  size?: 'A3' | 'A4' | undefined
  dpi?: number | undefined
  page?: number | undefined
}

/** 业主表决公告的一页（PNG） */
export const drawVotePoster = (api: Api, voteId: string, query: DrawVotePosterQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/poster.png${queryOf(query)}`, call)

export interface ListProxiesQuery {
  state?: '' | 'draft' | 'ended' | 'live' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 本次表决的委托 */
export const listProxies = (api: Api, voteId: string, query: ListProxiesQuery = {}, call?: Call): Promise<ProxyList> =>
  api.get<ProxyList>(`/votes/${part(voteId)}/proxies${queryOf(query)}`, call)

export interface ListProxiesCsvQuery {
  state?: '' | 'draft' | 'ended' | 'live' | undefined
}

/** 书面委托导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listProxiesCsv = (api: Api, voteId: string, query: ListProxiesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/proxies.csv${queryOf(query)}`, call)

export interface ListProxiesXlsxQuery {
  state?: '' | 'draft' | 'ended' | 'live' | undefined
}

/** 书面委托导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listProxiesXlsx = (api: Api, voteId: string, query: ListProxiesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/proxies.xlsx${queryOf(query)}`, call)

/** 计票记录 */
export const downloadVoteRecord = (api: Api, voteId: string, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/record`, call)

export interface PrintVoteResultQuery {
  size?: 'A3' | 'A4' | undefined
}

/** 业主表决结果（PDF），计票后张贴 */
export const printVoteResult = (api: Api, voteId: string, query: PrintVoteResultQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/result.pdf${queryOf(query)}`, call)

/** 表决事项的送达情况及其是否影响计票 */
export const getVoteService = (api: Api, voteId: string, call?: Call): Promise<ServiceView> =>
  api.get<ServiceView>(`/votes/${part(voteId)}/service`, call)

/** 登记表决事项已送达的房屋和送达凭证 */
export const proveService = (api: Api, voteId: string, body: ServiceProof, call?: Call): Promise<ServiceView> =>
  api.write<ServiceView>('POST', `/votes/${part(voteId)}/service`, call, body)

export interface ListServedHomesQuery {
  unserved?: boolean | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 逐户的送达情况，按房屋编号排列 */
export const listServedHomes = (api: Api, voteId: string, query: ListServedHomesQuery = {}, call?: Call): Promise<ServedHomeList> =>
  api.get<ServedHomeList>(`/votes/${part(voteId)}/service/homes${queryOf(query)}`, call)

export interface ListServedHomesCsvQuery {
  unserved?: boolean | undefined
}

/** 送达情况导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listServedHomesCsv = (api: Api, voteId: string, query: ListServedHomesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/service/homes.csv${queryOf(query)}`, call)

export interface ListServedHomesXlsxQuery {
  unserved?: boolean | undefined
}

/** 送达情况导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listServedHomesXlsx = (api: Api, voteId: string, query: ListServedHomesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/service/homes.xlsx${queryOf(query)}`, call)

/** 各接口可能的拒绝：isRefused<Refusals['函数名']>(error)。 */
export interface Refusals {
  listAppointments: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  askAppointment: 'BadTerm' | 'ClaimPending' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listAppointmentsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listAppointmentsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  endAppointment: 'AlreadyDecided' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listBindingClaims: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  claimHome: 'AlreadyBound' | 'ClaimPending' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listBindingClaimsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBindingClaimsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  withdrawBindingClaim: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBindings: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  bindHome: 'AlreadyBound' | 'IdentityMismatch' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'OtherIdentity' | 'PapersMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  leaveHome: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listHomes: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBuildingScopeSwitches: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listCalendarDays: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listCases: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  applyForInsurance: 'ElevatorTaken' | 'EvidenceMissing' | 'InsurerUnavailable' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NoAuthorisation' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotRenewable' | 'NotYourScope' | 'ReasonMissing' | 'SumsDiffer' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongElevators' | 'WrongFlow' | 'WrongPeriod'
  listCasesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listCasesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getCase: 'CaseNotFound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getCollection: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NothingOwed' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  exportCollection: 'CaseNotFound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NothingOwed' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getCaseConditions: 'CaseNotFound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  signContract: 'CaseNotFound' | 'ContractTooLarge' | 'ElevatorCovered' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotApplicant' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongPeriod'
  correctCase: 'CaseNotFound' | 'CorrectionOver' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotApplicant' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'SumsDiffer' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongElevators' | 'WrongFlow' | 'WrongPeriod'
  listDocuments: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  flagEmergency: 'AlreadyUrgent' | 'CaseNotFound' | 'EvidenceMissing' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listEvidence: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listEvidenceCsv: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listEvidenceXlsx: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listLobbies: 'CaseNotFound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listCaseObjections: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  fileObjection: 'CaseNotFound' | 'EmptyText' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'ObjectionPending' | 'RefiledTooOften' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  requestPayout: 'CaseNotFound' | 'CorrectionOver' | 'InvoiceUsed' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotApplicant' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'PapersMissing' | 'SumsDiffer' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  printPoster: 'CaseNotFound' | 'LobbyUnknown' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  drawPoster: 'CaseNotFound' | 'LobbyUnknown' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getShareProposal: 'CaseNotFound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NothingOwed' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proposeShares: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotApplicant' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'NothingOwed' | 'SharesDiffer' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongFlow'
  signCase: 'AlreadySigned' | 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'SigningOver' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  withdrawSignature: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotSigned' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listTimeline: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listCaseVotes: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  withdrawCase: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotApplicant' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listCommunities: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBuildings: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listConsents: 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  recordConsents: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  downloadEvidencePhoto: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  uploadFile: 'FileKindNotTaken' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'PhotoKindNotTaken' | 'PhotoTooLarge' | 'PhotoUnreadable' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  downloadFile: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getHomeFund: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listHomeFundLines: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  printHomeFund: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooManyRows'
  exportHomeFund: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  explainHomeInterest: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listMessages: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  countUnreadMessages: 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  readAllMessages: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  readMessage: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listInsurers: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listInsurersCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listInsurersXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getLobbyTask: 'LobbyUnknown' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  postEvidence: 'KeyMissing' | 'KeyReused' | 'LobbyPosted' | 'LobbyUnknown' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'PhotoKindNotTaken' | 'PhotoOfOther' | 'PhotoTooLarge' | 'PhotoUnreadable' | 'PhotoUsed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  logIn: 'KeyMissing' | 'KeyReused' | 'LoginFailed' | 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WechatUnavailable'
  logOut: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getMe: 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listMyObjections: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  setPhone: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'PhoneRefused' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WechatUnavailable'
  getObjection: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  askReview: 'EmptyText' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'ObjectionPending' | 'ReviewUsed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  withdrawObjection: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ObjectionClosed' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  endProxy: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoteNotOpen'
  listPublicYearSettlements: 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  exportPublicYear: 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPublicBenchmarkRates: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proveLogConsistency: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'UnknownTreeSize'
  getLogHead: 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listLogHeads: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proveLogInclusion: 'EventNotFound' | 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'NotYetSealed' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'UnknownTreeSize'
  listPublicNotices: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getPublicNotice: 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  checkNoticePaper: 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPublicParameters: 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPublicParameterVersions: 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPublicPayouts: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPublicPlacementRounds: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getPublicProgramme: 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPublicRegistrations: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPublicScopes: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getPublicScope: 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPublicVotes: 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getPublicVote: 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  downloadPublicVoteRecord: 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteRunning'
  listYearlyReports: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getYearlyReport: 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  downloadYearlyReport: 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  exportYearlyReport: 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listRepresentatives: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listRepresentativesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listRepresentativesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  endRepresentative: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listScopes: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listScopesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listScopesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getScopeBalance: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listScopeElevators: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listScopeHolds: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listScopeIncome: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  explainScopeIncome: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  printScopeIncome: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooManyRows'
  listScopeLines: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  printScopeStatement: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooManyRows'
  exportScopeStatement: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooManyRows'
  listSessions: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  endSession: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSpecialAccounts: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSpecialAccountsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSpecialAccountsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getSpecialAccount: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSpecialRefunds: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSpecialRefundsCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSpecialRefundsXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSpecialAccountLines: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listVotes: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listVotesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listVotesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getVote: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  castBallot: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NoVoice' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotRepresentative' | 'OtherChannel' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteNotOpen'
  proveVoteInclusion: 'BallotNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteRunning'
  printVotePoster: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  drawVotePoster: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  listProxies: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  listProxiesCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  listProxiesXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  downloadVoteRecord: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteRunning'
  printVoteResult: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteRunning'
  getVoteService: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  proveService: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteNotOpen'
  listServedHomes: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  listServedHomesCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  listServedHomesXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
}
