import { Cause } from './use-cause-of';

/** The words alone, each between blanks, so that `in` is no part of `pin`. */
function wordsOf(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `;
}

/** Leaves out of cause and message what the other says already, in the same words. */
export function whatToSay(
  cause: Cause | undefined,
  message: string | undefined,
): { cause?: Cause; message?: string } {
  if (!cause || !message) {
    return { cause, message };
  }
  const [meant, said] = [wordsOf(cause.english), wordsOf(message)];
  // A translated cause stays: the message says it too, but in another language than the reader's.
  if (cause.language === 'en' && said.includes(meant)) {
    return { message };
  }
  if (meant.includes(said)) {
    return { cause };
  }
  return { cause, message };
}
