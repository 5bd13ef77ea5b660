/**
 * How large a generated cluster is.
 * @public
 */
export interface ScaleSizes {
  nodes?: number;
  pods?: number;
  /** Longhorn volumes, each with its claim, engine and three copies. */
  volumes?: number;
  /** Argo CD Applications. */
  apps?: number;
  /** Pods that change per second. */
  churn?: number;
}
