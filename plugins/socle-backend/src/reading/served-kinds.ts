/** A kind as the server serves it. */
export interface ServedKind {
  group: string;
  kind: string;
  plural: string;
  namespaced: boolean;
  /** As the server prefers them. */
  versions: string[];
}

/** What a server serves, and the groups that did not answer: nothing may be concluded about those. */
export interface ServedKinds {
  kinds: ServedKind[];
  failedGroups: string[];
}
