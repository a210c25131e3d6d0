/** SQL: the proposal `p` is about the seat of `d`, by whichever designazione the ente had it when that was proposed. */
export const delPosto = (p: string, d: string): string => `EXISTS (SELECT 1 FROM designazione q
  WHERE q.ambito_id = ${p}.ambito_id AND q.id = ${p}.designazione_id AND q.ambito_id = ${d}.ambito_id AND q.tavolo_id = ${d}.tavolo_id AND q.ente_id = ${d}.ente_id)`;
