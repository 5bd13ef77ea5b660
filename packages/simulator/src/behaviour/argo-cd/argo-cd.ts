import { Repository } from '../../github/git/repository';
import {
  Fields,
  fieldsAt,
  KubeObject,
  listAt,
  textAt,
  timestamp,
} from '../../storage/object';
import { Controllers } from '../controllers/controllers';
import { Hands } from '../hands';
import { Timers } from '../timers';
import { has } from './compare';
import { GitView } from './git-view';
import { healthOf } from './health';
import { isNews, mustHaveProject } from './news';
import { carryOut, isAutomated } from './operation';
import { entryOf, keyOf, refOf } from './resource';
import { ComparisonError, revisionsOf, sourcesIn } from './sources';
import * as say from './status';
import { Target, targetOf } from './target';

const MANAGER = 'argocd-controller';
/** From a branch that moved to the look at it, and from the start of a synchronisation to its end. */
const NOTICE_MS = 2_000;
const TASKS_MS = 1_500;
const HEALTH_EVERY_MS = 1_000;
/** How often one round may come back to an Application that another one changed. */
const MOST_VISITS = 5;

/** Argo CD as far as the repositories of the GitHub stand-in go: it compares, synchronises, and tells of it. */
export class ArgoCd {
  private round: Promise<void> = Promise.resolve();
  private readonly stops: Array<() => void> = [];
  /** Those whose health is looked at, since something was done to them. */
  private readonly tended = new Set<string>();

  constructor(
    private readonly repositories: readonly Repository[],
    private readonly hands: Hands,
    private readonly controllers: Controllers,
    private readonly timers: Timers,
    private readonly onProblem: (message: string) => void,
  ) {}

  start(): void {
    for (const repository of this.repositories) {
      this.stops.push(
        repository.onMoved(ref => {
          if (ref.startsWith('refs/heads/'))
            this.timers.after(NOTICE_MS, () => this.look());
        }),
      );
    }
    this.timers.every(HEALTH_EVERY_MS / this.timers.pace, () =>
      this.tellHealth(),
    );
  }

  stop(): void {
    for (const stop of this.stops) stop();
  }

  /** Looks at every Application, one round after the other. */
  look(): void {
    this.round = this.round
      .then(() => this.lookAtAll())
      .catch((error: unknown) =>
        this.onProblem(
          `Argo CD: ${error instanceof Error ? error.message : String(error)}`,
        ),
      );
  }

  private applications(): KubeObject[] {
    return this.hands.list('argoproj.io', 'Application');
  }

  private async lookAtAll(): Promise<void> {
    const view = new GitView();
    const visits = new Map<string, number>();
    const waiting = new Set<string>();
    for (;;) {
      const next = this.applications().find(
        ({ metadata: { name } }) =>
          !visits.has(name) ||
          (waiting.has(name) && (visits.get(name) ?? 0) < MOST_VISITS),
      );
      if (!next) return;
      const { name } = next.metadata;
      visits.set(name, (visits.get(name) ?? 0) + 1);
      waiting.delete(name);
      for (const changed of await this.reconcile(next, view))
        waiting.add(changed);
    }
  }

  /** Answers the names of the Applications that it changed. */
  private async reconcile(
    application: KubeObject,
    view: GitView,
  ): Promise<string[]> {
    const sources = sourcesIn(application.spec, this.repositories);
    const before = say.comparedRevisions(application);
    const ours = sources.some(({ repository }) => repository);
    if (
      application.metadata.deletionTimestamp ||
      this.hands.silent(application) ||
      (!ours && before.length > 0)
    )
      return [];
    try {
      mustHaveProject(application, this.hands);
      const revisions = await revisionsOf(sources, view);
      if (!(await isNews(application, sources, revisions, view))) {
        this.moved(application, revisions);
        return [];
      }
      return await this.compare(application, before, revisions);
    } catch (error) {
      if (!(error instanceof ComparisonError)) throw error;
      this.tellError(application, error);
      return [];
    }
  }

  private moved(application: KubeObject, revisions: string[]): void {
    this.tell(application, {
      reconciledAt: timestamp(this.hands.now()),
      sync: say.revisionsField(application, revisions),
    });
  }

  private async compare(
    application: KubeObject,
    before: string[],
    revisions: string[],
  ): Promise<string[]> {
    const target = await targetOf(
      application,
      application.spec,
      revisions,
      this.repositories,
      this.hands,
    );
    const earlier = await this.earlier(application, before);
    const wanted = new Set([
      ...target.wanted.map(object => keyOf(refOf(object))),
      ...target.kept.map(keyOf),
    ]);
    const gone = earlier.wanted
      .map(refOf)
      .filter(ref => !wanted.has(keyOf(ref)) && this.hands.get(ref));
    const differs = target.wanted.some(
      object => !has(this.hands.get(refOf(object)), object),
    );
    const automated = isAutomated(application);
    const prune =
      fieldsAt(application.spec, 'syncPolicy', 'automated').prune === true;
    const now = this.hands.now();
    const synced = !differs && gone.length === 0;
    this.tell(application, {
      ...say.comparison(
        application,
        synced ? 'Synced' : 'OutOfSync',
        revisions,
        now,
      ),
      ...say.typesField(application, target.types),
      conditions: null,
      resources: this.resources(target, prune && automated ? [] : gone),
      ...(automated && {
        operationState: say.runningOperation(application, revisions, now),
      }),
    });
    this.tended.add(application.metadata.name);
    if (!automated) return [];
    await new Promise<void>(done => this.timers.after(TASKS_MS, done));
    const { problems, applications } = carryOut(
      {
        application,
        wanted: target.wanted,
        before: new Map(
          earlier.wanted.map(object => [keyOf(refOf(object)), object]),
        ),
        prune: prune ? gone : [],
      },
      this.hands,
      this.controllers,
    );
    this.finish(application, target, revisions, problems, prune ? [] : gone);
    return applications;
  }

  private finish(
    application: KubeObject,
    target: Target,
    revisions: string[],
    problems: string[],
    left: ReturnType<typeof refOf>[],
  ): void {
    const live = this.hands.get(refOf(application));
    if (!live) return;
    const now = this.hands.now();
    const images = target.wanted.flatMap(imagesOf);
    this.tell(live, {
      ...say.comparison(
        live,
        problems.length > 0 || left.length > 0 ? 'OutOfSync' : 'Synced',
        revisions,
        now,
      ),
      ...say.finishedOperation(live, revisions, problems, now),
      resources: this.resources(target, left),
      ...(images.length > 0 && {
        summary: { images: [...new Set(images)].sort() },
      }),
    });
  }

  /** What it wanted when it was last compared; nothing where that cannot be told any more. */
  private async earlier(
    application: KubeObject,
    before: string[],
  ): Promise<Pick<Target, 'wanted'>> {
    const spec = fieldsAt(application, 'status', 'sync', 'comparedTo');
    try {
      return before.length > 0
        ? await targetOf(
            application,
            spec,
            before,
            this.repositories,
            this.hands,
          )
        : { wanted: [] };
    } catch {
      return { wanted: [] };
    }
  }

  private resources(
    { wanted, kept }: Target,
    left: ReturnType<typeof refOf>[],
  ) {
    return [
      ...wanted.map(object => {
        const same = has(this.hands.get(refOf(object)), object);
        return entryOf(refOf(object), same ? 'Synced' : 'OutOfSync');
      }),
      ...kept.map(ref => entryOf(ref, 'Synced')),
      ...left.map(ref => ({
        ...entryOf(ref, 'OutOfSync'),
        requiresPruning: true,
      })),
    ];
  }

  private tellError(
    application: KubeObject,
    { message, name: type }: ComparisonError,
  ): void {
    const said = listAt(application, 'status', 'conditions');
    if (said.some(one => textAt(one, 'message') === message)) return;
    this.tell(application, {
      reconciledAt: timestamp(this.hands.now()),
      sync: { status: 'Unknown' },
      conditions: say.errorCondition(type, message, this.hands.now()),
    });
    this.tended.add(application.metadata.name);
  }

  private tellHealth(): void {
    for (const application of this.applications()) {
      if (!this.tended.has(application.metadata.name)) continue;
      if (this.hands.silent(application)) continue;
      const status = healthOf(application, this.hands);
      if (status === textAt(application, 'status', 'health', 'status'))
        continue;
      const lastTransitionTime = timestamp(this.hands.now());
      this.tell(application, { health: { status, lastTransitionTime } });
    }
  }

  private tell(application: KubeObject, status: Fields): void {
    const live = this.hands.get(refOf(application));
    if (live) this.hands.merge(live, { status }, MANAGER);
  }
}

function imagesOf(object: KubeObject): string[] {
  const pod = fieldsAt(object, 'spec', 'template', 'spec');
  return [...listAt(pod, 'initContainers'), ...listAt(pod, 'containers')]
    .map(container => textAt(container, 'image'))
    .filter(Boolean);
}
