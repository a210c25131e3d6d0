import { Lru } from '../ssr/cache/lru.js';

interface Kept {
  readonly pdf: Buffer;
  readonly bytes: number;
}

interface Flight {
  readonly pdf: Promise<Buffer>;
  waiting: number;
  leave: () => void;
}

const MOST = 500;
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * Documents by their content: asked for again while being made, they are waited for together; those that anybody may take are kept, so
 * that a hundred requests make one. What all have stopped waiting for leaves the line.
 */
export class KeptDocuments {
  private readonly kept = new Lru<Kept>(MOST, MOST_BYTES);
  private readonly flights = new Map<string, Flight>();

  /**
   * @param who those who wait together: an office never waits for what a visitor began
   * @param keep whether anybody may take it
   * @param make begins to make it; it is handed where to leave what takes it out of the line
   * @param onGone calls back when this one stops waiting
   */
  async of(
    { key, who, keep }: { key: string; who: string; keep: boolean },
    make: (until: (leave: () => void) => void) => Promise<Buffer>,
    onGone: (gone: () => void) => void,
  ): Promise<Buffer> {
    const found = this.kept.get(key);
    if (found !== undefined) return found.pdf;
    const flight = this.flights.get(`${who} ${key}`) ?? this.depart({ key, who, keep }, make);
    flight.waiting += 1;
    onGone(() => {
      flight.waiting -= 1;
      if (flight.waiting === 0) flight.leave();
    });
    return flight.pdf;
  }

  private depart(
    { key, who, keep }: { key: string; who: string; keep: boolean },
    make: (until: (leave: () => void) => void) => Promise<Buffer>,
  ): Flight {
    let leave = (): void => undefined;
    const pdf = make(how => (leave = how));
    const flight: Flight = { pdf, waiting: 0, leave: () => leave() };
    const name = `${who} ${key}`;
    this.flights.set(name, flight);
    const landed = (): void => void this.flights.delete(name);
    pdf.then(made => {
      landed();
      if (keep) this.kept.set(key, { pdf: made, bytes: made.length });
    }, landed);
    return flight;
  }
}
