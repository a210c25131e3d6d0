import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EmailDraft } from './email.types.js';

@Injectable()
export class EmailOutbox {
  async enqueue(manager: EntityManager, drafts: readonly EmailDraft[]): Promise<void> {
    for (const d of drafts) {
      const testo = [...d.paragraphs, d.action?.path ?? ''].join('\n');
      await manager.query(
        `INSERT INTO email (id, ambito_id, chiave, tipo, oggetto_tipo, oggetto_id, tavolo_id, a_nome, a_indirizzo, subject, testo, html) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$11) ON CONFLICT (chiave) DO NOTHING`,
        [randomUUID(), d.about?.ambitoId ?? null, d.chiave, d.tipo, d.about?.tipo ?? null, d.about?.id ?? null, d.about?.tavoloId ?? null, d.to.name, d.to.address, d.subject, testo],
      );
    }
  }
}
