import { Injectable } from '@nestjs/common';
import { PIANO, PUBBLICO } from '@tavoli/shared';
import { Commands, type Tx } from '../../platform/commands/commands.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { hold, write } from '../../platform/procedura/hold.js';
import type { Compilato } from './compilatore.js';
import { contaOscuramenti } from './dossier.lettura.js';
import { PIANO_KIND } from '../piano/piano.kind.js';
import { news } from '../../platform/realtime/news.js';

const PRONTO = `
  UPDATE dossier SET stato = 'pronto', avanzamento = 100, passo = 'Pronto', pronto_at = clock_timestamp(), pagine = $2, pdf_sha256 = $3, pdf_bytes = $4, zip_sha256 = $5, zip_bytes = $6, tenuto_fino_at = NULL
  WHERE id = $1 AND stato = 'in_corso' RETURNING id`;

/** Something was blacked out while it was being made: it tells words that nobody may read any more. */
export class Superato extends Error {}

/** Writes what became of a compilation: a draft is one version more, a final one closes the Piano in the same transaction. */
@Injectable()
export class DossierEsito {
  constructor(private readonly commands: Commands) {}

  /** @throws ProblemError `versione.superata`, `piano.stato` when the Piano changed while a final dossier was being made: nothing is written then; Superato */
  async scrivi(c: Compilato): Promise<void> {
    const { lavoro, ambito } = c.letto;
    const ctx = contesto(c);
    await this.commands.run(ctx, lavoro.ambitoId, async tx => {
      // Whoever blacks something out holds the same lock: either it is seen here, or it will find this dossier made.
      await tx.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7274667))', [`oscuramenti ${lavoro.ambitoId}`]);
      if ((await contaOscuramenti(tx.db, lavoro.ambitoId)) !== c.letto.oscuramenti) throw new Superato();
      const [rows] = await tx.db.query<[unknown[], number]>(PRONTO, [
        lavoro.id,
        c.pagine,
        c.pdf.sha256,
        c.pdf.size,
        c.zip.sha256,
        c.zip.size,
      ]);
      if (rows.length === 0) throw new ProblemError('dossier.non_pronto');
      await scriviFile(tx, c);
      if (lavoro.rifatto) await rifatto(tx, c);
      else if (lavoro.finale) await chiudi(tx, ctx, c);
      tx.annuncia(...news(PIANO_KIND, { ambitoId: lavoro.ambitoId, ambitoSlug: ambito.slug }, lavoro.pianoId));
      return null;
    });
  }
}

async function scriviFile(tx: Tx, c: Compilato): Promise<void> {
  const righe = c.letto.allegati.flatMap(a => (c.file.get(a.id) ?? []).map(f => ({ ...f, allegato: a.id })));
  await tx.db.query(
    `INSERT INTO dossier_file (ambito_id, dossier_id, ordine, allegato_id, percorso, titolo, bytes, sha256)
     SELECT $1, $2, f.n, (f.riga->>'allegato')::uuid, f.riga->>'percorso', f.riga->>'titolo', (f.riga->>'bytes')::int, f.riga->>'sha256' FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS f(riga, n)`,
    [tx.ambitoId, c.letto.lavoro.id, JSON.stringify(righe)],
  );
}

/** The step that was asked for when this dossier was. */
async function chiudi(tx: Tx, ctx: RequestContext, c: Compilato): Promise<void> {
  const { lavoro, allegati } = c.letto;
  await hold(tx, ctx, PIANO_KIND, { from: PIANO.chiudi.from });
  await write(tx, ctx, PIANO_KIND, { stato: PIANO.chiudi.to, chiuso_at: lavoro.at });
  await tx.db.query(
    `UPDATE allegato a SET numero = x.numero FROM jsonb_to_recordset($3::jsonb) AS x(id uuid, numero text) WHERE a.ambito_id = $1 AND a.piano_id = $2 AND a.id = x.id`,
    [tx.ambitoId, lavoro.pianoId, JSON.stringify(allegati.map(({ id, numero }) => ({ id, numero })))],
  );
  const impronte = { sha256: c.pdf.sha256, zip: c.zip.sha256, pagine: c.pagine };
  tx.registra('piano.chiudi', 'piano', lavoro.pianoId, { versione: lavoro.versione, ...impronte, allegati: allegati.map(a => a.numero) });
}

/** Tells which fingerprints took the place of those withdrawn: of the dossier and of its archive, and of files that were made anew with it. */
async function rifatto(tx: Tx, { letto: { lavoro }, pdf, zip, pagine }: Compilato): Promise<void> {
  const nati = `SELECT id FROM oscuramento WHERE ambito_id = $1 AND dossier_id = $2`;
  for (const [formato, nuova] of [
    ['pdf', pdf.sha256],
    ['zip', zip.sha256],
  ] as const) {
    await tx.db.query(
      `UPDATE oscuramento_impronta i SET nuova = $3 WHERE i.ambito_id = $1 AND i.oscuramento_id IN (${nati}) AND i.nuova IS NULL
         AND EXISTS (SELECT 1 FROM dossier d WHERE d.ambito_id = $1 AND d.piano_id = $4 AND d.oscurato_at IS NOT NULL AND d.${formato}_sha256 = i.vecchia)`,
      [tx.ambitoId, lavoro.id, nuova, lavoro.pianoId],
    );
  }
  await tx.db.query(
    `INSERT INTO oscuramento_impronta (ambito_id, oscuramento_id, vecchia, nuova, percorso)
     SELECT DISTINCT ON (f.sha256) $1::uuid, (${nati} ORDER BY at LIMIT 1), f.sha256, n.sha256, '/piano' FROM dossier d JOIN piano_di_zona p ON p.ambito_id = d.ambito_id AND p.id = d.piano_id AND p.stato = 'pubblicato'
     JOIN dossier_file f ON f.ambito_id = d.ambito_id AND f.dossier_id = d.id LEFT JOIN dossier_file n ON n.ambito_id = f.ambito_id AND n.dossier_id = $2 AND n.allegato_id = f.allegato_id AND n.percorso = f.percorso
     WHERE d.ambito_id = $1 AND d.piano_id = $3 AND d.finale AND d.oscurato_at IS NOT NULL AND EXISTS (${nati})
       AND NOT EXISTS (SELECT 1 FROM dossier_file x WHERE x.ambito_id = $1 AND x.dossier_id = $2 AND x.sha256 = f.sha256)
       AND NOT EXISTS (SELECT 1 FROM oscuramento_impronta i WHERE i.ambito_id = $1 AND i.vecchia = f.sha256)
       AND NOT EXISTS (SELECT 1 FROM documento_pubblicato u WHERE u.ambito_id = $1 AND u.sha256 = f.sha256) ON CONFLICT DO NOTHING`,
    [tx.ambitoId, lavoro.id, lavoro.pianoId],
  );
  tx.registra('piano.rifai', 'piano', lavoro.pianoId, { versione: lavoro.versione, sha256: pdf.sha256, zip: zip.sha256, pagine });
}

/** In the name of who asked for it, on the version that they saw. */
function contesto({ letto: { lavoro, ambito } }: Compilato): RequestContext {
  const place = {
    kind: 'piano' as const,
    ambitoId: lavoro.ambitoId,
    ambitoSlug: ambito.slug,
    id: lavoro.pianoId,
    stato: null,
    version: null,
    tavoloId: null,
    enteId: null,
  };
  const actor = { ...PUBBLICO, id: lavoro.richiestoDa, nome: lavoro.richiestoNome };
  return {
    actor,
    sessioneId: null,
    requestId: `dossier ${lavoro.id}`,
    network: '',
    place,
    ifMatch: lavoro.pianoVersion,
    idempotency: null,
  };
}
