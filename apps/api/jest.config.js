import base from '../../jest.base.js';

export default {
  ...base,
  rootDir: import.meta.dirname,
  testMatch: ['<rootDir>/{src,testing}/**/*.spec.ts'],
  globalSetup: '<rootDir>/testing/jest-global-setup.ts',
  globalTeardown: '<rootDir>/testing/jest-global-teardown.ts',
  setupFiles: ['<rootDir>/testing/nest-hooks.mjs', '<rootDir>/testing/jest-setup.ts'],
  // Most of the time a worker waits for the database, or for a process that it is about to kill.
  maxWorkers: '100%',
};
