import {
  HttpAnswer,
  KindId,
  ProbeCredential,
  ProbeRequest,
  probeObject,
  RawObject,
  stringAt,
} from '@socle/backstage-plugin-socle-model';
import { UnreachableError } from '../reading/api-error';
import { RefusedError } from './ask';
import { ProbeMemory } from './probe-memory';
import { RoundResult, runRound } from './probe-round';

const target = { name: 'one', namespace: 'one', endpoints: [] };

/** A request that tells of a thing by the last part of its path. */
function request(
  id: string,
  asks: ProbeRequest['asks'],
  more: Partial<ProbeRequest> = {},
): ProbeRequest {
  return { id, path: /^\//, asks, read: () => undefined, ...more };
}

function thing(name: string): RawObject {
  return probeObject('depot', 'Thing', name, target, {});
}

async function round(
  requests: ProbeRequest[],
  answers: { [path: string]: number | Error },
  {
    memory = new ProbeMemory(),
    listed = () => undefined,
    clusterWide = false,
    credential = 'none',
  }: {
    memory?: ProbeMemory;
    listed?: (kind: KindId) => readonly string[] | undefined;
    clusterWide?: boolean;
    credential?: ProbeCredential;
  } = {},
): Promise<RoundResult & { asked: string[]; names: string[]; old: string[] }> {
  const asked: string[] = [];
  const result = await runRound({
    probe: {
      id: 'depot',
      target: clusterWide ? 'cluster' : 'configured',
      credential,
      requests,
    },
    target,
    memory,
    listed,
    read: (_request, { path }) => [thing(path.split('/').pop()!)],
    signal: new AbortController().signal,
    ask: async (_request, path): Promise<HttpAnswer> => {
      asked.push(path);
      const answer = answers[path] ?? 200;
      if (answer instanceof Error) throw answer;
      return {
        path,
        query: new URLSearchParams(),
        httpStatus: answer,
        body: undefined,
      };
    },
  });
  const names = memory
    .objects()
    .map(one => stringAt(one, 'metadata', 'name') ?? '');
  const old = [...memory.lastKnown()].map(one => one.split('/').pop()!);
  return { ...result, asked, names, old };
}

const silence = new UnreachableError('nobody there');
const one = request('one', () => ['/a', '/b', '/a']);
const perThing = request('each', ({ found }) =>
  found('Thing').map(each => `/of/${stringAt(each, 'metadata', 'name')}`),
);

describe('a round', () => {
  it('asks each path once, and what only recordings hold not at all', async () => {
    const result = await round([one, request('recorded', undefined)], {});
    expect(result).toMatchObject({
      asked: ['/a', '/b'],
      answered: 2,
      failures: [],
      complete: true,
      names: ['a', 'b'],
    });
  });

  it('builds on what earlier requests found, and on nothing of its own', async () => {
    const memory = new ProbeMemory();
    await round([one, perThing], {}, { memory });
    const again = await round([one, perThing], {}, { memory });
    expect(again.asked).toEqual(['/a', '/b', '/of/a', '/of/b']);
  });

  it('builds on what was known where an earlier request fails', async () => {
    const memory = new ProbeMemory();
    await round([one, perThing], {}, { memory });
    const again = await round(
      [one, perThing],
      { '/a': new RefusedError(500) },
      { memory },
    );
    expect(again.asked).toEqual(['/a', '/b', '/of/a', '/of/b']);
    expect(again).toMatchObject({ complete: true, old: ['a'] });
  });

  it('is not complete while something was never told', async () => {
    const result = await round([one], { '/b': new RefusedError(500) });
    expect(result).toMatchObject({ complete: false, answered: 1 });
  });

  it('asks no further where nobody answers, and says nothing of what is missing', async () => {
    const memory = new ProbeMemory();
    await round([one, perThing], {}, { memory });
    const result = await round(
      [one, perThing],
      { '/a': silence, '/b': silence },
      { memory },
    );
    expect(result.complete).toBeUndefined();
    expect(result.asked).toEqual(['/a', '/b']);
    expect(result.old.sort()).toEqual(['a', 'b']);
  });

  it('gives up on a sort of request that nobody answers, and goes on with the next', async () => {
    const nodes = Array.from({ length: 40 }, (_, index) => `/node/${index}`);
    const many = request('many', () => nodes);
    const answers = Object.fromEntries(nodes.map(path => [path, silence]));
    const result = await round([one, many, perThing], answers);
    expect(
      result.asked.filter(path => path.startsWith('/node')).length,
    ).toBeLessThan(10);
    expect(result.asked).toContain('/of/a');
    expect(result.answered).toBe(4);
  });

  it('forgets what is asked no more, unless what it builds on was not all read', async () => {
    const memory = new ProbeMemory();
    const nodes = request('node', ({ listed }) => [...listed('/Node')]);
    const known = (names: readonly string[] | undefined) => ({
      memory,
      listed: () => names,
    });
    expect(await round([nodes], {}, known(['/n1', '/n2']))).toMatchObject({
      names: ['n1', 'n2'],
      complete: true,
    });
    expect(await round([nodes], {}, known(undefined))).toMatchObject({
      names: ['n1', 'n2'],
      complete: false,
    });
    expect(await round([nodes], {}, known(['/n2']))).toMatchObject({
      names: ['n2'],
      complete: true,
    });
  });

  it('keeps what was told by what cannot be asked now, and does not say that nothing is missing', async () => {
    const memory = new ProbeMemory();
    await round([one], {}, { memory });
    const closed = { ...one, asks: () => undefined };
    const open = request('two', () => ['/c']);
    expect(await round([closed, open], {}, { memory })).toMatchObject({
      asked: ['/c'],
      names: ['a', 'b', 'c'],
      old: ['a', 'b'],
      failures: [],
      complete: false,
    });
  });

  it('survives a request that cannot say what to ask', async () => {
    const broken = request('broken', () => {
      throw new Error('no idea');
    });
    const nowhere = request('nowhere', () => ['https://elsewhere/a']);
    const result = await round([broken, nowhere, one], {});
    expect(result).toMatchObject({
      answered: 2,
      complete: false,
      failures: [
        { request: 'broken', message: expect.stringContaining('no idea') },
        { request: 'nowhere', message: expect.stringContaining('is no path') },
      ],
    });
  });

  it('takes 404 of an API server for what is not there, even where a recording of it would be read', async () => {
    const memory = new ProbeMemory();
    await round([one], {}, { memory });
    const result = await round(
      [one],
      { '/a': 404, '/b': new RefusedError(404) },
      { memory, clusterWide: true },
    );
    expect(result).toMatchObject({
      answered: 0,
      notServed: 2,
      failures: [],
      names: [],
      complete: true,
    });
  });

  it('says that the credential is refused, also where the system reads that as a state', async () => {
    const result = await round([one], { '/a': 403 }, { credential: 'bearer' });
    expect(result).toMatchObject({
      answered: 1,
      failures: [{ request: 'one', kind: 'refused', status: 403 }],
      names: ['a', 'b'],
      complete: true,
      old: [],
    });
  });

  it('takes the refusal of a stranger for the answer that it is', async () => {
    const result = await round([one], { '/a': 403 });
    expect(result).toMatchObject({
      answered: 2,
      failures: [],
      names: ['a', 'b'],
    });
  });

  it.each([
    [undefined, false, 1],
    [true, true, 0],
  ])(
    'takes what a server does not know for nothing where it is optional (%s)',
    async (optional, complete, failures) => {
      const extra = request('extra', () => ['/extra'], { optional });
      const result = await round([one, extra], {
        '/extra': new RefusedError(404),
      });
      expect(result.complete).toBe(complete);
      expect(result.failures).toHaveLength(failures);
    },
  );

  it('reads no more than a hundred pages', async () => {
    let page = 0;
    const endless = request('endless', () => ['/0'], {
      nextPage: () => {
        page += 1;
        return `/${page}`;
      },
    });
    const result = await round([endless], {});
    expect(result.asked).toHaveLength(100);
    expect(result).toMatchObject({
      answered: 0,
      names: [],
      failures: [{ message: expect.stringContaining('more than 100 pages') }],
    });
  });
});
