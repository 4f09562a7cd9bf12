import type { Socket } from 'node:net'
import type { NextFunction, Request, Response } from 'express'
import { log } from '#app/log.server.ts'
import { storageFailure } from '#app/shared/http/failure.server.ts'

/** What somebody is told whose request is not even looked at: in both languages, since none is known yet. */
const words: Record<number, string> = {
  400: '这个请求读不懂。请从平台的页面重新打开。 · This request cannot be read. Open it again from a page of the platform.',
  403: '这个请求不是从平台的页面发出的，没有执行。请回到平台的页面再办一次。 · This request was not sent by a page of the platform and was not carried out. Go back to a page of the platform and try again.',
  404: '404 没有这个页面 · There is no such page',
  405: '这个地址不能这样打开。 · This address cannot be opened in this way.',
  411: '请求没有说明长度，没有执行。 · The request did not say how long it is and was not carried out.',
  413: '内容太大，没有保存。请按浏览器的“后退”，缩短后再发。 · This is too large and was not saved. Go back, shorten it and send it again.',
  431: '地址太长。请按浏览器的“后退”，缩短填写的内容。 · The address is too long. Go back and shorten what you typed.',
  500: '服务器出错了。请稍后再试；仍然不行，请把下面的编号告诉管理员。 · Something went wrong. Try again later; if it still fails, tell your administrator the number below.',
  503: '现在读写不了数据，什么也没有保存。请过几分钟再试；仍然不行，请把下面的编号告诉管理员。 · Data cannot be read or saved just now; nothing was saved. Try again in a few minutes; if it still fails, tell your administrator the number below.',
}

/** Ends a request before any route sees it. */
export function refuse(res: Response, status: number): void {
  const text = [words[status] ?? words[400], status >= 500 && res.locals.requestId]
  res
    .status(status)
    .type('text/plain; charset=utf-8')
    .end(`${text.filter(Boolean).join('\n')}\n`)
}

/** What Express itself could not do: an address that does not decode, or a fault of our own. */
export function refuseBroken(
  error: unknown,
  _req: Request,
  res: Response,
  next: NextFunction,
): void {
  const { status } = error as { status?: number }
  const isTheirs = status !== undefined && status >= 400 && status < 500
  if (!isTheirs) log.error({ requestId: res.locals.requestId, error }, 'request failed')
  const storage = storageFailure(error)
  if (res.headersSent) next(error)
  else if (isTheirs || !storage) refuse(res, isTheirs ? status : 500)
  else
    refuse(res.setHeader('Retry-After', storage.headers.get('Retry-After') ?? ''), storage.status)
}

/** Answers what Node could not read as a request, and closes. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, phrase] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? ([431, 'Request Header Fields Too Large'] as const)
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? ([408, 'Request Timeout'] as const)
        : ([400, 'Bad Request'] as const)
  const body = `${words[status] ?? words[400]}\n`
  const head = [
    `HTTP/1.1 ${status} ${phrase}`,
    'Content-Type: text/plain; charset=utf-8',
    "Content-Security-Policy: default-src 'none'",
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
