import type { EnteInput, NaturaGiuridica, Sede, StatoEnte } from '@tavoli/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organisation that takes part in the tavoli of an ambito. */
@Entity()
export class Ente {
  @PrimaryColumn('uuid') ambitoId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') stato: StatoEnte;
  @Column('text') denominazione: string;
  @Column('text') naturaGiuridica: NaturaGiuridica;
  @Column('text') codiceFiscale: string;
  @Column('text', { nullable: true }) partitaIva: string | null;
  @Column('jsonb', { nullable: true }) runts: EnteInput['runts'];
  @Column('jsonb') sedeLegale: Sede;
  @Column('jsonb', { nullable: true }) sedeOperativa: Sede | null;
  @Column('text', { nullable: true }) pec: string | null;
  @Column('text') email: string;
  @Column('text') telefono: string;
  @Column('jsonb') legaleRappresentante: EnteInput['legaleRappresentante'];
  @Column('uuid', { array: true }) aree: string[];
  @Column('text') presentazione: string;
  @Column('jsonb', { nullable: true }) statuto: { nome: string; bytes: number; sha256: string } | null;
  @Column('text', { nullable: true }) motivazione: string | null;
  @Column('int') version: number;
}

/** A person who acts for an ente in the portal, from `dal` to `al`. */
@Entity()
export class Operatore {
  @PrimaryColumn('uuid') ambitoId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') enteId: string;
  @Column('uuid') accountId: string;
  @Column('timestamptz', { nullable: true }) al: Date | null;
}
