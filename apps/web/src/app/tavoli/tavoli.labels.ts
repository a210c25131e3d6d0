export { ETICHETTE_VESTE } from '@tavoli/shared';
