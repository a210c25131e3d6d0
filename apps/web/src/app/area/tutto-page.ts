import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Voci } from './voci';

/** All that the reader may open, each entry with what it is for. */
@Component({ selector: 'app-tutto-page', imports: [RouterLink], templateUrl: './tutto-page.html' })
export class TuttoPage {
  protected readonly luoghi = inject(Voci).luoghi;
}
