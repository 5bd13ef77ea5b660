import fc from 'fast-check';
import { projectAppProject } from './app-project-facts';
import { projectApplication } from './application-facts';
import { notAllowed } from './project-limits';

const here = { server: 'https://kubernetes.default.svc', namespace: 'shop' };
const git = 'https://git.acme.test/shop.git';

function refused(
  sourceRepos: string[],
  destinations: object[],
  source: object = { repoURL: git, path: 'x' },
  destination: object = here,
) {
  return notAllowed(
    projectAppProject({ spec: { sourceRepos, destinations } }),
    projectApplication({ spec: { source, destination } }),
  );
}

const anywhere = [{ server: '*', namespace: '*' }];

it.each<[string, string[], object[], string[]]>([
  ['everything', ['*'], anywhere, []],
  ['the repository itself', [git], anywhere, []],
  ['it without its ending', ['https://git.acme.test/shop'], anywhere, []],
  ['a pattern', ['https://git.acme.test/*'], anywhere, []],
  ['another host', ['https://other.test/*'], anywhere, [`the source ${git}`]],
  ['no source', [], anywhere, [`the source ${git}`]],
  ['all but this', ['*', `!${git}`], anywhere, [`the source ${git}`]],
  ['this namespace', ['*'], [here], []],
  ['a pattern of namespaces', ['*'], [{ ...here, namespace: 'sh*' }], []],
  [
    'another namespace',
    ['*'],
    [{ ...here, namespace: 'blog' }],
    ['the destination https://kubernetes.default.svc shop'],
  ],
  [
    'all but this namespace',
    ['*'],
    [
      ...anywhere,
      { server: '!https://kubernetes.default.svc', namespace: 'shop' },
    ],
    ['the destination https://kubernetes.default.svc shop'],
  ],
  // The cluster has a name and an address, and only Argo CD knows which belong together.
  [
    'the cluster by its name',
    ['*'],
    [{ name: 'in-cluster', namespace: 'shop' }],
    [],
  ],
])('a project that allows %s', (_, repos, destinations, expected) => {
  expect(refused(repos, destinations)).toEqual(expected);
});

it('says nothing where the list is longer than what is kept', () => {
  const many = Array.from({ length: 60 }, (_, n) => `https://h${n}.test/x`);
  expect(refused(many, anywhere)).toEqual([]);
});

it('survives any pattern', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.string(), (repos, namespace) => {
      expect(refused(repos, [{ server: '*', namespace }])).toBeInstanceOf(
        Array,
      );
    }),
    { numRuns: 100 },
  );
});
