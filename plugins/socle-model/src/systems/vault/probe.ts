import {
  ProbeDefinition,
  ProbeRequest,
  ProbeRound,
} from '../../definition/probe';
import { booleanAt } from '../../reading/raw';
import {
  HEALTH_STATUSES,
  NOT_THIS_KIND,
  readAuthMounts,
  readAutopilot,
  readHaStatus,
  readHealth,
  readLeader,
  readMounts,
  readRaftConfiguration,
  readSealStatus,
} from './answers';
import {
  POLICY_PATH,
  readPolicy,
  readRole,
  ROLE_PATH,
} from './answers-of-access';
import {
  METADATA_PATH,
  readMetadata,
  readSubkeys,
  SUBKEYS_PATH,
} from './answers-of-metadata';
import {
  BOUNDS,
  foundFolders,
  foundPolicies,
  foundRoles,
  foundSecrets,
  roleLists,
  rootFolders,
} from './probe-paths';

const about = (
  id: string,
  path: string,
  read: ProbeRequest['read'],
  statuses?: readonly number[],
): ProbeRequest => ({
  id,
  path: new RegExp(`^${path}/?$`),
  asks: () => [path],
  ...(statuses ? { statuses } : {}),
  read,
});

/** One level of folders after the other; each asks for what the one before it found. */
const levels: ProbeRequest[] = Array.from(
  { length: BOUNDS.depth - 1 },
  (_, index) => ({
    id: `folders-${index + 2}`,
    path: METADATA_PATH,
    asks: foundFolders,
    statuses: [404],
    read: readMetadata,
  }),
);

/** What a sealed Vault tells of itself. */
const OF_A_SEALED_ONE = ['health', 'seal-status'];

/** Everything else it refuses with 503 until it is opened: what it told before is what there is to know. */
function whileOpen(requests: readonly ProbeRequest[]): ProbeRequest[] {
  return requests.map(request => {
    const { asks } = request;
    return asks && !OF_A_SEALED_ONE.includes(request.id)
      ? {
          ...request,
          asks: round => (isClosed(round) ? undefined : asks(round)),
        }
      : request;
  });
}

function isClosed(round: ProbeRound): boolean {
  return round
    .found('Vault')
    .some(
      vault =>
        booleanAt(vault, 'status', 'sealed') === true ||
        booleanAt(vault, 'status', 'initialized') === false,
    );
}

/**
 * Only calls that hold no value: never `<mount>/data/…`, and of version 1 mounts nothing at all. Health, seal and
 * leader need no token; the rest is skipped where the token may not.
 */
export const vaultProbe: ProbeDefinition = {
  id: 'vault',
  target: 'configured',
  credential: { header: 'X-Vault-Token' },
  everySeconds: 60,
  requests: whileOpen([
    about('health', '/v1/sys/health', readHealth, HEALTH_STATUSES),
    about('seal-status', '/v1/sys/seal-status', readSealStatus),
    about('leader', '/v1/sys/leader', readLeader),
    about('ha-status', '/v1/sys/ha-status', readHaStatus, NOT_THIS_KIND),
    about(
      'raft-autopilot',
      '/v1/sys/storage/raft/autopilot/state',
      readAutopilot,
      NOT_THIS_KIND,
    ),
    // Understood where it was recorded; ha-status says more.
    {
      id: 'raft-configuration',
      path: /^\/v1\/sys\/storage\/raft\/configuration\/?$/,
      read: readRaftConfiguration,
    },
    about('mounts', '/v1/sys/internal/ui/mounts', readMounts),
    // Understood where they were recorded; the one above says the same and needs fewer rights.
    { id: 'all-mounts', path: /^\/v1\/sys\/mounts\/?$/, read: readMounts },
    { id: 'auth-mounts', path: /^\/v1\/sys\/auth\/?$/, read: readAuthMounts },
    {
      id: 'folders-1',
      path: METADATA_PATH,
      asks: rootFolders,
      statuses: [404],
      read: readMetadata,
    },
    ...levels,
    {
      id: 'secrets',
      path: METADATA_PATH,
      asks: foundSecrets,
      statuses: [404],
      read: readMetadata,
    },
    // Understood where it was recorded: names of properties, all of them without a value.
    { id: 'subkeys', path: SUBKEYS_PATH, statuses: [404], read: readSubkeys },
    {
      id: 'kubernetes-roles',
      path: ROLE_PATH,
      asks: roleLists,
      statuses: [404],
      read: readRole,
    },
    {
      id: 'kubernetes-role',
      path: ROLE_PATH,
      asks: foundRoles,
      read: readRole,
    },
    {
      id: 'policies',
      path: POLICY_PATH,
      asks: () => ['/v1/sys/policies/acl?list=true'],
      read: readPolicy,
    },
    {
      id: 'policy',
      path: POLICY_PATH,
      asks: foundPolicies,
      read: readPolicy,
    },
  ]),
};
