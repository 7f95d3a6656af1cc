import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

/**
 * Builds the server into one file below this folder, with its migrations where it looks for them, and returns the file's path.
 * Transpiled anew at each start it takes a second longer, and tests start it a hundred times. It runs on a given PostgreSQL
 * only: from there it cannot resolve the package that brings the embedded one.
 */
export async function bundleServer(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'server/main.ts',
      outDir: join(folder, 'server/store/database'),
      target: 'node20',
      minify: false,
      // What `ws` would use, were it installed.
      rollupOptions: {
        external: ['bufferutil', 'utf-8-validate'],
        output: { entryFileNames: 'main.mjs', inlineDynamicImports: true },
      },
    },
    ssr: { noExternal: true },
  })
  // The library that counts quotas looks for it when it runs.
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  symlinkSync(resolve('node_modules/drizzle-orm'), join(folder, 'node_modules/drizzle-orm'))
  cpSync('server/migrations', join(folder, 'server/migrations'), { recursive: true })
  return join(folder, 'server/store/database/main.mjs')
}
