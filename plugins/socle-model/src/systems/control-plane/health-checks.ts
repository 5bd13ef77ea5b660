import { isObject, RawObject } from '../../reading/raw';

/** What an endpoint such as `/readyz?verbose` says, as it is kept in a status. */
export type HealthChecks = {
  passed: boolean;
  /** Names of the checks that passed, were left out on request, and failed. */
  ok: string[];
  excluded: string[];
  failed: string[];
};

/** More checks than any API server has; what comes after says nothing new. */
const MOST = 500;

/**
 * Reads the lines `[+]name ok`, `[+]name excluded: ok` and `[-]name failed: reason withheld`. Undefined for a text
 * that is no such answer: other products have endpoints of the same names.
 */
export function readHealthChecks(
  httpStatus: number,
  body: unknown,
): HealthChecks | undefined {
  if (typeof body !== 'string') {
    return undefined;
  }
  const text = body.trim();
  if (text === 'ok' && isSuccess(httpStatus)) {
    return { passed: true, ok: [], excluded: [], failed: [] };
  }
  const checks: HealthChecks = {
    passed: false,
    ok: [],
    excluded: [],
    failed: [],
  };
  let lines = 0;
  for (const line of text.split('\n').slice(0, MOST)) {
    const match = /^\[([+-])\](\S{1,200})(?:\s+(\S+))?/.exec(line.trim());
    if (match) {
      const [, sign, name, word] = match;
      const passing = word === 'excluded:' ? checks.excluded : checks.ok;
      (sign === '+' ? passing : checks.failed).push(name);
      lines += 1;
    }
  }
  if (lines === 0) {
    return undefined;
  }
  checks.passed =
    isSuccess(httpStatus) &&
    checks.failed.length === 0 &&
    !/ check failed$/.test(text);
  return checks;
}

function isSuccess(httpStatus: number): boolean {
  return httpStatus >= 200 && httpStatus < 300;
}

/** The checks as a status holds them; undefined where they are absent or not of this form. */
export function healthChecksIn(
  status: RawObject,
  field: string,
): HealthChecks | undefined {
  const value = status[field];
  if (!isObject(value) || typeof value.passed !== 'boolean') {
    return undefined;
  }
  return {
    passed: value.passed,
    ok: names(value.ok),
    excluded: names(value.excluded),
    failed: names(value.failed),
  };
}

function names(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((name): name is string => typeof name === 'string')
    : [];
}
