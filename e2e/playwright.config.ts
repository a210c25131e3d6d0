import { defineConfig } from '@playwright/test';
import { findChromium } from './src/support/chromium.js';

const { executablePath, args, env } = await findChromium();

export default defineConfig({
  testDir: 'src/specs',
  outputDir: '../test-results',
  workers: 3,
  fullyParallel: false,
  retries: 0,
  timeout: 60_000,
  forbidOnly: true,
  globalSetup: './src/support/global-setup.ts',
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : 'list',
  use: {
    // Set by the global setup, which runs before any worker reads this.
    baseURL: process.env['BASE_URL'] ?? 'http://localhost:0',
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    trace: 'retain-on-failure',
    launchOptions: { executablePath, args: [...args], env: { ...(process.env as Record<string, string>), ...env } },
  },
});
