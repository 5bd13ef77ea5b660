import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  DEFAULT_THRESHOLDS,
  Thresholds,
} from '@socle/backstage-plugin-socle-model';

/** Reads `socle.thresholds`; an unknown name or a value that is no number is an error that says what there is. */
export function readThresholds(config: Config): Partial<Thresholds> {
  const given = config.getOptionalConfig('socle.thresholds');
  const found: Partial<Thresholds> = {};
  for (const name of given?.keys() ?? []) {
    if (!Object.hasOwn(DEFAULT_THRESHOLDS, name)) {
      throw new InputError(
        `socle.thresholds.${name} is not known; there are: ${Object.keys(
          DEFAULT_THRESHOLDS,
        ).join(', ')}`,
      );
    }
    const value = given!.getNumber(name);
    if (!(value >= 0)) {
      throw new InputError(
        `socle.thresholds.${name} must be a number from 0, not ${value}`,
      );
    }
    found[name as keyof Thresholds] = value;
  }
  return found;
}
