import { createContext } from 'react'

/** A section of the menu; `covers`: other addresses that belong to it. */
export type MenuItem = { href: string; label: string; covers: string[] }

/** What stands around every page and is known of a request before any route runs. */
export type ShellFacts = {
  path: string
  returnTo: string
  signedIn: boolean
  largeText: boolean
  menu: MenuItem[]
  /** What the log has the request under. */
  requestId: string
}

/** Given to every page, also where a form failed altogether and no route's data was loaded. */
export const ShellContext = createContext<ShellFacts | undefined>(undefined)
