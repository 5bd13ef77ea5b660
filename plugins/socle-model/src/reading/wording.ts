import { cut, withoutCredentials } from './conditions';
import { stringAt } from './raw';

/** Somebody else's text as part of one sentence: on one line, without credentials, without its own full stop. */
export function quoted(text: string, most = 300): string {
  return cut(
    withoutCredentials(text).replace(/\s+/g, ' ').trim(),
    most,
  ).replace(/[.:,;!\s]+$/, '');
}

/** {@link quoted} of the string at a path. */
export function quotedAt(from: unknown, ...path: string[]): string | undefined {
  const text = stringAt(from, ...path);
  return text === undefined ? undefined : quoted(text);
}

/** `1 pod`, `3 pods`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
