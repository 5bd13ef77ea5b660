import { notAcceptable } from '../storage/api-error';

/** How the caller wants objects: whole, or their metadata only. */
export interface Wanted {
  /** `PartialObjectMetadata`, `PartialObjectMetadataList` or `APIGroupDiscoveryList`; empty for the object itself. */
  as: string;
  version: string;
}

const supported: Record<string, { group: string; versions: string[] }> = {
  PartialObjectMetadata: { group: 'meta.k8s.io', versions: ['v1', 'v1beta1'] },
  PartialObjectMetadataList: {
    group: 'meta.k8s.io',
    versions: ['v1', 'v1beta1'],
  },
  APIGroupDiscoveryList: {
    group: 'apidiscovery.k8s.io',
    versions: ['v2', 'v2beta1'],
  },
};

const jsonTypes = new Set(['application/json', 'application/*', '*/*']);

function parseClause(clause: string): {
  media: string;
  parameters: Map<string, string>;
  q: number;
} {
  const [media, ...rest] = clause.split(';').map(part => part.trim());
  const parameters = new Map(
    rest.map(parameter => {
      const [name, value = ''] = parameter.split('=');
      return [name.trim(), value.trim()] as const;
    }),
  );
  return { media, parameters, q: Number(parameters.get('q') ?? 1) };
}

/** The first clause that can be served, by weight; 406 where none can. */
export function negotiate(
  accept: string | undefined,
  transforms: string[],
): Wanted {
  const clauses = (accept?.trim() || '*/*').split(',').map(parseClause);
  clauses.sort((a, b) => b.q - a.q);
  for (const { media, parameters } of clauses) {
    if (!jsonTypes.has(media)) continue;
    const as = parameters.get('as');
    if (!as) return { as: '', version: '' };
    const version = parameters.get('v') ?? '';
    const known = supported[as];
    if (
      known &&
      transforms.includes(as) &&
      known.group === parameters.get('g') &&
      known.versions.includes(version)
    ) {
      return { as, version };
    }
  }
  throw notAcceptable();
}
