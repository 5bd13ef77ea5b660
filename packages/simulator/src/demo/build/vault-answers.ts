import { RecordedAnswer, RecordedSystems } from '../../server/recorded-answers';
import { fieldsAt, isFields } from '../../storage/object';
import { DemoPlatform } from '../platform';
import { days, ObjectFactory } from './object-factory';

/** The mount that everything is below, and the role by which External Secrets reads it. */
const MOUNT = 'kv';
const ROLE = 'external-secrets';
const VERSION = '1.21.1';
const LEADER = 'http://vault-0.vault-internal:8200';

function answer(path: string, body: unknown, httpStatus = 200): RecordedAnswer {
  return { request: `GET ${path}`, httpStatus, body };
}

/** What Vault tells without ever telling a value: its state, its mounts, and which paths hold which versions. */
export function vaultAnswers(
  platform: DemoPlatform,
  make: ObjectFactory,
): RecordedAnswer[] {
  const paths = new Set(
    platform.applications.flatMap(({ secrets = [] }) =>
      secrets
        .filter(({ missingMinutes }) => missingMinutes === undefined)
        .map(({ path }) => path),
    ),
  );
  if (paths.size === 0) return [];
  if (platform.imageProxy) paths.add('harbor/registry');
  return [
    ...stateAnswers(make),
    ...folderAnswers(paths),
    ...[...paths].map(path =>
      answer(`/v1/${MOUNT}/metadata/${path}`, {
        data: metadataOf(make.ago(days(90)), make.ago(days(12))),
      }),
    ),
    ...accessAnswers(),
  ];
}

/** One more path is in Vault, where the platform has one: it and the folders above it are told of. */
export function addVaultPath(
  systems: RecordedSystems,
  path: string,
  at: string,
): void {
  const request = `/v1/${MOUNT}/metadata/${path}`;
  if (
    !systems.names().includes('vault') ||
    systems.find('vault', 'GET', request)
  ) {
    return;
  }
  systems.record('vault', answer(request, { data: metadataOf(at, at) }));
  for (const folder of folderAnswers(new Set([path]))) {
    const target = folder.request.replace('GET ', '');
    const known = systems.find('vault', 'GET', target)?.body;
    const keys = new Set([
      ...keysOf(isFields(known) ? known : {}),
      ...keysOf(folder.body as object),
    ]);
    systems.record('vault', {
      ...folder,
      body: { data: { keys: [...keys].sort() } },
    });
  }
}

function keysOf(body: object): string[] {
  const { keys } = fieldsAt(body, 'data');
  return Array.isArray(keys) ? keys.map(String) : [];
}

function stateAnswers(make: ObjectFactory): RecordedAnswer[] {
  const seal = {
    type: 'shamir',
    initialized: true,
    sealed: false,
    t: 3,
    n: 5,
    progress: 0,
    version: VERSION,
    storage_type: 'raft',
    cluster_name: 'vault',
  };
  const servers = ['vault-0', 'vault-1', 'vault-2'];
  return [
    answer('/v1/sys/health', {
      initialized: true,
      sealed: false,
      standby: false,
      performance_standby: false,
      replication_dr_mode: 'disabled',
      version: VERSION,
      cluster_name: 'vault',
      server_time_utc: '${askedUnix}',
    }),
    answer('/v1/sys/seal-status', seal),
    answer('/v1/sys/leader', {
      ha_enabled: true,
      is_self: true,
      leader_address: LEADER,
    }),
    answer('/v1/sys/ha-status', {
      data: {
        nodes: servers.map((hostname, index) => ({
          hostname,
          active_node: index === 0,
          version: VERSION,
          last_echo: index === 0 ? null : '${asked-2s}',
        })),
      },
    }),
    answer('/v1/sys/storage/raft/autopilot/state', {
      data: {
        healthy: true,
        failure_tolerance: 1,
        leader: servers[0],
        voters: servers,
        servers: Object.fromEntries(
          servers.map((id, index) => [
            id,
            {
              id,
              name: id,
              healthy: true,
              node_status: 'alive',
              status: index === 0 ? 'leader' : 'voter',
              stable_since: make.ago(days(12)),
            },
          ]),
        ),
      },
    }),
    answer('/v1/sys/internal/ui/mounts', {
      data: {
        secret: {
          [`${MOUNT}/`]: { type: 'kv', options: { version: '2' } },
          'cubbyhole/': { type: 'cubbyhole', options: null },
          'sys/': { type: 'system', options: null },
        },
        auth: {
          'kubernetes/': { type: 'kubernetes', options: null },
          'token/': { type: 'token', options: null },
        },
      },
    }),
  ];
}

/** What stands in each folder, down from the root of the mount. */
function folderAnswers(paths: Set<string>): RecordedAnswer[] {
  const folders = new Map<string, Set<string>>();
  for (const path of paths) {
    const parts = path.split('/');
    parts.forEach((part, depth) => {
      const folder = parts.slice(0, depth).join('/');
      const names = folders.get(folder) ?? new Set<string>();
      names.add(depth < parts.length - 1 ? `${part}/` : part);
      folders.set(folder, names);
    });
  }
  return [...folders].map(([folder, names]) =>
    answer(`/v1/${MOUNT}/metadata${folder ? `/${folder}` : ''}/?list=true`, {
      data: { keys: [...names].sort() },
    }),
  );
}

function metadataOf(created: string, updated: string) {
  return {
    cas_required: false,
    created_time: created,
    current_version: 1,
    custom_metadata: { 'managed-by': 'terraform' },
    delete_version_after: '0s',
    max_versions: 0,
    oldest_version: 0,
    updated_time: updated,
    versions: {
      1: { created_time: updated, deletion_time: '', destroyed: false },
    },
  };
}

function accessAnswers(): RecordedAnswer[] {
  return [
    answer('/v1/auth/kubernetes/role?list=true', { data: { keys: [ROLE] } }),
    answer(`/v1/auth/kubernetes/role/${ROLE}`, {
      data: {
        bound_service_account_names: [ROLE],
        bound_service_account_namespaces: [ROLE],
        token_policies: [ROLE],
        token_ttl: 3600,
      },
    }),
    answer('/v1/sys/policies/acl?list=true', {
      data: { keys: ['default', ROLE] },
    }),
    answer('/v1/sys/policies/acl/default', {
      data: {
        name: 'default',
        policy:
          'path "auth/token/lookup-self" { capabilities = ["read"] }\npath "cubbyhole/*" { capabilities = ["create", "read", "update", "delete", "list"] }\n',
      },
    }),
    answer(`/v1/sys/policies/acl/${ROLE}`, {
      data: {
        name: ROLE,
        policy: `path "${MOUNT}/data/*" { capabilities = ["read"] }\npath "${MOUNT}/metadata/*" { capabilities = ["read", "list"] }\n`,
      },
    }),
  ];
}
