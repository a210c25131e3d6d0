import { crc32, deflateRawSync } from 'node:zlib';
import type { CaricamentoView, FormatoTabella, Problem, RigheCaricateView, TipoCaricamento } from '@tavoli/shared';
import type { World } from '../app.js';
import { newKey } from '../client.js';
import { multipart } from '../multipart.js';
import type { Persona } from '../scenario.js';
import { nuovoCodiceFiscale } from './enti.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;
export type Caricamento = CaricamentoView & Problem;

/** Enti that enter as verified, and by which act. */
export const VERIFICATI = { messaggi: 'nessuno', statoEnti: 'verificato', atto: 'dal registro precedente, atto n. 12 del 2024' };

export const TESTATA = 'Ente;Natura;CF;Indirizzo;CAP;Comune;Prov;Email;Telefono;Nome;Cognome;CF legale rappresentante;Aree';
/** A row of `TESTATA`. */
export const ente = (nome: string, cf = nuovoCodiceFiscale(), altro: { natura?: string; cap?: string } = {}) =>
  `${nome};${altro.natura ?? 'Cooperativa sociale'};${cf};Via di Prova 1;${altro.cap ?? '87064'};Rossano;cs;${cf}@prova.test;0983 123456;Prova;Legale;RSSMRA85T10A562S;`;
export const csv = (...dati: string[]) => [TESTATA, ...dati].join('\r\n');

/** What a spec of imports does, in the world and the ambito of its own. */
export function importare(world: () => World, base: () => Base) {
  const at = (path = '') => `/ambiti/${base().ambito.slug}/caricamenti${path}`;
  async function carica(tipo: TipoCaricamento, file: Buffer | string, chi: Persona = base().coordinatore, nome = 'tabella.csv') {
    const [body, { headers }] = multipart(nome, Buffer.from(file), 'text/csv');
    return world()
      .as(chi)
      .send<Caricamento>('POST', at(`?tipo=${tipo}`), body, { key: newKey(), headers });
  }
  const passo = (k: CaricamentoView, azione: 'esegui' | 'annulla', input: object = { messaggi: 'nessuno' }, chi = base().coordinatore) =>
    world()
      .as(chi)
      .post<Caricamento>(at(`/${k.id}/azioni/${azione}`), input, { version: k.version });
  const righe = async (k: CaricamentoView, esito = '') =>
    (
      await world()
        .as(base().coordinatore)
        .get<RigheCaricateView>(at(`/${k.id}/righe${esito && `?esito=${esito}`}`))
    ).body;
  const esporta = async (tipo: TipoCaricamento, formato: FormatoTabella) =>
    (
      await world()
        .as(base().coordinatore)
        .get(at(`/esportazione?tipo=${tipo}&formato=${formato}`))
    ).raw;
  const quanti = async (sql: string) =>
    (await world().db.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${sql}`, [base().ambito.id]))[0]?.n;
  const enti = () => quanti('ente WHERE ambito_id = $1');
  /** What the examples of the templates speak of. */
  async function mondoDegliEsempi(tipo: TipoCaricamento) {
    await world().db.query(`UPDATE tavolo SET nome = 'Famiglia e minori' WHERE id = $1`, [base().tavolo.id]);
    await world().scenario.avviso(base().ambito, [base().tavolo]);
    if (tipo === 'enti') return;
    const { raw } = await world().as(base().coordinatore).get(at('/modello?tipo=enti'));
    await passo((await carica('enti', raw)).body, 'esegui', VERIFICATI);
  }
  return { at, carica, passo, righe, esporta, quanti, enti, mondoDegliEsempi };
}

/** A ZIP of packed parts, by its directory. */
export function archivio(parti: Readonly<Record<string, Buffer>>): Buffer {
  const [pezzi, indice]: [Buffer[], Buffer[]] = [[], []];
  let da = 0;
  for (const [nome, contenuto] of Object.entries(parti)) {
    const dati = deflateRawSync(contenuto);
    const testa = Buffer.alloc(30 + nome.length);
    testa.writeUInt32LE(0x04034b50, 0);
    testa.writeUInt16LE(nome.length, 26);
    testa.write(nome, 30);
    const voce = Buffer.alloc(46 + nome.length);
    voce.writeUInt32LE(0x02014b50, 0);
    voce.writeUInt16LE(8, 10);
    voce.writeUInt32LE(crc32(contenuto), 16);
    voce.writeUInt32LE(dati.length, 20);
    voce.writeUInt16LE(nome.length, 28);
    voce.writeUInt32LE(da, 42);
    voce.write(nome, 46);
    pezzi.push(testa, dati);
    indice.push(voce);
    da += testa.length + dati.length;
  }
  const fine = Buffer.alloc(22);
  fine.writeUInt32LE(0x06054b50, 0);
  fine.writeUInt16LE(indice.length, 10);
  fine.writeUInt32LE(da, 16);
  return Buffer.concat([...pezzi, ...indice, fine]);
}
