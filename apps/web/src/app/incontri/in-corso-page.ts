import { Component } from '@angular/core';

@Component({ selector: 'app-in-corso-page', template: '' })
export class InCorsoPage {}
