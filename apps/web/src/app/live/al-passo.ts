const PAUSE_MS = 300;
const SPREAD_MS = 2000;
const POLL_MS = 60_000;

/** What the pace of reading depends on. */
export interface Passo {
  readonly reload: () => void;
  /** Whether to read as soon as something changes: for who leads. */
  readonly subito: () => boolean;
  /** Whether the live connection is up. */
  readonly collegato: () => boolean;
  readonly caso: () => number;
  /** Calls `what` once, after so long. @returns how to give it up */
  readonly dopo: (ms: number, what: () => void) => () => void;
}

/**
 * When to read an incontro again: shortly after a change, once for many. Who only follows waits up to two seconds more, at random: the
 * readers of a plenaria must not all ask at once. While the live connection is down, once a minute.
 */
export function alPasso({ reload, subito, collegato, caso, dopo }: Passo): { cambiato(): void; ferma(): void } {
  let annulla: (() => void) | null = null;
  let giro: () => void = () => undefined;
  const cambiato = () => {
    annulla ??= dopo(PAUSE_MS + (subito() ? 0 : caso() * SPREAD_MS), () => {
      annulla = null;
      reload();
    });
  };
  const controlla = () => {
    if (!collegato()) cambiato();
    giro = dopo(POLL_MS, controlla);
  };
  giro = dopo(POLL_MS, controlla);
  return { cambiato, ferma: () => (annulla?.(), giro()) };
}
