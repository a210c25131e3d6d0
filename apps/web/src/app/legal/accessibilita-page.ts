import { Component } from '@angular/core';
import { Contatti } from './contatti';

@Component({ selector: 'app-accessibilita-page', imports: [Contatti], templateUrl: './accessibilita-page.html' })
export class AccessibilitaPage {}
