import { HealthChange, Resource } from '@socle/backstage-plugin-socle-model';
import { ClusterEngine } from '../engine/cluster-engine';
import { FirstPicture } from './first-picture';

const claim = { meta: { name: 'data' } } as Resource;
const pod = { meta: { name: 'web' } } as Resource;

function change(
  resource: Resource,
  from: string | undefined,
  to: string,
): HealthChange {
  const verdict = (status: string) => ({ status, reason: status, message: '' });
  return {
    resource,
    from: from && verdict(from),
    to: verdict(to),
    at: 1,
  } as unknown as HealthChange;
}

describe('FirstPicture', () => {
  let cluster: { name: string; complete: boolean };
  let told: string[][];
  let picture: FirstPicture;
  const changed = (...changes: HealthChange[]) =>
    picture.changed(cluster as ClusterEngine, changes);

  beforeEach(() => {
    jest.useFakeTimers();
    cluster = { name: 'lab', complete: false };
    told = [];
    picture = new FirstPicture((_, changes) =>
      told.push(
        changes.map(
          ({ resource, from, to }) =>
            `${resource.meta.name}: ${from?.status ?? 'none'} → ${to?.status}`,
        ),
      ),
    );
  });

  afterEach(() => {
    picture.stop();
    jest.useRealTimers();
  });

  it('tells what came of the first reading, and not how it came', () => {
    changed(
      change(claim, undefined, 'healthy'),
      change(pod, undefined, 'failed'),
    );
    cluster.complete = true;
    jest.advanceTimersByTime(2_000);
    changed(change(claim, 'healthy', 'failed'));
    expect(told).toEqual([]);
    jest.advanceTimersByTime(6_000);
    expect(told).toEqual([['data: none → failed', 'web: none → failed']]);
  });

  it('tells each change at once from then on', () => {
    cluster.complete = true;
    changed(change(claim, undefined, 'healthy'));
    jest.advanceTimersByTime(6_000);
    changed(change(claim, 'healthy', 'degraded'));
    changed(change(claim, 'degraded', 'healthy'));
    expect(told.slice(1)).toEqual([
      ['data: healthy → degraded'],
      ['data: degraded → healthy'],
    ]);
  });

  it('does not wait for ever for what cannot be listed', () => {
    changed(change(claim, undefined, 'failed'));
    jest.advanceTimersByTime(100_000);
    expect(told).toEqual([]);
    jest.advanceTimersByTime(30_000);
    expect(told).toEqual([['data: none → failed']]);
  });

  it('waits however long a cluster tells nothing', () => {
    changed();
    jest.advanceTimersByTime(600_000);
    changed(change(claim, undefined, 'healthy'));
    changed(change(claim, 'healthy', 'failed'));
    cluster.complete = true;
    jest.advanceTimersByTime(6_000);
    expect(told).toEqual([['data: none → failed']]);
  });
});
