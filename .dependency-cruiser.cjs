// Who may import whom: the table of the design, one rule a line of it. tests/architecture plants a
// violation of each and sees it found.

/** Tests and what only tests use may look everywhere. */
const test = '\\.test\\.tsx?$|\\.samples\\.ts$'
const rootServer = '^app/(context|env|keys|log|runtime)\\.server\\.ts$'

/** Only files at `home` may import `what`. */
function fence(name, comment, home, what) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: '^(app|db)/', pathNot: [test, ...home] },
    to: { path: what },
  }
}

const packageOf = (names) => `(^|/)node_modules/(${names})/`

const uiFiles = [
  '^app/$1/ui/',
  // A check in a lesson is a question as much as a test's is.
  '^app/assessment/ui/question/',
  '^app/[^/]+/domain/',
  '^app/shared/',
]
const reactPackages = packageOf('react|react-dom|@types/react|@remix-run/react')

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'domain/ imports other domain files and zod: no web, database, Node or clock.',
      severity: 'error',
      from: { path: '^app/[^/]+/domain/', pathNot: test },
      to: { pathNot: ['^app/[^/]+/domain/', packageOf('zod')] },
    },
    {
      name: 'ui-shows-only',
      comment: 'ui/ imports its own ui, any domain, shared/ and React.',
      severity: 'error',
      from: { path: '^app/([^/]+)/ui/', pathNot: test },
      to: { dependencyTypesNot: ['type-only'], pathNot: [...uiFiles, reactPackages] },
    },
    {
      name: 'ui-shows-what-its-room-presents',
      comment: 'Of server files ui/ may know the types of its own presenters, and nothing else.',
      severity: 'error',
      from: { path: '^app/([^/]+)/ui/', pathNot: test },
      to: {
        dependencyTypes: ['type-only'],
        pathNot: [...uiFiles, reactPackages, '^app/$1/[^/]*\\.server\\.ts$'],
      },
    },
    {
      name: 'db-knows-the-domain-alone',
      comment: 'db/ imports db/ and any domain/: the queries decide nothing about the web.',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^app/', pathNot: '^app/[^/]+/domain/' },
    },
    {
      name: 'tables-stay-in-db',
      comment: 'Tables never leave db/: what others get are its queries and commands.',
      severity: 'error',
      from: { path: '^app/', pathNot: test },
      to: { path: '^db/([^/]+/[^/]*tables\\.server\\.ts$|dialect/|migrations/|connect)' },
    },
    fence(
      'drizzle-in-db',
      'SQL is written in db/ alone.',
      ['^db/'],
      packageOf('drizzle-orm|better-sqlite3|pg|@types/pg|@types/better-sqlite3'),
    ),
    {
      name: 'drizzle-through-the-dialect',
      comment: 'Of db/ the connection and the dialect alone know drizzle: all else runs on both engines.',
      severity: 'error',
      from: { path: '^db/', pathNot: [test, '^db/dialect/', '^db/connect[^/]*$'] },
      to: { path: packageOf('drizzle-orm') },
    },
    {
      name: 'server-files-render-nothing',
      comment: '*.server.ts imports domain, shared, db and other server files; never ui.',
      severity: 'error',
      // The compile step renders a lesson's components to static HTML: that is its whole work.
      from: { path: '^app/.*\\.server\\.ts$', pathNot: '^app/learning/compile-lesson' },
      to: { path: '^app/[^/]+/ui/', pathNot: '^app/shared/ui/' },
    },
    {
      name: 'routes-keep-to-their-room',
      comment: 'A route imports its own capability; of others only domain and server files.',
      severity: 'error',
      from: { path: '^app/([^/]+)/routes/' },
      to: {
        path: '^app/',
        pathNot: [
          '^app/$1/',
          '^app/assessment/ui/question/',
          '^app/[^/]+/domain/',
          '^app/shared/',
          '\\.server\\.tsx?$',
        ],
      },
    },
    {
      name: 'nobody-imports-a-route',
      comment: 'Routes are named in routes.ts and imported by no one.',
      severity: 'error',
      from: { path: '^(app|db)/' },
      to: { path: '^app/[^/]+/routes/' },
    },
    {
      name: 'shared-knows-no-capability',
      comment: 'shared/ imports no capability, no settings and no database.',
      severity: 'error',
      from: { path: '^app/shared/', pathNot: test },
      to: { path: '^(app|db)/', pathNot: '^app/shared/' },
    },
    {
      name: 'entries-use-server-files',
      comment: 'cli/, server.ts and entry.* import server files, db, shared and domain.',
      severity: 'error',
      from: { path: '^app/(cli/.*|server|entry\\.[a-z]+)\\.tsx?$', pathNot: test },
      to: {
        path: '^(app|db)/',
        pathNot: [
          '\\.server\\.tsx?$',
          '^app/shared/',
          '^app/[^/]+/domain/',
          '^app/cli/',
          '^app/server\\.ts$',
        ],
      },
    },
    {
      name: 'root-uses-the-shell',
      comment: 'root.tsx imports server files, shared and the shell.',
      severity: 'error',
      from: { path: '^app/root\\.tsx$' },
      to: {
        path: '^(app|db)/',
        pathNot: ['\\.server\\.tsx?$', '^app/shared/', '^app/[^/]+/domain/', '^app/shell/ui/'],
      },
    },
    {
      name: 'root-server-files-are-the-floor',
      comment: 'Settings, keys, log and context stand below every capability but accounts.',
      severity: 'error',
      from: { path: rootServer },
      to: { path: '^app/', pathNot: [rootServer, '^app/shared/', '^app/[^/]+/domain/'] },
    },
    fence(
      'mdx-is-compiled-in-one-place',
      'mdx-bundler runs what authors write: only the compile step, behind the gate, may.',
      ['^app/learning/compile-lesson'],
      packageOf('mdx-bundler|gray-matter|@mdx-js/[a-z]+'),
    ),
    fence(
      'lucia-in-one-file',
      'Lucia is at its end of life; one file knows it.',
      ['^app/accounts/session\\.server\\.ts$'],
      packageOf('lucia'),
    ),
    fence(
      'sandboxes-in-runners',
      'A runtime for learners’ code is a runner.',
      ['^app/labs/runners/'],
      packageOf('@sqlite\\.org/sqlite-wasm|quickjs-emscripten[^/]*|just-bash|pyodide'),
    ),
    fence(
      'processes-started-in-few-places',
      'Only the sandbox, the lessons’ gate and compiler and the command line start processes.',
      ['^app/labs/runners/', '^app/learning/(worker-process|gate-deadline)', '^app/cli/'],
      '^(node:)?(child_process|worker_threads|vm|cluster)$',
    ),
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one, or have a third between them.',
      severity: 'error',
      from: { path: '^(app|db|tests)/' },
      to: { circular: true },
    },
    {
      name: 'product-does-not-need-tests',
      comment: 'app/ and db/ import nothing of tests/ and nothing that only development installs.',
      severity: 'error',
      from: { path: '^(app|db)/', pathNot: test },
      to: { path: '^tests/|(^|/)node_modules/(vitest|fast-check|@playwright)/' },
    },
    {
      name: 'imports-resolve',
      comment: 'What is imported exists.',
      severity: 'error',
      from: { path: '^(app|db|tests)/' },
      to: { couldNotResolve: true, pathNot: '^virtual:|^mdx-bundler' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^app/shared/i18n/paraglide/' },
    exclude: { path: '\\.css\\?url' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
