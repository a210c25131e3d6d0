import autocannon from 'autocannon';
import { readFileSync } from 'node:fs';

/** Asks one address again and again for a while. @throws where any answer is not the expected one: a fast error is no figure */
export async function press({ port, pid }, path, { headers, connections, seconds, workers }) {
  const before = cpuMs(pid);
  const result = await autocannon({ url: `http://127.0.0.1:${port}${path}`, headers, connections, duration: seconds, workers });
  return judged(result, cpuMs(pid) - before);
}

/** Sends each of the given requests once, so many at a time. */
export async function send({ port, pid }, requests, { connections }) {
  const queue = requests.values();
  const next = request => ({ ...request, ...queue.next().value });
  const before = cpuMs(pid);
  const url = `http://127.0.0.1:${port}`;
  const start = performance.now();
  const result = await autocannon({ url, connections, amount: requests.length, requests: [{ setupRequest: next }] });
  return { ...judged(result, cpuMs(pid) - before), perSecond: requests.length / ((performance.now() - start) / 1000) };
}

function judged(result, cpu) {
  if (result.errors > 0 || result.non2xx > 0 || result['2xx'] === 0)
    throw new Error(`${result.url}: ${result['2xx']} risposte buone, ${result.non2xx} rifiuti, ${result.errors} errori.`);
  const { p99, p50 } = result.latency;
  return { perSecond: result['2xx'] / result.duration, p50, p99, busy: cpu / (result.duration * 1000) };
}

const TICK_MS = 10;

/** Time a process has spent computing, where the system tells it: shows who is the bottleneck. */
function cpuMs(pid) {
  if (process.platform !== 'linux') return NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
