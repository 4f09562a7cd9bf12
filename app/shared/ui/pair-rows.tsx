import type { ReactNode } from 'react'

type Choice = { value: string; label: string }
type ChoiceGroup = { label: string; options: Choice[] }

/** A list's choices in groups. */
export function OptionGroups({ groups }: { groups: ChoiceGroup[] }) {
  return groups.map((group) => (
    <optgroup key={group.label} label={group.label}>
      {group.options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </optgroup>
  ))
}

type PairRowsProps = {
  legend: ReactNode
  hint?: ReactNode
  /** The fields' names; each is sent once a row, so they pair up by order. */
  names: [first: string, second: string]
  /** What a row's two fields are called, read out only. */
  labels: (row: number) => [first: string, second: string]
  /** The first field's choices in groups, after `blank`, which leaves the row out. */
  groups: ChoiceGroup[]
  blank: string
  seconds: Choice[]
  values: [first: string, second: string][]
  second: string
  rows: number
}

/** Rows of two lists that belong together, such as a skill and its level. Works without scripts. */
export function PairRows(props: PairRowsProps) {
  const { legend, hint, names, labels, groups, blank, seconds, values, second, rows } = props
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      {Array.from({ length: rows }, (_, row) => {
        const [firstLabel, secondLabel] = labels(row + 1)
        const [first = '', chosen = second] = values[row] ?? []
        return (
          <div className="skill-row" key={firstLabel}>
            <select name={names[0]} aria-label={firstLabel} defaultValue={first}>
              <option value="">{blank}</option>
              <OptionGroups groups={groups} />
            </select>
            <select name={names[1]} aria-label={secondLabel} defaultValue={chosen}>
              {seconds.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        )
      })}
    </fieldset>
  )
}
