// What the clients' core does when answers are late, lost, refused or not the server's.
// A scripted server answers; every answer and every wait is told, so nothing here takes time.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isNetworkFailure, isRefused } from '../../miniprogram-api-spec/answers'
import {
  bindHome, castBallot, drawPoster, getCase, getMe, listCases, logIn, logOut, postEvidence,
  signCase,
} from '../../miniprogram-api-spec/client'
import type { BallotPaper, Me } from '../../miniprogram-api-spec/client'
import { Api } from '../../miniprogram-api-spec/core'
import type { Options, Replayed } from '../../miniprogram-api-spec/core'
import type { Reply, Store, Wire } from '../../miniprogram-api-spec/wx'

type Answer = Reply | 'lost'

interface Phone {
  api: Api
  sent: Wire[]
  waits: number[]
  files: string[]
  store: Map<string, string>
  clock: { now: number }
}

const DAY = 86_400_000

/** A phone whose server answers by `answer`; an older one's storage may be handed on. */
function phone(
  answer: (wire: Wire, nth: number) => Answer | Promise<Answer>,
  more: Partial<Options> = {},
  older?: Phone,
): Phone {
  const store = older?.store ?? new Map<string, string>()
  const made: Omit<Phone, 'api'> = {
    sent: [], waits: [], files: older?.files ?? [], store, clock: older?.clock ?? { now: 0 },
  }
  const kept: Store = {
    get: (name) => store.get(name),
    set: (name, value) => (value === undefined ? store.delete(name) : store.set(name, value)),
  }
  let keys = 0
  const api = new Api({
    baseUrl: 'https://lift',
    store: kept,
    files: {
      keep: async (path) => {
        made.files.push(`kept:${path}`)
        return `kept:${path}`
      },
      drop: (path) => made.files.splice(made.files.indexOf(path), 1),
    },
    now: () => made.clock.now,
    newKey: () => `${older ? 'later' : 'key'}-${++keys}`,
    wait: async (ms) => void made.waits.push(ms),
    send: async (wire) => {
      made.sent.push(wire)
      await Promise.resolve()
      const told = await answer(wire, made.sent.length)
      if (told === 'lost') throw { errMsg: 'request:fail net::ERR_CONNECTION_RESET' }
      return told
    },
    ...more,
  })
  return Object.assign(made, { api })
}

const ok = (body: unknown, headers = {}): Reply => ({
  status: 200, headers, body: JSON.stringify(body),
})
const refused = (status: number, code: string, headers = {}): Reply => ({
  status,
  headers,
  body: JSON.stringify({
    type: `/errors#${code}`, title: '不能办理', status, code, instance: '/', request_id: 'r',
  }),
})
const keys = (one: Phone): unknown[] => one.sent.map((wire) => wire.headers['Idempotency-Key'])
const tokens = (one: Phone): unknown[] => one.sent.map((wire) => wire.headers['Authorization'])
const states = (found: Replayed[]): string[] => found.map((one) => one.state)
const failing = (work: Promise<unknown>): Promise<unknown> =>
  work.then(() => assert.fail('it was answered'), (error: unknown) => error)

const BALLOT: BallotPaper = { choice: 'for', home_ids: [] } as unknown as BallotPaper
const AGAINST: BallotPaper = { choice: 'against', home_ids: [] } as unknown as BallotPaper

test('an unchanged answer is what it was, not an empty text', async () => {
  const one = phone((wire) =>
    wire.headers['If-None-Match'] === '"1"'
      ? { status: 304, headers: {}, body: '' }
      : ok({ person_id: 'p', unread: 3 }, { etag: '"1"' }),
  )
  const first: Me = await getMe(one.api)
  first.unread = 99
  const second = await getMe(one.api)
  assert.equal(second.unread, 3)
  assert.equal(one.sent[1]?.headers['If-None-Match'], '"1"')
  await getCase(one.api, 'other')
  assert.equal(one.sent[2]?.headers['If-None-Match'], undefined)
})

test('what was read is forgotten with the token', async () => {
  const one = phone(() => ok({ unread: 3 }, { ETag: '"1"' }))
  await getMe(one.api)
  one.api.keepToken()
  await getMe(one.api)
  assert.equal(one.sent[1]?.headers['If-None-Match'], undefined)
})

test('a lost answer is asked for again under the same key, a few times', async () => {
  const one = phone((_, nth) => (nth < 3 ? 'lost' : ok({ id: 'c' })))
  await signCase(one.api, 'c')
  assert.deepEqual(keys(one), ['key-1', 'key-1', 'key-1'])
  assert.deepEqual(one.waits, [500, 1000])
  assert.deepEqual(one.api.pending(), [])
})

test('no answer at all is an error in Chinese, and the write waits', async () => {
  const one = phone(() => 'lost')
  const error = await failing(signCase(one.api, 'c', { note: '签名' }))
  assert.ok(error instanceof Error && isNetworkFailure(error) && /网络不通/.test(error.message))
  assert.equal(one.sent.length, 3)
  assert.deepEqual(one.api.pending().map(({ key, note }) => [key, note]), [['key-1', '签名']])
})

test('the same write done anew goes on under its key, another one takes its place', async () => {
  let down = true
  const one = phone(() => (down ? 'lost' : ok({})), { attempts: 1 })
  await failing(castBallot(one.api, 'v', BALLOT))
  await failing(castBallot(one.api, 'v', BALLOT))
  await failing(castBallot(one.api, 'v', AGAINST))
  assert.deepEqual(keys(one), ['key-1', 'key-1', 'key-2'])
  down = false
  assert.deepEqual(states(await one.api.replayPending()), ['done'])
  assert.equal(one.sent[3]?.body, JSON.stringify(AGAINST))
})

test('a write survives the restart of the app and is answered under its own key', async () => {
  const before = phone(() => 'lost', { attempts: 1 })
  await failing(signCase(before.api, 'a'))
  await failing(signCase(before.api, 'b'))
  await failing(signCase(before.api, 'c'))
  await failing(signCase(before.api, 'd'))
  const after = phone(
    (wire) => {
      if (wire.url.includes('/cases/a/')) return ok({ id: 'a' })
      if (wire.url.includes('/cases/b/')) return refused(409, 'AlreadySigned')
      return wire.url.includes('/cases/c/') ? refused(409, 'SigningOver') : 'lost'
    },
    { attempts: 1 },
    before,
  )
  const found = await after.api.replayPending()
  assert.deepEqual(states(found), ['done', 'already', 'refused', 'waiting'])
  assert.deepEqual(found[0]?.answer, { id: 'a' })
  assert.deepEqual(keys(after), ['key-1', 'key-2', 'key-3', 'key-4'])
  const last = phone(() => ok({}), {}, after)
  assert.deepEqual(last.api.pending().map((one) => one.path), ['/cases/d/signatures'])
})

test('what is too old for the server to remember is not sent again', async () => {
  const one = phone(() => 'lost', { attempts: 1 })
  await failing(signCase(one.api, 'c'))
  one.clock.now += 6 * DAY + 1
  assert.deepEqual(states(await one.api.replayPending()), ['expired'])
  assert.equal(one.sent.length, 1)
  assert.deepEqual(one.api.pending(), [])
})

test('no identity number is kept in the storage of a phone', async () => {
  const one = phone(() => 'lost', { attempts: 1 })
  const body = { home_id: 'h', name: '张三', id_number: '99990019900101001X' }
  await failing(bindHome(one.api, body))
  assert.equal(JSON.stringify([...one.store]).includes(body.id_number), false)
  await failing(bindHome(one.api, body))
  assert.deepEqual(keys(one), ['key-1', 'key-1'])
})

test('Retry-After is waited for, and told when it is too long', async () => {
  const busy = phone((_, nth) =>
    nth === 1 ? refused(429, 'TooManyAttempts', { 'retry-after': '30' }) : ok({ id: 'c' }),
  )
  await signCase(busy.api, 'c')
  assert.deepEqual([busy.waits, keys(busy)], [[30_000], ['key-1', 'key-1']])
  const longer = phone(() => refused(503, 'TemporarilyUnavailable', { 'Retry-After': '60' }))
  const error = await failing(signCase(longer.api, 'c'))
  assert.ok(isRefused(error, 'TemporarilyUnavailable'))
  assert.deepEqual([error.retryAfter, longer.waits], [60, []])
  assert.equal(error.headers['Retry-After'], '60')
  assert.equal(longer.api.pending().length, 1)
})

test('a busy server is asked three times at most', async () => {
  const one = phone(() => refused(503, 'TemporarilyUnavailable', { 'Retry-After': '2' }))
  assert.ok(isRefused(await failing(getMe(one.api)), 'TemporarilyUnavailable'))
  assert.deepEqual([one.sent.length, one.waits], [3, [2000, 2000]])
})

test('many requests with a dead token log in once', async () => {
  let logins = 0
  const one = phone(
    ({ headers }) =>
      headers['Authorization'] === 'Bearer new' ? ok({}) : refused(401, 'NotLoggedIn'),
    { relogin: async () => (++logins, await Promise.resolve(), 'new') },
  )
  one.api.keepToken('dead')
  await Promise.all([getMe(one.api), listCases(one.api), signCase(one.api, 'c')])
  assert.equal(logins, 1)
  assert.equal(keys(one).filter((key) => key === 'key-1').length, 2)
  assert.equal(phone(() => ok({}), {}, one).api.signedIn, true)
})

test('logging in waits for nobody and sends no token', async () => {
  const one: Phone = phone(
    (wire) => {
      if (wire.url.endsWith('/login')) return ok({ token: 'new' })
      return wire.headers['Authorization'] === 'Bearer new' ? ok({}) : refused(401, 'NotLoggedIn')
    },
    {
      relogin: async () => {
        const code = await Promise.resolve('c')
        return (await logIn(one.api, { code })).token
      },
    },
  )
  one.api.keepToken('dead')
  await getMe(one.api)
  assert.deepEqual(tokens(one), ['Bearer dead', undefined, 'Bearer new'])
})

test('without a way to log in again the refusal is told', async () => {
  const one = phone(() => refused(401, 'NotLoggedIn'))
  one.api.keepToken('dead')
  assert.ok(isRefused(await failing(signCase(one.api, 'c')), 'NotLoggedIn'))
  assert.equal(one.api.pending().length, 1)
})

test('an old token is renewed once for all who ask', async () => {
  const one = phone((wire) => (wire.url.endsWith('/login/refresh') ? ok({ token: 'new' }) : ok({})))
  one.api.keepToken('old')
  await getMe(one.api)
  one.clock.now += 7 * DAY + 1
  await Promise.all([getMe(one.api), listCases(one.api), getCase(one.api, 'c')])
  assert.equal(one.sent.filter((wire) => wire.url.endsWith('/login/refresh')).length, 1)
  assert.deepEqual(tokens(one).slice(2), ['Bearer new', 'Bearer new', 'Bearer new'])
})

test('a renewal whose answer was lost ends in a new login', async () => {
  const one = phone(
    (wire, nth) => {
      if (wire.headers['Authorization'] === 'Bearer new') return ok({})
      return nth === 1 ? 'lost' : refused(401, 'NotLoggedIn')
    },
    { relogin: async () => 'new' },
  )
  one.api.keepToken('old')
  one.clock.now += 7 * DAY + 1
  await Promise.all([getMe(one.api), listCases(one.api)])
  assert.equal(one.sent.filter((wire) => wire.url.endsWith('/login/refresh')).length, 2)
})

test('refused while a renewal is under way that fails, all log in once', async () => {
  let logins = 0
  const [asked, renewed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const one = phone(
    async (wire) => {
      if (wire.headers['Authorization'] === 'Bearer new') return ok({})
      await (wire.url.endsWith('/login/refresh') ? renewed : asked).promise
      return refused(401, 'NotLoggedIn')
    },
    { relogin: async () => (++logins, await Promise.resolve(), 'new') },
  )
  one.api.keepToken('old')
  const early = [getMe(one.api), listCases(one.api)]
  one.clock.now += 7 * DAY + 1
  const late = getCase(one.api, 'c')
  asked.resolve()
  await new Promise(setImmediate)
  renewed.resolve()
  await Promise.all([...early, late])
  assert.equal(logins, 1)
})

test('a web page of a gateway is told in Chinese, and the write waits', async () => {
  const one = phone(() => ({ status: 502, headers: {}, body: '<html>Bad Gateway</html>' }))
  const error = await failing(signCase(one.api, 'c'))
  assert.ok(isRefused(error, 'Unreadable'))
  assert.match(error.problem.title, /服务暂时无法使用/)
  assert.equal(error.message, error.problem.title)
  assert.equal(one.api.pending().length, 1)
  const portal = phone(() => ({ status: 200, headers: {}, body: '<html>请先登录网络</html>' }))
  assert.ok(isRefused(await failing(getMe(portal.api)), 'Unreadable'))
})

test('a refusal is final: the write does not wait', async () => {
  const one = phone(() => refused(409, 'SigningOver'))
  const error = await failing(signCase(one.api, 'c'))
  assert.ok(isRefused(error) && error instanceof Error)
  assert.deepEqual([error.status, error.message, one.sent.length], [409, '不能办理', 1])
  assert.deepEqual(one.api.pending(), [])
})

test('nothing is undefined, and an empty word can be asked for', async () => {
  const one = phone(({ method }) =>
    method === 'GET' ? ok({}) : { status: 204, headers: {}, body: '' },
  )
  assert.equal(await logOut(one.api), undefined)
  await listCases(one.api, { q: '', flow: undefined, limit: 5 })
  assert.equal(one.sent[1]?.url, 'https://lift/cases?q=&limit=5')
})

test('a file is downloaded with the token, and a refusal of it is read', async () => {
  const one = phone((_, nth) =>
    nth === 1
      ? { status: 200, headers: {}, body: '', file: 'wxfile://tmp_1' }
      : refused(404, 'NotFound'),
  )
  one.api.keepToken('t')
  assert.equal(await drawPoster(one.api, 'c', { unit_id: 'u' }), 'wxfile://tmp_1')
  assert.equal(one.sent[0]?.download, true)
  assert.deepEqual(tokens(one), ['Bearer t'])
  assert.ok(isRefused(await failing(drawPoster(one.api, 'c', { unit_id: 'u' })), 'NotFound'))
})

test('a file to be sent is kept until it is answered', async () => {
  const before = phone(() => 'lost', { attempts: 1 })
  await failing(postEvidence(before.api, 'lobby', 'wxfile://tmp_1'))
  assert.deepEqual(before.files, ['kept:wxfile://tmp_1'])
  const after = phone(() => ok({ id: 'e' }), {}, before)
  assert.deepEqual(states(await after.api.replayPending()), ['done'])
  assert.equal(after.sent[0]?.file, 'kept:wxfile://tmp_1')
  assert.deepEqual(after.files, [])
})

test('a button pressed twice does it once', async () => {
  const one = phone(() => ok({ id: 'c' }))
  await Promise.all([signCase(one.api, 'c'), signCase(one.api, 'c')])
  assert.equal(one.sent.length, 1)
})

test('a transfer is given more time than a question', async () => {
  const one = phone(() => ok({}))
  await getMe(one.api)
  await postEvidence(one.api, 'lobby', 'f')
  await getMe(one.api, { timeoutMs: 1 })
  assert.deepEqual(one.sent.map((wire) => wire.timeoutMs), [15_000, 60_000, 1])
})

test('signing out leaves nothing on the phone', async () => {
  const one = phone(() => 'lost', { attempts: 1 })
  one.api.keepToken('t')
  await failing(signCase(one.api, 'c'))
  one.api.keepToken()
  assert.deepEqual([...one.store], [])
})
