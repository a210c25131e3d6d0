import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { CONSERVAZIONE, OSSERVATORI_FINITI } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { fra } from '../platform/database/fra.js';
import { deleteInBatches, updateInBatches } from '../platform/jobs/batches.js';
import { Jobs } from '../platform/jobs/jobs.js';

const prima = (cosa: keyof typeof CONSERVAZIONE): string => `$1::timestamptz - interval '${CONSERVAZIONE[cosa].giorni} days'`;
const INDIRIZZO = `'cancellata-' || id || '@persona.invalid'`;
const finito = (table: string): string =>
  `EXISTS (SELECT 1 FROM incontro n WHERE n.ambito_id = ${table}.ambito_id AND n.id = ${table}.incontro_id AND n.fine_at < ${prima('inviti')})`;

/** What is deleted when its time is over, but for what `accounts.housekeeping.ts` and `contributi/orologio/orologio.service.ts` delete: in which table, how, and of which rows. */
const PULIZIE: Readonly<Record<string, readonly [table: string, set: string | null, where: string]>> = {
  messaggi: ['email', `subject = '', testo = '', html = ''`, `creata_at < ${prima('messaggi')} AND html <> ''`],
  recapiti: [
    'rappresentante',
    `email = ${INDIRIZZO}, telefono = NULL, dimissioni_testo = NULL, segreto_hash = NULL`,
    `email NOT LIKE '%@persona.invalid' AND EXISTS (SELECT 1 FROM mandato m WHERE m.ambito_id = rappresentante.ambito_id AND m.rappresentante_id IN (rappresentante.id, rappresentante.continua_id) AND m.al < ${prima('recapiti')})
      AND NOT EXISTS (SELECT 1 FROM mandato m WHERE m.ambito_id = rappresentante.ambito_id AND m.rappresentante_id IN (rappresentante.id, rappresentante.continua_id) AND (m.al IS NULL OR m.al >= ${prima('recapiti')}))`,
  ],
  inviti: ['invitato', `email = ${INDIRIZZO}`, `email NOT LIKE '%@persona.invalid' AND ${finito('invitato')}`],
  ospiti: ['incontro_ospite', 'email = NULL', `email IS NOT NULL AND ${finito('incontro_ospite')}`],
  disponibilita: [
    'disponibilita_persona',
    null,
    `EXISTS (SELECT 1 FROM disponibilita d WHERE d.ambito_id = disponibilita_persona.ambito_id AND d.id = disponibilita_persona.disponibilita_id AND d.entro_at < ${prima('disponibilita')})`,
  ],
  osservatori: [
    'osservatore',
    `perche = '', gruppo = NULL, motivazione = NULL`,
    `stato IN ${fra(OSSERVATORI_FINITI)} AND coalesce(finito_at, deciso_at, chiesto_at) < ${prima('osservatori')} AND perche <> ''`,
  ],
  segnalazioni: ['segnalazione', `email = NULL, testo = ''`, `stato = 'risolta' AND risolta_at < ${prima('segnalazioni')} AND testo <> ''`],
  seguitiMaiConfermati: ['seguito', null, `confermato_at IS NULL AND creato_at < ${prima('registrazioni')}`],
  invitiDegliEnti: [
    'operatore_invito',
    `email = ${INDIRIZZO}`,
    `coalesce(chiuso_at, scade_at) < ${prima('recapiti')} AND email NOT LIKE '%@persona.invalid'`,
  ],
};

/** Deletes, every night, what the privacy page says is deleted by itself. */
@Injectable()
export class ConservazioneService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every({ name: 'conservazione', cron: '30 3 * * *', work: async () => void (await this.pulisci()) });
  }

  /** @returns rows touched, by what they were */
  async pulisci(now = new Date()): Promise<Record<string, number>> {
    const fatte: Record<string, number> = {};
    for (const [cosa, [table, set, where]] of Object.entries(PULIZIE))
      fatte[cosa] = await (set === null
        ? deleteInBatches(this.db, table, where, [now])
        : updateInBatches(this.db, table, set, where, [now]));
    return fatte;
  }
}
