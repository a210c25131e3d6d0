import { join } from 'node:path';

const workspace = join(import.meta.dirname, '../..');

/** Run with `node --experimental-vm-modules`: NestJS 12 is ESM only. */
export default {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{src,testing}/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
      },
    ],
  },
  moduleNameMapper: {
    '^@tavoli/shared$': join(workspace, 'libs/shared/src/index.ts'),
    // Our imports name the `.js` that the compiler will make; packages have theirs already.
    '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1.ts'],
  },
  globalSetup: '<rootDir>/testing/jest-global-setup.ts',
  globalTeardown: '<rootDir>/testing/jest-global-teardown.ts',
  setupFiles: ['<rootDir>/testing/jest-setup.ts'],
  // The one limit of every test and hook: it ends what never comes, and bears a machine ten times slower.
  testTimeout: 1_200_000,
  // Most of the time a worker waits for the database, or for a process that it is about to kill.
  maxWorkers: '100%',
};
