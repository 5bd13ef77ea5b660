import { mockServices } from '@backstage/backend-test-utils';
import { ChangePublisher } from './change-publisher';

describe('ChangePublisher', () => {
  let revision: number;
  const signals = { publish: jest.fn(async (_: unknown) => {}) };
  const events = { publish: jest.fn(async (_: unknown) => {}) };
  let publisher: ChangePublisher;
  const told = () =>
    signals.publish.mock.calls.map(
      ([one]) => (one as { message: { revision: number } }).message.revision,
    );
  const change = () => {
    revision += 1;
    publisher.changed();
  };

  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
    revision = 0;
    publisher = new ChangePublisher(
      signals as never,
      events as never,
      mockServices.logger.mock(),
      () => revision,
    );
  });
  afterEach(() => {
    publisher.stop();
    jest.useRealTimers();
  });

  it('tells the first change at once: pages and other modules, that and not what', () => {
    change();
    expect(signals.publish).toHaveBeenCalledWith({
      recipients: { type: 'broadcast' },
      channel: 'socle:changed',
      message: { revision: 1 },
    });
    expect(events.publish).toHaveBeenCalledWith({
      topic: 'socle.changed',
      eventPayload: { revision: 1 },
    });
  });

  it('tells what follows once a second, with the last revision', () => {
    for (let n = 0; n < 30; n += 1) {
      change();
      jest.advanceTimersByTime(100);
    }
    jest.advanceTimersByTime(5_000);
    expect(told()).toEqual([1, 10, 20, 30]);
  });

  it('tells a change after a quiet time at once again', () => {
    change();
    jest.advanceTimersByTime(1_001);
    change();
    expect(told()).toEqual([1, 2]);
  });

  it('goes on where nobody takes what it tells', async () => {
    signals.publish.mockRejectedValueOnce(new Error('no socket'));
    events.publish.mockRejectedValueOnce(new Error('no bus'));
    change();
    await jest.advanceTimersByTimeAsync(1_001);
    change();
    expect(told()).toEqual([1, 2]);
  });

  it('tells nothing once stopped', () => {
    change();
    change();
    publisher.stop();
    jest.advanceTimersByTime(5_000);
    expect(told()).toEqual([1]);
  });
});
