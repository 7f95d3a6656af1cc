import { defineConfig } from '@playwright/test'
import { leftOut } from '../e2e/whole.ts'

export default defineConfig({
  testDir: '../e2e/journeys',
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
