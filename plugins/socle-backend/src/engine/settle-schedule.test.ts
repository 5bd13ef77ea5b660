import { SettleSchedule } from './settle-schedule';

const START = Date.parse('2026-02-01T00:00:00Z');

describe('SettleSchedule', () => {
  let deadline: number | undefined;
  let syncing: boolean;
  let settled: number[];
  let onError: jest.Mock;
  let schedule: SettleSchedule;
  const wait = (millis: number) => jest.advanceTimersByTime(millis);

  beforeEach(() => {
    jest.useFakeTimers({ now: START });
    deadline = undefined;
    syncing = false;
    settled = [];
    onError = jest.fn();
    schedule = new SettleSchedule(
      () => {
        settled.push(Date.now() - START);
        return deadline;
      },
      () => syncing,
      onError,
    );
  });
  afterEach(() => {
    schedule.stop();
    jest.useRealTimers();
  });

  it('does nothing unless asked', () => {
    wait(100_000);
    expect(settled).toEqual([]);
  });

  it('settles a burst once, and the first of it within the time of one', () => {
    for (let n = 0; n < 10; n += 1) {
      schedule.request();
      wait(10);
    }
    wait(100);
    expect(settled).toEqual([150]);
  });

  it('takes longer while the first lists come in, and no longer when they are there', () => {
    syncing = true;
    schedule.request();
    wait(100);
    syncing = false;
    schedule.request();
    wait(900);
    expect(settled).toEqual([250]);
  });

  it('settles at the next deadline without any change, and again at the one after that', () => {
    deadline = START + 60_000;
    schedule.request();
    wait(150);
    deadline = START + 90_000;
    wait(59_850);
    deadline = undefined;
    wait(100_000);
    expect(settled).toEqual([150, 60_000, 90_000]);
  });

  it('lets a change come before a deadline, and keeps the deadline', () => {
    deadline = START + 60_000;
    schedule.request();
    wait(10_000);
    schedule.request();
    wait(150);
    expect(settled).toEqual([150, 10_150]);
    deadline = undefined;
    wait(60_000);
    expect(settled).toEqual([150, 10_150, 60_000]);
  });

  it('waits for a deadline beyond what a timer can hold', () => {
    deadline = START + 2 ** 31 + 5_000;
    schedule.request();
    wait(150);
    wait(2 ** 31 - 1);
    expect(settled).toHaveLength(2);
    deadline = undefined;
    wait(5_000);
    expect(settled).toHaveLength(3);
  });

  it('pauses before a deadline that has passed already', () => {
    deadline = START - 1;
    schedule.request();
    wait(1_500);
    expect(settled).toHaveLength(10);
  });

  it('survives an error and settles again when asked', () => {
    const failing = jest.fn(() => {
      throw new Error('no');
    });
    const other = new SettleSchedule(failing, () => false, onError);
    other.request();
    wait(150);
    other.request();
    wait(150);
    other.stop();
    expect(failing).toHaveBeenCalledTimes(2);
    expect(onError).toHaveBeenCalledWith(new Error('no'));
  });

  it('settles nothing any more once stopped', () => {
    schedule.request();
    schedule.stop();
    schedule.request();
    wait(100_000);
    expect(settled).toEqual([]);
  });
});
