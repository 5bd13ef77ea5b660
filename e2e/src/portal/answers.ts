/** The parts of the API's answers that journeys look at. */
export interface Ref {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
}

/** A listed resource. */
export interface Item {
  ref: Ref;
  health: {
    status: string;
    reason?: string;
    message?: string;
    evidence?: Array<{ path: string; value: unknown }>;
  };
  facts: Record<string, unknown>;
  links?: Array<{ rel: string; ref: Ref; health?: { status: string } }>;
}

/** A list. */
export interface List {
  items: Item[];
  total: number;
}
