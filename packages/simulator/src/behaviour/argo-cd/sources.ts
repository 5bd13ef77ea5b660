import { GitView } from './git-view';
import { Repository } from '../../github/git/repository';
import {
  Fields,
  fieldsAt,
  isFields,
  listAt,
  textAt,
} from '../../storage/object';

/** Argo CD cannot tell what Git holds; the message is the condition's. */
export class ComparisonError extends Error {
  override name = 'ComparisonError';
}

/** The Application itself cannot be, whatever Git holds. */
export class InvalidSpecError extends ComparisonError {
  override name = 'InvalidSpecError';
}

/** One source of an Application, with the repository of ours that it names, if any. */
export interface Source {
  fields: Fields;
  repository?: Repository;
}

export function sourcesIn(
  spec: unknown,
  repositories: readonly Repository[],
): Source[] {
  const several = listAt(spec, 'sources').filter(isFields);
  const one = fieldsAt(spec, 'source');
  const only = Object.keys(one).length > 0 ? [one] : [];
  return (several.length > 0 ? several : only).map(fields => ({
    fields,
    repository: textAt(fields, 'chart')
      ? undefined
      : repositories.find(repository =>
          names(textAt(fields, 'repoURL'), repository),
        ),
  }));
}

export function hasSeveral(spec: unknown): boolean {
  return listAt(spec, 'sources').length > 0;
}

/** Whether an address, in whichever of its spellings, is that of a repository: hosts differ between demo and GitHub. */
function names(url: string, { fullName }: Repository): boolean {
  const plain = url
    .toLowerCase()
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
  return (
    plain.endsWith(`/${fullName.toLowerCase()}`) ||
    plain.endsWith(`:${fullName.toLowerCase()}`)
  );
}

/** What makes an Application look again: its folders and the values files outside of them. */
export function pathsOf(sources: Source[]): string[] {
  return sources.flatMap(({ fields, repository }) => [
    ...(repository && textAt(fields, 'path') ? [textAt(fields, 'path')] : []),
    ...listAt(fields, 'helm', 'valueFiles')
      .filter((file): file is string => typeof file === 'string')
      .flatMap(file => /^\$[\w-]+\/(.+)$/.exec(file)?.[1] ?? []),
  ]);
}

/** The revision that each source is at now: a chart's version, or a commit. */
export async function revisionsOf(
  sources: Source[],
  view: GitView,
): Promise<string[]> {
  return Promise.all(
    sources.map(async ({ fields, repository }) => {
      const wanted = textAt(fields, 'targetRevision');
      if (!repository) return wanted;
      const sha = await view.resolve(
        repository,
        wanted && wanted !== 'HEAD' ? wanted : repository.defaultBranch,
      );
      if (!sha)
        throw new ComparisonError(
          `rpc error: code = Unknown desc = unable to resolve '${wanted}' to a commit SHA`,
        );
      return sha;
    }),
  );
}
