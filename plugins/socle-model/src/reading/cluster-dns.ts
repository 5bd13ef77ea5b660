/** Whether a Deployment answers for the names of the cluster: CoreDNS, under the names that distributions give it. */
export function isClusterDns({
  namespace,
  name,
}: {
  namespace?: string;
  name: string;
}): boolean {
  return (
    namespace === 'kube-system' &&
    /coredns(?!.*autoscaler)|^kube-dns$/.test(name)
  );
}
