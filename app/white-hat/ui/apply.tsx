import { m } from '#app/shared/i18n/messages.ts'
import { levelNumbered } from '#app/shared/ui/level.ts'
import { whiteHatRoleWords } from '#app/shared/ui/talent-words.ts'
import { Wide } from '#app/shared/ui/wide.tsx'
import type { WhiteHatRole } from '#app/white-hat/domain/roles.ts'

type Asked = { name: string; level: number; own: number | undefined }
type RoleProps = {
  role: WhiteHatRole
  description: string
  requires: Asked[]
  /** It is the one applied for. */
  own: boolean
}

/** What applying means, in plain words; on the list and again before the button. */
export function Consequences() {
  return (
    <ul>
      <li>{m.white_hat_apply_leaves()}</li>
      <li>{m.white_hat_apply_code()}</li>
      <li>{m.white_hat_apply_daily()}</li>
      <li>{m.white_hat_apply_vetting()}</li>
      <li>{m.white_hat_apply_back()}</li>
    </ul>
  )
}

/** How many of what a role asks the reader's levels reach. */
export function countMet(requires: Asked[]): number {
  return requires.filter(reaches).length
}

const reaches = ({ own, level }: Asked) => own !== undefined && own >= level

/** One role: what it asks beside the reader's own levels. */
export function Role({ role, description, requires, own }: RoleProps) {
  const met = countMet(requires)
  return (
    <li>
      <div className="spread">
        <h3>{whiteHatRoleWords[role]()}</h3>
        <span className={met === requires.length ? 'tag good' : 'tag'}>
          {m.white_hat_apply_met({ met, of: requires.length })}
        </span>
      </div>
      <p>{description}</p>
      <details open={own}>
        <summary>{m.white_hat_apply_each()}</summary>
        <Wide>
          <table>
            <thead>
              <tr>
                <th scope="col">{m.white_hat_apply_skill()}</th>
                <th scope="col">{m.white_hat_apply_asked()}</th>
                <th scope="col">{m.white_hat_apply_yours()}</th>
              </tr>
            </thead>
            <tbody>
              {requires.map((asked) => (
                <tr key={asked.name}>
                  <th scope="row">{asked.name}</th>
                  <td>{levelNumbered(asked.level)}</td>
                  <td>
                    {asked.own === undefined ? m.white_hat_apply_none() : levelNumbered(asked.own)}{' '}
                    {reaches(asked) && (
                      <span className="tag good">{m.white_hat_apply_reached()}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      </details>
      {!own && (
        <a href={`/white-hat/apply/${role}`}>
          {m.white_hat_apply_as()}
          <span className="visually-hidden"> {whiteHatRoleWords[role]()}</span>
        </a>
      )}
    </li>
  )
}
