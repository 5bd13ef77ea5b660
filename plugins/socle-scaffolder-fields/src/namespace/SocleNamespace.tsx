import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { answerOf, formAnswers } from '../field/form-answers';
import { TextAnswer } from '../field/TextAnswer';
import { useLiveResources } from '../live/use-live-resources';
import { usePlatform } from '../live/use-platform';
import { formProblem, isReserved } from '../name/name-problem';
import { socleScaffolderFieldsTranslationRef } from '../translation/ref';

export const namespaceSchema = makeFieldSchema({ output: z => z.string() });

/** A namespace: whether it is there, and whether it may be taken. */
export function SocleNamespace({
  formData,
  formContext,
  schema,
  rawErrors,
  required,
  disabled,
  onChange,
}: typeof namespaceSchema.TProps) {
  const { t } = useTranslationRef(socleScaffolderFieldsTranslationRef);
  const cluster = answerOf(formContext, 'cluster');
  const platform = usePlatform(cluster);
  const live = useLiveResources('core/Namespace', cluster);
  const name = formData ?? answerOf(formContext, 'name');
  const isOwn = formAnswers(formContext).ownsNamespace !== false;
  const code =
    name &&
    (formProblem(name, { minLength: 2, maxLength: 63 }) ??
      (platform.data && isReserved(name, platform.data.reserved.namespaces)
        ? 'reserved'
        : undefined));
  const hint = () => {
    const { items, complete } = live.data ?? {};
    if (!name || !items) {
      return undefined;
    }
    const there = items.some(({ ref }) => ref.name === name);
    if (there) {
      return t(isOwn ? 'namespace.thereOwn' : 'namespace.there', { name });
    }
    if (!complete) {
      return t('notRead');
    }
    return t(isOwn ? 'namespace.made' : 'namespace.missing', { name });
  };
  return (
    <TextAnswer
      label={schema.title ?? t('namespace.label')}
      description={schema.description}
      value={formData}
      required={required}
      disabled={disabled}
      errors={rawErrors}
      problem={code ? t(`name.${code}`) : undefined}
      hint={hint()}
      onChange={text => onChange(text?.trim() || undefined)}
    />
  );
}
