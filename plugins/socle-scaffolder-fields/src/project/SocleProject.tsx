import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { ChoiceAnswer } from '../field/ChoiceAnswer';
import { answerOf } from '../field/form-answers';
import { TextAnswer } from '../field/TextAnswer';
import { usePlatform } from '../live/use-platform';
import { socleScaffolderFieldsTranslationRef } from '../translation/ref';

export const projectSchema = makeFieldSchema({ output: z => z.string() });

/** One of the Argo CD projects that may be asked for. */
export function SocleProject({
  formData,
  formContext,
  schema,
  rawErrors,
  required,
  disabled,
  onChange,
}: typeof projectSchema.TProps) {
  const { t } = useTranslationRef(socleScaffolderFieldsTranslationRef);
  const platform = usePlatform(answerOf(formContext, 'cluster'));
  const shared = {
    label: schema.title ?? t('project.label'),
    description: schema.description,
    value: formData,
    required,
    disabled,
    errors: rawErrors,
    onChange,
  };
  if (!platform.data && platform.error) {
    return <TextAnswer {...shared} hint={t('notRead')} />;
  }
  const { allowed = [], default: byDefault = '' } =
    platform.data?.projects ?? {};
  return (
    <ChoiceAnswer
      {...shared}
      placeholder={t('project.default', { name: byDefault })}
      options={allowed.map(name => ({ value: name, label: name }))}
    />
  );
}
