const MAX_CHARS = 120;
/** File systems count bytes, 255 of them at most. */
const MAX_BYTES = 240;
/** What comes before is a path or a joke; and no pattern below ever works on more. */
const MAX_READ = 1000;
/** Controls, marks that turn the direction of text, invisible and unassigned characters, line separators. */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]/gu;
const FORBIDDEN = /[<>:"|?*]/g;
/** Names that Windows keeps for devices, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/**
 * A file name that is safe to keep, to show and to propose for saving: no folders, controls or tricks of direction, at most 120
 * characters, letters of any language kept. Applying it twice changes nothing more.
 * @param extension what the content was found to be (`.pdf`): the name will end so
 */
export function safeFileName(name: string, extension = ''): string {
  const clean = name
    .slice(-MAX_READ)
    .toWellFormed()
    .replace(HIDDEN, '')
    .normalize('NFC')
    .replace(/^.*[\\/]/s, '')
    .replace(FORBIDDEN, '_');
  const [stem, suffix] = extension ? [withoutEnd(clean, extension), extension] : split(tidy(clean));
  const body = tidy(stem);
  return (cut(DEVICE.test(body) ? `_${body}` : body, suffix) || 'documento') + suffix;
}

/** The end of a name says what it is, so it survives a cut. */
function split(name: string): readonly [stem: string, suffix: string] {
  const suffix = /(?<=.)\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? '';
  return [name.slice(0, name.length - suffix.length), suffix];
}

function withoutEnd(name: string, end: string): string {
  return name.toLowerCase().endsWith(end.toLowerCase()) ? name.slice(0, -end.length) : name;
}

const EDGE = /[\s.]/u;

/** Single spaces; neither spaces nor full stops at the ends. */
function tidy(text: string): string {
  const spaced = text.replace(/\s+/gu, ' ');
  let [from, to] = [0, spaced.length];
  while (from < to && EDGE.test(spaced.charAt(from))) from += 1;
  while (to > from && EDGE.test(spaced.charAt(to - 1))) to -= 1;
  return spaced.slice(from, to);
}

const fits = (name: string): boolean => name.length <= MAX_CHARS && Buffer.byteLength(name) <= MAX_BYTES;

/** Whole characters only, as many as fit with the suffix. */
function cut(body: string, suffix: string): string {
  if (fits(body + suffix)) return tidy(body);
  let kept = '';
  for (const { segment } of new Intl.Segmenter('it').segment(body)) {
    if (!fits(kept + segment + suffix)) break;
    kept += segment;
  }
  return tidy(kept);
}
