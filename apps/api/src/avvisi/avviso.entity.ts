import type { NaturaGiuridica, StatoAvviso } from '@tavoli/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A public invitation to name representatives. `chiuso` is not stored: see `statoAvviso`. */
@Entity()
export class Avviso {
  @PrimaryColumn('uuid') ambitoId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') stato: Exclude<StatoAvviso, 'chiuso'>;
  @Column('text') titolo: string;
  @Column('text') testo: string;
  @Column('timestamptz') apreAt: Date;
  @Column('timestamptz') chiudeAt: Date;
  @Column('int') postiTitolari: number;
  @Column('int') postiSupplenti: number;
  @Column('text', { array: true }) natureAmmesse: NaturaGiuridica[];
  @Column('boolean') ammetteTardive: boolean;
  @Column('timestamptz', { nullable: true }) pubblicatoAt: Date | null;
  @Column('text', { nullable: true }) motivazione: string | null;
  @Column('int') version: number;
}

@Entity()
export class AvvisoTavolo {
  @PrimaryColumn('uuid') ambitoId: string;
  @PrimaryColumn('uuid') avvisoId: string;
  @PrimaryColumn('uuid') tavoloId: string;
}

/** A motivated move of the closing. */
@Entity()
export class AvvisoProroga {
  @PrimaryColumn('uuid') ambitoId: string;
  @PrimaryColumn('uuid') avvisoId: string;
  @Column('timestamptz') da: Date;
  @PrimaryColumn('timestamptz') a: Date;
  @Column('text') motivazione: string;
}

/** A document attached to an avviso; its bytes are in the blob store under `sha256`. */
@Entity()
export class AvvisoFile {
  @PrimaryColumn('uuid') ambitoId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') avvisoId: string;
  @Column('text') nome: string;
  @Column('int') bytes: number;
  @Column('text') sha256: string;
}
