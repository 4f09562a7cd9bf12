type Planted = { from: string; imports: string; typesOnly?: true }

/** For each rule of .dependency-cruiser.cjs: a file that breaks it, and what that file imports. */
export const planted: Record<string, Planted> = {
  'ui-shows-what-its-room-presents': {
    from: 'app/talent/ui/types.tsx',
    imports: '#app/env.server.ts',
    typesOnly: true,
  },
  'domain-is-pure': { from: 'app/talent/domain/planted.ts', imports: 'node:fs' },
  'ui-shows-only': { from: 'app/talent/ui/planted.tsx', imports: '#app/env.server.ts' },
  'db-knows-the-domain-alone': {
    from: 'db/talent/planted.server.ts',
    imports: '#app/env.server.ts',
  },
  'tables-stay-in-db': {
    from: 'app/talent/planted.server.ts',
    imports: '#db/talent/tables.server.ts',
  },
  'drizzle-in-db': { from: 'app/labs/planted.server.ts', imports: 'drizzle-orm' },
  'drizzle-through-the-dialect': { from: 'db/talent/direct.server.ts', imports: 'drizzle-orm' },
  'server-files-render-nothing': {
    from: 'app/learning/planted.server.ts',
    imports: '#app/learning/ui/lesson.tsx',
  },
  'routes-keep-to-their-room': {
    from: 'app/talent/routes/planted.tsx',
    imports: '#app/learning/ui/lesson.tsx',
  },
  'nobody-imports-a-route': {
    from: 'app/talent/ui/button.tsx',
    imports: '#app/talent/routes/other.tsx',
  },
  'shared-knows-no-capability': {
    from: 'app/shared/http/planted.ts',
    imports: '#app/talent/domain/fine.ts',
  },
  'entries-use-server-files': { from: 'app/server.ts', imports: '#app/learning/ui/lesson.tsx' },
  'root-uses-the-shell': { from: 'app/root.tsx', imports: '#app/learning/ui/lesson.tsx' },
  'root-server-files-are-the-floor': {
    from: 'app/log.server.ts',
    imports: '#app/talent/match.server.ts',
  },
  'mdx-is-compiled-in-one-place': {
    from: 'app/authoring/planted.server.ts',
    imports: 'mdx-bundler',
  },
  'lucia-in-one-file': { from: 'app/accounts/planted.server.ts', imports: 'lucia' },
  'sandboxes-in-runners': {
    from: 'app/labs/planted-runtime.server.ts',
    imports: '@sqlite.org/sqlite-wasm',
  },
  'processes-started-in-few-places': {
    from: 'app/catalogue/planted.server.ts',
    imports: 'node:child_process',
  },
  'no-cycles': { from: 'app/talent/match.server.ts', imports: './score.server.ts' },
  'product-does-not-need-tests': { from: 'app/reporting/planted.server.ts', imports: 'vitest' },
  'imports-resolve': { from: 'app/reporting/lost.server.ts', imports: './nowhere.ts' },
}

/** Files that break nothing: what the planted ones import, and each way that is allowed. */
export const innocent: Record<string, string[]> = {
  'app/talent/domain/fine.ts': ['zod', '#app/shared/domain/text.ts'],
  'app/shared/domain/text.ts': ['zod'],
  'app/talent/ui/fine.tsx': ['#app/talent/domain/fine.ts', 'react'],
  'app/talent/routes/fine.tsx': [
    '#app/talent/ui/fine.tsx',
    '#app/env.server.ts',
    '#db/talent/queries.server.ts',
  ],
  'app/talent/routes/other.tsx': [],
  'app/learning/ui/lesson.tsx': [],
  'app/env.server.ts': ['zod', 'node:path'],
  'app/talent/score.server.ts': ['./match.server.ts'],
  'app/cli/fine.server.ts': ['#app/env.server.ts', 'node:child_process'],
  'db/dialect/index.ts': ['drizzle-orm'],
  'db/talent/tables.server.ts': ['#db/dialect/index.ts', '#app/talent/domain/fine.ts'],
  'db/talent/queries.server.ts': ['./tables.server.ts'],
  'app/talent/domain/fine.test.ts': ['vitest', 'node:fs'],
}
