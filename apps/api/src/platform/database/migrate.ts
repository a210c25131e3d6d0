import type { DataSource } from 'typeorm';
import { inLane, MIGRAZIONI } from './lanes.js';
import { openDatabase } from './open.js';
import { grantApplication } from './roles.js';
import { Foundation1700000000001 } from '../../../migrations/0001-foundation.js';
import { Accounts1700000000002 } from '../../../migrations/0002-accounts.js';
import { Incontri1700000000003 } from '../../../migrations/0003-incontri.js';
import { Verbali1700000000004 } from '../../../migrations/0004-verbali.js';
import { Contributi1700000000005 } from '../../../migrations/0005-contributi.js';
import { Elaborati1700000000006 } from '../../../migrations/0006-elaborati.js';
import { Piani1700000000007 } from '../../../migrations/0007-piani.js';
import { Iter1700000000008 } from '../../../migrations/0008-iter.js';
import { VerbaliSeguito1700000000010 } from '../../../migrations/0010-verbali-seguito.js';
import { Ricerca1700000000011 } from '../../../migrations/0011-ricerca.js';
import { Sigilli1700000000012 } from '../../../migrations/0012-sigilli.js';
import { Impegni1700000000013 } from '../../../migrations/0013-impegni.js';
import { PagineLegali1700000000014 } from '../../../migrations/0014-pagine-legali.js';
import { Seguiti1700000000015 } from '../../../migrations/0015-seguiti.js';
import { Documenti1700000000016 } from '../../../migrations/0016-documenti.js';
import { FileCustoditi1700000000017 } from '../../../migrations/0017-file-custoditi.js';
import { Congiunti1700000000019 } from '../../../migrations/0019-congiunti.js';
import { PostiConvocati1700000000020 } from '../../../migrations/0020-posti-convocati.js';
import { Parole1700000000021 } from '../../../migrations/0021-parole.js';
import { Oscuramenti1700000000023 } from '../../../migrations/0023-oscuramenti.js';
import { Accessi1700000000026 } from '../../../migrations/0026-accessi.js';
import { Recapiti1700000000027 } from '../../../migrations/0027-recapiti.js';
import { Ruoli1700000000028 } from '../../../migrations/0028-ruoli.js';
import { Posta1700000000029 } from '../../../migrations/0029-posta.js';
import { ChiResta1700000000030 } from '../../../migrations/0030-chi-resta.js';
import { VerbaliOrari1700000000031 } from '../../../migrations/0031-verbali-orari.js';
import { OscuramentiAltrove1700000000032 } from '../../../migrations/0032-oscuramenti-altrove.js';
import { ChiConta1700000000033 } from '../../../migrations/0033-chi-conta.js';
import { PostiGovernati1700000000034 } from '../../../migrations/0034-posti-governati.js';
import { DimissioniEDecadenze1700000000035 } from '../../../migrations/0035-dimissioni-e-decadenze.js';
import { Integrazioni1700000000036 } from '../../../migrations/0036-integrazioni.js';
import { ModelliOdg1700000000037 } from '../../../migrations/0037-modelli-odg.js';
import { AmbitoCheCambia1700000000038 } from '../../../migrations/0038-ambito-che-cambia.js';
import { Stampati1700000000040 } from '../../../migrations/0040-stampati.js';
import { ProtocolliAtti1700000000042 } from '../../../migrations/0042-protocolli-atti.js';
import { AvvisoAtto1700000000043 } from '../../../migrations/0043-avviso-atto.js';
import { Caricamenti1700000000044 } from '../../../migrations/0044-caricamenti.js';
import { Anticipi1700000000045 } from '../../../migrations/0045-anticipi.js';
import { Integrazioni1700000000046 } from '../../../migrations/0046-integrazioni.js';
import { RuoliAlTavolo1700000000047 } from '../../../migrations/0047-ruoli-al-tavolo.js';
import { PostiDiretti1700000000048 } from '../../../migrations/0048-posti-diretti.js';
import { ElenchiAmmessi1700000000049 } from '../../../migrations/0049-elenchi-ammessi.js';
import { ChiarimentiRettifiche1700000000050 } from '../../../migrations/0050-chiarimenti-rettifiche.js';
import { TavoliPerEnte1700000000051 } from '../../../migrations/0051-tavoli-per-ente.js';
import { TavoliChiusi1700000000052 } from '../../../migrations/0052-tavoli-chiusi.js';
import { IncarichiConAtto1700000000055 } from '../../../migrations/0055-incarichi-con-atto.js';
import { CaricamentiIncarichi1700000000056 } from '../../../migrations/0056-caricamenti-incarichi.js';
import { OscuramentiComposizione1700000000057 } from '../../../migrations/0057-oscuramenti-composizione.js';
import { ParoleCercate1700000000058 } from '../../../migrations/0058-parole-cercate.js';
import { MandatiColPiano1700000000059 } from '../../../migrations/0059-mandati-col-piano.js';
import { Sottogruppi1700000000060 } from '../../../migrations/0060-sottogruppi.js';
import { VociDellAmbito1700000000062 } from '../../../migrations/0062-voci-dell-ambito.js';
import { Visite1700000000065 } from '../../../migrations/0065-visite.js';
import { FiliDiPosta1700000000067 } from '../../../migrations/0067-fili-di-posta.js';
import { CorrezioniDalCollegamento1700000000068 } from '../../../migrations/0068-correzioni-dal-collegamento.js';
import { Osservatori1700000000069 } from '../../../migrations/0069-osservatori.js';
import { MessaggiDiPiuCose1700000000070 } from '../../../migrations/0070-messaggi-di-piu-cose.js';
import { ProposteDiDecadenza1700000000071 } from '../../../migrations/0071-proposte-di-decadenza.js';
import { PuntoDal1700000000072 } from '../../../migrations/0072-punto-dal.js';
import { ProposteDiPunti1700000000073 } from '../../../migrations/0073-proposte-di-punti.js';
import { Disponibilita1700000000074 } from '../../../migrations/0074-disponibilita.js';
import { Segnalazioni1700000000077 } from '../../../migrations/0077-segnalazioni.js';
import { SottogruppiDelPiano1700000000080 } from '../../../migrations/0080-sottogruppi-del-piano.js';
import { LettoriDiElaborati1700000000082 } from '../../../migrations/0082-lettori-di-elaborati.js';
import { DesignazioniDaIntegrare1700000000083 } from '../../../migrations/0083-designazioni-da-integrare.js';
import { RisorseDelleSchede1700000000084 } from '../../../migrations/0084-risorse-delle-schede.js';
import { TempoDeiPunti1700000000086 } from '../../../migrations/0086-tempo-dei-punti.js';
import { Firmatari1700000000087 } from '../../../migrations/0087-firmatari.js';
import { Riesami1700000000088 } from '../../../migrations/0088-riesami.js';
import { RicercaDelleDecisioni1700000000089 } from '../../../migrations/0089-ricerca-delle-decisioni.js';

/** In order; forward only. */
export const MIGRATIONS = [
  Foundation1700000000001,
  Accounts1700000000002,
  Incontri1700000000003,
  Verbali1700000000004,
  Contributi1700000000005,
  Elaborati1700000000006,
  Piani1700000000007,
  Iter1700000000008,
  VerbaliSeguito1700000000010,
  Ricerca1700000000011,
  Sigilli1700000000012,
  Impegni1700000000013,
  PagineLegali1700000000014,
  Seguiti1700000000015,
  Documenti1700000000016,
  FileCustoditi1700000000017,
  Congiunti1700000000019,
  PostiConvocati1700000000020,
  Parole1700000000021,
  Oscuramenti1700000000023,
  Accessi1700000000026,
  Recapiti1700000000027,
  Ruoli1700000000028,
  Posta1700000000029,
  ChiResta1700000000030,
  VerbaliOrari1700000000031,
  OscuramentiAltrove1700000000032,
  ChiConta1700000000033,
  PostiGovernati1700000000034,
  DimissioniEDecadenze1700000000035,
  Integrazioni1700000000036,
  ModelliOdg1700000000037,
  AmbitoCheCambia1700000000038,
  Stampati1700000000040,
  ProtocolliAtti1700000000042,
  AvvisoAtto1700000000043,
  Caricamenti1700000000044,
  Anticipi1700000000045,
  Integrazioni1700000000046,
  RuoliAlTavolo1700000000047,
  PostiDiretti1700000000048,
  ElenchiAmmessi1700000000049,
  ChiarimentiRettifiche1700000000050,
  TavoliPerEnte1700000000051,
  TavoliChiusi1700000000052,
  IncarichiConAtto1700000000055,
  CaricamentiIncarichi1700000000056,
  OscuramentiComposizione1700000000057,
  ParoleCercate1700000000058,
  MandatiColPiano1700000000059,
  Sottogruppi1700000000060,
  VociDellAmbito1700000000062,
  Visite1700000000065,
  FiliDiPosta1700000000067,
  CorrezioniDalCollegamento1700000000068,
  Osservatori1700000000069,
  MessaggiDiPiuCose1700000000070,
  ProposteDiDecadenza1700000000071,
  PuntoDal1700000000072,
  ProposteDiPunti1700000000073,
  Disponibilita1700000000074,
  Segnalazioni1700000000077,
  SottogruppiDelPiano1700000000080,
  LettoriDiElaborati1700000000082,
  DesignazioniDaIntegrare1700000000083,
  RisorseDelleSchede1700000000084,
  TempoDeiPunti1700000000086,
  Firmatari1700000000087,
  Riesami1700000000088,
  RicercaDelleDecisioni1700000000089,
];

/** What a database at the current schema has applied. */
export const migrationNames = (): string[] => MIGRATIONS.map(Migration => new Migration().name);

/** One key for the whole product: any replica that starts meanwhile waits here. */
const LOCK = 7_274_665;

/**
 * Brings the database at `url` to the current schema, and gives the role of `applicationUrl`, where it is another, what it needs. Safe when several
 * processes start at once. @throws Error in Italian when the database is newer than this program, or its role may not change the schema
 */
export async function runMigrations(url: string, applicationUrl: string = url): Promise<void> {
  const source = await openDatabase(url, 'tavoli-migrazioni', { migrations: MIGRATIONS, migrationsTransactionMode: 'each' });
  await inLane('migrazioni', MIGRAZIONI, async () => {
    const lock = source.createQueryRunner();
    try {
      await lock.query(`SET lock_timeout = 0`); // another replica may be migrating, for as long as it takes
      await lock.query('SELECT pg_advisory_lock($1)', [LOCK]);
      await refuseNewer(source);
      await source.runMigrations().catch(notAllowed);
      await grantApplication(source, applicationUrl);
    } finally {
      await lock.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => undefined); // lost with its connection
      await lock.release();
    }
  }).finally(() => source.destroy());
}

function notAllowed(error: unknown): never {
  if ((error as { code?: string }).code !== '42501') throw error;
  throw new Error(
    'il database è da aggiornare, e il ruolo di DATABASE_URL non può farlo: indica in MIGRATION_DATABASE_URL quello che possiede lo schema, qui o eseguendo prima «npm run admin -- migra».',
    { cause: error },
  );
}

/** Who goes back to an older portal must be told, before it writes what the newer one would not understand. @throws Error in Italian */
export async function refuseNewer(db: Pick<DataSource, 'query'>): Promise<void> {
  const [found] = await db.query<{ tabella: string | null }[]>(`SELECT to_regclass('migrations')::text AS tabella`);
  if (found?.tabella == null) return;
  const known = migrationNames();
  const unknown = await db.query<{ name: string }[]>('SELECT name FROM migrations WHERE NOT name = ANY($1) ORDER BY id', [known]);
  if (unknown.length > 0)
    throw new Error(
      `il database è di una versione più recente del portale (passo «${unknown.at(-1)?.name ?? ''}»), che questa non conosce. Installa quella versione, oppure ripristina una copia di sicurezza fatta prima.`,
    );
}
