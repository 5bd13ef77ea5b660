import fc from 'fast-check';
import { loadAll } from 'js-yaml';
import { emit, EmitInputs, EmitKind, verifyRepository } from '..';
import { CrdSchemas } from '../__testUtils__/crd-schemas';
import { plain } from '../__testUtils__/plain-answers';

const crds = process.env.SOCLE_CRDS
  ? new CrdSchemas(process.env.SOCLE_CRDS)
  : undefined;

const size = fc.constantFrom('1Gi', '20Gi', '512Mi');
const name = fc.constantFrom('db', 'main', 'a1', 'x-y');
const schedule = fc.constantFrom(
  '15 2 * * *',
  '*/30 * * * *',
  '0 0 1,15 * 1-5',
);
const at = fc.record({
  app: fc.constant('ledger'),
  pattern: fc.constantFrom('A', 'B', 'C', 'D'),
});
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

const fields: Record<string, fc.Arbitrary<object>> = {
  database: fc.record({
    name: optional(name),
    size,
    walSize: optional(size),
    instances: optional(fc.integer({ min: 1, max: 9 })),
    version: optional(fc.constantFrom('16.10', '17.6')),
    backup: optional(fc.record({ schedule: optional(schedule) })),
  }),
  cache: fc.record({
    name: optional(name),
    replicas: optional(fc.integer({ min: 1, max: 9 })),
    snapshotSize: optional(size),
  }),
  topic: fc.record({
    name,
    replicas: optional(fc.integer({ min: 1, max: 9 })),
    access: fc.constantFrom('read', 'write', 'readWrite', 'none', undefined),
  }),
  bucket: fc.record({
    bucket: fc.constantFrom('ledger-files', 'abc', `a${'b'.repeat(62)}`),
    maxSize: optional(size),
    maxObjects: optional(fc.integer({ min: 1, max: 1_000_000 })),
    access: optional(
      fc.record({ keyId: fc.constant('GK0123456789abcdef01234567') }),
    ),
  }),
  collection: fc.record({
    name,
    dimensions: fc.integer({ min: 1, max: 4096 }),
    copies: optional(fc.integer({ min: 1, max: 9 })),
  }),
  backup: fc.record({
    of: fc.constantFrom('namespace', 'volumes', 'database'),
    schedule,
  }),
};

type ServiceKind = Extract<
  EmitKind,
  'database' | 'cache' | 'topic' | 'bucket' | 'collection' | 'backup'
>;
const kinds = Object.keys(fields) as ServiceKind[];

describe.each(kinds)('%s', kind => {
  const answers = fc
    .tuple(at, fields[kind])
    .map(([place, rest]) => ({ ...place, ...rest })) as fc.Arbitrary<
    EmitInputs[ServiceKind]
  >;
  const emitted = (given: EmitInputs[ServiceKind]) =>
    emit(kind, given as never);

  it('is emitted, gives the same bytes again, and nothing to change where they are', () => {
    fc.assert(
      fc.property(answers, given => {
        const { files, refusals, order } = emitted(given);
        expect(refusals).toEqual([]);
        expect(order.length).toBeGreaterThan(0);
        expect(emitted(given).files).toEqual(files);
        const existing = new Map(files.map(one => [one.path, one.content]));
        expect(
          emit(kind, given as never, undefined, existing).refusals,
        ).toEqual([]);
        const first = files[0].path;
        const other = new Map([[first, 'kind: Other\n']]);
        expect(emit(kind, given as never, undefined, other).files).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('passes all checks beside its app', () => {
    fc.assert(
      fc.property(answers, given => {
        const app = emit('app:raw-manifests', plain['app:raw-manifests']);
        const { files } = emitted({ ...given, pattern: 'D' } as never);
        const tree = new Map(
          [...app.files, ...files].map(({ path, content }) => [path, content]),
        );
        expect(verifyRepository(tree)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('gives objects that the real CRDs allow, where they are', () => {
    fc.assert(
      fc.property(answers, given => {
        for (const { path, content } of emitted(given).files) {
          for (const object of loadAll(content)) {
            const errors = crds?.errors(object as Record<string, unknown>);
            expect({ path, errors: errors ?? [] }).toEqual({
              path,
              errors: [],
            });
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('what a Job asks', () => {
  const scriptOf = (kind: ServiceKind) => {
    const { files } = emit(kind, plain[kind] as never);
    const job = files
      .map(({ content }) => loadAll(content)[0] as Job)
      .find(one => one.kind === 'Job');
    return job!.spec.template.spec.containers[0].command[2];
  };

  it.each(['bucket', 'collection'] as const)(
    '%s: the token is in no argument, and Kubernetes puts nothing in',
    kind => {
      const script = scriptOf(kind);
      expect(script.match(/\$TOKEN/g)).toHaveLength(1);
      expect(script).toMatch(/printf '[^']*%s' "\$TOKEN" > \/tmp\/header/);
      expect(script).not.toContain('$(');
      expect(script).not.toContain('{{');
    },
  );

  it('a bucket is made only where it is missing, with its quota in bytes', () => {
    const script = scriptOf('bucket');
    expect(
      script.indexOf('GetBucketInfo?globalAlias=ledger-files'),
    ).toBeLessThan(script.indexOf('CreateBucket'));
    expect(script).toContain('"maxSize":53687091200');
  });
});

interface Job {
  kind: string;
  spec: { template: { spec: { containers: Array<{ command: string[] }> } } };
}
