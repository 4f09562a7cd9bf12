import { levelAt, placeOnScale, type Scale } from '#app/assessment/domain/scale.ts'
import { formatPercent } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { levelName } from '#app/shared/ui/level.ts'
import { levelNamed } from './words.ts'

/** The design's tokens, as attributes: a style would be refused by the content security policy. */
const ink = { line: '#ebe7df', cut: '#a9a293', bar: '#b9cbdc', dot: '#1f4e79', text: '#1b2733' }

/** A result on the scale of levels: the estimate as a dot, its likely range as a bar. */
export function LevelScale({ scale, certainty }: { scale: Scale; certainty: number }) {
  const at = placeOnScale(scale)
  const named = (ability: number) => levelNamed(levelAt(ability, scale.cuts))
  const words = {
    levels: at.middles.map((_, i) => levelNamed(i + 1)).join(m.assessment_comma()),
    at: named(scale.eap),
    from: named(scale.from),
    to: named(scale.to),
    certainty: formatPercent(certainty),
  }
  return (
    <figure className="scale">
      <svg viewBox={`0 0 ${at.width} 92`} role="img" aria-labelledby="scale-title scale-text">
        <title id="scale-title">{m.assessment_scale_title()}</title>
        <desc id="scale-text">{m.assessment_scale_text(words)}</desc>
        <rect
          x={at.line.from}
          y="22"
          width={at.line.to - at.line.from}
          height="8"
          rx="4"
          fill={ink.line}
        />
        <rect
          x={at.bar.from}
          y="17"
          width={at.bar.to - at.bar.from}
          height="18"
          rx="9"
          fill={ink.bar}
        />
        {at.cuts.map((x) => (
          <path key={x} d={`M${x} 12v28`} stroke={ink.cut} strokeWidth="2" />
        ))}
        <circle cx={at.dot} cy="26" r="10" fill={ink.dot} />
        {at.middles.map((x, i) => (
          <g key={x} fill={ink.text} textAnchor="middle">
            <text x={x} y="64" fontSize="18" fontWeight="600">
              {i + 1}
            </text>
            <text x={x} y="84" fontSize="16">
              {levelName(i + 1)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="quiet">
        {m.assessment_scale_bar({ certainty: words.certainty })}
      </figcaption>
    </figure>
  )
}
