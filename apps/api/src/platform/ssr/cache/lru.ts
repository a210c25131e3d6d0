/** What is stored, with its weight. */
export interface Weighed {
  readonly bytes: number;
}

/** Keeps what was used last, within a number and a weight. */
export class Lru<V extends Weighed> {
  private readonly items = new Map<string, V>();
  private weight = 0;

  constructor(
    private readonly maxItems: number,
    private readonly maxBytes: number,
  ) {}

  get size(): number {
    return this.items.size;
  }

  get bytes(): number {
    return this.weight;
  }

  get(key: string): V | undefined {
    const item = this.items.get(key);
    if (item === undefined) return undefined;
    this.items.delete(key); // a Map remembers the order of insertion: the first is the one unused for longest
    this.items.set(key, item);
    return item;
  }

  set(key: string, item: V): void {
    this.delete(key);
    if (item.bytes > this.maxBytes) return;
    this.items.set(key, item);
    this.weight += item.bytes;
    for (const oldest of this.items.keys()) {
      if (this.items.size <= this.maxItems && this.weight <= this.maxBytes) return;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    this.weight -= this.items.get(key)?.bytes ?? 0;
    this.items.delete(key);
  }

  deleteWhere(matches: (item: V) => boolean): void {
    for (const [key, item] of this.items) if (matches(item)) this.delete(key);
  }

  clear(): void {
    this.items.clear();
    this.weight = 0;
  }
}
