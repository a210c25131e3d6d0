import type { RuoloRappresentante, StatoConsenso, StatoDesignazione, Veste } from '@tavoli/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An ente's act naming its people to a tavolo. */
@Entity()
export class Designazione {
  @PrimaryColumn('uuid') ambitoId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') avvisoId: string;
  @Column('uuid') tavoloId: string;
  @Column('uuid') enteId: string;
  @Column('text') stato: StatoDesignazione;
  @Column('text', { nullable: true }) veste: Veste | null;
  @Column('int', { nullable: true }) protocolloAnno: number | null;
  @Column('int', { nullable: true }) protocolloNumero: number | null;
  @Column('timestamptz', { nullable: true }) inviataAt: Date | null;
  @Column('timestamptz', { nullable: true }) accettataAt: Date | null;
  @Column('text', { nullable: true }) motivazione: string | null;
  @Column('uuid', { nullable: true }) sostituisceId: string | null;
  @Column('int') version: number;
}

/** A person named by a designazione. */
@Entity()
export class Rappresentante {
  @PrimaryColumn('uuid') ambitoId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') designazioneId: string;
  @Column('int') ordine: number;
  @Column('text') ruolo: RuoloRappresentante;
  @Column('text') nome: string;
  @Column('text') cognome: string;
  @Column('text') email: string;
  @Column('text', { nullable: true }) telefono: string | null;
  @Column('text', { nullable: true }) qualifica: string | null;
  @Column('text') consenso: StatoConsenso;
  @Column('timestamptz', { nullable: true }) consensoAt: Date | null;
  @Column('bytea', { nullable: true }) segretoHash: Buffer | null;
  /** Who names the same person in the designazione that this one replaces: they go on, and are not asked again. */
  @Column('uuid', { nullable: true }) continuaId: string | null;
}

/** The seat held, from acceptance and consent to its end. */
@Entity()
export class Mandato {
  @PrimaryColumn('uuid') ambitoId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') tavoloId: string;
  @Column('uuid') enteId: string;
  @Column('uuid') rappresentanteId: string;
  @Column('text') ruolo: RuoloRappresentante;
  @Column('text') veste: Veste;
  @Column('timestamptz', { nullable: true }) al: Date | null;
  @Column('text', { nullable: true }) motivoFine: 'revocata' | 'sostituita' | 'consenso_ritirato' | null;
}
