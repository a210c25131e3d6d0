import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runNode } from './children.mjs';

/**
 * Each check answers with how many things it found right and wrong, with the names of those that are wrong, and with how long each of its
 * parts took (seconds); a tool that breaks counts as one failure.
 */
const one = (ok, name, seconds) => ({
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  wrong: ok ? [] : [name],
  times: seconds ? [{ name, seconds }] : [],
});
const sum = results => ({
  passed: results.reduce((n, r) => n + r.passed, 0),
  failed: results.reduce((n, r) => n + r.failed, 0),
  wrong: results.flatMap(r => r.wrong),
  times: results.flatMap(r => r.times),
});

const PROJECTS = ['apps/api/tsconfig.spec.json', 'libs/shared/tsconfig.spec.json', 'apps/web/tsconfig.spec.json', 'e2e/tsconfig.json'];

export async function checkTypes() {
  const results = [];
  for (const project of PROJECTS) results.push(await tool(project, ['node_modules/typescript/bin/tsc', '-p', project, '--noEmit']));
  return sum(results);
}

export async function lint() {
  return sum([
    await tool('eslint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0']),
    await tool('prettier', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  ]);
}

async function tool(name, args) {
  const start = performance.now();
  const { ok } = await runNode(args).ended;
  return one(ok, name, (performance.now() - start) / 1000);
}

/** Those that run in Node as it is; a browser that is pretended needs modules of its own. */
const BARE = new Set(['apps/api', 'libs/shared']);

export async function jest(project) {
  return counted(async file => {
    const args = [
      ...(BARE.has(project) ? [] : ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning']),
      'node_modules/jest/bin/jest.js',
      '-c',
      `${project}/jest.config.js`,
      '--json',
      `--outputFile=${file}`,
    ];
    const { ok } = await runNode(args).ended;
    return settled(ok, project, jestResult(JSON.parse(readFileSync(file, 'utf8'))));
  });
}

export async function playwright() {
  return counted(async file => {
    const { ok } = await runNode(['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts'], {
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    }).ended;
    return settled(ok, 'e2e', playwrightResult(JSON.parse(readFileSync(file, 'utf8'))));
  });
}

/** A tool that ends badly without a failure of its own (a leak, a crash at the end) is a failure all the same. */
const settled = (ok, name, result) => (ok || result.failed > 0 ? result : { ...result, failed: 1, wrong: [`${name}: ended badly`] });

function jestResult(report) {
  const files = report.testResults.map(({ name, status, startTime, endTime, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const wrong = assertionResults.filter(test => !['passed', 'todo'].includes(test.status)).map(test => `${file} › ${test.fullName}`);
    const broken = status === 'failed' && assertionResults.length === 0 ? [file] : [];
    return { wrong: [...broken, ...wrong], time: { name: file, seconds: (endTime - startTime) / 1000 } };
  });
  const wrong = files.flatMap(file => file.wrong);
  return { passed: report.numPassedTests, failed: wrong.length, wrong, times: files.map(file => file.time) };
}

function playwrightResult({ suites, stats }) {
  const specs = suite => [...suite.specs, ...(suite.suites ?? []).flatMap(specs)];
  const stories = suites.flatMap(specs).map(spec => ({ ...spec, name: `${spec.file}:${spec.line} › ${spec.title}` }));
  const seconds = story => story.tests.flatMap(test => test.results).reduce((ms, result) => ms + result.duration, 0) / 1000;
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped,
    wrong: stories.filter(story => story.tests.some(test => test.status !== 'expected')).map(story => story.name),
    times: stories.map(story => ({ name: story.name, seconds: seconds(story) })),
  };
}

/** Runs `count` with a file for its report; a report that is missing or empty of tests is a failure, never a pass. */
async function counted(count) {
  const folder = mkdtempSync(join(tmpdir(), 'tavoli-report-'));
  try {
    const result = await count(join(folder, 'report.json'));
    return result.passed + result.failed > 0 ? result : one(false, 'a report without tests');
  } catch (error) {
    console.error(error);
    return one(false, 'a report that is not there');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
