// npm test: install what is missing, build what changed, run every suite.
// Only the version check is loaded before Node is known to be new enough for the rest.
import { checkNode } from './lib/node-version.mjs';

if (checkNode()) {
  import('./lib/test.mjs').then(({ test }) => test());
}
