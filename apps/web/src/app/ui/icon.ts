import { Component, input } from '@angular/core';

/** The symbols of public/icons.svg. */
export type IconName =
  | 'arrow-right'
  | 'bold'
  | 'calendar'
  | 'check'
  | 'chevron-down'
  | 'chevron-right'
  | 'clock'
  | 'close'
  | 'document'
  | 'download'
  | 'error'
  | 'info'
  | 'italic'
  | 'link'
  | 'list'
  | 'list-numbers'
  | 'lock'
  | 'mail'
  | 'menu'
  | 'omissis'
  | 'people'
  | 'phone'
  | 'pin'
  | 'redo'
  | 'search'
  | 'subtitle'
  | 'table'
  | 'title'
  | 'undo'
  | 'user'
  | 'warning';

/** A decorative icon: always beside words, never instead of them. */
@Component({
  selector: 'app-icon',
  template: `<svg [attr.class]="'icon icon-' + size()" aria-hidden="true" focusable="false">
    <use [attr.href]="'/icons.svg#' + name()" />
  </svg>`,
})
export class Icon {
  readonly name = input.required<IconName>();
  readonly size = input<'xs' | 'sm' | 'md' | 'lg' | 'xl'>('sm');
}
