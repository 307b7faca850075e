import type { EmbeddedDatabaseSettings } from '../../settings.js';

/** The text of neo4j.conf. Neo4j refuses to start when it does not know a name, so a typing error shows at once. */
export function serverConfiguration(settings: EmbeddedDatabaseSettings, boltPort: number): string {
  const entries: readonly (readonly [name: string, value: string | number])[] = [
    // Nobody but this machine reaches it, and by Bolt only.
    ['server.default_listen_address', '127.0.0.1'],
    ['server.bolt.listen_address', `127.0.0.1:${boltPort}`],
    ['server.bolt.advertised_address', `127.0.0.1:${boltPort}`],
    ['server.http.enabled', 'false'],
    ['server.https.enabled', 'false'],
    ['server.config.strict_validation.enabled', 'true'],
    ['dbms.security.allow_csv_import_from_file_urls', 'false'],
    ['dbms.usage_report.enabled', 'false'],

    ['server.memory.heap.initial_size', settings.heapInitial],
    ['server.memory.heap.max_size', settings.heapMax],
    ['server.memory.pagecache.size', settings.pageCache],

    // No statement may run, hold memory or wait for another for ever: all of these have no limit by default.
    ['db.transaction.timeout', '30s'],
    ['db.transaction.monitor.check.interval', '500ms'],
    ['db.transaction.bookmark_ready_timeout', '5s'],
    ['db.memory.transaction.max', settings.transactionMemory],
    ['db.lock.acquisition.timeout', '3s'],

    // Two silent periods of five seconds, after everything is on disk, make every stop last ten seconds longer.
    ['internal.dbms.bolt.netty_server_shutdown_quiet_period', 0],
  ];
  return `${entries.map(([name, value]) => `${name}=${value}`).join('\n')}\n`;
}
