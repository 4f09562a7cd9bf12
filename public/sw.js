// Shows /offline when a page cannot be reached. It keeps that page, its style and the icon, and
// nothing else: a page may be personal, and computers are shared.
const kept = 'civic-offline-1'
const page = '/offline'

async function keep() {
  const cache = await caches.open(kept)
  // Without cookies, so that what is kept is nobody's.
  const answer = await fetch(page, { credentials: 'omit' })
  if (!answer.ok) throw new Error('no offline page')
  const html = await answer.clone().text()
  const links = [...html.matchAll(/<link [^>]*href="(\/build\/[^"]+)"/g)].map((match) => match[1])
  await cache.addAll(links)
  await cache.put(page, answer)
}

async function clear() {
  for (const name of await caches.keys()) if (name !== kept) await caches.delete(name)
  await self.clients.claim()
}

const find = (what) => caches.match(what, { ignoreVary: true })

self.addEventListener('install', (event) => event.waitUntil(keep().then(() => self.skipWaiting())))
self.addEventListener('activate', (event) => event.waitUntil(clear()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => find(page).then((found) => found ?? Response.error())))
  } else if (new URL(request.url).pathname.startsWith('/build/')) {
    event.respondWith(
      fetch(request).catch(() => find(request).then((found) => found ?? Response.error())),
    )
  }
})
