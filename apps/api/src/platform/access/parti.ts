import type { TipoParte, TipoParteAltrui } from '@tavoli/shared';
import type { ResourceKind } from '../commands/context.js';

/** Ids among $3 that are parts of the thing $2, which the URL names, in the ambito $1. */
export const PARTI: Readonly<Record<TipoParte, string>> = {
  area: 'SELECT id FROM area_tematica WHERE ambito_id = $1 AND $2::uuid IS NOT NULL AND id = ANY($3::uuid[])',
  punto: 'SELECT id FROM incontro_punto WHERE ambito_id = $1 AND incontro_id = $2 AND id = ANY($3::uuid[])',
  posto: 'SELECT id FROM presenza WHERE ambito_id = $1 AND incontro_id = $2 AND id = ANY($3::uuid[])',
  // The seats called by the same mailbox that holds the secret.
  invito: `SELECT i.id FROM invitato i JOIN invitato io ON io.ambito_id = i.ambito_id AND io.incontro_id = i.incontro_id AND io.email = i.email
    WHERE i.ambito_id = $1 AND io.id = $2 AND i.id = ANY($3::uuid[])`,
  invitato: 'SELECT id FROM invitato WHERE ambito_id = $1 AND incontro_id = $2 AND id = ANY($3::uuid[])',
  file_contributo: 'SELECT id FROM contributo_file WHERE ambito_id = $1 AND contributo_id = $2 AND id = ANY($3::uuid[])',
  sezione_verbale: 'SELECT id FROM verbale_sezione WHERE ambito_id = $1 AND verbale_id = $2 AND id = ANY($3::uuid[])',
  parte_elaborato: 'SELECT id FROM elaborato_sezione WHERE ambito_id = $1 AND elaborato_id = $2 AND id = ANY($3::uuid[])',
  allegato: 'SELECT id FROM allegato WHERE ambito_id = $1 AND piano_id = $2 AND id = ANY($3::uuid[])',
};

/** Whose part it is: ids among $2 in the ambito $1, each with the id of the thing it is part of. */
export const PARTI_ALTRUI: Readonly<
  Record<TipoParteAltrui, { readonly kind: Extract<ResourceKind, 'incontro' | 'verbale' | 'tavolo'>; readonly sql: string }>
> = {
  punto: { kind: 'incontro', sql: 'SELECT id, incontro_id AS di FROM incontro_punto WHERE ambito_id = $1 AND id = ANY($2::uuid[])' },
  sezione_verbale: {
    kind: 'verbale',
    sql: 'SELECT id, verbale_id AS di FROM verbale_sezione WHERE ambito_id = $1 AND id = ANY($2::uuid[])',
  },
  membro: {
    kind: 'tavolo',
    sql: 'SELECT rappresentante_id AS id, tavolo_id AS di FROM mandato WHERE ambito_id = $1 AND rappresentante_id = ANY($2::uuid[]) AND al IS NULL',
  },
};
