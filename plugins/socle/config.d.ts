export interface Config {
  socle?: {
    runbooks?: {
      /**
       * The entity whose documentation holds the runbooks; `component:default/socle` where not given.
       * @visibility frontend
       */
      entityRef?: string;
    };
  };
}
