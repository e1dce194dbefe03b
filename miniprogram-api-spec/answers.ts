// 读懂答复：拒绝、断网、看不懂的答复各是什么。

import type { ErrorCode, Problem } from './client'
import type { Reply } from './wx'

/** 这些拒绝说明事情已经办过：换了键重办、或别人抢先时会遇到，页面可按成功处理并重新读取。 */
export const ALREADY: readonly ErrorCode[] = [
  'AlreadyBound',
  'AlreadyDecided',
  'AlreadySigned',
  'AlreadyUrgent',
  'ClaimPending',
  'ElevatorTaken',
  'EntryNotOpen',
  'LobbyPosted',
  'NotSigned',
  'ObjectionClosed',
  'ObjectionPending',
  'ReviewUsed',
]

/** 服务器拒绝了。title、detail 可直接显示；判断用 isRefused，不用 instanceof（ES5 下不可靠）。 */
export class Refused<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'Refused'
  readonly status: number
  readonly problem: Problem & { code: C }
  readonly headers: Record<string, string>
  /** 服务器要求等多少秒再来；没有要求时为 undefined。 */
  readonly retryAfter: number | undefined

  constructor(reply: Reply, problem: Problem & { code: C }) {
    super(problem.detail || problem.title)
    this.status = reply.status
    this.problem = problem
    this.headers = reply.headers
    this.retryAfter = retryAfterOf(reply)
  }
}

/** 没有收到答复：断网、超时、域名未登记。errMsg 是微信的原话。 */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure'
  readonly errMsg: string

  constructor(errMsg: string) {
    super(errMsg.includes('timeout') ? '网络超时，请稍后再试' : '网络不通，请检查网络后再试')
    this.errMsg = errMsg
  }
}

/** 是不是服务器的拒绝；给出代码时，是不是其中之一。 */
export function isRefused<C extends ErrorCode>(error: unknown, ...codes: C[]): error is Refused<C> {
  const refused = error as Refused<C> | undefined
  return refused?.name === 'Refused' && (!codes.length || codes.includes(refused.problem.code))
}

export function isNetworkFailure(error: unknown): error is NetworkFailure {
  return (error as NetworkFailure | undefined)?.name === 'NetworkFailure'
}

const NOT_FINAL = [401, 408, 425, 429]

/** 再发一次也不会有别的结果。 */
export function isFinal(error: unknown): boolean {
  if (!isRefused(error)) return false
  return error.status >= 400 && error.status < 500 && !NOT_FINAL.includes(error.status)
}

export function failure(error: unknown): NetworkFailure {
  const told = error as { errMsg?: string; message?: string } | undefined
  return new NetworkFailure(told?.errMsg ?? told?.message ?? String(error))
}

/** 服务器的拒绝；不是服务器写的（网关的网页、空答复）换成一句可以显示的话。 */
export function refusal(reply: Reply, path: string): Refused {
  const told = bodyOf(reply) as Problem | undefined
  if (reply.status >= 400 && told?.code && told.title) return new Refused(reply, told)
  return new Refused(reply, {
    type: 'about:blank',
    title: reply.status >= 500 ? '服务暂时无法使用，请稍后再试' : '服务的答复无法识别，请稍后再试',
    status: reply.status,
    code: 'Unreadable',
    instance: path,
    request_id: header(reply, 'X-Request-Id') ?? '',
  })
}

export function codeOf(reply: Reply): string | undefined {
  return (bodyOf(reply) as Problem | undefined)?.code
}

/** JSON 的内容；不是 JSON 时为 undefined。有的 send 已经解析过。 */
export function bodyOf(reply: Reply): unknown {
  return typeof reply.body === 'string' ? parsed(reply.body) : reply.body
}

export function header(reply: Reply, name: string): string | undefined {
  const found = Object.keys(reply.headers).find((one) => one.toLowerCase() === name.toLowerCase())
  return found === undefined ? undefined : reply.headers[found]
}

export function retryAfterOf(reply: Reply): number | undefined {
  const seconds = Number(header(reply, 'Retry-After') || undefined)
  return Number.isFinite(seconds) ? seconds : undefined
}

export function parsed(text: string | undefined): unknown {
  if (!text) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
