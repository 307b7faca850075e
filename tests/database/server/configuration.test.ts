import { expect, test } from '@jest/globals';
import { serverConfiguration } from '../../../src/database/server/configuration.js';
import { type EmbeddedDatabaseSettings, readSettings } from '../../../src/settings.js';

const settings = readSettings({ NEO4J_HEAP_MAX: '2g', NEO4J_TRANSACTION_MEMORY: '256m' })
  .database as EmbeddedDatabaseSettings;

test('the server is on loopback by Bolt only, and nothing in it lasts for ever', () => {
  const lines = serverConfiguration(settings, 7999).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'server.default_listen_address=127.0.0.1',
      'server.bolt.listen_address=127.0.0.1:7999',
      'server.http.enabled=false',
      'dbms.usage_report.enabled=false',
      'dbms.security.allow_csv_import_from_file_urls=false',
      'db.transaction.timeout=30s',
      'db.transaction.monitor.check.interval=500ms',
      'db.lock.acquisition.timeout=3s',
    ]),
  );
});

test('what the settings say is in it', () => {
  const lines = serverConfiguration(settings, 7999).split('\n');
  expect(lines).toContain('server.memory.heap.max_size=2g');
  expect(lines).toContain('db.memory.transaction.max=256m');
});
