/**
 * Tests in bare Node: one process after the other takes files, and what one file has loaded the next finds. A world of modules for each file,
 * as Jest makes it by default, cost two fifths of the processor's time. There is no limit to a test but the patience of who runs it: what
 * never comes never ends.
 */
export default {
  testEnvironment: 'node',
  runner: ['jest-light-runner', { runtime: 'child_process' }],
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
};
