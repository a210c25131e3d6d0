import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { NominaView } from '@tavoli/shared';
import { API_FETCH } from '../api/api-fetch';
import { NominaPosto } from './nomina-posto';

const POSTO: NominaView['posti'][number] = {
  id: 'f1c2a9f0-1111-4222-8333-444455556666',
  stato: 'in_attesa',
  tavolo: { nome: 'Anziani', slug: 'anziani', scopo: 'Di chi invecchia.' },
  veste: 'istituzionale',
  titolari: 1,
  supplenti: 1,
  scadeAt: '2027-01-10T11:00:00.000Z',
  persone: [],
  azioni: ['nomina', 'declina'],
};

describe('the seat that an ente is offered', () => {
  it('asks for a titolare beside each field, sends nothing meanwhile, and leaves the supplente be', async () => {
    const fetched: string[] = [];
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: API_FETCH, useValue: (url: string) => (fetched.push(url), Promise.resolve(new Response('{}'))) },
      ],
    });
    const fixture = TestBed.createComponent(NominaPosto);
    fixture.componentRef.setInput('posto', POSTO);
    fixture.componentRef.setInput('ambito', 'prova');
    fixture.componentRef.setInput('segreto', 'x');
    const page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await fixture.whenStable();
    page.querySelector<HTMLButtonElement>('form button[type=submit]')?.click();
    await fixture.whenStable();
    await new Promise(resolve => setTimeout(resolve, 10));
    const errors = [...page.querySelectorAll('.error-summary li')].map(line => line.textContent?.trim());
    expect(errors).toEqual([
      expect.stringContaining('Scrivi il nome'),
      expect.stringContaining('Scrivi il cognome'),
      expect.stringContaining('e-mail'),
    ]);
    expect(fetched).toEqual([]);
    page.remove();
  });
});
