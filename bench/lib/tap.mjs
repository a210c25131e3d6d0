/**
 * Preloaded in a copy of the product that is never measured: tells the parent process, for each request served, which statements it
 * caused. Background work belongs to no request, and is not told.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { Server } from 'node:http';
import pg from 'pg';

const current = new AsyncLocalStorage();

const { emit } = Server.prototype;
Server.prototype.emit = function (event, request, response) {
  if (event !== 'request') return emit.apply(this, arguments);
  const told = { path: request.url, statements: [] };
  response.once('finish', () => process.send({ ...told, status: response.statusCode }));
  return current.run(told, () => emit.apply(this, arguments));
};

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (statement, values) {
  const text = typeof statement === 'string' ? statement : statement?.text;
  const given = Array.isArray(values) ? values : statement?.values;
  if (text !== undefined) current.getStore()?.statements.push({ text, values: given?.map(plain) });
  return query.apply(this, arguments);
};

/** What can travel to another process and mean the same to PostgreSQL. */
function plain(value) {
  const travels =
    value === undefined ||
    value === null ||
    typeof value !== 'object' ||
    Array.isArray(value) ||
    Buffer.isBuffer(value) ||
    value instanceof Date;
  return travels ? value : JSON.stringify(value);
}
