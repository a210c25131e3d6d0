import type { SollecitoInput } from '@tavoli/shared';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails } from '../platform/email/mails.js';
import type { Trovata } from './mancanze.queries.js';

export const MAILS = mails('sollecito', {
  inviato: { to: 'chi deve fare la cosa che manca', when: 'chi guarda il cruscotto lo manda, con le sue parole' },
});

/** One mail to each who can be written to. */
export function emailSollecito(
  { mancanza, riga, chi }: Trovata,
  input: SollecitoInput,
  id: string,
  ambitoId: string,
  slug: string,
): EmailDraft[] {
  if (mancanza.manca.sollecito === undefined) return [];
  const path = `/${slug}/${(mancanza.manca.collegamento ?? mancanza.percorso)(riga)}`;
  return chi.flatMap(({ name, address }) =>
    address === null
      ? []
      : [
          {
            chiave: `sollecito.${mancanza.tipo}:${id}:${address}`,
            tipo: MAILS.inviato.tipo,
            to: { name, address },
            subject: input.oggetto,
            paragraphs: input.testo.split(/\n+/).filter(p => p.trim() !== ''),
            action: { label: 'Apri la pagina', path },
            about: { ambitoId, tipo: 'sollecito', id, tavoloId: riga.tavolo?.id ?? null },
          },
        ],
  );
}
