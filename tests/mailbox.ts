import { createServer, type Socket } from 'node:net'

/** The text of a mail as its reader sees it: quoted-printable or base64 undone. */
function readable(mail: string): string {
  const at = mail.indexOf('\r\n\r\n')
  const [head, body] = [mail.slice(0, at), mail.slice(at + 4)]
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString()
  const joined = body.replace(/=\r\n/g, '')
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString()
}

function converse(socket: Socket, take: (mail: string) => void): void {
  let said = ''
  let inMail = false
  socket.setEncoding('latin1')
  socket.write('220 mailbox\r\n')
  socket.on('data', (part) => {
    said += part
    const end = inMail ? '\r\n.\r\n' : '\r\n'
    for (let at = said.indexOf(end); at >= 0; at = said.indexOf(inMail ? '\r\n.\r\n' : '\r\n')) {
      const line = said.slice(0, at)
      said = said.slice(at + (inMail ? 5 : 2))
      if (inMail) take(readable(line))
      const begins = !inMail && /^DATA/i.test(line)
      inMail = begins
      socket.write(begins ? '354 go on\r\n' : /^QUIT/i.test(line) ? '221 bye\r\n' : '250 ok\r\n')
    }
  })
}

/** A mail server of this process: what is sent to it, in order, and a way to wait for the next. */
export async function openMailbox() {
  const mails: string[] = []
  const waiting: (() => void)[] = []
  let open = Promise.resolve()
  const server = createServer(async (socket) => {
    socket.on('error', () => {})
    await open
    converse(socket, (mail) => {
      mails.push(mail)
      for (const wake of waiting.splice(0)) wake()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    /** Resolves once so many mails have come. */
    async hasReceived(count: number): Promise<void> {
      while (mails.length < count) await new Promise<void>((resolve) => waiting.push(resolve))
    },
    /** Lets every sender wait until the answer is called, as a slow mail server does. */
    hold(): () => void {
      let release = () => {}
      open = new Promise((resolve) => {
        release = resolve
      })
      return release
    },
    close: () => server.close(),
  }
}
