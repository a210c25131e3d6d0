import { Injectable } from '@nestjs/common';
import { PIANO, PUBBLICO } from '@tavoli/shared';
import { Commands, type Tx } from '../platform/commands/commands.js';
import type { RequestContext } from '../platform/commands/context.js';
import { transition } from '../platform/commands/transition.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { annunciPiano } from './annunci.js';
import type { Compilato } from './compilatore.js';

const PRONTO = `
  UPDATE dossier SET stato = 'pronto', avanzamento = 100, passo = 'Pronto', pronto_at = clock_timestamp(), pagine = $2, pdf_sha256 = $3, pdf_bytes = $4, zip_sha256 = $5, zip_bytes = $6, tenuto_fino_at = NULL
  WHERE id = $1 AND stato = 'in_corso' RETURNING id`;

/** Writes what became of a compilation: a draft is one version more, a final one closes the Piano in the same transaction. */
@Injectable()
export class DossierEsito {
  constructor(private readonly commands: Commands) {}

  /** @throws ProblemError `versione.superata`, `piano.stato` when the Piano changed while a final dossier was being made: nothing is written then */
  async scrivi(c: Compilato): Promise<void> {
    const { lavoro, ambito } = c.letto;
    const ctx = contesto(c);
    await this.commands.run(ctx, lavoro.ambitoId, async tx => {
      const [rows] = await tx.db.query<[unknown[], number]>(PRONTO, [lavoro.id, c.pagine, c.pdf.sha256, c.pdf.size, c.zip.sha256, c.zip.size]);
      if (rows.length === 0) throw new ProblemError('dossier.non_pronto');
      await scriviFile(tx, c);
      if (lavoro.finale) await chiudi(tx, ctx, c);
      tx.annuncia(...annunciPiano(lavoro.ambitoId, ambito.slug, lavoro.pianoId));
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

async function chiudi(tx: Tx, ctx: RequestContext, c: Compilato): Promise<void> {
  const { lavoro, allegati } = c.letto;
  await transition(tx, ctx, { table: 'piano_di_zona', transitions: PIANO, azione: 'chiudi', motivazione: null, set: { chiuso_at: lavoro.at } });
  await tx.db.query(
    `UPDATE allegato a SET numero = x.numero FROM jsonb_to_recordset($3::jsonb) AS x(id uuid, numero text) WHERE a.ambito_id = $1 AND a.piano_id = $2 AND a.id = x.id`,
    [tx.ambitoId, lavoro.pianoId, JSON.stringify(allegati.map(({ id, numero }) => ({ id, numero })))],
  );
  const impronte = { sha256: c.pdf.sha256, zip: c.zip.sha256, pagine: c.pagine };
  tx.registra('piano.chiudi', 'piano', lavoro.pianoId, { versione: lavoro.versione, ...impronte, allegati: allegati.map(a => a.numero) });
}

/** In the name of who asked for it, on the version that they saw. */
function contesto({ letto: { lavoro, ambito } }: Compilato): RequestContext {
  const place = { kind: 'piano' as const, ambitoId: lavoro.ambitoId, ambitoSlug: ambito.slug, id: lavoro.pianoId, stato: null, version: null, tavoloId: null, enteId: null };
  const actor = { ...PUBBLICO, id: lavoro.richiestoDa, nome: lavoro.richiestoNome };
  return { actor, sessioneId: null, requestId: `dossier ${lavoro.id}`, network: '', place, ifMatch: lavoro.pianoVersion, idempotency: null };
}
