import { useLoaderData } from '@remix-run/react'
import { publicLoader } from '#app/accounts/guard.server.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { listFrameworkSources } from '#db/talent/framework-sources.server.ts'

export const meta = () => [{ title: `${m.shared_sources()} · ${m.shared_product()}` }]

export const loader = publicLoader(async ({ context: { locale } }) => {
  const sources = await listFrameworkSources()
  return sources.map(({ id, title, publisher, edition, licence, attribution, url }) => ({
    id,
    title: inLocale(title, locale),
    publisher: inLocale(publisher, locale),
    edition,
    licence,
    attribution: inLocale(attribution, locale),
    url,
  }))
})

export default function Sources() {
  const sources = useLoaderData<typeof loader>()
  return (
    <article className="measure">
      <h1>{m.shared_sources()}</h1>
      <p>{m.shared_sources_intro()}</p>
      <h2>{m.shared_sources_frameworks()}</h2>
      {sources.length === 0 && <p>{m.shared_sources_none()}</p>}
      {sources.map(({ id, title, publisher, edition, licence, attribution, url }) => (
        <section key={id} id={id}>
          <h3>{title}</h3>
          <dl className="summary">
            <dt>{m.shared_sources_publisher()}</dt>
            <dd>{publisher}</dd>
            <dt>{m.shared_sources_edition()}</dt>
            <dd>{edition}</dd>
            <dt>{m.shared_sources_licence()}</dt>
            <dd>{licence}</dd>
          </dl>
          <p>{attribution}</p>
          {url && (
            <p>
              <a href={url}>{url}</a>
            </p>
          )}
        </section>
      ))}
      <h2>{m.shared_sources_regions()}</h2>
      <p>{m.shared_sources_regions_text()}</p>
      <h2>{m.shared_sources_software()}</h2>
      <p>{m.shared_sources_software_text()}</p>
    </article>
  )
}
