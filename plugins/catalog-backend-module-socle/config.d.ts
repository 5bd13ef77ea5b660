export interface Config {
  socle?: {
    catalog?: {
      /** Name of the Domain entity that the platform's systems belong to (default `platform`). */
      domain?: string;
      domainTitle?: string;
      /** Entity ref of the owner where no object says one (default `group:default/platform`). */
      owner?: string;
      /** Lifecycle where no object says one (default `production`). */
      lifecycle?: string;
      /** How often what the clusters say is compared, in seconds, 5 or more (default 30). */
      refreshSeconds?: number;
    };
  };
}
