/**
 * A place where tests kill the process, to prove that nothing acknowledged is lost and nothing is half done. Does nothing
 * unless FAULT_POINT names it, which only the fault tests do.
 */
export function faultPoint(name: string): void {
  if (process.env['FAULT_POINT'] === name && process.env['NODE_ENV'] === 'test') process.kill(process.pid, 'SIGKILL');
}
