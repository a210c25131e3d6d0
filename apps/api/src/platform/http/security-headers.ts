import type { Config } from '../config/config.js';

export type Headers = Readonly<Record<string, string>>;

const UNUSED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'payment',
  'usb',
];

/** What every answer carries, of whatever class. */
export function commonHeaders(config: Config): Headers {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': UNUSED_FEATURES.map(feature => `${feature}=()`).join(', '),
    ...(config.publicOrigin.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}

/** For whatever is not a page: were it ever shown as one, it could do nothing. */
const NOT_A_PAGE = `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** For answers of the API, errors and files; a handler may set its own instead. */
export function apiHeaders(config: Config): Headers {
  return { ...commonHeaders(config), 'Content-Security-Policy': NOT_A_PAGE, 'Cache-Control': 'no-store' };
}
