import { defineConfig } from '@playwright/test'
import { leftOut } from '../tests/whole.ts'

/** The files that take longest go first, so that no worker is left alone with one at the end. */
const longest = ['worker-death', 'one-time-code-journey', 'save-offer', 'failures', 'witness', 'lock'].map(
  (name) => `**/${name}.spec.ts`,
)

export default defineConfig({
  testDir: '../e2e/journeys',
  projects: [
    { name: 'longest', testMatch: longest },
    { name: 'journeys', testIgnore: longest },
  ],
  grepInvert: leftOut,
  globalSetup: '../server/testing/global-setup.ts',
  outputDir: '../test-results',
  workers: 2,
  forbidOnly: true,
  // Journeys wait for a state; what they assert on time, they measure themselves.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
})
