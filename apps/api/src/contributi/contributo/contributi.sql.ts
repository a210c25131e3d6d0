import { nomeDi } from '../../platform/access/nomi.js';
import { publicStates } from '../../platform/access/visible.js';
import { iso } from '../../platform/http/json-view.js';
import type { Lettore } from '../../platform/procedura/kind.js';
import { CONTRIBUTO_KIND } from './contributo.kind.js';
import { TAVOLO_BREVE } from '../../tavoli/tavolo.sql.js';

const COMUNE = `CASE WHEN k.istat IS NULL THEN NULL ELSE jsonb_build_object('istat', k.istat, 'nome', k.nome) END`;

/** Where it came from as everybody may know it: the name only with leave. */
export const PROVENIENZA = `jsonb_build_object('tipo', c.provenienza, 'nome', CASE WHEN c.mostra_nome THEN coalesce(c.provenienza_nome, CASE WHEN c.provenienza = 'cittadino' THEN c.autore_nome END) END)`;

/** States in which anyone reads it, as SQL. */
export const PUBBLICI = publicStates('contributo');

/** Columns that every view has; `c` is the contributo, `t` its tavolo, `k` its comune. */
export const RIGA = `c.id, c.codice, c.stato, c.tipo, ${TAVOLO_BREVE} AS tavolo, ${COMUNE} AS comune, c.zona, ${PROVENIENZA} AS provenienza, c.canale,
  ${iso('c.inviato_at')} AS "inviatoAt", ${iso('c.pubblicato_at')} AS "pubblicatoAt", ${iso('c.risposto_at')} AS "rispostoAt"`;

/** Of the public lists and page: the title as published. */
export const RIGA_PUBBLICA = `${RIGA}, c.pubblico->>'titolo' AS titolo, ${iso('c.rispondere_entro_at')} AS "rispostaEntroAt"`;

/** A review was asked and nobody has decided on it. */
export const RIESAME_APERTO = 'c.riesame_chiesto_at IS NOT NULL AND c.riesame_decisione IS NULL';

/** Of the queue of staff. `tavoloId` serves to tell the steps. */
export const RIGA_CODA = `${RIGA}, c.tavolo_id AS "tavoloId", c.testi->>'titolo' AS titolo, ${iso('c.in_moderazione_dal')} AS "inModerazioneDal", ${iso('c.moderare_entro_at')} AS "moderareEntroAt",
  ${iso('c.rispondere_entro_at')} AS "rispondereEntroAt", coalesce(coalesce(c.moderare_entro_at, c.rispondere_entro_at) < now(), false) AS "inRitardo",
  ${RIESAME_APERTO} AS "riesameDaDecidere", c.version`;

export const FROM = `FROM contributo c JOIN tavolo t ON t.ambito_id = c.ambito_id AND t.id = c.tavolo_id LEFT JOIN comune k ON k.ambito_id = c.ambito_id AND k.istat = c.comune`;

/** The one it was merged into, and those merged into it: of each what the reader may see, called as they may read it. */
export const unioni = (chi: Lettore): string => {
  const breve = `jsonb_build_object('id', x.id, 'codice', x.codice, 'titolo', o.titolo, 'stato', x.stato)`;
  const nome = () => nomeDi(CONTRIBUTO_KIND.names.contributo, 'x.id', 'x.ambito_id', 'o', chi);
  return `(SELECT ${breve} FROM contributo x ${nome()} WHERE x.ambito_id = c.ambito_id AND x.id = c.unito_a) AS "unitoA",
  (SELECT coalesce(jsonb_agg(${breve} ORDER BY x.inviato_at), '[]') FROM contributo x ${nome()} WHERE x.ambito_id = c.ambito_id AND x.unito_a = c.id) AS uniti`;
};

/** Its files; `where` tells which. */
export const files = (
  extra = '',
  where = 'true',
): string => `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'nome', f.nome, 'bytes', f.bytes, 'mediaType', f.media_type${extra}) ORDER BY f.caricato_at, f.id), '[]')
  FROM contributo_file f WHERE f.ambito_id = c.ambito_id AND f.contributo_id = c.id AND ${where}) AS files`;

export const RIESAME = `CASE WHEN c.riesame_chiesto_at IS NULL THEN NULL ELSE jsonb_build_object('chiestoAt', ${iso('c.riesame_chiesto_at')}, 'entroAt', ${iso('c.riesame_entro_at')}, 'numero', CASE WHEN c.riesame_numero IS NOT NULL THEN jsonb_build_object('anno', c.riesame_anno, 'numero', c.riesame_numero) END, 'motivo', c.riesame_motivo, 'decisione', c.riesame_decisione, 'risposta', c.riesame_risposta) END AS riesame`;
