import { storageView } from './storage';
import { ViewDefinition } from './view';

/**
 * The chains that can be drawn, by id.
 * @public
 */
export const views: readonly ViewDefinition[] = [storageView];
