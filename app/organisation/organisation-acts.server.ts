import { data } from '@remix-run/node'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { type FormState, fieldsOf, parseForm } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import type {
  OrganisationFailure,
  OrganisationText,
} from '#db/organisation/organisation-commands.server.ts'
import { findPlaces, type Place } from '#db/organisation/regions.server.ts'
import type { OrganisationKind, Tier } from './domain/organisation.ts'
import { type OrganisationForm, organisationForm } from './organisation.form.ts'
import { sayPlace } from './place-words.server.ts'

/** A form shown again, with the places to choose from when one was not enough. */
export type OrganisationState = FormState & {
  places: { code: string; text: string; lang: 'zh-CN' | undefined }[]
}

const mostPlaces = 30

const failures = {
  'tier-above-parent': () => ({ tier: m.organisation_tier_above() }),
  retired: () => ({ form: m.organisation_parent_retired() }),
  'name-taken': () => ({ nameZh: m.organisation_name_taken() }),
  'has-people': () => ({ form: m.organisation_has_people() }),
  'has-parts': () => ({ form: m.organisation_has_parts() }),
} satisfies Record<Exclude<OrganisationFailure, 'not-found'>, () => Record<string, string>>

/** Answers a form that cannot be accepted. */
export function refuse(errors: Record<string, string>, form: FormData, places: Place[] = []) {
  const { key: _, ...values } = fieldsOf(form)
  const shown = places.map((place) => ({ code: place.code, ...sayPlace(place) }))
  return data<OrganisationState>({ errors, values, places: shown }, { status: 422 })
}

/** Why a command refused, beside the field that mends it. */
export function refuseFailure(failure: Exclude<OrganisationFailure, 'not-found'>, form: FormData) {
  return refuse(failures[failure](), form)
}

/** The place of a form: chosen from a list, or typed as a code or a name that only one place has. */
async function placeOf(given: OrganisationForm): Promise<Result<string, Place[]>> {
  const { place = '', placeCode } = given
  const [chosen] = placeCode ? await findPlaces(placeCode, 1) : []
  // A choice made for an earlier text does not count once the text is another.
  if (chosen && (place === '' || chosen.code === place || chosen.trail.includes(place))) {
    return ok(chosen.code)
  }
  const found = await findPlaces(place, mostPlaces)
  const [only, another] = found
  return only && !another ? ok(only.code) : fail(found)
}

type Given = OrganisationText & { kind: OrganisationKind }

/**
 * The form checked, with its place found. `kept` is what a department takes from its unit, so that
 * its form need not ask.
 */
export async function readOrganisationForm(
  form: FormData,
  kept: { tier: Tier; regionCode: string; kind?: OrganisationKind },
): Promise<Result<Given, ReturnType<typeof refuse>>> {
  const parsed = parseForm(organisationForm, form)
  if (!parsed.ok) return fail(refuse(parsed.error, form))
  const { nameZh, nameEn, tier } = parsed.value
  const kind = kept.kind ?? parsed.value.kind
  const name = { 'zh-CN': nameZh, en: nameEn || nameZh }
  if (kind === 'department') return ok({ ...kept, kind, name })
  const place = await placeOf(parsed.value)
  if (!place.ok) {
    const none = place.error.length === 0
    const error = none ? m.organisation_place_unknown() : m.organisation_place_choose()
    return fail(refuse({ place: error }, form, place.error))
  }
  return ok({ kind, name, tier: tier ?? kept.tier, regionCode: place.value })
}
