import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { loadAll } from 'js-yaml';
import { ChartAppInput, EmittedFile } from '@socle/emitter';
import { KubeObject } from '@socle/simulator';
import { definitionsIn } from '../demo/definitions-in';
import { StrictServer } from '../demo/strict-server';
import { ApiServer } from '../kubernetes-api/api-server';
import { findBinaries } from '../kubernetes-api/binaries';
import { startRealServer } from '../kubernetes-api/real-server';
import { ChartRepository, serveCharts } from './__testUtils__/chart-repository';
import { Helm } from './__testUtils__/helm';
import {
  asHelmKeepsThem,
  render,
  Rendering,
  writeFiles,
} from './__testUtils__/rendering';
import { forEach, runTool } from './run-tool';
import {
  definedSchemas,
  SCHEMA_PLACE,
  schemaFile,
  SchemaFiles,
} from './schemas';
import {
  appKinds,
  EmittedApp,
  singleObjects,
  spreadOfApps,
} from './__testUtils__/spread';
import { definitionsOf, servedBy } from './served-by';
import { findTool } from './tools';

const helmBinary = findTool('helm');
const kubeconform = findTool('kubeconform');
const binaries = findBinaries();
const crds = process.env.SOCLE_CRDS;

const say = (text: string) => process.stderr.write(`${text}\n`);
if (typeof binaries === 'string') say(`No real API server: ${binaries}.`);
if (!crds) say('SOCLE_CRDS is not set: operators’ kinds are not checked.');

jest.setTimeout(240_000);

/** Of whose operators no definition is there. */
const WITHOUT_DEFINITION = ['ServiceMonitor', 'ObjectStore'];

/** What the server adds to these Argo CD knows, and takes for no difference. */
const FILLED_IN_BY_KUBERNETES = ['Deployment', 'Job', 'Namespace', 'Service'];

const apps = spreadOfApps();
const isManifest = ({ path }: Pick<EmittedFile, 'path'>) =>
  path.endsWith('.yaml') &&
  !/\/(?:catalog-info|Chart|values)\.yaml$/.test(path);

/** Manifests by a name that tells where they come from. */
const manifests = new Map<string, string>();
for (const { kind, files } of apps) {
  for (const file of files.filter(isManifest)) {
    manifests.set(`${kind.slice(4)}/${file.path}`, file.content);
  }
}
for (const { path, content } of singleObjects().filter(isManifest)) {
  manifests.set(`single/${path}`, content);
}

function objectsOf(texts: Map<string, string>) {
  return [...texts].flatMap(([from, text]) =>
    (loadAll(text) as Array<KubeObject | null>).flatMap(object =>
      object ? [{ from, object }] : [],
    ),
  );
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'socle-emitted-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

(helmBinary ? describe : describe.skip)('Helm', () => {
  const renderings = new Map<EmittedApp, Rendering>();
  let charts: ChartRepository;

  beforeAll(async () => {
    const helm = new Helm(helmBinary!, join(folder, 'helm'));
    charts = await serveCharts(helm, join(folder, 'charts'));
    const chartApps = apps.filter(({ input }) => 'chart' in input);
    await forEach(chartApps, async app => {
      // Several may have one name, and are rendered at once.
      const place = join(
        folder,
        'apps',
        String(apps.indexOf(app)),
        app.input.name,
      );
      const rendering = await render(app, helm, charts, place);
      renderings.set(app, rendering);
      manifests.set(
        `rendered/${app.kind.slice(4)}/${app.input.name}.yaml`,
        rendering.text,
      );
    });
  });
  afterAll(() => charts?.stop());

  it('takes every chart and every file of values', () => {
    const all = [...renderings.values()];
    expect(all.flatMap(({ refusals }) => refusals)).toEqual([]);
    const rendered = all.map(({ text }) => loadAll(text).length);
    say(
      `Helm: ${all.length} apps linted and rendered, ${rendered.reduce(
        (sum, count) => sum + count,
        0,
      )} objects.`,
    );
  });

  it('reads the values that were given', () => {
    for (const [{ input, files }, { values }] of renderings) {
      const wanted = (input as ChartAppInput).values ?? {};
      const kept = asHelmKeepsThem(values);
      expect({ app: files[0].path, values: kept }).toMatchObject({
        values: asHelmKeepsThem(wanted),
      });
      for (const { purpose } of input.secrets ?? []) {
        expect(JSON.stringify(values)).toContain(`"${input.name}-${purpose}"`);
      }
    }
  });

  it('renders the companions of a wrapper chart as they are written', () => {
    for (const [{ kind, files }, { text }] of renderings) {
      if (kind !== 'app:wrapper-chart') continue;
      const rendered = loadAll(text);
      const templates = files.filter(({ path }) =>
        path.includes('/templates/'),
      );
      expect(templates.length).toBeGreaterThan(0);
      for (const { content } of templates) {
        expect(rendered).toEqual(expect.arrayContaining(loadAll(content)));
      }
    }
  });
});

(typeof binaries === 'string' ? describe.skip : describe)('Kubernetes', () => {
  let server: ApiServer;
  let strict: StrictServer;
  let schemas: SchemaFiles;
  let unknown: string[];
  let all: ReturnType<typeof objectsOf>;

  beforeAll(async () => {
    if (typeof binaries === 'string') return;
    all = objectsOf(manifests);
    server = await startRealServer(binaries);
    strict = new StrictServer(server.admin);
    await strict.learnKinds();
    const own = all.filter(({ object }) => strict.serves(object));
    schemas = await servedBy(
      server,
      own.map(({ object }) => object),
    );
    const rest = all.map(one => one.object).filter(one => !strict.serves(one));
    const definitions = crds && existsSync(crds) ? definitionsIn(crds) : [];
    // A folder may hold the definitions of several releases.
    const wanted = [
      ...new Map(
        definitionsOf(rest, definitions).map(one => [one.metadata.name, one]),
      ).values(),
    ];
    for (const [file, schema] of definedSchemas(wanted)) {
      schemas.set(file, schema);
    }
    for (const definition of wanted) {
      const refusal = await strict.write(definition);
      if (refusal) throw new Error(refusal);
    }
    const known = ({ apiVersion, kind }: KubeObject) =>
      schemas.has(schemaFile(apiVersion, kind));
    await strict.learn(rest.filter(known));
    unknown = [
      ...new Set(rest.filter(one => !known(one)).map(({ kind }) => kind)),
    ];
    if (unknown.length > 0) {
      say(`No definition, and so not checked: ${unknown.join(', ')}.`);
    }
  });
  afterAll(() => server?.stop());

  (crds ? it : it.skip)('knows the definitions of all kinds but some', () => {
    expect(unknown).toEqual(WITHOUT_DEFINITION);
  });

  (kubeconform ? it : it.skip)(
    'kubeconform -strict takes every manifest',
    async () => {
      const place = join(folder, 'schemas');
      await writeFiles(
        place,
        [...schemas].map(([path, schema]) => ({
          path,
          content: JSON.stringify(schema),
        })),
      );
      const at = join(folder, 'manifests');
      await writeFiles(
        at,
        [...manifests].map(([path, content]) => ({ path, content })),
      );
      const args = ['-strict', '-summary', '-output', 'json'];
      const location = ['-schema-location', join(place, SCHEMA_PLACE)];
      const { out, said } = await runTool(kubeconform!, [
        ...args,
        ...location,
        ...(unknown.length > 0 ? ['-skip', unknown.join(',')] : []),
        at,
      ]);
      if (!out) throw new Error(said);
      const { resources, summary } = JSON.parse(out);
      expect(resources ?? []).toEqual([]);
      expect(summary).toMatchObject({ invalid: 0, errors: 0 });
      expect(summary.valid + summary.skipped).toBe(all.length);
      say(
        `kubeconform -strict: ${summary.valid} objects of ${manifests.size} files valid, ${summary.skipped} skipped.`,
      );

      // It would say so where something is wrong.
      const wrong = join(folder, 'wrong.yaml');
      const [, text] = [...manifests].find(([path]) =>
        path.endsWith('/network-policy.yaml'),
      )!;
      await writeFile(wrong, text.replace('podSelector:', 'podPicker:'));
      const answer = await runTool(kubeconform!, [...args, ...location, wrong]);
      expect(JSON.parse(answer.out).summary).toMatchObject({ invalid: 1 });
    },
  );

  it('a server-side dry run takes every object', async () => {
    const known = all.filter(({ object }) => strict.serves(object));
    const namespaces = new Set(
      known.flatMap(({ object }) =>
        object.kind === 'Namespace'
          ? [object.metadata.name]
          : object.metadata.namespace ?? [],
      ),
    );
    const refusals: string[] = [];
    const filledIn: string[] = [];
    const apply = async ({ from, object }: (typeof known)[number]) => {
      const made = await strict.dryRun(object);
      if (typeof made === 'string') {
        refusals.push(`${from}: ${object.kind}: ${made}`);
      } else if (
        !FILLED_IN_BY_KUBERNETES.includes(object.kind) &&
        differs(object.spec, made.spec)
      ) {
        filledIn.push(`${from}: ${JSON.stringify(made.spec)}`);
      }
    };
    const isNamespace = ({ object }: (typeof known)[number]) =>
      object.kind === 'Namespace';
    await forEach(known.filter(isNamespace), apply);
    await forEach([...namespaces, 'default'], async name => {
      const metadata = { name };
      await strict.write({ apiVersion: 'v1', kind: 'Namespace', metadata });
    });
    await forEach(
      known.filter(one => !isNamespace(one)),
      apply,
    );
    expect(refusals).toEqual([]);
    // What the server fills in would be a difference for Argo CD forever.
    expect(filledIn).toEqual([]);
    const count = (kind: string) =>
      known.filter(({ object }) => object.kind === kind).length;
    const kinds = [...new Set(known.map(({ object }) => object.kind))].sort();
    say(
      `Server-side dry run: ${known.length} objects taken (${kinds
        .map(kind => `${kind} ${count(kind)}`)
        .join(', ')}).`,
    );
  });

  it('a server-side dry run would refuse an unknown field, and show a default', async () => {
    const { object } = all.find(one => one.object.kind === 'Deployment')!;
    const spec = object.spec as { template: object };
    expect(
      await strict.dryRun({ ...object, spec: { ...spec, replica: 1 } }),
    ).toContain('.spec.replica: field not declared');
    const made = (await strict.dryRun(object)) as KubeObject;
    expect(made.spec).toMatchObject(spec);
    expect(isDeepStrictEqual(made.spec, object.spec)).toBe(false);
  });
});

/**
 * Whether Argo CD would show a difference: fields that only the server has are none, but a list of a custom resource is
 * compared as a whole.
 */
function differs(wanted: unknown, live: unknown): boolean {
  if (Array.isArray(wanted) || typeof wanted !== 'object' || !wanted) {
    return !isDeepStrictEqual(wanted, live);
  }
  const found = (live ?? {}) as Record<string, unknown>;
  return Object.entries(wanted).some(([key, value]) =>
    differs(value, found[key]),
  );
}

it('covers the four patterns', () => {
  expect(new Set(apps.map(({ kind }) => kind))).toEqual(new Set(appKinds));
  expect(apps.length).toBeGreaterThanOrEqual(20);
});
