import { Cluster } from '../server/cluster';
import { at, KubeObject, textAt, timestamp } from '../storage/object';
import { Hands } from './hands';
import { RepeatedEvents } from './repeated-events';

const START = Date.parse('2026-05-01T10:00:00Z');
const MINUTE = 60_000;

const claim = (name: string, phase: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name, namespace: 'shop', uid: `uid-${name}` },
  status: { phase },
});
const warning = (
  about: string,
  { age = 1, count = 30, uid = `uid-${about}` } = {},
): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { name: `${about}.1`, namespace: 'shop' },
  involvedObject: {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    namespace: 'shop',
    name: about,
    uid,
  },
  type: 'Warning',
  reason: 'ProvisioningFailed',
  message: 'no room',
  count,
  lastTimestamp: timestamp(START - age * MINUTE),
  reportingComponent: 'provisioner',
});

describe('warnings', () => {
  let now: number;
  let cluster: Cluster;
  let hands: Hands;
  let events: RepeatedEvents;
  const begin = (...objects: KubeObject[]) => {
    now = START;
    cluster = new Cluster('lab', { token: 't', now: () => now });
    cluster.load(objects);
    hands = new Hands(cluster);
    events = new RepeatedEvents(hands);
  };
  const after = (minutes: number) => {
    now = START + minutes * MINUTE;
    events.beat();
    const [event] = hands.list('', 'Event');
    return [
      at(event, 'count'),
      (now - Date.parse(textAt(event, 'lastTimestamp'))) / MINUTE,
    ];
  };

  it('are repeated as long as what they are about waits', () => {
    begin(claim('data', 'Pending'), warning('data'));
    expect(after(0.5)).toEqual([30, 1.5]);
    expect(after(1.5)).toEqual([31, 0]);
    expect(after(300)).toEqual([32, 0]);
    hands.merge(
      claim('data', 'Pending'),
      { status: { phase: 'Bound' } },
      'provisioner',
    );
    expect(after(310)).toEqual([32, 10]);
  });

  it.each([
    ['that came once', claim('data', 'Pending'), warning('data', { count: 1 })],
    ['that are old', claim('data', 'Pending'), warning('data', { age: 60 })],
    ['of what is well', claim('data', 'Bound'), warning('data')],
    ['of what is gone', claim('other', 'Pending'), warning('data')],
    [
      'of another one of the same name',
      claim('data', 'Pending'),
      warning('data', { uid: 'before' }),
    ],
  ])('%s are not', (_, object, event) => {
    begin(object, event);
    expect(after(5)[0]).toBe(at(event, 'count'));
  });
});
