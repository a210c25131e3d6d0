import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  ammissione,
  DESIGNAZIONI_COL_POSTO,
  DESIGNAZIONI_DA_DECIDERE,
  DESIGNAZIONI_IN_ESSERE,
  type AvvisoAllEnteView,
  type NaturaGiuridica,
} from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fra } from '../platform/database/fra.js';
import { iso } from '../platform/http/json-view.js';
import { aperto } from '../tavoli/tavolo.sql.js';

type Riga = Omit<AvvisoAllEnteView, 'tardiva'> & {
  readonly natura: NaturaGiuridica;
  readonly apre: Date;
  readonly chiude: Date;
  readonly ammetteTardive: boolean;
  readonly natureAmmesse: NaturaGiuridica[];
  readonly now: Date;
};

const CHE_OCCUPANO = [...DESIGNAZIONI_DA_DECIDERE, ...DESIGNAZIONI_COL_POSTO];

const GIA = `(SELECT jsonb_build_object('id', d.id, 'stato', d.stato) FROM designazione d
  WHERE d.ambito_id = v.ambito_id AND d.ente_id = e.id AND d.tavolo_id = t.id AND d.stato IN ${fra(CHE_OCCUPANO)} ORDER BY d.creata_at DESC LIMIT 1)`;

const AVVISI = `
  SELECT v.id, v.titolo, ${iso('v.chiude_at')} AS "chiudeAt", v.apre_at AS apre, v.chiude_at AS chiude, v.ammette_tardive AS "ammetteTardive",
    v.nature_ammesse AS "natureAmmesse", e.natura_giuridica AS natura, clock_timestamp() AS now, v.dichiarazioni,
    jsonb_build_object('titolari', v.posti_titolari, 'supplenti', v.posti_supplenti) AS posti, v.tavoli_vincolo AS "tavoliVincolo", v.tavoli_massimi AS "tavoliMassimi",
    (SELECT count(DISTINCT l.tavolo_id)::int FROM designazione l WHERE l.ambito_id = v.ambito_id AND l.avviso_id = v.id AND l.ente_id = e.id AND l.stato IN ${fra(DESIGNAZIONI_IN_ESSERE)}) AS altri,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'codice', t.codice, 'nome', t.nome, 'gia', ${GIA}) ORDER BY t.codice), '[]')
       FROM avviso_tavolo vt JOIN tavolo t ON t.ambito_id = vt.ambito_id AND t.id = vt.tavolo_id
       WHERE vt.ambito_id = v.ambito_id AND vt.avviso_id = v.id AND ${aperto('t')}) AS tavoli
  FROM avviso v JOIN ente e ON e.ambito_id = v.ambito_id AND e.id = $2
  WHERE v.ambito_id = $1 AND v.stato = 'pubblicato' AND v.apre_at <= clock_timestamp() AND (v.chiude_at > clock_timestamp() OR v.ammette_tardive)
  ORDER BY v.chiude_at < clock_timestamp(), v.chiude_at, v.id`;

/** What an ente may answer now: the same rules by which an answer is taken (`ammissione`). */
@Injectable()
export class InsiemeQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async avvisi(ctx: RequestContext): Promise<{ items: AvvisoAllEnteView[] }> {
    const { ambitoId, id } = placeOf(ctx);
    const righe = await this.db.query<Riga[]>(AVVISI, [ambitoId, id]);
    return {
      items: righe.flatMap(({ natura, apre, chiude, ammetteTardive, natureAmmesse, now, ...avviso }) => {
        const finestra = { stato: 'pubblicato' as const, apreAt: apre, chiudeAt: chiude, ammetteTardive, natureAmmesse };
        const esito = ammissione(finestra, natura, now);
        return esito === 'in_termini' || esito === 'consultivo' ? [{ ...avviso, tardiva: esito === 'consultivo' }] : [];
      }),
    };
  }
}
