import type { ServerResponse } from 'node:http';

/** How many wait for what: a page that all have gone away from need not be made. */
export class Waiting {
  private readonly counts = new Map<string, number>();

  /** One more waits for `key`, until the returned function is called or the connection is gone. */
  enter(key: string, response: ServerResponse): () => void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    let left = false;
    const leave = (): void => {
      if (left) return;
      left = true;
      const others = (this.counts.get(key) ?? 1) - 1;
      if (others > 0) this.counts.set(key, others);
      else this.counts.delete(key);
    };
    response.once('close', leave);
    return leave;
  }

  any(key: string): boolean {
    return this.counts.has(key);
  }
}
