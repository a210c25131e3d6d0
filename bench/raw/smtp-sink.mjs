/** A real SMTP server that takes everything and keeps nothing. */
import { SMTPServer } from 'smtp-server';

process.once('message', () => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData: (stream, _session, done) => stream.resume().once('end', () => done()),
  });
  server.on('error', () => undefined); // a client that ends resets its connections
  server.listen(0, '127.0.0.1', () => process.send({ port: server.server.address().port }));
});
process.once('disconnect', () => process.exit());
