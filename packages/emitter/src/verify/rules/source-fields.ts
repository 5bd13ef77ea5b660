import {
  isObject,
  objectAt,
  stringAt,
  valueAt,
} from '@socle/backstage-plugin-socle-model';
import { App } from '../reading/application';
import { Found, Rule } from '../rule';

const TOOLS = ['helm', 'kustomize', 'directory', 'plugin'];

type Mistake = Pick<Found, 'at' | 'message' | 'fix'>;

/** Check 1: what Argo CD refuses follows no pattern. */
export const sourceRefused: Rule = {
  code: 'SourceRefused',
  check: 1,
  severity: 'error',
  title: 'The sources of an Application are such as Argo CD accepts.',
  find: ({ apps }) =>
    apps.flatMap(app =>
      [...inSpec(app), ...inSources(app)].map(mistake => ({
        document: app.document,
        ...mistake,
      })),
    ),
};

function inSpec({ document: { value } }: App): Mistake[] {
  const spec = objectAt(value, 'spec');
  const found: Mistake[] = [];
  if (Array.isArray(spec.source)) {
    found.push({
      at: ['spec', 'source'],
      message: 'A list stands under source, which takes one only.',
      fix: 'Write sources for a list.',
    });
  }
  if (isObject(spec.sources)) {
    found.push({
      at: ['spec', 'sources'],
      message: 'A single source stands under sources, which takes a list.',
      fix: 'Put it into a list, or write source.',
    });
  }
  if (
    stringAt(spec, 'destination', 'server') &&
    stringAt(spec, 'destination', 'name')
  ) {
    found.push({
      at: ['spec', 'destination', 'name'],
      message: 'The destination has both a server and a name.',
      fix: 'Keep one of the two.',
    });
  }
  return found;
}

function inSources({ sources }: App): Mistake[] {
  const refs = sources.map(({ raw }) => stringAt(raw, 'ref'));
  return sources.flatMap(({ raw, at }, index): Mistake[] => {
    const found: Mistake[] = [];
    const tools = TOOLS.filter(tool => saysSomething(valueAt(raw, tool)));
    if (tools.length > 1) {
      found.push({
        at: [...at, tools[1]],
        message: `One source is to be rendered by ${tools.join(' and ')}.`,
        fix: 'Make two entries of sources, with one of them each.',
      });
    }
    const ref = refs[index];
    if (ref && stringAt(raw, 'chart')) {
      found.push({
        at: [...at, 'ref'],
        message: `The source "${ref}" is a chart: values files are read from Git only.`,
        fix: 'Give the ref to a source of the Git repository, without a chart.',
      });
    } else if (ref && /^oci:/i.test(stringAt(raw, 'repoURL') ?? '')) {
      found.push({
        at: [...at, 'ref'],
        message: `The source "${ref}" is an OCI registry: values files are read from Git only.`,
        fix: 'Give the ref to a source of the Git repository.',
      });
    }
    if (ref && refs.indexOf(ref) !== index) {
      found.push({
        at: [...at, 'ref'],
        message: `Two sources have the ref "${ref}".`,
        fix: 'Give each ref another name.',
      });
    }
    return found;
  });
}

/** Argo CD takes an empty block for none. */
function saysSomething(block: unknown): boolean {
  return (
    isObject(block) &&
    Object.values(block).some(
      value =>
        value !== undefined &&
        value !== null &&
        value !== '' &&
        value !== false &&
        !(isObject(value) && !saysSomething(value)) &&
        !(Array.isArray(value) && value.length === 0),
    )
  );
}
