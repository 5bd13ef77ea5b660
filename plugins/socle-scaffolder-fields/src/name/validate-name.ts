import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { socleScaffolderApiRef } from '../api/socle-scaffolder-api';
import { platformProblem } from './name-problem';

/** What the list of errors says; the field itself says it in the reader's language. */
const MESSAGES: Partial<Record<string, string>> = {
  reserved: 'The platform keeps this name for itself.',
  taken: 'The GitOps repository has an app of this name.',
  unknown: 'The GitOps repository has no such app.',
};

/** Keeps a page with a name that is taken from being left. What cannot be asked is left to the actions. */
export const validateName: CustomFieldValidator<
  string,
  { of?: 'newApp' | 'existingApp' }
> = async (name, field, { apiHolder, formData, uiSchema }) => {
  const { cluster } = (formData ?? {}) as { cluster?: unknown };
  const platform = await apiHolder
    .get(socleScaffolderApiRef)
    ?.platform(typeof cluster === 'string' ? cluster : undefined)
    .catch(() => undefined);
  const of = uiSchema?.['ui:options']?.of ?? 'newApp';
  const problem = platform && name && platformProblem(name, of, platform);
  if (problem) {
    field.addError(MESSAGES[problem] ?? '');
  }
};
