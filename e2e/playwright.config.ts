import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { findChromium } from './src/support/chromium.js';

const { executablePath, args, env } = await findChromium();

/** A limit ends only what will never come: it bears a machine ten times slower, beside other work. What a story waits for is always a thing. */
const UNA_COSA_MS = 5 * 60_000;
const UNA_STORIA_MS = 30 * 60_000;

export default defineConfig({
  testDir: 'src/specs',
  outputDir: '../test-results',
  // Each drives a browser, and all one portal.
  workers: Math.min(availableParallelism(), 4),
  fullyParallel: false,
  retries: 0,
  timeout: UNA_STORIA_MS,
  expect: { timeout: UNA_COSA_MS },
  forbidOnly: true,
  globalSetup: './src/support/global-setup.ts',
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : 'list',
  use: {
    // Set by the global setup, which runs before any worker reads this.
    baseURL: process.env['BASE_URL'] ?? 'http://localhost:0',
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    actionTimeout: UNA_COSA_MS,
    navigationTimeout: UNA_COSA_MS,
    trace: 'retain-on-failure',
    launchOptions: { executablePath, args: [...args], env: { ...(process.env as Record<string, string>), ...env } },
  },
});
