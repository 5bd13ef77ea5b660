import { groupOf } from '@socle/backstage-plugin-socle-common';
import {
  isObject,
  objectAt,
  objectsAt,
  stringAt,
  stringsAt,
} from '../../../reading/raw';
import { excludesApplicationFile } from './application-files';
import { byRoles } from './by-roles';
import { Classification, other } from './classification';
import { isGitopsRepository, PatternContext } from './context';
import { liveTypes } from './live-types';
import { effectiveSources, readSource } from './sources';

/**
 * Which deployment pattern an Application or ApplicationSet follows, from its own text and status and, where given,
 * from what a reader of the repository knows. Never throws; what cannot be told is `other`, `undetermined`.
 * @public
 */
export function classifyApplication(
  raw: unknown,
  context?: PatternContext,
): Classification {
  const spec = objectAt(raw, 'spec');
  if (!isObject(raw) || Object.keys(spec).length === 0) {
    return other('invalid', 'high', [{ path: 'spec', value: null }]);
  }
  if (raw.kind === 'ApplicationSet') {
    const template = objectAt(spec, 'template');
    return {
      ...other('applicationset', 'high', [
        { path: 'kind', value: 'ApplicationSet' },
      ]),
      shape: classifyPlain(
        { spec: objectAt(template, 'spec') },
        undefined,
        context,
      ).pattern,
    };
  }
  const owners = objectsAt(raw, 'metadata', 'ownerReferences');
  const generator = owners.find(
    owner => stringAt(owner, 'kind') === 'ApplicationSet',
  );
  if (generator) {
    return {
      ...other('applicationset-generated', 'high', [
        {
          path: 'metadata.ownerReferences.name',
          value: stringAt(generator, 'name') ?? null,
        },
      ]),
      shape: classifyPlain(raw, objectAt(raw, 'status'), context).pattern,
    };
  }
  return classifyPlain(raw, objectAt(raw, 'status'), context);
}

function classifyPlain(
  raw: unknown,
  status: unknown,
  context: PatternContext | undefined,
): Classification {
  const spec = objectAt(raw, 'spec');
  if (isObject(spec.sourceHydrator)) {
    return other('source-hydrator', 'high', [
      { path: 'spec.sourceHydrator', value: 'set' },
    ]);
  }
  const effective = effectiveSources(spec);
  if (effective.length === 0) {
    return other('no-source', 'high', [{ path: 'spec.source', value: null }]);
  }
  const kinds = renderedKinds(status, context);
  if (kinds.length > 0 && kinds.every(isDeliveryKind)) {
    return other('app-of-apps', 'high', [
      { path: 'status.resources.kind', value: kinds.join(', ') },
    ]);
  }
  const own = liveTypes(
    effective.map(one => one.source),
    status,
  );
  const told = liveTypes(
    effective.map(one => one.source),
    context?.status,
  );
  const inferred = inferredRepositories(effective, context);
  const sources = effective.map(({ field, source }, index) =>
    readSource(field, source, own[index] ?? told[index], inferred ?? context),
  );
  const result = byRoles(sources, kinds);
  return inferred && result.confidence === 'high'
    ? { ...result, confidence: 'medium' }
    : result;
}

/**
 * Where nobody says which repository is the GitOps repository, the Application may: it is where its values files lie,
 * or its own file, which it then leaves out. Only of use where a chart comes from another one.
 */
function inferredRepositories(
  sources: ReturnType<typeof effectiveSources>,
  context: PatternContext | undefined,
): PatternContext | undefined {
  if (stringsAt(context, 'gitopsRepos').length > 0) {
    return undefined;
  }
  const own = sources
    .filter(
      ({ source }) =>
        !stringAt(source, 'chart') &&
        (stringAt(source, 'ref') ||
          excludesApplicationFile(stringAt(source, 'directory', 'exclude'))),
    )
    .flatMap(({ source }) => stringAt(source, 'repoURL') ?? []);
  const foreign = sources.some(
    ({ source }) =>
      !stringAt(source, 'chart') &&
      stringAt(source, 'path') &&
      isGitopsRepository({ gitopsRepos: own }, stringAt(source, 'repoURL')) ===
        false,
  );
  return foreign ? { ...context, gitopsRepos: own } : undefined;
}

/** Kinds of what is rendered; none where that is not known. Only Argo CD's own kinds may go by their bare name. */
function renderedKinds(
  status: unknown,
  context: PatternContext | undefined,
): string[] {
  const live = objectsAt(status, 'resources').map(resource => {
    const kind = stringAt(resource, 'kind') ?? '';
    const group = stringAt(resource, 'group') ?? '';
    return group === 'argoproj.io' || !isDeliveryKind(kind)
      ? kind
      : `${group}/${kind}`;
  });
  const kinds =
    live.length > 0
      ? live
      : stringsAt(context?.status, 'resourceKinds').map(bareKind);
  return [...new Set(kinds)].slice(0, 50);
}

/** `argoproj.io/v1alpha1/Application` and the like name the kind too. */
function bareKind(kind: string): string {
  return groupOf(kind) === 'argoproj.io'
    ? kind.slice(kind.lastIndexOf('/') + 1)
    : kind;
}

function isDeliveryKind(kind: string): boolean {
  return (
    kind === 'Application' || kind === 'ApplicationSet' || kind === 'AppProject'
  );
}
