import type { BrowserStorage } from '../../ui/browser-storage';

/** A list as somebody wants to find it again: its filters and its order, under a name. */
export interface Vista {
  readonly nome: string;
  /** What its address says after `?`. */
  readonly query: string;
}

/** As many as one finds one’s way among. */
const VISTE_MASSIME = 12;
const VISTE_PREFIX = 'tavoli:viste:';

/** The saved views under one key: what is written is handed back. */
export function visteDi(storage: BrowserStorage, chiave: string) {
  const scrivi = (viste: readonly Vista[]): readonly Vista[] => {
    storage.set(VISTE_PREFIX + chiave, JSON.stringify(viste));
    return viste;
  };
  return {
    leggi: (): readonly Vista[] => lette(storage.get(VISTE_PREFIX + chiave)),
    /** Under a name that is there already, it takes the place of the other; the oldest of too many goes. */
    salva: (viste: readonly Vista[], vista: Vista) => scrivi([...viste.filter(v => v.nome !== vista.nome), vista].slice(-VISTE_MASSIME)),
    togli: (viste: readonly Vista[], nome: string) => scrivi(viste.filter(v => v.nome !== nome)),
  };
}

/** What somebody else has written there is nothing to fail for. */
function lette(testo: string | null): readonly Vista[] {
  try {
    const valore: unknown = JSON.parse(testo ?? '[]');
    return Array.isArray(valore) ? valore.filter(eVista) : [];
  } catch {
    return [];
  }
}

const eVista = (v: unknown): v is Vista =>
  typeof v === 'object' && v !== null && 'nome' in v && 'query' in v && typeof v.nome === 'string' && typeof v.query === 'string';
