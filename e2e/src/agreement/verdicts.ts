import { isDeepStrictEqual } from 'node:util';
import { inputOf } from '@socle/cli/src/input/read';
import { judgeEntries } from '@socle/cli/src/assess/judge-entries';
import { Row } from '@socle/cli/src/assess/row';
import { judgeServer } from '@socle/cli/src/live/judge-cluster';
import {
  ClusterConnection,
  readJson,
  systemClock,
} from '@socle/backstage-plugin-socle-backend/src/reading';
import {
  ResourceStore,
  SystemRegistry,
} from '@socle/backstage-plugin-socle-model';

/** The server's own Lease, which it renews while a test looks. */
const HEARTBEAT = 'coordination.k8s.io/Lease kube-system/apiserver-';

/** What was found of an object. */
export interface Found {
  status: string;
  reason: string;
  facts: unknown;
}

/** By group, kind, namespace and name. */
export type Verdicts = Map<string, Found>;

/** What the engine's store says now, of what the API told it. */
export function watchedVerdicts(store: ResourceStore): Verdicts {
  const found: Verdicts = new Map();
  for (const { kind, meta, verdict, facts } of store.all()) {
    if (kind.source === 'probe') continue;
    const { group } = kind;
    const at = `${group}/${kind.kind} ${meta.namespace ?? ''}/${meta.name}`;
    found.set(at, {
      status: verdict.status,
      reason: verdict.reason,
      facts: plain(facts),
    });
  }
  return found;
}

/** What `assess` says of a server: of the server itself, and of a dump of all that it lists. */
export interface Assessed {
  live: Verdicts;
  dump: Verdicts;
  /** What could not be read. */
  unread: string[];
}

export async function assessed(
  admin: ClusterConnection,
  registry: SystemRegistry,
  at: number,
): Promise<Assessed> {
  const lists: unknown[] = [];
  const read = (path: string, accept?: string) =>
    readJson(admin, systemClock, path, { accept });
  const { rows, unread } = await judgeServer(
    {
      name: 'server',
      get: async (path, accept) => {
        const answer = await read(path, accept);
        if (accept) {
          // Metadata alone: `kubectl get` has the whole.
          lists.push(await read(path));
        } else if (path.includes('limit=')) {
          lists.push(answer);
        }
        return answer;
      },
      close: () => {},
    },
    registry,
    at,
  );
  const { entries } = inputOf('dump.json', JSON.stringify(lists));
  return {
    live: verdictsOf(rows),
    dump: verdictsOf(judgeEntries([entries], { registry, at })),
    unread: unread.map(({ file, message }) => `${file}: ${message}`),
  };
}

function verdictsOf(rows: readonly Row[]): Verdicts {
  return new Map(
    // What a watch does not keep, a dump lists as not judged.
    rows
      .filter(({ health }) => health.reason !== 'NotKept')
      .map(({ ref, health, facts }) => {
        const apiVersion = ref.apiVersion ?? '';
        const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
        const at = `${group}/${ref.kind} ${ref.namespace ?? ''}/${ref.name}`;
        return [
          at,
          { status: health.status, reason: health.reason, facts: plain(facts) },
        ];
      }),
  );
}

/** As it goes over HTTP: what is undefined is not there. */
function plain(facts: unknown): unknown {
  return JSON.parse(JSON.stringify(facts));
}

/** What two sides say differently. */
export function differences(watched: Verdicts, other: Verdicts): string[] {
  const wrong: string[] = [];
  for (const at of new Set([...watched.keys(), ...other.keys()])) {
    if (at.startsWith(HEARTBEAT)) continue;
    const [ours, theirs] = [watched.get(at), other.get(at)];
    if (!isDeepStrictEqual(ours, theirs)) {
      wrong.push(
        `${at}: ${told(ours, theirs)}, by assess ${told(theirs, ours)}`,
      );
    }
  }
  return wrong;
}

/** The verdict; where both have the same, the facts that differ. */
function told(found: Found | undefined, other: Found | undefined): string {
  if (!found) return 'not there';
  const verdict = `${found.status} ${found.reason}`;
  if (!other || verdict !== `${other.status} ${other.reason}`) return verdict;
  const [facts, others] = [found.facts, other.facts] as Array<
    Record<string, unknown>
  >;
  const keys = Object.keys({ ...facts, ...others }).filter(
    key => !isDeepStrictEqual(facts[key], others[key]),
  );
  const different = Object.fromEntries(keys.map(key => [key, facts[key]]));
  return `${verdict} with ${JSON.stringify(different)}`;
}
