import { TmplAstElement, TmplAstRecursiveVisitor, tmplAstVisitAll } from '@angular/compiler';
import { binds, components, elements } from './templates';

/** From here on its end is off the screen of a phone when its beginning is on it. */
const LONG = 8;

/** Long forms that end otherwise, each with its reason. */
const OTHERS: Readonly<Record<string, string>> = {
  'protocolli/protocollo-form.ts': 'stands within a page, beside other things that end with buttons',
};

/** Every form of a template, with how many fields it binds itself. */
function forms(nodes: (typeof components)[number]['nodes']): TmplAstElement[] {
  const found: TmplAstElement[] = [];
  class Visitor extends TmplAstRecursiveVisitor {
    override visitElement(element: TmplAstElement): void {
      if (element.name === 'form') found.push(element);
      super.visitElement(element);
    }
  }
  tmplAstVisitAll(new Visitor(), nodes);
  return found;
}

it('a long form says how things stand, and has its buttons, wherever one is in it', () => {
  const without = components.flatMap(({ file, nodes }) =>
    forms(nodes)
      .map(form => elements(form.children).map(({ element }) => element))
      .filter(all => all.filter(e => binds(e, 'formField')).length >= LONG && !all.some(e => e.name === 'app-form-bar'))
      .map(() => file),
  );
  expect(without.filter(file => !(file in OTHERS))).toEqual([]);
});
