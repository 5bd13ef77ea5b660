import { ConfigReader } from '@backstage/config';
import {
  ProbeCredential,
  SystemRegistry,
} from '@socle/backstage-plugin-socle-model';
import { depotSystem, gaugeSystem } from '../probing/__testing__/depot';
import { readProbes } from './probes';

function read(
  probes: object,
  kind: ProbeCredential = 'bearer',
  clusters = ['lab', 'home'],
) {
  return readProbes(
    new ConfigReader({ socle: { probes: probes as never } }),
    new SystemRegistry([depotSystem(kind), gaugeSystem]),
    clusters,
  );
}

/** What an error says; empty where there is none. */
function refusal(act: () => unknown): string {
  try {
    act();
    return '';
  } catch (error) {
    return String(error);
  }
}

const good = { name: 'main', cluster: 'lab', url: 'https://depot.example.org' };

describe('readProbes', () => {
  it('is empty without any', () => {
    expect(
      readProbes(new ConfigReader({}), new SystemRegistry([]), []),
    ).toEqual([]);
  });

  it('fills in what is left out', () => {
    expect(read({ depot: [{ ...good, url: `${good.url}/api/` }] })).toEqual([
      {
        probe: 'depot',
        at: 'socle.probes.depot[0]',
        name: 'main',
        cluster: 'lab',
        url: 'https://depot.example.org/api',
        namespace: 'main',
        title: 'main',
        endpoints: ['depot.example.org:443'],
        everySeconds: 30,
        timeoutSeconds: 10,
      },
    ]);
  });

  it('takes all there is', () => {
    const [first, second] = read({
      depot: [
        {
          ...good,
          namespace: 'stock',
          title: 'Main',
          alsoKnownAs: ['http://depot.stock.svc:8080', good.url],
          credential: { tokenFile: '/t' },
          caFile: '/ca',
          skipTLSVerify: true,
          everySeconds: 5,
          timeoutSeconds: 300,
        },
        { ...good, cluster: 'home' },
      ],
    });
    expect(first).toMatchObject({
      namespace: 'stock',
      title: 'Main',
      endpoints: ['depot.example.org:443', 'depot.stock.svc:8080'],
      credential: { tokenFile: '/t' },
      caFile: '/ca',
      skipTLSVerify: true,
      everySeconds: 5,
      timeoutSeconds: 300,
    });
    expect(second).toMatchObject({ name: 'main', cluster: 'home' });
  });

  it.each<[string, object, RegExp]>([
    [
      'an unknown probe',
      { harbour: [good] },
      /^InputError: socle\.probes\.harbour: there is no such probe; there are: depot$/,
    ],
    ['a probe of the cluster', { gauge: [good] }, /there are: depot$/],
    [
      'an unknown cluster',
      { depot: [{ ...good, cluster: 'x' }] },
      /depot\[0\]\.cluster "x" is not one of socle\.clusters: lab, home/,
    ],
    [
      'a name',
      { depot: [{ ...good, name: 'Main!' }] },
      /depot\[0\]\.name "Main!" must be lower case/,
    ],
    [
      'a name used twice',
      { depot: [good, { ...good, namespace: 'b' }] },
      /depot\[1\]\.name "main" is used twice in cluster lab/,
    ],
    [
      'a namespace used twice',
      { depot: [good, { ...good, name: 'b', namespace: 'main' }] },
      /depot\[1\]\.namespace "main" is used twice/,
    ],
    ['no url', { depot: [{ name: 'a', cluster: 'lab' }] }, /url/],
    [
      'a url that is none',
      { depot: [{ ...good, url: 'depot:80' }] },
      /depot\[0\]\.url must be an address such as/,
    ],
    [
      'a password in the url',
      { depot: [{ ...good, url: 'https://a:hunter2@b' }] },
      /depot\[0\]\.url must not hold a user or password/,
    ],
    [
      'a query in the url',
      { depot: [{ ...good, url: 'https://b/?a=1' }] },
      /must end with its path/,
    ],
    [
      'another address',
      { depot: [{ ...good, alsoKnownAs: ['depot'] }] },
      /depot\[0\]\.alsoKnownAs\[0\] must be an address/,
    ],
    [
      'two authorities',
      { depot: [{ ...good, caFile: 'a', caData: 'b' }] },
      /one of caData and caFile/,
    ],
    [
      'no rest',
      { depot: [{ ...good, everySeconds: 1 }] },
      /everySeconds must be from 5 to 86400, not 1/,
    ],
    [
      'no patience',
      { depot: [{ ...good, timeoutSeconds: 0 }] },
      /timeoutSeconds must be from 1 to 300, not 0/,
    ],
    [
      'no token',
      { depot: [{ ...good, credential: {} }] },
      /depot\[0\]\.credential needs exactly one of token and tokenFile/,
    ],
    [
      'two tokens',
      {
        depot: [{ ...good, credential: { token: 'hunter2', tokenFile: 'b' } }],
      },
      /exactly one of token and tokenFile/,
    ],
    [
      'a user for a token',
      { depot: [{ ...good, credential: { username: 'a' } }] },
      /credential\.username is not for this system; it takes token, tokenFile/,
    ],
  ])('refuses %s', (_title, probes, message) => {
    const said = refusal(() => read(probes));
    expect(said).toMatch(message);
    expect(said).not.toContain('hunter2');
  });

  it.each<[string, ProbeCredential, object, RegExp]>([
    [
      'a token',
      'basic',
      { token: 't' },
      /it takes username, password, passwordFile/,
    ],
    [
      'no password',
      'basic',
      { username: 'u' },
      /exactly one of password and passwordFile/,
    ],
    ['no user', 'basic', { password: 'p' }, /username/],
    ['any', 'none', { token: 't' }, /takes no credential/],
  ])(
    'refuses %s where the system signs in by %s',
    (_title, kind, credential, message) => {
      expect(() => read({ depot: [{ ...good, credential }] }, kind)).toThrow(
        message,
      );
    },
  );
});
