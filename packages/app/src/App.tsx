import { createApp } from '@backstage/frontend-defaults';
import { homeModule } from './home/module';
import { navModule } from './nav/module';
import { signInModule } from './sign-in/module';

/** Plugins are discovered (`app.packages` in the configuration); only what is the portal's own stands here. */
export const app = createApp({
  features: [homeModule, navModule, signInModule],
});
