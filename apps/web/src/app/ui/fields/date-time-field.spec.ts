import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { form, FormField } from '@angular/forms/signals';
import { DateTimeField } from './date-time-field';

@Component({ imports: [DateTimeField, FormField], template: `<app-date-time-field [formField]="f.chiudeAt" label="Chiusura" />` })
class Modulo {
  readonly model = signal({ chiudeAt: '' });
  readonly f = form(this.model);
}

describe('A day and an hour on Italy’s clock', () => {
  let fixture: ComponentFixture<Modulo>;
  let date: HTMLInputElement;
  let time: HTMLInputElement;

  beforeEach(async () => {
    fixture = TestBed.createComponent(Modulo);
    await fixture.whenStable();
    [date, time] = (fixture.nativeElement as HTMLElement).querySelectorAll('input') as unknown as [HTMLInputElement, HTMLInputElement];
  });

  const write = async (day: string, hour: string) => {
    date.value = day;
    time.value = hour;
    time.dispatchEvent(new Event('input', { bubbles: true }));
    time.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await fixture.whenStable();
  };
  const error = () => (fixture.nativeElement as HTMLElement).querySelector('.field-error')?.textContent?.replace(/^.*Errore: /, '');

  it('F-7: becomes the right instant in winter and in summer, whatever the zone of the machine', async () => {
    await write('2026-12-23', '12:00');
    expect(fixture.componentInstance.model().chiudeAt).toBe('2026-12-23T11:00:00.000Z');
    await write('2026-07-23', '12:00');
    expect(fixture.componentInstance.model().chiudeAt).toBe('2026-07-23T10:00:00.000Z');
  });

  it('F-7: of the hour that autumn repeats means the first, and refuses with the reason the one that spring skips', async () => {
    await write('2026-10-25', '02:30');
    expect(fixture.componentInstance.model().chiudeAt).toBe('2026-10-25T00:30:00.000Z');
    await write('2026-03-29', '02:30');
    expect(error()).toMatch(/^Quest’ora non esiste/);
    expect(fixture.componentInstance.f().valid()).toBe(false);
  });

  it('shows an instant as Italy reads it', async () => {
    fixture.componentInstance.model.set({ chiudeAt: '2026-10-23T10:00:00Z' });
    await fixture.whenStable();
    expect([date.value, time.value]).toEqual(['2026-10-23', '12:00']);
  });

  it('asks for the other half when only one is written, and for nothing when both are empty', async () => {
    await write('2026-12-23', '');
    expect(error()).toBe('Indica sia la data sia l’ora.');
    await write('', '');
    expect(error()).toBeUndefined();
    expect(fixture.componentInstance.model().chiudeAt).toBe('');
  });
});
