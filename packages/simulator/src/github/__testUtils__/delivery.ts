import { demoClusters, demoRepositories } from '../../demo/demo-clusters';
import { ClusterControl } from '../../cluster-control';
import { startSimulator } from '../../simulator';
import { KubeObject, listAt, textAt } from '../../storage/object';
import { GithubStandIn } from '../github';
import { client, commitOn, Hub } from './hub';

const root = `${__dirname}/../../../../..`;

/** The demo platform with its repository, twenty times as fast as it lives. */
export class Delivery {
  private constructor(readonly hub: Hub, readonly cluster: ClusterControl) {}

  static async start(): Promise<Delivery> {
    const repositories = demoRepositories(root);
    const github = await GithubStandIn.create({ repositories });
    const [fullName] = github.repositories();
    const [owner, repo] = fullName.split('/');
    const heads = { [fullName]: (await github.head(fullName)) ?? '' };
    const simulator = await startSimulator({
      clusters: demoClusters(root, Date.now(), heads),
      github,
      living: true,
      pace: 20,
    });
    const origin = `http://127.0.0.1:${simulator.port}`;
    const octokit = client(origin, github.token);
    return new Delivery(
      { simulator, github, origin, repo: { owner, repo }, octokit },
      simulator.cluster('edgit-k8s'),
    );
  }

  close(): Promise<void> {
    return this.hub.simulator.close();
  }

  /** Branch, commit, pull request, merge; answers the new commit of `main`. */
  async merge(
    branch: string,
    files: Record<string, string | null>,
  ): Promise<string> {
    await commitOn(this.hub, branch, files);
    const { octokit, repo } = this.hub;
    const { data } = await octokit.rest.pulls.create({
      ...repo,
      head: branch,
      base: 'main',
      title: branch,
    });
    const merged = await octokit.rest.pulls.merge({
      ...repo,
      pull_number: data.number,
    });
    return merged.data.sha;
  }

  application(name: string): KubeObject | undefined {
    return this.cluster.get({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      namespace: 'argocd',
      name,
    });
  }

  health(name: string): string {
    return textAt(this.application(name), 'status', 'health', 'status');
  }

  sync(name: string): string {
    return textAt(this.application(name), 'status', 'sync', 'status');
  }

  list(apiVersion: string, kind: string, namespace: string): KubeObject[] {
    return this.cluster.list({ apiVersion, kind, namespace });
  }

  readyPods(namespace: string): KubeObject[] {
    return this.list('v1', 'Pod', namespace).filter(pod =>
      listAt(pod, 'status', 'conditions').some(
        one =>
          textAt(one, 'type') === 'Ready' && textAt(one, 'status') === 'True',
      ),
    );
  }
}

/** Waits until something holds; tells what was there where it never does. */
export async function until<T>(
  look: () => T,
  holds: (found: T) => boolean,
): Promise<T> {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = look();
    if (holds(found)) return found;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`It never came: ${JSON.stringify(look())?.slice(0, 4000)}`);
}

/** An Application in a namespace of its own name; `sources` is the line or lines of its source. */
export function applicationYaml(name: string, sources: string): string {
  return `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}
  namespace: argocd
  finalizers: [resources-finalizer.argocd.argoproj.io]
spec:
  project: apps
  destination: { server: https://kubernetes.default.svc, namespace: ${name} }
  syncPolicy:
    automated: { prune: true, selfHeal: true }
    syncOptions: [CreateNamespace=true]
${sources}
`;
}

export function gitSource(path: string, more = ''): string {
  return `{ repoURL: 'https://github.com/edgeprime/platform-gitops.git', targetRevision: main, path: ${path}${more} }`;
}
