import { JsonObject } from '@backstage/types';

/** The answers of the whole form, which the scaffolder gives to every field. */
export function formAnswers(formContext: unknown): JsonObject {
  return (formContext as { formData?: JsonObject } | undefined)?.formData ?? {};
}

/** One answer of the form, where it is a text. */
export function answerOf(
  formContext: unknown,
  field: string,
): string | undefined {
  const value = formAnswers(formContext)[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
