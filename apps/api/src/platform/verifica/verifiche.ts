import { Global, Injectable, Module } from '@nestjs/common';
import type { VerificaView } from '@tavoli/shared';

/** Finds what was published with this fingerprint (64 lower-case hexadecimal digits); null: not one of this feature's. */
export type Verifica = (sha256: string) => Promise<VerificaView['documento']>;

/** Every feature that publishes files says here how to recognise its own. */
@Injectable()
export class Verifiche {
  private readonly fonti: Verifica[] = [];

  /** To be called while modules initialise. */
  aggiungi(verifica: Verifica): void {
    this.fonti.push(verifica);
  }

  async cerca(sha256: string): Promise<VerificaView> {
    for (const verifica of this.fonti) {
      const documento = await verifica(sha256);
      if (documento !== null) return { autentico: true, documento };
    }
    return { autentico: false, documento: null };
  }
}

@Global()
@Module({ providers: [Verifiche], exports: [Verifiche] })
export class VerificheModule {}
