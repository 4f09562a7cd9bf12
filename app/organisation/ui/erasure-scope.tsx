import { m } from '#app/shared/i18n/messages.ts'

/** What erasing an identity takes away and what it leaves, before and after it is done. */
export function ErasureScope({ goes }: { goes: string }) {
  return (
    <>
      <h2>{goes}</h2>
      <ul>
        <li>{m.organisation_erasure_goes_names()}</li>
        <li>{m.organisation_erasure_goes_access()}</li>
        <li>{m.organisation_erasure_goes_pools()}</li>
      </ul>
      <h2>{m.organisation_erasure_stays()}</h2>
      <ul>
        <li>{m.organisation_erasure_stays_record()}</li>
        <li>{m.organisation_erasure_stays_texts()}</li>
        <li>{m.organisation_erasure_stays_backups()}</li>
      </ul>
    </>
  )
}
