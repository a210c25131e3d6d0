import { BlockList, isIP } from 'node:net';
import type { Config } from '../config/config.js';

const MAPPED = /^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i;

/**
 * Whether an address may say for whom it asks (`X-Forwarded-For`, `X-Request-Id`). `hop` counts from the connection itself, 0. Without a list only who
 * connects is believed, once: what stands further left was written by the client.
 */
export function trusted(trustProxy: Config['trustProxy']): (address: string | undefined, hop: number) => boolean {
  if (typeof trustProxy === 'boolean') return (_address, hop) => trustProxy && hop < 1;
  const list = new BlockList();
  for (const network of trustProxy) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return address => {
    const plain = address?.replace(MAPPED, '') ?? '';
    return isIP(plain) !== 0 && list.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
  };
}
