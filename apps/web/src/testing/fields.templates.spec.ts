import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TmplAstElement } from '@angular/compiler';
import { APP, attribute, binds, components, elements, files, type Found } from './templates';

/** The fields of the kit: whatever extends the base of them. */
const kit = components.filter(({ source }) => /extends FieldBase\b/.test(source));
/** Those that make a value of what is typed: it may be none. */
const parsing = kit.filter(({ source }) => source.includes('transformedValue'));

/** Controls that hold no text, or none that anybody types. */
const HARMLESS = new Set(['radio', 'checkbox', 'hidden', 'button', 'submit']);
const typesText = (e: TmplAstElement) =>
  ['input', 'textarea', 'select'].includes(e.name) &&
  !HARMLESS.has(attribute(e, 'type') ?? 'text') &&
  !binds(e, 'readonly') &&
  attribute(e, 'tabindex') !== '-1';

/** Bound by hand outside the kit, each with its reason. */
const BY_HAND: Readonly<Record<string, string>> = {
  'ricerca/ricerca-page.ts': 'the words of a search: any text is a search, and none is saved',
  'componenti/componenti-page.ts': 'the same, among who sits at the tavoli',
  'area/vai/vai-dialog.ts': 'the same, among pages and things',
  'guida/guida-page.ts': 'the words of a search, as there',
  'incontri/calendario/calendario-page.ts': 'a choice sent by the browser itself, without script',
  'ui/editor/barra-editor.ts': 'an address or a reason, put on the words that are selected and told beside it where it is none',
  'verbali/verifica/verifica-page.ts': 'a file that is read here and never sent',
  'contributi/invio/allegati-field.ts': 'several files, each told with its own error in its own row',
};

describe('A-8: no field loses what is typed in it', () => {
  it('reads every template of the site', () => {
    expect(components.length).toBeGreaterThan(150);
    expect(parsing.map(({ selector }) => selector).sort()).toEqual([
      'app-date-field',
      'app-date-time-field',
      'app-euro-field',
      'app-file-field',
      'app-number-field',
    ]);
  });

  it('native controls that take text stand in the kit alone', () => {
    const outside = components
      .filter(c => !kit.includes(c))
      .filter(({ nodes }) => elements(nodes).some(({ element }) => typesText(element)));
    expect(outside.map(({ file }) => file).sort()).toEqual(Object.keys(BY_HAND).sort());
  });

  it('a field of the kit that parses tells what it could not read', () => {
    const silent = parsing.filter(({ source }) => !/override typed\(\)[^{]*\{\s*return this\.raw\.parseErrors\(\);/.test(source));
    expect(silent.map(({ file }) => file)).toEqual([]);
    expect(
      files
        .filter(
          f =>
            readFileSync(join(APP, f), 'utf8').includes('transformedValue(') ||
            readFileSync(join(APP, f), 'utf8').includes('transformedValue<'),
        )
        .sort(),
    ).toEqual(parsing.map(({ file }) => file).sort());
  });

  it('no handler of a template parses', () => {
    const parsed = components.flatMap(({ file, nodes }) =>
      elements(nodes).flatMap(({ element }) =>
        element.outputs
          .map(o => String(o.handlerSpan))
          .filter(text => /\b(Number|parse\w*|leggi[A-Z]\w*|new Date)\(/.test(text))
          .map(text => `${file}: ${text}`),
      ),
    );
    expect(parsed).toEqual([]);
  });

  it('a parsing field bound by hand stands where whoever saves or sends asks for what is wrong: a form, a dialog, a part that saves itself', () => {
    const bySelector = new Map(components.map(c => [c.selector, c]));
    const guarded = new Set<string>();
    const enter = (c: Found | undefined) => {
      if (!c || guarded.has(c.file)) return;
      guarded.add(c.file);
      for (const { element } of elements(c.nodes)) enter(bySelector.get(element.name));
    };
    for (const c of components) {
      if (/extends ScritturaBase\b/.test(c.source)) enter(c);
      for (const { element, parents } of elements(c.nodes))
        if (parents.some(p => p === 'form' || p === 'app-confirm-dialog' || p === 'app-passi')) enter(bySelector.get(element.name));
    }
    const names = new Set(parsing.map(({ selector }) => selector));
    const alone = components.flatMap(({ file, nodes }) =>
      elements(nodes)
        .filter(
          ({ element, parents }) =>
            names.has(element.name) &&
            !binds(element, 'formField') &&
            !guarded.has(file) &&
            !parents.some(p => p === 'form' || p === 'app-confirm-dialog' || p === 'app-passi'),
        )
        .map(({ element }) => `${file}: ${element.name}`),
    );
    expect(alone).toEqual([]);
  });

  it('a form that is not sent by `submission` asks for what is wrong in it by itself', () => {
    // A file that is refused is no file at all: `fileUpload` and the like ask for one.
    const names = new Set(parsing.map(({ selector }) => selector).filter(selector => selector !== 'app-file-field'));
    const careless = components.filter(
      ({ nodes, source }) =>
        elements(nodes).some(
          ({ element, parents }) => names.has(element.name) && !binds(element, 'formField') && parents.includes('form'),
        ) &&
        !source.includes('submission(') &&
        !source.includes('.refuse('),
    );
    expect(careless.map(({ file }) => file)).toEqual([]);
  });

  it('a file that will not do is told beside its field with the words that the guide promises', () => {
    const guide = join(APP, '../../../../docs/guida');
    const promised = readdirSync(guide)
      .filter(f => f.endsWith('.md'))
      .flatMap(f => [...readFileSync(join(guide, f), 'utf8').matchAll(/«(Il file [^»]*?)\.?»/g)].map(([, words = '']) => words));
    expect(promised.length).toBeGreaterThan(2);
    const field = readFileSync(join(APP, 'ui/fields/file-field.ts'), 'utf8');
    expect(promised.filter(words => !field.includes(words))).toEqual([]);
  });
});
