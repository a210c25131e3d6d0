import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AccessoService } from './accesso.service.js';
import { AccountCommands } from './account/account-commands.js';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { AccountsHousekeeping } from './accounts.housekeeping.js';
import { AccountsQueries } from './accounts.queries.js';
import { AmministratoreService } from './amministratore.service.js';
import { Credentials } from './account/credentials.js';
import { Limits } from './account/limits.js';
import { PasswordService } from './password.service.js';
import { Passwords } from './password/passwords.js';
import { RegistrazioneService } from './registrazione.service.js';
import { SessionActivity } from './session-activity.js';
import { SessionCookies } from './session-cookies.js';
import { SessioniController } from './sessioni.controller.js';

@Module({
  controllers: [AccountController, SessioniController],
  providers: [
    AccessoService,
    AccountCommands,
    AccountService,
    AccountsHousekeeping,
    AccountsQueries,
    AmministratoreService,
    Credentials,
    Limits,
    Passwords,
    PasswordService,
    RegistrazioneService,
    SessionActivity,
    SessionCookies,
    { provide: APP_INTERCEPTOR, useExisting: SessionActivity },
  ],
  exports: [AccountCommands, AccountsQueries, Credentials, Limits],
})
export class AccountsModule {}
