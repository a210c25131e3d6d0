/** Many open pages in one process: counts what all of them hear, and how long after it was sent. */
import { io } from 'socket.io-client';
import WebSocket from 'ws';

let [heard, wanted] = [0, 0];
const times = [];

/** The instant of sending travels in the id of the event. */
function hear(event) {
  const last = performance.timeOrigin + performance.now();
  heard += 1;
  times.push(last - Number(event.id));
  if (heard === wanted) process.send({ last, times: times.splice(0) });
}

function open({ kind, port, headers }) {
  const { promise, resolve, reject } = Promise.withResolvers();
  if (kind === 'ws') {
    new WebSocket(`ws://127.0.0.1:${port}`)
      .once('open', resolve)
      .once('error', reject)
      .on('message', data => hear(JSON.parse(data)));
  } else {
    const socket = io(`http://127.0.0.1:${port}`, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: headers,
    });
    socket.once('connect', resolve).once('connect_error', reject).on('cambiato', hear);
  }
  return promise;
}

process.once('message', async task => {
  for (let i = 0; i < task.count; i += 50) await Promise.all(Array.from({ length: Math.min(50, task.count - i) }, () => open(task)));
  process.on('message', ({ events }) => {
    [heard, wanted] = [0, events * task.count];
    process.send({ ready: true });
  });
  process.send({ open: task.count });
});
process.once('disconnect', () => process.exit());
