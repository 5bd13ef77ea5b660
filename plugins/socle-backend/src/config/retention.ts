import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const DEFAULT_DAYS = 30;

/** Reads `socle.history.retentionDays`: for how long changes of health are kept. */
export function readRetentionDays(config: Config): number {
  const days =
    config.getOptionalNumber('socle.history.retentionDays') ?? DEFAULT_DAYS;
  if (!(days >= 1)) {
    throw new InputError(
      `socle.history.retentionDays must be a number from 1, not ${days}`,
    );
  }
  return days;
}
