/** Who waits, by network: each network has its turn once before any has it again; within a network who came first goes first. */
export class Turns {
  /** In the order of the turns. */
  private readonly lines = new Map<string, (() => void)[]>();
  size = 0;

  add(network: string, go: () => void): void {
    const line = this.lines.get(network);
    if (line === undefined) this.lines.set(network, [go]);
    else line.push(go);
    this.size += 1;
  }

  /** Whose turn it is; their network goes behind the others. */
  next(): (() => void) | undefined {
    const [first] = this.lines;
    if (first === undefined) return undefined;
    const [network, line] = first;
    this.lines.delete(network);
    const go = line.shift();
    if (line.length > 0) this.lines.set(network, line);
    this.size -= 1;
    return go;
  }
}
