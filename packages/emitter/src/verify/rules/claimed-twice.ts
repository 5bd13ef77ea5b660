import {
  objectsAt,
  stringAt,
  stringsAt,
} from '@socle/backstage-plugin-socle-model';
import { App } from '../reading/application';
import { ReadDocument } from '../reading/read-file';
import { Repository } from '../reading/repository';
import { Found, Rule, titleOf } from '../rule';

/** Check 14: nothing is written over by another file. */
export const objectTwice: Rule = {
  code: 'ObjectDefinedTwice',
  check: 14,
  severity: 'error',
  title:
    'No two files of an Application, nor two Applications, hold the same object.',
  find: repository => {
    const first = new Map<string, ReadDocument>();
    return repository.manifests.flatMap((document): Found[] => {
      const { value } = document;
      const app = repository.appOf.get(document);
      const isApplication = value.kind === 'Application';
      const name = stringAt(value, 'metadata', 'name');
      // Files that no Application is known to render may be for different clusters.
      if ((!app && !isApplication) || !name || document.file.template) {
        return [];
      }
      const destination = isApplication
        ? ''
        : stringAt(app?.document.value, 'spec', 'destination', 'server') ??
          stringAt(app?.document.value, 'spec', 'destination', 'name');
      const key = [
        destination,
        String(value.apiVersion).replace(/\/?[^/]*$/, ''),
        value.kind,
        stringAt(value, 'metadata', 'namespace') ?? app?.namespace,
        name,
      ].join('|');
      const earlier = first.get(key);
      if (!earlier) {
        first.set(key, document);
        return [];
      }
      const earlierApp = repository.appOf.get(earlier);
      if (
        !isApplication &&
        app !== earlierApp &&
        app?.name === earlierApp?.name
      ) {
        // They belong to one Application that stands twice, which is told there.
        return [];
      }
      return [
        {
          document,
          at: ['metadata', 'name'],
          // Different stacks or clusters may each have their own.
          ...(isApplication && !areTogether(document, earlier, repository)
            ? { severity: 'note' as const }
            : {}),
          message: `${titleOf(document)} stands in ${
            earlier.file.path
          } as well: one of the two is lost.`,
          fix: 'Remove one of the two, or give it another name.',
        },
      ];
    });
  },
};

/** Whether one cluster gets both: some Application applies each, they lie together, or the root by convention finds them. */
function areTogether(
  one: ReadDocument,
  other: ReadDocument,
  { appOf, conventions }: Repository,
): boolean {
  const folder = ({ file }: ReadDocument) => file.path.replace(/[^/]*$/, '');
  const isBelowRoot = ({ file }: ReadDocument) =>
    file.path.startsWith(`${conventions.gitops.appsRoot}/`);
  return (
    (appOf.has(one) && appOf.has(other)) ||
    folder(one) === folder(other) ||
    (isBelowRoot(one) && isBelowRoot(other))
  );
}

/** Check 14: a folder is applied by one Application, not by a parent that walks through it as well. */
export const folderTwice: Rule = {
  code: 'FolderAppliedTwice',
  check: 14,
  severity: 'error',
  title: 'No two Applications apply the same files to the same cluster.',
  find: ({ apps }) =>
    apps.flatMap((app): Found[] => {
      // Told once, of the one that applies more: it is the one to hold back.
      const other = apps.find(
        one =>
          one !== app &&
          (one.objects.length < app.objects.length ||
            (one.objects.length === app.objects.length &&
              apps.indexOf(one) < apps.indexOf(app))) &&
          sharedFiles(app, one).length > 0,
      );
      if (!other) {
        return [];
      }
      const [first, ...more] = sharedFiles(app, other);
      return [
        {
          document: app.document,
          at: app.sources[0]?.at ?? ['spec'],
          message: `${app.name} applies ${first}${
            more.length > 0 ? ` and ${more.length} more of the files` : ''
          }, which ${other.name} applies as well.`,
          fix: `Leave them to ${other.name}: pick Applications only by an include pattern, or exclude them.`,
        },
      ];
    }),
};

/** Files of which both Applications apply an object to the same cluster. */
function sharedFiles(a: App, b: App): string[] {
  // Of one name they are one object, which is a finding of its own.
  if (a.name === b.name || destinationOf(a) !== destinationOf(b)) {
    return [];
  }
  const others = new Set(b.objects);
  const isParent =
    a.objects.includes(b.document) || b.objects.includes(a.document);
  const shared = a.objects.filter(
    object =>
      others.has(object) &&
      // That an Application holds itself is a finding of its own.
      object !== a.document &&
      object !== b.document &&
      // A chart may be installed twice under different names.
      !object.file.template &&
      // A folder may go to several namespaces on purpose, but not from a parent and its child.
      (isParent ||
        a.namespace === b.namespace ||
        stringAt(object.value, 'metadata', 'namespace') !== undefined),
  );
  return [...new Set(shared.map(({ file }) => file.path))];
}

function destinationOf({ document: { value } }: App): string | undefined {
  const server = stringAt(value, 'spec', 'destination', 'server');
  return (
    stringAt(value, 'spec', 'destination', 'name') ??
    (server === 'https://kubernetes.default.svc' ? 'in-cluster' : server)
  );
}

/** Check 14: a host belongs to one route. */
export const hostTaken: Rule = {
  code: 'HostTaken',
  check: 14,
  severity: 'warning',
  title: 'A host and path belong to one route.',
  find: repository => {
    const first = new Map<string, ReadDocument>();
    return repository.manifests.flatMap((document): Found[] => {
      const { value } = document;
      if (value.kind !== 'HTTPRoute' || document.file.template) {
        return [];
      }
      return stringsAt(value, 'spec', 'hostnames').flatMap((host, index) => {
        const taken = pathsOf(value)
          .map(path => [...parentsOf(value), host, path].join('|'))
          .map(key => {
            const earlier = first.get(key);
            if (!earlier) {
              first.set(key, document);
            }
            return earlier;
          })
          .find(earlier => earlier && earlier !== document);
        return taken
          ? [
              {
                document,
                at: ['spec', 'hostnames', index],
                message: `The route in ${taken.file.path} has ${host} too: the older one wins.`,
                fix: 'Give one of the two another host or path.',
              },
            ]
          : [];
      });
    });
  },
};

function pathsOf(value: Record<string, unknown>): string[] {
  const paths = objectsAt(value, 'spec', 'rules').flatMap(rule => {
    const matches = objectsAt(rule, 'matches');
    return matches.length === 0
      ? ['PathPrefix /']
      : matches.map(match => JSON.stringify(match));
  });
  return [...new Set(paths)];
}

function parentsOf(value: Record<string, unknown>): Array<string | undefined> {
  const [parent] = objectsAt(value, 'spec', 'parentRefs');
  return [
    stringAt(parent, 'namespace'),
    stringAt(parent, 'name'),
    stringAt(parent, 'sectionName'),
  ];
}
