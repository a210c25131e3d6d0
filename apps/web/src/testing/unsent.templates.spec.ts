import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TmplAstElement } from '@angular/compiler';
import { APP, attribute, components, elements, files } from './templates';

/** Forms that hand nothing over: they look something up, or choose what is shown. */
const LOOKS_UP: Readonly<Record<string, string>> = {
  'incontri/calendario/calendario-page.ts': 'chooses the month and the tavolo that are shown',
  'page/tabella/viste-salvate.ts': 'gives a name to what is shown, in this browser',
  'verbali/verifica/verifica-page.ts': 'compares a fingerprint, and changes nothing',
  'oscuramenti/cerca-altrove.ts': 'looks for words',
  'oscuramenti/scelta-passaggi.ts': 'looks for words in the text to black out',
};

/** `submission` that lets one go freely, each with its reason. */
const FREE: Readonly<Record<string, string>> = {
  'accounts/entrare/accedi-page.ts': 'one signs in: «password dimenticata» stands beside it',
  'accounts/chiedi-posta.ts': 'an address, for a mail to oneself',
  'contributi/codice-page.ts': 'looks up a code',
  'registro/registro-page.ts': 'chooses what acts are shown, once its days can be read',
};

/** Values that the page itself fills in. */
const FILLED_IN: Readonly<Record<string, string>> = {
  'contributi/invio/contributo-form-page.ts: f.sito': 'nobody sees it: it catches programs',
  'incontri/scrivere/serie-fields.ts: this.serie().finoAl': 'the end of the year, until somebody says another day',
  'oscuramenti/oscura-testo-form.ts: this.f.passaggi': 'the text has changed: what was chosen is gone',
  'segnalazioni/segnala-form-page.ts: f.sito': 'nobody sees it: it catches programs',
  'seguiti/segui-form.ts: f.sito': 'nobody sees it: it catches programs',
};

const source = (file: string) => readFileSync(join(APP, file), 'utf8');
const filters = (form: TmplAstElement) => attribute(form, 'role') === 'search' || /\bfilters\b/.test(attribute(form, 'class') ?? '');

/** What holds whoever leaves, or keeps what is typed. */
const HOLDS = /\b(?:submission|fileUpload|localDraft)\(|inject\(Unsaved\)\.watch\(|extends ScritturaBase\b/;

describe('A-8: leaving a form that is not sent', () => {
  const forms = components.flatMap(c =>
    elements(c.nodes)
      .filter(({ element }) => element.name === 'form')
      .map(({ element }) => ({ ...c, form: element })),
  );

  it('every form asks, or keeps what is typed, unless it only looks something up', () => {
    expect(forms.length).toBeGreaterThan(60);
    const careless = forms.filter(({ form, source }) => !filters(form) && !HOLDS.test(source)).map(({ file }) => file);
    expect([...new Set(careless)].sort()).toEqual(Object.keys(LOOKS_UP).sort());
  });

  it('what `submission` sends is asked about, unless it is one of those that may go freely', () => {
    const free = files.filter(file => file !== 'ui/forms/submission.ts' && /NIENTE_DA_PERDERE|asksBeforeLeaving/.test(source(file)));
    expect(free.sort()).toEqual(Object.keys(FREE).sort());
    expect(source('ui/forms/submission.ts')).toContain('if (asksBeforeLeaving) watchUnsent(form, busy, beside);');
  });

  it('a signal form is sent by `submission`, or belongs to who sends it', () => {
    const alone = components.filter(({ source }) => /= form\(/.test(source) && !HOLDS.test(source)).map(({ file }) => file);
    expect(alone).toEqual([]);
  });

  it('what is done to a value otherwise than by typing in a field counts as typed', () => {
    const silent = components.flatMap(({ file, source: text }) => {
      const url = /templateUrl: '([^']+)'/.exec(text)?.[1];
      const all = url ? text + source(join(file, '..', url)) : text;
      return all
        .split('().value.set(')
        .slice(0, -1)
        .map(before => before.split(/[^\w.()]/).at(-1) ?? '')
        .filter(field => !all.includes(`${field}().markAsDirty()`))
        .map(field => `${file}: ${field}`);
    });
    expect([...new Set(silent)].sort()).toEqual(Object.keys(FILLED_IN).sort());
  });

  it('a file that is chosen beside a form is watched with it', () => {
    const silent = components.filter(
      ({ source: text }) =>
        /\bsubmission\(/.test(text) && /signal<File \| null>/.test(text) && !/beside: \(\) => this\.file\(\) !== null/.test(text),
    );
    expect(silent.map(({ file }) => file)).toEqual([]);
  });

  it('every page is left by way of the question', () => {
    expect(source('app.config.ts')).toContain('guarded(routes)');
    expect(source('app.ts')).toMatch(/LeavingHost/);
  });
});
