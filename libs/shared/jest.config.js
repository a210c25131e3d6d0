import base from '../../jest.base.js';

export default {
  ...base,
  rootDir: import.meta.dirname,
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  setupFiles: ['<rootDir>/../../apps/api/testing/ts-hooks.mjs'],
};
