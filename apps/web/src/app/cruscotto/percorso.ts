/** Where a path within the ambito, with its query string, leads. */
export function via(ambito: string, percorso: string): { link: string; query: Record<string, string> } {
  const [path = '', query = ''] = percorso.replace(/^\//, '').split('?');
  return { link: `/${ambito}/${path}`, query: Object.fromEntries(new URLSearchParams(query)) };
}
