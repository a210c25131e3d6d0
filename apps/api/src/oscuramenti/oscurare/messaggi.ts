import { EMAIL_DA_SPEDIRE, OSCURATO, PAROLA_MINIMA } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { ripiegato } from '../../platform/calendar/index.js';
import { fra } from '../../platform/database/fra.js';

/** How words are written where a mail holds them: as they are, in its HTML, in the event of its calendar (RFC 5545). */
type Scrittura = 'testo' | 'html' | 'ics';

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const SPAZI: Readonly<Record<Scrittura, string>> = { testo: '\\s+', html: '\\s+', ics: '(?:\\s|\\\\n)+' };

function scritto(parola: string, come: Scrittura): string {
  const lettere = come === 'html' ? parola.replace(/[&<>"']/g, c => HTML[c] ?? c) : parola;
  const quote = (c: string) => (/\s/.test(c) ? '\\s' : `${come === 'ics' && /[,;\\]/.test(c) ? '\\\\' : ''}\\${c}`);
  return lettere.replace(/[^\p{L}\p{N}]/gu, quote);
}

/** A pattern of the database: the same words, whatever the spaces between them (a mail breaks its lines), never inside a longer word. */
function forma(parola: string, come: Scrittura): string {
  const corpo = parola
    .trim()
    .split(/\s+/)
    .map(p => scritto(p, come))
    .join(SPAZI[come]);
  const prima = come === 'ics' ? '(?:(?<![[:alnum:]])|(?<=\\\\n))' : '(?<![[:alnum:]])';
  return `${/^[\p{L}\p{N}]/u.test(parola) ? prima : ''}${corpo}${/[\p{L}\p{N}]$/u.test(parola) ? '(?![[:alnum:]])' : ''}`;
}

/** The event of a mail in whole lines: a word may be broken over two of them. */
const ICS = `replace(calendario->>'ics', E'\\r\\n ', '')`;

const SENZA = `
  UPDATE email SET subject = regexp_replace(subject, $2, $4, 'gi'), testo = regexp_replace(testo, $2, $4, 'gi'), html = regexp_replace(html, $3, $4, 'gi'),
    calendario = CASE WHEN ${ICS} ~* $5 THEN jsonb_set(calendario, '{ics}', to_jsonb(regexp_replace(${ICS}, $5, $4, 'gi'))) ELSE calendario END
  WHERE ambito_id = $1 AND stato IN ${fra(EMAIL_DA_SPEDIRE)} AND (subject ~* $2 OR testo ~* $2 OR html ~* $3 OR ${ICS} ~* $5)
  RETURNING id, calendario->>'ics' AS ics`;

/** Mails that may still leave, also sent again, go without the words: what has left cannot be taken back. */
export async function oscuraMessaggi(db: EntityManager, ambitoId: string, parole: readonly string[]): Promise<void> {
  const tagliati = new Map<string, string>();
  for (const parola of parole.filter(p => p.length >= PAROLA_MINIMA)) {
    const forme = [forma(parola, 'testo'), forma(parola, 'html'), OSCURATO, forma(parola, 'ics')];
    const [righe] = await db.query<[{ id: string; ics: string | null }[], number]>(SENZA, [ambitoId, ...forme]);
    for (const { id, ics } of righe) if (ics !== null) tagliati.set(id, ripiegato(ics));
  }
  await db.query(
    `UPDATE email e SET calendario = jsonb_set(e.calendario, '{ics}', to_jsonb(c.ics)) FROM unnest($2::uuid[], $3::text[]) AS c (id, ics)
     WHERE e.ambito_id = $1 AND e.id = c.id`,
    [ambitoId, [...tagliati.keys()], [...tagliati.values()]],
  );
}

/** A file that nobody may have any more does not travel with mails that may still leave. */
export async function togliDaiMessaggi(db: EntityManager, ambitoId: string, sha256: string): Promise<void> {
  await db.query(
    `UPDATE email SET files = (SELECT coalesce(jsonb_agg(f), '[]') FROM jsonb_array_elements(files) f WHERE f->>'sha256' <> $2)
     WHERE ambito_id = $1 AND stato IN ${fra(EMAIL_DA_SPEDIRE)} AND files @> jsonb_build_array(jsonb_build_object('sha256', $2::text))`,
    [ambitoId, sha256],
  );
}
