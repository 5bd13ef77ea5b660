import { TestApiProvider } from '@backstage/frontend-test-utils';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { act, renderHook } from '@testing-library/react';
import { ReactNode } from 'react';
import { useLive } from './use-live';

function setup(load: jest.Mock) {
  const listeners = new Set<() => void>();
  const signals: SignalApi = {
    subscribe: (_channel, onMessage) => {
      const listener = () => Reflect.apply(onMessage, undefined, [{}]);
      listeners.add(listener);
      return { unsubscribe: () => void listeners.delete(listener) };
    },
  };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestApiProvider apis={[[signalApiRef, signals]]}>
      {children}
    </TestApiProvider>
  );
  const hook = renderHook(
    ({ key }: { key: string }) =>
      useLive<string[]>({ key, load: () => load(key) }),
    { wrapper, initialProps: { key: 'one' } },
  );
  return { ...hook, listeners, signal: () => listeners.forEach(one => one()) };
}

describe('useLive', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const settle = (milliseconds = 0) =>
    act(() => jest.advanceTimersByTimeAsync(milliseconds));

  it('reads at once and then every 15 seconds', async () => {
    const load = jest.fn().mockResolvedValue(['a']);
    const { result } = setup(load);
    expect(result.current.loading).toBe(true);
    await settle();
    expect(result.current).toMatchObject({ data: ['a'], loading: false });
    await settle(15_000);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('answers a burst of signals with few reads', async () => {
    const load = jest.fn().mockResolvedValue(['a']);
    const { signal } = setup(load);
    await settle();
    for (let at = 0; at < 20; at += 1) {
      signal();
      await settle(50);
    }
    await settle(1_500);
    expect(load.mock.calls.length).toBeGreaterThan(1);
    expect(load.mock.calls.length).toBeLessThanOrEqual(4);
  });

  it('keeps the identity of an answer that did not change', async () => {
    const load = jest.fn().mockImplementation(async () => ['a']);
    const { result } = setup(load);
    await settle();
    const before = result.current.data;
    await settle(15_000);
    expect(result.current.data).toBe(before);
  });

  it('keeps the last answer when a later read fails, and says so', async () => {
    const load = jest
      .fn()
      .mockResolvedValueOnce(['a'])
      .mockRejectedValue(new Error('down'));
    const { result } = setup(load);
    await settle();
    await settle(15_000);
    expect(result.current.data).toEqual(['a']);
    expect(result.current.error?.message).toBe('down');
  });

  it.each([401, 403, 404])(
    'drops the answer when a later read says %d',
    async statusCode => {
      const refused = Object.assign(new Error('no'), { statusCode });
      const load = jest
        .fn()
        .mockResolvedValueOnce(['a'])
        .mockRejectedValue(refused);
      const { result } = setup(load);
      await settle();
      await settle(15_000);
      expect(result.current.data).toBeUndefined();
      expect(result.current.error).toBe(refused);
    },
  );

  it('shows the previous answer as outdated until the new question is answered', async () => {
    const load = jest.fn().mockImplementation(async key => [key]);
    const { result, rerender } = setup(load);
    await settle();
    rerender({ key: 'two' });
    expect(result.current).toMatchObject({
      data: ['one'],
      outdated: true,
      loading: false,
    });
    await settle();
    expect(result.current).toMatchObject({ data: ['two'], outdated: false });
  });

  it('treats a server that does not answer as an error', async () => {
    const load = jest.fn().mockReturnValue(new Promise(() => {}));
    const { result } = setup(load);
    await settle(12_000);
    expect(result.current.error?.message).toMatch(/in time/);
    expect(result.current.loading).toBe(false);
  });

  it('reads when the network is back and stops when it is left', async () => {
    const load = jest.fn().mockResolvedValue(['a']);
    const { unmount, listeners } = setup(load);
    await settle();
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(load).toHaveBeenCalledTimes(2);
    unmount();
    await settle(60_000);
    expect(load).toHaveBeenCalledTimes(2);
    expect(listeners.size).toBe(0);
  });
});
