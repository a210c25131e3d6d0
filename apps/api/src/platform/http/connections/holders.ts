import { networksOf } from '../network.js';
import { securityEvent } from '../../ops/security-events.js';

const WIDER = 4;
/** One line of the log for a network that goes on asking. */
const SILENCE_MS = 60_000;
const REMEMBERED = 1000;

/** How many of something each network holds at once; each wider network it stands in may hold four times as many. */
export class Holders {
  private readonly held = new Map<string, number>();
  private readonly told = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** Takes one for `ip`. @returns what gives it back (once), or null where its network holds all that it may */
  take(ip: string): (() => void) | null {
    const networks = networksOf(ip);
    if (networks.some((network, width) => (this.held.get(network) ?? 0) >= this.most * WIDER ** width)) {
      this.tell(ip, networks[0]);
      return null;
    }
    for (const network of networks) this.held.set(network, (this.held.get(network) ?? 0) + 1);
    let given = false;
    return () => {
      if (!given) networks.forEach(network => this.giveBack(network));
      given = true;
    };
  }

  /** Networks that hold something now. */
  get size(): number {
    return this.held.size;
  }

  private giveBack(network: string): void {
    const left = (this.held.get(network) ?? 1) - 1;
    if (left > 0) this.held.set(network, left);
    else this.held.delete(network);
  }

  private tell(ip: string, network: string): void {
    const now = performance.now();
    if (now - (this.told.get(network) ?? -SILENCE_MS) < SILENCE_MS) return;
    if (this.told.size >= REMEMBERED) this.told.clear();
    this.told.set(network, now);
    securityEvent('connessioni.troppe', ip);
  }
}
