export interface Config {
  app?: {
    signIn?: {
      /**
       * Ids of the sign-in providers to offer: `guest`, `github`, `gitlab`, `google`, `microsoft`, `okta`.
       * With `guest` alone, which is the default, nobody is asked.
       * @visibility frontend
       */
      providers?: string[];
    };
  };
}
