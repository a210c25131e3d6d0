let arrived = 0;

/**
 * A place where tests kill the process, to prove that nothing acknowledged is lost and nothing is half done. Does nothing
 * unless FAULT_POINT names it, which only the fault tests do. Where FAULT_ARRIVALS (a count) is there too, the first ones wait here for
 * the last, and all die together.
 */
export async function faultPoint(name: string): Promise<void> {
  if (process.env['FAULT_POINT'] !== name || process.env['NODE_ENV'] !== 'test') return;
  arrived += 1;
  if (arrived >= Number(process.env['FAULT_ARRIVALS'] ?? 1)) process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
}
