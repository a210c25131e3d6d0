import { Inject, Injectable } from '@nestjs/common';
import { haUfficio, PAROLE, paroleDi, type Genere, type ParoleScelte } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { announce } from '../realtime/bus.js';
import type { RequestContext } from '../commands/context.js';
import type { EmailDraft, EmailSender } from './email.types.js';
import { FIXED, isFixed, withFixedWords, type FixedWords } from './fixed-words.js';
import { KNOWN, knownAddresses } from './known-addresses.js';
import { layoutEmail, linkTo, PORTAL } from './layout/layout.js';
import { demandMail } from './mail-gate.js';
import { garantita } from './mails.js';
import { BAD_ADDRESS, mailbox, oneLine } from './one-line.js';

const NOBODY: EmailSender = { name: PORTAL, parole: PAROLE, replyTo: null };

/** Mails written by one statement: its parameter is one document, and a document of the database has a greatest size (256 MB). */
const AT_ONCE = 1_000;

/** One statement for many mails; a `chiave` already there is a mail already written. */
const INSERT = `
  INSERT INTO email (id, ambito_id, chiave, tipo, oggetto_tipo, oggetto_id, anche, tavolo_id, filo, da_nome, rispondi_a, a_nome, a_indirizzo, subject, testo, html, files,
    calendario, rinuncia, riservata, stato, errore)
  SELECT gen_random_uuid(), ambito_id, chiave, tipo, oggetto_tipo, oggetto_id, anche, tavolo_id, filo, da_nome, rispondi_a, a_nome, a_indirizzo, subject, testo, html, files,
    calendario, rinuncia, riservata, CASE WHEN errore IS NULL THEN 'in_coda' ELSE 'rifiutata' END, errore
  FROM jsonb_to_recordset($1::jsonb) AS m (ambito_id uuid, chiave text, tipo text, oggetto_tipo text, oggetto_id uuid, anche uuid[], tavolo_id uuid, filo uuid, da_nome text,
    rispondi_a text, a_nome text, a_indirizzo text, subject text, testo text, html text, files jsonb, calendario jsonb, rinuncia text, riservata boolean, errore text)
  ON CONFLICT (chiave) DO NOTHING`;

/** Where mails are written, in the transaction of the act that they tell of: they leave after it commits, and only then. */
@Injectable()
export class EmailOutbox {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(KNOWN) private readonly known: readonly string[],
    @Inject(FIXED) private readonly fixed: Readonly<Record<string, FixedWords>>,
  ) {}

  /**
   * Writes the mails, laid out, in the caller's transaction. To an address whose holder has never said yes goes nothing that anybody
   * typed, whatever the draft says, and the gate counts it to who asks (`from`; null: a clock of ours). One whose recipient is no single mailbox is kept as `rifiutata`: an act
   * is not held up by an address, and staff see what was not sent.
   * @throws Error when an action leads out of the portal; ProblemError 429 when who asks has caused too many
   */
  async enqueue(manager: EntityManager, written: readonly EmailDraft[], from: Asker | null = null): Promise<void> {
    if (written.length === 0) return;
    const drafts = await this.admit(manager, written, from);
    const [senders, generi] = [await sendersOf(manager, drafts), await generiDi(manager, drafts)];
    for (let first = 0; first < drafts.length; first += AT_ONCE) {
      const rows = drafts
        .slice(first, first + AT_ONCE)
        .map(draft =>
          this.row(draft, senders.get(draft.about?.ambitoId ?? '') ?? NOBODY, generi.get(mailbox(draft.to.address) ?? '') ?? null),
        );
      await manager.query(INSERT, [JSON.stringify(rows)]);
    }
    await announce(manager, { t: 'email' });
  }

  private async admit(db: EntityManager, drafts: readonly EmailDraft[], from: Asker | null): Promise<EmailDraft[]> {
    const known = await knownAddresses(
      db,
      this.known,
      drafts.flatMap(draft => mailbox(draft.to.address) ?? []),
    );
    const stranger = (draft: EmailDraft): boolean => draft.known !== true && !known.has(mailbox(draft.to.address) ?? '');
    if (from !== null && isCounted(from)) {
      const counted = new Map(drafts.filter(stranger).map(draft => [draft.to.address, garantita(draft.tipo)] as const));
      // In one order: two who ask at once never wait for each other.
      for (const [address, byAccount] of [...counted].sort(([a], [b]) => a.localeCompare(b)))
        await demandMail(db, from, address, byAccount);
    }
    return drafts.map(draft => (stranger(draft) && !isFixed(draft) ? withFixedWords(draft, this.fixed[draft.tipo]) : draft));
  }

  private row(draft: EmailDraft, sender: EmailSender, genere: Genere | null): Readonly<Record<string, unknown>> {
    const { subject, text, html } = layoutEmail(draft, sender, this.config.publicOrigin, genere);
    const address = mailbox(draft.to.address);
    return {
      ambito_id: draft.about?.ambitoId ?? null,
      chiave: oneLine(draft.chiave, 500),
      tipo: oneLine(draft.tipo, 100),
      oggetto_tipo: draft.about?.tipo ?? null,
      oggetto_id: draft.about?.id ?? null,
      anche: draft.about?.anche ?? [],
      tavolo_id: draft.about?.tavoloId ?? null,
      filo: draft.about?.filo ?? draft.about?.id ?? null,
      da_nome: oneLine(sender.name, 200),
      rispondi_a: sender.replyTo,
      a_nome: oneLine(draft.to.name, 200),
      a_indirizzo: address ?? oneLine(draft.to.address, 254),
      subject,
      testo: text,
      html,
      files: (draft.files ?? []).map(file => ({ ...file, name: oneLine(file.name, 200) })),
      calendario: draft.calendar ?? null,
      rinuncia: draft.rinuncia === undefined ? null : linkTo(draft.rinuncia, this.config.publicOrigin),
      riservata: draft.secret === true,
      errore: address === null ? BAD_ADDRESS : null,
    };
  }
}

type Asker = Pick<RequestContext, 'network' | 'actor'>;

/** Whoever holds an office is answered for by it; the portal itself has no network. */
const isCounted = ({ network, actor }: Asker): boolean => network !== '' && !haUfficio(actor);

/** In whose name each ambito writes, read once for all drafts. */
async function sendersOf(manager: EntityManager, drafts: readonly EmailDraft[]): Promise<Map<string, EmailSender>> {
  const ids = [...new Set(drafts.flatMap(draft => draft.about?.ambitoId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await manager.query<{ id: string; nome: string; parole: ParoleScelte | null; email: string | null }[]>(
    `SELECT id, nome, parole, contatti->>'email' AS email FROM ambito WHERE id = ANY($1)`,
    [ids],
  );
  return new Map(
    rows.map(row => {
      const parole = paroleDi(row);
      return [row.id, { name: parole.nomeEsteso.testo, parole, replyTo: mailbox(row.email ?? '') }];
    }),
  );
}

/** How those who have an account want to be written to. */
async function generiDi(manager: EntityManager, drafts: readonly EmailDraft[]): Promise<Map<string, Genere>> {
  const rows = await manager.query<{ email: string; genere: Genere }[]>(
    'SELECT email, genere FROM account WHERE genere IS NOT NULL AND email = ANY($1::text[])',
    [[...new Set(drafts.flatMap(draft => mailbox(draft.to.address) ?? []))]],
  );
  return new Map(rows.map(({ email, genere }) => [email, genere]));
}
