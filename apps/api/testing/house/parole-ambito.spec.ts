import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CHIAVI_PAROLE,
  GENERI,
  NOMI_REGIONI,
  PAROLE_NEUTRE,
  paroleDi,
  presetDi,
  PROBLEMS,
  type Genere,
  type ParolaScelta,
  type ParoleAmbito,
  type ParoleScelte,
} from '@tavoli/shared';
import { layoutEmail } from '../../src/platform/email/layout/layout.js';
import { samples } from '../documents/mails/samples.js';
import { INCONTRO, ORA, ORIGINE, POI } from '../documents/mails/world.js';
import { filesOf, ROOT } from './sources.js';

/** All the words of an ambito: as if its office had confirmed those that wait for it. */
function ambito(regione: string, nome: string, nomeEsteso: Pick<ParolaScelta, 'testo' | 'articolo' | 'genere'>): ParoleAmbito {
  const confermate = Object.entries(presetDi(regione)).map(([chiave, { daConfermare: _, ...parola }]) => [chiave, parola] as const);
  const parole: ParoleScelte = { ...Object.fromEntries(confermate), nomeEsteso: { plurale: '', ...nomeEsteso } };
  return paroleDi({ nome, parole });
}

const AMBITI: readonly ParoleAmbito[] = [
  ambito('Lombardia', 'Alto e Basso Pavese', { testo: 'Ambito distrettuale dell’Alto e Basso Pavese', articolo: 'l’', genere: 'm' }),
  ambito('Emilia-Romagna', 'Ravenna', { testo: 'Distretto di Ravenna, Cervia e Russi', articolo: 'il', genere: 'm' }),
  ambito('Campania', 'S3', { testo: 'Ambito territoriale S3 ex S5 Eboli', articolo: 'l’', genere: 'm' }),
  ambito('Toscana', 'Piana di Lucca', { testo: 'Zona-distretto Piana di Lucca', articolo: 'la', genere: 'f' }),
  ambito('Sardegna', 'Ales-Terralba', { testo: 'ambito PLUS di Ales-Terralba', articolo: 'l’', genere: 'm' }),
];

/** What is said everywhere, of no Region. */
const OVUNQUE = [...Object.values(PAROLE_NEUTRE).flatMap(p => [p.testo, p.plurale]), 'servizi sociali'].map(p => p.toLowerCase());

/** Whole words of any preset that say something by one Region's name: those of two words or more, and acronyms. */
const DI_TUTTI = [
  ...new Map(
    NOMI_REGIONI.flatMap(r => CHIAVI_PAROLE.flatMap(c => [presetDi(r)[c].testo, presetDi(r)[c].plurale])).map(
      p => [p.toLowerCase(), p] as const,
    ),
  ).values(),
].filter(parola => /\s|^\p{Lu}{2,}$/u.test(parola) && !OVUNQUE.includes(parola.toLowerCase()));
/** Acronyms as they are written, words however. */
const espressione = (parola: string): RegExp => new RegExp(`(?<![\\p{L}-])${parola}(?![\\p{L}-])`, /\s/.test(parola) ? 'iu' : 'u');

/** The name of the product, as its pages and mails are headed. */
const PORTALE = /Tavoli Tematici/g;

function stranieri(testo: string, parole: ParoleAmbito): string[] {
  const sue = Object.values(parole).flatMap(p => [p.testo, p.plurale].map(t => t.toLowerCase()));
  const nudo = [...sue, 'ente capofila'].reduce(
    (resto, sua) => (sua === '' ? resto : resto.replaceAll(new RegExp(sua.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu'), ' ')),
    testo.replaceAll(PORTALE, ''),
  );
  return DI_TUTTI.filter(parola => !sue.includes(parola.toLowerCase()) && espressione(parola).test(nudo));
}

const letti = (parole: ParoleAmbito, genere: Genere | null): { tipo: string; testo: string }[] =>
  samples().map(draft => {
    const { subject, text } = layoutEmail(
      draft,
      { name: parole.nomeEsteso.testo, parole, replyTo: 'ufficio@example.org' },
      ORIGINE,
      genere,
    );
    return { tipo: draft.tipo, testo: `${subject}\n${text}` };
  });

describe('the words of five ambiti', () => {
  it.each(AMBITI.map(a => [a.nomeEsteso.testo, a] as const))('%s: no mail says a word of another Region', (_, parole) => {
    expect(letti(parole, null).flatMap(({ tipo, testo }) => stranieri(testo, parole).map(parola => `${tipo}: ${parola}`))).toEqual([]);
  });

  it('sees a foreign word, and passes over one that is the ambito’s own', () => {
    const [pavia, , , , sardegna] = AMBITI as [ParoleAmbito, ParoleAmbito, ParoleAmbito, ParoleAmbito, ParoleAmbito];
    expect([stranieri('il Piano di Zona', sardegna), stranieri('il Piano di Zona', pavia)]).toEqual([['Piano di Zona'], []]);
  });

  it('no message of the API, of the site or of a document has a word of a Region written by hand', () => {
    const parole = DI_TUTTI.map(espressione);
    const messaggi = Object.entries(PROBLEMS).map(([codice, [, testo]]) => [`problem ${codice}`, testo] as const);
    const file = ['apps/api/src', 'apps/web/src', 'libs/shared/src']
      .flatMap(filesOf)
      .filter(
        f =>
          /\.(?:ts|html)$/.test(f) &&
          !/\.spec\.ts$|\/demo\/|testing\/|ambito\.words|preset-regioni|password-words|kernel\/italiano/.test(f),
      )
      .map(f => [f, senzaCommenti(readFileSync(join(ROOT, f), 'utf8'))] as const);
    const found = [...messaggi, ...file].flatMap(([dove, testo]) =>
      parole.flatMap(p => p.exec(testo.replaceAll(PORTALE, ''))?.[0] ?? []).map(p => `${dove}: ${p}`),
    );
    expect(found.filter(f => !AMMESSE.some(a => f.startsWith(a)))).toEqual([]);
  });
});

/** What speaks of no ambito: kinds of bodies that enti are, and the words that every ambito starts with. */
const AMMESSE = ['libs/shared/src/enti/', 'apps/web/src/app/enti/'];
const senzaCommenti = (testo: string): string =>
  testo
    .split('\n')
    .map(riga => (/^\s*(?:\/\/|\/?\*)/.test(riga) ? '' : riga.split(' // ')[0]))
    .join('\n');

/** Forms that Italian forbids, whatever is put into a sentence. */
const VIETATE: readonly (readonly [string, RegExp])[] = [
  ['an article that is not elided before 8 or 11', /(?<![\p{L}’])(?:il|al|del|dal|nel|sul) (?:8|11)(?![\d:.,])/iu],
  [
    'an article before a day of the week',
    /(?<![\p{L}’])(?:il|al|del|dal|entro il|fino al) (?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica) \d/iu,
  ],
  [
    'a day that is first and is not said so',
    /(?<![\d/.:-])1 (?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)/iu,
  ],
  ['an elision before a digit that is no vowel', /l’(?!8|11)\d/iu],
  ['a preposition that is not joined to its article', /(?<![\p{L}’])(?:di|a|da|in|su) (?:il|lo|la|l’|i|gli|le) (?=\p{L})/iu],
  ['an elision before a consonant', /(?<!\p{L})(?:l|dell|all|dall|nell|sull)’ ?(?=[bcdfgjklmnpqrstvwxyz]\p{Ll})/iu],
  ['il before a vowel', /(?<!\p{L})(?:il|del|al|dal|nel|sul|dello|allo) (?=[aeiou]\p{Ll})/iu],
  [
    'one of many',
    /(?<![\d.,:/-])1 (?:giorni|ore|minuti|comuni|enti|persone|tavoli|posti|incontri|contributi|documenti|messaggi|impegni)(?!\p{L})/iu,
  ],
  ['both genders at once', /\p{L}\/[aeio](?!\p{L})|\p{L}\([aeio]\)/u],
  ['a place that nothing filled', /[\ue000\ue001]|\[(?:il|del|al|dal|nel|sul|piano|tecnico|politico)\b|undefined/iu],
  ['two spaces', /\p{L} {2,}\p{L}/u],
];

describe('every mail, over days and genders', () => {
  const giorni = ['2027-03-01', '2027-03-08', '2027-03-11', '2027-03-14', '2027-04-01', '2027-11-08'];

  it('sees each form that is forbidden', () => {
    const esempi = [
      'entro il 8 marzo',
      'il lunedì 8',
      '1 marzo',
      'l’9',
      'di il Piano',
      'dell’ Piano',
      'il ufficio',
      '1 giorni',
      'convocato/a',
      '[il piano]',
      'a  b',
    ];
    expect(esempi.map((e, i) => VIETATE[i]?.[1].test(e))).toEqual(esempi.map(() => true));
  });

  /** The days of the world of mails, which other documents are made of. */
  const SUOI = [POI, INCONTRO.fineAt, ORA].map(giorno => [giorno, giorno.getTime()] as const);
  afterAll(() => SUOI.forEach(([giorno, era]) => giorno.setTime(era)));

  it.each(giorni)('%s: no form that Italian forbids', giorno => {
    POI.setTime(Date.parse(`${giorno}T15:30:00Z`));
    INCONTRO.fineAt.setTime(POI.getTime() + 7_200_000);
    ORA.setTime(Date.parse(`${giorno}T09:00:00Z`) - 86_400_000 * 7);
    const found = AMBITI.flatMap(parole =>
      [...GENERI, null].flatMap(genere =>
        letti(parole, genere).flatMap(({ tipo, testo }) =>
          VIETATE.flatMap(([che, forma]) => {
            const m = forma.exec(testo);
            return m ? [`${tipo}: ${che}: …${testo.slice(Math.max(0, m.index - 20), m.index + 30).replaceAll('\n', ' ')}`] : [];
          }),
        ),
      ),
    );
    expect([...new Set(found)]).toEqual([]);
  });

  it('speaks to a woman as a woman, and tells nothing of who has not said', () => {
    const [parole] = AMBITI as [ParoleAmbito];
    const convocazione = (genere: Genere | null) => letti(parole, genere).find(m => m.tipo === 'incontro.convocazione')?.testo;
    expect(convocazione('f')).toContain('sei convocata all’incontro');
    expect(convocazione('m')).toContain('sei convocato all’incontro');
    expect(convocazione(null)).toContain('ti convochiamo all’incontro');
    const di = /\b(?:sei|ti sei|sei stat[oa]) (?:convocat[oa]|invitat[oa]|attes[oa]|coordinator[ei]|coordinatrice|registrat[oa])\b/;
    expect(
      letti(parole, null)
        .filter(({ testo }) => di.test(testo))
        .map(m => m.tipo),
    ).toEqual([]);
  });
});
