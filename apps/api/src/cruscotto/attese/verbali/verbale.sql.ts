/** SQL: the verbale `v`, with its incontro `n`. */
export const DEL_VERBALE = 'FROM verbale v JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id';

/** SQL: how many corrections to the verbale `v` wait for an answer. */
export const PROPOSTE =
  "(SELECT count(*) FROM verbale_correzione c WHERE c.ambito_id = v.ambito_id AND c.verbale_id = v.id AND c.stato = 'proposta')";
