/** Stands where a template would put a text. */
export const TEMPLATED = 'TEMPLATED';

/** Whether a text holds what only Helm can read. */
export function isTemplate(text: string): boolean {
  return text.includes('{{');
}

/** Whether a value was put there by a template, so that nothing can be said of it. */
export function isTemplated(value: unknown): boolean {
  return typeof value === 'string' && value.includes(TEMPLATED);
}

/**
 * A template as plain YAML, line by line as it was: what controls goes, what prints becomes a placeholder. `blocks`
 * says that parts come and go by conditions, so that what is missing may be missing for a reason.
 */
export function maskTemplate(text: string): { text: string; blocks: boolean } {
  let blocks = false;
  const oneLine = text.replace(/\{\{[\s\S]*?\}\}/g, action => {
    const breaks = action.split('\n').length - 1;
    if (/^\{\{-?\s*(if|range|with|else|end|block|define)\b/.test(action)) {
      blocks = true;
      return '\n'.repeat(breaks);
    }
    const silent = /^\{\{-?\s*(\/\*|\$[\w]*\s*:?=)/.test(action);
    return (silent ? '' : TEMPLATED) + '\n'.repeat(breaks);
  });
  const lines = oneLine.split('\n').map(line => {
    // What prints a whole block prints fields that are not known.
    if (new RegExp(`^\\s*${TEMPLATED}\\s*$`).test(line)) {
      blocks = true;
      return '';
    }
    return line.replace(new RegExp(`^(\\s*)${TEMPLATED}:`), `$1${TEMPLATED}:`);
  });
  return { text: lines.join('\n'), blocks };
}
