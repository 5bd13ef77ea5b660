import { defineKind } from '../../definition/kind';
import { objectsAt, stringAt, stringMapAt } from '../../reading/raw';

/** What containers, pods or claims of a namespace get, and may at most ask for. */
type Limit = {
  type: string;
  max?: { [resource: string]: string };
  min?: { [resource: string]: string };
  defaults?: { [resource: string]: string };
  requests?: { [resource: string]: string };
};

export type LimitRangeFacts = { limits: Limit[] };

const FIELDS = [
  ['max', 'max'],
  ['min', 'min'],
  ['default', 'defaults'],
  ['defaultRequest', 'requests'],
] as const;

/** It has no state; what it refuses shows at the owner of the pod that was not made. */
export const limitRange = defineKind<LimitRangeFacts>({
  group: '',
  kind: 'LimitRange',
  plural: 'limitranges',
  versions: ['v1'],
  namespaced: true,
  stateless: true,
  reads: ['spec.limits'],
  project: raw => ({
    limits: objectsAt(raw, 'spec', 'limits').map(limit => {
      const found: Limit = { type: stringAt(limit, 'type') ?? '' };
      for (const [field, fact] of FIELDS) {
        const amounts = stringMapAt(limit, field);
        if (Object.keys(amounts).length > 0) found[fact] = amounts;
      }
      return found;
    }),
  }),
  shows: ['limits'],
});
