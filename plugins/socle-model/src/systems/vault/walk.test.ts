import { mergeProbed } from '../../definition/probe-objects';
import { ProbeTarget } from '../../definition/probe';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { RawObject } from '../../reading/raw';
import { vault } from '.';
import { vaultProbe } from './probe';

const target: ProbeTarget = {
  name: 'bao',
  namespace: 'vault',
  endpoints: ['bao.vault.svc:8200'],
};

const answers: Record<string, unknown> = {
  '/v1/sys/health': { initialized: true, sealed: false, standby: false },
  '/v1/sys/internal/ui/mounts': {
    data: {
      secret: {
        'kv/': { type: 'kv', options: { version: '2' } },
        'old/': { type: 'kv', options: { version: '1' } },
      },
      auth: { 'kubernetes/': { type: 'kubernetes' } },
    },
  },
  '/v1/kv/metadata/?list=true': { data: { keys: ['apps/', 'root'] } },
  '/v1/kv/metadata/apps/?list=true': { data: { keys: ['shop/', 'mail'] } },
  '/v1/kv/metadata/apps/shop/?list=true': { data: { keys: ['db'] } },
  '/v1/kv/metadata/apps/shop/db': {
    data: {
      current_version: 1,
      versions: { 1: { deletion_time: '', destroyed: true } },
    },
  },
  '/v1/auth/kubernetes/role?list=true': { data: { keys: ['eso'] } },
  '/v1/sys/policies/acl?list=true': { data: { keys: ['read'] } },
};

/** One round, as a backend runs it: later requests build on what earlier ones found. */
function walk(said = answers) {
  let found: RawObject[] = [];
  const asked: string[] = [];
  for (const request of vaultProbe.requests) {
    const known = found;
    const paths = request.asks?.({
      target,
      found: kind => known.filter(one => one.kind === kind),
      listed: () => [],
    });
    for (const path of paths ?? []) {
      asked.push(path);
      const [plain, query] = path.split('?');
      const body = said[path];
      const reading =
        body === undefined
          ? undefined
          : request.read(
              {
                path: plain,
                query: new URLSearchParams(query),
                httpStatus: 200,
                body,
              },
              target,
            );
      if (reading) {
        found = mergeProbed([
          ...found,
          ...(reading.subject ? [reading.subject] : []),
          ...(reading.items ?? []),
        ]);
      }
    }
  }
  return { found, asked };
}

it('walks from the mounts down to the versions, and asks nothing twice', () => {
  const { found, asked } = walk();
  expect(asked).toHaveLength(new Set(asked).size);
  expect(asked.filter(path => path.includes('/metadata'))).toEqual([
    '/v1/kv/metadata/?list=true',
    '/v1/kv/metadata/apps/?list=true',
    '/v1/kv/metadata/apps/shop/?list=true',
    '/v1/kv/metadata/root',
    '/v1/kv/metadata/apps/mail',
    '/v1/kv/metadata/apps/shop/db',
  ]);
  const store = new ResourceStore(new SystemRegistry([vault]));
  const kept = found.map(one => store.apply(one)!);
  store.settle(Date.UTC(2026, 8, 15, 12));
  expect(
    kept
      .map(
        ({ kind, meta, verdict }) =>
          `${kind.kind} ${meta.name}: ${verdict.reason}`,
      )
      .sort(),
  ).toEqual([
    'KubernetesAuthRole kubernetes/eso: VaultRoleListed',
    'Mount auth/kubernetes: VaultMountThere',
    'Mount kv: VaultMountThere',
    'Mount old: VaultMountThere',
    'Policy read: VaultPolicyNotChecked',
    'SecretFolder kv/apps/shop: NoState',
    'SecretFolder kv/apps: NoState',
    'SecretFolder kv: NoState',
    'SecretPath kv/apps/mail: VaultPathListed',
    'SecretPath kv/apps/shop/db: VaultPathDestroyed',
    'SecretPath kv/root: VaultPathListed',
    'Vault bao: VaultUnsealed',
  ]);
});

it.each([
  ['sealed', { initialized: true, sealed: true }],
  ['not initialised', { initialized: false, sealed: true }],
])('asks nothing that a Vault that is %s refuses', (_state, health) => {
  const { asked } = walk({ ...answers, '/v1/sys/health': health });
  expect(asked).toEqual(['/v1/sys/health', '/v1/sys/seal-status']);
});
