import type { HttpSettings } from '../settings.js';
import type { Execution } from './apollo.js';
import { admitsWithin, costHeader, costPlugin, costValues } from './cost-plugin.js';
import { explainHeader, explainPlugin, explainValues } from './explain-plugin.js';

/** How the service carries operations out: within a cost, and with an account of it where that is asked for. */
export const executionOf = ({ limits, explain }: Pick<HttpSettings, 'limits' | 'explain'>): Execution => ({
  plugins: [costPlugin(limits.cost), explainPlugin(explain)],
  admits: admitsWithin(limits.cost),
  distinguishingHeaders: { [costHeader]: costValues, ...(explain ? { [explainHeader]: explainValues } : {}) },
});
