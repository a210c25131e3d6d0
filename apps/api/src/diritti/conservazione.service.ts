import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { CONSERVAZIONE } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { Jobs } from '../platform/jobs/jobs.js';

const prima = (cosa: keyof typeof CONSERVAZIONE): string => `$1::timestamptz - interval '${CONSERVAZIONE[cosa].giorni} days'`;
const INDIRIZZO = `'cancellata-' || id || '@persona.invalid'`;

/** What is deleted when its time is over, but for what `accounts.housekeeping.ts` and `contributi/orologio.service.ts` delete. */
const PULIZIE: Readonly<Record<string, string>> = {
  messaggi: `UPDATE email SET subject = '', testo = '', html = '' WHERE creata_at < ${prima('messaggi')} AND html <> ''`,
  recapiti: `UPDATE rappresentante r SET email = ${INDIRIZZO.replace('id', 'r.id')}, telefono = NULL, segreto_hash = NULL
    WHERE r.email NOT LIKE '%@persona.invalid' AND EXISTS (SELECT 1 FROM mandato m WHERE m.ambito_id = r.ambito_id AND m.rappresentante_id IN (r.id, r.continua_id) AND m.al < ${prima('recapiti')})
      AND NOT EXISTS (SELECT 1 FROM mandato m WHERE m.ambito_id = r.ambito_id AND m.rappresentante_id IN (r.id, r.continua_id) AND (m.al IS NULL OR m.al >= ${prima('recapiti')}))`,
  inviti: `UPDATE invitato i SET email = ${INDIRIZZO.replace('id', 'i.id')} FROM incontro n
    WHERE n.ambito_id = i.ambito_id AND n.id = i.incontro_id AND n.fine_at < ${prima('inviti')} AND i.email NOT LIKE '%@persona.invalid'`,
  ospiti: `UPDATE incontro_ospite o SET email = NULL FROM incontro n WHERE n.ambito_id = o.ambito_id AND n.id = o.incontro_id AND n.fine_at < ${prima('inviti')} AND o.email IS NOT NULL`,
  seguitiMaiConfermati: `DELETE FROM seguito WHERE confermato_at IS NULL AND creato_at < ${prima('registrazioni')}`,
  invitiDegliEnti: `UPDATE operatore_invito SET email = ${INDIRIZZO} WHERE coalesce(chiuso_at, scade_at) < ${prima('recapiti')} AND email NOT LIKE '%@persona.invalid'`,
};

/** Deletes, every night, what the privacy page says is deleted by itself. */
@Injectable()
export class ConservazioneService implements OnModuleInit {
  constructor(@InjectDataSource() private readonly db: DataSource, private readonly jobs: Jobs) {}

  onModuleInit(): void {
    this.jobs.every({ name: 'conservazione', cron: '30 3 * * *', work: async () => void (await this.pulisci()) });
  }

  /** @returns rows touched, by what they were */
  async pulisci(now = new Date()): Promise<Record<string, number>> {
    const fatte: Record<string, number> = {};
    for (const [cosa, sql] of Object.entries(PULIZIE)) [, fatte[cosa]] = await this.db.query<[unknown, number]>(sql, [now]);
    return fatte;
  }
}
