import { readCommandLine } from './command-line';

it('reads what to serve', () => {
  const args = [
    '--cluster',
    'a=./x',
    '--cluster',
    'b=y=z',
    '--port',
    '80',
    '--scale',
    'nodes=2,pods=30',
    '--token',
    't',
  ];
  expect(readCommandLine(args)).toMatchObject({
    clusters: [
      { name: 'a', dir: './x' },
      { name: 'b', dir: 'y=z' },
    ],
    port: 80,
    scale: { nodes: 2, pods: 30 },
    token: 't',
    demo: false,
  });
});

it.each([
  [[], 'Say what to serve'],
  [['--cluster', 'x'], '--cluster wants NAME=DIR'],
  [['--cluster', 'A b=x'], 'is no name for a cluster'],
  [['--cluster', 'a=x', '--cluster', 'a=y'], 'Cluster "a" is given twice'],
  [['--demo', '--port', 'x'], '--port wants a whole number'],
  [['--demo', '--port', '70000'], '70000 is no port'],
  [['--demo', '--pace', '0'], '--pace wants a number above 0'],
  [['--demo', '--token', ''], '--token must not be empty'],
  [['--scale', 'cats=1'], '--scale knows nodes'],
  [['--nonsense'], "Unknown option '--nonsense'"],
  [['stray'], "Unexpected argument 'stray'"],
])('refuses %j', (args, message) =>
  expect(() => readCommandLine(args)).toThrow(message),
);
