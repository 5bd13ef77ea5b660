import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  CHANGED_CHANNEL,
  CHANGED_TOPIC,
} from '@socle/backstage-plugin-socle-common';

/** At most one message in this time; the first change is told at once. */
const QUIET_MILLIS = 1_000;

/** Tells pages and other backend modules *that* something changed, never what. */
export class ChangePublisher {
  private timer: NodeJS.Timeout | undefined;
  private again = false;

  constructor(
    private readonly signals: SignalsService,
    private readonly events: EventsService,
    private readonly logger: LoggerService,
    private readonly revision: () => number,
  ) {}

  changed(): void {
    if (this.timer) {
      this.again = true;
      return;
    }
    this.publish();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.again) {
        this.again = false;
        this.changed();
      }
    }, QUIET_MILLIS);
    this.timer.unref();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private publish(): void {
    const message = { revision: this.revision() };
    const warn = (error: unknown) =>
      this.logger.debug(`change not told: ${error}`);
    this.signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: CHANGED_CHANNEL,
        message,
      })
      .catch(warn);
    this.events
      .publish({ topic: CHANGED_TOPIC, eventPayload: message })
      .catch(warn);
  }
}
