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

/** One home's part, in fen. */
export interface AgreedPart {
  home_id: string
  amount_fen: number
}

/** An application for named elevators of a building or unit for one policy year. `flow` says whose money pays; `renews` the case whose special account pays one year more; `policy` what was bought directly and is only to be recorded. */
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

/** A rule applied, with the plan's clause. */
export interface AppliedRule {
  rule: string
  clause: string
  words: string
}

/** Why it ends; the person may say nothing, the Centre may not. */
export interface AppointmentEnding {
  reason?: string | undefined
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface AppointmentList {
  /** 本页内容 */
  items: (AppointmentView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** An authorisation. `manager_name` is the manager of the community by the roll, `phone` that of the person, masked; both are there for the clerk to compare. */
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

/** For whom one may act, by which paper, from which day to which last day. */
export interface Authorisation {
  community_id: string
  role: 'committee' | 'independent' | 'manager'
  body_name: string
  file_id: string
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
  to_on: string
}

/** Days [from_on, to_on) of one balance of all homes together; `product` is fen x days. */
export interface BalanceStretch {
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
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
  kind: 'building' | 'unit'
  balance_fen: number
  held_fen: number
  available_fen: number
  area_cm2: number
  homes: (HomeShare)[]
  share_note: string
}

/** What is said, and for which homes: all that one speaks for unless they are named. */
export interface BallotPaper {
  choice: 'abstain' | 'against' | 'agree'
  home_ids?: (string)[] | null | undefined
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
  /** 本页内容 */
  items: (BoundHome)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  /** 本页内容 */
  items: (BuildingLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface CaseList {
  /** 本页内容 */
  items: (CaseRow)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ClaimList {
  /** 本页内容 */
  items: (ClaimView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** A claim; name and number are masked. `file_ids` are those of the uploaded papers. */
export interface ClaimView {
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

/** What must come in before the contract and what has, and the homes that the asker may see, by code; the sums are of the whole case. */
export interface Collection {
  needed_fen: number
  gathered_fen: number
  complete: boolean
  part_fen: number
  fund_fen: number
  homes: number
  owing: number
  /** 本页内容 */
  items: (HomePart)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
}

/** What must come in before the contract, and what has; whole fen. 附件二(二)6、二(三)3. */
export interface CollectionView {
  needed_fen: number
  gathered_fen: number
  complete: boolean
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
  /** 本页内容 */
  items: (CommunityLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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

/** Every template in use. */
export interface ConsentList {
  /** 本页内容 */
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

/** The signed contract: its number, first and last day of cover, the sum and the paper. */
export interface ContractBody {
  number: string
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
  to_on: string
  amount_fen: number
  file_id: string
}

/** The contract. */
export interface ContractView {
  number: string
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
  to_on: string
  amount_fen: number
}

/** What the applicant has put right, with papers; of a direct policy what it really says. */
export interface Correction {
  note: string
  file_ids?: (string)[] | undefined
  policy?: DirectPolicy | null | undefined
}

/** One elevator in a policy that was bought directly, in fen. */
export interface CoveredElevator {
  elevator_id: string
  premium_fen: number
}

/** A day that the Centre entered. */
export interface DayView {
  day: string
  working: boolean
  name: string
  source: string
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

/** One elevator in a policy bought directly, in fen. */
export interface DirectElevator {
  elevator_id: string
  premium_fen: number
}

/** A policy bought from an insurer directly, with its papers; `to_on` is the last day. */
export interface DirectPolicy {
  number: string
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
  to_on: string
  amount_fen: number
  elevators: (CoveredElevator)[]
  file_ids: (string)[]
  contract_number?: string | undefined
}

/** A policy bought directly as it was filed, for the clerk to compare with its papers. */
export interface DirectView {
  number: string
  /** 起始日：含当日 */
  from_on: string
  /** 截止日：含当日 */
  to_on: string
  amount_fen: number
  elevators: (DirectElevator)[]
  file_ids: (string)[]
  contract_number: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface DocumentList {
  /** 本页内容 */
  items: (DocumentView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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

/** A deadline with the rule that sets it. */
export interface DueView {
  kind: string
  title: string
  at: string
  provisional: boolean
  rule: string
  parameter: string
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
  kind: 'trapped' | 'unsafe'
  reason: string
  file_ids?: (string)[] | undefined
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface EvidenceList {
  /** 本页内容 */
  items: (EvidenceView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  code_seen: 'match' | 'none' | 'other'
  refused_at: string | null
  reason: string
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
  /** 本页内容 */
  items: (FundMovement)[]
  brought_fen: number
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** A published tree head; hashes in hexadecimal. `sealed_at` is null before the first. */
export interface Head {
  tree_size: number
  root_hash: string
  sealed_at: string | null
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface HeadList {
  /** 本页内容 */
  items: (Head)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** A case that holds money of the account, or did. */
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

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface HoldLineList {
  /** 本页内容 */
  items: (HoldLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  state: 'nothing' | 'owing' | 'paid' | 'partly' | 'refundable'
  state_title: string
  low: boolean
  unpaid: boolean
  owners: string
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
  /** 本页内容 */
  items: (Included)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
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

/** A scope's year, with everything that made it; settlements by page, sums of all of them. */
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
  items: (DepositShare)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
}

/** A part of an income by the calendar year in which it was earned, in fen. R4.5. */
export interface IncomeSlice {
  year: number
  income_fen: number
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface InsurerList {
  /** 本页内容 */
  items: (InsurerView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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

/** A limit of the cover, in fen. */
export interface Limit {
  name: string
  amount_fen: number
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
  code_seen: '' | 'match' | 'none' | 'other'
  token: string
  evidence_url: string
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
  device?: string | undefined
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
  /** 本页内容 */
  items: (MessageView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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

/** The case's money in fen. */
export interface MoneyView {
  premium_fen: number
  held_fen: number
  paid_fen: number
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

/** Why it ends; the Centre has to say. */
export interface NamingEnding {
  reason?: string | undefined
}

/** The notice of the present plan: its public code and every lobby where it must hang. */
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

/** Where the notice stands; `last_on` may be provisional (R9.2). */
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

/** An elevator with its premium for the year, in fen. */
export interface NoticedElevator {
  code: string
  location: string
  premium_fen: number
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ObjectionList {
  /** 本页内容 */
  items: (ObjectionView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  state: 'answered' | 'dismissed' | 'draft' | 'dropped' | 'open' | 'recorded' | 'settled' | 'superseded' | 'upheld' | 'withdrawn'
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
  tenor: '1y' | '2y' | '3m' | '3y' | '6m'
  announced_at: string
  closed_at: string
  awarded_at: string
  reason: string
  offers: (OpenOffer)[]
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface OpenRoundList {
  /** 本页内容 */
  items: (OpenRound)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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

/** What one of my homes bears of the premium, owes beside and has paid; whole fen. 二(二)3. */
export interface OwnShare {
  home_id: string
  part_fen: number
  fund_fen: number
  owed_fen: number
  paid_fen: number
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

/** A paper put before the owners. */
export interface PaperLink {
  file_id: string
  name: string
  media_type: string
}

/** Every parameter in force for a case accepted now. */
export interface ParameterTable {
  community_id: string | null
  community: string
  /** 本页内容 */
  items: (ParameterView)[]
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ParameterVersionList {
  /** 本页内容 */
  items: (ParameterVersionView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  file_ids?: (string)[] | undefined
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

/** What the button `getPhoneNumber` gave. */
export interface PhoneCode {
  code: string
}

/** The number now kept, masked. */
export interface PhoneView {
  phone: string
}

/** The plan as filed. */
export interface PlanView {
  survey: string
  cover: string
  elevators: (ElevatorPlanView)[]
  service: string
  file_ids: (string)[]
}

/** A refusal as RFC 9457 tells it; `code` is stable, `title` is for people. */
export interface Problem {
  /** Where the code is explained. */
  type: string
  /** 中文标题，可直接显示。 */
  title: string
  status: number
  /** 见 errors.json。 */
  code: ErrorCode
  /** The path that was asked. */
  instance: string
  /** 报告问题时请附上。 */
  request_id: string
  /** 这一次的具体原因，可直接显示。 */
  detail?: string | undefined
  errors?: ({ pointer: string; detail: string })[] | undefined
  [fact: string]: unknown
}

/** By area, equally, or as agreed home by home; `homes` for the last only. */
export interface Proposal {
  method: 'area' | 'custom' | 'equal'
  homes?: (AgreedPart)[] | undefined
}

/** What the owners vote on: `text` as the question names it. Owners see their homes' parts and the whole, the applicant and the Centre every part. */
export interface ProposalView {
  method: 'area' | 'custom' | 'equal'
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
  reason?: string | undefined
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ProxyList {
  /** 本页内容 */
  items: (ProxyView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  state: 'draft' | 'ended' | 'live'
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
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
}

/** Accounts by their code; the totals are of all accounts, not of this page. They are null where there is one account and it is withheld: they would be its own (R12.2). */
export interface PublicAccountList {
  /** 本页内容 */
  items: (PublicAccountRow)[]
  total_balance_fen: number | null
  total_held_fen: number | null
  as_of: string
  /** 下一页游标：原样放入 after；为空即没有下一页 */
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
  /** 本页内容 */
  items: (PublicNoticeRow)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  /** 起始日：含当日 */
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
  /** 本页内容 */
  items: (PublicPayout)[]
  total_fen: number
  /** 下一页游标：原样放入 after；为空即没有下一页 */
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
  tenor: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand'
  since_on: string
  rate_e4: number
  source: string
  proposed_by: 'clerk' | 'program'
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface PublicRateList {
  /** 本页内容 */
  items: (PublicRate)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  /** 本页内容 */
  items: (PublicVoteRow)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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

/** That a ballot is in the ballot box: `receipt` stands in the published record after the count. `state` valid; contested where co-owners differ (R2.3); concurring where one of them said the same before; replaced where a later one was quicker. */
export interface Receipt {
  ballot_id: string
  home_id: string
  receipt: string
  cast_at: string
  state: string
}

/** A receipt for each home and owner spoken for. */
export interface Receipts {
  vote_id: string
  /** 本页内容 */
  items: (Receipt)[]
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
  /** 本页内容 */
  items: (Registration)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  /** 本页内容 */
  items: (ReportVersion)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface RepresentativeList {
  /** 本页内容 */
  items: (RepresentativeView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** Who speaks for a home; the name is masked. */
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

/** How it was counted, line by line in `reasons`; areas in cm2. R8.1 to R8.4. `certain_at` is when the outcome became certain, told to the Centre alone: who saw a neighbour vote that moment would know how (R8.5). `dropped_papers` is how many batches of paper were not confirmed in time. `withheld` says why it is the auditor's alone, where too few took part (R12.2); else it is empty. */
export interface ResultView {
  passed: boolean
  /** 总数：只在请求 count 时给出 */
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

/** Why the dismissal should be looked at again. */
export interface ReviewRequest {
  text: string
}

/** What somebody may be to the Centre; one person can hold several. Section 1. */
export type Role = 'administrator' | 'auditor' | 'bureau' | 'clerk' | 'committee' | 'finance' | 'independent' | 'insurer' | 'manager' | 'owner' | 'person' | 'public' | 'reviewer' | 'street' | 'system'

/** A home by its room; nothing says who owns it. */
export interface RoomLine {
  id: string
  unit: string
  room: string
  use: string
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface RoomLineList {
  /** 本页内容 */
  items: (RoomLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  /** 本页内容 */
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
  /** 本页内容 */
  items: (ScopeYear)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
}

/** One scope in a list, with its pooled account. */
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

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface ScopeLineList {
  /** 本页内容 */
  items: (ScopeLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  /** 本页内容 */
  items: (ServedHome)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** Which homes were served, how, and the paper that proves it. */
export interface ServiceProof {
  home_ids: (string)[]
  file_id: string
  how: 'in_person' | 'message' | 'post' | 'posted'
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
  /** 本页内容 */
  items: (SessionView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** One login of one's own. `current` is the one that asks. */
export interface SessionView {
  id: string
  device: string
  created_at: string
  expires_at: string
  current: boolean
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
  /** 起始日：含当日 */
  from_on: string | null
  /** 截止日：含当日 */
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

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface SpecialLineList {
  /** 本页内容 */
  items: (SpecialLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface SpecialRefundList {
  /** 本页内容 */
  items: (SpecialRefundView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  state: 'draft' | 'dropped' | 'posted' | 'reversed'
  entered_at: string
  confirmed_at: string | null
}

/** One account. `years_paid` of the `years` paid in at once are paid or held; `refundable_fen` may go back now, which is nothing while no elevator is scrapped. Owners see their own homes' deposits, the Centre all. */
export interface SpecialView {
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
  elevators: (SpecialLift)[]
  cases: (SpecialCase)[]
  deposits: (HomeDeposit)[]
}

/** An approved appointment that runs today (R5.1). */
export interface Standing {
  appointment_id: string
  community_id: string
  community: string
  role: string
  body_name: string
  /** 截止日：含当日 */
  to_on: string
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

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface StatementLineList {
  /** 本页内容 */
  items: (StatementLine)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface SwitchList {
  /** 本页内容 */
  items: (SwitchView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** What went from one pooled account to another. */
export interface SwitchMove {
  from_scope_id: string
  from_scope: string
  to_scope_id: string
  to_scope: string
  amount_fen: number
}

/** A switch: from its day `on` the homes belong to the other scopes. */
export interface SwitchView {
  id: string
  building_id: string
  building: string
  to_kind: 'building' | 'unit'
  state: 'done' | 'draft' | 'dropped'
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

/** A template that the phone may ask consent for by `template_id`, and what it has: single messages that are left, or standing consent to a long-term one. Do not ask for long-term and other templates in one pop-up, nor for more than five (WeChat refuses both). */
export interface TemplateConsent {
  template: string
  template_id: string
  title: string
  long_term: boolean
  remaining: number
  standing: boolean
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
  /** 本页内容 */
  items: (TimelineItem)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
}

/** Who took part so far. `reached`: participation is enough in heads and in area (R8.1). */
export interface Turnout {
  homes: number
  heads: number
  area_cm2: number
  reached: boolean
}

/** How many messages were not read yet. */
export interface Unread {
  unread: number
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface VoteList {
  /** 本页内容 */
  items: (VoteRow)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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
  /** 总数：只在请求 count 时给出 */
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

/** A written objection; files were uploaded before. */
export interface WrittenObjection {
  text: string
  file_ids?: (string)[] | undefined
}

/** One page of a list. `next` goes into `after` for the following one and is empty at the end; `total` is there when `count` was asked for. */
export interface YearDepositList {
  /** 本页内容 */
  items: (YearDepositView)[]
  /** 下一页游标：原样放入 after；为空即没有下一页 */
  next: string
  /** 总数：只在请求 count 时给出 */
  total?: number | undefined
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

/** A year: whether deadlines in it are certain, and the days that the Centre entered. */
export interface YearView {
  year: number
  published: boolean
  source: string
  /** 本页内容 */
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
export const askAppointment = (api: Api, body: Authorisation, call?: Call): Promise<AppointmentView> =>
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

export interface ListClaimsQuery {
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
export const listClaims = (api: Api, query: ListClaimsQuery = {}, call?: Call): Promise<ClaimList> =>
  api.get<ClaimList>(`/binding-claims${queryOf(query)}`, call)

/** 提交材料申请绑定房屋，由工作人员审核 */
export const claimHome = (api: Api, body: Claim, call?: Call): Promise<ClaimView> =>
  api.secret<ClaimView>('POST', '/binding-claims', call, body)

export interface ListClaimsCsvQuery {
  state?: '' | 'approved' | 'open' | 'refused' | 'withdrawn' | undefined
  community_id?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'oldest' | undefined
}

/** 绑定材料导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listClaimsCsv = (api: Api, query: ListClaimsCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/binding-claims.csv${queryOf(query)}`, call)

export interface ListClaimsXlsxQuery {
  state?: '' | 'approved' | 'open' | 'refused' | 'withdrawn' | undefined
  community_id?: string | undefined
  /** 排序 */
  sort?: '' | 'newest' | 'oldest' | undefined
}

/** 绑定材料导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listClaimsXlsx = (api: Api, query: ListClaimsXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/binding-claims.xlsx${queryOf(query)}`, call)

/** 撤回本人尚未审核的材料 */
export const withdrawClaim = (api: Api, claimId: string, call?: Call): Promise<void> =>
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
export const bindHome = (api: Api, body: Identity, call?: Call): Promise<BoundHome> =>
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

export interface SwitchesOfBuildingQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 一幢楼的记账单位变更历史 */
export const switchesOfBuilding = (api: Api, buildingId: string, query: SwitchesOfBuildingQuery = {}, call?: Call): Promise<SwitchList> =>
  api.get<SwitchList>(`/buildings/${part(buildingId)}/scope-switches${queryOf(query)}`, call)

export interface ListDaysQuery {
  year: number
}

/** 某年的工作日安排是否已公布，以及中心录入的本地节假日和调休日 */
export const listDays = (api: Api, query: ListDaysQuery, call?: Call): Promise<YearView> =>
  api.open<YearView>('GET', `/calendar/days${queryOf(query)}`, call)

export interface ListCasesQuery {
  state?: string | undefined
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
export const apply = (api: Api, body: Application, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', '/cases', call, body)

export interface ListCasesCsvQuery {
  state?: string | undefined
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
  state?: string | undefined
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
export const getCollection = (api: Api, caseId: string, query: GetCollectionQuery = {}, call?: Call): Promise<Collection> =>
  api.get<Collection>(`/cases/${part(caseId)}/collection${queryOf(query)}`, call)

/** 导出保费归集清单 */
export const collectionFile = (api: Api, caseId: string, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/collection.xlsx`, call)

/** 四项申请条件的当前核对结果和历次留存的核对结果 */
export const caseConditions = (api: Api, caseId: string, call?: Call): Promise<ConditionHistory> =>
  api.get<ConditionHistory>(`/cases/${part(caseId)}/conditions`, call)

/** 登记已签订的保险服务合同 */
export const signContract = (api: Api, caseId: string, body: ContractBody, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/contract`, call, body)

/** 提交补正材料 */
export const correct = (api: Api, caseId: string, body: Correction, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/correction`, call, body)

export interface DocumentsQuery {
  /** 每页条数 */
  limit?: number | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 办件材料目录 */
export const documents = (api: Api, caseId: string, query: DocumentsQuery = {}, call?: Call): Promise<DocumentList> =>
  api.get<DocumentList>(`/cases/${part(caseId)}/documents${queryOf(query)}`, call)

/** 标记为紧急（有人被困、存在危险），附现场照片或报告 */
export const flag = (api: Api, caseId: string, body: Emergency, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/emergency`, call, body)

export interface EvidenceQuery {
  waiting?: boolean | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 各单元张贴影像目录（含被退回的及理由） */
export const evidence = (api: Api, caseId: string, query: EvidenceQuery = {}, call?: Call): Promise<EvidenceList> =>
  api.get<EvidenceList>(`/cases/${part(caseId)}/evidence${queryOf(query)}`, call)

export interface EvidenceCsvQuery {
  waiting?: boolean | undefined
}

/** 张贴影像目录导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const evidenceCsv = (api: Api, caseId: string, query: EvidenceCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/evidence.csv${queryOf(query)}`, call)

export interface EvidenceXlsxQuery {
  waiting?: boolean | undefined
}

/** 张贴影像目录导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const evidenceXlsx = (api: Api, caseId: string, query: EvidenceXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/evidence.xlsx${queryOf(query)}`, call)

/** 公示和各单元张贴情况 */
export const lobbies = (api: Api, caseId: string, call?: Call): Promise<NoticeBoard> =>
  api.get<NoticeBoard>(`/cases/${part(caseId)}/lobbies`, call)

export interface CaseObjectionsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 办件的反对意见 */
export const caseObjections = (api: Api, caseId: string, query: CaseObjectionsQuery = {}, call?: Call): Promise<ObjectionList> =>
  api.get<ObjectionList>(`/cases/${part(caseId)}/objections${queryOf(query)}`, call)

/** 提出书面反对意见 */
export const fileObjection = (api: Api, caseId: string, body: WrittenObjection, call?: Call): Promise<ObjectionReceipt> =>
  api.write<ObjectionReceipt>('POST', `/cases/${part(caseId)}/objections`, call, body)

/** 申请拨付保费 */
export const requestPayout = (api: Api, caseId: string, body: PayoutBody, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/payout`, call, body)

export interface PosterPdfQuery {
  unit_id?: string | undefined
  size?: 'A3' | 'A4' | undefined
  dpi?: number | undefined
  page?: number | undefined
}

/** 公示海报（PDF），每个单元一页 */
export const posterPdf = (api: Api, caseId: string, query: PosterPdfQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/poster.pdf${queryOf(query)}`, call)

export interface PosterPngQuery {
  unit_id?: string | undefined
  size?: 'A3' | 'A4' | undefined
  dpi?: number | undefined
  page?: number | undefined
}

/** 一个单元的公示海报（PNG） */
export const posterPng = (api: Api, caseId: string, query: PosterPngQuery = {}, call?: Call): Promise<string> =>
  api.download(`/cases/${part(caseId)}/poster.png${queryOf(query)}`, call)

/** 提交表决的分摊方案 */
export const shareProposal = (api: Api, caseId: string, call?: Call): Promise<ProposalView> =>
  api.get<ProposalView>(`/cases/${part(caseId)}/share-proposal`, call)

/** 提出各户分摊方案（按面积、按户或按约定），表决开始前可以修改 */
export const proposeShares = (api: Api, caseId: string, body: Proposal, call?: Call): Promise<ProposalView> =>
  api.write<ProposalView>('POST', `/cases/${part(caseId)}/shares`, call, body)

/** 签名 */
export const sign = (api: Api, caseId: string, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('POST', `/cases/${part(caseId)}/signatures`, call)

/** 撤回本人签名（受理前） */
export const unsign = (api: Api, caseId: string, call?: Call): Promise<CaseView> =>
  api.write<CaseView>('DELETE', `/cases/${part(caseId)}/signatures/mine`, call)

export interface TimelineQuery {
  /** 每页条数 */
  limit?: number | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 办理经过，由早到晚 */
export const timeline = (api: Api, caseId: string, query: TimelineQuery = {}, call?: Call): Promise<TimelineList> =>
  api.get<TimelineList>(`/cases/${part(caseId)}/timeline${queryOf(query)}`, call)

export interface VotesOfCaseQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 办件的历次表决，从新到旧 */
export const votesOfCase = (api: Api, caseId: string, query: VotesOfCaseQuery = {}, call?: Call): Promise<VoteList> =>
  api.get<VoteList>(`/cases/${part(caseId)}/votes${queryOf(query)}`, call)

/** 撤回申请（登记备案前），预留的保费随即释放 */
export const withdraw = (api: Api, caseId: string, body: CaseReason, call?: Call): Promise<CaseView> =>
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
export const evidencePhoto = (api: Api, evidenceId: string, call?: Call): Promise<string> =>
  api.download(`/evidence/${part(evidenceId)}/photo`, call)

/** 上传材料（照片或 PDF，不超过 10MB） */
export const sendFile = (api: Api, filePath: string, call?: Call): Promise<FileView> =>
  api.upload<FileView>('/files', filePath, call)

/** 下载材料 */
export const getFile = (api: Api, fileId: string, call?: Call): Promise<string> =>
  api.download(`/files/${part(fileId)}`, call)

/** 维修资金分户账 */
export const fundOfHome = (api: Api, homeId: string, call?: Call): Promise<HomeFund> =>
  api.get<HomeFund>(`/homes/${part(homeId)}/fund`, call)

export interface StatementOfHomeQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 分户账明细 */
export const statementOfHome = (api: Api, homeId: string, query: StatementOfHomeQuery = {}, call?: Call): Promise<FundStatement> =>
  api.get<FundStatement>(`/homes/${part(homeId)}/fund/statement${queryOf(query)}`, call)

/** 可打印的分户账对账单（PDF） */
export const statementPdf = (api: Api, homeId: string, call?: Call): Promise<string> =>
  api.download(`/homes/${part(homeId)}/fund/statement.pdf`, call)

/** 导出分户账明细（表格中没有公式） */
export const statementSheet = (api: Api, homeId: string, call?: Call): Promise<string> =>
  api.download(`/homes/${part(homeId)}/fund/statement.xlsx`, call)

/** 某年度分配到本户的法定利息及其计算过程 */
export const explainInterest = (api: Api, homeId: string, year: string, call?: Call): Promise<InterestExplained> =>
  api.get<InterestExplained>(`/homes/${part(homeId)}/interest/${part(year)}`, call)

export interface ListInboxQuery {
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
export const listInbox = (api: Api, query: ListInboxQuery = {}, call?: Call): Promise<MessageList> =>
  api.get<MessageList>(`/inbox${queryOf(query)}`, call)

/** 未读消息数 */
export const countInbox = (api: Api, call?: Call): Promise<Unread> =>
  api.get<Unread>('/inbox/count', call)

/** 全部标为已读 */
export const readAll = (api: Api, call?: Call): Promise<Unread> =>
  api.write<Unread>('POST', '/inbox/read-all', call)

/** 标为已读 */
export const readMessage = (api: Api, messageId: string, call?: Call): Promise<Unread> =>
  api.write<Unread>('POST', `/inbox/${part(messageId)}/read`, call)

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
export const lobbyTask = (api: Api, token: string, call?: Call): Promise<LobbyTask> =>
  api.get<LobbyTask>(`/lobbies/${part(token)}`, call)

/** 上传张贴影像 */
export const postEvidence = (api: Api, token: string, filePath: string, call?: Call): Promise<EvidenceTaken> =>
  api.upload<EvidenceTaken>(`/lobbies/${part(token)}/evidence`, filePath, call)

/** 用 wx.login 的 code 登录 */
export const login = (api: Api, body: Login, call?: Call): Promise<LoggedIn> =>
  api.open<LoggedIn>('POST', '/login', call, body)

/** 退出登录，令牌立即作废 */
export const logout = (api: Api, call?: Call): Promise<void> =>
  api.write<void>('POST', '/logout', call)

/** 本人的身份、房屋、授权和未读消息数 */
export const me = (api: Api, call?: Call): Promise<Me> =>
  api.get<Me>('/me', call)

export interface MyObjectionsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 本人提出的全部反对意见及办理结果 */
export const myObjections = (api: Api, query: MyObjectionsQuery = {}, call?: Call): Promise<ObjectionList> =>
  api.get<ObjectionList>(`/me/objections${queryOf(query)}`, call)

/** 保存微信核验的手机号 */
export const setPhone = (api: Api, body: PhoneCode, call?: Call): Promise<PhoneView> =>
  api.secret<PhoneView>('POST', '/me/phone', call, body)

/** 一份反对意见及其办理结果，仅提出人和中心可见 */
export const getObjection = (api: Api, objectionId: string, call?: Call): Promise<ObjectionView> =>
  api.get<ObjectionView>(`/objections/${part(objectionId)}`, call)

/** 对不成立的认定申请复核一次，由另一名复核人办理 */
export const askReview = (api: Api, objectionId: string, body: ReviewRequest, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/review`, call, body)

/** 撤回本人的反对意见 */
export const withdrawObjection = (api: Api, objectionId: string, call?: Call): Promise<ObjectionView> =>
  api.write<ObjectionView>('POST', `/objections/${part(objectionId)}/withdrawal`, call)

/** 委托人撤回、受托人辞去，或者工作人员写明理由终止委托 */
export const endProxy = (api: Api, proxyId: string, body: ProxyEnding, call?: Call): Promise<ProxyView> =>
  api.write<ProxyView>('POST', `/proxies/${part(proxyId)}/ending`, call, body)

export interface PublicDepositsOfYearQuery {
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
export const publicDepositsOfYear = (api: Api, year: string, query: PublicDepositsOfYearQuery = {}, call?: Call): Promise<YearDepositList> =>
  api.open<YearDepositList>('GET', `/public/accounting-years/${part(year)}/deposits${queryOf(query)}`, call)

/** 某年度归集的公布数据，可用公布的脚本复算 */
export const exportYear = (api: Api, year: string, call?: Call): Promise<string> =>
  api.download(`/public/accounting-years/${part(year)}/export.zip`, call, true)

export interface PublicRatesQuery {
  tenor?: '1y' | '2y' | '3m' | '3y' | '6m' | 'demand' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 基准利率表及其依据，按起始日最新在前 */
export const publicRates = (api: Api, query: PublicRatesQuery = {}, call?: Call): Promise<PublicRateList> =>
  api.open<PublicRateList>('GET', `/public/benchmark-rates${queryOf(query)}`, call)

export interface LogConsistencyQuery {
  old: number
  new?: number | undefined
}

/** 一致性证明 */
export const logConsistency = (api: Api, query: LogConsistencyQuery, call?: Call): Promise<ConsistencyProof> =>
  api.open<ConsistencyProof>('GET', `/public/log/consistency${queryOf(query)}`, call)

/** 防篡改日志的最新树根 */
export const logHead = (api: Api, call?: Call): Promise<Head> =>
  api.open<Head>('GET', '/public/log/head', call)

export interface LogHeadsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 历次公布的树根，最新在前 */
export const logHeads = (api: Api, query: LogHeadsQuery = {}, call?: Call): Promise<HeadList> =>
  api.open<HeadList>('GET', `/public/log/heads${queryOf(query)}`, call)

export interface LogInclusionQuery {
  size?: number | undefined
}

/** 包含证明 */
export const logInclusion = (api: Api, eventId: string, query: LogInclusionQuery = {}, call?: Call): Promise<InclusionProof> =>
  api.open<InclusionProof>('GET', `/public/log/inclusion/${part(eventId)}${queryOf(query)}`, call)

export interface PublicNoticesQuery {
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
export const publicNotices = (api: Api, query: PublicNoticesQuery = {}, call?: Call): Promise<PublicNoticeList> =>
  api.open<PublicNoticeList>('GET', `/public/notices${queryOf(query)}`, call)

/** 公示全文和当前状态，无需登录 */
export const publicNotice = (api: Api, token: string, call?: Call): Promise<PublicNoticeView> =>
  api.open<PublicNoticeView>('GET', `/public/notices/${part(token)}`, call)

/** 查验纸质公示 */
export const checkPaper = (api: Api, code: string, call?: Call): Promise<PaperCheck> =>
  api.open<PaperCheck>('GET', `/public/papers/${part(code)}`, call)

export interface PublicParametersQuery {
  community_id?: string | undefined
}

/** 现行政策参数及默认值 */
export const publicParameters = (api: Api, query: PublicParametersQuery = {}, call?: Call): Promise<ParameterTable> =>
  api.open<ParameterTable>('GET', `/public/parameters${queryOf(query)}`, call)

export interface PublicParameterVersionsQuery {
  community_id?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 政策参数的历次版本、依据和改动，最新在前 */
export const publicParameterVersions = (api: Api, query: PublicParameterVersionsQuery = {}, call?: Call): Promise<ParameterVersionList> =>
  api.open<ParameterVersionList>('GET', `/public/parameters/versions${queryOf(query)}`, call)

export interface PublicPayoutsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 已拨付的保费，由新到旧，合计与账簿一致，无需登录 */
export const publicPayouts = (api: Api, query: PublicPayoutsQuery = {}, call?: Call): Promise<PublicPayoutList> =>
  api.open<PublicPayoutList>('GET', `/public/payouts${queryOf(query)}`, call)

export interface PublicRoundsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 已定标的竞争性存放 */
export const publicRounds = (api: Api, query: PublicRoundsQuery = {}, call?: Call): Promise<OpenRoundList> =>
  api.open<OpenRoundList>('GET', `/public/placement-rounds${queryOf(query)}`, call)

/** 改革总体情况，无需登录 */
export const publicProgramme = (api: Api, call?: Call): Promise<PublicProgramme> =>
  api.open<PublicProgramme>('GET', '/public/programme', call)

export interface PublicRegistrationsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 已登记备案的办件，由新到旧，无需登录 */
export const publicRegistrations = (api: Api, query: PublicRegistrationsQuery = {}, call?: Call): Promise<RegistrationList> =>
  api.open<RegistrationList>('GET', `/public/registrations${queryOf(query)}`, call)

export interface PublicScopesQuery {
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
export const publicScopes = (api: Api, query: PublicScopesQuery = {}, call?: Call): Promise<PublicAccountList> =>
  api.open<PublicAccountList>('GET', `/public/scopes${queryOf(query)}`, call)

export interface PublicScopeQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 一个统筹账户的余额、资金来源、收支明细和相关公示，无需登录 */
export const publicScope = (api: Api, scopeId: string, query: PublicScopeQuery = {}, call?: Call): Promise<PublicAccount> =>
  api.open<PublicAccount>('GET', `/public/scopes/${part(scopeId)}${queryOf(query)}`, call)

export interface PublicVotesQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 某幢或单元的历次业主表决，从新到旧 */
export const publicVotes = (api: Api, scopeId: string, query: PublicVotesQuery = {}, call?: Call): Promise<PublicVoteList> =>
  api.open<PublicVoteList>('GET', `/public/scopes/${part(scopeId)}/votes${queryOf(query)}`, call)

/** 业主表决 */
export const publicVote = (api: Api, token: string, call?: Call): Promise<PublicVote> =>
  api.open<PublicVote>('GET', `/public/votes/${part(token)}`, call)

/** 计票记录（公开版），任何人可下载并用复算脚本重新计票 */
export const publicRecord = (api: Api, token: string, call?: Call): Promise<string> =>
  api.download(`/public/votes/${part(token)}/record.json`, call, true)

export interface YearlyReportsQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 各年度增值收益报告，最新年度在前，无需登录 */
export const yearlyReports = (api: Api, query: YearlyReportsQuery = {}, call?: Call): Promise<ReportVersionList> =>
  api.open<ReportVersionList>('GET', `/public/yearly-reports${queryOf(query)}`, call)

export interface YearlyReportQuery {
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
export const yearlyReport = (api: Api, year: string, query: YearlyReportQuery = {}, call?: Call): Promise<YearlyReport> =>
  api.open<YearlyReport>('GET', `/public/yearly-reports/${part(year)}${queryOf(query)}`, call)

export interface YearlyReportBodyQuery {
  version?: number | undefined
}

/** 下载年度报告全文 */
export const yearlyReportBody = (api: Api, year: string, query: YearlyReportBodyQuery = {}, call?: Call): Promise<string> =>
  api.download(`/public/yearly-reports/${part(year)}/report.json${queryOf(query)}`, call, true)

export interface YearlyReportFileQuery {
  version?: number | undefined
}

/** 下载年度报告的表格（没有公式） */
export const yearlyReportFile = (api: Api, year: string, query: YearlyReportFileQuery = {}, call?: Call): Promise<string> =>
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
export const endRepresentative = (api: Api, representativeId: string, body: NamingEnding, call?: Call): Promise<RepresentativeView> =>
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
export const balanceOfScope = (api: Api, scopeId: string, call?: Call): Promise<BalanceView> =>
  api.get<BalanceView>(`/scopes/${part(scopeId)}/balance`, call)

/** 服务于该楼栋（单元）的电梯 */
export const scopeElevators = (api: Api, scopeId: string, call?: Call): Promise<ScopeElevators> =>
  api.get<ScopeElevators>(`/scopes/${part(scopeId)}/elevators`, call)

export interface HoldsOfScopeQuery {
  state?: '' | 'captured' | 'open' | 'released' | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 哪些办件冻结或支用了统筹账户的资金 */
export const holdsOfScope = (api: Api, scopeId: string, query: HoldsOfScopeQuery = {}, call?: Call): Promise<HoldLineList> =>
  api.get<HoldLineList>(`/scopes/${part(scopeId)}/holds${queryOf(query)}`, call)

export interface IncomeOfScopeQuery {
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 统筹账户历年归集的增值收益，及未到期存款的预估（不可支用） */
export const incomeOfScope = (api: Api, scopeId: string, query: IncomeOfScopeQuery = {}, call?: Call): Promise<ScopeIncome> =>
  api.get<ScopeIncome>(`/scopes/${part(scopeId)}/income${queryOf(query)}`, call)

export interface ExplainIncomeQuery {
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
export const explainIncome = (api: Api, scopeId: string, year: string, query: ExplainIncomeQuery = {}, call?: Call): Promise<IncomeExplained> =>
  api.get<IncomeExplained>(`/scopes/${part(scopeId)}/income/${part(year)}${queryOf(query)}`, call)

/** 打印某年度增值收益的计算说明（A4） */
export const incomePaper = (api: Api, scopeId: string, year: string, call?: Call): Promise<string> =>
  api.download(`/scopes/${part(scopeId)}/income/${part(year)}/explanation.pdf`, call)

export interface StatementOfScopeQuery {
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
export const statementOfScope = (api: Api, scopeId: string, query: StatementOfScopeQuery = {}, call?: Call): Promise<StatementLineList> =>
  api.get<StatementLineList>(`/scopes/${part(scopeId)}/statement${queryOf(query)}`, call)

export interface ScopeStatementPaperQuery {
  year: number
}

/** 打印统筹账户一年的对账单（A4） */
export const scopeStatementPaper = (api: Api, scopeId: string, query: ScopeStatementPaperQuery, call?: Call): Promise<string> =>
  api.download(`/scopes/${part(scopeId)}/statement.pdf${queryOf(query)}`, call)

export interface ScopeStatementFileQuery {
  year: number
}

/** 导出统筹账户一年的收支明细 */
export const scopeStatementFile = (api: Api, scopeId: string, query: ScopeStatementFileQuery, call?: Call): Promise<string> =>
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

export interface ListSpecialQuery {
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
export const listSpecial = (api: Api, query: ListSpecialQuery = {}, call?: Call): Promise<SpecialLineList> =>
  api.get<SpecialLineList>(`/special-accounts${queryOf(query)}`, call)

export interface ListSpecialCsvQuery {
  kind?: '' | 'independent' | 'scope' | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 电梯保险专户导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const listSpecialCsv = (api: Api, query: ListSpecialCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/special-accounts.csv${queryOf(query)}`, call)

export interface ListSpecialXlsxQuery {
  kind?: '' | 'independent' | 'scope' | undefined
  /** 查找。编号或名称的一部分 */
  q?: string | undefined
}

/** 电梯保险专户导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const listSpecialXlsx = (api: Api, query: ListSpecialXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/special-accounts.xlsx${queryOf(query)}`, call)

/** 电梯保险专户详情 */
export const specialAccount = (api: Api, accountId: string, call?: Call): Promise<SpecialView> =>
  api.get<SpecialView>(`/special-accounts/${part(accountId)}`, call)

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

export interface SpecialStatementQuery {
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
export const specialStatement = (api: Api, accountId: string, query: SpecialStatementQuery = {}, call?: Call): Promise<StatementLineList> =>
  api.get<StatementLineList>(`/special-accounts/${part(accountId)}/statement${queryOf(query)}`, call)

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
export const castBallot = (api: Api, voteId: string, body: BallotPaper, call?: Call): Promise<Receipts> =>
  api.write<Receipts>('POST', `/votes/${part(voteId)}/ballots`, call, body)

export interface VoteInclusionQuery {
  receipt?: string | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: number | undefined
  /** 每页条数 */
  limit?: number | undefined
}

/** 凭回执（或为本人的房屋）取得选票在计票记录中的证明，可与张贴的记录指纹核对 */
export const voteInclusion = (api: Api, voteId: string, query: VoteInclusionQuery = {}, call?: Call): Promise<Inclusion> =>
  api.get<Inclusion>(`/votes/${part(voteId)}/inclusion${queryOf(query)}`, call)

export interface VotePosterPdfQuery {
  size?: 'A3' | 'A4' | undefined
  dpi?: number | undefined
  page?: number | undefined
}

/** 业主表决公告（PDF），张贴于楼栋、单元 */
export const votePosterPdf = (api: Api, voteId: string, query: VotePosterPdfQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/poster.pdf${queryOf(query)}`, call)

export interface VotePosterPngQuery {
  size?: 'A3' | 'A4' | undefined
  dpi?: number | undefined
  page?: number | undefined
}

/** 业主表决公告的一页（PNG） */
export const votePosterPng = (api: Api, voteId: string, query: VotePosterPngQuery = {}, call?: Call): Promise<string> =>
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
export const voteRecord = (api: Api, voteId: string, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/record`, call)

export interface VoteResultPdfQuery {
  size?: 'A3' | 'A4' | undefined
}

/** 业主表决结果（PDF），计票后张贴 */
export const voteResultPdf = (api: Api, voteId: string, query: VoteResultPdfQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/result.pdf${queryOf(query)}`, call)

/** 表决事项的送达情况及其是否影响计票 */
export const service = (api: Api, voteId: string, call?: Call): Promise<ServiceView> =>
  api.get<ServiceView>(`/votes/${part(voteId)}/service`, call)

/** 登记表决事项已送达的房屋和送达凭证 */
export const proveService = (api: Api, voteId: string, body: ServiceProof, call?: Call): Promise<ServiceView> =>
  api.write<ServiceView>('POST', `/votes/${part(voteId)}/service`, call, body)

export interface ServedHomesQuery {
  unserved?: boolean | undefined
  /** 从何处继续。上一页的 next；为空从头开始 */
  after?: string | undefined
  /** 每页条数 */
  limit?: number | undefined
  /** 是否要总数。为 true 时答复里有 total */
  count?: boolean | undefined
}

/** 逐户的送达情况，按房屋编号排列 */
export const servedHomes = (api: Api, voteId: string, query: ServedHomesQuery = {}, call?: Call): Promise<ServedHomeList> =>
  api.get<ServedHomeList>(`/votes/${part(voteId)}/service/homes${queryOf(query)}`, call)

export interface ServedHomesCsvQuery {
  unserved?: boolean | undefined
}

/** 送达情况导出为 csv 文件，筛选条件与列表相同，不限行数 */
export const servedHomesCsv = (api: Api, voteId: string, query: ServedHomesCsvQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/service/homes.csv${queryOf(query)}`, call)

export interface ServedHomesXlsxQuery {
  unserved?: boolean | undefined
}

/** 送达情况导出为 xlsx 文件，筛选条件与列表相同，不限行数 */
export const servedHomesXlsx = (api: Api, voteId: string, query: ServedHomesXlsxQuery = {}, call?: Call): Promise<string> =>
  api.download(`/votes/${part(voteId)}/service/homes.xlsx${queryOf(query)}`, call)

/** 各接口可能的拒绝：isRefused<Refusals['sign']>(error)。 */
export interface Refusals {
  listAppointments: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  askAppointment: 'BadTerm' | 'ClaimPending' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listAppointmentsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listAppointmentsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  endAppointment: 'AlreadyDecided' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listClaims: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  claimHome: 'AlreadyBound' | 'ClaimPending' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listClaimsCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listClaimsXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  withdrawClaim: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBindings: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  bindHome: 'AlreadyBound' | 'IdentityMismatch' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'OtherIdentity' | 'PapersMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  leaveHome: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listHomes: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  switchesOfBuilding: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listDays: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listCases: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  apply: 'ElevatorTaken' | 'EvidenceMissing' | 'InsurerUnavailable' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NoAuthorisation' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotRenewable' | 'NotYourScope' | 'ReasonMissing' | 'SumsDiffer' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongElevators' | 'WrongFlow' | 'WrongPeriod'
  listCasesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listCasesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getCase: 'CaseNotFound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getCollection: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NothingOwed' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  collectionFile: 'CaseNotFound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NothingOwed' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  caseConditions: 'CaseNotFound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  signContract: 'CaseNotFound' | 'ContractTooLarge' | 'ElevatorCovered' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotApplicant' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongPeriod'
  correct: 'CaseNotFound' | 'CorrectionOver' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotApplicant' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'SumsDiffer' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongElevators' | 'WrongFlow' | 'WrongPeriod'
  documents: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  flag: 'AlreadyUrgent' | 'CaseNotFound' | 'EvidenceMissing' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  evidence: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  evidenceCsv: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  evidenceXlsx: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  lobbies: 'CaseNotFound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  caseObjections: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  fileObjection: 'CaseNotFound' | 'EmptyText' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'ObjectionPending' | 'RefiledTooOften' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  requestPayout: 'CaseNotFound' | 'CorrectionOver' | 'InvoiceUsed' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotApplicant' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'PapersMissing' | 'SumsDiffer' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  posterPdf: 'CaseNotFound' | 'LobbyUnknown' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  posterPng: 'CaseNotFound' | 'LobbyUnknown' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  shareProposal: 'CaseNotFound' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NothingOwed' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  proposeShares: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotApplicant' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'NothingOwed' | 'SharesDiffer' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WrongFlow'
  sign: 'AlreadySigned' | 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'SigningOver' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  unsign: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotSigned' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  timeline: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  votesOfCase: 'CaseNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  withdraw: 'CaseNotFound' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotApplicant' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listCommunities: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listBuildings: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listConsents: 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  recordConsents: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  evidencePhoto: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  sendFile: 'FileKindNotTaken' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'PhotoKindNotTaken' | 'PhotoTooLarge' | 'PhotoUnreadable' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  getFile: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  fundOfHome: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  statementOfHome: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  statementPdf: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooManyRows'
  statementSheet: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  explainInterest: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listInbox: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  countInbox: 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  readAll: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  readMessage: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listInsurers: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listInsurersCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listInsurersXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  lobbyTask: 'LobbyUnknown' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  postEvidence: 'KeyMissing' | 'KeyReused' | 'LobbyPosted' | 'LobbyUnknown' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'PhotoKindNotTaken' | 'PhotoOfOther' | 'PhotoTooLarge' | 'PhotoUnreadable' | 'PhotoUsed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  login: 'KeyMissing' | 'KeyReused' | 'LoginFailed' | 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WechatUnavailable'
  logout: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  me: 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  myObjections: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  setPhone: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'PhoneRefused' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'WechatUnavailable'
  getObjection: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  askReview: 'EmptyText' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'ObjectionPending' | 'ReviewUsed' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  withdrawObjection: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'ObjectionClosed' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  endProxy: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoteNotOpen'
  publicDepositsOfYear: 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  exportYear: 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  publicRates: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  logConsistency: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'UnknownTreeSize'
  logHead: 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  logHeads: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  logInclusion: 'EventNotFound' | 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'NotYetSealed' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'UnknownTreeSize'
  publicNotices: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  publicNotice: 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  checkPaper: 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  publicParameters: 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  publicParameterVersions: 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  publicPayouts: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  publicRounds: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  publicProgramme: 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  publicRegistrations: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  publicScopes: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  publicScope: 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  publicVotes: 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  publicVote: 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  publicRecord: 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteRunning'
  yearlyReports: 'Malformed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  yearlyReport: 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  yearlyReportBody: 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  yearlyReportFile: 'Malformed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listRepresentatives: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listRepresentativesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listRepresentativesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  endRepresentative: 'EntryNotOpen' | 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotAllowedNow' | 'NotFound' | 'NotLoggedIn' | 'ReasonMissing' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts'
  listScopes: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listScopesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listScopesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  balanceOfScope: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  scopeElevators: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  holdsOfScope: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  incomeOfScope: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  explainIncome: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  incomePaper: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooManyRows'
  statementOfScope: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  scopeStatementPaper: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooManyRows'
  scopeStatementFile: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotYourScope' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'TooManyRows'
  listSessions: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  endSession: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSpecial: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSpecialCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSpecialXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  specialAccount: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSpecialRefunds: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSpecialRefundsCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listSpecialRefundsXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  specialStatement: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listVotes: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listVotesCsv: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  listVotesXlsx: 'Malformed' | 'NotAllowed' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts'
  getVote: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  castBallot: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NoVoice' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'NotRepresentative' | 'OtherChannel' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteNotOpen'
  voteInclusion: 'BallotNotFound' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteRunning'
  votePosterPdf: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  votePosterPng: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  listProxies: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  listProxiesCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  listProxiesXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  voteRecord: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteRunning'
  voteResultPdf: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteRunning'
  service: 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  proveService: 'KeyMissing' | 'KeyReused' | 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotInRoll' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooLarge' | 'TooManyAttempts' | 'VoteNotFound' | 'VoteNotOpen'
  servedHomes: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  servedHomesCsv: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
  servedHomesXlsx: 'Malformed' | 'NotAllowed' | 'NotFound' | 'NotLoggedIn' | 'TemporarilyUnavailable' | 'TooManyAttempts' | 'VoteNotFound'
}
