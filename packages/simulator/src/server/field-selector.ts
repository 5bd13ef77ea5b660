import { ResourceType } from '../discovery/resource-type';
import { badRequest } from '../storage/api-error';
import { at, KubeObject } from '../storage/object';

type FieldTest = (object: KubeObject) => boolean;

function fieldOf(object: KubeObject, path: string): string {
  // Events are found by the component that reported them, which has two spellings.
  const value =
    path === 'source'
      ? at(object, 'source', 'component')
      : at(object, ...path.split('.'));
  if (value === undefined || value === null)
    return path === 'spec.unschedulable' ? 'false' : '';
  return String(value);
}

/** `a=b`, `a==b` or `a!=b`, joined by commas; a backslash keeps a comma, an equals sign or a backslash. */
export function parseFieldSelector(
  selector: string,
  type: ResourceType,
): FieldTest {
  const known = [
    'metadata.name',
    ...(type.namespaced ? ['metadata.namespace'] : []),
  ];
  const tests = (selector.match(/(?:\\.|[^,\\])+/g) ?? []).map(term => {
    const parts = /^((?:\\.|[^=!\\])+)(!=|==|=)((?:\\.|[^\\])*)$/.exec(term);
    if (!parts)
      throw badRequest(
        `invalid selector: '${selector}'; can't understand '${term}'`,
      );
    const [, field, operator, raw] = parts;
    if (![...known, ...type.selectableFields].includes(field)) {
      const reason =
        type.selectableFields.length > 0 || !type.builtin
          ? `field label not supported: ${field}`
          : `"${field}" is not a known field selector: only "metadata.name", "metadata.namespace"`;
      throw badRequest(reason);
    }
    const wanted = raw.replace(/\\(.)/g, '$1');
    return operator === '!='
      ? (object: KubeObject) => fieldOf(object, field) !== wanted
      : (object: KubeObject) => fieldOf(object, field) === wanted;
  });
  return object => tests.every(test => test(object));
}
