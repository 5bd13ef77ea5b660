import { Journey } from '../journey';
import { dataServicesJourney } from './data-services';
import { deliveryJourney } from './delivery';
import { entityTabJourney } from './entity-tab';
import { explorerJourney } from './explorer';
import { formsJourney } from './forms';
import { frenchJourney } from './french';
import { namesJourney } from './names';
import { newServiceJourney } from './new-service';
import { nodeFailureJourney } from './node-failure';
import { outageJourney } from './outage';
import { storageJourney } from './storage';

/** All journeys; the outage comes last, as it takes the demo platform away. */
export const journeys: Journey[] = [
  storageJourney,
  dataServicesJourney,
  deliveryJourney,
  explorerJourney,
  entityTabJourney,
  frenchJourney,
  namesJourney,
  nodeFailureJourney,
  formsJourney,
  newServiceJourney,
  outageJourney,
];
