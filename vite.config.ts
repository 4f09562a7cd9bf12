import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'

/** Programs that the server build makes beside the web server, sharing its modules. */
const programs = {
  server: 'app/server.ts',
  civic: 'app/cli/civic.ts',
  'lesson-worker': 'app/learning/compile-lesson-worker.ts',
  'check-worker': 'app/authoring/check-worker.ts',
  'roster-worker': 'app/organisation/roster-worker.ts',
}

/** Remix fixes its own entry as the only one; ours import it as `virtual:remix/server-build`. */
function entries(): Plugin {
  return {
    name: 'civic-entries',
    enforce: 'post',
    config(config, { isSsrBuild }) {
      if (!isSsrBuild || !config.build?.rollupOptions) return
      config.build.rollupOptions.input = programs
      config.build.rollupOptions.output = {
        format: 'esm',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
      }
    },
  }
}

/** Scripts of ours for pages that stay plain HTML: no framework is in them. */
const scripts = {
  enhance: 'app/shared/enhance/enhance.ts',
  'sql-workspace': 'app/labs/workspace/sql-workspace.ts',
  'answers-workspace': 'app/labs/workspace/answers-workspace.ts',
  editor: 'app/authoring/editor/editor.ts',
}

/** Adds the scripts to the browser build under names that `scriptUrl` knows. */
function pageScripts(): Plugin {
  let browser = false
  return {
    name: 'civic-page-scripts',
    config(_config, { isSsrBuild, command }) {
      browser = command === 'build' && !isSsrBuild
    },
    buildStart() {
      if (!browser) return
      for (const [name, id] of Object.entries(scripts)) {
        this.emitFile({ type: 'chunk', id, fileName: `scripts/${name}.js` })
      }
    },
  }
}

export default defineConfig({
  base: '/build/',
  plugins: [
    remix({
      ignoredRouteFiles: ['**/*'],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
        // Its /__manifest can be made to block the event loop for seconds (CVE-2026-55685).
        v3_lazyRouteDiscovery: false,
      },
    }),
    entries(),
    pageScripts(),
  ],
  define: { 'import.meta.env.CIVIC_BUILD': JSON.stringify(process.env.CIVIC_BUILD ?? 'dev') },
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: false },
})
