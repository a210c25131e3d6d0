import { LANES, type Lane } from '../http/asking.js';

/** How many may wait in each lane: a stranger who asks for hundreds fills only theirs. */
export type LaneBounds = Readonly<Record<Lane, number>>;

interface Turn {
  readonly work: () => Promise<void>;
}

/** After so many turns of better lanes the one that waited for longest has its own: nobody waits for ever. */
const PATIENT_TURNS = 8;

/** Does one thing at a time, the office's first. */
export class Lanes {
  private readonly waiting: Record<Lane, Set<Turn>> = { ufficio: new Set(), persone: new Set(), pubblico: new Set() };
  private running = false;
  private passedOver = 0;

  constructor(private readonly bounds: LaneBounds) {}

  /** How many wait in a lane, the one that is being done not counted. */
  in(lane: Lane): number {
    return this.waiting[lane].size;
  }

  /**
   * Waits for its turn in the lane, then works.
   * @param until is handed what leaves the line again (nothing happens once the work has begun)
   * @returns null at once when the lane is full
   */
  join<T>(lane: Lane, work: () => Promise<T>, until: (leave: () => void) => void): Promise<T> | null {
    const line = this.waiting[lane];
    if (line.size >= this.bounds[lane]) return null;
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const turn: Turn = { work: () => work().then(resolve, reject) };
    line.add(turn);
    until(() => void (line.delete(turn) && reject(new Abandoned())));
    if (!this.running) void this.run();
    return promise;
  }

  private async run(): Promise<void> {
    this.running = true;
    for (let turn = this.next(); turn !== undefined; turn = this.next()) await turn.work();
    this.running = false;
  }

  private next(): Turn | undefined {
    const lanes = LANES.filter(lane => this.waiting[lane].size > 0);
    const lane = this.passedOver >= PATIENT_TURNS ? lanes.at(-1) : lanes[0];
    if (lane === undefined) return undefined;
    this.passedOver = lanes.length > 1 && lane === lanes[0] ? this.passedOver + 1 : 0;
    const [turn] = this.waiting[lane];
    if (turn !== undefined) this.waiting[lane].delete(turn);
    return turn;
  }
}

/** Nobody waits for it any more. */
export class Abandoned extends Error {
  constructor() {
    super('Nobody waits for it any more');
  }
}
