import { ReasonsAnswer } from '@socle/backstage-plugin-socle-common';
import { SocleApi } from '../api/socle-api';
import { fakeReasons } from '../testing/fake-reasons';
import { keptReasons } from './kept-reasons';

function apiWith(getReasons: () => Promise<ReasonsAnswer>) {
  const asked = jest.fn(getReasons);
  return { api: { getReasons: asked } as unknown as SocleApi, asked };
}

const quiet = () => {};

describe('keptReasons', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('reads once per language, whoever listens', async () => {
    const { api, asked } = apiWith(async () => fakeReasons());
    const [one, other] = [jest.fn(), jest.fn()];
    keptReasons(api, 'en').subscribe(one);
    keptReasons(api, 'en').subscribe(other);
    await jest.advanceTimersByTimeAsync(0);
    keptReasons(api, 'en').subscribe(quiet);
    keptReasons(api, 'fr').subscribe(quiet);
    expect(asked.mock.calls).toEqual([
      [{ language: 'en' }],
      [{ language: 'fr' }],
    ]);
    expect(one).toHaveBeenCalledTimes(1);
    expect(other).toHaveBeenCalledTimes(1);
    expect(keptReasons(api, 'en').known().byCode.size).toBeGreaterThan(0);
  });

  it('keeps nobody waiting for an answer that is late, and takes it when it comes', async () => {
    let answer: (reasons: ReasonsAnswer) => void = quiet;
    const { api } = apiWith(
      () =>
        new Promise(resolve => {
          answer = resolve;
        }),
    );
    const reasons = keptReasons(api, 'en');
    reasons.subscribe(quiet);
    await jest.advanceTimersByTimeAsync(900);
    expect(reasons.known().settled).toBe(false);
    await jest.advanceTimersByTimeAsync(200);
    expect(reasons.known()).toMatchObject({ settled: true });
    expect(reasons.known().byCode.size).toBe(0);
    answer(fakeReasons());
    await jest.advanceTimersByTimeAsync(0);
    expect(reasons.known().byCode.has('LonghornNodeDown')).toBe(true);
  });

  it('does without where it is refused, and asks again a while later', async () => {
    const { api, asked } = apiWith(async () => {
      throw new Error('403');
    });
    const reasons = keptReasons(api, 'en');
    const stop = reasons.subscribe(quiet);
    await jest.advanceTimersByTimeAsync(0);
    expect(reasons.known().settled).toBe(true);
    stop();
    reasons.subscribe(quiet);
    expect(asked).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(61_000);
    reasons.subscribe(quiet);
    expect(asked).toHaveBeenCalledTimes(2);
    expect(reasons.known().settled).toBe(true);
  });

  it('does without where the client has no such call', async () => {
    const reasons = keptReasons({} as SocleApi, 'en');
    reasons.subscribe(quiet);
    await jest.advanceTimersByTimeAsync(0);
    expect(reasons.known()).toMatchObject({ settled: true });
  });
});
