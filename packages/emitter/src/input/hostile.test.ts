import { defaultConventions, emit, EmitKind, emitKinds, inputSchema } from '..';
import Ajv from 'ajv';
import { Case, CASES, LITERALS } from '../__testUtils__/hostile-answers';
import { plain } from '../__testUtils__/plain-answers';

/** The plain answers with one of them changed. */
function changed(kind: EmitKind, field: string, value: unknown): never {
  const copy = JSON.parse(JSON.stringify(plain[kind]));
  const keys = field.replace(/\[(\d+)\]/g, '.$1').split('.');
  const last = keys.pop() ?? '';
  let at = copy;
  for (const key of keys) {
    at[key] ??= {};
    at = at[key];
  }
  if (value === undefined) {
    delete at[last];
  } else {
    at[last] = value;
  }
  return copy as never;
}

const sizeOf = (value: unknown) => JSON.stringify(value)?.length ?? 0;

const shown = (value: unknown) =>
  (JSON.stringify(value) ?? 'nothing').slice(0, 60);

describe('hostile and wrong answers', () => {
  it('are two hundred and more', () => {
    expect(CASES.length).toBeGreaterThan(200);
  });

  it.each(emitKinds)('%s: the plain answers are taken', kind => {
    expect(emit(kind, plain[kind] as never).refusals).toEqual([]);
  });

  it.each(
    CASES.map((one): [EmitKind, string, string, Case] => [
      one[0],
      one[1],
      shown(one[2]),
      one,
    ]),
  )('%s: %s %s', (_kind, _field, _shown, [kind, field, value, refused]) => {
    const started = Date.now();
    const { files, order, refusals } = emit(kind, changed(kind, field, value));
    expect(files).toEqual([]);
    expect(order).toEqual([]);
    const fields = refusals.map(one => one.field);
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.some(one => one.startsWith(refused ?? field))).toBeTruthy();
    for (const { problem, allowed } of refusals) {
      expect(problem).not.toMatch(/hunter2/);
      expect(allowed).not.toBe('');
    }
    expect(Date.now() - started).toBeLessThan(1000);
  });

  it('a host that another route has', () => {
    const existing = new Map([
      [
        'apps/other/http-route.yaml',
        'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: other }\nspec:\n  hostnames:\n    - ledger.apps.edgeprime.io\n',
      ],
    ]);
    const result = emit(
      'app:helm-configs',
      plain['app:helm-configs'],
      defaultConventions,
      existing,
    );
    expect(result.files).toEqual([]);
    expect(result.refusals[0]).toMatchObject({ field: 'route.host' });
  });

  it('a namespace that another file makes', () => {
    const existing = new Map([
      [
        'apps/other/namespace.yaml',
        'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ledger\n',
      ],
    ]);
    const result = emit(
      'app:wrapper-chart',
      plain['app:wrapper-chart'],
      defaultConventions,
      existing,
    );
    expect(result.refusals[0]).toMatchObject({ field: 'namespace' });
  });

  it.each([
    null,
    undefined,
    'text',
    [],
    Object.assign(Object.create(null), { name: () => 1 }),
  ])('an input that is no plain object: %j', input => {
    expect(emit('app:wrapper-chart', input as never).refusals).not.toEqual([]);
  });

  it('a circle', () => {
    const values: Record<string, unknown> = {};
    values.self = values;
    const input = { ...plain['app:helm-inline'], values };
    expect(emit('app:helm-inline', input).refusals[0].field).toBe('values');
  });
});

describe('the schema alone, as a form checks it', () => {
  const ajv = new Ajv({ strict: false, allErrors: false });

  it.each(emitKinds)('%s: takes the plain answers', kind => {
    expect(ajv.validate(inputSchema(kind), plain[kind])).toBe(true);
  });

  it.each(
    LITERALS.filter(([path]) => !/^(secrets|extra|config|key)/.test(path)),
  )('refuses a literal under %s', (path, value) => {
    const input = changed('app:helm-inline', `values.${path}`, value);
    // A list under such a key is left to the emitter.
    expect(ajv.validate(inputSchema('app:helm-inline'), input)).toBe(
      Array.isArray(value),
    );
  });

  it('says the same as our own check of it', () => {
    const wrong = CASES.filter(([kind, field, value]) => {
      const input = changed(kind, field, value) as unknown;
      return (
        sizeOf(value) < 1_000_000 &&
        !ajv.validate(inputSchema(kind), input) &&
        emit(kind, input as never).files.length > 0
      );
    });
    expect(wrong).toEqual([]);
  });
});
