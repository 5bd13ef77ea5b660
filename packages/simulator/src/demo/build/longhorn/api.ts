import { days } from '../object-factory';

export const API = 'longhorn.io/v1beta2';
export const NAMESPACE = 'longhorn-system';
export const VERSION = 'v1.12.1';
export const ENGINE_IMAGE = `longhornio/longhorn-engine:${VERSION}`;
export const MANAGER_IMAGE = `longhornio/longhorn-instance-manager:${VERSION}`;

/** Since when what is well has been so. */
export const WELL_MINUTES = days(12);
