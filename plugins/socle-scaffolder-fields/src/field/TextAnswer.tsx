import { Flex, Text, TextField } from '@backstage/ui';
import { ReactNode, useId } from 'react';
import styles from './answer.module.css';

/** What a field says of what is typed. */
export interface Verdict {
  /** Why it cannot stay so. */
  problem?: string;
  /** What it means. */
  hint?: ReactNode;
}

/** A line of text that is judged while it is typed. */
export function TextAnswer({
  label,
  description,
  value,
  required,
  disabled,
  errors = [],
  problem,
  hint,
  onChange,
}: Verdict & {
  label: string;
  description?: string;
  value: string | undefined;
  required?: boolean;
  disabled?: boolean;
  /** What was wrong with it when the page was to be left. */
  errors?: string[];
  onChange(value: string | undefined): void;
}) {
  const id = useId();
  const said = problem ?? errors[0];
  return (
    <Flex direction="column" gap="1" className={styles.answer}>
      <TextField
        size="medium"
        label={label}
        description={description}
        value={value ?? ''}
        isRequired={required}
        isDisabled={disabled}
        isInvalid={said !== undefined}
        autoComplete="off"
        aria-describedby={id}
        onChange={text => onChange(text === '' ? undefined : text)}
      />
      <div id={id} role="status">
        {said ? (
          <Text variant="body-small" color="danger">
            {said}
          </Text>
        ) : (
          hint && (
            <Text variant="body-small" color="secondary">
              {hint}
            </Text>
          )
        )}
      </div>
    </Flex>
  );
}
