// 由 python -m server spec 生成，请勿手工修改。用法见 docs/clients.md。
// 业主、业委会、物业、独立产权人和公众的接口。

import { part, queryOf } from './core'
import type { Api, Call } from './core'

/** 见 errors.json；Unreadable 是客户端给的：答复不是服务器写的。 */
export type ErrorCode =
  | 'AccountNotFound'
  | 'AccountWaits'
  | 'AdviceInconsistent'
  | 'AdviceUsed'
  | 'AlreadyBound'
  | 'AlreadyDecided'
  | 'AlreadyMatched'
  | 'AlreadyReported'
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
  | 'CalendarUnknown'
  | 'CaseNotFound'
  | 'CertificateOutdated'
  | 'ChangeNotOpen'
  | 'ChangePending'
  | 'ClaimPending'
  | 'CodeTaken'
  | 'ConditionsUnmet'
  | 'ConsentMissing'
  | 'ContractTooLarge'
  | 'CorrectionDiffers'
  | 'CorrectionOver'
  | 'DepositNotRunning'
  | 'DifferencesUnexplained'
  | 'DuplicateReference'
  | 'ElevatorCovered'
  | 'ElevatorTaken'
  | 'EmployeeDiffers'
  | 'EmptyText'
  | 'EndingWaits'
  | 'EntryNotOpen'
  | 'EventNotFound'
  | 'EvidenceMissing'
  | 'FaceNotVerified'
  | 'FileKindNotTaken'
  | 'FileSealed'
  | 'FormNotOurs'
  | 'FreshCodeNeeded'
  | 'FundLinesWrong'
  | 'HeadInconsistent'
  | 'HoldClosed'
  | 'HoldExceeded'
  | 'HoldMismatch'
  | 'HoldNotFound'
  | 'HomeNotBound'
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
  | 'LobbyForManager'
  | 'LobbyPosted'
  | 'LobbyUnknown'
  | 'LoginElsewhere'
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
  | 'NotAWitness'
  | 'NotAllowed'
  | 'NotAllowedNow'
  | 'NotApplicant'
  | 'NotFound'
  | 'NotInRoll'
  | 'NotLoggedIn'
  | 'NotRenewable'
  | 'NotRepresentative'
  | 'NotScrapped'
  | 'NotServed'
  | 'NotShortened'
  | 'NotSigned'
  | 'NotUrgent'
  | 'NotYetDue'
  | 'NotYetSealed'
  | 'NotYourScope'
  | 'NothingHeld'
  | 'NothingOwed'
  | 'NothingToDistribute'
  | 'NothingToReplace'
  | 'NoticeChanged'
  | 'NoticeRunning'
  | 'ObjectionClosed'
  | 'ObjectionPending'
  | 'OfferRefused'
  | 'OpeningsShut'
  | 'OtherChannel'
  | 'OtherIdentity'
  | 'OtherLogin'
  | 'PaperErased'
  | 'PaperLate'
  | 'PaperTwice'
  | 'PapersMissing'
  | 'ParameterWrong'
  | 'ParametersMoved'
  | 'PayeeUnconfirmed'
  | 'PayeeWaits'
  | 'PhoneRefused'
  | 'PhotoKindNotTaken'
  | 'PhotoOfOther'
  | 'PhotoTooLarge'
  | 'PhotoUnreadable'
  | 'PolicyNumberUsed'
  | 'ProtectedMoney'
  | 'ProxyRefused'
  | 'PushForged'
  | 'RateTaken'
  | 'ReadingsDiffer'
  | 'ReasonMissing'
  | 'RecordMoved'
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
  | 'SignatureWrong'
  | 'SigningOver'
  | 'StatementNotReady'
  | 'StatementOverlaps'
  | 'StillInOffice'
  | 'SumsDiffer'
  | 'TemporarilyUnavailable'
  | 'TooLarge'
  | 'TooManyAttempts'
  | 'TooManyRows'
  | 'TooMuch'
  | 'TooSlow'
  | 'UnbalancedJournal'
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
  | 'WrongPremium'
  | 'WrongRoles'
  | 'WrongTerms'
  | 'YearNotReady'
  | 'YearShut'
  | 'Unreadable'

/** 删除账户时删什么、依法留什么；还没有删除的 `erased_at` 为空。 */
export interface AccountErasure {
  /** 删除的内容 */
  erased: (string)[]
  /** 依法保留的内容 */
  kept: (KeptRecord)[]
  /** 删除时间 */
  erased_at: string | null
}

/** 账户的一笔收支，正数为收入，负数为支出，单位：分；`reference` 指明由什么产生。 */
export interface AccountStatementLine {
  /** 明细标识 */
  line_id: string
  /** 序号：从 1 起，最早的一笔为 1 */
  position: number
  /** 类别 */
  kind: JournalKind
  /** 类别：可直接显示 */
  kind_title: string
  /** 金额：正为收入，负为支出。单位：分 */
  amount_fen: number
  /** 余额：这一笔之后的余额。单位：分 */
  balance_after_fen: number
  /** 生效日期：银行办理的日期 */
  effective_on: string
  /** 记账时间 */
  recorded_at: string
  /** 摘要 */
  memo: string
  /** 记账编号 */
  reference: string
  /** 办件标识 */
  case_id: string | null
  /** 办件编号 */
  case_number: string | null
  /** 收款方：不是支付的为空 */
  payee: string | null
  /** 被冲销的凭证：记账凭证标识；不是冲销的为空 */
  reverses: string | null
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface AccountStatementLineList {
  /** 本页内容 */
  items: (AccountStatementLine)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 约定由一户承担的金额，单位：分。 */
export interface AgreedShare {
  /** 房屋标识 */
  home_id: string
  /** 分摊金额：单位：分 */
  amount_fen: number
}

/** 为一幢楼或一个单元指定的电梯申请投保一个年度。 `flow` 决定由什么钱支付；`renews` 是以其专户续付一年的原办件；`policy` 是业主已直接投保、只需登记备案的保险单。 */
export interface Application {
  /** 楼栋或单元标识：统筹账户按它记账，申请也按它提出 */
  scope_id: string
  /** 电梯 */
  elevator_ids: (string)[]
  /** 保险机构标识 */
  insurer_id: string
  /** 办理方式：谁的钱支付保费 */
  flow?: 'added' | 'direct' | 'household' | 'independent' | 'pooled' | undefined
  /** 申请主体：谁以什么身份提出，R5.1 */
  applicant?: 'committee' | 'independent' | 'manager' | 'signers' | undefined
  /** 续保的办件：续保时填上一年的办件，由其专户再付一年 */
  renews?: string | null | undefined
  /** 保险单：直接投保必填，其他方式不填 */
  policy?: DirectPolicy | null | undefined
  /** 授权书文件：业主委员会或物业提出申请时的书面授权 */
  authorisation_file_id?: string | null | undefined
  /** 紧急：情况紧急的优先办理 */
  urgent?: boolean | undefined
  /** 紧急情形 */
  urgent_kind?: 'trapped' | 'unsafe' | undefined
  /** 紧急情况说明：紧急办件必填 */
  urgent_reason?: string | undefined
  /** 紧急情况材料 */
  urgent_file_ids?: (string)[] | undefined
}

/** 授权材料：本人姓名、代表哪个小区的哪个单位、以什么文件、起止日期（含末日）。 */
export interface AppointmentBody {
  /** 小区标识 */
  community_id: string
  /** 身份 */
  role: 'committee' | 'independent' | 'manager'
  /** 名称 */
  name: string
  /** 所代表的单位：业主委员会、物业服务企业或独立产权人的名称 */
  body_name: string
  /** 授权书文件 */
  file_id: string
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
  to_on: string
}

/** 授权终止的理由；本人可以不写，中心须写明。 */
export interface AppointmentEnding {
  /** 理由：本人终止的可以不写 */
  reason?: string | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface AppointmentList {
  /** 本页内容 */
  items: (AppointmentView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一份授权。`name` 为本人填报的姓名，`manager_name` 为名册中该小区的物业服务企业，`phone` 为本人电话（已脱敏），都供经办人与所附文件比对；物业填报的单位与名册不同的，`body_differs` 为真。所代表的单位名册没有记载的，`two_people` 为真，须第二人复核。 */
export interface AppointmentView {
  /** 标识 */
  id: string
  /** 本人标识：微信用户在本系统的标识 */
  person_id: string
  /** 名称 */
  name: string
  /** 手机号：隐去中间各位；未知为空 */
  phone: string
  /** 小区标识 */
  community_id: string
  /** 小区 */
  community: string
  /** 物业服务企业：名册登记的名称；没有的为空 */
  manager_name: string
  /** 身份 */
  role: 'committee' | 'independent' | 'manager'
  /** 所代表的单位：业主委员会、物业服务企业或独立产权人的名称 */
  body_name: string
  /** 单位与名册不同：只对物业服务企业比对 */
  body_differs: boolean
  /** 须两人审核 */
  two_people: boolean
  /** 授权书文件 */
  file: StoredFile
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
  to_on: string
  /** 状态 */
  state: 'approved' | 'ended' | 'open' | 'proposed' | 'refused' | 'withdrawn'
  /** 理由 */
  reason: string
  /** 提交时间 */
  created_at: string
  /** 决定时间：尚未决定的为空 */
  decided_at: string | null
  /** 终止时间：没有终止的为空 */
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
  /** 说明：可直接显示 */
  words: string
  /** 金额：单位：分 */
  amount_fen: number
}

/** 全部分户余额合计不变的一段日期，含首日不含末日；`product` 为积数（分×天）。 */
export interface BalanceStretch {
  /** 起始日：含当日 */
  from_on: string
  /** 终止日：不含当日 */
  to_on: string
  /** 天数：算头不算尾 */
  days: number
  /** 余额：单位：分 */
  balance_fen: number
  /** 积数：单位：分·天 */
  product: string
}

/** 表决意见，以及为哪些房屋表决；不指明的，为本人代表的全部房屋。 */
export interface BallotPaper {
  /** 表态 */
  choice: 'abstain' | 'against' | 'agree'
  /** 房屋标识：不给即本人可代表的全部房屋 */
  home_ids?: (string)[] | null | undefined
}

/** 表决票已投入票箱的回执；计票后，公布的记录中可以查到 `receipt`。`state` 为：有效；共有人意见不一而有争议（R2.3）；与共有人此前的意见相同；或被后来更快到达的一票取代。 */
export interface BallotReceipt {
  /** 选票标识 */
  ballot_id: string
  /** 房屋标识 */
  home_id: string
  /** 回执：计票后凭它在公布的记录中查到自己的选票 */
  receipt: string
  /** 投票时间 */
  cast_at: string
  /** 状态 */
  state: 'concurring' | 'contested' | 'replaced' | 'second' | 'valid'
}

/** 每户、每名被代表的业主各一份回执。 */
export interface BallotReceipts {
  /** 表决标识 */
  vote_id: string
  /** 回执 */
  items: (BallotReceipt)[]
  /** 日志树首：出具时最近封存的，留存它即可在 `/log` 核对日志；封存以前为空 */
  log_head: string
}

/** 本人的一张表决票：意见、方式、时间、是否有效，及其回执。 `nonce` 与意见合成回执，可据以证明这是本人的选票（R8.5）。 */
export interface BallotView {
  /** 选票标识 */
  ballot_id: string
  /** 表态 */
  choice: 'abstain' | 'against' | 'agree'
  /** 表态：可直接显示 */
  choice_title: string
  /** 投票渠道 */
  channel: 'paper' | 'phone'
  /** 渠道：可直接显示 */
  channel_title: string
  /** 受托投出 */
  by_proxy: boolean
  /** 投票时间 */
  cast_at: string
  /** 状态 */
  state: 'concurring' | 'contested' | 'replaced' | 'second' | 'valid'
  /** 状态：可直接显示 */
  state_title: string
  /** 回执：计票后凭它在公布的记录中查到自己的选票 */
  receipt: string
  /** 随机数：与表态一起得出回执；凭它证明自己的选票，R8.5 */
  nonce: string
}

/** 公示没有张贴或已被撕下的情况，可以不写。 */
export interface BareLobby {
  /** 情况 */
  note?: string | undefined
}

/** 谁自称拥有哪套房屋，以及事先上传的产权证明。 */
export interface BindingClaimBody {
  /** 房屋标识 */
  home_id: string
  /** 姓名 */
  name: string
  /** 证件号码：身份证等证件上的完整号码 */
  id_number: string
  /** 权属证明：先行上传所得的文件标识 */
  file_ids: (string)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BindingClaimList {
  /** 本页内容 */
  items: (BindingClaimView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一份绑定材料；姓名和证件号码已脱敏，`files` 为所上传的证明。 */
export interface BindingClaimView {
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
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BindingContestList {
  /** 本页内容 */
  items: (BindingContestView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 业主对自家房屋上一个绑定的异议，及其处理。 */
export interface BindingContestView {
  /** 标识 */
  id: string
  /** 绑定标识 */
  binding_id: string
  /** 房屋 */
  home: HomeLine
  /** 业主：姓名隐去部分 */
  owner: string
  /** 理由 */
  reason: string
  /** 状态 */
  state: 'dismissed' | 'ended' | 'open'
  /** 状态：可直接显示 */
  state_title: string
  /** 提出时间 */
  made_at: string
  /** 处理意见：未处理的为空 */
  answer: string
  /** 决定时间：尚未决定的为空 */
  decided_at: string | null
}

/** 本人绑定的一套房屋；名册显示已经转让的，`owned` 为假（R2.4）。 */
export interface BoundHome {
  /** 绑定标识 */
  binding_id: string
  /** 房屋 */
  home: HomeLine
  /** 绑定方式 */
  how: 'face' | 'match' | 'papers' | 'phone'
  /** 仍为业主：名册显示房屋已转让的为 false，R2.4 */
  owned: boolean
  /** 绑定时间 */
  from_at: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BoundHomeList {
  /** 本页内容 */
  items: (BoundHome)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 绑定在一套房屋上的一个微信：作为哪位业主、怎样绑定、何时起；`contested` 为有人提出异议。 */
export interface BoundLogin {
  /** 绑定标识 */
  binding_id: string
  /** 业主：姓名隐去部分 */
  owner: string
  /** 手机号：隐去中间各位；未知为空 */
  phone: string
  /** 绑定方式 */
  how: 'face' | 'match' | 'papers' | 'phone'
  /** 绑定时间 */
  from_at: string
  /** 本人的 */
  mine: boolean
  /** 有异议 */
  contested: boolean
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BoundLoginList {
  /** 本页内容 */
  items: (BoundLogin)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一幢楼；`kept_per` 说明其统筹账户按幢还是按单元记账。 */
export interface BuildingLine {
  /** 标识 */
  id: string
  /** 编号 */
  code: string
  /** 名称 */
  name: string
  /** 记账单位：统筹账户按幢还是按单元记账 */
  kept_per: 'building' | 'unit'
  /** 户数 */
  homes: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface BuildingLineList {
  /** 本页内容 */
  items: (BuildingLine)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 中心录入的一个工作日或休息日。 */
export interface CalendarDay {
  /** 日期 */
  day: string
  /** 上班：`false` 为休息日 */
  working: boolean
  /** 说明：如节日名称 */
  name: string
  /** 依据：文件名称、文号或公布处 */
  source: string
}

/** 一个年度：其中的期限是否已经确定，以及中心录入的日子。 */
export interface CalendarYear {
  /** 年度 */
  year: number
  /** 放假安排已公布：`false` 时该年的期限都是暂定的，R9.2 */
  published: boolean
  /** 依据：文件名称、文号或公布处 */
  source: string
  /** 本地规定的日子 */
  items: (CalendarDay)[]
}

/** 申请人补正的内容和材料；直接投保的，可更正所填的保险单。 */
export interface CaseCorrection {
  /** 补正说明 */
  note: string
  /** 材料文件：先行上传所得的文件标识 */
  file_ids?: (string)[] | undefined
  /** 保险单：直接投保的如实更正 */
  policy?: DirectPolicy | null | undefined
}

/** 办件的一个期限及其依据的规定。 */
export interface CaseDue {
  /** 类别 */
  kind: 'correction' | 'lapse' | 'notice' | 'payout' | 'signing' | 'vote'
  /** 期限：可直接显示 */
  title: string
  /** 届满时间 */
  at: string
  /** 暂定：所需年份的放假安排尚未公布，日期可能改变，R9.2 */
  provisional: boolean
  /** 规则：`docs/rules.md` 的编号 */
  rule: string
  /** 参数：决定期限长短的政策参数 */
  parameter: string
}

/** 紧急情形及其说明，并附照片或检验报告，至少一份。 */
export interface CaseEmergency {
  /** 紧急情形 */
  kind: 'trapped' | 'unsafe'
  /** 紧急情况说明 */
  reason: string
  /** 材料文件：照片或检验报告，至少一份 */
  file_ids?: (string)[] | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface CaseList {
  /** 本页内容 */
  items: (CaseRow)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 本人下一步可以做的一件事，或者不可以的原因；`why_not_code` 是现在去做会得到的错误码。 `operation` 是办理它的接口；只能对某一份反对意见或某一个单元办理的，`targets` 列出其标识。 */
export interface CaseOption {
  /** 接口：办理该事项的 `operationId` */
  operation: string
  /** 事项：流程表中的代码 */
  act: 'Accept' | 'AcceptLobby' | 'ApprovePayout' | 'CorrectCase' | 'DismissObjection' | 'DropPaper' | 'EnterEnding' | 'FilePlan' | 'FlagUrgent' | 'Gather' | 'HoldByHand' | 'IssuePolicy' | 'Object' | 'OpenAccount' | 'OpenVote' | 'PostLobby' | 'PreparePayout' | 'ProposeSettlement' | 'PublishNotice' | 'RecordPolicy' | 'RefuseLobby' | 'Register' | 'RejectCase' | 'ReleaseByHand' | 'Reopen' | 'RequestPayout' | 'ReturnCase' | 'ReturnPayout' | 'SettleObjection' | 'SettleOnPaper' | 'ShowHanging' | 'Sign' | 'SignContract' | 'UnflagUrgent' | 'Unsign' | 'Uphold' | 'WithdrawCase' | 'WithdrawObjection' | 'WithdrawOnPaper'
  /** 事项：可直接显示 */
  title: string
  /** 依据条款：方案或附件中的条目 */
  clause: string
  /** 现在可办：`false` 时 `why_not` 说明为什么 */
  allowed: boolean
  /** 不能办的代码：见 `errors.json`；可以办的为空 */
  why_not_code: string
  /** 不能办的原因：可直接显示；可以办的为空 */
  why_not: string
  /** 对象标识：须逐件办理的反对意见或单元；不分件的为空 */
  targets: (string)[]
}

/** 办件的文书：现在可以打印的，和已出具、本人可以查阅的。 */
export interface CasePapers {
  /** 可打印 */
  offers: (PaperOffer)[]
  /** 已出具 */
  items: (IssuedPaperView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
}

/** 对办件作出这一处理的理由。 */
export interface CaseReasonBody {
  /** 理由 */
  reason: string
}

/** 列表中的一个办件，以及其中与本人有关的情况。 已签名 `heads` 户，须 `heads_needed` 户（共有人按一户计）；应张贴 `lobbies` 处，已张贴 `posted` 处；`due` 为下一个期限。本人发起或签名的，`mine` 为真；正在表决且本人代表的房屋都已投票的，`voted_by_me` 为真。 */
export interface CaseRow {
  /** 标识 */
  id: string
  /** 办件编号 */
  number: string
  /** 办理方式：谁的钱支付保费 */
  flow: 'added' | 'direct' | 'household' | 'independent' | 'pooled'
  /** 状态 */
  state: State
  /** 状态：可直接显示 */
  state_title: string
  /** 小区 */
  community: string
  /** 楼栋或单元 */
  scope_name: string
  /** 紧急：情况紧急的优先办理 */
  urgent: boolean
  /** 申请时间 */
  created_at: string
  /** 本人发起或签了名 */
  mine: boolean
  /** 本人已签名 */
  signed_by_me: boolean
  /** 本人已投票：本人代表的房屋都已投票 */
  voted_by_me: boolean
  /** 人数：一人几户合为一人，共有的一户合为一人，R8.1 */
  heads: number
  /** 所需人数 */
  heads_needed: number
  /** 已张贴：有有效照片的门厅数 */
  posted: number
  /** 门厅数：须张贴公示的单元门厅 */
  lobbies: number
  /** 下一个期限：没有正在走的期限的为空 */
  due: CaseDue | null
}

/** 办件详情，内容因查看人而异；不显示任何反对人的姓名（R7.8）。 已签名 `heads` 户，须 `heads_needed` 户，共有人按一户计：本人的签名没有增加户数的，`signature_note` 予以说明。退回补正期间，`return_reason` 是所缺的内容。`flow` 表示由什么钱支付，`renews` 是上一年的办件，`emergency` 是紧急的原因，`special_account_id` 是业主缴入的电梯保险专户。 */
export interface CaseView {
  /** 标识 */
  id: string
  /** 办件编号 */
  number: string
  /** 办理方式：谁的钱支付保费 */
  flow: 'added' | 'direct' | 'household' | 'independent' | 'pooled'
  /** 状态 */
  state: State
  /** 状态：可直接显示 */
  state_title: string
  /** 楼栋或单元标识：办件所属的楼栋或单元 */
  scope_id: string
  /** 楼栋或单元 */
  scope_name: string
  /** 小区 */
  community: string
  /** 保险机构标识 */
  insurer_id: string
  /** 保险机构 */
  insurer: string
  /** 申请主体：谁以什么身份提出，R5.1 */
  applicant: 'committee' | 'independent' | 'manager' | 'signers'
  /** 紧急：情况紧急的优先办理 */
  urgent: boolean
  /** 方案版本：还没有方案的为 0 */
  version: number
  /** 签名数：签了名的业主，一人一个；达到与否看 `heads` */
  signatures: number
  /** 人数：签名折合的人数：一人几户合为一人，共有的一户合为一人 */
  heads: number
  /** 所需人数 */
  heads_needed: number
  /** 本人已签名 */
  signed_by_me: boolean
  /** 签名说明：与已签名的共有人按一户计的，在此说明；可直接显示 */
  signature_note: string
  /** 签名人：姓名隐去部分 */
  signers: (string)[]
  /** 电梯 */
  elevators: (ElevatorView)[]
  /** 资金 */
  money: MoneyView
  /** 未办结反对意见数 */
  objections_open: number
  /** 累计暂缓时长：单位：秒 */
  paused_seconds: number
  /** 备案号：未登记备案的为空 */
  registration_number: string
  /** 保险单号：未出单的为空 */
  policy_number: string
  /** 申请时间 */
  created_at: string
  /** 最近变动时间 */
  changed_at: string
  /** 所缺的内容：退回补正期间才有 */
  return_reason: string
  /** 可办事项：我能办的事；现在不能办的说明为什么 */
  options: (CaseOption)[]
  /** 期限：正在走的期限 */
  deadlines: (CaseDue)[]
  /** 政策参数：受理或开始时固定下来的取值 */
  parameters: { 'notice.days'?: number | undefined; 'notice.roll'?: 'weekends_and_holidays' | 'holidays' | 'none' | undefined; 'notice.resume'?: 'remaining' | 'restart' | undefined; 'objection.refile_max'?: number | undefined; 'objection.decision_working_days'?: number | undefined; 'signers.min'?: number | undefined; 'signing.days'?: number | undefined; 'correction.days'?: number | undefined; 'lapse.days'?: number | undefined; 'payout.working_days'?: number | undefined; 'policy.years'?: 1 | 3 | undefined; 'vote.fund_flow'?: 'required' | 'waived' | undefined; 'vote.days'?: number | undefined; 'vote.participation'?: string | undefined; 'vote.use'?: string | undefined; 'vote.raise'?: string | undefined; 'vote.silence'?: 'not_counted' | 'follows_majority' | undefined; 'vote.split_owner'?: 'neutral_head' | 'no_head' | undefined; 'vote.paper_conflict'?: 'first_valid' | 'paper' | undefined; 'vote.rounds_max'?: number | undefined; 'vote.reminders'?: number | undefined; 'vote.paper_days'?: number | undefined; 'binding.wait_hours'?: number | undefined; 'identity.paper_days'?: number | undefined; 'proxy.max_homes'?: number | undefined; 'income.attribution'?: 'balance_days' | undefined; 'income.negative'?: 'zero' | 'negative' | undefined; 'fund.topup'?: number | undefined; 'maintenance.days'?: number | undefined; 'maintenance.gaps'?: 'shown' | 'refused' | undefined; 'independent.years'?: number | undefined; 'account.wait_hours'?: number | undefined; 'session.idle_minutes'?: number | undefined; 'session.fresh_minutes'?: number | undefined; 'publish.min_group'?: number | undefined }
  /** 公示 */
  notice: NoticeView | null
  /** 保险方案 */
  plan: PlanView | null
  /** 保险服务合同 */
  contract: ContractView | null
  /** 拨付 */
  payout: PayoutView | null
  /** 暂缓时间：没有暂缓的为空 */
  paused_at: string | null
  /** 紧急情况：不是紧急办件的为空 */
  emergency: '' | 'trapped' | 'unsafe'
  /** 续保的办件：上一年办件的标识，其专户再付一年 */
  renews: string | null
  /** 专户标识：业主缴存的电梯保险专户 */
  special_account_id: string | null
  /** 归集：签订合同前须归集的保费；不须归集的为空 */
  collection: CollectionSums | null
  /** 本人各户分摊：只列本人可代表的房屋 */
  my_shares: (OwnCollectionPart)[]
  /** 直接投保：只有该方式的办件有 */
  direct: DirectPolicyView | null
}

/** 一项参数改动前后的值：所存的，和供人阅读的。 */
export interface ChangedParameter {
  /** 参数：代码 */
  name: string
  /** 参数名称 */
  label: string
  /** 规则：`docs/rules.md` 的编号 */
  rule: string
  /** 原值：代码或数 */
  was: number | string
  /** 新值：代码或数 */
  now: number | string
  /** 原值：可直接显示 */
  was_shown: string
  /** 新值：可直接显示 */
  now_shown: string
}

/** 保费归集清单中的一户：分户账承担、应补缴、已缴和已退的金额，单位：分。 `low` 表示分户账余额低于续筹线；`unpaid` 表示从未交存首期维修资金；`owners` 已脱敏，仅中心可见。 */
export interface CollectionHome {
  /** 房屋标识 */
  home_id: string
  /** 房屋编号 */
  home: string
  /** 房号 */
  room: string
  /** 面积：专有部分建筑面积。单位：平方厘米 */
  area_cm2: number
  /** 应分摊：保费中由这户承担的。单位：分 */
  part_fen: number
  /** 维修资金承担：单位：分 */
  fund_fen: number
  /** 欠缴：维修资金不足以承担、须另行补缴的。单位：分 */
  owed_fen: number
  /** 已缴：单位：分 */
  paid_fen: number
  /** 已退：单位：分 */
  refunded_fen: number
  /** 尚欠：应缴减去已缴，加上已退。单位：分 */
  left_fen: number
  /** 可退：现在可以退还的金额。单位：分 */
  refundable_fen: number
  /** 状态 */
  state: 'nothing' | 'owing' | 'paid' | 'partly' | 'refundable'
  /** 状态：可直接显示 */
  state_title: string
  /** 低于续筹线：余额低于续筹线，须续筹 */
  low: boolean
  /** 未交首期：从未交存首期维修资金 */
  unpaid: boolean
  /** 业主：姓名隐去部分；只给住保中心 */
  owners: string
}

/** 签订合同之前须归集到账的金额和已到账的金额，单位：分。附件二(二)6、二(三)3。 */
export interface CollectionSums {
  /** 应归集：单位：分 */
  needed_fen: number
  /** 已归集：单位：分 */
  gathered_fen: number
  /** 已归集齐：可以签订合同 */
  complete: boolean
}

/** 一个小区。 */
export interface CommunityLine {
  /** 标识 */
  id: string
  /** 编号 */
  code: string
  /** 名称 */
  name: string
  /** 地址 */
  address: string
  /** 街道 */
  street: string
  /** 物业服务企业：名册登记的名称；没有的为空 */
  manager_name: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface CommunityLineList {
  /** 本页内容 */
  items: (CommunityLine)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 判断所据的数据；与该项条件无关的为空。R5.1 至 R5.4。 */
export interface ConditionFacts {
  /** 申请主体 */
  kind: 'committee' | 'independent' | 'manager' | 'signers' | null
  /** 有效签名 */
  heads: number | null
  /** 失效签名：签名后不再是相关业主的 */
  lost: number | null
  /** 可用余额：余额减去已预留的，R3.4。单位：分 */
  available_fen: number | null
  /** 保费：单位：分 */
  premium_fen: number | null
  /** 维保超期次数：一年内的，按电梯注册代码 */
  gaps: Record<string, number>
  /** 检验有效期至：按电梯注册代码 */
  inspection_due_on: Record<string, string>
}

/** 四项申请条件：按现在的情况核对的结果，和历次留存的结果。附件一。 */
export interface ConditionHistory {
  /** 此刻判断 */
  now: ConditionSet
  /** 历次判断 */
  before: (ConditionSet)[]
}

/** 四项申请条件在某一时刻的核对结果。 */
export interface ConditionSet {
  /** 判断时机 */
  occasion: 'acceptance' | 'now' | 'payout' | 'plan' | 'registration'
  /** 判断时间 */
  checked_at: string
  /** 全部符合 */
  passed: boolean
  /** 投保条件 */
  conditions: (ConditionView)[]
}

/** 一项申请条件的核对结果和理由。 */
export interface ConditionView {
  /** 规则：`docs/rules.md` 的编号 */
  rule: string
  /** 条件 */
  title: string
  /** 符合 */
  passed: boolean
  /** 说明 */
  reason: string
  /** 判断所据：各项条件用到的数据 */
  facts: ConditionFacts
}

/** 同意的事项：规则整体，以及依法须单独同意的各项。 */
export type Consent =
  | 'face'
  | 'identity'
  | 'notice'

export const consentTitles: Record<Consent, string> = {
  face: '单独同意由微信核验人脸',
  identity: '单独同意处理证件号码和证件、权属材料',
  notice: '已阅读并同意个人信息处理规则',
}

/** 在用的全部消息模板及本人的订阅情况。 */
export interface ConsentList {
  /** 本页内容 */
  items: (TemplateConsent)[]
}

/** `wx.requestSubscribeMessage` 的返回结果，按模板标识：`accept`（含带声音、带提醒的）、`reject`、`ban` 或 `filter`；不在用的模板不予理会。 */
export interface ConsentResults {
  /** 询问结果：模板标识到 `wx.requestSubscribeMessage` 的结果 */
  results: Record<string, string>
}

/** 已签订的保险合同：编号、保险起止日（含末日）、金额和合同文本。 */
export interface ContractBody {
  /** 合同编号 */
  number: string
  /** 保险起始日 */
  from_on: string
  /** 保险到期日：含当日 */
  to_on: string
  /** 合同金额：单位：分 */
  amount_fen: number
  /** 合同文件 */
  file_id: string
}

/** 办件的保险合同；金额单位：分。 */
export interface ContractView {
  /** 合同编号 */
  number: string
  /** 保险起始日 */
  from_on: string
  /** 保险到期日：含当日 */
  to_on: string
  /** 合同金额：单位：分 */
  amount_fen: number
}

/** 名册上本人的哪一项有误、应当是什么，以及先行上传的证明。 */
export interface CorrectionWish {
  /** 绑定标识 */
  binding_id: string
  /** 更正的内容 */
  field: 'name' | 'phone'
  /** 应为：证件或者凭据上的写法 */
  value: string
  /** 理由 */
  reason: string
  /** 证明：先行上传所得的文件标识 */
  file_ids: (string)[]
}

/** 业主直接向保险机构投保的保险单及其材料；`to_on` 为保险最后一日。 */
export interface DirectPolicy {
  /** 保险单号 */
  number: string
  /** 保险起始日 */
  from_on: string
  /** 保险到期日：含当日 */
  to_on: string
  /** 保费合计：单位：分 */
  amount_fen: number
  /** 电梯 */
  elevators: (DirectPolicyElevator)[]
  /** 保险单文件 */
  file_ids: (string)[]
  /** 合同编号：没有合同的为空 */
  contract_number?: string | undefined
}

/** 直接投保的保险单中的一台电梯及其保费，单位：分。 */
export interface DirectPolicyElevator {
  /** 电梯标识 */
  elevator_id: string
  /** 保费：单位：分 */
  premium_fen: number
}

/** 直接投保的保险单中的一台电梯及其保费，单位：分。 */
export interface DirectPolicyElevatorView {
  /** 电梯标识 */
  elevator_id: string
  /** 保费：单位：分 */
  premium_fen: number
}

/** 申请时填报的直接投保的保险单，供经办人与材料核对。 */
export interface DirectPolicyView {
  /** 保险单号 */
  number: string
  /** 保险起始日 */
  from_on: string
  /** 保险到期日：含当日 */
  to_on: string
  /** 保费合计：单位：分 */
  amount_fen: number
  /** 电梯 */
  elevators: (DirectPolicyElevatorView)[]
  /** 材料 */
  files: (StoredFile)[]
  /** 合同编号 */
  contract_number: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface DocumentList {
  /** 本页内容 */
  items: (DocumentView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 办件材料目录中的一份材料。 */
export interface DocumentView {
  /** 标识 */
  id: string
  /** 材料种类 */
  kind: 'authorisation' | 'contract' | 'correction' | 'emergency' | 'invoice' | 'notice_photo' | 'payout' | 'plan' | 'policy' | 'receipt' | 'refund'
  /** 版本：从 1 起 */
  version: number
  /** 文件编号：没有的为空 */
  number: string
  /** 材料 */
  file: StoredFile
  /** 归档时间 */
  added_at: string
}

/** 方案中的一台电梯；金额单位：分。 */
export interface ElevatorPlanView {
  /** 电梯标识 */
  elevator_id: string
  /** 保费：单位：分 */
  premium_fen: number
  /** 赔偿限额：每台每年累计。单位：分 */
  limit_fen: number
  /** 免赔额：0 为无免赔。单位：分 */
  deductible_fen: number
  /** 加费理由：没有加费的为空 */
  loading_reason: string
}

/** 办件中的一台电梯。 */
export interface ElevatorView {
  /** 标识 */
  id: string
  /** 注册代码 */
  code: string
  /** 名称 */
  name: string
}

/** 作废或不予复核的理由。 */
export interface EntryDropping {
  /** 理由 */
  reason: string
}

/** 所涉的一户。 */
export interface EntryHome {
  /** 房屋标识 */
  home_id: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface EvidenceList {
  /** 本页内容 */
  items: (EvidenceView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 张贴影像已收到；各单元都已张贴的，给出 `last_on` 和 `ends_at`。 */
export interface EvidenceTaken {
  /** 张贴照片 */
  evidence: EvidenceView
  /** 办件状态 */
  state: State
  /** 已张贴：有有效照片的门厅数 */
  posted: number
  /** 门厅数：须张贴公示的单元门厅 */
  lobbies: number
  /** 公示末日：含当日；尚未起算或暂缓时为空 */
  last_on: string | null
  /** 截止时间：不含此刻；尚未起算的为空 */
  ends_at: string | null
  /** 暂定：所需年份的放假安排尚未公布，日期可能改变，R9.2 */
  provisional: boolean
}

/** 一张张贴影像。`code_seen` 说明是否拍到本单元的码，拍到别处码的不予接收；`waits_for` 是需要核看的原因，`accepted_at` 为认定有效的时间；`one_time_code` 是上传时给上传人的一次性编码，照片里手写有它的可以比对，`fresh` 表示已在照片里读到。 */
export interface EvidenceView {
  /** 标识 */
  id: string
  /** 单元标识 */
  unit_id: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 收到照片时间 */
  taken_in_at: string
  /** 照片中的二维码：拍到别处二维码的照片不收 */
  code_seen: 'match' | 'none' | 'other'
  /** 待核看原因：无须核看的为空 */
  waits_for: '' | 'no_code' | 'sent_before' | 'small'
  /** 一次性编码：半小时内有效，写在纸上拍进照片 */
  one_time_code: string
  /** 拍到一次性编码 */
  fresh: boolean
  /** 期末照片 */
  near_end: boolean
  /** 认定有效时间：待核看或已退回的为空 */
  accepted_at: string | null
  /** 退回时间：没有退回的为空 */
  refused_at: string | null
  /** 退回原因：没有退回的为空 */
  reason: string
}

/** 一次人脸核身：小程序凭 `verify_id` 调用 `wx.requestFacialVerify`，做完后凭标识绑定。 */
export interface FaceCheckStart {
  /** 人脸核身标识 */
  face_check_id: string
  /** 核身会话：交给 `wx.requestFacialVerify` */
  verify_id: string
  /** 有效期至 */
  expires_at: string
}

/** 材料的类别，附到事项上时确定；除公开的以外加密存放。R12.6。 */
export type FileClass =
  | ''
  | 'ballot'
  | 'case'
  | 'identity'
  | 'money'
  | 'objection'
  | 'public'

export const fileClassTitles: Record<FileClass, string> = {
  '': '尚未使用',
  ballot: '选票影像',
  case: '办件材料',
  identity: '身份材料',
  money: '资金凭据',
  objection: '反对意见材料',
  public: '公开',
}

/** 一份已保存的材料；`size` 单位：字节，散列值分别是所存文件和上传原件的。 */
export interface FileView {
  /** 标识 */
  id: string
  /** 文件名 */
  name: string
  /** 原文件名：上传人所用的名称 */
  sent_name: string
  /** 文件类型 */
  media_type: string
  /** 文件大小：单位：字节 */
  size: number
  /** 摘要：SHA-256，十六进制 */
  sha256: string
  /** 原件摘要：上传时的内容；SHA-256，十六进制 */
  original_sha256: string
  /** 上传时间 */
  created_at: string
  /** 宽：像素；不是图片的为空 */
  width: number | null
  /** 高：像素；不是图片的为空 */
  height: number | null
}

/** 分户账本金或利息的一笔变动，以及其后的余额，单位：分。 */
export interface FundMovement {
  /** 明细标识 */
  line_id: string
  /** 生效日期：银行办理的日期 */
  on: string
  /** 记账时间 */
  recorded_at: string
  /** 本金或利息 */
  account: string
  /** 类别：可直接显示 */
  kind_title: string
  /** 摘要 */
  memo: string
  /** 金额：单位：分 */
  amount_fen: number
  /** 本金余额：单位：分 */
  fund_fen: number
  /** 利息余额：单位：分 */
  interest_fen: number
  /** 余额：单位：分 */
  balance_fen: number
}

/** 一页分户账明细，最新在前；`brought_fen` 为查看人可见的最早一笔之前的余额，单位：分。 */
export interface FundStatement {
  /** 本页内容 */
  items: (FundMovement)[]
  /** 承前余额：可查的最早一笔之前的余额。单位：分 */
  brought_fen: number
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 见证人对一个树首的签名，用其公钥核对，所签的文字与中心所签的相同。 */
export interface HeadWitness {
  /** 见证人 */
  witness_name: string
  /** 公钥：Ed25519，32 字节，十六进制 */
  public_key: string
  /** 见证签名：对 `head_text` 的 Ed25519 签名，64 字节，十六进制 */
  witness_signature: string
  /** 见证时间 */
  witnessed_at: string
}

/** 人数和专有部分面积（平方厘米），按法律规定计算（R8.1）。 */
export interface HeadsAndArea {
  /** 人数：一人几户合为一人，共有的一户合为一人，R8.1 */
  heads: number
  /** 面积：专有部分建筑面积。单位：平方厘米 */
  area_cm2: number
}

/** 冻结或支用本账户资金的一个办件；金额单位：分。 */
export interface HoldLine {
  /** 办件标识 */
  case_id: string
  /** 办件编号 */
  case_number: string | null
  /** 方案版本 */
  plan_version: number
  /** 状态 */
  state: 'captured' | 'open' | 'released'
  /** 预留金额：单位：分 */
  amount_fen: number
  /** 已支用：从预留中实际支用的。单位：分 */
  captured_fen: number
  /** 预留时间 */
  held_at: string
  /** 了结时间：支用或解除的时间；为空即仍在预留 */
  closed_at: string | null
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface HoldLineList {
  /** 本页内容 */
  items: (HoldLine)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 占用一台电梯的在办办件。 */
export interface Holder {
  /** 办件标识 */
  case_id: string
  /** 编号 */
  number: string
  /** 状态 */
  state: State
  /** 状态：可直接显示 */
  state_title: string
}

/** 一户的维修资金分户账，金额单位：分。`level_bps` 为余额占首期的万分比，`line_fen` 为续筹线，从未交存首期的两者为空；余额中的 `held_fen` 已为业主付费的办件预留（R3.4）。 */
export interface HomeFund {
  /** 房屋标识 */
  home_id: string
  /** 房屋编号 */
  home: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 面积：专有部分建筑面积。单位：平方厘米 */
  area_cm2: number
  /** 首期交存额：为空即从未交存。单位：分 */
  first_deposit_fen: number | null
  /** 本金：单位：分 */
  fund_fen: number
  /** 利息：单位：分 */
  interest_fen: number
  /** 余额：单位：分 */
  balance_fen: number
  /** 已预留：业主出资的办件从中预留的，R3.4。单位：分 */
  held_fen: number
  /** 占首期比例：从未交存首期的为空。单位：万分之一 */
  level_bps: number | null
  /** 续筹线比例：占首期交存额。单位：百分之一 */
  line_percent: number
  /** 续筹线：余额低于它须续筹；从未交存首期的为空。单位：分 */
  line_fen: number | null
  /** 低于续筹线：余额低于续筹线，须续筹 */
  low: boolean
  /** 至少应续：补到续筹线所差的金额。单位：分 */
  missing_fen: number
  /** 可查起始日：业主只看得到自己名下以来的；为空即全部 */
  seen_from_on: string | null
  /** 过户记录 */
  changes: (HomeScopeChange)[]
}

/** 本户某年度的法定利息及其计算：年度利息 × 本户积数 ÷ 全部积数，尾差按最大余数法分配。R4.8。 */
export interface HomeInterestExplained {
  /** 房屋标识 */
  home_id: string
  /** 年度 */
  year: number
  /** 法定利息：单位：分 */
  interest_fen: number
  /** 法定利息合计：全部房屋的。单位：分 */
  total_fen: number
  /** 积数：本户各次变动金额乘以每分所得之和 */
  weight: string
  /** 总积数：全部房屋的 */
  total_weight: string
  /** 明细 */
  lines: (HomeInterestLine)[]
  /** 记账凭证：入账凭证的记账编号；未结账的为空 */
  journal: string | null
  /** 计算说明：可直接显示 */
  words: (string)[]
}

/** 本户余额的一次变动，以及一分钱自该日起至年度计息期末所得的利息，单位：10⁻²⁴ 分；`on` 为空表示最初的余额。 */
export interface HomeInterestLine {
  /** 变动日期：期初余额为空 */
  on: string | null
  /** 变动金额：单位：分 */
  change_fen: number
  /** 每分所得：每分钱从这天到年末所得的利息，单位 10⁻²⁴ 分 */
  gain: string
  /** 积数：变动金额乘以每分所得 */
  product: string
}

/** 一套房屋的位置，不显示业主。 */
export interface HomeLine {
  /** 房屋标识 */
  home_id: string
  /** 小区标识 */
  community_id: string
  /** 楼栋或单元标识：统筹账户按它记账，申请也按它提出 */
  scope_id: string
  /** 小区 */
  community: string
  /** 楼栋 */
  building: string
  /** 单元 */
  unit: string
  /** 房号 */
  room: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface HomeLineList {
  /** 本页内容 */
  items: (HomeLine)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 本人的一套房屋，及其分户账和所在统筹账户的余额，单位：分。 已售出的（`owned` 为假）没有金额；不计入户数的房屋（车位等）没有统筹账户的金额。 */
export interface HomeOnScreen {
  /** 绑定标识 */
  binding_id: string
  /** 房屋编号 */
  home: HomeLine
  /** 仍为业主：名册显示房屋已转让的为 false，R2.4 */
  owned: boolean
  /** 分户账余额：本金和利息；已售出的为空。单位：分 */
  fund_fen: number | null
  /** 统筹账户余额：不计入户数或已售出的为空。单位：分 */
  pooled_fen: number | null
  /** 统筹账户可用余额：余额减去已预留的；不计入户数的房屋为空。单位：分 */
  pooled_available_fen: number | null
}

/** 房屋转让：当日开始时的余额随房过户。 */
export interface HomeScopeChange {
  /** 过户日期 */
  on: string
  /** 原业主：姓名隐去部分 */
  from_names: (string)[]
  /** 新业主：姓名隐去部分 */
  to_names: (string)[]
  /** 随转余额：当日之初的余额随房过户。单位：分 */
  balance_fen: number
}

/** 首页的全部内容。待办事项期限近的在前；`cases` 是本人房屋所在或本人负责的在办办件，最多三十件，还有更多时 `more_cases` 为真；名下还有 `homes_offered` 套可以直接绑定。 */
export interface HomeScreen {
  /** 名称 */
  name: string
  /** 角色 */
  roles: (Role)[]
  /** 未读 */
  unread: number
  /** 户数 */
  homes: (HomeOnScreen)[]
  /** 可直接绑定的房屋数：名下尚未绑定的其他房屋 */
  homes_offered: number
  /** 在任的授权：已核准且今天有效的，R5.1 */
  standings: (RunningAppointment)[]
  /** 待办事项：期限近的在前 */
  tasks: (HomeTask)[]
  /** 办件 */
  cases: (CaseRow)[]
  /** 还有更多在办办件 */
  more_cases: boolean
}

/** 表决向本人这一户送达的登记：何时登记、以什么方式、由哪一方登记。 没有收到的，截止前可以声明（`contest_vote_service`），该户即不算送达；`contested_at` 为最近的。 */
export interface HomeService {
  /** 送达登记时间：没有的为空 */
  served_at: string | null
  /** 送达方式 */
  how_title: string
  /** 登记方：可直接显示 */
  by_title: string
  /** 声明未收到的时间：没有的为空 */
  contested_at: string | null
  /** 可以声明未收到 */
  can_contest: boolean
}

/** 等待本人办理的一件事：用哪个接口办理、何时以前、去哪一页。 `targets` 是还缺张贴照片的单元；`amount_fen` 是应缴的金额。 */
export interface HomeTask {
  /** 类别 */
  kind: 'contract' | 'correct' | 'object' | 'pay' | 'payout' | 'post' | 'renew' | 'sign' | 'vote'
  /** 事项：可直接显示 */
  title: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 接口：办理该事项的 `operationId` */
  operation: string
  /** 链接：所指内容的接口路径 */
  link: string
  /** 办理截止时间：没有期限的为空 */
  due_at: string | null
  /** 暂定：所需年份的放假安排尚未公布，日期可能改变，R9.2 */
  provisional: boolean
  /** 办件标识 */
  case_id: string | null
  /** 办件编号 */
  case_number: string
  /** 表决标识 */
  vote_id: string | null
  /** 金额：单位：分 */
  amount_fen: number | null
  /** 对象标识：须逐件办理的反对意见或单元；不分件的为空 */
  targets: (string)[]
}

/** 一份结息归集到该统筹账户的部分：收益 × `weight` ÷ 全部积数，得商 `quotient` 和余数 `remainder`；`extra` 为按余数多得的一分，冲回的为负。 */
export interface IncomeDeposit {
  /** 存款 */
  deposit: YearSettlement
  /** 逐段余额：余额不变的各段日子 */
  balances: (BalanceStretch)[]
  /** 积数：本账户的，单位：分·天 */
  weight: string
  /** 整数部分：收益×积数÷总积数的整数分 */
  quotient: number
  /** 余数：收益×积数除以总积数的余数 */
  remainder: string
  /** 余数所得：因余数多得的分数，0 或 1；收回的为负 */
  extra: number
  /** 分得金额：单位：分 */
  share_fen: number
  /** 按年归属：按利息产生的自然年，R4.5 */
  slices: (IncomeShareSlice)[]
  /** 计算说明：可直接显示 */
  words: (string)[]
}

/** 统筹账户某年度归集的收益及其全部来源；各结息分页列出，合计是全年的。 */
export interface IncomeExplained {
  /** 楼栋或单元标识：统筹账户按它记账，申请也按它提出 */
  scope_id: string
  /** 名称 */
  name: string
  /** 年度 */
  year: number
  /** 状态 */
  state: 'closed' | 'closing' | 'failed' | 'previewed' | 'previewing'
  /** 状态：可直接显示 */
  state_title: string
  /** 各笔分得：本年度各笔结息分得的合计。单位：分 */
  shares_fen: number
  /** 承前抵减：以前年度冲销留待本年抵减的。单位：分 */
  brought_fen: number
  /** 本年入账：本年度记入账户的。单位：分 */
  posted_fen: number
  /** 结转下年：留待以后年度抵减的。单位：分 */
  carried_fen: number
  /** 收益归属：按收益产生的自然年，R4.5 */
  earned: (IncomeSlice)[]
  /** 记账凭证：入账凭证的记账编号；未结账的为空 */
  journal: string | null
  /** 计算说明：可直接显示 */
  words: (string)[]
  /** 逐笔结息 */
  items: (IncomeDeposit)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
}

/** 一份结息的收益中某一自然年度的部分，以及该统筹账户从中所得，单位：分。R4.5。 */
export interface IncomeShareSlice {
  /** 年度 */
  year: number
  /** 增值收益：单位：分 */
  income_fen: number
  /** 分得金额：单位：分 */
  share_fen: number
}

/** 收益中某一自然年度取得的部分，单位：分。R4.5。 */
export interface IncomeSlice {
  /** 年度 */
  year: number
  /** 增值收益：单位：分 */
  income_fen: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface InsurerList {
  /** 本页内容 */
  items: (InsurerView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一家入围保险机构。`available` 表示今天可以在申请中选定；联系人对不经办拨付的人为空文本。 */
export interface InsurerView {
  /** 标识 */
  id: string
  /** 编号 */
  code: string
  /** 名称 */
  name: string
  /** 入围起始日 */
  admitted_from_on: string
  /** 入围截止日：含当日 */
  admitted_to_on: string
  /** 暂停时间：没有暂停的为空 */
  suspended_at: string | null
  /** 可选用：今天可在申请中选用：入围期内且未暂停 */
  available: boolean
  /** 联系方式：不经办拨付的人员所见为空 */
  contact: string
}

/** 一份邀请码，在电脑上凭它启用账号；重新领取的，前一份作废。 */
export interface Invitation {
  /** 账号标识 */
  staff_id: string
  /** 用户名 */
  username: string
  /** 邀请码：只能用一次，只在这个答复里给出 */
  token: string
  /** 有效期至 */
  expires_at: string
}

/** 已出具的一份文书；`superseded` 为真的，同一编号已有新版。 */
export interface IssuedPaperView {
  /** 标识 */
  id: string
  /** 办件标识 */
  case_id: string
  /** 类别 */
  kind: PaperKind
  /** 名称：可直接显示 */
  title: string
  /** 对象标识：所针对的签名、反对意见、缴款或户；办件的即办件 */
  subject_id: string
  /** 文书编号 */
  number: string
  /** 版次：内容改变后再打印的为新版 */
  version: number
  /** 查验码：印在公示上；大小写、空格、短横线不限 */
  check_code: string
  /** 内容指纹：文书内容的 SHA-256 */
  fingerprint: string
  /** 打印次数 */
  copies: number
  /** 已有新版 */
  superseded: boolean
  /** 出具时间 */
  issued_at: string
  /** 最近打印时间 */
  printed_at: string
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

/** 依法保留、不随账户删除的内容。 */
export type Kept =
  | 'ballots'
  | 'bindings'
  | 'books'
  | 'claims'
  | 'consents'
  | 'objections'
  | 'papers'
  | 'sessions'
  | 'signatures'

export const keptTitles: Record<Kept, string> = {
  ballots: '选票',
  bindings: '绑定的起止',
  books: '账目、名册和事件日志',
  claims: '绑定申请和决定',
  consents: '对本规则的同意和撤回',
  objections: '反对意见',
  papers: '已用于事项的材料',
  sessions: '登录、核对和安全日志',
  signatures: '签名',
}

/** 依法保留的一类内容：为什么，留多久。 */
export interface KeptRecord {
  /** 保留的内容 */
  kind: Kept
  /** 名称：可直接显示 */
  title: string
  /** 保留的理由 */
  why: string
  /** 保存期限 */
  term: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface LobbyReportList {
  /** 本页内容 */
  items: (LobbyReportView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一条“本单元没有张贴公示”的反映，不显示反映人；答复以前 `answer` 为空。 */
export interface LobbyReportView {
  /** 标识 */
  id: string
  /** 办件标识 */
  case_id: string
  /** 单元标识 */
  unit_id: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 情况 */
  note: string
  /** 反映时间 */
  reported_at: string
  /** 本人反映 */
  mine: boolean
  /** 答复 */
  answer: string
  /** 答复时间：未答复的为空 */
  answered_at: string | null
}

/** 扫张贴码所见的任务：在该单元张贴这份公示并拍照上传。`one_time_code` 半小时内有效，写在纸上一并拍进照片，可说明是当场拍的；`code_url` 是同一编码的二维码内容。 */
export interface LobbyTask {
  /** 办件标识 */
  case_id: string
  /** 办件编号 */
  case_number: string
  /** 方案版本 */
  version: number
  /** 单元标识 */
  unit_id: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 办件状态 */
  state: State
  /** 张贴时间：照片收到的时间；尚未张贴的为空 */
  posted_at: string | null
  /** 待核看：已有照片，等待住保中心核看 */
  waiting: boolean
  /** 需要张贴：`false` 即这里现在没有要贴的公示 */
  wanted: boolean
  /** 一次性编码：半小时内有效，写在纸上拍进照片 */
  one_time_code: string
  /** 一次性编码二维码：须画成二维码拍进照片 */
  code_url: string
}

/** 公示的一个张贴单元；`token` 和 `evidence_url` 仅负责张贴的和中心可见。 `code_seen` 说明最近的影像中是拍到了本单元的码，还是没有拍到能识别的码；`waits_for` 是它等待核看的原因。 */
export interface LobbyView {
  /** 单元标识 */
  unit_id: string
  /** 门厅名称 */
  name: string
  /** 张贴时间：照片收到的时间；尚未张贴的为空 */
  posted_at: string | null
  /** 张贴照片数 */
  evidence: number
  /** 退回照片数 */
  refused: number
  /** 照片中的二维码：有效照片中的；还没有照片的为空 */
  code_seen: '' | 'match' | 'none' | 'other'
  /** 待核看原因：无须核看的为空 */
  waits_for: '' | 'no_code' | 'sent_before' | 'small'
  /** 期末张贴时间：没有期末照片的为空 */
  hung_at: string | null
  /** 门厅码：只给负责张贴的和住保中心 */
  token: string
  /** 张贴取证地址：门厅二维码所指；只给物业和住保中心 */
  evidence_url: string
}

/** 一致性证明：较新的日志以较早的日志开头。 */
export interface LogConsistencyProof {
  /** 旧树大小：记录条数 */
  old: number
  /** 旧树根哈希：SHA-256，十六进制 */
  old_root_hash: string
  /** 新树大小：不给即最新的 */
  new: number
  /** 新树根哈希：SHA-256，十六进制 */
  new_root_hash: string
  /** 证明：RFC 6962 一致性证明，SHA-256，十六进制 */
  proof: (string)[]
}

/** 公布的日志树根，散列为十六进制；首次公布以前 `sealed_at` 为空。 */
export interface LogHead {
  /** 树的大小：已封存的记录条数 */
  tree_size: number
  /** 根哈希：SHA-256，十六进制 */
  root_hash: string
  /** 封存时间：首次封存前为空 */
  sealed_at: string | null
  /** 签名的密钥：名称见公布的公钥 */
  signed_by: string
  /** 树根签名：Ed25519，64 字节，十六进制；所签的是四行文字，每行以换行结束：`jishou log head`、树的大小、根哈希、封存时间（1970 年起的微秒数，首次封存前为 `-`） */
  head_signature: string
  /** 树首文字：所签的四行文字，见证人签的也是它 */
  head_text: string
  /** 见证人的签名 */
  witnesses: (HeadWitness)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface LogHeadList {
  /** 本页内容 */
  items: (LogHead)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 包含证明：该条记录是日志树的一片叶；叶的散列为 `SHA-256(0x00 + event_hash)`。 */
export interface LogInclusionProof {
  /** 记录标识 */
  event_id: string
  /** 记录哈希：SHA-256，十六进制 */
  event_hash: string
  /** 叶序号：从 0 起 */
  leaf_index: number
  /** 树的大小：已封存的记录条数 */
  tree_size: number
  /** 根哈希：SHA-256，十六进制 */
  root_hash: string
  /** 证明路径：RFC 6962，SHA-256，十六进制 */
  proof: (string)[]
}

/** 核对日志树根签名的一把公钥。 */
export interface LogKey {
  /** 密钥名称 */
  key_name: string
  /** 公钥：Ed25519，32 字节，十六进制 */
  public_key: string
}

/** 签名用的公钥，正在用的在前；请另从别处抄得一份核对。 */
export interface LogKeys {
  /** 本页内容 */
  items: (LogKey)[]
}

/** 登录的令牌、本人标识和已绑定的房屋；新用户没有房屋。 */
export interface LoggedIn {
  /** 登录令牌：以 `Authorization: Bearer …` 发送 */
  token: string
  /** 有效期至 */
  expires_at: string
  /** 本人标识：微信用户在本系统的标识 */
  person_id: string
  /** 绑定的房屋 */
  homes: (BoundHome)[]
}

/** `wx.login` 给出的 `code`；`device` 是便于本人辨认这部手机的名称。 */
export interface Login {
  /** 登录凭证：`wx.login` 得到的 `code` */
  code: string
  /** 设备名称：本人认得出这台手机或电脑的名字 */
  device?: string | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface LoginChangeList {
  /** 本页内容 */
  items: (LoginChangeView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一位业主换一个微信：`mine` 为真的是本人申请的，否则本人现在的微信将被换下，可在 `due_at` 之前提出异议（R2.5）。 */
export interface LoginChangeView {
  /** 标识 */
  id: string
  /** 房屋 */
  home: HomeLine
  /** 业主：姓名隐去部分 */
  owner: string
  /** 绑定方式 */
  how: 'face' | 'match' | 'papers' | 'phone'
  /** 状态 */
  state: 'contested' | 'done' | 'refused' | 'waiting' | 'withdrawn'
  /** 状态：可直接显示 */
  state_title: string
  /** 本人申请 */
  mine: boolean
  /** 申请时间 */
  made_at: string
  /** 生效时间：到时没有异议即生效 */
  due_at: string
  /** 异议理由：没有异议的为空 */
  contest: string
  /** 处理意见：未处理的为空 */
  answer: string
  /** 异议时间 */
  contested_at: string | null
  /** 决定时间：尚未决定的为空 */
  decided_at: string | null
}

/** 本人的身份。`phone` 和 `name` 已脱敏，尚不知道的为空文本；`name` 取自名册。 */
export interface Me {
  /** 本人标识：微信用户在本系统的标识 */
  person_id: string
  /** 手机号：隐去中间各位；未知为空 */
  phone: string
  /** 姓名：名册上的，隐去部分；未绑定的为空 */
  name: string
  /** 角色 */
  roles: (Role)[]
  /** 绑定的房屋 */
  homes: (BoundHome)[]
  /** 在任的授权：已核准且今天有效的，R5.1 */
  standings: (RunningAppointment)[]
  /** 未读条数 */
  unread: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface MessageList {
  /** 本页内容 */
  items: (MessageView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一条消息；`link` 是所涉事项的路径。 */
export interface MessageView {
  /** 标识 */
  id: string
  /** 消息种类 */
  kind: 'acceptance_waits' | 'account_disabled' | 'account_enabled' | 'account_opened' | 'account_reset' | 'account_roles_changed' | 'account_secret_changed' | 'account_taken_up' | 'advice_waits' | 'application_accepted' | 'application_filed' | 'appointment_decided' | 'appointment_ended' | 'appointment_waits' | 'approval_waits' | 'audit_account_disabled' | 'audit_account_enabled' | 'audit_account_opened' | 'audit_account_reset' | 'audit_account_roles' | 'audit_account_taken_up' | 'audit_employee' | 'award_returned' | 'award_waits' | 'ballot_overridden' | 'ballot_received' | 'bare_lobby' | 'bare_lobby_waits' | 'binding_ended' | 'binding_ended_beside' | 'case_corrected' | 'case_held' | 'case_lapsed' | 'case_paused' | 'case_rejected' | 'case_resumed' | 'case_withdrawn' | 'change_contested' | 'change_refused' | 'change_waits' | 'claim_decided' | 'claim_waits' | 'co_owners_differ' | 'collection_complete' | 'collection_opened' | 'collection_whole' | 'contest_dismissed' | 'contest_upheld' | 'contest_waits' | 'contract_signed' | 'contract_to_sign' | 'contract_wanted' | 'correction_decided' | 'correction_waits' | 'correction_wanted' | 'deposit_maturing' | 'deposit_settled' | 'deposit_waits' | 'elevator_in_danger' | 'elevators_covered' | 'employee_corrected' | 'ending_entered' | 'ending_waits' | 'fund_moved' | 'fund_passed_on' | 'fund_restored' | 'fund_runs_low' | 'funds_dropped' | 'funds_wait' | 'head_to_witness' | 'home_bound' | 'home_bound_beside' | 'hurry' | 'insurer_readmitted' | 'insurer_released' | 'insurer_suspended' | 'last_photos_wanted' | 'late_objection_waits' | 'login_is_to_change' | 'login_replaced' | 'naming_waits' | 'no_emergency' | 'no_hurry' | 'notice_ended' | 'notice_published' | 'notice_recounted' | 'notice_started' | 'notice_waits' | 'objection_answered' | 'objection_received' | 'objection_recorded' | 'objection_settled' | 'objection_upheld' | 'objection_waits' | 'openings_closed' | 'own_payee_account_in_force' | 'ownership_ended' | 'paper_confirmed' | 'paper_left_out' | 'paper_taken' | 'papers_dropped' | 'papers_wait' | 'parameters_decided' | 'parameters_wait' | 'payee_account_confirmed' | 'payee_account_in_force' | 'payee_account_refused' | 'payee_account_waits' | 'payout_day_changed' | 'payout_delayed' | 'payout_due' | 'payout_recounted' | 'payout_requested' | 'payout_returned' | 'payout_to_ask' | 'payout_waits' | 'photo_waits' | 'plan_dropped' | 'plan_filed' | 'plan_set_aside' | 'plan_wanted_again' | 'policy_issued' | 'policy_recorded' | 'policy_wanted' | 'posting_missing' | 'posting_refused' | 'posting_wanted' | 'posting_wanted_again' | 'premium_paid' | 'proxy_ended' | 'proxy_recorded' | 'proxy_waits' | 'rate_decided' | 'rate_waits' | 'receipt_dropped' | 'receipt_posted' | 'receipts_wait' | 'reconciliation_dropped' | 'reconciliation_waits' | 'refund_dropped' | 'refund_posted' | 'refund_waits' | 'registration_waits' | 'representative_ended' | 'representative_named' | 'reversal_waits' | 'review_received' | 'review_waits' | 'roll_imported' | 'round_awarded' | 'scope_switched' | 'service_contested' | 'service_recorded' | 'service_waits' | 'service_withdrawn' | 'settlement_proposed' | 'settlement_reversed' | 'signature_added' | 'signature_withdrawn' | 'signatures_wanted' | 'special_opened' | 'survey_wanted' | 'switch_dropped' | 'switch_waits' | 'taking_over_waits' | 'vote_closed' | 'vote_counted' | 'vote_opened' | 'vote_waits' | 'voucher_waits' | 'witness_ended' | 'witness_named' | 'year_being_closed' | 'year_closed' | 'year_published' | 'year_to_confirm'
  /** 标题 */
  title: string
  /** 内容 */
  text: string
  /** 链接：所指内容的接口路径 */
  link: string
  /** 发送时间 */
  created_at: string
  /** 办件标识 */
  case_id: string | null
  /** 已读时间：未读的为空 */
  read_at: string | null
}

/** 办件的资金：保费、已冻结和已拨付的金额，单位：分。 */
export interface MoneyView {
  /** 保费：单位：分 */
  premium_fen: number
  /** 已预留：从账户中为本办件预留的。单位：分 */
  held_fen: number
  /** 已拨付：单位：分 */
  paid_fen: number
}

/** 本人代表的一户：可以做什么、已表达什么意见。`in_conflict` 只告知该户的业主（R2.3）；`pseudonym` 是该户在公布的记录中的代号；`service` 是向该户送达的登记（R8.2）。 */
export interface MyVoteHome {
  /** 房屋标识 */
  home_id: string
  /** 房屋 */
  home: string
  /** 面积：专有部分建筑面积。单位：平方厘米 */
  area_cm2: number
  /** 受托代理：凭书面委托代为表决 */
  as_proxy: boolean
  /** 可投票：`false` 时 `why_not` 说明为什么 */
  can_cast: boolean
  /** 不能办的原因：可直接显示；可以办的为空 */
  why_not: string
  /** 不能办的代码：见 `errors.json`；可以办的为空 */
  why_not_code: string
  /** 意见不一致：这户共有人表态不一致，目前不计入任何一方 */
  in_conflict: boolean
  /** 代号：公布的记录里用它代替房号 */
  pseudonym: string
  /** 已投选票：本人为这户投的，含已被替换的 */
  ballots: (BallotView)[]
  /** 送达登记：没有的为空 */
  service: HomeService | null
}

/** 现行方案的公示：公开编码和须张贴的各单元。 */
export interface NoticeBoard {
  /** 方案版本 */
  version: number
  /** 公开码：公示公开地址中的那一段；未发布的为空 */
  public_token: string
  /** 公开地址 */
  public_url: string
  /** 查验码：印在公示上；大小写、空格、短横线不限 */
  check_code: string
  /** 查验地址 */
  check_url: string
  /** 已张贴：有有效照片的门厅数 */
  posted: number
  /** 各门厅 */
  items: (LobbyView)[]
}

/** 办理进程中的一步。 */
export interface NoticeEvent {
  /** 时间 */
  at: string
  /** 事件 */
  words: string
}

/** 一项责任限额，单位：分。 */
export interface NoticeLimit {
  /** 限额名称 */
  name: string
  /** 限额：单位：分 */
  amount_fen: number
}

/** 一份书面反对意见，不显示反对人，收到时间精确到分；`text` 为空表示文字正在审核（`waiting`）或经决定不予公开（`withheld`）。R7.8。 */
export interface NoticeObjection {
  /** 收到时间 */
  received_at: string
  /** 内容：正在审核或不予公开的为空 */
  text: string | null
  /** 文字是否公开 */
  text_state: 'shortened' | 'summary' | 'waiting' | 'whole' | 'withheld'
  /** 结果：可直接显示 */
  outcome_title: string
}

/** 不由统筹账户支付时的付款安排：提交方案时分户账承担和应补缴的金额、截至公示日已缴的金额，单位：分。户数过少、不便公布时 `withheld` 为真，三项金额都为 0（R12.2）。 */
export interface NoticePayment {
  /** 说明：可直接显示 */
  words: string
  /** 出资账户 */
  account: string
  /** 分摊方式 */
  split_by: string
  /** 户数 */
  homes: number
  /** 资金承担：由各户维修资金承担的。单位：分 */
  borne_fen: number
  /** 欠缴：维修资金不足以承担、须另行补缴的。单位：分 */
  owed_fen: number
  /** 欠缴户数 */
  owing_homes: number
  /** 已缴：截至公示制发日。单位：分 */
  paid_fen: number
  /** 不公开：业主过少，数字不公开，R12.2 */
  withheld: boolean
  /** 已预留：保费已从账户中预留 */
  held: boolean
}

/** 适用的一项规定及其在《实施方案》中的条款。 */
export interface NoticeRule {
  /** 规则：`docs/rules.md` 的编号 */
  rule: string
  /** 依据条款：方案或附件中的条目 */
  clause: string
  /** 规则内容 */
  words: string
}

/** 公示进行到哪一步；`last_on` 可能是暂定的（R9.2）。 */
export interface NoticeView {
  /** 门厅数：须张贴公示的单元门厅 */
  lobbies: number
  /** 已张贴：有有效照片的门厅数 */
  posted: number
  /** 缺期末照片：没有期末张贴照片的门厅数；登记备案前请核实 */
  unshown: number
  /** 公示首日：张贴次日 */
  from_on: string | null
  /** 公示末日：含当日；尚未起算或暂缓时为空 */
  last_on: string | null
  /** 截止时间：不含此刻；尚未起算的为空 */
  ends_at: string | null
  /** 暂定：所需年份的放假安排尚未公布，日期可能改变，R9.2 */
  provisional: boolean
  /** 公开码：公示公开地址中的那一段；未发布的为空 */
  public_token: string
  /** 名册变动：开始以后名册的变动，最近的在前；不含个人信息，R2.10 */
  roll_changes: (RollChangeSince)[]
}

/** 通过该方案的业主表决（R8.1）；参加户数过少、不便公布时 `told` 为假，不列数字。`url` 指向任何人都可据以重新计票的记录。 */
export interface NoticeVote {
  /** 说明：可直接显示 */
  words: string
  /** 轮次：同一方案的第几次表决 */
  round: number
  /** 计票日期 */
  counted_on: string
  /** 参与比例：全体的人数和面积都要达到 */
  participation_needed: string
  /** 同意比例：参与表决的人数和面积都要达到 */
  agreement_needed: string
  /** 记录地址：任何人可据以重新计票 */
  url: string
  /** 公布数字：参与户数过少的不公布数字，R12.2 */
  told: boolean
  /** 全体 */
  total: NoticeVoteSide
  /** 参与表决 */
  participating: NoticeVoteSide
  /** 同意 */
  agree: NoticeVoteSide
  /** 反对 */
  against: NoticeVoteSide
  /** 弃权 */
  abstain: NoticeVoteSide
}

/** 表决中一方的人数和专有部分面积（平方厘米）。 */
export interface NoticeVoteSide {
  /** 人数：一人几户合为一人，共有的一户合为一人，R8.1 */
  heads: number
  /** 面积：专有部分建筑面积。单位：平方厘米 */
  area_cm2: number
}

/** 公示中的一台电梯及其年保费，单位：分。 */
export interface NoticedElevator {
  /** 注册代码 */
  code: string
  /** 位置 */
  location: string
  /** 保费：单位：分 */
  premium_fen: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ObjectionList {
  /** 本页内容 */
  items: (ObjectionView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 反对意见的收件回执：何时收到、是否逾期，以及办件现在的状态。 */
export interface ObjectionReceipt {
  /** 反对意见标识 */
  objection_id: string
  /** 办件标识 */
  case_id: string
  /** 状态 */
  state: 'answered' | 'dismissed' | 'draft' | 'dropped' | 'open' | 'recorded' | 'settled' | 'superseded' | 'upheld' | 'withdrawn'
  /** 在期限内：`false` 为逾期提出，只答复，不暂缓 */
  in_time: boolean
  /** 收到时间：是否逾期以它为准 */
  arrived_at: string
  /** 办件状态 */
  case_state: State
  /** 日志树首：出具时最近封存的，留存它即可在 `/log` 核对日志；封存以前为空 */
  log_head: string
}

/** 申请复核的理由：为什么不服不成立的认定，或者不认可凭书面材料的了结。 */
export interface ObjectionReviewRequest {
  /** 复核理由 */
  text: string
}

/** 一份反对意见及其办理结果，姓名已脱敏。`text_checked` 是机器的意见，`text_release` 是住保中心对文字公开的决定，`public_text` 为公众看到的（R7.8）；尚未答复时 `due_on` 为 R7.6 的答复期限，当年节假日尚未公布的为暂定（R9.2）。 */
export interface ObjectionView {
  /** 标识 */
  id: string
  /** 办件标识 */
  case_id: string
  /** 办件编号 */
  case_number: string
  /** 办件状态 */
  case_state: State
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 紧急：情况紧急的优先办理 */
  urgent: boolean
  /** 方案版本：针对哪一版方案 */
  version: number
  /** 状态 */
  state: 'answered' | 'dismissed' | 'draft' | 'dropped' | 'open' | 'recorded' | 'settled' | 'superseded' | 'upheld' | 'withdrawn'
  /** 状态：可直接显示 */
  state_title: string
  /** 提出渠道 */
  channel: 'app' | 'paper'
  /** 在期限内：`false` 为逾期提出，只答复，不暂缓 */
  in_time: boolean
  /** 收到时间：是否逾期以它为准 */
  arrived_at: string
  /** 录入时间 */
  entered_at: string
  /** 提出人：姓名隐去部分 */
  objector: string
  /** 房屋编号 */
  home: string
  /** 内容 */
  text: string
  /** 材料 */
  files: (StoredFile)[]
  /** 本人提出 */
  mine: boolean
  /** 可撤回：本人现在可以撤回 */
  can_withdraw: boolean
  /** 可申请复核：本人现在可以申请复核 */
  can_review: boolean
  /** 本人录入：录入人不得复核自己的录入 */
  entered_by_me: boolean
  /** 已核对：纸质意见经第二人核对；小程序提出的不需要 */
  confirmed: boolean
  /** 决定理由：未决定的为空 */
  decision: string
  /** 首次决定理由：没有申请复核的为空 */
  first_decision: string
  /** 复核理由：没有申请复核的为空 */
  review_text: string
  /** 机器检查：微信内容安全检查的结果，只供参考，R7.8 */
  text_checked: 'doubtful' | 'exempt' | 'pass' | 'risky' | 'waiting'
  /** 内容是否公开：由住保中心的人决定，R7.8 */
  text_release: 'shortened' | 'summary' | 'waiting' | 'whole' | 'withheld'
  /** 公开的内容：公众看到的；尚未公开或不公开的为空 */
  public_text: string | null
  /** 决定时间：尚未决定的为空 */
  decided_at: string | null
  /** 首次决定时间：没有申请复核的为空 */
  first_decided_at: string | null
  /** 申请复核时间：没有申请的为空 */
  review_asked_at: string | null
  /** 书面记录：反对人签字的协商记录或撤回书；没有的为空 */
  record_file: StoredFile | null
  /** 协商记录：没有提出或已办结的为空 */
  proposal: ProposedSettlement | null
  /** 待复核的书面了结：没有的为空 */
  ending: WaitingEnding | null
  /** 凭书面材料了结 */
  ended_on_paper: boolean
  /** 办理期限：含当日；没有期限的为空 */
  due_on: string | null
  /** 办理截止时间：没有期限的为空 */
  due_at: string | null
  /** 暂定：所需年份的放假安排尚未公布，日期可能改变，R9.2 */
  provisional: boolean
  /** 逾期：已过办理期限 */
  overdue: boolean
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface OwnBallotList {
  /** 本页内容 */
  items: (OwnBallotRow)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 本人的一张选票，及其所属的表决和房屋。 */
export interface OwnBallotRow {
  /** 表决标识 */
  vote_id: string
  /** 办件标识 */
  case_id: string
  /** 办件编号 */
  case_number: string
  /** 楼栋或单元 */
  scope_name: string
  /** 轮次：同一方案的第几次表决 */
  round: number
  /** 表决事项 */
  question: string
  /** 表决状态 */
  vote_state: 'counted' | 'open' | 'void'
  /** 表决状态：可直接显示 */
  vote_state_title: string
  /** 截止时间：不含此刻；尚未起算的为空 */
  ends_at: string
  /** 房屋编号 */
  home: string
  /** 选票 */
  ballot: BallotView
}

/** 本人的一套房屋应承担的保费：分户账承担、应补缴和已缴的金额，单位：分。附件二(二)3。 */
export interface OwnCollectionPart {
  /** 房屋标识 */
  home_id: string
  /** 应分摊：保费中由这户承担的。单位：分 */
  part_fen: number
  /** 维修资金承担：单位：分 */
  fund_fen: number
  /** 欠缴：维修资金不足以承担、须另行补缴的。单位：分 */
  owed_fen: number
  /** 已缴：单位：分 */
  paid_fen: number
}

/** 本人的一个待启用的工作账号。 */
export interface OwnInvitation {
  /** 账号标识 */
  staff_id: string
  /** 用户名 */
  username: string
  /** 角色 */
  roles: (Role)[]
  /** 有效期至 */
  expires_at: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface OwnInvitationList {
  /** 本页内容 */
  items: (OwnInvitation)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 对查验码的答复：这是什么文书或公示，属实、已被新版取代或已撤回；不含任何人的信息。 */
export interface PaperCheck {
  /** 查验结果 */
  verdict: 'altered' | 'genuine' | 'superseded' | 'withdrawn'
  /** 查验码：印在公示上；大小写、空格、短横线不限 */
  check_code: string
  /** 名称：可直接显示 */
  title: string
  /** 办件编号 */
  case_number: string
  /** 版次：公示的即方案版本 */
  version: number
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 制发日期 */
  issued_on: string
  /** 文书编号：公示的为空 */
  number: string
  /** 内容指纹：公示的为空 */
  fingerprint: string
  /** 保费：单位：分 */
  premium_fen: number | null
  /** 公示阶段：可直接显示 */
  stage_title: string
  /** 公示公开码 */
  notice_token: string
  /** 截止时间：不含此刻；尚未起算的为空 */
  ends_at: string | null
  /** 新版公开码：没有新版的为空 */
  newer_token: string
}

/** 住保中心出具的文书的种类。R9.5。 */
export type PaperKind =
  | 'acceptance'
  | 'application'
  | 'contribution_receipt'
  | 'correction'
  | 'objection_receipt'
  | 'payment_notice'
  | 'payment_reminder'
  | 'payout_approval'
  | 'plan'
  | 'registration'
  | 'rejection'
  | 'signature_receipt'

export const paperKindTitles: Record<PaperKind, string> = {
  acceptance: '受理通知书',
  application: '电梯维修保险申请表',
  contribution_receipt: '缴款回执',
  correction: '补正通知书',
  objection_receipt: '书面反对意见回执',
  payment_notice: '划款通知书',
  payment_reminder: '催缴通知书',
  payout_approval: '保费拨付审批单',
  plan: '电梯维修保险投保方案',
  registration: '使用登记备案表',
  rejection: '不予受理（驳回）通知书',
  signature_receipt: '申请签名回执',
}

/** 本人现在可以打印的一种文书；分份的列出各份，`subject_id` 取其一。 */
export interface PaperOffer {
  /** 类别 */
  kind: PaperKind
  /** 名称：可直接显示 */
  title: string
  /** 分份：须指明 `subject_id` */
  by_subject: boolean
  /** 各份 */
  subjects: (PaperSubject)[]
}

/** 分份的文书（催缴通知、各种回执）针对哪一份。 */
export interface PaperPrintBody {
  /** 对象标识 */
  subject_id?: string | null | undefined
}

/** 文书可以针对的一份签名、反对意见、缴款或者一户。 */
export interface PaperSubject {
  /** 标识 */
  id: string
  /** 说明：可直接显示 */
  line: string
}

/** 证件上的姓名和号码，常见的写法都可以。 */
export interface Papers {
  /** 姓名 */
  name: string
  /** 证件号码：身份证等证件上的完整号码 */
  id_number: string
}

/** 现在受理的办件所适用的全部参数。 */
export interface ParameterTable {
  /** 小区标识 */
  community_id: string | null
  /** 小区 */
  community: string
  /** 各参数 */
  items: (ParameterView)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ParameterVersionList {
  /** 本页内容 */
  items: (ParameterVersionView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 参数的一个版本：何时生效、有何依据、改动了什么（最早的版本不详）。 */
export interface ParameterVersionView {
  /** 标识 */
  id: string
  /** 版本：从 1 起 */
  version: number
  /** 生效时间 */
  in_force_at: string
  /** 依据：文件名称、文号或公布处 */
  source: string
  /** 备案日期：议事规则备案的日期；城市参数的为空 */
  filed_on: string | null
  /** 改动的参数：最早一版不知道改了什么，为空 */
  changes: (ChangedParameter)[]
}

/** 一项参数的现值和默认值；`filed` 表示只有小区备案的议事规则才能另作规定。 */
export interface ParameterView {
  /** 参数：代码 */
  name: string
  /** 参数名称 */
  label: string
  /** 规则：`docs/rules.md` 的编号 */
  rule: string
  /** 现值：代码或数 */
  value: number | string
  /** 现值：可直接显示 */
  shown: string
  /** 默认值：代码或数；从未改动时的取值 */
  default: number | string
  /** 默认值：可直接显示 */
  default_shown: string
  /** 依议事规则：只能由小区备案的议事规则改变 */
  filed: boolean
}

/** 拨付申请：发票，以及事先上传的其他材料。 */
export interface PayoutBody {
  /** 发票号码 */
  invoice_number: string
  /** 发票金额：单位：分 */
  invoice_fen: number
  /** 发票文件 */
  invoice_file_id: string
  /** 材料文件：先行上传所得的文件标识 */
  file_ids?: (string)[] | undefined
}

/** 制单时的收款账户，账号隐去部分；其后账户变更了的，`now` 是保险机构现用的账户，本笔仍付到制单时的账户。R3.5。 */
export interface PayoutPayee {
  /** 收款账户标识 */
  payee_account_id: string
  /** 开户银行 */
  bank: string
  /** 银行账号：隐去部分 */
  bank_account: string
  /** 现用账号：隐去部分；没有变更的为空 */
  now: string
}

/** 保费的拨付及其期限；金额单位：分。收款账户只给经办拨付的人员和保险机构看。 */
export interface PayoutView {
  /** 状态 */
  state: 'paid' | 'prepared' | 'requested' | 'returned'
  /** 拨付金额：单位：分 */
  amount_fen: number
  /** 发票号码 */
  invoice_number: string
  /** 材料齐全日：拨付期限从次日起算，R9.1 */
  complete_on: string
  /** 拨付期限：含当日，R9.1 */
  due_on: string
  /** 暂定：所需年份的放假安排尚未公布，日期可能改变，R9.2 */
  provisional: boolean
  /** 拨付时间：尚未拨付的为空 */
  paid_at: string | null
  /** 收款账户：尚未制单的、无权查看的为空 */
  payee: PayoutPayee | null
}

/** 按钮 `getPhoneNumber` 给出的 `code`。 */
export interface PhoneCode {
  /** 手机号凭证：`getPhoneNumber` 按钮得到的 `code` */
  code: string
}

/** 现在保存的手机号，已脱敏。 */
export interface PhoneView {
  /** 手机号：隐去中间各位；未知为空 */
  phone: string
}

/** 保险机构提交的保险方案。 */
export interface PlanView {
  /** 查勘结果 */
  survey: string
  /** 保险责任 */
  cover: string
  /** 电梯 */
  elevators: (ElevatorPlanView)[]
  /** 服务内容：保险之外的服务 */
  service: string
  /** 材料 */
  files: (StoredFile)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PostingList {
  /** 本页内容 */
  items: (PostingRow)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一件公示的一个张贴处：待贴、照片待核看、已贴，或者照片被退回及其理由。 `since_at` 为从何时起等待张贴，`due` 为办件的下一个期限；暂缓期间公示期尚未起算的，以及重新上传本人照片的，`can_post` 也为真。 */
export interface PostingRow {
  /** 办件标识 */
  case_id: string
  /** 办件编号 */
  case_number: string
  /** 状态 */
  state: State
  /** 状态：可直接显示 */
  state_title: string
  /** 小区 */
  community: string
  /** 单元标识 */
  unit_id: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 张贴情况 */
  posting: 'posted' | 'refused' | 'waiting' | 'wanted'
  /** 现在可上传照片：暂缓而公示期尚未起算的也可以 */
  can_post: boolean
  /** 暂缓中 */
  paused: boolean
  /** 等待起始：从何时起等待办理 */
  since_at: string
  /** 公开码：公示、表决公开地址或门厅二维码中的那一段 */
  token: string
  /** 张贴取证地址：门厅二维码所指；只给物业和住保中心 */
  evidence_url: string
  /** 下一个期限：没有正在走的期限的为空 */
  due: CaseDue | null
  /** 张贴时间：照片收到的时间；尚未张贴的为空 */
  posted_at: string | null
  /** 退回时间：没有退回的为空 */
  refused_at: string | null
  /** 理由 */
  reason: string
}

/** 保费归集清单：须归集和已到账的金额，以及查看人可以看到的各户，按房屋编号排列；合计是整个办件的。 */
export interface PremiumCollection {
  /** 应归集：单位：分 */
  needed_fen: number
  /** 已归集：单位：分 */
  gathered_fen: number
  /** 已归集齐：可以签订合同 */
  complete: boolean
  /** 应分摊合计：单位：分 */
  part_fen: number
  /** 维修资金承担合计：单位：分 */
  fund_fen: number
  /** 户数 */
  homes: number
  /** 欠缴户数 */
  owing: number
  /** 各户 */
  items: (CollectionHome)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
}

/** 对现行规则表示同意，或撤回。敏感的事项须单独同意。 */
export interface PrivacyAgreement {
  /** 规则版本 */
  version: string
  /** 同意的事项 */
  consent: Consent
  /** 同意：撤回的为否 */
  agreed: boolean
}

/** 对一件事项的最后表示。 */
export interface PrivacyConsentLine {
  /** 同意的事项 */
  kind: Consent
  /** 规则版本 */
  version: string
  /** 同意：撤回的为否 */
  agreed: boolean
  /** 时间 */
  at: string
}

/** 本人对各事项的最后表示，和规则的现行版本。 */
export interface PrivacyConsents {
  /** 现行规则版本 */
  version: string
  /** 各事项 */
  consents: (PrivacyConsentLine)[]
  /** 对现行版本尚未同意的事项 */
  due: (Consent)[]
}

/** 个人信息处理规则：版本、逐条内容和请人同意的事项。 */
export interface PrivacyNotice {
  /** 规则版本 */
  version: string
  /** 逐条内容 */
  paragraphs: (string)[]
  /** 请人同意的事项 */
  subjects: (PrivacySubject)[]
}

/** 请人同意的一件事项，和不同意或撤回的后果。 */
export interface PrivacySubject {
  /** 同意的事项 */
  kind: Consent
  /** 事项：可直接显示 */
  title: string
  /** 不同意或撤回的后果 */
  consequence: string
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
  errors?: ({ pointer: string; detail: string; title?: string | undefined; allowed?: (unknown)[] | undefined })[] | undefined
  /** 多少秒后再试：与 `Retry-After` 相同；等也没有用的没有这一项。 */
  retry_after_seconds?: number | undefined
  [fact: string]: unknown
}

/** 住保中心提出、等待反对人本人同意的协商记录。 */
export interface ProposedSettlement {
  /** 书面记录：反对人签字的协商记录或撤回书；没有的为空 */
  record_file: StoredFile
  /** 协商情况 */
  note: string
  /** 提出时间 */
  proposed_at: string
}

/** 一户将要承担的金额，单位：分。 */
export interface ProposedShare {
  /** 房屋标识 */
  home_id: string
  /** 单元 */
  unit: string
  /** 房号 */
  room: string
  /** 分摊金额：单位：分 */
  amount_fen: number
}

/** 业主本人：房屋、姓名和号码；微信核验的手机号不是名册上的，另给通过了的人脸核身。 */
export interface ProvedIdentity {
  /** 房屋标识 */
  home_id: string
  /** 姓名 */
  name: string
  /** 证件号码：身份证等证件上的完整号码 */
  id_number: string
  /** 人脸核身标识：不给即凭微信核验的手机号 */
  face_check_id?: string | null | undefined
}

/** 终止委托的理由；中心须写明。 */
export interface ProxyEnding {
  /** 理由：本人终止的可以不写 */
  reason?: string | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ProxyList {
  /** 本页内容 */
  items: (ProxyView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一份委托，姓名和手机号已脱敏；`given` 表示由本人委托，`held` 表示由本人受托。 */
export interface ProxyView {
  /** 标识 */
  id: string
  /** 表决标识 */
  vote_id: string
  /** 房屋标识 */
  home_id: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 委托人：姓名隐去部分 */
  owner: string
  /** 受托人手机：隐去中间各位 */
  holder_phone: string
  /** 委托事项 */
  matter: string
  /** 委托书扫描件 */
  file: StoredFile
  /** 状态 */
  state: 'draft' | 'ended' | 'live'
  /** 状态：可直接显示 */
  state_title: string
  /** 本人委托：委托由本人作出 */
  given: boolean
  /** 本人受托 */
  held: boolean
  /** 本人录入：录入人不得复核自己的录入 */
  entered_by_me: boolean
  /** 录入时间 */
  entered_at: string
  /** 终止时间：没有终止的为空 */
  ended_at: string | null
  /** 终止原因：没有终止的为空 */
  reason: string
}

/** 一个统筹账户的公开信息：余额、资金来源、收支明细（最新在前）和相关公示。 */
export interface PublicAccount {
  /** 账户 */
  account: PublicAccountRow
  /** 余额来源：从哪里来、到哪里去；支出为负 */
  sources: (BalanceSource)[]
  /** 收支明细：最新在前 */
  movements: (PublicMovement)[]
  /** 公示 */
  notices: (PublicNoticeRow)[]
  /** 截至时间：数字截至此刻 */
  as_of: string
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
}

/** 各统筹账户，按编号排列；合计是全部账户的，不只本页。 只有一个账户不公布金额时，合计也为空，以免由合计推算（R12.2）。 */
export interface PublicAccountList {
  /** 本页内容 */
  items: (PublicAccountRow)[]
  /** 余额合计：全部账户的；只有一个账户且不公开时为空。单位：分 */
  total_balance_fen: number | null
  /** 预留合计：全部账户的；只有一个账户且不公开时为空。单位：分 */
  total_held_fen: number | null
  /** 截至时间：数字截至此刻 */
  as_of: string
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
}

/** 一个统筹账户；共有的业主过少时金额为空（R12.2）。 */
export interface PublicAccountRow {
  /** 楼栋或单元标识：统筹账户按它记账，申请也按它提出 */
  scope_id: string
  /** 名称 */
  name: string
  /** 记账单位 */
  kind: 'building' | 'unit'
  /** 不公开：业主过少，数字不公开，R12.2 */
  withheld: boolean
  /** 余额：不公开的为空。单位：分 */
  balance_fen: number | null
  /** 已预留：不公开的为空。单位：分 */
  held_fen: number | null
  /** 可用余额：不公开的为空。单位：分 */
  available_fen: number | null
}

/** 一条现行或曾经施行的基准利率；`proposed_by` 说明是系统预置还是由经办人录入。 */
export interface PublicBenchmarkRate {
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
  /** 提出方 */
  proposed_by: 'clerk' | 'program'
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PublicBenchmarkRateList {
  /** 本页内容 */
  items: (PublicBenchmarkRate)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 统筹账户的一笔收支：银行日期、用途、金额和其后余额，单位：分。 */
export interface PublicMovement {
  /** 生效日期：银行办理的日期 */
  effective_on: string
  /** 说明：可直接显示 */
  words: string
  /** 金额：单位：分 */
  amount_fen: number
  /** 余额：这一笔之后的余额。单位：分 */
  balance_after_fen: number
  /** 办件编号：与办件无关的为空 */
  case_number: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PublicNoticeList {
  /** 本页内容 */
  items: (PublicNoticeRow)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 列表中的一份公示；保费单位：分。 */
export interface PublicNoticeRow {
  /** 公开码：公示、表决公开地址或门厅二维码中的那一段 */
  token: string
  /** 办件编号 */
  case_number: string
  /** 方案版本 */
  version: number
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 保险机构 */
  insurer: string
  /** 保费：单位：分 */
  premium_fen: number
  /** 公示阶段：公众所见的办理进度 */
  stage: Stage
  /** 公示阶段：可直接显示 */
  stage_title: string
  /** 公布时间 */
  published_at: string
  /** 截止时间：不含此刻；尚未起算的为空 */
  ends_at: string | null
}

/** 公示全文：内容、进行到哪一步、何时以前可以提出反对意见；金额单位：分。看得见该办件的人凭 `case_id` 打开办件。 不由统筹账户支付的（见 `flow`），`payment` 说明由谁支付，`vote` 为业主表决结果，`pooled_fen`、`held_fen`、`available_fen` 为 0。`days_left` 为剩余天数，含当日、不含张贴当日；暂缓期间为停止计算时剩余的天数。 */
export interface PublicNoticeView {
  /** 公开码：公示、表决公开地址或门厅二维码中的那一段 */
  token: string
  /** 办件标识 */
  case_id: string
  /** 办件编号 */
  case_number: string
  /** 方案版本 */
  version: number
  /** 办理方式：谁的钱支付保费 */
  flow: 'added' | 'direct' | 'household' | 'independent' | 'pooled'
  /** 标题 */
  title: string
  /** 公示阶段：公众所见的办理进度 */
  stage: Stage
  /** 公示阶段：可直接显示 */
  stage_title: string
  /** 阶段说明：可直接显示 */
  stage_meaning: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 小区 */
  community: string
  /** 楼栋 */
  building: string
  /** 单元 */
  unit: string
  /** 电梯 */
  elevators: (NoticedElevator)[]
  /** 保险机构 */
  insurer: string
  /** 保险责任 */
  cover: string
  /** 赔偿限额 */
  limits: (NoticeLimit)[]
  /** 免赔约定 */
  deductible: string
  /** 保费：单位：分 */
  premium_fen: number
  /** 保险年数 */
  policy_years: number
  /** 楼栋或单元标识：统筹账户按它记账，申请也按它提出 */
  scope_id: string
  /** 出资账户：由哪个楼栋或单元的账户支付 */
  account_scope: string
  /** 统筹范围说明：利害关系人与出资人不一致时说明 */
  scope_note: string
  /** 统筹账户余额：不由统筹账户支付的为 0。单位：分 */
  pooled_fen: number
  /** 已预留：不由统筹账户支付的为 0。单位：分 */
  held_fen: number
  /** 可用余额：不由统筹账户支付的为 0。单位：分 */
  available_fen: number
  /** 余额日期 */
  balance_on: string
  /** 申请人：业主姓名隐去部分 */
  applicants: (string)[]
  /** 公示天数：单位：天 */
  notice_days: number
  /** 制发日期 */
  issued_on: string
  /** 提出异议的办法 */
  how_to_object: (string)[]
  /** 适用规则 */
  rules: (NoticeRule)[]
  /** 查验码：印在公示上；大小写、空格、短横线不限 */
  check_code: string
  /** 公开地址 */
  public_url: string
  /** 办理机构 */
  centre: string
  /** 咨询电话 */
  phone: string
  /** 反对意见：不说是谁提出的 */
  objections: (NoticeObjection)[]
  /** 办理经过 */
  timeline: (NoticeEvent)[]
  /** 暂定：所需年份的放假安排尚未公布，日期可能改变，R9.2 */
  provisional: boolean
  /** 出资情况：由统筹账户支付的为空 */
  payment: NoticePayment | null
  /** 业主表决：不须表决的为空 */
  vote: NoticeVote | null
  /** 公示首日：张贴次日；尚未起算的为空 */
  from_on: string | null
  /** 公示末日：含当日；尚未起算或暂缓时为空 */
  last_on: string | null
  /** 截止时间：不含此刻；尚未起算的为空 */
  ends_at: string | null
  /** 剩余天数：张贴当日不计，今天计入；暂缓时为停止时剩下的天数 */
  days_left: number | null
  /** 暂缓时间：没有暂缓的为空 */
  paused_at: string | null
  /** 新版公开码：没有新版的为空 */
  newer_token: string
  /** 名册变动：开始以后名册的变动，最近的在前；不含个人信息，R2.10 */
  roll_changes: (RollChangeSince)[]
}

/** 一笔已拨付的保费，单位：分；收款人只能是保险机构（R3.5）。 */
export interface PublicPayout {
  /** 拨付时间：尚未拨付的为空 */
  paid_at: string
  /** 办件编号 */
  case_number: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 保险机构 */
  insurer: string
  /** 金额：单位：分 */
  amount_fen: number
  /** 公示公开码 */
  notice_token: string
}

/** 已拨付的保费，最新在前；`total_fen` 是全部拨付的合计，取自账簿，单位：分。 */
export interface PublicPayoutList {
  /** 本页内容 */
  items: (PublicPayout)[]
  /** 合计：全部拨付的，不只本页。单位：分 */
  total_fen: number
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
}

/** 已定标的竞争性存放中的一份报价。 */
export interface PublicPlacementOffer {
  /** 开户银行 */
  bank: string
  /** 报价利率：单位：万分之一个百分点，15000 即 1.5% */
  rate_e4: number
  /** 收到时间 */
  received_at: string
  /** 已撤回 */
  withdrawn: boolean
  /** 中标：定标采用的报价 */
  awarded: boolean
}

/** 公开的已定标竞争性存放：各银行的报价、采用哪一家及理由。 */
export interface PublicPlacementRound {
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
  /** 公告时间 */
  announced_at: string
  /** 截止时间 */
  closed_at: string
  /** 定标时间 */
  awarded_at: string
  /** 理由 */
  reason: string
  /** 报价 */
  offers: (PublicPlacementOffer)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PublicPlacementRoundList {
  /** 本页内容 */
  items: (PublicPlacementRound)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 改革总体情况；金额单位：分，不公布的为空（R12.2）。 */
export interface PublicProgramme {
  /** 正在公示 */
  running_notices: number
  /** 已备案办件 */
  registered_cases: number
  /** 已投保电梯 */
  insured_elevators: number
  /** 统筹账户数 */
  scopes: number
  /** 余额：单位：分 */
  balance_fen: number | null
  /** 已预留：办件已占用而尚未支付的，R3.4。单位：分 */
  held_fen: number | null
  /** 已拨付：单位：分 */
  paid_fen: number
  /** 截至时间：数字截至此刻 */
  as_of: string
}

/** 一个已登记备案的办件；保费单位：分。 */
export interface PublicRegistration {
  /** 备案号 */
  number: string
  /** 办件编号 */
  case_number: string
  /** 登记时间 */
  registered_at: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 保险机构 */
  insurer: string
  /** 电梯台数 */
  elevators: number
  /** 保费：单位：分 */
  premium_fen: number
  /** 公示公开码 */
  notice_token: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PublicRegistrationList {
  /** 本页内容 */
  items: (PublicRegistration)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 公开的业主表决；计票之前不显示倾向。 计票之前，或参加户数过少而只公布结论时，`result` 为空，后者由 `withheld_reason` 说明原因；`record` 是下载计票记录的地址。 */
export interface PublicVote {
  /** 标识 */
  id: string
  /** 公开码：公示、表决公开地址或门厅二维码中的那一段 */
  token: string
  /** 小区 */
  community: string
  /** 楼栋或单元 */
  scope_name: string
  /** 办件编号 */
  case_number: string
  /** 轮次：同一方案的第几次表决 */
  round: number
  /** 状态 */
  state: 'counted' | 'open' | 'void'
  /** 状态：可直接显示 */
  state_title: string
  /** 表决事项 */
  question: string
  /** 开始时间 */
  opened_at: string
  /** 截止时间：不含此刻；尚未起算的为空 */
  ends_at: string
  /** 通过：计票前为空 */
  passed: boolean | null
  /** 楼栋或单元标识：统筹账户按它记账，申请也按它提出 */
  scope_id: string
  /** 参与比例：全体的人数和面积都要达到 */
  participation_needed: string
  /** 同意比例：参与表决的人数和面积都要达到 */
  agreement_needed: string
  /** 计票时间：此后不再收纸质选票的录入 */
  count_at: string
  /** 有纸质选票：本次表决也收纸质选票 */
  paper: boolean
  /** 户数 */
  homes: number
  /** 人数：一人几户合为一人，共有的一户合为一人，R8.1 */
  heads: number
  /** 总面积：计入的专有部分面积合计。单位：平方厘米 */
  area_cm2: number
  /** 名册指纹：开始时公布；RFC 6962，SHA-256，十六进制 */
  roll_root: string
  /** 记录指纹：计票后公布；RFC 6962，SHA-256，十六进制 */
  record_root: string
  /** 参与情况：计票前只说人数和面积是否达到，不显示倾向 */
  turnout: Turnout
  /** 名册变动：开始以后名册的变动，最近的在前；不含个人信息，R2.10 */
  roll_changes: (RollChangeSince)[]
  /** 计票时间：尚未计票的为空 */
  counted_at: string | null
  /** 结果：计票前为空；参与者过少的不公布 */
  result: ResultView | null
  /** 不公布的原因：公布的为空 */
  withheld_reason: string
  /** 记录地址：公布的计票记录 */
  record: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PublicVoteList {
  /** 本页内容 */
  items: (PublicVoteRow)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 公开列表中的一次业主表决；计票之前 `passed` 为空。已登录的业主以 `id` 查询。 */
export interface PublicVoteRow {
  /** 标识 */
  id: string
  /** 公开码：公示、表决公开地址或门厅二维码中的那一段 */
  token: string
  /** 小区 */
  community: string
  /** 楼栋或单元 */
  scope_name: string
  /** 办件编号 */
  case_number: string
  /** 轮次：同一方案的第几次表决 */
  round: number
  /** 状态 */
  state: 'counted' | 'open' | 'void'
  /** 状态：可直接显示 */
  state_title: string
  /** 表决事项 */
  question: string
  /** 开始时间 */
  opened_at: string
  /** 截止时间：不含此刻；尚未起算的为空 */
  ends_at: string
  /** 通过：计票前为空 */
  passed: boolean | null
}

/** 一个见证人，及其最近见证的树首。 */
export interface PublicWitness {
  /** 见证人标识 */
  witness_id: string
  /** 见证人 */
  witness_name: string
  /** 公钥：Ed25519，32 字节，十六进制 */
  public_key: string
  /** 起始时刻：含此刻 */
  from_at: string
  /** 终止时间：仍是见证人的为空 */
  ended_at: string | null
  /** 最近见证的树首：尚未见证过的为空 */
  tree_size: number | null
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface PublicWitnessList {
  /** 本页内容 */
  items: (PublicWitness)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 理由。 */
export interface Reason {
  /** 理由 */
  reason: string
}

/** 一家银行在年度合计中的部分，金额单位：分。 */
export interface ReportBank {
  /** 开户银行 */
  bank: string
  /** 存款笔数 */
  deposits: number
  /** 结息笔数 */
  settlements: number
  /** 冲销笔数 */
  reversals: number
  /** 银行利息：单位：分 */
  interest_fen: number
  /** 基准利息：归各户的部分，R4.3。单位：分 */
  benchmark_fen: number
  /** 增值收益：高出基准利息的部分，R4.3。单位：分 */
  value_added_fen: number
  /** 低于基准：利息不足基准利息的差额；不低于基准的为 0。单位：分 */
  shortfall_fen: number
}

/** 本年度由统筹账户支付保费的办件数和金额，单位：分。 */
export interface ReportCases {
  /** 拨付办件数 */
  paid: number
  /** 拨付保费：单位：分 */
  paid_fen: number
}

/** 全部统筹账户的合计：年初 + 收益 − 拨付 + 其他 = 年末，单位：分。 */
export interface ReportSums {
  /** 统筹账户数 */
  scopes: number
  /** 不公开账户数 */
  withheld: number
  /** 年初余额：单位：分 */
  start_fen: number
  /** 归集收益：归各统筹账户的增值收益。单位：分 */
  income_fen: number
  /** 拨付保费：单位：分 */
  payouts_fen: number
  /** 其他变动：单位：分 */
  other_fen: number
  /** 年末余额：单位：分 */
  end_fen: number
}

/** 年度存款及其利息的去向，单位：分。 `benchmark_fen` 归各分户账，`value_added_fen` 归统筹账户；`distributed_fen` 已记入统筹账户，`homes_fen` 已记入分户账；`carried_fen` 留待以后年度抵减。`earned` 为增值收益取得的自然年度（R4.5）。 */
export interface ReportTotals {
  /** 存款笔数 */
  deposits: number
  /** 结息笔数 */
  settlements: number
  /** 冲销笔数 */
  reversals: number
  /** 银行利息：单位：分 */
  interest_fen: number
  /** 基准利息：归各户的部分，R4.3。单位：分 */
  benchmark_fen: number
  /** 增值收益：高出基准利息的部分，R4.3。单位：分 */
  value_added_fen: number
  /** 低于基准：利息不足基准利息的差额；不低于基准的为 0。单位：分 */
  shortfall_fen: number
  /** 承前抵减：以前年度冲销留待本年抵减的。单位：分 */
  brought_fen: number
  /** 记入统筹账户：记入各统筹账户的合计。单位：分 */
  distributed_fen: number
  /** 结转下年：留待以后年度抵减的。单位：分 */
  carried_fen: number
  /** 记入分户账：记入各户维修资金的法定利息。单位：分 */
  homes_fen: number
  /** 收益归属：自然年到金额 */
  earned: Record<string, number>
}

/** 年度报告已公布的一个版本；`sha256` 是其 `report.json` 的散列值。 */
export interface ReportVersion {
  /** 年度 */
  year: number
  /** 版本：从 1 起 */
  version: number
  /** 公布时间 */
  published_at: string
  /** 摘要：`report.json` 的 SHA-256，十六进制 */
  sha256: string
  /** 更正原因：首次公布为空 */
  reason: string
}

/** 年度报告的一个版本及其合计，供与其他版本比较。 */
export interface ReportVersionFigures {
  /** 年度 */
  year: number
  /** 版本：从 1 起 */
  version: number
  /** 公布时间 */
  published_at: string
  /** 摘要：`report.json` 的 SHA-256，十六进制 */
  sha256: string
  /** 更正原因：首次公布为空 */
  reason: string
  /** 存款与利息合计 */
  totals: ReportTotals
  /** 统筹账户合计 */
  sums: ReportSums
  /** 办件 */
  cases: ReportCases
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ReportVersionList {
  /** 本页内容 */
  items: (ReportVersion)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 终止推举的理由；中心须写明。 */
export interface RepresentativeEnding {
  /** 理由：本人终止的可以不写 */
  reason?: string | undefined
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface RepresentativeList {
  /** 本页内容 */
  items: (RepresentativeView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 代表一户表决的人，姓名已脱敏。 */
export interface RepresentativeView {
  /** 标识 */
  id: string
  /** 房屋标识 */
  home_id: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 代表：姓名隐去部分 */
  owner: string
  /** 推举书扫描件 */
  file: StoredFile
  /** 状态 */
  state: 'draft' | 'ended' | 'live'
  /** 状态：可直接显示 */
  state_title: string
  /** 本人录入：录入人不得复核自己的录入 */
  entered_by_me: boolean
  /** 录入时间 */
  entered_at: string
  /** 终止时间：没有终止的为空 */
  ended_at: string | null
}

/** 计票过程，`reasons` 逐项列出；面积单位：平方厘米。R8.1 至 R8.4。 `certain_at` 为结果已成定局的时刻，仅中心可见，以免由邻居的投票时间推知其意见（R8.5）；`dropped_papers` 为未及时核对的纸质票批数。`withheld_reason` 说明因参加户数过少、只向审计显示的原因（R12.2），否则为空文本。 */
export interface ResultView {
  /** 通过 */
  passed: boolean
  /** 全体 */
  total: HeadsAndArea
  /** 参与表决 */
  participating: HeadsAndArea
  /** 同意 */
  agree: HeadsAndArea
  /** 反对 */
  against: HeadsAndArea
  /** 弃权 */
  abstain: HeadsAndArea
  /** 两边表态的人数：一人几户表态不一，人数计参与、不计任何一方 */
  split_heads: number
  /** 参与户数 */
  participating_homes: number
  /** 意见不一致户数：共有人表态不一致，不计入任何一方，R2.3 */
  conflict_homes: number
  /** 未表态户数 */
  silent_homes: number
  /** 随多数户数：未表态而按议事规则随多数计入的，R8.4 */
  followed_homes: number
  /** 未计入的批次：计票时尚未经第二人核对的纸质选票批次数 */
  dropped_papers: number
  /** 计票说明：逐行写出算式；可直接显示 */
  reasons: (string)[]
  /** 送达：未表态不随多数的为空 */
  service: ServiceOutcome | null
  /** 结果确定时间：从哪一票起结果已定；只给住保中心和审计 */
  certain_at: string | null
  /** 不公布的原因：参与者过少，只给审计；公布的为空 */
  withheld_reason: string
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

/** 开始以后名册的一次变动：哪一种、何时、涉及几户；不含个人信息（R2.10）。 */
export interface RollChangeSince {
  /** 类别 */
  kind: 'home' | 'owner' | 'ownership'
  /** 类别：可直接显示 */
  kind_title: string
  /** 变动时间 */
  at: string
  /** 户数 */
  homes: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface RollCorrectionList {
  /** 本页内容 */
  items: (RollCorrectionView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一份更正名册的申请；`value` 已脱敏。 */
export interface RollCorrectionView {
  /** 标识 */
  id: string
  /** 房屋 */
  home: HomeLine
  /** 更正的内容 */
  field: 'name' | 'phone'
  /** 更正内容名称 */
  field_title: string
  /** 应为：隐去部分 */
  value: string
  /** 申请的理由 */
  why: string
  /** 材料 */
  files: (StoredFile)[]
  /** 状态 */
  state: 'done' | 'open' | 'proposed' | 'refused' | 'withdrawn'
  /** 状态：可直接显示 */
  state_title: string
  /** 理由 */
  reason: string
  /** 申请时间 */
  made_at: string
  /** 决定时间：尚未决定的为空 */
  decided_at: string | null
}

/** 一个房号，不显示业主。 */
export interface RoomLine {
  /** 标识 */
  id: string
  /** 单元 */
  unit: string
  /** 房号 */
  room: string
  /** 用途 */
  use: '住宅' | '储藏室' | '其他' | '办公' | '商业' | '车位'
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface RoomLineList {
  /** 本页内容 */
  items: (RoomLine)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 今天有效的、已通过审核的授权（R5.1）。 */
export interface RunningAppointment {
  /** 授权标识 */
  appointment_id: string
  /** 小区标识 */
  community_id: string
  /** 小区 */
  community: string
  /** 任职身份 */
  role: 'committee' | 'independent' | 'manager'
  /** 名称 */
  name: string
  /** 所代表的单位：业主委员会、物业服务企业或独立产权人的名称 */
  body_name: string
  /** 截止日：含当日 */
  to_on: string
}

/** 一个统筹账户的余额、已被办件冻结和可用的金额，单位：分。R3.4。 */
export interface ScopeBalanceView {
  /** 楼栋或单元标识：统筹账户按它记账，申请也按它提出 */
  scope_id: string
  /** 编号 */
  code: string
  /** 名称 */
  name: string
  /** 记账单位 */
  kind: 'building' | 'unit'
  /** 余额：单位：分 */
  balance_fen: number
  /** 已预留：办件已占用而尚未支付的，R3.4。单位：分 */
  held_fen: number
  /** 可用余额：余额减去已预留的，R3.4。单位：分 */
  available_fen: number
  /** 总面积：计入的专有部分面积合计。单位：平方厘米 */
  area_cm2: number
  /** 本人各户 */
  homes: (ScopeHomeShare)[]
  /** 份额说明 */
  share_note: string
}

/** 服务于该楼栋（单元）的一台电梯；没有在办的办件占用它时，`free` 为真。 `conditions` 是签名之前即可核对的条件（统筹账户资金、维保、检验、有无在办申请），均具备时 `ready` 为真；`visit_by_on` 为下一次维保的最迟日期；`held_by` 是占用它的办件，只告诉看得见该办件的人。 */
export interface ScopeElevator {
  /** 标识 */
  id: string
  /** 注册代码 */
  code: string
  /** 名称 */
  name: string
  /** 服务单元：这台电梯通到的单元 */
  serves: (string)[]
  /** 安装日期 */
  installed_on: string
  /** 可申请：没有在办的申请列明这台电梯 */
  free: boolean
  /** 条件具备：签名之前可知的各项条件都符合 */
  ready: boolean
  /** 投保条件 */
  conditions: (ConditionView)[]
  /** 检验有效期至：含当日，R5.4 */
  inspection_until_on: string
  /** 最近一次维保：没有记录的为空 */
  last_visit_on: string | null
  /** 下次维保最迟日期：没有维保记录的为空 */
  visit_by_on: string | null
  /** 维保单位许可至：没有登记的为空 */
  licence_until_on: string | null
  /** 保险到期日：含当日；没有投保的为空 */
  covered_until_on: string | null
  /** 占用的办件：没有或者看不见的为空 */
  held_by: Holder | null
}

/** 服务于该楼栋（单元）的电梯，按编号排列。 */
export interface ScopeElevators {
  /** 本页内容 */
  items: (ScopeElevator)[]
}

/** 未到期存款截至某日可望给该统筹账户的收益估算，单位：分；不计入任何余额。R4.4。 */
export interface ScopeEstimate {
  /** 截至日期：预估算到这一天 */
  as_of_on: string
  /** 预估收益：银行结息入账前不得动用。单位：分 */
  estimate_fen: number
  /** 计算时间 */
  computed_at: string
  /** 说明 */
  note: string
}

/** 本户按面积折算的统筹余额份额，单位：分；仅供参考，不属个人财产（R3.8）。 */
export interface ScopeHomeShare {
  /** 房屋标识 */
  home_id: string
  /** 房号 */
  room: string
  /** 面积：专有部分建筑面积。单位：平方厘米 */
  area_cm2: number
  /** 面积来源：不动产登记、测绘或合同，依次取先有的，R2.1 */
  area_source: AreaSource
  /** 折算份额：仅供参考，不计入分户账，R3.8。单位：分 */
  share_fen: number
}

/** 统筹账户历年归集的收益（最近年度在前）和未到期存款的估算。 */
export interface ScopeIncome {
  /** 楼栋或单元标识：统筹账户按它记账，申请也按它提出 */
  scope_id: string
  /** 收益预估：银行结息入账前不得动用，R4.4 */
  estimate: ScopeEstimate | null
  /** 各年度 */
  items: (ScopeYear)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
}

/** 列表中的一个记账单位（楼栋或单元）及其统筹账户。 */
export interface ScopeLine {
  /** 楼栋或单元标识：统筹账户按它记账，申请也按它提出 */
  scope_id: string
  /** 编号 */
  code: string
  /** 名称 */
  name: string
  /** 记账单位 */
  kind: 'building' | 'unit'
  /** 小区 */
  community: string
  /** 余额：单位：分 */
  balance_fen: number
  /** 已预留：办件已占用而尚未支付的，R3.4。单位：分 */
  held_fen: number
  /** 可用余额：余额减去已预留的，R3.4。单位：分 */
  available_fen: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ScopeLineList {
  /** 本页内容 */
  items: (ScopeLine)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一个统筹账户的年度情况；不公布的，金额为空。R12.2。 */
export interface ScopeOfYear {
  /** 楼栋或单元标识：统筹账户按它记账，申请也按它提出 */
  scope_id: string
  /** 编号 */
  code: string
  /** 名称 */
  name: string
  /** 记账单位 */
  kind: 'building' | 'unit'
  /** 不公开：业主过少，数字不公开，R12.2 */
  withheld: boolean
  /** 业主人数：不公开的为空 */
  owners: number | null
  /** 年初余额：不公开的为空。单位：分 */
  start_fen: number | null
  /** 归集收益：不公开的为空。单位：分 */
  income_fen: number | null
  /** 拨付保费：不公开的为空。单位：分 */
  payouts_fen: number | null
  /** 其他变动：不公开的为空。单位：分 */
  other_fen: number | null
  /** 年末余额：不公开的为空。单位：分 */
  end_fen: number | null
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ScopeSwitchList {
  /** 本页内容 */
  items: (ScopeSwitchView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 从一个统筹账户结转到另一个的金额，单位：分。 */
export interface ScopeSwitchMove {
  /** 转出单位标识 */
  from_scope_id: string
  /** 转出单位 */
  from_scope: string
  /** 转入单位标识 */
  to_scope_id: string
  /** 转入单位 */
  to_scope: string
  /** 金额：单位：分 */
  amount_fen: number
}

/** 一次记账单位变更：自 `on` 之日起，各户归入新的记账单位。 */
export interface ScopeSwitchView {
  /** 标识 */
  id: string
  /** 楼栋标识 */
  building_id: string
  /** 楼栋 */
  building: string
  /** 变更后记账单位 */
  to_kind: 'building' | 'unit'
  /** 状态 */
  state: 'done' | 'draft' | 'dropped'
  /** 状态：可直接显示 */
  state_title: string
  /** 理由 */
  reason: string
  /** 变更日期：从这天起按新的单位记账；未复核的为空 */
  on: string | null
  /** 余额转移 */
  moves: (ScopeSwitchMove)[]
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

/** 已结账年度归集到该统筹账户的收益，单位：分；`earned` 按取得收益的自然年度列出。 */
export interface ScopeYear {
  /** 年度 */
  year: number
  /** 各笔分得：本年度各笔结息分得的合计。单位：分 */
  shares_fen: number
  /** 承前抵减：以前年度冲销留待本年抵减的。单位：分 */
  brought_fen: number
  /** 本年入账：本年度记入账户的。单位：分 */
  posted_fen: number
  /** 结转下年：留待以后年度抵减的。单位：分 */
  carried_fen: number
  /** 收益归属：按收益产生的自然年，R4.5 */
  earned: (IncomeSlice)[]
}

/** 名册中的一户，是否已证明送达、以什么方式，业主何时声明未收到。 */
export interface ServedHome {
  /** 房屋标识 */
  home_id: string
  /** 位置：小区、楼栋、单元和房号 */
  place: string
  /** 已送达 */
  served: boolean
  /** 送达方式 */
  how: '' | 'in_person' | 'message' | 'post' | 'posted'
  /** 声明未收到的时间：没有的为空 */
  contested_at: string | null
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ServedHomeList {
  /** 本页内容 */
  items: (ServedHome)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 本人的哪一户没有收到送达。 */
export interface ServiceContest {
  /** 房屋标识 */
  home_id: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface ServiceEntryList {
  /** 本页内容 */
  items: (ServiceEntryRow)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 一件送达登记或者撤销：多少户、何种方式、由哪一方录入、是否已经第二人复核。 */
export interface ServiceEntryRow {
  /** 标识 */
  id: string
  /** 表决标识 */
  vote_id: string
  /** 类别 */
  kind: 'proof' | 'withdrawal'
  /** 类别：可直接显示 */
  kind_title: string
  /** 状态 */
  state: 'confirmed' | 'draft' | 'dropped'
  /** 状态：可直接显示 */
  state_title: string
  /** 户数 */
  homes: number
  /** 送达方式：撤销的为空 */
  how: '' | 'in_person' | 'message' | 'post' | 'posted'
  /** 登记方：可直接显示 */
  by_title: string
  /** 撤销理由：登记送达的为空 */
  why: string
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

/** 一件送达登记或者撤销，连同所涉各户和凭证。 */
export interface ServiceEntryView {
  /** 标识 */
  id: string
  /** 表决标识 */
  vote_id: string
  /** 类别 */
  kind: 'proof' | 'withdrawal'
  /** 类别：可直接显示 */
  kind_title: string
  /** 状态 */
  state: 'confirmed' | 'draft' | 'dropped'
  /** 状态：可直接显示 */
  state_title: string
  /** 户数 */
  homes: number
  /** 送达方式：撤销的为空 */
  how: '' | 'in_person' | 'message' | 'post' | 'posted'
  /** 登记方：可直接显示 */
  by_title: string
  /** 撤销理由：登记送达的为空 */
  why: string
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
  /** 送达凭证：撤销的为空 */
  file: StoredFile | null
  /** 所涉各户 */
  places: (EntryHome)[]
}

/** 结果所依据的送达：两人登记证明送达的户数、各种方式，因此随多数计入的未表态人数和户数。 只在议事规则规定未表态随多数时给出。 */
export interface ServiceOutcome {
  /** 户数 */
  homes: number
  /** 已送达户数 */
  served: number
  /** 各种方式 */
  ways: (ServiceWay)[]
  /** 随多数人数 */
  followed_heads: number
  /** 随多数户数：未表态而按议事规则随多数计入的，R8.4 */
  followed_homes: number
  /** 说明：可直接显示 */
  words: string
}

/** 送达了哪些房屋、以什么方式，以及证明文件。 */
export interface ServiceProof {
  /** 房屋标识 */
  home_ids: (string)[]
  /** 送达凭证 */
  file_id: string
  /** 送达方式 */
  how: 'in_person' | 'message' | 'post' | 'posted'
}

/** 两人登记证明送达的户数；`matters` 表示计票是否考虑送达，并说明原因。 */
export interface ServiceView {
  /** 表决标识 */
  vote_id: string
  /** 户数 */
  homes: number
  /** 已送达户数 */
  served: number
  /** 业主声明未收到的户数：因此不算送达的 */
  contested: number
  /** 待复核件数 */
  waiting: number
  /** 影响计票：送达与否是否影响计票 */
  matters: boolean
  /** 说明：可直接显示 */
  words: string
}

/** 一种送达方式和户数。 */
export interface ServiceWay {
  /** 送达方式 */
  how: 'in_person' | 'message' | 'post' | 'posted'
  /** 送达方式：可直接显示 */
  how_title: string
  /** 户数 */
  homes: number
}

/** 撤销哪些房屋的送达登记，以及理由。 */
export interface ServiceWithdrawal {
  /** 房屋标识 */
  home_ids: (string)[]
  /** 理由 */
  reason: string
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface SessionList {
  /** 本页内容 */
  items: (SessionView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 本人的一个登录；`current` 表示正是发出本次请求的登录。 */
export interface SessionView {
  /** 标识 */
  id: string
  /** 设备名称：本人认得出这台手机或电脑的名字 */
  device: string
  /** 登录时间 */
  created_at: string
  /** 有效期至 */
  expires_at: string
  /** 当前登录：发出本次请求的就是它 */
  current: boolean
}

/** 反对人本人同意的是哪一份协商记录。 */
export interface SettlementConsent {
  /** 书面记录：所读的那一份；其间换过的不算同意 */
  record_file_id: string
}

/** 分摊办法：按面积、平均，或逐户约定；只有逐户约定的才填 `homes`。 */
export interface ShareProposalBody {
  /** 分摊方式 */
  method: 'area' | 'custom' | 'equal'
  /** 各户约定份额：只用于按约定份额 */
  homes?: (AgreedShare)[] | undefined
}

/** 提交表决的分摊方案；`text` 是写入表决事项的文字。业主可见本人房屋的份额和合计，申请人和中心可见全部。 */
export interface ShareProposalView {
  /** 分摊方式 */
  method: 'area' | 'custom' | 'equal'
  /** 分摊方式：可直接显示 */
  method_title: string
  /** 分摊说明：表决事项中的说法 */
  text: string
  /** 合计：单位：分 */
  total_fen: number
  /** 户数 */
  homes_count: number
  /** 提出时间 */
  proposed_at: string
  /** 各户分摊：业主只见本人各户，申请人和住保中心见全部 */
  homes: (ProposedShare)[]
}

/** 从专户支付或将要支付的一个年度。 */
export interface SpecialAccountCase {
  /** 办件标识 */
  case_id: string
  /** 办件编号 */
  number: string
  /** 状态 */
  state: State
  /** 状态：可直接显示 */
  state_title: string
  /** 保费：单位：分 */
  premium_fen: number
  /** 已预留：保费已从账户中预留 */
  held: boolean
  /** 已拨付：单位：分 */
  paid_fen: number
  /** 保险起始日：尚未签订合同的为空 */
  from_on: string | null
  /** 保险到期日：含当日；尚未签订合同的为空 */
  to_on: string | null
}

/** 一户已复核入账的缴存，单位：分；没有房屋的，是独立产权人的缴存。 */
export interface SpecialAccountDeposit {
  /** 房屋标识：独立产权人的缴存为空 */
  home_id: string | null
  /** 单元 */
  unit: string
  /** 房号 */
  room: string
  /** 缴存金额：单位：分 */
  amount_fen: number
}

/** 专户的一台电梯；保费取自最近的方案，单位：分。 */
export interface SpecialAccountElevator {
  /** 标识 */
  id: string
  /** 注册代码 */
  code: string
  /** 名称 */
  name: string
  /** 已报废：报废后专户余额方可退还 */
  condemned: boolean
  /** 保费：最近一份方案的年保费。单位：分 */
  premium_fen: number
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface SpecialAccountList {
  /** 本页内容 */
  items: (SpecialAccountRow)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 列表中的一个电梯保险专户；金额单位：分。 */
export interface SpecialAccountRow {
  /** 标识 */
  id: string
  /** 专户编号 */
  number: string
  /** 专户种类 */
  kind: 'independent' | 'scope'
  /** 户名 */
  holder: string
  /** 楼栋或单元标识：统筹账户按它记账，申请也按它提出 */
  scope_id: string
  /** 楼栋或单元 */
  scope_name: string
  /** 小区 */
  community: string
  /** 余额：单位：分 */
  balance_fen: number
  /** 已预留：办件已占用而尚未支付的，R3.4。单位：分 */
  held_fen: number
  /** 可用余额：余额减去已预留的，R3.4。单位：分 */
  available_fen: number
  /** 开设时间 */
  opened_at: string
  /** 销户时间：为空即没有销户 */
  closed_at: string | null
}

/** 一个电梯保险专户，金额单位：分。一次缴足 `years` 年，其中 `years_paid` 年已付或已预留；`refundable_fen` 为现在可退的金额，电梯未报废时为 0。业主只见本人房屋的缴存，中心可见全部。 */
export interface SpecialAccountView {
  /** 标识 */
  id: string
  /** 专户编号 */
  number: string
  /** 专户种类 */
  kind: 'independent' | 'scope'
  /** 户名 */
  holder: string
  /** 楼栋或单元标识：统筹账户按它记账，申请也按它提出 */
  scope_id: string
  /** 楼栋或单元 */
  scope_name: string
  /** 小区 */
  community: string
  /** 余额：单位：分 */
  balance_fen: number
  /** 已预留：办件已占用而尚未支付的，R3.4。单位：分 */
  held_fen: number
  /** 可用余额：余额减去已预留的，R3.4。单位：分 */
  available_fen: number
  /** 开设时间 */
  opened_at: string
  /** 销户时间：为空即没有销户 */
  closed_at: string | null
  /** 退款银行 */
  refund_bank: string
  /** 退款账号：产权人自己的账号，余额只退往这里 */
  refund_account: string
  /** 交存年数：一次交存几年的保费 */
  years: number
  /** 已付年数：已支付或已预留的年数 */
  years_paid: number
  /** 可退：现在可以退还的金额。单位：分 */
  refundable_fen: number
  /** 电梯 */
  elevators: (SpecialAccountElevator)[]
  /** 各年办件 */
  cases: (SpecialAccountCase)[]
  /** 各户缴存：业主只见本人各户，住保中心见全部 */
  deposits: (SpecialAccountDeposit)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface SpecialRefundList {
  /** 本页内容 */
  items: (SpecialRefundView)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 专户的一笔退款，金额单位：分；收款账号只显示末四位。 */
export interface SpecialRefundView {
  /** 标识 */
  id: string
  /** 专户标识：业主缴存的电梯保险专户 */
  special_account_id: string
  /** 编号 */
  number: string
  /** 金额：单位：分 */
  amount_fen: number
  /** 收款方 */
  payee: string
  /** 收款账号：只显示末四位 */
  payee_account: string
  /** 退款日期：银行办理的日期 */
  effective_on: string
  /** 凭证号：银行回单或收据的编号 */
  voucher: string
  /** 理由 */
  reason: string
  /** 作废原因：没有作废的为空 */
  drop_reason: string
  /** 报废证明 */
  file: StoredFile
  /** 状态 */
  state: 'draft' | 'dropped' | 'posted' | 'reversed'
  /** 录入时间 */
  entered_at: string
  /** 复核时间：尚未复核的为空 */
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

/** 一份材料：凭 `id` 下载，`size` 的单位是字节；`name` 由本系统按种类和日期定。 */
export interface StoredFile {
  /** 标识 */
  id: string
  /** 名称 */
  name: string
  /** 文件类型 */
  media_type: string
  /** 文件大小：单位：字节 */
  size: number
  /** 原文件名：上传人所用的名称 */
  sent_name: string
  /** 材料类别：附到事项上时确定；尚未使用的为空 */
  file_class: FileClass
}

/** 可向用户请求订阅的模板（`template_id`）及现状：一次性模板剩余的次数，或长期模板的持续订阅。`scenes` 是点了什么之后可以请求订阅它。同一弹窗中不要混合长期与一次性模板，也不要超过五个，否则微信拒绝。 */
export interface TemplateConsent {
  /** 模板：本系统的模板名 */
  template: 'notice' | 'progress' | 'task'
  /** 模板标识：微信的模板 ID */
  template_id: string
  /** 模板名称 */
  title: string
  /** 长期订阅：不可与一次性模板同弹窗询问 */
  long_term: boolean
  /** 何时询问：点了什么之后可以请求订阅它 */
  scenes: ('apply' | 'appoint' | 'bind' | 'claim' | 'object' | 'post' | 'sign' | 'vote')[]
  /** 剩余条数：一次性模板还可以发几条 */
  remaining: number
  /** 已长期同意：长期模板的同意一直有效 */
  standing: boolean
}

/** 办理经过中的一步；经办人只显示身份类别，不显示姓名。 */
export interface TimelineItem {
  /** 记录标识 */
  event_id: string
  /** 事件：代码 */
  kind: 'Accepted' | 'AccountActivated' | 'AccountChangeDropped' | 'AccountChangeEntered' | 'AccountCreated' | 'AccountDisabled' | 'AccountEnabled' | 'AccountInvitedAnew' | 'AccountLoggedIn' | 'AccountOpened' | 'AccountRolesChanged' | 'AdviceDropped' | 'AdviceEntered' | 'Applied' | 'AppointmentDecided' | 'AppointmentEnded' | 'AppointmentMade' | 'AppointmentProposed' | 'AwardProposed' | 'AwardReturned' | 'BallotCast' | 'BallotOverridden' | 'BankAccountClosed' | 'BankAccountOpened' | 'BindingContestDismissed' | 'BindingContestUpheld' | 'BindingContested' | 'BindingEnded' | 'BindingEndingDropped' | 'CalendarChanged' | 'CalendarProposed' | 'CaseCorrected' | 'CaseFileTaken' | 'CaseLapsed' | 'CasePaperIssued' | 'CasePaperReprinted' | 'CaseRejected' | 'CaseReturned' | 'CaseWithdrawn' | 'ClaimDecided' | 'ClaimMade' | 'ClaimProposed' | 'CollectionChanged' | 'CollectionComplete' | 'CollectionOpened' | 'ContentWritten' | 'Contracted' | 'CorrectionAsked' | 'CorrectionDecided' | 'CorrectionProposed' | 'DepositDropped' | 'DepositEntered' | 'DepositMaturing' | 'DepositPlaced' | 'DepositRenewed' | 'DepositSettled' | 'DifferenceExplained' | 'EmployeeCorrected' | 'EmployeeRegistered' | 'EndingDropped' | 'EndingEntered' | 'FileErased' | 'FileRead' | 'Filed' | 'FundDropped' | 'FundEntered' | 'FundPassedOn' | 'FundPosted' | 'FundRestored' | 'FundRunsLow' | 'HeadSent' | 'HeadWitnessed' | 'HeldByHand' | 'HomeBound' | 'HomeLeft' | 'InsurerAdmitted' | 'InsurerProposed' | 'InsurerReadmitted' | 'InsurerSuspended' | 'InvitationCollected' | 'JournalDropped' | 'JournalEntered' | 'JournalPosted' | 'JournalReversed' | 'KeysRotated' | 'LateObjectionAnswered' | 'LateObjectionRecorded' | 'LinesMatched' | 'LobbyAccepted' | 'LobbyEvidenceMissing' | 'LobbyEvidenced' | 'LobbyRefused' | 'LobbyReported' | 'LobbyShown' | 'LoginChangeAsked' | 'LoginChangeContested' | 'LoginChangeRefused' | 'LoginReplaced' | 'MarkedUrgent' | 'MatchUndone' | 'NoticeEnded' | 'NoticePublished' | 'NoticeRecounted' | 'NoticeResumed' | 'NoticeStarted' | 'ObjectionAdded' | 'ObjectionReopened' | 'ObjectionSettled' | 'ObjectionTextJudged' | 'ObjectionUpheld' | 'OfferRecorded' | 'OfferWithdrawn' | 'OpeningsClosed' | 'OpeningsClosingDropped' | 'OpeningsClosingEntered' | 'OwnershipEnded' | 'PaperBallotsConfirmed' | 'PaperBallotsCorrected' | 'PaperBallotsDropped' | 'PaperBallotsEntered' | 'PaperIssued' | 'PaperObjectionConfirmed' | 'ParametersDecided' | 'ParametersProposed' | 'PasswordChanged' | 'Paused' | 'PayeeAccountAgreed' | 'PayeeAccountConfirmed' | 'PayeeAccountDropped' | 'PayeeAccountEntered' | 'PayeeAccountRefused' | 'PayoutDue' | 'PayoutPrepared' | 'PayoutRecounted' | 'PayoutRequested' | 'PayoutReturned' | 'PersonErased' | 'PhoneChanged' | 'PlanFiled' | 'PolicyIssued' | 'PolicyRecorded' | 'PremiumPaid' | 'PrivacyAgreed' | 'ProxyEnded' | 'ProxyEntered' | 'ProxyRecorded' | 'RateDecided' | 'RateProposed' | 'ReceiptDropped' | 'ReceiptEntered' | 'ReceiptPosted' | 'ReconciliationCertified' | 'ReconciliationDropped' | 'ReconciliationPrepared' | 'RefundDropped' | 'RefundEntered' | 'RefundPosted' | 'Registered' | 'ReleasedByHand' | 'RepresentativeEnded' | 'RepresentativeEntered' | 'RepresentativeNamed' | 'ReversalAsked' | 'ReversalDropped' | 'RollDropped' | 'RollImported' | 'RollUploaded' | 'RoundAnnounced' | 'RoundAwarded' | 'RoundCancelled' | 'ScopeSwitchDropped' | 'ScopeSwitchEntered' | 'ScopeSwitched' | 'SettlementProposed' | 'SettlementReversed' | 'SharesProposed' | 'SignatureWithdrawn' | 'Signed' | 'StatementDropped' | 'StatementTaken' | 'StatementUploaded' | 'StillHangingAsked' | 'TablesMigrated' | 'TakingOverDropped' | 'TakingOverProposed' | 'Unmasked' | 'UrgencyLifted' | 'VoteClosed' | 'VoteOpened' | 'VoteReminded' | 'VoteServed' | 'VoteServiceContested' | 'VoteServiceDropped' | 'VoteServiceEntered' | 'VoteServiceWithdrawn' | 'WitnessEnded' | 'WitnessNamed' | 'WitnessProposed' | 'YearClosed' | 'YearClosingStarted' | 'YearPreviewed' | 'YearPublished'
  /** 事件：可直接显示 */
  title: string
  /** 时间 */
  at: string
  /** 办理身份：只说身份，不说是谁 */
  role_title: string
  /** 原因：没有的为空 */
  reason: string
  /** 记录内容：随类别而不同 */
  data: Record<string, unknown>
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface TimelineList {
  /** 本页内容 */
  items: (TimelineItem)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 参与情况：人数，和面积是否达到规定；`reached` 表示人数和面积都已达到（R8.1）。 截止前至少每新增五人（publish.min_group）才更新一次，`told_at` 为最近一次更新的时间，谁也看不到更细的（R8.7）；计票后以结果为准。 */
export interface Turnout {
  /** 人数：一人几户合为一人，共有的一户合为一人，R8.1 */
  heads: number
  /** 面积已达标：参与的面积达到比例 */
  area_reached: boolean
  /** 参与已达标：参与的人数和面积都达到比例 */
  reached: boolean
  /** 更新时间：参与情况最近一次更新；至少每新增五人一次，R8.7 */
  told_at: string | null
}

/** 未读消息数。 */
export interface UnreadCount {
  /** 未读条数 */
  unread: number
}

/** 选票和名册的证明，可与张贴的两个指纹核对。 */
export interface VoteInclusion {
  /** 表决标识 */
  vote_id: string
  /** 名册指纹：开始时公布；RFC 6962，SHA-256，十六进制 */
  roll_root: string
  /** 记录指纹：计票后公布；RFC 6962，SHA-256，十六进制 */
  record_root: string
  /** 记录与证明 */
  items: (VoteInclusionItem)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
}

/** 一户在计票记录中的一行及其证明：`SHA-256(0x00 + line)` 是共有 `size` 片叶的树（RFC 6962）的第 `index` 片，树根即张贴的指纹。`counted` 为计入的选票的回执，`beside` 为意见相同或未能认定的。 本人的房屋另附名册中的一行及其证明，其他房屋为空。 */
export interface VoteInclusionItem {
  /** 代号：公布的记录里用它代替房号 */
  pseudonym: string
  /** 序号：从 1 起 */
  nth: number
  /** 计票状态 */
  state: 'conflict' | 'silent' | 'voted'
  /** 计入的回执：没有计入的选票时为空 */
  counted: string
  /** 其他回执：表态相同或共有人意见不一致的其他选票 */
  beside: (string)[]
  /** 记录原文：计算哈希所用的那一行 */
  line: string
  /** 叶序号：这一行在树中的位置，从 0 起 */
  index: number
  /** 记录行数 */
  size: number
  /** 证明路径：RFC 6962，SHA-256，十六进制 */
  proof: (string)[]
  /** 名册原文：只对本人的房屋给出 */
  roll_line: string
  /** 名册行数：只对本人的房屋给出 */
  roll_size: number
  /** 名册证明路径：只对本人的房屋给出；RFC 6962，SHA-256，十六进制 */
  roll_proof: (string)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface VoteList {
  /** 本页内容 */
  items: (VoteRow)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 列表中的一次业主表决：本人代表 `homes_spoken_for` 户，其中 `homes_voted` 户已投票，全部投完的 `voted_by_me` 为真。 */
export interface VoteRow {
  /** 标识 */
  id: string
  /** 办件标识 */
  case_id: string
  /** 办件编号 */
  case_number: string
  /** 小区 */
  community: string
  /** 楼栋或单元 */
  scope_name: string
  /** 轮次：同一方案的第几次表决 */
  round: number
  /** 方案版本 */
  version: number
  /** 状态 */
  state: 'counted' | 'open' | 'void'
  /** 状态：可直接显示 */
  state_title: string
  /** 表决事项 */
  question: string
  /** 开始时间 */
  opened_at: string
  /** 截止时间：不含此刻；尚未起算的为空 */
  ends_at: string
  /** 本人代表的户数：在该次表决的名册中 */
  homes_spoken_for: number
  /** 其中已投票的户数 */
  homes_voted: number
  /** 本人已投票：本人代表的房屋都已投票 */
  voted_by_me: boolean
  /** 计票时间：尚未计票的为空 */
  counted_at: string | null
}

/** 一次业主表决，内容因查看人而异。计票之前 `passed` 和 `result` 为空；参加户数过少的，除审计外不显示数字，由 `withheld_reason` 说明原因。须由业主出资的，`my_shares` 为本人房屋应承担的部分。 */
export interface VoteView {
  /** 标识 */
  id: string
  /** 办件标识 */
  case_id: string
  /** 办件编号 */
  case_number: string
  /** 楼栋或单元标识：统筹账户按它记账，申请也按它提出 */
  scope_id: string
  /** 楼栋或单元 */
  scope_name: string
  /** 小区 */
  community: string
  /** 轮次：同一方案的第几次表决 */
  round: number
  /** 方案版本 */
  version: number
  /** 状态 */
  state: 'counted' | 'open' | 'void'
  /** 状态：可直接显示 */
  state_title: string
  /** 表决事项 */
  question: string
  /** 表决材料 */
  documents: (StoredFile)[]
  /** 通过门槛：由所议之事决定，R8.1 */
  threshold: 'raise' | 'use'
  /** 参与比例：全体的人数和面积都要达到 */
  participation_needed: string
  /** 同意比例：参与表决的人数和面积都要达到 */
  agreement_needed: string
  /** 开始时间 */
  opened_at: string
  /** 截止时间：不含此刻；尚未起算的为空 */
  ends_at: string
  /** 计票时间：此后不再收纸质选票的录入 */
  count_at: string
  /** 户数 */
  homes: number
  /** 人数：一人几户合为一人，共有的一户合为一人，R8.1 */
  heads: number
  /** 总面积：计入的专有部分面积合计。单位：平方厘米 */
  area_cm2: number
  /** 名册指纹：开始时公布；RFC 6962，SHA-256，十六进制 */
  roll_root: string
  /** 记录指纹：计票后公布；RFC 6962，SHA-256，十六进制 */
  record_root: string
  /** 参与情况：计票前只说人数和面积是否达到，不显示倾向 */
  turnout: Turnout
  /** 本人各户：本人可代表表决的房屋 */
  my_homes: (MyVoteHome)[]
  /** 本人各户分摊：只列本人可代表的房屋 */
  my_shares: (OwnCollectionPart)[]
  /** 政策参数：受理或开始时固定下来的取值 */
  parameters: { 'notice.days'?: number | undefined; 'notice.roll'?: 'weekends_and_holidays' | 'holidays' | 'none' | undefined; 'notice.resume'?: 'remaining' | 'restart' | undefined; 'objection.refile_max'?: number | undefined; 'objection.decision_working_days'?: number | undefined; 'signers.min'?: number | undefined; 'signing.days'?: number | undefined; 'correction.days'?: number | undefined; 'lapse.days'?: number | undefined; 'payout.working_days'?: number | undefined; 'policy.years'?: 1 | 3 | undefined; 'vote.fund_flow'?: 'required' | 'waived' | undefined; 'vote.days'?: number | undefined; 'vote.participation'?: string | undefined; 'vote.use'?: string | undefined; 'vote.raise'?: string | undefined; 'vote.silence'?: 'not_counted' | 'follows_majority' | undefined; 'vote.split_owner'?: 'neutral_head' | 'no_head' | undefined; 'vote.paper_conflict'?: 'first_valid' | 'paper' | undefined; 'vote.rounds_max'?: number | undefined; 'vote.reminders'?: number | undefined; 'vote.paper_days'?: number | undefined; 'binding.wait_hours'?: number | undefined; 'identity.paper_days'?: number | undefined; 'proxy.max_homes'?: number | undefined; 'income.attribution'?: 'balance_days' | undefined; 'income.negative'?: 'zero' | 'negative' | undefined; 'fund.topup'?: number | undefined; 'maintenance.days'?: number | undefined; 'maintenance.gaps'?: 'shown' | 'refused' | undefined; 'independent.years'?: number | undefined; 'account.wait_hours'?: number | undefined; 'session.idle_minutes'?: number | undefined; 'session.fresh_minutes'?: number | undefined; 'publish.min_group'?: number | undefined }
  /** 公开码：公示、表决公开地址或门厅二维码中的那一段 */
  token: string
  /** 有纸质选票：本次表决也收纸质选票 */
  paper: boolean
  /** 名册变动：开始以后名册的变动，最近的在前；不含个人信息，R2.10 */
  roll_changes: (RollChangeSince)[]
  /** 计票时间：尚未计票的为空 */
  counted_at: string | null
  /** 通过：计票前为空 */
  passed: boolean | null
  /** 不公布的原因：公布的为空 */
  withheld_reason: string
  /** 结果：计票前为空；参与者过少的不公布 */
  result: ResultView | null
}

/** 已录入、等待第二人复核的书面协商或撤回。 */
export interface WaitingEnding {
  /** 书面了结标识 */
  ending_id: string
  /** 结果 */
  outcome: 'settled' | 'withdrawn'
  /** 书面记录：反对人签字的协商记录或撤回书；没有的为空 */
  record_file: StoredFile
  /** 情况说明 */
  note: string
  /** 本人录入：录入人不得复核自己的录入 */
  entered_by_me: boolean
}

/** 一份书面反对意见；附件须事先上传。 */
export interface WrittenObjection {
  /** 内容 */
  text: string
  /** 材料文件：先行上传所得的文件标识 */
  file_ids?: (string)[] | undefined
}

/** 某年度归集的一份结息；`sign` 为 -1 的是冲回，金额仍为正数。利率以百分之一的万分之一为单位，金额单位：分，可归集的收益为 `value_added_fen`。 `weight` 为全部记账单位的积数（分×天）。各单位先得收益 × 本单位积数 ÷ `weight` 的整数分；余数大于 `cut_remainder`，或与之相等且标识不大于 `cut_scope_id` 的，再得一分；共有 `left_fen` 个单位各得这一分。R3.7。会因此暴露业主过少的单位时，不列出这一界线（R12.2）。 */
export interface YearSettlement {
  /** 结息单标识 */
  settlement_id: string
  /** 存款编号 */
  deposit_code: string
  /** 开户银行 */
  bank: string
  /** 正负：1 为归集，-1 为收回 */
  sign: number
  /** 结息种类 */
  kind: 'demand' | 'early' | 'maturity'
  /** 本金：单位：分 */
  principal_fen: number
  /** 存期 */
  tenor: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand'
  /** 计息方式 */
  method: 'days360' | 'terms'
  /** 计息本金单位 */
  base: 'fen' | 'yuan'
  /** 起息日：计息；基准利率按这一天 */
  opened_on: string
  /** 到期日：活期为空 */
  matures_on: string | null
  /** 约定利率：年利率。单位：万分之一个百分点，15000 即 1.5% */
  agreed_rate_e4: number
  /** 基准利率：年利率。单位：万分之一个百分点，15000 即 1.5% */
  benchmark_rate_e4: number
  /** 计息起日 */
  from_on: string
  /** 计息止日：不计息 */
  to_on: string
  /** 天数：算头不算尾 */
  days: number
  /** 利息：单位：分 */
  interest_fen: number
  /** 应得基准利息：按基准利率应得的，收益低于基准时仍照列。单位：分 */
  due_benchmark_fen: number
  /** 基准利息：归各户的部分，R4.3。单位：分 */
  benchmark_fen: number
  /** 增值收益：高出基准利息的部分，R4.3。单位：分 */
  value_added_fen: number
  /** 低于基准：利息不足基准利息的差额；不低于基准的为 0。单位：分 */
  shortfall_fen: number
  /** 入账日期：银行把利息记入账户的日期 */
  credited_on: string
  /** 账簿日期 */
  effective_on: string
  /** 结息单号：银行结息单上的编号 */
  advice_number: string
  /** 积数：全部统筹账户的，单位：分·天 */
  weight: string
  /** 尾差：取整余下、由各账户分得的分数。单位：分 */
  left_fen: number
  /** 余数分界：余数大于它的多得一分；会泄露不公开账户的不给出 */
  cut_remainder: string | null
  /** 分界账户：余数等于分界时，标识不大于它的也多得一分 */
  cut_scope_id: string | null
  /** 按年归属：按利息产生的自然年，R4.5 */
  slices: (IncomeSlice)[]
}

/** 列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。 */
export interface YearSettlementList {
  /** 本页内容 */
  items: (YearSettlement)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
  /** 总数：只在请求 `count` 时给出 */
  total?: number | undefined
}

/** 某年度报告的一个版本，各统筹账户分页列出；其他版本附其合计。 */
export interface YearlyReport {
  /** 年度报告 */
  report: ReportVersion
  /** 公开人数下限：业主少于此数的账户不公开，R12.2 */
  min_group: number
  /** 存款与利息合计 */
  totals: ReportTotals
  /** 各银行 */
  banks: (ReportBank)[]
  /** 统筹账户合计 */
  sums: ReportSums
  /** 办件 */
  cases: ReportCases
  /** 各统筹账户 */
  scopes: (ScopeOfYear)[]
  /** 各版本 */
  versions: (ReportVersionFigures)[]
  /** 下一页游标：原样放入 `after`；没有下一页的为空 */
  next: string
}

export interface ListAppointmentsQuery {
  /** 状态 */
  state?: '' | 'approved' | 'ended' | 'open' | 'proposed' | 'refused' | 'withdrawn' | undefined
  /** 身份 */
  role?: '' | 'committee' | 'independent' | 'manager' | undefined
  /** 小区标识 */
  community_id?: string | undefined
  /** 排序 */
  sort?: '' | 'ending' | 'newest' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 授权材料 */
export const listAppointments = (api: Api, query: ListAppointmentsQuery = {}, call?: Call): Promise<AppointmentList> =>
  api.get<AppointmentList>(`/appointments${queryOf(query)}`, call)

/** 业主委员会成员、物业服务企业人员提交书面授权，独立产权人提交产权证明，由工作人员审核 */
export const askAppointment = (api: Api, body: AppointmentBody, call?: Call): Promise<AppointmentView> =>
  api.write<AppointmentView>('POST', '/appointments', call, body)

export interface ListAppointmentsCsvQuery {
  /** 状态 */
  state?: '' | 'approved' | 'ended' | 'open' | 'proposed' | 'refused' | 'withdrawn' | undefined
  /** 身份 */
  role?: '' | 'committee' | 'independent' | 'manager' | undefined
  /** 小区标识 */
  community_id?: string | undefined
  /** 排序 */
  sort?: '' | 'ending' | 'newest' | undefined
}

/** 授权材料导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listAppointmentsCsv = (api: Api, query: ListAppointmentsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/appointments.csv${queryOf(query)}`, call)

export interface ListAppointmentsXlsxQuery {
  /** 状态 */
  state?: '' | 'approved' | 'ended' | 'open' | 'proposed' | 'refused' | 'withdrawn' | undefined
  /** 身份 */
  role?: '' | 'committee' | 'independent' | 'manager' | undefined
  /** 小区标识 */
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
  /** 状态 */
  state?: '' | 'approved' | 'open' | 'proposed' | 'refused' | 'withdrawn' | undefined
  /** 小区标识 */
  community_id?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'oldest' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 绑定材料 */
export const listBindingClaims = (api: Api, query: ListBindingClaimsQuery = {}, call?: Call): Promise<BindingClaimList> =>
  api.get<BindingClaimList>(`/binding-claims${queryOf(query)}`, call)

/** 提交材料申请绑定房屋，由工作人员审核 */
export const claimHome = (api: Api, body: BindingClaimBody, call?: Call): Promise<BindingClaimView> =>
  api.secret<BindingClaimView>('POST', '/binding-claims', call, body)

export interface ListBindingClaimsCsvQuery {
  /** 状态 */
  state?: '' | 'approved' | 'open' | 'proposed' | 'refused' | 'withdrawn' | undefined
  /** 小区标识 */
  community_id?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'oldest' | undefined
}

/** 绑定材料导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listBindingClaimsCsv = (api: Api, query: ListBindingClaimsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/binding-claims.csv${queryOf(query)}`, call)

export interface ListBindingClaimsXlsxQuery {
  /** 状态 */
  state?: '' | 'approved' | 'open' | 'proposed' | 'refused' | 'withdrawn' | undefined
  /** 小区标识 */
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

export interface ListBindingContestsQuery {
  /** 状态 */
  state?: '' | 'dismissed' | 'ended' | 'open' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 对绑定的异议 */
export const listBindingContests = (api: Api, query: ListBindingContestsQuery = {}, call?: Call): Promise<BindingContestList> =>
  api.get<BindingContestList>(`/binding-contests${queryOf(query)}`, call)

export interface ListBindingContestsCsvQuery {
  /** 状态 */
  state?: '' | 'dismissed' | 'ended' | 'open' | undefined
}

/** 绑定异议导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listBindingContestsCsv = (api: Api, query: ListBindingContestsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/binding-contests.csv${queryOf(query)}`, call)

export interface ListBindingContestsXlsxQuery {
  /** 状态 */
  state?: '' | 'dismissed' | 'ended' | 'open' | undefined
}

/** 绑定异议导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listBindingContestsXlsx = (api: Api, query: ListBindingContestsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/binding-contests.xlsx${queryOf(query)}`, call)

export interface ListBindingsQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 本人已绑定的房屋，最早绑定的在前 */
export const listBindings = (api: Api, query: ListBindingsQuery = {}, call?: Call): Promise<BoundHomeList> =>
  api.get<BoundHomeList>(`/bindings${queryOf(query)}`, call)

/** 凭姓名、证件号码、房屋，以及微信核验的名册手机号或者人脸核身绑定 */
export const bindHome = (api: Api, body: ProvedIdentity, call?: Call): Promise<BoundHome> =>
  api.secret<BoundHome>('POST', '/bindings', call, body)

/** 解除绑定 */
export const leaveHome = (api: Api, bindingId: string, call?: Call): Promise<void> =>
  api.write<void>('DELETE', `/bindings/${part(bindingId)}`, call)

/** 对绑定在自家房屋上的另一个微信提出异议，由住保中心核查 */
export const contestBinding = (api: Api, bindingId: string, body: Reason, call?: Call): Promise<BindingContestView> =>
  api.write<BindingContestView>('POST', `/bindings/${part(bindingId)}/contest`, call, body)

export interface ListHomesQuery {
  /** 查找。名称、代码或地址的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 一幢楼的房号，不显示业主 */
export const listHomes = (api: Api, buildingId: string, query: ListHomesQuery = {}, call?: Call): Promise<RoomLineList> =>
  api.get<RoomLineList>(`/buildings/${part(buildingId)}/homes${queryOf(query)}`, call)

export interface ListBuildingScopeSwitchesQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 一幢楼的记账单位变更历史 */
export const listBuildingScopeSwitches = (api: Api, buildingId: string, query: ListBuildingScopeSwitchesQuery = {}, call?: Call): Promise<ScopeSwitchList> =>
  api.get<ScopeSwitchList>(`/buildings/${part(buildingId)}/scope-switches${queryOf(query)}`, call)

export interface ListCalendarDaysQuery {
  /** 年度 */
  year: number
}

/** 某年的工作日安排是否已公布，以及中心录入的本地节假日和调休日 */
export const listCalendarDays = (api: Api, query: ListCalendarDaysQuery, call?: Call): Promise<CalendarYear> =>
  api.open<CalendarYear>('GET', `/calendar/days${queryOf(query)}`, call)

export interface ListCasesQuery {
  /** 状态 */
  state?: '' | 'accepted' | 'cleared' | 'collecting' | 'contracted' | 'ended' | 'filed' | 'funded' | 'insured' | 'lapsed' | 'not_carried' | 'noticed' | 'paid' | 'paused' | 'planned' | 'posting' | 'prepared' | 'registered' | 'rejected' | 'requested' | 'returned' | 'signing' | 'voted' | 'voting' | 'withdrawn' | undefined
  /** 办理方式。谁的钱支付保费 */
  flow?: '' | 'added' | 'direct' | 'household' | 'independent' | 'pooled' | undefined
  /** 楼栋或单元标识。统筹账户按它记账，申请也按它提出 */
  scope_id?: string | undefined
  /** 小区标识 */
  community_id?: string | undefined
  /** 保险机构标识 */
  insurer_id?: string | undefined
  /** 起始日。申请提出之日，含当日 */
  from_on?: string | undefined
  /** 截止日。申请提出之日，含当日 */
  to_on?: string | undefined
  /** 只看我的。只列本人发起或签了名的办件 */
  mine?: boolean | undefined
  /** 只看在办。不列已承保和已终止的 */
  running?: boolean | undefined
  /** 查找。办件编号或位置的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 可见办件列表，紧急的在先，再按发起时间从新到旧 */
export const listCases = (api: Api, query: ListCasesQuery = {}, call?: Call): Promise<CaseList> =>
  api.get<CaseList>(`/cases${queryOf(query)}`, call)

/** 发起申请（统筹、维修资金、加装、独立产权、直接投保） */
export const applyForInsurance = (api: Api, body: Application, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', '/cases', call, body)

export interface ListCasesCsvQuery {
  /** 状态 */
  state?: '' | 'accepted' | 'cleared' | 'collecting' | 'contracted' | 'ended' | 'filed' | 'funded' | 'insured' | 'lapsed' | 'not_carried' | 'noticed' | 'paid' | 'paused' | 'planned' | 'posting' | 'prepared' | 'registered' | 'rejected' | 'requested' | 'returned' | 'signing' | 'voted' | 'voting' | 'withdrawn' | undefined
  /** 办理方式。谁的钱支付保费 */
  flow?: '' | 'added' | 'direct' | 'household' | 'independent' | 'pooled' | undefined
  /** 楼栋或单元标识。统筹账户按它记账，申请也按它提出 */
  scope_id?: string | undefined
  /** 小区标识 */
  community_id?: string | undefined
  /** 保险机构标识 */
  insurer_id?: string | undefined
  /** 起始日。申请提出之日，含当日 */
  from_on?: string | undefined
  /** 截止日。申请提出之日，含当日 */
  to_on?: string | undefined
  /** 只看我的。只列本人发起或签了名的办件 */
  mine?: boolean | undefined
  /** 只看在办。不列已承保和已终止的 */
  running?: boolean | undefined
  /** 查找。办件编号或位置的一部分 */
  q?: string | undefined
}

/** 办件导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listCasesCsv = (api: Api, query: ListCasesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases.csv${queryOf(query)}`, call)

export interface ListCasesXlsxQuery {
  /** 状态 */
  state?: '' | 'accepted' | 'cleared' | 'collecting' | 'contracted' | 'ended' | 'filed' | 'funded' | 'insured' | 'lapsed' | 'not_carried' | 'noticed' | 'paid' | 'paused' | 'planned' | 'posting' | 'prepared' | 'registered' | 'rejected' | 'requested' | 'returned' | 'signing' | 'voted' | 'voting' | 'withdrawn' | undefined
  /** 办理方式。谁的钱支付保费 */
  flow?: '' | 'added' | 'direct' | 'household' | 'independent' | 'pooled' | undefined
  /** 楼栋或单元标识。统筹账户按它记账，申请也按它提出 */
  scope_id?: string | undefined
  /** 小区标识 */
  community_id?: string | undefined
  /** 保险机构标识 */
  insurer_id?: string | undefined
  /** 起始日。申请提出之日，含当日 */
  from_on?: string | undefined
  /** 截止日。申请提出之日，含当日 */
  to_on?: string | undefined
  /** 只看我的。只列本人发起或签了名的办件 */
  mine?: boolean | undefined
  /** 只看在办。不列已承保和已终止的 */
  running?: boolean | undefined
  /** 查找。办件编号或位置的一部分 */
  q?: string | undefined
}

/** 办件导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listCasesXlsx = (api: Api, query: ListCasesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases.xlsx${queryOf(query)}`, call)

/** 办件详情 */
export const getCase = (api: Api, caseId: string, call?: Call): Promise<CaseView> =>
  api.get<CaseView>(`/cases/${part(caseId)}`, call)

export interface GetCollectionQuery {
  /** 状态 */
  state?: '' | 'owing' | 'paid' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
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
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 办件材料目录，按身份列出所能查阅的 */
export const listDocuments = (api: Api, caseId: string, query: ListDocumentsQuery = {}, call?: Call): Promise<DocumentList> =>
  api.get<DocumentList>(`/cases/${part(caseId)}/documents${queryOf(query)}`, call)

/** 标记为紧急（有人被困、存在危险），附现场照片或报告 */
export const flagEmergency = (api: Api, caseId: string, body: CaseEmergency, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/emergency`, call, body)

export interface ListEvidenceQuery {
  /** 待核看。只看等待核看的照片 */
  waiting?: boolean | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 各单元张贴影像目录（含被退回的及理由） */
export const listEvidence = (api: Api, caseId: string, query: ListEvidenceQuery = {}, call?: Call): Promise<EvidenceList> =>
  api.get<EvidenceList>(`/cases/${part(caseId)}/evidence${queryOf(query)}`, call)

export interface ListEvidenceCsvQuery {
  /** 待核看。只看等待核看的照片 */
  waiting?: boolean | undefined
}

/** 张贴影像目录导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listEvidenceCsv = (api: Api, caseId: string, query: ListEvidenceCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/evidence.csv${queryOf(query)}`, call)

export interface ListEvidenceXlsxQuery {
  /** 待核看。只看等待核看的照片 */
  waiting?: boolean | undefined
}

/** 张贴影像目录导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listEvidenceXlsx = (api: Api, caseId: string, query: ListEvidenceXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/evidence.xlsx${queryOf(query)}`, call)

/** 公示和各单元张贴情况 */
export const listLobbies = (api: Api, caseId: string, call?: Call): Promise<NoticeBoard> =>
  api.get<NoticeBoard>(`/cases/${part(caseId)}/lobbies`, call)

/** 业主反映某单元没有张贴公示或已被撕下 */
export const reportBareLobby = (api: Api, caseId: string, unitId: string, body: BareLobby, call?: Call): Promise<void> =>
  api.write<void>('POST', `/cases/${part(caseId)}/lobbies/${part(unitId)}/reports`, call, body)

export interface ListLobbyReportsQuery {
  /** 待答复。只看还没有答复的 */
  waiting?: boolean | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 没有张贴公示的反映 */
export const listLobbyReports = (api: Api, caseId: string, query: ListLobbyReportsQuery = {}, call?: Call): Promise<LobbyReportList> =>
  api.get<LobbyReportList>(`/cases/${part(caseId)}/lobby-reports${queryOf(query)}`, call)

export interface ListCaseObjectionsQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 办件的反对意见 */
export const listCaseObjections = (api: Api, caseId: string, query: ListCaseObjectionsQuery = {}, call?: Call): Promise<ObjectionList> =>
  api.get<ObjectionList>(`/cases/${part(caseId)}/objections${queryOf(query)}`, call)

/** 提出书面反对意见 */
export const fileObjection = (api: Api, caseId: string, body: WrittenObjection, call?: Call): Promise<ObjectionReceipt> =>
  api.write<ObjectionReceipt>('POST', `/cases/${part(caseId)}/objections`, call, body)

export interface ListCasePapersQuery {
  /** 类别 */
  kind?: PaperKind | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 办件的文书 */
export const listCasePapers = (api: Api, caseId: string, query: ListCasePapersQuery = {}, call?: Call): Promise<CasePapers> =>
  api.get<CasePapers>(`/cases/${part(caseId)}/papers${queryOf(query)}`, call)

/** 打印一份文书 */
export const issuePaper = (api: Api, caseId: string, kind: string, body: PaperPrintBody, call?: Call): Promise<IssuedPaperView> =>
  api.write<IssuedPaperView>('POST', `/cases/${part(caseId)}/papers/${part(kind)}`, call, body)

/** 一份已出具的文书（PDF，A4） */
export const printPaper = (api: Api, caseId: string, paperId: string, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/papers/${part(paperId)}/print.pdf`, call)

/** 申请拨付保费 */
export const requestPayout = (api: Api, caseId: string, body: PayoutBody, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/payout`, call, body)

export interface PrintPosterQuery {
  /** 单元标识。只要这个单元的；不给即全部 */
  unit_id?: string | undefined
  /** 纸张大小 */
  size?: 'A3' | 'A4' | undefined
  /** 分辨率。只用于图片，每英寸的点数 */
  dpi?: number | undefined
  /** 页码。只用于图片，从 1 起 */
  page?: number | undefined
}

/** 公示海报（PDF），每个单元一页 */
export const printPoster = (api: Api, caseId: string, query: PrintPosterQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/poster.pdf${queryOf(query)}`, call)

export interface DrawPosterQuery {
  /** 单元标识。只要这个单元的；不给即全部 */
  unit_id?: string | undefined
  /** 纸张大小 */
  size?: 'A3' | 'A4' | undefined
  /** 分辨率。只用于图片，每英寸的点数 */
  dpi?: number | undefined
  /** 页码。只用于图片，从 1 起 */
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
export const withdrawSignature = (api: Api, caseId: string, call?: Call): Promise<void> =>
  api.write<void>('DELETE', `/cases/${part(caseId)}/signatures/mine`, call)

export interface ListTimelineQuery {
  /** 每页条数 */
  limit?: number | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 办理经过，由早到晚 */
export const listTimeline = (api: Api, caseId: string, query: ListTimelineQuery = {}, call?: Call): Promise<TimelineList> =>
  api.get<TimelineList>(`/cases/${part(caseId)}/timeline${queryOf(query)}`, call)

export interface ListCaseVotesQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 办件的历次表决，从新到旧 */
export const listCaseVotes = (api: Api, caseId: string, query: ListCaseVotesQuery = {}, call?: Call): Promise<VoteList> =>
  api.get<VoteList>(`/cases/${part(caseId)}/votes${queryOf(query)}`, call)

/** 撤回申请（登记备案前），预留的保费随即释放 */
export const withdrawCase = (api: Api, caseId: string, body: CaseReasonBody, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/withdrawal`, call, body)

export interface ListCommunitiesQuery {
  /** 查找。名称、代码或地址的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 小区名单，可按名称、编号或地址查找 */
export const listCommunities = (api: Api, query: ListCommunitiesQuery = {}, call?: Call): Promise<CommunityLineList> =>
  api.get<CommunityLineList>(`/communities${queryOf(query)}`, call)

export interface ListBuildingsQuery {
  /** 查找。名称、代码或地址的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
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

export interface ListCorrectionsQuery {
  /** 状态 */
  state?: '' | 'done' | 'open' | 'proposed' | 'refused' | 'withdrawn' | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'oldest' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 更正名册的申请 */
export const listCorrections = (api: Api, query: ListCorrectionsQuery = {}, call?: Call): Promise<RollCorrectionList> =>
  api.get<RollCorrectionList>(`/corrections${queryOf(query)}`, call)

export interface ListCorrectionsCsvQuery {
  /** 状态 */
  state?: '' | 'done' | 'open' | 'proposed' | 'refused' | 'withdrawn' | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'oldest' | undefined
}

/** 更正名册导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listCorrectionsCsv = (api: Api, query: ListCorrectionsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/corrections.csv${queryOf(query)}`, call)

export interface ListCorrectionsXlsxQuery {
  /** 状态 */
  state?: '' | 'done' | 'open' | 'proposed' | 'refused' | 'withdrawn' | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'oldest' | undefined
}

/** 更正名册导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listCorrectionsXlsx = (api: Api, query: ListCorrectionsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/corrections.xlsx${queryOf(query)}`, call)

/** 撤回本人尚未核对的更正申请 */
export const withdrawCorrection = (api: Api, correctionId: string, call?: Call): Promise<void> =>
  api.write<void>('DELETE', `/corrections/${part(correctionId)}`, call)

/** 一张张贴影像 */
export const downloadEvidencePhoto = (api: Api, evidenceId: string, call?: Call): Promise<string> =>
  api.download(`/evidence/${part(evidenceId)}/photo`, call)

/** 开始一次人脸核身 */
export const beginFaceCheck = (api: Api, body: Papers, call?: Call): Promise<FaceCheckStart> =>
  api.secret<FaceCheckStart>('POST', '/face-checks', call, body)

/** 上传材料（照片或 PDF，不超过 10MB） */
export const uploadFile = (api: Api, filePath: string, call?: Call): Promise<FileView> =>
  api.upload<FileView>('/files', filePath, call)

export interface DownloadFileQuery {
  /** 查阅凭证。工作人员取封存的材料时填写，一次有效 */
  ticket?: string | undefined
}

/** 下载材料 */
export const downloadFile = (api: Api, fileId: string, query: DownloadFileQuery = {}, call?: Call): Promise<string> =>
  api.download(`/files/${part(fileId)}${queryOf(query)}`, call)

export interface ListHomeBindingsQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 现在绑定在这套房屋上的微信，供业主核对 */
export const listHomeBindings = (api: Api, homeId: string, query: ListHomeBindingsQuery = {}, call?: Call): Promise<BoundLoginList> =>
  api.get<BoundLoginList>(`/homes/${part(homeId)}/bindings${queryOf(query)}`, call)

/** 维修资金分户账 */
export const getHomeFund = (api: Api, homeId: string, call?: Call): Promise<HomeFund> =>
  api.get<HomeFund>(`/homes/${part(homeId)}/fund`, call)

export interface ListHomeFundLinesQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
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
  /** 未读。只看未读的 */
  unread?: boolean | undefined
  /** 办件标识 */
  case_id?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
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
  /** 可选用。只看今天可选用的 */
  available?: boolean | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 排序 */
  sort?: '' | 'code' | 'ending' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 入围保险机构名单 */
export const listInsurers = (api: Api, query: ListInsurersQuery = {}, call?: Call): Promise<InsurerList> =>
  api.get<InsurerList>(`/insurers${queryOf(query)}`, call)

export interface ListInsurersCsvQuery {
  /** 可选用。只看今天可选用的 */
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
  /** 可选用。只看今天可选用的 */
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

/** 上传期末张贴照片 */
export const postLastPhoto = (api: Api, token: string, filePath: string, call?: Call): Promise<EvidenceTaken> =>
  api.upload<EvidenceTaken>(`/lobbies/${part(token)}/last-photo`, filePath, call)

/** 用 `wx.login` 的 `code` 登录 */
export const logIn = (api: Api, body: Login, call?: Call): Promise<LoggedIn> =>
  api.open<LoggedIn>('POST', '/login', call, body)

export interface ListLoginChangesQuery {
  /** 状态 */
  state?: '' | 'contested' | 'done' | 'refused' | 'waiting' | 'withdrawn' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 更换微信的申请 */
export const listLoginChanges = (api: Api, query: ListLoginChangesQuery = {}, call?: Call): Promise<LoginChangeList> =>
  api.get<LoginChangeList>(`/login-changes${queryOf(query)}`, call)

/** 凭人脸核身，申请把业主的微信换成本微信 */
export const askLoginChange = (api: Api, body: ProvedIdentity, call?: Call): Promise<LoginChangeView> =>
  api.secret<LoginChangeView>('POST', '/login-changes', call, body)

export interface ListLoginChangesCsvQuery {
  /** 状态 */
  state?: '' | 'contested' | 'done' | 'refused' | 'waiting' | 'withdrawn' | undefined
}

/** 更换微信导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listLoginChangesCsv = (api: Api, query: ListLoginChangesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/login-changes.csv${queryOf(query)}`, call)

export interface ListLoginChangesXlsxQuery {
  /** 状态 */
  state?: '' | 'contested' | 'done' | 'refused' | 'waiting' | 'withdrawn' | undefined
}

/** 更换微信导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listLoginChangesXlsx = (api: Api, query: ListLoginChangesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/login-changes.xlsx${queryOf(query)}`, call)

/** 撤回本人尚未生效的更换申请 */
export const withdrawLoginChange = (api: Api, loginChangeId: string, call?: Call): Promise<void> =>
  api.write<void>('DELETE', `/login-changes/${part(loginChangeId)}`, call)

/** 现在的微信对更换提出异议 */
export const contestLoginChange = (api: Api, loginChangeId: string, body: Reason, call?: Call): Promise<LoginChangeView> =>
  api.write<LoginChangeView>('POST', `/login-changes/${part(loginChangeId)}/contest`, call, body)

/** 退出登录，令牌立即作废 */
export const logOut = (api: Api, call?: Call): Promise<void> =>
  api.write<void>('POST', '/logout', call)

/** 本人的身份、房屋、授权和未读消息数 */
export const getMe = (api: Api, call?: Call): Promise<Me> =>
  api.get<Me>('/me', call)

export interface ListMyBallotsQuery {
  /** 表决标识 */
  vote_id?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 本人的全部选票和回执，最后投的在前 */
export const listMyBallots = (api: Api, query: ListMyBallotsQuery = {}, call?: Call): Promise<OwnBallotList> =>
  api.get<OwnBallotList>(`/me/ballots${queryOf(query)}`, call)

/** 申请更正名册上本人的姓名或者手机号，须有理由和证明 */
export const askCorrection = (api: Api, body: CorrectionWish, call?: Call): Promise<RollCorrectionView> =>
  api.write<RollCorrectionView>('POST', '/me/corrections', call, body)

/** 下载系统保存的本人信息，JSON 文件 */
export const downloadOwnData = (api: Api, call?: Call): Promise<string> =>
  api.download('/me/data', call)

/** 删除账户以前先看 */
export const previewErasure = (api: Api, call?: Call): Promise<AccountErasure> =>
  api.get<AccountErasure>('/me/erasure', call)

/** 删除本人的账户 */
export const eraseAccount = (api: Api, call?: Call): Promise<AccountErasure> =>
  api.write<AccountErasure>('POST', '/me/erasure', call)

/** 首页 */
export const getHomeScreen = (api: Api, call?: Call): Promise<HomeScreen> =>
  api.get<HomeScreen>('/me/home', call)

export interface ListOfferedHomesQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 本人名下尚未绑定的其他房屋 */
export const listOfferedHomes = (api: Api, query: ListOfferedHomesQuery = {}, call?: Call): Promise<HomeLineList> =>
  api.get<HomeLineList>(`/me/homes/offered${queryOf(query)}`, call)

/** 绑定本人名下的另一套房屋，无须再次填写证件号码 */
export const bindOfferedHome = (api: Api, homeId: string, call?: Call): Promise<BoundHome> =>
  api.write<BoundHome>('POST', `/me/homes/offered/${part(homeId)}`, call)

export interface ListMyObjectionsQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 本人提出的全部反对意见及办理结果 */
export const listMyObjections = (api: Api, query: ListMyObjectionsQuery = {}, call?: Call): Promise<ObjectionList> =>
  api.get<ObjectionList>(`/me/objections${queryOf(query)}`, call)

/** 保存微信核验的手机号 */
export const setPhone = (api: Api, body: PhoneCode, call?: Call): Promise<PhoneView> =>
  api.secret<PhoneView>('POST', '/me/phone', call, body)

export interface ListMyPostingsQuery {
  /** 小区标识 */
  community_id?: string | undefined
  /** 办件标识 */
  case_id?: string | undefined
  /** 只看待贴。只列还没有有效照片的 */
  wanted?: boolean | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 物业待张贴清单 */
export const listMyPostings = (api: Api, query: ListMyPostingsQuery = {}, call?: Call): Promise<PostingList> =>
  api.get<PostingList>(`/me/postings${queryOf(query)}`, call)

/** 本人对个人信息处理规则的同意和撤回 */
export const getPrivacyConsents = (api: Api, call?: Call): Promise<PrivacyConsents> =>
  api.get<PrivacyConsents>('/me/privacy-consents', call)

/** 对现行的个人信息处理规则表示同意或撤回，连同版本留存 */
export const setPrivacyConsent = (api: Api, body: PrivacyAgreement, call?: Call): Promise<PrivacyConsents> =>
  api.write<PrivacyConsents>('POST', '/me/privacy-consents', call, body)

export interface ListOwnInvitationsQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 本人待启用的工作账号 */
export const listOwnInvitations = (api: Api, query: ListOwnInvitationsQuery = {}, call?: Call): Promise<OwnInvitationList> =>
  api.get<OwnInvitationList>(`/me/staff-invitations${queryOf(query)}`, call)

/** 领取本人工作账号的邀请码 */
export const collectInvitation = (api: Api, staffId: string, call?: Call): Promise<Invitation> =>
  api.write<Invitation>('POST', `/me/staff-invitations/${part(staffId)}`, call)

/** 一份反对意见及其办理结果，仅提出人和中心可见 */
export const getObjection = (api: Api, objectionId: string, call?: Call): Promise<ObjectionView> =>
  api.get<ObjectionView>(`/objections/${part(objectionId)}`, call)

/** 对不成立的认定、凭书面材料登记的协商或撤回申请复核一次，由另一名复核人办理 */
export const askReview = (api: Api, objectionId: string, body: ObjectionReviewRequest, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/review`, call, body)

/** 反对人本人同意协商记录，反对意见由此办结 */
export const settleObjection = (api: Api, objectionId: string, body: SettlementConsent, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/settlement`, call, body)

/** 撤回本人的反对意见 */
export const withdrawObjection = (api: Api, objectionId: string, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/withdrawal`, call)

/** 委托人撤回、受托人辞去，或者工作人员写明理由终止委托 */
export const endProxy = (api: Api, proxyId: string, body: ProxyEnding, call?: Call): Promise<ProxyView> =>
  api.write<ProxyView>('POST', `/proxies/${part(proxyId)}/ending`, call, body)

export interface ListPublicYearSettlementsQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
  /** 查找。存款编号、银行或结息单号的一部分 */
  q?: string | undefined
}

/** 已结账年度归集了哪些结息，无需登录 */
export const listPublicYearSettlements = (api: Api, year: string, query: ListPublicYearSettlementsQuery = {}, call?: Call): Promise<YearSettlementList> =>
  api.open<YearSettlementList>('GET', `/public/accounting-years/${part(year)}/deposits${queryOf(query)}`, call)

/** 某年度归集的公布数据，可用公布的脚本复算 */
export const exportPublicYear = (api: Api, year: string, call?: Call): Promise<string> =>
  api.download(`/public/accounting-years/${part(year)}/export.zip`, call, true)

export interface ListPublicBenchmarkRatesQuery {
  /** 存期 */
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 基准利率表及其依据，按起始日最新在前 */
export const listPublicBenchmarkRates = (api: Api, query: ListPublicBenchmarkRatesQuery = {}, call?: Call): Promise<PublicBenchmarkRateList> =>
  api.open<PublicBenchmarkRateList>('GET', `/public/benchmark-rates${queryOf(query)}`, call)

export interface ProveLogConsistencyQuery {
  /** 旧树大小。记录条数 */
  old: number
  /** 新树大小。不给即最新的 */
  new?: number | undefined
}

/** 一致性证明 */
export const proveLogConsistency = (api: Api, query: ProveLogConsistencyQuery, call?: Call): Promise<LogConsistencyProof> =>
  api.open<LogConsistencyProof>('GET', `/public/log/consistency${queryOf(query)}`, call)

/** 防篡改日志的最新树根 */
export const getLogHead = (api: Api, call?: Call): Promise<LogHead> =>
  api.open<LogHead>('GET', '/public/log/head', call)

export interface ListLogHeadsQuery {
  /** 只看见证的。每日送交见证人的和已见证的 */
  daily?: boolean | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 历次公布的树根及各见证人的签名，最新在前 */
export const listLogHeads = (api: Api, query: ListLogHeadsQuery = {}, call?: Call): Promise<LogHeadList> =>
  api.open<LogHeadList>('GET', `/public/log/heads${queryOf(query)}`, call)

export interface ProveLogInclusionQuery {
  /** 树的大小。在哪一棵树中证明；不给即最新的 */
  size?: number | undefined
}

/** 包含证明 */
export const proveLogInclusion = (api: Api, eventId: string, query: ProveLogInclusionQuery = {}, call?: Call): Promise<LogInclusionProof> =>
  api.open<LogInclusionProof>('GET', `/public/log/inclusion/${part(eventId)}${queryOf(query)}`, call)

/** 核对树根签名的公钥 */
export const listLogKeys = (api: Api, call?: Call): Promise<LogKeys> =>
  api.open<LogKeys>('GET', '/public/log/keys', call)

export interface ListLogWitnessesQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 日志的见证人和公钥，最近登记的在前 */
export const listLogWitnesses = (api: Api, query: ListLogWitnessesQuery = {}, call?: Call): Promise<PublicWitnessList> =>
  api.open<PublicWitnessList>('GET', `/public/log/witnesses${queryOf(query)}`, call)

export interface ListPublicNoticesQuery {
  /** 查找。办件编号或位置的一部分 */
  q?: string | undefined
  /** 公示中。只看公示中的 */
  running?: boolean | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 公示列表，由新到旧，无需登录 */
export const listPublicNotices = (api: Api, query: ListPublicNoticesQuery = {}, call?: Call): Promise<PublicNoticeList> =>
  api.open<PublicNoticeList>('GET', `/public/notices${queryOf(query)}`, call)

/** 公示全文和当前状态，无需登录 */
export const getPublicNotice = (api: Api, token: string, call?: Call): Promise<PublicNoticeView> =>
  api.open<PublicNoticeView>('GET', `/public/notices/${part(token)}`, call)

/** 查验纸质公示和文书 */
export const checkPaper = (api: Api, checkCode: string, call?: Call): Promise<PaperCheck> =>
  api.open<PaperCheck>('GET', `/public/papers/${part(checkCode)}`, call)

export interface ListPublicParametersQuery {
  /** 小区标识。按该小区备案的议事规则；不给即城市参数 */
  community_id?: string | undefined
}

/** 现行政策参数及默认值 */
export const listPublicParameters = (api: Api, query: ListPublicParametersQuery = {}, call?: Call): Promise<ParameterTable> =>
  api.open<ParameterTable>('GET', `/public/parameters${queryOf(query)}`, call)

export interface ListPublicParameterVersionsQuery {
  /** 小区标识。该小区议事规则的版本；不给即城市参数的 */
  community_id?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 政策参数的历次版本、依据和改动，最新在前 */
export const listPublicParameterVersions = (api: Api, query: ListPublicParameterVersionsQuery = {}, call?: Call): Promise<ParameterVersionList> =>
  api.open<ParameterVersionList>('GET', `/public/parameters/versions${queryOf(query)}`, call)

export interface ListPublicPayoutsQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 已拨付的保费，由新到旧，合计与账簿一致，无需登录 */
export const listPublicPayouts = (api: Api, query: ListPublicPayoutsQuery = {}, call?: Call): Promise<PublicPayoutList> =>
  api.open<PublicPayoutList>('GET', `/public/payouts${queryOf(query)}`, call)

export interface ListPublicPlacementRoundsQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 已定标的竞争性存放 */
export const listPublicPlacementRounds = (api: Api, query: ListPublicPlacementRoundsQuery = {}, call?: Call): Promise<PublicPlacementRoundList> =>
  api.open<PublicPlacementRoundList>('GET', `/public/placement-rounds${queryOf(query)}`, call)

/** 个人信息处理规则现行版本 */
export const getPrivacyNotice = (api: Api, call?: Call): Promise<PrivacyNotice> =>
  api.open<PrivacyNotice>('GET', '/public/privacy-notice', call)

/** 改革总体情况，无需登录 */
export const getPublicProgramme = (api: Api, call?: Call): Promise<PublicProgramme> =>
  api.open<PublicProgramme>('GET', '/public/programme', call)

export interface ListPublicRegistrationsQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 已登记备案的办件，由新到旧，无需登录 */
export const listPublicRegistrations = (api: Api, query: ListPublicRegistrationsQuery = {}, call?: Call): Promise<PublicRegistrationList> =>
  api.open<PublicRegistrationList>('GET', `/public/registrations${queryOf(query)}`, call)

export interface ListPublicScopesQuery {
  /** 查找。楼栋或单元名称的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 各楼栋单元统筹账户余额，无需登录 */
export const listPublicScopes = (api: Api, query: ListPublicScopesQuery = {}, call?: Call): Promise<PublicAccountList> =>
  api.open<PublicAccountList>('GET', `/public/scopes${queryOf(query)}`, call)

export interface GetPublicScopeQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 一个统筹账户的余额、资金来源、收支明细和相关公示，无需登录 */
export const getPublicScope = (api: Api, scopeId: string, query: GetPublicScopeQuery = {}, call?: Call): Promise<PublicAccount> =>
  api.open<PublicAccount>('GET', `/public/scopes/${part(scopeId)}${queryOf(query)}`, call)

export interface ListPublicVotesQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
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
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 各年度增值收益报告，最新年度在前，无需登录 */
export const listYearlyReports = (api: Api, query: ListYearlyReportsQuery = {}, call?: Call): Promise<ReportVersionList> =>
  api.open<ReportVersionList>('GET', `/public/yearly-reports${queryOf(query)}`, call)

export interface GetYearlyReportQuery {
  /** 版本。0 为最新一版 */
  version?: number | undefined
  /** 查找。统筹账户名称的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 某年度增值收益报告 */
export const getYearlyReport = (api: Api, year: string, query: GetYearlyReportQuery = {}, call?: Call): Promise<YearlyReport> =>
  api.open<YearlyReport>('GET', `/public/yearly-reports/${part(year)}${queryOf(query)}`, call)

export interface DownloadYearlyReportQuery {
  /** 版本。0 为最新一版 */
  version?: number | undefined
}

/** 下载年度报告全文 */
export const downloadYearlyReport = (api: Api, year: string, query: DownloadYearlyReportQuery = {}, call?: Call): Promise<string> =>
  api.download(`/public/yearly-reports/${part(year)}/report.json${queryOf(query)}`, call, true)

export interface ExportYearlyReportQuery {
  /** 版本。0 为最新一版 */
  version?: number | undefined
}

/** 下载年度报告的表格（没有公式） */
export const exportYearlyReport = (api: Api, year: string, query: ExportYearlyReportQuery = {}, call?: Call): Promise<string> =>
  api.download(`/public/yearly-reports/${part(year)}/report.xlsx${queryOf(query)}`, call, true)

export interface ListRepresentativesQuery {
  /** 房屋标识 */
  home_id?: string | undefined
  /** 状态 */
  state?: '' | 'draft' | 'ended' | 'live' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 共有人推举代表的登记，含待核对和已终止的 */
export const listRepresentatives = (api: Api, query: ListRepresentativesQuery = {}, call?: Call): Promise<RepresentativeList> =>
  api.get<RepresentativeList>(`/representatives${queryOf(query)}`, call)

export interface ListRepresentativesCsvQuery {
  /** 房屋标识 */
  home_id?: string | undefined
  /** 状态 */
  state?: '' | 'draft' | 'ended' | 'live' | undefined
}

/** 共有人推举代表导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listRepresentativesCsv = (api: Api, query: ListRepresentativesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/representatives.csv${queryOf(query)}`, call)

export interface ListRepresentativesXlsxQuery {
  /** 房屋标识 */
  home_id?: string | undefined
  /** 状态 */
  state?: '' | 'draft' | 'ended' | 'live' | undefined
}

/** 共有人推举代表导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listRepresentativesXlsx = (api: Api, query: ListRepresentativesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/representatives.xlsx${queryOf(query)}`, call)

/** 任一共有人撤回推举，或者工作人员写明理由终止 */
export const endRepresentative = (api: Api, representativeId: string, body: RepresentativeEnding, call?: Call): Promise<RepresentativeView> =>
  api.write<RepresentativeView>('POST', `/representatives/${part(representativeId)}/ending`, call, body)

export interface ListScopesQuery {
  /** 小区标识 */
  community_id?: string | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 本人可查看的楼栋、单元及其统筹账户余额 */
export const listScopes = (api: Api, query: ListScopesQuery = {}, call?: Call): Promise<ScopeLineList> =>
  api.get<ScopeLineList>(`/scopes${queryOf(query)}`, call)

export interface ListScopesCsvQuery {
  /** 小区标识 */
  community_id?: string | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 统筹账户余额导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listScopesCsv = (api: Api, query: ListScopesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/scopes.csv${queryOf(query)}`, call)

export interface ListScopesXlsxQuery {
  /** 小区标识 */
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
  /** 状态 */
  state?: '' | 'captured' | 'open' | 'released' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 哪些办件冻结或支用了统筹账户的资金 */
export const listScopeHolds = (api: Api, scopeId: string, query: ListScopeHoldsQuery = {}, call?: Call): Promise<HoldLineList> =>
  api.get<HoldLineList>(`/scopes/${part(scopeId)}/holds${queryOf(query)}`, call)

export interface ListScopeIncomeQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 统筹账户历年归集的增值收益，及未到期存款的预估（不可支用） */
export const listScopeIncome = (api: Api, scopeId: string, query: ListScopeIncomeQuery = {}, call?: Call): Promise<ScopeIncome> =>
  api.get<ScopeIncome>(`/scopes/${part(scopeId)}/income${queryOf(query)}`, call)

export interface ExplainScopeIncomeQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
  /** 查找。存款编号、银行或结息单号的一部分 */
  q?: string | undefined
}

/** 某年度归集的逐笔说明 */
export const explainScopeIncome = (api: Api, scopeId: string, year: string, query: ExplainScopeIncomeQuery = {}, call?: Call): Promise<IncomeExplained> =>
  api.get<IncomeExplained>(`/scopes/${part(scopeId)}/income/${part(year)}${queryOf(query)}`, call)

/** 打印某年度增值收益的计算说明（A4） */
export const printScopeIncome = (api: Api, scopeId: string, year: string, call?: Call): Promise<string> =>
  api.download(`/scopes/${part(scopeId)}/income/${part(year)}/explanation.pdf`, call)

export interface ListScopeLinesQuery {
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

/** 统筹账户收支明细，最新在前，每笔附当时余额与所属办件 */
export const listScopeLines = (api: Api, scopeId: string, query: ListScopeLinesQuery = {}, call?: Call): Promise<AccountStatementLineList> =>
  api.get<AccountStatementLineList>(`/scopes/${part(scopeId)}/statement${queryOf(query)}`, call)

export interface PrintScopeStatementQuery {
  /** 年度 */
  year: number
}

/** 打印统筹账户一年的对账单（A4） */
export const printScopeStatement = (api: Api, scopeId: string, query: PrintScopeStatementQuery, call?: Call): Promise<string> =>
  api.download(`/scopes/${part(scopeId)}/statement.pdf${queryOf(query)}`, call)

export interface ExportScopeStatementQuery {
  /** 年度 */
  year: number
}

/** 导出统筹账户一年的收支明细 */
export const exportScopeStatement = (api: Api, scopeId: string, query: ExportScopeStatementQuery, call?: Call): Promise<string> =>
  api.download(`/scopes/${part(scopeId)}/statement.xlsx${queryOf(query)}`, call)

/** 一件送达登记或者撤销 */
export const getServiceEntry = (api: Api, serviceId: string, call?: Call): Promise<ServiceEntryView> =>
  api.get<ServiceEntryView>(`/service-entries/${part(serviceId)}`, call)

/** 写明理由作废未复核的送达登记或者撤销 */
export const dropServiceEntry = (api: Api, serviceId: string, body: EntryDropping, call?: Call): Promise<ServiceEntryView> =>
  api.write<ServiceEntryView>('POST', `/service-entries/${part(serviceId)}/dropping`, call, body)

export interface ListSessionsQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 本人当前有效的登录，便于让遗失的手机退出 */
export const listSessions = (api: Api, query: ListSessionsQuery = {}, call?: Call): Promise<SessionList> =>
  api.get<SessionList>(`/sessions${queryOf(query)}`, call)

/** 让本人的某次登录失效 */
export const endSession = (api: Api, sessionId: string, call?: Call): Promise<void> =>
  api.write<void>('DELETE', `/sessions/${part(sessionId)}`, call)

export interface ListSpecialAccountsQuery {
  /** 专户种类 */
  kind?: '' | 'independent' | 'scope' | undefined
  /** 查找。编号、户名或位置的一部分 */
  q?: string | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 电梯保险专户 */
export const listSpecialAccounts = (api: Api, query: ListSpecialAccountsQuery = {}, call?: Call): Promise<SpecialAccountList> =>
  api.get<SpecialAccountList>(`/special-accounts${queryOf(query)}`, call)

export interface ListSpecialAccountsCsvQuery {
  /** 专户种类 */
  kind?: '' | 'independent' | 'scope' | undefined
  /** 查找。编号、户名或位置的一部分 */
  q?: string | undefined
}

/** 电梯保险专户导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listSpecialAccountsCsv = (api: Api, query: ListSpecialAccountsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/special-accounts.csv${queryOf(query)}`, call)

export interface ListSpecialAccountsXlsxQuery {
  /** 专户种类 */
  kind?: '' | 'independent' | 'scope' | undefined
  /** 查找。编号、户名或位置的一部分 */
  q?: string | undefined
}

/** 电梯保险专户导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listSpecialAccountsXlsx = (api: Api, query: ListSpecialAccountsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/special-accounts.xlsx${queryOf(query)}`, call)

/** 电梯保险专户详情 */
export const getSpecialAccount = (api: Api, specialAccountId: string, call?: Call): Promise<SpecialAccountView> =>
  api.get<SpecialAccountView>(`/special-accounts/${part(specialAccountId)}`, call)

export interface ListSpecialRefundsQuery {
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 专户的退款，最新在前 */
export const listSpecialRefunds = (api: Api, specialAccountId: string, query: ListSpecialRefundsQuery = {}, call?: Call): Promise<SpecialRefundList> =>
  api.get<SpecialRefundList>(`/special-accounts/${part(specialAccountId)}/refunds${queryOf(query)}`, call)

/** 专户退款导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listSpecialRefundsCsv = (api: Api, specialAccountId: string, call?: Call): Promise<string> =>
  api.download(`/special-accounts/${part(specialAccountId)}/refunds.csv`, call)

/** 专户退款导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listSpecialRefundsXlsx = (api: Api, specialAccountId: string, call?: Call): Promise<string> =>
  api.download(`/special-accounts/${part(specialAccountId)}/refunds.xlsx`, call)

export interface ListSpecialAccountLinesQuery {
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

/** 电梯保险专户收支明细，最新在前，每笔附当时余额与所属办件 */
export const listSpecialAccountLines = (api: Api, specialAccountId: string, query: ListSpecialAccountLinesQuery = {}, call?: Call): Promise<AccountStatementLineList> =>
  api.get<AccountStatementLineList>(`/special-accounts/${part(specialAccountId)}/statement${queryOf(query)}`, call)

export interface ListVotesQuery {
  /** 状态 */
  state?: '' | 'counted' | 'open' | 'void' | undefined
  /** 小区标识 */
  community_id?: string | undefined
  /** 只看我的。只列本人有表决权的 */
  mine?: boolean | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 可见的表决列表，从新到旧 */
export const listVotes = (api: Api, query: ListVotesQuery = {}, call?: Call): Promise<VoteList> =>
  api.get<VoteList>(`/votes${queryOf(query)}`, call)

export interface ListVotesCsvQuery {
  /** 状态 */
  state?: '' | 'counted' | 'open' | 'void' | undefined
  /** 小区标识 */
  community_id?: string | undefined
  /** 只看我的。只列本人有表决权的 */
  mine?: boolean | undefined
}

/** 业主表决导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listVotesCsv = (api: Api, query: ListVotesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes.csv${queryOf(query)}`, call)

export interface ListVotesXlsxQuery {
  /** 状态 */
  state?: '' | 'counted' | 'open' | 'void' | undefined
  /** 小区标识 */
  community_id?: string | undefined
  /** 只看我的。只列本人有表决权的 */
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
  /** 回执。不给即查本人各户 */
  receipt?: string | undefined
  /** 从何处继续。上一页最后一行的序号 */
  after?: number | undefined
  /** 每页条数 */
  limit?: number | undefined
}

/** 凭回执（或为本人的房屋）取得选票在计票记录中的证明，可与张贴的记录指纹核对 */
export const proveVoteInclusion = (api: Api, voteId: string, query: ProveVoteInclusionQuery = {}, call?: Call): Promise<VoteInclusion> =>
  api.get<VoteInclusion>(`/votes/${part(voteId)}/inclusion${queryOf(query)}`, call)

export interface PrintVotePosterQuery {
  /** 纸张大小 */
  size?: 'A3' | 'A4' | undefined
  /** 分辨率。只用于图片，每英寸的点数 */
  dpi?: number | undefined
  /** 页码。只用于图片，从 1 起 */
  page?: number | undefined
}

/** 业主表决公告（PDF），张贴于楼栋、单元 */
export const printVotePoster = (api: Api, voteId: string, query: PrintVotePosterQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/poster.pdf${queryOf(query)}`, call)

export interface DrawVotePosterQuery {
  /** 纸张大小 */
  size?: 'A3' | 'A4' | undefined
  /** 分辨率。只用于图片，每英寸的点数 */
  dpi?: number | undefined
  /** 页码。只用于图片，从 1 起 */
  page?: number | undefined
}

/** 业主表决公告的一页（PNG） */
export const drawVotePoster = (api: Api, voteId: string, query: DrawVotePosterQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/poster.png${queryOf(query)}`, call)

export interface ListProxiesQuery {
  /** 状态 */
  state?: '' | 'draft' | 'ended' | 'live' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 本次表决的委托 */
export const listProxies = (api: Api, voteId: string, query: ListProxiesQuery = {}, call?: Call): Promise<ProxyList> =>
  api.get<ProxyList>(`/votes/${part(voteId)}/proxies${queryOf(query)}`, call)

export interface ListProxiesCsvQuery {
  /** 状态 */
  state?: '' | 'draft' | 'ended' | 'live' | undefined
}

/** 书面委托导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listProxiesCsv = (api: Api, voteId: string, query: ListProxiesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/proxies.csv${queryOf(query)}`, call)

export interface ListProxiesXlsxQuery {
  /** 状态 */
  state?: '' | 'draft' | 'ended' | 'live' | undefined
}

/** 书面委托导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listProxiesXlsx = (api: Api, voteId: string, query: ListProxiesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/proxies.xlsx${queryOf(query)}`, call)

/** 计票记录 */
export const downloadVoteRecord = (api: Api, voteId: string, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/record`, call)

export interface PrintVoteResultQuery {
  /** 纸张大小 */
  size?: 'A3' | 'A4' | undefined
}

/** 业主表决结果（PDF），计票后张贴 */
export const printVoteResult = (api: Api, voteId: string, query: PrintVoteResultQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/result.pdf${queryOf(query)}`, call)

/** 表决事项的送达情况及其是否影响计票 */
export const getVoteService = (api: Api, voteId: string, call?: Call): Promise<ServiceView> =>
  api.get<ServiceView>(`/votes/${part(voteId)}/service`, call)

/** 录入表决事项已送达的房屋和送达凭证，待中心另一人复核后才算送达 */
export const enterVoteService = (api: Api, voteId: string, body: ServiceProof, call?: Call): Promise<ServiceEntryView> =>
  api.write<ServiceEntryView>('POST', `/votes/${part(voteId)}/service`, call, body)

/** 业主声明没有收到表决的送达 */
export const contestVoteService = (api: Api, voteId: string, body: ServiceContest, call?: Call): Promise<HomeService> =>
  api.write<HomeService>('POST', `/votes/${part(voteId)}/service/contests`, call, body)

export interface ListServiceEntriesQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 类别 */
  kind?: '' | 'proof' | 'withdrawal' | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 本次表决的送达登记和撤销，最后录入的在前 */
export const listServiceEntries = (api: Api, voteId: string, query: ListServiceEntriesQuery = {}, call?: Call): Promise<ServiceEntryList> =>
  api.get<ServiceEntryList>(`/votes/${part(voteId)}/service/entries${queryOf(query)}`, call)

export interface ListServiceEntriesCsvQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 类别 */
  kind?: '' | 'proof' | 'withdrawal' | undefined
}

/** 送达登记导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listServiceEntriesCsv = (api: Api, voteId: string, query: ListServiceEntriesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/service/entries.csv${queryOf(query)}`, call)

export interface ListServiceEntriesXlsxQuery {
  /** 状态 */
  state?: '' | 'confirmed' | 'draft' | 'dropped' | undefined
  /** 类别 */
  kind?: '' | 'proof' | 'withdrawal' | undefined
}

/** 送达登记导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listServiceEntriesXlsx = (api: Api, voteId: string, query: ListServiceEntriesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/service/entries.xlsx${queryOf(query)}`, call)

export interface ListServedHomesQuery {
  /** 未送达。只看没有送达证明的 */
  unserved?: boolean | undefined
  /** 从何处继续。上一页的 `next`；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 `true` 时答复里有 `total` */
  count?: boolean | undefined
}

/** 逐户的送达情况，按房屋编号排列 */
export const listServedHomes = (api: Api, voteId: string, query: ListServedHomesQuery = {}, call?: Call): Promise<ServedHomeList> =>
  api.get<ServedHomeList>(`/votes/${part(voteId)}/service/homes${queryOf(query)}`, call)

export interface ListServedHomesCsvQuery {
  /** 未送达。只看没有送达证明的 */
  unserved?: boolean | undefined
}

/** 送达情况导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listServedHomesCsv = (api: Api, voteId: string, query: ListServedHomesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/service/homes.csv${queryOf(query)}`, call)

export interface ListServedHomesXlsxQuery {
  /** 未送达。只看没有送达证明的 */
  unserved?: boolean | undefined
}

/** 送达情况导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listServedHomesXlsx = (api: Api, voteId: string, query: ListServedHomesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/service/homes.xlsx${queryOf(query)}`, call)

/** 录入撤销某些房屋的送达登记并写明理由，待中心另一人复核 */
export const enterServiceWithdrawal = (api: Api, voteId: string, body: ServiceWithdrawal, call?: Call): Promise<ServiceEntryView> =>
  api.write<ServiceEntryView>('POST', `/votes/${part(voteId)}/service/withdrawals`, call, body)

/** 各接口可能的拒绝：isRefused<Refusals['函数名']>(error)。 */
export interface Refusals {
  listAppointments: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  askAppointment: 'BadTerm' | 'ClaimPending' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listAppointmentsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listAppointmentsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  endAppointment: 'AlreadyDecided' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listBindingClaims: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  claimHome: 'AlreadyBound' | 'ClaimPending' | 'ConsentMissing' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listBindingClaimsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBindingClaimsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  withdrawBindingClaim: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBindingContests: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBindingContestsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBindingContestsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBindings: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  bindHome: 'AlreadyBound' | 'ConsentMissing' | 'FaceNotVerified' | 'IdentityMismatch' | 'KeyMissing' | 'KeyReused' | 'LoginElsewhere' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'PapersMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WechatUnavailable'
  leaveHome: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  contestBinding: 'ClaimPending' | 'HomeNotBound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listHomes: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBuildingScopeSwitches: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listCalendarDays: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listCases: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  applyForInsurance: 'ElevatorTaken' | 'EvidenceMissing' | 'HomeNotBound' | 'InsurerUnavailable' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NoAuthorisation' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotRenewable' | 'NotYourScope' | 'ReasonMissing' | 'SumsDiffer' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongElevators' | 'WrongFlow' | 'WrongPeriod'
  listCasesCsv: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listCasesXlsx: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getCase: 'CaseNotFound' | 'HomeNotBound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getCollection: 'CaseNotFound' | 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NothingOwed' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  exportCollection: 'CaseNotFound' | 'HomeNotBound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NothingOwed' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getCaseConditions: 'CaseNotFound' | 'HomeNotBound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  signContract: 'CaseNotFound' | 'ContractTooLarge' | 'ElevatorCovered' | 'HomeNotBound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotApplicant' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongPeriod'
  correctCase: 'CaseNotFound' | 'CorrectionOver' | 'HomeNotBound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotApplicant' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'SumsDiffer' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongElevators' | 'WrongFlow' | 'WrongPeriod'
  listDocuments: 'CaseNotFound' | 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  flagEmergency: 'AlreadyUrgent' | 'CaseNotFound' | 'EvidenceMissing' | 'HomeNotBound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listEvidence: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listEvidenceCsv: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listEvidenceXlsx: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listLobbies: 'CaseNotFound' | 'HomeNotBound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  reportBareLobby: 'AlreadyReported' | 'CaseNotFound' | 'HomeNotBound' | 'KeyMissing' | 'KeyReused' | 'LobbyUnknown' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listLobbyReports: 'CaseNotFound' | 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listCaseObjections: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  fileObjection: 'CaseNotFound' | 'EmptyText' | 'HomeNotBound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'ObjectionPending' | 'RefiledTooOften' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listCasePapers: 'CaseNotFound' | 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  issuePaper: 'CaseNotFound' | 'HomeNotBound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  printPaper: 'CaseNotFound' | 'HomeNotBound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  requestPayout: 'CaseNotFound' | 'CorrectionOver' | 'HomeNotBound' | 'InvoiceUsed' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotApplicant' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'PapersMissing' | 'SumsDiffer' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  printPoster: 'CaseNotFound' | 'HomeNotBound' | 'LobbyUnknown' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  drawPoster: 'CaseNotFound' | 'HomeNotBound' | 'LobbyUnknown' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getShareProposal: 'CaseNotFound' | 'HomeNotBound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NothingOwed' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proposeShares: 'CaseNotFound' | 'HomeNotBound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotApplicant' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'NothingOwed' | 'SharesDiffer' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongFlow'
  signCase: 'AlreadySigned' | 'CaseNotFound' | 'HomeNotBound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'SigningOver' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  withdrawSignature: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotSigned' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listTimeline: 'CaseNotFound' | 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listCaseVotes: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  withdrawCase: 'CaseNotFound' | 'HomeNotBound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotApplicant' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listCommunities: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBuildings: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listConsents: 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  recordConsents: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listCorrections: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listCorrectionsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listCorrectionsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  withdrawCorrection: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  downloadEvidencePhoto: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  beginFaceCheck: 'ConsentMissing' | 'FaceNotVerified' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WechatUnavailable'
  uploadFile: 'FileKindNotTaken' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'PhotoKindNotTaken' | 'PhotoTooLarge' | 'PhotoUnreadable' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  downloadFile: 'FileSealed' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'PaperErased' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listHomeBindings: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getHomeFund: 'HomeNotBound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listHomeFundLines: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  printHomeFund: 'HomeNotBound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooManyRows'
  exportHomeFund: 'HomeNotBound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  explainHomeInterest: 'HomeNotBound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listMessages: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  countUnreadMessages: 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  readAllMessages: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  readMessage: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listInsurers: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listInsurersCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listInsurersXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getLobbyTask: 'LobbyForManager' | 'LobbyUnknown' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  postEvidence: 'KeyMissing' | 'KeyReused' | 'LobbyPosted' | 'LobbyUnknown' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'PhotoKindNotTaken' | 'PhotoOfOther' | 'PhotoTooLarge' | 'PhotoUnreadable' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  postLastPhoto: 'KeyMissing' | 'KeyReused' | 'LobbyUnknown' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'PhotoKindNotTaken' | 'PhotoOfOther' | 'PhotoTooLarge' | 'PhotoUnreadable' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  logIn: 'KeyMissing' | 'KeyReused' | 'LoginFailed' | 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WechatUnavailable'
  listLoginChanges: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  askLoginChange: 'ClaimPending' | 'ConsentMissing' | 'FaceNotVerified' | 'IdentityMismatch' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'NothingToReplace' | 'PapersMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WechatUnavailable'
  listLoginChangesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listLoginChangesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  withdrawLoginChange: 'ChangeNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  contestLoginChange: 'ChangeNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  logOut: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getMe: 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listMyBallots: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  askCorrection: 'ClaimPending' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  downloadOwnData: 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  previewErasure: 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  eraseAccount: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'StillInOffice' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getHomeScreen: 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listOfferedHomes: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  bindOfferedHome: 'AlreadyBound' | 'ConsentMissing' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listMyObjections: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  setPhone: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'PhoneRefused' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WechatUnavailable'
  listMyPostings: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getPrivacyConsents: 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  setPrivacyConsent: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'NoticeChanged' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listOwnInvitations: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  collectInvitation: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getObjection: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  askReview: 'EmptyText' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'ObjectionPending' | 'ReviewUsed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  settleObjection: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ObjectionClosed' | 'RecordMoved' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  withdrawObjection: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ObjectionClosed' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  endProxy: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoteNotOpen'
  listPublicYearSettlements: 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  exportPublicYear: 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPublicBenchmarkRates: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proveLogConsistency: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'UnknownTreeSize'
  getLogHead: 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listLogHeads: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proveLogInclusion: 'EventNotFound' | 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'NotYetSealed' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'UnknownTreeSize'
  listLogKeys: 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listLogWitnesses: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPublicNotices: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getPublicNotice: 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  checkPaper: 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPublicParameters: 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPublicParameterVersions: 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPublicPayouts: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listPublicPlacementRounds: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getPrivacyNotice: 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
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
  listScopes: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listScopesCsv: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listScopesXlsx: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getScopeBalance: 'HomeNotBound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listScopeElevators: 'HomeNotBound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listScopeHolds: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listScopeIncome: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  explainScopeIncome: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  printScopeIncome: 'HomeNotBound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooManyRows'
  listScopeLines: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  printScopeStatement: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooManyRows'
  exportScopeStatement: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooManyRows'
  getServiceEntry: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  dropServiceEntry: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listSessions: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  endSession: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSpecialAccounts: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSpecialAccountsCsv: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSpecialAccountsXlsx: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getSpecialAccount: 'HomeNotBound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSpecialRefunds: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSpecialRefundsCsv: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSpecialRefundsXlsx: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSpecialAccountLines: 'HomeNotBound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listVotes: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listVotesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listVotesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getVote: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  castBallot: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NoVoice' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotRepresentative' | 'OtherChannel' | 'OtherLogin' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteNotOpen'
  proveVoteInclusion: 'BallotNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteRunning'
  printVotePoster: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  drawVotePoster: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  listProxies: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  listProxiesCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  listProxiesXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  downloadVoteRecord: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteRunning'
  printVoteResult: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteRunning'
  getVoteService: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  enterVoteService: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteNotOpen'
  contestVoteService: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'NotServed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteNotOpen'
  listServiceEntries: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  listServiceEntriesCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  listServiceEntriesXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  listServedHomes: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  listServedHomesCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  listServedHomesXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  enterServiceWithdrawal: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteNotOpen'
}
