// Enough of WeChat's `wx` for node: requests, uploads, downloads, storage and files, with faults
// that can be made to happen: an answer lost on its way, or no way at all.

import { copyFile, readFile, unlink, writeFile } from 'node:fs'
import { basename, join } from 'node:path'

export type Fault = 'lost' | 'unreachable' | undefined

export interface Seen {
  method: string
  path: string
  status: number
  headers: Record<string, string>
}

type Told = (result: Record<string, unknown>) => void
interface Order {
  url: string
  filePath: string
  method?: string
  header: Record<string, string>
  data?: string
  timeout: number
  success: Told
  fail: Told
}

export class Phone {
  readonly seen: Seen[] = []
  readonly storage = new Map<string, string>()
  fault: (method: string, path: string) => Fault = () => undefined
  private readonly folder: string
  private downloads = 0

  constructor(folder: string) {
    this.folder = folder
  }

  /** How often something was asked, by the end of its path. */
  count(method: string, ending: string): number {
    return this.seen.filter((one) => one.method === method && one.path.endsWith(ending)).length
  }

  /** What `wx` is while this phone is in use. */
  wx(): unknown {
    return {
      env: { USER_DATA_PATH: join(this.folder, 'user') },
      request: (order: Order) => void this.sent(order, order.data, order.success),
      uploadFile: (order: Order) => this.uploaded(order),
      downloadFile: (order: Order) => this.downloaded(order),
      getStorageSync: (name: string) => this.storage.get(name) ?? '',
      setStorageSync: (name: string, value: string) => void this.storage.set(name, value),
      removeStorageSync: (name: string) => void this.storage.delete(name),
      getFileSystemManager: () => files,
    }
  }

  private uploaded(order: Order): unknown {
    const [task, heard] = made()
    readFile(order.filePath, (error, content) => {
      if (error) return order.fail({ errMsg: `uploadFile:fail ${error.message}` })
      const form = new FormData()
      form.append('file', new Blob([content], { type: 'image/jpeg' }), basename(order.filePath))
      void this.sent({ ...order, method: 'POST' }, form, (answer) => {
        heard(answer)
        order.success(answer)
      })
    })
    return task
  }

  private downloaded(order: Order): unknown {
    const [task, heard] = made()
    void this.sent({ ...order, method: 'GET' }, undefined, (answer) => {
      heard(answer)
      const tempFilePath = join(this.folder, `tmp_${++this.downloads}`)
      writeFile(tempFilePath, answer['raw'] as Uint8Array, () =>
        order.success({ statusCode: answer['statusCode'], tempFilePath }),
      )
    })
    return task
  }

  private async sent(order: Order, body: string | FormData | undefined, take: Told): Promise<void> {
    const method = order.method ?? 'GET'
    const path = new URL(order.url).pathname
    const fault = this.fault(method, path)
    try {
      if (fault === 'unreachable') throw new Error('net::ERR_INTERNET_DISCONNECTED')
      const signal = AbortSignal.timeout(order.timeout)
      const init = { method, headers: order.header, signal }
      const reply = await fetch(order.url, body === undefined ? init : { ...init, body })
      const raw = new Uint8Array(await reply.arrayBuffer())
      const header = Object.fromEntries(reply.headers)
      this.seen.push({ method, path, status: reply.status, headers: header })
      if (fault === 'lost') throw new Error('net::ERR_CONNECTION_RESET')
      take({ statusCode: reply.status, header, data: new TextDecoder().decode(raw), raw })
    } catch (error) {
      order.fail({ errMsg: `request:fail ${(error as Error).message}` })
    }
  }
}

interface FileOrder {
  filePath: string
  srcPath: string
  destPath: string
  success?: Told
  fail?: Told
}

/** A task, and what tells it of the headers and that all has gone. */
function made(): [unknown, Told] {
  const hearing: Told[] = []
  const task = {
    onHeadersReceived: (hears: Told) => hearing.push(hears),
    onProgressUpdate: (hears: Told) => hearing.push(() => hears({ progress: 100 })),
  }
  return [task, (answer) => hearing.forEach((hears) => hears(answer))]
}

/** One fault after the other, then none. */
export function faults(...ones: Fault[]): () => Fault {
  return () => ones.shift()
}

const files = {
  copyFile: (order: FileOrder) =>
    copyFile(order.srcPath, order.destPath, (error) =>
      error ? order.fail?.({ errMsg: error.message }) : order.success?.({}),
    ),
  readFile: (order: FileOrder) =>
    readFile(order.filePath, 'utf8', (error, data) =>
      error ? order.fail?.({ errMsg: error.message }) : order.success?.({ data }),
    ),
  unlink: (order: FileOrder) =>
    unlink(order.filePath, (error) => error && order.fail?.({ errMsg: error.message })),
}
