export const API = 'argoproj.io/v1alpha1';
export const NAMESPACE = 'argocd';
/** The cluster that Argo CD itself runs in. */
export const SERVER = 'https://kubernetes.default.svc';
