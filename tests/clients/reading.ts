// What the contract says, for whoever draws it: its types, and the words and units of a schema.

export interface Schema {
  $ref?: string; anyOf?: Schema[]; type?: string; format?: string; title?: string; enum?: unknown[]
  description?: string; 'x-enumDescriptions'?: Record<string, string>; contentMediaType?: string
  properties?: Record<string, Schema>; required?: string[]; items?: Schema; propertyNames?: Schema
  additionalProperties?: Schema | boolean; default?: unknown; examples?: unknown[]
  minimum?: number; maximum?: number; maxLength?: number; minItems?: number; maxItems?: number
}
type Content = Record<string, { schema: Schema; example?: unknown }>
export interface Operation {
  operationId: string; summary: string; 'x-roles': string[]; requestBody?: { content: Content }
  parameters?: { name: string; in: string; required: boolean; schema: Schema }[]
  responses: Record<string, { description?: string; content?: Content }>
}
type Paths = Record<string, Record<string, Operation>>
export interface Contract { paths: Paths; components: { schemas: Record<string, Schema> } }

export const contract = (await (await fetch('openapi.json')).json()) as Contract
const UNITS: Record<string, [number, string]> = { 分: [100, '元'], 平方厘米: [10_000, '平方米'],
  万分之一: [100, '%'], 万分之一个百分点: [10_000, '%'] }

/** The schema with what it refers to put in; that something may be null is left out. */
export function whole({ $ref, anyOf, ...own }: Schema): Schema {
  const named = $ref && contract.components.schemas[$ref.replace(/.*\//, '')]
  const under = named || anyOf?.find((one) => one.type !== 'null')
  return under ? { ...whole(under), ...own } : own
}

/** How many of its unit make one of those people count in, and what these are called. */
export function unitOf(schema: Schema): [number, string] {
  const unit = /单位：([^，。；]+)/.exec(schema.description ?? '')?.[1] ?? ''
  return UNITS[unit] ?? [1, unit]
}

export const worded = (schema: Schema, value: unknown): string =>
  schema['x-enumDescriptions']?.[String(value)] ?? String(value)
/** Of what only programs need, the contract says that it is a code. */
export const legible = (schema: Schema) => schema.enum || !schema.description?.startsWith('代码')
