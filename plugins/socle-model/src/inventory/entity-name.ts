/**
 * A valid entity name: letters, digits and `-_.`, 63 at most, beginning and ending with a letter or digit; '' where
 * nothing valid is left.
 * @public
 */
export function entityName(name: string): string {
  return name
    .replace(/[^a-zA-Z0-9\-_.]+/g, '-')
    .slice(0, 63)
    .replace(/^[^a-zA-Z0-9]+|[^a-zA-Z0-9]+$/g, '');
}
