import { Avviso, AvvisoFile, AvvisoProroga, AvvisoTavolo } from '../../avvisi/avviso.entity.js';
import { Designazione, Mandato, Rappresentante } from '../../designazioni/designazione.entity.js';
import { Ente, Operatore } from '../../enti/ente.entity.js';

/** What commands write through the ORM; reads are SQL shaped for each view. */
export const ENTITIES = [Avviso, AvvisoFile, AvvisoProroga, AvvisoTavolo, Designazione, Rappresentante, Mandato, Ente, Operatore];
