import { randomUUID } from 'node:crypto';
import { identificativiDi, type Identificativo, type Riferimento, type TipoParte, type TipoParteAltrui } from '@tavoli/shared';
import { AccessAudit, type DeclaredRoute } from '../../src/platform/access/access.audit.js';
import type { World } from '../app.js';
import { newKey, type Answer } from '../client.js';
import { ACTORS, type ActorName, type Cast } from './cast.js';
import { fill, variants } from './matrix.js';

type Concreto = Exclude<Riferimento, { forma: 'secondo' | 'proprio' }>;

/** One identifier that one route reads, as it is declared; with what must stand beside it. */
export interface Voce {
  readonly name: string;
  readonly route: DeclaredRoute;
  readonly path: string;
  readonly in: 'body' | 'query';
  readonly identificativo: Identificativo;
  readonly riferimento: Concreto;
  readonly accanto: Readonly<Record<string, string>>;
}

export const routesOf = (world: World): DeclaredRoute[] => world.app.get(AccessAudit, { strict: false }).routes();

/** Every identifier of every input of every route; of a procedure once, not for each step. */
export function vociOf(world: World): Voce[] {
  return routesOf(world).flatMap(route =>
    route.inputs.flatMap(input =>
      identificativiDi(input.schema).flatMap(identificativo =>
        concreti(identificativo.riferimento).map(({ riferimento, accanto }) => ({
          name: `${route.method} ${route.path} ${input.in}/${identificativo.percorso.join('/')}${Object.values(accanto)
            .map(v => ` (${v})`)
            .join('')}`,
          route,
          path: variants(route)[0]?.path ?? route.path,
          in: input.in,
          identificativo,
          riferimento,
          accanto,
        })),
      ),
    ),
  );
}

function concreti(riferimento: Riferimento | undefined): { riferimento: Concreto; accanto: Record<string, string> }[] {
  if (riferimento === undefined || riferimento.forma === 'proprio') return [];
  if (riferimento.forma !== 'secondo') return [{ riferimento, accanto: {} }];
  return Object.entries(riferimento.casi).flatMap(([caso, r]) =>
    concreti(r).map(c => ({ ...c, accanto: { ...c.accanto, [riferimento.campo]: caso } })),
  );
}

/** Asks what the voce reads, naming `id` there and nothing else; so many times where it stands in a list. */
export async function chiedi(
  world: World,
  cast: Cast,
  actor: ActorName,
  url: string,
  { route, in: where, identificativo, accanto }: Voce,
  id: string | null,
  volte = 1,
): Promise<Answer<{ errors?: { pointer: string }[] }>> {
  const value = id === null ? {} : costruisci(identificativo.percorso, id, accanto, volte);
  const secret = cast.secrets[actor];
  const query =
    where === 'query' && id !== null
      ? `?${new URLSearchParams(Object.entries(value as Record<string, unknown>).map(([k, v]): [string, string] => [k, [v].flat().join(',')])).toString()}`
      : '';
  const body = route.method === 'GET' || route.method === 'DELETE' ? undefined : where === 'body' ? value : {};
  return world
    .as(cast.people[actor] ?? null)
    .send(route.method as 'GET', url + query, body, { version: 1, key: newKey(), headers: secret ? { 'x-segreto': secret } : {} });
}

function costruisci([nome, ...resto]: readonly string[], id: string, accanto: Readonly<Record<string, string>>, volte: number): unknown {
  if (nome === undefined) return id;
  const value = costruisci(resto, id, accanto, volte);
  return nome === '*' ? Array<unknown>(volte).fill(value) : { [nome]: value, ...(resto.length === 0 ? accanto : {}) };
}

/** An address of the route and somebody whom the guards let through there when nothing is named. */
export async function chiPuo(
  world: World,
  cast: Cast,
  voce: Voce,
  among: readonly ActorName[] = ACTORS,
): Promise<{ actor: ActorName; url: string } | null> {
  const kind = Object.keys(cast.things).find(k => k !== 'ambito' && voce.path.includes(`:${k}`));
  for (const thing of kind === undefined ? [{ id: '' }] : (cast.things[kind] ?? [])) {
    const url = fill(voce.path, { ...(kind === undefined ? {} : { [kind]: thing.id }), ambito: cast.things['ambito']?.[0]?.id ?? '' });
    for (const actor of among) if ((await chiedi(world, cast, actor, url, voce, null)).status === 428) return { actor, url };
  }
  return null;
}

const PARTI: Readonly<Record<TipoParte | TipoParteAltrui, string>> = {
  area: 'area_tematica',
  punto: 'incontro_punto',
  documento_incontro: 'incontro_file',
  posto: 'presenza',
  persona: 'rappresentante',
  posto_diretto: 'posto_diretto',
  invito: 'invitato',
  invitato: 'invitato',
  data_proposta: 'disponibilita_data',
  file_contributo: 'contributo_file',
  sezione_verbale: 'verbale_sezione',
  parte_elaborato: 'elaborato_sezione',
  allegato: 'allegato',
  membro: 'rappresentante',
};
const LUOGHI: Readonly<Record<string, string>> = { piano: 'piano_di_zona' };

/** Something of that kind in the ambito of the cast; an id of nothing where there is none. */
export async function unoDi({ db }: World, cast: Cast, { tipo }: Concreto): Promise<string> {
  if (tipo === 'membro')
    return (
      (
        await db.query<{ id: string }[]>(
          'SELECT m.rappresentante_id AS id FROM mandato m JOIN ambito a ON a.id = m.ambito_id WHERE a.slug = $1 LIMIT 1',
          [cast.things['ambito']?.[0]?.id],
        )
      )[0]?.id ?? randomUUID()
    );
  const table = PARTI[tipo as TipoParte] ?? LUOGHI[tipo] ?? tipo;
  const [row] = await db.query<{ id: string }[]>(
    `SELECT x.id FROM ${table} x JOIN ambito a ON a.id = x.ambito_id WHERE a.slug = $1 ORDER BY x.id LIMIT 1`,
    [cast.things['ambito']?.[0]?.id],
  );
  return row?.id ?? randomUUID();
}
