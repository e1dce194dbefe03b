// What goes over `wx`: requests, uploads, downloads and storage, against a server of this process.

import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { isNetworkFailure, isRefused } from '../../miniprogram-api-spec/answers'
import { getMe, drawPoster, postEvidence, signCase } from '../../miniprogram-api-spec/client'
import { Api } from '../../miniprogram-api-spec/core'
import { readFile } from '../../miniprogram-api-spec/staff'
import { Phone, faults } from './phone'

let served: (request: IncomingMessage, body: string, response: ServerResponse) => void
const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => served(request, Buffer.concat(parts).toString('latin1'), response))
})
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
after(() => {
  server.closeAllConnections()
  server.close()
})

const folder = mkdtempSync(join(tmpdir(), 'phone-'))
mkdirSync(join(folder, 'user'))
const phone = new Phone(folder)
Object.assign(globalThis, { wx: phone.wx() })
const waits: number[] = []
const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const made = (): Api => new Api({ baseUrl, wait: async (ms) => void waits.push(ms) })
const failing = (work: Promise<unknown>): Promise<unknown> =>
  work.then(() => assert.fail('it was answered'), (error: unknown) => error)
const problem = (status: number, code: string): string =>
  JSON.stringify({ type: '', title: '不能', status, code, instance: '/', request_id: '' })

test('a body arrives as it was written, with token and key', async () => {
  const api = made()
  api.keepToken('t')
  let seen: unknown[] = []
  served = (request, body, response) => {
    seen = [request.method, request.headers.authorization, request.headers['content-type'], body]
    response.end('{}')
  }
  await api.write('POST', '/x', { key: 'k' }, { text: '中' })
  const text = Buffer.from('{"text":"中"}').toString('latin1')
  assert.deepEqual(seen, ['POST', 'Bearer t', 'application/json', text])
  assert.equal(phone.storage.get('lift.session')?.includes('"t"'), true)
})

test('a photo is sent as a form, and its Retry-After is heard', async () => {
  const api = made()
  const photo = join(folder, 'a.jpg')
  writeFileSync(photo, 'JPEG')
  let times = 0
  let seen = ''
  served = (_, body, response) => {
    seen = body
    if (++times === 1) response.writeHead(503, { 'Retry-After': '7' })
    response.end(times === 1 ? problem(503, 'TemporarilyUnavailable') : '{"id":"e"}')
  }
  const heard: number[] = []
  const call = { onProgress: (percent: number) => void heard.push(percent) }
  assert.deepEqual(await postEvidence(api, 'lobby', photo, call), { id: 'e' })
  assert.deepEqual(heard, [100, 100])
  assert.match(seen, /name="file"; filename="pending-[^"]+"[^]+JPEG/)
  assert.deepEqual(waits.splice(0), [7000])
  assert.equal(existsSync(photo), true)
})

test('a download is a file, and a refusal of it is told in its own words', async () => {
  const api = made()
  served = (_, __, response) => response.end('PNG')
  assert.equal(readFileSync(await drawPoster(api, 'c', { unit_id: 'u' }), 'utf8'), 'PNG')
  served = (_, __, response) =>
    response.writeHead(404, { 'X-Request-Id': 'r' }).end(problem(404, 'NotFound'))
  const error = await failing(drawPoster(api, 'c', { unit_id: 'u' }))
  assert.ok(isRefused(error, 'NotFound'))
  assert.equal(error.headers['x-request-id'], 'r')
})

test('a sealed paper is fetched with the ticket that its reason gave', async () => {
  const api = made()
  const seen: string[] = []
  served = ({ method, url, headers }, body, response) => {
    seen.push(`${method} ${url} ${body} ${headers.authorization}`)
    response.end(method === 'POST' ? '{"ticket":"t","expires_at":""}' : '%PDF-')
  }
  api.keepToken('mine')
  assert.equal(readFileSync(await readFile(api, 'f', { reason: 'why' }), 'utf8'), '%PDF-')
  assert.deepEqual(seen, [
    'POST /files/f/reading {"reason":"why"} Bearer mine',
    'GET /files/f?ticket=t  Bearer mine',
  ])
  served = (_, __, response) => response.writeHead(404).end(problem(404, 'NotFound'))
  assert.ok(isRefused(await failing(readFile(api, 'f', { reason: 'why' })), 'NotFound'))
  assert.deepEqual(api.pending(), [])
})

test('a server that does not answer in time is a failure that says so', async () => {
  served = () => undefined
  const error = await failing(getMe(made(), { timeoutMs: 20 }))
  assert.ok(isNetworkFailure(error))
  assert.match(error.message, /网络超时/)
})

test('a full storage and a file that cannot be copied hinder nothing', async () => {
  const full = phone.wx() as { setStorageSync: () => void }
  full.setStorageSync = () => {
    throw new Error('exceed max size')
  }
  Object.assign(globalThis, { wx: full })
  served = (_, __, response) => response.end('{}')
  assert.deepEqual(await signCase(made(), 'c'), {})
  phone.fault = faults('unreachable', 'unreachable', 'unreachable')
  const missing = await failing(postEvidence(made(), 'lobby', join(folder, 'none.jpg')))
  assert.ok(isNetworkFailure(missing))
})
