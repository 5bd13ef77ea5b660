import { ObjectFactory } from '../../demo/build/object-factory';

/** Makes objects of which everything happens now. */
export class Fresh extends ObjectFactory {
  override ago(): string {
    return super.ago(0);
  }
}
