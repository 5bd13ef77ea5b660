import { defineKind } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import { NO_STATE } from '../../judging/judge';
import { healthy } from '../../judging/verdict';
import { cut, withoutCredentials } from '../../reading/conditions';
import { booleanAt, isObject, stringAt } from '../../reading/raw';
import { LONGHORN } from './api';
import { takingItsTime } from './under-way';

/** A Setting has its value at the top level and no spec. */
export type SettingFacts = {
  value: string;
  applied?: boolean;
};

export const setting = defineKind<SettingFacts>({
  ...LONGHORN,
  kind: 'Setting',
  plural: 'settings',
  // Longhorn before 1.7 gave settings no status.
  statusless: true,
  project: raw => ({
    value: cut(withoutCredentials(stringAt(raw, 'value') ?? '')),
    applied: booleanAt(raw, 'status', 'applied'),
  }),
  health: ({ facts }, context) => {
    if (facts.applied === undefined) {
      return NO_STATE;
    }
    return facts.applied
      ? healthy('LonghornSettingApplied', 'In effect.')
      : takingItsTime(
          context,
          'LonghornSettingWaits',
          'Not yet in effect: Longhorn waits, as a rule until all volumes are detached.',
          { evidence: [{ path: 'status.applied', value: false }] },
        );
  },
  reasons: [
    {
      code: 'LonghornSettingApplied',
      cause: 'The value is in effect.',
      evidence: 'status.applied',
      remedy: false,
    },
    {
      code: 'LonghornSettingWaits',
      cause: 'The value takes effect later.',
      evidence: 'status.applied',
      remedy: false,
    },
  ],
  shows: ['value'],
});

/**
 * The number in a Setting. Settings that hold per data engine are JSON (`{"v1":"25","v2":"25"}`): the one for v1 counts.
 */
export function settingNumber(
  from: Resource<SettingFacts> | undefined,
): number | undefined {
  const value = from?.facts.value;
  if (!value) {
    return undefined;
  }
  const text = value.startsWith('{') ? v1Of(value) : value;
  const number = Number(text);
  return text !== undefined && text !== '' && Number.isFinite(number)
    ? number
    : undefined;
}

function v1Of(json: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(json);
    const value = isObject(parsed) ? parsed.v1 : undefined;
    return value === undefined ? undefined : String(value);
  } catch {
    return undefined;
  }
}
