import { dataView } from './data';
import { deliveryView } from './delivery';
import { secretView } from './secret';
import { storageView } from './storage';
import { ViewDefinition } from './view';

/**
 * The chains that can be drawn, by id.
 * @public
 */
export const views: readonly ViewDefinition[] = [
  storageView,
  secretView,
  deliveryView,
  dataView,
];
