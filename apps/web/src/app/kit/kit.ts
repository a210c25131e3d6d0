import { Component, inject, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import * as z from 'zod';
import { indirizzoEmail, riga, brano, istante } from '@tavoli/shared';
import { TextField } from '../ui/text-field'; import { TextArea } from '../ui/text-area'; import { PasswordField } from '../ui/password-field'; import { NumberField } from '../ui/number-field';
import { SelectField } from '../ui/select-field'; import { RadioGroup } from '../ui/radio-group'; import { CheckboxGroup } from '../ui/checkbox-group'; import { CheckboxField } from '../ui/checkbox-field';
import { DateTimeField } from '../ui/date-time-field'; import { FileField } from '../ui/file-field'; import { ErrorSummary } from '../ui/error-summary'; import { submission } from '../ui/submission';
import { localDraft } from '../ui/local-draft'; import { DraftNotice } from '../ui/draft-notice'; import { ConfirmDialog } from '../ui/confirm-dialog'; import { StatoBadge } from '../ui/stato-badge'; import { EmptyState } from '../ui/empty-state'; import { Busy } from '../ui/busy'; import { Annunci } from '../ui/annunci'; import { AlertBox } from '../ui/alert-box'; import { LoadingBar } from '../ui/loading-bar';
import { ProblemError } from '../api/problem-error'; import { STATI } from '../ui/stati'; import { Api } from '../api/api';
const S = z.strictObject({ nome: riga(80,'Scrivi il tuo nome.'), email: indirizzoEmail, pass: z.string().min(12,'La password deve avere almeno 12 caratteri.'), testo: brano(100,'Scrivi il testo.'), posti: z.int('Scrivi quanti posti.').min(1,'Almeno uno.').nullable(), natura: z.string().min(1,'Scegli la natura.'), veste: z.string().min(1,'Scegli una veste.'), aree: z.array(z.string()).min(1,'Scegli almeno un’area.'), ok: z.literal(true,'Devi accettare.'), chiude: istante, file: z.any() });
const E = { nome:'', email:'', pass:'', testo:'', posti:null as number|null, natura:'', veste:'', aree:[] as string[], ok:false as boolean, chiude:'', file:null as File|null };
@Component({ selector:'app-kit', imports:[FormField,TextField,TextArea,PasswordField,NumberField,SelectField,RadioGroup,CheckboxGroup,CheckboxField,DateTimeField,FileField,ErrorSummary,DraftNotice,ConfirmDialog,StatoBadge,EmptyState,Busy,AlertBox,LoadingBar],
 template:`<div class="container page"><h1>Kit</h1>
 <p>@for(s of stati; track s){ <app-stato-badge [stato]="s" /> }</p>
 <app-alert tone="warning">L’avviso chiude domani alle 12:00.</app-alert>
 <app-draft-notice [draft]="draft"/>
 <form novalidate (submit)="invio.submit($event)"><app-error-summary [form]="f" [submission]="invio"/>
 <app-text-field [formField]="f.nome" label="Nome" mandatory autocomplete="given-name" hint="Come compare nei documenti."/>
 <app-text-field [formField]="f.email" label="E-mail" type="email" mandatory autocomplete="email"/>
 <app-password-field [formField]="f.pass" label="Password" mandatory autocomplete="new-password"/>
 <app-text-area [formField]="f.testo" label="Testo" [limit]="100" mandatory/>
 <app-number-field [formField]="f.posti" label="Posti"/>
 <app-select-field [formField]="f.natura" label="Natura giuridica" [options]="nature" mandatory/>
 <app-radio-group [formField]="f.veste" label="Veste" [options]="vesti" mandatory/>
 <app-checkbox-group [formField]="f.aree" label="Aree di interesse" [options]="vesti" mandatory hint="Anche più di una."/>
 <app-date-time-field [formField]="f.chiude" label="Chiusura" mandatory hint="Ora italiana."/>
 <app-file-field [formField]="f.file" label="Statuto" hint="Un PDF, al massimo 10 MB." [progress]="0.4"/>
 <app-checkbox-field [formField]="f.ok" label="Ho letto l’informativa" mandatory><a href="/privacy">Leggi l’informativa</a></app-checkbox-field>
 <div class="form-actions"><button class="btn btn-primary" [appBusy]="invio.busy()">Invia</button><button type="button" class="btn btn-outline-primary" (click)="apri(d)">Respingi…</button><button type="button" class="btn btn-outline-primary" (click)="scade()">401</button></div></form>
 <app-confirm-dialog #d titolo="Respingere la designazione?" conferma="Respingi" tone="danger" motivata><p>L’ente potrà inviarne una nuova.</p></app-confirm-dialog>
 <app-empty-state title="Non hai ancora designazioni"><p>Scegli un avviso aperto e indica chi partecipa.</p><a class="btn btn-primary" href="/">Vedi gli avvisi</a></app-empty-state><app-loading-bar/></div>` })
export class Kit { stati=Object.keys(STATI) as never[]; nature=[{value:'odv',label:'ODV'},{value:'aps',label:'APS'}]; vesti=[{value:'componente',label:'Componente',hint:'Conta per il numero legale.'},{value:'osservatore',label:'Osservatore'}];
 model=signal(E); draft=localDraft('kit',this.model,{except:['pass']}); f=form(this.model,p=>validateStandardSchema(p,S as never)); annunci=inject(Annunci); api=inject(Api); n=0;
 invio=submission(this.f, async()=>{ await new Promise(r=>setTimeout(r,1500)); if(this.n++===0) throw new ProblemError({type:'x',title:'Alcuni dati non sono validi',status:400,code:'richiesta.non_valida',errors:[{pointer:'/email',code:'account.esiste',message:'Esiste già un account con questo indirizzo.'},{pointer:'/zzz',code:'x',message:'Errore senza campo.'}]}); this.draft.clear(); this.annunci.notify('Salvato.'); });
 async apri(d:ConfirmDialog){ if(await d.ask(async m=>{ await new Promise(r=>setTimeout(r,1200)); if(m.includes('no')) throw new ProblemError({type:'',title:'La designazione è cambiata.',status:409,code:'designazione.stato'}); })) this.annunci.notify('Respinta.'); }
 scade(){ this.api.get('/api/v1/proibito').catch(()=>0); } }
