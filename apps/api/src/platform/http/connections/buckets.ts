import type { Config } from '../../config/config.js';
import { networksOf } from '../network.js';

/** How much a network may ask for: `burst` at once, then `perSecond`. Each wider network it stands in may ask for four times as much. */
export interface BucketRate {
  readonly burst: number;
  readonly perSecond: number;
}

/** What the configuration lets one address ask for at once comes back in half a minute. */
export const rateOf = ({ burstPerAddress }: Pick<Config, 'burstPerAddress'>): BucketRate => ({
  burst: burstPerAddress,
  perSecond: burstPerAddress / 30,
});

const WIDER = 4;
/** Networks remembered at once; the one unused for longest is forgotten, and starts anew. */
const REMEMBERED = 20_000;

interface Bucket {
  level: number;
  at: number;
}

/** Token buckets by network, of this process alone: they keep one visitor from taking what all have, and guard no secret. */
export class Buckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly rate: BucketRate,
    private readonly now: () => number = () => performance.now() / 1000,
  ) {}

  /** Takes `cost` for a request from `ip`. @returns 0, or the seconds after which it may be asked again (then nothing is taken) */
  take(ip: string, cost = 1): number {
    const filled = networksOf(ip).map((network, width) => this.fill(network, WIDER ** width));
    const wait = Math.max(...filled.map(({ bucket, speed }) => (cost - bucket.level) / (this.rate.perSecond * speed)));
    if (wait > 0) return wait;
    for (const { bucket } of filled) bucket.level -= cost;
    return 0;
  }

  get size(): number {
    return this.buckets.size;
  }

  private fill(network: string, speed: number): { readonly bucket: Bucket; readonly speed: number } {
    const now = this.now();
    const bucket = this.buckets.get(network) ?? { level: this.rate.burst * speed, at: now };
    bucket.level = Math.min(this.rate.burst * speed, bucket.level + (now - bucket.at) * this.rate.perSecond * speed);
    bucket.at = now;
    this.buckets.delete(network); // a Map remembers the order of insertion
    this.buckets.set(network, bucket);
    if (this.buckets.size > REMEMBERED) this.buckets.delete(this.buckets.keys().next().value ?? '');
    return { bucket, speed };
  }
}
