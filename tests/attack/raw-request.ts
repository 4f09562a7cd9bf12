import { request } from 'node:http'
import { connect } from 'node:net'

/** An answer as it came over the wire. */
export type RawAnswer = {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

type Given = {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/** Sends `path` exactly as written: no client tidies it up. */
export function rawRequest(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body }: Given = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sending = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part) => {
        text += part
      })
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text })
      })
    })
    sending.once('error', reject)
    sending.end(body)
  })
}

/** A form sent by a page of the site itself. */
export function ownForm(
  port: number,
  path: string,
  fields: Record<string, string> | string[][],
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  const body = new URLSearchParams(fields).toString()
  return rawRequest(port, path, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': String(Buffer.byteLength(body)),
      'Sec-Fetch-Site': 'same-origin',
      ...headers,
    },
  })
}

/** A form as a browser encodes it when it holds a file. */
export async function ownUpload(
  port: number,
  path: string,
  form: FormData,
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  const encoded = new Response(form)
  const body = Buffer.from(await encoded.arrayBuffer())
  return rawRequest(port, path, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': encoded.headers.get('content-type') ?? '',
      'Content-Length': String(body.length),
      'Sec-Fetch-Site': 'same-origin',
      ...headers,
    },
  })
}

/** Sends bytes and waits until the server closes. Returns what it said and after how many ms. */
export function rawBytes(port: number, bytes: string): Promise<{ text: string; ms: number }> {
  return new Promise((resolve, reject) => {
    const begun = performance.now()
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (part) => {
      text += part
    })
    socket.once('error', reject)
    socket.once('close', () => resolve({ text, ms: performance.now() - begun }))
  })
}

/** The values of a header that may stand several times. */
export function allOf(answer: RawAnswer, header: string): string[] {
  const value = answer.headers[header]
  return value === undefined ? [] : [value].flat()
}
