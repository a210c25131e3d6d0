import { safeFileName } from './safe-file-name.js';

const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]+(?:; [a-z]+=[a-z0-9-]+)*$/;

/**
 * The headers under which a file leaves the portal: to be saved under its own name (RFC 6266, RFC 8187), never shown or run inside our
 * pages. Give them to HEAD and to ranges as well.
 */
export function attachmentHeaders(name: string, mediaType: string): Record<string, string> {
  const safe = safeFileName(name);
  return {
    'content-type': MEDIA_TYPE.test(mediaType) ? mediaType : 'application/octet-stream',
    'content-disposition': `attachment; filename="${ascii(safe)}"; filename*=UTF-8''${encode(safe)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
  };
}

/** For readers that know only the old parameter: accents are taken off, the rest becomes `_`. */
function ascii(name: string): string {
  return name
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{M}+/giu, '')
    .replace(/[^\w .()-]/g, '_');
}

/** RFC 8187 `value-chars`: `encodeURIComponent` leaves four characters that are not among them. */
function encode(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
