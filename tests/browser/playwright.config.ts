import { defineConfig } from '@playwright/test'
import { launchOptions } from '#tools/browser.mjs'

// The JSON report goes where PLAYWRIGHT_JSON_OUTPUT_FILE says; whoever starts the runner by hand has no use for it.
const counted = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] !== undefined

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/browser',
  globalSetup: './serve-site.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: counted ? [['dot'], ['json']] : [['list']],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1440, height: 900 },
    // Nothing moves by itself but where a test says so: what a press brings is there at once.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: launchOptions(),
  },
})
