import {
  objectsAt,
  stringAt,
  stringsAt,
} from '@socle/backstage-plugin-socle-model';
import { ReadDocument } from '../reading/read-file';
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
      return [
        {
          document,
          at: ['metadata', 'name'],
          message: `${titleOf(document)} stands in ${
            earlier.file.path
          } as well: one of the two is lost.`,
          fix: 'Remove one of the two, or give it another name.',
        },
      ];
    });
  },
};

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
