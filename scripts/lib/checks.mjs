import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from './children.mjs';

/** Each check answers with how many things it found right and wrong; a tool that breaks counts as one failure. */
const one = ok => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });
const sum = results =>
  results.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), { passed: 0, failed: 0 });

const PROJECTS = [
  'apps/api/tsconfig.spec.json',
  'libs/shared/tsconfig.spec.json',
  'apps/web/tsconfig.spec.json',
  'e2e/tsconfig.json',
];

export async function checkTypes() {
  const results = [];
  for (const project of PROJECTS)
    results.push(one((await runNode(['node_modules/typescript/bin/tsc', '-p', project, '--noEmit']).ended).ok));
  return sum(results);
}

export async function lint() {
  return one((await runNode(['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0']).ended).ok);
}

export async function jest(project) {
  return counted(async file => {
    const args = [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      '-c',
      `${project}/jest.config.js`,
      '--json',
      `--outputFile=${file}`,
    ];
    const { ok } = await runNode(args).ended;
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const broken = report.testResults.filter(suite => suite.status === 'failed' && suite.assertionResults.length === 0).length;
    const result = { passed: report.numPassedTests, failed: report.numFailedTests + broken + report.numPendingTests };
    return ok || result.failed > 0 ? result : { ...result, failed: 1 };
  });
}

export async function playwright() {
  return counted(async file => {
    const { ok } = await runNode(['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts'], {
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    }).ended;
    const { stats } = JSON.parse(readFileSync(file, 'utf8'));
    const result = { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
    return ok || result.failed > 0 ? result : { ...result, failed: 1 };
  });
}

/** Runs `count` with a file for its report; a report that is missing or empty of tests is a failure, never a pass. */
async function counted(count) {
  const folder = mkdtempSync(join(tmpdir(), 'tavoli-report-'));
  try {
    const result = await count(join(folder, 'report.json'));
    return result.passed + result.failed > 0 ? result : one(false);
  } catch (error) {
    console.error(error);
    return one(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
