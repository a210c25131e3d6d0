import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../../config/config.js';
import { ProblemError } from '../../problem/problem.error.js';
import { sendProblem } from '../../problem/problem.filter.js';
import { Holders } from './holders.js';
import { trusted } from '../trust.js';

/**
 * No network may hold all the connections: those over its share are closed before a byte of them is read. Behind a proxy every connection
 * is the proxy's, so there the requests under way are counted, by the address that it tells.
 */
export function boundConnections(fastify: FastifyInstance, config: Config): void {
  const isProxy = trusted(config.trustProxy);
  boundSockets(fastify.server, new Holders(config.connectionsPerAddress), address => isProxy(address, 0));
  if (config.trustProxy !== false) boundRequests(fastify, new Holders(config.connectionsPerAddress));
}

function boundSockets(server: Server, sockets: Holders, isProxy: (address: string | undefined) => boolean): void {
  server.on('connection', (socket: Socket) => {
    if (isProxy(socket.remoteAddress)) return;
    const release = sockets.take(socket.remoteAddress ?? '');
    if (release === null) socket.destroy();
    else socket.once('close', release);
  });
}

function boundRequests(fastify: FastifyInstance, requests: Holders): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const release = requests.take(request.ip);
    if (release === null) return sendProblem(reply, request.id, new ProblemError('richiesta.troppe', { retryAfter: 5 }));
    reply.raw.once('close', release).once('finish', release);
    done();
  });
}
