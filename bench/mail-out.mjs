import { createTransport } from 'nodemailer';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../scripts/lib/workspace.mjs';
import { repeat } from './lib/repeat.mjs';
import { ratioFigure } from './lib/report.mjs';
import { compare } from './lib/rounds.mjs';

const MAILS = 1000;
const ROUNDS = 3;

const { DEFAULT_PACE } = await import(join(ROOT, 'dist/apps/api/src/platform/email/email-pace.js'));

/** A thousand mails of a convocation through outbox and ledger, each noted durably, against nodemailer on as many connections to the same server. */
export async function run(lab) {
  // Read first: once delivered, the words of a mail with a secret are gone.
  const [sample] = await lab.sql('product', `SELECT * FROM email WHERE tipo = 'incontro.convocazione' AND calendario IS NOT NULL LIMIT 1`);
  const sink = await lab.raw('smtp-sink', {});
  const worker = await lab.also({ PROCESS: 'all', SMTP_URL: `smtp://127.0.0.1:${sink.port}` });
  await emptied(lab);
  const mailer = createTransport({
    host: '127.0.0.1',
    port: sink.port,
    ignoreTLS: true,
    pool: true,
    maxConnections: DEFAULT_PACE.concurrency,
    maxMessages: Infinity,
  });
  const measured = await compare({ product: () => throughOutbox(lab, sample), raw: () => bare(mailer, sample), rounds: ROUNDS });
  mailer.close();
  await worker.stop();
  return [ratioFigure(`mail-out of 1,000 (${DEFAULT_PACE.concurrency} connections)`, measured, { goal: 0.5, aim: 0.63 })];
}

async function throughOutbox(lab, m) {
  await lab.sql(
    'product',
    `INSERT INTO email (id, chiave, tipo, da_nome, rispondi_a, a_nome, a_indirizzo, subject, testo, html, calendario, riservata)
     SELECT gen_random_uuid(), gen_random_uuid()::text, 'misura', $1, $2, 'Persona', 'persona' || n || '@demo.invalid', $3, $4, $5, $6, true FROM generate_series(1, ${MAILS}) n`,
    [m.da_nome, m.rispondi_a, m.subject, m.testo, m.html, JSON.stringify(m.calendario)],
  );
  const start = performance.now();
  await lab.sql('product', `SELECT pg_notify('tavoli', '{"t":"email"}')`);
  await emptied(lab);
  return { perSecond: (MAILS * 1000) / (performance.now() - start) };
}

const emptied = lab =>
  lab.connect('product', async client => {
    for (;;) {
      const { rows } = await client.query(`SELECT 1 FROM email WHERE stato = 'in_coda' LIMIT 1`);
      if (rows.length === 0) return;
      await sleep(5);
    }
  });

function bare(mailer, m) {
  const message = {
    from: 'misura@demo.invalid',
    subject: m.subject,
    text: m.testo,
    html: m.html,
    icalEvent: { method: m.calendario.method, filename: 'invito.ics', content: m.calendario.ics },
  };
  return repeat(MAILS, DEFAULT_PACE.concurrency, i => mailer.sendMail({ ...message, to: `persona${i}@demo.invalid` }));
}
