import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  ListedResource,
  ResourceQuery,
  socleApiRef,
} from '@socle/backstage-plugin-socle-react';
import { FakeSocleApi } from '@socle/backstage-plugin-socle-react/testUtils';
import { screen } from '@testing-library/react';
import { storageRouteRef } from '../route-refs';
import { ClaimsTab } from './ClaimsTab';
import { usageByClaim } from './claim-usage';

function usage(
  name: string,
  status: ListedResource['health']['status'],
  facts: ListedResource['facts'],
): ListedResource {
  return {
    ref: {
      cluster: 'atlas',
      apiVersion: 'kubelet.socle.dev/v1',
      kind: 'ClaimUsage',
      namespace: 'orders',
      name,
    },
    system: 'kubelet',
    area: 'storage',
    health: { status, reason: 'ClaimUsageNormal', message: 'Measured.' },
    facts,
  };
}

class MeasuredApi extends FakeSocleApi {
  async getResources(query: ResourceQuery) {
    if (query.kind?.includes('kubelet.socle.dev/ClaimUsage')) {
      const items = [
        usage('orders-data', 'degraded', {
          usedPercent: 93.4,
          usedBytes: 10_028_000_000,
          capacityBytes: 10_737_418_240,
        }),
      ];
      return { items, total: 1, sources: [] };
    }
    return super.getResources(query);
  }
}

it('says how full a claim is, and of the others that nobody measures them', async () => {
  renderInTestApp(<ClaimsTab cluster="atlas" />, {
    mountedRoutes: { '/socle-storage': storageRouteRef },
    apis: [[socleApiRef, new MeasuredApi()]],
  });
  expect(await screen.findByText('93%')).toBeInTheDocument();
  expect(screen.getAllByText('not measured').length).toBeGreaterThan(0);
  expect(screen.queryByText('0%')).not.toBeInTheDocument();
});

it.each([
  ['healthy', { usedPercent: 43.2 }, 43.2],
  ['degraded', { usedPercent: 3, inodesUsedPercent: 95 }, 95],
  ['unknown', { usedPercent: 97 }, undefined],
  ['healthy', {}, undefined],
] as const)(
  'a measurement that is %s with %o is %s',
  (status, facts, share) => {
    const found = usageByClaim([usage('a', status, facts)]);
    expect(found.get('atlas/orders/a')?.percent).toBe(share);
  },
);
