import { ProbeDefinition, ProbeRound } from '../../definition/probe';
import {
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
} from '../../reading/raw';
import { ifTold, nextPage, NOT_TOLD } from './harbor-object';
import { readArtifact, readArtifacts } from './read-artifacts';
import {
  readHealth,
  readScanAll,
  readSecurity,
  readStatistics,
  readSystemInfo,
  readVolumes,
} from './read-instance';
import {
  readProjects,
  readQuotas,
  readRegistries,
  readRepositories,
  readRobots,
  readSummary,
} from './read-inventory';
import {
  readExecutions,
  readGarbageCollection,
  readPolicies,
} from './read-jobs';
import { readTaskLog, readTasks } from './read-tasks';
import { replicationWord } from './replication-words';

const API = '/api/v2.0';
const ALL = 'page_size=100';
/** A registry can hold a million artifacts: those of the repositories that changed last are read, the newest of each. */
const REPOSITORIES_OF_A_PROJECT = 100;
const REPOSITORIES_WITH_ARTIFACTS = 40;
const ARTIFACTS_OF_A_REPOSITORY = 5;
const RUNS_OF_A_POLICY = 5;
const TASKS_OF_A_RUN = 100;
/** Why a run failed is looked up for so many policies. */
const FAILED_RUNS = 20;
/** What has to be asked for each project by itself is asked for so many. */
const PROJECTS_ONE_BY_ONE = 100;

function oneByOne(round: ProbeRound): readonly RawObject[] {
  return round.found('Project').slice(0, PROJECTS_ONE_BY_ONE);
}

/** The newest run of each policy, where it failed: why it did stands with its tasks. */
function failedRuns(round: ProbeRound): number[] {
  return round
    .found('ReplicationPolicy')
    .flatMap(policy => {
      const [newest] = objectsAt(policy, 'status', 'runs');
      const id = numberAt(newest, 'id');
      const word = replicationWord(stringAt(newest, 'status'));
      return id !== undefined && word === 'Failed' ? [id] : [];
    })
    .slice(0, FAILED_RUNS);
}

function updatedLast(repositories: readonly RawObject[]): string[] {
  return [...repositories]
    .sort((a, b) => updated(b).localeCompare(updated(a)))
    .flatMap(repository => stringAt(repository, 'metadata', 'name') ?? [])
    .filter(name => name.includes('/'))
    .slice(0, REPOSITORIES_WITH_ARTIFACTS);
}

function updated(repository: RawObject): string {
  return stringAt(objectAt(repository, 'spec'), 'updated') ?? '';
}

/** The project stands for itself in the path; what follows it is encoded twice, for Harbor decodes it twice. */
function artifactsPath(repository: string): string {
  const slash = repository.indexOf('/');
  const project = encodeURIComponent(repository.slice(0, slash));
  const rest = encodeURIComponent(
    encodeURIComponent(repository.slice(slash + 1)),
  );
  return `${API}/projects/${project}/repositories/${rest}/artifacts?page=1&page_size=${ARTIFACTS_OF_A_REPOSITORY}&sort=-push_time&with_tag=true&with_scan_overview=true&with_accessory=true`;
}

/**
 * Harbor's API v2.0, with the name and secret of a robot account. What the account may not read (quotas, robots,
 * registries need a system robot) stays unknown.
 */
export const harborProbe: ProbeDefinition = {
  id: 'harbor',
  target: 'configured',
  credential: 'basic',
  everySeconds: 60,
  requests: [
    {
      id: 'health',
      path: /^\/api\/v2\.0\/health$/,
      asks: () => [`${API}/health`],
      // What Harbor is then found to be says why: refused, or an error of what stands before it.
      statuses: [401, 403, 500, 502, 503, 504],
      read: readHealth,
    },
    {
      id: 'system-info',
      path: /^\/api\/v2\.0\/systeminfo$/,
      asks: () => [`${API}/systeminfo`],
      read: readSystemInfo,
    },
    {
      id: 'volumes',
      path: /^\/api\/v2\.0\/systeminfo\/volumes$/,
      read: readVolumes,
    },
    {
      id: 'statistics',
      path: /^\/api\/v2\.0\/statistics$/,
      asks: () => [`${API}/statistics`],
      statuses: NOT_TOLD,
      read: ifTold(readStatistics),
    },
    {
      id: 'registries',
      path: /^\/api\/v2\.0\/registries(\/[^/]+)?$/,
      asks: () => [`${API}/registries?page=1&${ALL}`],
      nextPage,
      read: readRegistries,
    },
    {
      id: 'projects',
      path: /^\/api\/v2\.0\/projects(\/[^/]+)?$/,
      asks: () => [`${API}/projects?page=1&${ALL}&with_detail=true`],
      nextPage,
      read: readProjects,
    },
    {
      id: 'quotas',
      path: /^\/api\/v2\.0\/quotas(\/[^/]+)?$/,
      asks: () => [`${API}/quotas?page=1&${ALL}`],
      nextPage,
      read: readQuotas,
    },
    {
      id: 'project-summary',
      path: /^\/api\/v2\.0\/projects\/[^/]+\/summary$/,
      read: readSummary,
    },
    {
      id: 'robots',
      path: /^\/api\/v2\.0\/robots(\/[^/]+)?$/,
      asks: round => [
        `${API}/robots?page=1&${ALL}&q=${encodeURIComponent('Level=system')}`,
        ...oneByOne(round).flatMap(project => {
          const id = numberAt(project, 'spec', 'id');
          const q = encodeURIComponent(`Level=project,ProjectID=${id}`);
          return id === undefined ? [] : [`${API}/robots?page=1&${ALL}&q=${q}`];
        }),
      ],
      nextPage,
      read: readRobots,
    },
    {
      id: 'replication-policies',
      path: /^\/api\/v2\.0\/replication\/policies(\/[^/]+)?$/,
      asks: () => [`${API}/replication/policies?page=1&${ALL}`],
      nextPage,
      read: readPolicies,
    },
    {
      id: 'replication-executions',
      path: /^\/api\/v2\.0\/replication\/executions(\/[^/]+)?$/,
      asks: round =>
        round.found('ReplicationPolicy').flatMap(policy => {
          const id = numberAt(policy, 'spec', 'id');
          return id === undefined
            ? []
            : [
                `${API}/replication/executions?policy_id=${id}&sort=-id&page_size=${RUNS_OF_A_POLICY}`,
              ];
        }),
      read: readExecutions,
    },
    {
      id: 'replication-tasks',
      path: /^\/api\/v2\.0\/replication\/executions\/\d+\/tasks$/,
      asks: round =>
        failedRuns(round).map(
          id =>
            `${API}/replication/executions/${id}/tasks?page=1&page_size=${TASKS_OF_A_RUN}`,
        ),
      read: readTasks,
    },
    {
      id: 'replication-task-log',
      path: /^\/api\/v2\.0\/replication\/executions\/\d+\/tasks\/\d+\/log$/,
      asks: round =>
        round.found('ReplicationExecution').flatMap(execution => {
          const id = stringAt(execution, 'spec', 'id');
          const task = numberAt(execution, 'status', 'failedTask');
          return id && task !== undefined
            ? [`${API}/replication/executions/${id}/tasks/${task}/log`]
            : [];
        }),
      read: readTaskLog,
    },
    {
      id: 'garbage-collection',
      path: /^\/api\/v2\.0\/system\/gc(\/\d+)?$/,
      asks: () => [`${API}/system/gc?page_size=1&sort=-id`],
      read: readGarbageCollection,
    },
    {
      id: 'scan-all',
      path: /^\/api\/v2\.0\/scans\/all\/metrics$/,
      asks: () => [`${API}/scans/all/metrics`],
      statuses: NOT_TOLD,
      read: ifTold(readScanAll),
    },
    {
      id: 'security-summary',
      path: /^\/api\/v2\.0\/security\/summary$/,
      asks: () => [`${API}/security/summary`],
      statuses: NOT_TOLD,
      read: ifTold(readSecurity),
    },
    {
      id: 'repositories',
      path: /^\/api\/v2\.0\/(projects\/[^/]+\/)?repositories$/,
      asks: round =>
        oneByOne(round).map(
          project =>
            `${API}/projects/${encodeURIComponent(
              stringAt(project, 'metadata', 'name') ?? '',
            )}/repositories?sort=-update_time&page=1&page_size=${REPOSITORIES_OF_A_PROJECT}`,
        ),
      read: readRepositories,
    },
    {
      id: 'artifacts',
      path: /^\/api\/v2\.0\/projects\/[^/]+\/repositories\/[^/]+\/artifacts$/,
      asks: round => updatedLast(round.found('Repository')).map(artifactsPath),
      read: readArtifacts,
    },
    {
      id: 'artifact',
      path: /^\/api\/v2\.0\/projects\/[^/]+\/repositories\/[^/]+\/artifacts\/[^/]+$/,
      read: readArtifact,
    },
  ],
};
