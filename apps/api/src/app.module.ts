import { Module, StandardSchemaValidationPipe, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { KINDS } from './kinds.js';
import { FIXED_WORDS } from './messaggi/fixed-words.js';
import { KNOWN_ADDRESSES } from './known-addresses.js';
import { SESSIONE } from './accounts/account/sessione.sql.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { AmbitiModule } from './ambiti/ambiti.module.js';
import { AttiModule } from './atti/atti.module.js';
import { AvvisiModule } from './avvisi/avvisi.module.js';
import { ElenchiModule } from './elenchi/elenchi.module.js';
import { MotoriModule } from './motori/motori.module.js';
import { CalendariModule } from './calendari/calendari.module.js';
import { ChiusureModule } from './chiusure/chiusure.module.js';
import { ComponentiModule } from './componenti/componenti.module.js';
import { ContributiModule } from './contributi/contributi.module.js';
import { CruscottoModule } from './cruscotto/cruscotto.module.js';
import { DemoModule } from './demo/demo.module.js';
import { DecadenzeModule } from './decadenze/decadenze.module.js';
import { DesignazioniModule } from './designazioni/designazioni.module.js';
import { DesignazioniInsiemeModule } from './designazioni-insieme/insieme.module.js';
import { DirettiModule } from './diretti/diretti.module.js';
import { ElaboratiModule } from './elaborati/elaborati.module.js';
import { EntiModule } from './enti/enti.module.js';
import { IncarichiModule } from './incarichi/incarichi.module.js';
import { IncontriModule } from './incontri/incontri.module.js';
import { IterModule } from './iter/iter.module.js';
import { MessaggiModule } from './messaggi/messaggi.module.js';
import { AccessModule } from './platform/access/access.module.js';
import { CommandsModule } from './platform/commands/commands.module.js';
import type { Config } from './platform/config/config.js';
import { ConfigModule } from './platform/config/config.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { EmailModule } from './platform/email/email.module.js';
import { FilesModule } from './platform/storage/files.module.js';
import { ProblemFilter, validationProblem } from './platform/problem/problem.filter.js';
import { OpsModule } from './platform/ops/ops.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { PianiModule } from './piani/piani.module.js';
import { PromemoriaModule } from './promemoria/promemoria.module.js';
import { RealtimeModule } from './platform/realtime/realtime.module.js';
import { ProtocolliModule } from './protocolli/protocolli.module.js';
import { RegistroModule } from './registro/registro.module.js';
import { ImpegniModule } from './impegni/impegni.module.js';
import { SegnalazioniModule } from './segnalazioni/segnalazioni.module.js';
import { GuidaModule } from './guida/guida.module.js';
import { LegaleModule } from './legale/legale.module.js';
import { OscuramentiModule } from './oscuramenti/oscuramenti.module.js';
import { DirittiModule } from './diritti/diritti.module.js';
import { SeguitiModule } from './seguiti/seguiti.module.js';
import { CaricamentiModule } from './caricamenti/caricamenti.module.js';
import { DatiModule } from './dati/dati.module.js';
import { RicercaModule } from './ricerca/ricerca.module.js';
import { SigilliModule } from './sigilli/sigilli.module.js';
import { OsservatoriModule } from './osservatori/osservatori.module.js';
import { SollecitiConsensoModule } from './solleciti-consenso/solleciti-consenso.module.js';
import { SottogruppiModule } from './sottogruppi/sottogruppi.module.js';
import { TavoliModule } from './tavoli/tavoli.module.js';
import { VerificheModule } from './platform/verifica/verifiche.js';
import { VerbaliModule } from './verbali/verbali.module.js';

const PLATFORM = [
  AccessModule.of(KINDS, SESSIONE),
  CommandsModule,
  EmailModule.of(KNOWN_ADDRESSES, FIXED_WORDS),
  FilesModule,
  JobsModule,
  OpsModule,
  RealtimeModule,
  VerificheModule,
];
const FEATURES = [
  AccountsModule,
  AmbitiModule,
  TavoliModule,
  ChiusureModule,
  SollecitiConsensoModule,
  SottogruppiModule,
  OsservatoriModule,
  AvvisiModule,
  ElenchiModule,
  DesignazioniModule,
  DesignazioniInsiemeModule,
  DecadenzeModule,
  DirettiModule,
  EntiModule,
  IncarichiModule,
  IncontriModule,
  CalendariModule,
  MotoriModule,
  CruscottoModule,
  PromemoriaModule,
  VerbaliModule,
  IterModule,
  MessaggiModule,
  RegistroModule,
  ProtocolliModule,
  AttiModule,
  RicercaModule,
  SigilliModule,
  DatiModule,
  ImpegniModule,
  GuidaModule,
  ComponentiModule,
  SegnalazioniModule,
  LegaleModule,
  DirittiModule,
  SeguitiModule,
  ContributiModule,
  ElaboratiModule,
  PianiModule,
  OscuramentiModule,
  CaricamentiModule,
];

@Module({})
export class AppModule {
  /** The whole product on the database at `url`. */
  static with(config: Config, url: string): DynamicModule {
    return {
      module: AppModule,
      imports: [ConfigModule.with(config), DatabaseModule.at(url, config), ...PLATFORM, ...FEATURES, ...(config.demo ? [DemoModule] : [])],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: () => new StandardSchemaValidationPipe({ exceptionFactory: validationProblem }) },
      ],
    };
  }
}
