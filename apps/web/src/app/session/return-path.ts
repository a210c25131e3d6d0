/**
 * Where to go after signing in: `ritorno` if it is a path of this portal, else `fallback`. Anything a browser could read as another
 * site (`//host`, `/\host`, a scheme, control characters) is refused.
 */
export function returnPath(ritorno: string | null | undefined, fallback = '/'): string {
  if (!ritorno || !/^\/(?![/\\])[^\\\u0000-\u0020\u007f]*$/.test(ritorno)) return fallback;
  const here = 'http://portale.invalid';
  const url = new URL(ritorno, here);
  return url.origin === here && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : fallback;
}
