/** The raw limit of telling many: ws, one send each. A message tells it how many events to send. */
import { WebSocketServer } from 'ws';

process.once('message', () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  server.on('listening', () => process.send({ port: server.address().port }));
  server.on('connection', socket =>
    socket.on('message', data => {
      const { events, payload } = JSON.parse(data);
      for (let i = 0; i < events; i += 1) {
        const text = JSON.stringify({ ...payload, id: String(performance.timeOrigin + performance.now()) });
        for (const client of server.clients) if (client !== socket) client.send(text);
      }
    }),
  );
});
process.once('disconnect', () => process.exit());
