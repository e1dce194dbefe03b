// Owners, a manager and the Centre carry one case from the login to the objection through the
// clients, over a running sandbox, with answers that are lost, a restart, and a crowd at the door.
// STAGE names a JSON file with the address, the people and the staff's tokens.

import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { isNetworkFailure, isRefused } from '../../miniprogram-api-spec/answers'
import * as client from '../../miniprogram-api-spec/client'
import { Api } from '../../miniprogram-api-spec/core'
import type { Options } from '../../miniprogram-api-spec/core'
import * as staff from '../../miniprogram-api-spec/staff'
import { Phone, faults } from './phone'

interface Person { openid: string; name: string; id_number: string; home_id: string }
interface Stage {
  url: string
  photos: string[]
  insurer: string
  manager: Person
  owners: Person[]
  tokens: { clerk: string; insurer: string }
}

const place = process.env['STAGE'] as string
const stage = JSON.parse(readFileSync(place, 'utf8')) as Stage
const folder = join(dirname(place), 'phone')
mkdirSync(join(folder, 'user'), { recursive: true })
const phone = new Phone(folder)
Object.assign(globalThis, { wx: phone.wx() })

const waits: number[] = []
let logins = 0

/** An Api for that person; the first owner's lives in the storage of `wx`. */
function apiOf(person: Person, more: Partial<Options> = {}): Api {
  const kept = new Map<string, string | undefined>()
  const api: Api = new Api({
    baseUrl: stage.url,
    store: { get: (name) => kept.get(name), set: (name, value) => kept.set(name, value) },
    wait: async (ms) => void waits.push(ms),
    relogin: async () => {
      logins++
      const answer = await fetch(`${stage.url}/sandbox/wechat/code`, {
        method: 'POST', body: JSON.stringify({ openid: person.openid }),
      })
      const { code } = (await answer.json()) as { code: string }
      return (await client.logIn(api, { code })).token
    },
    ...more,
  })
  return api
}

function staffApi(token: string): Api {
  const api = apiOf(owner(0))
  api.keepToken(token)
  return api
}

const photo = (number: number): string => stage.photos[number] as string
const owner = (number: number): Person => stage.owners[number] as Person
const failing = (work: Promise<unknown>): Promise<unknown> =>
  work.then(() => assert.fail('it was answered'), (error: unknown) => error)
const inWx = { store: undefined } as unknown as Partial<Options>

const first = apiOf(owner(0), inWx)
const neighbours = [1, 2].map((number) => apiOf(owner(number)))
const clerk = staffApi(stage.tokens.clerk)
let clock = Date.now()
let caseId = ''

test('the first request of a new phone logs in by itself, and a home is bound', async () => {
  const found = await client.getMe(first)
  assert.deepEqual([found.homes, logins, first.signedIn], [[], 1, true])
  for (const [number, api] of [first, ...neighbours].entries()) {
    const { home_id, name, id_number } = owner(number)
    const answer = await fetch(`${stage.url}/sandbox/wechat/code`, {
      method: 'POST', body: JSON.stringify({ openid: owner(number).openid }),
    })
    const { phone_code } = (await answer.json()) as { phone_code: string }
    await client.setPhone(api, { code: phone_code })
    const notice = await client.getPrivacyNotice(api)
    const asked = await failing(client.bindHome(api, { home_id, name, id_number }))
    assert.ok(isRefused<client.Refusals['bindHome']>(asked, 'ConsentMissing'))
    const { consents } = asked.problem as unknown as { consents: client.PrivacyConsents['due'] }
    for (const consent of consents) {
      await client.setPrivacyConsent(api, { version: notice.version, consent, agreed: true })
    }
    await client.bindHome(api, { home_id, name, id_number })
  }
  assert.equal((await client.getMe(first)).homes.length, 1)
})

test('an answer that has not changed comes from the phone', async () => {
  const before = await client.getMe(first)
  const again = await client.getMe(first)
  assert.equal(phone.seen.at(-1)?.status, 304)
  assert.deepEqual(again, before)
  assert.equal(again.homes.length, 1)
})

test('an application whose answer was lost is made once', async () => {
  const [bound] = (await client.getMe(first)).homes
  const scope = bound?.home.scope_id as string
  const lifts = await client.listScopeElevators(first, scope)
  const insurers = await client.listInsurers(first, {})
  phone.fault = faults('lost', 'lost')
  const made = await client.applyForInsurance(first, {
    scope_id: scope,
    elevator_ids: lifts.items.map((one) => one.id),
    insurer_id: insurers.items.find((one) => one.name === stage.insurer)?.id as string,
  })
  caseId = made.id
  assert.equal(phone.count('POST', '/cases'), 3)
  assert.equal(phone.seen.at(-1)?.headers['idempotent-replay'], 'true')
  assert.equal((await client.listCases(first, { mine: true, q: '' })).items.length, 1)
})

test('a signature without an answer survives the restart of the app', async () => {
  const signer = apiOf(owner(1), { ...inWx, attempts: 1 })
  signer.keepToken()
  await client.getMe(signer)
  phone.fault = faults('lost')
  const error = await failing(client.signCase(signer, caseId, { note: '签名' }))
  assert.ok(isNetworkFailure(error) && error instanceof Error)
  const restarted = apiOf(owner(1), inWx)
  const [replayed] = await restarted.replayPending()
  assert.deepEqual([replayed?.state, replayed?.pending.note], ['done', '签名'])
  assert.equal(phone.seen.at(-1)?.headers['idempotent-replay'], 'true')
  assert.deepEqual(restarted.pending(), [])
  const twice = await failing(client.signCase(restarted, caseId))
  assert.ok(isRefused<client.Refusals['signCase']>(twice, 'AlreadySigned'))
  restarted.keepToken()
  assert.equal(phone.storage.size, 0)
})

test('an old token is renewed once for four requests at a time', async () => {
  const moved = apiOf(owner(0), { now: () => clock })
  await client.getMe(moved)
  clock += 8 * 86_400_000
  const before = [phone.count('POST', '/login/refresh'), logins]
  await Promise.all([
    client.getMe(moved), client.listCases(moved), client.getCase(moved, caseId),
    client.countUnreadMessages(moved),
  ])
  const after = [phone.count('POST', '/login/refresh'), logins]
  assert.deepEqual(after, [(before[0] as number) + 1, before[1]])
})

test('a session that was ended is opened again once', async () => {
  const api = apiOf(owner(2))
  await client.getMe(api)
  const [current] = (await client.listSessions(api)).items.filter((one) => one.current)
  await client.endSession(api, current?.id as string)
  const before = logins
  await Promise.all([client.getMe(api), client.listCases(api), client.signCase(api, caseId)])
  assert.equal(logins, before + 1)
  assert.equal((await client.getCase(first, caseId)).heads, 3)
})

test('the Centre goes on with staff.ts, and its poster is downloaded with the token', async () => {
  await staff.acceptCase(clerk, caseId)
  const { elevators } = await client.getCase(clerk, caseId)
  await staff.filePlan(staffApi(stage.tokens.insurer), caseId, {
    survey: '现场查勘：运行正常。',
    cover: '电梯因故障产生的维修费用。',
    service: '每季度一次风险巡检。',
    elevators: elevators.map((one) => ({
      elevator_id: one.id, premium_fen: 98_000, limit_fen: 5_000_000, deductible_fen: 20_000,
    })),
  })
  await staff.publishNotice(clerk, caseId)
  const poster = await client.printPoster(first, caseId, { size: 'A4' })
  assert.equal(readFileSync(poster).subarray(0, 5).toString(), '%PDF-')
  const error = await failing(client.downloadFile(first, caseId))
  assert.ok(isRefused(error, 'NotFound'), String(error))
})

test('a photo whose answer was lost is evidence once', async () => {
  const manager = apiOf(stage.manager)
  const { items } = await client.listLobbies(manager, caseId)
  for (const [number, lobby] of items.entries()) {
    phone.fault = faults('lost')
    const { evidence } = await client.postEvidence(manager, lobby.token as string, photo(number))
    await staff.acceptLobby(clerk, caseId, lobby.unit_id, { evidence_id: evidence.id })
  }
  assert.equal((await client.listEvidence(manager, caseId)).items.length, items.length)
  assert.equal((await client.getCase(first, caseId)).state, 'noticed')
  assert.deepEqual(readdirSync(join(folder, 'user')), [])
  assert.ok(existsSync(photo(0)))
})

test('an objection with a photo, off the net at first, pauses the case', async () => {
  const objector = apiOf(owner(1))
  const sent = await client.uploadFile(objector, photo(0))
  phone.fault = faults('unreachable')
  await client.fileObjection(objector, caseId, { text: '请先说明免赔额。', file_ids: [sent.id] })
  assert.equal((await client.getCase(first, caseId)).state, 'paused')
  const again = client.fileObjection(objector, caseId, { text: '再问一次。', file_ids: [] })
  assert.ok(isRefused(await failing(again), 'ObjectionPending'))
})

test('a crowd at the door is told when to come back, and waits for it', async () => {
  const api = apiOf(owner(0))
  let error: unknown
  for (let nth = 0; nth < 200 && !isRefused(error, 'TooManyAttempts'); nth++) {
    const body = { username: `nobody-${nth}`, password: 'wrong-password', totp: '000000' }
    error = await failing(staff.logInStaff(api, body))
  }
  assert.ok(isRefused(error, 'TooManyAttempts'))
  assert.ok((error.retryAfter ?? 0) > 0)
  const told = Number(error.headers['retry-after']) * 1000
  assert.ok(told > 35_000 || waits.some((one) => one >= told), `${told} ${waits}`)
})
