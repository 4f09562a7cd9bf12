import { spawn } from 'node:child_process'
import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aPerson } from '#tests/factories.ts'
import { freePort } from '#tests/free-port.ts'
import { freshFolder } from '#tests/prepared.ts'
import { civic, type RunningServer, settingsFor, startServer } from '#tests/server.ts'
import { canSignIn, closeWorld, openWorld } from '#tests/world.ts'

describe('stopping the server', () => {
  let data: ReturnType<typeof freshFolder>
  let server: RunningServer

  beforeEach(async () => {
    data = freshFolder()
    server = await startServer(data.folder)
  })
  afterEach(async () => {
    if (server.process.exitCode === null) await server.stop('SIGKILL')
    data.forget()
  })

  /** A form that a slow line is still sending; `finish` sends the rest and awaits the answer. */
  function slowForm() {
    const body = 'locale=en&return=%2Fsign-in'
    const sending = request(`${server.origin}/language`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': body.length,
        'Sec-Fetch-Site': 'same-origin',
      },
    })
    sending.write(body.slice(0, 10))
    const answer = new Promise<number | undefined>((resolve, reject) => {
      sending.once('response', (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      sending.once('error', reject)
    })
    return {
      finish() {
        sending.end(body.slice(10))
        return answer
      },
    }
  }

  it('answers what is under way, takes nothing new, and ends well', async () => {
    const form = slowForm()
    await pause(150)
    const ended = server.stop()
    await expect
      .poll(() =>
        fetch(`${server.origin}/sign-in`).then(
          () => 'answered',
          () => 'refused',
        ),
      )
      .toBe('refused')
    expect(await form.finish()).toBe(302)
    expect(await ended).toBe(0)
  })

  it('signs the audit head before it goes', async () => {
    await openWorld(data.folder)
    const person = await aPerson()
    await canSignIn(person, { name: '示例', staffNumber: 'S1' }, 'a password that is long enough')
    await closeWorld()
    expect(await server.stop()).toBe(0)
    const { code, out } = await civic(['audit', 'verify', '--json'], settingsFor(data.folder))
    expect(code).toBe(0)
    const { ok, rows, signedUpTo } = JSON.parse(out)
    expect({ ok, signedUpTo }).toEqual({ ok: true, signedUpTo: rows })
  })

  it('says which setting to mend when the port is taken', async () => {
    const other = freshFolder()
    const taken = settingsFor(other.folder, { PORT: String(server.port) })
    const { code, err } = await civic(['serve'], taken)
    expect(code).toBe(2)
    expect(err).toContain(`PORT: ${server.port} is in use`)
    other.forget()
  })

  it('says that a data folder serves one server at a time', async () => {
    const second = settingsFor(data.folder, { PORT: String(await freePort()) })
    const { code, err } = await civic(['serve'], second)
    expect(code).toBe(2)
    expect(err).toContain(`CIVIC_DATA: ${data.folder} is in use`)
  })

  it('ends with npm start when a supervisor ends that, and leaves nothing on the port', async () => {
    const own = freshFolder()
    const port = await freePort()
    const npm = spawn('npm', ['start'], {
      env: settingsFor(own.folder, { PORT: String(port) }),
      stdio: 'ignore',
    })
    const ended = new Promise((resolve) => npm.once('exit', resolve))
    const answers = () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    await expect.poll(answers, { timeout: 60_000 }).toBe(true)
    npm.kill('SIGTERM')
    await ended
    expect(await answers()).toBe(false)
    own.forget()
  }, 90_000)
})
