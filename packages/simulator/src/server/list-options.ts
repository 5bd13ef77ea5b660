import { ResourceType } from '../discovery/resource-type';
import { badRequest, FieldCause, invalid } from '../storage/api-error';
import { Stored } from '../storage/stored';
import { parseFieldSelector } from './field-selector';
import { parseLabelSelector } from './label-selector';

export interface ListOptions {
  limit: number;
  continueToken: string;
  resourceVersion: string;
  resourceVersionMatch: string;
  watch: boolean;
  sendInitialEvents?: boolean;
  allowWatchBookmarks: boolean;
  timeoutSeconds?: number;
  /** Undefined where nothing is selected. */
  matches?: (stored: Stored) => boolean;
}

function flag(query: URLSearchParams, name: string): boolean {
  const value = query.get(name);
  return value !== null && value !== 'false' && value !== '0';
}

function whole(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  if (value === null || value === '') return undefined;
  if (!/^-?\d+$/.test(value)) {
    throw badRequest(`strconv.ParseInt: parsing "${value}": invalid syntax`);
  }
  return Number(value);
}

function forbiddenField(field: string, why: string): FieldCause {
  return { reason: 'FieldValueForbidden', message: `Forbidden: ${why}`, field };
}

/** What `ValidateListOptions` of apimachinery refuses. */
function mistakes(options: ListOptions): FieldCause[] {
  const { resourceVersionMatch: match, sendInitialEvents, watch } = options;
  const found: FieldCause[] = [];
  const initial = sendInitialEvents !== undefined;
  const say = (field: string, why: string) =>
    found.push(forbiddenField(field, why));
  if (watch) {
    if (initial && match !== 'NotOlderThan') {
      say(
        'resourceVersionMatch',
        'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
      );
    }
    if (match && !initial) {
      say(
        'resourceVersionMatch',
        'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
      );
    }
  } else {
    if (match && !options.resourceVersion) {
      say(
        'resourceVersionMatch',
        'resourceVersionMatch is forbidden unless resourceVersion is provided',
      );
    }
    if (match === 'Exact' && options.resourceVersion === '0') {
      say(
        'resourceVersionMatch',
        'resourceVersionMatch "exact" is forbidden for resourceVersion "0"',
      );
    }
    if (initial)
      say('sendInitialEvents', 'sendInitialEvents is forbidden for list');
  }
  if (match && options.continueToken) {
    say(
      'resourceVersionMatch',
      'resourceVersionMatch is forbidden when continue is provided',
    );
  }
  const supported = watch ? ['NotOlderThan'] : ['Exact', 'NotOlderThan', ''];
  if (match && !supported.includes(match)) {
    found.push({
      reason: 'FieldValueNotSupported',
      message: `Unsupported value: "${match}": supported values: ${supported
        .map(value => `"${value}"`)
        .join(', ')}`,
      field: 'resourceVersionMatch',
    });
  }
  return found;
}

export function parseListOptions(
  query: URLSearchParams,
  type: ResourceType,
): ListOptions {
  const labels = query.get('labelSelector') ?? '';
  const fields = query.get('fieldSelector') ?? '';
  const labelTest = labels && parseLabelSelector(labels);
  const fieldTest = fields && parseFieldSelector(fields, type);
  const options: ListOptions = {
    limit: whole(query, 'limit') ?? 0,
    continueToken: query.get('continue') ?? '',
    resourceVersion: query.get('resourceVersion') ?? '',
    resourceVersionMatch: query.get('resourceVersionMatch') ?? '',
    watch: flag(query, 'watch'),
    sendInitialEvents: query.has('sendInitialEvents')
      ? flag(query, 'sendInitialEvents')
      : undefined,
    allowWatchBookmarks: flag(query, 'allowWatchBookmarks'),
    timeoutSeconds: whole(query, 'timeoutSeconds'),
    matches:
      labelTest || fieldTest
        ? stored => {
            const object = stored.outline();
            return (
              (!labelTest || labelTest(object.metadata.labels)) &&
              (!fieldTest || fieldTest(object))
            );
          }
        : undefined,
  };
  const found = mistakes(options);
  if (found.length > 0)
    throw invalid({ group: 'meta.k8s.io', kind: 'ListOptions' }, '', found);
  return options;
}

/** The revision that was asked for; undefined for none. */
export function revisionOf(resourceVersion: string): number | undefined {
  if (resourceVersion === '') return undefined;
  if (!/^\d+$/.test(resourceVersion)) {
    throw badRequest(
      `invalid resource version: resourceVersion: Invalid value: "${resourceVersion}": strconv.ParseUint: parsing "${resourceVersion}": invalid syntax`,
    );
  }
  return Number(resourceVersion);
}
