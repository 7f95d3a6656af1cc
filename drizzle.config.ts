import { defineConfig } from 'drizzle-kit'

// `npx drizzle-kit generate` writes the next migration; the server applies them at start.
export default defineConfig({ dialect: 'postgresql', schema: './server/store/schema.ts', out: './server/migrations' })
