/** Focus that goes to the toolbar of the page has not left the text. */
export const nellaBarra = (target: EventTarget | null): boolean => target instanceof Element && target.closest('app-barra-editor') !== null;
