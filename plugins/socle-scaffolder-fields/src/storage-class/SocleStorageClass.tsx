import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { ChoiceAnswer } from '../field/ChoiceAnswer';
import { answerOf } from '../field/form-answers';
import { TextAnswer } from '../field/TextAnswer';
import { useLiveResources } from '../live/use-live-resources';
import { usePlatform } from '../live/use-platform';
import { socleScaffolderFieldsTranslationRef } from '../translation/ref';

export const storageClassSchema = makeFieldSchema({ output: z => z.string() });

/** One of the storage classes that the cluster has now. */
export function SocleStorageClass({
  formData,
  formContext,
  schema,
  rawErrors,
  required,
  disabled,
  onChange,
}: typeof storageClassSchema.TProps) {
  const { t } = useTranslationRef(socleScaffolderFieldsTranslationRef);
  const cluster = answerOf(formContext, 'cluster');
  const classes = useLiveResources('storage.k8s.io/StorageClass', cluster);
  const platform = usePlatform(cluster);
  const shared = {
    label: schema.title ?? t('storageClass.label'),
    description: schema.description,
    value: formData,
    required,
    disabled,
    errors: rawErrors,
    onChange,
  };
  const { items = [], complete } = classes.data ?? {};
  if (items.length === 0 && (classes.error || classes.data)) {
    return <TextAnswer {...shared} hint={t('notRead')} />;
  }
  const byName = new Map(items.map(item => [item.ref.name, item]));
  const options = [...byName.values()].map(({ ref, facts }) => {
    const told = [
      facts.isDefault === true && t('storageClass.isDefault'),
      facts.reclaimPolicy === 'Delete' && t('storageClass.deletes'),
      facts.reclaimPolicy === 'Retain' && t('storageClass.keeps'),
    ].filter(Boolean);
    return {
      value: ref.name,
      label: told.length > 0 ? `${ref.name} (${told.join(', ')})` : ref.name,
    };
  });
  const chosen = formData ? byName.get(formData) : undefined;
  const missing = formData && !chosen && complete;
  return (
    <ChoiceAnswer
      {...shared}
      placeholder={t('storageClass.default', {
        name: platform.data?.storageClass ?? '',
      })}
      options={options}
      problem={missing ? t('storageClass.missing') : undefined}
      hint={
        chosen && ['failed', 'degraded'].includes(chosen.health.status)
          ? chosen.health.message
          : undefined
      }
    />
  );
}
