/** What the browser shows, from its own store, in place of a page it cannot reach. */
export function OfflineEnglish() {
  return (
    <>
      <h1>There is no connection just now</h1>
      <p>
        This page is kept in your browser. The page you wanted is not, since it may hold personal
        content.
      </p>
      <ul>
        <li>Everything that was submitted is on the server and is not lost.</li>
        <li>
          If you are filling in a form, leave that page open and send it again once the network is
          back; sending twice is never recorded twice.
        </li>
        <li>Check the cable, the wireless or your office network, then reload.</li>
      </ul>
    </>
  )
}
