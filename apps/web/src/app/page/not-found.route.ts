/** What stands at an address that no page has. */
export const notFound = () => import('./not-found').then(m => m.NotFound);
