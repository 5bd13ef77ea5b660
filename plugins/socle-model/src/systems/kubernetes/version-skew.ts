/** Major and minor of `v1.35.3+k3s1`. */
function minorOf(version: string | undefined): [number, number] | undefined {
  const found = /^v?(\d{1,4})\.(\d{1,4})(?:\D|$)/.exec(version ?? '');
  return found ? [Number(found[1]), Number(found[2])] : undefined;
}

/**
 * What is wrong with a kubelet of one version beside an API server of another: it must not be newer, and only so many
 * minor versions older. Undefined where that is well, or cannot be told.
 */
export function skewOf(
  kubelet: string | undefined,
  apiServer: string | undefined,
  allowed: number,
): string | undefined {
  const [node, server] = [minorOf(kubelet), minorOf(apiServer)];
  if (!node || !server || node[0] !== server[0]) {
    return undefined;
  }
  const older = server[1] - node[1];
  if (older < 0) {
    return `Its kubelet ${kubelet} is newer than the API server ${apiServer}, which is not supported.`;
  }
  return older > allowed
    ? `Its kubelet ${kubelet} is ${older} minor versions older than the API server ${apiServer}; ${allowed} are supported.`
    : undefined;
}
