import { SystemDefinition } from '@socle/backstage-plugin-socle-model';
import { probeRights } from './probe-rights';

const HEADER = `# What Socle may read, made from the model by \`npm run docs\`. Apply it to each cluster that Socle reads:
#
#   kubectl apply -f clusterrole.yaml
#
# Nothing here may write. A kind that may not be read shows as "not permitted", and nothing else breaks: leave out what
# Socle shall not see.
`;

const ACCOUNT = `apiVersion: v1
kind: Namespace
metadata:
  name: socle
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: socle
  namespace: socle
---
`;

const BINDING = `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: socle-reader
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: socle-reader
subjects:
  - kind: ServiceAccount
    name: socle
    namespace: socle
---
`;

const SECRETS = `# Optional, and not bound: with it Socle tells a Secret that is missing from one that it may not see. Socle asks for the
# metadata alone and never receives a value; but RBAC knows no such difference, and whoever holds the account's token
# could read the values. Bind it only where that is acceptable.
`;

const SECRETS_BINDING = `# ---
# apiVersion: rbac.authorization.k8s.io/v1
# kind: ClusterRoleBinding
# metadata:
#   name: socle-secret-metadata
# roleRef:
#   apiGroup: rbac.authorization.k8s.io
#   kind: ClusterRole
#   name: socle-secret-metadata
# subjects:
#   - kind: ServiceAccount
#     name: socle
#     namespace: socle
`;

const DISCOVERY = [
  '/api',
  '/api/*',
  '/apis',
  '/apis/*',
  '/version',
  '/version/',
];

const NODE_STATS = `# Optional, and not bound: how full claims and the disks of nodes are, by the kubelets. The right is called a read of
# nodes/proxy and is more than that: it reaches every path of a kubelet's own API. Bind it only where that is acceptable;
# without it usage is not measured, and nothing else changes.
`;

const NODE_STATS_BINDING = `# ---
# apiVersion: rbac.authorization.k8s.io/v1
# kind: ClusterRoleBinding
# metadata:
#   name: socle-node-stats
# roleRef:
#   apiGroup: rbac.authorization.k8s.io
#   kind: ClusterRole
#   name: socle-node-stats
# subjects:
#   - kind: ServiceAccount
#     name: socle
#     namespace: socle
`;

/** docs/clusterrole.yaml */
export function clusterRole(systems: readonly SystemDefinition[]): string {
  const kinds = systems
    .flatMap(system => system.kinds)
    // What a probe tells is no resource of the API.
    .filter(kind => kind.source !== 'probe');
  const asked = probeRights(systems);
  const base = byGroup([
    ...kinds.filter(kind => !kind.optional),
    { group: 'apiextensions.k8s.io', plural: 'customresourcedefinitions' },
    ...asked.resources,
  ]);
  const optional = byGroup(kinds.filter(kind => kind.optional));
  return [
    HEADER,
    ACCOUNT,
    role('socle-reader', base),
    nonResources([...DISCOVERY, ...asked.nonResourceURLs]),
    BINDING,
    SECRETS,
    role('socle-secret-metadata', optional),
    SECRETS_BINDING,
    ...(asked.proxies.length > 0
      ? [
          '---\n',
          NODE_STATS,
          role('socle-node-stats', byGroup(asked.proxies), '[get]'),
          NODE_STATS_BINDING,
        ]
      : []),
  ].join('');
}

type Groups = Map<string, string[]>;

function byGroup(kinds: Array<{ group: string; plural: string }>): Groups {
  const groups: Groups = new Map();
  for (const { group, plural } of kinds) {
    const resources = groups.get(group) ?? [];
    groups.set(group, [...new Set([...resources, plural])].sort());
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function nonResources(paths: readonly string[]): string {
  const lines = [...new Set(paths)].map(path => `      - ${path}\n`);
  return `  - nonResourceURLs:\n${lines.join('')}    verbs: [get]\n`;
}

function role(
  name: string,
  groups: Groups,
  verbs = '[get, list, watch]',
): string {
  const rules = [...groups].map(
    ([group, resources]) => `  - apiGroups: ['${group}']
    resources:
${resources
  .map(resource => `      - ${resource}\n`)
  .join('')}    verbs: ${verbs}
`,
  );
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: ${name}
rules:
${rules.join('')}`;
}
