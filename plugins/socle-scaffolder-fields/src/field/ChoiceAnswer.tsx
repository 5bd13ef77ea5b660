import { Flex, Select, Text } from '@backstage/ui';
import { Verdict } from './TextAnswer';
import styles from './answer.module.css';

/** One of several. What was chosen before and is no longer there stays to be seen. */
export function ChoiceAnswer({
  label,
  description,
  value,
  placeholder,
  options,
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
  /** What it is where nothing is chosen. */
  placeholder: string;
  options: ReadonlyArray<{ value: string; label: string }>;
  required?: boolean;
  disabled?: boolean;
  errors?: string[];
  onChange(value: string | undefined): void;
}) {
  const known = !value || options.some(one => one.value === value);
  const said = problem ?? errors[0];
  return (
    <Flex direction="column" gap="1" className={styles.answer}>
      <Select
        size="medium"
        label={label}
        description={description}
        placeholder={placeholder}
        isRequired={required}
        isDisabled={disabled}
        options={[
          ...(required ? [] : [{ value: '', label: placeholder }]),
          ...options,
          ...(known ? [] : [{ value, label: value }]),
        ]}
        value={value ?? (required ? null : '')}
        onChange={key => onChange(key ? String(key) : undefined)}
      />
      <div role="status">
        {(said ?? hint) && (
          <Text variant="body-small" color={said ? 'danger' : 'secondary'}>
            {said ?? hint}
          </Text>
        )}
      </div>
    </Flex>
  );
}
