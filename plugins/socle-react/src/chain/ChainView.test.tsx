import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { socleApiRef } from '../api/api-ref';
import { socleRouteRef } from '../routing/route-refs';
import { FakeSocleApi } from '../testing/FakeSocleApi';
import { stacks } from '../testing/platform';
import { LiveChain } from './LiveChain';

class FakeResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

beforeAll(() => {
  window.ResizeObserver ??= FakeResizeObserver;
});

function show(at = '/') {
  renderInTestApp(<LiveChain view="storage" resource={stacks[0].claim.ref} />, {
    initialRouteEntries: [at],
    mountedRoutes: { '/socle': socleRouteRef },
    apis: [[socleApiRef, new FakeSocleApi()]],
  });
}

describe('LiveChain', () => {
  it('names the break, its reason and its cause above the chain', async () => {
    show();
    expect(
      await screen.findByText(
        'Broken at Volume longhorn-system/pvc-orders-0f3a',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', {
        name: 'Caused by Node longhorn-system/oak-3',
      }),
    ).toBeInTheDocument();
  });

  it('says each box of the drawing in one sentence', async () => {
    show();
    const drawing = await screen.findByRole('group', {
      name: /^Chain from Pod/,
    });
    expect(
      within(drawing).getByLabelText(
        'Volume longhorn-system/pvc-orders-0f3a, Failed: No copy can be used.',
      ),
    ).toBeInTheDocument();
    expect(
      within(drawing).getByLabelText('Show 2 healthy Replica'),
    ).toBeInTheDocument();
  });

  it('opens a group of healthy boxes', async () => {
    show();
    const group = await screen.findByLabelText('Show 2 healthy Replica');
    await userEvent.click(group);
    expect(screen.queryByLabelText('Show 2 healthy Replica')).toBeNull();
  });

  it('tells the same as an ordered list, which the address keeps', async () => {
    show('/?form=list');
    const list = await screen.findByRole('list', { name: /^Chain from Pod/ });
    expect(list.tagName).toBe('OL');
    expect(
      within(list).getByRole('link', {
        name: 'Replica longhorn-system/pvc-orders-0f3a-r-oak-3',
      }),
    ).toBeInTheDocument();
    expect(within(list).getByText(/\(the break\)/)).toBeInTheDocument();
  });
});
