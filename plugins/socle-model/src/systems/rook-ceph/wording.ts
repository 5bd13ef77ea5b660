import { cut, withoutCredentials } from '../../reading/conditions';

/** A text of Ceph or the operator as part of one sentence: on one line, without its own full stop. */
export function sentence(text: string): string {
  return cut(withoutCredentials(text).replace(/\s+/g, ' ').trim(), 240).replace(
    /[.:,;!\s]+$/,
    '',
  );
}
