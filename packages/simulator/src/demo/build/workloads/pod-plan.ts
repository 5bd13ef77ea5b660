import { OwnerReference } from '../../../storage/object';
import {
  DemoApplication,
  DemoNode,
  DemoPlatform,
  DemoWorkload,
} from '../../platform';

/** Everything a pod is made from. */
export interface PodPlan {
  platform: DemoPlatform;
  application: DemoApplication;
  workload: DemoWorkload;
  ordinal: number;
  node: DemoNode;
  name: string;
  owner: OwnerReference;
  labels: Record<string, string>;
  startedMinutes: number;
  /** The taint manager deleted it so long ago, and its kubelet has not heard of it. */
  evictedMinutes?: number;
}
