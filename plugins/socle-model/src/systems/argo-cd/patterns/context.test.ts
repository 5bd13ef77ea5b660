import fc from 'fast-check';
import {
  excludesApplicationFile,
  namesApplicationFiles,
} from './application-files';
import { contextFor, repositoryKey } from './context';

it.each([
  ['https://git.orchard.test/platform/deploy.git'],
  ['https://git.orchard.test/platform/deploy/'],
  ['https://robot:word@git.orchard.test:8443/platform/deploy'],
  ['git@git.orchard.test:platform/deploy.git'],
  ['ssh://git@git.orchard.test:2222/platform/deploy.git'],
  ['HTTPS://Git.Orchard.test/Platform/Deploy'],
  ['git.orchard.test/platform/deploy'],
])('%s is one repository', url => {
  expect(repositoryKey(url)).toBe('git.orchard.test/platform/deploy');
});

it('tells repositories apart, whatever stands for them', () => {
  const urls = [
    '<REPO>',
    'local://charts',
    'local://apps',
    'https://a.test/x/y',
    'https://a.test/x/z',
    'https://b.test/x/y',
  ];
  expect(new Set(urls.map(repositoryKey)).size).toBe(urls.length);
});

const context = {
  gitopsRepos: ['https://git.orchard.test/deploy'],
  status: { sourceType: 'Helm' },
  perFile: {
    'application.yaml': { status: { sourceType: 'Kustomize' } },
    'sub/application.yaml': { status: { sourceType: 'Directory' } },
  },
  perDocument: [
    { name: 'second', status: { sourceType: 'Plugin' } },
    { index: 7, status: { sourceType: 'Kustomize' } },
  ],
};

it.each([
  ['Helm', {}],
  ['Helm', { file: 'other.yaml', name: 'first', index: 0 }],
  ['Kustomize', { file: './application.yaml' }],
  ['Directory', { file: 'somewhere/above/sub/application.yaml' }],
  ['Helm', { file: 'my-application.yaml' }],
  ['Plugin', { file: 'application.yaml', name: 'second' }],
  ['Kustomize', { file: 'other.yaml', name: 'x', index: 7 }],
])('gives %s for %j', (sourceType, document) => {
  expect(contextFor(context, document)).toMatchObject({
    gitopsRepos: context.gitopsRepos,
    status: { sourceType },
  });
});

it('survives any context', () => {
  expect(contextFor(undefined, { file: 'a' })).toBeUndefined();
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (perFile, perDocument) => {
      contextFor({ perFile, perDocument } as never, {
        file: 'a/b.yaml',
        name: 'x',
        index: 0,
      });
    }),
    { numRuns: 50 },
  );
});

it.each([
  ['application.yaml', true, true],
  ['{**/application.yaml}', true, true],
  ['*/application.yaml', true, true],
  ['*-app.yaml', true, true],
  ['{a,b}/{app,applicationset}.yml', true, true],
  ['applications/*.yaml', true, true],
  ['application*.yaml', true, true],
  ['{application.yaml,values.yaml}', false, true],
  ['values.yaml', false, false],
  ['*.yaml', false, false],
  ['apparmor.yaml', false, false],
  ['mapping.yaml', false, false],
  ['', false, false],
  ['{{{{', false, false],
])(
  '%s picks Applications only: %s, leaves them out: %s',
  (pattern, names, excludes) => {
    expect(namesApplicationFiles(pattern)).toBe(names);
    expect(excludesApplicationFile(pattern)).toBe(excludes);
  },
);

it('ends on any pattern', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[{},a*./]{0,60}$/), pattern => {
      expect(typeof namesApplicationFiles(pattern)).toBe('boolean');
    }),
    { numRuns: 100 },
  );
});
