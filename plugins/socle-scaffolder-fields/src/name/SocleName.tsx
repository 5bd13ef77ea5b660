import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { answerOf } from '../field/form-answers';
import { TextAnswer } from '../field/TextAnswer';
import { useLiveResources } from '../live/use-live-resources';
import { usePlatform } from '../live/use-platform';
import { socleScaffolderFieldsTranslationRef } from '../translation/ref';
import { formProblem, platformProblem } from './name-problem';

export const nameSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({ of: z.enum(['newApp', 'existingApp']).optional() }),
});

/** Apps that are offered while one is typed. */
const MOST_OFFERED = 6;

/** The name of an app, checked while it is typed. */
export function SocleName({
  formData,
  formContext,
  schema,
  uiSchema,
  rawErrors,
  required,
  disabled,
  onChange,
}: typeof nameSchema.TProps) {
  const { t } = useTranslationRef(socleScaffolderFieldsTranslationRef);
  const of = uiSchema['ui:options']?.of ?? 'newApp';
  const cluster = answerOf(formContext, 'cluster');
  const platform = usePlatform(cluster);
  const live = useLiveResources('argoproj.io/Application', cluster);
  const name = formData ?? '';
  const { minLength, maxLength } = schema;
  const code =
    name === ''
      ? undefined
      : formProblem(name, { minLength, maxLength }) ??
        (platform.data &&
          platformProblem(
            name,
            of,
            platform.data,
            live.data?.items.map(({ ref }) => ref.name),
          ));
  const offered =
    of === 'existingApp' && (name === '' || code === 'unknown')
      ? (platform.data?.apps ?? [])
          .filter(one => one.includes(name))
          .slice(0, MOST_OFFERED)
      : [];
  const hint = () => {
    if (offered.length > 0) {
      return t('name.offered', { names: offered.join(', ') });
    }
    if (platform.error || platform.data?.repository.state === 'notRead') {
      return t('name.notCompared');
    }
    if (name === '' || !platform.data) {
      return undefined;
    }
    return of === 'newApp' ? t('name.free') : t('name.there');
  };
  const problem = code && t(`name.${code}`);
  return (
    <TextAnswer
      label={schema.title ?? t('name.label')}
      description={schema.description}
      value={formData}
      required={required}
      disabled={disabled}
      errors={rawErrors}
      problem={problem && offered.length > 0 ? `${problem} ${hint()}` : problem}
      hint={hint()}
      onChange={text => onChange(text?.trim() || undefined)}
    />
  );
}
