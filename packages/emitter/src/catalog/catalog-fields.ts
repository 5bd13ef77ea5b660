import { AREAS } from '@socle/backstage-plugin-socle-common';
import { entityRef, purposeName } from '../input/fields';
import { JsonSchema } from '../input/json-schema';

/** What the catalog is told of an app. */
export const catalogFields: Record<string, JsonSchema> = {
  owner: { ...entityRef, title: 'Owner' },
  system: { ...entityRef, title: 'System' },
  lifecycle: {
    type: 'string',
    title: 'Lifecycle',
    enum: ['experimental', 'production', 'deprecated'],
  },
  type: { ...purposeName, title: 'Type' },
  area: { type: 'string', title: 'Area', enum: [...AREAS] },
  docs: { ...entityRef, title: 'Documentation' },
};
