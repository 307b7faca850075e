import neo4j, { type Driver } from 'neo4j-driver';
import type { Target } from '../../../src/database/connection.js';

/** A driver with the settings of src/database/connection.ts, for the contestants that do not go through it. */
export const openDriver = ({ uri, username, password }: Target): Driver =>
  neo4j.driver(uri, neo4j.auth.basic(username, password), {
    disableLosslessIntegers: true,
    fetchSize: -1,
    maxConnectionPoolSize: 50,
    connectionLivenessCheckTimeout: 30_000,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
    telemetryDisabled: true,
  });
