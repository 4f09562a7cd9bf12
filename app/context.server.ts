import type { Locale } from '#app/shared/domain/text.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'

declare module '@remix-run/node' {
  /** What the server knows of a request before any route runs. */
  interface AppLoadContext {
    /** Whoever is signed in, with roles; read once, ahead of every route. */
    reader: Reader | undefined
    sessionToken: string | undefined
    locale: Locale
    /** Whether this browser asked for large text (大字版). */
    largeText: boolean
    /** For the few pages whose editor makes style elements. */
    nonce: string
    requestId: string
    /** The browser's address, as far as the trusted proxies tell it. */
    address: string
    device: string
    /** Cookies that only the sign-in reads: which browser this is, and who owes a code. */
    browserMark: string | undefined
    codeTicket: string | undefined
  }
}
