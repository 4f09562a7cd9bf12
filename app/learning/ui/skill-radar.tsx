import { m } from '#app/shared/i18n/messages.ts'
import { levelName } from '#app/shared/ui/level.ts'
import { Wide } from '#app/shared/ui/wide.tsx'

export type RadarSkill = { name: string; wanted: number; held: number }

const size = 360
const centre = size / 2
const reach = 120
const levels = [1, 2, 3, 4]
const round = (value: number) => Math.round(value * 10) / 10

function point(index: number, count: number, radius: number): [number, number] {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2
  return [round(centre + radius * Math.cos(angle)), round(centre + radius * Math.sin(angle))]
}

function outline(values: number[]): string {
  return values
    .map((value, index) => point(index, values.length, (value / 4) * reach).join(','))
    .join(' ')
}

/** The number of each axis, which is that of its row in the table: names do not fit round it. */
function AxisNumbers({ count }: { count: number }) {
  return Array.from({ length: count }, (_, index) => {
    const [x, y] = point(index, count, reach + 20)
    return (
      <text
        key={`${x} ${y}`}
        x={x}
        y={y}
        dy="0.35em"
        // In rem, so that it grows with the reader's larger text.
        fontSize="1.1rem"
        fill="#1b2733"
        textAnchor="middle"
      >
        {index + 1}
      </text>
    )
  })
}

/** One's skills against what the post asks: a picture for a first look, the figures in a table. */
export function SkillRadar({ skills }: { skills: RadarSkill[] }) {
  return (
    <>
      {skills.length >= 3 && (
        <svg viewBox={`0 10 ${size} ${size - 20}`} role="img" aria-labelledby="radar-t radar-d">
          <title id="radar-t">{m.learning_radar_title()}</title>
          <desc id="radar-d">{m.learning_radar_description()}</desc>
          {levels.map((level) => (
            <polygon
              key={level}
              points={outline(skills.map(() => level))}
              fill="none"
              stroke="#ddd8ce"
              strokeWidth="1"
            />
          ))}
          <polygon
            points={outline(skills.map(({ wanted }) => wanted))}
            fill="none"
            stroke="#b3361e"
            strokeWidth="2"
            strokeDasharray="5 4"
          />
          <polygon
            points={outline(skills.map(({ held }) => held))}
            fill="#1f4e79"
            fillOpacity="0.2"
            stroke="#1f4e79"
            strokeWidth="2.5"
          />
          <AxisNumbers count={skills.length} />
        </svg>
      )}
      <Wide>
        <table>
          <caption className="visually-hidden">{m.learning_radar_caption()}</caption>
          <thead>
            <tr>
              <th scope="col">{m.learning_skill()}</th>
              <th scope="col">{m.learning_held()}</th>
              <th scope="col">{m.learning_wanted()}</th>
            </tr>
          </thead>
          <tbody>
            {skills.map(({ name, held, wanted }, index) => (
              <tr key={name}>
                <th scope="row">{m.learning_radar_row({ number: index + 1, skill: name })}</th>
                <td>{levelName(held)}</td>
                <td>{levelName(wanted)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  )
}
