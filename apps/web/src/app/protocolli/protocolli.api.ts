import { inject } from '@angular/core';
import type { DaProtocollareView, ProtocolliView, ProtocolloCorrezione, ProtocolloInput, ProtocolloView } from '@tavoli/shared';
import { Api } from '../api/api';
import { type CursorList, cursorList } from '../api/cursor-list';
import { ambitoDi } from './protocolli-pubblici.api';

export { protocolliResource, type Protocollato } from './protocolli-pubblici.api';

export const daProtocollareList = (ambito: () => string, tipo: () => string): CursorList<DaProtocollareView> =>
  cursorList(() => `${ambitoDi(ambito())}/da-protocollare${tipo() === '' ? '' : `?tipo=${tipo()}`}`);
export const daProtocollareCsv = (ambito: string, tipo: string): string =>
  `${ambitoDi(ambito)}/da-protocollare.csv${tipo === '' ? '' : `?tipo=${tipo}`}`;

type Versioned = Pick<ProtocolloView, 'id' | 'version'>;

/** Commands. Call in an injection context. */
export function protocolliCommands() {
  const api = inject(Api);
  const at = (ambito: string, { id }: Versioned) => `${ambitoDi(ambito)}/protocolli/${id}`;
  return {
    scrivi: (ambito: string, input: ProtocolloInput, idempotencyKey: string) =>
      api.post<ProtocolliView>(`${ambitoDi(ambito)}/protocolli`, input, { idempotencyKey }),
    correggi: (ambito: string, p: Versioned, input: ProtocolloCorrezione) =>
      api.put<ProtocolliView>(at(ambito, p), input, { version: p.version }),
    togli: (ambito: string, p: Versioned, motivazione: string) =>
      api.post<ProtocolliView>(`${at(ambito, p)}/togli`, { motivazione }, { version: p.version }),
  };
}
