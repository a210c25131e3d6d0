import { BlockList, isIP } from 'node:net';
import type { Config } from '../config/config.js';

const REMEMBERED = 100;

const LOOPBACK = blockList([
  ['127.0.0.0', 8],
  ['::1', 128],
]);
const PRIVATE = blockList([
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['fc00::', 7],
  ['fe80::', 10],
]);

/**
 * Judges the `Host` header: the portal's own host; outside production also this machine by name or loopback address; in the demo also
 * private addresses, so that a phone on the same network can open it. An attacker's name that resolves to us (DNS rebinding) is a name,
 * never an address, so it is always refused.
 */
export function hostCheck(config: Config): (host: string | undefined) => boolean {
  const own = new URL(config.publicOrigin).host;
  const accepted = new Set([own]);
  return host => {
    if (host === undefined) return false;
    if (accepted.has(host)) return true;
    if (config.env === 'production' || !isLocal(host, config.demo)) return false;
    if (accepted.size < REMEMBERED) accepted.add(host);
    return true;
  };
}

function isLocal(host: string, alsoPrivate: boolean): boolean {
  const name = hostname(host);
  if (name === 'localhost') return true;
  const family = isIP(name) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(name) === 0) return false;
  return LOOPBACK.check(name, family) || (alsoPrivate && PRIVATE.check(name, family));
}

function hostname(host: string): string {
  return /^(?:\[([0-9a-f:.]+)\]|([^:[\]/?#@]+))(?::\d{1,5})?$/i.exec(host)?.slice(1).find(Boolean)?.toLowerCase() ?? '';
}

function blockList(subnets: readonly (readonly [address: string, prefix: number])[]): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of subnets) list.addSubnet(address, prefix, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return list;
}
