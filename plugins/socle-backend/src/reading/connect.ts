import { Clock, systemClock } from './clock';
import { ClusterAccess, ClusterConnection } from './connection';
import { inClusterAccess, ServerCredentials } from './credentials';
import { KubeconfigCredentials } from './kubeconfig-credentials';
import { HttpConnection } from './transport';

/** The connection that a configuration stands for. Throws where it cannot be one; does not touch the network. */
export function connectTo(
  name: string,
  access: ClusterAccess,
  clock: Clock = systemClock,
): ClusterConnection {
  if ('kubeconfig' in access) {
    const { path, context } = access.kubeconfig;
    return new HttpConnection(
      name,
      new KubeconfigCredentials(path, context, clock),
      clock,
    );
  }
  const server = 'server' in access ? access.server : inClusterAccess();
  return new HttpConnection(name, new ServerCredentials(server, clock), clock);
}
