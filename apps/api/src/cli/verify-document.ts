import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { formatDataOra, type DocumentoSigillato } from '@tavoli/shared';
import type { DataSource } from 'typeorm';
import { iso } from '../platform/http/json-view.js';
import { difetto, type SigilliTenuti } from '../platform/registro/sigillo.js';

/** What is said of a file, and whether it is one that was published. */
export interface Esito {
  readonly autentico: boolean;
  readonly frase: string;
}

const NON_NOSTRO: Esito = {
  autentico: false,
  frase: 'Non è un documento pubblicato qui: può essere un altro file, oppure una copia cambiata.',
};

async function impronta(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** `nome`: its title where it is known; sigilli know where it was published. */
const autentico = (nome: string, { pubblicatoAt }: DocumentoSigillato, prova: string): Esito => ({
  autentico: true,
  frase: `È autentico: ${nome}, pubblicato ${formatDataOra(new Date(pubblicatoAt))}. ${prova}`,
});

/** Looks a file up among those published by the portal on this database. */
export async function cercaNelDatabase(file: string, db: DataSource): Promise<Esito> {
  const sha256 = await impronta(file);
  const [found] = await db.query<(DocumentoSigillato & { titolo: string; sigillo: number | null })[]>(
    `SELECT d.sha256, d.titolo, d.percorso, ${iso('d.at')} AS "pubblicatoAt", s.numero AS sigillo FROM documento_pubblicato d
     LEFT JOIN sigillo_documento s ON s.ambito_id = d.ambito_id AND s.sha256 = d.sha256 WHERE d.sha256 = $1 LIMIT 1`,
    [sha256],
  );
  if (!found) return (await sostituito(db, sha256)) ?? NON_NOSTRO;
  return autentico(
    `«${found.titolo}»`,
    found,
    found.sigillo === null ? 'Il sigillo di quel giorno non è ancora stato fatto.' : `Sta nel sigillo n. ${found.sigillo}.`,
  );
}

/** Of a file that held personal data, and was replaced or taken away since it was published. */
async function sostituito(db: DataSource, sha256: string): Promise<Esito | null> {
  const [row] = await db.query<{ at: Date; nuova: string | null }[]>(
    `SELECT o.at, i.nuova FROM oscuramento_impronta i JOIN oscuramento o ON o.ambito_id = i.ambito_id AND o.id = i.oscuramento_id WHERE i.vecchia = $1 ORDER BY o.at DESC LIMIT 1`,
    [sha256],
  );
  if (!row) return null;
  return {
    autentico: false,
    frase: `È stato sostituito ${formatDataOra(row.at)} perché conteneva dati personali.${row.nuova === null ? '' : ` L’impronta di quello che ne ha preso il posto: ${row.nuova}.`}`,
  };
}

/** Sigilli are signed and stay as they were: one of before knows nothing of what was replaced after. */
const SENZA_DOPO =
  'I sigilli dicono che fu pubblicato, non se dopo è stato sostituito perché conteneva dati personali: lo dice la pagina «Verifica» del portale.';

/**
 * Looks a file up in exported sigilli: needs nothing but the two files. Who wants to be sure whose sigilli they are compares the
 * fingerprint of the key, or demands it with `chiave`.
 */
export async function cercaNeiSigilli(file: string, sigilli: string, chiave: string | undefined): Promise<Esito> {
  const exported = JSON.parse(await readFile(sigilli, 'utf8')) as SigilliTenuti;
  const wrong = difetto(exported);
  if (wrong !== null) return { autentico: false, frase: `I sigilli non tornano: ${wrong}.` };
  const sha256 = await impronta(file);
  for (const { dichiarazione, chiave: usata } of exported.sigilli) {
    const found = dichiarazione.documenti.find(d => d.sha256 === sha256);
    if (found && chiave !== undefined && chiave !== usata)
      return { autentico: false, frase: `Il sigillo n. ${dichiarazione.numero} è firmato con un’altra chiave: ${usata}.` };
    if (found)
      return autentico(
        `il documento della pagina ${found.percorso}`,
        found,
        `Sta nel sigillo n. ${dichiarazione.numero} del ${dichiarazione.giorno}, firmato con la chiave ${usata}. ${SENZA_DOPO}`,
      );
  }
  return NON_NOSTRO;
}
