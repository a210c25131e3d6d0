import { hasCode } from './files.js';

/** Whether the number is in use: also by a zombie, or by a stranger that got it later. */
export function processExists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}
