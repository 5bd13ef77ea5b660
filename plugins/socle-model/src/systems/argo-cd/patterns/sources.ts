import {
  isObject,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
  valueAt,
} from '../../../reading/raw';
import {
  chartAt,
  filesBelow,
  isGitopsRepository,
  PatternContext,
} from './context';

/**
 * What one source of an Application is for. `assumedWrapper` is a chart in a path whose Chart.yaml was not read.
 */
export type SourceRole =
  | 'plugin'
  | 'chart'
  | 'refOnly'
  | 'invalid'
  | 'kustomize'
  | 'jsonnet'
  | 'wrapper'
  | 'localChart'
  | 'assumedWrapper'
  | 'directory'
  | 'unknown';

/** One source, read. `field` is where it stands in the Application. */
export interface ReadSource {
  field: string;
  role: SourceRole;
  /** The field below `field` that decided the role. */
  decidedBy: string;
  path?: string;
  /** A values file of another source of the Application: `$values/…`. */
  refersToValues: boolean;
  /** Values, parameters or files of values that stand in the Application itself. */
  inlineValues: boolean;
  /** `directory.include`, `directory.exclude`. */
  include?: string;
  exclude?: string;
}

/** The sources that count: `source` is ignored as soon as `sources` holds one. */
export function effectiveSources(
  spec: RawObject,
): Array<{ field: string; source: RawObject }> {
  const many = objectsAt(spec, 'sources');
  if (many.length > 0) {
    return many.map((source, index) => ({
      field: `spec.sources[${index}]`,
      source,
    }));
  }
  return isObject(spec.source) && Object.keys(spec.source).length > 0
    ? [{ field: 'spec.source', source: spec.source }]
    : [];
}

/** Reads one source. `liveType` is what Argo CD says that it renders it with. */
export function readSource(
  field: string,
  source: RawObject,
  liveType: string | undefined,
  context: PatternContext | undefined,
): ReadSource {
  const [role, decidedBy] = roleOf(source, liveType, context);
  const helm = objectAt(source, 'helm');
  return {
    field,
    role,
    decidedBy,
    path: stringAt(source, 'path'),
    refersToValues: [
      ...stringsAt(helm, 'valueFiles'),
      ...objectsAt(helm, 'fileParameters').map(
        file => stringAt(file, 'path') ?? '',
      ),
    ].some(file => /^\$[A-Za-z0-9_-]+(\/|$)/.test(file)),
    inlineValues: [
      'valuesObject',
      'values',
      'parameters',
      'fileParameters',
    ].some(name => !isEmpty(helm[name])),
    include: stringAt(source, 'directory', 'include'),
    exclude: stringAt(source, 'directory', 'exclude'),
  };
}

/** First match wins; the second word is the field that decided. */
function roleOf(
  source: RawObject,
  liveType: string | undefined,
  context: PatternContext | undefined,
): [SourceRole, string] {
  const path = stringAt(source, 'path');
  const helm = !isZero(valueAt(source, 'helm'));
  if (isObject(source.plugin)) {
    return ['plugin', 'plugin'];
  }
  if (stringAt(source, 'chart')) {
    return ['chart', 'chart'];
  }
  if (stringAt(source, 'repoURL')?.toLowerCase().startsWith('oci://')) {
    return [helm || liveType === 'Helm' ? 'chart' : 'unknown', 'repoURL'];
  }
  if (!path) {
    return stringAt(source, 'ref') ? ['refOnly', 'ref'] : ['invalid', 'path'];
  }
  if (!isZero(valueAt(source, 'kustomize'))) {
    return ['kustomize', 'kustomize'];
  }
  const jsonnet = objectAt(source, 'directory', 'jsonnet');
  if (['libs', 'tlas', 'extVars'].some(name => !isEmpty(jsonnet[name]))) {
    return ['jsonnet', 'directory.jsonnet'];
  }
  if (liveType === 'Plugin') {
    return ['plugin', 'path'];
  }
  if (liveType === 'Kustomize') {
    return ['kustomize', 'path'];
  }
  if (helm || liveType === 'Helm') {
    return [chartByPath(source, path, context), helm ? 'helm' : 'path'];
  }
  if (!isZero(valueAt(source, 'directory')) || liveType === 'Directory') {
    return [
      'directory',
      isZero(valueAt(source, 'directory')) ? 'path' : 'directory',
    ];
  }
  return [roleByContent(source, path, context), 'path'];
}

function chartByPath(
  source: RawObject,
  path: string,
  context: PatternContext | undefined,
): SourceRole {
  if (isGitopsRepository(context, stringAt(source, 'repoURL')) === false) {
    return 'chart';
  }
  const chart = chartAt(context, path);
  if (!chart) {
    return 'assumedWrapper';
  }
  const external = objectsAt(chart, 'dependencies').some(dependency =>
    /^(https?:\/\/|oci:\/\/|@|alias:)/i.test(
      stringAt(dependency, 'repository') ?? '',
    ),
  );
  return external ? 'wrapper' : 'localChart';
}

function roleByContent(
  source: RawObject,
  path: string,
  context: PatternContext | undefined,
): SourceRole {
  const files = filesBelow(context, stringAt(source, 'repoURL'), path);
  if (!files) {
    return chartAt(context, path)
      ? chartByPath(source, path, context)
      : 'unknown';
  }
  const top = files.filter(file => !file.includes('/'));
  // Argo CD walks in name order and the later match wins, so a kustomization beats a Chart.yaml.
  if (top.some(file => /^(kustomization\.ya?ml|Kustomization)$/.test(file))) {
    return 'kustomize';
  }
  if (top.some(file => file.endsWith('Chart.yaml'))) {
    return chartByPath(source, path, context);
  }
  return top.some(file => file.endsWith('.jsonnet')) ? 'jsonnet' : 'directory';
}

/** A tool block that says nothing: Argo CD removes such before it chooses the tool. */
function isZero(value: unknown): boolean {
  if (!isObject(value)) {
    return true;
  }
  return Object.entries(value).every(([name, inner]) =>
    // Values are opaque: even `{a: {}}` are values.
    isObject(inner) && name !== 'valuesObject' ? isZero(inner) : isEmpty(inner),
  );
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.length === 0;
  }
  if (isObject(value)) {
    return Object.keys(value).length === 0;
  }
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === false ||
    value === 0
  );
}
