export interface Config {
  socle?: {
    techdocs?: {
      /**
       * What builds the pages: `mkdocs`; `markdown`, without Python; `auto` (default), which is mkdocs where it is on the
       * PATH with `techdocs-core` or `techdocs.generator.runIn` is `docker`, else `markdown`.
       */
      generator?: 'auto' | 'markdown' | 'mkdocs';
      /**
       * Entity refs whose documentation is built at start, so that search knows it. Default: the entity of
       * `socle.runbooks.entityRef`.
       */
      buildAtStart?: string[];
    };
  };
}
