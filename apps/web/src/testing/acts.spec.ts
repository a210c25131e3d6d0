import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actsAtOnce, commands, handlers } from './acts';

const APP = join(import.meta.dirname, '../app');

/** Acts by one press that stay in the office: nobody gets a mail, no number is taken. */
const INSIDE: Readonly<Record<string, string>> = {
  'accounts/profilo/sessioni-attive.ts: termina': 'ends one’s own access on a device',
  'accounts/profilo/sessioni-attive.ts: terminaAltre': 'ends one’s own access elsewhere',
  'avvisi/avviso-area-page.ts: togliFile': 'a file of a draft',
  'contributi/invio/contributo-form-page.ts: allega': 'a file of a form that is not sent yet',
  'contributi/gestione/legami-contributo.ts: collega': 'undone by the button beside it',
  'contributi/gestione/legami-contributo.ts: scollega': 'undone by the button beside it',
  'elaborati/consultazione/consultazione-page.ts: commenta': 'sends the form of a comment, by its own button',
  'elaborati/consultazione/consultazione-page.ts: file': 'only reads a file',
  'elaborati/scrivere/fonti-elaborato.ts: aggiungiFonte': 'undone by the button beside it',
  'elaborati/scrivere/fonti-elaborato.ts: togliFonte': 'undone by the button beside it',
  'elaborati/scrivere/parte-scrittura.ts: lascia': 'a part that saves itself',
  'elaborati/scrivere/parte-scrittura.ts: salva': 'a part that saves itself, with its versions',
  'elaborati/scrivere/parte-scrittura.ts: tieni': 'a part that saves itself',
  'impegni/impegni-page.ts: aggiorna': 'undone by «Riapri»',
  'incontri/calendario/calendario-privato.ts: rigenera': 'one’s own calendar address',
  'incontri/invito/disiscrizione-page.ts: disiscrivi': 'one’s own wish to hear no more',
  'incontri/gestire/documenti-incontro.ts: togliFile': 'a file that can be added again',
  'incontri/presenze/presenze-locali.ts: punto': 'the punto that is being spoken of, changed by another press',
  'incontri/presenze/ospiti-in-sala.ts: togliPresente': 'a guest that can be added again',
  'incontri/presenze/presenze-locali.ts: rileva': 'a tap with the value it replaces, undone by another',
  'iter/iter-area-page.ts: riordina': 'undone by the button beside it',
  'legale/legale-form-page.ts: scrivi': 'a form that was filled, whose button says what it does',
  'messaggi/messaggio-riga.ts: rinvia': 'the same mail, to who should have had it already',
  'oscuramenti/altrove.ts: altrove': 'looks for words, and changes nothing',
  'oscuramenti/oscuramenti-page.ts: riprendi': 'has a dossier made again that was withdrawn already',
  'piani/allegati-elenco.ts: ordina': 'undone by the button beside it',
  'piani/dossier-versioni.ts: compila': 'a new version, that nobody is told of',
  'piani/firmati-elenco.ts: togliFirmato': 'a file that can be added again',
  'verbali/scrivere/verbale-area-page.ts: proponi': 'sends the form of a correction, by its own button',
  'verbali/scrivere/verbale-dall-invito-page.ts: proponi': 'the same form, behind a mailed link',
  'verbali/scrivi-verbale.ts: crea': 'opens the draft that there is, or begins it',
  'verbali/scrivere/sezione-scrittura.ts: lascia': 'a section that saves itself',
  'verbali/scrivere/sezione-scrittura.ts: salva': 'a section that saves itself, with its versions',
  'verbali/scrivere/sezione-scrittura.ts: tieni': 'a section that saves itself',
  'verbali/scrivere/verbale-nascente.ts: crea': 'the draft that the first words begin, or the one there is',
  'verbali/verifica/verifica-page.ts: chiedi': 'only asks',
};

/** Acts by one press of somebody about themselves, on a page that says what follows. */
const OWN: Readonly<Record<string, string>> = {
  'area/oggi-page.ts: visita': 'notes that they look, by opening the page',
  'accounts/profilo/conferma-indirizzo-page.ts: confermaEmail': 'opens the link of a mail to themselves',
  'accounts/profilo/indirizzo-page.ts: chiediCambioEmail': 'the same mail to themselves, once more',
  'accounts/entrare/link-page.ts: chiediLink': 'the same mail to themselves, once more',
  'accounts/entrare/link-page.ts: usaLink': 'opens the link of a mail to themselves',
  'contributi/invio/conferma-contributo-page.ts: conferma': 'opens the link of a mail to themselves',
  'contributi/autore/contributo-autore.ts: esegui': 'their own contributo, at the end of a form or after a question',
  'demo/demo-page.ts: accedi': 'enters the demo',
  'enti/ingresso/invito-page.ts: usaInvito': 'accepts an invitation to themselves',
  'incontri/pubblico/incontro-page.ts: rispondi': 'whether they will come: changed by another press',
  'incontri/invito/invito-incontro-page.ts: rispondi': 'whether they will come: changed by another press',
};

const leaving = (acts: readonly string[]) => {
  const all = commands();
  return acts.flatMap(key =>
    (all.get(key.split(': ')[1] ?? '') ?? [])
      .filter(c => key.startsWith(`${c.folder}/`))
      .flatMap(handlers)
      .filter(h => h.leaves)
      .map(h => `${key} → ${h.handler}`),
  );
};

describe('A-3: what leaves the office is asked about first', () => {
  it('knows the commands of the site, and which of them send a mail or take a protocol number', () => {
    expect(commands().size).toBeGreaterThan(60);
    const ente = (commands().get('esegui') ?? []).filter(c => c.folder === 'enti').flatMap(handlers);
    expect(ente).toEqual([{ handler: 'enti.esegui', leaves: true }]);
    expect((commands().get('togliFirmato') ?? []).flatMap(handlers).map(h => h.leaves)).toEqual([false]);
  });

  it('an act by one press, with no question and no form, is one of those that may', () => {
    expect([...new Set(actsAtOnce())].sort()).toEqual([...Object.keys(INSIDE), ...Object.keys(OWN)].sort());
  });

  it('and stays in the office, unless it is about oneself', () => {
    expect(leaving(Object.keys(INSIDE))).toEqual([]);
  });

  it('nothing that dismisses is called «Annulla»: that undoes an act', () => {
    const files = readdirSync(APP, { recursive: true, encoding: 'utf8' }).filter(f => /\.(?:html|ts)$/.test(f) && !f.endsWith('.spec.ts'));
    const said = files.flatMap(file => {
      const text = readFileSync(join(APP, file), 'utf8');
      const buttons = [...text.matchAll(/<(?:button|a)\b[^>]*>([\s\S]*?)<\/(?:button|a)>/g)].map(([, words = '']) =>
        words.replace(/<span[^>]*>[\s\S]*?<\/span>/g, ' ').trim(),
      );
      const bound = [...text.matchAll(/(?:label|conferma|etichetta|verbo): '([^']*)'|\? '([^']*)' : '([^']*)'/g)].flatMap(
        ([, ...words]) => words,
      );
      return [...buttons, ...bound]
        .filter(words => /^Annulla\s*(?:$|\{|tutto|modifiche|operazione)/.test(words ?? ''))
        .map(words => `${file}: ${words ?? ''}`);
    });
    expect(said).toEqual([]);
  });
});
