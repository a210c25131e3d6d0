/** The parts of a file that tell what it is, so that a large one is never held in memory. */
export interface Sample {
  readonly head: Buffer;
  readonly tail: Buffer;
  readonly size: number;
}
