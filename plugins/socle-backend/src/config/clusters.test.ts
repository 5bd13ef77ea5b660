import { ConfigReader } from '@backstage/config';
import { readClusters } from './clusters';

const server = { url: 'https://10.1.2.3:6443' };
const read = (clusters: unknown, more: object = {}) =>
  readClusters(
    new ConfigReader({ socle: { clusters: clusters as never }, ...more }),
  );

describe('readClusters', () => {
  it('reads none where none is configured', () => {
    expect(readClusters(new ConfigReader({}))).toEqual([]);
    expect(read([])).toEqual([]);
  });

  it('reads each way to reach a cluster', () => {
    expect(
      read([
        { name: 'a', title: 'A', kubeconfig: { path: '~/k', context: 'x' } },
        {
          name: 'b',
          server: {
            ...server,
            tokenFile: '/t',
            caFile: '/c',
            skipTLSVerify: false,
          },
        },
        { name: 'c', inCluster: true },
        { name: 'd', fromKubernetesPlugin: 'prod' },
      ]),
    ).toEqual([
      {
        name: 'a',
        title: 'A',
        access: { kubeconfig: { path: '~/k', context: 'x' } },
      },
      {
        name: 'b',
        title: 'b',
        access: {
          server: {
            ...server,
            tokenFile: '/t',
            caFile: '/c',
            skipTLSVerify: false,
          },
        },
      },
      { name: 'c', title: 'c', access: { inCluster: true } },
      { name: 'd', title: 'd', access: { viaKubernetesPlugin: 'prod' } },
    ]);
  });

  it.each<[string, unknown, RegExp]>([
    ['no name', [{ inCluster: true }], /socle\.clusters\[0\]\.name/],
    [
      'a name that is no namespace',
      [{ name: 'My_Cluster', inCluster: true }],
      /socle\.clusters\[0\]\.name "My_Cluster" must be lower case/,
    ],
    [
      'a name that is too long',
      [{ name: 'x'.repeat(64), inCluster: true }],
      /\.name "x+" must be/,
    ],
    [
      'a name twice',
      [
        { name: 'a', inCluster: true },
        { name: 'a', server },
      ],
      /clusters\[1\]\.name "a" is used twice/,
    ],
    [
      'a name of another type',
      [{ name: 7, inCluster: true }],
      /clusters\[0\]\.name/,
    ],
    [
      'a title of another type',
      [{ name: 'a', title: ['x'], inCluster: true }],
      /clusters\[0\]\.title/,
    ],
    [
      'no way',
      [{ name: 'a' }],
      /clusters\[0\] \(a\) needs exactly one of kubeconfig, server, inCluster, fromKubernetesPlugin; it has none/,
    ],
    [
      'two ways',
      [{ name: 'a', inCluster: true, server }],
      /it has server and inCluster/,
    ],
    [
      'inCluster false',
      [{ name: 'a', inCluster: false }],
      /clusters\[0\]\.inCluster is true or left out/,
    ],
    [
      'inCluster that is no truth value',
      [{ name: 'a', inCluster: 'maybe' }],
      /clusters\[0\]\.inCluster/,
    ],
    [
      'a kubeconfig without a path',
      [{ name: 'a', kubeconfig: {} }],
      /clusters\[0\]\.kubeconfig\.path/,
    ],
    [
      'a kubeconfig that is a path',
      [{ name: 'a', kubeconfig: '~/k' }],
      /kubeconfig/,
    ],
    [
      'a server without an address',
      [{ name: 'a', server: { token: 't' } }],
      /clusters\[0\]\.server\.url/,
    ],
    [
      'an address without a scheme',
      [{ name: 'a', server: { url: '10.1.2.3:6443' } }],
      /clusters\[0\]\.server\.url must be an address such as .*, not "10\.1\.2\.3:6443"/,
    ],
    [
      'an address that is none',
      [{ name: 'a', server: { url: 'https://a b' } }],
      /server\.url must be/,
    ],
    [
      'a token twice',
      [{ name: 'a', server: { ...server, token: 't', tokenFile: '/t' } }],
      /server needs one of token and tokenFile/,
    ],
    [
      'a CA twice',
      [{ name: 'a', server: { ...server, caData: 'x', caFile: '/c' } }],
      /server needs one of caData and caFile/,
    ],
    [
      'a skipTLSVerify that is no truth value',
      [{ name: 'a', server: { ...server, skipTLSVerify: 'perhaps' } }],
      /clusters\[0\]\.server\.skipTLSVerify/,
    ],
    ['an object instead of a list', { name: 'a' }, /socle\.clusters/],
  ])('refuses %s', (_, clusters, message) => {
    expect(() => read(clusters)).toThrow(message);
  });

  describe('a cluster of the Kubernetes plugin', () => {
    const kubernetes = (cluster: object) => ({
      kubernetes: {
        clusterLocatorMethods: [
          { type: 'catalog' },
          { type: 'config', clusters: [{ name: 'other', url: 'https://o' }] },
          {
            type: 'config',
            clusters: [{ name: 'prod', url: 'https://p', ...cluster }],
          },
        ],
      },
    });
    const from = [{ name: 'a', fromKubernetesPlugin: 'prod' }];

    it('that its configuration lists is read with the same credentials', () => {
      const of = {
        authProvider: 'serviceAccount',
        serviceAccountToken: 'made-up',
        caFile: '/c',
        skipTLSVerify: true,
      };
      expect(read(from, kubernetes(of))[0].access).toMatchObject({
        server: {
          url: 'https://p',
          token: 'made-up',
          caFile: '/c',
          skipTLSVerify: true,
        },
      });
    });

    it.each(['oidc', 'google', 'aws'])(
      'that signs in as %s is refused',
      authProvider => {
        expect(() => read(from, kubernetes({ authProvider }))).toThrow(
          new RegExp(
            `"prod" of the Kubernetes plugin signs in as ${authProvider}.*cannot be watched`,
          ),
        );
      },
    );

    it('that other locators find goes through its proxy', () => {
      expect(
        read(
          [{ name: 'a', fromKubernetesPlugin: 'elsewhere' }],
          kubernetes({}),
        )[0].access,
      ).toEqual({ viaKubernetesPlugin: 'elsewhere' });
    });
  });
});
