// npm start [-- ARGS]: install what is missing, build what changed, run JupyterLab on lessons/.
// Only the version check is loaded before Node is known to be new enough for the rest.
import { checkNode } from './lib/node-version.mjs';

if (checkNode()) {
  import('./lib/start.mjs').then(({ start }) => start(process.argv.slice(2)));
}
