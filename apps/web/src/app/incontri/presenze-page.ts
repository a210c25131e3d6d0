import { Component } from '@angular/core';

@Component({ selector: 'app-presenze-page', template: '' })
export class PresenzePage {}
