import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lists that stood in code, as the schede of every ambito know them; what an ambito had written of its own stays first. */
const ELENCHI = {
  fondi: {
    fondo_nazionale: 'Fondi nazionali',
    regionale: 'Fondi regionali',
    comunale: 'Risorse dei comuni',
    pnrr: 'PNRR',
    fse: 'Fondo sociale europeo',
    terzo_settore: 'Risorse proprie del Terzo settore',
    altro: 'Altre risorse',
  },
  leps: {
    servizio_sociale: 'Servizio sociale professionale',
    pua: 'Accesso: punto unico di accesso',
    progetto_individuale: 'Valutazione multidimensionale e progetto personalizzato',
    supervisione: 'Supervisione del personale dei servizi sociali',
    dimissioni_protette: 'Dimissioni protette',
    prevenzione_famiglie: 'Prevenzione dell’allontanamento familiare (P.I.P.P.I.)',
    pronto_intervento: 'Pronto intervento sociale',
    residenza: 'Accompagnamento per la residenza anagrafica e il fermo posta',
    anziani_domicilio: 'Assistenza domiciliare agli anziani non autosufficienti',
    sollievo: 'Servizi sociali di sollievo',
    dopo_di_noi: 'Vita indipendente e «Dopo di noi»',
    inclusione: 'Sostegno e percorsi di inclusione contro la povertà',
  },
  obiettivi: {},
} as const;
const INIZIALI = JSON.stringify(
  Object.fromEntries(
    Object.entries(ELENCHI).map(([elenco, voci]) => [
      elenco,
      Object.entries(voci).map(([codice, titolo]) => ({ codice, titolo, fonte: null, anno: null, ritirata: false })),
    ]),
  ),
);

const VOCI = `
UPDATE ambito a SET impostazioni = a.impostazioni || jsonb_build_object('elenchi', (
  SELECT jsonb_object_agg(e.elenco, coalesce((
    SELECT jsonb_agg(v || jsonb_build_object('ritirata', coalesce((v->>'ritirata')::boolean, false))) FROM jsonb_array_elements(a.impostazioni->'elenchi'->e.elenco) v), '[]')
    || coalesce((SELECT jsonb_agg(v) FROM jsonb_array_elements(e.voci) v WHERE NOT EXISTS (
      SELECT 1 FROM jsonb_array_elements(a.impostazioni->'elenchi'->e.elenco) p WHERE p->>'codice' = v->>'codice')), '[]'))
  FROM jsonb_each('${INIZIALI.replaceAll("'", "''")}'::jsonb) AS e (elenco, voci)));`;

/** Schede that are still being written may say what they serve of what the Region asks. */
const PARTI = `
INSERT INTO elaborato_sezione (ambito_id, id, elaborato_id, ordine, chiave, titolo, contenuto)
SELECT l.ambito_id, gen_random_uuid(), l.id, (SELECT max(s.ordine) + 1 FROM elaborato_sezione s WHERE s.ambito_id = l.ambito_id AND s.elaborato_id = l.id),
  'obiettivi_regionali', 'Obiettivi della Regione', '{"tipo": "obiettivi_regionali", "codici": []}'
FROM elaborato l WHERE l.tipo = 'scheda_progetto' AND l.stato = 'bozza'
  AND EXISTS (SELECT 1 FROM elaborato_sezione s WHERE s.ambito_id = l.ambito_id AND s.elaborato_id = l.id);`;

export class VociDellAmbito1700000000062 implements MigrationInterface {
  name = 'VociDellAmbito1700000000062';
  /** What it runs, in order. */
  readonly sql = [VOCI, PARTI] as const;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of this.sql) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
