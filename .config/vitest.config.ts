import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const shared = {
  root: fileURLToPath(new URL('..', import.meta.url)),
  environment: 'node' as const,
  allowOnly: false,
  testTimeout: 0,
  hookTimeout: 0,
  // Importing everything anew for each file takes as long as a third of the tests. A test leaves no global changed behind it.
  isolate: false,
  unstubGlobals: true,
  alias: { 'webextension-polyfill': fileURLToPath(new URL('browser-in-tests.ts', import.meta.url)) },
}

export default defineConfig({
  test: {
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: [
            'shared/**/*.test.{ts,tsx}',
            'extension/**/*.test.{ts,tsx}',
            'e2e/pages/*.test.ts',
            'verify/*.test.ts',
            '.config/**/*.test.ts',
          ],
        },
      },
      {
        // On a real PostgreSQL that all share, each file in a database of its own.
        test: {
          ...shared,
          name: 'server',
          include: ['server/**/*.test.ts', 'tests/headless/*.test.ts', 'tests/hostile-server/*.test.ts'],
          globalSetup: ['server/testing/global-setup.ts'],
        },
      },
    ],
  },
})
