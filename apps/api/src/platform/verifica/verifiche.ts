import { Global, Injectable, Module } from '@nestjs/common';
import type { VerificaView } from '@tavoli/shared';

/** Finds what was published with this fingerprint (64 lower-case hexadecimal digits); null: not one of this feature's. */
export type Verifica = (sha256: string) => Promise<VerificaView['documento']>;

/** What took the place of a file that was published with this fingerprint; null: nothing did. */
export type Sostituzione = (sha256: string) => Promise<VerificaView['sostituito']>;

/** Every feature that publishes files says here how to recognise its own. */
@Injectable()
export class Verifiche {
  private readonly fonti: Verifica[] = [];
  private sostituzione: Sostituzione = () => Promise.resolve(null);

  /** To be called while modules initialise. */
  aggiungi(verifica: Verifica): void {
    this.fonti.push(verifica);
  }

  /** Asked before all others. To be called while modules initialise, once. */
  sostituisci(sostituzione: Sostituzione): void {
    this.sostituzione = sostituzione;
  }

  sostituito(sha256: string): Promise<VerificaView['sostituito']> {
    return this.sostituzione(sha256);
  }

  async cerca(sha256: string): Promise<VerificaView> {
    for (const verifica of this.fonti) {
      const documento = await verifica(sha256);
      if (documento !== null) return { autentico: true, documento, sostituito: null };
    }
    return { autentico: false, documento: null, sostituito: null };
  }
}

@Global()
@Module({ providers: [Verifiche], exports: [Verifiche] })
export class VerificheModule {}
