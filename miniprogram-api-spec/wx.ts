// 客户端与微信之间：收发、本机存储、待补办的文件。可用 Options 的 send、store、files 换成别的。
// 类型来自 miniprogram-api-typings。

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** 一次请求。body 是已经写好的 JSON；file 是要上传的本机文件；download 表示答复存为文件。 */
export interface Wire {
  method: Method
  url: string
  headers: Record<string, string>
  timeoutMs: number
  body?: string
  file?: string
  download?: boolean
  onProgress?: (percent: number) => void
}

/** 一次答复。body 可以是文字或已解析的 JSON；成功的下载给出 file，即临时文件的路径。 */
export interface Reply {
  status: number
  headers: Record<string, string>
  body: unknown
  file?: string
}

/** 本机存储；值为 undefined 即删除。 */
export interface Store {
  get(name: string): string | undefined
  set(name: string, value: string | undefined): void
}

/** 待补办的上传所用的文件：微信的临时文件在退出后会被清理，所以另存一份。 */
export interface Files {
  keep(path: string, name: string): Promise<string>
  drop(path: string): void
}

type Headers = Record<string, string>
type Take = (reply: Reply) => void
type Fail = (error: { errMsg: string }) => void

/** 用 wx.request、wx.uploadFile、wx.downloadFile 收发；网络不通时以微信的 errMsg 拒绝。 */
export function sendByWx(wire: Wire): Promise<Reply> {
  return new Promise((take, fail) => {
    if (wire.download) downloaded(wire, take, fail)
    else if (wire.file !== undefined) uploaded(wire, wire.file, take, fail)
    else requested(wire, take, fail)
  })
}

function requested(wire: Wire, take: Take, fail: Fail): void {
  wx.request({
    url: wire.url,
    method: wire.method,
    header: wire.headers,
    timeout: wire.timeoutMs,
    // 不是 json：原样给出文字，空答复和网页由 core.ts 分辨。
    dataType: 'text',
    ...(wire.body === undefined ? {} : { data: wire.body }),
    success: (answer) =>
      take({ status: answer.statusCode, headers: answer.header as Headers, body: answer.data }),
    fail,
  })
}

function uploaded(wire: Wire, file: string, take: Take, fail: Fail): void {
  let headers: Headers = {}
  const task = wx.uploadFile({
    url: wire.url,
    filePath: file,
    name: 'file',
    header: wire.headers,
    timeout: wire.timeoutMs,
    success: (answer) => take({ status: answer.statusCode, headers, body: answer.data }),
    fail,
  })
  task.onHeadersReceived((received) => {
    headers = received.header as Headers
  })
  task.onProgressUpdate(({ progress }) => wire.onProgress?.(progress))
}

function downloaded(wire: Wire, take: Take, fail: Fail): void {
  let headers: Headers = {}
  const task = wx.downloadFile({
    url: wire.url,
    header: wire.headers,
    timeout: wire.timeoutMs,
    success: ({ statusCode: status, tempFilePath }) => {
      if (status < 300) return take({ status, headers, body: '', file: tempFilePath })
      // 拒绝的说明也被微信存成了文件。
      wx.getFileSystemManager().readFile({
        filePath: tempFilePath,
        encoding: 'utf8',
        success: ({ data }) => take({ status, headers, body: data }),
        fail: () => take({ status, headers, body: '' }),
      })
    },
    fail,
  })
  task.onHeadersReceived((received) => {
    headers = received.header as Headers
  })
  task.onProgressUpdate(({ progress }) => wire.onProgress?.(progress))
}

export const storeInWx: Store = {
  get: (name) => (wx.getStorageSync(name) as string) || undefined,
  set: (name, value) => {
    try {
      if (value === undefined) wx.removeStorageSync(name)
      else wx.setStorageSync(name, value)
    } catch {
      // 存满了：照常办理，只是退出后不能补办、要重新登录。
    }
  },
}

export const filesInWx: Files = {
  keep: (path, name) =>
    new Promise((take) => {
      const kept = `${wx.env.USER_DATA_PATH}/${name}`
      const files = wx.getFileSystemManager()
      // 存不下也照常上传，只是退出后不能补办。
      files.copyFile({
        srcPath: path, destPath: kept, success: () => take(kept), fail: () => take(path),
      })
    }),
  drop: (path) => {
    if (path.startsWith(wx.env.USER_DATA_PATH)) {
      wx.getFileSystemManager().unlink({ filePath: path, fail: () => undefined })
    }
  },
}
