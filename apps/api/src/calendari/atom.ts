import { formatDataOra } from '@tavoli/shared';
import type { Novita } from './calendari.queries.js';
import { escapeMarkup } from '../platform/http/markup.js';

const TITOLI: Readonly<Record<Novita['tipo'], string>> = {
  convocazione: 'Convocato',
  integrazione: 'Aggiornato',
  spostamento: 'Spostato',
  annullamento: 'Annullato',
  avviso: 'Nuovo avviso',
};

const escape = (text: string): string => escapeMarkup(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));

export interface Notiziario {
  readonly titolo: string;
  readonly origin: string;
  /** Paths of the feed itself and of the page it follows. */
  readonly percorso: string;
  readonly pagina: string;
  readonly novita: readonly Novita[];
}

/** The news of a tavolo as Atom (RFC 4287): twenty lines of one shape, not worth a dependency. */
export function atom({ titolo, origin, percorso, pagina, novita }: Notiziario): string {
  const updated = (novita[0]?.at ?? new Date(0)).toISOString();
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="it">
<id>${origin}${percorso}</id>
<title>${escape(titolo)}</title>
<updated>${updated}</updated>
<author><name>Tavoli Tematici</name></author>
<link rel="self" type="application/atom+xml" href="${origin}${percorso}"/>
<link rel="alternate" type="text/html" href="${origin}${pagina}"/>
${novita.map(n => entry(n, origin)).join('')}</feed>
`;
}

function entry(n: Novita, origin: string): string {
  const when = n.inizioAt === null ? '' : ` (${formatDataOra(n.inizioAt)})`;
  const why = n.motivazione === null ? '' : `<summary>${escape(`Motivo: ${n.motivazione}`)}</summary>\n`;
  return `<entry>
<id>urn:tavoli-tematici:${n.id}</id>
<title>${escape(`${TITOLI[n.tipo]}: ${n.titolo}${when}`)}</title>
<updated>${n.at.toISOString()}</updated>
<link href="${origin}${n.percorso}"/>
${why}</entry>
`;
}
