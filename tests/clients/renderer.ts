// A page drawn from the contract alone: a form for every operation of the roles asked for, and its
// answer in people's words. No operation and no field is known here by name; only what the contract
// says of them all: keys, cursors (`after`, `next`), units, tokens, and how a refusal is told.
// At most 200 lines.

import { contract, legible, unitOf, whole, worded, type Operation, type Schema } from './reading'

type Values = Record<string, unknown>
interface Drawn { element: HTMLElement; read: () => unknown }

const [DAY, MOMENT] = [{}, { timeStyle: 'short' } as const].map((more) =>
  new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai', ...more }))
const MONEY = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2 })
let [login, ids] = [{}, 0]

type Inside = (Node | string)[]
function make<K extends keyof HTMLElementTagNameMap>(tag: K, traits: object, ...inside: Inside) {
  const made = Object.assign(document.createElement(tag), traits)
  made.append(...inside)
  return made as HTMLElementTagNameMap[K]
}

function words(schema: Schema, required: boolean, label: HTMLElement): [Node, Node] {
  label.append(schema.title ?? '', required ? '（必填）' : '')
  const [, unit] = unitOf(schema)
  return [label, make('small', {}, unit && `以${unit}填写。`, schema.description ?? '')]
}

function field(raw: Schema, at: string, required: boolean, example: unknown): Drawn {
  const schema = whole(raw)
  const [single, named] = [!/object|array/.test(schema.type ?? ''), required && schema.properties]
  if (!named) return (single ? control : group)(schema, at, required, example)
  const { inside, read } = parts(schema, at, example as Values)
  return { element: make('fieldset', {}, make('legend', {}, schema.title ?? ''), ...inside), read }
}

/** What stands in these fields; those left empty are left out. */
function readOf(fields: (Drawn & { name: string })[]): Values {
  const values = fields.map((one) => [one.name, one.read()])
  return Object.fromEntries(values.filter(([, value]) => value !== undefined))
}

function parts({ properties = {}, required = [] }: Schema, at: string, example: Values = {}) {
  const drawn = Object.entries(properties).map(([name, one]) =>
    ({ name, ...field(one, `${at}/${name}`, required.includes(name), example[name]) }))
  return { inside: drawn.map((one) => one.element), read: () => readOf(drawn) }
}

/** As many as one likes of the same: a list, names with values, or an object one may leave out. */
function group(schema: Schema, at: string, required: boolean, example: unknown): Drawn {
  const { items, propertyNames, additionalProperties: named, title = '', minItems = 0 } = schema
  const pair = typeof named === 'object' && { properties: { 0: propertyNames ?? {}, 1: named } }
  const one = items ?? (pair ? { type: 'object', ...pair, required: ['0', '1'] } : schema)
  const samples = (pair ? Object.entries(example ?? {}) : [example].flat()) as unknown[]
  const [rows, box] = [[] as Drawn[], make('div', {})]
  const add = () => {
    const place = one === schema ? at : `${at}/${rows.length}`
    if (rows.length === (one === schema ? 1 : schema.maxItems ?? 99)) return
    rows.push(field({ title, ...one }, place, true, samples[rows.length] ?? samples[0]))
    box.append(...rows.map((row) => row.element))
  }
  const drop = () => rows.length > minItems && rows.pop()?.element.remove()
  for (let missing = required ? minItems || 1 : 0; missing; missing--) add()
  const buttons = Object.entries({ 添加: add, 减少: drop }).map(([name, onclick]) =>
    make('button', { type: 'button', onclick }, name))
  const inside = [...words(schema, required, make('legend', {})), box, ...buttons]
  const read = () => {
    const values = rows.map((row) => row.read()) as Values[]
    if (!values.length && !required) return undefined
    return items ? values : pair ? Object.fromEntries(values.map(Object.values)) : values[0]
  }
  return { element: make('fieldset', { name: at }, ...inside), read }
}

function control(schema: Schema, at: string, required: boolean, example: unknown): Drawn {
  const { enum: offered, type, format, maxLength = 0, minimum, maximum } = schema
  const start = (required ? example ?? schema.examples?.[0] : null) ?? schema.default ?? ''
  const [[per], flag, file] = [unitOf(schema), type === 'boolean', schema.contentMediaType]
  const figure = type === 'integer' && { step: 1 / per, min: minimum! / per, max: maximum! / per }
  const kind = (flag && 'checkbox') || (file && 'file') || (figure && 'number') || format || 'text'
  const traits = { id: `field-${++ids}`, name: at, required: required && !flag }
  const value = typeof start === 'number' ? start / per : flag || file ? '' : start
  const options = required || offered?.includes('') ? offered : ['', ...(offered ?? [])]
  const input = offered ? make('select', traits, ...(options ?? []).map((one) =>
    make('option', { value: one, selected: one === start }, worded(schema, one) || '不选')))
    : kind === 'text' && maxLength >= 300 ? make('textarea', { ...traits, value, maxLength })
      : make('input', { ...traits, type: kind, checked: start === true, ...figure, value })
  const read = () => {
    if (offered) return offered.find((one) => String(one) === input.value)
    if (flag) return (input as HTMLInputElement).checked
    if (file) return (input as HTMLInputElement).files?.[0]
    if (input.value === '' && !required) return undefined
    return figure ? Math.round(Number(input.value) * per) : input.value
  }
  const [label, hint] = words(schema, required, make('label', { htmlFor: traits.id }))
  return { element: make('div', {}, label, input, hint), read }
}

/** A value as people write it. */
function shown(raw: Schema, value: unknown): Node | string {
  const schema = whole(raw)
  const [per, unit] = unitOf(schema)
  if (value === null || value === undefined || value === '') return '—'
  if (Array.isArray(value)) return value.length ? listed(whole(schema.items ?? {}), value) : '没有'
  if (typeof value === 'object') {
    return make('dl', {}, ...Object.entries(value).flatMap(([name, one]) => {
      const inner = schema.properties?.[name] ?? schema.additionalProperties
      if (typeof inner !== 'object' || !legible(whole(inner))) return []
      return [make('dt', {}, whole(inner).title ?? name), make('dd', {}, shown(inner, one))]
    }))
  }
  if (schema.enum) return worded(schema, value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (unit === '元') return MONEY.format(Number(value) / per) + unit
  if (typeof value === 'number') return value / per + unit
  const form = { 'date-time': MOMENT, date: DAY }[schema.format ?? '']
  return form?.format(new Date(String(value))) ?? String(value)
}

function listed(item: Schema, values: Values[]): Node {
  const columns = Object.entries(item.properties ?? {}).filter(([, one]) => legible(whole(one)))
  if (!columns.length) return make('ul', {}, ...values.map((of) => make('li', {}, shown(item, of))))
  const head = columns.map(([name, one]) => make('th', {}, whole(one).title ?? name))
  const rows = values.map((row) =>
    make('tr', {}, ...columns.map(([name, one]) => make('td', {}, shown(one, row[name])))))
  return make('table', {}, make('tr', {}, ...head), ...rows)
}

function section(method: string, path: string, told: Operation): HTMLElement {
  const sent = (told.parameters ?? []).filter((one) => one.in !== 'header' && one.name !== 'after')
  const asked = sent.map((one) =>
    ({ ...one, ...field(one.schema, `/${one.name}`, one.required, undefined) }))
  const [media = '', content] = Object.entries(told.requestBody?.content ?? {})[0] ?? []
  const schema = whole(content?.schema ?? { properties: {} })
  const text = { properties: { '': schema }, required: [''] }
  const body = parts(schema.properties ? schema : text, '', content?.example as Values)
  const answer = make('output', {})
  const send = async (after: string) => {
    answer.title = ''
    if (!after) element.querySelectorAll('output > *, .fault').forEach((one) => one.remove())
    const [values, filled, form] = [readOf(asked), body.read(), new FormData()]
    for (const [name, one] of Object.entries(filled)) form.set(name, one as File)
    const query = new URLSearchParams(after ? { after } : {})
    const url = path.replace(/{(\w+)}/g, (_, name) => encodeURIComponent(String(values[name])))
    const queried = sent.filter((one) => one.in === 'query' && one.name in values)
    for (const { name } of queried) query.set(name, String(values[name]))
    const headers = { 'idempotency-key': crypto.randomUUID(), ...login }
    const plain = media.endsWith('json') ? JSON.stringify(filled) : String(filled[''])
    const sealed = media.startsWith('multipart') ? form : new Blob([plain], { type: media })
    const reply = await fetch(`${url}?${query}`, { method, headers, body: media ? sealed : null })
    const [content, next] = await drawn(told, reply, element)
    const onclick = () => (button.remove(), void send(next))
    const button = make('button', { type: 'button', onclick }, '下一页')
    answer.append(content, next && button)
    answer.title = String(reply.status)
  }
  const element = make('form', { onsubmit: () => (void send(''), false) },
    ...asked.map((one) => one.element), ...body.inside, make('button', {}, '发送'), answer)
  return make('details', { id: told.operationId }, make('summary', {}, told.summary), element)
}

/** What is shown of an answer, and where it goes on. A fault is shown at its field. */
async function drawn(told: Operation, reply: Response, form: HTMLFormElement) {
  const media = reply.headers.get('content-type')?.split(';')[0] ?? ''
  const { description = '', content = {} } = told.responses[reply.status] ?? {}
  if (!media) return [make('p', {}, description), ''] as const
  if (!media.endsWith('json')) {
    const src = URL.createObjectURL(await reply.blob())
    const file = media.startsWith('image/') ? make('img', { src }) : make('a', { href: src }, '打开')
    return [file, ''] as const
  }
  const { next = '', ...value } = (await reply.json()) as Values
  if (media === 'application/problem+json') {
    const why = make('p', {}, String(value['detail'] ?? ''))
    const told = make('div', { role: 'alert' }, make('strong', {}, String(value['title'])), why)
    for (const one of (value['errors'] ?? []) as { pointer: string; detail: string }[]) {
      const place = (form.elements.namedItem(one.pointer) ?? why) as Element
      place.after(make('p', { className: 'fault', role: 'alert' }, one.detail))
    }
    return [told, ''] as const
  }
  const schema = whole(content[media]?.schema ?? {})
  for (const [name, one] of Object.entries(schema.properties ?? {})) {
    if (one.description?.includes('Bearer')) login = { authorization: `Bearer ${value[name]}` }
  }
  return [shown(schema, value), String(next)] as const
}

const roles = new URLSearchParams(location.search).getAll('role')
for (const [path, methods] of Object.entries(contract.paths)) {
  const open = Object.entries(methods).filter(([, { 'x-roles': who }]) =>
    who.some((one) => roles.includes(one)))
  document.body.append(...open.map(([method, told]) => section(method, path, told)))
}
