import presets from 'jest-preset-angular/presets/index.js';

/** Angular without zone.js, as ES modules: run with `node --experimental-vm-modules`. */
export default {
  ...presets.createEsmPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' }),
  displayName: 'web',
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/src'],
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
  // The one limit of every test and hook: it ends what never comes, and bears a machine ten times slower.
  testTimeout: 300_000,
};
