import { networkInterfaces } from 'node:os';
import type { Config } from '../config/config.js';
import type { Log } from './log.js';

/** Tells that the portal answers: to a person in words, in production as a line of the log. */
export function welcome(config: Config, port: number | null, log: Log): void {
  log.fields({ processo: config.process, porta: port ?? 0 }, 'pronto');
  log.flush();
  if (config.env === 'production' || port === null) return;
  process.stdout.write(
    `\n${lines(config, port)
      .map(line => `  ${line}`.trimEnd())
      .join('\n')}\n\n`,
  );
}

function lines(config: Config, port: number): string[] {
  const origin = config.demo ? `http://localhost:${port}` : config.publicOrigin;
  const phone = config.demo && !isLoopback(config.host) ? lanAddress() : null;
  return [
    'Il portale dei Tavoli Tematici è pronto.',
    '',
    `Apri nel browser:       ${origin}`,
    ...(phone === null ? [] : [`Dal telefono in rete:   http://${phone}:${port}`]),
    ...(config.demo ? demoLines(origin) : []),
    '',
    'Per fermarlo: Ctrl-C.',
  ];
}

function demoLines(origin: string): string[] {
  return [
    '',
    'È una dimostrazione: le persone sono inventate e nessun messaggio parte davvero.',
    `Entra con un clic:      ${origin}/demo`,
    '  coordinatore, ufficio dell’ambito, referente di un tavolo, operatore di un ente,',
    '  persona designata, cittadino, amministratore; e la posta che avrebbero ricevuto.',
    'Per ricominciare:       npm run demo:reset',
  ];
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');

function lanAddress(): string | null {
  const addresses = Object.values(networkInterfaces()).flatMap(list => list ?? []);
  return addresses.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? null;
}
