export interface IndirizziCalendario {
  readonly https: string;
  /** Opens the program of the phone or computer, which then follows the calendar. */
  readonly webcal: string;
  readonly google: string;
  readonly outlook: string;
}

/** The ways to follow the calendar at `percorso` of this portal. */
export function indirizziCalendario(origin: string, percorso: string): IndirizziCalendario {
  const https = `${origin}${percorso}`;
  const webcal = https.replace(/^https?:/, 'webcal:');
  return {
    https,
    webcal,
    google: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`,
    outlook: `https://outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(https)}`,
  };
}
