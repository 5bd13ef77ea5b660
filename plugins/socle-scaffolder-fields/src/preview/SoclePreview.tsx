import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CustomFieldValidator,
  makeFieldSchema,
} from '@backstage/plugin-scaffolder-react';
import { JsonObject } from '@backstage/types';
import { Alert, Flex, Skeleton, Text } from '@backstage/ui';
import { socleScaffolderApiRef } from '../api/socle-scaffolder-api';
import { formAnswers } from '../field/form-answers';
import { socleScaffolderFieldsTranslationRef } from '../translation/ref';
import { FileList } from './FileList';
import { useFilesPreview } from './use-files-preview';

export const previewSchema = makeFieldSchema({
  output: z => z.null(),
  uiOptions: z => z.object({ kinds: z.array(z.string()) }),
});

/** Every file that the answers of the form lead to, before any is written. */
export function SoclePreview({
  formContext,
  uiSchema,
  rawErrors = [],
}: typeof previewSchema.TProps) {
  const { t } = useTranslationRef(socleScaffolderFieldsTranslationRef);
  const kinds = uiSchema['ui:options']?.kinds ?? [];
  const { data, error } = useFilesPreview(kinds, formAnswers(formContext));
  if (!data) {
    return error ? (
      <Alert
        status="warning"
        title={t('preview.unavailable')}
        description={error.message}
      />
    ) : (
      <Skeleton style={{ height: '12rem' }} aria-label={t('preview.asking')} />
    );
  }
  const { files, order, refusals, repository } = data;
  return (
    <Flex direction="column" gap="4">
      {error && <Alert status="warning" title={t('preview.outdated')} />}
      {refusals.length > 0 && (
        <Alert
          status="danger"
          title={t('preview.refused')}
          description={
            <ul>
              {refusals.map(({ field, problem, allowed }) => (
                <li key={`${field} ${problem}`}>
                  <code>{field}</code>: {problem} {allowed}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {refusals.length === 0 && rawErrors.length > 0 && (
        <Alert status="danger" title={rawErrors[0]} />
      )}
      {repository.state === 'notRead' && (
        <Alert
          status="warning"
          title={t('preview.notCompared')}
          description={repository.message}
        />
      )}
      {files.length > 0 && <FileList files={files} />}
      {order.length > 0 && (
        <section aria-label={t('preview.order')}>
          <Text as="h3" variant="title-x-small">
            {t('preview.order')}
          </Text>
          <ol>
            {order.map(step => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      )}
    </Flex>
  );
}

/** Keeps refused answers from being sent on. What cannot be asked is left to the actions. */
export const validatePreview: CustomFieldValidator<
  null,
  { kinds: string[] }
> = async (_, field, { apiHolder, formData, uiSchema }) => {
  const kinds = uiSchema?.['ui:options']?.kinds ?? [];
  const preview = await apiHolder
    .get(socleScaffolderApiRef)
    ?.preview(kinds, (formData ?? {}) as JsonObject)
    .catch(() => undefined);
  for (const { field: name, problem, allowed } of preview?.refusals ?? []) {
    field.addError(`${name}: ${problem} ${allowed}`);
  }
};
