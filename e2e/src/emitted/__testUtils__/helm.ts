import { join } from 'node:path';
import { Answer, runTool } from '../run-tool';

/** Helm with a home of its own, and no cluster. */
export class Helm {
  private readonly env: Record<string, string>;

  constructor(private readonly binary: string, folder: string) {
    this.env = {
      HELM_CACHE_HOME: join(folder, 'cache'),
      HELM_CONFIG_HOME: join(folder, 'config'),
      HELM_DATA_HOME: join(folder, 'data'),
      KUBECONFIG: join(folder, 'no-cluster'),
    };
  }

  run(...args: string[]): Promise<Answer> {
    return runTool(this.binary, args, this.env);
  }

  async must(...args: string[]): Promise<string> {
    const answer = await this.run(...args);
    if (!answer.ok) {
      throw new Error(`helm ${args[0]}: ${answer.said}`);
    }
    return answer.out;
  }
}
