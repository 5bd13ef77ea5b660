/** @public On a catalog entity: the cluster it was found in. */
export const ANNOTATION_CLUSTER = 'socle.dev/cluster';

/** @public On a catalog entity: the system of the model, e.g. `longhorn`. */
export const ANNOTATION_SYSTEM = 'socle.dev/system';

/** @public On a catalog entity: the resource it stands for, as {@link refPath} writes it. */
export const ANNOTATION_RESOURCE = 'socle.dev/resource';

/** @public On a catalog entity: the namespace its workloads run in. */
export const ANNOTATION_NAMESPACE = 'socle.dev/namespace';

/** @public On a Kubernetes object or an Argo CD Application: the entity ref of the owner. */
export const ANNOTATION_OWNER = 'socle.dev/owner';

/** @public On a Kubernetes object or an Argo CD Application: the lifecycle its component is given. */
export const ANNOTATION_LIFECYCLE = 'socle.dev/lifecycle';
