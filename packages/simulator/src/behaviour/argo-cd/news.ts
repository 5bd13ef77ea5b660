import { Fields, fieldsAt, KubeObject, textAt } from '../../storage/object';
import { sameJson } from '../../storage/same-json';
import { Hands } from '../hands';
import { GitView } from './git-view';
import { InvalidSpecError, pathsOf, Source } from './sources';
import { comparedRevisions, sourcesField } from './status';

/** Whether there is something to compare: another wish, or other files where it looks. */
export async function isNews(
  application: KubeObject,
  sources: Source[],
  revisions: string[],
  view: GitView,
): Promise<boolean> {
  const { status } = application;
  const before = comparedRevisions(application);
  const { destination } = application.spec as Fields;
  const same = sameJson(fieldsAt(status, 'sync', 'comparedTo'), {
    destination,
    ...sourcesField(application),
  });
  if (!same || before.length !== revisions.length) return true;
  if (sameJson(before, revisions)) return false;
  const paths = pathsOf(sources);
  for (const [index, { repository }] of sources.entries()) {
    if (!repository || before[index] === revisions[index]) continue;
    const changed = await view.changed(
      repository,
      before[index],
      revisions[index],
    );
    const here = (file: string) =>
      paths.some(path => file === path || file.startsWith(`${path}/`));
    if (!changed || changed.some(here)) return true;
  }
  return false;
}

/** No Application without its project. */
export function mustHaveProject(
  { spec, metadata }: KubeObject,
  hands: Hands,
): void {
  const project = textAt(spec, 'project') || 'default';
  const there = hands.get({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    namespace: metadata.namespace,
    name: project,
  });
  if (!there && project !== 'default')
    throw new InvalidSpecError(
      `Application referencing project ${project} which does not exist`,
    );
}
