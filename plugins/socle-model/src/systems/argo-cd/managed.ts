import { KindId } from '../../definition/kind';
import { Link, linkTo } from '../../definition/link';
import { cut, withoutCredentials } from '../../reading/conditions';
import { booleanAt, objectsAt, RawObject, stringAt } from '../../reading/raw';

/** What an Application or ApplicationSet says of the objects it manages. */
export type Managed = {
  /** How many it has; absent where nothing is told. */
  resourcesCount?: number;
  outOfSync?: number;
  /** Of those that are out of sync, the ones that are only waiting to be removed. */
  toPrune?: number;
  /** `name`, or `namespace/name`, by kind; no more than can be followed. */
  manages?: { [kind: KindId]: string[] };
  /** Child Applications. */
  children?: number;
  /** The first few that Argo CD itself calls unhealthy; since 3.0 it keeps that elsewhere. */
  unhealthy?: string[];
};

/** More are counted, not followed. */
export const MOST_MANAGED = 200;
const MOST_UNHEALTHY = 3;
const APPLICATION: KindId = 'argoproj.io/Application';

export function readManaged(raw: RawObject): Managed {
  const resources = objectsAt(raw, 'status', 'resources').filter(
    resource => stringAt(resource, 'kind') && stringAt(resource, 'name'),
  );
  if (resources.length === 0) {
    return {};
  }
  const children = resources.filter(
    resource => kindOf(resource) === APPLICATION,
  );
  // Children come first: the health of an app of apps rests on them.
  const first = [
    ...children,
    ...resources.filter(resource => !children.includes(resource)),
  ];
  const manages: { [kind: KindId]: string[] } = {};
  for (const resource of first.slice(0, MOST_MANAGED)) {
    const namespace = stringAt(resource, 'namespace');
    const name = stringAt(resource, 'name')!;
    (manages[kindOf(resource)] ??= []).push(
      namespace ? `${namespace}/${name}` : name,
    );
  }
  const differing = resources.filter(
    resource => stringAt(resource, 'status') === 'OutOfSync',
  );
  const toPrune = differing.filter(resource =>
    booleanAt(resource, 'requiresPruning'),
  ).length;
  const unhealthy = resources.filter(resource =>
    ['Degraded', 'Missing'].includes(
      stringAt(resource, 'health', 'status') ?? '',
    ),
  );
  return {
    resourcesCount: resources.length,
    outOfSync: differing.length,
    manages,
    ...(toPrune > 0 ? { toPrune } : {}),
    ...(children.length > 0 ? { children: children.length } : {}),
    ...(unhealthy.length > 0
      ? { unhealthy: unhealthy.slice(0, MOST_UNHEALTHY).map(describe) }
      : {}),
  };
}

/** Links to what is managed; an Application that manages itself does not rest on itself. */
export function managedLinks(
  manages: Managed['manages'],
  self: { kind: KindId; namespace?: string; name: string },
): Link[] {
  return Object.entries(manages ?? {}).flatMap(([id, names]) => {
    const [group, kind] = splitKind(id as KindId);
    return names.flatMap(at => {
      const slash = at.indexOf('/');
      const namespace = slash < 0 ? undefined : at.slice(0, slash);
      const name = at.slice(slash + 1);
      const itself =
        id === self.kind && namespace === self.namespace && name === self.name;
      return itself
        ? []
        : [linkTo('manages', { group, kind, namespace, name }, 'target')];
    });
  });
}

function splitKind(id: KindId): [string, string] {
  const slash = id.lastIndexOf('/');
  return [id.slice(0, slash), id.slice(slash + 1)];
}

function kindOf(resource: RawObject): KindId {
  return `${stringAt(resource, 'group') ?? ''}/${
    stringAt(resource, 'kind') ?? ''
  }`;
}

function describe(resource: RawObject): string {
  const word = stringAt(resource, 'health', 'status') ?? '';
  const message = stringAt(resource, 'health', 'message');
  return `${stringAt(resource, 'kind')} ${stringAt(
    resource,
    'name',
  )} is ${word}${message ? ` (${cut(withoutCredentials(message), 120)})` : ''}`;
}
