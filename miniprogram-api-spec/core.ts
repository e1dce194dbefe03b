// 客户端的公共部分：登录令牌、ETag、重试、待补办的写操作、下载。用法见 docs/clients.md。
// 接口函数在 client.ts（业主、物业、业委会、公众）和 staff.ts（工作人员），由代码生成。

import {
  ALREADY, bodyOf, codeOf, failure, header, isFinal, isRefused, parsed, refusal, retryAfterOf,
} from './answers'
import { filesInWx, sendByWx, storeInWx } from './wx'
import type { Files, Method, Reply, Store, Wire } from './wx'

export interface Options {
  /** 如 https://lift.example.gov.cn，末尾不带斜线。 */
  baseUrl: string
  /** 令牌失效时重新登录，给出新令牌；同时失效的请求只等这一次。没有时 401 照抛。 */
  relogin?: () => Promise<string>
  send?: (wire: Wire) => Promise<Reply>
  store?: Store
  files?: Files
  newKey?: () => string
  now?: () => number
  wait?: (ms: number) => Promise<void>
  /** 一次请求至多等多久，默认 15 秒；上传、下载默认 60 秒。 */
  timeoutMs?: number
  transferTimeoutMs?: number
  /** 429、502、503、504 和断网时至多发几次，默认 3；其间等候合计不超过 patienceMs，默认 35 秒。 */
  attempts?: number
  patienceMs?: number
  /** 令牌用了多久就换新的，默认 7 天。 */
  refreshMs?: number
  /** 没有答复的写操作留多久，默认 6 天；服务器记得一个键七天。 */
  pendingMs?: number
}

export interface Call {
  /** 自己定的 Idempotency-Key；不给即自动。 */
  key?: string
  timeoutMs?: number
  /** 给人看的说明，随待补办的写操作保存，如“1 栋的申请”。 */
  note?: string
  /** 上传、下载进行到百分之几。 */
  onProgress?: (percent: number) => void
}

/** 没有得到明确答复的写操作：键和请求都在，随时可用同一个键再发。 */
export interface Pending {
  key: string
  method: Method
  path: string
  at: number
  note: string
  body?: string
  /** 上传的文件：页面给的路径，和另存的一份。 */
  file?: string
  kept?: string
  /** 含身份证号、验证码等的不存入本机。 */
  secret?: boolean
}

/**
 * done 刚刚办成（或原来就已办成，服务器给了同一个答复）；already 早已办过；refused 被拒绝，不再发；
 * expired 过了期限，没有再发；waiting 仍然没有答复，下次再发。
 */
export interface Replayed {
  pending: Pending
  state: 'done' | 'already' | 'refused' | 'expired' | 'waiting'
  answer?: unknown
  error?: unknown
}

/** 路径的一段。 */
export const part = (value: string): string => encodeURIComponent(value)

/** 查询字符串；undefined 和 null 不写，空字符串照写。 */
export function queryOf(query: object): string {
  const written = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${part(name)}=${part(String(value))}`)
  return written.length ? '?' + written.join('&') : ''
}

interface Asked {
  method: Method
  path: string
  key?: string
  body?: string | undefined
  file?: string | undefined
  download?: boolean
  /** 不需要登录，也不等别人登录。 */
  open?: boolean
  call?: Call
}

interface Write {
  method: Method
  path: string
  body?: unknown
  file?: string
  secret?: boolean
}

interface Session {
  token?: string
  /** 何时得到的。 */
  at?: number
}

const SESSION = 'lift.session'
const PENDING = 'lift.pending'
const KEPT_READS = 60
const DAY = 86_400_000
const BUSY = [429, 502, 503, 504]

export class Api {
  private readonly options: Options
  private readonly store: Store
  private readonly files: Files
  private readonly reads = new Map<string, { etag: string; text: string }>()
  private readonly running = new Map<string, Promise<unknown>>()
  private waiting: Pending[]
  private session: Session
  private renewing: Promise<boolean> | undefined

  constructor(options: Options) {
    this.options = options
    this.store = options.store ?? storeInWx
    this.files = options.files ?? filesInWx
    this.waiting = (parsed(this.store.get(PENDING)) as Pending[] | undefined) ?? []
    this.session = (parsed(this.store.get(SESSION)) as Session | undefined) ?? {}
  }

  get signedIn(): boolean {
    return this.session.token !== undefined
  }

  /** 保存登录得到的令牌；不给即退出：令牌、读过的答复、待补办的写操作都清除。 */
  keepToken(token?: string): void {
    this.reads.clear()
    this.session = token === undefined ? {} : { token, at: this.now() }
    this.store.set(SESSION, token === undefined ? undefined : JSON.stringify(this.session))
    if (token === undefined) for (const one of this.pending()) this.abandon(one.key)
  }

  get<T>(path: string, call: Call = {}): Promise<T> {
    return this.read<T>({ method: 'GET', path, call })
  }

  /** 不需要登录的接口：登录本身和公开页面。 */
  async open<T>(method: Method, path: string, call: Call = {}, body?: unknown): Promise<T> {
    const asked: Asked = { method, path, open: true, call }
    if (method === 'GET') return this.read<T>(asked)
    asked.key = call.key ?? this.newKey()
    asked.body = textOf(body)
    return this.answer(await this.asked(asked), path) as T
  }

  /** 写操作。没有答复的同一请求再办一次即补办：用同一个键。 */
  write<T>(method: Method, path: string, call: Call = {}, body?: unknown): Promise<T> {
    return this.remembered<T>({ method, path, body }, call)
  }

  /** 请求里有身份证号、验证码等的写操作：同上，但不存入本机，退出后不补办。 */
  secret<T>(method: Method, path: string, call: Call = {}, body?: unknown): Promise<T> {
    return this.remembered<T>({ method, path, body, secret: true }, call)
  }

  /** 上传一个本机文件（wx.chooseMedia 给出的路径）。 */
  upload<T>(path: string, file: string, call: Call = {}): Promise<T> {
    return this.remembered<T>({ method: 'POST', path, file }, call)
  }

  /** 下载图片、PDF、表格，给出本机临时文件的路径，可用于 image、wx.openDocument、wx.previewImage。 */
  async download(path: string, call: Call = {}, open = false): Promise<string> {
    const asked: Asked = { method: 'GET', path, download: true, open, call }
    const reply = await this.asked(asked)
    if (reply.file === undefined) throw refusal(reply, path)
    return reply.file
  }

  /** 查阅封存的材料：写明理由，得到只供本账号用一次的凭证，随即凭它下载。没有下成的，再查阅一次。 */
  async downloadSealed(path: string, body: { reason: string }, call: Call = {}): Promise<string> {
    const reading: Asked = { method: 'POST', path: `${path}/reading`, call, body: textOf(body) }
    const sent = { ...reading, key: call.key ?? this.newKey() }
    const { ticket } = this.answer(await this.asked(sent), sent.path) as { ticket: string }
    return this.download(path + queryOf({ ticket }), call)
  }

  /** 没有得到答复的写操作，先办的在前。 */
  pending(): readonly Pending[] {
    return this.waiting
  }

  /** 不再补办。已经发出的可能仍然有效，请重新读取。 */
  abandon(key: string): void {
    const dropped = this.waiting.find((one) => one.key === key)
    if (dropped?.kept !== undefined) this.files.drop(dropped.kept)
    this.waiting = this.waiting.filter((one) => one.key !== key)
    this.storePending()
  }

  /** 小程序启动、回到前台、网络恢复时调用：逐个用原来的键再发，说出各自的结果。 */
  async replayPending(): Promise<Replayed[]> {
    const found: Replayed[] = []
    for (const pending of [...this.waiting]) {
      if (this.now() - pending.at > (this.options.pendingMs ?? 6 * DAY)) {
        this.abandon(pending.key)
        found.push({ pending, state: 'expired' })
      } else found.push(await this.replayed(pending))
    }
    return found
  }

  private async replayed(pending: Pending): Promise<Replayed> {
    try {
      return { pending, state: 'done', answer: await this.shared(pending, {}) }
    } catch (error) {
      if (isRefused(error, ...ALREADY)) return { pending, state: 'already', error }
      return { pending, state: isFinal(error) ? 'refused' : 'waiting', error }
    }
  }

  private remembered<T>(write: Write, call: Call): Promise<T> {
    const { method, path, file } = write
    const body = textOf(write.body)
    const here = this.waiting.filter((one) => one.method === method && one.path === path)
    const same = here.find((one) => one.body === body && one.file === file)
    if (same && (call.key ?? same.key) === same.key) return this.shared<T>(same, call)
    // 同一处的新意图取代旧的：旧的再补办会盖过新的，如改投的一票。
    for (const one of here) if (one.file === undefined) this.abandon(one.key)
    const pending: Pending = {
      key: call.key ?? this.newKey(),
      method,
      path,
      at: this.now(),
      note: call.note ?? '',
      ...(body === undefined ? {} : { body }),
      ...(file === undefined ? {} : { file }),
      ...(write.secret ? { secret: true } : {}),
    }
    this.waiting.push(pending)
    this.storePending()
    return this.shared<T>(pending, call)
  }

  /** 同一个键同时只发一次，后来的等前一个的答复。 */
  private shared<T>(pending: Pending, call: Call): Promise<T> {
    const before = this.running.get(pending.key)
    if (before) return before as Promise<T>
    const sent = this.settled<T>(pending, call)
    this.running.set(pending.key, sent)
    const over = () => this.running.delete(pending.key)
    sent.then(over, over)
    return sent
  }

  private async settled<T>(pending: Pending, call: Call): Promise<T> {
    const { method, path, key, body } = pending
    try {
      if (pending.file !== undefined && pending.kept === undefined) {
        pending.kept = await this.files.keep(pending.file, `pending-${key}`)
        this.storePending()
      }
      const asked = { method, path, key, body, file: pending.kept, call }
      const answer = this.answer(await this.asked(asked), path)
      this.abandon(key)
      return answer as T
    } catch (error) {
      if (isFinal(error)) this.abandon(key)
      throw error
    }
  }

  private storePending(): void {
    const kept = this.waiting.filter((one) => !one.secret)
    this.store.set(PENDING, kept.length ? JSON.stringify(kept) : undefined)
  }

  /** 读取：有上次的 ETag 就带上，没有变就用上次的答复（每次一份新的，页面可以改）。 */
  private async read<T>(asked: Asked): Promise<T> {
    const kept = this.reads.get(asked.path)
    const reply = await this.asked(asked, kept && { 'If-None-Match': kept.etag })
    if (reply.status === 304 && kept) return JSON.parse(kept.text) as T
    const answer = this.answer(reply, asked.path)
    const etag = header(reply, 'ETag')
    if (etag !== undefined) {
      this.reads.delete(asked.path)
      this.reads.set(asked.path, { etag, text: JSON.stringify(answer) })
      const [oldest] = this.reads.keys()
      if (this.reads.size > KEPT_READS && oldest !== undefined) this.reads.delete(oldest)
    }
    return answer as T
  }

  private answer(reply: Reply, path: string): unknown {
    if (reply.status === 204) return undefined
    const body = bodyOf(reply)
    if (reply.status >= 300 || body === undefined) throw refusal(reply, path)
    return body
  }

  /** 一次请求：令牌旧了先换，失效了登录一次再发；同一时刻只换一次。 */
  private async asked(asked: Asked, headers: Record<string, string> = {}): Promise<Reply> {
    if (asked.open) return this.delivered(asked, headers)
    if (this.renewing) await this.renewing
    else if (this.isOld()) await this.renew(() => this.refreshed())
    const { token } = this.session
    const reply = await this.delivered(asked, headers)
    if (reply.status !== 401 || codeOf(reply) !== 'NotLoggedIn') return reply
    if (this.renewing) await this.renewing
    const { relogin } = this.options
    const changed = this.session.token !== token || (relogin && (await this.renew(relogin)))
    return changed ? this.delivered(asked, headers) : reply
  }

  private isOld(): boolean {
    const { token, at } = this.session
    return token !== undefined && this.now() - (at ?? 0) > (this.options.refreshMs ?? 7 * DAY)
  }

  private renew(renewal: () => Promise<string | undefined>): Promise<boolean> {
    this.renewing ??= renewal()
      .then((token) => {
        if (token !== undefined) this.keepToken(token)
        return token !== undefined
      })
      .finally(() => {
        this.renewing = undefined
      })
    return this.renewing
  }

  /** 换发的令牌；换不成时仍用旧的，若旧的已经作废（答复丢了），随后的 401 会重新登录。 */
  private async refreshed(): Promise<string | undefined> {
    this.session.at = this.now()
    const key = this.newKey()
    try {
      const asked: Asked = { method: 'POST', path: '/login/refresh', key }
      const reply = await this.delivered(asked, {})
      return (this.answer(reply, asked.path) as { token: string }).token
    } catch {
      return undefined
    }
  }

  /** 发出去，繁忙或不通时等一等再发；写操作每次都是同一个键，所以不会办两次。 */
  private async delivered(asked: Asked, headers: Record<string, string>): Promise<Reply> {
    let patience = this.options.patienceMs ?? 35_000
    for (let attempt = 1; ; attempt++) {
      const last = attempt >= (this.options.attempts ?? 3)
      let reply: Reply | undefined
      try {
        reply = await (this.options.send ?? sendByWx)(this.wire(asked, headers))
      } catch (error) {
        if (last) throw failure(error)
      }
      if (reply && (last || !BUSY.includes(reply.status))) return reply
      const told = reply && retryAfterOf(reply)
      const pause = told === undefined ? 500 * 2 ** (attempt - 1) : told * 1000
      if (reply && pause > patience) return reply
      patience -= pause
      await (this.options.wait ?? wait)(pause)
    }
  }

  private wire(asked: Asked, more: Record<string, string>): Wire {
    const { method, path, key, body, file, download, call = {} } = asked
    const { token } = this.session
    const transfer = file !== undefined || download
    const usual = transfer
      ? this.options.transferTimeoutMs ?? 60_000
      : this.options.timeoutMs ?? 15_000
    return {
      method,
      url: this.options.baseUrl + path,
      headers: {
        ...(token !== undefined && !asked.open ? { Authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
        ...more,
      },
      timeoutMs: call.timeoutMs ?? usual,
      ...(body === undefined ? {} : { body }),
      ...(file === undefined ? {} : { file }),
      ...(download ? { download } : {}),
      ...(call.onProgress ? { onProgress: call.onProgress } : {}),
    }
  }

  private newKey(): string {
    return (this.options.newKey ?? randomKey)()
  }

  private now(): number {
    return (this.options.now ?? Date.now)()
  }
}

function textOf(body: unknown): string | undefined {
  return body === undefined ? undefined : JSON.stringify(body)
}

function wait(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}

function randomKey(): string {
  let key = Date.now().toString(16)
  while (key.length < 32) key += Math.floor(Math.random() * 16).toString(16)
  return key
}
