import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { NotFoundError } from '@backstage/errors';
import {
  ListAnswer,
  ResourceItem,
  ResourceRef,
  SourceStatus,
} from '@socle/backstage-plugin-socle-common';
import {
  buildChain,
  bySeverity,
  findIncidents,
  Resource,
  SystemRegistry,
  views,
} from '@socle/backstage-plugin-socle-model';
import express, { Request, Response, Router } from 'express';
import { Authorizer, MayRead } from '../access/authorizer';
import { OutsideThing } from '../config/outside';
import { withOrigins } from './outside-origins';
import { ClusterEngine } from '../engine/cluster-engine';
import { Engine } from '../engine/engine';
import { TransitionHistory } from '../history/transition-history';
import { spec } from '../schema/openapi';
import { find, item, links } from './answers';
import { coverageOf } from './coverage';
import { AnswerFlags } from './flags';
import { dataServicesOf } from './data-services';
import { addExports } from './export-routes';
import { inventoryOf } from './inventory';
import { RawReader } from './raw-reader';
import { addReasons, languageAsked } from './reasons';
import { pathRef, refParam } from './ref-params';
import { matches, page, parseResourceQuery, Row } from './resource-query';
import { clusterSummary, systemSummaries } from './summaries';

export interface RouterOptions {
  engine: Engine;
  registry: SystemRegistry;
  authorizer: Authorizer;
  history: TransitionHistory;
  raw: RawReader;
  outside: readonly OutsideThing[];
}

/** What is asked of the API, apart from how it is asked: the exports use the same answers. */
export class Answers {
  constructor(private readonly options: RouterOptions) {}

  /** The clusters that were asked for; all where none was. An unknown one is an error that names those there are. */
  clusters(params: Request['query']): ClusterEngine[] {
    const { engine } = this.options;
    const asked = [params.cluster ?? []].flat().map(String).filter(Boolean);
    const unknown = asked.find(name => !engine.cluster(name));
    if (unknown) {
      throw new NotFoundError(
        `There is no cluster "${unknown}"; there are: ${engine
          .clusters()
          .map(one => one.name)
          .join(', ')}`,
      );
    }
    return asked.length > 0
      ? asked.map(name => engine.cluster(name)!)
      : engine.clusters();
  }

  sources(of: ClusterEngine[]): SourceStatus[] {
    return of.flatMap(engine => engine.freshness.list());
  }

  list<T>(items: T[], of: ClusterEngine[]): ListAnswer<T> {
    return { items, total: items.length, sources: this.sources(of) };
  }

  resources(
    params: Request['query'],
    mayRead: MayRead,
    all = false,
  ): ListAnswer<ResourceItem> {
    const of = this.clusters(params);
    const query = parseResourceQuery(params);
    const rows: Row[] = [];
    const flags = new AnswerFlags(mayRead);
    for (const engine of of) {
      const flagsOf = (resource: Resource) => flags.of(engine, resource);
      for (const resource of engine.store.all()) {
        const row = { cluster: engine.name, resource };
        if (matches(row, query, flagsOf) && mayRead(engine.name, resource)) {
          rows.push(row);
        }
      }
    }
    const withLinks = [params.with ?? []].flat().includes('links');
    const found = page(
      rows,
      all ? { ...query, limit: Infinity, offset: 0, cursor: undefined } : query,
    );
    return {
      items: found.rows.map(row => {
        const engine = this.options.engine.cluster(row.cluster)!;
        return {
          ...item(engine, row.resource, flags),
          ...(withLinks ? { links: links(engine, row.resource, mayRead) } : {}),
        };
      }),
      total: found.total,
      ...(found.nextCursor ? { nextCursor: found.nextCursor } : {}),
      sources: this.sources(of),
    };
  }

  incidents(params: Request['query'], mayRead: MayRead) {
    const of = this.clusters(params);
    const items = of.flatMap(engine =>
      findIncidents(engine.store, engine.name)
        .filter(incident => this.visible(engine, incident.root, mayRead))
        .map(incident => {
          const affected = incident.affected.filter(ref =>
            this.visible(engine, ref, mayRead),
          );
          return { ...incident, affected, blastRadius: affected.length };
        }),
    );
    return this.list(items.sort(bySeverity), of);
  }

  coverage(params: Request['query'], mayRead: MayRead, all = false) {
    const of = this.clusters(params);
    return {
      ...coverageOf(of, params, mayRead, all),
      sources: this.sources(of),
    };
  }

  dataServices(params: Request['query'], mayRead: MayRead, all = false) {
    const of = this.clusters(params);
    return {
      ...dataServicesOf(of, params, mayRead, all),
      sources: this.sources(of),
    };
  }

  chain(view: string, params: Request['query'], mayRead: MayRead) {
    const known = views.find(one => one.id === view);
    if (!known) {
      throw new NotFoundError(
        `There is no view "${view}"; there are: ${views
          .map(one => one.id)
          .join(', ')}`,
      );
    }
    const { engine, resource } = this.resource(refParam(params), mayRead);
    const chain = buildChain(engine.store, engine.name, known, resource);
    const hidden = new Set(
      chain.nodes
        .filter(
          node =>
            node.state === 'present' &&
            !this.visible(engine, node.ref, mayRead),
        )
        .map(node => node.id),
    );
    const shown = {
      ...chain,
      nodes: chain.nodes.filter(node => !hidden.has(node.id)),
      edges: chain.edges.filter(
        edge => !hidden.has(edge.from) && !hidden.has(edge.to),
      ),
      sources: engine.freshness.list(),
    };
    return withOrigins(shown, engine.name, this.options.outside);
  }

  resource(ref: ResourceRef, mayRead: MayRead) {
    const engine = this.options.engine.cluster(ref.cluster);
    const resource = engine && find(engine, ref);
    if (!engine || !resource || !mayRead(engine.name, resource)) {
      throw new NotFoundError(
        `${ref.kind} ${ref.namespace ? `${ref.namespace}/` : ''}${
          ref.name
        } is not known in cluster ${ref.cluster}`,
      );
    }
    return { engine, resource };
  }

  private visible(
    engine: ClusterEngine,
    ref: ResourceRef,
    mayRead: MayRead,
  ): boolean {
    const resource = find(engine, ref);
    // Parts of an object, such as a disk, are as visible as their chain.
    return resource === undefined || mayRead(engine.name, resource);
  }
}

/** The HTTP API, as `schema/openapi.ts` states it. */
export async function createRouter(options: RouterOptions): Promise<Router> {
  const { authorizer, history, raw, engine } = options;
  const answers = new Answers(options);
  const router = createValidatedOpenApiRouter(spec) as unknown as Router;
  router.use(express.json({ limit: '100kb' }));
  const get = (
    path: string,
    answer: (request: Request, mayRead: MayRead, response: Response) => unknown,
  ) =>
    router.get(path, async (request, response, next) => {
      try {
        const said = await answer(
          request,
          await authorizer.mayRead(request),
          response,
        );
        if (!response.headersSent) {
          response.json(said);
        }
      } catch (error) {
        next(error);
      }
    });

  get('/v1/clusters', (request, mayRead) =>
    answers.clusters(request.query).map(one => clusterSummary(one, mayRead)),
  );
  get('/v1/systems', (request, mayRead) => {
    const of = answers.clusters(request.query);
    const language = languageAsked(options.registry, request.query);
    return answers.list(
      of.flatMap(one => systemSummaries(one, mayRead, language)),
      of,
    );
  });
  get('/v1/resources', (request, mayRead) =>
    answers.resources(request.query, mayRead),
  );
  get(
    '/v1/resources/:cluster/:group/:version/:kind/:namespace/:name',
    (request, mayRead) => {
      const found = answers.resource(pathRef(request), mayRead);
      return {
        ...item(found.engine, found.resource, new AnswerFlags(mayRead)),
        links: links(found.engine, found.resource, mayRead),
        sources: found.engine.freshness.list(),
      };
    },
  );
  get(
    '/v1/resources/:cluster/:group/:version/:kind/:namespace/:name/yaml',
    async (request, mayRead, response) => {
      const found = answers.resource(pathRef(request), mayRead);
      const text = await raw.yaml(request, found.engine, found.resource);
      response.type('text/plain').send(text);
    },
  );
  get('/v1/chains/:view', (request, mayRead) =>
    answers.chain(request.params.view, request.query, mayRead),
  );
  get('/v1/incidents', (request, mayRead) =>
    answers.incidents(request.query, mayRead),
  );
  get('/v1/coverage', (request, mayRead) =>
    answers.coverage(request.query, mayRead),
  );
  get('/v1/data-services', (request, mayRead) =>
    answers.dataServices(request.query, mayRead),
  );
  get('/v1/timeline', async (request, mayRead) => {
    const of = answers.clusters(request.query);
    const items = await history.read(
      of.map(one => one.name),
      request.query,
    );
    return answers.list(
      items.filter(({ ref }) => {
        const cluster = engine.cluster(ref.cluster);
        const resource = cluster && find(cluster, ref);
        // What is gone has no system or area any more that a condition could look at.
        return resource
          ? mayRead(ref.cluster, resource)
          : history.mayReadGone(ref, mayRead);
      }),
      of,
    );
  });
  get('/v1/inventory', (request, mayRead) => ({
    clusters: answers
      .clusters(request.query)
      .map(one => inventoryOf(one, mayRead, options.outside)),
  }));
  addReasons(router, options.registry, authorizer);
  addExports(get, answers);
  return router;
}
