import {
  SourceState,
  SourceStatus,
} from '@socle/backstage-plugin-socle-common';
import { troubledSources } from './troubled-sources';

function source(
  cluster: string,
  name: string,
  state: SourceState,
  since = '2031-05-04T12:00:00Z',
): SourceStatus {
  return { cluster, source: name, state, since, message: `${state} message` };
}

describe('troubledSources', () => {
  it('has nothing to say while all are live', () => {
    expect(troubledSources([source('a', 'Pod', 'live')])).toEqual([]);
  });

  it('groups by cluster and state, worst first, since the earliest', () => {
    const found = troubledSources([
      source('b', 'Pod', 'notPermitted'),
      source('a', 'Pod', 'stale'),
      source('b', 'Node', 'unreachable', '2031-05-04T12:05:00Z'),
      source('b', 'Pod', 'unreachable', '2031-05-04T12:01:00Z'),
    ]);
    expect(found.map(one => [one.cluster, one.state, one.since])).toEqual([
      ['b', 'unreachable', '2031-05-04T12:01:00Z'],
      ['a', 'stale', '2031-05-04T12:00:00Z'],
      ['b', 'notPermitted', '2031-05-04T12:00:00Z'],
    ]);
    expect(found[0].messages).toEqual(['unreachable message']);
  });
});
