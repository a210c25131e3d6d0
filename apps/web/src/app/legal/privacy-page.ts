import { Component } from '@angular/core';
import { Contatti } from './contatti';

@Component({ selector: 'app-privacy-page', imports: [Contatti], templateUrl: './privacy-page.html' })
export class PrivacyPage {}
