/** The product's words, typed: `m.accounts_sign_in()`. Compiled from content/messages. */
export { m } from './paraglide/messages.js'
