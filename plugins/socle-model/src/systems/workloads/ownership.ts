export { managedBy, ownedBy, trackingIdOf } from '../../definition/ownership';
