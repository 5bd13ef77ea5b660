import { ConfigReader } from '@backstage/config';
import { readOutside } from './outside';

const read = (outside: unknown) =>
  readOutside(new ConfigReader({ socle: { outside: outside as never } }), [
    'c',
    'd',
  ]);

describe('readOutside', () => {
  it('reads none where none is configured', () => {
    expect(readOutside(new ConfigReader({}), ['c'])).toEqual([]);
  });

  it('makes a name of the title and takes the defaults', () => {
    expect(read([{ title: 'Edge Firewall', cluster: 'c' }])).toEqual([
      {
        cluster: 'c',
        provides: [],
        component: expect.objectContaining({
          cluster: 'c',
          name: 'edge-firewall',
          title: 'Edge Firewall',
          kind: 'Resource',
          type: 'external-service',
          area: 'cluster',
          links: [],
          dependsOn: [],
          tags: ['outside'],
        }),
      },
    ]);
  });

  it('takes what is given', () => {
    const [{ component }] = read([
      {
        title: 'Filer',
        name: 'nfs',
        cluster: 'd',
        type: 'nfs',
        area: 'storage',
        description: 'Two heads.',
        owner: 'group:default/storage',
        url: 'https://filer.example.org',
        dependsOn: ['resource:san'],
      },
    ]);
    expect(component).toMatchObject({
      name: 'nfs',
      type: 'nfs',
      area: 'storage',
      description: 'Two heads.',
      owner: 'group:default/storage',
      links: [{ url: 'https://filer.example.org', title: 'Filer' }],
      dependsOn: ['resource:san'],
    });
  });

  it('allows one name in two clusters', () => {
    expect(
      read([
        { title: 'GitHub', cluster: 'c' },
        { title: 'GitHub', cluster: 'd' },
      ]),
    ).toHaveLength(2);
  });

  it.each<[string, unknown, RegExp]>([
    ['no title', [{ cluster: 'c' }], /socle\.outside\[0\]\.title/],
    ['no cluster', [{ title: 'X' }], /socle\.outside\[0\]\.cluster/],
    [
      'a cluster that is not configured',
      [{ title: 'X', cluster: 'e' }],
      /outside\[0\] \(X\): cluster "e" is not one of c, d/,
    ],
    [
      'an area that is none',
      [{ title: 'X', cluster: 'c', area: 'clouds' }],
      /outside\[0\] \(X\): area must be one of cluster, .*, not "clouds"/,
    ],
    [
      'a name twice',
      [
        { title: 'X', cluster: 'c' },
        { title: 'x', cluster: 'c' },
      ],
      /outside\[1\] \(x\): name "x" is used twice in cluster c/,
    ],
    [
      'a title of which no name can be made',
      [{ title: '防火墙', cluster: 'c' }],
      /outside\[0\] \(防火墙\): name needs a letter/,
    ],
    [
      'dependsOn that is no list',
      [{ title: 'X', cluster: 'c', dependsOn: 7 }],
      /outside\[0\]\.dependsOn/,
    ],
    [
      'an owner of another type',
      [{ title: 'X', cluster: 'c', owner: {} }],
      /outside\[0\]\.owner/,
    ],
    [
      'what it depends on without a kind',
      [{ title: 'X', cluster: 'c', dependsOn: ['component:a', 'vault'] }],
      /outside\[0\] \(X\): dependsOn must hold entity refs .*, not "vault"/,
    ],
  ])('refuses %s', (_, outside, message) => {
    expect(() => read(outside)).toThrow(message);
  });
});
