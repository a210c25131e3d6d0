import { DATASET, type Dataset, type DatasetView } from '@tavoli/shared';
import { CONTRIBUTI } from './dataset.contributi.js';
import { INCONTRI, PRESENZE } from './dataset.incontri.js';
import { RAPPRESENTANTI, TAVOLI } from './dataset.tavoli.js';
import type { DefinizioneDataset } from './definizione.js';

export const DEFINIZIONI: Readonly<Record<Dataset, DefinizioneDataset>> = {
  tavoli: TAVOLI,
  rappresentanti: RAPPRESENTANTI,
  incontri: INCONTRI,
  presenze: PRESENZE,
  contributi: CONTRIBUTI,
};

export const CATALOGO: readonly DatasetView[] = DATASET.map(nome => {
  const { titolo, descrizione, colonne } = DEFINIZIONI[nome];
  return { nome, titolo, descrizione, colonne: colonne.map(c => ({ nome: c.nome, descrizione: c.descrizione })) };
});
