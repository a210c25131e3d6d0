import type { FotoElaborato, ImprontaOscurata, TipoFileOscurabile } from '@tavoli/shared';
import { impronta } from '../../elaborati/elaborato/foto.js';
import type { Tx } from '../../platform/commands/commands.js';
import type { Archivio } from '../oscurare/archivio.js';
import { Cambiato } from '../oscurare/oscurabile.js';
import type { FilePubblico } from './index.js';
import type { Sostituto } from './sostituti.service.js';

/** Puts the new file in the place of the old one; of simple kinds wherever those same bytes are. @returns further fingerprints that changed */
type Scrittura = (tx: Tx, prima: FilePubblico, nuovo: Sostituto | null, at: Date, archivio: Archivio) => Promise<ImprontaOscurata[]>;

const semplice =
  (tabella: 'incontro_file' | 'avviso_file' | 'contributo_file'): Scrittura =>
  async (tx, prima, nuovo, _at, archivio) => {
    const uguali = 'ambito_id = $1 AND sha256 = $2';
    const righe = await tx.db.query<unknown[]>(`SELECT id, nome FROM ${tabella} WHERE ${uguali} FOR UPDATE`, [tx.ambitoId, prima.sha256]);
    if (righe.length === 0) return [];
    archivio.tieni(tabella, { righe });
    if (nuovo === null) await tx.db.query(`DELETE FROM ${tabella} WHERE ${uguali}`, [tx.ambitoId, prima.sha256]);
    else {
      const tipo = tabella === 'contributo_file' ? ', media_type = $6' : '';
      await tx.db.query(`UPDATE ${tabella} SET nome = $3, bytes = $4, sha256 = $5${tipo} WHERE ${uguali}`, [
        tx.ambitoId,
        prima.sha256,
        nuovo.nome,
        nuovo.bytes,
        nuovo.sha256,
        ...(tipo === '' ? [] : [nuovo.mediaType]),
      ]);
    }
    return [];
  };

const elaborato: Scrittura = async (tx, prima, nuovo, at, archivio) => {
  const [riga] = await tx.db.query<{ foto: FotoElaborato; sha256: string }[]>(
    'SELECT foto, sha256 FROM elaborato_accoglimento WHERE ambito_id = $1 AND elaborato_id = $2 AND pdf_sha256 = $3 FOR UPDATE',
    [tx.ambitoId, prima.id, prima.sha256],
  );
  if (!riga || nuovo === null) throw new Cambiato();
  const file = { nome: nuovo.nome, bytes: nuovo.bytes, sha256: nuovo.sha256 };
  const foto = { ...riga.foto, file };
  const { sha256 } = impronta(foto);
  archivio.tieni('elaborato_accoglimento', { elaborato_id: prima.id, foto: riga.foto });
  await tx.db.query(
    'UPDATE elaborato_accoglimento SET foto = $3, sha256 = $4, pdf_sha256 = $5, bytes = $6, oscurato_at = $7 WHERE ambito_id = $1 AND elaborato_id = $2',
    [tx.ambitoId, prima.id, JSON.stringify(foto), sha256, nuovo.sha256, nuovo.bytes, at],
  );
  await tx.db.query('UPDATE elaborato SET file = $3, version = version + 1 WHERE ambito_id = $1 AND id = $2', [
    tx.ambitoId,
    prima.id,
    JSON.stringify(file),
  ]);
  return [{ vecchia: riga.sha256, nuova: sha256 }];
};

const allegato: Scrittura = async (tx, prima, nuovo) => {
  if (nuovo === null) throw new Cambiato();
  await tx.db.query('UPDATE allegato SET file = $3 WHERE ambito_id = $1 AND id = $2', [
    tx.ambitoId,
    prima.id,
    JSON.stringify({ nome: nuovo.nome, bytes: nuovo.bytes, sha256: nuovo.sha256 }),
  ]);
  return [];
};

const atto: Scrittura = async (tx, prima, nuovo) => {
  const file = nuovo === null ? null : JSON.stringify({ nome: nuovo.nome, bytes: nuovo.bytes, sha256: nuovo.sha256 });
  await tx.db.query('UPDATE atto SET file = $3, version = version + 1 WHERE ambito_id = $1 AND id = $2', [tx.ambitoId, prima.id, file]);
  return [];
};

const firmato: Scrittura = async (tx, prima, nuovo, at) => {
  if (nuovo === null)
    await tx.db.query('UPDATE piano_firmato SET oscurato_at = $3 WHERE ambito_id = $1 AND id = $2', [tx.ambitoId, prima.id, at]);
  else
    await tx.db.query('UPDATE piano_firmato SET nome = $3, bytes = $4, sha256 = $5 WHERE ambito_id = $1 AND id = $2', [
      tx.ambitoId,
      prima.id,
      nuovo.nome,
      nuovo.bytes,
      nuovo.sha256,
    ]);
  return [];
};

export const SCRITTURE: Readonly<Record<TipoFileOscurabile, Scrittura>> = {
  file_incontro: semplice('incontro_file'),
  file_avviso: semplice('avviso_file'),
  file_contributo: semplice('contributo_file'),
  file_elaborato: elaborato,
  file_piano: allegato,
  file_firmato: firmato,
  file_atto: atto,
};
