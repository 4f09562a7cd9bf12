import { m } from '#app/shared/i18n/messages.ts'
import { QrCode } from '#app/shared/ui/qr-code.tsx'

type Props = {
  name: string
  staffNumber: string
  unit: string
  invited: boolean
  address: string
  until: string
  zone: string
  qr: { size: number; path: string }
}

/** One person's link on paper, to be cut out and handed over. */
export function Slip({ name, staffNumber, unit, invited, address, until, zone, qr }: Props) {
  return (
    <section className="slip">
      <div>
        <p className="quiet">
          {m.shared_product()} · {unit}
        </p>
        <h2>
          <span lang="zh-CN">{name}</span> <span className="quiet">{staffNumber}</span>
        </h2>
        <p>{invited ? m.organisation_slip_invitation() : m.organisation_slip_reset()}</p>
        <p>
          <code>{address}</code>
        </p>
        <p className="quiet">{m.organisation_slip_until({ until, zone })}</p>
      </div>
      <QrCode {...qr} label={m.organisation_slip_qr({ name })} />
    </section>
  )
}
