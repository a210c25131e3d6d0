import { OSCURATO, PAROLA_MINIMA } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';

const scritto = (html: boolean, parola: string): string =>
  html ? parola.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;') : parola;

/** A pattern of the database: the same words, whatever the spaces between them (a mail breaks its lines), never inside a longer word. */
function forma(parola: string, html: boolean): string {
  const corpo = parola
    .trim()
    .split(/\s+/)
    .map(p => scritto(html, p).replace(/[^\p{L}\p{N}]/gu, c => (/\s/.test(c) ? '\\s' : `\\${c}`)))
    .join('\\s+');
  return `${/^[\p{L}\p{N}]/u.test(parola) ? '(?<![[:alnum:]])' : ''}${corpo}${/[\p{L}\p{N}]$/u.test(parola) ? '(?![[:alnum:]])' : ''}`;
}

/** Mails that have not left yet go without the words: what has left cannot be taken back. */
export async function oscuraMessaggi(db: EntityManager, ambitoId: string, parole: readonly string[]): Promise<void> {
  for (const parola of parole.filter(p => p.length >= PAROLA_MINIMA)) {
    await db.query(
      `UPDATE email SET subject = regexp_replace(subject, $2, $4, 'gi'), testo = regexp_replace(testo, $2, $4, 'gi'), html = regexp_replace(html, $3, $4, 'gi')
       WHERE ambito_id = $1 AND stato = 'in_coda' AND (subject ~* $2 OR testo ~* $2 OR html ~* $3)`,
      [ambitoId, forma(parola, false), forma(parola, true), OSCURATO],
    );
  }
}

/** A file that nobody may have any more does not travel with mails that have not left yet. */
export async function togliDaiMessaggi(db: EntityManager, ambitoId: string, sha256: string): Promise<void> {
  await db.query(
    `UPDATE email SET files = (SELECT coalesce(jsonb_agg(f), '[]') FROM jsonb_array_elements(files) f WHERE f->>'sha256' <> $2)
     WHERE ambito_id = $1 AND stato = 'in_coda' AND files @> jsonb_build_array(jsonb_build_object('sha256', $2::text))`,
    [ambitoId, sha256],
  );
}
