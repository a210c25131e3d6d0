import { Component, computed, input } from '@angular/core';
import { type BadgeTone, STATI, type Stato } from './stati';

/** A state in words and colour: `<app-stato-badge [stato]="d.stato" />`. `label` or `tone` override the words or the colour. */
@Component({
  selector: 'app-stato-badge',
  template: `<span [attr.class]="'stato stato-' + shown().tone">{{ shown().label }}</span>`,
})
export class StatoBadge {
  readonly stato = input.required<Stato>();
  readonly label = input<string>();
  readonly tone = input<BadgeTone>();
  protected readonly shown = computed(() => ({
    label: this.label() ?? STATI[this.stato()].label,
    tone: this.tone() ?? STATI[this.stato()].tone,
  }));
}
