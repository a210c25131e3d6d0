/** What a `style` says of one property, in small letters; '' when it says nothing. Read from the text: what a program wrote there no browser has to know. */
export function stile(element: Element, property: string): string {
  for (const part of (element.getAttribute('style') ?? '').split(';')) {
    const [name = '', ...value] = part.split(':');
    if (name.trim().toLowerCase() === property) return value.join(':').trim().toLowerCase();
  }
  return '';
}

export const avvolgi = (element: Element, tag: string): void => {
  const wrapper = element.ownerDocument.createElement(tag);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
};

/** Leaves the words and takes the tag away. */
export const scarta = (element: Element): void => element.replaceWith(...element.childNodes);

const GRASSO = new Set(['bold', 'bolder', '600', '700', '800', '900']);
const MAGRO = new Set(['normal', 'lighter', '100', '200', '300', '400', '500']);

/**
 * Bold and italic as tags, wherever they were said: Google Docs wraps all that is copied in a `<b>` of weight normal and says what is bold on spans.
 * Of a heading they are how that program draws headings, and no emphasis.
 */
export function enfasi(root: Element): void {
  for (const element of root.querySelectorAll('[style]')) {
    const weight = stile(element, 'font-weight');
    if (MAGRO.has(weight) && element.matches('b, strong')) scarta(element);
    else if (GRASSO.has(weight) && !element.matches('b, strong')) avvolgi(element, 'strong');
    if (stile(element, 'font-style') === 'italic' && !element.matches('i, em')) avvolgi(element, 'em');
    if (stile(element, 'font-style') === 'normal' && element.matches('i, em')) scarta(element);
  }
  for (const element of root.querySelectorAll(':is(h1, h2, h3, h4, h5, h6) :is(b, strong, i, em)')) scarta(element);
}
