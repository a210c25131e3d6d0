import type { IncontroInput, IncontroView, NuovoIncontroInput } from '@tavoli/shared';
import type { World } from '../app.js';
import type { AmbitoWorld, Persona, TavoloWorld } from '../scenario.js';

const DAY = 86_400_000;

/** At 16:00 in Rome in winter, so many days from now (rounded to the day), lasting two hours. */
export function traGiorni(giorni: number): { inizioAt: string; fineAt: string } {
  const day = new Date(Date.now() + giorni * DAY).toISOString().slice(0, 10);
  return { inizioAt: `${day}T15:00:00.000Z`, fineAt: `${day}T17:00:00.000Z` };
}

/** A draft that may be convened in the ordinary notice. */
export function bozzaDi(fields: Partial<IncontroInput> = {}): NuovoIncontroInput {
  return {
    titolo: 'Incontro di prova',
    ...traGiorni(20),
    sede: { nome: 'Sala di prova', indirizzo: 'Via di Prova 1', accessibile: true },
    linkVideo: null,
    punti: [
      { titolo: 'Primo punto', minuti: 30, relatore: null },
      { titolo: 'Secondo punto', minuti: null, relatore: 'Chi Parla' },
    ],
    altriTavoli: [],
    membri: [],
    ospiti: [],
    secondaConvocazione: false,
    ...fields,
    serie: null,
  };
}

/** A draft made through the API by its referente. */
export async function creaIncontro(
  world: World,
  ambito: AmbitoWorld,
  tavolo: TavoloWorld,
  chi: Persona,
  fields: Partial<IncontroInput> = {},
): Promise<IncontroView> {
  const made = await world
    .as(chi)
    .post<{ incontri: { id: string }[] }>(`/ambiti/${ambito.slug}/tavoli/${tavolo.slug}/incontri`, bozzaDi(fields));
  if (made.status !== 201) throw new Error(made.text);
  const answer = await world.as(chi).get<IncontroView>(`/ambiti/${ambito.slug}/incontri/${made.body.incontri[0]?.id ?? ''}`);
  return answer.body;
}

/** A step of its procedure, on the version last seen. @throws Error with the answer when it is refused */
export async function esegui(
  world: World,
  ambito: AmbitoWorld,
  incontro: Pick<IncontroView, 'id' | 'version'>,
  chi: Persona,
  azione: string,
  body: object = {},
): Promise<IncontroView> {
  const answer = await world
    .as(chi)
    .post<IncontroView>(`/ambiti/${ambito.slug}/incontri/${incontro.id}/azioni/${azione}`, body, { version: incontro.version });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
}

/** As if the day had come: the database's clock cannot be moved, so the incontro is. */
export async function portaAdOggi(world: World, incontro: Pick<IncontroView, 'id'>): Promise<void> {
  await world.db.query(`UPDATE incontro SET inizio_at = now() - interval '1 minute', fine_at = now() + interval '2 hours' WHERE id = $1`, [
    incontro.id,
  ]);
}

/** The secrets of the links of the mails about an incontro: by address, the latest. */
export async function segretiDegliInviti(world: World, incontro: Pick<IncontroView, 'id'>): Promise<Map<string, string>> {
  const rows = await world.db.query<{ a: string; testo: string }[]>(
    `SELECT a_indirizzo AS a, testo FROM email WHERE oggetto_id = $1 AND testo LIKE '%/invito#%' ORDER BY creata_at, id`,
    [incontro.id],
  );
  return new Map(rows.map(({ a, testo }) => [a, /\/invito#([A-Za-z0-9_-]+)/.exec(testo)?.[1] ?? '']));
}
