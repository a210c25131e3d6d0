/**
 * On the server `/api/...` goes to the API's own origin (`INTERNAL_API_ORIGIN`), whatever address the page was asked at. Nothing else
 * is ever fetched, and nothing of the visitor goes along.
 */
export const internalApiFetch: typeof fetch = (input, init) => {
  const origin = process.env['INTERNAL_API_ORIGIN'] ?? 'http://localhost:3000';
  if (typeof input !== 'string' || !input.startsWith('/api/')) throw new Error(`Not an address of the API: ${String(input)}`);
  return fetch(origin + input, init);
};
