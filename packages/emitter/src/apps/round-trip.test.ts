import fc from 'fast-check';
import { loadAll } from 'js-yaml';
import { classifyApplication } from '@socle/backstage-plugin-socle-model';
import {
  defaultConventions,
  emit,
  EmittedFile,
  EmitKind,
  verifyRepository,
} from '..';
import { answers } from '../__testUtils__/answers';
import { CrdSchemas } from '../__testUtils__/crd-schemas';

const RUNS = Number(process.env.SOCLE_RUNS ?? 300);

const patterns = {
  'app:helm-configs': 'A',
  'app:helm-inline': 'B',
  'app:wrapper-chart': 'C',
  'app:raw-manifests': 'D',
} as const;

type AppKind = keyof typeof patterns;
const kinds = Object.keys(patterns) as AppKind[];

const crds = process.env.SOCLE_CRDS
  ? new CrdSchemas(process.env.SOCLE_CRDS)
  : undefined;
if (!crds) {
  process.stderr.write(
    'SOCLE_CRDS is not set: objects are not checked against real CRDs.\n',
  );
}

function documents(files: EmittedFile[]) {
  return files
    .filter(({ path }) => path.endsWith('.yaml'))
    .flatMap(({ path, content }) =>
      loadAll(content).map(object => ({
        path,
        object: object as Record<string, unknown>,
      })),
    );
}

/** What a reader of the repository would tell of the emitted folder. */
function contextOf(files: EmittedFile[]) {
  const { repository } = defaultConventions.gitops;
  const folder = files[0].path.split('/').slice(0, 2).join('/');
  const chart = files.find(({ path }) => path.endsWith('/Chart.yaml'));
  return {
    gitopsRepos: [repository],
    repoContent: {
      [repository]: {
        [folder]: files.map(({ path }) => path.slice(folder.length + 1)),
      },
    },
    charts: chart ? { [folder]: loadAll(chart.content)[0] as object } : {},
  };
}

describe.each(kinds)('%s', kind => {
  const input = answers[kind] as fc.Arbitrary<never>;
  const emitted = (given: never, existing?: Map<string, string>) =>
    emit(kind as EmitKind, given, defaultConventions, existing);

  it('is classified as asked for, with high confidence', () => {
    fc.assert(
      fc.property(input, given => {
        const { files, refusals } = emitted(given);
        expect(refusals).toEqual([]);
        const [application] = documents(files).filter(
          ({ object }) => object.kind === 'Application',
        );
        expect(
          classifyApplication(application.object, contextOf(files)),
        ).toMatchObject({ pattern: patterns[kind], confidence: 'high' });
      }),
      { numRuns: RUNS },
    );
  });

  it('passes all checks', () => {
    fc.assert(
      fc.property(input, given => {
        const contents = new Map(
          emitted(given).files.map(({ path, content }) => [path, content]),
        );
        expect(
          verifyRepository(contents, { root: true, expect: patterns[kind] }),
        ).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('gives the same bytes again, and nothing to change where they are', () => {
    fc.assert(
      fc.property(input, given => {
        const first = emitted(given);
        const existing = new Map(
          first.files.map(({ path, content }) => [path, content]),
        );
        const again = emitted(given, existing);
        expect(again).toEqual(first);
      }),
      { numRuns: RUNS },
    );
  });

  it('refuses a name whose folder holds something else', () => {
    fc.assert(
      fc.property(input, fc.nat(), (given, at) => {
        const { files } = emitted(given);
        const { path, content } = files[at % files.length];
        const other = emitted(given, new Map([[path, `${content}# more\n`]]));
        expect(other.files).toEqual([]);
        expect(other.refusals[0].field).toBe('name');
        const folder = path.split('/').slice(0, 2).join('/');
        const foreign = emitted(
          given,
          new Map([[`${folder}/someone-elses.yaml`, 'a: 1\n']]),
        );
        expect(foreign.files).toEqual([]);
        expect(foreign.refusals[0].field).toBe('name');
      }),
      { numRuns: Math.min(RUNS, 100) },
    );
  });
});

const withCrds = crds ? describe : describe.skip;

withCrds.each(kinds)('%s, beside the real CRDs', kind => {
  const input = answers[kind] as fc.Arbitrary<never>;
  const emitted = (given: never) => emit(kind as EmitKind, given);

  it('gives objects that they allow', () => {
    fc.assert(
      fc.property(input, given => {
        const unknown = documents(emitted(given).files).filter(
          ({ object }) =>
            object.kind === 'Application' && !crds?.errors(object),
        );
        expect(unknown).toEqual([]);
        for (const { path, object } of documents(emitted(given).files)) {
          expect({ path, errors: crds?.errors(object) ?? [] }).toEqual({
            path,
            errors: [],
          });
        }
      }),
      { numRuns: RUNS },
    );
  });
});
