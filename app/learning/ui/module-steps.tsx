import { m } from '#app/shared/i18n/messages.ts'

type Module = { href: string; title: string; here: boolean; done: boolean }

/** The modules of the course beside a lesson, with where one is and what is completed. */
export function ModuleSteps({ modules }: { modules: Module[] }) {
  return (
    <aside>
      <nav aria-label={m.learning_modules()}>
        <ol className="steps">
          {modules.map(({ href, title, here, done }) => (
            <li
              key={href}
              className={[done && 'done', here && 'here'].filter(Boolean).join(' ') || undefined}
              aria-current={here ? 'step' : undefined}
            >
              <span>
                <a href={href}>{title}</a>
                {done && <span className="visually-hidden"> {m.learning_done()}</span>}
              </span>
            </li>
          ))}
        </ol>
      </nav>
    </aside>
  )
}
