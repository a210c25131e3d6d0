import { PAGINE_GUIDA, type NomeGuida, type TrattoGuida, type VersoGuida } from '@tavoli/shared';

/** What the guide may not say: code, HTML, escapes, bare addresses; and the signs of Markdown where nothing was opened. */
const ESTRANEO = /[`<>\\]|\]\(|!\[|https?:|__/;
const SEGNI = /(\*\*|\*|\[[^[\]]+\]\([^()\s]+\))/;
const LINK = /^\[([^[\]]+)\]\(([^()\s]+)\)$/;
const META = /^(?:([a-z-]+)\.md|README\.md)?(?:#(.+))?$/;

/** The words of a line, with what is strong, emphasised, or leads elsewhere. @throws Error on any other markup */
export function trattiDi(riga: string, dove: NomeGuida | null): TrattoGuida[] {
  const tratti: TrattoGuida[] = [];
  let forte = false;
  let enfasi = false;
  for (const pezzo of riga.split(SEGNI)) {
    const [, parole, meta] = LINK.exec(pezzo) ?? [];
    if (pezzo === '**') forte = !forte;
    else if (pezzo === '*') enfasi = !enfasi;
    else if (parole !== undefined && meta !== undefined) {
      const verso = versoDi(meta, dove);
      tratti.push(...trattiDi(parole, dove).map(t => ({ ...t, forte: t.forte || forte, enfasi: t.enfasi || enfasi, verso })));
    } else if (ESTRANEO.test(pezzo)) throw new Error(`Markup that the guide does not use: «${riga}».`);
    else if (pezzo !== '') tratti.push({ testo: pezzo, forte, enfasi, verso: null });
  }
  if (forte || enfasi) throw new Error(`What is opened is not closed: «${riga}».`);
  return tratti;
}

const eNome = (nome: string): nome is NomeGuida => PAGINE_GUIDA.some(n => n === nome);

/** Links stay in the guide: what it says of the world outside is said in words. */
function versoDi(meta: string, dove: NomeGuida | null): VersoGuida {
  const [tutto, nome, ancora = null] = META.exec(meta) ?? [];
  if (tutto === undefined || tutto === '' || (nome !== undefined && !eNome(nome))) throw new Error(`A link out of the guide: «${meta}».`);
  return { pagina: nome ?? (tutto.startsWith('#') ? dove : null), ancora };
}
