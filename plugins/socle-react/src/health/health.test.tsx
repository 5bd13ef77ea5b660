import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  emptyCounts,
  Health,
  SourceState,
} from '@socle/backstage-plugin-socle-common';
import { screen } from '@testing-library/react';
import { Freshness } from '../freshness/Freshness';
import { HealthChip } from './HealthChip';
import { HealthCountsBar } from './HealthCountsBar';
import { markOf } from './health-mark';

describe('markOf', () => {
  it.each<[Health, string]>([
    [{ status: 'degraded' }, 'degraded'],
    [{ status: 'failed', flags: ['suspended'] }, 'paused'],
    [{ status: 'unknown', reason: 'NoState' }, 'noState'],
    [{ status: 'healthy', flags: ['orphaned'] }, 'healthy'],
  ])('draws %j as %s', (health, mark) => {
    expect(markOf(health)).toBe(mark);
  });
});

describe('HealthChip', () => {
  it('says the health in a word and a shape', async () => {
    renderInTestApp(<HealthChip health={{ status: 'degraded' }} />);
    const chip = await screen.findByText('Degraded');
    expect(chip.querySelector('[data-mark="degraded"]')).not.toBeNull();
  });
});

describe('HealthCountsBar', () => {
  it('lists the worst first, with links', async () => {
    renderInTestApp(
      <HealthCountsBar
        counts={{ ...emptyCounts(), healthy: 3, failed: 1, uncounted: 2 }}
        hrefFor={status => `/x?health=${status}`}
      />,
    );
    const [first] = await screen.findAllByRole('link');
    expect(first).toHaveTextContent('1 failed');
    expect(first).toHaveAttribute('href', '/x?health=failed');
    expect(screen.getByText('2 without a state')).toBeInTheDocument();
  });
});

describe('Freshness', () => {
  const since = new Date(Date.now() - 125_000).toISOString();
  const source = (state: SourceState) => [
    { cluster: 'atlas', source: 'core/Pod', state, since },
  ];

  it('is quiet while all is live', async () => {
    renderInTestApp(
      <Freshness sources={source('live')} refreshedAt={Date.now()} />,
    );
    expect(await screen.findByText(/Live/)).toBeInTheDocument();
  });

  it.each<[SourceState, RegExp]>([
    ['unreachable', /atlas: not reachable for 2 min/],
    ['stale', /atlas: not up to date for 2 min/],
    ['syncing', /atlas: reading for the first time for 2 min/],
  ])('names the cluster and the age when it is %s', async (state, text) => {
    renderInTestApp(
      <Freshness sources={source(state)} refreshedAt={Date.now()} />,
    );
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('does not warn of what may not be read, but says so', async () => {
    renderInTestApp(
      <Freshness sources={source('notPermitted')} refreshedAt={Date.now()} />,
    );
    expect(
      await screen.findByText(/1 source may not be read/),
    ).toBeInTheDocument();
  });

  it('says how old everything is when the engine does not answer', async () => {
    renderInTestApp(
      <Freshness
        sources={source('live')}
        refreshedAt={Date.now() - 40_000}
        error={new Error('down')}
      />,
    );
    expect(await screen.findByText(/was read 40 sec. ago/)).toBeInTheDocument();
  });
});
