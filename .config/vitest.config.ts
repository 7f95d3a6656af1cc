import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const shared = { root: fileURLToPath(new URL('..', import.meta.url)), environment: 'node' as const, allowOnly: false }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['shared/**/*.test.{ts,tsx}', 'extension/**/*.test.{ts,tsx}', '.config/*.test.ts'],
        },
      },
      {
        // Each file has a real PostgreSQL: one file at a time.
        test: { ...shared, name: 'server', include: ['server/**/*.test.ts'], fileParallelism: false },
      },
    ],
  },
})
