import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { stringAt } from '../../reading/raw';

/** A bucket that a stranger may see in the list. */
export type BucketFacts = { endpoint?: string };

export const bucket = defineKind<BucketFacts>({
  group: 's3.socle.dev',
  kind: 'Bucket',
  plural: 'buckets',
  versions: ['v1'],
  namespaced: true,
  source: 'probe',
  stateless: true,
  project: raw => ({ endpoint: stringAt(raw, 'spec', 'endpoint') }),
  provides: ({ meta }) => [`s3Bucket:${meta.name}`],
  links: ({ facts, meta }) =>
    facts.endpoint
      ? [
          linkTo(
            'endpoint',
            {
              group: 's3.socle.dev',
              kind: 'Endpoint',
              namespace: meta.namespace,
              name: facts.endpoint,
            },
            'target',
          ),
        ]
      : [],
});
