import type { NuovoAmbitoInput } from '@tavoli/shared';

type Comune = NuovoAmbitoInput['comuni'][number];

export const VUOTO = {
  slug: '',
  nome: '',
  regione: '',
  capofila: '',
  contatti: { indirizzo: '', email: '', pec: '', telefono: '' },
  /** One comune a line: ISTAT code; name; cadastral code; inhabitants. */
  comuni: '',
  piano: { titolo: '', dal: new Date().getFullYear() + 1, al: new Date().getFullYear() + 3 },
  coordinatore: '',
};

/** The lines of the comuni, as the API takes them; null where a line cannot be read. */
export function parseComuni(text: string): readonly (Comune | null)[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => {
      const [istat = '', nome = '', belfiore = '', abitanti = ''] = line.split(';').map(part => part.trim());
      const valid = /^\d{6}$/.test(istat) && nome !== '' && /^[A-Z]\d{3}$/i.test(belfiore) && /^\d{1,8}$/.test(abitanti);
      return valid ? { istat, nome, belfiore: belfiore.toUpperCase(), abitanti: Number(abitanti) } : null;
    });
}
