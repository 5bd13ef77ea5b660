import { apiVersionOf, Fields } from '../storage/object';
import { allVerbs, ResourceType } from './resource-type';

/** What is discovered besides the resources that hold objects. */
const reviews: [
  group: string,
  kind: string,
  plural: string,
  namespaced: boolean,
][] = [
  [
    'authorization.k8s.io',
    'SelfSubjectAccessReview',
    'selfsubjectaccessreviews',
    false,
  ],
  [
    'authorization.k8s.io',
    'SelfSubjectRulesReview',
    'selfsubjectrulesreviews',
    false,
  ],
  ['authentication.k8s.io', 'SelfSubjectReview', 'selfsubjectreviews', false],
];

interface Listed {
  group: string;
  version: string;
  type: Pick<
    ResourceType,
    | 'kind'
    | 'plural'
    | 'singular'
    | 'namespaced'
    | 'shortNames'
    | 'categories'
    | 'hasStatus'
  >;
  verbs: string[];
}

function listed(types: ResourceType[]): Listed[] {
  const stored = types.flatMap(type =>
    type.versions.map(version => ({
      group: type.group,
      version,
      type,
      verbs: allVerbs,
    })),
  );
  const reviewed = reviews.map(([group, kind, plural, namespaced]) => ({
    group,
    version: 'v1',
    type: {
      kind,
      plural,
      singular: kind.toLowerCase(),
      namespaced,
      shortNames: [],
      categories: [],
      hasStatus: false,
    },
    verbs: ['create'],
  }));
  return [...stored, ...reviewed];
}

/** Groups in the order in which they came, each with its versions in order of preference. */
function groupsOf(entries: Listed[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { group, version } of entries) {
    const versions = groups.get(group) ?? [];
    if (!versions.includes(version)) versions.push(version);
    groups.set(group, versions);
  }
  return groups;
}

function groupDocument(group: string, versions: string[]): Fields {
  const named = versions.map(version => ({
    groupVersion: apiVersionOf(group, version),
    version,
  }));
  return { name: group, versions: named, preferredVersion: named[0] };
}

export function coreVersions(): Fields {
  return {
    kind: 'APIVersions',
    versions: ['v1'],
    serverAddressByClientCIDRs: [
      { clientCIDR: '0.0.0.0/0', serverAddress: '127.0.0.1' },
    ],
  };
}

export function groupList(types: ResourceType[]): Fields {
  const groups = [...groupsOf(listed(types))].filter(([group]) => group !== '');
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: groups.map(([group, versions]) => groupDocument(group, versions)),
  };
}

export function groupOnly(
  types: ResourceType[],
  group: string,
): Fields | undefined {
  const versions = groupsOf(listed(types)).get(group);
  return (
    versions && {
      kind: 'APIGroup',
      apiVersion: 'v1',
      ...groupDocument(group, versions),
    }
  );
}

export function resourceList(
  types: ResourceType[],
  group: string,
  version: string,
): Fields | undefined {
  const entries = listed(types).filter(
    entry => entry.group === group && entry.version === version,
  );
  if (entries.length === 0) return undefined;
  return {
    kind: 'APIResourceList',
    ...(group && { apiVersion: 'v1' }),
    groupVersion: apiVersionOf(group, version),
    resources: entries.flatMap(({ type, verbs }) => [
      {
        name: type.plural,
        singularName: type.singular,
        namespaced: type.namespaced,
        kind: type.kind,
        verbs,
        ...(type.shortNames.length > 0 && { shortNames: type.shortNames }),
        ...(type.categories.length > 0 && { categories: type.categories }),
      },
      ...(type.hasStatus
        ? [
            {
              name: `${type.plural}/status`,
              singularName: '',
              namespaced: type.namespaced,
              kind: type.kind,
              verbs: ['get', 'patch', 'update'],
            },
          ]
        : []),
    ]),
  };
}

function aggregatedResource({ group, version, type, verbs }: Listed): Fields {
  const responseKind = { group, version, kind: type.kind };
  return {
    resource: type.plural,
    responseKind,
    scope: type.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: type.singular,
    verbs,
    ...(type.shortNames.length > 0 && { shortNames: type.shortNames }),
    ...(type.categories.length > 0 && { categories: type.categories }),
    ...(type.hasStatus && {
      subresources: [
        {
          subresource: 'status',
          responseKind,
          verbs: ['get', 'patch', 'update'],
        },
      ],
    }),
  };
}

/** `/api` and `/apis` each answer with their half, as the real server does. */
export function aggregatedDiscovery(
  types: ResourceType[],
  half: 'core' | 'groups',
  version: string,
): Fields {
  const entries = listed(types).filter(
    entry => (entry.group === '') === (half === 'core'),
  );
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: `apidiscovery.k8s.io/${version}`,
    metadata: {},
    items: [...groupsOf(entries)].map(([group, versions]) => ({
      metadata: group ? { name: group } : {},
      versions: versions.map(served => ({
        version: served,
        freshness: 'Current',
        resources: entries
          .filter(entry => entry.group === group && entry.version === served)
          .map(aggregatedResource),
      })),
    })),
  };
}
