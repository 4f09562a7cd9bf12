import { tiers } from '#app/organisation/domain/organisation.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Choices, Select, TextField } from '#app/shared/ui/form.tsx'
import { tierWords } from '#app/shared/ui/organisation-words.ts'

export type PlaceShown = { code: string; text: string; lang?: 'zh-CN' | undefined }

/** The names of an organisation; the English one may be left for later. */
export function NameFields({ nameZh = '', nameEn = '' }: { nameZh?: string; nameEn?: string }) {
  return (
    <>
      <TextField name="nameZh" label={m.organisation_name_zh()} value={nameZh} lang="zh-CN" />
      <TextField
        name="nameEn"
        label={m.organisation_optional({ label: m.organisation_name_en() })}
        hint={m.organisation_name_en_hint()}
        value={nameEn}
        lang="en"
      />
    </>
  )
}

type Props = { tier: string; place: string; places: PlaceShown[] }

/** Tier and place of a unit. The place is typed; where several have the name, one is chosen. */
export function UnitFields({ tier, place, places }: Props) {
  return (
    <>
      <Select
        name="tier"
        label={m.organisation_tier()}
        options={tiers.map((each) => ({ value: each, label: tierWords[each]() }))}
        value={tier}
      />
      <TextField
        name="place"
        label={m.organisation_place()}
        hint={
          <>
            {m.organisation_place_hint()}{' '}
            <a href="/organisation/places" target="_blank" rel="noreferrer">
              {m.organisation_places_open()}
            </a>
          </>
        }
        value={place}
      />
      {places.length > 0 && (
        <Choices
          name="placeCode"
          type="radio"
          label={m.organisation_place_which()}
          options={places.map(({ code, text, lang }) => ({
            value: code,
            label: <span lang={lang}>{`${text} (${code})`}</span>,
          }))}
        />
      )}
    </>
  )
}
