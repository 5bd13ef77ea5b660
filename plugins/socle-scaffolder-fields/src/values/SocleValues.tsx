import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { JsonObject } from '@backstage/types';
import { Flex, Text, TextAreaField } from '@backstage/ui';
import { useId, useState } from 'react';
import { stringify } from 'yaml';
import { socleScaffolderFieldsTranslationRef } from '../translation/ref';
import styles from '../field/answer.module.css';
import { readValues } from './read-values';

export const valuesSchema = makeFieldSchema({
  output: z => z.record(z.string(), z.unknown()),
});

/**
 * Values of a chart, typed as YAML. What is no YAML is given on as the text that it is: the form then refuses it, since
 * values are an object.
 */
export function SocleValues({
  formData,
  schema,
  rawErrors = [],
  disabled,
  onChange,
}: typeof valuesSchema.TProps) {
  const { t } = useTranslationRef(socleScaffolderFieldsTranslationRef);
  const id = useId();
  const [text, setText] = useState(() => textOf(formData));
  const { problem } = readValues(text);
  const said = problem ? t('values.unreadable', { problem }) : rawErrors[0];
  return (
    <Flex
      direction="column"
      gap="1"
      className={`${styles.answer} ${styles.yaml}`}
    >
      <TextAreaField
        label={schema.title ?? t('values.label')}
        description={schema.description}
        rows={14}
        value={text}
        isDisabled={disabled}
        isInvalid={said !== undefined}
        spellCheck="false"
        aria-describedby={id}
        onChange={typed => {
          setText(typed);
          const read = readValues(typed);
          onChange(
            read.problem ? (typed as unknown as JsonObject) : read.values,
          );
        }}
      />
      <div id={id} role="status">
        {said && (
          <Text variant="body-small" color="danger">
            {said}
          </Text>
        )}
      </div>
    </Flex>
  );
}

function textOf(formData: unknown): string {
  if (typeof formData === 'string') {
    return formData;
  }
  const isEmpty =
    typeof formData !== 'object' ||
    formData === null ||
    Object.keys(formData).length === 0;
  return isEmpty ? '' : stringify(formData);
}
