import { ClusterControl } from '../cluster-control';
import { parseDuration, replaceTimes } from '../manifests/times';
import { Fields, isFields } from '../storage/object';
import { ActionError, actions } from './action';

export interface Step {
  /** When, in milliseconds since the scenario began. */
  at: number;
  /** Comes again this often. */
  every?: number;
  cluster?: string;
  action: string;
  given: unknown;
}

/** Steps in the order of their time; one that repeats all starts over after `length`. */
export interface Scenario {
  pace?: number;
  steps: Step[];
  loop: boolean;
  length: number;
}

/** A scenario that cannot be read; the message names the step. */
export class ScenarioError extends Error {}

const timing = new Set(['after', 'at', 'every', 'loop', 'cluster', 'note']);

/** `00:30` and `1:02:03` count from the start; otherwise a duration. */
function pointInTime(given: unknown): number | undefined {
  if (typeof given === 'number') return given * 1000;
  if (typeof given !== 'string') return undefined;
  if (!/^\d+(:\d{2}){1,2}$/.test(given)) return parseDuration(given);
  return (
    given.split(':').reduce((total, part) => total * 60 + Number(part), 0) *
    1000
  );
}

function need(
  given: unknown,
  where: string,
  read: (value: unknown) => number | undefined,
): number {
  const value = read(given);
  if (value === undefined)
    throw new ScenarioError(`${where} is not a time such as 10s or 00:30`);
  return value;
}

export function parseScenario(document: unknown, file: string): Scenario {
  const given: Fields = isFields(document) ? document : {};
  if (!Array.isArray(given.steps))
    throw new ScenarioError(`${file} has no list "steps"`);
  const scenario: Scenario = {
    steps: [],
    loop: given.loop === true,
    length: 0,
  };
  if (typeof given.pace === 'number' && given.pace > 0)
    scenario.pace = given.pace;
  const everywhere =
    typeof given.cluster === 'string' ? given.cluster : undefined;
  let last = 0;
  given.steps.forEach((step: unknown, i) => {
    const where = `${file}, step ${i + 1}`;
    if (!isFields(step)) throw new ScenarioError(`${where} is not an object`);
    if (step.at !== undefined)
      last = need(step.at, `${where}: "at"`, pointInTime);
    else last += need(step.after ?? 0, `${where}: "after"`, pointInTime);
    if (step.loop === true) scenario.loop = true;
    const every =
      step.every === undefined
        ? undefined
        : need(step.every, `${where}: "every"`, pointInTime);
    const cluster =
      typeof step.cluster === 'string' ? step.cluster : everywhere;
    const names = Object.keys(step).filter(name => !timing.has(name));
    for (const action of names) {
      if (!Object.hasOwn(actions, action)) {
        throw new ScenarioError(
          `${where}: there is no "${action}"; there are ${Object.keys(
            actions,
          ).join(', ')}`,
        );
      }
      scenario.steps.push({
        at: last,
        every,
        cluster,
        action,
        given: step[action],
      });
    }
  });
  scenario.length = last;
  return scenario;
}

/** Runs one step on a cluster, with `${now}` in what it says meaning now. */
export async function runStep(
  step: Step,
  control: ClusterControl,
  now: number,
): Promise<void> {
  const given =
    step.given === undefined
      ? undefined
      : JSON.parse(replaceTimes(JSON.stringify(step.given), now));
  await actions[step.action](control, given);
}

/** Plays scenarios; a step that fails is told and the rest goes on. */
export class Player {
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly cluster: (name: string | undefined) => ClusterControl,
    private readonly now: () => number,
    private readonly failed: (message: string) => void,
  ) {}

  play(scenario: Scenario): void {
    const pace = scenario.pace ?? 1;
    for (const step of scenario.steps) this.plan(step, step.at / pace, pace);
    if (scenario.loop) {
      // At least a second, or an empty scenario would never let go.
      this.later(Math.max(scenario.length / pace, 1000), () =>
        this.play({ ...scenario }),
      );
    }
  }

  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private plan(step: Step, delay: number, pace: number): void {
    this.later(delay, () => {
      this.run(step);
      if (step.every) this.plan(step, step.every / pace, pace);
    });
  }

  private run(step: Step): void {
    const tell = (error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      const kind = error instanceof ActionError ? 'is not right' : 'failed';
      this.failed(`Scenario step "${step.action}" ${kind}: ${why}`);
    };
    try {
      runStep(step, this.cluster(step.cluster), this.now()).catch(tell);
    } catch (error) {
      tell(error);
    }
  }

  private later(milliseconds: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      act();
    }, milliseconds);
    timer.unref();
    this.timers.add(timer);
  }
}
