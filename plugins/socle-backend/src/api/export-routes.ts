import { InputError, NotFoundError } from '@backstage/errors';
import { Chain } from '@socle/backstage-plugin-socle-common';
import { views } from '@socle/backstage-plugin-socle-model';
import { Request, Response } from 'express';
import { MayRead } from '../access/authorizer';
import { COVERAGE_COLUMNS, coverageRow } from './coverage';
import { DATA_SERVICE_COLUMNS, dataServiceRow } from './data-services';
import { RESOURCE_COLUMNS, resourceRow, toCsv, toMermaid } from './export';
import { clusterSummary, systemSummaries } from './summaries';
import type { Answers } from './router';

type Get = (
  path: string,
  answer: (request: Request, mayRead: MayRead, response: Response) => unknown,
) => unknown;

interface Exported {
  json: unknown;
  rows?: Array<{ [column: string]: unknown }>;
  columns?: string[];
  mermaid?: string;
}

/** The same answers for people and scripts, as a file. */
export function addExports(get: Get, answers: Answers): void {
  get('/v1/export/:file', (request, mayRead, response) => {
    const match = /^([a-z-]+)\.(json|csv|mmd)$/.exec(request.params.file);
    if (!match) {
      throw new InputError(
        'An export is named VIEW.json, VIEW.csv or VIEW.mmd',
      );
    }
    const [, view, format] = match;
    const found = exported(view, request, mayRead, answers);
    response.setHeader(
      'Content-Disposition',
      `attachment; filename="socle-${view}.${format}"`,
    );
    if (format === 'json') {
      response.json(found.json);
    } else if (format === 'csv' && found.rows && found.columns) {
      response.type('text/csv').send(toCsv(found.rows, found.columns));
    } else if (format === 'mmd' && found.mermaid !== undefined) {
      response.type('text/plain').send(found.mermaid);
    } else {
      throw new InputError(
        `${view} can be had as ${[
          'json',
          found.rows && 'csv',
          found.mermaid !== undefined && 'mmd',
        ]
          .filter(Boolean)
          .join(', ')}, not as ${format}`,
      );
    }
    return undefined;
  });
}

function exported(
  view: string,
  request: Request,
  mayRead: MayRead,
  answers: Answers,
): Exported {
  const of = answers.clusters(request.query);
  switch (view) {
    case 'resources': {
      const all = answers.resources(request.query, mayRead, true);
      return {
        json: all,
        rows: all.items.map(resourceRow),
        columns: RESOURCE_COLUMNS,
      };
    }
    case 'incidents': {
      const all = answers.incidents(request.query, mayRead);
      return {
        json: all,
        rows: all.items.map(({ root, affected, ...incident }) => ({
          ...incident,
          cluster: root.cluster,
          kind: root.kind,
          namespace: root.namespace,
          name: root.name,
        })),
        columns: [
          'severity',
          'cluster',
          'kind',
          'namespace',
          'name',
          'status',
          'reason',
          'message',
          'since',
          'blastRadius',
          'runbook',
        ],
      };
    }
    case 'coverage': {
      const all = answers.coverage(request.query, mayRead, true);
      return {
        json: all,
        rows: all.items.map(coverageRow),
        columns: COVERAGE_COLUMNS,
      };
    }
    case 'data-services': {
      const all = answers.dataServices(request.query, mayRead, true);
      return {
        json: all,
        rows: all.items.map(dataServiceRow),
        columns: DATA_SERVICE_COLUMNS,
      };
    }
    case 'clusters': {
      const all = of.map(one => clusterSummary(one, mayRead));
      return {
        json: all,
        rows: all.map(({ counts, ...one }) => ({ ...one, ...counts })),
        columns: [
          'name',
          'title',
          'version',
          'distribution',
          'state',
          'since',
          'health',
          'healthMessage',
          'failed',
          'degraded',
          'unknown',
          'progressing',
          'healthy',
          'uncounted',
        ],
      };
    }
    case 'systems': {
      const all = of.flatMap(one => systemSummaries(one, mayRead));
      return {
        json: answers.list(all, of),
        rows: all.map(({ counts, kinds, ...one }) => ({ ...one, ...counts })),
        columns: [
          'cluster',
          'system',
          'title',
          'area',
          'version',
          'health',
          'failed',
          'degraded',
          'unknown',
          'progressing',
          'healthy',
          'uncounted',
        ],
      };
    }
    default:
      if (views.some(one => one.id === view)) {
        return exportedChain(answers.chain(view, request.query, mayRead));
      }
      throw new NotFoundError(
        `There is no export "${view}"; there are: resources, incidents, coverage, data-services, clusters, systems, ${views
          .map(one => one.id)
          .join(', ')}`,
      );
  }
}

function exportedChain(chain: Chain): Exported {
  return {
    json: chain,
    rows: chain.nodes.map(node => ({
      rank: node.rankTitle,
      kind: node.ref.kind,
      namespace: node.ref.namespace,
      name: node.ref.name,
      health: node.health.status,
      reason: node.health.reason,
      message: node.health.message,
    })),
    columns: [
      'rank',
      'kind',
      'namespace',
      'name',
      'health',
      'reason',
      'message',
    ],
    mermaid: toMermaid(chain),
  };
}
