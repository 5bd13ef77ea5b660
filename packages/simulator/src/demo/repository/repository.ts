import { SimulatedCommit, SimulatedRepository } from '../../github/git/seed';
import { KubeObject } from '../../storage/object';
import { applicationObjects } from '../build/argo-cd/applications';
import { days, ObjectFactory } from '../build/object-factory';
import { builtPlatform } from '../build/platform-objects';
import { DemoApplication, FollowedPlatform } from '../platform';
import { appFiles } from './app-files';
import { manifestText } from './manifest-text';

const AUTHOR = { name: 'Platform team', email: 'platform@edgeprime.io' };
const MINUTE = 60_000;
/** When the repository was begun, and when the last application came into it. */
const BEGUN_DAYS = 90;
const LAST_DAYS = 12;

const README = `# Platform GitOps

Argo CD makes the cluster what the branch \`main\` says. The root application in \`bootstrap\` finds every
\`apps/*/application.yaml\`; whatever is merged is there a few seconds later.

| pattern          | files of an app                                          |
| ---------------- | -------------------------------------------------------- |
| A Helm + configs | \`application.yaml\`, \`values.yaml\`, \`configs/\`            |
| B Helm + inline  | \`application.yaml\` with the values, manifests beside it  |
| C wrapper chart  | \`application.yaml\`, \`Chart.yaml\`, \`values.yaml\`, \`templates/\` |
| D raw manifests  | \`application.yaml\`, \`manifests/\`                         |

No value of a secret stands here: an ExternalSecret names where Vault holds it.
`;

/** The GitOps repository that the platform's applications come from, one commit for each of them. */
export function gitopsRepository(
  platform: FollowedPlatform,
  now: number,
  beside: KubeObject[] = [],
): SimulatedRepository {
  const make = new ObjectFactory(now);
  const { managed, objects } = builtPlatform(platform, now, beside);
  const { applications } = platform;
  const step = (BEGUN_DAYS - LAST_DAYS) / applications.length;
  const commits = applications.map((application, index): SimulatedCommit => {
    const since = BEGUN_DAYS - step * (index + 1);
    return {
      message: `Add ${application.title}`,
      author: AUTHOR,
      at: now - days(since) * MINUTE,
      files: appFiles(
        platform,
        application,
        [
          ...(managed.get(application) ?? []),
          ...ownClaims(application, objects),
        ],
        make,
      ),
    };
  });
  return {
    ...repositoryName(platform.repository),
    description: `What runs on ${platform.title}, as Argo CD follows it.`,
    commits: [begin(platform, make, now), ...commits],
  };
}

/** Claims that stand beside their workload; those of a StatefulSet are made from its own templates. */
function ownClaims(
  { namespace, workloads }: DemoApplication,
  objects: KubeObject[],
): KubeObject[] {
  const names = workloads
    .filter(({ kind = 'Deployment' }) => kind === 'Deployment')
    .flatMap(({ claims = [] }) => claims.map(({ name }) => name));
  return objects.filter(
    ({ kind, metadata }) =>
      kind === 'PersistentVolumeClaim' &&
      metadata.namespace === namespace &&
      names.includes(metadata.name),
  );
}

/** Owner and name of a repository's address. */
export function repositoryName(url: string): { owner: string; name: string } {
  const [owner, name] = new URL(url).pathname
    .replace(/^\//, '')
    .replace(/\.git$/, '')
    .split('/');
  return { owner, name };
}

function begin(
  platform: FollowedPlatform,
  make: ObjectFactory,
  now: number,
): SimulatedCommit {
  const objects = applicationObjects(platform, new Map(), make);
  const ofKind = (kind: string, only?: string) =>
    objects
      .filter(
        ({ kind: its, metadata }) =>
          its === kind && (!only || metadata.name === only),
      )
      .map((object: KubeObject) => manifestText(object))
      .join('---\n');
  return {
    message: 'Begin: the root application and the projects',
    author: AUTHOR,
    at: now - days(BEGUN_DAYS) * MINUTE,
    files: {
      'README.md': README,
      'bootstrap/root.yaml': ofKind('Application', 'root'),
      'bootstrap/projects.yaml': ofKind('AppProject'),
    },
  };
}
