import { RawObject, stringAt, stringsAt } from '../../../reading/raw';

/** A source that renders nothing: Argo CD gives it no type, and older versions leave it out of the list. */
function rendersNothing(source: RawObject): boolean {
  return (
    !stringAt(source, 'chart') &&
    !stringAt(source, 'path') &&
    stringAt(source, 'ref') !== undefined
  );
}

/**
 * What Argo CD says that it renders each source with; undefined where it does not say.
 * `sourceTypes` runs parallel to the sources, but older versions leave those out that only give values: where the
 * lengths differ, what is not certain stays unknown.
 */
export function liveTypes(
  sources: readonly RawObject[],
  status: unknown,
): Array<string | undefined> {
  const types = stringsAt(status, 'sourceTypes');
  const single = stringAt(status, 'sourceType');
  const rendering = sources.filter(source => !rendersNothing(source));
  if (types.length === sources.length && types.some(type => type !== '')) {
    return types.map(type => type || undefined);
  }
  const named = types.filter(type => type !== '');
  if (named.length === 0) {
    return sources.map(source =>
      rendering.length === 1 && source === rendering[0] ? single : undefined,
    );
  }
  if (named.length === rendering.length) {
    return sources.map(source => named[rendering.indexOf(source)]);
  }
  return byElimination(sources, rendering, named);
}

/** Charts are Helm; where all that is left has one type, the rest has it too. */
function byElimination(
  sources: readonly RawObject[],
  rendering: readonly RawObject[],
  named: readonly string[],
): Array<string | undefined> {
  const left = [...named];
  const isChart = (source: RawObject) =>
    stringAt(source, 'chart') !== undefined;
  for (const _ of rendering.filter(isChart)) {
    const helm = left.indexOf('Helm');
    if (helm >= 0) {
      left.splice(helm, 1);
    }
  }
  const only = new Set(left).size === 1 ? left[0] : undefined;
  return sources.map(source => {
    if (!rendering.includes(source)) {
      return undefined;
    }
    return isChart(source) ? 'Helm' : only;
  });
}
