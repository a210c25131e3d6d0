import { BLOB_STORE, type BlobStore } from '../../../src/platform/storage/blob-store.js';
import type { World } from '../../app.js';
import type { Persona } from '../../scenario.js';
import { UN_PDF } from '../../scenario/piani.js';
import type { Mondo } from './mondo.js';

/** Through every way in which the words of one thing come near another: each with canaries in place. */
export async function usa({ db }: World, { una, passo, cast, ambito }: Mondo): Promise<void> {
  const coordinatore = cast.people.coordinatore as Persona;
  const contributo = (id: string, azione: string, body: object) =>
    passo(coordinatore, 'contributo', id, `/contributi/${id}/azioni/${azione}`, body);
  const [tavolo] = await db.query<{ id: string }[]>('SELECT id FROM tavolo WHERE ambito_id = $1 ORDER BY codice DESC LIMIT 1', [ambito.id]);
  const motivazione = 'Dice la stessa cosa di un altro.';
  await passo(coordinatore, 'contributo', una('contributo', 'rinviato'), `/contributi/${una('contributo', 'rinviato')}/spostamenti`, {
    tavoloId: tavolo?.id,
    motivazione,
  });
  await contributo(una('contributo', 'pubblicato'), 'unisci', { principaleId: una('contributo', 'in_esame'), motivazione });
  await contributo(una('contributo', 'in_moderazione'), 'unisci', { principaleId: una('contributo', 'accolto'), motivazione });
  const approvato = una('verbale', 'approvato');
  await passo(coordinatore, 'verbale', approvato, `/verbali/${approvato}/azioni/pubblica`, { avvisiVisti: true });
  for (const { id } of await db.query<{ id: string }[]>(
    `SELECT id FROM elaborato WHERE ambito_id = $1 AND stato = 'consegnato' ORDER BY id`,
    [ambito.id],
  ))
    await passo(coordinatore, 'elaborato', id, `/elaborati/${id}/azioni/accogli`);
}

/** What the scenario published has a fingerprint and no file: a dossier is made of the files. */
export async function conBytes({ app, db }: World): Promise<void> {
  const store = app.get<BlobStore>(BLOB_STORE, { strict: false });
  const { sha256, size } = await store.put(UN_PDF, { maxBytes: UN_PDF.length });
  for (const [tabella, colonna] of [
    ['verbale_pubblicazione', 'sha256'],
    ['elaborato_accoglimento', 'pdf_sha256'],
  ] as const)
    for (const { impronta } of await db.query<{ impronta: string }[]>(`SELECT DISTINCT ${colonna} AS impronta FROM ${tabella}`))
      if (!(await store.has(impronta)))
        await db.query(`UPDATE ${tabella} SET ${colonna} = $2, bytes = $3 WHERE ${colonna} = $1`, [impronta, sha256, size]);
}
