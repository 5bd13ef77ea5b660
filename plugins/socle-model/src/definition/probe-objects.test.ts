import { probeObject } from './probe';
import { mergeProbed } from './probe-objects';

const target = { name: 'one', namespace: 'ns', endpoints: [] };
const bucket = (name: string, parts: object) =>
  probeObject('depot', 'Bucket', name, target, parts);

describe('mergeProbed', () => {
  it('lays what several requests say of one thing over each other', () => {
    expect(
      mergeProbed([
        bucket('a', {
          spec: { quota: 1, tags: ['x', 'y'] },
          status: { bytes: 1, keys: 2 },
        }),
        bucket('b', { status: { bytes: 7 } }),
        bucket('a', {
          created: '2026-01-01T00:00:00Z',
          spec: { tags: ['z'], quota: undefined },
          status: { bytes: 3 },
        }),
      ]),
    ).toEqual([
      bucket('a', {
        created: '2026-01-01T00:00:00Z',
        spec: { quota: 1, tags: ['z'] },
        status: { bytes: 3, keys: 2 },
      }),
      bucket('b', { status: { bytes: 7 } }),
    ]);
  });

  it('keeps apart what differs in kind or namespace', () => {
    const other = { ...target, namespace: 'elsewhere' };
    const objects = [
      bucket('a', { status: { bytes: 1 } }),
      probeObject('depot', 'Key', 'a', target, { status: { bytes: 2 } }),
      probeObject('depot', 'Bucket', 'a', other, { status: { bytes: 3 } }),
    ];
    expect(mergeProbed(objects)).toEqual(objects);
    expect(mergeProbed([])).toEqual([]);
  });

  it('lets no answer say what its objects inherit', () => {
    const [polluted] = mergeProbed([
      bucket('a', { status: { keys: 2 } }),
      bucket('a', { status: JSON.parse('{"__proto__": {"bytes": 8}}') }),
    ]);
    expect((polluted.status as { bytes?: number }).bytes).toBeUndefined();
  });

  it('survives parts that are no objects', () => {
    const torn = { ...bucket('a', {}), status: 'gone' };
    expect(mergeProbed([torn, bucket('a', { status: { bytes: 1 } })])).toEqual([
      bucket('a', { status: { bytes: 1 } }),
    ]);
  });
});
