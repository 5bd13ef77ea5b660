import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { SystemDefinition } from '@socle/backstage-plugin-socle-model';

/**
 * Adds systems to the model: an in-house operator is one folder and one call.
 * @public
 */
export interface SocleSystemsExtensionPoint {
  /** Throws where a system of this id, or one of its kinds, is known already. */
  addSystem(...systems: SystemDefinition[]): void;
}

/**
 * Where {@link SocleSystemsExtensionPoint} is reached.
 * @public
 */
export const socleSystemsExtensionPoint =
  createExtensionPoint<SocleSystemsExtensionPoint>({ id: 'socle.systems' });
