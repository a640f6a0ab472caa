import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { PluginOptions } from '@grafana/plugin-e2e';
import { defineConfig, devices } from '@playwright/test';

/** The system's Chromium: CHROMIUM_PATH, else on the PATH; without one Playwright looks for its own. */
function findChromium(): string | undefined {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)));
  return [process.env.CHROMIUM_PATH ?? '', ...onPath].find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Journeys through the Grafana at GRAFANA_URL; e2e/run.mjs starts them. */
export default defineConfig<PluginOptions>({
  testDir: './e2e',
  outputDir: './coverage/e2e/artifacts',
  // One Grafana and one simulator: what one journey makes, another may meet.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['html', { outputFolder: './coverage/e2e/report', open: 'never' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.GRAFANA_URL,
    viewport: { width: 1600, height: 1000 },
    locale: 'en-US',
    timezoneId: 'Europe/Moscow',
    userPreferences: { language: 'en-US', timezone: 'browser', theme: 'dark' },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] },
    // No session: Grafana exchanges its cookie every ten minutes, and each journey would begin with the first one.
    extraHTTPHeaders: { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` },
  },
});
