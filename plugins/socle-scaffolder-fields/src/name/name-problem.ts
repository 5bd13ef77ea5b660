import { PlatformChoices } from '../api/socle-scaffolder-api';

/** What a name is asked for: one that is free, or one of an app that is there. */
export type NameOf = 'newApp' | 'existingApp';

/** Why a name cannot be taken, as a key of the messages. */
export type NameProblem =
  | 'upperCase'
  | 'firstLetter'
  | 'characters'
  | 'hyphens'
  | 'short'
  | 'long'
  | 'reserved'
  | 'taken'
  | 'unknown';

/** What is wrong with the form of a name, and why: one reason at a time, the first that a typist can mend. */
export function formProblem(
  name: string,
  { minLength = 2, maxLength = 53 } = {},
): NameProblem | undefined {
  if (/[A-Z]/.test(name)) return 'upperCase';
  if (/[^a-z0-9-]/.test(name)) return 'characters';
  if (!/^[a-z]/.test(name)) return 'firstLetter';
  if (/--|-$/.test(name)) return 'hyphens';
  if (name.length < minLength) return 'short';
  return name.length > maxLength ? 'long' : undefined;
}

/** What is wrong with a name on this platform; lists that were not read say nothing. */
export function platformProblem(
  name: string,
  of: NameOf,
  { reserved, apps }: Pick<PlatformChoices, 'reserved' | 'apps'>,
  liveApps: readonly string[] = [],
): NameProblem | undefined {
  if (isReserved(name, reserved.names)) {
    return 'reserved';
  }
  if (of === 'existingApp') {
    return apps && !apps.includes(name) ? 'unknown' : undefined;
  }
  return apps?.includes(name) || liveApps.includes(name) ? 'taken' : undefined;
}

/** `*` at the end stands for any rest. */
export function isReserved(name: string, reserved: readonly string[]): boolean {
  return reserved.some(one =>
    one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : one === name,
  );
}
