import autocannon from 'autocannon';
import { readFileSync } from 'node:fs';

/** Asks one address again and again for a while. @throws where any answer is not the expected one: a fast error is no figure */
export async function press({ port, pid }, path, { headers, connections, seconds, workers }) {
  const before = cpuMs(pid);
  const result = await autocannon({ url: `http://127.0.0.1:${port}${path}`, headers, connections, duration: seconds, workers });
  demandGood(result);
  const { latency, duration } = result;
  return {
    perSecond: result['2xx'] / duration,
    p50: latency.p50,
    p99: latency.p99,
    busy: (cpuMs(pid) - before) / (duration * 1000),
  };
}

/** Sends each of the given requests once, so many at a time; timed from the first to the last answer, not by the ticks of the load generator. */
export async function send({ port, pid }, requests, { connections }) {
  const queue = requests.values();
  const latencies = [];
  let last = 0;
  let after = 0;
  const before = cpuMs(pid);
  const start = performance.now();
  const { promise, resolve, reject } = Promise.withResolvers();
  const setupRequest = request => ({ ...request, ...queue.next().value });
  const options = { url: `http://127.0.0.1:${port}`, connections, amount: requests.length, requests: [{ setupRequest }] };
  const load = autocannon(options, (error, result) => (error ? reject(error) : resolve(result)));
  load.on('response', (_client, _status, _bytes, ms) => {
    last = performance.now();
    latencies.push(ms);
    if (latencies.length === requests.length) after = cpuMs(pid);
  });
  demandGood(await promise);
  const ms = last - start;
  return {
    perSecond: (requests.length / ms) * 1000,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    busy: (after - before) / ms,
  };
}

function demandGood(result) {
  if (result.errors > 0 || result.non2xx > 0 || result['2xx'] === 0)
    throw new Error(`${result.url}: ${result['2xx']} good answers, ${result.non2xx} refusals, ${result.errors} errors.`);
}

const percentile = (numbers, p) => numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * p))];

const TICK_MS = 10;

/** Time a process has spent computing, where the system tells it: shows who is the bottleneck. */
function cpuMs(pid) {
  if (process.platform !== 'linux') return NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
