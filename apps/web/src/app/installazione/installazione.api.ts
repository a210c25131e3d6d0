import { computed, Injectable } from '@angular/core';
import type { InstallazioneView } from '@tavoli/shared';
import { apiResource } from '../api/api-resource';

/** What this installation is: asked once. */
@Injectable({ providedIn: 'root' })
export class Installazione {
  readonly #view = apiResource<InstallazioneView>(() => '/api/v1/installazione');
  readonly demo = computed(() => this.#view.value()?.demo ?? false);
}
